"""A structure without the marks of Markdown: its blocks show what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reader.text.columns import BlockColumns
from reader.text.structure import Block, Piece, Structure

_MARKS = re.compile(
    r"^#{1,6}\s+|(?<!\s)\s+#+$|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|`|\\(?=[!-/:-@\[-`{-~])"
    r"|!?\[(?=[^\]]{0,500}\]\()|\]\([^)]{0,1000}\)|\[\^[\w-]{1,20}\]|\s*\{[#.=][^{}]{0,300}\}$"
)


def shown(structure: Structure, body: str, hidden: Sequence[tuple[int, int]]) -> Structure:
    """The same with the stretches `hidden` taken out of what is shown; a block of which nothing is left goes."""
    cuts = _joined(hidden)
    blocks = [cut for block in structure.blocks if (cut := _cut(block, body, cuts)) is not None]
    return replace(structure, blocks=BlockColumns.from_blocks(blocks))


def _cut(block: Block, body: str, cuts: Sequence[tuple[int, int]]) -> Block | None:
    pieces: list[Piece] = []
    for piece in block.pieces:
        parts = list(_without(piece.start, piece.end, cuts))
        if parts:
            for (start, end), (following, _) in pairwise(parts):
                pieces.append(Piece(start, end, " " if body[end:following].lower().startswith("<br") else ""))
            pieces.append(Piece(*parts[-1], piece.glue))
        elif pieces and piece.glue:
            pieces[-1] = replace(pieces[-1], glue=pieces[-1].glue or piece.glue)
    if not any(body[piece.start : piece.end].strip() for piece in pieces):
        return None
    section = tuple(_MARKS.sub("", title).strip() for title in block.section)
    return replace(block, start=pieces[0].start, end=pieces[-1].end, pieces=tuple(pieces), section=section)


def _without(start: int, end: int, cuts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of `start`:`end` that no cut takes away."""
    parts: list[tuple[int, int]] = []
    place = max(0, bisect_right(cuts, (start, start)) - 1)
    while place < len(cuts) and cuts[place][0] < end:
        cut_start, cut_end = cuts[place]
        if cut_end > start:
            if cut_start > start:
                parts.append((start, cut_start))
            start = max(start, cut_end)
        place += 1
    if start < end:
        parts.append((start, end))
    return parts


def _joined(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches sorted, those that touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        elif start < end:
            joined.append((start, end))
    return joined
