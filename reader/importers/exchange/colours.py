"""From any colour of another program to one of the nine hues of labels, and the line pattern that goes with it."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Set
from typing import Final

_COLOUR = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
# the angle of each hue on the colour wheel, in degrees; the ninth is grey
_ANGLES: Final = {1: 256, 2: 30, 3: 205, 4: 46, 5: 108, 6: 3, 7: 325, 8: 65}
_GREY: Final = 9
_YELLOW, _OLIVE = 4, 8
_LEAST_CHROMA = 0.08  # what has less between its strongest and its weakest part is grey
_BRIGHT = 0.7  # from here on what would be olive is yellow
_HUES = range(1, 10)

_NAMES: Final = {
    "paars": 1, "violet": 1, "purple": 1, "oranje": 2, "orange": 2, "blauw": 3, "blue": 3, "geel": 4, "yellow": 4,
    "groen": 5, "green": 5, "rood": 6, "red": 6, "roze": 7, "pink": 7, "magenta": 7, "olijf": 8, "olijfgroen": 8,
    "olive": 8, "grijs": 9, "grey": 9, "gray": 9, "zwart": 9, "black": 9,
}  # fmt: skip


def hue_of(colour: str) -> int | None:
    """The hue, 1-9, of "#RRGGBB", "#RGB", a number 1-9, or a colour by its Dutch or English name; None if none."""
    words = colour.strip().casefold()
    if words in _NAMES:
        return _NAMES[words]
    if len(words) == 1 and words.isdecimal() and int(words) in _HUES:
        return int(words)
    match = _COLOUR.fullmatch(words)
    return _nearest(match[1]) if match else None


def pair_for(hue: int | None, used: Set[tuple[int, int]]) -> tuple[int, int]:
    """A hue and a line pattern no other label has, as long as there are any; `hue` is kept when it is known."""
    hues = _HUES if hue is None else (hue,)
    own = [(one, one) for one in hues]  # the pattern that belongs to a hue
    others = [(one, (one + shift - 1) % 9 + 1) for shift in range(1, 9) for one in hues]
    return next((pair for pair in (*own, *others) if pair not in used), own[len(used) % len(own)])


def _nearest(figures: str) -> int:
    if len(figures) == 3:
        figures = "".join(figure * 2 for figure in figures)
    red, green, blue = (int(figures[place : place + 2], 16) / 255 for place in (0, 2, 4))
    turn, _, value = colorsys.rgb_to_hsv(red, green, blue)
    if max(red, green, blue) - min(red, green, blue) < _LEAST_CHROMA:
        return _GREY
    angle = turn * 360
    hue = min(_ANGLES, key=lambda one: min(abs(angle - _ANGLES[one]), 360 - abs(angle - _ANGLES[one])))
    return _YELLOW if hue == _OLIVE and value > _BRIGHT else hue
