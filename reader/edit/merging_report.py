"""What a merge tells: an item for each thing that came in, was changed or removed here, or changed on both sides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from reader.domain.collection import TextVersion
from reader.domain.model import Decision, Document, Highlight, Link, LinkKind, Rejection, SetUnit, Tag, Tagging, Verdict
from reader.edit.merging_sides import Key, Row

ItemKind = Literal[
    "paper", "version", "passage", "label", "labelling", "link", "link-kind", "verdict", "decision", "rejection", "unit"
]
Outcome = Literal["added", "changed", "both", "removed", "returned", "joined"]
KINDS: Mapping[type, ItemKind] = {
    Document: "paper",
    TextVersion: "version",
    Highlight: "passage",
    Tag: "label",
    Tagging: "labelling",
    Link: "link",
    LinkKind: "link-kind",
    Verdict: "verdict",
    Decision: "decision",
    Rejection: "rejection",
    SetUnit: "unit",
}
WORDS = 160  # code points of a quote
TOLD = {
    Document: (
        "title",
        "kind",
        "date",
        "dossiers",
        "number",
        "chamber",
        "session",
        "senders",
        "language",
        "url",
        "reference",
    ),
    Highlight: ("quote", "note"),
    Tag: ("name", "parent_uid", "hue", "pattern", "digit", "description"),
    Link: ("kind_uid", "note"),
    Decision: ("verdict_uid", "is_open", "note"),
}  # what can differ, by name of the field, of the things people change

REFERS_TO: Mapping[str, type] = {"parent_uid": Tag, "kind_uid": LinkKind, "verdict_uid": Verdict}


@dataclass(frozen=True, slots=True)
class Difference:
    """What a thing said in one field on either side, before the merge."""

    field: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class MergeItem:
    """What the merge does to one thing of our project.

    "added" came in; "changed" takes over what the other changed; "both": changed on both sides, the newest stays and
    notes are kept; "removed" was deleted there; "returned" was deleted on one side and stays, for the other went on
    with it; "joined" goes into another of its kind at one place. `words` is a quote, a name or a title.
    """

    kind: ItemKind
    outcome: Outcome
    uid: str
    words: str
    document_uid: str = ""
    differences: tuple[Difference, ...] = ()


def differences(mine: Row, other: Row, rows: Mapping[Key, Row]) -> tuple[Difference, ...]:
    """In what two states of a thing differ, as far as people are told; `rows` has the things they may name."""

    def told(row: Row, name: str) -> str:
        value = getattr(row, name)
        named = rows.get((REFERS_TO[name], value)) if name in REFERS_TO else None
        return named.name if isinstance(named, Tag | LinkKind | Verdict) else _plain(value)

    return tuple(
        Difference(name, told(mine, name), told(other, name))
        for name in TOLD.get(type(mine), ())
        if getattr(mine, name) != getattr(other, name)
    )


def item(key: Key, row: Row, outcome: Outcome, rows: Mapping[Key, Row], said: Iterable[Difference] = ()) -> MergeItem:
    """The item of one thing; `rows` has the things it may be named after."""
    words, document_uid = _named(row, lambda kind, uid: rows.get((kind, uid)))
    return MergeItem(KINDS[key[0]], outcome, key[1], words, document_uid, tuple(said))


def counted(items: Iterable[MergeItem]) -> Iterator[tuple[ItemKind, Outcome, int]]:
    """How many items there are of each kind and outcome, in the order in which they first come."""
    numbers: dict[tuple[ItemKind, Outcome], int] = {}
    for one in items:
        numbers[one.kind, one.outcome] = numbers.get((one.kind, one.outcome), 0) + 1
    return ((kind, outcome, number) for (kind, outcome), number in numbers.items())


def _named(row: Row, find: Callable[[type, str], Row | None]) -> tuple[str, str]:
    """What a thing is called, and the paper it stands in."""

    def passage(uid: str) -> tuple[str, str]:
        found = find(Highlight, uid)
        return (_one_line(found.quote), found.document_uid) if isinstance(found, Highlight) else ("", "")

    def title(uid: str) -> str:
        found = find(Document, uid)
        return found.title if isinstance(found, Document) else ""

    match row:
        case Document():
            return row.title, row.uid
        case TextVersion():
            return title(row.document_uid), row.document_uid
        case Highlight():
            return passage(row.uid)
        case Tagging():
            tag = find(Tag, row.tag_uid)
            quote, document_uid = passage(row.highlight_uid)
            return f"{tag.name if isinstance(tag, Tag) else ''}: {quote}", document_uid
        case Link():
            quote, document_uid = passage(row.source_uid)
            return f"{quote} → {passage(row.target_uid)[0]}", document_uid
        case Rejection():
            return title(row.question_document_uid), row.question_document_uid
        case Decision() | SetUnit():
            return title(row.document_uid), row.document_uid
        case _:
            return row.name, ""


def _one_line(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= WORDS else words[: WORDS - 1].rstrip() + "…"


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(part) for part in value)
    return "" if value is None else str(value)
