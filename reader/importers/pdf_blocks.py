"""Where paragraphs and footnotes begin in the lines of a PDF, by their places and the size of their letters."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from reader.importers.pdf_furniture import Place
from reader.importers.pdf_lines import CLAUSE_END, LEADER, OPENING
from reader.importers.pdf_page import PageLine, PdfPage
from reader.text.lines import HYPHENS

_SMALLER = 0.94  # of the size of the body: what is set smaller at the foot of a page can be a note
_BOLD, _NOT_BOLD = 0.95, 0.3  # shares of the characters
_NEARLY = 0.12  # of the width of a column: so much a full line can be shorter
_WIDEST_LETTER, _TAB = 0.65, 0.6  # of the size
_EXTRA = 0.3  # of the size: so much more room than usual above a line begins a block
_INDENT = 0.7  # of the size
_RAGGED = 0.08  # of the width of a column: by so much some typesetters break a line too early for an even margin
_MANY, _MOST, _EVEN = 6, 0.5, 2.5  # lines of a column, share of them, points: their ends are in one line
_ROOM = 0.45  # of the size: the width of a space and some play, beside the word that would have fitted
_BULLETS = "•▪●■◦‣►"
_FIRST_ITEM = re.compile(r"\(?[ai]\)\s")
_NOTE = re.compile(r"\[?(\d{1,3})\]?[.)]?(?=[^\W\d]|[\s(«“‘]|$)|[*†‡]{1,3}")


class Setting(NamedTuple):
    """How a paper is set: the usual distance between two lines for each size, and the right edge of each column.

    `straight` are the columns in which lines are stretched to that edge, with how many end at each point. A column
    is told by (page, column).
    """

    leading: dict[float, float]
    edges: dict[tuple[int, int], float]
    straight: dict[tuple[int, int], Counter[int]]


def setting_of(pages: Sequence[PdfPage], flow: Sequence[Sequence[int]]) -> Setting:
    """Measure the lines `flow` of each page."""
    distances: dict[float, Counter[float]] = defaultdict(Counter)
    rights: dict[tuple[int, int], list[float]] = defaultdict(list)
    by_left: dict[int, list[float]] = defaultdict(list)
    for number, page in enumerate(pages):
        before: PageLine | None = None
        has_columns = any(line.column != page.lines[0].column for line in page.lines)
        for index in flow[number]:
            line = page.lines[index]
            if line.cells == 1 and not (has_columns and _runs_over(line, page)):
                rights[number, line.column].append(line.right)
            if before is not None and before.column == line.column and _same_size(before, line):
                distance = line.bottom - before.bottom
                if 0.8 * line.size < distance < 2.3 * line.size:
                    distances[_rounded(line.size)][round(2 * distance) / 2] += 1
            before = line
    for number, page in enumerate(pages):
        for index in flow[number]:
            line = page.lines[index]
            if len(rights[number, line.column]) >= 4:
                by_left[round(line.left / 3)].append(max(rights[number, line.column]))
    edges = {}
    for (number, column), found in rights.items():
        edge = max(found, default=0.0)
        if 0 < len(found) < 4:  # too few to show where the column ends
            lefts = {round(pages[number].lines[index].left / 3) for index in flow[number]}
            likely = [value for left in lefts for value in by_left.get(left, ())]
            edge = max(edge, sorted(likely)[len(likely) // 2]) if likely else edge
        edges[number, column] = edge
    leading = {size: counts.most_common(1)[0][0] for size, counts in distances.items()}
    straight = {
        place: Counter(round(right) for right in found)
        for place, found in rights.items()
        if len(found) >= _MANY and sum(edges[place] - right < _EVEN for right in found) > _MOST * len(found)
    }
    return Setting(leading, edges, straight)


def _runs_over(line: PageLine, page: PdfPage) -> bool:
    """Whether the line is too long for its column and ends in the next one."""
    return any(
        other.column != line.column
        and line.left < other.left - line.size < line.right - line.size
        and abs(other.bottom - line.bottom) < 2 * line.size
        for other in page.lines
    )


def _rounded(size: float) -> float:
    return round(2 * size) / 2


def _same_size(one: PageLine, other: PageLine) -> bool:
    return abs(one.size - other.size) <= 0.08 * max(one.size, other.size)


def has_gap(setting: Setting, above: PageLine, line: PageLine) -> bool:
    """Whether there is more room above `line` than between the lines of a paragraph, or it starts a new column."""
    if above.column != line.column or line.bottom < above.bottom:
        return True
    if not _same_size(above, line):
        return line.top - above.bottom > 0.6 * max(above.size, line.size)
    usual = setting.leading.get(_rounded(line.size), 1.2 * line.size)
    return line.bottom - above.bottom > usual + _EXTRA * line.size


def begins(setting: Setting, number: int, first: PageLine, above: PageLine, line: PageLine) -> bool:
    """Whether `line` of page `number` begins a block after `above`, in a block whose first line is `first`."""
    if line.begins is not None:
        return line.begins
    size = line.size
    edge = setting.edges.get((number, above.column), above.right)
    if above.column != line.column or line.bottom < above.bottom:
        return not _goes_on(above, line, edge)
    if not _same_size(above, line) or has_gap(setting, above, line):
        return True
    if (above.bold >= _BOLD and line.bold <= _NOT_BOLD) or (above.bold <= _NOT_BOLD and line.bold >= _BOLD):
        return True
    if LEADER.search(above.text):
        return True
    if line.cells > 1 or (above.cells > 1 and abs(line.left - above.text_left) > 0.5 * size):
        return True
    if line.text[0] in _BULLETS:
        return True
    complete = CLAUSE_END.search(above.text) is not None
    labelled = line.text_left > line.left + 1
    if labelled and (complete or line.left < above.left - _INDENT * size or _beside(line, first)):
        return True
    if labelled and _FIRST_ITEM.match(line.text) and line.left - first.left > _INDENT * size:
        return True  # of a list in a list, whose lead-in has no colon
    if above.text[-1] in HYPHENS and line.text[0].islower():
        return False
    if _centred(above, line):
        return False
    hanging = first.text_left > first.left + 1 and abs(line.left - first.text_left) < 0.5 * size
    if not hanging and line.left - above.left > _INDENT * size:  # else a line that hangs under the first one
        return complete or (_has_room(above, line, edge) and OPENING.match(line.text) is not None)
    if above.left - line.left > _INDENT * size:
        return above is not first or (complete and _has_room(above, line, edge))
    if complete and _is_tabbed(first) and abs(line.left - first.left) < 2:
        return True  # what goes on stands under the text behind the label
    if line.text.isupper() and above.text.isupper():
        return False  # a title in capitals
    ends = setting.straight.get((number, above.column))
    if complete and ends is not None and above.right < edge - size and ends[round(above.right)] == 1:
        return True
    spare = 0.0 if complete else _RAGGED * (edge - above.left)
    return _has_room(above, line, edge - spare) and (complete or OPENING.match(line.text) is not None)


def _beside(line: PageLine, first: PageLine) -> bool:
    """Whether both begin with a label at the same place: items of one list."""
    return first.text_left > first.left + 1 and abs(first.left - line.left) < 2


def _is_tabbed(line: PageLine) -> bool:
    """Whether more than a space parts the label of a line from its text."""
    label = line.text.split(maxsplit=1)[0]
    return line.text_left - line.left > (_WIDEST_LETTER * len(label) + _TAB) * line.size


def _has_room(above: PageLine, line: PageLine, edge: float) -> bool:
    """Whether the first word of `line` would have fitted behind `above`, whose column ends at `edge`."""
    return above.right + line.first_word + _ROOM * line.size < edge


def _centred(above: PageLine, line: PageLine) -> bool:
    apart = abs(above.left - line.left)
    return apart > 2 and abs(above.left + above.right - line.left - line.right) < 0.8 * line.size


def _goes_on(above: PageLine, line: PageLine, edge: float) -> bool:
    """Whether a sentence at the foot of a column goes on in the next one."""
    if above.begins is not None or not _same_size(above, line):
        return False
    if line.cells > 1 or line.text_left > line.left + 1:
        return False
    if above.text[-1] in HYPHENS or line.text[0].islower():
        return True
    return CLAUSE_END.search(above.text) is None and above.right > edge - 0.25 * (edge - above.left)


def notes_of(pages: Sequence[PdfPage], flow: Sequence[Sequence[int]], body_size: float) -> dict[Place, bool]:
    """The lines of footnotes: what is set small at the foot of a page or column; True where a note begins."""
    found: dict[Place, bool] = {}
    marked: list[set[int]] = []
    last = 0
    open_note = False  # the last page ended in a note whose sentence was not complete
    for number, page in enumerate(pages):
        marked.append(_marked(page, flow[number]))
        known = marked[-1] | (marked[-2] if number else set())
        columns: dict[int, list[int]] = {}
        for index in flow[number]:
            columns.setdefault(page.lines[index].column, []).append(index)
        is_open, has_foot = open_note, False
        for places in columns.values():
            foot = _small_foot(page, places, body_size)
            starts: set[int] = set()
            for index in foot:
                sign = _NOTE.match(page.lines[index].text)
                if sign and (sign[1] is None or int(sign[1]) in known or 0 < last == int(sign[1]) - 1):
                    starts.add(index)
                    last = int(sign[1] or last)
            if foot and not is_open:
                foot = foot[foot.index(min(starts)) :] if starts else []
            if not foot:
                continue
            found.update({(number, index): index in starts for index in foot})
            if foot[0] not in starts:
                found[number, foot[0]] = True
            has_foot = True
            open_note = CLAUSE_END.search(page.lines[foot[-1]].text) is None
            is_open = open_note and _is_full(page, places, foot[-1])
        open_note = open_note and has_foot
    return found


def _marked(page: PdfPage, flow: Sequence[int]) -> set[int]:
    """The numbers of the raised figures on a page, but for those that begin a line, as those of the notes do."""
    lines = (page.lines[index] for index in flow)
    texts = (line.text[mark.start : mark.end] for line in lines for mark in line.marks if mark.start)
    return {int(figures) for text in texts for figures in re.findall(r"\d+", text)}


def _is_full(page: PdfPage, places: Sequence[int], index: int) -> bool:
    """Whether a line ends where the longest ones of its column do."""
    left, right = page.lines[places[0]].left, max(page.lines[place].right for place in places)
    return page.lines[index].right > right - _NEARLY * (right - left)


def _small_foot(page: PdfPage, places: Sequence[int], body_size: float) -> list[int]:
    """The last lines of a column, as far as they are set smaller than the body."""
    first = len(places)
    while first and page.lines[places[first - 1]].size <= _SMALLER * body_size:
        first -= 1
    return list(places[first:])
