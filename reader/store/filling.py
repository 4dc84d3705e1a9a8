"""Adding a paper in short steps, so that nobody who reads the project waits long while a large one comes in.

The paper with its text is one transaction; its paragraphs, which the search reads, follow in pieces. A fact in the
project names a text of which they are not all there yet: what a crash cut off is finished when the file is opened.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager

from reader.domain.changes import ActName, ChangeSet, added
from reader.domain.model import Document, Text
from reader.store.rows import TEXT_SELECT, packed, text_from
from reader.store.segments import Segment, segments_of
from reader.store.writing import insert_original, insert_segments, write

UNFINISHED = "unfinished:"  # begins the key of the fact; the uid of the text follows
_PIECE = 100_000  # characters of paragraphs in one transaction
_PAUSE = 0.002  # seconds: without it, the thread that fills takes the lock again before a waiting one wakes up

Transaction = Callable[[], AbstractContextManager[sqlite3.Connection]]


def fill(transaction: Transaction, document: Document, text: Text, begun: Callable[[Document], None]) -> None:
    """Add a paper with its text; each use of `transaction` is one step. `begun` is told that the paper is there.

    Raises what `transaction` raises.
    """
    kept, at_once = packed(text.original, text.media_type), len(text.body) <= _PIECE
    with transaction() as connection:
        write(connection, ChangeSet(ActName("document.import"), added([document, text])), with_parts=False)
        text_id = insert_original(connection, text, kept)
        if at_once:
            insert_segments(connection, text_id, segments_of(text))
        else:
            connection.execute("INSERT INTO project (key, value) VALUES (?, '')", (UNFINISHED + text.uid,))
    begun(document)
    if not at_once:
        _fill_in(transaction, text.uid, segments_of(text))


def finish(connection: sqlite3.Connection) -> None:
    """Complete the papers whose filling was cut off; the caller holds the transaction."""
    keys = connection.execute("SELECT key FROM project WHERE key GLOB ?", (UNFINISHED + "*",)).fetchall()
    for (key,) in keys:
        row = connection.execute(f"{TEXT_SELECT} WHERE texts.uid = ?", (key.removeprefix(UNFINISHED),)).fetchone()
        if row is not None:
            text = text_from(row)
            (text_id,) = connection.execute("SELECT id FROM texts WHERE uid = ?", (text.uid,)).fetchone()
            connection.execute("DELETE FROM segments WHERE text_id = ?", (text_id,))
            insert_segments(connection, text_id, segments_of(text))
        connection.execute("DELETE FROM project WHERE key = ?", (key,))


def is_unfinished(connection: sqlite3.Connection) -> bool:
    """Whether there is anything to `finish`."""
    found = connection.execute("SELECT 1 FROM project WHERE key GLOB ? LIMIT 1", (UNFINISHED + "*",)).fetchone()
    return found is not None


def _fill_in(transaction: Transaction, uid: str, segments: Iterable[Segment]) -> None:
    for piece in _pieces(segments):
        time.sleep(_PAUSE)
        with transaction() as connection:
            row = connection.execute("SELECT id FROM texts WHERE uid = ?", (uid,)).fetchone()
            if row is None:
                break  # the import was undone meanwhile
            insert_segments(connection, row[0], piece)
    with transaction() as connection:
        connection.execute("DELETE FROM project WHERE key = ?", (UNFINISHED + uid,))


def _pieces(segments: Iterable[Segment]) -> Iterator[list[Segment]]:
    piece: list[Segment] = []
    size = 0
    for segment in segments:
        piece.append(segment)
        size += len(segment.body)
        if size >= _PIECE:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece
