"""An import in an open project: files are read in the background, reviewed or not, and stored piece by piece."""

from __future__ import annotations

import itertools
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.domain.changes import ChangeSet
from reader.domain.errors import FileUnreadable, ImportStopped, ReaderError
from reader.domain.model import Document, Text, new_uid
from reader.edit.documents import papers_added
from reader.importers.extracted import shown_name
from reader.importers.several_parked import Parked
from reader.importers.several_process import ParkedFound
from reader.models.import_files import Wish
from reader.models.import_rows import ImportRow, ImportRows, ImportState
from reader.models.import_work import ImportListener, ImportWork
from reader.models.jobs import Job, Jobs

if TYPE_CHECKING:
    from reader.models.session import Session

TELL_WAIT = 500  # ms in which papers that come in are told of together


class ImportRun(QObject):
    """One import. With `review` the papers wait until `store` is called, else each is stored as soon as it is read.

    All of it is one step for undo. `idle` is sent when nothing is going on any more: everything is read, or stored;
    `failed` carries a ReaderError of the project, after which the papers not stored yet wait.
    """

    job_started = Signal(object)
    idle = Signal()
    failed = Signal(object)
    closed = Signal()
    _posted = Signal()  # the worker left something to do on the main thread

    def __init__(self, session: Session, jobs: Jobs, *, review: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.review = review
        self.rows = ImportRows(self)
        self.was_stopped = False
        self.first_stored: Document | None = None
        self._session, self._jobs = session, jobs
        self._merge_key = f"import {new_uid()}"
        self._folder = Path(tempfile.mkdtemp(prefix="vindplaats-import-"))
        self._keys = itertools.count()  # of rows; taken from on both threads
        self._job: Job | None = None
        self._coming: list[tuple[list[Wish], str]] = []  # what is read when the job at hand is done, with its title
        self._last: dict[int, int] = {}  # by the row of a file: the last row of what was found in it
        self._fresh: list[tuple[Document, Text]] = []  # stored, and not told yet
        self._posts: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._may_store = threading.Event()
        self._may_store.set()
        told = (
            self._on_listed, self._on_unlisted, self._on_begun, self._on_share, self._on_found, self._on_stored,
            self._on_not_stored,
        )  # fmt: skip
        listener = ImportListener(*(partial(self._post, act) for act in told))
        self._work = ImportWork(session, self._folder, self._keys, self._may_store, listener, review=review)
        self._pasted = 0
        self._is_closed = False
        self._timer = QTimer(self, singleShot=True, interval=TELL_WAIT)
        self._timer.timeout.connect(self._tell)
        self._posted.connect(self._do_posted)
        session.closing.connect(self.close)
        session.changed.connect(self._on_changed)

    @property
    def is_busy(self) -> bool:
        """Whether files are being read or stored."""
        return self._job is not None

    @property
    def job(self) -> Job | None:
        """What is going on in the background, if anything."""
        return self._job

    @property
    def is_closed(self) -> bool:
        return self._is_closed

    # -- what the user does --------------------------------------------------------------------------------------------

    def add(self, paths: Iterable[Path], title: str) -> None:
        """Read files, and those in folders; `title` says what is being done. Behind what is at hand already."""
        self._read([Wish(Path(path)) for path in paths], title)

    def add_text(self, text: str, name: str, title: str) -> None:
        """Read a text that was pasted, as a file called `name`. Raises FileUnreadable when it cannot be kept."""
        self._pasted += 1
        file = self._folder / f"pasted-{self._pasted}" / name
        try:
            file.parent.mkdir()
            file.write_text(text, encoding="utf-8", newline="\n", errors="replace")
        except OSError as error:
            raise FileUnreadable(name=name, reason=error.strerror or str(error)) from error
        self.add([file], title)

    def again(self, title: str) -> None:
        """Read once more what was refused, and what did not get its turn."""
        rows = [row for row in self.rows.rows if row.state in ("refused", "waiting")]
        self._read([_wish_for(row) for row in rows], title)

    def unlock(self, key: int, password: str, title: str) -> None:
        """Read a protected file with a password."""
        self._read([replace(_wish_for(self.rows.by_key(key)), password=password)], title)

    def correct(self, key: int, document: Document) -> None:
        """Take over what the user knows of a paper; `document` has passed edit.documents.checked_facts."""
        self.rows.change(key, document=document)

    def store(self, title: str) -> None:
        """Store the papers that are ticked."""
        rows = self.rows.wanted()
        if rows and not self.is_busy:
            for row in rows:
                self.rows.change(row.key, state="storing")
            self._start(title, partial(self._work.store_all, rows))

    def stop(self) -> None:
        """Stop reading or storing; what was finished is kept."""
        self._coming.clear()
        if self._job is not None:
            self._job.cancel()

    def close(self) -> None:
        """Stop, and forget what was not stored. Nothing is told any more."""
        if self._is_closed:
            return
        self._is_closed = True
        self._timer.stop()
        self.stop()
        if self._job is None or self._job not in self._jobs.running:
            self._clean_up()  # else at the end of the job
        self.closed.emit()

    # -- jobs ----------------------------------------------------------------------------------------------------------

    def _read(self, wishes: list[Wish], title: str) -> None:
        if not wishes or self._is_closed:
            return
        for wish in wishes:
            if wish.key is not None:
                self.rows.change(wish.key, state="waiting", error=None, share=0.0)
        if self.is_busy:
            self._coming.append((wishes, title))
        else:
            self._start(title, partial(self._work.read_all, wishes))

    def _start(self, title: str, work: Callable[[Job], None]) -> None:
        self.was_stopped = False
        self._job = self._jobs.start(title, work, self._on_end, self._on_failure)
        self.job_started.emit(self._job)

    def _on_end(self, _result: object) -> None:
        job, self._job = self._job, None
        if self._is_closed:
            self._clean_up()
            return
        self.was_stopped = job is not None and job.is_cancelled()
        self._do_posted()
        self._tell()
        for row in self.rows.rows:
            if row.state == "reading":
                self.rows.change(row.key, state="waiting", share=0.0)
            elif row.state == "storing":
                self.rows.change(row.key, state="ready")
        if self._coming:
            wishes, title = self._coming.pop(0)
            self._start(title, partial(self._work.read_all, wishes))
        else:
            self.idle.emit()

    def _on_failure(self, error: Exception) -> None:
        self._coming.clear()
        self._on_end(None)
        if not isinstance(error, ReaderError):
            raise error
        self.failed.emit(error)

    def _clean_up(self) -> None:
        self._work.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _post(self, act: Callable[..., None], *arguments: object) -> None:
        """Let the main thread do something. A signal that carries objects is not used: those may not cross threads."""
        self._posts.put(partial(act, *arguments))
        self._posted.emit()

    # -- what the worker tells -----------------------------------------------------------------------------------------

    def _do_posted(self) -> None:
        while not self._posts.empty():
            self._posts.get()()

    def _on_listed(self, files: Sequence[Wish]) -> None:
        present = {row.key for row in self.rows.rows}
        fresh = [wish for wish in files if wish.key not in present]
        self.rows.add([ImportRow(wish.key, shown_name(wish.path), wish.path) for wish in fresh if wish.key is not None])

    def _on_unlisted(self, folder: Path, error: ReaderError) -> None:
        self.rows.add([ImportRow(next(self._keys), shown_name(folder), folder, "refused", error=error)])

    def _on_begun(self, key: int) -> None:
        self.rows.change(key, state="reading", share=0.0)

    def _on_share(self, key: int, share: float) -> None:
        if self.rows.by_key(key).state == "reading":
            self.rows.change(key, share=share)

    def _on_found(self, file_key: int, key: int, found: ParkedFound, same: str, older: Document | None = None) -> None:
        if key != file_key:
            path = self.rows.by_key(file_key).path
            self.rows.add([ImportRow(key, found.name, path)], behind=self._last.get(file_key, file_key))
            self._last[file_key] = key
        outcome = found.outcome
        if isinstance(outcome, Parked):
            document = self.rows.by_key(key).document or outcome.document
            self.rows.change(
                key, name=found.name, state="known" if same else "ready" if self.review or older else "storing",
                document=document, parked=outcome, known_as=same, version_of=older, chosen=older is None, error=None,
            )  # fmt: skip
        else:
            stopped = isinstance(outcome, ImportStopped)
            state: ImportState = "waiting" if stopped else "locked" if found.takes_password else "refused"
            self.rows.change(key, name=found.name, state=state, error=None if stopped else outcome)

    def _on_stored(self, key: int, document: Document, text: Text) -> None:
        if self._is_closed:
            return
        self.rows.change(key, state="stored", document=document)
        self.first_stored = self.first_stored or document
        self._fresh.append((document, text))
        if not self._timer.isActive():
            self._timer.start()

    def _on_changed(self, change_set: ChangeSet) -> None:
        """A paper of the list that went in as another version of one in the project is done."""
        shown = {change.after.text_uid for change in change_set.of(Document) if isinstance(change.after, Document)}
        for row in self.rows.rows if shown else ():
            is_offered = row.state == "ready" and row.version_of is not None
            if is_offered and row.parked is not None and row.parked.document.text_uid in shown:
                self.rows.change(row.key, state="stored")

    def _on_not_stored(self, key: int, error: ReaderError) -> None:
        self.rows.change(key, state="refused", error=error)

    def _tell(self) -> None:
        """Tell the session of the papers that came in since the last time."""
        self._timer.stop()
        fresh, self._fresh = self._fresh, []
        if fresh and not self._is_closed:
            self._may_store.clear()  # whoever hears of them reads the project: not in turns with the worker
            try:
                self._session.remember(papers_added(fresh, self._merge_key))
            finally:
                self._may_store.set()


def _wish_for(row: ImportRow) -> Wish:
    """The wish to read the file of a row once more."""
    return Wish(row.path, row.key, "" if row.name == shown_name(row.path) else row.name)
