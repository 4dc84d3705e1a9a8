"""The questions of a written consultation: the asking sentences of each fractie, cut fine and joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.questions.exchange import Question, Sentence
from reader.questions.flow import Flow
from reader.questions.likeness import content_words
from reader.questions.parties import asking_fractie, fracties_in, joint, members_of
from reader.questions.phrases import asks, explains, follows_up, gives_ground, introduces, sentences_of
from reader.questions.places import Place

_ANAPHORA = re.compile(r"\b(?:hier\w*|daar\w*|dit|dat|deze|die|zulke|dergelijke)\b")
_FEW_WORDS = 2
_LONGEST_LEAD = 3  # sentences


@dataclass(frozen=True, slots=True)
class Cut:
    """An asking sentence with its lead-in and follow-ups; reading offsets, and the core as offset in `text`."""

    start: int
    end: int
    core: int
    text: str
    fractie: str | None
    section: str
    paragraph: int


def cuts_of(places: Sequence[Place]) -> tuple[list[Cut], list[Cut]]:
    """The asking sentences of the question part, cut fine; and the paragraphs that only state something."""
    cuts: list[Cut] = []
    statements: list[Cut] = []
    fractie: str | None = None
    section: str | None = None
    for place in places:
        if place.part != "questions":
            continue
        text = place.paragraph.text
        named = asking_fractie(text)
        headed = joint(place.addressed)
        if headed is not None and (named is None or set(members_of(named)) <= set(place.addressed)):
            named = headed
        if named is None and section != place.section:
            named = next(iter(fracties_in(text)), None)
        fractie = named or fractie
        section = place.section
        found = _cut(place, fractie)
        cuts += found
        if not found and len(text) > 60:
            statements.append(
                Cut(place.paragraph.start, place.paragraph.end, 0, text, fractie, place.section, place.number)
            )
    return cuts, statements


def _cut(place: Place, fractie: str | None) -> list[Cut]:
    text = place.paragraph.text
    sentences = sentences_of(text)
    asking = [asks(text[one.start : one.end]) for one in sentences]
    groups: list[tuple[int, int, int]] = []  # first and last sentence, and the first that asks
    lead: int | None = None
    for index, one in enumerate(sentences):
        words = text[one.start : one.end]
        if asking[index]:
            if groups and lead is None and (follows_up(words) or _leans_back(words)):
                groups[-1] = (groups[-1][0], index, groups[-1][2])
            else:
                groups.append((index if lead is None else _lead(text, sentences, lead, index), index, index))
            lead = None
        elif groups and lead is None and (gives_ground(words) or (not any(asking[index:]) and explains(words))):
            groups[-1] = (groups[-1][0], index, groups[-1][2])
        elif lead is None:
            lead = index
    found = []
    for first, last, core in groups:
        start, end = sentences[first].start, sentences[last].end
        found.append(
            Cut(
                place.paragraph.start + start,
                place.paragraph.start + end,
                sentences[core].start - start,
                text[start:end],
                fractie,
                place.section,
                place.number,
            )
        )
    return found


def _leans_back(sentence: str) -> bool:
    """Whether a question says too little of its own to stand alone: "Is zij bereid hier aandacht voor te vragen?"."""
    return _ANAPHORA.search(sentence) is not None and len(content_words(sentence)) <= _FEW_WORDS


def _lead(text: str, sentences: Sequence[Sentence], first: int, asking: int) -> int:
    """The first sentence of what leads to a question: polite openings and far-off remarks are no part of it."""
    for index in range(first, asking):
        if introduces(text[sentences[index].start : sentences[index].end]):
            first = index + 1
    return max(first, asking - _LONGEST_LEAD)


def joined(first: Cut, second: Cut, text: str) -> Cut:
    """Two neighbouring cuts of a paragraph as one; `text` is the reading text of the paper."""
    return replace(first, end=second.end, text=text[first.start : second.end])


def question_of(cut: Cut, flow: Flow, number: int, label: str) -> Question:
    """A cut as a question with source offsets."""
    start, end = flow.span(cut.start, cut.end)
    core_start = flow.span(cut.start + cut.core, cut.end)[0]
    return Question(
        f"q{number}", label, (), start, end, core_start, cut.fractie, cut.section, cut.text, cut.core, cut.paragraph
    )
