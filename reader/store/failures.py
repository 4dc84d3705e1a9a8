"""What SQLite reports, as errors a user can act on; what has no such meaning is a fault of the program."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from reader.domain.errors import (
    ProjectDamaged,
    ProjectError,
    ProjectLocked,
    ProjectReadOnly,
    ProjectReplaced,
    ProjectWriteFailed,
)
from reader.store.holder import holder_of

UNDECODABLE = "Could not decode"  # Python's own words for text that is not UTF-8; they come without a code
WRITE_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "the file can only be read",
    sqlite3.SQLITE_CANTOPEN: "no file can be made in its folder",
    sqlite3.SQLITE_PERM: "writing there is not allowed",
    sqlite3.SQLITE_BUSY: "another program holds the file",
    sqlite3.SQLITE_NOMEM: "there is not enough memory",
}


def primary_code(error: sqlite3.Error) -> int:
    """The kind of error, one of the short SQLITE_ codes; 0 when SQLite did not say."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def code_name(error: sqlite3.Error) -> str:
    """The full name of the error, such as SQLITE_IOERR_WRITE."""
    return str(getattr(error, "sqlite_errorname", type(error).__name__))


def reading_failure(path: Path, error: sqlite3.DatabaseError) -> Exception:
    """The error to raise when reading a project failed: a ProjectError, or `error` itself."""
    code = primary_code(error)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ProjectLocked(path=str(path), holder=holder_of(path))
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or UNDECODABLE in str(error):
        return ProjectDamaged(path=str(path), reason=str(error))
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return unreadable(path, code_name(error))
    return error


def writing_failure(path: Path, error: sqlite3.DatabaseError) -> Exception:
    """The error to raise when saving failed and was rolled back: a ProjectError, or `error` itself.

    A row that does not fit is a fault of the act, not of the environment: ValueError.
    """
    code = primary_code(error)
    if isinstance(error, sqlite3.IntegrityError):
        return ValueError(f"the project cannot hold this: {error}")
    if code_name(error) == "SQLITE_READONLY_DBMOVED":
        return ProjectReplaced(path=str(path))
    if code in WRITE_REASONS:
        return ProjectWriteFailed(path=str(path), reason=WRITE_REASONS[code])
    if code == sqlite3.SQLITE_IOERR:  # also what a quota or a limit on the size of a file looks like
        return ProjectWriteFailed(path=str(path), reason=f"the disk is full or failing ({code_name(error)})")
    return reading_failure(path, error)


def opening_failure(path: Path, error: sqlite3.DatabaseError) -> Exception:
    """The error to raise when a project could not be opened for writing."""
    code = primary_code(error)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return ProjectReadOnly(path=str(path))
    if code == sqlite3.SQLITE_ERROR:  # a table that is not there
        return ProjectDamaged(path=str(path), reason=str(error))
    return reading_failure(path, error)


def garbled(path: Path) -> ProjectDamaged:
    """The tables are described in bytes that are no text, which Python reports as a UnicodeDecodeError of its own."""
    return ProjectDamaged(path=str(path), reason="what it says of its tables cannot be read")


def unreadable(path: Path, reason: str) -> ProjectError:
    """The file is there but cannot be read."""
    return ProjectError(reason=f"“{path}” could not be read: {reason}. Nothing was changed.")
