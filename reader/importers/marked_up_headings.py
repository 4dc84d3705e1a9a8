"""Headings of files without a style for them, as most letters are: the short paragraphs that are all bold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.importers.marked_up import Part, plain_text
from reader.text.headings import looks_plain, numbered_heading

_LONGEST = 120  # code points
_MOST_BOLD = 0.35  # share of the paragraphs: where more are bold, bold is no sign of a heading


@dataclass(frozen=True, slots=True)
class Candidate:
    """A part, and whether all its letters are bold."""

    part: Part
    bold: bool = False


def beside_text(candidate: Candidate) -> Candidate:
    """The same in a box of its own on the page, as the letterhead of a ministry: its short lines are no headings."""
    if candidate.part.kind != "text":
        return candidate
    return replace(candidate, part=replace(candidate.part, kind="paragraph"))


def with_bold_headings(candidates: Sequence[Candidate]) -> list[Part]:
    """The parts; if none is told to be a heading, the short bold ones are headings of a level that is not known."""
    texts = [one for one in candidates if one.part.kind == "text"]
    told = any(one.part.kind == "heading" for one in candidates)
    if told or not texts or sum(one.bold for one in texts) > _MOST_BOLD * len(texts):
        return [one.part for one in candidates]
    return [replace(one.part, kind="heading") if _is_heading(one) else one.part for one in candidates]


def _is_heading(candidate: Candidate) -> bool:
    if not candidate.bold or candidate.part.kind != "text":
        return False
    words = plain_text(candidate.part.content)
    if len(words) > _LONGEST or words.endswith("?"):
        return False
    return looks_plain(words, _LONGEST) or numbered_heading(words) is not None
