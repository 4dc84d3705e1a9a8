"""What the side panels share: their ground, the heading with its buttons, and the tree with our keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from reader.ui.controls import QuietToolButton, SectionHeading
from reader.ui.row_delegate import ground_palette
from reader.ui.theme import Theme, scaled

CHEVRON = 24  # px at the leading edge in which a click folds or unfolds a row


class SidePanel(QWidget):
    """A part of a side bar: side colour, a heading with quiet buttons, and what it holds below."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAutoFillBackground(True)
        self.setAccessibleName(title)
        self.heading = SectionHeading(theme, title)
        self.head_row = QHBoxLayout()
        self.head_row.setContentsMargins(scaled(12), scaled(6), scaled(6), scaled(4))
        self.head_row.setSpacing(0)
        self.head_row.addWidget(self.heading, 1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addLayout(self.head_row)
        theme.changed.connect(self._take_ground)
        self._take_ground()

    def add_button(self, icon_name: str, name: str, act: Callable[[], object]) -> QuietToolButton:
        """A quiet button at the end of the heading."""
        button = QuietToolButton(self.theme, icon_name, name, self)
        button.clicked.connect(act)
        self.head_row.addWidget(button)
        return button

    def _take_ground(self) -> None:
        self.setPalette(ground_palette(self.theme, "side"))


class PanelTree(QTreeView):
    """A tree on the ground of its panel. It sends the keys it is told to take, before the window's shortcuts."""

    key_pressed = Signal(str)  # one of the keys it takes, as portable text
    typed = Signal(str)  # letters typed while nothing is being edited
    row_clicked = Signal(QModelIndex, int)  # row, px from its leading edge
    menu_requested = Signal(QModelIndex, object)  # row, global QPoint

    def __init__(self, theme: Theme, name: str, keys: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = {QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) for key in keys}
        self._typing = False
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAutoScroll(True)
        theme.changed.connect(self._take_ground)
        self._take_ground()

    def take_typing(self) -> None:
        """Send typed letters in place of looking for a row that starts with them."""
        self._typing = True

    def toggle(self, index: QModelIndex) -> None:
        """Fold or unfold a row."""
        self.setExpanded(index, not self.isExpanded(index))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._taken(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = self._taken(event)
        if keys and self.state() != QAbstractItemView.State.EditingState:
            event.accept()
            self.key_pressed.emit(keys)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        if self._typing and search.strip():
            self.typed.emit(search)
        else:
            super().keyboardSearch(search)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragging = self.state() == QAbstractItemView.State.DraggingState
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and not was_dragging:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.row_clicked.emit(index, self.viewport().width() - point.x() if mirrored else point.x())

    def contextMenuEvent(self, event: object) -> None:
        from PySide6.QtGui import QContextMenuEvent

        assert isinstance(event, QContextMenuEvent)
        index = self.currentIndex()
        point = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(event.pos())
        elif index.isValid():
            point = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        event.accept()
        self.menu_requested.emit(index, point)

    def drawBranches(self, *_arguments: object) -> None:
        """Nothing: the delegate draws the chevron, so that rows can start at the edge."""

    def _taken(self, event: QKeyEvent) -> str:
        keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        keys = keys.replace("Enter", "Return").replace("Num+", "")
        return keys if keys in self._keys else ""

    def _take_ground(self) -> None:
        self.setPalette(ground_palette(self._theme, "side", of_list=True))


def inset(child: QWidget) -> QWidget:
    """The child with space around it; hide the result, and the space goes too."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(scaled(10), scaled(4), scaled(10), scaled(8))
    column.addWidget(child)
    return box


MenuItem = tuple[str, str, Callable[[], object]] | None


def filled_menu(parent: QWidget, items: Iterable[MenuItem]) -> QMenu:
    """A menu of (words, keys shown, act); None is a line. It deletes itself when it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for item in items:
        if item is None:
            menu.addSeparator()
            continue
        words, keys, act = item
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        menu.addAction(f"{words}\t{shown}" if shown else words).triggered.connect(act)
    return menu
