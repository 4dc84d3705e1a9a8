"""Papers set aside: nobody who asks the project finds them, yet undo and redo of a large import are short.

A fact in the project names each of them. They come back by forgetting the fact, or are removed for good in pieces: when
nothing can bring them back any more, when the project is closed, or, after a crash, when it is opened again.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager

from reader.domain.model import now
from reader.store.filling import UNFINISHED

ASIDE = "aside:"  # begins the key of the fact; the uid of the document follows
IS_PRESENT = f"documents.uid NOT IN (SELECT substr(key, {len(ASIDE) + 1}) FROM project WHERE key GLOB '{ASIDE}*')"
_PIECE = 300  # paragraphs that are removed by one statement
_STEP = 0.015  # seconds in which one transaction takes on more work
_PAUSE = 0.002  # seconds: without it, the thread that removes takes the lock again before a waiting one wakes up

Transaction = Callable[[], AbstractContextManager[sqlite3.Connection]]


def papers_aside(connection: sqlite3.Connection) -> frozenset[str]:
    """The uids of the papers that are set aside."""
    found = connection.execute("SELECT substr(key, ?) FROM project WHERE key GLOB ?", (len(ASIDE) + 1, ASIDE + "*"))
    return frozenset(uid for (uid,) in found)


def set_aside(connection: sqlite3.Connection, uids: Iterable[str]) -> None:
    """Set papers aside; the caller holds the transaction. Raises ValueError for one that is not there."""
    for uid in uids:
        insert = "INSERT INTO project (key, value) SELECT ?, '' FROM documents WHERE uid = ? ON CONFLICT DO NOTHING"
        if connection.execute(insert, (ASIDE + uid, uid)).rowcount != 1:
            raise ValueError(f"no paper to set aside: {uid}")


def bring_back(connection: sqlite3.Connection, uids: Iterable[str]) -> None:
    """Let papers be there again; the caller holds the transaction. Raises ValueError for one that is not aside."""
    for uid in uids:
        if connection.execute("DELETE FROM project WHERE key = ?", (ASIDE + uid,)).rowcount != 1:
            raise ValueError(f"no paper to bring back: {uid}")


def remove(connection: sqlite3.Connection, uids: Iterable[str]) -> None:
    """Remove papers that are set aside for good, at once; the caller holds the transaction."""
    for uid in uids:
        while not _remove_piece(connection, uid):
            pass


def remove_in_steps(transaction: Transaction, uids: Collection[str], step: Callable[[float], None]) -> None:
    """Remove papers that are set aside for good; each use of `transaction` is one short step.

    `step` is told after each how far it is, 0 to 1. What it raises ends the work, as does what `transaction` raises.
    """
    left = sorted(uids)
    while left:
        with transaction() as connection:
            end = time.perf_counter() + _STEP
            while left:
                if _remove_piece(connection, left[-1]):
                    left.pop()
                if time.perf_counter() >= end:
                    break
        step(1 - len(left) / len(uids))
        time.sleep(_PAUSE)


def _remove_piece(connection: sqlite3.Connection, uid: str) -> bool:
    """Remove a part of a paper. Gives whether nothing of it is left, or it is not set aside."""
    if connection.execute("SELECT 1 FROM project WHERE key = ?", (ASIDE + uid,)).fetchone() is None:
        return True
    texts = "SELECT texts.id FROM texts JOIN documents ON documents.id = texts.document_id WHERE documents.uid = ?"
    for part in (
        f"DELETE FROM segments WHERE id IN (SELECT id FROM segments WHERE text_id IN ({texts}) LIMIT {_PIECE})",
        f"DELETE FROM structures WHERE text_id IN ({texts})",
        f"DELETE FROM originals WHERE text_id IN ({texts})",
    ):
        if connection.execute(part, (uid,)).rowcount:
            return False
    bury = "INSERT OR REPLACE INTO tombstones (uid, entity, author, deleted_at) VALUES (?, ?, '', ?)"
    moment = now()
    for text_id, text_uid in connection.execute(
        "SELECT texts.id, texts.uid FROM texts JOIN documents ON documents.id = texts.document_id"
        " WHERE documents.uid = ?",
        (uid,),
    ).fetchall():
        connection.execute("DELETE FROM texts WHERE id = ?", (text_id,))
        connection.execute("DELETE FROM project WHERE key = ?", (UNFINISHED + text_uid,))
        connection.execute(bury, (text_uid, "text", moment))
    connection.execute("DELETE FROM documents WHERE uid = ?", (uid,))
    connection.execute("DELETE FROM project WHERE key = ?", (ASIDE + uid,))
    connection.execute(bury, (uid, "document", moment))
    return True
