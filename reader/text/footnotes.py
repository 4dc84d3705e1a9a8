"""Footnotes: the markers in the running text and the notes at the foot of a page, matched by number; never guessed."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.text.lines import Layout, Line
from reader.text.structure import Footnote
from reader.text.told import Told

_MARKER = re.compile(
    r"(?:(?<=[a-zà-ÿ)”’»])|(?<=[a-zà-ÿ)”’»][.,;?!])|(?<=(?<!\d)(?:19|20)\d\d\.)|(?<=[A-Z]{3}))(\d{1,3})(?=[\s.,;:)?!]|$)(?![.,]\d)"
    r"|(?<=[a-zà-ÿ0-9)”’»][.?!] )(\d{1,2})(?=[ \t]*$)"
    r"|(?:(?<=[^\s\[])|(?<=[^\s\[] ))\[(\d{1,3})\]"
    r"|(?<=[^\s\d⁰¹²³⁴-⁹])([⁰¹²³⁴-⁹]{1,3})",
    re.MULTILINE,
)
_COUNTED = re.compile(
    r"(?:\b(?:nrs?|p|pp|pag|blz|art|artt|artikel|item|pijler|pagina|lid|vraag|par|hoofdstuk|bijlage|punt|m|km|cm)\.?)$",
    re.IGNORECASE,
)
_NOTE_START = re.compile(r"^(?:\[(\d{1,3})\]|([⁰¹²³⁴-⁹]{1,3})|(\d{1,3})\)?)(?=\s+\S|$|(?<=\])\S|(?<=[⁰¹²³⁴-⁹])\S)")
_FIGURES = re.compile(r"[⁰¹²³⁴-⁹]{1,3}|\d{1,3}")
_TOLD_NUMBER = re.compile(r"\[?([⁰¹²³⁴-⁹]{1,3}|\d{1,3})(?!\d)")
_STARRED = re.compile(r"^\*{1,3} +\S")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BEHIND, _AHEAD = 6, 3  # how far a marker may stray from the expected number: columns are not always in order


@dataclass(frozen=True, slots=True)
class Marker:
    """A figure that may be a footnote marker: where it starts in the source, as written, and its number."""

    start: int
    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Note:
    """A note's text: its number and its lines, from `first` to before `last` in the list of lines."""

    number: int
    first: int
    last: int
    starred: bool = False


def find_markers(body: str) -> list[Marker]:
    """All figures in `body` that stand where a footnote marker can stand."""
    found = []
    for match in _MARKER.finditer(body):
        group = match.lastindex or 1
        start, text = match.start(group), match.group(group)
        if not _COUNTED.search(body, max(0, start - 12), start):
            number = int(text.translate(_SUPERSCRIPT))
            if number > 0:
                found.append(Marker(start, text, number))
    return found


def markers_at(body: str, starts: Sequence[int]) -> list[Marker]:
    """The markers whose figures start at the source offsets `starts`, but for those that belong to a word ("km2")."""
    found = []
    for start in starts:
        figures = _FIGURES.match(body, start)
        if figures and not _COUNTED.search(body, max(0, start - 12), start):
            found.append(Marker(start, figures.group(), int(figures.group().translate(_SUPERSCRIPT))))
    return [marker for marker in found if marker.number > 0]


def told_notes(lines: Sequence[Line], told: Told) -> list[Note]:
    """The notes that the file itself shows as such; lines before the first that bears a number belong to none."""
    notes: list[Note] = []
    for place, line in enumerate(lines):
        known = told.lines.get(line.number)
        if known is None or known.kind != "footnote":
            continue
        starts = _TOLD_NUMBER.match(line.text)
        if known.begins or not notes or notes[-1].last != place:
            number = int(starts[1].translate(_SUPERSCRIPT)) if starts else 0
            notes.append(Note(number, place, place + 1, starred=number == 0))
        else:
            notes[-1] = replace(notes[-1], last=place + 1)
    return notes


def find_notes(lines: Sequence[Line], furniture: set[int], markers: Sequence[Marker], layout: Layout) -> list[Note]:
    """The notes at the foot of each page whose number has a marker on that page or the one before.

    A text without pages is looked at as one page, so that notes at its end are found.
    """
    notes: list[Note] = []
    places = [place for place in range(len(lines)) if place not in furniture]
    page_first = 0
    numbers: dict[int, list[int]] = {}
    for marker in markers:
        numbers.setdefault(marker.number, []).append(marker.start)
    for index in range(1, len(places) + 1):
        if index == len(places) or lines[places[index]].page != lines[places[page_first]].page:
            reach = _reach(lines, places[page_first])
            notes.extend(_notes_of_page(lines, places[page_first:index], numbers, reach, layout.wrapped))
            page_first = index
    return notes


