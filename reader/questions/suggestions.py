"""Proposed answers for each question, in ranks and bands, each with its reasons; never more than a proposal."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import Literal

from reader.questions.exchange import Answer, Exchange, Question
from reader.questions.groups import fit_of_fractie, stands_apart
from reader.questions.likeness import shared_words
from reader.questions.matching import LEAST_LIKENESS, Weights, align_group, weigh
from reader.questions.parties import members_of
from reader.questions.units import origin_of

Band = Literal["strong", "possible", "weak"]
SignalKind = Literal[
    "same-number", "adjacent", "same-section", "same-fractie", "several-fracties", "same-order", "only-pair", "echo",
    "shared-words", "other-section", "other-fractie", "other-order", "ambiguous-number",
]  # fmt: skip
IdPair = tuple[str, str]  # the ids of a question and an answer

_MOST = 3
_STRONG, _POSSIBLE, _MARGIN = 0.50, 0.30, 0.05
_POSSIBLE_SOLE = 0.25  # for the only question that an answer can have
_BESIDES, _NEAR_BEST, _CLEAR = 0.42, 0.92, 0.55  # for an answer beside the aligned one
_WORTH_SHOWING, _WORTH_SHOWING_ALONE = 0.15, 0.28  # a weak candidate beside a better one, and without one
_OWN_LIKENESS = 0.10  # what the words alone must show before a pair is strong
_ECHO = 0.30


@dataclass(frozen=True, slots=True)
class Signal:
    """One reason, for or against: its kind, and the number, name or words it is about."""

    kind: SignalKind
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposed answer. Rank 1 is the best; `score` orders, and is not shown."""

    question: str
    answer: str
    rank: int
    band: Band
    signals: tuple[Signal, ...]
    score: float


def suggest(
    exchange: Exchange,
    *,
    decided: Collection[IdPair] = (),
    rejected: Collection[IdPair] = (),
    weights: Weights | None = None,
) -> tuple[Suggestion, ...]:
    """Up to three answers for each question, in the order of the questions.

    `decided` pairs are links already: they are not proposed again and hold the others in order, and a question that has
    one is only offered what may well be a second answer. `rejected` pairs are barred. `weights` (of `weights_of`)
    spares comparing again. The same input gives the same suggestions.
    """
    if exchange.kind == "consultation":
        weights = weights or weights_of(exchange)
        groups = range(len(weights.arrangement.groups))
        found = [one for group in groups for one in suggest_in_group(exchange, weights, group, decided, rejected)]
    else:
        found = _by_label(exchange, set(decided), set(rejected))
    place = {question.id: number for number, question in enumerate(exchange.questions)}
    return tuple(sorted(found, key=lambda one: (place[one.question], one.rank)))


def weights_of(
    exchange: Exchange, *, before: Weights | None = None, progress: Callable[[float], None] | None = None
) -> Weights:
    """The comparison of all questions with all answers: the slow part, done once.

    `before`, the weights of the same paper with other units, makes it quick and changes nothing in the outcome.
    `progress` hears a share of 0 to 1 and may raise to stop the work.
    """
    return weigh(exchange.questions, exchange.answers, corpus=exchange.corpus, before=before, progress=progress)


