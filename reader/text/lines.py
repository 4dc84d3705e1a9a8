"""The lines of a source text with what the layout says of each: place, indent, end, empty lines before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

HYPHENS = (
    "-\u00ad\u2010\ufffe"  # hyphen, soft hyphen, typographic hyphen, and what PDF libraries give for a line-end hyphen
)
_NARROWEST = 20  # code points of a full line in a column; shorter lines are a list of words
_SENTENCE_END = re.compile(r"[.?!:;»”)…][’”\"»)]?\s?\*{0,2}\d{0,2}$")
_FULL_STOP = re.compile(r"[.?!][’”\"»)\]]*(?: ?\d{1,2})?$|[.?!]\d{1,2}[)»]$")


@dataclass(slots=True)
class Line:
    """A line that is not empty. `start` and `end` bound its text without the spaces around it."""

    number: int
    start: int
    end: int
    text: str
    indent: int
    trailing: int  # spaces after the text
    gap: int  # empty lines before it
    page: int = 0
    first_on_page: bool = False

    @property
    def hyphenated(self) -> bool:
        return self.text[-1] in HYPHENS and len(self.text) > 1 and (self.text[-2].isalnum() or self.text[-2] in "/’'")

    @property
    def ends_sentence(self) -> bool:
        """It ends in a full stop, question or exclamation mark, perhaps with a quotation mark or a note's figure."""
        return _FULL_STOP.search(self.text) is not None

    @property
    def ends_clause(self) -> bool:
        """It ends a sentence, or in a colon, a semicolon or a bracket."""
        return _SENTENCE_END.search(self.text) is not None

    @property
    def starts_lower(self) -> bool:
        return self.text[0].islower()


def split_lines(body: str) -> list[Line]:
    """The lines of `body` that hold more than spaces, in order."""
    lines: list[Line] = []
    position = gap = 0
    for number, raw in enumerate(body.split("\n")):
        text = raw.strip()
        if text:
            indent = len(raw) - len(raw.lstrip())
            start = position + indent
            trailing = len(raw) - indent - len(text)
            lines.append(Line(number, start, start + len(text), text, indent, trailing, gap))
            gap = 0
        else:
            gap += 1
        position += len(raw) + 1
    return lines


@dataclass(frozen=True, slots=True)
class Layout:
    """How the file as a whole is set. `width` is that of a full line, in code points."""

    wrapped: bool  # its paragraphs run over several lines; else each line is a paragraph
    soft_ends: bool  # a line inside a paragraph ends in one space, so a line without one ends it
    width: int


def layout_of(lines: list[Line]) -> Layout:
    """Judge the layout from how each line goes on in the next."""
    pairs = soft = close_pairs = 0
    continued = close_continued = 0
    for line, following in pairwise(lines):
        runs_on = line.hyphenated or (following.starts_lower and not line.ends_clause)
        pairs += 1
        continued += runs_on
        if following.gap == 0:
            close_pairs += 1
            close_continued += runs_on
        soft += line.trailing == 1 or line.hyphenated
    width = full_width(lines)
    often = continued >= 0.2 * pairs or close_continued >= 0.3 * close_pairs > 0
    wrapped = pairs > 0 and often and width >= _NARROWEST
    return Layout(wrapped, wrapped and soft >= 0.8 * pairs, width)


def full_width(lines: list[Line]) -> int:
    """The length that nine of ten lines do not exceed: the measure of a column with a ragged margin."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0
