"""A written consultation: all questions first, by section and fractie, then all answers in the same order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.questions.exchange import Answer, Question, Sentence
from reader.questions.flow import Flow, Paragraph, section_key
from reader.questions.likeness import content_words
from reader.questions.parties import (
    asking_fractie,
    canonical,
    fracties_in,
    is_fractie_title,
    lone_member,
    title_fracties,
)
from reader.questions.phrases import (
    announces_several,
    asks,
    explains,
    follows_up,
    gives_ground,
    introduces,
    names_question,
    opens_answer,
    sentences_of,
    to_several_fracties,
)

Part = Literal["questions", "answers", "other"]

_ANAPHORA = re.compile(r"\b(?:hier\w*|daar\w*|dit|dat|deze|die|zulke|dergelijke)\b")
_FEW_WORDS = 2
_LONGEST_LEAD = 3  # sentences
_ORDINAL = r"(?:(?:[IVX]{1,5}|[A-D]|\d{1,2}|Deel [IVX\d]+)[.):]? +)?"
_GOVERNMENT = (
    r"(?:de |het )?(?:\w+ )?"
    r"(?:[Mm]inister\w*|[Ss]taatssecretaris\w*|[Kk]abinet|[Rr]egering|[Bb]ewinds\w+|[Ii]nitiatiefnemers?)"
)
_QUESTION_PART = re.compile(
    rf"^{_ORDINAL}(?:(?:Vragen|Inbreng|Opmerkingen|Bijdragen|Inleiding en vragen)(?: en (?:vragen|opmerkingen))?"
    r"(?: (?:van|vanuit|door|uit) (?:de )?(?:leden van de )?(?:verschillende )?(?:fracties"
    r"|commissies?|leden)\b.{0,80})?)$",
    re.IGNORECASE,
)
_ANSWER_PART = re.compile(
    rf"^{_ORDINAL}(?:Antwoord(?:en)?|Reacties?|Beantwoording)(?: ?/ ?(?:antwoord(?:en)?|reactie|Antwoord|Reactie))?"
    r"(?: (?:op de vragen|van de vragen)(?: en opmerkingen)?)?"
    rf"(?:(?: (?:van|door|namens))+ {_GOVERNMENT}\b.{{0,160}})?$",
    re.IGNORECASE,
)
_OTHER_PART = re.compile(
    rf"^{_ORDINAL}(?:Volledige agenda|Bijlagen?\b.{{0,80}}|Bijlage \d+.{{0,80}})$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"^(?:Antwoord(?:en)? )?[Oo]p de vragen van\b|^Vragen en opmerkingen van de leden van\b|^Inbreng\b"
)
_OVERVIEW = re.compile(
    r"\b(?:worden|wordt|zijn) (?:hieronder |hierna )?(?:per \w+|in samenhang|gezamenlijk"
    r"|in de volgorde)\b.{0,60}\b(?:gegeven|beantwoord)\b"
)

_THANKS = re.compile(
    r"^(?:Ik|Wij|Het kabinet|De regering|De (?:minister|staatssecretaris))"
    r" (?:dank\w*|bedank\w*|heeft|heb|hebben|ga|neem)\b.{0,120}\b(?:inbreng|vragen|opmerkingen|kennis ?genomen)\b"
    r"|^(?:Hieronder|Hierbij|Hierna|In deze brief|Met deze brief)\b"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph with what its headings say: the part of the paper, the section, the fractie of a heading above it."""

    paragraph: Paragraph
    number: int
    part: Part
    section: str
    addressed: tuple[str, ...]


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


def part_of_title(text: str) -> Part | None:
    """Which part of a consultation a line heads; None where it heads none."""
    if len(text) > 200:
        return None
    bare = text.rstrip(" .:")
    if _ANSWER_PART.match(bare) and not is_fractie_title(bare):
        return "answers"
    if _QUESTION_PART.match(bare):
        return "questions"
    return "other" if _OTHER_PART.match(bare) else None


