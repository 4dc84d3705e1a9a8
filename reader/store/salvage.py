"""Taking over the rows of a damaged project, one by one, and making them fit together again."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reader.domain.model import Text, new_uid, now
from reader.store.lost_texts import restore_texts
from reader.store.rows import sum_of_original
from reader.store.segments import COLUMNS, Segment, segments_of
from reader.text.recognise import recognise

TABLES = (
    "link_kinds", "tags", "documents", "texts", "structures", "originals", "annotations", "links", "verdicts",
    "decisions", "rejections", "set_units",
)  # fmt: skip
BUILT_IN = ("project", "link_kinds", "verdicts")  # of these the new file has rows already
KEYS = {"structures": "text_id", "originals": "text_id"}  # the other tables have an id
SCANNED = ("annotation_tags", "tombstones", "project")  # tables without rowid: read from both ends
MOST_ROWS = 1_000_000  # where a table does not tell its last row
GIVE_UP = 5_000  # rows in a row that are not there or cannot be read, after which a table that does not tell has ended
KEPT_FACTS = ("uid", "created_at")


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many rows of each table were saved, and how many were seen but had to be left out."""

    saved: Mapping[str, int]
    left_out: Mapping[str, int]


def salvage(source: sqlite3.Connection, target: sqlite3.Connection) -> Salvaged:
    """Copy what can be read of a damaged project into an empty one, as one transaction."""
    target.execute("PRAGMA foreign_keys=OFF")
    target.execute("BEGIN IMMEDIATE")
    try:
        saved: dict[str, int] = {}
        left_out: dict[str, int] = {}
        damaged: dict[int, dict[str, Any]] = {}  # texts that are not what was imported, by id
        for table in (*TABLES, *SCANNED):
            rows = _scanned_rows(source, table) if table in SCANNED else _rows_by_number(source, table)
            if table == "texts":
                rows = _whole_texts(rows, damaged)
            saved[table], left_out[table] = _take_over(target, table, rows)
        _drop_damaged_originals(target)
        saved["texts"] += restore_texts(target, damaged)
        for table, count in _make_fit(target).items():
            saved[table] -= count
            left_out[table] += count
        _rebuild_segments(target)
    except BaseException:
        target.execute("ROLLBACK")
        raise
    target.execute("COMMIT")
    return Salvaged(saved, left_out)


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def _rows_by_number(source: sqlite3.Connection, table: str) -> Iterator[dict[str, Any] | None]:
    """The rows one after another; None for one that is there but cannot be read."""
    key = KEYS.get(table, "id")
    columns = _columns(source, table)
    if not columns:  # a file of a format that did not have this table
        return
    try:
        found = int(source.execute(f"SELECT coalesce(max({key}), 0) FROM {table}").fetchone()[0])
        last, told = min(found, MOST_ROWS), found <= MOST_ROWS  # a damaged page may tell anything
    except sqlite3.DatabaseError:
        last, told = MOST_ROWS, False
    missing = 0
    for number in range(1, last + 1):
        try:
            row = _row(source, table, columns, key, number)
        except sqlite3.DatabaseError:
            if told:
                yield None
            row = None
        missing = 0 if row else missing + 1
        if row:
            yield row
        elif not told and missing > GIVE_UP:
            return


def _row(source: sqlite3.Connection, table: str, columns: list[str], key: str, number: int) -> dict[str, Any] | None:
    """One row; of a text of which the body cannot be read all the rest."""
    try:
        row = source.execute(f"SELECT * FROM {table} WHERE {key} = ?", (number,)).fetchone()
    except sqlite3.DatabaseError:
        if "body" not in columns:
            raise
        columns = [column for column in columns if column != "body"]
        row = source.execute(f"SELECT {', '.join(columns)} FROM {table} WHERE {key} = ?", (number,)).fetchone()
    return dict(zip(columns, row, strict=True)) if row else None


def _whole_texts(
    rows: Iterator[dict[str, Any] | None], damaged: dict[int, dict[str, Any]]
) -> Iterator[dict[str, Any] | None]:
    """The texts that are what was imported; the others go to `damaged`."""
    for row in rows:
        if row is None or ("body" in row and hashlib.sha256(row["body"].encode()).hexdigest() == row["sha256"]):
            yield row
        else:
            damaged[row["id"]] = row


def _scanned_rows(source: sqlite3.Connection, table: str) -> Iterator[dict[str, Any]]:
    """The rows before and behind a damaged place."""
    columns = _columns(source, table)
    key = {"tombstones": "uid", "project": "key"}.get(table, "annotation_id")
    seen: set[tuple[Any, ...]] = set()
    for direction in ("ASC", "DESC"):
        try:
            for row in source.execute(f"SELECT * FROM {table} ORDER BY {key} {direction}"):
                if row not in seen:
                    seen.add(row)
                    yield dict(zip(columns, row, strict=True))
            return
        except sqlite3.DatabaseError:
            continue


def _take_over(target: sqlite3.Connection, table: str, rows: Iterator[dict[str, Any] | None]) -> tuple[int, int]:
    known = set(_columns(target, table))
    saved = left_out = 0
    for row in rows:
        if row is None:
            left_out += 1
            continue
        if table == "project" and row["key"] not in KEPT_FACTS:
            continue
        usable = {name: value for name, value in row.items() if name in known}
        how = "REPLACE" if table in BUILT_IN else "IGNORE"
        try:
            done = target.execute(
                f"INSERT OR {how} INTO {table} ({', '.join(usable)}) VALUES ({', '.join('?' * len(usable))})",
                tuple(usable.values()),
            )
        except sqlite3.DatabaseError:
            left_out += 1
            continue
        saved += done.rowcount
        left_out += 1 - done.rowcount
    return saved, left_out


