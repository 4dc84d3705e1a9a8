"""How the things of a project become rows, and rows become them: one entry per entity in the table of writers."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reader.domain.model import Document, Entity, Highlight, Link, LinkKind, Tag, Tagging, Text, now
from reader.text.structure import Structure

Execute = Callable[[str, tuple[Any, ...]], Any]


@dataclass(frozen=True, slots=True)
class Writer:
    """How one kind of entity is inserted, updated and deleted."""

    insert: Callable[[Execute, Any], None]
    update: Callable[[Execute, Any, Any], None]
    delete: Callable[[Execute, Any], None]


def write_change(execute: Execute, before: Entity | None, after: Entity | None) -> None:
    """Write one change. Raises sqlite3.IntegrityError when the row is not there or is there already."""
    entity = after if after is not None else before
    writer = WRITERS[type(entity)]
    if before is None:
        writer.insert(execute, after)
        execute("DELETE FROM tombstones WHERE uid = ?", (_uid(entity),))
    elif after is None:
        writer.delete(execute, before)
        execute(
            "INSERT OR REPLACE INTO tombstones (uid, entity, deleted_at) VALUES (?, ?, ?)",
            (_uid(entity), type(entity).__name__.lower(), now()),
        )
    else:
        writer.update(execute, before, after)


def _uid(entity: Any) -> str:
    return str(entity.uid)


def _one(cursor: Any, what: str) -> None:
    if cursor.rowcount != 1:
        raise sqlite3.IntegrityError(f"{what}: {cursor.rowcount} rows")


# documents and texts


def document_values(document: Document) -> tuple[Any, ...]:
    return (
        document.title, document.kind, document.date, json.dumps(document.dossiers, ensure_ascii=False),
        document.number, document.chamber, document.session, json.dumps(document.senders, ensure_ascii=False),
        document.language, document.source_name, document.pages, document.characters, document.position,
        document.created_at, document.modified_at,
    )  # fmt: skip


DOCUMENT_COLUMNS = (
    "title, kind, doc_date, dossiers, number, chamber, session, senders, language, source_name, pages, characters, "
    "position, created_at, modified_at"
)


def _insert_document(execute: Execute, document: Document) -> None:
    execute(
        f"INSERT INTO documents (uid, {DOCUMENT_COLUMNS}, current_text_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT id FROM texts WHERE uid = ?))",
        (document.uid, *document_values(document), document.text_uid),
    )


def _update_document(execute: Execute, _before: Document, document: Document) -> None:
    columns = ", ".join(f"{name} = ?" for name in DOCUMENT_COLUMNS.split(", "))
    cursor = execute(
        f"UPDATE documents SET {columns}, current_text_id = (SELECT id FROM texts WHERE uid = ?) WHERE uid = ?",
        (*document_values(document), document.text_uid, document.uid),
    )
    _one(cursor, "document")


def _delete_document(execute: Execute, document: Document) -> None:
    _one(execute("DELETE FROM documents WHERE uid = ?", (document.uid,)), "document")


def _insert_text(execute: Execute, text: Text) -> None:
    cursor = execute(
        "INSERT INTO texts (uid, document_id, version, importer, encoding, sha256, length_cp, created_at, body) "
        "VALUES (?, (SELECT id FROM documents WHERE uid = ?), ?, ?, ?, ?, ?, ?, ?)",
        (
            text.uid, text.document_uid, text.version, text.importer, text.encoding, text.sha256, len(text.body),
            text.created_at, text.body,
        ),
    )  # fmt: skip
    text_id = cursor.lastrowid
    packed = zlib.compress(text.original, 6)
    compressed = len(packed) < len(text.original)
    execute(
        "INSERT INTO originals (text_id, media_type, sha256, size, compressed, data) VALUES (?, ?, ?, ?, ?, ?)",
        (
            text_id, text.media_type, text.original_sha256, len(text.original), int(compressed),
            packed if compressed else text.original,
        ),
    )  # fmt: skip
    execute("INSERT INTO structures (text_id, data) VALUES (?, ?)", (text_id, text.structure))
    structure = Structure.from_bytes(text.structure)
    for page in structure.pages:
        execute(
            "INSERT INTO segments (text_id, seq, kind, label, start_cp, end_cp) VALUES (?, ?, 'page', ?, ?, ?)",
            (text_id, page.index, page.label, page.start, page.end),
        )
    for number, block in enumerate(structure.blocks):
        execute(
            "INSERT INTO segments (text_id, seq, kind, level, label, start_cp, end_cp, body) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                text_id, number, block.kind, block.level, " › ".join(block.section) or None, block.start, block.end,
                block.reading_text(text.body),
            ),
        )  # fmt: skip
    execute(
        "UPDATE documents SET current_text_id = ? WHERE uid = ? AND current_text_id IS NULL",
        (text_id, text.document_uid),
    )


def _update_text(_execute: Execute, _before: Text, _after: Text) -> None:
    raise sqlite3.IntegrityError("texts are never changed")


def _delete_text(execute: Execute, text: Text) -> None:
    execute(
        "UPDATE documents SET current_text_id = NULL WHERE current_text_id = (SELECT id FROM texts WHERE uid = ?)",
        (text.uid,),
    )
    _one(execute("DELETE FROM texts WHERE uid = ?", (text.uid,)), "text")


# highlights, labels, links


def _insert_highlight(execute: Execute, highlight: Highlight) -> None:
    execute(
        "INSERT INTO annotations (uid, text_id, kind, start_cp, end_cp, quote, prefix, suffix, anchor_status, note, "
        "author, created_at, modified_at) "
        "VALUES (?, (SELECT id FROM texts WHERE uid = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (highlight.uid, highlight.text_uid, *_highlight_values(highlight)),
    )


def _highlight_values(highlight: Highlight) -> tuple[Any, ...]:
    return (
        highlight.kind, highlight.start, highlight.end, highlight.quote, highlight.prefix, highlight.suffix,
        highlight.status, highlight.note, highlight.author, highlight.created_at, highlight.modified_at,
    )  # fmt: skip


def _update_highlight(execute: Execute, _before: Highlight, highlight: Highlight) -> None:
    cursor = execute(
        "UPDATE annotations SET text_id = (SELECT id FROM texts WHERE uid = ?), kind = ?, start_cp = ?, end_cp = ?, "
        "quote = ?, prefix = ?, suffix = ?, anchor_status = ?, note = ?, author = ?, created_at = ?, modified_at = ? "
        "WHERE uid = ?",
        (highlight.text_uid, *_highlight_values(highlight), highlight.uid),
    )
    _one(cursor, "highlight")


def _delete_highlight(execute: Execute, highlight: Highlight) -> None:
    _one(execute("DELETE FROM annotations WHERE uid = ?", (highlight.uid,)), "highlight")


def _tag_values(tag: Tag) -> tuple[Any, ...]:
    return (
        tag.parent_uid, tag.name, tag.hue, tag.pattern, tag.description, tag.digit, tag.position, tag.created_at,
        tag.modified_at,
    )  # fmt: skip


def _insert_tag(execute: Execute, tag: Tag) -> None:
    execute(
        "INSERT INTO tags (uid, parent_id, name, hue, pattern, description, digit, position, created_at, modified_at) "
        "VALUES (?, (SELECT id FROM tags WHERE uid = ?), ?, ?, ?, ?, ?, ?, ?, ?)",
        (tag.uid, *_tag_values(tag)),
    )


def _update_tag(execute: Execute, _before: Tag, tag: Tag) -> None:
    cursor = execute(
        "UPDATE tags SET parent_id = (SELECT id FROM tags WHERE uid = ?), name = ?, hue = ?, pattern = ?, "
        "description = ?, digit = ?, position = ?, created_at = ?, modified_at = ? WHERE uid = ?",
        (*_tag_values(tag), tag.uid),
    )
    _one(cursor, "label")


def _delete_tag(execute: Execute, tag: Tag) -> None:
    _one(execute("DELETE FROM tags WHERE uid = ?", (tag.uid,)), "label")


def _insert_tagging(execute: Execute, tagging: Tagging) -> None:
    execute(
        "INSERT INTO annotation_tags (annotation_id, tag_id, created_at) "
        "VALUES ((SELECT id FROM annotations WHERE uid = ?), (SELECT id FROM tags WHERE uid = ?), ?)",
        (tagging.highlight_uid, tagging.tag_uid, tagging.created_at),
    )


def _update_tagging(execute: Execute, before: Tagging, after: Tagging) -> None:
    _delete_tagging(execute, before)
    _insert_tagging(execute, after)


def _delete_tagging(execute: Execute, tagging: Tagging) -> None:
    cursor = execute(
        "DELETE FROM annotation_tags WHERE annotation_id = (SELECT id FROM annotations WHERE uid = ?) "
        "AND tag_id = (SELECT id FROM tags WHERE uid = ?)",
        (tagging.highlight_uid, tagging.tag_uid),
    )
    _one(cursor, "label of a highlight")


def _insert_link_kind(execute: Execute, kind: LinkKind) -> None:
    execute(
        "INSERT INTO link_kinds (uid, name, inverse, position, builtin) VALUES (?, ?, ?, ?, ?)",
        (kind.uid, kind.name, kind.inverse, kind.position, int(kind.builtin)),
    )


def _update_link_kind(execute: Execute, _before: LinkKind, kind: LinkKind) -> None:
    cursor = execute(
        "UPDATE link_kinds SET name = ?, inverse = ?, position = ?, builtin = ? WHERE uid = ?",
        (kind.name, kind.inverse, kind.position, int(kind.builtin), kind.uid),
    )
    _one(cursor, "type of link")


def _delete_link_kind(execute: Execute, kind: LinkKind) -> None:
    _one(execute("DELETE FROM link_kinds WHERE uid = ?", (kind.uid,)), "type of link")


LINK_VALUES = (
    "(SELECT id FROM link_kinds WHERE uid = ?), (SELECT id FROM annotations WHERE uid = ?), "
    "(SELECT id FROM annotations WHERE uid = ?), ?, ?, ?, ?, ?"
)


def _link_values(link: Link) -> tuple[Any, ...]:
    return (
        link.kind_uid, link.source_uid, link.target_uid, link.note, link.origin, link.author, link.created_at,
        link.modified_at,
    )  # fmt: skip


def _insert_link(execute: Execute, link: Link) -> None:
    execute(
        "INSERT INTO links (uid, kind_id, source_id, target_id, note, origin, author, created_at, modified_at) "
        f"VALUES (?, {LINK_VALUES})",
        (link.uid, *_link_values(link)),
    )


def _update_link(execute: Execute, _before: Link, link: Link) -> None:
    cursor = execute(
        "UPDATE links SET (kind_id, source_id, target_id, note, origin, author, created_at, modified_at) = "
        f"({LINK_VALUES}) WHERE uid = ?",
        (*_link_values(link), link.uid),
    )
    _one(cursor, "link")


def _delete_link(execute: Execute, link: Link) -> None:
    _one(execute("DELETE FROM links WHERE uid = ?", (link.uid,)), "link")


WRITERS: dict[type, Writer] = {
    Document: Writer(_insert_document, _update_document, _delete_document),
    Text: Writer(_insert_text, _update_text, _delete_text),
    Highlight: Writer(_insert_highlight, _update_highlight, _delete_highlight),
    Tag: Writer(_insert_tag, _update_tag, _delete_tag),
    Tagging: Writer(_insert_tagging, _update_tagging, _delete_tagging),
    LinkKind: Writer(_insert_link_kind, _update_link_kind, _delete_link_kind),
    Link: Writer(_insert_link, _update_link, _delete_link),
}
