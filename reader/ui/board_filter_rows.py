"""A row of a filter: a box, a sign, words and a count; and a row with a switch."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from reader.ui.resources import paint_icon
from reader.ui.row_delegate import line_height
from reader.ui.style_parts import SMALL_RADIUS, rounded
from reader.ui.theme import Theme, figures, scaled, ui_font

SIDE = 12  # px left and right


class _Row(QAbstractButton):
    """A row over the whole width with a hover ground and its own focus frame."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setProperty("own_focus", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(scaled(160), line_height(13) + scaled(11))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(60), self.sizeHint().height())

    def _ground(self, painter: QPainter) -> None:
        rect = QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(rect, self._theme.color("hover"))
        if self.hasFocus():
            rounded(painter, rect.adjusted(2, 1, -2, -1), SMALL_RADIUS, None, self._theme.color("accent"), 2)

    def _placed(self, place: QRectF) -> QRectF:
        """A place counted from the leading edge, mirrored where one reads from right to left."""
        return QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), place.toRect()))

    def _draw(self, painter: QPainter, place: QRectF, words: str, token: str, *, trailing: bool = False) -> None:
        metrics = QFontMetricsF(painter.font())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width() + 1)
        side = Qt.AlignmentFlag.AlignTrailing if trailing else Qt.AlignmentFlag.AlignLeading
        align = QStyle.visualAlignment(self.layoutDirection(), side | Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(self._theme.color(token))
        painter.drawText(self._placed(place), int(align), shown)


class CheckRow(_Row):
    """Space or a click ticks; Enter, or a click on the word at the end, leaves this one of the list ticked: `only`."""

    only = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, has_only: bool = True) -> None:
        super().__init__(theme, parent)
        self._has_only = has_only
        self._count, self._icon, self._token = "", "", ""

    def show_facts(self, words: str, count: str, icon: str, token: str) -> None:
        """What the row says; an empty count or icon for none."""
        if (self.text(), self._count, self._icon, self._token) != (words, count, icon, token):
            self.setText(words)
            self._count, self._icon, self._token = count, icon, token
            self.setAccessibleName(f"{words}, {count}" if count else words)
            hint = self.tr("Enter: only this one")
            self.setToolTip(f"{words}\n{hint}" if self._has_only else words)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._has_only:
            self.only.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._has_only and self.isDown() and self._only_place().contains(event.position()):
            self.setDown(False)
            self.only.emit()
            return
        super().mouseReleaseEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._ground(painter)
        side, middle, x = scaled(16), self.height() / 2, scaled(SIDE)
        option = QStyleOptionButton()
        option.initFrom(self)
        option.rect = self._placed(QRectF(x, middle - side / 2, side, side)).toRect()
        option.state &= ~QStyle.StateFlag.State_HasFocus
        option.state |= QStyle.StateFlag.State_On if self.isChecked() else QStyle.StateFlag.State_Off
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter, self)
        x += side + scaled(8)
        if self._icon:
            paint_icon(
                painter,
                self._placed(QRectF(x, middle - side / 2, side, side)),
                self._theme,
                self._icon,
                self._token,
            )
            x += side + scaled(6)
        end = self._end_width()
        painter.setFont(ui_font(13))
        room = QRectF(x, 0, self.width() - x - end - scaled(SIDE + 8), self.height())
        self._draw(painter, room, self.text(), "text")
        place = QRectF(self.width() - scaled(SIDE) - end, 0, end, self.height())
        if self._shows_only():
            painter.setFont(ui_font(12, 500))
            self._draw(painter, place, self.tr("only"), "acctext", trailing=True)
        else:
            painter.setFont(figures(ui_font(12)))
            self._draw(painter, place, self._count, "text2", trailing=True)

    def _shows_only(self) -> bool:
        return self._has_only and (self.underMouse() or self.hasFocus())

    def _end_width(self) -> int:
        if self._shows_only():
            return round(QFontMetricsF(ui_font(12, 500)).horizontalAdvance(self.tr("only"))) + 2
        return round(QFontMetricsF(figures(ui_font(12))).horizontalAdvance(self._count)) + 2

    def _only_place(self) -> QRectF:
        width = self._end_width() + scaled(SIDE + 4)
        return self._placed(QRectF(self.width() - width, 0, width, self.height()))


class SwitchRow(_Row):
    """Words with a switch at the end."""

    def __init__(self, theme: Theme, words: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._icon = icon_name
        self.setText(words)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(scaled(160), line_height(13) + scaled(18))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        self._ground(painter)
        side, middle = scaled(14), self.height() / 2
        sign = self._placed(QRectF(scaled(SIDE), middle - side / 2, side, side))
        paint_icon(painter, sign, theme, self._icon, "text2")
        width, height = scaled(30), scaled(18)
        painter.setFont(ui_font(12, 500))
        x = scaled(SIDE) + side + scaled(8)
        self._draw(
            painter, QRectF(x, 0, self.width() - x - width - scaled(SIDE + 8), self.height()), self.text(), "text2"
        )
        track = self._placed(QRectF(self.width() - scaled(SIDE) - width, round(middle - height / 2), width, height))
        on = self.isChecked()
        edge = theme.color("accent" if on else "ctl")
        rounded(painter, track, height / 2, edge if on else theme.color("raised"), edge)
        knob = height - scaled(6)
        at_end = on != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        left = track.right() - scaled(3) - knob if at_end else track.left() + scaled(3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("onaccent" if on else "ctl"))
        painter.drawEllipse(QRectF(QPointF(left, track.center().y() - knob / 2), QSizeF(knob, knob)))
