"""The paragraphs of a written consultation with what the titles above them say: part, section, fractie."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.questions.flow import Flow, Paragraph, section_key
from reader.questions.titles import Part, Title, title_of

_ROMAN = re.compile(r"^[IVX]{1,4}\b")
_CONTENTS = re.compile(r"^(?:\d{1,3}|[IVX]{1,4}\.?|\d(?:\.\d)?\.?|[Bb]lz\.?|Inhoudsopgave|Inhoud|INHOUDSOPGAVE)$")
_LONGEST_PART, _LONGEST_FRACTIE = 120, 110  # code points of a title that is not set as a heading


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph with what the titles above it say: the part of the paper, the section, the fracties."""

    paragraph: Paragraph
    number: int
    part: Part
    section: str
    addressed: tuple[str, ...]


def places_of(flow: Flow, *, lone: Part | None = None) -> tuple[list[Place], dict[str, str]]:
    """The paragraphs below the titles of the parts, and the titles of the sections by their key.

    With `lone` the whole paper is that part.
    """
    reader = _Reader(lone)
    for number, paragraph in enumerate(flow.paragraphs):
        title = _title(paragraph)
        if title is not None and reader.enter(title, paragraph):
            continue
        if paragraph.is_heading and not _CONTENTS.match(paragraph.text):
            reader.enter_section(paragraph.text)
        elif not _CONTENTS.match(paragraph.text):
            reader.places.append(Place(paragraph, number, reader.part, reader.section, reader.addressed))
    return reader.places, reader.titles


def _title(paragraph: Paragraph) -> Title | None:
    text = paragraph.text
    title = title_of(text)
    if title is None or paragraph.is_heading or title.is_letter:
        return title
    longest = _LONGEST_FRACTIE if title.fracties else _LONGEST_PART
    if len(text) > longest or (title.part is None and len(text) > 60):
        return None
    return title


class _Reader:
    """Where reading stands among the titles."""

    def __init__(self, lone: Part | None) -> None:
        self.places: list[Place] = []
        self.titles: dict[str, str] = {}
        self._lone = lone
        self.part: Part = lone or "other"
        self.section = ""
        self.addressed: tuple[str, ...] = ()
        self._spelling: dict[str, str] = {}  # a title is often written otherwise in the other part
        self._fracties_above = False  # whether the sections stand below the fracties, not above them
        self._by_fractie = False  # whether a title with a fractie brought the present part

    def enter(self, title: Title, paragraph: Paragraph) -> bool:
        """Take in a title; False when here it is none."""
        if title.fracties:
            self._enter_fractie(title)
            return True
        if title.is_letter and title.part == "answers" and not any(place.part == "questions" for place in self.places):
            return False
        shows = paragraph.is_heading or title.is_letter or _ROMAN.match(paragraph.text) is not None
        if not shows and self.part == title.part:
            return False
        self._enter_part(title.part or "other")
        self._by_fractie = False
        return True

    def _enter_part(self, part: Part) -> None:
        if self._lone is None:
            self.part = part
        self.section, self.addressed, self._fracties_above = "", (), False

    def _enter_fractie(self, title: Title) -> None:
        part = title.part
        turns = part is not None and (
            part == "both" or self.part == "other" or (self._by_fractie and part != self.part and self.part != "both")
        )
        if self.part == "questions" and part == "answers":
            turns = True
        if turns and part is not None and self._lone is None and part != self.part:
            self._enter_part(part)
            self._by_fractie = True
        if not self.section:
            self._fracties_above = True
        if self._fracties_above:
            self.section = ""
        self.addressed = title.fracties

    def enter_section(self, text: str) -> None:
        key = section_key(text)
        self.section = self._spelling.setdefault(key.casefold(), key)
        if not self._fracties_above:
            self.addressed = ()
        self.titles.setdefault(self.section, text)
