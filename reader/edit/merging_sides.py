"""The two sides of a merge in one form: the other's things under our identities, and since when the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
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

Row = Document | TextVersion | Highlight | Tag | Tagging | LinkKind | Link | Verdict | Decision | Rejection | SetUnit
Key = tuple[type, str]  # kind and uid
BoundT = TypeVar("BoundT", Highlight, Decision, SetUnit)


@dataclass(frozen=True, slots=True)
class Side:
    """The things of one side, what was deleted there and when, and whether its notes were left out."""

    rows: dict[Key, Row]
    deleted: Mapping[str, str]
    without_notes: bool


@dataclass(frozen=True, slots=True)
class Identities:
    """For what both have under two identities: theirs, and ours. All else keeps its own."""

    documents: dict[str, str]
    texts: dict[str, str]
    tags: dict[str, str]
    link_kinds: dict[str, str]
    verdicts: dict[str, str]


def key_of(row: Row) -> Key:
    return type(row), row.uid


def time_of(row: Row) -> str:
    """When it was last changed; empty when that is not kept."""
    return getattr(row, "modified_at", "") or getattr(row, "created_at", "")


def sides(ours: Collection, theirs: Collection) -> tuple[Side, Side]:
    """Both sides, the other one's things under our identities."""
    same = _identities(ours, theirs)
    mine = {key_of(row): row for row in _rows(ours)}
    known = {document.uid: document for document in ours.documents}
    others = {key_of(row): row for row in _under_our_identities(_rows(theirs), same, known)}
    deleted = {_tagging_uid(uid, same.tags) if "/" in uid else uid: moment for uid, moment in theirs.deleted.items()}
    return Side(mine, ours.deleted, ours.without_notes), Side(others, deleted, theirs.without_notes)


def parted_at(ours: Collection, theirs: Collection) -> str:
    """The moment from which the two sides went their own ways, or one before it; empty when nothing is known of it.

    Of copies saved for others it is when the first was saved that only one side descends from. Of two files that a
    program or a person copied, it is after the last change that both have, unless one took in another meanwhile.
    """
    known = theirs.parted_at or ours.parted_at
    if known:
        return known
    shared = 0
    for mine, other in zip(ours.copies, theirs.copies, strict=False):
        if mine != other:
            break
        shared += 1
    following = [copies[shared] for copies in (ours.copies, theirs.copies) if len(copies) > shared]
    if following:
        return min(following).partition(" ")[0]
    if ours.merged_at != theirs.merged_at:
        return ""
    mine_rows = {key_of(row): row for row in _rows(ours)}
    return max((time_of(row) for row in _rows(theirs) if mine_rows.get(key_of(row)) == row), default="")


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


# -- what is the same thing under two identities -----------------------------------------------------------------------


def _identities(ours: Collection, theirs: Collection) -> Identities:
    documents = _same_papers(ours, theirs)
    return Identities(
        documents,
        _same_texts(ours, theirs, documents),
        _same_tags(ours, theirs),
        _same_names(ours.link_kinds, theirs.link_kinds),
        _same_names(ours.verdicts, theirs.verdicts),
    )


def _same_papers(ours: Collection, theirs: Collection) -> dict[str, str]:
    """Papers that both imported: a version of the one has the text or the bytes of a version of the other."""
    mine, others = {one.uid for one in ours.documents}, {one.uid for one in theirs.documents}
    free: dict[str, str] = {}  # by either sum
    for text in ours.texts:
        if text.document_uid not in others:
            free.setdefault(text.sha256, text.document_uid)
            free.setdefault(text.original_sha256, text.document_uid)
    same: dict[str, str] = {}
    taken: set[str] = set()
    for text in theirs.texts:
        found = free.get(text.sha256) or free.get(text.original_sha256)
        if found is not None and found not in taken and text.document_uid not in mine | set(same):
            same[text.document_uid] = found
            taken.add(found)
    return same


def _same_texts(ours: Collection, theirs: Collection, documents: Mapping[str, str]) -> dict[str, str]:
    """Versions of one paper with exactly one text."""
    mine, others = {one.uid for one in ours.texts}, {one.uid for one in theirs.texts}
    free = {(text.document_uid, text.sha256): text.uid for text in ours.texts if text.uid not in others}
    same: dict[str, str] = {}
    for text in theirs.texts:
        place = (documents.get(text.document_uid, text.document_uid), text.sha256)
        if text.uid not in mine and place in free:
            same[text.uid] = free.pop(place)
    return same


def _same_tags(ours: Collection, theirs: Collection) -> dict[str, str]:
    """Labels that both made, with one name under one parent. One that the other side deleted is none of these."""
    mine, others = {tag.uid for tag in ours.tags}, {tag.uid for tag in theirs.tags}
    known = others.union(theirs.deleted)
    free = {(tag.parent_uid, tag.name.casefold()): tag.uid for tag in ours.tags if tag.uid not in known}
    same: dict[str, str] = {}
    for tag in _from_the_top(theirs.tags):
        parent = same.get(tag.parent_uid, tag.parent_uid) if tag.parent_uid is not None else None
        place = (parent, tag.name.casefold())
        if tag.uid not in mine and tag.uid not in ours.deleted and place in free:
            same[tag.uid] = free.pop(place)
    return same


def _from_the_top(tags: Iterable[Tag]) -> Iterator[Tag]:
    """Each label after the one it lies under."""
    under: dict[str | None, list[Tag]] = {}
    for tag in tags:
        under.setdefault(tag.parent_uid, []).append(tag)
    todo = list(under.get(None, ()))
    for tag in todo:
        yield tag
        todo.extend(under.get(tag.uid, ()))


def _same_names(ours: Iterable[LinkKind | Verdict], theirs: Iterable[LinkKind | Verdict]) -> dict[str, str]:
    """Types of link, or verdicts, that both made under one name."""
    mine = {one.name.casefold(): one.uid for one in ours if not one.builtin}
    known = {one.uid for one in ours}
    return {
        one.uid: mine[one.name.casefold()]
        for one in theirs
        if not one.builtin and one.uid not in known and one.name.casefold() in mine
    }


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
    mine = known[same.documents[row.uid]]
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


def _tagging_uid(uid: str, tags: Mapping[str, str]) -> str:
    highlight, _slash, tag = uid.partition("/")
    return f"{highlight}/{tags.get(tag, tag)}"
