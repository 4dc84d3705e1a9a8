"""Which table holds which entity, and how an entity becomes a row and a row an entity."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from reader.domain.model import (
    Decision,
    Document,
    Entity,
    Highlight,
    Link,
    LinkKind,
    Rejection,
    SetUnit,
    Tag,
    Text,
    Verdict,
)

Row = tuple[Any, ...]
IdOf = Callable[[str, str], int]  # (table, uid) -> the integer id of that row


@dataclass(frozen=True, slots=True)
class EntityTable:
    """A table with one row per entity. `references` are the columns that hold the id of a row of another table.

    `fields` names the attribute of the entity behind each other column; `references` gives (column, table, attribute).
    """

    name: str
    fields: Mapping[str, str]
    references: tuple[tuple[str, str, str], ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in the order of `values`, without the id."""
        return (*self.fields, *(column for column, _table, _attribute in self.references))

    def values(self, entity: Entity, id_of: IdOf) -> Row:
        """The row of an entity, without its id."""
        plain = tuple(_plain(getattr(entity, attribute)) for attribute in self.fields.values())
        return plain + tuple(
            None if (uid := getattr(entity, attribute)) is None else id_of(table, uid)
            for _column, table, attribute in self.references
        )


def _same(*names: str) -> dict[str, str]:
    return {name: name for name in names}


DOCUMENT_FIELDS = (
    "uid", "title", "kind", "date", "dossiers", "number", "chamber", "session", "senders", "language", "source_name",
    "url", "reference", "pages", "characters", "position", "created_at", "modified_at",
)  # fmt: skip
HIGHLIGHT_FIELDS = (
    "uid", "kind", "quote", "prefix", "suffix", "status", "note", "author", "created_at", "modified_at",
)  # fmt: skip
TAG_FIELDS = (
    "uid", "name", "hue", "pattern", "description", "digit", "position", "created_at", "modified_at",
)  # fmt: skip
OFFSETS = {"start_offset": "start", "end_offset": "end"}

ENTITY_TABLES: Mapping[type, EntityTable] = {
    Document: EntityTable("documents", _same(*DOCUMENT_FIELDS), (("current_text_id", "texts", "text_uid"),)),
    Text: EntityTable(
        "texts",
        _same("uid", "version", "importer", "encoding", "sha256", "created_at", "body"),
        (("document_id", "documents", "document_uid"),),
    ),
    Highlight: EntityTable(
        "annotations",
        _same(*HIGHLIGHT_FIELDS) | OFFSETS,
        (("text_id", "texts", "text_uid"),),
    ),
    Tag: EntityTable("tags", _same(*TAG_FIELDS), (("parent_id", "tags", "parent_uid"),)),
    LinkKind: EntityTable("link_kinds", _same("uid", "name", "inverse", "position", "builtin")),
    Link: EntityTable(
        "links",
        _same("uid", "note", "origin", "author", "created_at", "modified_at"),
        (
            ("kind_id", "link_kinds", "kind_uid"),
            ("source_id", "annotations", "source_uid"),
            ("target_id", "annotations", "target_uid"),
        ),
    ),
    Verdict: EntityTable("verdicts", _same("uid", "name", "position", "builtin")),
    Decision: EntityTable(
        "decisions",
        _same("uid", "is_open", "note", "author", "created_at", "modified_at") | OFFSETS,
        (("text_id", "texts", "text_uid"), ("verdict_id", "verdicts", "verdict_uid")),
    ),
    Rejection: EntityTable(
        "rejections",
        _same("uid", "question_start", "question_end", "answer_start", "answer_end", "author", "created_at"),
        (("question_text_id", "texts", "question_text_uid"), ("answer_text_id", "texts", "answer_text_uid")),
    ),
    SetUnit: EntityTable(
        "set_units",
        _same("uid", "role", "is_dropped", "author", "created_at", "modified_at") | OFFSETS,
        (("text_id", "texts", "text_uid"),),
    ),
}


def extra_columns(entity: Entity) -> dict[str, str | int | None]:
    """Columns that only repeat what is known, for readers of the file: the first dossier, the length of a text."""
    if isinstance(entity, Document):
        return {"dossier": entity.dossiers[0] if entity.dossiers else None}
    if isinstance(entity, Text):
        return {"characters": len(entity.body)}
    return {}


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return int(value)
    return value


# From a row to an entity. Each SELECT names its columns in the order of the dataclass' fields.
DOCUMENT_SELECT = """SELECT documents.uid, title, texts.uid, kind, date, dossiers, number, chamber, session, senders,
  language, source_name, url, reference, pages, documents.characters, position, documents.created_at,
  documents.modified_at
  FROM documents JOIN texts ON texts.id = documents.current_text_id"""


def document_from(row: Row) -> Document:
    uid, title, text_uid, kind, date, dossiers, number, chamber, session, senders, *rest = row
    return Document(
        uid, title, text_uid, kind, date, _strings(dossiers), number, chamber, session, _strings(senders), *rest
    )


