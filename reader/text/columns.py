"""The blocks of a paper as a few flat arrays, so that 10 MB load in milliseconds; Block objects are made on demand."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Sequence
from typing import overload

from reader.text.structure import Block, BlockKind, Piece

KINDS: tuple[BlockKind, ...] = (
    "heading", "paragraph", "list-item", "footnote", "pull-quote", "page-furniture", "signature",
)  # fmt: skip
KIND_CODES: dict[str, int] = {kind: code for code, kind in enumerate(KINDS)}
GLUES: tuple[str, ...] = ("", " ", "ë", "ï", "ö", "ü")
GLUE_CODES: dict[str, int] = {glue: code for code, glue in enumerate(GLUES)}


class BlockColumns(Sequence[Block]):
    """A read-only sequence of blocks kept in columns.

    Block `i` has kind KINDS[kinds[i]], its hull starts[i]:ends[i], the path section_table[sections[i]] and the pieces
    first_piece[i]:first_piece[i + 1]. While a paper is being recognised, `add` appends to it.
    """

    __slots__ = (
        "ends", "first_piece", "kinds", "levels", "piece_ends", "piece_glues", "piece_starts",
        "section_table", "sections", "starts",
    )  # fmt: skip

    def __init__(self) -> None:
        self.kinds = array("B")
        self.levels = array("B")
        self.starts = array("I")
        self.ends = array("I")
        self.sections = array("I")
        self.first_piece = array("I", [0])
        self.piece_starts = array("I")
        self.piece_ends = array("I")
        self.piece_glues = array("B")
        self.section_table: list[list[str]] = []

    @classmethod
    def from_blocks(cls, blocks: Iterable[Block]) -> BlockColumns:
        """The same blocks in columns; columns are given back as they are."""
        if isinstance(blocks, cls):
            return blocks
        columns = cls()
        known: dict[tuple[str, ...], int] = {}
        for block in blocks:
            if block.section not in known:
                known[block.section] = columns.add_section(block.section)
            pieces = [(piece.start, piece.end, GLUE_CODES[piece.glue]) for piece in block.pieces]
            columns.add(block.kind, block.level, block.start, block.end, known[block.section], pieces)
        return columns

    def add_section(self, path: Sequence[str]) -> int:
        """Remember a path of headings; its number is what `add` wants."""
        self.section_table.append(list(path))
        return len(self.section_table) - 1

    def add(
        self, kind: BlockKind, level: int, start: int, end: int, section: int, pieces: Sequence[tuple[int, int, int]]
    ) -> None:
        """Append a block; `pieces` are (start, end, number of the glue in GLUES)."""
        self.kinds.append(KIND_CODES[kind])
        self.levels.append(level)
        self.starts.append(start)
        self.ends.append(end)
        self.sections.append(section)
        for piece_start, piece_end, glue in pieces:
            self.piece_starts.append(piece_start)
            self.piece_ends.append(piece_end)
            self.piece_glues.append(glue)
        self.first_piece.append(len(self.piece_starts))

    def __len__(self) -> int:
        return len(self.kinds)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Block, ...]: ...
    def __getitem__(self, index: int | slice) -> Block | tuple[Block, ...]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        index %= len(self)
        pieces = range(self.first_piece[index], self.first_piece[index + 1])
        return Block(
            KINDS[self.kinds[index]],
            self.levels[index],
            self.starts[index],
            self.ends[index],
            self.section(index),
            tuple(Piece(self.piece_starts[n], self.piece_ends[n], GLUES[self.piece_glues[n]]) for n in pieces),
        )

    def section(self, index: int) -> tuple[str, ...]:
        """The path of headings above block `index`, without making the block."""
        return tuple(self.section_table[self.sections[index]])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]

    def _columns(self) -> tuple[array[int], ...]:
        return (
            self.starts, self.ends, self.sections, self.first_piece, self.piece_starts, self.piece_ends,
            self.kinds, self.levels, self.piece_glues,
        )  # fmt: skip

    def to_bytes(self) -> tuple[list[int], bytes]:
        """The number of items of each column, and all columns behind each other."""
        parts = []
        for column in self._columns():
            if sys.byteorder == "big":
                column = array(column.typecode, column)
                column.byteswap()
            parts.append(column.tobytes())
        return [len(column) for column in self._columns()], b"".join(parts)

    @classmethod
    def from_bytes(cls, section_table: list[list[str]], sizes: list[int], data: memoryview) -> BlockColumns:
        """The columns as `to_bytes` wrote them. Raises ValueError when `data` is too short."""
        columns = cls()
        columns.section_table = section_table
        columns.first_piece = array("I")
        position = 0
        for column, size in zip(columns._columns(), sizes, strict=True):
            length = size * column.itemsize
            if position + length > len(data):
                raise ValueError("a stored structure is cut off")
            column.frombytes(data[position : position + length])
            if sys.byteorder == "big":
                column.byteswap()
            position += length
        return columns
