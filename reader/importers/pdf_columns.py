"""The reading order of a page: columns of prose and side bars one after another, tables and labels row by row."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median_high
from typing import NamedTuple

from reader.importers.pdf_lines import LABEL, LEADER, MOST_NEAR, MOST_STRETCHES, PAUSE, Stretch
from reader.importers.pdf_page import PageLine
from reader.importers.pdf_rows import is_stretched, line_of_row, rows_of
from reader.importers.pdf_tables import Run, Table, are_translations, table_of

_FEWEST_PAIRS = 3  # lines that stand beside each other, before two columns are believed
_GUTTER = 0.8  # of the letters' size: the narrowest room between columns
_FEWEST_WORDS = 4.0  # on a line of prose, on average
_ALIGNED = 0.7  # share of lines that stand level with one beside them, as in a table
_FAR = 2.6  # times the height of a line: so much white can stand between two paragraphs
_ALIKE = 0.7  # of the width of the lines of the other column
_DEEPEST = 12  # columns inside columns
_EDGE = 4.0  # points in which left edges count as one
_LEAST_ROOM = 1.25  # times the height of a line: so much white a line across both columns needs in each
_PLAY = 2.0  # points by which the lines of one edge can begin further left, as italic ones do
_MOST_EDGES = 4  # that are tried, those of most lines first
_SMALLER = 0.92  # of the usual size: the type of a side bar
_REFERENCE = re.compile(r"(?:Ons kenmerk|Uw kenmerk|Onze referentie|Uw referentie|Contactpersoon)\b", re.IGNORECASE)
_LISTED = 0.5  # of the lines of a table of contents: those that end in the number of a page
_SLACK = 1.0  # points in which edges and spaces are equal


class _Split(NamedTuple):
    above: list[Stretch]
    left: list[Stretch]
    right: list[Stretch]
    below: list[Stretch]
    apart: bool  # the columns are two texts, each of which goes on on the next page


_Part = list[Run]  # runs that stand in one column, or are the cells of one table


def lines_in_order(stretches: Sequence[Stretch]) -> list[PageLine]:
    """The lines of a page as they are read."""
    return [line for line, _ in lines_and_rows(stretches)]


def lines_and_rows(stretches: Sequence[Stretch]) -> list[tuple[PageLine, Sequence[Stretch]]]:
    """The lines of a page as they are read, each with what it is made of, from left to right."""
    edges = Counter(round(stretch.left) for stretch in stretches)
    edges.update(-round(stretch.right) for stretch in stretches)
    lines: list[tuple[PageLine, Sequence[Stretch]]] = []
    for column, part in enumerate(_arranged(list(stretches), 0)):
        for run in part:
            rows = rows_of(run.stretches)
            whole = [row[0] for row in rows if len(row) == 1 and " " in row[0].text]
            begins = run.begins
            for row, below in zip(rows, [*rows[1:], None], strict=True):
                line = line_of_row(row, edges, column, stretched=is_stretched(row, whole, below))
                lines.append((line._replace(begins=begins), row))
                begins = False if run.is_cell else None
    return lines


def _arranged(stretches: list[Stretch], depth: int) -> list[_Part]:
    """The stretches in parts, whose runs are each read from top to bottom."""
    if not stretches:
        return []
    has_room = 2 * _FEWEST_PAIRS <= len(stretches) <= MOST_STRETCHES
    split = _split(stretches) if has_room and depth < _DEEPEST else None
    if split is None:
        return [[Run(stretches)]]
    if isinstance(split, Table):
        return [*_arranged(split.above, depth + 1), split.cells, *_arranged(split.below, depth + 1)]
    first, second = split.left, split.right
    if _is_side_bar(second, first):
        first, second = second, first
    parts = [part for part in (split.above, first, second, split.below) if part]
    arranged = [(part, _arranged(part, depth + 1)) for part in parts]
    if split.apart:
        arranged = [(part, _begun(found) if part is first or part is second else found) for part, found in arranged]
    return [found for _, several in arranged for found in several]


def _begun(parts: list[_Part]) -> list[_Part]:
    """The parts, of which the first line is told to begin a block."""
    (run, *others), *more = parts
    return [[run._replace(begins=True), *others], *more]


def _is_side_bar(right: Sequence[Stretch], left: Sequence[Stretch]) -> bool:
    """Whether the right column is a narrow one in small type, as on a ministry's letter, that is best read first.

    That is where it begins higher, or where the sentence at the foot of the left column goes on on the next page.
    """
    smaller = median_high(one.size for one in right) < 0.95 * median_high(one.size for one in left)
    if not smaller or _width(right) >= 0.6 * _width(left):
        return False
    last = max(left, key=lambda one: one.bottom)
    goes_on = last.bottom > max(one.bottom for one in right) and not PAUSE.search(last.text)
    is_reference = any(_REFERENCE.match(one.text) for one in right)
    return is_reference or right[0].top < left[0].top or (goes_on and " " in last.text)


def _width(stretches: Sequence[Stretch]) -> float:
    return max(one.right for one in stretches) - min(one.left for one in stretches)


def _split(stretches: list[Stretch]) -> _Split | Table | None:
    """Two columns or a table, with what stands above and below them, where the page has them."""
    stretches.sort(key=lambda one: one.top)
    usual = median_high(one.size for one in stretches)
    small = Counter(round(one.left / _EDGE) for one in stretches if one.size < _SMALLER * usual)
    edges: dict[int, list[Stretch]] = {}
    for stretch in _right_of_a_gap(stretches):
        edges.setdefault(round(stretch.left / _EDGE), []).append(stretch)
    for bucket in sorted(edges, key=lambda one: -len(edges[one]))[:_MOST_EDGES]:
        neighbours = edges[bucket] + edges.get(bucket + 1, []) + edges.get(bucket - 1, [])
        fewest = 1 if small[bucket] >= _FEWEST_PAIRS else _FEWEST_PAIRS  # a side bar can be short
        if len(neighbours) >= fewest:
            first = min(one.left for one in edges[bucket]) - _PLAY
            edge = min(one.left for one in neighbours if one.left >= first) - 0.5
            split = _split_at(stretches, edge, neighbours, fewest)
            if split is not None:
                return split
    return None


def _right_of_a_gap(stretches: Sequence[Stretch]) -> Iterable[Stretch]:
    """The stretches with another on their left, across room enough for a gutter; labels do not count."""
    window: list[Stretch] = []
    for stretch in stretches:
        window = [one for one in window if one.bottom > stretch.top + 0.1 * stretch.height][-MOST_NEAR:]
        for one in window:
            left, right = (one, stretch) if one.left < stretch.left else (stretch, one)
            if right.left - left.right > _GUTTER * right.size and not LABEL.fullmatch(left.text):
                yield right
        window.append(stretch)


def _split_at(
    stretches: Sequence[Stretch], edge: float, pairs: Sequence[Stretch], fewest: int
) -> _Split | Table | None:
    """Split at the vertical line `edge`, between the lines that cross it; None where that makes no two columns."""
    starts = [one for one in stretches if abs(one.left - edge) <= _EDGE]
    across = [one for one in stretches if one.left < edge - 1 and one.right > edge + 1]
    crossing = [one for one in across if any(map(str.isalpha, one.text)) and not _runs_over(one, starts)]
    borders = [float("-inf"), *sorted(map(middle, crossing)), float("inf")]
    counts = Counter(bisect_left(borders, middle(one)) - 1 for one in pairs)
    place, count = counts.most_common(1)[0]
    if count < fewest:
        return None
    upper, lower = borders[place], borders[place + 1]
    inside = [one for one in stretches if upper < middle(one) < lower]
    if len(inside) < _FEWEST_PAIRS:
        return None
    table = None if _is_contents(inside) else table_of(inside)
    if table is not None:
        above = [one for one in stretches if middle(one) <= upper]
        below = [one for one in stretches if middle(one) >= lower]
        return Table([*above, *table.above], table.cells, [*table.below, *below])
    inside = _without_far_ends(inside, edge, is_last=lower == float("inf"))
    kept = set(map(id, inside))
    left = [one for one in inside if one.left < edge]
    right = [one for one in inside if one.left >= edge]
    if len(left) < 2 or len(right) < 2 or not _are_columns(left, right):
        return None
    top = inside[0].top
    rest = [one for one in stretches if id(one) not in kept]
    above, below = [one for one in rest if middle(one) < top], [one for one in rest if middle(one) >= top]
    return _Split(above, left, right, below, are_translations(left, right))


def middle(stretch: Stretch) -> float:
    """How far the middle of the stretch is below the top of the page, in points."""
    return (stretch.top + stretch.bottom) / 2


def _runs_over(line: Stretch, starts: Sequence[Stretch]) -> bool:
    """Whether a line is too long for its column: the next one, whose lines are `starts`, leaves it no room."""
    above = [one for one in starts if middle(one) <= middle(line)]
    below = [one for one in starts if middle(one) > middle(line)]
    level = max((min(line.bottom, one.bottom) - max(line.top, one.top) for one in starts), default=0.0)
    if level > 0.2 * line.height:
        return any(line.left < one.left < line.right for one in starts)
    if not above or not below:
        return False
    white = min(one.top for one in below) - max(one.bottom for one in above)
    return white < _LEAST_ROOM * line.height


def _without_far_ends(inside: list[Stretch], edge: float, *, is_last: bool) -> list[Stretch]:
    """Without the few lines at the top or bottom that a wide band of white parts from the columns.

    `is_last`: nothing stands below. Where paragraphs of even columns end level, the lines beyond the white go on.
    """
    height = median_high(one.height for one in inside)
    cuts = [0]
    lowest = inside[0].bottom
    for index, stretch in enumerate(inside):
        if stretch.top - lowest > 1.8 * height:
            cuts.append(index)
        lowest = max(lowest, stretch.bottom)
    parts = [inside[first:last] for first, last in zip(cuts, [*cuts[1:], len(inside)], strict=True)]

    def is_small(part: Sequence[Stretch]) -> bool:
        right = sum(one.left >= edge for one in part)
        return min(right, len(part) - right) < _FEWEST_PAIRS

    core = [one for part in parts if not is_small(part) for one in part]
    is_even = _is_even(core, edge)

    def goes_on(part: Sequence[Stretch], above: Sequence[Stretch], below: Sequence[Stretch]) -> bool:
        white = min(one.top for one in below) - max(one.bottom for one in above)
        alone = part is below and not is_last and all(one.left < edge for one in part)  # under both, as a heading
        return is_even and white < _FAR * height and not alone and all(_is_level_with(one, core) for one in part)

    while len(parts) > 1 and is_small(parts[-1]) and not goes_on(parts[-1], parts[-2], parts[-1]):
        parts.pop()
    while len(parts) > 1 and is_small(parts[0]) and not goes_on(parts[0], parts[0], parts[1]):
        parts.pop(0)
    return [one for part in parts for one in part]


def _is_even(core: Sequence[Stretch], edge: float) -> bool:
    """Whether both sides of `edge` are prose in one size, on lines of one width."""
    left = [one for one in core if one.left < edge]
    right = [one for one in core if one.left >= edge]
    if not left or not right or not (_is_prose(left) and _is_prose(right)):
        return False
    sizes = sorted(median_high(one.size for one in side) for side in (left, right))
    widths = sorted(median_high(one.right - one.left for one in side) for side in (left, right))
    return sizes[0] >= _SMALLER * sizes[1] and widths[0] >= _ALIKE * widths[1]


def _is_level_with(one: Stretch, core: Sequence[Stretch]) -> bool:
    return any(abs(one.left - other.left) <= _SLACK for other in core)


def _are_columns(left: Sequence[Stretch], right: Sequence[Stretch]) -> bool:
    """Whether two sides are read one after the other, not row by row."""
    if (_is_prose(left) and _is_prose(right)) or (_is_contents(left) and _is_contents(right)):
        return True
    fewer, more = sorted((left, right), key=len)
    beside = sorted((one.bottom, one.size) for one in more)
    level = sum(_has_level(beside, one) for one in fewer)
    return level < _ALIGNED * len(fewer)


def _has_level(ordered: Sequence[tuple[float, float]], one: Stretch) -> bool:
    """Whether the nearest of the `ordered` (bottom and size) stands level with `one` and is of its size."""
    place = bisect_left(ordered, (one.bottom, 0.0))
    bottom, size = min(ordered[max(0, place - 1) : place + 1], key=lambda near: abs(near[0] - one.bottom))
    return abs(bottom - one.bottom) < 0.15 * one.size and 0.92 < size / one.size < 1.09


def _is_prose(side: Sequence[Stretch]) -> bool:
    words = sum(one.text.count(" ") + 1 for one in side)
    letters = sum(sum(sign.isalpha() for sign in one.text) for one in side)
    return words >= _FEWEST_WORDS * len(side) and letters > 0.6 * sum(len(one.text) for one in side)


def _is_contents(side: Sequence[Stretch]) -> bool:
    return sum(LEADER.search(one.text) is not None for one in side) > _LISTED * len(side)
