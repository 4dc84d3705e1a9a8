"""Recognise the questions and answers of a paper, whatever its form; other papers give none."""

from __future__ import annotations

from collections.abc import Sequence

from reader.questions.consultation import (
    Cut,
    Part,
    Place,
    answers_of,
    cuts_of,
    joined,
    places_of,
    question_of,
)
from reader.questions.exchange import NOTHING, Answer, Exchange, ExchangeKind, Head, Question
from reader.questions.flow import Flow, flow_of
from reader.questions.groups import blocks_without_answers
from reader.questions.heads import head_of
from reader.questions.labelled import Labelled, asks_something, is_answer_title, read_labels, read_list, read_numbered
from reader.questions.likeness import content_words, stem_of
from reader.questions.matching import LEAST_LIKENESS, align_group, weigh
from reader.questions.phrases import follows_up, opens_answer
from reader.text.structure import Structure

_LEAST_ANSWERS = 2


def recognise_questions(structure: Structure, body: str, *, lone: bool = False) -> Exchange:
    """What is asked and answered in a recognised paper; of kind "none" when it does not show that it is of this sort.

    With `lone` the paper may hold only one side, as when the answers are in another file.
    """
    if not structure.blocks:
        return NOTHING
    flow = flow_of(structure, body)
    head = head_of(flow)
    labelled = read_labels(flow)
    if _is_labelled(labelled, known_head=head is not None, lone=lone):
        return _exchange(
            "kamervragen" if any(one.numbers for one in labelled.questions or labelled.answers) else "list",
            labelled,
            head,
        )
    listed = read_list(flow)
    if _is_list(listed):
        return _exchange("list", listed, head)
    if sum(is_answer_title(paragraph.text) for paragraph in flow.paragraphs) >= _LEAST_ANSWERS:
        numbered = read_numbered(flow)
        if len(numbered.answers) >= _LEAST_ANSWERS and _asks(numbered):
            return _exchange("numbered", numbered, head)
    return _consultation(flow, lone=lone)


def _is_labelled(found: Labelled, *, known_head: bool, lone: bool) -> bool:
    if found.questions and (found.answers or found.has_notice or known_head or lone):
        return True
    return len(found.answers) >= _LEAST_ANSWERS and lone


def _asks(found: Labelled) -> bool:
    """Whether what stands above the answers asks: recommendations with a reaction to each do not."""
    asking = sum(asks_something(question.text) for question in found.questions)
    return asking >= _LEAST_ANSWERS and 2 * asking >= len(found.questions)


def _is_list(found: Labelled) -> bool:
    """Numbers with a question under each; a report with numbered findings has no question marks."""
    asking = [one for one in found.questions if "?" in one.text]
    counted = {number for one in asking for number in one.numbers}
    return (
        len(asking) >= _LEAST_ANSWERS
        and 2 * len(asking) > len(found.questions)
        and len(counted) >= _LEAST_ANSWERS
        and bool(found.answers)
    )


def _exchange(kind: ExchangeKind, found: Labelled, head: Head | None) -> Exchange:
    return Exchange(kind, head, found.questions, found.answers)


def _consultation(flow: Flow, *, lone: bool) -> Exchange:
    places, titles = places_of(flow)
    parts = {place.part for place in places}
    if not {"questions", "answers"} <= parts:
        if not lone:
            return NOTHING
        return _one_side(flow)
    exchange = read_parts(flow, places, places, titles)
    asking = {question.fractie for question in exchange.questions if question.fractie}
    if not exchange.answers or len(exchange.questions) < _LEAST_ANSWERS or not asking:
        return NOTHING
    return exchange


def _one_side(flow: Flow) -> Exchange:
    """A paper with only the questions, or only the answers, of a consultation."""
    part: Part = "questions"
    for part in ("questions", "answers"):
        places, titles = places_of(flow)
        if not any(place.part == part for place in places):
            places, titles = places_of(flow, lone=part)
        exchange = read_parts(flow, places, places, titles)
        fracties = {question.fractie for question in exchange.questions if question.fractie}
        fracties |= {fractie for answer in exchange.answers for fractie in answer.fracties}
        enough = len(exchange.questions if part == "questions" else exchange.answers) >= _LEAST_ANSWERS
        if enough and len(fracties) >= _LEAST_ANSWERS and _fits(exchange, part):
            return exchange
    return NOTHING


