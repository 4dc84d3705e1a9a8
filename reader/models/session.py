"""An open project in a window: every act goes through here, and `changed` tells every view what happened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from PySide6.QtCore import QObject, Signal

from reader.domain.changes import ChangeSet
from reader.domain.errors import ProjectWriteFailed, ReaderError
from reader.domain.model import Document
from reader.edit.documents import with_texts
from reader.edit.history import History
from reader.models.highlights import DocumentMarks
from reader.text.reading import ReadingText, delivered_text, reading_text
from reader.text.structure import Structure

if TYPE_CHECKING:
    from reader.store.project import Project


class Session(QObject):
    """The project, its undo history, and the one signal of change.

    `changed` carries the ChangeSet that was applied, after it is committed. `failed` carries a ReaderError; the project
    is then as it was before the act. Acts that could not be written wait for `try_again`.
    """

    changed = Signal(object)
    failed = Signal(object)
    saved = Signal()
    closing = Signal()  # the project file is about to be closed

    def __init__(self, project: Project, author: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project = project
        self.author = author
        self.history = History(project.apply, whole=partial(with_texts, project))
        self._waiting: dict[str, Callable[[], object]] = {}  # by merge key; "" is the act that failed last
        self._structures: WeakValueDictionary[str, Structure] = WeakValueDictionary()
        self._readings: WeakValueDictionary[tuple[str, bool], ReadingText] = WeakValueDictionary()
        self._marks: WeakValueDictionary[str, DocumentMarks] = WeakValueDictionary()

    def run(self, change_set: ChangeSet) -> bool:
        """Apply an act and remember it for undo. Gives whether it was done; an empty act counts as done."""
        return self.attempt(lambda: change_set)

    def attempt(self, act: Callable[[], ChangeSet]) -> bool:
        """Build an act and run it; what the act refuses is told through `failed`. An empty act counts as done."""
        key = ""
        try:
            change_set = act()
            if not change_set:
                return True
            key = change_set.merge_key or ""
            self.history.do(change_set)
        except ReaderError as error:
            self._fail(error, key, lambda: self.attempt(act))
            return False
        self._tell(change_set)
        return True

    def remember(self, change_set: ChangeSet) -> None:
        """Tell of an act that is in the project already, as a piece of an import; pieces of one key are one step."""
        self.history.remember(change_set)
        self._tell(change_set)

    def undo(self) -> ChangeSet | None:
        """Take the last act back. Gives what was applied, None when there was nothing or it failed."""
        return self._step(self.history.undo, self.undo)

    def redo(self) -> ChangeSet | None:
        """Do the act taken back last once more. Gives what was applied, None when there was nothing or it failed."""
        return self._step(self.history.redo, self.redo)

    @property
    def waiting(self) -> int:
        """How many acts could not be written and wait for `try_again`."""
        return len(self._waiting)

    def try_again(self) -> bool:
        """Repeat the acts that could not be written: every note that was typed, and the act that failed last.

        Each is built anew for the project as it is now. Gives whether none waits any longer; the first that cannot be
        written is told through `failed`, and the rest keep waiting with it.
        """
        todo, self._waiting = self._waiting, {}
        for key, act in todo.items():
            if self._waiting:
                self._waiting[key] = act
            else:
                act()
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

    def marks(self, document: Document) -> DocumentMarks:
        """The marks of a document, kept up to date while somebody shows them."""
        marks = self._marks.get(document.uid)
        if marks is None:
            marks = DocumentMarks(self.project, document)
            self._marks[document.uid] = marks
        return marks

    def close(self) -> None:
        """Close the project file. The session is of no use afterwards."""
        self.closing.emit()
        self.history.clear()
        self.give_up_waiting()
        self.project.close()

    def _step(self, step: Callable[[], ChangeSet | None], again: Callable[[], object]) -> ChangeSet | None:
        try:
            applied = step()
        except ReaderError as error:
            self._fail(error, "", again)
            return None
        if applied is not None:
            self._tell(applied)
        return applied

    def _fail(self, error: ReaderError, key: str, again: Callable[[], object]) -> None:
        if isinstance(error, ProjectWriteFailed):
            self._waiting.pop(key, None)
            self._waiting[key] = again
        self.failed.emit(error)

    def _tell(self, applied: ChangeSet) -> None:
        # the user went on: repeating the act that failed last could now take back or double what was done instead
        for key in {"", applied.merge_key or ""}:
            self._waiting.pop(key, None)
        for marks in list(self._marks.values()):
            marks.apply(applied)
        self.changed.emit(applied)
        self.saved.emit()
