"""The things a project holds, as frozen dataclasses. Offsets are code points of a source text, half-open."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, TypeVar

AnchorStatus = Literal["exact", "moved", "fuzzy", "orphan"]
HighlightKind = Literal["highlight", "anchor"]  # an anchor is the bare end of a link
UnitRole = Literal["question", "answer"]


def new_uid() -> str:
    """A new random identity: a lower-case UUID of 36 characters."""
    return str(uuid.uuid4())


def now() -> str:
    """The present moment as ISO 8601 UTC text with milliseconds, the form in which a project keeps times."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source text, in code points, half-open."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def contains(self, offset: int) -> bool:
        return self.start <= offset < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as the user knows it. `text_uid` names the version of its text that is shown."""

    uid: str
    title: str
    text_uid: str
    kind: str = "other"
    date: str | None = None  # YYYY, YYYY-MM or YYYY-MM-DD: what is known, never more
    dossiers: tuple[str, ...] = ()  # "19637", "21501-02"
    number: str | None = None
    chamber: str | None = None
    session: str | None = None  # "2017-2018"
    senders: tuple[str, ...] = ()
    language: str = "nl"
    source_name: str = ""
    url: str = ""  # where it is published, as the user or the file says; never fetched
    reference: str = ""  # the sender's own mark on a letter ("kenmerk")
    pages: int = 0
    characters: int = 0
    position: int = 0  # place in the list of documents; the number the command line shows is its rank, from 1
    created_at: str = ""
    modified_at: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """One imported version of a document's text, never changed, with its original bytes and recognised structure."""

    uid: str
    document_uid: str
    version: int
    importer: str  # name and version of the code that extracted it
    encoding: str
    sha256: str  # of the body in UTF-8
    body: str
    structure: bytes  # text.structure.Structure.to_bytes()
    media_type: str
    original: bytes
    original_sha256: str
    created_at: str


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked passage, bound to a source text by offsets, exact quote and 32 characters of context on each side."""

    uid: str
    text_uid: str
    document_uid: str
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    kind: HighlightKind = "highlight"
    status: AnchorStatus = "exact"
    note: str = ""
    author: str = ""
    created_at: str = ""
    modified_at: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Tag:
    """A label. `hue` and `pattern` are numbers 1-9 of the theme's hues and line patterns; `digit` is its key."""

    uid: str
    name: str
    hue: int = 1
    pattern: int = 1
    parent_uid: str | None = None
    description: str = ""
    digit: int | None = None
    position: int = 0
    created_at: str = ""
    modified_at: str = ""


@dataclass(frozen=True, slots=True)
class Tagging:
    """A highlight has a label."""

    highlight_uid: str
    tag_uid: str
    created_at: str = ""
    author: str = ""

    @property
    def uid(self) -> str:
        return f"{self.highlight_uid}/{self.tag_uid}"


@dataclass(frozen=True, slots=True)
class LinkKind:
    """A type of link. The built-in ones have a fixed uid and a name that is translated; users add their own."""

    uid: str
    name: str  # as typed by the user; for a built-in kind its key, such as "answers"
    inverse: str = ""  # as read from the target's side
    position: int = 0
    builtin: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A directed, typed link between two highlights (or bare anchors): question -> answer, citing -> cited."""

    uid: str
    kind_uid: str
    source_uid: str
    target_uid: str
    note: str = ""
    origin: str = "user"  # or "suggestion"
    author: str = ""
    created_at: str = ""
    modified_at: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a question was answered, in the user's judgement. Built-in ones have a fixed uid and a translated name."""

    uid: str
    name: str  # as typed by the user; for a built-in verdict its key, such as "partly"
    position: int = 0
    builtin: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What the user decided about one question, bound to its place in the source text.

    `is_open`: it was looked at and has no answer here. The answers that were accepted are links, not decisions.
    """

    uid: str
    text_uid: str
    document_uid: str
    start: int
    end: int
    verdict_uid: str | None = None
    is_open: bool = False
    note: str = ""
    author: str = ""
    created_at: str = ""
    modified_at: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A proposed answer that the user rejected: it is never proposed again for this question."""

    uid: str
    question_text_uid: str
    question_document_uid: str
    question_start: int
    question_end: int
    answer_text_uid: str
    answer_document_uid: str
    answer_start: int
    answer_end: int
    author: str = ""
    created_at: str = ""

    @property
    def question_span(self) -> Span:
        return Span(self.question_start, self.question_end)

    @property
    def answer_span(self) -> Span:
        return Span(self.answer_start, self.answer_end)


@dataclass(frozen=True, slots=True)
class SetUnit:
    """A question or an answer whose ends the user set; what the program recognises there gives way to it.

    `is_dropped`: what stands here is no question or answer at all.
    """

    uid: str
    text_uid: str
    document_uid: str
    role: UnitRole
    start: int
    end: int
    is_dropped: bool = False
    author: str = ""
    created_at: str = ""
    modified_at: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Tombstone:
    """When a thing was deleted: what a merge needs to know of it. `uid` is that of the thing."""

    uid: str
    deleted_at: str


Entity = (
    Document | Text | Highlight | Tag | Tagging | LinkKind | Link | Verdict | Decision | Rejection | SetUnit | Tombstone
)
EntityT = TypeVar(
    "EntityT", Document, Text, Highlight, Tag, Tagging, LinkKind, Link, Verdict, Decision, Rejection, SetUnit, Tombstone
)

# Each name is read from source to target; an answer is linked question -> answer, so the source is the question.
BUILTIN_LINK_KINDS: tuple[LinkKind, ...] = tuple(
    LinkKind(f"00000000-0000-4000-8000-0000000000{index:02d}", name, inverse, index, builtin=True)
    for index, (name, inverse) in enumerate(
        [
            ("answered-by", "answers"),
            ("refers-to", "referred-to-by"),
            ("quotes", "quoted-by"),
            ("contradicts", "contradicted-by"),
            ("repeats", "repeated-by"),
            ("follows-up", "followed-up-by"),
            ("promise-kept-by", "keeps-promise"),
        ],
        start=1,
    )
)
ANSWERED_BY, REFERS_TO = BUILTIN_LINK_KINDS[0], BUILTIN_LINK_KINDS[1]

BUILTIN_VERDICTS: tuple[Verdict, ...] = tuple(
    Verdict(f"00000000-0000-4000-8000-0000000001{index:02d}", name, index, builtin=True)
    for index, name in enumerate(("answered", "partly", "refused", "refers", "postponed", "not"), start=1)
)


def by_uid(entities: Iterable[EntityT]) -> dict[str, EntityT]:
    """The entities by their identity."""
    return {entity.uid: entity for entity in entities}
