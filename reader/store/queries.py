"""Reading the things of a project by uid: the Lookup that acts, models and exports use."""

from __future__ import annotations

import json
import threading
import zlib
from typing import Any

from reader.domain.model import Document, Highlight, Link, LinkKind, Span, Tag, Tagging, Text

DOCUMENTS = (
    "SELECT d.uid, d.title, t.uid, d.kind, d.doc_date, d.dossiers, d.number, d.chamber, d.session, d.senders, "
    "d.language, d.source_name, d.pages, d.characters, d.position, d.created_at, d.modified_at "
    "FROM documents d LEFT JOIN texts t ON t.id = d.current_text_id"
)
HIGHLIGHTS = (
    "SELECT a.uid, t.uid, d.uid, a.start_cp, a.end_cp, a.quote, a.prefix, a.suffix, a.kind, a.anchor_status, a.note, "
    "a.author, a.created_at, a.modified_at FROM annotations a JOIN texts t ON t.id = a.text_id "
    "JOIN documents d ON d.id = t.document_id"
)
TAGS = (
    "SELECT g.uid, g.name, g.hue, g.pattern, p.uid, g.description, g.digit, g.position, g.created_at, g.modified_at "
    "FROM tags g LEFT JOIN tags p ON p.id = g.parent_id"
)
TAGGINGS = (
    "SELECT a.uid, g.uid, x.created_at FROM annotation_tags x JOIN annotations a ON a.id = x.annotation_id "
    "JOIN tags g ON g.id = x.tag_id"
)
LINKS = (
    "SELECT l.uid, k.uid, s.uid, t.uid, l.note, l.origin, l.author, l.created_at, l.modified_at FROM links l "
    "JOIN link_kinds k ON k.id = l.kind_id JOIN annotations s ON s.id = l.source_id "
    "JOIN annotations t ON t.id = l.target_id"
)


