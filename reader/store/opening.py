"""Getting at a project file: what its first bytes tell, connections with the right settings, and private copies."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

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
from reader.store import schema
from reader.store.failures import garbled, opening_failure, reading_failure, unreadable
from reader.store.holder import announce, holder_of, withdraw

MAGIC = b"SQLite format 3\0"
HEADER_SIZE = 100  # bytes
LOCK_WAIT = 0.25  # seconds
CHECKED_AT_ONCE = 50_000_000  # bytes; the check of a larger file takes seconds and is left to the rescue module
COPY_ATTEMPTS = 20
SIDE_FILES = ("-journal", "-wal")  # what SQLite may need beside a file to read it
Identity = tuple[int, int]  # device and number of a file, whatever its name

SETTINGS = (
    "locking_mode=EXCLUSIVE",  # before the first read
    "journal_mode=DELETE",  # also turns a file that some tool left in WAL mode back
    "synchronous=EXTRA",
    "secure_delete=ON",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "cache_size=-16000",
    "mmap_size=0",
)
READING_SETTINGS = (
    "locking_mode=EXCLUSIVE",  # keeps the shared lock: others may read, and what is shown here does not change
    "query_only=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "temp_store=MEMORY",
    "cache_size=-16000",
    "mmap_size=0",
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes of a project file tell: the number of its format, and whether it is in WAL mode."""

    version: int
    write_ahead: bool


def identity_of(path: Path) -> Identity:
    """Which file this is. Raises ProjectNotFound when there is none, NotAProject for a folder."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise ProjectNotFound(path=str(path)) from None
    except OSError as error:
        raise unreadable(path, error.strerror or str(error)) from error
    if not path.is_file():
        raise NotAProject(path=str(path))
    return status.st_dev, status.st_ino


def read_header(path: Path) -> Header:
    """Refuse what is not a whole project, from 100 bytes, before SQLite or a lock is involved.

    Never for a file this process has open: on POSIX closing it would drop SQLite's lock. Raises ProjectError.
    """
    try:
        with path.open("rb") as file:
            head = file.read(HEADER_SIZE)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise unreadable(path, error.strerror or str(error)) from error
    if not head:
        raise ProjectEmptyFile(path=str(path))
    if head[:16] != MAGIC:
        raise NotAProject(path=str(path))
    if len(head) < HEADER_SIZE:
        raise ProjectTruncated(path=str(path), size=size, expected=HEADER_SIZE)
    if int.from_bytes(head[68:72], "big") != schema.APPLICATION_ID:
        raise NotAProject(path=str(path))
    page_size = int.from_bytes(head[16:18], "big")
    expected = int.from_bytes(head[28:32], "big") * (65536 if page_size == 1 else page_size)
    # an interrupted act that is still to be rolled back may have written the new size first
    if expected > size and not any(_has_content(path, suffix) for suffix in SIDE_FILES):
        raise ProjectTruncated(path=str(path), size=size, expected=expected)
    return Header(int.from_bytes(head[60:64], "big"), write_ahead=head[18] == 2 or head[19] == 2)


def _has_content(path: Path, suffix: str) -> bool:
    try:
        return Path(f"{path}{suffix}").stat().st_size > 0
    except OSError:
        return False


def uri(path: Path, mode: str) -> str:
    """The address SQLite opens, for drive letters, POSIX and network paths. (Path.as_uri is wrong for the last.)"""
    plain = path.as_posix()
    return f"file://{quote(plain if plain.startswith('/') else '/' + plain, safe='/:')}?mode={mode}"


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection that may be used from any thread, one at a time; every statement is its own transaction."""
    return sqlite3.connect(
        uri(path, mode),
        uri=True,
        timeout=LOCK_WAIT,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )


