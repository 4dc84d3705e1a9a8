"""Where two versions could be cut in more ways than one, the cut at the border of a paragraph, sentence or word."""

from __future__ import annotations

from collections.abc import Iterable

from reader.text.reanchoring_blocks import Block, same_ahead, same_behind
from reader.text.reanchoring_side import Side

FARTHEST = 100  # letters that a cut is moved
_SENTENCE_ENDS = frozenset(".?!:;")


def at_borders(old: Side, new: Side, blocks: Iterable[Block]) -> list[Block]:
    """The blocks, where something was only put in or only taken out between two cut at the best place.

    "the cat" between "the dog." and "the mouse" may as well be "cat the": the letters are the same in both.
    """
    cut: list[Block] = []
    for block in blocks:
        before = cut.pop() if cut else Block(0, 0, 0)
        end, new_end = before.old + before.size, before.new + before.size
        shift = 0
        if block.old == end and block.new > new_end:
            shift = _best_shift(new, old, new_end, block.new, end, before.size, block.size)
        elif block.new == new_end and block.old > end:
            shift = _best_shift(old, new, end, block.old, new_end, before.size, block.size)
        moved = (
            Block(before.old, before.new, before.size + shift),
            Block(block.old + shift, block.new + shift, block.size - shift),
        )
        cut.extend(one for one in moved if one.size)
    return cut


def _best_shift(side: Side, other: Side, start: int, end: int, there: int, before: int, behind: int) -> int:
    """How many letters to move the cut: `start`:`end` is only on `side`, at letter `there` of the other.

    `before` and `behind` letters around it are the same on both.
    """
    text = side.letters.text
    least = -same_behind(text, end, text, start, min(before, FARTHEST, start))
    most = same_ahead(text, start, text, end, min(behind, FARTHEST, len(text) - end))
    return max(
        range(least, most + 1),
        key=lambda shift: (
            _border(side, start + shift) + _border(side, end + shift) + _border(other, there + shift),
            -abs(shift),
        ),
    )


def _border(side: Side, letter: int) -> int:
    """How much of a border there is before a letter: of a paragraph 4, a sentence 3, a word 1, inside a word 0."""
    places = side.letters.places
    if not 0 < letter < len(places):
        return 4
    between = side.text[places[letter - 1] + 1 : places[letter]]
    if "\n" in between:
        return 4
    if any(sign in _SENTENCE_ENDS for sign in between):
        return 3
    return 1 if between else 0