def _drop_damaged_originals(target: sqlite3.Connection) -> None:
    """Imported bytes that are no longer what they were cannot stand for what was imported."""
    for text_id, data, compressed, sha256 in target.execute(
        "SELECT text_id, data, compressed, sha256 FROM originals"
    ).fetchall():
        if sum_of_original(data, compressed) != sha256:
            target.execute("DELETE FROM originals WHERE text_id = ?", (text_id,))


def _make_fit(target: sqlite3.Connection) -> dict[str, int]:
    """Complete or take out rows that lost what they belong to. Gives how many were taken out, by table."""
    _complete_texts(target)
    taken = {}
    for table, condition in (
        ("documents", "current_text_id NOT IN (SELECT id FROM texts)"),
        ("annotations", "text_id NOT IN (SELECT id FROM texts)"),
        ("structures", "text_id NOT IN (SELECT id FROM texts)"),
        ("originals", "text_id NOT IN (SELECT id FROM texts)"),
        ("annotation_tags", "annotation_id NOT IN (SELECT id FROM annotations) OR tag_id NOT IN (SELECT id FROM tags)"),
        (
            "links",
            """source_id NOT IN (SELECT id FROM annotations) OR target_id NOT IN (SELECT id FROM annotations)
            OR kind_id NOT IN (SELECT id FROM link_kinds)""",
        ),
        (
            "decisions",
            f"""{_outside("text_id", "end_offset")} OR (is_open = 0 AND note = ''
            AND coalesce(verdict_id, 0) NOT IN (SELECT id FROM verdicts))""",
        ),
        (
            "rejections",
            f"{_outside('question_text_id', 'question_end')} OR {_outside('answer_text_id', 'answer_end')}",
        ),
        ("set_units", _outside("text_id", "end_offset")),
    ):
        taken[table] = target.execute(f"DELETE FROM {table} WHERE {condition}").rowcount
    target.execute("UPDATE tags SET parent_id = NULL WHERE parent_id NOT IN (SELECT id FROM tags)")
    target.execute("UPDATE decisions SET verdict_id = NULL WHERE verdict_id NOT IN (SELECT id FROM verdicts)")
    _review_moved(target)
    return taken


def _outside(text_column: str, end_column: str) -> str:
    """The condition that a place is of a text that is not there, or that is now shorter."""
    return f"coalesce((SELECT characters FROM texts WHERE id = {text_column}), 0) < {end_column}"


def _review_moved(target: sqlite3.Connection) -> None:
    """Highlights that no longer say what they quote are for review. Text by text: SQLite would seek anew for each."""
    for text_id, body in target.execute("SELECT id, body FROM texts").fetchall():
        marks = target.execute(
            "SELECT id, start_offset, end_offset, quote FROM annotations WHERE text_id = ? AND status = 'exact'",
            (text_id,),
        ).fetchall()
        moved = [(number,) for number, start, end, quote in marks if body[start:end] != quote]
        target.executemany("UPDATE annotations SET status = 'orphan' WHERE id = ?", moved)


def _complete_texts(target: sqlite3.Connection) -> None:
    """Give every text a document and original bytes, and every document the newest text it has."""
    moment = now()
    target.execute(
        """UPDATE documents SET current_text_id = coalesce(
        (SELECT id FROM texts WHERE document_id = documents.id ORDER BY version DESC LIMIT 1), current_text_id)
        WHERE current_text_id NOT IN (SELECT id FROM texts)"""
    )
    lost = "SELECT id, document_id, characters FROM texts WHERE document_id NOT IN (SELECT id FROM documents)"
    for text_id, document_id, characters in target.execute(lost).fetchall():
        target.execute(
            """INSERT OR IGNORE INTO documents (id, uid, title, kind, language, source_name, pages, characters,
            position, current_text_id, created_at, modified_at)
            VALUES (?, ?, ?, 'other', 'nl', '', 0, ?, ?, ?, ?, ?)""",
            (document_id, new_uid(), f"Recovered text {text_id}", characters, text_id, text_id, moment, moment),
        )
    without = "SELECT id, body FROM texts WHERE id NOT IN (SELECT text_id FROM originals)"
    for text_id, body in target.execute(without).fetchall():
        data = body.encode()
        target.execute(
            "INSERT INTO originals (text_id, media_type, sha256, size, compressed, data) VALUES (?, ?, ?, ?, 0, ?)",
            (text_id, "text/plain", hashlib.sha256(data).hexdigest(), len(data), data),
        )


def _rebuild_segments(target: sqlite3.Connection) -> None:
    """Make the segments and both full-text indexes anew, and the structures that are lost or damaged."""
    texts = "SELECT texts.id, body, data FROM texts LEFT JOIN structures ON structures.text_id = texts.id"
    for text_id, body, structure in target.execute(texts).fetchall():
        try:
            segments = _segments(body, structure or b"broken")
        except (ValueError, LookupError):
            structure = recognise(body).to_bytes()
            target.execute("INSERT OR REPLACE INTO structures (text_id, data) VALUES (?, ?)", (text_id, structure))
            segments = _segments(body, structure)
        target.executemany(
            f"INSERT INTO segments (text_id, {', '.join(COLUMNS)}) VALUES ({', '.join('?' * (len(COLUMNS) + 1))})",
            ((text_id, *(getattr(segment, column) for column in COLUMNS)) for segment in segments),
        )


def _segments(body: str, structure: bytes) -> list[Segment]:
    """Raises ValueError when the structure is none, or one of another text."""
    segments = list(segments_of(Text("", "", 1, "", "", "", body, structure, "", b"", "", "")))
    if not all(0 <= segment.start_offset <= segment.end_offset <= len(body) for segment in segments):
        raise ValueError("not the structure of this text")
    return segments
