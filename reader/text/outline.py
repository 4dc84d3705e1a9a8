"""The outline of a paper: its headings with their levels and places."""

from __future__ import annotations

from dataclasses import dataclass

from reader.text.columns import KIND_CODES, BlockColumns
from reader.text.structure import Structure

_HEADING = KIND_CODES["heading"]


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading: its level (1 = top), its shown title and its source offset."""

    level: int
    title: str
    start: int


def outline(structure: Structure, body: str) -> list[OutlineEntry]:
    """The headings of `body` in reading order."""
    columns = BlockColumns.from_blocks(structure.blocks)
    entries = []
    for number, kind in enumerate(columns.kinds):
        if kind == _HEADING:
            block = columns[number]
            entries.append(OutlineEntry(block.level, block.reading_text(body), block.start))
    return entries
