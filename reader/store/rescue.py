"""For a project that may be damaged: say what is wrong, and save what can be read into a new file."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from reader.domain.errors import ProjectLocked
from reader.store.failures import garbled, primary_code, reading_failure
from reader.store.holder import holder_of
from reader.store.opening import connect, copy_files, identity_of, read_header
from reader.store.project import Project, is_open_here
from reader.store.rows import sum_of_original
from reader.store.salvage import Salvaged, salvage

MOST_PROBLEMS = 50  # of one kind; a damaged file may have thousands
UNREADABLE = "The table {table} cannot be read: {reason}."


@dataclass(frozen=True, slots=True)
class Report:
    """What `check` found: numbers, and the problems as English sentences; without problems the file is sound."""

    documents: int
    highlights: int
    problems: tuple[str, ...]


def check(path: str | Path) -> Report:
    """Look through a whole project: its pages, the references between rows, the sums of the texts, and every quote.

    The file is not changed. Raises a ProjectError when it is no project, cut off, or open for writing somewhere.
    """
    path = Path(path)
    identity_of(path)
    _refuse_if_held(path)
    read_header(path)
    with _copy_of(path) as connection:
        problems = [*_pages(connection), *_references(connection), *_texts(connection), *_anchors(connection)]
        problems.extend(_places(connection))
        return Report(_count(connection, "documents"), _count(connection, "annotations"), tuple(problems))


def repair_copy(path: str | Path, new: str | Path) -> Salvaged:
    """Save what can be read of a damaged project into a new file; the damaged one is left as it is.

    Rows are read one by one, so that a damaged page costs only what stood on it. Raises ProjectExists when there is
    something at `new`, ProjectWriteFailed when it cannot be written, ProjectError when nothing at all can be read.
    """
    path, new = Path(path), Path(new)
    identity_of(path)
    _refuse_if_held(path)
    with _copy_of(path) as source:
        Project.create(new).close()
        try:
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()
            with closing(connect(new, "rw")) as target:
                return salvage(source, target)
        except BaseException as error:
            new.unlink(missing_ok=True)
            if isinstance(error, sqlite3.DatabaseError):
                raise reading_failure(path, error) from error
            raise


@contextmanager
def _copy_of(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to a copy of the project, forgiving where the file is damaged. Raises ProjectError."""
    folder = Path(tempfile.mkdtemp(prefix="vindplaats-"))
    try:
        copy = folder / "copy.vindplaats"
        copy_files(path, copy)
        with closing(connect(copy, "rw")) as connection:
            connection.execute("PRAGMA writable_schema=ON")  # also reads a file that is shorter than it says
            connection.text_factory = lambda data: data.decode("utf-8", "replace")
            yield connection
    except UnicodeDecodeError as error:
        raise garbled(path) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _refuse_if_held(path: Path) -> None:
    held = is_open_here(path)
    if not held:
        with closing(connect(path, "ro")) as connection:
            try:
                connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            except sqlite3.DatabaseError as error:  # damage is what this module is for
                held = primary_code(error) == sqlite3.SQLITE_BUSY
            except UnicodeDecodeError:
                held = False
    if held:
        raise ProjectLocked(path=str(path), holder=holder_of(path))


def _pages(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        for (words,) in connection.execute(f"PRAGMA integrity_check({MOST_PROBLEMS})"):
            if words != "ok":
                yield f"The file is damaged: {' '.join(words.split())}."
        for index in ("segments_fts", "annotations_fts"):
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield f"The file is damaged: {error}."


def _references(connection: sqlite3.Connection) -> Iterator[str]:
    try:
        for table, row, parent, _number in connection.execute("PRAGMA foreign_key_check").fetchmany(MOST_PROBLEMS):
            yield f"Row {row} of {table} refers to something in {parent} that is not there."
    except sqlite3.DatabaseError as error:
        yield f"The references cannot be checked: {error}."


def _texts(connection: sqlite3.Connection) -> Iterator[str]:
    """Texts and imported bytes that are no longer what they were when they came in."""
    try:
        for uid, body, sha256 in connection.execute("SELECT uid, body, sha256 FROM texts"):
            if hashlib.sha256(body.encode()).hexdigest() != sha256:
                yield f"The text {uid} is not what was imported."
    except sqlite3.DatabaseError as error:
        yield UNREADABLE.format(table="texts", reason=error)
    try:
        for text_id, data, compressed, sha256 in connection.execute(
            "SELECT text_id, data, compressed, sha256 FROM originals"
        ):
            if sum_of_original(data, compressed) != sha256:
                yield f"The imported file of text {text_id} is not what was imported."
    except sqlite3.DatabaseError as error:
        yield UNREADABLE.format(table="originals", reason=error)


def _anchors(connection: sqlite3.Connection) -> Iterator[str]:
    """Exact highlights that no longer say what they quote. Text by text: SQLite would look for each from the start."""
    try:
        for text_id, body in connection.execute("SELECT id, body FROM texts ORDER BY id"):
            marks = connection.execute(
                "SELECT uid, start_offset, end_offset, quote FROM annotations WHERE text_id = ? AND status = 'exact'",
                (text_id,),
            )
            for uid, start, end, quote in marks:
                if body[start:end] != quote:
                    yield f"The highlight {uid} is not where it says: “{quote[:60]}”."
    except sqlite3.DatabaseError as error:
        yield UNREADABLE.format(table="annotations", reason=error)


def _places(connection: sqlite3.Connection) -> Iterator[str]:
    """What was decided about questions at places that no text has. A file of format 1 has none of these tables."""
    for table, text_column, end_column in (
        ("decisions", "text_id", "end_offset"),
        ("rejections", "question_text_id", "question_end"),
        ("rejections", "answer_text_id", "answer_end"),
        ("set_units", "text_id", "end_offset"),
    ):
        if not connection.execute(f"PRAGMA table_info({table})").fetchall():
            continue
        try:
            for (uid,) in connection.execute(
                f"""SELECT {table}.uid FROM {table} JOIN texts ON texts.id = {text_column}
                WHERE {end_column} > texts.characters LIMIT {MOST_PROBLEMS}"""
            ):
                yield f"The row {uid} of {table} is at a place that its text does not have."
        except sqlite3.DatabaseError as error:
            yield UNREADABLE.format(table=table, reason=error)


def _count(connection: sqlite3.Connection, table: str) -> int:
    try:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    except sqlite3.DatabaseError:
        return 0
