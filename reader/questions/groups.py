"""Which questions and answers of an exchange belong together by section and fractie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.questions.exchange import Answer, Block, Question
from reader.questions.parties import members_of

_SEVERAL, _UNADDRESSED = 0.6, 0.8


@dataclass(frozen=True, slots=True)
class Group:
    """The questions of a fractie in a section, the answers to it in their order, and answers to several fracties."""

    section: str
    fractie: str | None
    questions: tuple[int, ...]
    answers: tuple[int, ...]
    collective: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All groups, and for each section the answers that its questions can be compared with."""

    groups: tuple[Group, ...]
    scopes: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]
    group_of: tuple[int, ...]  # for each question the place of its group


def fit_of_fractie(question: Question, answer: Answer) -> float:
    """How well an answer is addressed to a question's fractie: 1 by name, less where it names none, 0 to another."""
    if not answer.fracties:
        return _SEVERAL if answer.is_collective else _UNADDRESSED
    return 1.0 if set(members_of(question.fractie)) & set(answer.fracties) else 0.0


def stands_apart(fractie: str | None, answer: Answer) -> bool:
    """Whether an answer is to more fracties than those that ask together, so that their order says nothing of it."""
    return answer.is_collective and set(answer.fracties) != set(members_of(fractie))


def arrange(questions: Sequence[Question], answers: Sequence[Answer]) -> Arrangement:
    """The groups in the order of the questions.

    Where the two parts have no section in common, sections say nothing and only the fractie counts; so too for the
    questions of a section without answers, as far as there are answers in sections without questions.
    """
    sections = {question.section for question in questions}
    shared = sections & {answer.section for answer in answers}
    loose = [number for number, answer in enumerate(answers) if answer.section not in sections]
    by_section: dict[str, list[int]] = {}
    for number, answer in enumerate(answers):
        by_section.setdefault(answer.section if shared else "", []).append(number)
    cells: dict[tuple[str, str | None], list[int]] = {}
    for number, question in enumerate(questions):
        cells.setdefault((question.section, question.fractie), []).append(number)
    groups: list[Group] = []
    group_of = [0] * len(questions)
    scoped: dict[str, tuple[list[int], list[int]]] = {}
    for (section, fractie), members in cells.items():
        near = by_section.get(section, loose) if shared else by_section.get("", [])
        fitting = [number for number in near if fit_of_fractie(questions[members[0]], answers[number]) > 0]
        own = [number for number in fitting if not stands_apart(fractie, answers[number])]
        collective = [number for number in fitting if stands_apart(fractie, answers[number])]
        for member in members:
            group_of[member] = len(groups)
        groups.append(Group(section, fractie, tuple(members), tuple(own), tuple(collective)))
        scope = scoped.setdefault(section, ([], near))
        scope[0].extend(members)
    scopes = tuple((tuple(sorted(members)), tuple(near)) for members, near in scoped.values())
    return Arrangement(tuple(groups), scopes, tuple(group_of))


def blocks_without_answers(questions: Sequence[Question], answers: Sequence[Answer]) -> tuple[Block, ...]:
    """The questions of a fractie in a section to which no answer at all is addressed; needs no likeness."""
    if not answers:
        return ()
    return tuple(
        Block(group.section, group.fractie, tuple(questions[number].id for number in group.questions))
        for group in arrange(questions, answers).groups
        if not group.answers and not group.collective
    )
