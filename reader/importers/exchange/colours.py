"""From any colour of another program to one of the nine hues of labels, and the line pattern that goes with it."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Set
from typing import Final

_COLOUR = re.compile(r"(?:#|0x)?([0-9a-f]{6}|[0-9a-f]{3})|#([0-9a-f]{6})[0-9a-f]{2}")  # the last: with opacity
_PARTS = re.compile(r"rgba?\((\d{1,3}) *, *(\d{1,3}) *, *(\d{1,3})(?: *,[^)]*)?\)")
_SHADE = re.compile(r"(?:licht|donker|light|dark)[ -]?")
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
    """The hue, 1-9, of a colour in figures or by its Dutch or English name, or of a number 1-9; None if it is none.

    In figures: "#RRGGBB", "#RGB", "#RRGGBBAA", "rgb(255, 0, 0)".
    """
    words = colour.strip().casefold()
    named = _SHADE.sub("", words, count=1)
    if named in _NAMES:
        return _NAMES[named]
    if len(words) == 1 and words.isdecimal() and int(words) in _HUES:
        return int(words)
    if parts := _PARTS.fullmatch(words):
        return _nearest("".join(f"{min(int(part), 255):02x}" for part in parts.groups()))
    match = _COLOUR.fullmatch(words)
    return _nearest(match[1] or match[2]) if match else None


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
