"""Opening a project file: what is wrong with it is found before anything is written, and it is refused politely."""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
import sqlite3
import time
import urllib.parse
from datetime import datetime
from pathlib import Path
from typing import Any

from reader.domain.errors import (
    NotAProject,
    ProjectDamaged,
    ProjectEmptyFile,
    ProjectForeignCode,
    ProjectLocked,
    ProjectNewer,
    ProjectNotFound,
    ProjectReadOnly,
    ProjectTruncated,
)
from reader.store.schema import APPLICATION_ID, FORMAT, SEARCH, VIEWS, statements

QUICK_CHECK_LIMIT = 50_000_000  # bytes; larger files are not checked at every opening
BUSY_TIMEOUT = 0.25  # seconds to wait for another holder of the file

PRAGMAS = (
    "locking_mode=EXCLUSIVE",  # before the first read
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "secure_delete=ON",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "cache_size=-16000",
    "mmap_size=0",
)


def uri(path: Path, mode: str) -> str:
    """The SQLite address of a file; an UNC path keeps its two slashes behind an empty authority."""
    name = path.absolute().as_posix()
    return "file://" + urllib.parse.quote(name if name.startswith("/") else "/" + name, safe="/:") + f"?mode={mode}"


def look_at_head(path: Path) -> int:
    """The format of the file from its first 100 bytes. Never call it on a file this process has open.

    Raises ProjectNotFound, ProjectReadOnly, ProjectEmptyFile, NotAProject, ProjectTruncated or ProjectDamaged.
    """
    try:
        with path.open("rb") as file:
            head = file.read(100)
        size = path.stat().st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ProjectNotFound(path=str(path)) from error
    except IsADirectoryError as error:
        raise NotAProject(path=str(path)) from error
    except OSError as error:
        raise ProjectDamaged(path=str(path), reason=error.strerror or str(error)) from error
    if not head:
        raise ProjectEmptyFile(path=str(path))
    if head[:16] != b"SQLite format 3\0" or len(head) < 100:
        raise NotAProject(path=str(path))
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise NotAProject(path=str(path))
    page_size = int.from_bytes(head[16:18], "big")
    page_size = 65536 if page_size == 1 else page_size
    expected = int.from_bytes(head[28:32], "big") * page_size
    if expected > size:
        raise ProjectTruncated(path=str(path), size=size, expected=expected)
    return int.from_bytes(head[60:64], "big")


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """A checked connection to an existing project file, locked for this process unless `read_only`.

    Raises a ProjectError that says what is wrong; the file is then as it was.
    """
    version = look_at_head(path)
    if version > FORMAT and not (read_only and _min_reader(path) <= FORMAT):
        raise ProjectNewer(path=str(path), version=version, known=FORMAT)
    connection = sqlite3.connect(
        uri(path, "ro" if read_only else "rw"), uri=True, timeout=BUSY_TIMEOUT, isolation_level=None,
        check_same_thread=False,
    )  # fmt: skip
    try:
        if read_only:
            connection.execute("PRAGMA query_only=ON")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        else:
            take_lock(connection, path)
        _check(connection, path)
        foreign = foreign_code(connection)
        if foreign and not read_only:
            raise ProjectForeignCode(path=str(path), names=", ".join(foreign))
        connection.execute("PRAGMA foreign_keys=ON")
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.Error):
            raise refusal(error, path) from error
        raise
    return connection


def take_lock(connection: sqlite3.Connection, path: Path) -> None:
    """Set the pragmas and take the exclusive lock now. Raises ProjectLocked or ProjectReadOnly."""
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise ProjectReadOnly(path=str(path))


def refusal(error: sqlite3.Error, path: Path) -> Exception:
    """The error of the user's world that stands for one of SQLite's, at opening."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return ProjectLocked(path=str(path), holder=holder_of(path))
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_IOERR")):
        return ProjectReadOnly(path=str(path))
    if name.startswith("SQLITE_NOTADB"):
        return NotAProject(path=str(path))
    return ProjectDamaged(path=str(path), reason=str(error))


def foreign_code(connection: sqlite3.Connection) -> list[str]:
    """Triggers and views in the file that this program did not make, or that differ from what it makes."""
    own = {_folded(statement) for part in (SEARCH, VIEWS) for statement in statements(part)}
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall()
    return [name for name, sql in rows if _folded(sql or "") not in own]


def _folded(sql: str) -> str:
    return " ".join(sql.rstrip("; \n").split())


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if path.stat().st_size <= QUICK_CHECK_LIMIT:
        result = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if result != "ok":
            raise ProjectDamaged(path=str(path), reason=str(result).splitlines()[0])


def _min_reader(path: Path) -> int:
    try:
        connection = sqlite3.connect(uri(path, "ro"), uri=True)
        try:
            row = connection.execute("SELECT value FROM project WHERE key = 'min_reader'").fetchone()
        finally:
            connection.close()
        return int(row[0])
    except (sqlite3.Error, TypeError, ValueError):
        return FORMAT + 1


# Who holds the lock. SQLite's own lock is the truth; this only names its holder.


def _holder_file(path: Path) -> Path:
    return path.with_name(f".~{path.name}.open")  # beside the file, so that a colleague's window can read it on a share


def note_holder(path: Path) -> None:
    """Leave a note of who has the file open, for the message another window shows."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = "?"
    note = {"user": user, "host": platform.node(), "pid": os.getpid(), "since": time.time()}
    with contextlib.suppress(OSError):  # without the note the message names nobody
        _holder_file(path).write_text(json.dumps(note), encoding="utf-8")


def forget_holder(path: Path) -> None:
    with contextlib.suppress(OSError):
        _holder_file(path).unlink(missing_ok=True)


def holder_of(path: Path) -> str:
    """Who has the file open, as far as a note says so."""
    try:
        note: dict[str, Any] = json.loads(_holder_file(path).read_text(encoding="utf-8"))
        since = datetime.fromtimestamp(float(note["since"])).astimezone().strftime("%H:%M")
        return f"{note['user']}@{note['host']}, {since}"
    except (OSError, ValueError, KeyError, TypeError):
        return "?"
