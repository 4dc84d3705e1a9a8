"""Tables over the pages of a PDF: the head comes again on each page, a cell goes on where the page ends."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import accumulate, islice
from typing import Final

from reader.exporters.pdf_lines import Line
from reader.exporters.pdf_pages import HEADER, LEFT, TALLEST, Pages
from reader.exporters.pdf_tags import ROOT, Tags

PADDING: Final = 8.0  # points between the edge of a cell and its text, at the sides
_ABOVE, _BELOW = 5.0, 6.0
_HEAD_LINES: Final = 6  # at most, so that pages have room for the rows
_WHOLE: Final = TALLEST * 0.33  # a row up to this height is not parted by the end of a page


class TableWriter:
    """Writes one table, row by row. A cell may cover rows: the rows under it give None in its place."""

    def __init__(self, pages: Pages, tags: Tags, widths: Sequence[float]) -> None:
        """`widths` of the columns, in points."""
        self._pages, self._tags = pages, tags
        self._widths = tuple(widths)
        self._lefts = tuple(accumulate((LEFT, *widths)))
        self._head: list[list[Line]] = []
        self._head_height = 0.0
        self._head_is_shown = False
        self._waiting: list[deque[Line]] = [deque() for _ in widths]  # lines of each column that are not out yet
        self._next = [0.0 for _ in widths]  # where on the page the next one comes
        self._first = [0.0 for _ in widths]  # where the first one comes on a page that has nothing else yet
        self._unclosed: list[int] = []  # the columns that still need a stroke under the last row
        self._element = tags.add("Table", ROOT)
        self._row = self._element

    def start_row(self) -> None:
        """The cells that are now asked for stand in a new row."""
        self._row = self._tags.add("TR", self._element)

    def cell(self, *, covered: int = 1, is_head: bool = False) -> int:
        """The element for the contents of a cell that covers this many rows."""
        if is_head:
            return self._tags.add("TH", self._row, attributes="/O /Table /Scope /Column")
        spans = f"/O /Table /RowSpan {covered}" if covered > 1 else ""
        return self._tags.add("TD", self._row, attributes=spans)

    def text_width(self, column: int) -> float:
        """The points that lines have in a column."""
        return self._widths[column] - 2 * PADDING

    def write_head(self, cells: list[list[Line]]) -> None:
        """The head of the table; it comes with the first row, and again at the top of each further page."""
        cells = [lines[:_HEAD_LINES] for lines in cells]
        self._head = cells
        self._head_height = max(sum(line.leading for line in lines) for lines in cells) + 8

    def least_room(self, cells: Sequence[list[Line] | None]) -> float:
        """The points that the head and the first row of these cells take, or the start of a row that may be parted."""
        waiting = [list(lines or ()) for lines in cells]
        every = [line for lines in waiting for line in lines]
        around = _ABOVE + _BELOW + sum(line.notes_height for line in every) + self._pages.above_notes(every)
        whole = max(sum(line.height for line in lines) for lines in waiting) + around
        least = max(sum(line.height for line in lines[: _together(lines)]) for lines in waiting) + around
        return self._head_height + (whole if whole <= _WHOLE else least)

    def write_row(self, cells: Sequence[list[Line] | None], ends: Sequence[bool]) -> None:
        """A row; None goes on with the cell above. `ends`: the cells that do not go on in the next row."""
        pages = self._pages
        head = 0.0 if self._head_is_shown else self._head_height
        for column, lines in enumerate(cells):
            if lines is not None:
                lines[0].before = 0
                self._waiting[column].extend(lines)
                self._next[column] = pages.y + head + _ABOVE
        begun = [lines is not None for lines in cells]
        shown = [end or starts for end, starts in zip(ends, begun, strict=True)]
        needed = self._needed(shown) - pages.y + self._notes_height()
        if needed > pages.room and not pages.is_empty and (needed <= _WHOLE or pages.room < self._least(shown) + head):
            self._close_parted()
            self._go_on()
        elif head:
            self._first = [pages.y + head + _ABOVE if pages.is_empty else 0.0 for _ in self._widths]
            self._draw_head(again=False)
        else:
            self._close(self._unclosed)
        while True:
            # a new page has room for more than a line
            bottom = pages.y + pages.room - self._notes_height()
            self._draw_cells(min(self._needed(ends), bottom), bottom, ends)
            done = not any(waiting for waiting, end in zip(self._waiting, ends, strict=True) if end)
            low = self._needed(ends) if done else max(self._next) + _BELOW
            self._sides(low)
            if not done:
                self._close(range(len(self._widths)))
                self._go_on()
                continue
            # the stroke under a row waits: where the next one comes on a new page, a cell of both may reach lower
            self._unclosed = [column for column, end in enumerate(ends) if end]
            if all(ends):
                self._close(self._unclosed)
                self._unclosed = []
            return

    def _close(self, columns: Iterable[int]) -> None:
        """A stroke under the cells of these columns."""
        y = self._pages.y
        for column in columns:
            self._pages.stroke(self._lefts[column], y, self._lefts[column + 1], y)

    def _sides(self, low: float) -> None:
        """The strokes beside the cells, from where the page is filled to `low`; it is filled to there then."""
        for x in self._lefts:
            self._pages.stroke(x, self._pages.y, x, low)
        self._pages.y = low

    def _close_parted(self) -> None:
        """End the table on this page between two rows; a cell of both reaches as far as its lines."""
        if self._unclosed:
            self._sides(max(self._pages.y, *(reached + _BELOW for reached in self._next)))
            self._close(range(len(self._widths)))
            self._unclosed = []

    def _needed(self, ends: Sequence[bool]) -> float:
        """Where on the page the row ends when the cells that end in it are out."""
        return max(
            self._next[column] + sum(line.height for line in self._waiting[column]) + _BELOW
            for column, end in enumerate(ends)
            if end
        )

    def _notes_height(self) -> float:
        """What the footnotes of the row take, at most: some of them may come on the next page."""
        lines = [line for waiting in self._waiting for line in waiting]
        return sum(line.notes_height for line in lines) + self._pages.above_notes(lines)

    def _least(self, shown: Sequence[bool]) -> float:
        """The height that shows the first lines of these cells, as far as they are kept together."""
        heights = [
            sum(line.height for line in islice(waiting, _together(waiting)))
            for waiting, is_shown in zip(self._waiting, shown, strict=True)
            if is_shown
        ]
        return max(heights) + _ABOVE + _BELOW + self._notes_height()

    def _draw_cells(self, low: float, bottom: float, ends: Sequence[bool]) -> None:
        """The lines that fit: of cells that end in the row above `low`, of others on the whole page."""
        for column, waiting in enumerate(self._waiting):
            lowest = (low if ends[column] else bottom) - _BELOW + 0.01
            while waiting:
                count = _together(waiting)
                height = sum(line.height for line in islice(waiting, count))
                if self._next[column] + height > lowest:
                    # what no page can hold together is parted where the page ends
                    if self._next[column] != self._first[column] or self._next[column] + waiting[0].height > lowest:
                        break
                    count = 1
                    self._first[column] += waiting[0].height
                for _ in range(count):
                    line = waiting.popleft()
                    self._pages.draw(line, self._lefts[column] + PADDING, self._next[column] + line.before)
                    self._next[column] += line.height

    def _go_on(self) -> None:
        """The table goes on, or begins, on a new page."""
        self._pages.new_page()
        self._draw_head(again=self._head_is_shown)
        for column, waiting in enumerate(self._waiting):
            if waiting:
                waiting[0].before = 0
            self._next[column] = self._pages.y + _ABOVE
        self._first = list(self._next)

    def _draw_head(self, *, again: bool) -> None:
        pages = self._pages
        height = self._head_height
        self._head_is_shown = True
        pages.rectangle(LEFT, pages.y, sum(self._widths), height, HEADER)
        for column, lines in enumerate(self._head):
            y = pages.y + 4
            for line in lines:
                pages.draw(line, self._lefts[column] + PADDING, y, shown_again=again)
                y += line.leading
        for x in self._lefts:
            pages.stroke(x, pages.y, x, pages.y + height)
        for y in (pages.y, pages.y + height):
            pages.stroke(LEFT, y, self._lefts[-1], y)
        pages.y += height


def _together(lines: Iterable[Line]) -> int:
    """How many of the first lines stand together on a page."""
    count = 0
    for line in lines:
        count += 1
        if not line.kept:
            break
    return count