def places_of(flow: Flow, *, lone: Part | None = None) -> tuple[list[Place], dict[str, str]]:
    """The paragraphs below the headings of the two parts, and the titles of the sections by their key.

    With `lone` the whole paper is that part.
    """
    part: Part = lone or "other"
    section, addressed = "", ()  # type: tuple[str, tuple[str, ...]]
    places: list[Place] = []
    titles: dict[str, str] = {}
    spelling: dict[str, str] = {}  # a title is often written otherwise in the other part
    for number, paragraph in enumerate(flow.paragraphs):
        text = paragraph.text
        headed = part_of_title(text) if paragraph.is_heading or len(text) <= 120 else None
        if headed and (paragraph.is_heading or re.match(r"^[IVX]{1,4}\b", text) or part != headed):
            if lone is None:
                part = headed
            section, addressed = "", ()
            continue
        if _heads_fractie(paragraph):
            addressed = title_fracties(text)
            continue
        if paragraph.is_heading:
            key = section_key(text)
            section, addressed = spelling.setdefault(key.casefold(), key), ()
            titles.setdefault(section, text)
            continue
        places.append(Place(paragraph, number, part, section, addressed))
    return places, titles


def _heads_fractie(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (paragraph.is_heading or len(text) < 100) and (
        is_fractie_title(text) or (len(text) < 110 and _ADDRESSED.match(text) is not None and bool(fracties_in(text)))
    )


# questions


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
        if place.addressed and (named is None or section != place.section):
            named = named or place.addressed[0]
        if named is None and section != place.section:
            named = next(iter(fracties_in(text)), None)
        fractie = named or (place.addressed[0] if place.addressed else fractie)
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


# answers


def answers_of(places: Sequence[Place], flow: Flow, asked: dict[str, list[str]]) -> list[Answer]:
    """The answers of the answer part. `asked` are the fracties that ask in each section."""
    found: list[Answer] = []
    group: list[Place] = []
    fracties: tuple[str, ...] = ()
    several = False
    current: tuple[tuple[str, ...], bool] = ((), False)
    section: str | None = None
    addressed: tuple[str, ...] = ()
    cell_has_formula = _formula_cells(places)

    def close() -> None:
        if group:
            found.append(_answer(group, flow, len(found) + 1, current[0], current[1]))
            group.clear()

    for place in places:
        if place.part != "answers":
            continue
        text = place.paragraph.text
        if section != place.section or addressed != place.addressed:
            close()
            fracties, several = place.addressed, False
            section, addressed = place.section, place.addressed
        sentences = sentences_of(text)
        opening = text[sentences[0].start : sentences[0].end] if sentences else text
        if not group and _is_overview(text):
            continue
        opens = opens_answer(text)
        if group and not opens and (section, addressed) in cell_has_formula:
            group.append(place)
            continue
        if group and opens and not names_question(opening) and announces_several(_opening(group[0].paragraph.text)):
            group.append(place)
            continue
        close()
        named = _named(text, sentences, opening)
        if named:
            fracties, several = named, len(named) > 1
        elif to_several_fracties(opening):
            fracties, several = tuple(asked.get(place.section, ())), True
        current = (fracties, several)
        group.append(place)
    close()
    return found


def _formula_cells(places: Sequence[Place]) -> set[tuple[str, tuple[str, ...]]]:
    """The cells of the answer part where a paragraph names its question: others go on with the one before."""
    return {
        (place.section, place.addressed)
        for place in places
        if place.part == "answers" and opens_answer(place.paragraph.text)
    }


def _opening(text: str) -> str:
    first = sentences_of(text)[:1]
    return text[first[0].start : first[0].end] if first else text


def _is_overview(text: str) -> bool:
    """A sentence that says how the answers are arranged is no answer."""
    return len(text) < 400 and (_OVERVIEW.search(text) is not None or _THANKS.match(text) is not None)


def _named(text: str, sentences: Sequence[Sentence], opening: str) -> tuple[str, ...]:
    """The fracties to which an answer is addressed: those of its opening, and of an "Ook de leden van ..." after it."""
    lone = lone_member(opening)
    named = [lone] if lone else list(fracties_in(opening))
    if not named:
        return ()
    for part in sentences[1:3]:
        words = text[part.start : part.end]
        if re.match(r"(?:Ook|Daarnaast|Tevens|Evenzo) (?:vragen |vroegen |informeren |hebben )?de leden van\b", words):
            named += [name for name in fracties_in(words) if name not in named]
    return tuple(canonical(name) for name in named)


def _answer(group: Sequence[Place], flow: Flow, number: int, fracties: tuple[str, ...], several: bool) -> Answer:
    text = "\n".join(place.paragraph.text for place in group)
    start, end = flow.span(group[0].paragraph.start, group[-1].paragraph.end)
    section = group[0].section
    label = " ".join(part for part in (section, ", ".join(fracties)) if part)
    return Answer(f"a{number}", label, (), start, end, fracties, section, text, sentences_of(text), several)
