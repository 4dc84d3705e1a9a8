"""Positions in code points (Python) to positions in UTF-16 units (Qt), and back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Both ways for one text, in time logarithmic in its characters beyond U+FFFF; free where there are none."""

    __slots__ = ("_code_points", "_units")

    def __init__(self, text: str) -> None:
        # encoding tells in a few milliseconds for 10 MB; looking at each character takes a hundred times as long
        plain = text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text)
        self._code_points = [] if plain else [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [position + earlier for earlier, position in enumerate(self._code_points)]

    def to_qt(self, offset: int) -> int:
        """The UTF-16 position of code point `offset`."""
        return offset + bisect_left(self._code_points, offset)

    def to_python(self, position: int) -> int:
        """The code point at UTF-16 `position`; inside a surrogate pair, the one after it."""
        before = bisect_right(self._units, position - 1)
        return position - before + (1 if before and self._units[before - 1] + 1 == position else 0)