def suggest_in_group(
    exchange: Exchange,
    weights: Weights,
    group: int,
    decided: Collection[IdPair] = (),
    rejected: Collection[IdPair] = (),
) -> list[Suggestion]:
    """The suggestions for the questions of one section and fractie; takes milliseconds."""
    members = weights.arrangement.groups[group].questions
    names = {exchange.questions[number].id for number in members}
    answers = {answer.id: number for number, answer in enumerate(exchange.answers)}
    numbers = {exchange.questions[number].id: number for number in members}

    def places(pairs: Iterable[IdPair]) -> set[tuple[int, int]]:
        return {(numbers[one], answers[other]) for one, other in pairs if one in names and other in answers}

    fixed, barred = places(decided), places(rejected)
    aligned = align_group(weights, group, fixed, barred)
    settled = {question for question, _ in fixed}
    claims = Counter(aligned.values())
    bounds = _bounds(members, aligned, weights.arrangement.groups[group].collective)
    scope = weights.arrangement.groups[group]
    found: list[Suggestion] = []
    for number in members:
        ranked = sorted(
            (-weights.scores[number, answer], answer)
            for answer in weights.candidates[number]
            if (number, answer) not in barred
        )
        chosen = aligned.get(number)
        ordered = [one for one in ranked if one[1] == chosen] + [one for one in ranked if one[1] != chosen]
        best = -ranked[0][0] if ranked else 0.0
        rank = 0
        for negative, answer in ordered:
            score = -negative
            if rank == _MOST or (score < _WORTH_SHOWING and answer != chosen):
                break
            if (number, answer) in fixed:
                continue
            only = len(members) == 1 and len(scope.answers) == 1 and answer in scope.answers
            alike = weights.likeness[number, answer].score
            if answer == chosen and number not in settled:
                rivals = (-other for other, place in ranked if place != answer and _fits(exchange, number, place))
                band = _aligned_band(score, next(rivals, 0.0), alike, only=only, sole=claims[answer] == 1)
            elif (
                score >= _BESIDES
                and _fits(exchange, number, answer)
                and (answer in scope.collective or bounds[number][0] <= answer <= bounds[number][1])
                and (score >= _NEAR_BEST * best or score >= _CLEAR)
            ):
                band = "possible"
            elif (
                score >= (_WORTH_SHOWING if rank else _WORTH_SHOWING_ALONE)
                and alike > 2 * LEAST_LIKENESS
                and number not in settled
            ):
                band = "weak"
            else:
                continue
            rank += 1
            signals = _signals(exchange, weights, number, answer, in_order=answer == chosen, only=only)
            found.append(
                Suggestion(exchange.questions[number].id, exchange.answers[answer].id, rank, band, signals, score)
            )
    return found


def _bounds(
    members: Sequence[int], aligned: Mapping[int, int], collective: Collection[int]
) -> dict[int, tuple[float, float]]:
    """For each question of a group the answers of its neighbours: another answer between them keeps the order."""
    lows: dict[int, float] = {}
    low = -inf
    for number in members:
        lows[number] = low
        if number in aligned and aligned[number] not in collective:
            low = aligned[number]
    found: dict[int, tuple[float, float]] = {}
    high = inf
    for number in reversed(members):
        found[number] = (lows[number], high)
        if number in aligned and aligned[number] not in collective:
            high = aligned[number]
    return found


def _fits(exchange: Exchange, question: int, answer: int) -> bool:
    return fit_of_fractie(exchange.questions[question], exchange.answers[answer]) > 0


def _aligned_band(score: float, rival: float, alike: float, *, only: bool, sole: bool) -> Band:
    if score >= _STRONG and alike >= _OWN_LIKENESS and score - rival >= _MARGIN:
        return "strong"
    if score >= (_POSSIBLE_SOLE if sole else _POSSIBLE) or (only and alike >= LEAST_LIKENESS):
        return "possible"
    return "weak"


def _signals(
    exchange: Exchange, weights: Weights, question: int, answer: int, *, in_order: bool, only: bool
) -> tuple[Signal, ...]:
    one, other = exchange.questions[question], exchange.answers[answer]
    found: list[Signal] = []
    if one.section == other.section and one.section:
        found.append(Signal("same-section", (one.section,)))
    elif one.section and other.section:
        found.append(Signal("other-section", (other.section,)))
    named = tuple(name for name in members_of(one.fractie) if name in other.fracties)
    if named:
        found.append(Signal("same-fractie", named))
    elif other.is_collective:
        found.append(Signal("several-fracties"))
    elif other.fracties:
        found.append(Signal("other-fractie", other.fracties))
    if only:
        found.append(Signal("only-pair"))
    elif named and not stands_apart(one.fractie, other):
        found.append(Signal("same-order" if in_order else "other-order"))
    if max(weights.likeness[question, answer].echo, weights.likeness[question, answer].echo_groups) >= _ECHO:
        found.append(Signal("echo"))
    words = shared_words(one.text, other.text)
    if words:
        found.append(Signal("shared-words", words))
    return tuple(found)


# labels


