"""The letters and digits of a text, small and without accents: what is left the same by another file format."""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from itertools import compress


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters and digits of `of`; letter `i` stands at code point `places[i]` of it."""

    of: str
    text: str
    places: array[int]

    def inside(self, start: int, end: int) -> tuple[int, int]:
        """The range of letters in code points `start`:`end`."""
        return bisect_left(self.places, start), bisect_left(self.places, end)

    def covered(self, first: int, last: int) -> tuple[int, int]:
        """The code points from letter `first` to before letter `last`, which is more."""
        return self.places[first], self.places[last - 1] + 1


def letters_of(text: str) -> Letters:
    """The letters and digits of `text`.

    Line ends, spaces, hyphens, quotes and accents do not count, nor does the difference between large and small: in
    these one paper differs from file to file. A ligature counts as its letters.
    """
    folded = {ord(sign): _folded(sign) for sign in set(text) if sign.isalnum()}
    places = array("I", compress(range(len(text)), map(str.isalnum, text)))
    if any(len(letters) > 1 for letters in folded.values()):
        places = array("I", (place for place in places for _ in folded[ord(text[place])]))
    return Letters(text, "".join(filter(str.isalnum, text)).translate(folded), places)


def _folded(sign: str) -> str:
    plain = "".join(filter(str.isalnum, unicodedata.normalize("NFKD", sign))).lower()
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", plain))) or sign
