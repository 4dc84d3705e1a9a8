"""Paints pages of a PDF with the marks of their text: paper stays paper, in every theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from reader.models.highlights import DocumentMarks
from reader.models.page_source import Band
from reader.text.structure import Page
from reader.ui.margin_painter import HIT as SIGN_HEIGHT
from reader.ui.margin_painter import NUMBER_GAP, Margin, Sign, margin_of
from reader.ui.marks_painter import Marked, MarksPainter
from reader.ui.page_flow import PageFlow
from reader.ui.page_painter import PagePainter
from reader.ui.text_flow import LEFT_MARGIN, Placed, TextFlow
from reader.ui.theme import Theme, ui_font
from reader.ui.unit_marks import Stretches
from reader.ui.unit_painter import UnitPainter

COUNT_HEIGHT = 14  # px: of "+n"
DIMMED = QColor("#C9C6BF")  # white paper among dark windows: light enough for print, not a lamp
_MULTIPLY = QPainter.CompositionMode.CompositionMode_Multiply
_OVER = QPainter.CompositionMode.CompositionMode_SourceOver


class PaperUnits(UnitPainter):
    """Questions and answers: in the margins in the colours of the theme, on the page in those of paper."""

    def __init__(self, theme: Theme, paper: Theme) -> None:
        super().__init__(theme)
        self._on_paper = UnitPainter(paper)

    def moved(self, painter: QPainter, flow: TextFlow, placed: Placed, between: tuple[int, int]) -> None:
        self._on_paper.moved(painter, flow, placed, between)

    def shared(self, painter: QPainter, flow: TextFlow, placed: Placed, words: Stretches[None]) -> None:
        self._on_paper.shared(painter, flow, placed, words)


class PaperPainter(PagePainter):
    """Paints a PageFlow. The picture of a page comes first; what marks do to it is multiplied with it, as by a marker.

    So print stays legible under every tint. On the page the colours of the light theme are used (of sepia in sepia); in
    the dark theme the paper is dimmed as a whole.
    """

    def __init__(self, theme: Theme, page_name: Callable[[Page], str]) -> None:
        super().__init__(theme, page_name)
        self._page_name = page_name
        self._paper = Theme("light", theme)
        self._marks_painter = MarksPainter(self._paper)
        self._units = PaperUnits(theme, self._paper)

    def ground(self, painter: QPainter, rect: QRectF, flow: TextFlow, slide: int) -> None:
        """The pages, and what is around them; what is painted next is multiplied with it."""
        self._paper.choose("sepia" if self._theme.name == "sepia" else "light")
        painter.fillRect(rect, self._theme.color("window"))
        if not isinstance(flow, PageFlow):
            return
        for page in flow.visible_pages(slide):
            self._page(painter, flow, page, flow.page_rect(page, slide), rect)
        painter.setCompositionMode(_MULTIPLY)

    def letters(self, painter: QPainter, paragraphs: Sequence[Placed], clip: QRectF) -> None:
        """They are in the picture; from here on what is painted lies over it."""
        painter.setCompositionMode(_OVER)

    def margin(self, flow: TextFlow, placed: Placed, marks: DocumentMarks | None) -> Margin:
        """Signs and brackets of a line; the signs of all lines of its page stand below each other."""
        found = placed.layout.painted.get("margin")
        if isinstance(found, Margin) or not isinstance(flow, PageFlow):
            return found if isinstance(found, Margin) else super().margin(flow, placed, marks)
        text = flow.source.text
        margins: dict[int, Margin] = {}
        for line in text.lines_of(text.page_of(placed.paragraph)):
            layout = flow.layouts[line]
            margins[line] = margin_of(layout, self.marked(flow, Placed(line, layout, 0, 0, 0, 0), marks))
        for line, margin in _apart(margins).items():
            flow.layouts[line].painted["margin"] = margin
            margins[line] = margin
        return margins[placed.paragraph]

    def _page(self, painter: QPainter, flow: PageFlow, page: int, place: QRect, rect: QRectF) -> None:
        ratio = max(1.0, painter.device().devicePixelRatioF())
        theme = self._theme
        visible = QRectF(place) & rect
        if not visible.isEmpty():
            painter.fillRect(visible, QColor("white"))
            self._pictures(painter, flow, page, QRectF(place), ratio, rect)
            shade = {"dark": DIMMED, "sepia": self._paper.color("page")}.get(theme.name)
            if shade is not None:
                painter.setCompositionMode(_MULTIPLY)
                painter.fillRect(visible, shade)
                painter.setCompositionMode(_OVER)
        painter.setPen(QPen(theme.color("line"), 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        self._number(painter, flow, self._page_name(flow.facts_of_page(page)), place)

    def _pictures(
        self, painter: QPainter, flow: PageFlow, page: int, place: QRectF, ratio: float, rect: QRectF
    ) -> None:
        shift = place.top() - flow.page_rect(page).top()
        bands = flow.bands(page, ratio, rect.top() - shift, rect.bottom() - shift)
        missing = [band for band in bands if flow.source.picture(band) is None]
        stand_in = flow.source.stand_in(page) if missing else None
        if stand_in is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, stand_in)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        self._bands(painter, flow, (band for band in bands if band not in missing), place, ratio)

    def _bands(self, painter: QPainter, flow: PageFlow, bands: Iterable[Band], place: QRectF, ratio: float) -> None:
        for band in bands:
            picture = flow.source.picture(band)
            if picture is not None:
                size = QRectF(place.left(), place.top() + band.top / ratio, band.width / ratio, band.rows / ratio)
                painter.drawImage(size, picture)

    def _number(self, painter: QPainter, flow: PageFlow, name: str, place: QRect) -> None:
        font = ui_font(11)
        width = QFontMetricsF(font).horizontalAdvance(name)
        right = place.left() - (NUMBER_GAP if flow.left_margin >= LEFT_MARGIN else 4)
        if right - width >= 1:  # there is room for it
            painter.setFont(font)
            painter.setPen(self._theme.color("text3"))
            painter.drawText(QPointF(right - width, place.top() + font.pixelSize() + 1), name)

    def _caret(
        self,
        painter: QPainter,
        flow: TextFlow,
        paragraphs: Sequence[tuple[Placed, Marked]],
        caret: int,
        upstream: bool,
        colour: QColor,
    ) -> None:
        super()._caret(painter, flow, paragraphs, caret, upstream, self._paper.color("text"))


def _apart(margins: Mapping[int, Margin]) -> dict[int, Margin]:
    """The margins of the lines of a page with signs moved down where they would touch one above.

    "+n" stands only at the first of the lines that follow each other with so many.
    """
    signs: dict[int, list[Sign]] = {line: [] for line in margins}
    more: dict[int, list[tuple[float, int]]] = {line: [] for line in margins}
    entries: list[tuple[float, int, Sign | int]] = [
        (sign.y, line, sign) for line, margin in margins.items() for sign in margin.signs
    ]
    for line, margin in margins.items():
        above = [count for _, count in margins[line - 1].more] if line - 1 in margins else []
        entries += [(base, line, count) for base, count in margin.more if count not in above]
    lowest = float("-inf")
    for y, line, what in sorted(entries, key=lambda entry: entry[:2]):
        if isinstance(what, Sign):
            y = max(y, lowest + SIGN_HEIGHT / 2)
            signs[line].append(replace(what, y=y))
            lowest = y + SIGN_HEIGHT / 2
        else:
            y = max(y, lowest + COUNT_HEIGHT)
            more[line].append((y, what))
            lowest = y
    return {line: replace(margin, signs=tuple(signs[line]), more=tuple(more[line])) for line, margin in margins.items()}
