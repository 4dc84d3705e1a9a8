"""The head of a pane: number, title, facts and buttons; dragging it onto another pane swaps the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from reader.ui.controls import ElidedLabel, QuietToolButton
from reader.ui.pane_signs import FollowSign, NumberBox

if TYPE_CHECKING:
    from reader.ui.document_pane import DocumentPane

PANE_MIME = "application/x-vindplaats-pane"


class PaneHead(QWidget):
    """Number, title and buttons. Dragging it onto another pane swaps the two."""

    def __init__(self, pane: DocumentPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._pressed: QPoint | None = None
        theme = pane.theme
        self.number = NumberBox(theme, self)
        self.title = ElidedLabel(theme, px=13, weight=600, parent=self)
        self.meta = ElidedLabel(theme, px=12, token="text2", parent=self)
        self.follows = FollowSign(theme, self)
        self.outline = QuietToolButton(theme, "list-tree", self.tr("Contents of this paper"), self)
        self.more = QuietToolButton(theme, "ellipsis-vertical", self.tr("More for this pane"), self)
        self.close_button = QuietToolButton(theme, "x", self.tr("Close this pane"), self)
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.setSpacing(8)
        layout.addWidget(self.number)
        layout.addWidget(self.title)
        layout.addWidget(self.meta)
        layout.addStretch(1)
        for widget in (self.follows, self.outline, self.more, self.close_button):
            layout.addWidget(widget)
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(42)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Leave number and date out where there is no room for them beside the title, and the word that it follows."""
        layout = self._row
        others = sum(button.sizeHint().width() for button in (self.outline, self.more, self.close_button))
        margins = layout.contentsMargins()
        room = self.width() - margins.left() - margins.right() - others - self.number.width() - 6 * layout.spacing()
        title, meta = self.title.sizeHint().width(), self.meta.sizeHint().width()
        if not self.follows.isHidden():
            sign, word = self.follows.minimumSizeHint().width(), self.follows.whole_width()
            self.follows.set_with_word(title + word + layout.spacing() <= room)
            room -= layout.spacing() + (word if title + word + layout.spacing() <= room else sign)
        self.meta.setVisible(title + meta <= room)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        self._pane.view.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        moved = (event.position().toPoint() - self._pressed).manhattanLength()
        if moved >= QApplication.startDragDistance():
            self._pressed = None
            data = QMimeData()
            data.setData(PANE_MIME, str(self._pane.number).encode())
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.setPixmap(self.grab())
            drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._pane.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("page" if self._pane.active else "side"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.color("line"))
