"""Where one pane goes when the reader moves in the other: from a question to its answer, and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Literal

from reader.domain.model import Span
from reader.questions.exchange import Exchange
from reader.questions.suggestions import IdPair, Suggestion

PairKind = Literal["confirmed", "aligned"]
Towards = Literal["there", "here", "either"]


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A stretch of one paper and what belongs to it in the other, or elsewhere in the same one."""

    here: Span
    there: Span
    kind: PairKind = "confirmed"


@dataclass(frozen=True, slots=True)
class Target:
    """What the other pane is to show: the place at `share` (0 to 1) of `span`.

    `is_inside`: the reader is in the unit that belongs to it, and not somewhere behind it.
    """

    span: Span
    share: float
    kind: PairKind
    is_inside: bool = True

    @property
    def offset(self) -> int:
        """The source offset of that place."""
        return self.span.start + int(self.share * max(0, len(self.span) - 1))


@dataclass(frozen=True, slots=True)
class _Track:
    """One direction: a text cut at `starts` into stretches, and what belongs to each, with the unit it is part of."""

    starts: tuple[int, ...] = ()
    units: tuple[Span | None, ...] = ()
    targets: tuple[tuple[Span, PairKind] | None, ...] = ()

    def at(self, offset: int) -> Target | None:
        place = bisect_right(self.starts, offset) - 1
        if place < 0:
            return None
        unit, target = self.units[place], self.targets[place]
        if unit is None or target is None:
            return None
        share = min(1.0, (offset - unit.start) / max(1, len(unit) - 1))
        return Target(target[0], share, target[1], unit.contains(offset))


@dataclass(frozen=True, slots=True)
class Correspondence:
    """What belongs together in two papers, or in two panes with one; `pairs` are in the order of the first."""

    pairs: tuple[Pair, ...]
    to_there: _Track
    to_here: _Track
    to_either: _Track


def counterpart(correspondence: Correspondence, offset: int, towards: Towards = "there") -> Target | None:
    """What belongs to source `offset`, in time logarithmic in the number of units; None where nothing does.

    `towards` "there" goes from a question to its answer, "here" from an answer to its question, "either" does what the
    offset asks for, where both panes show one paper. What the user confirmed goes first, then what comes first in the
    text. Between two units of a section and fractie the one before holds. A unit without counterpart has none: it does
    not borrow that of its neighbour.
    """
    track = {"there": correspondence.to_there, "here": correspondence.to_here, "either": correspondence.to_either}
    return track[towards].at(offset)


def linked_by_questions(
    exchange: Exchange, confirmed: Collection[IdPair] = (), suggestions: Iterable[Suggestion] = ()
) -> Correspondence:
    """The questions of a paper with their answers: those that the user confirmed, else the best one that is proposed.

    A weak proposal does not count.
    """
    questions = {question.id: question for question in exchange.questions}
    answers = {answer.id: answer for answer in exchange.answers}
    settled = {question for question, _ in confirmed}
    kinds: dict[IdPair, PairKind] = {
        (one.question, one.answer): "aligned"
        for one in suggestions
        if one.rank == 1 and one.band != "weak" and one.question not in settled
    }
    kinds |= dict.fromkeys(confirmed, "confirmed")
    pairs = [
        Pair(
            Span(questions[one].start, questions[one].end),
            Span(answers[other].start, answers[other].end),
            kind,
        )
        for (one, other), kind in kinds.items()
        if one in questions and other in answers
    ]
    here: dict[Span, Hashable] = {Span(one.start, one.end): (one.section, one.fractie) for one in exchange.questions}
    there: dict[Span, Hashable] = {Span(one.start, one.end): (one.section, one.fracties) for one in exchange.answers}
    return _correspondence(pairs, here, there)


def linked_by_links(links: Iterable[tuple[Span, Span]]) -> Correspondence:
    """The passages that the user linked, each with the other end; behind one it holds until the next."""
    pairs = [Pair(source, target) for source, target in links if len(source) and len(target)]
    return _correspondence(pairs, {pair.here: None for pair in pairs}, {pair.there: None for pair in pairs})


def _correspondence(
    pairs: Iterable[Pair], here: Mapping[Span, Hashable], there: Mapping[Span, Hashable]
) -> Correspondence:
    """The ways between the units `here` and `there`, each given with the group it is in."""
    in_order = sorted(set(pairs))
    forwards, backwards = _targets(in_order), _targets([Pair(pair.there, pair.here, pair.kind) for pair in in_order])
    asked = [_Unit(span, ("here", group), forwards.get(span)) for span, group in here.items()]
    replied = [_Unit(span, ("there", group), backwards.get(span)) for span, group in there.items()]
    both = asked + [unit for unit in replied if unit.span not in here]
    return Correspondence(tuple(in_order), _track(asked), _track(replied), _track(both))


@dataclass(frozen=True, slots=True)
class _Unit:
    span: Span
    group: Hashable
    target: tuple[Span, PairKind] | None


def _targets(pairs: Sequence[Pair]) -> dict[Span, tuple[Span, PairKind]]:
    """Of each unit what it goes to: what is confirmed first, then what stands first in the text."""
    found: dict[Span, tuple[Span, PairKind]] = {}
    for pair in sorted(pairs, key=lambda one: (one.kind != "confirmed", one.there)):
        found.setdefault(pair.here, (pair.there, pair.kind))
    return found


def _track(units: Sequence[_Unit]) -> _Track:
    """The text cut at the ends of the units; of units within each other the shortest holds."""
    in_order = sorted(units, key=lambda unit: unit.span)
    last_of_group: dict[Hashable, int] = {}
    for unit in in_order:
        last_of_group[unit.group] = max(unit.span.end, last_of_group.get(unit.group, 0))
    cuts = sorted({cut for unit in in_order for cut in (unit.span.start, unit.span.end)})
    held: list[_Unit | None] = []
    around: list[tuple[int, int]] = []  # length and place of the units that are open, shortest first
    coming = 0
    behind: _Unit | None = None  # the last that is closed
    for cut in cuts:
        while coming < len(in_order) and in_order[coming].span.start == cut:
            heappush(around, (len(in_order[coming].span), coming))
            coming += 1
        while around and in_order[around[0][1]].span.end <= cut:
            closed = in_order[heappop(around)[1]]
            if behind is None or closed.span.end >= behind.span.end:
                behind = closed
        if around:
            held.append(in_order[around[0][1]])
        else:
            held.append(behind if behind is not None and last_of_group[behind.group] > cut else None)
    return _Track(
        tuple(cuts),
        tuple(unit.span if unit else None for unit in held),
        tuple(unit.target if unit else None for unit in held),
    )
