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
from reader.domain.errors import FileUnreadable, ImportStopped, ProjectError, ReaderError
from reader.domain.model import Document, Text, new_uid
from reader.edit.documents import papers_added, titles_by_fingerprint, without_content
from reader.edit.versions import known_version
from reader.importers.extracted import shown_name
from reader.importers.several_parked import Parked, text_in
from reader.importers.several_process import PaperReader, ParkedFound
from reader.models.import_files import Wish, files_in
from reader.models.import_rows import ImportRow, ImportRows, ImportState
from reader.models.jobs import Job, Jobs

if TYPE_CHECKING:
    from reader.models.session import Session
    from reader.store.project import Project

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
        self._reader = PaperReader(self._folder)  # of the worker thread, as `_seen` and `_position`
        self._seen: dict[str, str] = {}  # the titles of the papers of this import by their fingerprints
        self._position = -1  # of the last paper in the project
        self._keys = itertools.count()  # of rows; taken from on both threads
        self._job: Job | None = None
        self._coming: list[tuple[list[Wish], str]] = []  # what is read when the job at hand is done, with its title
        self._last: dict[int, int] = {}  # by the row of a file: the last row of what was found in it
        self._fresh: list[tuple[Document, Text]] = []  # stored, and not told yet
        self._posts: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._may_store = threading.Event()
        self._may_store.set()
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
            self._start(title, partial(self._store_all, rows))

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
            self._start(title, partial(self._read_all, wishes))

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
            self._start(title, partial(self._read_all, wishes))
        else:
            self.idle.emit()

    def _on_failure(self, error: Exception) -> None:
        self._coming.clear()
        self._on_end(None)
        if not isinstance(error, ReaderError):
            raise error
        self.failed.emit(error)

    def _clean_up(self) -> None:
        self._reader.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    # -- on the worker thread ------------------------------------------------------------------------------------------

    def _read_all(self, wishes: Sequence[Wish], job: Job) -> None:
        """Read the files of the wishes; each paper is told of as it comes."""
        files: list[Wish] = []
        for wish in wishes:
            try:
                inside = files_in([wish.path]) if wish.key is None else [wish.path]
                files += [
                    replace(wish, path=path, key=next(self._keys) if wish.key is None else wish.key) for path in inside
                ]
            except ReaderError as error:
                self._post(self._on_unlisted, wish.path, error)
        self._post(self._on_listed, files)
        known = self._look_at_project()
        try:
            for number, wish in enumerate(files):
                job.report(number / len(files), f"{number + 1}/{len(files)} {shown_name(wish.path)}")
                self._read_one(wish, known, job, partial(_report, job, number, len(files), shown_name(wish.path)))
        except ImportStopped:
            return
        finally:
            self._reader.close()

    def _read_one(self, wish: Wish, known: dict[str, str], job: Job, tell: Callable[[float], None]) -> None:
        """Raises ImportStopped when the job is cancelled; then the rest of a file that holds several waits."""
        from reader.importers.email import Email  # not in the window's time

        file_key = wish.key
        assert file_key is not None
        if job.is_cancelled():
            raise ImportStopped(name=shown_name(wish.path))
        self._post(self._on_begun, file_key)

        def progress(share: float) -> None:
            tell(share)
            self._post(self._on_share, file_key, share)

        found = self._reader.read(
            wish.path, progress=progress, cancelled=job.is_cancelled, password=wish.password, only=wish.only
        )
        name, may_hold_more = shown_name(wish.path), False
        try:
            for number, one in enumerate(found):
                key = next(self._keys) if number else file_key
                parked = one.outcome
                may_hold_more = one.name != name or (
                    isinstance(parked, Parked) and parked.media_type == Email().media_type
                )
                same = self._same(parked, known) if isinstance(parked, Parked) else ""
                older = self._version_of(parked) if isinstance(parked, Parked) and not same else None
                self._post(self._on_found, file_key, key, one, same, older)
                if isinstance(parked, Parked) and not same and older is None and not self.review:
                    self._store_one(key, parked, parked.document)
        except ImportStopped as error:
            if may_hold_more:
                self._post(self._on_found, file_key, next(self._keys), ParkedFound(name, error), "")
            raise

    def _same(self, parked: Parked, known: dict[str, str]) -> str:
        """The title of the paper that is the same as this one; nothing when there is none, and then it counts."""
        digests = (parked.sha256, parked.original_sha256)
        for titles in (known, self._seen):
            for digest in digests:
                if digest in titles:
                    return titles[digest]
        self._seen.update(dict.fromkeys(digests, parked.document.title))
        return ""

    def _version_of(self, parked: Parked) -> Document | None:
        """The paper of the project that this one may be another version of: the user is asked."""
        try:
            return known_version(self._session.project, parked.document, text_in(parked))
        except (OSError, ValueError, KeyError, TypeError):
            return None  # what was parked cannot be read: storing it will say so

    def _look_at_project(self) -> dict[str, str]:
        """What is there already, and where new papers come."""
        project: Project = self._session.project
        self._position = max((one.position for one in project.documents()), default=-1)
        return titles_by_fingerprint(project)

    def _store_all(self, rows: Sequence[ImportRow], job: Job) -> None:
        known = self._look_at_project()
        for number, row in enumerate(rows):
            if job.is_cancelled():
                return
            job.report(number / len(rows), f"{number + 1}/{len(rows)} {row.name}")
            parked = row.parked
            assert parked is not None
            assert row.document is not None
            same = known.get(parked.sha256) or known.get(parked.original_sha256)
            if same:
                self._post(self._on_found, row.key, row.key, ParkedFound(row.name, parked), same)
            else:
                self._store_one(row.key, parked, row.document)

    def _store_one(self, key: int, parked: Parked, document: Document) -> None:
        """Store a paper behind those that are there. Raises ProjectError."""
        try:
            text = text_in(parked)
        except (OSError, ValueError, KeyError, TypeError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else "what was read of it is lost"
            self._post(self._on_not_stored, key, FileUnreadable(name=document.source_name, reason=reason))
            return
        project: Project = self._session.project
        self._may_store.wait()
        self._position += 1
        placed = replace(document, position=self._position)
        try:
            project.add_paper(placed, text)
        except ProjectError:
            if any(one.uid == placed.uid for one in project.documents()):  # only what the search reads is not complete
                self._post(self._on_stored, key, placed, without_content(text))
            raise
        parked.file.unlink(missing_ok=True)
        self._post(self._on_stored, key, placed, without_content(text))

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


def _report(job: Job, number: int, count: int, name: str, share: float) -> None:
    """Report how far one file is as progress of the whole."""
    job.report((number + share) / count, f"{number + 1}/{count} {name}")
