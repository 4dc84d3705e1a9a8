"""Where two strings are the same, in order: found by stretches that occur once in both, then finer between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

Progress = Callable[[float], None]

COARSEST = 32  # characters of the stretches that are looked for first
PART = 200_000  # characters that are looked at between two looks at `progress`
# Stretches of so many characters are looked for only where a side is at most as long: short ones prove little.
LONGEST_SIDE = {32: 2**62, 16: 2**62, 8: 1200, 4: 120}


class Block(NamedTuple):
    """`size` characters that are the same, at `old` and at `new`."""

    old: int
    new: int
    size: int


class _Gap(NamedTuple):
    """What is not matched yet: old `old`:`old_end` against new `new`:`new_end`."""

    old: int
    old_end: int
    new: int
    new_end: int


def same_blocks(old: str, new: str, *, coarsest: int = COARSEST, progress: Progress | None = None) -> list[Block]:
    """The blocks that `old` and `new` have in common, in the order of both; they do not overlap or touch.

    What has another place in the order is not among them. Takes time in proportion to the lengths. `progress` hears
    shares 0..1; what it raises ends the work.
    """
    found: list[Block] = []
    tick = progress or _ignore
    todo = [(_Gap(0, len(old), 0, len(new)), coarsest)]
    told, share = 0, 0.0
    while todo:
        gap, size = todo.pop()
        gap = _without_ends(old, new, gap, found)
        if len(found) >= told:
            share = sum(block.size for block in found) / max(1, len(old))
            told = len(found) + 500
            tick(share)
        while size in LONGEST_SIDE and gap.old < gap.old_end and gap.new < gap.new_end:
            if min(gap.old_end - gap.old, gap.new_end - gap.new) <= LONGEST_SIDE[size]:
                blocks = _grown(old, new, gap, _once_in_both(old, new, gap, size, partial(tick, share)))
                if blocks:
                    found += blocks
                    todo += [(between, size // 2) for between in _gaps_between(gap, blocks)]
                    break
            size //= 2
    return _joined(sorted(found))


def _without_ends(old: str, new: str, gap: _Gap, found: list[Block]) -> _Gap:
    """The gap without what is the same at its start and its end, which is added to `found`."""
    start, end, new_start, new_end = gap
    head = same_ahead(old, start, new, new_start, min(end - start, new_end - new_start))
    if head:
        found.append(Block(start, new_start, head))
        start, new_start = start + head, new_start + head
    tail = same_behind(old, end, new, new_end, min(end - start, new_end - new_start))
    if tail:
        found.append(Block(end - tail, new_end - tail, tail))
        end, new_end = end - tail, new_end - tail
    return _Gap(start, end, new_start, new_end)


def _once_in_both(old: str, new: str, gap: _Gap, size: int, tick: Callable[[], None]) -> list[tuple[int, int]]:
    """Places (old, new) of stretches of `size` that occur once on both sides, the most that are in one order."""
    here: dict[str, int] = {}
    for place in range(gap.old, gap.old_end - size + 1, size):
        stretch = old[place : place + size]
        here[stretch] = -1 if stretch in here else place
    if not here:
        return []
    for part in _in_parts(gap.old, gap.old_end - size + 1):
        tick()
        for place in part:
            stretch = old[place : place + size]
            if stretch in here and here[stretch] != place:
                here[stretch] = -1
    there: dict[str, int] = {}
    for part in _in_parts(gap.new, gap.new_end - size + 1):
        tick()
        for place in part:
            stretch = new[place : place + size]
            if stretch in here:
                there[stretch] = -1 if stretch in there else place
    pairs = [(here[stretch], place) for stretch, place in there.items() if place >= 0 and here[stretch] >= 0]
    return _most_in_order(sorted(pairs))


def _in_parts(start: int, end: int) -> Iterator[range]:
    """The range in parts that take a moment each."""
    return (range(first, min(first + PART, end)) for first in range(start, end, PART))


def _ignore(_share: float) -> None:
    pass


def _most_in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest selection of `pairs`, sorted by the first, in which the second rises too."""
    tails: list[int] = []  # the lowest second with which a selection of each length ends
    last: list[int] = []  # and the number of its pair
    before: list[int] = []
    for number, (_, second) in enumerate(pairs):
        length = bisect_left(tails, second)
        before.append(last[length - 1] if length else -1)
        if length == len(tails):
            tails.append(second)
            last.append(number)
        else:
            tails[length], last[length] = second, number
    chain = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _grown(old: str, new: str, gap: _Gap, seeds: list[tuple[int, int]]) -> list[Block]:
    """The seeds, grown to both sides as far as both texts are the same."""
    blocks: list[Block] = []
    low, new_low = gap.old, gap.new
    for place, new_place in seeds:
        if place < low or new_place < new_low:
            continue  # in a block that has grown over it
        behind = same_behind(old, place, new, new_place, min(place - low, new_place - new_low))
        ahead = same_ahead(old, place, new, new_place, min(gap.old_end - place, gap.new_end - new_place))
        blocks.append(Block(place - behind, new_place - behind, behind + ahead))
        low, new_low = place + ahead, new_place + ahead
    return blocks


def _gaps_between(gap: _Gap, blocks: list[Block]) -> Iterator[_Gap]:
    start, new_start = gap.old, gap.new
    for block in (*blocks, Block(gap.old_end, gap.new_end, 0)):
        if start < block.old and new_start < block.new:
            yield _Gap(start, block.old, new_start, block.new)
        start, new_start = block.old + block.size, block.new + block.size


def _joined(blocks: list[Block]) -> list[Block]:
    """The blocks, those that touch on both sides as one."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last is not None and last.old + last.size == block.old and last.new + last.size == block.new:
            joined[-1] = Block(last.old, last.new, last.size + block.size)
        else:
            joined.append(block)
    return joined


def same_ahead(old: str, place: int, new: str, new_place: int, most: int) -> int:
    """How many characters from `place` and `new_place` on are the same, at most `most`."""
    return _reach(most, lambda low, high: old[place + low : place + high] == new[new_place + low : new_place + high])


def same_behind(old: str, end: int, new: str, new_end: int, most: int) -> int:
    """How many characters before `end` and `new_end` are the same, at most `most`."""
    return _reach(most, lambda low, high: old[end - high : end - low] == new[new_end - high : new_end - low])


def _reach(most: int, same: Callable[[int, int], bool]) -> int:
    """How far `same(low, high)` holds from 0 on: in steps that double, then halve."""
    reach, step, doubling = 0, 16, True
    while reach < most and step:
        step = min(step, most - reach)
        if same(reach, reach + step):
            reach += step
            step = 2 * step if doubling else step
        else:
            doubling = False
            step //= 2
    return reach
