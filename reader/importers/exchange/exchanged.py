"""What reading an exchange file gives: things to merge into a project, and a report on each of them."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import chain
from typing import Final, Literal, Protocol

from reader.domain.collection import Collection, TextVersion
from reader.domain.model import Document, Highlight, Text, now
from reader.text.source import sha256_of

ItemKind = Literal["file", "document", "label", "highlight", "note", "link", "variable", "set"]
Outcome = Literal["read", "left out", "repaired"]

LONG_AGO: Final = "1970-01-01T00:00:00.000Z"
_UNSEEN: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_NAMESPACE: Final = uuid.UUID("b2f3a6de-5c0e-5b8e-8a57-3f0f3a1c7d42")  # of identities that are made from names


@dataclass(frozen=True, slots=True)
class Item:
    """What became of one thing in the file. `detail` is an English sentence, of a fixed form; empty when all is well.

    Labels and documents have one each; of passages, notes and links only those that were not simply read.
    """

    kind: ItemKind
    name: str
    outcome: Outcome
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What came out of a file called `name`; its collection holds whole texts and is ready to be merged."""

    collection: Collection
    items: tuple[Item, ...]
    name: str


class Papers(Protocol):
    """What is asked of a project to find its papers again; the store satisfies it by shape."""

    def documents(self) -> list[Document]: ...
    def body(self, text_uid: str) -> str: ...
    def fingerprints(self) -> list[tuple[str, str, str]]: ...  # document, SHA-256 of text and of bytes
    def highlights(self, document_uid: str | None = None) -> list[Highlight]: ...


@dataclass(frozen=True, slots=True)
class Known:
    """The papers of the project that is read into."""

    documents: tuple[Document, ...] = ()
    body: Callable[[str], str] = field(default=lambda _uid: "")
    highlights: Callable[[str], list[Highlight]] = field(default=lambda _uid: [])  # of a paper by its uid
    by_digest: Mapping[str, tuple[Document, ...]] = field(default_factory=dict)  # SHA-256 of text or bytes

    def with_body(self, body: str, uid: str) -> Document | None:
        """The paper that shows exactly this text, of several rather that with this uid; None when there is none."""
        found = sorted(self.by_digest.get(sha256_of(body), ()), key=lambda document: document.uid != uid)
        return next((document for document in found if self.body(document.text_uid) == body), None)

    def with_digest(self, digest: str, title: str) -> Document | None:
        """The paper of which a version has this SHA-256, of several rather that with this title; None without one."""
        found = self.by_digest.get(digest, ())
        named = (document for document in found if document.title.casefold() == title.casefold())
        return next(chain(named, found), None)

    def version_of(self, document: Document) -> TextVersion:
        """The version of its text that a paper shows."""
        digest = sha256_of(self.body(document.text_uid))
        return TextVersion(document.text_uid, document.uid, 1, digest, "")


def known_papers(papers: Papers | None) -> Known:
    """The papers of a project, ready to be found; none when there is no project."""
    if papers is None:
        return Known()
    documents = {document.uid: document for document in papers.documents()}
    digests: dict[str, dict[str, Document]] = {}
    for uid, *both in papers.fingerprints():
        for digest in both:
            if digest and uid in documents:
                digests.setdefault(digest, {})[uid] = documents[uid]
    return Known(
        tuple(documents.values()),
        papers.body,
        papers.highlights,
        {digest: tuple(found.values()) for digest, found in digests.items()},
    )


def uid_of(guid: str) -> str:
    """The identity of what a file calls `guid`: in small letters, without braces; made from it when it is no GUID."""
    bare = guid.strip().strip("{}").lower()
    with suppress(ValueError):
        if len(bare) == 36:
            return str(uuid.UUID(bare))
    return made_uid("guid", bare)


def made_uid(*names: str) -> str:
    """The identity of what a file gives none; the same names always give the same one, so reading twice is safe."""
    return str(uuid.uuid5(_NAMESPACE, "\x1f".join(names).encode("utf-8", "replace").decode("utf-8")))


def moment_of(written: str) -> str:
    """A moment in ISO 8601 as a project keeps it, UTC with milliseconds; nothing for what is none."""
    with suppress(ValueError, OverflowError):
        moment = datetime.fromisoformat(written.strip())
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return ""


def made_at(*written: str) -> str:
    """The first of these that is a moment, else the present one: when a thing was made."""
    return _first(*written) or now()


def changed_at(*written: str) -> str:
    """The first of these that is a moment, else one before all: what has no date never wins from what a user wrote."""
    return _first(*written) or LONG_AGO


def _first(*written: str) -> str:
    return next((moment for one in written if (moment := moment_of(one))), "")


def one_line(words: str, most: int = 200) -> str:
    """Words on one line of at most `most` code points, without controls and turns of direction."""
    tidy = " ".join(_UNSEEN.sub(" ", words).split())
    return tidy if len(tidy) <= most else tidy[: most - 1].rstrip() + "…"


def text_by_uid(texts: Mapping[str, Text]) -> Callable[[str], Text]:
    """What gives a whole text by its uid. Raises KeyError for one that did not come from the file."""
    return texts.__getitem__
