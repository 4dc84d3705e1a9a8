"""The questions board: every question with its state, its answers and candidates, grouped by section and fractie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Literal

from reader.domain.model import Decision
from reader.questions.exchange import Answer, Exchange, Question
from reader.questions.links import Decided, UnitLink
from reader.questions.suggestions import Suggestion

State = Literal["confirmed", "suggested", "several", "nothing", "open"]
STATES: tuple[State, ...] = ("confirmed", "suggested", "several", "nothing", "open")
UNDECIDED: frozenset[State] = frozenset(("suggested", "several", "nothing"))


@dataclass(frozen=True, slots=True)
class Row:
    """A question as it stands. `candidates` are proposals, best first; a weak one is shown but is no answer."""

    question: Question
    state: State
    links: tuple[UnitLink, ...] = ()
    candidates: tuple[Suggestion, ...] = ()
    decision: Decision | None = None

    @property
    def is_undecided(self) -> bool:
        return self.state in UNDECIDED


@dataclass(frozen=True, slots=True)
class Group:
    """The questions of one fractie in one section, in document order.

    `has_no_answers`: nothing in the paper is addressed to this fractie in this section. `unasked` are the answers of
    the section that belong to no question, in its last group.
    """

    section: str
    title: str
    fractie: str | None
    rows: tuple[Row, ...]
    has_no_answers: bool = False
    unasked: tuple[Answer, ...] = ()

    @property
    def strong(self) -> tuple[Suggestion, ...]:
        """The best candidates of its undecided questions, as far as they are strong."""
        best = (row.candidates[0] for row in self.rows if row.is_undecided and row.candidates)
        return tuple(one for one in best if one.band == "strong")


@dataclass(frozen=True)
class Board:
    """All questions of an exchange, in groups."""

    exchange: Exchange
    groups: tuple[Group, ...]

    @cached_property
    def rows(self) -> dict[str, Row]:
        """The questions by id, in document order."""
        return {row.question.id: row for group in self.groups for row in group.rows}

    @cached_property
    def answers(self) -> dict[str, Answer]:
        """The answers by id."""
        return {answer.id: answer for answer in self.exchange.answers}

    @cached_property
    def states(self) -> Counter[State]:
        """How many questions are in each state."""
        return Counter(row.state for row in self.rows.values())

    @cached_property
    def open(self) -> tuple[str, ...]:
        """The ids of the questions for which nothing was found, by the program or by the user, in document order."""
        return tuple(name for name, row in self.rows.items() if row.state in ("nothing", "open"))

    @property
    def checked(self) -> int:
        """How many questions the user looked at: an answer was accepted, or it was said to be open."""
        return self.states["confirmed"] + self.states["open"]


def board_of(exchange: Exchange, suggestions: Iterable[Suggestion] = (), decided: Decided | None = None) -> Board:
    """Where every question stands. A proposal is never counted as an answer, and a weak one not even as a proposal."""
    decided = decided or Decided()
    candidates: dict[str, list[Suggestion]] = {}
    for one in suggestions:
        candidates.setdefault(one.question, []).append(one)
    links: dict[str, list[UnitLink]] = {}
    for link in decided.links:
        links.setdefault(link.question, []).append(link)
    rows = [
        _row(question, links.get(question.id, ()), candidates.get(question.id, ()), decided.decisions)
        for question in exchange.questions
    ]
    open_blocks = {(block.section, block.fractie) for block in exchange.blocks_without_answers}
    unasked = _unasked(exchange, rows)
    cells = [(cell, tuple(members)) for cell, members in groupby(rows, lambda row: _cell(row.question))]
    last_of_section = {section: place for place, ((section, _), _) in enumerate(cells)}
    groups = []
    for place, ((section, fractie), members) in enumerate(cells):
        here = last_of_section[section] == place
        final = place == len(cells) - 1
        loose = tuple(
            answer
            for answer in unasked
            if (answer.section == section and here) or (final and answer.section not in last_of_section)
        )
        title = exchange.section_titles.get(section, "")
        groups.append(Group(section, title, fractie, members, (section, fractie) in open_blocks, loose))
    return Board(exchange, tuple(groups))


def _cell(question: Question) -> tuple[str, str | None]:
    return question.section, question.fractie


def _row(
    question: Question,
    links: Sequence[UnitLink],
    candidates: Sequence[Suggestion],
    decisions: dict[str, Decision],
) -> Row:
    decision = decisions.get(question.id)
    bands = [one.band for one in candidates]
    state: State = "nothing"
    if links:
        state = "confirmed"
    elif decision is not None and decision.is_open:
        state = "open"
    elif "strong" in bands:
        state = "suggested"
    elif "possible" in bands:
        state = "several" if len(bands) > 1 else "suggested"
    return Row(question, state, tuple(links), tuple(candidates), decision)


def _unasked(exchange: Exchange, rows: Sequence[Row]) -> list[Answer]:
    """The answers that no question has or is proposed to have; a weak candidate does not count."""
    taken = {link.answer for row in rows for link in row.links}
    taken |= {one.answer for row in rows for one in row.candidates if one.band != "weak"}
    return [answer for answer in exchange.answers if answer.id not in taken]
