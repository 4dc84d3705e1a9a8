"""Which answer belongs to which question: likeness and structure weighed, then aligned in each group."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from reader.questions.alignment import align
from reader.questions.exchange import Answer, Question
from reader.questions.groups import Arrangement, arrange, fit_of_fractie
from reader.questions.likeness import Answered, AnswerIndex, Asked, Comparison, Likeness, Step, nothing_to_do

LEAST = 0.20  # a pair that scores lower is no pair
LEAST_LIKENESS = 0.05  # structure alone pairs nothing
FRESH = 0.10  # for each answer that gets a question
_STRUCTURE = 0.22
_SECTION, _FRACTIE, _ORDER = 0.35, 0.35, 0.30
_FIXED = 100.0  # more than all other pairs of a group together
_MOST_KEPT = 400_000  # features of answers; some 40 MB

Pair = tuple[int, int]
Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class _Compared:
    """The answers of a section, and what came of comparing questions with them, by the place of the answer."""

    index: AnswerIndex | None
    likeness: dict[Asked, dict[int, Likeness]]


@dataclass(frozen=True, slots=True)
class _Memory:
    """What the next comparison can use again."""

    comparison: Comparison
    sections: dict[tuple[Answered, ...], _Compared]


@dataclass(frozen=True, slots=True)
class Weights:
    """The score of every pair that is worth a look, made once; aligning again after a decision needs only this.

    `candidates` are the answers of each question that it has a score with, in order. `memory` only makes a next
    comparison quick.
    """

    arrangement: Arrangement
    likeness: dict[Pair, Likeness]
    scores: dict[Pair, float]
    candidates: dict[int, tuple[int, ...]]
    memory: _Memory | None = field(repr=False, compare=False)


def weigh(
    questions: Sequence[Question],
    answers: Sequence[Answer],
    *,
    corpus: Sequence[str] = (),
    before: Weights | None = None,
    progress: Progress | None = None,
) -> Weights:
    """Compare each question with the answers of its section.

    What is rare in the texts of `corpus` weighs more; without it those of the units themselves. `before`, weights of
    the same paper with some other units, spares comparing what is the same; the outcome is the same without it.
    `progress` hears a share of 0 to 1, many times a second, and may raise to stop the work.
    """
    arrangement = arrange(questions, answers)
    asked = [Asked(question.text, question.text[question.core :]) for question in questions]
    answered = [
        Answered(answer.text, answer.echo, tuple(answer.text[one.start : one.end] for one in answer.sentences))
        for answer in answers
    ]
    texts = tuple(corpus) or texts_of(questions, answers)
    step = _steps(progress, len(texts) + sum(len(scope[0]) + len(scope[1]) for scope in arrangement.scopes))
    known = before.memory if before is not None else None
    if known is not None and known.comparison.corpus != texts:
        known = None
    comparison = known.comparison if known else Comparison(texts, step)
    likeness: dict[Pair, Likeness] = {}
    candidates: dict[int, tuple[int, ...]] = {}
    memory = _Memory(comparison, {})
    kept = 0
    for members, near in arrangement.scopes:
        section = tuple(answered[number] for number in near)
        earlier = memory.sections.get(section) or (known.sections.get(section) if known else None)
        index = earlier.index if earlier else None
        compared = dict(earlier.likeness) if earlier else {}
        for number in members:
            if asked[number] not in compared:
                index = index or comparison.index(section, step)
                compared[asked[number]] = comparison.compare(asked[number], index)
            found = compared[asked[number]]
            candidates[number] = tuple(near[place] for place in found)
            likeness |= {(number, near[place]): alike for place, alike in found.items()}
            step()
        kept += index.size if index else 0
        memory.sections[section] = _Compared(index if kept <= _MOST_KEPT else None, compared)
    if progress is not None:
        progress(1.0)
    scores = _scores(questions, answers, arrangement, likeness)
    return Weights(arrangement, likeness, scores, candidates, memory)


def texts_of(questions: Sequence[Question], answers: Sequence[Answer]) -> tuple[str, ...]:
    """The texts of all units, the questions first."""
    return (*(question.text for question in questions), *(answer.text for answer in answers))


def _steps(progress: Progress | None, count: int) -> Step:
    """A step of work that tells how much of `count` steps is done."""
    if progress is None:
        return nothing_to_do
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        progress(min(1.0, done / count))

    return step


def _scores(
    questions: Sequence[Question],
    answers: Sequence[Answer],
    arrangement: Arrangement,
    likeness: Mapping[Pair, Likeness],
) -> dict[Pair, float]:
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
    return scores


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
    members, settled = set(group.questions), {question for question, _ in decided}
    own, collective = set(group.answers), set(group.collective)
    besides: dict[int, tuple[float, int]] = {}
    for question in group.questions:
        if question in settled:
            continue
        for answer in weights.candidates[question]:
            gain = _gain(weights, question, answer)
            if (
                answer in collective
                and (question, answer) not in rejected
                and gain > besides.get(question, (0.0, -1))[0]
            ):
                besides[question] = (gain, answer)
    gains: dict[Pair, float] = {pair: _FIXED for pair in decided if pair[0] in members and pair[1] in own}
    for question in group.questions:
        if question in settled:
            continue
        for answer in weights.candidates[question]:
            gain = _gain(weights, question, answer) - besides.get(question, (0.0, -1))[0]
            if answer in own and (question, answer) not in rejected and gain > -FRESH:
                gains[question, answer] = gain
    found = align(gains, FRESH)
    for question, (_, answer) in besides.items():
        found.setdefault(question, answer)
    for question, answer in sorted(decided):
        if question in members and answer in own:
            found.setdefault(question, answer)
    return found


def _gain(weights: Weights, question: int, answer: int) -> float:
    alike = weights.likeness.get((question, answer))
    if alike is None or alike.score < LEAST_LIKENESS:
        return -1.0
    return weights.scores[question, answer] - LEAST
