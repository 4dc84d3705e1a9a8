"""Colours, fonts and label signs of the window: light, dark or sepia, by the system's wish or the user's choice."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPainter, QPalette

from reader.ui.label_lines import LabelLines
from reader.ui.theme_tokens import label_colours, mixed, token_colours

CHOICES = ("system", "light", "dark", "sepia")
BASE_PIXELS = 13
UI_FAMILIES = ("Inter", "Noto Sans", "sans-serif")
READING_FAMILIES = ("Source Serif 4", "Noto Serif", "serif")
LARGE, LARGEST_CUT = 16, 32  # px above which letters take the finer cut of headings, and where it ends
HEAVIEST = 600  # the variable files are emboldened a second time above this weight


class Theme(QObject):
    """The colours in force. `changed` is sent when they change; who holds icons or pixmaps makes them anew."""

    changed = Signal()

    def __init__(self, choice: str = "system", parent: QObject | None = None) -> None:
        """`choice`: "system" follows the desktop between light and dark; "light", "dark", "sepia" stay."""
        super().__init__(parent)
        self._choice = choice
        self._name = ""
        self._colours: dict[str, QColor] = {}
        self._labels: dict[int, tuple[QColor, QColor]] = {}
        self.lines = LabelLines()
        self.pixmaps: dict[tuple[object, ...], object] = {}
        self._take(self._wanted())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def name(self) -> str:
        """ "light", "dark" or "sepia"."""
        return self._name

    @property
    def choice(self) -> str:
        """What the user chose: one of CHOICES."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Take one of CHOICES. Raises ValueError for another word."""
        if choice not in CHOICES:
            raise ValueError(choice)
        self._choice = choice
        self._follow()

    def color(self, token: str) -> QColor:
        """The colour of a token. Raises KeyError for an unknown token."""
        return self._colours[token]

    def label_tint(self, hue: int) -> QColor:
        """The light ground of label hue 1-9."""
        return self._labels[hue][0]

    def label_line(self, hue: int) -> QColor:
        """The line colour of label hue 1-9."""
        return self._labels[hue][1]

    def mixed(self, token: str, into: str, share: float) -> QColor:
        """`share` (0-1) of one token mixed into another."""
        return QColor(mixed(self.color(token).name(), self.color(into).name(), share))

    def palette(self) -> QPalette:
        """The palette that standard widgets paint with."""
        role = QPalette.ColorRole
        tokens = {
            role.Window: "window",
            role.Base: "page",
            role.AlternateBase: "side",
            role.Text: "text",
            role.WindowText: "text",
            role.ButtonText: "text",
            role.BrightText: "err",
            role.PlaceholderText: "text3",
            role.Button: "raised",
            role.Highlight: "accsoft",
            role.HighlightedText: "text",
            role.Link: "acctext",
            role.LinkVisited: "acctext",
            role.Light: "raised",
            role.Midlight: "hover",
            role.Mid: "line",
            role.Dark: "ctl",
            role.Shadow: "ctl",
            role.ToolTipBase: "raised",
            role.ToolTipText: "text",
            role.Accent: "accent",
        }
        palette = QPalette()
        for colour_role, token in tokens.items():
            palette.setColor(colour_role, self.color(token))
        for colour_role in (role.Text, role.WindowText, role.ButtonText, role.HighlightedText, role.ToolTipText):
            palette.setColor(QPalette.ColorGroup.Disabled, colour_role, self.color("text3"))
        return palette

    def _wanted(self) -> str:
        if self._choice != "system":
            return self._choice
        return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"

    def _take(self, name: str) -> None:
        self._name = name
        self._colours = {token: QColor(colour) for token, colour in token_colours(name).items()}
        self._labels = {hue: (QColor(tint), QColor(line)) for hue, (tint, line) in label_colours(name).items()}
        self.pixmaps.clear()

    def _follow(self) -> None:
        wanted = self._wanted()
        if wanted != self._name:
            self._take(wanted)
            self.changed.emit()


def draw_label_line(
    painter: QPainter, x0: float, x1: float, y: float, hue: int, pattern: int, theme: Theme, scale: float = 1.0
) -> None:
    """Draw a label's line from x0 to x1, centred on y (px). `scale` 1.0 belongs to 15 px text."""
    theme.lines.draw(painter, x0, x1, y, theme.label_line(hue), pattern, scale)


def draw_label_swatch(painter: QPainter, rect: QRectF, hue: int, pattern: int, theme: Theme) -> None:
    """Draw a label's swatch (tint with its line) in `rect`, which is 20 x 16 px at 100 % text."""
    scale = rect.height() / 16
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.label_tint(hue))
    painter.drawRoundedRect(rect, 4 * scale, 4 * scale)
    painter.restore()
    margin = 3 * scale
    line = rect.top() + 11 * scale
    draw_label_line(painter, rect.left() + margin, rect.right() - margin, line, hue, pattern, theme, scale)


def ui_scale() -> float:
    """How much larger than 100 % the interface text is: the application's font against 13 px."""
    pixels = QGuiApplication.font().pixelSize()
    return pixels / BASE_PIXELS if pixels > 0 else 1.0


def scaled(pixels: float) -> int:
    """A length of the design (px at 100 % text), grown with the interface text."""
    return round(pixels * ui_scale())


def ui_font(px: float, weight: int = 400) -> QFont:
    """The font of controls, `px` pixels at 100 % interface text; weight 400, 500 or 600."""
    return _font(UI_FAMILIES, px * ui_scale(), weight)


def reading_font(px: float, weight: int = 400, italic: bool = False) -> QFont:
    """The font of reading text and quotes, exactly `px` pixels: it has a size setting of its own."""
    font = _font(READING_FAMILIES, px, weight)
    font.setItalic(italic)
    return font


def figures(font: QFont) -> QFont:
    """The same font with figures of equal width, for columns of numbers."""
    font = QFont(font)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _font(families: tuple[str, ...], px: float, weight: int) -> QFont:
    font = QFont(list(families))
    font.setPixelSize(max(1, round(px)))
    weight = min(weight, HEAVIEST)
    font.setWeight(QFont.Weight(weight))
    font.setVariableAxis(QFont.Tag("wght"), weight)  # the weight alone does not move the axis everywhere
    if px > LARGE:
        font.setVariableAxis(QFont.Tag("opsz"), min(px, LARGEST_CUT))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
