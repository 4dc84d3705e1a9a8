"""Paints the margins: page numbers and hooks at the left; brackets of linked passages and signs at the right."""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from reader.text.structure import Page
from reader.ui.marks_painter import Marked
from reader.ui.paragraph_layouts import ParagraphLayout
from reader.ui.resources import pixmap
from reader.ui.text_flow import LEFT_MARGIN, Placed
from reader.ui.theme import Theme, ui_font
from reader.ui.unit_painter import draw_bracket

NUMBER_GAP = 19  # px between a page number and the text
BRACKET_X, BRACKET_WIDTH = 4.75, 1.5  # px from the right edge of the text
SIGN_X, SIGN, COUNT_X = 7.0, 14, 21.5  # px
HIT = 24  # px, each side of the area that can be clicked
HOOK_TICK = 3.5  # px

SignKind = Literal["note", "link", "check"]
ICONS: dict[SignKind, str] = {"note": "sticky-note", "link": "link-2", "check": "triangle-alert"}


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of a passage; `y` is the middle of it in px from the paragraph's origin."""

    kind: SignKind
    highlight_uid: str
    y: float
    count: int = 1

    def area(self, placed: Placed, text_right: float) -> QRectF:
        """The part of the viewport that reacts to the mouse."""
        return QRectF(text_right + 3, placed.y + self.y - HIT / 2, HIT + 3, HIT)


@dataclass(frozen=True, slots=True)
class Bracket:
    """A linked passage: px from the paragraph's origin; open above or below where it goes on in another paragraph."""

    highlight_uid: str
    top: float
    bottom: float
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Margin:
    """The right margin of one paragraph."""

    signs: tuple[Sign, ...]
    brackets: tuple[Bracket, ...]
    more: tuple[tuple[float, int], ...]  # y of the baseline, number of labels without a lane


def margin_of(layout: ParagraphLayout, marked: Marked) -> Margin:
    """Work out signs and brackets of a laid-out paragraph. Signs of one line stand below each other."""
    signs: list[Sign] = []
    brackets: list[Bracket] = []
    line_height = layout.style.line
    taken = [number * line_height + line_height / 2 for number in sorted(marked.more)]
    for run in marked.runs:
        first, last = layout.line_at(run.start), layout.line_at(max(run.start, run.end - 1))
        if run.links:
            top = layout.tint_rect(first, 0, 0).top()
            bottom = layout.tint_rect(last, 0, 0).bottom()
            brackets.append(Bracket(run.highlight.uid, top, bottom, run.begins, run.ends))
        if not run.begins:
            continue
        kinds: list[tuple[SignKind, int]] = []
        if run.highlight.status in ("moved", "fuzzy"):
            kinds.append(("check", 1))
        if run.highlight.note:
            kinds.append(("note", 1))
        if run.links:
            kinds.append(("link", run.links))
        y = layout.lines[first].top + line_height / 2
        for kind, count in kinds:
            while not _is_free(taken, y):
                y += max(line_height / 2, HIT / 2)
            insort(taken, y)
            signs.append(Sign(kind, run.highlight.uid, y, count))
    more = tuple((layout.lines[number].baseline, count) for number, count in sorted(marked.more.items()))
    return Margin(tuple(signs), tuple(brackets), more)


def _is_free(taken: list[float], y: float) -> bool:
    """Whether a sign fits at `y`, with the places that are taken in order."""
    place = bisect(taken, y)
    return all(abs(y - other) >= HIT - 1 for other in taken[max(0, place - 1) : place + 1])


