"""A note, of a passage or of something else, edited in place and saved while typing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from reader.domain.changes import ChangeSet
from reader.edit.notes import set_note
from reader.models.session import Session
from reader.ui.theme import scaled

NOTE_WAIT = 600  # ms after the last key before the note is saved
FEWEST_LINES, MOST_LINES = 2, 14


class NoteField(QPlainTextEdit):
    """As high as its text. It saves 600 ms after the last key, when the focus leaves, and when Esc is pressed.

    `act` makes the ChangeSet that puts a text with what has a uid; without it the uid is that of a highlight.
    """

    left = Signal()  # the user is done: Esc

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, act: Callable[[str, str], ChangeSet] | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._uid, self._act = session, "", act
        self._typing = False  # something was typed that is not saved yet
        self.setTabChangesFocus(True)
        self.setReadOnly(session.project.read_only)
        self.setPlaceholderText(self.tr("Write a note"))
        self.setAccessibleName(self.tr("Note"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._timer = QTimer(self, singleShot=True, interval=NOTE_WAIT)
        self._timer.timeout.connect(self.save)
        self.textChanged.connect(self._on_text)

    def show_note(self, uid: str, note: str) -> None:
        """Show the note of a highlight. What was typed for another one is saved first; what is being typed stays."""
        if uid != self._uid:
            self.save()
            self._uid, self._typing = uid, False
        elif self._typing:
            return
        if self.toPlainText() != note:
            self.blockSignals(True)
            self.setPlainText(note)
            self.blockSignals(False)
            self._fit()

    def save(self) -> None:
        """Save what is typed, now."""
        self._timer.stop()
        if self._typing:
            uid, text = self._uid, self.toPlainText()
            self._typing = False  # what is told of the change is shown at once
            if not self._session.attempt(lambda: self._change(uid, text)):
                self._typing = True  # what could not be saved stays in the field

    def _change(self, uid: str, text: str) -> ChangeSet:
        return set_note(self._session.project, uid, text) if self._act is None else self._act(uid, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.save()
            self.left.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.save()
            self._session.history.end_step()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(scaled(200), self._wanted_height())

    def _on_text(self) -> None:
        if self._uid:
            self._typing = True
            self._timer.start()
        self._fit()

    def _wanted_height(self) -> int:
        lines = round(self.document().size().height())
        lines = min(MOST_LINES, max(FEWEST_LINES, lines))
        around = 2 * (self.frameWidth() + round(self.document().documentMargin())) + 2
        return lines * self.fontMetrics().lineSpacing() + around

    def _fit(self) -> None:
        height = self._wanted_height()
        if height != self.height():
            self.setFixedHeight(height)
