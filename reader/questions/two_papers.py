"""Questions in one paper and their answers in another: when to offer that, and the exchange of both."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import Literal

from reader.questions.exchange import NOTHING, Exchange
from reader.questions.groups import blocks_without_answers
from reader.questions.likeness import content_words, stem_of
from reader.questions.matching import texts_of

Ground = Literal["numbers", "subject", "dossier"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two papers: what was recognised in it (with `lone=True`), its title and its dossiers."""

    exchange: Exchange
    title: str = ""
    dossiers: tuple[str, ...] = ()


def grounds_to_pair(asking: Side, answering: Side) -> tuple[Ground, ...]:
    """Why the answers of one paper may belong to the questions of the other; nothing where it is not to be offered.

    Numbers alone are no ground, for every set of questions begins with 1: the subject or the dossier must match too,
    unless one of the papers says nothing about them.
    """
    one, other = asking.exchange, answering.exchange
    if not one.questions or not other.answers or "none" in (one.kind, other.kind):
        return ()
    if (one.kind == "consultation") != (other.kind == "consultation"):
        return ()
    found: list[Ground] = []
    asked = {number for question in one.questions for number in question.numbers}
    answered = {number for answer in other.answers for number in answer.numbers}
    if len(answered) > 1 and answered <= asked:
        found.append("numbers")
    subjects = _subject(asking), _subject(answering)
    if len(subjects[0] & subjects[1]) >= 2 or (subjects[0] and subjects[0] == subjects[1]):
        found.append("subject")
    if set(asking.dossiers) & set(answering.dossiers):
        found.append("dossier")
    if found == ["numbers"] and all(subjects):
        return ()
    return tuple(found)


def _subject(side: Side) -> frozenset[str]:
    head = side.exchange.head
    words = head.subject if head is not None and head.subject else side.title
    return frozenset(stem_of(word) for word in content_words(words))


def across(asking: Exchange, answering: Exchange) -> Exchange:
    """The questions of one paper with the answers of the other; offsets are those of the paper each comes from."""
    if not asking.questions or not answering.answers:
        return NOTHING
    is_consultation = asking.kind == "consultation"
    blocks = blocks_without_answers(asking.questions, answering.answers) if is_consultation else ()
    corpus = [one.corpus or texts_of(one.questions, one.answers) for one in (asking, answering) if is_consultation]
    return Exchange(
        asking.kind,
        asking.head or answering.head,
        asking.questions,
        answering.answers,
        blocks,
        answering.section_titles | asking.section_titles,
        tuple(chain.from_iterable(corpus)),
    )
