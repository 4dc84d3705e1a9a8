"""Which answer belongs to which question: likeness and structure weighed, then aligned in each group."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reader.questions.alignment import align
from reader.questions.exchange import Answer, Question
from reader.questions.groups import Arrangement, arrange, fit_of_fractie
from reader.questions.likeness import Answered, Asked, Comparison, Likeness

LEAST = 0.20  # a pair that scores lower is no pair
LEAST_LIKENESS = 0.05  # structure alone pairs nothing
FRESH = 0.10  # for each answer that gets a question
_STRUCTURE = 0.22
_SECTION, _FRACTIE, _ORDER = 0.35, 0.35, 0.30

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Weights:
    """The score of every pair that is worth a look, made once; aligning again after a decision needs only this."""

    arrangement: Arrangement
    likeness: dict[Pair, Likeness]
    scores: dict[Pair, float]


def weigh(questions: Sequence[Question], answers: Sequence[Answer]) -> Weights:
    """Compare each question with the answers of its section."""
    arrangement = arrange(questions, answers)
    comparison = Comparison(
        [Asked(question.text, question.text[question.core :]) for question in questions],
        [
            Answered(answer.text, answer.echo, tuple(answer.text[one.start : one.end] for one in answer.sentences))
            for answer in answers
        ],
    )
    likeness = comparison.candidates(arrangement.scopes)
    scores: dict[Pair, float] = {}
    orders = [_orders(group.questions, group.answers) for group in arrangement.groups]
    for (question, answer), alike in likeness.items():
        one, other = questions[question], answers[answer]
        places, count_questions, answer_places, count_answers = orders[arrangement.group_of[question]]
        order = 0.0
        if answer in answer_places:
            ahead = (places[question] + 0.5) / count_questions - (answer_places[answer] + 0.5) / count_answers
            order = max(0.0, 1 - 2 * abs(ahead))
        fit = fit_of_fractie(one, other)
        scores[question, answer] = alike.score + _STRUCTURE * (_SECTION + _FRACTIE * fit + _ORDER * order)
    return Weights(arrangement, likeness, scores)


def _orders(questions: Sequence[int], answers: Sequence[int]) -> tuple[dict[int, int], int, dict[int, int], int]:
    return (
        {number: place for place, number in enumerate(questions)},
        max(1, len(questions)),
        {number: place for place, number in enumerate(answers)},
        max(1, len(answers)),
    )


def align_group(
    weights: Weights, number: int, decided: Collection[Pair] = (), rejected: Collection[Pair] = ()
) -> dict[int, int]:
    """The answer of each question of one group, order kept; decided pairs are fixed and rejected ones barred.

    Answers to several fracties stand outside the order of one, so they compete with it.
    """
    group = weights.arrangement.groups[number]
    settled = {question for question, _ in decided}
    own, collective = set(group.answers), group.collective
    besides: dict[int, tuple[float, int]] = {}
    for question in group.questions:
        if question in settled:
            continue
        for answer in collective:
            gain = _gain(weights, question, answer)
            if (question, answer) not in rejected and gain > besides.get(question, (0.0, -1))[0]:
                besides[question] = (gain, answer)
    gains: dict[Pair, float] = {}
    for question in group.questions:
        for answer in group.answers:
            pair = (question, answer)
            if pair in rejected or (question in settled and pair not in decided):
                continue
            fixed = 100.0 if pair in decided else 0.0
            gain = fixed or _gain(weights, question, answer) - besides.get(question, (0.0, -1))[0]
            if gain > -FRESH:
                gains[pair] = gain
    found = align(gains, FRESH)
    for question, (_, answer) in besides.items():
        found.setdefault(question, answer)
    for question, answer in decided:
        if question in group.questions and answer in own:
            found.setdefault(question, answer)
    return found


def _gain(weights: Weights, question: int, answer: int) -> float:
    alike = weights.likeness.get((question, answer))
    if alike is None or alike.score < LEAST_LIKENESS:
        return -1.0
    return weights.scores[question, answer] - LEAST
