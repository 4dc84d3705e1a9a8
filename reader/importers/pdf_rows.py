"""From the stretches of a column to its lines: what stands at one height, with spaces or tabs between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reader.importers.pdf_lines import LABEL, PAUSE, SPACE, Stretch, same_line
from reader.importers.pdf_page import Mark, PageLine

_CELL_GAP = 3.0  # of the size: so wide a gap parts two cells, whatever stands above and below
_EVEN = 1.4  # times the narrowest space of a line that the widest can be, where both edges of a column are straight
_UNEVEN = 3.5  # the same after a sentence or a comma, where some typesetters stretch more
_USUAL_SPACE = 0.25  # of the size
_SLACK = 1.0  # points in which edges and spaces are equal
_WIDEST_SPACE = 6.0  # of the size: between the words of a line that is stretched to the edge of its column


def rows_of(run: Sequence[Stretch]) -> list[list[Stretch]]:
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


def is_stretched(row: Sequence[Stretch], whole: Sequence[Stretch], below: Sequence[Stretch] | None) -> bool:
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
    spaces = [(gap, PAUSE.search(text) is not None) for text, gap in gaps if gap > SPACE * size]
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


def line_of_row(row: Sequence[Stretch], edges: Counter[int], column: int, *, stretched: bool) -> PageLine:
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
        round(sum(one.italic * len(one.text) for one in row) / letters, 2),
    )
