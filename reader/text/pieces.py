"""The columns a reading text is made of: stretches of source, what is between them, their paragraphs."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from reader.text.columns import GLUE_CODES, GLUES, KIND_CODES, BlockColumns

LONGEST_PARAGRAPH = (
    8000  # code points; a longer one is shown as several, because laying out a megabyte at once stalls a window
)
NEWLINE = len(GLUES)  # glue: a display break inside a paragraph that stands for the source between the pieces
BREAK = len(GLUES) + 1  # glue: a display break that stands for nothing
SEPARATORS = (*GLUES, "\n", "\n")

_FURNITURE = KIND_CODES["page-furniture"]
_SPACE = GLUE_CODES[" "]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Paragraph `i` has the pieces first_piece[i]:first_piece[i + 1]; its block is paragraph_block[i] (-1: none)."""

    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    glues: array[int] = field(default_factory=lambda: array("B"))
    first_piece: array[int] = field(default_factory=lambda: array("I", [0]))
    paragraph_block: array[int] = field(default_factory=lambda: array("i"))

    def append(self, start: int, end: int, glue: int) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.glues.append(glue)

    def end_paragraph(self, block: int) -> None:
        """All pieces since the last call form one paragraph."""
        self.first_piece.append(len(self.starts))
        self.paragraph_block.append(block)

    def copy(self, source: Pieces, first: int, last: int) -> None:
        """Take over the paragraphs `first`:`last` of `source` unchanged."""
        low, high = source.first_piece[first], source.first_piece[last]
        shift = len(self.starts) - low
        self.starts.extend(source.starts[low:high])
        self.ends.extend(source.ends[low:high])
        self.glues.extend(source.glues[low:high])
        self.first_piece.extend(array("I", [piece + shift for piece in source.first_piece[first + 1 : last + 1]]))
        self.paragraph_block.extend(source.paragraph_block[first:last])


def block_pieces(columns: BlockColumns, body: str) -> Pieces:
    """The pieces of all shown blocks: all but page furniture; blocks that are too long become several paragraphs."""
    everything = Pieces(
        columns.piece_starts,
        columns.piece_ends,
        columns.piece_glues,
        columns.first_piece,
        array("i", range(len(columns))),
    )
    if _FURNITURE not in columns.kinds:
        return _split_long(everything, body)
    shown = Pieces()
    kept_from = 0
    for number, kind in enumerate(columns.kinds):
        if kind == _FURNITURE:
            shown.copy(everything, kept_from, number)
            kept_from = number + 1
    shown.copy(everything, kept_from, len(columns))
    return _split_long(shown, body)


def line_pieces(body: str) -> Pieces:
    """The lines of the source as they are, an empty line as an empty paragraph."""
    lengths = [len(line) for line in body.split("\n")]
    count = len(lengths)
    starts = array("I", accumulate((length + 1 for length in lengths[:-1]), initial=0))
    ends = array("I", map(int.__add__, starts, lengths))
    pieces = Pieces(starts, ends, array("B", bytes(count)), array("I", range(count + 1)), array("i", [-1]) * count)
    return _split_long(pieces, body) if max(lengths) > LONGEST_PARAGRAPH else pieces


def _split_long(pieces: Pieces, body: str) -> Pieces:
    """The same pieces with display breaks in the paragraphs that are too long."""
    first, starts, ends = pieces.first_piece, pieces.starts, pieces.ends
    long = [
        number
        for number, (low, high) in enumerate(pairwise(first))
        if high > low and ends[high - 1] - starts[low] > LONGEST_PARAGRAPH
    ]
    if not long:
        return pieces
    result = Pieces()
    kept_from = 0
    for number in long:
        result.copy(pieces, kept_from, number)
        _split_paragraph(result, pieces, number, body)
        kept_from = number + 1
    result.copy(pieces, kept_from, len(pieces.paragraph_block))
    return result


def _split_paragraph(result: Pieces, pieces: Pieces, number: int, body: str) -> None:
    """Append paragraph `number` of `pieces` to `result`, broken at spaces where it grows too long."""
    block = pieces.paragraph_block[number]
    room = LONGEST_PARAGRAPH
    for piece in range(pieces.first_piece[number], pieces.first_piece[number + 1]):
        start, end = pieces.starts[piece], pieces.ends[piece]
        while end - start > room:
            space = body.rfind(" ", start + 1, start + room)
            if space < 0 and room < LONGEST_PARAGRAPH and result.glues[-1] == _SPACE:
                result.glues[-1] = NEWLINE  # the line end before this piece is a better place
            elif space < 0:
                cut = start + max(room, 1)
                result.append(start, cut, BREAK)
                start = cut
            else:
                result.append(start, space, NEWLINE)
                start = space + 1
            result.end_paragraph(block)
            room = LONGEST_PARAGRAPH
        if start < end:
            result.append(start, end, pieces.glues[piece])
            room -= end - start + (pieces.glues[piece] > 0)
    result.end_paragraph(block)
