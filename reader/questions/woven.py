"""Papers that answer each question right below it, without labels: a nota or memorie, and newer consultations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reader.questions.exchange import Answer, Exchange, Question
from reader.questions.flow import Flow
from reader.questions.parties import asking_fractie, joint, members_of
from reader.questions.phrases import asks, introduces, is_preliminary, sentences_of
from reader.questions.places import Place, places_of
from reader.questions.titles import heads_reply

_HEAD_PARAGRAPHS, _LETTER_PARAGRAPHS = 20, 40
# which of the two is question and which answer is told by the type, which plain text has lost
_MARKED_BY_TYPE = re.compile(
    r"\b(?:vragen|antwoorden|beantwoording|reactie|inbreng)\b[^.]{0,120}\b(?:cursief|cursieve|vetgedrukt|vet|schuingedrukt"
    r"|schuin|onderstreept)\b|\b(?:cursief|vetgedrukt|schuingedrukt)\b[^.]{0,120}\b(?:vragen|antwoorden|reactie)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\b(?:(?:[Dd]e|[Dd]eze|[Dd]ie|[Vv]oor(?:ge)?noemde|[Gg]enoemde)(?: aan het woord zijnde| genoemde| voornoemde)?"
    r" (?:fractie)?leden\b|[Hh]et lid [A-Z]|[Dd]e [A-Z]\S*-fractie\b|^Zij\b|\b[Vv]oorts vragen zij\b)"
)
_TO_GOVERNMENT = re.compile(
    r"^(?:\w+ ){0,3}(?:de (?:regering|minister\w*|staatssecretaris\w*|bewinds\w+)|het kabinet|zij|hij|u)\b"
)
_SHORTEST_ANSWER = 30  # code points of an answer in the paragraph of its question
_LEAST = 2

_Voice = Literal["asks", "states", "answers"]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Part of a paragraph, by reading offsets, and who speaks in it."""

    start: int
    end: int
    text: str
    voice: _Voice
    place: Place


@dataclass(frozen=True, slots=True)
class _Pair:
    asked: tuple[_Stretch, ...]
    answered: tuple[_Stretch, ...]
    fractie: str | None


def read_woven(flow: Flow, places: Sequence[Place], titles: dict[str, str]) -> Exchange | None:
    """The questions and answers of a paper whose titles say that it holds both in turn; None for all others.

    `places` and `titles` are what `places_of` gives.
    """
    if any(heads_reply(paragraph.text) for paragraph in flow.paragraphs[:_HEAD_PARAGRAPHS]):
        if {"questions", "answers"} <= {place.part for place in places}:
            return None
        woven, titles = places_of(flow, lone="both")
    elif any(_MARKED_BY_TYPE.search(paragraph.text) for paragraph in flow.paragraphs[:_LETTER_PARAGRAPHS]):
        if {"questions", "answers"} <= {place.part for place in places}:
            return None
        woven = [place for place in places if place.part in ("questions", "both")] or list(places)
    else:
        woven = [place for place in places if place.part == "both"]
    pairs = _pairs(woven)
    answered = sum(bool(pair.answered) for pair in pairs)
    if answered < _LEAST or 2 * answered < len(pairs) or not any(pair.fractie for pair in pairs):
        return None
    return _exchange(pairs, flow, titles)


def _pairs(places: Sequence[Place]) -> list[_Pair]:
    stretches = _stretches(places)
    found: list[_Pair] = []
    asked: list[_Stretch] = []
    state: _Voice = "states"
    fractie: str | None = None
    for number, one in enumerate(stretches):
        before = stretches[number - 1] if number else None
        if before is None or (before.place.section, before.place.addressed) != (one.place.section, one.place.addressed):
            if any(stretch.voice == "asks" for stretch in asked):
                found.append(_Pair(_leads(asked), (), fractie))
            asked, state = [], "states"
        if one.voice != "answers":
            if state == "answers":
                asked = []
            named = asking_fractie(one.text) or joint(one.place.addressed)
            if named and asked and named != fractie and not any(stretch.voice == "asks" for stretch in asked):
                asked = []
            fractie = named or fractie
            asked.append(one)
            state = one.voice if state == "answers" or one.voice == "asks" else state
        elif any(stretch.voice == "asks" for stretch in asked) and state != "answers":
            found.append(_Pair(_leads(asked), (one,), fractie))
            asked, state = [], "answers"
        elif state == "answers" and found and found[-1].answered:
            found[-1] = replace(found[-1], answered=(*found[-1].answered, one))
        else:
            asked = []
    if any(stretch.voice == "asks" for stretch in asked) and state != "answers":
        found.append(_Pair(_leads(asked), (), fractie))
    return found


