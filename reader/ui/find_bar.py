"""Find in the paper of a pane: the field, the count, next and previous. The view marks the hits."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from reader.domain.model import Span
from reader.ui.controls import QuietToolButton
from reader.ui.reading_view import ReadingView
from reader.ui.theme import Theme

WAIT = 120  # ms after the last key before a long paper is searched


class FindBar(QWidget):
    """A bar above the text. Enter and Shift+Enter step through the hits; Esc closes it, the caret stays at the hit."""

    closed = Signal()

    def __init__(self, view: ReadingView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._hits: list[Span] = []
        self._current = -1
        self.field = QLineEdit(placeholderText=self.tr("Find in this paper"), clearButtonEnabled=True)
        self.field.setAccessibleName(self.tr("Find in this paper"))
        self.count = QLabel()
        self.count.setAccessibleName(self.tr("Number of hits"))
        previous = QuietToolButton(theme, "arrow-up", self.tr("Previous hit"), self)
        following = QuietToolButton(theme, "arrow-down", self.tr("Next hit"), self)
        close = QuietToolButton(theme, "x", self.tr("Close"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setSpacing(4)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.count)
        for button in (previous, following, close):
            layout.addWidget(button)
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self._search)
        self.field.textChanged.connect(self._wait)
        previous.clicked.connect(self.previous)
        following.clicked.connect(self.next)
        close.clicked.connect(self.close_bar)
        self.hide()

    @property
    def hits(self) -> tuple[Span, ...]:
        return tuple(self._hits)

    @property
    def current(self) -> int:
        """The index of the hit that is chosen, -1 when there is none."""
        return self._current

    def open(self, text: str = "") -> None:
        """Show the bar with the cursor in it; `text` (the selection) is looked for at once."""
        self.show()
        if text and "\n" not in text and len(text) <= 200:
            self.field.setText(text)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    def close_bar(self) -> None:
        """Hide the bar and the marks of its hits; the caret stays at the last hit."""
        self._timer.stop()
        self._hits, self._current = [], -1
        self._view.set_hits([], -1)
        self.hide()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def next(self) -> None:
        self._step(1)

    def previous(self) -> None:
        self._step(-1)

    def refresh(self) -> None:
        """Look again, for another text in the same pane."""
        if self.isVisible():
            self._search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _wait(self) -> None:
        self._timer.start()

    def _search(self) -> None:
        self._timer.stop()
        text = self.field.text()
        self._hits = self._view.find(text) if text.strip() else []
        caret = self._view.caret()
        self._current = next((i for i, hit in enumerate(self._hits) if hit.start >= caret), 0) if self._hits else -1
        self._show()

    def _step(self, by: int) -> None:
        if self._timer.isActive():
            self._search()
            return
        if self._hits:
            self._current = (self._current + by) % len(self._hits)
            self._show()

    def _show(self) -> None:
        self._view.set_hits(self._hits, self._current)
        if self._hits:
            self._view.reveal(self._hits[self._current], frame=False)
            self._view.set_caret(self._hits[self._current].start)
            self.count.setText(self.tr("{n} of {total}").format(n=self._current + 1, total=len(self._hits)))
        else:
            self.count.setText(self.tr("No hits") if self.field.text().strip() else "")