def _strings(data: str) -> tuple[str, ...]:
    return tuple(str(item) for item in json.loads(data)) if data != "[]" else ()


TEXT_SELECT = """SELECT texts.uid, documents.uid, texts.version, texts.importer, texts.encoding, texts.sha256,
  texts.body, structures.data, originals.media_type, originals.compressed, originals.data, originals.sha256,
  texts.created_at
  FROM texts JOIN documents ON documents.id = texts.document_id
  JOIN structures ON structures.text_id = texts.id JOIN originals ON originals.text_id = texts.id"""


def text_from(row: Row) -> Text:
    uid, document_uid, version, importer, encoding, sha256, body, structure, *original, created_at = row
    media_type, compressed, data, original_sha256 = original
    return Text(
        uid, document_uid, version, importer, encoding, sha256, body, structure, media_type,
        unpacked(data, compressed), original_sha256, created_at,
    )  # fmt: skip


HIGHLIGHT_COLUMNS = """annotations.uid, annotations.text_id, annotations.start_offset, annotations.end_offset,
  annotations.quote, annotations.prefix, annotations.suffix, annotations.kind, annotations.status, annotations.note,
  annotations.author, annotations.created_at, annotations.modified_at"""

TAG_SELECT = """SELECT tags.uid, tags.name, tags.hue, tags.pattern, parents.uid, tags.description, tags.digit,
  tags.position, tags.created_at, tags.modified_at FROM tags LEFT JOIN tags AS parents ON parents.id = tags.parent_id"""

TAGGING_SELECT = """SELECT annotations.uid, tags.uid, annotation_tags.created_at, annotation_tags.author
  FROM annotation_tags
  JOIN annotations ON annotations.id = annotation_tags.annotation_id JOIN tags ON tags.id = annotation_tags.tag_id"""

LINK_SELECT = """SELECT links.uid, link_kinds.uid, sources.uid, targets.uid, links.note, links.origin, links.author,
  links.created_at, links.modified_at FROM links JOIN link_kinds ON link_kinds.id = links.kind_id
  JOIN annotations AS sources ON sources.id = links.source_id
  JOIN annotations AS targets ON targets.id = links.target_id"""

LINK_KIND_SELECT = "SELECT uid, name, inverse, position, builtin FROM link_kinds"


def link_kind_from(row: Row) -> LinkKind:
    uid, name, inverse, position, builtin = row
    return LinkKind(uid, name, inverse, position, bool(builtin))


VERDICT_SELECT = "SELECT uid, name, position, builtin FROM verdicts"


def verdict_from(row: Row) -> Verdict:
    uid, name, position, builtin = row
    return Verdict(uid, name, position, bool(builtin))


DECISION_SELECT = """SELECT decisions.uid, texts.uid, documents.uid, start_offset, end_offset, verdicts.uid, is_open,
  note, author, decisions.created_at, decisions.modified_at
  FROM decisions JOIN texts ON texts.id = decisions.text_id JOIN documents ON documents.id = texts.document_id
  LEFT JOIN verdicts ON verdicts.id = decisions.verdict_id"""


def decision_from(row: Row) -> Decision:
    return Decision(*_with_truth_at(6, row))


REJECTION_SELECT = """SELECT rejections.uid, question_texts.uid, questions.uid, question_start, question_end,
  answer_texts.uid, answers.uid, answer_start, answer_end, author, rejections.created_at
  FROM rejections JOIN texts AS question_texts ON question_texts.id = rejections.question_text_id
  JOIN documents AS questions ON questions.id = question_texts.document_id
  JOIN texts AS answer_texts ON answer_texts.id = rejections.answer_text_id
  JOIN documents AS answers ON answers.id = answer_texts.document_id"""

SET_UNIT_SELECT = """SELECT set_units.uid, texts.uid, documents.uid, role, start_offset, end_offset, is_dropped, author,
  set_units.created_at, set_units.modified_at
  FROM set_units JOIN texts ON texts.id = set_units.text_id JOIN documents ON documents.id = texts.document_id"""


def set_unit_from(row: Row) -> SetUnit:
    return SetUnit(*_with_truth_at(6, row))


def _with_truth_at(index: int, row: Row) -> Row:
    """The row with the 0 or 1 at `index` as False or True."""
    return (*row[:index], bool(row[index]), *row[index + 1 :])


def packed(data: bytes, media_type: str) -> tuple[int, bytes]:
    """Whether the bytes are kept compressed (1 or 0), and the bytes to keep. Only plain text is worth it."""
    if media_type.startswith("text/"):
        small = zlib.compress(data, 1)
        if len(small) < len(data):
            return 1, small
    return 0, data


def unpacked(data: bytes, compressed: int) -> bytes:
    """The bytes as they were imported."""
    return zlib.decompress(data) if compressed else data


def sum_of_original(data: bytes, compressed: int) -> str:
    """The SHA-256 of the bytes as they were imported, in hexadecimal; "damaged" when they cannot be unpacked."""
    try:
        return hashlib.sha256(unpacked(data, compressed)).hexdigest()
    except zlib.error:
        return "damaged"
