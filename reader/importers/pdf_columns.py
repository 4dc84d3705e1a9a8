"""The reading order of a page: columns of prose and side bars one after another, tables and labels row by row."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.importers.pdf_lines import LABEL, MOST_NEAR, MOST_STRETCHES, SPACE, Stretch, same_line
from reader.importers.pdf_page import Mark, PageLine

_FEWEST_PAIRS = 3  # lines that stand beside each other, before two columns are believed
_GUTTER = 0.8  # of the letters' size: the narrowest room between columns
_FEWEST_WORDS = 4.0  # on a line of prose, on average
_ALIGNED = 0.7  # share of lines that stand level with one beside them, as in a table
_CELL_GAP = 3.0  # of the size: so wide a gap parts two cells, whatever stands above and below
_FAR = 2.6  # times the height of a line: so much white can stand between two paragraphs
_ALIKE = 0.7  # of the width of the lines of the other column
_DEEPEST = 12  # columns inside columns
_EDGE = 4.0  # points in which left edges count as one
_LEAST_ROOM = 1.25  # times the height of a line: so much white a line across both columns needs in each
_PLAY = 2.0  # points by which the lines of one edge can begin further left, as italic ones do
_MOST_EDGES = 4  # that are tried, those of most lines first
_SMALLER = 0.92  # of the usual size: the type of a side bar
_EVEN = 1.4  # times the narrowest space of a line that the widest can be, where both edges of a column are straight
_UNEVEN = 3.5  # the same after a sentence or a comma, where some typesetters stretch more
_USUAL_SPACE = 0.25  # of the size
_CLAUSE_END = re.compile(r"[.,:;?!][’”\"»)]?$")
_SLACK = 1.0  # points in which edges and spaces are equal
_WIDEST_SPACE = 6.0  # of the size: between the words of a line that is stretched to the edge of its column


class _Split(NamedTuple):
    above: list[Stretch]
    left: list[Stretch]
    right: list[Stretch]
    below: list[Stretch]


def lines_in_order(stretches: Sequence[Stretch]) -> list[PageLine]:
    """The lines of a page as they are read."""
    return [line for line, _ in lines_and_rows(stretches)]


def lines_and_rows(stretches: Sequence[Stretch]) -> list[tuple[PageLine, Sequence[Stretch]]]:
    """The lines of a page as they are read, each with what it is made of, from left to right."""
    edges = Counter(round(stretch.left) for stretch in stretches)
    edges.update(-round(stretch.right) for stretch in stretches)
    lines: list[tuple[PageLine, Sequence[Stretch]]] = []
    for column, run in enumerate(_arranged(list(stretches), 0)):
        rows = _rows(run)
        whole = [row[0] for row in rows if len(row) == 1 and " " in row[0].text]
        for row, below in zip(rows, [*rows[1:], None], strict=True):
            lines.append((_line(row, edges, column, stretched=_is_stretched(row, whole, below)), row))
    return lines


def _arranged(stretches: list[Stretch], depth: int) -> list[list[Stretch]]:
    """The stretches in runs that are each read from top to bottom."""
    if not stretches:
        return []
    has_room = 2 * _FEWEST_PAIRS <= len(stretches) <= MOST_STRETCHES
    split = _split(stretches) if has_room and depth < _DEEPEST else None
    if split is None:
        return [stretches]
    first, second = split.left, split.right
    if _is_side_bar(second, first):
        first, second = second, first
    parts = [part for part in (split.above, first, second, split.below) if part]
    return [run for part in parts for run in _arranged(part, depth + 1)]


def _is_side_bar(right: Sequence[Stretch], left: Sequence[Stretch]) -> bool:
    """Whether the right column is a narrow one in small type that begins higher, as on a ministry's letter."""
    smaller = _median(one.size for one in right) < 0.95 * _median(one.size for one in left)
    return smaller and _width(right) < 0.6 * _width(left) and right[0].top < left[0].top


def _width(stretches: Sequence[Stretch]) -> float:
    return max(one.right for one in stretches) - min(one.left for one in stretches)


def _split(stretches: list[Stretch]) -> _Split | None:
    """Two columns with what stands above and below them, where the page has them."""
    stretches.sort(key=lambda one: one.top)
    usual = _median(one.size for one in stretches)
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


def _split_at(stretches: Sequence[Stretch], edge: float, pairs: Sequence[Stretch], fewest: int) -> _Split | None:
    """Split at the vertical line `edge`, between the lines that cross it; None where that makes no two columns."""
    starts = [one for one in stretches if abs(one.left - edge) <= _EDGE]
    across = [one for one in stretches if one.left < edge - 1 and one.right > edge + 1]
    crossing = [one for one in across if not _runs_over(one, starts)]
    borders = [float("-inf"), *sorted(map(middle, crossing)), float("inf")]
    counts = Counter(bisect_left(borders, middle(one)) - 1 for one in pairs)
    place, count = counts.most_common(1)[0]
    if count < fewest:
        return None
    upper, lower = borders[place], borders[place + 1]
    inside = [one for one in stretches if upper < middle(one) < lower]
    if len(inside) < _FEWEST_PAIRS:
        return None
    inside = _without_far_ends(inside, edge, is_last=lower == float("inf"))
    kept = set(map(id, inside))
    left = [one for one in inside if one.left < edge]
    right = [one for one in inside if one.left >= edge]
    if len(left) < 2 or len(right) < 2 or not _are_columns(left, right):
        return None
    top = inside[0].top
    rest = [one for one in stretches if id(one) not in kept]
    return _Split([one for one in rest if middle(one) < top], left, right, [one for one in rest if middle(one) >= top])


