"""Recognise the structure of a source text: pages, blocks, footnotes, references and what the paper says of itself."""

from __future__ import annotations

from collections.abc import Callable

from reader.text.blocks import make_blocks
from reader.text.classify import classify
from reader.text.facts import facts_of
from reader.text.footnotes import find_markers, find_notes, match_footnotes
from reader.text.grouping import group_lines
from reader.text.lines import layout_of, split_lines
from reader.text.pages import find_pages, make_pages
from reader.text.reading import reading_text
from reader.text.references import find_references
from reader.text.structure import Structure


def recognise(body: str, *, progress: Callable[[float], None] | None = None) -> Structure:
    """What is in `body`; `progress` is called with a share of 0 to 1. Any text gives a result."""

    def report(share: float) -> None:
        if progress is not None:
            progress(share)

    lines = split_lines(body)
    if not lines:
        return Structure()
    layout = layout_of(lines)
    signs = find_pages(body, lines, layout)
    report(0.2)
    markers = find_markers(body)
    notes = find_notes(lines, signs.furniture, markers, layout)
    noted = {place for note in notes for place in range(note.first, note.last)}
    flow = [place for place in range(len(lines)) if place not in signs.furniture and place not in noted]
    hidden = sorted((lines[place].start, lines[place].end) for place in noted | signs.furniture)
    footnotes = match_footnotes(markers, notes, lines, hidden)
    report(0.4)
    drafts = classify(body, lines, group_lines(lines, flow, layout), layout)
    report(0.6)
    columns = make_blocks(body, lines, drafts, notes, signs.furniture)
    pages = make_pages(body, signs)
    report(0.8)
    shown = reading_text(Structure(pages, columns), body)
    structure = Structure(pages, columns, footnotes, find_references(shown), facts_of(lines, signs.furniture))
    report(1.0)
    return structure
