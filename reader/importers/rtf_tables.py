"""The table that an RTF file is in the middle of: cells and rows come one by one, without a beginning or an end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.importers.marked_up import Part
from reader.importers.marked_up_tables import is_layout, rows_of


@dataclass(slots=True)
class OpenTable:
    """Gathers what comes until the table ends."""

    _cell: list[Part] = field(default_factory=list)
    _cells: list[Sequence[Part]] = field(default_factory=list)
    _rows: list[Sequence[Sequence[Part]]] = field(default_factory=list)

    def add(self, part: Part) -> None:
        """A paragraph in the present cell."""
        self._cell.append(part)

    def end_cell(self) -> None:
        self._cells.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        if self._cell:
            self.end_cell()
        self._rows.append(self._cells)
        self._cells = []

    def taken(self) -> Iterator[Part]:
        """The parts of the table, which is then empty again."""
        if self._cell or self._cells:
            self.end_row()
        rows, self._rows = self._rows, []
        if rows and is_layout(rows):
            yield from (part for line in rows for cell in line for part in cell)
        elif rows:
            yield from rows_of(rows)
