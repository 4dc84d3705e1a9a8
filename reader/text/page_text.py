"""The text of a PDF as its pages show it: line by line with head and foot of each page, and what is on which page.

It belongs to source texts as the importer of PDF makes them: each page but the first starts behind a form feed, and
each line of a page is a line.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.text.columns import BlockColumns
from reader.text.pieces import Pieces
from reader.text.reading import ReadingText
from reader.text.structure import Structure


@dataclass(frozen=True, slots=True, eq=False)
class PageText:
    """The lines of all pages, as the paragraphs of a reading text; page `p` has those from first[p] to first[p + 1]."""

    reading: ReadingText
    first: Sequence[int]

    @property
    def page_count(self) -> int:
        return len(self.first) - 1

    def page_of(self, paragraph: int) -> int:
        """The page (from 0) on which a line stands."""
        return min(max(0, bisect_right(self.first, paragraph) - 1), max(0, self.page_count - 1))

    def lines_of(self, page: int) -> range:
        """The paragraphs of the reading text that are the lines of a page."""
        return range(self.first[page], self.first[page + 1])

    def texts_of(self, page: int) -> list[str]:
        return [self.reading.paragraph(line) for line in self.lines_of(page)]


def page_text(structure: Structure, body: str) -> PageText:
    """The lines of a source text by pages. What a block is shows in its lines: a note stays a note."""
    starts, ends, first, offset = array("I"), array("I"), [], 0
    for page in body.split("\f"):
        first.append(len(starts))
        for line in page.split("\n"):
            if line:
                starts.append(offset)
                ends.append(offset + len(line))
            offset += len(line) + 1
    count = len(starts)
    blocks = _blocks_of(starts, ends, BlockColumns.from_blocks(structure.blocks))
    pieces = Pieces(starts, ends, array("B", bytes(count)), array("I", range(count + 1)), blocks)
    return PageText(ReadingText(structure, body, pieces), [*first, count])


def _blocks_of(starts: Sequence[int], ends: Sequence[int], columns: BlockColumns) -> array[int]:
    """For each line the block that begins or goes on in it first; -1 for none."""
    blocks = array("i")
    for block, (low, high) in enumerate(pairwise(columns.first_piece)):
        blocks.extend((block,) * (high - low))
    order = sorted(range(len(blocks)), key=columns.piece_starts.__getitem__)
    pieces = [(columns.piece_starts[piece], columns.piece_ends[piece], blocks[piece]) for piece in order]
    pieces.append((2**62, 2**62, -1))
    found = array("i")
    following = iter(pieces)
    piece = next(following)
    for start, end in zip(starts, ends, strict=True):
        while piece[1] <= start:
            piece = next(following)
        found.append(piece[2] if piece[0] < end else -1)
    return found
