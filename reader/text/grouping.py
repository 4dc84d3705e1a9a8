"""From lines to drafts of blocks: which lines belong together on a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.text.headings import Heading, own_line_heading
from reader.text.lines import Layout, Line, full_width
from reader.text.structure import BlockKind
from reader.text.told import Told, ToldLine

_BULLET = re.compile(r"^[•●▪■◦‣∙·►\uf0b7] ?\S")
_DASH = re.compile(r"^[-–—] +\S")
_LETTERED = re.compile(r"^(?:\(?(?:[a-z]|[ivx]{2,4})\)|(?:[a-z]|[ivx]{2,4})\.) +\S")
_FIRST_LETTER = re.compile(r"^\(?a\) +[^\W\d_]{2}")
_SECOND_LETTER = re.compile(r"^\(?b\) +[^\W\d_]{2}")
_ENUMERATED = re.compile(r"^\(?(\d{1,3})(?:[.)°º]|\.\)) +\S")
_SPEAKERS = re.compile(
    r"^(?:De leden van|De aan het woord zijnde|Voornoemde|Voorgenoemde|De voor(?:ge)?noemde|Deze leden) "
)
_OPENING = re.compile(r"^[A-ZÀ-Ý\d«‘“\"(•–-]")
_NEAR = 12  # lines in which the second item of a list begins
_SHORT, _NEARLY_FULL = 0.8, 0.93  # shares of a full line: one that ends a sentence and is shorter ends a paragraph


@dataclass(slots=True)
class Draft:
    """Lines that form one block, by their places in the list of lines. `tight`: a box among double-spaced lines.

    `is_told`: the file itself says of what kind it is. `apart`: and that it does not go on from the page before.
    """

    places: list[int]
    kind: BlockKind = "paragraph"
    tight: bool = False
    heading: Heading | None = None
    is_told: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class _Spacing:
    """How a page is set. `tight` holds the lines that have a neighbour right above or below on a double-spaced page."""

    doubled: bool
    width: int
    tight: frozenset[int]


def group_lines(lines: Sequence[Line], flow: Sequence[int], layout: Layout, told: Told) -> list[Draft]:
    """Group the lines `flow` (places in `lines`) into drafts; a draft never runs over a page break."""
    drafts: list[Draft] = []
    openings = _lettered_openings(lines)
    first = 0
    last_item = 0
    for index in range(1, len(flow) + 1):
        if index == len(flow) or lines[flow[index]].page != lines[flow[first]].page:
            page = flow[first:index]
            spacing = _spacing(lines, page, layout)
            previous = -1
            for place in page:
                line = lines[place]
                known = told.lines.get(line.number)
                if known is not None and previous >= 0 and not known.begins:
                    drafts[-1].places.append(place)
                    previous = place
                    continue
                item = _list_number(line, lines[previous] if previous >= 0 else None, drafts, last_item, openings)
                if item and not (known is not None and known.kind):
                    last_item = item if item > 0 else last_item
                    drafts.append(Draft([place], "list-item"))
                elif known is not None:
                    drafts.append(_told_draft(place, known))
                elif previous < 0 or _breaks(lines, previous, place, layout, spacing, drafts[-1]):
                    drafts.append(Draft([place], tight=place in spacing.tight))
                else:
                    drafts[-1].places.append(place)
                drafts[-1].apart = drafts[-1].apart or (known is not None and known.apart)
                previous = place
            first = index
    return drafts


def _told_draft(place: int, known: ToldLine) -> Draft:
    """A block that begins where the file says so, and of the kind it says."""
    if known.kind != "heading":
        return Draft([place], known.kind or "paragraph", is_told=known.kind is not None)
    return Draft([place], "heading", heading=Heading("plain", level=known.level), is_told=True)


def _spacing(lines: Sequence[Line], page: Sequence[int], layout: Layout) -> _Spacing:
    """A page is double-spaced when most lines are one empty line apart and go on across it."""
    pairs = list(pairwise(page))
    spaced = [(a, b) for a, b in pairs if lines[b].gap == 1]
    running = sum(lines[a].hyphenated or (lines[b].starts_lower and not lines[a].ends_clause) for a, b in spaced)
    if not layout.wrapped or len(spaced) * 2 <= len(pairs) or running * 3 < len(spaced):
        return _Spacing(False, layout.width, frozenset())
    tight = {place for a, b in pairs if lines[b].gap == 0 and not _hard_end(lines[a], layout) for place in (a, b)}
    loose = [lines[place] for place in page if place not in tight]
    return _Spacing(True, full_width(loose), frozenset(tight))


def _hard_end(line: Line, layout: Layout) -> bool:
    """In a file whose soft lines end in a space: a line without one, which ends its block."""
    return layout.soft_ends and line.trailing == 0 and not line.hyphenated and line.text[-1] not in "/–"


def _breaks(lines: Sequence[Line], before: int, place: int, layout: Layout, spacing: _Spacing, draft: Draft) -> bool:
    """Whether line `place` begins a new block after line `before` of the same page."""
    line, above = lines[place], lines[before]
    if not layout.wrapped or own_line_heading(above.text) or own_line_heading(line.text) or _hard_end(above, layout):
        return True
    if line.gap == 0 and line.text.isupper() and above.text.isupper():
        return False
    if spacing.doubled:
        return _breaks_doubled(
            line, above, before in spacing.tight, place in spacing.tight, spacing.width, _hard_end(line, layout)
        )
    if line.gap:
        runs_on = line.starts_lower and len(above.text) > spacing.width / 2 and above.text[-1] not in ":;"
        return not (runs_on and draft.kind == "paragraph" and line.gap == 1)
    if draft.kind == "list-item" and _outdents(lines, line, draft):
        return True
    if line.indent >= above.indent + 2 and above.ends_sentence and draft.kind == "paragraph":
        return True
    return _ends_paragraph(line, above, spacing.width)


def _breaks_doubled(line: Line, above: Line, above_tight: bool, tight: bool, width: int, closes: bool) -> bool:
    """On a double-spaced page one empty line is a soft line end; a box has none. `closes`: the line ends a block."""
    goes_on = line.starts_lower and not above.ends_clause
    if line.gap > 1:
        return not (goes_on or above.hyphenated)
    if above_tight or tight:
        return not (above_tight and ((tight and line.gap == 0) or (goes_on and (tight or closes))))
    return _ends_paragraph(line, above, width)


def _outdents(lines: Sequence[Line], line: Line, draft: Draft) -> bool:
    """The line stands further left than the item's hanging lines, and the item is complete."""
    if len(draft.places) < 2:
        return False
    hanging = lines[draft.places[1]].indent
    return hanging > lines[draft.places[0]].indent >= line.indent and lines[draft.places[-1]].ends_clause


