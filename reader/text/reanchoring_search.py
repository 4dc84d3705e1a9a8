"""Looking for a passage that is not where its neighbours are: the same letters elsewhere, or the ones most alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reader.text.reanchoring_blocks import same_blocks
from reader.text.reanchoring_comparison import Carried, Comparison

REACH = 80  # letters on either side that tell one occurrence from another
SLACK = 20  # more letters on the other side, for what was put in between
MOST = 60  # occurrences that are looked at
ENOUGH = 25  # letters of a passage that needs no neighbours to be proposed
HELD = 0.4  # the share of the neighbours that must be the same for a shorter one
FAR = 150_000  # letters to either side of where a passage is expected in which those most alike are looked for
STRETCH, STRETCHES = 6, 80  # letters of a stretch; how many of a passage are looked for
BAND = 64  # letters: stretches that are moved about as far vote for one place


def supported(comparison: Comparison, start: int, end: int, carried: Carried) -> tuple[float, float]:
    """The share, 0..1, of the old letters before and behind a passage that are before and behind its new place."""
    behind_most = len(comparison.old.letters.text) - end
    before, behind = min(REACH, start), min(REACH, behind_most)
    low, high = carried.start, carried.end
    same_before = comparison.same_between(start - before, start, low - before - SLACK, low)
    same_behind = comparison.same_between(end, end + behind, high, high + behind + SLACK)
    at_start, at_end = low <= SLACK, high >= len(comparison.new.letters.text) - SLACK
    return (
        same_before / before if before else float(at_start),
        same_behind / behind if behind else float(at_end),
    )


def same_elsewhere(comparison: Comparison, text: str, start: int, end: int) -> tuple[Carried | None, bool]:
    """The best occurrence of exactly these letters, by their neighbours; and whether it is the only one.

    A short passage without its neighbours is not found.
    """
    new, expected = comparison.new.letters.text, comparison.expected(start)
    places = list(_occurrences(new, text, 0, len(new)))
    if not places:
        return None, False
    nearest = sorted(places, key=lambda place: abs(place - expected))[:MOST]
    held, _, best = max(
        (_neighbours(comparison, start, end, place, len(text)), -nearest.index(place), place) for place in nearest
    )
    if len(text) < ENOUGH and held < HELD:
        return None, False
    return Carried(best, best + len(text), len(text)), len(places) == 1


def most_like(comparison: Comparison, text: str, start: int) -> Carried | None:
    """The letters most like these, near where they are expected; None when nothing is like them."""
    new, expected = comparison.new.letters.text, comparison.expected(start)
    low, high = max(0, expected - FAR), min(len(new), expected + len(text) + FAR)
    votes: Counter[int] = Counter()
    step = max(1, (len(text) - STRETCH) // STRETCHES)
    stretches = range(0, len(text) - STRETCH + 1, step)
    for place in stretches:
        bands: set[int] = set()
        for there in _occurrences(new, text[place : place + STRETCH], low, high):
            band = (there - place) // BAND
            bands |= {band, band + 1}  # a place near the border of a band counts in both
        votes.update(bands)
    if not votes:
        return None
    band, count = max(votes.items(), key=lambda item: (item[1], -abs(item[0] * BAND - expected)))
    if 4 * count < len(stretches):
        return None
    first = max(0, (band - 1) * BAND - BAND)
    window = new[first : first + len(text) + 4 * BAND]
    blocks = same_blocks(text, window, coarsest=16)
    if not blocks:
        return None
    lead, trail = blocks[0].old, len(text) - blocks[-1].old - blocks[-1].size
    begin = max(0, blocks[0].new - lead)
    stop = min(len(window), blocks[-1].new + blocks[-1].size + trail)
    return Carried(first + begin, first + stop, sum(block.size for block in blocks))


def _occurrences(text: str, wanted: str, low: int, high: int) -> Iterator[int]:
    place = text.find(wanted, low, high)
    while place >= 0:
        yield place
        place = text.find(wanted, place + 1, high)


def _neighbours(comparison: Comparison, start: int, end: int, place: int, length: int) -> float:
    """The share of the letters around the passage that also stand around new letter `place`."""
    old, new = comparison.old.letters.text, comparison.new.letters.text
    before, behind = old[max(0, start - REACH) : start], old[end : end + REACH]
    same = 0
    for mine, theirs in (
        (before, new[max(0, place - REACH) : place]),
        (behind, new[place + length : place + length + REACH]),
    ):
        same += sum(block.size for block in same_blocks(mine, theirs, coarsest=8))
    return same / max(1, len(before) + len(behind))
