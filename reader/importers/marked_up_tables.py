"""Tables: rows that are read as lines, or a grid that only lays out a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.importers.marked_up import Part, Run, plain_text, row
from reader.text.headings import own_line_heading

Cells = Sequence[Sequence[Sequence[Part]]]  # the rows of a table, their cells, and the parts in each

_LONGEST_CELL = 400  # code points; longer cells are running text
_MOST_PARTS = 4  # in a cell of a table of facts
_LONG_ROWS = 1 / 3  # the share of rows with a long cell from which the table is a lay-out


def is_layout(rows: Cells) -> bool:
    """Whether a table lays out running text: one column, long cells, or questions and answers under their labels."""
    filled = [[cell for cell in line if any(plain_text(part.content) for part in cell)] for line in rows]
    filled = [line for line in filled if line]
    if not filled or max(map(len, filled)) == 1:
        return True
    if any(own_line_heading(plain_text(part.content)) for line in filled for cell in line for part in cell):
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


def _is_long(cell: Sequence[Part]) -> bool:
    return len(cell) > _MOST_PARTS or sum(len(plain_text(part.content)) for part in cell) > _LONGEST_CELL
