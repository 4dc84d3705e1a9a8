"""The colours keep the contrasts that are promised, the theme follows the choice, and label lines look different."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reader.ui.dress import Dress
from reader.ui.label_lines import DOTS, WAVE
from reader.ui.resources import load_fonts
from reader.ui.theme import Theme, draw_label_line, draw_label_swatch, reading_font, ui_font
from reader.ui.theme_tokens import THEME_NAMES, TOKENS, contrast, label_colours, mixed, token_colours

# (colour, ground): the ratio in light, dark, sepia
TEXT_PAIRS = {
    ("text", "page"): (16.7, 12.8, 12.8),
    ("text", "sel"): (11.4, 6.1, 9.0),
    ("text", "hitcur"): (10.9, 4.8, 8.3),
    ("text2", "window"): (6.9, 8.5, 6.1),
    ("text2", "accsoft"): (6.3, 5.7, 5.9),
    ("text3", "page"): (5.6, 5.6, 6.3),
    ("text3", "window"): (5.0, 6.2, 5.3),
    ("acctext", "accsoft"): (8.0, 7.3, 7.7),
    ("onaccent", "accent"): (7.9, 8.5, 8.6),
    ("accent", "page"): (7.9, 8.1, 7.7),
    ("ok", "page"): (6.5, 8.1, 6.5),
    ("warn", "page"): (6.4, 8.4, 6.6),
    ("err", "page"): (7.2, 6.9, 7.5),
    ("ok", "accsoft"): (5.3, 6.0, 5.3),
    ("warn", "accsoft"): (5.2, 6.2, 5.4),
    ("err", "accsoft"): (5.9, 5.1, 6.1),
}
SIGN_PAIRS = {
    ("hitline", "page"): (6.3, 9.1, 6.4),
    ("ctl", "page"): (3.8, 4.3, 4.0),
    ("ctl", "window"): (3.4, 4.7, 3.4),
    ("q", "page"): (7.5, 7.8, 7.8),
}
BARS = (
    ("text", "errsoft"),
    ("text", "warnsoft"),
    ("text", "oksoft"),
    ("text", "raised"),
    ("text", "hover"),
    ("text2", "hover"),
)


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize(("pair", "least"), [(p, 4.5) for p in TEXT_PAIRS] + [(p, 3.0) for p in SIGN_PAIRS])
def test_pairs_have_the_contrast_that_is_written_down(name: str, pair: tuple[str, str], least: float) -> None:
    colours = token_colours(name)
    ratio = contrast(colours[pair[0]], colours[pair[1]])
    stated = (TEXT_PAIRS | SIGN_PAIRS)[pair][THEME_NAMES.index(name)]
    assert ratio >= least
    assert ratio == pytest.approx(stated, abs=0.06)


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("pair", BARS)
def test_text_on_bars_and_hovered_rows_is_readable(name: str, pair: tuple[str, str]) -> None:
    colours = token_colours(name)
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 4.5


@pytest.mark.parametrize("name", THEME_NAMES)
@pytest.mark.parametrize("hue", range(1, 10))
def test_every_label_is_readable_in_every_theme(name: str, hue: int) -> None:
    colours, (tint, line) = token_colours(name), label_colours(name)[hue]
    assert contrast(colours["text"], tint) >= 8.65
    assert contrast(line, colours["page"]) >= 5.35
    assert contrast(line, tint) >= 4.75
    assert contrast(line, colours["sel"]) >= 3.05


@pytest.mark.parametrize("name", THEME_NAMES)
def test_accent_on_a_focused_ribbon(name: str) -> None:
    colours = token_colours(name)
    assert contrast(colours["accent"], mixed(colours["accent"], colours["window"], 0.2)) >= 4.0


@pytest.mark.parametrize("name", THEME_NAMES)
def test_numbers_in_matrix_cells_are_readable(name: str) -> None:
    colours = token_colours(name)
    for share in (0.11, 0.22, 0.33, 0.44):
        assert contrast(colours["text"], mixed(colours["accent"], colours["page"], share)) >= 4.75
    assert contrast(colours["onaccent"], mixed(colours["accent"], colours["page"], 0.9)) >= 6.15


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#123456", "#123456") == 1


def test_every_token_has_a_colour_in_every_theme(qapp: QApplication) -> None:
    for name in THEME_NAMES:
        theme = Theme(name)
        assert all(theme.color(token).isValid() for token in TOKENS)
        assert all(theme.label_tint(hue) != theme.label_line(hue) for hue in range(1, 10))


def test_a_choice_changes_the_colours_and_says_so(qtbot: QtBot) -> None:
    theme = Theme("light")
    with qtbot.waitSignal(theme.changed):
        theme.choose("sepia")
    assert (theme.name, theme.choice) == ("sepia", "sepia")
    assert theme.color("page") == QColor("#F9F2E3")
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("sepia")
    with pytest.raises(ValueError):
        theme.choose("purple")


def test_system_follows_the_desktop(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme = Theme("system")
    dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert theme.name == ("dark" if dark else "light")


def test_the_palette_takes_its_roles_from_the_tokens(qapp: QApplication) -> None:
    palette = Theme("dark").palette()
    role = QPalette.ColorRole
    assert palette.color(role.Window) == QColor("#161719")
    assert palette.color(role.Base) == QColor("#1F2023")
    assert palette.color(role.Highlight) == QColor("#1E3A3F")
    assert palette.color(QPalette.ColorGroup.Disabled, role.Text) == QColor("#9A9891")


def painted(theme: Theme, pattern: int, ratio: float = 1.0, hue: int = 1, x1: float = 90) -> QImage:
    image = QImage(round(100 * ratio), round(20 * ratio), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_label_line(painter, 10, x1, 10, hue, pattern, theme)
    painter.end()
    return image


def inked(image: QImage) -> list[tuple[int, int]]:
    white = QColor(Qt.GlobalColor.white).rgb()
    return [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) != white]


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_the_nine_patterns_differ(qapp: QApplication, ratio: float) -> None:
    theme = Theme("light")
    images = [painted(theme, pattern, ratio).constBits().tobytes() for pattern in range(1, 10)]
    assert len(set(images)) == 9


@pytest.mark.parametrize("pattern", range(1, 10))
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_line_stays_between_its_ends_and_near_its_height(qapp: QApplication, pattern: int, ratio: float) -> None:
    places = inked(painted(Theme("light"), pattern, ratio))
    assert places
    assert min(x for x, _ in places) >= 9 * ratio
    assert max(x for x, _ in places) <= 91 * ratio
    assert max(abs(y + 0.5 - 10 * ratio) for _, y in places) <= 4 * ratio


@pytest.mark.parametrize("pattern", range(1, 10))
def test_nothing_is_painted_between_ends_that_meet(qapp: QApplication, pattern: int) -> None:
    assert not inked(painted(Theme("light"), pattern, x1=10))


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_solid_line_is_crisp(qapp: QApplication, ratio: float) -> None:
    theme = Theme("light")
    colour = theme.label_line(1).rgb()
    image = painted(theme, 1, ratio)
    column = [image.pixel(round(50 * ratio), y) for y in range(image.height())]
    assert column.count(colour) == 2 * ratio
    assert len(set(column)) == 2


def test_pens_and_tiles_are_made_once(qapp: QApplication) -> None:
    theme = Theme("light")
    for _ in range(3):
        painted(theme, WAVE)
        painted(theme, DOTS)
    assert len(theme.lines._waves) == len(theme.lines._pens) == 1


def test_a_swatch_shows_tint_and_line(qapp: QApplication) -> None:
    theme = Theme("dark")
    image = QImage(20, 16, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    draw_label_swatch(painter, QRectF(0, 0, 20, 16), 3, 1, theme)
    painter.end()
    colours = {image.pixel(10, y) for y in range(16)}
    assert {theme.label_tint(3).rgb(), theme.label_line(3).rgb()} <= colours


def test_weights_and_faces_differ(qapp: QApplication) -> None:
    load_fonts()
    widths = {ui_font(20, weight).toString() for weight in (400, 500, 600)}
    assert len(widths) == 3
    assert ui_font(13, 900).weight() == 600
    assert reading_font(15, italic=True).italic()
    assert reading_font(15).family() != ui_font(15).family()


def test_the_dress_makes_buttons_and_fields_30_px_high_and_grows_with_the_text(
    qtbot: QtBot, qapp: QApplication
) -> None:
    before_font, before_palette = qapp.font(), qapp.palette()
    load_fonts()
    theme = Theme("light")
    dress = Dress(qapp, theme)
    try:
        button, field = QPushButton("Save"), QLineEdit()
        for widget in (button, field):
            qtbot.addWidget(widget)
        assert button.sizeHint().height() == field.sizeHint().height() == 30
        assert field.palette().color(QPalette.ColorRole.Base) == theme.color("raised")
        dress.set_text_scale(2.0)
        assert 56 <= QPushButton("Save").sizeHint().height() <= 64
        assert ui_font(13).pixelSize() == 26
        theme.choose("dark")
        assert qapp.palette().color(QPalette.ColorRole.Window) == theme.color("window")
    finally:
        dress.deleteLater()
        qapp.setStyle("Fusion")
        qapp.setFont(before_font)
        qapp.setPalette(before_palette)
