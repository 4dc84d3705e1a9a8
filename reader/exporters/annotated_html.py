"""A whole paper as one HTML file: its text as it is read, the marks in it, and beside it what was noted and linked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from reader.domain.citation import Run, reference
from reader.domain.dates import date_words
from reader.domain.errors import ActRefused
from reader.domain.excerpt import Label
from reader.domain.model import Document
from reader.exporters.annotated_html_template import STYLE, TEMPLATE
from reader.exporters.annotated_html_text import Heading, body_html, headings_of
from reader.exporters.annotated_marks import Mark, MarkNote, marks_of, notes_of
from reader.exporters.colours import HUES
from reader.exporters.composition import ExportOptions
from reader.exporters.formats import Export, Step
from reader.exporters.html import foreign_language, label_style, without_controls
from reader.exporters.verification import check_papers, passages_in, verdict
from reader.exporters.words import counted, figure, word
from reader.text.reading import ReadingText, reading_text
from reader.text.structure import Structure

if TYPE_CHECKING:
    from jinja2 import Template

LOSSES: Final[tuple[tuple[str, str], ...]] = (
    (
        "Kop- en voetregels van de pagina's staan er niet in, zoals in de leesweergave.",
        "The heads and feet of the pages are not in it, as in the reading view.",
    ),
    (
        "Bij meer dan vier markeringen over elkaar zegt alleen het nummer welke label het is.",
        "Where more than four highlights overlap only their number tells the label.",
    ),
)

_MOST_HEADINGS = 80  # in the table of contents; of a longer one only the higher levels


def render_export(export: Export, step: Step) -> bytes:
    """The paper of an export as an HTML page in UTF-8.

    Raises ActRefused when the export is not of one paper, and what `step` raises.
    """
    from markupsafe import Markup

    if len(export.documents) != 1:
        raise ActRefused(reason="Choose one paper: each goes to a file of its own.")
    document, options = export.documents[0], export.options
    language = options.language
    stored = export.source.structure(document.text_uid)
    reading = reading_text(
        Structure.from_bytes(stored) if stored else Structure(), export.source.body(document.text_uid)
    )
    step(0.05)
    marks, lost = marks_of(export, document, reading)
    notes = notes_of([*marks, *lost], options)
    papers = check_papers(passages_in(export.excerpts, links=options.links), options.style, language)
    parts = _template().generate(
        document=document,
        options=options,
        facts=_facts(document, marks, options),
        legend=_legend([*marks, *lost], options),
        contents=_contents(reading),
        foreign=foreign_language(document.language, language),
        paragraphs=_paragraphs(reading, marks, notes, options, step),
        endnotes=notes[: len(marks)],
        lost=notes[len(marks) :],
        papers=papers,
        verdict=verdict(papers, language),
        style_sheet=Markup(f"{STYLE}{_tints()}{label_style()}"),
        word=lambda key: word(key, language),
    )
    page = without_controls("".join(parts))
    step(1.0)
    return page.encode("utf-8", "replace")


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
    return environment.from_string(TEMPLATE)


@cache
def _tints() -> str:
    """The style sheet of what is marked: one class per hue (t1-t9), also for the lines at both ends."""
    light = [
        f".t{hue} {{ background-color: {tint}; border-color: {line}; }}" for hue, ((tint, line), _) in HUES.items()
    ]
    dark = [f".t{hue} {{ background-color: {tint}; border-color: {line}; }}" for hue, (_, (tint, line)) in HUES.items()]
    return "\n".join([*light, "@media screen and (prefers-color-scheme: dark) {", *dark, "}", ""])


def _paragraphs(
    reading: ReadingText, marks: Sequence[Mark], notes: Sequence[MarkNote], options: ExportOptions, step: Step
) -> Iterator[tuple[object, list[MarkNote]]]:
    """The paragraphs, each with the notes on the marks that begin in it."""
    from markupsafe import Markup

    beside: dict[int, list[MarkNote]] = {}
    for mark, note in zip(marks, notes, strict=False):
        beside.setdefault(reading.paragraph_at(mark.ranges[0][0]), []).append(note)
    for html, number in body_html(reading, marks, options.language, step):
        yield Markup(html), beside.get(number, [])


def _contents(reading: ReadingText) -> list[Heading]:
    """The headings, of so many levels as make a list that can be overseen."""
    headings = headings_of(reading)
    for deepest in (6, 3, 2):
        chosen = [heading for heading in headings if heading.level <= deepest]
        if len(chosen) <= _MOST_HEADINGS:
            return chosen
    return [heading for heading in headings if heading.level == 1]


def _facts(document: Document, marks: Sequence[Mark], options: ExportOptions) -> list[tuple[Run, ...]]:
    """The lines under the title: what paper it is, and how much is marked in it."""
    language = options.language
    shown = [mark for mark in marks if mark.passage.highlight.kind == "highlight"]
    told = [counted(len(shown), "marking", language) if shown else word("no-markings", language)]
    for key, count in (
        ("with-note", sum(bool(mark.passage.note.strip()) for mark in shown) if options.notes else 0),
        ("with-link", sum(bool(mark.links) for mark in shown)),
    ):
        if count:
            told.append(f"{figure(count, language)} {word(key, language)}")
    told.append(date_words(options.moment.date().isoformat(), language))
    return [reference(document, options.style, language), (Run(" · ".join(told)),)]


def _legend(marks: Sequence[Mark], options: ExportOptions) -> list[tuple[Label, str]]:
    """The labels that are given in the paper, in the order of their tree, and how often."""
    counts: dict[Label, int] = {}
    for mark in marks:
        for label in mark.labels:
            counts[label] = counts.get(label, 0) + 1
    return [(label, figure(counts[label], options.language)) for label in sorted(counts, key=lambda one: one.rank)]
