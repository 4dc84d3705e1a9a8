"""A line of a page of a PDF as the painters of marks know a paragraph: its letters stand where the page has them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextOption

from reader.text.page_map import LinePlaces, Run
from reader.ui.paragraph_facts import Facts
from reader.ui.paragraph_layouts import Line, ParagraphLayout
from reader.ui.paragraph_styles import DEFAULT_SIZE, ParagraphStyle
from reader.ui.theme import reading_font

_NEAR = 2.5  # of the size: a line that begins so close under another goes on with it
_TIGHT = 0.62  # print has less room between its lines than the reading view: lanes lie closer, and are thinner


@dataclass(frozen=True, slots=True)
class Around:
    """What stands under a line: where its ground must end, and how far a stripe beside it goes on. Points."""

    limit: float
    reach: float


def around(line: LinePlaces, following: LinePlaces | None) -> Around:
    """What `following`, the next line of the text, leaves to `line`."""
    here, bottom = line.runs[-1], max(run.bottom for run in line.runs)
    if following is None or following.runs[0].base <= here.base:
        return Around(bottom, bottom)
    there = following.runs[0]
    beside = following.lefts[0] < max(line.rights) and line.lefts[0] < max(following.rights)
    if not beside or there.top - bottom > _NEAR * max(line.size, following.size):
        return Around(bottom, bottom)
    return Around(max(here.base + 1, min(bottom, there.top)), max(here.base + 1, there.top))


def even_places(text: str, size: float, left: float, right: float, base: float) -> LinePlaces:
    """The line of a page that is not measured yet: its letters spread between `left` and `right`."""
    step = (right - left) / max(1, len(text))
    edges = [left + step * number for number in range(len(text) + 1)]
    run = Run(0, len(text), base - size, base + 0.3 * size, base)
    return LinePlaces(text, size, (run,), array("f", edges[:-1]), array("f", edges[1:]))


def style_of(size: float, scale: float) -> ParagraphStyle:
    """The style that gives marks their measures, for letters of `size` points at `scale` px a point."""
    pixels = max(1.0, size * scale)
    line = round(1.24 * pixels)
    return ParagraphStyle(reading_font(pixels), line, round(0.93 * pixels), 0, 0, scale=_TIGHT * pixels / DEFAULT_SIZE)


class PageLine(ParagraphLayout):
    """A line on a page. Its origin is the top left of the page; lengths are px, `scale` of them to a point."""

    def __init__(
        self,
        places: LinePlaces,
        below: Around,
        scale: float,
        style: ParagraphStyle,
        facts: Facts,
        option: QTextOption,
        colour: QColor,
    ) -> None:
        self._places, self._scale = places, scale
        super().__init__(places.text, style, facts, 0.0, option, colour)
        self._grounds = [
            (round(run.top * scale), max(round(run.top * scale) + 1, round(min(run.bottom, below.limit) * scale)))
            for run in places.runs
        ]
        self.top = min(top for top, _ in self._grounds)
        self.bottom = max(bottom for _, bottom in self._grounds)
        self.reach = max(self.bottom, round(below.reach * scale))
        self.left, self.right = min(line.x for line in self.lines), max(line.right for line in self.lines)
        self.text_height = self.height = self.bottom - self.top

    def _break_lines(self, _width: float) -> tuple[Line, ...]:
        places, scale = self._places, self._scale
        return tuple(
            Line(
                run.start,
                run.end,
                places.lefts[run.start] * scale,
                run.top * scale,
                max(places.rights[run.start : run.end]) * scale,
                run.base * scale,
            )
            for run in places.runs
        )

    # places

    def x_of(self, position: int, line: int) -> float:
        there = self.lines[line]
        if position >= there.end:
            return self._places.rights[there.end - 1] * self._scale
        return self._places.lefts[max(position, there.start)] * self._scale

    def position_at(self, x: float, line: int) -> int:
        return self._places.nearest(x / self._scale, line)

    def character_at(self, x: float, line: int) -> int | None:
        return self._places.under(x / self._scale, line)

    def line_below(self, y: float) -> int:
        return min(self._numbers, key=lambda number: self._under(number, y))

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, float, float]]:
        for number, left, right in self._places.pieces(start, min(end, len(self.text))):
            yield number, left * self._scale, max(right * self._scale, left * self._scale + 1)

    def tint_rect(self, number: int, left: float, right: float) -> QRectF:
        top, bottom = self._grounds[number]
        return QRectF(left, top, right - left, bottom - top)

    def distance_to(self, point: QPointF) -> tuple[float, int]:
        """How far a point of the page is from the line, counting height more; and its run that is nearest."""
        return min(
            (8 * self._under(number, point.y()) + self._beside(number, point.x()), number) for number in self._numbers
        )

    def nearest(self, x: float) -> int:
        """The place for a caret on this line that is nearest to `x`."""
        return self.position_at(x, min(self._numbers, key=lambda number: self._beside(number, x)))

    @property
    def _numbers(self) -> range:
        return range(len(self.lines))

    def _under(self, number: int, y: float) -> float:
        top, bottom = self._grounds[number]
        return max(top - y, y - bottom, 0.0)

    def _beside(self, number: int, x: float) -> float:
        line = self.lines[number]
        return max(line.x - x, x - line.right, 0.0)

    # paint

    def draw(self, painter: QPainter, origin: QPointF, clip: QRectF) -> None:
        """The picture of the page has the letters."""
