"""The signs at the ends of a passage: quotes, brackets, full stops, which are no letters but belong to it."""

from __future__ import annotations

from reader.text.reanchoring_comparison import Carried, Comparison
from reader.text.reanchoring_side import Part

_ALIKE = str.maketrans(
    {**dict.fromkeys("“”„‟«»″", '"'), **dict.fromkeys("‘’‚‛′`´", "'"), **dict.fromkeys("–—‐‑−", "-")}
)


def around_signs(comparison: Comparison, part: Part, carried: Carried) -> tuple[int, int]:
    """The range of the new compared text for some new letters, with the signs that `part` has at its ends."""
    old, new = comparison.old, comparison.new.text
    first, last = old.letters.covered(part.first, part.last)
    start, end = comparison.new.letters.covered(carried.start, carried.end)
    for sign in reversed(_signs(old.text[part.start : first])):
        place = start
        while place and new[place - 1].isspace():
            place -= 1
        if place and new[place - 1].translate(_ALIKE) == sign:
            start = place - 1
    for sign in _signs(old.text[last : part.end]):
        place = end
        while place < len(new) and new[place].isspace():
            place += 1
        if place < len(new) and new[place].translate(_ALIKE) == sign:
            end = place + 1
    return start, end


def signs_only(comparison: Comparison, part: Part) -> tuple[int, int] | None:
    """The range of a part without letters: between the same two letters; None when these are not neighbours now."""
    number = part.first
    if not 0 < number < len(comparison.old.letters.text):
        return None
    carried = comparison.carried(number - 1, number + 1)
    if carried is None or carried.same != 2 or carried.end - carried.start != 2:
        return None
    new, places = comparison.new.text, comparison.new.letters.places
    low, high = places[carried.start] + 1, places[carried.start + 1]
    wanted = comparison.old.text[part.start : part.end].strip().translate(_ALIKE)
    place = new[low:high].translate(_ALIKE).find(wanted)
    return (low + place, low + place + len(wanted)) if wanted and place >= 0 else None


def _signs(text: str) -> str:
    return "".join(text.split()).translate(_ALIKE)
