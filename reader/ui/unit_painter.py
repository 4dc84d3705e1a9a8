"""Paints questions and answers: stripes and badges in the left margin, grips, dashed brackets, shared words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from reader.ui.text_flow import LEFT_MARGIN, Placed, TextFlow
from reader.ui.theme import Theme, scaled, ui_font
from reader.ui.unit_marks import MovedEnd, Stretches, UnitMark

STRIPE, STRIPE_AT, STRIPE_AT_NARROW = 4, 12, 5  # px: its width, and its middle left of the text
BADGE_GAP, BADGE_HEIGHT, BADGE_PADDING, BADGE_LEAST = 2.5, 16, 4.5, 22.0  # px
HIT = 24.0  # px, each side of the area of a badge that reacts to the mouse
GRIP_WIDTH, GRIP_HEIGHT, GRIP_REACH = 12.0, 6.0, 7.0  # px
SHARED_BELOW, SHARED_LINE = 2.0, 2.0  # px under the baseline at 15 px text


@dataclass(frozen=True, slots=True)
class Extent:
    """The part of a unit beside one paragraph, px of the viewport; open where the unit goes on above or below."""

    unit: UnitMark
    place: tuple[int, int]  # its whole reading range
    top: float
    bottom: float
    begins: bool
    ends: bool


@dataclass(frozen=True, slots=True)
class Badge:
    """The badge of a unit in the viewport."""

    unit: UnitMark
    text: str
    rect: QRectF

    @property
    def area(self) -> QRectF:
        """The part of the viewport that reacts to the mouse."""
        wider = max(0.0, (HIT - self.rect.width()) / 2)
        higher = max(0.0, (HIT - self.rect.height()) / 2)
        return self.rect.adjusted(-wider, -higher, wider, higher)


@dataclass(frozen=True, slots=True)
class Grip:
    """An end of a unit that can be dragged; `at` is its middle in the viewport."""

    unit: UnitMark
    place: tuple[int, int]
    is_start: bool
    at: QPointF


# what is where


def range_of(flow: TextFlow, placed: Placed) -> tuple[int, int]:
    """The reading range of a paragraph."""
    first = flow.reading.paragraph_start(placed.paragraph)
    return first, first + len(placed.layout.text)


def extents(flow: TextFlow, placed: Placed, units: Stretches[UnitMark], moved: MovedEnd | None = None) -> list[Extent]:
    """The units beside a paragraph, with an end that is dragged where it is now."""
    low, high = range_of(flow, placed)
    found = units.touching(low, high)
    if moved is not None:
        found = [one for one in found if one[2].id != moved.unit.id]
        if moved.now[0] < high and moved.now[1] > low:
            found = sorted([*found, (*moved.now, moved.unit)], key=lambda one: (one[0], -one[1]))
    return [Extent(unit, (start, end), *extent_of(placed, low, start, end)) for start, end, unit in found]


def extent_of(placed: Placed, first: int, start: int, end: int) -> tuple[float, float, bool, bool]:
    """Top and bottom beside a paragraph that begins at reading offset `first`, and whether start:end begins and ends
    in it."""
    layout = placed.layout
    begins, ends = start >= first, end <= first + len(layout.text)
    top, bottom = placed.top, placed.bottom
    if begins:
        top = placed.y + layout.tint_rect(layout.line_at(start - first), 0, 0).top()
    if ends:
        bottom = placed.y + layout.tint_rect(layout.line_at(max(0, end - first - 1)), 0, 0).bottom()
    return top, bottom, begins, ends


def stripe_x(flow: TextFlow) -> float:
    """The left edge of the stripes, px of the viewport."""
    return flow.text_left - (STRIPE_AT if flow.left_margin >= LEFT_MARGIN else STRIPE_AT_NARROW) - STRIPE / 2


def badges(flow: TextFlow, placed: Placed, beside: Sequence[Extent]) -> list[Badge]:
    """The badges of the units that begin in a paragraph, each at its first line, or at the next one that is free.

    A page number inside the paragraph keeps its line; one above the paragraph makes room (`numbers_above`).
    """
    layout = placed.layout
    middles = [placed.y + line.baseline - 0.4 * layout.style.em for line in layout.lines]
    half = max(BADGE_HEIGHT, scaled(BADGE_HEIGHT)) / 2
    taken = [middles[layout.line_at(position)] for position, _ in layout.facts.pages if position > 0]
    low = range_of(flow, placed)[0]
    found = []
    for extent in beside:
        if not extent.begins:
            continue
        first = layout.line_at(extent.place[0] - low)
        middle = next((y for y in middles[first:] if _is_free(y, taken, 2 * half)), None)
        if middle is None:
            middle = next((y for y in reversed(middles[:first]) if _is_free(y, taken, 2 * half)), None)
        if middle is None:
            middle = max([*taken, middles[-1]]) + 2 * half + 2
        taken.append(middle)
        found.append(_badge(flow, extent.unit, middle, 2 * half))
    return found


def _is_free(y: float, taken: Sequence[float], height: float) -> bool:
    return all(abs(y - other) >= height for other in taken)


def _badge(flow: TextFlow, unit: UnitMark, middle: float, height: float) -> Badge:
    """A badge as wide as its text; where the margin is too narrow for that, without the letter."""
    metrics = QFontMetricsF(ui_font(11, 600))
    right = stripe_x(flow) - BADGE_GAP
    text, room = unit.badge, right - 1
    width = max(BADGE_LEAST, metrics.horizontalAdvance(text) + 2 * BADGE_PADDING)
    if width > room and len(text) > 2:
        text = text[1:]
        width = metrics.horizontalAdvance(text) + 2 * BADGE_PADDING
    width = min(width, max(room, metrics.horizontalAdvance(text) + 2))
    return Badge(unit, text, QRectF(right - width, middle - height / 2, width, height))


def numbers_above(placed: Placed, shown: Sequence[Badge]) -> bool:
    """Whether the number of a page that begins with this paragraph goes above it, because a badge has its line."""
    if not shown or not any(position == 0 for position, _ in placed.layout.facts.pages):
        return False
    first = placed.y + placed.layout.lines[0].baseline
    return any(badge.rect.top() < first and badge.rect.bottom() > first - placed.layout.style.em for badge in shown)


def grips(flow: TextFlow, beside: Sequence[Extent]) -> Iterator[Grip]:
    """The ends of the units beside a paragraph."""
    middle = stripe_x(flow) + STRIPE / 2
    for extent in beside:
        if extent.begins:
            yield Grip(extent.unit, extent.place, True, QPointF(middle, extent.top))
        if extent.ends:
            yield Grip(extent.unit, extent.place, False, QPointF(middle, extent.bottom))


class UnitPainter:
    """Paints units beside placed paragraphs in the colours of the theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def stripes(self, painter: QPainter, flow: TextFlow, beside: Sequence[Extent], out: set[str]) -> None:
        """A hollow stripe along each question, a solid one along each answer; broader for the units `out` (ids)."""
        for extent in beside:
            wider = 1 if extent.unit.id in out else 0
            rect = QRectF(stripe_x(flow), extent.top, STRIPE + 2 * wider, extent.bottom - extent.top)
            if extent.unit.role == "answer":
                if extent.begins:  # two answers on one line do not run into each other
                    painter.fillRect(rect.adjusted(0, -1, 0, 0), self._theme.color("page"))
                painter.fillRect(rect, self._theme.color("accent"))
            else:
                self._hollow(painter, rect, extent, 1 + wider)

    def _hollow(self, painter: QPainter, rect: QRectF, extent: Extent, width: int) -> None:
        colour = self._theme.color("q")
        painter.fillRect(QRectF(rect.left(), rect.top(), width, rect.height()), colour)
        painter.fillRect(QRectF(rect.right() - width, rect.top(), width, rect.height()), colour)
        if extent.begins:
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), width), colour)
        if extent.ends:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - width, rect.width(), width), colour)

    def badges(self, painter: QPainter, shown: Sequence[Badge], out: set[str]) -> None:
        """Outlined for a question, solid for an answer; those of the units `out` (ids) are brought out."""
        if not shown:
            return
        color = self._theme.color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(11, 600))
        for badge in shown:
            is_answer = badge.unit.role == "answer"
            line, is_out = color("accent" if is_answer else "q"), badge.unit.id in out
            ground = line if is_answer else color("hover" if is_out else "page")
            rect = badge.rect.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(line, 2 if is_out else 1))
            painter.setBrush(ground)
            painter.drawRoundedRect(rect.adjusted(-1, -1, 0, 1) if is_out and is_answer else rect, 4, 4)
            painter.setPen(color("onaccent") if is_answer else line)
            painter.drawText(badge.rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, badge.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def grips(self, painter: QPainter, flow: TextFlow, beside: Sequence[Extent], units: set[str]) -> None:
        """A small handle at each end of some units."""
        if not units:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for grip in grips(flow, beside):
            if grip.unit.id in units:
                painter.setPen(QPen(self._theme.color("accent" if grip.unit.role == "answer" else "q"), 1.5))
                painter.setBrush(self._theme.color("page"))
                rect = QRectF(0, 0, GRIP_WIDTH, GRIP_HEIGHT)
                rect.moveCenter(grip.at)
                painter.drawRoundedRect(rect, 2.5, 2.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def moved(self, painter: QPainter, flow: TextFlow, placed: Placed, between: tuple[int, int]) -> None:
        """A light ground on what a dragged end has passed over."""
        first, last = range_of(flow, placed)
        colour = QColor(self._theme.color("accent"))
        colour.setAlphaF(0.14)
        for number, left, right in placed.layout.pieces(max(0, between[0] - first), min(last, between[1]) - first):
            painter.fillRect(placed.layout.tint_rect(number, left, right).translated(placed.x, placed.y), colour)

    def shared(self, painter: QPainter, flow: TextFlow, placed: Placed, words: Stretches[None]) -> None:
        """A line of 2 px under each shared word."""
        first, last = range_of(flow, placed)
        colour, scale = self._theme.color("warn"), placed.layout.style.scale
        thick = max(1, round(SHARED_LINE * scale))
        for start, end, _ in words.touching(first, last):
            for number, left, right in placed.layout.pieces(max(0, start - first), min(end, last) - first):
                y = placed.y + round(placed.layout.lines[number].baseline + SHARED_BELOW * scale)
                painter.fillRect(QRectF(placed.x + left, y, right - left, thick), colour)

    def suggested(self, painter: QPainter, flow: TextFlow, placed: Placed, ends: Stretches[str], x: float) -> None:
        """A dashed bracket along each suggested passage, at `x`."""
        first, last = range_of(flow, placed)
        found = ends.touching(first, last)
        if not found:
            return
        pen = QPen(self._theme.color("ctl"), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for start, end, _ in found:
            draw_bracket(painter, pen, x, extent_of(placed, first, start, end), dashed=True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


BRACKET_TICK = 3.0  # px


def draw_bracket(
    painter: QPainter, pen: QPen, x: float, extent: tuple[float, float, bool, bool], *, dashed: bool = False
) -> None:
    """Draw a bracket along `extent` (top, bottom, begins, ends) with its back at `x`; a tick at each true end."""
    top, bottom, begins, ends = extent
    half = pen.widthF() / 2
    painter.setPen(pen)
    if begins:
        painter.drawLine(QLineF(x - BRACKET_TICK, top + half, x + half, top + half))
    if ends:
        painter.drawLine(QLineF(x - BRACKET_TICK, bottom - half, x + half, bottom - half))
    if dashed:
        back = QPen(pen)
        back.setDashPattern([4 / pen.widthF(), 3 / pen.widthF()])
        painter.setPen(back)
    painter.drawLine(QLineF(x, top, x, bottom))
