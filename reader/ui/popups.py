"""The frame of popups: raised ground, a border of 1 px, round corners, placed so that it stays on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBitmap, QGuiApplication, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.ui.row_delegate import ground_palette
from reader.ui.style_parts import POPUP_RADIUS, rounded
from reader.ui.theme import Theme

GAP = 6  # px between a popup and the line it belongs to
EDGE = 4  # px between a popup and the edge of the screen


class PopupFrame(QWidget):
    """A frameless window in the theme's colours. `flags` say what kind of window it is."""

    def __init__(self, theme: Theme, parent: QWidget | None, flags: Qt.WindowType) -> None:
        super().__init__(parent, flags | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint)
        self.theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        theme.changed.connect(self._take_ground)
        self._take_ground()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if QGuiApplication.platformName() == "xcb":
            self.setMask(rounded_region(self.size()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        rect = QRectF(self.rect())
        rounded(QPainter(self), rect, POPUP_RADIUS, self.theme.color("raised"), self.theme.color("ctl"))

    def put_near(self, lines: QRect) -> None:
        """Move below `lines` (global px), above them when there is no room below; always wholly on the screen."""
        self.move(popup_corner(self.sizeHint(), lines, screen_at(lines.center())))

    def _take_ground(self) -> None:
        self.setPalette(ground_palette(self.theme, "raised"))
        self.update()


def rounded_region(size: QSize) -> QRegion:
    """All that a popup of `size` paints on; the corners outside it stay black on a screen without compositing."""
    area = QBitmap(size)
    area.clear()
    painter = QPainter(area)
    painter.setPen(Qt.GlobalColor.color1)
    painter.setBrush(Qt.GlobalColor.color1)
    painter.drawRoundedRect(QRect(QPoint(), size).adjusted(0, 0, -1, -1), POPUP_RADIUS - 1, POPUP_RADIUS - 1)
    painter.end()
    return QRegion(area)


def screen_at(point: QPoint) -> QRect:
    """The usable part of the screen on which `point` lies."""
    screen = QGuiApplication.screenAt(point) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def popup_corner(size: QSize, lines: QRect, screen: QRect) -> QPoint:
    """The corner of a popup of `size` that does not cover `lines` as long as the screen has room for both."""
    x = min(max(lines.left(), screen.left() + EDGE), screen.right() - EDGE - size.width())
    below, above = lines.bottom() + GAP, lines.top() - GAP - size.height()
    if below + size.height() <= screen.bottom() - EDGE:
        y = below
    elif above >= screen.top() + EDGE:
        y = above
    else:
        y = screen.bottom() - EDGE - size.height()
    return QPoint(max(x, screen.left()), max(y, screen.top()))
