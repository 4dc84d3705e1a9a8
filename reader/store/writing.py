"""Writing the changes of an act as rows. The caller holds the transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from reader.domain.changes import Change, ChangeSet
from reader.domain.model import Entity, Tagging, Text, Tombstone, now
from reader.store.rows import ENTITY_TABLES, extra_columns, packed
from reader.store.segments import COLUMNS, Segment, segments_of


class Identities:
    """The integer id behind each uid, also of rows an act is going to add, so that changes may come in any order."""

    def __init__(self, connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str], int] = {}
        following: dict[str, int] = {}
        for change in changes:
            entity = change.after
            if change.before is not None or entity is None or isinstance(entity, Tagging | Tombstone):
                continue
            table = ENTITY_TABLES[type(entity)].name
            if (table, entity.uid) in self._known:
                continue
            found = self._find(table, entity.uid)
            if found is None:
                found = following.get(table) or self._next(table)
                following[table] = found + 1
            self._known[table, entity.uid] = found

    def __call__(self, table: str, uid: str) -> int:
        """The id of a row. Raises ValueError when there is no such row and none is going to be added."""
        known = self._known.get((table, uid))
        if known is None:
            known = self._find(table, uid)
            if known is None:
                raise ValueError(f"{table} has no {uid}")
            self._known[table, uid] = known
        return known

    def _find(self, table: str, uid: str) -> int | None:
        row = self._connection.execute(f"SELECT id FROM {table} WHERE uid = ?", (uid,)).fetchone()
        return None if row is None else int(row[0])

    def _next(self, table: str) -> int:
        return int(self._connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()[0])


def write(
    connection: sqlite3.Connection,
    change_set: ChangeSet,
    *,
    with_parts: bool = True,
    step: Callable[[float], None] | None = None,
) -> None:
    """Write the changes in their order. What refers to what is checked at the commit.

    Without `with_parts` what belongs to new texts is left to `insert_original` and `insert_segments`. `step` is told
    how far it is, 0 to 1, before each change; what it raises ends the work.

    Raises ValueError when the project is not as the changes say it was, sqlite3.Error for what SQLite refuses.
    """
    identities = Identities(connection, change_set.changes)
    moment = now()
    for number, change in enumerate(change_set.changes):
        if step is not None:
            step(number / len(change_set.changes))
        if isinstance(change.entity, Tombstone):
            _write_tombstone(connection, change.entity, is_there=change.after is not None)
            continue
        if isinstance(change.entity, Tagging):
            _write_tagging(connection, change, identities)
        elif change.after is None:
            _delete(connection, change.entity, identities)
        elif change.before is None:
            _insert(connection, change.after, identities, with_parts=with_parts)
        else:
            _update(connection, change.after, identities)
        if change.after is None:
            _bury(connection, change.entity, moment)
        elif change.before is None:
            connection.execute("DELETE FROM tombstones WHERE uid = ?", (change.after.uid,))


def _insert(connection: sqlite3.Connection, entity: Entity, identities: Identities, *, with_parts: bool) -> None:
    table = ENTITY_TABLES[type(entity)]
    extra = extra_columns(entity)
    columns = ("id", *table.columns, *extra)
    values = (identities(table.name, entity.uid), *table.values(entity, identities), *extra.values())
    connection.execute(f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({_marks(len(columns))})", values)
    if isinstance(entity, Text) and with_parts:
        insert_original(connection, entity, packed(entity.original, entity.media_type))
        insert_segments(connection, values[0], segments_of(entity))


def insert_original(connection: sqlite3.Connection, text: Text, kept: tuple[int, bytes]) -> int:
    """Write the bytes a text was read from, as `packed` gives them, and its structure. Gives the id of the text."""
    (text_id,) = connection.execute("SELECT id FROM texts WHERE uid = ?", (text.uid,)).fetchone()
    connection.execute(
        "INSERT INTO originals (text_id, media_type, sha256, size, compressed, data) VALUES (?, ?, ?, ?, ?, ?)",
        (text_id, text.media_type, text.original_sha256, len(text.original), *kept),
    )
    connection.execute("INSERT INTO structures (text_id, data) VALUES (?, ?)", (text_id, text.structure))
    return int(text_id)


def insert_segments(connection: sqlite3.Connection, text_id: int, segments: Iterable[Segment]) -> None:
    """Write pages and paragraphs of a text; the search finds them from now on."""
    connection.executemany(
        f"INSERT INTO segments (text_id, {', '.join(COLUMNS)}) VALUES ({_marks(len(COLUMNS) + 1)})",
        ((text_id, *(getattr(segment, column) for column in COLUMNS)) for segment in segments),
    )


def _update(connection: sqlite3.Connection, entity: Entity, identities: Identities) -> None:
    table = ENTITY_TABLES[type(entity)]
    extra = extra_columns(entity)
    settings = ", ".join(f"{column} = ?" for column in (*table.columns, *extra))
    values = (*table.values(entity, identities), *extra.values(), identities(table.name, entity.uid))
    _one(connection.execute(f"UPDATE {table.name} SET {settings} WHERE id = ?", values), entity)


def _delete(connection: sqlite3.Connection, entity: Entity, identities: Identities) -> None:
    table = ENTITY_TABLES[type(entity)].name
    key = (identities(table, entity.uid),)
    if isinstance(entity, Text):
        for part in ("segments", "structures", "originals"):
            connection.execute(f"DELETE FROM {part} WHERE text_id = ?", key)
    _one(connection.execute(f"DELETE FROM {table} WHERE id = ?", key), entity)


def _write_tagging(connection: sqlite3.Connection, change: Change, identities: Identities) -> None:
    tagging = change.entity
    assert isinstance(tagging, Tagging)
    key = (identities("annotations", tagging.highlight_uid), identities("tags", tagging.tag_uid))
    if change.after is None:
        done = connection.execute("DELETE FROM annotation_tags WHERE annotation_id = ? AND tag_id = ?", key)
    elif change.before is None:
        values = (*key, tagging.created_at, tagging.author)
        insert = "INSERT INTO annotation_tags (annotation_id, tag_id, created_at, author) VALUES (?, ?, ?, ?)"
        done = connection.execute(insert, values)
    else:
        update = "UPDATE annotation_tags SET created_at = ?, author = ? WHERE annotation_id = ? AND tag_id = ?"
        done = connection.execute(update, (tagging.created_at, tagging.author, *key))
    _one(done, tagging)


def _bury(connection: sqlite3.Connection, entity: Entity, moment: str) -> None:
    """Keep the identity of what was deleted, nothing of its content, so that a merge does not bring it back."""
    connection.execute(
        "INSERT OR REPLACE INTO tombstones (uid, entity, author, deleted_at) VALUES (?, ?, ?, ?)",
        (entity.uid, type(entity).__name__.lower(), getattr(entity, "author", ""), moment),
    )


def _write_tombstone(connection: sqlite3.Connection, tombstone: Tombstone, *, is_there: bool) -> None:
    """Keep when a thing was deleted elsewhere, or forget it; who and what is known only of what was deleted here."""
    if not is_there:
        connection.execute("DELETE FROM tombstones WHERE uid = ?", (tombstone.uid,))
        return
    connection.execute(
        """INSERT INTO tombstones (uid, entity, author, deleted_at) VALUES (?, '', '', ?)
        ON CONFLICT (uid) DO UPDATE SET deleted_at = excluded.deleted_at""",
        (tombstone.uid, tombstone.deleted_at),
    )


def _one(cursor: sqlite3.Cursor, entity: Entity) -> None:
    if cursor.rowcount != 1:
        raise ValueError(f"not in the project as the act expects: {type(entity).__name__} {entity.uid}")


def _marks(count: int) -> str:
    return ", ".join("?" * count)
