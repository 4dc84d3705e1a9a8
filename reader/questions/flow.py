"""The running text of a paper as paragraphs, and stretches of it as source spans; notes and furniture are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.text.reading import ReadingText, reading_text
from reader.text.structure import Structure

_LEFT_OUT = frozenset({"footnote", "pull-quote", "page-furniture", "signature"})
_IMPRINT = re.compile(
    r"^(?:ah|kst|kv|h)-[\w-]+(?: ISSN.*)?$|^ISSN \d"
    r"|^’s-Gravenhage \d{4}$|^(?:Tweede|Eerste) Kamer, vergaderjaar \d{4}(?:(?!Vra|Antw).){0,60}$"
)
# other signs for a space or a hyphen, which wording is looked for without; one sign for one
_PLAIN = {0xA0: " ", 0x202F: " ", 0x2007: " ", 0x2009: " ", 0x2011: "-", 0x2010: "-", 0x09: " "}
_UNUSUAL = re.compile("[\u00a0\u202f\u2007\u2009\u2011\u2010\t]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST_FIGURE = 3
_FIGURE = re.compile(r"^\d{1,2}$")
_NUMBER = re.compile(r"^((?:\d{1,2}\.)*\d{1,2}|[IVX]{1,5}|[A-Z])[.)]? +\S")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A shown paragraph; `start` is its reading offset, `section` the titles of the headings above it."""

    text: str
    start: int
    is_heading: bool
    level: int
    section: tuple[str, ...]

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Flow:
    """The paragraphs of a paper in reading order."""

    paragraphs: tuple[Paragraph, ...]
    reading: ReadingText

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source stretch of reading range `start`:`end`."""
        found = self.reading.source_span(start, end)
        return found.start, found.end


def flow_of(structure: Structure, body: str) -> Flow:
    """The running text of a recognised paper."""
    reading = reading_text(structure, body)
    plain = _with_raised_figures(reading)
    plain = plain.translate(_PLAIN) if _UNUSUAL.search(plain) else plain
    paragraphs: list[Paragraph] = []
    for number in range(reading.paragraph_count):
        kind = reading.kind(number)
        if kind in _LEFT_OUT:
            continue
        raw = plain[reading.paragraph_start(number) : reading.paragraph_end(number)]
        text = raw.strip()
        if not text or _IMPRINT.match(text):
            continue
        start = reading.paragraph_start(number) + len(raw) - len(raw.lstrip())
        heading = kind == "heading"
        paragraphs.append(Paragraph(text, start, heading, reading.level(number), reading.section(number)))
    return Flow(tuple(paragraphs), reading)


def _with_raised_figures(reading: ReadingText) -> str:
    """The shown text, in which the figure of a footnote is raised: it is no part of the word or number it sticks to."""
    pieces: list[str] = []
    last = 0
    for start, end, _note in reading.footnote_markers():
        if last < start and end - start <= _LONGEST_FIGURE and not reading.text[start - 1 : start].isspace():
            pieces += [reading.text[last:start], reading.text[start:end].translate(_RAISED)]
            last = end
    return "".join([*pieces, reading.text[last:]])


def without_notes(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs of a unit without the page notes behind it: a bare figure and the note's text."""
    kept = list(paragraphs)
    for place in range(max(1, len(kept) - 3), len(kept)):
        if _FIGURE.match(kept[place].text) and all(_is_note(after.text) for after in kept[place + 1 :]):
            return kept[:place]
    return kept


def _is_note(text: str) -> bool:
    return _FIGURE.match(text) is not None or "http" in text or len(text) < 200


def section_key(title: str) -> str:
    """The number of a section's title ("1.3"), else the title without case and punctuation at its ends."""
    number = _NUMBER.match(title)
    return number[1] if number else title.strip(" .:;").strip()
