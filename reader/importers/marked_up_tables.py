"""Tables: rows that are read as lines, or a grid that only lays out a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from reader.importers.marked_up import Part, Run, plain_text, row
from reader.text.headings import own_line_heading

Cells = Sequence[Sequence[Sequence[Part]]]  # the rows of a table, their cells, and the parts in each

T = TypeVar("T")

_MOST_TAKEN = 1000  # columns or rows by one cell
_LONGEST_CELL = 400  # code points; longer cells are running text
_MOST_PARTS = 4  # in a cell of a table of facts
_LEAST_ASKING = 2  # rows with a question, and half of all, from which the table is a list of questions
_SHORTEST_QUESTION = 20  # code points; "2025?" is none
_LONG_ROWS = 1 / 3  # the share of rows with a long cell from which the table is a lay-out


def is_layout(rows: Cells) -> bool:
    """Whether a table lays out running text: one column, long cells, questions, or answers under their labels."""
    filled = [[cell for cell in line if any(plain_text(part.content) for part in cell)] for line in rows]
    filled = [line for line in filled if line]
    if not filled or max(map(len, filled)) == 1:
        return True
    if any(own_line_heading(plain_text(part.content)) for line in filled for cell in line for part in cell):
        return True
    asking = sum(any(_asks(cell) for cell in line) for line in filled)
    if asking >= _LEAST_ASKING and asking * 2 >= len(filled):
        return True
    return sum(any(map(_is_long, line)) for line in filled) > _LONG_ROWS * len(filled)


def rows_of(rows: Cells) -> Iterator[Part]:
    """The rows as lines with a border between the cells; what stands alone in its row is read as it is."""
    close = False
    for line in rows:
        filled = [cell for cell in line if any(plain_text(part.content) for part in cell)]
        if len(filled) == 1:
            yield from filled[0]
            close = False
            continue
        cells: list[list[Run]] = []
        for cell in line:
            runs: list[Run] = []
            for part in cell:
                runs += [" " if runs else "", *part.content]
            cells.append(runs)
        part_of_row = row(cells, close=close)
        if part_of_row is not None:
            yield part_of_row
            close = True


def with_room(cells: Sequence[T], spans: Sequence[tuple[int, int]], below: dict[int, int], empty: T) -> list[T]:
    """The cells of a row with `empty` ones where a cell of a row above reaches down.

    `spans` are the columns and rows each cell takes, `below` by column the rows that are still taken: {} for the first
    row of a table, and brought up to date here.
    """
    placed: list[T] = []
    column = 0
    taken: dict[int, int] = {}

    def pass_over() -> None:
        nonlocal column
        while below.get(column, 0) > 0:
            taken[column] = below[column] - 1
            placed.append(empty)
            column += 1

    for cell, (wide, high) in zip(cells, spans, strict=True):
        pass_over()
        placed.append(cell)
        for _ in range(wide):
            taken[column] = high - 1
            column += 1
    pass_over()
    below.clear()
    below.update({place: rows for place, rows in taken.items() if rows > 0})
    return placed


def whole_number(words: str, otherwise: int) -> int:
    """How many columns or rows an attribute says, within reason; `otherwise` where it says none."""
    return min(int(words), _MOST_TAKEN) if words.isdecimal() and len(words) < 7 else otherwise


def _asks(cell: Sequence[Part]) -> bool:
    return any(len(words := plain_text(part.content)) > _SHORTEST_QUESTION and words.endswith("?") for part in cell)


def _is_long(cell: Sequence[Part]) -> bool:
    return len(cell) > _MOST_PARTS or sum(len(plain_text(part.content)) for part in cell) > _LONGEST_CELL
