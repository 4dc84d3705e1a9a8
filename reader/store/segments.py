"""The pages and paragraphs of a text as rows: read by the full-text index, and by people with other tools."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from reader.domain.model import Span, Text
from reader.text.structure import Block, Page, Structure

SECTION_SEPARATOR = " › "


@dataclass(frozen=True, slots=True)
class Segment:
    """One row of `segments`; the names are those of its columns."""

    kind: str
    seq: int
    level: int
    label: str | None
    section: str
    start_offset: int
    end_offset: int
    pieces: str | None
    body: str


COLUMNS = ("kind", "seq", "level", "label", "section", "start_offset", "end_offset", "pieces", "body")


def segments_of(text: Text) -> Iterator[Segment]:
    """The pages and shown paragraphs of a text. A text without recognised structure has a paragraph per line."""
    structure = Structure.from_bytes(text.structure) if text.structure else Structure()
    for page in structure.pages:
        yield _page(page)
    if not len(structure.blocks):
        yield from _lines(text.body)
        return
    seq = 0
    for block in structure.blocks:
        if block.kind != "page-furniture" and block.pieces:  # furniture is not part of the reading text
            seq += 1
            yield _paragraph(block, seq, text.body)


def _page(page: Page) -> Segment:
    return Segment("page", page.index, 0, page.label, "", page.start, page.end, None, "")


def _lines(body: str) -> Iterator[Segment]:
    for seq, match in enumerate(re.finditer(r"[^\n]*\S[^\n]*", body), start=1):
        yield Segment("paragraph", seq, 0, None, "", match.start(), match.end(), None, match.group())


def _paragraph(block: Block, seq: int, body: str) -> Segment:
    pieces = block.pieces
    if len(pieces) == 1 and not pieces[0].glue:
        written = None
        start, end = pieces[0].start, pieces[0].end
    else:
        written = "|".join(f"{piece.start},{piece.end},{piece.glue}" for piece in pieces)
        start, end = block.start, block.end
    section = SECTION_SEPARATOR.join(block.section)
    return Segment(block.kind, seq, block.level, None, section, start, end, written, block.reading_text(body))


def source_span(start_offset: int, pieces: str | None, start: int, end: int) -> Span:
    """Where the characters start:end of a segment's body (not empty) stand in the source text.

    `start_offset` and `pieces` are those of the segment.
    """
    if pieces is None:
        return Span(start_offset + start, start_offset + end)
    sources: list[tuple[int, int]] = []
    shown: list[int] = []
    position = 0
    for piece in pieces.split("|"):
        source_start, source_end, glue = piece.split(",", 2)
        sources.append((int(source_start), int(source_end)))
        shown.append(position)
        position += int(source_end) - int(source_start) + len(glue)

    def at(offset: int) -> int:
        index = max(0, bisect_right(shown, offset) - 1)
        return min(sources[index][0] + offset - shown[index], sources[index][1])

    first = at(start)
    return Span(first, max(first, at(end - 1) + 1))