def _reach(lines: Sequence[Line], first: int) -> int:
    """Where the page before the one of line `first` starts: a note may have slipped to the next page."""
    page = lines[first].page
    place = bisect_left(lines, page - 1, key=lambda line: line.page)
    return lines[place].start


def _notes_of_page(
    lines: Sequence[Line], places: Sequence[int], numbers: dict[int, list[int]], reach: int, wrapped: bool
) -> list[Note]:
    """Go up from the foot of the page, from one block of lines to the next, as long as they are notes."""
    notes: list[Note] = []
    end = len(places)
    following: int | None = None
    while end > 0:
        first = end - 1
        while first > 0 and (lines[places[first]].gap == 0 if wrapped else _starts_note(lines, places[first - 1])):
            first -= 1
        if first == 0 and len(places) > 1:
            break  # a page that is all notes is not what these rules are made for
        block = _notes_of_block(lines, places[first:end], numbers, reach, following)
        if not block:
            break
        notes[:0] = block
        following = next((note.number for note in block if not note.starred), following)
        end = first
    return notes


def _notes_of_block(
    lines: Sequence[Line], places: Sequence[int], numbers: dict[int, list[int]], reach: int, following: int | None
) -> list[Note]:
    """The notes in a run of lines without an empty line; none when the run does not begin with a note."""
    starts: list[tuple[int, int]] = []  # index in places, number (0: starred)
    for index, place in enumerate(places):
        text = lines[place].text
        if _STARRED.match(text):
            starts.append((index, 0))
            continue
        match = _NOTE_START.match(text)
        if match is None or (match.end() == len(text) and index + 1 == len(places)):
            continue
        number = int((match[1] or match[2] or match[3]).translate(_SUPERSCRIPT))
        if starts and starts[-1][1] and not starts[-1][1] < number <= starts[-1][1] + _AHEAD:
            continue
        offsets = numbers.get(number, [])
        before = bisect_right(offsets, lines[place].start) - 1
        if before >= 0 and offsets[before] >= reach:
            starts.append((index, number))
    if not starts or starts[0][0] != 0:
        return []
    last_number = max(number for _, number in starts)
    if following is not None and last_number and last_number >= following:
        return []
    bounds = [index for index, _ in starts[1:]] + [len(places)]
    return [
        Note(number, places[index], places[bound - 1] + 1, starred=number == 0)
        for (index, number), bound in zip(starts, bounds, strict=True)
    ]


def match_footnotes(
    markers: Sequence[Marker], notes: Sequence[Note], lines: Sequence[Line], hidden: Sequence[tuple[int, int]]
) -> tuple[Footnote, ...]:
    """Each true marker with its note.

    `hidden` are the source stretches of notes and furniture, sorted: no markers there.

    A marker is true when its number is near the one expected, or when a note with that number stands below it.
    """
    texts: dict[int, list[tuple[int, int]]] = {}
    for note in notes:
        if not note.starred:
            texts.setdefault(note.number, []).append((lines[note.first].start, lines[note.last - 1].end))
    seen: set[int] = set()
    highest = 0
    found = []
    hidden_starts = [start for start, _ in hidden]
    for marker in markers:
        place = bisect_right(hidden_starts, marker.start) - 1
        if place >= 0 and marker.start < hidden[place][1]:
            continue
        note_span = next((span for span in texts.get(marker.number, ()) if span[0] > marker.start), None)
        expected = highest + 1
        near = marker.number not in seen and expected - _BEHIND <= marker.number <= expected + _AHEAD
        if marker.number in seen and note_span and marker.number == 1:
            seen, highest, near = set(), 0, True  # the count starts again: an annex
        if not near and (note_span is None or marker.number in seen):
            continue
        seen.add(marker.number)
        highest = max(highest, marker.number)
        if note_span:
            texts[marker.number].remove(note_span)
            texts[marker.number] = [span for span in texts[marker.number] if span[0] > note_span[0]]
        found.append(Footnote(str(marker.number), marker.start, *(note_span or (None, None))))
    if not notes and (1 not in seen or len(seen) < 0.7 * highest):
        return ()  # without a single note, figures that do not even count up are no markers
    return tuple(found)


def _starts_note(lines: Sequence[Line], place: int) -> bool:
    return _NOTE_START.match(lines[place].text) is not None
