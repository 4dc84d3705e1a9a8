"""Fonts, icons and pictures of the window: found, coloured by the theme, and rendered crisp at each pixel ratio."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reader.assets_path import asset_path
from reader.ui.label_lines import snapped
from reader.ui.theme import Theme, ui_scale

ICON_STROKE, LARGE_STROKE, LARGE_FROM = (
    "1.75",
    "1.4",
    24,
)  # width of lines on the 24 px grid; px from which they are finer


def load_fonts() -> list[str]:
    """Register the fonts that come with the program; returns their families. Safe to call twice."""
    families: list[str] = []
    for path in sorted(asset_path("fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return sorted(set(families))


def icon_path(name: str) -> Path:
    """The SVG of an icon. Raises FileNotFoundError for an unknown name."""
    path = asset_path("icons", f"{name}.svg")
    if not path.is_file():
        raise FileNotFoundError(path)
    return path


def pixmap(theme: Theme, name: str, token: str | QColor = "text", size: int = 16, ratio: float = 0) -> QPixmap:
    """An icon of `size` px in a token's colour (or a given colour) for a pixel ratio; 0 = the application's."""
    ratio = ratio or QGuiApplication.devicePixelRatio(cast(QGuiApplication, QGuiApplication.instance()))
    colour = theme.color(token) if isinstance(token, str) else token
    key = ("icon", name, colour.rgba(), size, ratio)
    found = theme.pixmaps.get(key)
    if found is None:
        found = theme.pixmaps[key] = _rendered(_coloured(name, colour, size), size, ratio)
    return cast(QPixmap, found)


def icon(theme: Theme, name: str, token: str | QColor = "text", size: int = 16) -> QIcon:
    """An icon with its disabled form (text3), in the colours of now: `follow_icon` makes one that changes along."""
    result = QIcon()
    application = cast(QGuiApplication, QGuiApplication.instance())
    for ratio in sorted({1.0, application.devicePixelRatio()}):
        result.addPixmap(pixmap(theme, name, token, size, ratio), QIcon.Mode.Normal)
        result.addPixmap(pixmap(theme, name, "text3", size, ratio), QIcon.Mode.Disabled)
        result.addPixmap(pixmap(theme, name, "acctext", size, ratio), QIcon.Mode.Normal, QIcon.State.On)
    return result


def icon_file(name: str) -> QIcon:
    """A picture in its own colours at every size a desktop asks for, such as the application's icon."""
    result = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        result.addPixmap(plain_picture(name, side, 1.0))
    return result


def plain_picture(name: str, size: int, ratio: float) -> QPixmap:
    """A picture of `size` px in its own colours, for a pixel ratio."""
    return _rendered(icon_path(name).read_text(encoding="utf-8"), size, ratio)


class HasIcon(Protocol):
    """An action or a button."""

    def setIcon(self, icon: QIcon, /) -> None: ...


def follow_icon(target: QObject, theme: Theme, name: str, token: str = "text", size: int = 16) -> None:
    """Give an action or button an icon that is made anew when the theme changes. Call again to change the icon."""
    for child in target.children():
        if isinstance(child, _IconFollower):
            child.show_icon(name, token, size)
            return
    _IconFollower(target, theme, name, token, size)


def paint_icon(painter: QPainter, rect: QRectF, theme: Theme, name: str, token: str | QColor = "text") -> None:
    """Paint an icon in the middle of `rect`, as large as its shorter side, on whole device pixels."""
    size = int(min(rect.width(), rect.height()))
    picture = pixmap(theme, name, token, size, max(1.0, painter.device().devicePixelRatioF()))
    corner = snapped(painter, rect.center().x() - size / 2, rect.center().y() - size / 2)
    painter.drawPixmap(corner, picture)


class _IconFollower(QObject):
    def __init__(self, target: QObject, theme: Theme, name: str, token: str, size: int) -> None:
        super().__init__(target)
        self._theme = theme
        self.show_icon(name, token, size)
        theme.changed.connect(self._renew)

    def show_icon(self, name: str, token: str, size: int) -> None:
        self._what = (name, token, size)
        self._renew()

    def _renew(self) -> None:
        name, token, size = self._what
        cast(HasIcon, self.parent()).setIcon(icon(self._theme, name, token, size))


def _coloured(name: str, colour: QColor, size: int) -> str:
    source = icon_path(name).read_text(encoding="utf-8")
    stroke = LARGE_STROKE if size >= LARGE_FROM * ui_scale() else ICON_STROKE
    return source.replace("currentColor", colour.name()).replace('stroke-width="2"', f'stroke-width="{stroke}"')


def _rendered(source: str, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source.encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
