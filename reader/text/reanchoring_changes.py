"""What differs between two versions of a text, in whole words: for showing them side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.domain.model import Span
from reader.text.reanchoring_blocks import Block
from reader.text.reanchoring_comparison import Comparison
from reader.text.reanchoring_side import Side

BY_CHANCE = 40  # letters: fewer that are the same between two larger changes are part of the change


@dataclass(frozen=True, slots=True)
class Changed:
    """A passage that differs: source spans in the old and the new text. Nothing on one side is an empty span."""

    old: Span
    new: Span

    @property
    def is_added(self) -> bool:
        """Whether it is only in the new text."""
        return not len(self.old)

    @property
    def is_removed(self) -> bool:
        """Whether it is only in the old text."""
        return not len(self.new)


def changes_between(comparison: Comparison) -> list[Changed]:
    """What differs between the two versions, in the order of the text, notes last.

    What has only moved is removed in one place and added in another. Line ends, hyphens, accents, capitals and signs
    do not count.
    """
    old, new = comparison.old, comparison.new
    ends = Block(len(old.letters.text), len(new.letters.text), 0)
    changes: list[Changed] = []
    before, reached = Block(0, 0, 0), Block(0, 0, 0)  # no word is part of two changes
    for block in (*_meaningful(comparison.blocks, ends), ends):
        end, new_end = before.old + before.size, before.new + before.size
        if end < block.old or new_end < block.new:
            lead, trail = _rest_of_words(old, new, (end, new_end), (block.old, block.new))
            lead = min(lead, before.size, end - reached.old, new_end - reached.new)
            trail = min(trail, block.size)
            first, last = end - lead, block.old + trail
            new_first, new_last = new_end - lead, block.new + trail
            changes.append(Changed(_source(old, first, last), _source(new, new_first, new_last)))
            reached = Block(last, new_last, 0)
        before = block
    return changes


def _rest_of_words(old: Side, new: Side, start: tuple[int, int], end: tuple[int, int]) -> tuple[int, int]:
    """How many letters before and behind a change, the same on both sides, are of words it begins or ends in."""
    lead = trail = 0
    while True:
        more = max(_run(side, place - lead, -1) for side, place in zip((old, new), start, strict=True))
        lead += more
        further = max(_run(side, place + trail, 1) for side, place in zip((old, new), end, strict=True))
        trail += further
        if not more and not further:
            return lead, trail


def _run(side: Side, letter: int, step: int) -> int:
    """How many letters the word goes on from the border before `letter`, forwards or backwards; 0 between words."""
    places = side.letters.places
    count = 0
    while 0 < letter < len(places) and places[letter - 1] + 1 == places[letter]:
        letter += step
        count += 1
    return count


def _meaningful(blocks: Iterable[Block], ends: Block) -> list[Block]:
    """The blocks without those that are smaller than the changes on both sides of them, and small."""
    kept = [Block(0, 0, 0)]
    waiting = list(blocks)
    for number, block in enumerate(waiting):
        after = waiting[number + 1] if number + 1 < len(waiting) else ends
        before = kept[-1]
        left = max(block.old - before.old - before.size, block.new - before.new - before.size)
        right = max(after.old - block.old, after.new - block.new) - block.size
        if block.size >= BY_CHANCE or block.size > min(left, right):
            kept.append(block)
    return kept[1:]


def _source(side: Side, first: int, last: int) -> Span:
    """The source span of a range of letters; for none an empty one, behind the letter before."""
    if first < last:
        return side.reading.source_span(*side.to_shown(*side.letters.covered(first, last)))
    if not first:
        return Span(0, 0)
    at = side.reading.source_offset(side.to_shown(*side.letters.covered(first - 1, first))[1])
    return Span(at, at)
