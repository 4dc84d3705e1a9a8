"""What is recognised in a paper of questions and answers. Offsets are code points of the source text, half-open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

ExchangeKind = Literal["numbered", "consultation", "kamervragen", "list", "none"]


@dataclass(frozen=True, slots=True)
class Person:
    """A member who asks, and the party in the paper's own spelling; "" where it names none."""

    name: str
    party: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of written questions says; dates are YYYY-MM-DD, None where they are not given."""

    askers: tuple[Person, ...] = ()
    addressees: tuple[str, ...] = ()
    subject: str = ""
    sent: str | None = None
    answered: str | None = None
    answered_by: tuple[str, ...] = ()
    on_behalf_of: tuple[str, ...] = ()
    is_delay_notice: bool = False  # a "Mededeling" that the answer comes later

    @property
    def days(self) -> int | None:
        """The days between the question and its answer; None where one date is unknown, or for a delay notice."""
        from datetime import date

        if self.sent is None or self.answered is None or self.is_delay_notice:
            return None
        return (date.fromisoformat(self.answered) - date.fromisoformat(self.sent)).days


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a unit's `text`, by its offsets in that text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Question:
    """One subject asked about, with its lead-in; `core_start` is where the asking itself begins.

    `text` is the reading text of the unit and `core` the offset of the asking in it. `section` is the number of the
    section ("1.3"), else its title.
    """

    id: str
    label: str
    numbers: tuple[int, ...]
    start: int
    end: int
    core_start: int
    fractie: str | None
    section: str
    text: str
    core: int = 0
    paragraph: int = 0  # which paragraph of the paper it begins in


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. `is_collective` is an answer to several fracties at once."""

    id: str
    label: str
    numbers: tuple[int, ...]
    start: int
    end: int
    fracties: tuple[str, ...]
    section: str
    text: str
    sentences: tuple[Sentence, ...] = ()
    is_collective: bool = False

    @property
    def echo(self) -> str:
        """The opening, which in these papers repeats the question."""
        end = 0
        for sentence in self.sentences:
            end = sentence.end
            if end >= 60:
                break
        return self.text[:end]


@dataclass(frozen=True, slots=True)
class Block:
    """The questions of one fractie in one section."""

    section: str
    fractie: str | None
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Exchange:
    """The questions and answers of a paper, or of two; of kind "none" where the paper is of another sort.

    `corpus` are the texts that tell which words are rare, where those are not the texts of the units as they are.
    """

    kind: ExchangeKind
    head: Head | None = None
    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    blocks_without_answers: tuple[Block, ...] = ()
    section_titles: dict[str, str] = field(default_factory=dict)
    corpus: tuple[str, ...] = ()


NOTHING = Exchange("none")