def _by_label(exchange: Exchange, decided: set[IdPair], rejected: set[IdPair]) -> list[Suggestion]:
    """Pairs by number; where a number occurs more than once, by adjacency, and unsettled where that leaves a doubt."""
    pairs = _whole_pairs(exchange.questions, exchange.answers, rejected)
    questions = {question.id: question for question in exchange.questions}
    answers = {answer.id: answer for answer in exchange.answers}
    order = {answer.id: number for number, answer in enumerate(exchange.answers)}
    units: list[Question | Answer] = [*exchange.questions, *exchange.answers]
    starts = sorted(unit.start for unit in units)
    ranks: dict[str, int] = {}
    found = []
    for one, other in sorted(pairs, key=lambda pair: (pair[0], pairs[pair] != "strong", order[pair[1]])):
        if (one, other) in rejected or (one, other) in decided:
            continue
        ranks[one] = ranks.get(one, 0) + 1
        if ranks[one] > _MOST:
            continue
        question, answer = questions[one], answers[other]
        signals: list[Signal] = []
        shared = sorted(set(question.numbers) & set(answer.numbers))
        if shared:
            signals.append(Signal("same-number", tuple(map(str, shared))))
        if shared and pairs[one, other] != "strong":
            signals.append(Signal("ambiguous-number"))
        if question.end <= answer.start and bisect_left(starts, question.end) == bisect_left(starts, answer.start):
            signals.append(Signal("adjacent"))
        words = shared_words(question.text, answer.text)
        if words:
            signals.append(Signal("shared-words", words))
        score = 1.0 if pairs[one, other] == "strong" else _POSSIBLE
        found.append(Suggestion(one, other, ranks[one], pairs[one, other], tuple(signals), score))
    return found


def _whole_pairs(
    questions: Sequence[Question], answers: Sequence[Answer], rejected: Collection[IdPair]
) -> dict[IdPair, Band]:
    """The pairs that the labels tell. The pieces of one divided unit have its label, so they pair as one."""
    asked = _pieces([question.id for question in questions])
    answered = _pieces([answer.id for answer in answers])
    whole_questions = [question for question in questions if question.id in asked]
    whole_answers = [answer for answer in answers if answer.id in answered]
    pairs = _numbered_pairs(whole_questions, whole_answers, rejected) | _adjacent_pairs(whole_questions, whole_answers)
    return {
        (piece, other): band
        for (one, whole), band in pairs.items()
        for piece in asked[one]
        for other in answered[whole]
    }


def _pieces(names: Sequence[str]) -> dict[str, list[str]]:
    """The ids of the pieces of each unit, by that of the first."""
    by_origin: dict[str, list[str]] = {}
    for name in names:
        by_origin.setdefault(origin_of(name), []).append(name)
    return {pieces[0]: pieces for pieces in by_origin.values()}


def _numbered_pairs(
    questions: Sequence[Question], answers: Sequence[Answer], rejected: Collection[IdPair]
) -> dict[IdPair, Band]:
    asked: dict[int, list[Question]] = {}
    for question in questions:
        for number in question.numbers:
            asked.setdefault(number, []).append(question)
    answered: dict[int, list[Answer]] = {}
    for answer in answers:
        for number in answer.numbers:
            answered.setdefault(number, []).append(answer)
    found: dict[IdPair, Band] = {}
    for number, replies in answered.items():
        same = asked.get(number, [])
        if len(same) == 1 and len(replies) == 1:
            found[same[0].id, replies[0].id] = "strong"
            continue
        nearest = [
            (_nearest_before([one for one in same if (one.id, answer.id) not in rejected], answer), answer)
            for answer in replies
        ]
        taken = [question.id for question, _ in nearest if question is not None]
        clear = len(set(taken)) == len(replies) == len(same)
        for nearby, answer in nearest:
            if nearby is not None:
                found.setdefault((nearby.id, answer.id), "strong" if clear else "possible")
    return found


def _nearest_before(questions: Sequence[Question], answer: Answer) -> Question | None:
    before = [question for question in questions if question.start < answer.start]
    return before[-1] if before else questions[0] if questions else None


def _adjacent_pairs(questions: Sequence[Question], answers: Sequence[Answer]) -> dict[IdPair, Band]:
    """Where labels have no numbers: the answer that follows directly.

    Units without any label are made by hand: where several of a role stand together, that leaves a doubt.
    """
    units: list[Question | Answer] = sorted([*questions, *answers], key=lambda unit: unit.start)
    found: dict[IdPair, Band] = {}
    for place, (before, after) in enumerate(pairwise(units)):
        if isinstance(before, Question) and isinstance(after, Answer) and not (before.numbers and after.numbers):
            others = any(isinstance(unit, Question) for unit in units[max(0, place - 1) : place])
            others |= any(isinstance(unit, Answer) for unit in units[place + 2 : place + 3])
            found[before.id, after.id] = "possible" if others and not before.label else "strong"
    return found