def _ends_paragraph(line: Line, above: Line, width: int) -> bool:
    """The line above ends a sentence before its line was full, and this one begins a new one."""
    if not above.ends_sentence or not _OPENING.match(line.text):
        return False
    limit = _NEARLY_FULL if _SPEAKERS.match(line.text) else _SHORT
    return len(above.text) < limit * width


def _lettered_openings(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that begin with "a)" while one of the next begins with "b)" at the same indent."""
    found = set()
    for place, line in enumerate(lines):
        if _FIRST_LETTER.match(line.text):
            near = lines[place + 1 : place + 1 + _NEAR]
            if any(after.indent == line.indent and _SECOND_LETTER.match(after.text) for after in near):
                found.add(line.number)
    return frozenset(found)


def _list_number(line: Line, above: Line | None, drafts: Sequence[Draft], last: int, openings: frozenset[int]) -> int:
    """0 when `line` begins no list item, its number when it is numbered, else -1.

    A dash or a figure counts only where the line above is complete, and a figure only when it goes on from the
    last one: a wrapped line may well begin with a year or with a dash of its sentence.
    """
    if _BULLET.match(line.text):
        return -1
    if drafts and drafts[-1].is_told and drafts[-1].kind == "heading":
        above = None
    in_list = bool(drafts) and drafts[-1].kind == "list-item"
    chained = in_list and above is not None and above.text.endswith((",", " en", " of"))
    leads_in = above is not None and _FIRST_LETTER.match(line.text) is not None and line.number in openings
    complete = above is None or above.ends_clause or line.gap > 0 or chained or leads_in
    doubtful = above is not None and line.gap > 0 and not above.ends_clause and above.text[-1].islower() and not in_list
    if not complete or doubtful:
        return 0
    if _DASH.match(line.text) or _LETTERED.match(line.text):
        return -1
    match = _ENUMERATED.match(line.text)
    if match and int(match[1]) in (1, last + 1):
        return int(match[1])
    return 0
