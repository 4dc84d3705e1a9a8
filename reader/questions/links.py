"""The user's links as pairs of units: a marked passage stands for the unit with which it shares most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.domain.model import Span
from reader.questions.exchange import Answer, Exchange, Question


@dataclass(frozen=True, slots=True)
class UnitLink:
    """A link of the user between two units, by their ids."""

    question: str
    answer: str
    origin: str


def unit_links(exchange: Exchange, links: Iterable[tuple[Span, Span, str]]) -> tuple[UnitLink, ...]:
    """The links (marked question, marked answer, origin) whose both ends lie on units, each pair once, in order."""
    found: dict[tuple[str, str], UnitLink] = {}
    for source, target, origin in links:
        question, answer = _unit_at(exchange.questions, source), _unit_at(exchange.answers, target)
        if question is not None and answer is not None:
            found.setdefault((question, answer), UnitLink(question, answer, origin))
    names = [question.id for question in exchange.questions] + [answer.id for answer in exchange.answers]
    order = {name: place for place, name in enumerate(names)}
    return tuple(sorted(found.values(), key=lambda one: (order[one.question], order[one.answer])))


def _unit_at(units: Sequence[Question] | Sequence[Answer], marked: Span) -> str | None:
    """The unit that shares most with a marked passage, and at least half of the shorter of the two."""
    best: tuple[int, str | None] = (0, None)
    for unit in units:
        shared = min(unit.end, marked.end) - max(unit.start, marked.start)
        if shared > best[0] and 2 * shared >= min(unit.end - unit.start, len(marked)):
            best = (shared, unit.id)
    return best[1]
