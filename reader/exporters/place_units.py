"""The questions and answers of a text as places: which one holds a passage, found without comparing any two."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reader.domain.citation import PlaceUnit
from reader.domain.model import SetUnit, Span
from reader.questions.consultation import cuts_of, question_of
from reader.questions.exchange import Answer, Exchange, Question
from reader.questions.flow import flow_of
from reader.questions.numbering import numbers_in_words
from reader.questions.own_lines import with_own_lines
from reader.questions.parties import members_of
from reader.questions.places import places_of
from reader.questions.recognise import recognise_questions
from reader.questions.replies import answers_of, pieces_of
from reader.questions.units import with_set_units
from reader.text.structure import Structure

LONGEST = 1_000_000  # code points of a text in which units are looked for; it takes 0.1 s


class PlaceUnits:
    """The units of one text."""

    def __init__(self, structure: Structure, body: str, set_units: Sequence[SetUnit] = ()) -> None:
        exchange = _exchange(structure, body) if len(body) <= LONGEST else Exchange("none")
        if set_units:
            exchange = with_set_units(exchange, structure, body, set_units)
        units: list[Question | Answer] = [*exchange.questions, *exchange.answers]
        units.sort(key=lambda unit: (unit.start, -unit.end))
        self._units = units
        self._starts = [unit.start for unit in units]
        self._longest = max((unit.end - unit.start for unit in units), default=0)

    def at(self, span: Span) -> PlaceUnit | None:
        """The innermost question or answer that holds all of a source span; None where there is none."""
        number = bisect_right(self._starts, span.start) - 1
        best: Question | Answer | None = None
        while number >= 0 and span.start - self._starts[number] <= self._longest:
            unit = self._units[number]
            if span.end <= unit.end and (best is None or unit.end - unit.start < best.end - best.start):
                best = unit
            number -= 1
        return _place_unit(best) if best is not None else None


def _place_unit(unit: Question | Answer) -> PlaceUnit:
    numbers = numbers_in_words(unit.numbers)
    if isinstance(unit, Question):
        return PlaceUnit("question", numbers, members_of(unit.fractie))
    return PlaceUnit("answer", numbers, unit.fracties)


class _Compares(Exception):
    """Recognising would begin to compare questions with answers, which is slow."""


def _exchange(structure: Structure, body: str) -> Exchange:
    try:
        return recognise_questions(structure, body, progress=_no_comparing)
    except _Compares:
        return _consultation(structure, body)


def _no_comparing(_share: float) -> None:
    raise _Compares


def _consultation(structure: Structure, body: str) -> Exchange:
    """What the words of a written consultation say by themselves; an answer that names nobody has no fractie here."""
    flow = with_own_lines(flow_of(structure, body), body)
    places, titles = places_of(flow)
    cuts, _statements = cuts_of(places)
    asked: dict[str, list[str]] = {}
    for cut in cuts:
        if cut.fractie and cut.fractie not in asked.setdefault(cut.section, []):
            asked[cut.section].append(cut.fractie)
    pieces = [piece if piece.is_named else replace(piece, fracties=()) for piece in pieces_of(places, asked)]
    questions = tuple(question_of(cut, flow, number, "") for number, cut in enumerate(cuts, start=1))
    return Exchange("consultation", None, questions, tuple(answers_of(pieces, flow)), (), titles)
