"""Splitters with a quiet hairline, an 8 px grip, arrow keys, and double click for even parts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from reader.ui.theme import Theme

STEP, LARGE_STEP = 8, 40  # px moved by an arrow key, without and with Shift


class GripHandle(QSplitterHandle):
    """The handle between two parts: movable by mouse and, when focused, by arrow keys."""

    def __init__(self, splitter: GripSplitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._splitter = splitter
        self.theme = splitter.theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Divider"))

    def index(self) -> int:
        """The place of this handle: it stands between the parts index - 1 and index."""
        return next((i for i in range(self._splitter.count()) if self._splitter.handle(i) is self), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = LARGE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        horizontal = self.orientation() == Qt.Orientation.Horizontal
        backward, forward = (Qt.Key.Key_Left, Qt.Key.Key_Right) if horizontal else (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() not in (backward, forward):
            super().keyPressEvent(event)
            return
        position = self.x() if horizontal else self.y()
        self.moveSplitter(position + (step if event.key() == forward else -step))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._splitter.make_even()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("page"))
        middle = self.rect().center()
        if self.orientation() == Qt.Orientation.Horizontal:
            painter.fillRect(middle.x(), 0, 1, self.height(), self.theme.color("line"))
        else:
            painter.fillRect(0, middle.y(), self.width(), 1, self.theme.color("line"))
        if self.hasFocus():
            painter.setPen(self.theme.color("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class GripSplitter(QSplitter):
    """A splitter whose handles are GripHandles. Parts never collapse by dragging."""

    def __init__(self, theme: Theme, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.theme = theme
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        theme.changed.connect(self.update)

    def createHandle(self) -> QSplitterHandle:
        return GripHandle(self)

    def make_even(self) -> None:
        """Give every visible part the same size."""
        self.setSizes([10_000] * self.count())
