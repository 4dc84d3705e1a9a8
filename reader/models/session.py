"""An open project in a window: every act goes through here, and `changed` tells every view what happened."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from PySide6.QtCore import QObject, Signal

from reader.domain.changes import ChangeSet
from reader.domain.errors import ProjectWriteFailed, ReaderError
from reader.domain.model import Document
from reader.edit.documents import papers_named_only
from reader.edit.history import History
from reader.models.highlights import DocumentMarks
from reader.models.jobs import Job, Jobs, JobStopped
from reader.models.large_acts import LargeActs, Stage, is_large
from reader.text.reading import ReadingText, delivered_text, reading_text
from reader.text.structure import Structure

if TYPE_CHECKING:
    from reader.store.project import Project

log = logging.getLogger(__name__)


class Session(QObject):
    """The project, its undo history, and the one signal of change.

    `changed` carries the ChangeSet that was applied, after it is committed. `failed` carries a ReaderError; the project
    is then as it was before the act. Acts that could not be written wait for `try_again`.

    Undo and redo of a large act go on in the background (`large_acts`) and are told when they are done; what is asked
    for meanwhile comes after them.
    """

    changed = Signal(object)
    failed = Signal(object)
    saved = Signal()
    closing = Signal()  # the project file is about to be closed

    def __init__(self, project: Project, author: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.author = author
        self.history = History(self._apply)
        self.large_acts: LargeActs = LargeActs(self)
        self._wanted: list[bool] = []  # steps back (True) or forth, asked for while a large act was at hand
        self._late: list[ChangeSet] = []  # acts to remember that came meanwhile
        self._jobs = Jobs(self)
        self._has_aside = not project.read_only and bool(project.papers_aside())  # a crash left them
        self.passwords: dict[str, str] = {}  # of protected papers, by uid of the text; never stored
        self._waiting: dict[str, Callable[[], object]] = {}  # by merge key; "" is the act that failed last
        self._structures: WeakValueDictionary[str, Structure] = WeakValueDictionary()
        self._readings: WeakValueDictionary[tuple[str, bool], ReadingText] = WeakValueDictionary()
        self._marks: WeakValueDictionary[str, DocumentMarks] = WeakValueDictionary()
        self._remove_aside()

    def run(self, change_set: ChangeSet) -> bool:
        """Apply an act and remember it for undo. Gives whether it was done; an empty act counts as done."""
        return self.attempt(lambda: change_set)

    def attempt(self, act: Callable[[], ChangeSet]) -> bool:
        """Build an act and run it; what the act refuses is told through `failed`. An empty act counts as done."""
        key = ""
        self.large_acts.finish()
        try:
            change_set = act()
            if not change_set:
                return True
            key = change_set.merge_key or ""
            self.history.do(change_set)
        except ReaderError as error:
            self._fail(error, key, lambda: self.attempt(act))
            return False
        self._remove_aside()
        self._tell(change_set)
        return True

    def remember(self, change_set: ChangeSet) -> None:
        """Tell of an act that is in the project already, as a piece of an import; pieces of one key are one step."""
        if self.large_acts.is_busy:
            self._late.append(change_set)
            return
        self.history.remember(change_set)
        self._remove_aside()
        if is_large(change_set):
            self.large_acts.tell([*self._stages(change_set), self._go_on])
        else:
            self._tell(change_set)

    def undo(self) -> ChangeSet | None:
        """Take the last act back. Gives what was applied; None if there was nothing, it failed, or is not done yet."""
        return self._step(back=True)

    def redo(self) -> ChangeSet | None:
        """Do the act taken back last once more. Gives as `undo` does."""
        return self._step(back=False)

    @property
    def waiting(self) -> int:
        """How many acts could not be written and wait for `try_again`."""
        return len(self._waiting)

    def try_again(self) -> bool:
        """Repeat the acts that could not be written: every note that was typed, and the act that failed last.

        Each is built anew for the project as it is now. Gives whether none waits any longer; the first that cannot be
        written is told through `failed`, and the rest keep waiting with it.
        """
        self.large_acts.finish()
        todo, self._waiting = self._waiting, {}
        for key, act in todo.items():
            if self._waiting:
                self._waiting[key] = act
            else:
                act()
                self.large_acts.finish()
        return not self._waiting

    def give_up_waiting(self) -> None:
        """Forget the acts that could not be written."""
        self._waiting.clear()

    def structure(self, text_uid: str) -> Structure:
        """What is recognised in a text, loaded once while somebody shows it."""
        structure = self._structures.get(text_uid)
        if structure is None:
            structure = Structure.from_bytes(self.project.structure(text_uid))
            self._structures[text_uid] = structure
        return structure

    def reading(self, text_uid: str, *, delivered: bool = False) -> ReadingText:
        """The text as shown, or as delivered; panes that show the same text share it."""
        key = (text_uid, delivered)
        reading = self._readings.get(key)
        if reading is None:
            build = delivered_text if delivered else reading_text
            reading = build(self.structure(text_uid), self.project.body(text_uid))
            self._readings[key] = reading
        return reading

    def read_ahead(self, document: Document, done: Callable[[ReadingText], None]) -> None:
        """Make the text of a paper ready to be shown in the background; it is shared while `done` gets it."""
        text_uid = document.text_uid

        def work(_job: Job) -> tuple[Structure, ReadingText]:
            structure = Structure.from_bytes(self.project.structure(text_uid))
            return structure, reading_text(structure, self.project.body(text_uid))

        def keep(read: tuple[Structure, ReadingText]) -> None:
            self._structures[text_uid], self._readings[text_uid, False] = read
            done(read[1])

        self._jobs.start("", work, keep, self._on_not_read_ahead, quiet=True)

    def _on_not_read_ahead(self, error: Exception) -> None:
        if not isinstance(error, ReaderError):
            raise error
        self.failed.emit(error)

    def marks(self, document: Document) -> DocumentMarks:
        """The marks of a document, kept up to date while somebody shows them.

        Those of the text that it shows, unless `document` names an older version: then the marks left in that one.
        """
        is_shown = self.project.document(document.uid).text_uid == document.text_uid
        key = document.uid if is_shown else document.text_uid
        marks = self._marks.get(key)
        if marks is None:
            marks = self._marks[key] = DocumentMarks(self.project, document, follows=is_shown)
        return marks

    def close(self) -> None:
        """Close the project file. The session is of no use afterwards."""
        self.closing.emit()
        self.large_acts.end()
        self._jobs.end()
        self.history.clear()
        self.give_up_waiting()
        self.project.close()

    def _apply(self, change_set: ChangeSet) -> None:
        """Save an act. An import is taken back by setting its papers aside, so that it can be done again at once."""
        papers = papers_named_only(change_set)
        if not papers:
            self.project.apply(change_set)
        elif any(change.after is None for change in change_set.changes):
            self.project.set_aside(papers)
            self._has_aside = True
        else:
            self.project.bring_back(papers)

    def _remove_aside(self) -> None:
        """Remove the papers of an import that was taken back and cannot be done again, in the background."""
        if not self._has_aside or self.history.redo_name is not None:
            return
        self._has_aside = False
        uids = self.project.papers_aside()
        if uids:
            work = partial(_remove_aside, self.project, uids)
            self._jobs.start("", work, _on_removed, _on_not_removed, quiet=True)

    def _step(self, *, back: bool) -> ChangeSet | None:
        if self.large_acts.is_busy:
            self._wanted.append(back)
            return None
        step = self.history.next_step(back=back)
        if step is not None and is_large(step) and not papers_named_only(step):
            title = self.tr("Undoing") if back else self.tr("Redoing")
            work = partial(_write, self.project, step, back)
            self.large_acts.start(title, work, partial(self._on_stepped, back), partial(self._on_not_stepped, back))
            return None
        try:
            applied = self.history.undo() if back else self.history.redo()
        except ReaderError as error:
            self._fail(error, "", self.undo if back else self.redo)
            return None
        if applied is not None:
            self._tell(applied)
        return applied

    def _on_stepped(self, back: bool, applied: ChangeSet) -> None:
        self.history.moved(back=back)
        self.large_acts.tell([*self._stages(applied), self._go_on])

    def _on_not_stepped(self, back: bool, error: Exception) -> None:
        self._wanted.clear()
        self._go_on()
        if isinstance(error, ReaderError):
            self._fail(error, "", self.undo if back else self.redo)
        elif not isinstance(error, JobStopped):  # the user stopped it: everything is as it was
            raise error

    def _go_on(self) -> None:
        """Do what was asked for while a large act was at hand; again a large one lets the rest wait."""
        while self._wanted and not self.large_acts.is_busy:
            self._step(back=self._wanted.pop(0))
        if not self.large_acts.is_busy:
            late, self._late = self._late, []
            for change_set in late:
                self.remember(change_set)

    def _fail(self, error: ReaderError, key: str, again: Callable[[], object]) -> None:
        if isinstance(error, ProjectWriteFailed):
            self._waiting.pop(key, None)
            self._waiting[key] = again
        self.failed.emit(error)

    def _tell(self, applied: ChangeSet) -> None:
        for stage in self._stages(applied):
            stage()

    def _stages(self, applied: ChangeSet) -> list[Stage]:
        """What there is to do after an act, in pieces; the marks that are shown have it before the views."""
        self._forget_waiting(applied)
        return [
            *(partial(marks.apply, applied) for marks in list(self._marks.values())),
            partial(self._tell_views, applied),
        ]

    def _forget_waiting(self, applied: ChangeSet) -> None:
        # the user went on: repeating the act that failed last could now take back or double what was done instead
        for key in {"", applied.merge_key or ""}:
            self._waiting.pop(key, None)

    def _tell_views(self, applied: ChangeSet) -> None:
        self.changed.emit(applied)
        self.saved.emit()


def _write(project: Project, step: ChangeSet, back: bool, job: Job) -> ChangeSet:
    """Take a step back, or do it again. Gives what was applied."""
    change_set = step.inverse() if back else step
    project.apply(change_set, job.step)
    return change_set


def _remove_aside(project: Project, uids: Collection[str], job: Job) -> None:
    project.remove_aside(uids, job.step)


def _on_removed(_result: object) -> None:
    pass


def _on_not_removed(error: Exception) -> None:
    """What is left of them goes when the project is closed or opened again."""
    if isinstance(error, ReaderError):
        log.warning("papers that were taken away are still in the project: %s", error)
    elif not isinstance(error, JobStopped):
        raise error
