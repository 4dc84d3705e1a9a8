"""Recognise the questions and answers of a paper, whatever its form; other papers give none."""

from __future__ import annotations

import re

from reader.questions.exchange import NOTHING, Exchange, ExchangeKind, Head
from reader.questions.flow import Flow, flow_of
from reader.questions.heads import head_of
from reader.questions.labelled import Labelled, read_block, read_labels, read_list
from reader.questions.matching import Progress
from reader.questions.own_lines import with_own_lines
from reader.questions.parties import names_fracties
from reader.questions.parts import read_parts
from reader.questions.phrases import asks_something, opens_answer
from reader.questions.places import places_of
from reader.questions.titled_answers import is_answer_title, read_numbered
from reader.questions.titles import Part
from reader.questions.woven import read_woven
from reader.text.structure import Structure

_LEAST_ANSWERS = 2
_SPEAKER = re.compile(r"^(?:De (?:heer|voorzitter)|Mevrouw|Minister|Staatssecretaris)\b[^.?!:]{0,60}:")
# questions under bare numbers or words are found in many texts; these are asked of a government
_PARLIAMENTARY = re.compile(
    r"\b(?:[Mm]inister\w*|[Ss]taatssecretaris\w*|[Rr]egering|[Kk]abinet|Kamer|Kamerstuk\w*|Staten-Generaal|Rekenkamer"
    r"|[Ww]ethouder\w*|[Gg]edeputeerde\w*|[Bb]egroting|LIJST VAN VRAGEN|Lijst van vragen)\b"
)


def recognise_questions(
    structure: Structure, body: str, *, lone: bool = False, progress: Progress | None = None
) -> Exchange:
    """What is asked and answered in a recognised paper; of kind "none" when it does not show that it is of this sort.

    With `lone` the paper may hold only one side, as when the answers are in another file. `progress` hears a share of
    0 to 1 during the slow part, and may raise to stop the work.
    """
    if not structure.blocks:
        return NOTHING
    flow = with_own_lines(flow_of(structure, body), body)
    head = head_of(flow)
    is_parliamentary = head is not None or _PARLIAMENTARY.search(flow.reading.text) is not None
    labelled = read_labels(flow)
    has_numbers = any(one.numbers for one in labelled.questions) or any(one.numbers for one in labelled.answers)
    is_labelled = (has_numbers or is_parliamentary) and _is_labelled(labelled, known_head=head is not None, lone=lone)
    if is_labelled and (has_numbers or labelled.questions):
        return _exchange("kamervragen" if has_numbers else "list", labelled, head)
    block = read_block(flow)
    if is_parliamentary and block.answers:
        return _exchange("kamervragen" if head is not None else "list", block, head)
    listed = read_list(flow)
    if is_parliamentary and _is_list(listed):
        return _exchange("kamervragen" if head is not None else "list", listed, head)
    if is_labelled:  # the word alone above each answer: what it answers is in another paper
        return _exchange("list", labelled, head)
    if sum(is_answer_title(paragraph.text) for paragraph in flow.paragraphs) >= _LEAST_ANSWERS:
        numbered = read_numbered(flow)
        if len(numbered.answers) >= _LEAST_ANSWERS and _asks(numbered):
            return _exchange("numbered", numbered, head)
    if not names_fracties(flow.reading.text):
        return NOTHING
    places, titles = places_of(flow)
    woven = read_woven(flow, places, titles)
    if woven is not None:
        return woven
    if {"questions", "answers"} <= {place.part for place in places}:
        exchange = read_parts(flow, places, places, titles, progress)
        asking = {question.fractie for question in exchange.questions if question.fractie}
        return exchange if exchange.answers and len(exchange.questions) >= _LEAST_ANSWERS and asking else NOTHING
    return _one_side(flow, progress) if lone else NOTHING


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


def _one_side(flow: Flow, progress: Progress | None) -> Exchange:
    """A paper with only the questions, or only the answers, of a consultation; the record of a debate is neither."""
    if sum(_SPEAKER.match(paragraph.text) is not None for paragraph in flow.paragraphs) >= _LEAST_ANSWERS:
        return NOTHING
    part: Part = "questions"
    for part in ("questions", "answers"):
        places, titles = places_of(flow)
        if not any(place.part == part for place in places):
            places, titles = places_of(flow, lone=part)
        exchange = read_parts(flow, places, places, titles, progress)
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
