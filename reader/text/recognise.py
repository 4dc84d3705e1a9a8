"""Recognise the structure of a source text: pages, blocks, footnotes, references and what the paper says of itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from reader.text.blocks import make_blocks
from reader.text.classify import classify
from reader.text.facts import facts_of
from reader.text.footnotes import find_markers, find_notes, markers_at, match_footnotes, told_notes
from reader.text.grouping import group_lines
from reader.text.lines import Layout, full_width, layout_of, split_lines
from reader.text.pages import find_pages, make_pages
from reader.text.reading import reading_text
from reader.text.references import find_references, joined_references
from reader.text.structure import Structure
from reader.text.told import Told

_OPENING = 40  # blocks in which the facts are looked for


def recognise(body: str, *, progress: Callable[[float], None] | None = None, told: Told | None = None) -> Structure:
    """What is in `body`; `progress` is called with a share of 0 to 1. Any text gives a result.

    What the file itself says of its lines and pages comes in `told`; it wins over what is recognised.
    """

    def report(share: float) -> None:
        if progress is not None:
            progress(share)

    lines = split_lines(body)
    if not lines:
        return Structure()
    told = told or Told()
    layout = Layout(False, False, full_width(lines)) if told.is_marked_up else layout_of(lines)
    signs = find_pages(body, lines, layout, told)
    report(0.2)
    markers = find_markers(body) if told.markers is None else markers_at(body, told.markers)
    joined = {note.marker for note in told.footnotes}
    markers = [marker for marker in markers if marker.start not in joined]
    notes = told_notes(lines, told)
    if not notes or told.is_marked_up:
        known = {place for note in notes for place in range(note.first, note.last)}
        notes = sorted(
            [*notes, *find_notes(lines, signs.furniture | known, markers, layout)], key=lambda note: note.first
        )
    noted = {place for note in notes for place in range(note.first, note.last)}
    flow = [place for place in range(len(lines)) if place not in signs.furniture and place not in noted]
    hidden = sorted((lines[place].start, lines[place].end) for place in noted | signs.furniture)
    starts = (note.start for note in told.footnotes if note.start is not None)
    taken = {bisect_right(lines, start, key=lambda line: line.start) - 1 for start in starts}  # they have their marker
    footnotes = match_footnotes(markers, [note for note in notes if note.first not in taken], lines, hidden)
    if told.footnotes:
        found = (note for note in footnotes if note.start is not None)
        footnotes = tuple(sorted((*told.footnotes, *found), key=lambda note: note.marker))
    report(0.4)
    drafts = group_lines(lines, flow, layout, told)
    drafts = classify(body, lines, drafts, layout, plain_headings=not told.has_headings)
    report(0.6)
    columns = make_blocks(body, lines, drafts, notes, signs.furniture)
    pages = make_pages(body, signs)
    report(0.8)
    shown = reading_text(Structure(pages, columns), body)
    opening = [block.reading_text(body) for block in columns[:_OPENING]] if told.lines else []
    facts = facts_of(lines, signs.furniture, opening)
    references = joined_references(told.references, find_references(shown))
    structure = Structure(pages, columns, footnotes, references, facts)
    report(1.0)
    return structure