def _fits(exchange: Exchange, part: Part) -> bool:
    """Questions are asked by fracties; answers open with the formula that names a question."""
    if part == "questions":
        opening = sum(opens_answer(question.text) for question in exchange.questions)
        marks = sum("?" in question.text for question in exchange.questions)
        return marks * 4 >= len(exchange.questions) or opening * 2 < len(exchange.questions)
    return 2 * sum(opens_answer(answer.text) for answer in exchange.answers) >= len(exchange.answers)


def read_parts(flow: Flow, asking: Sequence[Place], answering: Sequence[Place], titles: dict[str, str]) -> Exchange:
    """Questions and answers of a consultation: cut fine, aligned, and neighbours with the same answer joined again."""
    cuts, statements = cuts_of(asking)
    asked: dict[str, list[str]] = {}
    for cut in cuts:
        if cut.fractie and cut.fractie not in asked.setdefault(cut.section, []):
            asked[cut.section].append(cut.fractie)
    answers = answers_of(answering, flow, asked)
    cuts = sorted([*cuts, *_answered_statements(cuts, statements, answers)], key=lambda cut: cut.start)
    fine = [question_of(cut, flow, number, "") for number, cut in enumerate(cuts, start=1)]
    whole = _joined_cuts(cuts, fine, answers, flow.reading.text)
    counts: dict[tuple[str, str | None], int] = {}
    questions = []
    for number, cut in enumerate(whole, start=1):
        cell = (cut.section, cut.fractie)
        counts[cell] = counts.get(cell, 0) + 1
        label = " ".join(part for part in (cut.section, cut.fractie or "", f"({counts[cell]})") if part)
        questions.append(question_of(cut, flow, number, label))
    return Exchange(
        "consultation", None, tuple(questions), tuple(answers), blocks_without_answers(questions, answers), titles
    )


def _answered_statements(cuts: Sequence[Cut], statements: Sequence[Cut], answers: Sequence[Answer]) -> list[Cut]:
    """A fractie that only states something, but gets an answer by name in that section, has asked after all."""
    asking = {(cut.section, cut.fractie) for cut in cuts}
    addressed = {
        (answer.section, fractie) for answer in answers if not answer.is_collective for fractie in answer.fracties
    }
    return [
        cut
        for cut in statements
        if (cut.section, cut.fractie) in addressed and (cut.section, cut.fractie) not in asking
    ]


def _joined_cuts(cuts: Sequence[Cut], fine: Sequence[Question], answers: Sequence[Answer], text: str) -> list[Cut]:
    weights = weigh(fine, answers)
    aligned: dict[int, int] = {}
    for group in range(len(weights.arrangement.groups)):
        aligned |= align_group(weights, group)
    subjects = [frozenset(stem_of(word) for word in content_words(cut.text)) for cut in cuts]

    def alike(number: int, answer: int) -> bool:
        found = weights.likeness.get((number, answer))
        return found is not None and found.score >= 2 * LEAST_LIKENESS

    whole: list[Cut] = []
    last: int | None = None  # the answer of the unit that is open
    for number, cut in enumerate(cuts):
        answer = aligned.get(number)
        before = whole[-1] if whole else None
        if before is not None and before.paragraph == cut.paragraph and before.fractie == cut.fractie:
            if answer is not None and answer == last:
                whole[-1] = joined(before, cut, text)
                continue
            following = aligned.get(number + 1) if number + 1 < len(cuts) else None
            enclosed = (
                answer is None
                and last is not None
                and following == last
                and cuts[number + 1].paragraph == cut.paragraph
            )
            if enclosed and last is not None and alike(number, last):
                whole[-1] = joined(before, cut, text)
                continue
            if answer is None and last is None and _same_subject(subjects[number - 1], subjects[number], cut):
                whole[-1] = joined(before, cut, text)
                continue
        whole.append(cut)
        last = answer
    return whole


def _same_subject(before: frozenset[str], here: frozenset[str], cut: Cut) -> bool:
    return follows_up(cut.text) or (len(here) > 0 and len(before & here) >= max(2, 0.25 * min(len(before), len(here))))
