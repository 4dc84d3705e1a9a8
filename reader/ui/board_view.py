"""The list of the questions board: its keys, the parts of its rows that can be pressed, and the row that is open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from reader.models.board_items import GroupItem, Item, LooseItem, QuestionItem, SectionItem
from reader.models.board_rows import BoardRows
from reader.ui.board_keys import BoardKeys
from reader.ui.board_open_row import OpenRow
from reader.ui.board_rows import BoardDelegate, Part
from reader.ui.lazy_rows_view import Index, LazyRowsView
from reader.ui.theme import Theme, scaled

NEXT_SHOWN = 48  # px of the row after the current one that are kept in view
_PARTS: tuple[Part, ...] = ("verdict", "accept-all", "place", "fold")


class BoardView(LazyRowsView):
    """One row is current, and if it is a question or an answer it is open: a widget lies over it."""

    chosen = Signal()  # another row is current
    act_requested = Signal(str)
    menu_requested = Signal(object)  # QPoint on the screen
    place_requested = Signal()  # of the current row, in the paper
    _open: OpenRow | None = None  # known before the view is: its layout is asked for while it is being made

    def __init__(self, theme: Theme, model: BoardRows, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._keys = BoardKeys()
        self._is_choosing = False
        self._pressed: tuple[int, Part] = (-1, "")
        self._delegate = BoardDelegate(theme, self, model)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.set_sizes(self._delegate)
        model.dataChanged.connect(self._on_rows)
        model.rowsInserted.connect(self._on_rows)
        model.rowsRemoved.connect(self._on_rows)
        model.modelReset.connect(self._on_rows)

    def set_open_row(self, widget: OpenRow) -> None:
        """The widget that lies over the current question."""
        self._open = widget
        widget.setParent(self.viewport())
        widget.height_changed.connect(self._on_height)
        widget.hide()

    def set_keys(self, keys: BoardKeys) -> None:
        """Which key does what while the list has the focus."""
        self._keys = keys

    @property
    def delegate(self) -> BoardDelegate:
        return self._delegate

    def current_item(self) -> Item | None:
        """What the current row shows."""
        return self._rows.item_at(self.currentIndex())

    def choose(self, row: int) -> None:
        """Make a row current and bring it into view."""
        index = self._rows.index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def row_on_screen(self) -> QRect:
        """Where the first lines of the current row are on the screen: popups open below them."""
        rect = self.visualRect(self.currentIndex())
        rect.setHeight(min(rect.height(), scaled(NEXT_SHOWN)))
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    # -- folding -------------------------------------------------------------------------------------------------------

    def fold(self) -> None:
        """Fold the head that is current; elsewhere go to the head above."""
        item, row = self.current_item(), self.currentIndex().row()
        if isinstance(item, SectionItem | GroupItem) and not item.is_folded:
            self._rows.fold(item.fold, True)
        elif row >= 0 and self._rows.head_of(row) >= 0:
            self.choose(self._rows.head_of(row))

    def unfold(self) -> None:
        """Unfold the head that is current."""
        item = self.current_item()
        if isinstance(item, SectionItem | GroupItem):
            self._rows.fold(item.fold, False)

    def toggle_fold(self) -> None:
        """Fold the head that is current, or unfold it."""
        item = self.current_item()
        if isinstance(item, SectionItem | GroupItem):
            self._rows.fold(item.fold, not item.is_folded)

    # -- the open row --------------------------------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        bar = self.verticalScrollBar()
        before = self.visualRect(current)
        self._is_choosing = True
        self.chosen.emit()
        self._is_choosing = False
        self._lay_out()
        if before.isValid() and 0 <= before.top() < self.viewport().height():
            bar.setValue(bar.value() + self.visualRect(current).top() - before.top())  # what is chosen stays put
        super().currentChanged(current, previous)
        self._place_open()

    def doItemsLayout(self) -> None:
        self._mark_open()
        super().doItemsLayout()
        self._place_open()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What stays on the screen is moved and not painted again; the heights of all rows are known exactly."""
        self.settle()
        self.viewport().scroll(dx, dy)
        if self.underMouse():
            point = self.viewport().mapFromGlobal(self.cursor().pos())
            for place in (point, point + QPoint(dx, dy)):  # the rows that are under the pointer now, and were
                self.viewport().update(self.visualRect(self.indexAt(place)))
        self._place_open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        if event.size().height() != event.oldSize().height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())  # the board may have come under the panes

    def _lay_out(self) -> None:
        self.doItemsLayout()
        self.viewport().update()

    def _mark_open(self) -> None:
        """Tell the delegate which row is open and how high it is."""
        if self._open is None:
            return
        wanted = isinstance(self.current_item(), QuestionItem | LooseItem)
        self._delegate.open_row = self.currentIndex().row() if wanted else -1
        if wanted:
            self._delegate.open_height = self._open.heightForWidth(self.viewport().width())

    def _place_open(self) -> None:
        if self._open is None:
            return
        if self._delegate.open_row < 0 or self._delegate.open_row != self.currentIndex().row():
            self._open.hide()
            return
        rect = self.visualRect(self.currentIndex())
        if self._open.geometry() != rect:
            self._open.setGeometry(rect)
        self._open.arrange()
        self._open.setVisible(rect.isValid())

    def _on_height(self) -> None:
        if self._open is not None and self._delegate.open_row >= 0 and not self._is_choosing:
            self._lay_out()

    def _on_rows(self) -> None:
        self.scheduleDelayedItemsLayout()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a row into view, and below it the beginning of the next one where there is room."""
        super().scrollTo(index, hint)
        rect = self.visualRect(index)
        beyond = rect.bottom() + scaled(NEXT_SHOWN) - self.viewport().height()
        if rect.isValid() and beyond > 0 and rect.top() > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + min(beyond, rect.top()))

    # -- keys ----------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act:
            event.accept()
            self.act_requested.emit(act)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are acts here, or nothing."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus()

    def _show_focus(self) -> None:
        if self._open is not None:
            self._open.set_list_focus(self.hasFocus())
        self.viewport().update()

    def _act_of(self, event: QKeyEvent) -> str:
        return self._keys.act_of(event, self.layoutDirection())

    # -- the mouse -----------------------------------------------------------------------------------------------------

    def part_at(self, point: QPoint) -> tuple[int, Part]:
        """The row at a point of the viewport and the part of it that can be pressed there."""
        index = self.indexAt(point)
        item = self._rows.item_at(index)
        if item is None or index.row() == self._delegate.open_row:
            return index.row(), ""
        rect = self.visualRect(index)
        for part in _PARTS:
            if self._delegate.part_rect(item, rect, part).contains(point):
                return index.row(), part
        return index.row(), ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._show_hot(self.part_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_hot((-1, ""))

    def _show_hot(self, hot: tuple[int, Part]) -> None:
        if hot != self._delegate.hot:
            self._delegate.hot = hot
            shape = Qt.CursorShape.PointingHandCursor if hot[1] else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self.part_at(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row, part = self._pressed
        self._pressed = (-1, "")
        if event.button() != Qt.MouseButton.LeftButton or row < 0 or row >= self._rows.rowCount():
            return
        item = self._rows.item(row)
        if part == "fold" or (not part and isinstance(item, SectionItem | GroupItem)):
            self.act_requested.emit("toggle-fold")
        elif part:
            self.act_requested.emit(part)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if isinstance(self.current_item(), QuestionItem | LooseItem):
            self.place_requested.emit()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            corner = self.visualRect(index).topLeft() + QPoint(24, 24)
            self.menu_requested.emit(event.globalPos() if by_mouse else self.viewport().mapToGlobal(corner))
        event.accept()
