"""How a row of a list looks: ground, focus frame, pieces placed from the leading edge, the field to rename in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from reader.ui.resources import paint_icon
from reader.ui.style_parts import SMALL_RADIUS, rounded
from reader.ui.theme import Theme, figures, scaled, ui_font

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag


class RowPainter:
    """Paints the pieces of one row. Places are given from the leading edge (px), so that they mirror right to left."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
        self.painter, self.theme = painter, theme
        self._direction = option.direction
        self.rect: QRect = option.rect
        state = option.state
        self.selected = bool(state & State.State_Selected)
        self.hovered = bool(state & State.State_MouseOver) and not self.selected
        self.focused = bool(state & State.State_HasFocus)
        self.left, self.right = 0, self.rect.width()  # what is still free

    @property
    def quiet(self) -> str:
        """The token of small facts: text3 is too weak on a selected or hovered row."""
        return "text2" if self.selected or self.hovered else "text3"

    def ground(self) -> None:
        """The row's ground, with a bar at the leading edge when it is selected and a frame when it has the focus."""
        if self.selected:
            self.painter.fillRect(self.rect, self.theme.color("accsoft"))
            self.painter.fillRect(self.place(0, 0, 3, self.rect.height()).toRect(), self.theme.color("accent"))
        elif self.hovered:
            self.painter.fillRect(self.rect, self.theme.color("hover"))
        if self.focused:
            self.painter.setPen(QPen(self.theme.color("accent"), 2))
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawRect(QRectF(self.rect).adjusted(1, 1, -1, -1))

    def place(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A rectangle of the row, `x` counted from its leading edge and `y` from its top."""
        wanted = QRect(round(self.rect.x() + x), round(self.rect.y() + y), round(width), round(height))
        return QRectF(QStyle.visualRect(self._direction, self.rect, wanted))

    def text(self, place: QRectF, words: str, font: QFont, token: str | QColor, *, trailing: bool = False) -> None:
        """One line of text in `place`, cut with an ellipsis where it does not fit."""
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width() + 0.5)
        side = Qt.AlignmentFlag.AlignTrailing if trailing else Qt.AlignmentFlag.AlignLeading
        self.painter.setFont(font)
        self.painter.setPen(self.theme.color(token) if isinstance(token, str) else token)
        self.painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # of the words, not of the window
        align = QStyle.visualAlignment(self._direction, side | Qt.AlignmentFlag.AlignVCenter)
        self.painter.drawText(place, int(align), shown)

    def icon(self, x: float, middle: float, name: str, size: float, token: str = "text2") -> None:
        """An icon of `size` px, its leading edge at `x`, its middle at `middle` px from the top of the row."""
        paint_icon(self.painter, self.place(x, middle - size / 2, size, size), self.theme, name, token)

    def number_box(self, x: float, middle: float, number: int, solid: bool) -> None:
        """The number of a pane in a small box; solid for the active one."""
        side = scaled(16)
        box = self.place(x, middle - side / 2, side, side)
        if solid:
            rounded(self.painter, box, SMALL_RADIUS - 1, self.theme.color("accent"), None)
        else:
            rounded(self.painter, box, SMALL_RADIUS - 1, self.theme.color("raised"), self.theme.color("ctl"))
        self.painter.setFont(figures(ui_font(11, 600)))
        self.painter.setPen(self.theme.color("onaccent" if solid else "text2"))
        self.painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), str(number))


class RowDelegate(QStyledItemDelegate):
    """The base of our delegates: `paint_row` draws the content, `row_height` says how high a row is."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.theme, self.view = theme, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        row = RowPainter(painter, option, self.theme)
        row.ground()
        self.paint_row(row, index)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(scaled(80), self.row_height(index))

    def paint_row(self, row: RowPainter, index: Index) -> None:
        """Draw what the row at `index` holds."""
        raise NotImplementedError

    def row_height(self, index: Index) -> int:
        """The height of the row at `index` in px, from the interface font."""
        raise NotImplementedError

    def name_place(self, index: Index, rect: QRect) -> QRect:
        """Where the name is edited within the row's `rect`."""
        return rect

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("small", True)
        editor.setAccessibleName(self.tr("Name"))
        return editor

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QLineEdit) and editor.text().strip() not in ("", index.data(Qt.ItemDataRole.EditRole)):
            index.model().setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        place = QStyle.visualRect(self.view.layoutDirection(), rect, self.name_place(index, rect))
        place.setHeight(min(rect.height(), editor.sizeHint().height()))
        place.moveTop(max(rect.top(), place.top()))
        editor.setGeometry(place)


def line_height(px: float, weight: int = 400) -> int:
    """The height of a line of interface text."""
    return QFontMetrics(ui_font(px, weight)).height()


def ground_palette(theme: Theme, token: str, *, of_list: bool = False) -> QPalette:
    """Only the ground of a panel (or of a list), in a token's colour; all else comes from the application."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base if of_list else QPalette.ColorRole.Window, theme.color(token))
    return palette
