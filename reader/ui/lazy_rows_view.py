"""A list of rows of different heights, quick with ten thousand rows: heights are estimated until a row is shown."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Protocol

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex
Action = QAbstractItemView.CursorAction


class RowHeights(Protocol):
    """What the view asks of its delegate: the heights of all rows, quickly, and the exact height of one row (px)."""

    def estimates(self) -> list[int]: ...
    def row_height(self, index: Index, /) -> int: ...


class LazyRowsView(QListView):
    """One column over the whole width. What is shown keeps its place while estimates above it are corrected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: RowHeights | None = None
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._exact: set[int] = set()
        self._anchor: tuple[QPersistentModelIndex, int] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def set_sizes(self, sizes: RowHeights) -> None:
        """Who knows how high the rows are."""
        self._sizes = sizes
        self.doItemsLayout()

    # -- layout --------------------------------------------------------------------------------------------------------

    def doItemsLayout(self) -> None:
        anchor = self._anchor
        self._heights = self._sizes.estimates() if self._sizes is not None else []
        self._exact.clear()
        self._sum_up()
        QAbstractItemView.doItemsLayout(self)  # not that of QListView, which measures every row
        if anchor is not None and anchor[0].isValid():
            self.verticalScrollBar().setValue(self._tops[anchor[0].row()] + anchor[1])
        self.settle()

    def updateGeometries(self) -> None:
        bar = self.verticalScrollBar()
        bar.setSingleStep(40)
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, self._tops[-1] - self.viewport().height()))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.settle()
        self.viewport().update()

    def _sum_up(self) -> None:
        self._tops = list(accumulate(self._heights, initial=0))

    def settle(self) -> None:
        """Give the rows on the screen their exact heights; the first of them stays where it is."""
        bar = self.verticalScrollBar()
        for _round in range(4):
            top = bar.value()
            first = self._row_at(top)
            if first < 0 or self._sizes is None:
                self._anchor = None
                return
            inside = top - self._tops[first]
            if not self._measure(first):
                break
            self.updateGeometries()
            bar.blockSignals(True)  # the rows do not move on the screen
            bar.setValue(self._tops[first] + min(inside, self._heights[first] - 1))
            bar.blockSignals(False)
        first = self._row_at(bar.value())
        if first >= 0:
            model = self.model()
            self._anchor = (QPersistentModelIndex(model.index(first, 0)), bar.value() - self._tops[first])

    def _measure(self, first: int) -> bool:
        """Measure the rows that fill the screen from `first` on; gives whether an estimate was wrong."""
        assert self._sizes is not None
        room, wrong, row = self.viewport().height() * 2, False, first
        while row < len(self._heights) and room > 0:
            if row not in self._exact:
                height = self._sizes.row_height(self.model().index(row, 0))
                wrong |= height != self._heights[row]
                self._heights[row] = height
                self._exact.add(row)
            room -= self._heights[row]
            row += 1
        if wrong:
            self._sum_up()
        return wrong

    def _row_at(self, y: int) -> int:
        """The row at `y` px from the top of the list, -1 when there is none."""
        if not self._heights or y < 0 or y >= self._tops[-1]:
            return -1
        return bisect_right(self._tops, y) - 1

    # -- what a view answers -------------------------------------------------------------------------------------------

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def isIndexHidden(self, _index: Index) -> bool:
        return False

    def visualRect(self, index: Index) -> QRect:
        self.executeDelayedItemsLayout()
        row = index.row()
        if not index.isValid() or row >= len(self._heights):
            return QRect()
        return QRect(0, self._tops[row] - self.verticalOffset(), self.viewport().width(), self._heights[row])

    def indexAt(self, point: QPoint) -> QModelIndex:
        self.executeDelayedItemsLayout()
        row = self._row_at(point.y() + self.verticalOffset())
        model = self.model()
        return model.index(row, 0) if row >= 0 and model is not None else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        for _round in range(2):  # the second time with exact heights
            rect, height, bar = self.visualRect(index), self.viewport().height(), self.verticalScrollBar()
            if not rect.isValid():
                return
            if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
                bar.setValue(bar.value() + rect.center().y() - height // 2)
            elif rect.top() < 0 or hint == QAbstractItemView.ScrollHint.PositionAtTop or rect.height() > height:
                bar.setValue(bar.value() + rect.top())
            elif rect.bottom() >= height:
                bar.setValue(bar.value() + rect.bottom() + 1 - height)

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        self.executeDelayedItemsLayout()
        model, rows = self.model(), len(self._heights)
        row = self.currentIndex().row()
        page = max(1, self.viewport().height() - 40)
        if action in (Action.MovePageDown, Action.MovePageUp) and row >= 0:
            y = self._tops[row] + (page if action == Action.MovePageDown else -page)
            wanted = self._row_at(min(max(0, y), self._tops[-1] - 1))
            step = 1 if action == Action.MovePageDown else -1
        elif action in (Action.MoveHome, Action.MoveEnd):
            wanted, step = (0, 1) if action == Action.MoveHome else (rows - 1, -1)
        else:
            step = -1 if action in (Action.MoveUp, Action.MovePrevious, Action.MoveLeft) else 1
            wanted = row + step
        while 0 <= wanted < rows:
            index = model.index(wanted, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                return index
            wanted += step
        return self.currentIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        index = self.indexAt(rect.normalized().center())
        selection = QItemSelection(index, index) if index.isValid() else QItemSelection()
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        self.executeDelayedItemsLayout()
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        selected, current, model = self.selectionModel(), self.currentIndex(), self.model()
        under = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos())) if self.underMouse() else QModelIndex()
        plain = option.state & ~QStyle.StateFlag.State_MouseOver & ~QStyle.StateFlag.State_HasFocus
        row = self._row_at(max(0, event.rect().top() + self.verticalOffset()))
        while 0 <= row < len(self._heights):
            index = model.index(row, 0)
            option.rect = self.visualRect(index)
            if option.rect.top() > event.rect().bottom():
                break
            option.state = plain
            if selected.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if index == current and self.hasFocus():
                option.state |= QStyle.StateFlag.State_HasFocus
            if index == under:
                option.state |= QStyle.StateFlag.State_MouseOver
            self.itemDelegate().paint(painter, option, index)
            row += 1
