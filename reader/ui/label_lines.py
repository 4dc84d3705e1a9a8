"""The nine line patterns of labels: crisp at every pixel ratio, drawn with cached pens and wave tiles."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

SOLID, DASHES, DOUBLE, DOTS, WAVE, LONG_DASHES, DASH_DOT, SHORT_DASHES, BLOCKS = range(1, 10)

# pattern: lengths on and off in px, for the patterns that are a 2 px dashed line
_DASHES: dict[int, tuple[float, ...]] = {
    DASHES: (7, 3),
    LONG_DASHES: (14, 3),
    DASH_DOT: (8, 2.5, 2, 2.5),
    SHORT_DASHES: (3.5, 2),
    BLOCKS: (2, 3),
}
_LINE_WIDTH = 2.0
_DOUBLE_WIDTH, _DOUBLE_DISTANCE = 1.1, 2.5
_DOT_SIZE, _DOT_PERIOD = 2.4, 4.4
_WAVE_WIDTH, _WAVE_PERIOD, _WAVE_HEIGHT = 1.5, 6.0, 2.2
_WAVES_PER_TILE = 16


class LabelLines:
    """Draws label lines; holds the pens and wave tiles it made, so that a repaint makes none."""

    def __init__(self) -> None:
        self._pens: dict[tuple[int, int, float], QPen] = {}
        self._waves: dict[tuple[int, float, float], QPixmap] = {}

    def draw(
        self, painter: QPainter, x0: float, x1: float, y: float, colour: QColor, pattern: int, scale: float
    ) -> None:
        """Draw `pattern` (1-9) from x0 to x1 (px), centred on y (px); `scale` 1.0 belongs to 15 px text."""
        if x1 <= x0:
            return
        if pattern == WAVE:
            self._draw_wave(painter, x0, x1, y, colour, scale)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = self._pen(colour, pattern, scale)
        painter.setPen(pen)
        width = pen.widthF()
        if pattern == DOUBLE:
            half = _DOUBLE_DISTANCE * scale / 2
            for offset in (-half, half):
                _snapped_line(painter, x0, x1, y + offset, width)
        elif pattern == DOTS:
            radius = width / 2
            painter.drawLine(QLineF(x0 + radius, y, max(x0 + radius + 0.1, x1 - radius), y))
        else:
            _snapped_line(painter, x0, x1, y, width)
        painter.restore()

    def _pen(self, colour: QColor, pattern: int, scale: float) -> QPen:
        key = (colour.rgba(), pattern, scale)
        pen = self._pens.get(key)
        if pen is None:
            pen = self._pens[key] = _make_pen(colour, pattern, scale)
        return pen

    def _draw_wave(self, painter: QPainter, x0: float, x1: float, y: float, colour: QColor, scale: float) -> None:
        ratio = max(1.0, painter.device().devicePixelRatioF())
        key = (colour.rgba(), scale, ratio)
        tile = self._waves.get(key)
        if tile is None:
            tile = self._waves[key] = _make_wave(colour, scale, ratio)
        height = tile.deviceIndependentSize().height()
        top = snapped(painter, 0, y - height / 2).y()
        left = snapped(painter, x0, 0).x()
        painter.drawTiledPixmap(QRectF(left, top, x1 - left, height), tile, QPointF(0, 0))


def snapped(painter: QPainter, x: float, y: float) -> QPointF:
    """The point nearest to (x, y) that falls on the edge of a device pixel."""
    transform = painter.deviceTransform()
    if transform.isRotating() or not transform.isAffine():
        return QPointF(x, y)
    point = transform.map(QPointF(x, y))
    inverted, _ = transform.inverted()
    return inverted.map(QPointF(math.floor(point.x() + 0.5), math.floor(point.y() + 0.5)))


def _snapped_line(painter: QPainter, x0: float, x1: float, y: float, width: float) -> None:
    """A horizontal line whose top edge and start fall on device pixels, so that it is not blurred."""
    start = snapped(painter, x0, y - width / 2)
    painter.drawLine(QLineF(start.x(), start.y() + width / 2, x1, start.y() + width / 2))


def _make_pen(colour: QColor, pattern: int, scale: float) -> QPen:
    width = {DOUBLE: _DOUBLE_WIDTH, DOTS: _DOT_SIZE}.get(pattern, _LINE_WIDTH) * scale
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pattern == DOTS:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, _DOT_PERIOD / _DOT_SIZE - 0.01])
    elif pattern in _DASHES:
        pen.setDashPattern([length * scale / width for length in _DASHES[pattern]])
    return pen


def _make_wave(colour: QColor, scale: float, ratio: float) -> QPixmap:
    """A strip of whole waves; its width is a whole number of device pixels, so that strips join without a seam."""
    device_width = max(_WAVES_PER_TILE, round(_WAVES_PER_TILE * _WAVE_PERIOD * scale * ratio))
    device_height = math.ceil((_WAVE_HEIGHT + _WAVE_WIDTH + 1) * scale * ratio)
    tile = QPixmap(device_width, device_height)
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    width, middle = device_width / ratio, device_height / ratio / 2
    step = width / _WAVES_PER_TILE / 2
    swing = _WAVE_HEIGHT * scale  # the control point of a quadratic curve lies twice as far out as its top
    path = QPainterPath(QPointF(-2 * step, middle))
    for index in range(-2, 2 * _WAVES_PER_TILE + 2):
        control = middle + (swing if index % 2 else -swing)
        path.quadTo(QPointF((index + 0.5) * step, control), QPointF((index + 1) * step, middle))
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, _WAVE_WIDTH * scale))
    painter.drawPath(path)
    painter.end()
    return tile
