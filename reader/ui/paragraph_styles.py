"""The typography of the reading view: which font, line height, indent and space each kind of paragraph has."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from PySide6.QtGui import QFont, QFontMetricsF

from reader.text.structure import BlockKind
from reader.ui.theme import reading_font

DEFAULT_SIZE, SMALLEST_SIZE, LARGEST_SIZE = 15, 12, 40  # px
DEFAULT_LINE_HEIGHT = 1.6
MEASURE = 500 / 15  # widest line, in em
UI_FAMILIES = ["Inter", "Noto Sans", "sans-serif"]

_LIST_MARKER = re.compile(r"(?:[•·◦▪–—*o-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+\.?)[ \t\u00a0]+")
_NOTE_NUMBER = re.compile(r"(?:\d{1,3}|\*+)[.)]?[ \t\u00a0]+")
_NAMED_PARTY = re.compile(r"\bfracties?\b|^\d+\.\s*(?:antwoord|vraag)\b", re.IGNORECASE)


@dataclass(frozen=True)
class ParagraphStyle:
    """How one kind of paragraph is set. All lengths in px; `ascent` places the baseline below the top of a line."""

    font: QFont
    line: int
    ascent: float
    before: int
    after: int
    indent: int = 0
    hanging: re.Pattern[str] | None = None  # what stands out at the first line; the other lines align behind it
    token: str = "text"
    bar: bool = False  # a bar at the left sets the paragraph apart
    scale: float = 1.0  # of lanes and caps: 1.0 belongs to 15 px
    turned: int = 0  # indent of the rows after the first, so that a delivered line stays one line to the eye

    @property
    def em(self) -> int:
        return self.font.pixelSize()


class ParagraphStyles:
    """The styles for one reading size and line height; made once and kept until either changes."""

    def __init__(self, size: int, line_height: float, *, delivered: bool = False) -> None:
        """`size` px; `line_height` as a multiple of it; `delivered`: raw lines, one after another."""
        self.size, self.line_height, self.delivered = size, line_height, delivered
        unit = size / DEFAULT_SIZE
        line = max(round(size * line_height), size + 2)
        self.space = 0 if delivered else round(12 * unit)

        def style(
            px: float,
            height: int,
            before: float = 0,
            after: float | None = None,
            *,
            weight: int = 400,
            italic: bool = False,
            ui: bool = False,
            indent: float = 0,
            hanging: re.Pattern[str] | None = None,
            token: str = "text",
            bar: bool = False,
        ) -> ParagraphStyle:
            font = reading_font(px * unit, weight, italic)
            if ui:
                font.setFamilies(UI_FAMILIES)
            metrics = QFontMetricsF(font)
            ascent = (height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
            below = self.space if after is None else round(after * unit)
            return ParagraphStyle(
                font, height, round(ascent), round(before * unit), below, round(indent * unit), hanging, token, bar,
                font.pixelSize() / DEFAULT_SIZE,
            )  # fmt: skip

        grown = line / (size * DEFAULT_LINE_HEIGHT)  # headings and notes follow the chosen line height

        def height(px: float) -> int:
            return max(round(px * unit * grown), round(px * unit / 1.4))

        self.body = style(15, line)
        self._delivered = replace(self.body, turned=round(24 * unit))
        self._part = style(20, height(28), 20, 12, weight=600)
        self._section = style(17, height(24), 16, 8, weight=600)
        self._party = style(14, height(20), 8, 6, weight=600, ui=True)
        self._by_kind: dict[BlockKind, ParagraphStyle] = {
            "list-item": style(15, line, after=8, hanging=_LIST_MARKER),
            "footnote": style(13, height(20), after=8, hanging=_NOTE_NUMBER, token="text2"),
            "pull-quote": style(16, height(26), 8, 20, italic=True, indent=22, bar=True),
            "signature": style(15, line, 4, 4),
        }

    def of(self, kind: BlockKind, level: int, text: str) -> ParagraphStyle:
        """The style of a paragraph. The name of a fractie or answer above a text is set smaller than a section."""
        if self.delivered:
            return self._delivered
        if kind == "heading":
            if _NAMED_PARTY.search(text) and len(text) < 120 and level > 1:
                return self._party
            return self._part if level <= 1 else self._section if level == 2 else self._sub_section
        return self._by_kind.get(kind, self.body)

    @property
    def _sub_section(self) -> ParagraphStyle:
        return self._section

    def measure(self) -> float:
        """The widest line, px."""
        return self.size * MEASURE
