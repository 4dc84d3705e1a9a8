"""Tables whose cells have several lines: what shows that stretches beside each other are rows, and which they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median_high
from typing import NamedTuple

from reader.importers.language import guess_language
from reader.importers.pdf_lines import CLAUSE_END, LABEL, OPENING, Stretch, cut
from reader.importers.pdf_words import Word

_GUTTER = 0.2  # of the letters' size: the narrowest room between two columns of cells
_ACROSS, _MOST_ACROSS = 0.04, 3  # of the lines of a table, and lines: so many can run over more than one column
_MOST_STRETCHES = 1500  # of a table that is read cell by cell
_CLOSE = 0.35  # of the stretches can be so close to the next cell that they were taken for one with it
_SPACE = 0.4  # of the size: the widest space between words, unless a line is stretched
_FIGURES = 0.7  # of the lines of a column without a word: each is a row
_LEVEL = 0.35  # of the size: lines at one height
_EXTRA = 0.25  # of the size: so much more room than usual above a line may begin a row
_HOLE = 0.8  # of the usual distance between two lines: so much sooner one cell of a row ends than another
_FEWEST_HOLES = 2
_STRAY = 0.2  # of the places with room above them that need not begin a row
_MOST_COLUMNS = 16
_SMALLER = 0.88  # of the size of the other columns: the letters of a side bar, not of a cell
_BOLD, _NOT_BOLD = 0.95, 0.3
_OFTEN = 2  # rows in which cells of a column have several lines, before these are texts


class Run(NamedTuple):
    """Stretches that are read from top to bottom.

    `begins`: whether the first line begins a block; None where its looks tell. The lines below go on in it if they are
    a cell.
    """

    stretches: list[Stretch]
    begins: bool | None = None
    is_cell: bool = False


class Table(NamedTuple):
    """The rows of a table, cell by cell, and what stands above and below them."""

    above: list[Stretch]
    cells: list[Run]
    below: list[Stretch]


class _Line(NamedTuple):
    """What stands at one height in one column."""

    base: float
    stretches: list[Stretch]

    @property
    def text(self) -> str:
        return " ".join(one.text for one in self.stretches)

    @property
    def right(self) -> float:
        return max(one.right for one in self.stretches)


_Column = list[_Line]


def table_of(stretches: Sequence[Stretch]) -> Table | None:
    """The table that the stretches make; None where they are columns of text, or rows of one line each.

    Cells of one row begin at one height and seldom end at one, so that white is left under the shorter ones; the
    paragraphs of two columns of text do not begin at one height. A text beside its translation is no table.
    """
    if len(stretches) > _MOST_STRETCHES:
        return None
    size = median_high(one.size for one in stretches)
    first, last = _heights(stretches, size)
    inside = [one for one in stretches if first <= one.bottom <= last]
    borders = _borders(inside, size)
    if not borders:
        return None
    first, last = _without_lines_across(inside, borders, size)
    inside = [one for one in inside if first <= one.bottom <= last]
    columns = _columns(inside, borders, size)
    if not 2 <= len(columns) <= _MOST_COLUMNS or not _is_alike(columns):
        return None
    leading = _leading(columns, size)
    starts, strays = _row_starts(columns, leading, size)
    if len(strays) > _STRAY * (len(starts) + len(strays)):
        return None
    starts = [float("-inf"), *starts]
    rows = [_row(columns, top, bottom, size) for top, bottom in zip(starts, [*starts[1:], float("inf")], strict=True)]
    holes = sum(_has_hole(row, leading) for row in rows[:-1])
    if holes < (1 if _has_head(rows) else _FEWEST_HOLES):
        return None
    if len(columns) == 2 and are_translations(
        *([one for line in column for one in line.stretches] for column in columns)
    ):
        return None
    of_text = sum(sum(len(row[place]) > 1 for row in rows) >= _OFTEN for place in range(len(columns)))
    cells = [run for row in rows for run in _runs(row, of_text)]
    return Table(
        [one for one in stretches if one.bottom < first], cells, [one for one in stretches if one.bottom > last]
    )


def are_translations(left: Sequence[Stretch], right: Sequence[Stretch]) -> bool:
    """Whether each of two columns is in a language of its own."""
    return len({guess_language(" ".join(one.text for one in side)) for side in (left, right)}) == 2


def _heights(stretches: Sequence[Stretch], size: float) -> tuple[float, float]:
    """From where to where stretches stand beside each other; the rest of the last cells included."""
    ordered = sorted(stretches, key=lambda one: one.bottom)
    bases = [one.bottom for one in ordered]
    level = [
        one.bottom
        for one in ordered
        if bisect_right(bases, one.bottom + _LEVEL * size) - bisect_left(bases, one.bottom - _LEVEL * size) > 1
    ]
    if not level:
        return float("inf"), float("-inf")
    lasts = [one for one in ordered if abs(one.bottom - level[-1]) <= _LEVEL * size]
    last = level[-1]
    for one in ordered[bisect_right(bases, last) :]:
        if one.top - last > _LEVEL * size or not any(abs(one.left - other.left) < size for other in lasts):
            break
        last = one.bottom
    return level[0], last


def _without_lines_across(stretches: Sequence[Stretch], borders: Sequence[float], size: float) -> tuple[float, float]:
    """From where to where the table is, without the lines above and below it that run over its columns.

    Nor those with something where no other line has anything, such as the number of the page.
    """
    lines = _lines(stretches, size)
    columns = [{bisect_right(borders, one.left) for one in line.stretches} for line in lines]
    filled = Counter(column for row in columns for column in row)
    kept = [
        place
        for place, line in enumerate(lines)
        if not any(_runs_across(one, borders) for one in line.stretches)
        and min(filled[column] for column in columns[place]) > 1
    ]
    if not kept:
        return float("inf"), float("-inf")
    return min(one.bottom for one in lines[kept[0]].stretches), max(one.bottom for one in lines[kept[-1]].stretches)


def _runs_across(stretch: Stretch, borders: Sequence[float]) -> bool:
    """Whether a word or a mere space of the stretch is on a border."""
    spaces = [(before.right, word.left) for before, word in pairwise(stretch.words)]
    return any(
        stretch.left < border < stretch.right
        and not any(left <= border <= right and right - left > _SPACE * stretch.size for left, right in spaces)
        for border in borders
    )


def _borders(stretches: Sequence[Stretch], size: float) -> list[float]:
    """The middles of the gutters: where no word is, but for those of a few lines that run across."""
    lines = _lines(stretches, size)
    alone = [line.stretches[0] for line in lines if len(line.stretches) == 1]
    words = [word for line in lines if len(line.stretches) > 1 for one in line.stretches for word in one.words]
    few = min(max(1, round(_ACROSS * len(lines))), _MOST_ACROSS)
    found: list[float] = []
    for most in range(few + 1):
        for left, right in _white(words, most):
            is_new = not any(left < other < right for other in found)
            if right - left > _GUTTER * size and is_new and _is_shown(stretches, left, right, size):
                found.append((left + right) / 2)
    return sorted(border for border in found if _crossing(alone, border) <= few)


def _is_shown(stretches: Sequence[Stretch], left: float, right: float, size: float) -> bool:
    """Whether cells begin or end at a white band: more than lie over it because they were taken for one."""
    over = _crossing(stretches, (left + right) / 2)
    ends = sum(right - 1 <= one.left <= right + size or left - size <= one.right <= left + 1 for one in stretches)
    return over < _CLOSE * len(stretches) and over <= ends


def _white(words: Sequence[Word], most: int) -> Iterable[tuple[float, float]]:
    """The vertical bands between words that no more than `most` of them cross."""
    ends: Counter[float] = Counter()
    for word in words:
        ends[word.left] += 1
        ends[word.right] -= 1
    count, start = 0, float("inf")
    for place in sorted(ends):
        before, count = count, count + ends[place]
        if before <= most < count and start < place:
            yield start, place
        elif count <= most < before:
            start = place


def _columns(stretches: Sequence[Stretch], borders: Sequence[float], size: float) -> list[_Column]:
    """The lines of each column; a line that is all of its row is not cut."""
    alone = {id(line.stretches[0]) for line in _lines(stretches, size) if len(line.stretches) == 1}
    found: list[list[Stretch]] = [[] for _ in range(len(borders) + 1)]
    for stretch in stretches:
        for one in [stretch] if id(stretch) in alone else cut(stretch, borders):
            found[bisect_right(borders, one.left)].append(one)
    return [_lines(column, size) for column in found if column]


def _crossing(stretches: Sequence[Stretch], border: float) -> int:
    return sum(one.left < border < one.right for one in stretches)


def _lines(column: Sequence[Stretch], size: float) -> _Column:
    lines: _Column = []
    for one in sorted(column, key=lambda one: (one.bottom, one.left)):
        if lines and one.bottom - lines[-1].base <= _LEVEL * size:
            lines[-1].stretches.append(one)
        else:
            lines.append(_Line(one.bottom, [one]))
    return lines


def _is_alike(columns: Sequence[_Column]) -> bool:
    """Whether the letters of all columns are of one size."""
    sizes = sorted(median_high(one.size for line in column for one in line.stretches) for column in columns)
    return sizes[0] >= _SMALLER * sizes[-1]


def _leading(columns: Sequence[_Column], size: float) -> float:
    """The usual distance between two lines of a cell: the smallest that occurs more than once."""
    counts = Counter(
        round(2 * (below.base - above.base)) / 2
        for column in columns
        for above, below in pairwise(column)
        if 0.8 * size < below.base - above.base < 2.3 * size
    )
    return min((distance for distance, count in counts.items() if count > 1), default=1.2 * size)


def _row_starts(columns: Sequence[_Column], leading: float, size: float) -> tuple[list[float], list[float]]:
    """The heights at which rows begin, but for the first, and those with room above them at which none can begin."""
    starts: list[float] = []
    strays: list[float] = []
    far = leading + _EXTRA * size
    bases = [[line.base for line in column] for column in columns]
    edges = [max(line.right for line in column) for column in columns]
    for place, column in enumerate(columns):
        if _is_of_figures(column):
            starts += [line.base for line in column[1:]]
            continue
        for above, line in pairwise(column):
            if line.base - above.base <= far:
                continue
            base = line.base
            begins = all(
                _can_begin(columns[other], bases[other], base, far, edges[other], size)
                for other in range(len(columns))
                if other != place
            )
            (starts if begins else strays).append(base)
    if all(len(column) > 1 and _is_bold(column[0]) and not _is_bold(column[1]) for column in columns):
        starts.append(min(column[1].base for column in columns))  # below the names of the columns
    return _distinct(starts, size), _distinct(strays, size)


def _is_bold(line: _Line) -> bool:
    return min(one.bold for one in line.stretches) >= _BOLD


def _is_of_figures(column: _Column) -> bool:
    """Whether the cells of a column hold figures and no words, so that none has a second line."""
    return sum(not any(sign.isalpha() for sign in line.text) for line in column) > _FIGURES * len(column)


def _can_begin(column: _Column, bases: Sequence[float], base: float, far: float, edge: float, size: float) -> bool:
    """Whether a row that begins at the height `base` can have a cell, or an empty one, in this column."""
    place = bisect_left(bases, base - _LEVEL * size)
    if place == len(bases) or place == 0:
        return place == len(bases) or bases[0] - base <= far or bases[0] > base
    above, line = column[place - 1], column[place]
    if line.base - above.base > far:
        return True
    if line.base > base + _LEVEL * size:
        return False
    has_room = above.right + line.stretches[0].first_word + _EXTRA * size < edge
    return OPENING.match(line.text) is not None and (has_room or CLAUSE_END.search(above.text) is not None)


def _distinct(heights: Iterable[float], size: float) -> list[float]:
    found: list[float] = []
    for height in sorted(heights):
        if not found or height - found[-1] > _LEVEL * size:
            found.append(height)
    return found


def _row(columns: Sequence[_Column], top: float, bottom: float, size: float) -> list[_Column]:
    """The cells of the row from the height `top` to before `bottom`; empty ones too."""
    slack = _LEVEL * size
    return [[line for line in column if top - slack <= line.base < bottom - slack] for column in columns]


def _has_hole(row: Sequence[_Column], leading: float) -> bool:
    lasts = [cell[-1].base for cell in row if cell]
    return max(lasts, default=0.0) - min(lasts, default=0.0) > _HOLE * leading


def _has_head(rows: Sequence[Sequence[_Column]]) -> bool:
    """Whether the first row alone is set in bold letters, as the names of the columns are."""

    def bold(row: Sequence[_Column]) -> list[float]:
        return [one.bold for cell in row for line in cell for one in line.stretches]

    return (
        len(rows) > 1
        and sum(bool(cell) for cell in rows[0]) > 1
        and min(bold(rows[0])) >= _BOLD
        and all(median_high(bold(row)) <= _NOT_BOLD for row in rows[1:] if any(row))
    )


def _runs(row: Sequence[_Column], of_text: int) -> Iterable[Run]:
    """The cells of a row: those of one line in one run, together with a label before a text.

    With two columns of text or more (`of_text`) each text is a block; else the whole row is one.
    """
    waiting: list[Stretch] = []
    is_first = True
    for cell in row:
        stretches = [one for line in cell for one in line.stretches]
        if len(cell) > 1:
            is_label = len(waiting) == 1 and LABEL.fullmatch(waiting[0].text) is not None
            if waiting and not is_label:
                yield Run(waiting, is_first or of_text > 1, is_cell=True)
                is_first = False
            yield Run([*waiting, *stretches] if is_label else stretches, is_first or of_text > 1, is_cell=True)
            waiting, is_first = [], False
        else:
            waiting = waiting + stretches
    if waiting:
        yield Run(waiting, is_first or of_text > 1, is_cell=True)
