"""Two versions of one paper, laid side by side: which of their letters are the same, and where a place has gone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reader.text.reading import ReadingText
from reader.text.reanchoring_blocks import Block, Progress, same_ahead, same_behind, same_blocks
from reader.text.reanchoring_borders import at_borders
from reader.text.reanchoring_side import Side, side_of

CHANCE = 12  # letters: fewer than these may be the same by chance
FAR = 5  # times as many letters as are the same: so far off they are the same by chance


@dataclass(frozen=True, slots=True)
class Carried:
    """Where the letters of a range have gone: new letters `start`:`end`, of which `same` are letters of the range."""

    start: int
    end: int
    same: int


@dataclass(frozen=True, slots=True)
class _Sides:
    """The gap between two blocks."""

    before: Block
    after: Block

    @property
    def old(self) -> int:
        """How many letters it has in the old version."""
        return self.after.old - self.before.old - self.before.size

    @property
    def new(self) -> int:
        """How many letters it has in the new version."""
        return self.after.new - self.before.new - self.before.size

    @property
    def alike(self) -> bool:
        """Whether what is new in it can stand for what was, rather than being put in."""
        return self.new <= 2 * self.old + CHANCE and self.old <= 2 * self.new + CHANCE

    def outweighs(self, letters: int) -> bool:
        """Whether it is so large that a few letters behind it may be the same by chance."""
        return letters < CHANCE and abs(self.new - self.old) > FAR * letters


@dataclass(frozen=True, slots=True)
class Comparison:
    """The old and the new version, and the blocks of letters that both have in one order."""

    old: Side
    new: Side
    blocks: tuple[Block, ...]

    def blocks_over(self, start: int, end: int) -> tuple[Block, ...]:
        """The blocks with at least one of the old letters `start`:`end`, in order."""
        low = bisect_right(self.blocks, start, key=_old_end)
        high = bisect_left(self.blocks, end, lo=low, key=_old_start)
        return self.blocks[low:high]

    def same_between(self, start: int, end: int, new_start: int, new_end: int) -> int:
        """How many of the old letters `start`:`end` are the same as one of the new letters `new_start`:`new_end`."""
        same = 0
        for block in self.blocks_over(start, end):
            shift = block.new - block.old
            low = max(start, block.old, new_start - shift)
            high = min(end, block.old + block.size, new_end - shift)
            same += max(0, high - low)
        return same

    def carried(self, start: int, end: int) -> Carried | None:
        """Where the old letters `start`:`end` have gone; None when none of them is left in its place.

        Letters at the ends that are not the same any more count with what stands there now.
        """
        all_over = self.blocks_over(start, end)
        if not all_over:
            return None
        over = self._without_chance(all_over, start, end)
        first, last = over[0], over[-1]
        if first != all_over[0]:
            new_start = first.new - self._same_before(first, start)
        else:
            new_start = first.new + start - first.old if start >= first.old else self._before(start, first)
        if last != all_over[-1]:
            new_end = last.new + last.size + self._same_behind(last, end)
        else:
            new_end = last.new + end - last.old if end <= last.old + last.size else self._behind(end, last)
        return Carried(new_start, new_end, self.same_between(start, end, new_start, new_end))

    def replaced(self, start: int, end: int) -> Carried | None:
        """What stands where the old letters `start`:`end` stood, none of which is left; None when nothing does.

        That is the new gap between the blocks around them, as far as it is not much more than the old one.
        """
        place = bisect_right(self.blocks, start, key=_old_end)
        before, after = self._block(place - 1), self._block(place)
        gap = _Sides(before, after)
        new_start = before.new + before.size + start - (before.old + before.size)
        new_end = after.new - (after.old - end)
        if after.old < end or not gap.alike or new_start >= new_end:
            return None
        return Carried(new_start, new_end, 0)

    def _without_chance(self, over: tuple[Block, ...], start: int, end: int) -> tuple[Block, ...]:
        """The blocks over the range, without a few letters at its ends that are the same far from the rest."""
        low, high = 0, len(over)
        while high - low > 1:
            first, last = over[low], over[high - 1]
            if _Sides(first, over[low + 1]).outweighs(first.old + first.size - start):
                low += 1
            elif _Sides(over[high - 2], last).outweighs(end - last.old):
                high -= 1
            else:
                break
        return over[low:high]

    def _same_before(self, block: Block, start: int) -> int:
        """How many letters from `start` on are the same right before a block, too."""
        most = min(block.old - start, block.new)
        return same_behind(self.old.letters.text, block.old, self.new.letters.text, block.new, most)

    def _same_behind(self, block: Block, end: int) -> int:
        """How many letters up to `end` are the same right behind a block, too."""
        old_end, new_end = block.old + block.size, block.new + block.size
        most = min(end - old_end, len(self.new.letters.text) - new_end)
        return same_ahead(self.old.letters.text, old_end, self.new.letters.text, new_end, most)

    def _before(self, start: int, block: Block) -> int:
        """Where an old letter in the gap before `block` has gone."""
        before = self._block(bisect_left(self.blocks, block) - 1)
        floor = before.new + before.size
        if start == before.old + before.size and _Sides(before, block).alike:
            return floor  # the whole gap
        return max(floor, block.new - (block.old - start))

    def _behind(self, end: int, block: Block) -> int:
        """Where an old end in the gap behind `block` has gone."""
        after = self._block(bisect_left(self.blocks, block) + 1)
        if end == after.old and _Sides(block, after).alike:
            return after.new
        return min(after.new, block.new + block.size + end - (block.old + block.size))

    def _block(self, place: int) -> Block:
        """The block with this number; before the first and behind the last an empty one at the end of the text."""
        if place < 0:
            return Block(0, 0, 0)
        return self.blocks[place] if place < len(self.blocks) else self._end()

    def expected(self, start: int) -> int:
        """The new letter near which old letter `start` would stand, wherever its own words are."""
        place = bisect_right(self.blocks, start, key=_old_start) - 1
        before = self._block(place)
        return min(self._block(place + 1).new, before.new + start - before.old)

    def counterpart(self, source_offset: int) -> int:
        """The source offset in the new text of what stands at `source_offset` of the old one, or would stand there."""
        old, new = self.old, self.new
        if not old.text or not new.letters.text:
            return 0
        shown = min(old.reading.reading_offset(source_offset), len(old.reading.text) - 1)
        letter = old.letters.inside(old.from_shown(shown, shown)[0], 0)[0]
        there = min(self.expected(letter), len(new.letters.text) - 1)
        return new.reading.source_offset(new.to_shown(*new.letters.covered(there, there + 1))[0])

    def turned(self) -> Comparison:
        """The same comparison from the new version to the old one."""
        return Comparison(self.new, self.old, tuple(Block(new, old, size) for old, new, size in self.blocks))

    def _end(self) -> Block:
        return Block(len(self.old.letters.text), len(self.new.letters.text), 0)


def compare(old: ReadingText, new: ReadingText, *, progress: Progress | None = None) -> Comparison:
    """Lay two versions side by side.

    Takes about 0.1 s for 130 kB and some seconds for 10 MB. `progress` hears shares 0..1; what it raises ends the work.
    """
    old_side, new_side = side_of(old), side_of(new)
    blocks = same_blocks(old_side.letters.text, new_side.letters.text, progress=progress)
    return Comparison(old_side, new_side, tuple(at_borders(old_side, new_side, blocks)))


def _old_start(block: Block) -> int:
    return block.old


def _old_end(block: Block) -> int:
    return block.old + block.size
