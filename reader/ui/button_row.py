"""A layout of widgets at the left and at the right of one row, that wraps where there is too little room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QLineEdit, QStyle, QWidget

from reader.ui.theme import scaled

LEAST_WORDS = 140  # px that words or a field beside the buttons have, or what they need when that is less


class ButtonRow(QLayout):
    """Widgets at the left and at the right of one row; on rows of their own where there is too little room.

    Words or a field at the left (QLabel, QLineEdit) take the room that is left over.
    """

    def __init__(self, left: Sequence[QWidget], right: Sequence[QWidget] = (), *, gap: int, margins: QMargins) -> None:
        """`gap` and `margins` in px, as they are."""
        super().__init__()
        self._gap = gap
        self._left: list[QLayoutItem] = []
        self._right: list[QLayoutItem] = []
        self._target = self._left
        self.setContentsMargins(margins)
        for widget in left:
            self.addWidget(widget)
        self._target = self._right
        for widget in right:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._target.append(item)

    def count(self) -> int:
        return len(self._left) + len(self._right)

    def itemAt(self, index: int) -> QLayoutItem | None:
        items = [*self._left, *self._right]
        return items[index] if 0 <= index < len(items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        item = self.itemAt(index)
        for items in (self._left, self._right):
            if item in items:
                items.remove(item)
        return item

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        items = [*_shown(self._left), *_shown(self._right)]
        width = sum(_least(item) for item in items) + self._gap * max(0, len(items) - 1)
        return self._with_margins(QSize(width, max((item.sizeHint().height() for item in items), default=0)))

    def minimumSize(self) -> QSize:
        items = [*_shown(self._left), *_shown(self._right)]
        width = max((_least(item) for item in items), default=0)
        return self._with_margins(QSize(width, max((item.sizeHint().height() for item in items), default=0)))

    def _with_margins(self, size: QSize) -> QSize:
        return size.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Put the items in `rect` (or only ask how high they get). Gives the height with the margins."""
        inner = rect.marginsRemoved(self.contentsMargins())
        left, right = list(_shown(self._left)), list(_shown(self._right))
        y = inner.top()
        if self._width(left + right) <= inner.width():
            rows = [(left, right)] if left or right else []
        else:
            rows = [(row, []) for row in self._rows(left, inner.width())]
            if rows and self._width(rows[-1][0] + right) <= inner.width():
                rows[-1] = (rows[-1][0], right)
            else:
                rows += [([], row) for row in self._rows(right, inner.width())]
        for number, (at_left, at_right) in enumerate(rows):
            y += self._gap if number else 0
            y += self._set_row(QRect(inner.left(), y, inner.width(), 0), at_left, at_right, move=move)
        margins = self.contentsMargins()
        return y - inner.top() + margins.top() + margins.bottom()

    def _rows(self, items: list[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        for item in items:
            if rows and self._width([*rows[-1], item]) <= width:
                rows[-1].append(item)
            else:
                rows.append([item])
        return rows

    def _width(self, items: Sequence[QLayoutItem]) -> int:
        return sum(_least(item) for item in items) + self._gap * max(0, len(items) - 1)

    def _set_row(self, rect: QRect, left: list[QLayoutItem], right: list[QLayoutItem], *, move: bool) -> int:
        """One row with its upper left corner at that of `rect` and as wide. Gives its height."""
        spare = max(0, rect.width() - self._width(left + right))
        widths = {id(item): min(_least(item), rect.width()) for item in left + right}
        for item in left:
            if _is_flexible(item):
                widths[id(item)] += spare
                spare = 0
        heights = {id(item): _height(item, widths[id(item)]) for item in left + right}
        height = max(heights.values())
        if not move:
            return height
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        x = rect.left()
        for item in left + right:
            if right and item is right[0]:
                x += spare
            size = QSize(widths[id(item)], heights[id(item)])
            place = QRect(QPoint(x, rect.top() + (height - size.height()) // 2), size)
            item.setGeometry(QStyle.visualRect(direction, rect, place))
            x += size.width() + self._gap
        return height


def _shown(items: Sequence[QLayoutItem]) -> Iterator[QLayoutItem]:
    return (item for item in items if not item.isEmpty())


def _is_flexible(item: QLayoutItem) -> bool:
    return isinstance(item.widget(), QLabel | QLineEdit)


def _least(item: QLayoutItem) -> int:
    hint = item.sizeHint().width()
    return min(hint, max(item.minimumSize().width(), scaled(LEAST_WORDS))) if _is_flexible(item) else hint


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
