"""How an annotation of a PDF looks on the page: the tint of its label, and a line with the pattern of each label."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

Box = tuple[float, float, float, float]  # left, bottom, right, top

# pattern 1-9: the stretches that are drawn and left open, and the width, in fifteenths of the size of the letters
_DASHES: Final[dict[int, tuple[tuple[float, ...], float]]] = {
    1: ((), 1.5),
    2: ((6, 3), 1.5),
    3: ((), 0.8),
    4: ((0, 3.4), 1.9),
    5: ((), 1.0),
    6: ((12, 3), 1.5),
    7: ((7, 2.5, 2, 2.5), 1.5),
    8: ((3.5, 2), 1.2),
    9: ((2, 3), 2.2),
}
_DOUBLE, _DOTS, _WAVE = 3, 4, 5
_APART: Final = 1.9  # between the two lines of a double one
_PERIOD, _HEIGHT = 5.0, 1.6  # of a wave
_MARGIN: Final = 1.0  # points around what is drawn


def appearance(
    quads: Sequence[Sequence[float]], tint: Sequence[float] | None, lines: Sequence[Mapping[str, Any]]
) -> tuple[bytes, Box]:
    """The drawing of an annotation in the coordinates of its page, and the box that holds it, in points.

    A quad has its corners at the top left, top right, bottom left and bottom right. A line has "from" and "to" (x, y
    each), "colour" (three shares, as the tint), "pattern" 1-9 and "size" of the letters over it.
    """
    parts: list[str] = []
    if tint is not None:
        parts += ["q /M gs", f"{_numbers(*tint)} rg"]
        for quad in quads:
            first, second, third, last = (_numbers(*quad[at : at + 2]) for at in (0, 2, 4, 6))
            parts.append(f"{first} m {second} l {last} l {third} l f")
        parts.append("Q")
    xs = [quad[at] for quad in quads for at in (0, 2, 4, 6)]
    ys = [quad[at] for quad in quads for at in (1, 3, 5, 7)]
    for line in lines:
        parts += _line(line)
        xs += [float(line["from"][0]), float(line["to"][0])]
        ys += [float(line["from"][1]), float(line["to"][1])]
    margin = _MARGIN + max((_HEIGHT * float(line["size"]) / 15 for line in lines), default=0.0)
    box = (min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)
    return "\n".join(parts).encode("ascii"), box


def number_words(number: float) -> str:
    """A number as the format writes it, with two figures behind the point."""
    return f"{number:.2f}"


def _line(line: Mapping[str, Any]) -> Iterator[str]:
    """The stroke of one label under one stretch of text."""
    (x1, y1), (x2, y2) = line["from"], line["to"]
    length = math.hypot(x2 - x1, y2 - y1)
    if length <= 0:
        return
    unit, pattern = float(line["size"]) / 15, int(line["pattern"])
    dashes, width = _DASHES.get(pattern, _DASHES[1])
    cosine, sine = (x2 - x1) / length, (y2 - y1) / length

    def point(far: float, up: float) -> str:
        return f"{x1 + far * cosine - up * sine:.2f} {y1 + far * sine + up * cosine:.2f}"

    yield f"q {_numbers(*line['colour'])} RG {_numbers(width * unit)} w {int(pattern == _DOTS)} J"
    yield f"[{_numbers(*(dash * unit for dash in dashes))}] 0 d"
    if pattern == _WAVE:
        yield _wave(length, unit, point)
    elif pattern == _DOUBLE:
        for up in (_APART / 2 * unit, -_APART / 2 * unit):
            yield f"{point(0, up)} m {point(length, up)} l S"
    else:
        yield f"{point(0, 0)} m {point(length, 0)} l S"
    yield "Q"


def _wave(length: float, unit: float, point: Callable[[float, float], str]) -> str:
    """A wave: a curve for each period, up in its first half and down in its second."""
    period, height = _PERIOD * unit, 2 * _HEIGHT * unit
    parts = [f"{point(0, 0)} m"]
    for number in range(max(1, round(length / period))):
        start = number * period
        parts.append(
            f"{point(start + period / 2, height)} {point(start + period / 2, -height)} {point(start + period, 0)} c"
        )
    return " ".join([*parts, "S"])


def _numbers(*numbers: float) -> str:
    return " ".join(map(number_words, numbers))