class MarginPainter:
    """Paints both margins in the colours of the theme."""

    def __init__(self, theme: Theme, page_name: Callable[[Page], str]) -> None:
        """`page_name` gives the words for a page, such as "p. 22"."""
        self._theme = theme
        self._page_name = page_name

    def pages(
        self, painter: QPainter, placed: Placed, left_margin: int, text_width: float, gap: int, *, above: bool = False
    ) -> None:
        """The pages that begin in a paragraph: a hairline above it, or a hook at the place in it; and their numbers.

        `gap` px lie between this paragraph and the one before it. The number of a page that begins with the paragraph
        stands at its first line, or above the hairline when that line is taken (`above`).
        """
        layout = placed.layout
        for position, page in layout.facts.pages:
            number = layout.line_at(position)
            baseline = placed.y + layout.lines[number].baseline
            if position > 0:
                self._hook(painter, placed, number, layout.x_of(position, number))
            else:
                y = round(placed.y - min(7, gap / 2)) - 0.5
                if page.index > 1:
                    painter.setPen(QPen(self._theme.color("line"), 1))
                    painter.drawLine(QLineF(placed.x - left_margin + 6, y, placed.x + text_width, y))
                baseline = y - 2 if above else baseline
            self._number(painter, placed.x, baseline, self._page_name(page), left_margin)

    def _hook(self, painter: QPainter, placed: Placed, number: int, x: float) -> None:
        rect = placed.layout.tint_rect(number, x, x).translated(placed.x, placed.y)
        edge = round(rect.left()) - 0.5
        painter.setPen(QPen(self._theme.color("ctl"), 1))
        painter.drawLine(QLineF(edge, rect.top() + 0.5, edge, rect.bottom() - 0.5))
        painter.drawLine(QLineF(edge - HOOK_TICK, rect.top() + 0.5, edge, rect.top() + 0.5))

    def _number(self, painter: QPainter, text_left: float, baseline: float, name: str, left_margin: int) -> None:
        font, page = ui_font(11), self._theme.color("page")
        width = QFontMetricsF(font).horizontalAdvance(name)
        right = text_left - (NUMBER_GAP if left_margin >= LEFT_MARGIN else 4)
        left = max(2.0, right - width)
        if left + width > text_left - NUMBER_GAP:  # there it may lie on the stripe of a question or answer
            painter.fillRect(QRectF(left - 1, baseline - font.pixelSize(), width + 2, font.pixelSize() + 3), page)
        painter.setFont(font)
        painter.setPen(self._theme.color("text3"))
        painter.drawText(QPointF(left, baseline - 1), name)

    def brackets(
        self, painter: QPainter, placed: Placed, margin: Margin, text_right: float, bold: Sequence[str]
    ) -> None:
        """A bracket along each linked passage; that of a highlight in `bold` is heavier."""
        if not margin.brackets:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for bracket in margin.brackets:
            width = BRACKET_WIDTH + (1.0 if bracket.highlight_uid in bold else 0.0)
            pen = QPen(self._theme.color("accent"), width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            top = placed.y + bracket.top if bracket.begins else placed.top
            bottom = placed.y + bracket.bottom if bracket.ends else placed.bottom
            draw_bracket(painter, pen, text_right + BRACKET_X, (top, bottom, bracket.begins, bracket.ends))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def signs(self, painter: QPainter, placed: Placed, margin: Margin, text_right: float, pointed: Sign | None) -> None:
        """The signs of passages and "+n" where labels found no lane."""
        if not (margin.signs or margin.more):
            return
        font = ui_font(11)
        painter.setFont(font)
        ratio = max(1.0, painter.device().devicePixelRatioF())
        for sign in margin.signs:
            area = sign.area(placed, text_right)
            if sign == pointed:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("hover"))
                painter.drawRoundedRect(area, 6, 6)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            token = "warn" if sign.kind == "check" else "text2"
            picture = pixmap(self._theme, ICONS[sign.kind], token, SIGN, ratio)
            middle = round(placed.y + sign.y)
            painter.drawPixmap(QPointF(round(text_right + SIGN_X), middle - SIGN // 2), picture)
            if sign.count > 1:
                painter.setPen(self._theme.color("text2"))
                painter.drawText(QPointF(text_right + COUNT_X, middle + 4), str(sign.count))
        painter.setPen(self._theme.color("text2"))
        for baseline, count in margin.more:
            painter.drawText(QPointF(text_right + 9, placed.y + baseline - 1), f"+{count}")
