"""The column of text behind a viewport: what is visible where, scrolling, places to and from pixels. No painting."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF

from reader.text.reading import ReadingText
from reader.ui.paragraph_facts import FactFinder
from reader.ui.paragraph_heights import Heights
from reader.ui.paragraph_layouts import Layouts, ParagraphLayout, text_option
from reader.ui.paragraph_styles import ParagraphStyles

LEFT_MARGIN, RIGHT_MARGIN, NARROW_MARGIN = 54, 30, 32  # px
SMALLEST_MEASURE = 17  # em, about 38 characters; below that the margins shrink
ABOVE, BELOW = 14, 48  # px of page before the first and behind the last line
SAMPLE = 3000  # code points whose mean width estimates the rest


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph in the viewport: `y` is the top of its first line, `top` and `bottom` include the space around it."""

    paragraph: int
    layout: ParagraphLayout
    x: float
    y: float
    top: float
    bottom: float

    @property
    def origin(self) -> QPointF:
        return QPointF(self.x, self.y)


class TextFlow:
    """A reading text set in a column. The scroll state is a paragraph and the pixels of it above the viewport.

    So a height that turns out other than estimated never moves the text that is seen.
    """

    def __init__(self, reading: ReadingText, styles: ParagraphStyles, width: int, height: int, marker: QColor) -> None:
        """`width` and `height` of the viewport in px; `marker` is the colour of footnote markers."""
        self.reading, self.styles, self.marker = reading, styles, marker
        self.facts = FactFinder(reading)
        self.width, self.height = width, height
        self.top: tuple[int, int] = (0, 0)
        self._anchor: tuple[int, int] | None = None  # reading offset and y that stay in place while the size changes
        self._option = text_option()
        self._relayout()

    # column

    @property
    def count(self) -> int:
        return self.reading.paragraph_count

    def set_size(self, width: int, height: int) -> None:
        """The viewport has another size; the first visible line stays where it is."""
        if (width, height) == (self.width, self.height):
            return
        wider = width != self.width
        position = self.anchor()
        self.width, self.height = width, height
        self._end: tuple[int, int] | None = None
        if wider:
            self._relayout()
            self.restore(position)
        else:
            self._place(*self.top)

    def set_styles(self, styles: ParagraphStyles, marker: QColor) -> None:
        """Another reading size, line height or colour; the first visible line stays where it is."""
        position = self.anchor()
        self.styles, self.marker = styles, marker
        self._relayout()
        self.restore(position)

    def _relayout(self) -> None:
        self._end = None
        size = self.styles.size
        free = self.width - LEFT_MARGIN - RIGHT_MARGIN
        self.left_margin = LEFT_MARGIN
        if free < SMALLEST_MEASURE * size:
            self.left_margin = NARROW_MARGIN
            free = self.width - 2 * NARROW_MARGIN
        self.text_width = max(80.0, float(round(min(free, self.styles.measure()))))
        self.text_left = self.left_margin + max(0, int(free - self.text_width) // 2)
        sample = self.reading.text[:SAMPLE].replace("\n", " ") or "n"
        mean = QFontMetricsF(self.styles.body.font).horizontalAdvance(sample) / len(sample)
        self._per_line = max(8.0, 0.96 * self.text_width / mean)
        self.layouts = Layouts(self._make)
        self.heights = Heights(self.count, self._estimate_chunk, self._estimate)

    def _estimate_chunk(self, first: int, last: int) -> float:
        reading, body = self.reading, self.styles.body
        end = reading.paragraph_start(last) if last < self.count else len(reading.text)
        lines = (end - reading.paragraph_start(first)) / self._per_line + 0.5 * (last - first)
        return lines * body.line + (last - first) * body.after

    def _estimate(self, paragraph: int) -> float:
        reading = self.reading
        length = reading.paragraph_end(paragraph) - reading.paragraph_start(paragraph)
        text = reading.paragraph(paragraph) if length < 200 else ""
        style = self.styles.of(reading.kind(paragraph), reading.level(paragraph), text)
        lines = int(length * style.em / (self._per_line * self.styles.size)) + 1
        return style.before + lines * style.line + style.after + self._around(paragraph)

    def _around(self, paragraph: int) -> int:
        return (ABOVE if paragraph == 0 else 0) + (BELOW if paragraph == self.count - 1 else 0)

    def _make(self, paragraph: int) -> ParagraphLayout:
        reading = self.reading
        text = reading.paragraph(paragraph)
        style = self.styles.of(reading.kind(paragraph), reading.level(paragraph), text)
        layout = ParagraphLayout(text, style, self.facts.of(paragraph), self.text_width, self._option, self.marker)
        self.heights.set(paragraph, layout.height + self._around(paragraph))
        return layout

    def exact(self, paragraph: int) -> float:
        """The height of a paragraph with the space around it, laid out if need be."""
        if not self.heights.is_exact(paragraph):
            self.layouts[paragraph]
        return self.heights[paragraph]

    # scrolling

    def scroll_by(self, distance: int) -> int:
        """Move the text up by `distance` px (down when negative). Gives how far it went."""
        if not self.count:
            return 0
        paragraph, pixel = self.top
        if abs(distance) > 4 * max(1, self.height):
            before = self.heights.before(paragraph) + pixel
            there, rest = self.heights.at(max(0.0, before + distance))
            self._place(there, int(rest))
            return round(self.heights.before(self.top[0]) + self.top[1] - before)
        moved = self._normal(paragraph, pixel + distance)
        moved = min(moved, self._last_top())
        travelled = self._between(self.top, moved)
        if moved != self.top:
            self.top, self._anchor = moved, None
        return travelled

    def _between(self, before: tuple[int, int], after: tuple[int, int]) -> int:
        """Pixels from one scroll state to another one near it."""
        low, high = min(before, after), max(before, after)
        distance = sum(self.exact(paragraph) for paragraph in range(low[0], high[0])) + high[1] - low[1]
        return round(distance if after >= before else -distance)

    def _place(self, paragraph: int, pixel: int) -> None:
        moved = min(self._normal(paragraph, pixel), self._last_top())
        if moved != self.top:
            self.top, self._anchor = moved, None

    def _normal(self, paragraph: int, pixel: int) -> tuple[int, int]:
        """The same place with `pixel` inside its paragraph."""
        while pixel < 0 and paragraph > 0:
            paragraph -= 1
            pixel += int(self.exact(paragraph))
        while paragraph < self.count - 1 and pixel >= (high := int(self.exact(paragraph))):
            pixel -= high
            paragraph += 1
        return paragraph, max(0, pixel)

    def _last_top(self) -> tuple[int, int]:
        """The scroll state at which the last line stands at the bottom."""
        if self._end is None:
            paragraph, left = self.count, self.height
            while left > 0 and paragraph > 0:
                paragraph -= 1
                left -= int(self.exact(paragraph))
            self._end = (max(0, paragraph), max(0, -left))
        return self._end

    def anchor(self) -> tuple[int, int]:
        """The reading offset at the start of the first visible line, and the y of that line in the viewport."""
        if self._anchor is None:
            self._anchor = (0, 0)
            for placed in self.visible():
                for line in placed.layout.lines:
                    y = placed.y + line.top
                    if y + placed.layout.style.line > 0:
                        self._anchor = (self.reading.paragraph_start(placed.paragraph) + line.start, int(y))
                        return self._anchor
        return self._anchor

    def restore(self, position: tuple[int, int]) -> None:
        """Scroll so that the line with a reading offset stands at a y of the viewport."""
        offset, y = position
        if self.count:
            self.show_line(offset, y)
            self._anchor = position

    def show_line(self, offset: int, y: int) -> None:
        """Scroll so that the line that holds reading `offset` has its top at `y` px, as far as the text reaches."""
        paragraph, position = self.locate(offset)
        layout = self.layouts[paragraph]
        line = layout.line_at(position)
        self._place(paragraph, int(self._lead(paragraph) + layout.lines[line].top) - y)

    def _lead(self, paragraph: int) -> int:
        return self.layouts[paragraph].style.before + (ABOVE if paragraph == 0 else 0)

    # what is where

    def visible(self, shift: int = 0) -> list[Placed]:
        """The paragraphs in the viewport, as if the text had been moved up by `shift` px more."""
        placed: list[Placed] = []
        if not self.count:
            return placed
        paragraph, pixel = self._normal(self.top[0], self.top[1] + shift) if shift else self.top
        y = float(-pixel)
        while y < self.height and paragraph < self.count:
            layout = self.layouts[paragraph]
            bottom = y + self.exact(paragraph)
            placed.append(Placed(paragraph, layout, self.text_left, y + self._lead(paragraph), y, bottom))
            y = bottom
            paragraph += 1
        return placed

    def locate(self, offset: int) -> tuple[int, int]:
        """The paragraph of a reading offset, and the position in it."""
        paragraph = self.reading.paragraph_at(offset)
        start = self.reading.paragraph_start(paragraph)
        length = self.reading.paragraph_end(paragraph) - start
        return paragraph, min(max(0, offset - start), length)

    def y_of_paragraph(self, paragraph: int) -> float:
        """The y of a paragraph's upper edge in the viewport: exact where it is seen, estimated elsewhere."""
        top, pixel = self.top
        if abs(paragraph - top) < 64:
            if paragraph >= top:
                return sum(self.heights[number] for number in range(top, paragraph)) - pixel
            return -pixel - sum(self.heights[number] for number in range(paragraph, top))
        return self.heights.before(paragraph) - self.heights.before(top) - pixel

    def y_of(self, offset: int) -> float:
        """The y of the top of the line that holds a reading offset; estimated when it is far out of view."""
        paragraph, position = self.locate(offset)
        y = self.y_of_paragraph(paragraph)
        layout = self.layouts.known(paragraph)
        if layout is None and -self.height < y < 2 * self.height:
            layout = self.layouts[paragraph]
        if layout is not None:
            return y + self._lead(paragraph) + layout.lines[layout.line_at(position)].top
        share = position / max(1, self.reading.paragraph_end(paragraph) - self.reading.paragraph_start(paragraph))
        return y + share * max(0.0, self.heights[paragraph] - self.styles.body.line)

    def place_at(self, point: QPointF) -> tuple[int, bool]:
        """The caret place nearest to a point: its reading offset, and whether it is at the end of a line."""
        placed = self._placed_at(point.y())
        if placed is None:
            return 0, False
        layout = placed.layout
        number = layout.line_below(point.y() - placed.y)
        position = layout.position_at(point.x() - placed.x, number)
        line = layout.lines[number]
        upstream = position == line.end and number < len(layout.lines) - 1
        if upstream and layout.text[position - 1 : position].isspace():
            position, upstream = position - 1, False  # before the space at which the line breaks
        return self.reading.paragraph_start(placed.paragraph) + position, upstream

    def character_at(self, point: QPointF) -> int | None:
        """The reading offset of the character under a point of the viewport; None beside the text."""
        placed = self._placed_at(point.y())
        if placed is None or not 0 <= point.y() - placed.y < placed.layout.text_height:
            return None
        number = placed.layout.line_below(point.y() - placed.y)
        position = placed.layout.character_at(point.x() - placed.x, number)
        return None if position is None else self.reading.paragraph_start(placed.paragraph) + position

    def _placed_at(self, y: float) -> Placed | None:
        visible = self.visible()
        for placed in visible:
            if y < placed.bottom:
                return placed
        return visible[-1] if visible else None

    def rects(self, start: int, end: int) -> list[QRectF]:
        """The rectangles of the visible lines of reading range start:end, in the viewport."""
        found: list[QRectF] = []
        for placed in self.visible():
            first = self.reading.paragraph_start(placed.paragraph)
            low, high = max(0, start - first), min(end - first, len(placed.layout.text))
            for number, left, right in placed.layout.pieces(low, high):
                found.append(placed.layout.tint_rect(number, left, right).translated(placed.x, placed.y))
        return found

    def visible_range(self) -> tuple[int, int]:
        """The reading range from the first to the last visible character."""
        start = end = None
        for placed in self.visible():
            first = self.reading.paragraph_start(placed.paragraph)
            for line in placed.layout.lines:
                y = placed.y + line.top
                if y + placed.layout.style.line > 0 and y < self.height:
                    start = first + line.start if start is None else start
                    end = first + line.end
        return (start or 0, end if end is not None else start or 0)
