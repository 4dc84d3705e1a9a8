"""Paints one ribbon of a gutter: its two edges, its fill and its sign; dashed where it is only suggested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from reader.ui.resources import pixmap
from reader.ui.theme import Theme, ui_font

if TYPE_CHECKING:
    from reader.ui.link_ribbons import Ribbon

SIGN, ICON = 22, 14  # px
SMALLEST = 11  # px, of the name of a page
DASHES = (4.0, 3.0)  # px on and off, of the edges of a suggestion


def paint_edges(painter: QPainter, theme: Theme, ribbon: Ribbon, width: float, *, chosen: bool) -> None:
    """Paint a ribbon across a gutter of `width` px, or the stub of one whose other end is out of view."""
    upper, lower, area = _paths(ribbon, width)
    if ribbon.kind == "link":
        fill = QColor(theme.color("accent"))
        fill.setAlphaF(0.20 if chosen else 0.09)
        painter.fillPath(area, fill)
    painter.setPen(_edge(theme, ribbon, chosen=chosen))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(upper)
    painter.drawPath(lower)


def _paths(ribbon: Ribbon, width: float) -> tuple[QPainterPath, QPainterPath, QPainterPath]:
    """The upper edge, the lower edge, and what lies between them."""
    middle = width / 2
    if ribbon.left is not None and ribbon.right is not None:
        (lt, lb), (rt, rb) = ribbon.left, ribbon.right
        upper, lower = QPainterPath(QPointF(0, lt)), QPainterPath(QPointF(0, lb))
        upper.cubicTo(middle, lt, middle, rt, width, rt)
        lower.cubicTo(middle, lb, middle, rb, width, rb)
        area = QPainterPath(upper)
        area.lineTo(width, rb)
        area.cubicTo(middle, rb, middle, lb, 0, lb)
    else:
        x0, (top, bottom) = (0.0, ribbon.left) if ribbon.left is not None else (width, ribbon.right or (0.0, 0.0))
        y = ribbon.centre().y()
        upper, lower = QPainterPath(QPointF(x0, top)), QPainterPath(QPointF(x0, bottom))
        upper.cubicTo(middle, top, middle, y - SIGN / 2, middle, y - 4)
        lower.cubicTo(middle, bottom, middle, y + SIGN / 2, middle, y + 4)
        area = QPainterPath(upper)
        area.lineTo(lower.currentPosition())
        area.cubicTo(middle, y + SIGN / 2, middle, bottom, x0, bottom)
    area.closeSubpath()
    return upper, lower, area


def _edge(theme: Theme, ribbon: Ribbon, *, chosen: bool) -> QPen:
    if ribbon.kind == "suggested":
        pen = QPen(theme.color("text2" if chosen else "ctl"), 1.75 if chosen else 1.25)
        pen.setDashPattern([length / pen.widthF() for length in DASHES])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen
    colour = QColor(theme.color("accent"))
    colour.setAlphaF(1.0 if chosen else 0.75)
    return QPen(colour, 1.75 if chosen else 1.0)


def paint_sign(painter: QPainter, theme: Theme, ribbon: Ribbon, width: float, *, chosen: bool) -> None:
    """Paint the sign in the middle of a ribbon: its icon, or an arrow and the page where its other end is."""
    centre = ribbon.centre()
    firm = ribbon.whole and ribbon.kind == "link"
    circle = QRectF(centre.x() - SIGN / 2, centre.y() - SIGN / 2, SIGN, SIGN)
    pen = QPen(theme.color("accent" if firm else "text2" if chosen else "ctl"), 1.5)
    if not firm:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(theme.color("accent" if chosen and firm else "page"))
    painter.drawEllipse(circle)
    name = ribbon.icon if ribbon.whole else "arrow-up" if ribbon.upwards else "arrow-down"
    token = "onaccent" if chosen and firm else "accent" if firm else "text2"
    image = pixmap(theme, name, token, ICON, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(centre.x() - ICON / 2, centre.y() - ICON / 2), image)
    if ribbon.page:
        painter.setFont(_font_for(ribbon.page, width))
        y = circle.bottom() + 1 if not ribbon.upwards else circle.top() - 16
        rect = QRectF(0, y, width, 15)
        words = painter.boundingRect(rect, Qt.AlignmentFlag.AlignCenter, ribbon.page)
        painter.fillRect(words.adjusted(-2, 1, 2, -1), theme.color("window"))  # edges may pass behind it
        painter.setPen(theme.color("text2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, ribbon.page)


def _font_for(words: str, width: float) -> QFont:
    """The small font of the interface, smaller where it is set so large that the words do not fit."""
    font = ui_font(11)
    needed = QFontMetricsF(font).horizontalAdvance(words)
    if needed > width - 2:
        font.setPixelSize(max(SMALLEST, int(font.pixelSize() * (width - 2) / needed)))
    return font
