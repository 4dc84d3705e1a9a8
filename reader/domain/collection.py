"""All that a project, a colleague's copy of it or a file of another program holds, as plain entities to merge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reader.domain.model import (
    Decision,
    Document,
    Highlight,
    Link,
    LinkKind,
    Rejection,
    SetUnit,
    Tag,
    Tagging,
    Text,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class TextVersion:
    """A version of a paper's text without its long parts. `sha256` is that of the body, the other of the bytes."""

    uid: str
    document_uid: str
    version: int
    sha256: str
    original_sha256: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Everything to be merged. `text` reads one whole version by its uid, on demand: bodies are long.

    `deleted` gives for the uid of each thing that was deleted there the moment (ISO 8601 UTC) it was; a tagging's uid
    is "highlight/tag". `parted_at` is the moment from which the two sides went their own ways: what was changed later
    on both sides is told; empty when it is not known. Then it follows from `copies`, a line "moment uid" for each time
    this file was saved as a copy for others, oldest first, and from `merged_at`, when it last took in another.
    `without_notes`: the notes were left out of it, so that an empty one says nothing.
    """

    text: Callable[[str], Text]
    documents: tuple[Document, ...] = ()
    texts: tuple[TextVersion, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    tags: tuple[Tag, ...] = ()
    taggings: tuple[Tagging, ...] = ()
    link_kinds: tuple[LinkKind, ...] = ()
    links: tuple[Link, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    decisions: tuple[Decision, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    set_units: tuple[SetUnit, ...] = ()
    deleted: Mapping[str, str] = field(default_factory=dict)
    parted_at: str = ""
    copies: tuple[str, ...] = ()
    merged_at: str = ""
    without_notes: bool = False
