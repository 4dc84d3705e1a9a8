"""Copies of a project for others: what is to be left out is not in the file; and copies that lie beside a project."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path

from reader.domain.errors import ProjectExists, ProjectNotFound, ProjectWriteFailed, ReaderError
from reader.domain.model import new_uid, now
from reader.store.failures import WRITE_REASONS, primary_code
from reader.store.opening import connect, identity_of, read_header, uri
from reader.store.project import Project
from reader.store.queries import COPIED, LEFT_OUT
from reader.store.rows import packed
from reader.store.schema import CREATES, OWN_STATEMENTS, SCHEMA_VERSION
from reader.text.source import sha256_of

MOST_BESIDE = 40  # files in a folder that are looked into
PLAIN_TEXT = "text/plain"
MIGRATIONS = "_sqlite_migrations"  # which steps a file has had
Step = Callable[[float], None]

WITHOUT_NOTES = (
    "UPDATE annotations SET note = '' WHERE note <> ''",
    "UPDATE links SET note = '' WHERE note <> ''",
    "DELETE FROM decisions WHERE verdict_id IS NULL AND is_open = 0",  # there was nothing but a note
    "UPDATE decisions SET note = '' WHERE note <> ''",
)
WITHOUT_NAMES = tuple(
    f"UPDATE {table} SET author = '' WHERE author <> ''"
    for table in ("annotations", "annotation_tags", "links", "decisions", "rejections", "set_units", "tombstones")
)


def save_copy_for_others(
    project: Project,
    path: Path,
    *,
    notes: bool = True,
    names: bool = True,
    originals: bool = True,
    step: Step = lambda _share: None,
) -> None:
    """Write a copy of an open project in a new file, to give to others and to merge with later.

    It keeps the identity of the project. Without `notes` those of passages, links and questions are left out, without
    `names` who made what; without `originals` the files that were imported: their text stays, and stands in for them.
    What was left out or deleted is nowhere in the file, and what other programs put in the project does not go along:
    nobody knows what it says. All is done in a private folder; where the file comes, nothing else was ever written.
    `step` is told how far the work is, 0 to 1.
    Raises ProjectExists, ProjectNotFound or ProjectWriteFailed; what `step` raises ends the work, and no file is left.
    """
    if path.exists():
        raise ProjectExists(path=str(path))
    if not path.parent.is_dir():
        raise ProjectNotFound(path=str(path.parent))
    unfinished = path.with_name(f".{path.name}.{new_uid()[:8]}.part")
    step(0)
    try:
        with tempfile.TemporaryDirectory(prefix="vindplaats-", ignore_cleanup_errors=True) as folder:
            private = Path(folder) / "copy.vindplaats"
            project.save_copy(private)
            step(0.3)
            connection = connect(private, "rw")
            try:
                _leave_out(connection, notes=notes, names=names, originals=originals, step=step)
                step(0.7)
                connection.execute("VACUUM INTO ?", (str(unfinished),))
            finally:
                connection.close()
        step(1)
        if path.exists():
            raise ProjectExists(path=str(path))
        unfinished.replace(path)
    except OSError as error:
        raise ProjectWriteFailed(path=str(path), reason=error.strerror or str(error)) from error
    except sqlite3.DatabaseError as error:
        reason = WRITE_REASONS.get(primary_code(error), str(error))
        raise ProjectWriteFailed(path=str(path), reason=reason) from error
    finally:
        for suffix in ("", "-journal"):
            with contextlib.suppress(OSError):
                Path(f"{unfinished}{suffix}").unlink(missing_ok=True)


def copies_beside(path: Path) -> list[Path]:
    """The other files in the folder of a project that are copies of it, the newest first.

    Nothing in them is locked or changed.

    They are what a program that syncs folders makes when two people worked at once, and copies that people made.
    """
    try:
        uid = _uid_of(path)
        beside = (other for other in path.parent.glob(f"*{path.suffix}") if other != path)
        others = sorted(beside, key=lambda other: (-_changed_at(other), other.name))[:MOST_BESIDE]
    except OSError:
        return []
    return [other for other in others if uid and _uid_of(other) == uid]


def _changed_at(path: Path) -> float:
    """When a file was changed, in seconds; 0 when that cannot be told."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0


def _leave_out(connection: sqlite3.Connection, *, notes: bool, names: bool, originals: bool, step: Step) -> None:
    connection.execute("BEGIN IMMEDIATE")
    _drop_foreign_tables(connection)
    for statement in (*(() if notes else WITHOUT_NOTES), *(() if names else WITHOUT_NAMES)):
        connection.execute(statement)
    if not originals:
        _replace_originals(connection, step)
    choices = {"notes": notes, "names": names, "originals": originals}
    missing = {word for word, kept in choices.items() if not kept} | set(_fact(connection, LEFT_OUT).split())
    copies = [*_fact(connection, COPIED).splitlines(), f"{now()} {new_uid()}"]
    for key, value in ((COPIED, "\n".join(copies)), (LEFT_OUT, " ".join(sorted(missing)))):
        connection.execute("INSERT OR REPLACE INTO project (key, value) VALUES (?, ?)", (key, value))
    connection.execute("COMMIT")
    connection.execute(
        "INSERT INTO annotations_fts (annotations_fts) VALUES ('rebuild')"
    )  # without the words of before


def _drop_foreign_tables(connection: sqlite3.Connection) -> None:
    own = {match.group(1) for statement in OWN_STATEMENTS[SCHEMA_VERSION] if (match := CREATES.match(statement))}
    parts = tuple(f"{name}_" for name in own if name.endswith("_fts"))  # the tables behind a full-text index
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC, name"
    for (name,) in connection.execute(tables).fetchall():
        if name not in own and name != MIGRATIONS and not name.startswith((*parts, "sqlite_")):
            quoted = name.replace('"', '""')
            connection.execute(f'DROP TABLE IF EXISTS "{quoted}"')  # what is behind a virtual one goes with it


def _replace_originals(connection: sqlite3.Connection, step: Step) -> None:
    """Put the text of each paper in the place of the file it was imported from."""
    ids = [row[0] for row in connection.execute("SELECT id FROM texts ORDER BY id")]
    for place, text_id in enumerate(ids):
        (body,) = connection.execute("SELECT body FROM texts WHERE id = ?", (text_id,)).fetchone()
        data = str(body).encode("utf-8")
        connection.execute("DELETE FROM originals WHERE text_id = ?", (text_id,))
        connection.execute(
            "INSERT INTO originals (text_id, media_type, sha256, size, compressed, data) VALUES (?, ?, ?, ?, ?, ?)",
            (text_id, PLAIN_TEXT, sha256_of(body), len(data), *packed(data, PLAIN_TEXT)),
        )
        step(0.3 + 0.4 * place / len(ids))


def _fact(connection: sqlite3.Connection, key: str) -> str:
    row = connection.execute("SELECT value FROM project WHERE key = ?", (key,)).fetchone()
    return "" if row is None else str(row[0])


def _uid_of(path: Path) -> str:
    """The identity of the project in a file; empty when it is none, or cannot be read."""
    try:
        here = Project.here(identity_of(path))
        if here is not None:  # opening and closing the file would let go of our lock
            return here.uid
        read_header(path)
        connection = sqlite3.connect(f"{uri(path, 'ro')}&immutable=1", uri=True)  # asks for no lock
    except (ReaderError, OSError, sqlite3.Error):
        return ""
    try:
        return _fact(connection, "uid")
    except (sqlite3.Error, UnicodeDecodeError):
        return ""
    finally:
        connection.close()
