"""Tables over the pages of a PDF: the head comes again on each page, a cell goes on where the page ends."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

from reader.exporters.pdf_lines import Line
from reader.exporters.pdf_pages import HEADER, LEFT, TALLEST, Pages
from reader.exporters.pdf_tags import ROOT, Tags

PADDING: Final = 8.0  # points between the edge of a cell and its text, at the sides
_ABOVE, _BELOW = 5.0, 6.0
_HEAD_LINES: Final = 6  # at most, so that pages have room for the rows
_WHOLE: Final = TALLEST * 0.45  # a row up to this height is not parted by the end of a page


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

    def write_row(self, cells: Sequence[list[Line] | None], ends: Sequence[bool]) -> None:
        """A row; None goes on with the cell above. `ends`: the cells that do not go on in the next row."""
        pages = self._pages
        head = 0.0 if self._head_is_shown else self._head_height
        for column, lines in enumerate(cells):
            if lines is not None:
                lines[0].before = 0
                self._waiting[column].extend(lines)
                self._next[column] = pages.y + head + _ABOVE
        needed = self._needed(ends) - pages.y + self._notes_height()
        if needed > pages.room and not pages.is_empty and (needed <= _WHOLE or pages.room < self._least(ends) + head):
            self._close([column for column, lines in enumerate(cells) if lines is None])
            self._go_on()
        elif head:
            self._draw_head(again=False)
        while True:
            # a new page has room for more than a line
            low = min(self._needed(ends), pages.y + pages.room - self._notes_height())
            self._draw_cells(low, ends)
            for x in self._lefts:
                pages.stroke(x, pages.y, x, low)
            pages.y = low
            done = not any(waiting for waiting, end in zip(self._waiting, ends, strict=True) if end)
            self._close([column for column, end in enumerate(ends) if end or not done])
            if done:
                return
            self._go_on()

    def _close(self, columns: Iterable[int]) -> None:
        """A stroke under the cells of these columns."""
        y = self._pages.y
        for column in columns:
            self._pages.stroke(self._lefts[column], y, self._lefts[column + 1], y)

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

    def _least(self, ends: Sequence[bool]) -> float:
        """The height that shows the first three lines of the cells that end in the row."""
        heights = [
            sum(line.height for line in list(waiting)[:3])
            for waiting, end in zip(self._waiting, ends, strict=True)
            if end
        ]
        return max(heights) + _ABOVE + _BELOW + self._notes_height()

    def _draw_cells(self, low: float, ends: Sequence[bool]) -> None:
        for column, waiting in enumerate(self._waiting):
            lowest = low - (_BELOW if ends[column] else 0) + 0.01
            while waiting and self._next[column] + waiting[0].height <= lowest:
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