def _median(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


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
    height = _median(one.height for one in inside)
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
    sizes = sorted(_median(one.size for one in side) for side in (left, right))
    widths = sorted(_median(one.right - one.left for one in side) for side in (left, right))
    return sizes[0] >= _SMALLER * sizes[1] and widths[0] >= _ALIKE * widths[1]


def _is_level_with(one: Stretch, core: Sequence[Stretch]) -> bool:
    return any(abs(one.left - other.left) <= _SLACK for other in core)


def _are_columns(left: Sequence[Stretch], right: Sequence[Stretch]) -> bool:
    """Whether two sides are read one after the other, not row by row."""
    if _is_prose(left) and _is_prose(right):
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


def _rows(run: Sequence[Stretch]) -> list[list[Stretch]]:
    """The stretches of a run by lines, each from left to right."""
    rows: list[list[Stretch]] = []
    for stretch in sorted(run, key=lambda one: (one.bottom, one.left)):
        row = next((row for row in reversed(rows[-3:]) if same_line(row[-1], stretch)), None)
        if row is None:
            rows.append([stretch])
        else:
            row.append(stretch)
    for row in rows:
        row.sort(key=lambda one: one.left)
    return rows


def _is_stretched(row: Sequence[Stretch], whole: Sequence[Stretch], below: Sequence[Stretch] | None) -> bool:
    """Whether wide spaces make a row as long as the column, in which lines `whole` run from edge to edge too.

    Such a line has the same space between all its words, or a wider one after a sentence; the cells of a table have
    not. Spaces that are very wide need a reason: the first word of the row `below` would not have fitted.
    """
    if len(row) == 1:
        return False
    size = row[0].size
    alike = sum(
        abs(one.left - row[0].left) <= _SLACK and abs(one.right - row[-1].right) <= _SLACK
        for one in whole
        if abs(one.size - size) <= _SLACK
    )
    if alike < 2:
        return False
    words = [word for stretch in row for word in stretch.words]
    gaps = [(before.text, after.left - before.right) for before, after in pairwise(words)]
    spaces = [(gap, _CLAUSE_END.search(text) is not None) for text, gap in gaps if gap > SPACE * size]
    if not spaces:
        return False
    narrowest = min(gap for gap, _ in spaces)
    widest = max(gap for gap, _ in spaces)
    within = max((gap for gap, ends_clause in spaces if not ends_clause), default=narrowest)
    if within > _EVEN * narrowest + _SLACK or widest > _UNEVEN * narrowest + _SLACK:
        return False
    return widest <= _WIDEST_SPACE * size or (below is not None and _has_no_room(row, spaces, below))


def _has_no_room(row: Sequence[Stretch], spaces: Sequence[tuple[float, bool]], below: Sequence[Stretch]) -> bool:
    """Whether the first word of the row `below` would not have fitted on this one, had its `spaces` been usual ones."""
    first = below[0].words[0]
    spare = sum(gap - _USUAL_SPACE * row[0].size for gap, _ in spaces)
    return first.right - first.left > spare - _USUAL_SPACE * row[0].size


def _line(row: Sequence[Stretch], edges: Counter[int], column: int, *, stretched: bool) -> PageLine:
    """The line that `row` makes; `stretched`: nothing but spaces parts its words."""
    first = row[0]
    text, marks, cells, text_left = first.text, list(first.marks), 1, first.text_left
    largest = max(row, key=lambda one: len(one.text))
    for before, stretch in pairwise(row):
        is_label = stretch is row[1] and LABEL.fullmatch(first.text) is not None
        gap = stretch.left - before.right
        level = max(edges[round(stretch.left)], edges[-round(stretch.right)]) > 1
        is_cell = not is_label and not stretched and (gap > _CELL_GAP * stretch.size or level)
        text += "\t" if is_cell else " "
        cells += is_cell
        if is_label or is_cell:
            text_left = stretch.left
        shift = len(text)
        text += stretch.text
        marks += [Mark(mark.start + shift, mark.end + shift) for mark in stretch.marks]
    letters = sum(len(one.text) for one in row)
    return PageLine(
        text,
        first.left,
        row[-1].right,
        min(one.top for one in row),
        max(one.bottom for one in row),
        largest.size,
        sum(one.bold * len(one.text) for one in row) / letters,
        first.first_word if len(row) == 1 or not LABEL.fullmatch(first.text) else row[1].left - first.left,
        text_left,
        tuple(marks),
        cells,
        column,
    )
