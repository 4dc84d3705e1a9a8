"""The two sides of a merge in one form: the other's things under our identities, and since when the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from reader.domain.collection import Collection, TextVersion
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
    Verdict,
)
from reader.edit.merging_identities import Identities, identities_of

Row = Document | TextVersion | Highlight | Tag | Tagging | LinkKind | Link | Verdict | Decision | Rejection | SetUnit
Key = tuple[type, str]  # kind and uid
BoundT = TypeVar("BoundT", Highlight, Decision, SetUnit)


@dataclass(frozen=True, slots=True)
class Side:
    """The things of one side, what was deleted there and when, and whether its notes were left out.

    `same` says what it has under another identity than the other side: to be remembered, see merging_identities.
    `own_texts` has its own identities of such texts.
    """

    rows: dict[Key, Row]
    deleted: Mapping[str, str]
    without_notes: bool
    same: frozenset[str] = frozenset()
    own_texts: Mapping[str, str] = field(default_factory=dict)


def key_of(row: Row) -> Key:
    return type(row), row.uid


def time_of(row: Row) -> str:
    """When it was last changed; empty when that is not kept."""
    return getattr(row, "modified_at", "") or getattr(row, "created_at", "")


def sides(ours: Collection, theirs: Collection) -> tuple[Side, Side]:
    """Both sides, the other one's things under our identities."""
    same = identities_of(ours, theirs)
    mine = {key_of(row): row for row in _rows(ours)}
    known = {document.uid: document for document in ours.documents}
    others = {key_of(row): row for row in _under_our_identities(_rows(theirs), same, known)}
    deleted = {_ours_of(uid, same): moment for uid, moment in theirs.deleted.items()}
    return (
        Side(mine, ours.deleted, ours.without_notes),
        Side(
            others,
            deleted,
            theirs.without_notes,
            frozenset(same.notes()),
            {mine: their for their, mine in same.texts.items()},
        ),
    )


def parted_at(ours: Collection, theirs: Collection) -> str:
    """The moment from which the two sides went their own ways, or one before it; empty when nothing is known of it.

    Of copies saved for others it is when the first was saved that only one side descends from. Of two files that a
    program or a person copied, it is after the last change that both have, unless one took in another meanwhile.
    What was changed on one side was changed after it: when a moment says otherwise, a clock was wrong, and it is not
    believed that the two parted later than that.
    """
    known = theirs.parted_at or ours.parted_at
    if known:
        return known
    mine, other = ({key_of(row): row for row in _rows(side)} for side in (ours, theirs))
    pairs = [(row, other[key]) for key, row in mine.items() if key in other]
    latest = min(
        (max(time_of(one), time_of(two)) for one, two in pairs if time_of(one) != time_of(two)), default="\U0010ffff"
    )
    moment = _copied_at(ours, theirs)
    if moment is None and ours.merged_at != theirs.merged_at:
        return ""
    if moment is None or moment > latest:
        return max((time_of(one) for one, two in pairs if one == two and time_of(one) <= latest), default="")
    return moment


def _copied_at(ours: Collection, theirs: Collection) -> str | None:
    """When the first copy for others was saved that only one side descends from; None when there is none."""
    shared = 0
    for mine, other in zip(ours.copies, theirs.copies, strict=False):
        if mine != other:
            break
        shared += 1
    following = [copies[shared] for copies in (ours.copies, theirs.copies) if len(copies) > shared]
    return min(following).partition(" ")[0] if following else None


def _rows(collection: Collection) -> Iterator[Row]:
    yield from collection.documents
    yield from collection.texts
    yield from collection.highlights
    yield from collection.tags
    yield from collection.taggings
    yield from collection.link_kinds
    yield from collection.links
    yield from collection.verdicts
    yield from collection.decisions
    yield from collection.rejections
    yield from collection.set_units


# -- the other side under our identities -------------------------------------------------------------------------------


def _under_our_identities(rows: Iterable[Row], same: Identities, known: Mapping[str, Document]) -> Iterator[Row]:
    documents, texts = same.documents, same.texts
    for row in rows:
        match row:
            case Document():
                yield _paper(row, same, known)
            case TextVersion():
                document_uid = documents.get(row.document_uid, row.document_uid)
                yield replace(row, uid=texts.get(row.uid, row.uid), document_uid=document_uid)
            case Tagging():
                yield replace(row, tag_uid=same.tags[row.tag_uid]) if row.tag_uid in same.tags else row
            case Tag():
                parent = row.parent_uid
                if row.uid in same.tags or parent in same.tags:
                    parent = same.tags.get(parent, parent) if parent is not None else None
                    row = replace(row, uid=same.tags.get(row.uid, row.uid), parent_uid=parent)
                yield row
            case LinkKind():
                yield replace(row, uid=same.link_kinds.get(row.uid, row.uid))
            case Verdict():
                yield replace(row, uid=same.verdicts.get(row.uid, row.uid))
            case Link():
                yield replace(row, kind_uid=same.link_kinds.get(row.kind_uid, row.kind_uid))
            case Rejection():
                yield replace(
                    row,
                    question_text_uid=texts.get(row.question_text_uid, row.question_text_uid),
                    question_document_uid=documents.get(row.question_document_uid, row.question_document_uid),
                    answer_text_uid=texts.get(row.answer_text_uid, row.answer_text_uid),
                    answer_document_uid=documents.get(row.answer_document_uid, row.answer_document_uid),
                )
            case Decision():
                verdict = row.verdict_uid
                if verdict in same.verdicts:
                    row = replace(row, verdict_uid=same.verdicts[verdict])
                yield _bound(row, documents, texts)
            case Highlight():
                yield _bound(row, documents, texts)
            case SetUnit():
                yield _bound(row, documents, texts)


def _paper(row: Document, same: Identities, known: Mapping[str, Document]) -> Document:
    """A paper under our identity; of one that both imported our version stays the one that is shown."""
    text_uid = same.texts.get(row.text_uid, row.text_uid)
    if row.uid not in same.documents:
        return row if text_uid == row.text_uid else replace(row, text_uid=text_uid)
    mine = known.get(same.documents[row.uid])
    if mine is None:  # deleted here
        return replace(row, uid=same.documents[row.uid], text_uid=text_uid)
    return replace(
        row,
        uid=mine.uid,
        text_uid=mine.text_uid,
        source_name=mine.source_name,
        pages=mine.pages,
        characters=mine.characters,
    )


def _bound(row: BoundT, documents: Mapping[str, str], texts: Mapping[str, str]) -> BoundT:
    """What stands in a text, in ours."""
    if row.text_uid not in texts and row.document_uid not in documents:
        return row
    return replace(
        row,
        text_uid=texts.get(row.text_uid, row.text_uid),
        document_uid=documents.get(row.document_uid, row.document_uid),
    )


def _ours_of(uid: str, same: Identities) -> str:
    """Our identity of what the other deleted, a thing or a tagging ("highlight/tag")."""
    highlight, slash, tag = uid.partition("/")
    if slash:
        return f"{highlight}/{same.tags.get(tag) or same.remembered.get(tag, tag)}"
    return same.remembered.get(uid, uid)