def _leads(asked: Sequence[_Stretch]) -> tuple[_Stretch, ...]:
    """What is asked with its lead-in, without the polite opening."""
    first = next(number for number, one in enumerate(asked) if one.voice == "asks")
    while first and not introduces(asked[first - 1].text):
        first -= 1
    return tuple(asked[first:])


def _stretches(places: Sequence[Place]) -> list[_Stretch]:
    """The paragraphs by their voice; one that asks and then answers is cut in two."""
    whole = [place for place in places if not is_preliminary(place.paragraph.text)]
    voices = [_voice(place.paragraph.text) for place in whole]
    found: list[_Stretch] = []
    for number, (place, voice) in enumerate(zip(whole, voices, strict=True)):
        paragraph = place.paragraph
        following = whole[number + 1] if number + 1 < len(whole) else None
        answered_below = (
            following is not None
            and voices[number + 1] == "answers"
            and (following.section, following.addressed) == (place.section, place.addressed)
        )
        cut = _tail(paragraph.text) if voice == "asks" and not answered_below else 0
        if cut:
            head = paragraph.text[:cut].rstrip()
            found.append(_Stretch(paragraph.start, paragraph.start + len(head), head, "asks", place))
            found.append(_Stretch(paragraph.start + cut, paragraph.end, paragraph.text[cut:], "answers", place))
        else:
            found.append(_Stretch(paragraph.start, paragraph.end, paragraph.text, voice, place))
    return found


def _voice(text: str) -> _Voice:
    sentences = [text[one.start : one.end] for one in sentences_of(text)]
    asking = [sentence for sentence in sentences if asks(sentence)]
    speaks = _MEMBERS.search(sentences[0] if sentences else text) is not None or asking_fractie(text) is not None
    if asking and (speaks or 2 * len(asking) >= len(sentences) or _TO_GOVERNMENT.match(asking[0])):
        return "asks"
    return "states" if speaks else "answers"


def _tail(text: str) -> int:
    """Where, behind the last asking sentence of a paragraph, its answer begins; 0 for nowhere."""
    sentences = sentences_of(text)
    last = max(number for number, one in enumerate(sentences) if asks(text[one.start : one.end]))
    if last + 1 == len(sentences) or _MEMBERS.search(text[sentences[last + 1].start :]):
        return 0
    start = sentences[last + 1].start
    return start if len(text) - start >= _SHORTEST_ANSWER else 0


def _exchange(pairs: Sequence[_Pair], flow: Flow, titles: dict[str, str]) -> Exchange:
    questions: list[Question] = []
    answers: list[Answer] = []
    counts: dict[tuple[str, str | None], int] = {}
    for pair in pairs:
        section = pair.asked[0].place.section
        counts[section, pair.fractie] = counts.get((section, pair.fractie), 0) + 1
        rank = f"({counts[section, pair.fractie]})"
        label = " ".join(part for part in (section, pair.fractie or "", rank) if part)
        text = "\n".join(one.text for one in pair.asked)
        core = next((one.start for one in sentences_of(text) if asks(text[one.start : one.end])), 0)
        start, end = flow.span(pair.asked[0].start, pair.asked[-1].end)
        core_start = _source(flow, pair.asked, core)
        number = len(questions) + 1
        questions.append(
            Question(
                f"q{number}", label, (), start, end, core_start, pair.fractie, section, text, core,
                pair.asked[0].place.number,
            )
        )  # fmt: skip
        if pair.answered:
            text = "\n".join(one.text for one in pair.answered)
            start, end = flow.span(pair.answered[0].start, pair.answered[-1].end)
            fracties = members_of(pair.fractie)
            answers.append(
                Answer(f"a{len(answers) + 1}", label, (), start, end, fracties, section, text, sentences_of(text))
            )
    return Exchange("numbered", None, tuple(questions), tuple(answers), (), titles)


def _source(flow: Flow, stretches: Sequence[_Stretch], offset: int) -> int:
    """The source offset of an offset in the joined text of stretches."""
    for one in stretches:
        if offset < len(one.text):
            return flow.span(one.start + offset, one.end)[0]
        offset -= len(one.text) + 1
    return flow.span(stretches[-1].start, stretches[-1].end)[0]
