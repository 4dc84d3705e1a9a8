"""Which blocks of a PDF are headings, by the size and weight of their letters and by the outline in the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from reader.importers.pdf_furniture import Place
from reader.importers.pdf_page import Bookmark, PdfPage
from reader.text.headings import looks_plain, numbered_heading, own_line_heading
from reader.text.told import ToldLine

_LARGER = 1.09  # of the size of the body
_BOLD, _ITALIC = 0.95, 0.95  # shares of the characters
_NOT_SMALLER = 0.94  # of the size of the body
_LONGEST, _MOST_LINES = 200, 4  # code points, lines
_LONGEST_ITALIC = 100
_DEEPEST = 6
_OFTEN = 0.4  # of the text: what is set so often does not stand out
_NOT_LETTERS = re.compile(r"[\W_]+")
_FEWEST_LETTERS = 8  # of a bookmark that is only the beginning of a heading


class _Group(NamedTuple):
    """The lines of one block, what they say, and how they are set."""

    places: list[Place]
    text: str
    size: float
    bold: bool
    italic: bool
    cells: int


_Style = tuple[float, bool, bool]  # size, bold, and what ranks higher: upright of bold letters, italic of others


def with_headings(
    pages: Sequence[PdfPage], told: Mapping[Place, ToldLine], bookmarks: Sequence[Bookmark], body_size: float
) -> dict[Place, ToldLine]:
    """`told` with the headings in it, each with its level."""
    groups = _groups(pages, told)
    letters = sum(len(group.text) for group in groups)
    bold_body = sum(len(group.text) for group in groups if group.bold) > _OFTEN * letters
    italic_body = sum(len(group.text) for group in groups if group.italic) > _OFTEN * letters
    listed = _in_outline(groups, bookmarks)
    shown = {
        index: group
        for index, (group, following) in enumerate(pairwise(groups))
        if index not in listed
        and (
            _stands_out(group, body_size, bold_body=bold_body)
            or (not italic_body and _is_italic_heading(group, following, body_size))
        )
    }
    levels = _levels(shown.values(), [(groups[index], level) for index, level in listed.items()])
    result = dict(told)
    for index in sorted({*listed, *shown}):
        group = groups[index]
        level = listed[index] if index in listed else levels[_style(group)] + _depth(group, shown.values())
        for place in group.places:
            result[place] = replace(result[place], kind="heading", level=min(level, _DEEPEST))
    return result


def _groups(pages: Sequence[PdfPage], told: Mapping[Place, ToldLine]) -> list[_Group]:
    """The blocks that are not notes or furniture."""
    groups: list[_Group] = []
    for place, known in told.items():
        if known.kind is not None:
            continue
        line = pages[place[0]].lines[place[1]]
        if known.begins or not groups:
            groups.append(_Group([place], line.text, line.size, line.bold >= _BOLD, line.italic >= _ITALIC, line.cells))
        else:
            last = groups[-1]
            groups[-1] = _Group(
                [*last.places, place],
                f"{last.text} {line.text}" if len(last.places) < _MOST_LINES else last.text,
                last.size,
                last.bold and line.bold >= _BOLD,
                last.italic and line.italic >= _ITALIC,
                max(last.cells, line.cells),
            )
    return groups


def _stands_out(group: _Group, body_size: float, *, bold_body: bool) -> bool:
    larger = group.size > _LARGER * body_size
    if not larger and (bold_body or not group.bold or group.size < _NOT_SMALLER * body_size):
        return False
    if len(group.places) > _MOST_LINES or len(group.text) > _LONGEST or group.cells > 1:
        return False
    if group.text[-1] == "?" and not larger:
        return False  # a question in bold letters is a question
    if own_line_heading(group.text) is not None:
        return False  # its words say so, and how deep it is
    return numbered_heading(group.text) is not None or looks_plain(group.text, _LONGEST)


def _is_italic_heading(group: _Group, following: _Group, body_size: float) -> bool:
    """Whether a line in italics stands above text that is not."""
    if not group.italic or following.italic or len(group.places) > 1 or group.cells > 1 or group.text[-1] == "?":
        return False
    if group.size < _NOT_SMALLER * body_size or own_line_heading(group.text) is not None:
        return False
    return numbered_heading(group.text) is not None or looks_plain(group.text, _LONGEST_ITALIC)


def _style(group: _Group) -> _Style:
    return round(2 * group.size) / 2, group.bold, group.italic != group.bold


def _levels(shown: Iterable[_Group], listed: Sequence[tuple[_Group, int]]) -> dict[_Style, int]:
    """The level of each style: that of its like in the outline, else its rank by size and weight."""
    known: dict[_Style, Counter[int]] = {}
    for group, level in listed:
        known.setdefault(_style(group), Counter())[level] += 1
    levels = {style: counts.most_common(1)[0][0] for style, counts in known.items()}
    others = sorted({_style(group) for group in shown} - levels.keys(), reverse=True)
    for rank, style in enumerate(others, start=1):
        higher = [level for other, level in levels.items() if other > style]
        levels[style] = rank if not listed else max(higher) + 1 if higher else 1
    return levels


def _depth(group: _Group, shown: Iterable[_Group]) -> int:
    """How much deeper a numbered heading is than the highest one of the same style: "1.1.1" than "1.1"."""
    own = _parts(group)
    if not own:
        return 0
    alike = [parts for other in shown if _style(other) == _style(group) and (parts := _parts(other))]
    return own - min(alike, default=own)


def _parts(group: _Group) -> int:
    heading = numbered_heading(group.text)
    return len(heading.numbers) if heading is not None and heading.style == "numbered" else 0


def _in_outline(groups: Sequence[_Group], bookmarks: Sequence[Bookmark]) -> dict[int, int]:
    """The level of each block that the outline in the file names, by its place in `groups`."""
    by_page: dict[int, list[int]] = {}
    for index, group in enumerate(groups):
        if len(group.places) <= _MOST_LINES and len(group.text) <= _LONGEST:
            by_page.setdefault(group.places[0][0], []).append(index)
    found: dict[int, int] = {}
    for bookmark in bookmarks:
        title = _folded(bookmark.title)
        if not title:
            continue
        near = [index for page in (bookmark.page, bookmark.page + 1) for index in by_page.get(page, ())]
        whole = (index for index in near if index not in found and _folded(groups[index].text) == title)
        opening = (
            index
            for index in near
            if index not in found and len(title) >= _FEWEST_LETTERS and _folded(groups[index].text).startswith(title)
        )
        for index in (*whole, *opening):
            found[index] = bookmark.level
            break
    return found


def _folded(text: str) -> str:
    return _NOT_LETTERS.sub("", text).casefold()
