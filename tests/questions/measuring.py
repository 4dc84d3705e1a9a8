"""Compares what the program proposes with what a reader linked: units are the same when they overlap by half."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.model import Span
from reader.questions.board import board_of
from reader.questions.exchange import Answer, Exchange, Question
from reader.questions.suggestions import Suggestion
from reader.text.reading import ReadingText
from tests.questions.links_of_004 import ENDS, LINKS, Read


@dataclass(frozen=True)
class Figures:
    """Shares of 0 to 1."""

    precision: float
    recall: float
    in_first_three: float
    strong: float
    open_recall: float
    open_precision: float
    misses: tuple[str, ...]

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def overlap_by_half(first: Span, second: Span) -> bool:
    """Whether two stretches share half of the longer one."""
    shared = min(first.end, second.end) - max(first.start, second.start)
    return 2 * shared >= max(len(first), len(second))


def span_of(reading: ReadingText, first: str, last: str, after: int = 0) -> Span:
    start = reading.text.index(first, after)
    return reading.source_span(start, reading.text.index(last, start) + len(last))


def figures(exchange: Exchange, suggestions: Sequence[Suggestion], reading: ReadingText) -> Figures:
    part_two = reading.text.index("II. Reactie van de Staatssecretaris")
    sections = {one: reading.text.index(one) for one in ("1. Achtergrond", *(f"1.{number} " for number in range(1, 7)))}
    assert len(sections) == 7
    questions: list[tuple[Read, Span]] = []
    cursor = 0
    for read in LINKS:
        span = span_of(reading, read.first, read.last, cursor)
        cursor = reading.text.index(read.first, cursor)
        questions.append((read, span))
    spans: dict[str, Span] = {}
    for read in LINKS:
        for first in read.answers or ():
            start = reading.text.index(first, part_two)
            end = reading.paragraph_end(reading.paragraph_at(start))
            if first in ENDS:
                end = reading.text.index(ENDS[first], start) + len(ENDS[first])
            spans[first] = reading.source_span(start, end)
    truth = {(number, first) for number, (read, _) in enumerate(questions) for first in read.answers or ()}
    asked = {one.id: one for one in exchange.questions}
    answered = {one.id: one for one in exchange.answers}
    doubtful = [span for read, span in questions if read.answers is None]

    def is_doubtful(unit: Question) -> bool:
        return any(overlap_by_half(Span(unit.start, unit.end), span) for span in doubtful)

    def pairs(question: Question, answer: Answer) -> set[tuple[int, str]]:
        own, other = Span(question.start, question.end), Span(answer.start, answer.end)
        return {
            (number, first)
            for number, first in truth
            if overlap_by_half(own, questions[number][1]) and overlap_by_half(other, spans[first])
        }

    direct = [
        one for one in suggestions if one.rank == 1 and one.band != "weak" and not is_doubtful(asked[one.question])
    ]
    right = {one: pairs(asked[one.question], answered[one.answer]) for one in direct}
    found = {pair for matches in right.values() for pair in matches}
    reachable = {pair for one in suggestions for pair in pairs(asked[one.question], answered[one.answer])}
    strong = [one for one in direct if one.band == "strong"]
    stated = board_of(exchange, suggestions)
    really_open = [span for read, span in questions if read.answers == ()]
    said_open = [asked[one] for one in stated.open if not is_doubtful(asked[one])]
    open_hits = [unit for unit in said_open if any(_shares(Span(unit.start, unit.end), span) for span in really_open)]
    open_found = [span for span in really_open if any(_shares(Span(unit.start, unit.end), span) for unit in said_open)]
    with_answers = [number for number, (read, _) in enumerate(questions) if read.answers]
    misses = [
        f"wrong: {asked[one.question].text[:70]!r} -> {answered[one.answer].text[:60]!r} {one.band} {one.score:.2f}"
        for one, matches in right.items()
        if not matches
    ]
    misses += [f"missed: {questions[number][0].first!r} -> {first!r}" for number, first in sorted(truth - found)]
    misses += [f"not open: {unit.text[:80]!r}" for unit in said_open if unit not in open_hits]
    misses += [f"open, not said: {reading.quote(span)[:80]!r}" for span in really_open if span not in open_found]
    return Figures(
        precision=sum(bool(matches) for matches in right.values()) / len(direct),
        recall=len(found) / len(truth),
        in_first_three=sum(any(pair[0] == number for pair in reachable) for number in with_answers) / len(with_answers),
        strong=sum(bool(right[one]) for one in strong) / len(strong),
        open_recall=len(open_found) / len(really_open),
        open_precision=len(open_hits) / len(said_open),
        misses=tuple(misses),
    )


def _shares(first: Span, second: Span) -> bool:
    """Whether two stretches share half of the shorter one: a question may be open in several parts."""
    shared = min(first.end, second.end) - max(first.start, second.start)
    return 2 * shared >= min(len(first), len(second))
