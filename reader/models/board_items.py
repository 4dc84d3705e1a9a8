"""What the rows of the questions board hold, in order: heads of sections and groups, questions, answers left over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.questions.board import STATES, Board, Group, Row, State
from reader.questions.exchange import Answer
from reader.questions.links import UnitLink
from reader.questions.parties import members_of
from reader.questions.suggestions import Suggestion

Fold = tuple[str, ...]  # ("section", its key) or ("group", section, fractie): what can be folded


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """Which questions are shown. Sets of what is hidden; of `verdicts` (uids) those that are shown, all when empty."""

    hidden_states: frozenset[State] = frozenset()
    hidden_fracties: frozenset[str] = frozenset()  # "": of which no fractie is known; a joint question needs them all
    hidden_sections: frozenset[str] = frozenset()
    verdicts: frozenset[str] = frozenset()
    undecided_only: bool = False
    text: str = ""  # words that the question or one of its answers holds, all of them

    @property
    def is_neutral(self) -> bool:
        """Whether nothing is hidden."""
        return not self.text.split() and self == BoardFilter(text=self.text)


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer of a question: one that is linked, or a candidate. Exactly one of the two is given."""

    link: UnitLink | None = None
    candidate: Suggestion | None = None

    @property
    def answer(self) -> str | None:
        """The id of the answer; None where a link goes to a passage that is no recognised answer."""
        return self.link.answer if self.link is not None else self.candidate.answer if self.candidate else None


@dataclass(frozen=True, slots=True)
class SectionItem:
    """The head of a section. `blocks` counts question blocks and is 0 where the paper is not arranged in blocks."""

    id: str
    fold: Fold
    number: str
    title: str
    blocks: int
    answered_blocks: int
    questions: int
    is_folded: bool


@dataclass(frozen=True, slots=True)
class GroupItem:
    """The head of the questions of a fractie in a section; `states` counts them in the order of STATES.

    `strong` counts the undecided ones with a strong candidate. `first` is the first of the questions.
    """

    id: str
    fold: Fold
    section: str
    fractie: str | None
    states: tuple[int, ...]
    strong: int
    has_no_answers: bool
    first: str
    is_folded: bool

    @property
    def questions(self) -> int:
        return sum(self.states)


@dataclass(frozen=True, slots=True)
class QuestionItem:
    """A question. `number` counts from 1 among those of its group; `total` is how many these are."""

    id: str
    row: Row
    number: int
    total: int

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What is linked, then the candidates, best first."""
        linked = (Offer(link=link) for link in self.row.links)
        return (*linked, *(Offer(candidate=one) for one in self.row.candidates))


@dataclass(frozen=True, slots=True)
class LooseItem:
    """An answer that belongs to no question."""

    id: str
    answer: Answer


Item = SectionItem | GroupItem | QuestionItem | LooseItem
Key = tuple[str, str]  # the kind of row, and the id of the question or answer, or of the first one below a head


def key_of(item: Item) -> Key:
    """What a row is known by."""
    kinds = {SectionItem: "section", GroupItem: "group", QuestionItem: "question", LooseItem: "answer"}
    return kinds[type(item)], item.id


def passes(row: Row, wanted: BoardFilter, answers: Mapping[str, Answer]) -> bool:
    """Whether a question is to be shown; `answers` are all of the board, by id."""
    question, decision = row.question, row.decision
    if row.state in wanted.hidden_states or wanted.hidden_fracties.issuperset(members_of(question.fractie) or ("",)):
        return False
    if question.section in wanted.hidden_sections or (wanted.undecided_only and not row.is_undecided):
        return False
    if wanted.verdicts and (decision is None or decision.verdict_uid not in wanted.verdicts):
        return False
    words = wanted.text.casefold().split()
    if not words:
        return True
    ids = dict.fromkeys([*(link.answer for link in row.links), *(one.answer for one in row.candidates)])
    texts = [question.text, *(answers[one].text for one in ids if one is not None and one in answers)]
    if decision is not None:
        texts.append(decision.note)
    joined = " ".join("\n".join(texts).casefold().split())
    return all(word in joined for word in words)


def items_of(board: Board, wanted: BoardFilter, folded: Iterable[Fold] = ()) -> list[Item]:
    """The rows from top to bottom. A head without rows that pass is left out, and what is folded is not listed."""
    closed = frozenset(folded)
    answers = board.answers
    in_blocks = board.exchange.kind == "consultation"
    found: list[Item] = []
    has_sections = any(group.section for group in board.groups)
    for section, members in groupby(board.groups, key=lambda group: group.section):
        groups = tuple(members)
        shown = [(group, _shown(group, wanted, answers)) for group in groups]
        shown = [(group, items) for group, items in shown if items]
        if not shown:
            continue
        if has_sections:
            head = _section(section, groups, in_blocks, ("section", section) in closed)
            found.append(head)
            if head.is_folded:
                continue
        for group, items in shown:
            fold = ("group", section, group.fractie or "")
            found.append(_group(group, fold, fold in closed))
            if fold not in closed:
                found += items
    return found


def _shown(group: Group, wanted: BoardFilter, answers: Mapping[str, Answer]) -> list[Item]:
    total = len(group.rows)
    shown: list[Item] = [
        QuestionItem(row.question.id, row, number, total)
        for number, row in enumerate(group.rows, start=1)
        if passes(row, wanted, answers)
    ]
    return [*shown, *(LooseItem(one.id, one) for one in group.unasked if _loose_passes(one, wanted))]


def _loose_passes(answer: Answer, wanted: BoardFilter) -> bool:
    if wanted.hidden_states or wanted.verdicts or wanted.undecided_only or answer.section in wanted.hidden_sections:
        return False
    if answer.fracties and wanted.hidden_fracties.issuperset(answer.fracties):
        return False
    text = " ".join(answer.text.casefold().split())
    return all(word in text for word in wanted.text.casefold().split())


def _section(section: str, groups: Sequence[Group], in_blocks: bool, is_folded: bool) -> SectionItem:
    title, number = groups[0].title or section, ""
    if section and section != title and title.startswith(section):
        number, title = section, title[len(section) :].lstrip(" .:)")
    cells = {(group.fractie, group.has_no_answers) for group in groups} if in_blocks else set()
    return SectionItem(
        _first(groups[0]),
        ("section", section),
        number,
        title,
        len(cells),
        sum(not has_no_answers for _fractie, has_no_answers in cells),
        sum(len(group.rows) for group in groups),
        is_folded,
    )


def _group(group: Group, fold: Fold, is_folded: bool) -> GroupItem:
    states = tuple(sum(row.state == state for row in group.rows) for state in STATES)
    first = _first(group)
    strong = len(group.strong)
    return GroupItem(first, fold, group.section, group.fractie, states, strong, group.has_no_answers, first, is_folded)


def _first(group: Group) -> str:
    return group.rows[0].question.id
