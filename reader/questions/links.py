"""What the user decided, as units: a stored passage stands for the unit with which it shares most."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reader.domain.model import Decision, Rejection, Span
from reader.questions.exchange import Answer, Exchange, Question
from reader.questions.suggestions import IdPair


@dataclass(frozen=True, slots=True)
class MarkedLink:
    """A link "answered by" of the project: its uid, and both ends as the text they are in and the span there."""

    uid: str
    question_text: str
    question: Span
    answer_text: str
    answer: Span
    origin: str = "user"


@dataclass(frozen=True, slots=True)
class UnitLink:
    """A link from a question; `answer` is None where it goes to a passage that is no recognised answer."""

    question: str
    answer: str | None
    origin: str
    uid: str
    text_uid: str  # where the answer stands
    span: Span


@dataclass(frozen=True, slots=True)
class Decided:
    """The user's links, rejections and decisions, by the ids of units."""

    links: tuple[UnitLink, ...] = ()
    rejected: frozenset[IdPair] = frozenset()
    decisions: dict[str, Decision] = field(default_factory=dict)

    @property
    def pairs(self) -> frozenset[IdPair]:
        """The linked questions and answers."""
        return frozenset((link.question, link.answer) for link in self.links if link.answer is not None)


class UnitFinder:
    """Finds the unit of a stored span among units that are in order and do not overlap."""

    def __init__(self, units: Sequence[Question] | Sequence[Answer]) -> None:
        self._units: list[Question | Answer] = sorted(units, key=lambda unit: unit.start)
        self._starts = [unit.start for unit in self._units]
        self._ends = [unit.end for unit in self._units]

    def at(self, span: Span) -> str | None:
        """The id of the unit that shares most with a span, and at least half of the shorter of the two."""
        best: tuple[int, str | None] = (0, None)
        for unit in self._units[bisect_right(self._ends, span.start) : bisect_left(self._starts, span.end)]:
            shared = min(unit.end, span.end) - max(unit.start, span.start)
            if shared > best[0] and 2 * shared >= min(unit.end - unit.start, len(span)):
                best = (shared, unit.id)
        return best[1]


def decided_of(
    exchange: Exchange,
    asking: str,
    answering: str,
    links: Iterable[MarkedLink] = (),
    rejections: Iterable[Rejection] = (),
    decisions: Iterable[Decision] = (),
) -> Decided:
    """What was decided about the units of an exchange; `asking` and `answering` are the uids of its texts.

    A link that was made from the answer to its question counts as well. Of several decisions that fall on one question,
    as after joining two, the newest holds.
    """
    questions, answers = UnitFinder(exchange.questions), UnitFinder(exchange.answers)
    names = [question.id for question in exchange.questions] + [answer.id for answer in exchange.answers]
    order = {name: place for place, name in enumerate(names)}
    found: dict[tuple[str, str | None, str], UnitLink] = {}
    for link in links:
        ends = (link.question_text, link.question), (link.answer_text, link.answer)
        for (text, span), (other_text, other_span) in (ends, ends[::-1]):
            question = questions.at(span) if text == asking else None
            answer = answers.at(other_span) if other_text == answering else None
            if question is not None and (answer is not None or text == link.question_text):
                key = (question, answer, "" if answer is not None else link.uid)
                found.setdefault(key, UnitLink(question, answer, link.origin, link.uid, other_text, other_span))
                break
    rejected = set()
    for one in rejections:
        if one.question_text_uid == asking and one.answer_text_uid == answering:
            question, answer = questions.at(one.question_span), answers.at(one.answer_span)
            if question is not None and answer is not None:
                rejected.add((question, answer))
    held: dict[str, Decision] = {}
    for decision in sorted(decisions, key=lambda one: (one.modified_at, one.uid)):
        unit = questions.at(decision.span) if decision.text_uid == asking else None
        if unit is not None:
            held[unit] = decision
    in_order = sorted(found.values(), key=lambda one: (order[one.question], order.get(one.answer or "", -1), one.uid))
    linked = {(link.question, link.answer) for link in in_order}
    return Decided(tuple(in_order), frozenset(pair for pair in rejected if pair not in linked), held)
