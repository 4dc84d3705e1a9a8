"""The project: one SQLite file, one connection, one transaction per act."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.domain.changes import ChangeSet
from reader.domain.errors import (
    ProjectError,
    ProjectExists,
    ProjectReadOnly,
    ProjectReplaced,
    ProjectWriteFailed,
)
from reader.domain.model import BUILTIN_LINK_KINDS, new_uid, now
from reader.store import backups, opening, rows, search
from reader.store.queries import Queries
from reader.store.schema import APPLICATION_ID, FORMAT, MIN_READER, README, migrations

if TYPE_CHECKING:
    from types import TracebackType

sqlite_version = sqlite3.sqlite_version


class Project(Queries):
    """An open project file. Every public method may be called from any thread; calls wait for each other.

    Reading methods are those of Lookup. Opening and writing raise ProjectError; a failed write leaves the file as it was.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, *, read_only: bool, folder: Path | None = None
    ) -> None:
        from sqlite_utils import Database

        super().__init__(Database(connection, execute_plugins=False, recursive_triggers=False))
        self.path = path
        self.read_only = read_only
        self._connection = connection
        self._temporary_folder = folder
        self._closed = False
        self._backed_up = read_only
        self._file_identity = _identity(path) if not read_only else None
        self._positions = search.Positions(self)
        if not read_only:
            opening.note_holder(path)

    # -- opening and closing -------------------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path) -> Project:
        """A new project file at `path`. Raises ProjectExists, or ProjectWriteFailed when it cannot be made there."""
        path = Path(path)
        if path.exists():
            raise ProjectExists(path=str(path))
        connection: sqlite3.Connection | None = None
        try:
            connection = sqlite3.connect(
                opening.uri(path, "rwc"), uri=True, timeout=opening.BUSY_TIMEOUT, isolation_level=None,
                check_same_thread=False,
            )  # fmt: skip
            for pragma in ("encoding='UTF-8'", "page_size=4096", f"application_id={APPLICATION_ID}"):
                connection.execute(f"PRAGMA {pragma}")
            opening.take_lock(connection, path)
            _build(connection)
            connection.execute("PRAGMA foreign_keys=ON")
        except (sqlite3.Error, OSError) as error:
            if connection is not None:
                connection.close()
            path.unlink(missing_ok=True)
            raise ProjectWriteFailed(path=str(path), reason=_reason(error)) from error
        project = cls(connection, path, read_only=False)
        project._backed_up = True  # there is nothing to go back to yet
        return project

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Project:
        """An existing project. Raises a ProjectError that says what is wrong and what is safe."""
        path = Path(path)
        connection = opening.connect(path, read_only=read_only)
        if not read_only:
            try:
                _migrate(connection, path)
            except sqlite3.Error as error:
                connection.close()
                raise ProjectWriteFailed(path=str(path), reason=_reason(error)) from error
        return cls(connection, path, read_only=read_only)

    @classmethod
    def open_copy(cls, path: Path) -> Project:
        """A copy of the project to read, for a file that another window holds. The copy goes when it is closed."""
        path = Path(path)
        folder = Path(tempfile.mkdtemp(prefix="vindplaats-"))
        try:
            copy = folder / path.name
            shutil.copyfile(path, copy)
            connection = opening.connect(copy, read_only=True)
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise ProjectWriteFailed(path=str(path), reason=_reason(error)) from error
        except ProjectError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return cls(connection, copy, read_only=True, folder=folder)

    def close(self) -> None:
        """Let go of the file. Closing twice is harmless."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._connection.close()
            if not self.read_only:
                opening.forget_holder(self.path)
            if self._temporary_folder is not None:
                shutil.rmtree(self._temporary_folder, ignore_errors=True)

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # -- writing -------------------------------------------------------------------------------------------------------

    def apply(self, change_set: ChangeSet) -> None:
        """Write an act in one transaction; when this returns, it is on the disk. A ProjectError: nothing was done."""
        with self._writing():
            execute = self._database.execute
            for change in change_set.changes:
                rows.write_change(execute, change.before, change.after)

    def set_fact(self, key: str, value: str) -> None:
        """Keep a fact about the project."""
        with self._writing():
            self._database.execute("INSERT OR REPLACE INTO project (key, value) VALUES (?, ?)", (key, value))

    def fact(self, key: str) -> str | None:
        """A fact about the project, None when it is not known."""
        found = self._rows("SELECT value FROM project WHERE key = ?", key)
        return str(found[0][0]) if found else None

    @property
    def uid(self) -> str:
        """The identity of the project; copies of it have the same."""
        return self.fact("uid") or ""

    def save_copy(self, path: Path) -> None:
        """Write the project as it is now to a new file, whole. Raises ProjectExists or ProjectWriteFailed."""
        path = Path(path)
        if path.exists():
            raise ProjectExists(path=str(path))
        with self._lock:
            try:
                backups.copy_to(self._connection, path)
            except (sqlite3.Error, OSError) as error:
                raise ProjectWriteFailed(path=str(path), reason=_reason(error)) from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._lock:
            if self.read_only:
                raise ProjectReadOnly(path=str(self.path))
            if _identity(self.path) != self._file_identity:
                raise ProjectReplaced(path=str(self.path))
            if not self._backed_up:
                self._backed_up = True
                backups.daily(self._connection, self.uid, self.path)
            try:
                with self._database.atomic():
                    self._database.execute("PRAGMA defer_foreign_keys=ON")
                    yield
            except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
                if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError | sqlite3.InterfaceError):
                    raise  # our own mistake, not the world's
                raise ProjectWriteFailed(path=str(self.path), reason=_reason(error)) from error

    # -- searching -----------------------------------------------------------------------------------------------------

    def search(self, query: str, *, limit: int = 200) -> list[search.Hit]:
        """The passages of all papers in which the words of `query` occur, the best first. Raises BadQuery."""
        with self._lock:
            return search.search_texts(self._connection, self._positions, query, limit)

    def search_notes(self, query: str, *, limit: int = 200) -> list[str]:
        """The uids of the highlights in whose note or quote the words of `query` occur. Raises BadQuery."""
        with self._lock:
            return search.search_notes(self._connection, query, limit)

    def interrupt(self) -> None:
        """End a search that is running on another thread."""
        self._connection.interrupt()


def _build(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database

    database = Database(connection, execute_plugins=False, recursive_triggers=False)
    with database.atomic():
        migrations().apply(database)
        facts = {
            "uid": new_uid(),
            "format": str(FORMAT),
            "min_reader": str(MIN_READER),
            "created_at": now(),
            "readme": README,
        }
        for key, value in facts.items():
            database.execute("INSERT INTO project (key, value) VALUES (?, ?)", (key, value))
        for kind in BUILTIN_LINK_KINDS:
            rows.write_change(database.execute, None, kind)
        database.execute(f"PRAGMA user_version={FORMAT}")


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    from sqlite_utils import Database

    database: Any = Database(connection, execute_plugins=False, recursive_triggers=False)
    steps = migrations()
    if not steps.pending(database):
        return
    backups.before_migration(connection, path)
    connection.execute("PRAGMA foreign_keys=OFF")
    with database.atomic():
        steps.apply(database)
        if broken := connection.execute("PRAGMA foreign_key_check").fetchall():
            raise sqlite3.IntegrityError(str(broken[:3]))
        database.execute(f"PRAGMA user_version={FORMAT}")
    connection.execute("PRAGMA foreign_keys=ON")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _reason(error: Exception) -> str:
    """A cause in plain words."""
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_FULL"):
        return "the disk is full"
    if name.startswith("SQLITE_IOERR"):
        return "the disk is full or does not answer"
    if name.startswith("SQLITE_READONLY"):
        return "it may not be written"
    if name.startswith("SQLITE_CANTOPEN"):
        return "the folder is not there or may not be written"
    return getattr(error, "strerror", None) or str(error)