def connect_to_write(path: Path) -> sqlite3.Connection:
    """Open a project for writing alone: lock it, check it, refuse foreign code; its holder is named beside it.

    Raises ProjectLocked, ProjectReadOnly, ProjectDamaged, ProjectForeignCode or another ProjectError.
    """
    connection = connect(path, "rw")
    try:
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN EXCLUSIVE")  # takes the lock now
        connection.execute("COMMIT")
        _check(connection, path, path)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version not in schema.OWN_STATEMENTS:
            raise ProjectDamaged(path=str(path), reason=f"there is no format {version}")
        if names := [*schema.foreign_code(connection, version), *schema.in_the_way(connection, version)]:
            raise ProjectForeignCode(path=str(path), names=", ".join(names))
        if names := schema.missing_parts(connection, version):
            raise ProjectDamaged(path=str(path), reason=f"missing: {', '.join(names)}")
        if sqlite3.sqlite_version_info >= (3, 44):  # before, the triggers of the full-text index would be refused
            connection.execute("PRAGMA trusted_schema=OFF")
        # Fails on a file that SQLite could only open for reading; BEGIN EXCLUSIVE does not.
        connection.execute("UPDATE project SET value = value WHERE 0")
        announce(path)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise opening_failure(path, error) from error
    except UnicodeDecodeError as error:
        connection.close()
        raise garbled(path) from error
    except PermissionError as error:
        connection.close()
        raise ProjectReadOnly(path=str(path)) from error
    except OSError as error:  # the disk is full, or read-only
        if error.errno == getattr(os, "EROFS", 30) or not os.access(path.parent, os.W_OK):
            connection.close()
            raise ProjectReadOnly(path=str(path)) from error
        withdraw(path)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path, named: Path | None = None) -> sqlite3.Connection:
    """Open a project for reading; nothing in it runs, nothing is written. Raises sqlite3.Error or ProjectError.

    `named` is the file of which `path` is a private copy: an error tells of that one.
    Others can read it at the same time; for writing it is locked until the connection is closed.
    """
    connection = connect(path, "ro")
    try:
        for setting in READING_SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        connection.execute("SELECT count(*) FROM project").fetchone()
        _check(connection, path, named or path)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > schema.SCHEMA_VERSION:
            least = connection.execute("SELECT value FROM project WHERE key = 'min_reader'").fetchone()
            if least is None or not str(least[0]).isdecimal() or int(least[0]) > schema.SCHEMA_VERSION:
                raise ProjectNewer(path=str(named or path), version=version, known=schema.SCHEMA_VERSION)
    except UnicodeDecodeError as error:
        connection.close()
        raise garbled(named or path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, path: Path, named: Path) -> None:
    if path.stat().st_size > CHECKED_AT_ONCE:
        return
    verdict = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    if verdict != "ok":
        raise ProjectDamaged(path=str(named), reason=" ".join(verdict.split()))


def copy_privately(path: Path, target: Path) -> None:
    """Copy a project that another process may be writing; the copy is whole and of the present format.

    Never for a file this process has open. Raises ProjectError.
    """
    copy_files(path, target)
    _settle(target, path)


def copy_files(path: Path, target: Path) -> None:
    """Copy a file with what SQLite needs beside it; again when anything changed meanwhile. Raises ProjectError."""
    for attempt in range(COPY_ATTEMPTS):
        before = _signature(path)
        try:
            shutil.copyfile(path, target)
            for suffix in SIDE_FILES:
                side = Path(f"{path}{suffix}")
                if side.exists():
                    shutil.copyfile(side, f"{target}{suffix}")
                else:
                    Path(f"{target}{suffix}").unlink(missing_ok=True)
        except FileNotFoundError:
            continue  # a side file vanished: the other process has just finished
        except OSError as error:
            raise unreadable(path, error.strerror or str(error)) from error
        if _signature(path) == before:
            break
        time.sleep(0.01 * attempt)
    else:
        raise ProjectLocked(path=str(path), holder=holder_of(path))


def _signature(path: Path) -> list[tuple[int, int, int] | None]:
    signature: list[tuple[int, int, int] | None] = []
    for suffix in ("", *SIDE_FILES):
        try:
            status = Path(f"{path}{suffix}").stat()
            signature.append((status.st_ino, status.st_size, status.st_mtime_ns))
        except OSError:
            signature.append(None)
    return signature


def _settle(copy: Path, original: Path) -> None:
    """Roll back what the copied file had not finished, turn WAL back, bring an older format up to date."""
    connection = connect(copy, "rw")
    try:
        connection.execute("PRAGMA journal_mode=DELETE")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version < schema.SCHEMA_VERSION:
            schema.remove_foreign(connection, version)
            schema.bring_up_to_date(connection)
    except sqlite3.DatabaseError as error:
        raise reading_failure(original, error) from error
    finally:
        connection.close()
