"""Texts of a damaged project that cannot be read whole: made again from the imported bytes, or from their quotes."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Mapping
from typing import Any

from reader.domain.errors import ReaderError
from reader.domain.model import new_uid, now
from reader.store.rows import unpacked
from reader.text.source import decode, sha256_of

IMPORTER = "rescue"  # stands as importer with a text that had to be made from its quotes


def restore_texts(target: sqlite3.Connection, damaged: Mapping[int, dict[str, Any]]) -> int:
    """Write the texts that rows of `target` belong to but that are not there. Gives how many were written.

    `damaged` has what could be read of their rows, by id; a body in it is not what was imported. The best there is
    becomes the body: the imported text; the damaged body; else the quotes at their places with blanks between, so that
    highlights keep their labels, notes and links. A text of which nothing is left is not written.
    """
    wanted = target.execute(
        """SELECT text_id FROM annotations UNION SELECT text_id FROM originals
        UNION SELECT current_text_id FROM documents EXCEPT SELECT id FROM texts ORDER BY 1"""
    ).fetchall()
    ids = sorted({text_id for (text_id,) in wanted if text_id is not None} | set(damaged))
    written = 0
    for text_id in ids:
        row = damaged.get(text_id, {})
        body = _imported(target, text_id, row.get("sha256"))
        importer = row.get("importer") or IMPORTER
        if body is None:
            # a text holds no U+0000, of which damage may leave many
            body = (row.get("body") or _from_quotes(target, text_id)).replace("\0", " ")
            importer = IMPORTER
        if not body:
            continue
        written += 1
        document_id = row.get("document_id") or _document_of(target, text_id)
        columns = {
            "id": text_id,
            "uid": row.get("uid") or new_uid(),
            "document_id": document_id,
            "version": row.get("version") or _next_version(target, document_id),
            "importer": importer,
            "encoding": row.get("encoding") or "utf-8",
            "sha256": sha256_of(body),
            "characters": len(body),
            "created_at": row.get("created_at") or now(),
            "body": body,
        }
        target.execute(
            f"INSERT INTO texts ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
            tuple(columns.values()),
        )
    return written


def _imported(target: sqlite3.Connection, text_id: int, sha256: str | None) -> str | None:
    """The text as it was imported, from the bytes that were kept, when they are whole and were plain text."""
    kept = target.execute("SELECT media_type, compressed, data FROM originals WHERE text_id = ?", (text_id,)).fetchone()
    if kept is None or not kept[0].startswith("text/plain"):
        return None
    try:
        body = decode(unpacked(kept[2], kept[1]), "").body
    except (ReaderError, zlib.error):
        return None
    if sha256 is not None:
        return body if sha256_of(body) == sha256 else None
    return body if _agrees(target, text_id, body) else None


def _agrees(target: sqlite3.Connection, text_id: int, body: str) -> bool:
    return all(body[start:end] == quote for start, end, quote in _quotes(target, text_id))


def _from_quotes(target: sqlite3.Connection, text_id: int) -> str:
    """A text of blanks with every exact quote at its place."""
    quotes = _quotes(target, text_id)
    characters = [" "] * max((end for _start, end, _quote in quotes), default=0)
    for start, end, quote in quotes:
        characters[start:end] = quote
    return "".join(characters)


def _quotes(target: sqlite3.Connection, text_id: int) -> list[tuple[int, int, str]]:
    return target.execute(
        """SELECT start_offset, end_offset, quote FROM annotations
        WHERE text_id = ? AND status = 'exact' AND length(quote) = end_offset - start_offset""",
        (text_id,),
    ).fetchall()


def _document_of(target: sqlite3.Connection, text_id: int) -> int:
    """The document that shows this text, or a number that no document has."""
    found = target.execute("SELECT id FROM documents WHERE current_text_id = ?", (text_id,)).fetchone()
    if found is not None:
        return int(found[0])
    highest = "SELECT max(id) FROM documents UNION ALL SELECT max(document_id) FROM texts"
    return 1 + max(int(number or 0) for (number,) in target.execute(highest))


def _next_version(target: sqlite3.Connection, document_id: int) -> int:
    highest = "SELECT coalesce(max(version), 0) FROM texts WHERE document_id = ?"
    return 1 + int(target.execute(highest, (document_id,)).fetchone()[0])
