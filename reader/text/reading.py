"""What is shown of a source text, and the two-way map between shown offsets and source offsets (all in code points)."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from reader.domain.model import Span
from reader.text.columns import KIND_CODES, KINDS, BlockColumns
from reader.text.pieces import NEWLINE, SEPARATORS, Pieces, block_pieces, line_pieces
from reader.text.structure import BlockKind, Footnote, Page, Reference, Structure

_FURNITURE = KIND_CODES["page-furniture"]
_OUT_OF_FLOW = frozenset({KIND_CODES["footnote"], KIND_CODES["pull-quote"], _FURNITURE})


class ReadingText:
    """The shown paragraphs of a text, joined by line ends, and where each shown character comes from.

    A shown character is a character of the source, or a glue that stands for the source between two pieces of a
    paragraph, or the line end between two paragraphs. Build it with `reading_text` or `delivered_text`
    (or `page_text` of reader.text.page_text).
    """

    def __init__(self, structure: Structure, body: str, pieces: Pieces) -> None:
        self._structure = structure
        self._columns = BlockColumns.from_blocks(structure.blocks)
        self._source_length = len(body)
        self._starts, self._ends, self._glues = pieces.starts, pieces.ends, pieces.glues
        self._first_piece, self._paragraph_block = pieces.first_piece, pieces.paragraph_block
        separators = [SEPARATORS[code] for code in self._glues]
        for following in self._first_piece[1:-1]:
            separators[following - 1] = "\n"
        if separators:
            separators[-1] = ""
        parts = [""] * (2 * len(separators))
        parts[::2] = [body[start:end] for start, end in zip(self._starts, self._ends, strict=True)]
        parts[1::2] = separators
        self.text: str = "".join(parts)
        offsets = array("I", accumulate(map(len, parts), initial=0))
        self._shown = offsets[::2]  # where each piece starts, and the length of the whole
        self._shown_ends = offsets[1::2]
        self._paragraph_starts = array("I", [self._shown[piece] for piece in self._first_piece[:-1]])

    @property
    def structure(self) -> Structure:
        """What is recognised in the text."""
        return self._structure

    @cached_property
    def is_delivered(self) -> bool:
        """Whether the paragraphs are the lines of the source, as `delivered_text` gives them."""
        return len(self._paragraph_block) > 0 and max(self._paragraph_block) < 0

    # paragraphs

    @property
    def paragraph_count(self) -> int:
        return len(self._paragraph_starts)

    def paragraph_start(self, index: int) -> int:
        """The reading offset of the first character of paragraph `index`."""
        return self._paragraph_starts[index]

    def paragraph_end(self, index: int) -> int:
        """The reading offset behind the last character of paragraph `index`, before the line end."""
        return self._shown_ends[self._first_piece[index + 1] - 1]

    def paragraph(self, index: int) -> str:
        """The shown text of paragraph `index`, without a line end."""
        return self.text[self.paragraph_start(index) : self.paragraph_end(index)]

    def paragraph_at(self, offset: int) -> int:
        """The paragraph in which reading `offset` lies; an offset outside the text gives the first or last one."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def kind(self, index: int) -> BlockKind:
        block = self._paragraph_block[index]
        return KINDS[self._columns.kinds[block]] if block >= 0 else "paragraph"

    def level(self, index: int) -> int:
        """The depth of a heading, 1 for the highest; 0 for all else."""
        block = self._paragraph_block[index]
        return self._columns.levels[block] if block >= 0 else 0

    def section(self, index: int) -> tuple[str, ...]:
        """The titles of the headings above paragraph `index`, highest first."""
        block = self._paragraph_block[index]
        if block < 0:
            block = self._block_before(self._starts[self._first_piece[index]])
        return self._columns.section(block) if block >= 0 else ()

    def continues(self, index: int) -> bool:
        """Whether paragraph `index` is the rest of the one before it, which was too long to be shown as one."""
        return index > 0 and self._glues[self._first_piece[index] - 1] >= NEWLINE

    def _block_before(self, source_offset: int) -> int:
        place = bisect_right(self._flow_block_starts, source_offset) - 1
        return self._flow_blocks[place] if place >= 0 else -1

    @cached_property
    def _flow_blocks(self) -> list[int]:
        flow = [number for number, kind in enumerate(self._columns.kinds) if kind not in _OUT_OF_FLOW]
        return sorted(flow, key=self._columns.starts.__getitem__)

    @cached_property
    def _flow_block_starts(self) -> list[int]:
        return [self._columns.starts[number] for number in self._flow_blocks]

    # positions

    def source_offset(self, offset: int) -> int:
        """The source offset of the caret at reading `offset`."""
        if not self._starts:
            return 0
        piece = min(max(0, bisect_right(self._shown, offset) - 1), len(self._starts) - 1)
        return min(self._starts[piece] + max(0, offset - self._shown[piece]), self._ends[piece])

    def reading_offset(self, source_offset: int) -> int:
        """The nearest shown position at or after `source_offset`, in source order; the end if nothing follows."""
        place = bisect_left(self._sorted_ends, source_offset)
        if place >= len(self._order):
            return len(self.text)
        piece = self._order[place]
        if self._ends[piece] == source_offset and place + 1 < len(self._order):
            following = self._order[place + 1]
            if self._starts[following] == source_offset:  # two pieces touch: the character itself is in the second
                piece = following
        return self._shown[piece] + max(0, source_offset - self._starts[piece])

    @cached_property
    def _order(self) -> Sequence[int]:
        """The pieces in the order of the source: not that of reading where a note interrupts a paragraph."""
        starts = self._starts
        if all(a < b for a, b in pairwise(starts)):
            return range(len(starts))
        return sorted(range(len(starts)), key=starts.__getitem__)

    @cached_property
    def _sorted_ends(self) -> Sequence[int]:
        return (
            self._ends if isinstance(self._order, range) else array("I", [self._ends[piece] for piece in self._order])
        )

    def _piece_paragraph(self, piece: int) -> int:
        return bisect_right(self._first_piece, piece) - 1

    # spans

    def source_span(self, start: int, end: int) -> Span:
        """The source stretch of reading range `start`:`end`.

        Line ends at its borders do not count. A range that runs from the text into a note, or from a note on,
        and has no single stretch of source of its own, is cut back to the part of it in the running text. An empty
        range gives an empty span.
        """
        start, end = max(0, start), min(len(self.text), end)
        while start < end and self.text[start] == "\n" and self._is_separator(start):
            start += 1
        while start < end and self.text[end - 1] == "\n" and self._is_separator(end - 1):
            end -= 1
        if start >= end:
            caret = self.source_offset(start)
            return Span(caret, caret)
        direct = self._direct_span(start, end)
        first, last = self.paragraph_at(start), self.paragraph_at(end - 1)
        if first == last or self._shows(direct, start, end):
            return direct
        flow = [number for number in range(first, last + 1) if not self._out_of_flow(number)]
        if not flow:
            return self._direct_span(start, self.paragraph_end(first))
        return self._direct_span(max(start, self.paragraph_start(flow[0])), min(end, self.paragraph_end(flow[-1])))

    def _shows(self, span: Span, start: int, end: int) -> bool:
        """Whether `span` is shown as all of the range, but for notes it may pass over."""
        ranges = self.shown_ranges(span)
        if not ranges or ranges[0][0] != start or ranges[-1][1] != end:
            return False
        for (_, before_end), (after_start, _) in pairwise(ranges):
            before, after = self.paragraph_at(before_end), self.paragraph_at(after_start)
            if before_end != self.paragraph_end(before) or after_start != self.paragraph_start(after):
                return False
            between = range(before + 1, after)
            if not all(self._out_of_flow(number) or not self.paragraph(number) for number in between):
                return False
        return True

    def _is_separator(self, offset: int) -> bool:
        return self._shown_ends[bisect_right(self._shown, offset) - 1] <= offset

    def _direct_span(self, start: int, end: int) -> Span:
        last = bisect_left(self._shown, end) - 1
        shown_end = self._shown_ends[last]
        if end > shown_end:  # the range ends behind a glue, so with all that the glue stands for
            return Span(self.source_offset(start), self._starts[last + 1])
        return Span(self.source_offset(start), self._starts[last] + end - self._shown[last])

    def _out_of_flow(self, paragraph: int) -> bool:
        block = self._paragraph_block[paragraph]
        return block >= 0 and self._columns.kinds[block] in _OUT_OF_FLOW

    def shown_ranges(self, span: Span) -> list[tuple[int, int]]:
        """The reading ranges of source `span`, one per touched paragraph, in reading order.

        A footnote, a pull quote or the foot of a page is not part of a span which starts before and ends behind it.
        """
        if span.start >= span.end:
            return []
        ranges: dict[int, tuple[int, int]] = {}
        place = bisect_right(self._sorted_ends, span.start)
        if place > 0:
            self._add_glue(ranges, self._order[place - 1], span)
        while place < len(self._order):
            piece = self._order[place]
            if self._starts[piece] >= span.end:
                break
            paragraph = self._piece_paragraph(piece)
            low = self._shown[piece] + max(0, span.start - self._starts[piece])
            high = self._shown_ends[piece] - max(0, self._ends[piece] - span.end)
            known = ranges.get(paragraph)
            ranges[paragraph] = (min(low, known[0]), max(high, known[1])) if known else (low, high)
            self._add_glue(ranges, piece, span)
            place += 1
        inside = [paragraph for paragraph in ranges if self._out_of_flow(paragraph) and self._encloses(span, paragraph)]
        for paragraph in inside:
            del ranges[paragraph]
        return [ranges[paragraph] for paragraph in sorted(ranges) if ranges[paragraph][0] < ranges[paragraph][1]]

    def _add_glue(self, ranges: dict[int, tuple[int, int]], piece: int, span: Span) -> None:
        """Count the glue behind `piece` when the span holds all that it stands for."""
        glue_start, glue_end = self._shown_ends[piece], self._shown[piece + 1]
        if glue_start == glue_end or piece + 1 >= len(self._starts):
            return
        paragraph = self._piece_paragraph(piece)
        if piece + 1 == self._first_piece[paragraph + 1]:
            return
        if span.start <= self._ends[piece] and span.end >= self._starts[piece + 1]:
            low, high = ranges.get(paragraph, (glue_start, glue_end))
            ranges[paragraph] = (min(low, glue_start), max(high, glue_end))

    def _encloses(self, span: Span, paragraph: int) -> bool:
        block = self._paragraph_block[paragraph]
        first, last = self._columns.first_piece[block], self._columns.first_piece[block + 1] - 1
        return span.start < self._columns.piece_starts[first] and span.end > self._columns.piece_ends[last]

    def shown_span(self, span: Span) -> tuple[int, int] | None:
        """The reading range from the first to the last shown character of `span`; None when nothing is shown."""
        ranges = self.shown_ranges(span)
        return (ranges[0][0], ranges[-1][1]) if ranges else None

    def quote(self, span: Span) -> str:
        """The reading text of source `span`, its paragraphs joined by line ends."""
        parts: list[str] = []
        for start, end in self.shown_ranges(span):
            paragraph = self.paragraph_at(start)
            if parts:
                joined_by_space = self.continues(paragraph) and self._glues[self._first_piece[paragraph] - 1] == NEWLINE
                parts.append(" " if joined_by_space else "" if self.continues(paragraph) else "\n")
            parts.append(self.text[start:end])
        return "".join(parts)

    # what is in it

    def page_marks(self) -> list[tuple[int, Page]]:
        """Each page with the reading offset where it begins."""
        return [(self.reading_offset(page.start), page) for page in self._structure.pages]

    def footnote_markers(self) -> list[tuple[int, int, Footnote]]:
        """Each footnote with the reading range of its marker."""
        found = []
        for note in self._structure.footnotes:
            shown = self.shown_span(Span(note.marker, note.marker + len(note.number)))
            if shown:
                found.append((*shown, note))
        return found

    def references(self) -> list[tuple[int, int, Reference]]:
        """Each reference with its reading range."""
        found = []
        for reference in self._structure.references:
            shown = self.shown_span(Span(reference.start, reference.end))
            if shown:
                found.append((*shown, reference))
        return found


def reading_text(structure: Structure, body: str) -> ReadingText:
    """The reading text of `body`: paragraphs with joined lines, headings, notes, without page furniture."""
    return ReadingText(structure, body, block_pieces(BlockColumns.from_blocks(structure.blocks), body))


def delivered_text(structure: Structure, body: str) -> ReadingText:
    """`body` as delivered: each line of the source is a paragraph, an empty line an empty one."""
    return ReadingText(structure, body, line_pieces(body))
