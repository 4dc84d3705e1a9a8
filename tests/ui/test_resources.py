"""Fonts and icons are there, take the theme's colours, are sharp, change along; assets are built from the checkout."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontInfo, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from reader.ui.resources import follow_icon, icon, icon_file, icon_path, load_fonts, paint_icon, pixmap, plain_picture
from reader.ui.theme import Theme, reading_font, ui_font
from reader.ui.theme_tokens import TOKENS

ROOT = Path(__file__).resolve().parents[2]
ICONS = sorted(path.stem for path in (ROOT / "resources" / "icons").glob("*.svg"))


def colours_of(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_the_shipped_fonts_are_used(qapp: QApplication) -> None:
    assert {"Inter", "Source Serif 4"} <= set(load_fonts())
    assert QFontInfo(ui_font(13)).family() == "Inter"
    assert QFontInfo(reading_font(15)).family() == "Source Serif 4"
    assert load_fonts() == load_fonts()


def test_fonts_and_icons_have_their_licences() -> None:
    fonts = ROOT / "resources" / "fonts"
    for name in ("LICENSE-Inter.txt", "LICENSE-SourceSerif4.txt"):
        assert "SIL OPEN FONT LICENSE" in (fonts / name).read_text(encoding="utf-8").upper()
    assert "ISC License" in (ROOT / "resources" / "icons" / "LICENSE-lucide.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_can_be_drawn(qapp: QApplication, name: str) -> None:
    image = plain_picture(name, 24, 1.0).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_every_icon_the_window_names_is_shipped() -> None:
    call = re.compile(
        r"""(?:paint_icon|pixmap|icon|follow_icon|QuietToolButton|plain_picture|icon_file)\([^()]*?"([a-z][a-z0-9-]*)\""""
    )
    keyword = re.compile(r"""icon(?:_name)?="([a-z][a-z0-9-]*)\"""")
    named = {
        match
        for path in (ROOT / "reader" / "ui").glob("*.py")
        for pattern in (call, keyword)
        for match in pattern.findall(path.read_text(encoding="utf-8"))
    }
    assert "x" in named
    assert not {name for name in named if name not in ICONS and name not in TOKENS}


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon_path("no-such-icon")


@pytest.mark.parametrize("name", ["light", "dark", "sepia"])
def test_an_icon_takes_the_colour_of_its_token(qapp: QApplication, name: str) -> None:
    theme = Theme(name)
    image = pixmap(theme, "square", "accent", 48, 1.0).toImage()
    assert theme.color("accent").name() in colours_of(image)


def test_a_pixmap_has_the_pixels_of_its_ratio(qapp: QApplication) -> None:
    theme = Theme("light")
    double = pixmap(theme, "search", size=16, ratio=2.0)
    assert double.size() == QSize(32, 32)
    assert double.deviceIndependentSize().toSize() == QSize(16, 16)
    assert pixmap(theme, "search", size=16, ratio=2.0).cacheKey() == double.cacheKey()


def test_an_icon_has_a_disabled_and_a_chosen_form(qapp: QApplication) -> None:
    theme = Theme("light")
    made = icon(theme, "square", size=32)
    size = QSize(32, 32)
    forms = {
        theme.color("text").name(): made.pixmap(size),
        theme.color("text3").name(): made.pixmap(size, QIcon.Mode.Disabled),
        theme.color("acctext").name(): made.pixmap(size, QIcon.Mode.Normal, QIcon.State.On),
    }
    for colour, form in forms.items():
        assert colour in colours_of(form.toImage())


def test_a_followed_icon_changes_with_the_theme(qapp: QApplication) -> None:
    theme = Theme("light")
    action = QAction()
    follow_icon(action, theme, "square", size=32)
    theme.choose("dark")
    assert theme.color("text").name() in colours_of(action.icon().pixmap(32, 32).toImage())
    follow_icon(action, theme, "square", "err", 32)
    assert theme.color("err").name() in colours_of(action.icon().pixmap(32, 32).toImage())
    assert len(action.children()) == 1


def test_a_painted_icon_stays_in_its_place(qapp: QApplication) -> None:
    image = QImage(60, 60, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(2.0)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_icon(painter, QRectF(10.3, 10, 16, 10), Theme("light"), "square", QColor("#ff0000"))
    painter.end()
    white = QColor(Qt.GlobalColor.white).rgb()
    columns = [x for x in range(60) for y in range(60) if image.pixel(x, y) != white]
    assert 26 <= min(columns) <= 31
    assert max(columns) <= 48


def test_the_application_icon_comes_in_the_sizes_of_desktops(qapp: QApplication) -> None:
    sizes = {size.width() for size in icon_file("vindplaats").availableSizes()}
    assert {16, 32, 48, 256} <= sizes


def assets_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_assets", ROOT / "resources" / "make_assets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_assets_are_built_once_and_follow_the_checkout(tmp_path: Path) -> None:
    make_assets = assets_script().make_assets
    root, target = tmp_path / "checkout", tmp_path / "assets"
    for name in ("resources/icons/x.svg", "resources/fonts/a.ttf", "seeds/paper.txt", "docs/manual.nl.md"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    assert make_assets(root, target) == 4
    assert (target / "icons" / "x.svg").read_text() == "resources/icons/x.svg"
    assert make_assets(root, target) == 0
    (root / "seeds" / "paper.txt").write_text("another")
    (root / "resources" / "icons" / "x.svg").unlink()
    assert make_assets(root, target) == 2
    assert (target / "seeds" / "paper.txt").read_text() == "another"
    assert not (target / "icons").exists()


def test_translations_are_compiled(tmp_path: Path) -> None:
    make_assets = assets_script().make_assets
    source = tmp_path / "checkout" / "resources" / "translations" / "reader_nl.ts"
    source.parent.mkdir(parents=True)
    source.write_text(
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="nl_NL"><context>'
        "<name>messages</name><message><source>Undo</source><translation>Ongedaan maken</translation></message>"
        "</context></TS>",
        encoding="utf-8",
    )
    assert make_assets(tmp_path / "checkout", tmp_path / "assets") == 1
    assert (tmp_path / "assets" / "translations" / "reader_nl.qm").stat().st_size > 0
    assert make_assets(tmp_path / "checkout", tmp_path / "assets") == 0