class Queries:
    """Reads from one connection, one caller at a time. Single things raise KeyError for an unknown uid."""

    def __init__(self, database: Any) -> None:
        self._database = database
        self._lock = threading.RLock()

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        with self._lock:
            rows: list[Any] = self._database.conn.execute(sql, values).fetchall()
            return rows

    def _row(self, uid: str, sql: str, *values: Any) -> Any:
        rows = self._rows(sql, *(values or (uid,)))
        if not rows:
            raise KeyError(uid)
        return rows[0]

    def documents(self) -> list[Document]:
        """The documents in the user's order."""
        return [_document(row) for row in self._rows(f"{DOCUMENTS} ORDER BY d.position, d.id")]

    def document(self, uid: str) -> Document:
        return _document(self._row(uid, f"{DOCUMENTS} WHERE d.uid = ?"))

    def text(self, uid: str) -> Text:
        """A text with its body, structure and original bytes."""
        row = self._row(
            uid,
            "SELECT t.uid, d.uid, t.version, t.importer, t.encoding, t.sha256, t.body, s.data, o.media_type, o.data, "
            "o.compressed, o.sha256, t.created_at FROM texts t JOIN documents d ON d.id = t.document_id "
            "JOIN structures s ON s.text_id = t.id JOIN originals o ON o.text_id = t.id WHERE t.uid = ?",
        )
        data, compressed = row[9], row[10]
        return Text(*row[:9], *(zlib.decompress(data) if compressed else data, *row[11:]))

    def texts_of(self, document_uid: str) -> list[str]:
        """The uids of all versions of a document's text, the oldest first."""
        sql = "SELECT t.uid FROM texts t JOIN documents d ON d.id = t.document_id WHERE d.uid = ? ORDER BY t.version"
        return [row[0] for row in self._rows(sql, document_uid)]

    def body(self, text_uid: str) -> str:
        return str(self._row(text_uid, "SELECT body FROM texts WHERE uid = ?")[0])

    def structure(self, text_uid: str) -> bytes:
        sql = "SELECT s.data FROM structures s JOIN texts t ON t.id = s.text_id WHERE t.uid = ?"
        return bytes(self._row(text_uid, sql)[0])

    def highlight(self, uid: str) -> Highlight:
        return Highlight(*self._row(uid, f"{HIGHLIGHTS} WHERE a.uid = ?"))

    def highlights(self, document_uid: str | None = None) -> list[Highlight]:
        """The highlights of a document, or of all, by place."""
        if document_uid is None:
            rows = self._rows(f"{HIGHLIGHTS} ORDER BY d.position, d.id, a.start_cp, a.end_cp, a.uid")
        else:
            rows = self._rows(f"{HIGHLIGHTS} WHERE d.uid = ? ORDER BY a.start_cp, a.end_cp, a.uid", document_uid)
        return [Highlight(*row) for row in rows]

    def highlights_at(self, text_uid: str, span: Span) -> list[Highlight]:
        """The highlights with exactly this span."""
        sql = f"{HIGHLIGHTS} WHERE t.uid = ? AND a.start_cp = ? AND a.end_cp = ? ORDER BY a.id"
        return [Highlight(*row) for row in self._rows(sql, text_uid, span.start, span.end)]

    def tag(self, uid: str) -> Tag:
        return Tag(*self._row(uid, f"{TAGS} WHERE g.uid = ?"))

    def tags(self) -> list[Tag]:
        """The labels by position."""
        return [Tag(*row) for row in self._rows(f"{TAGS} ORDER BY g.position, g.id")]

    def taggings(
        self, *, highlight_uid: str | None = None, tag_uid: str | None = None, document_uid: str | None = None
    ) -> list[Tagging]:
        """Which highlight has which label, narrowed down to a highlight, a label or a document."""
        conditions, values = ["1"], []
        if highlight_uid is not None:
            conditions.append("a.uid = ?")
            values.append(highlight_uid)
        if tag_uid is not None:
            conditions.append("g.uid = ?")
            values.append(tag_uid)
        if document_uid is not None:
            conditions.append(
                "a.text_id IN (SELECT t.id FROM texts t JOIN documents d ON d.id = t.document_id WHERE d.uid = ?)"
            )
            values.append(document_uid)
        sql = f"{TAGGINGS} WHERE {' AND '.join(conditions)} ORDER BY x.created_at, a.uid, g.uid"
        return [Tagging(*row) for row in self._rows(sql, *values)]

    def link(self, uid: str) -> Link:
        return Link(*self._row(uid, f"{LINKS} WHERE l.uid = ?"))

    def links(self, *, highlight_uid: str | None = None, document_uid: str | None = None) -> list[Link]:
        """The links, narrowed down to those with an end at a highlight or in a document."""
        conditions, values = ["1"], []
        if highlight_uid is not None:
            conditions.append("? IN (s.uid, t.uid)")
            values.append(highlight_uid)
        if document_uid is not None:
            of_document = (
                "(SELECT a.id FROM annotations a JOIN texts x ON x.id = a.text_id JOIN documents d "
                "ON d.id = x.document_id WHERE d.uid = ?)"
            )
            conditions.append(f"(l.source_id IN {of_document} OR l.target_id IN {of_document})")
            values += [document_uid, document_uid]
        if highlight_uid is not None:
            ids = "(SELECT id FROM annotations WHERE uid = ?)"
            conditions[1] = f"(l.source_id = {ids} OR l.target_id = {ids})"
            values[:1] = [highlight_uid, highlight_uid]
        sql = f"{LINKS} WHERE {' AND '.join(conditions)} ORDER BY l.id"
        return [Link(*row) for row in self._rows(sql, *values)]

    def link_kinds(self) -> list[LinkKind]:
        """The types of link by position."""
        sql = "SELECT uid, name, inverse, position, builtin FROM link_kinds ORDER BY position, id"
        return [
            LinkKind(uid, name, inverse, position, bool(builtin))
            for uid, name, inverse, position, builtin in self._rows(sql)
        ]

    def highlight_counts(self) -> dict[str, int]:
        """The number of highlights of each document."""
        sql = (
            "SELECT d.uid, count(*) FROM annotations a JOIN texts t ON t.id = a.text_id "
            "JOIN documents d ON d.id = t.document_id WHERE a.kind = 'highlight' GROUP BY d.id"
        )
        return dict(self._rows(sql))

    def tag_counts(self) -> dict[str, int]:
        """The number of highlights with each label."""
        sql = "SELECT g.uid, count(*) FROM annotation_tags x JOIN tags g ON g.id = x.tag_id GROUP BY g.id"
        return dict(self._rows(sql))


def _document(row: Any) -> Document:
    values = list(row)
    values[2] = values[2] or ""
    values[5], values[9] = tuple(json.loads(values[5])), tuple(json.loads(values[9]))
    return Document(*values)
