"""An open project: one file, one connection, one lock; every act is one transaction."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, ClassVar, Self
from weakref import WeakSet

from reader.domain.errors import (
    ProjectError,
    ProjectExists,
    ProjectLocked,
    ProjectNewer,
    ProjectNotFound,
    ProjectWriteFailed,
)
from reader.store import backups, filling, schema
from reader.store.failures import WRITE_REASONS, opening_failure, primary_code, writing_failure
from reader.store.holder import holder_of, withdraw
from reader.store.opening import (
    Identity,
    connect,
    connect_to_read,
    connect_to_write,
    copy_privately,
    identity_of,
    read_header,
)
from reader.store.project_writer import ProjectWriter

if TYPE_CHECKING:
    from sqlite_utils import Database

sqlite_version: str = sqlite3.sqlite_version  # for the page about the program


def is_open_here(path: Path) -> bool:
    """Whether this process has the file open; then it may not be opened in any other way, not even to look."""
    return Project.here(identity_of(path)) is not None


class Project(ProjectWriter):
    """A project file that is open. Make one with `create`, `open` or `open_copy`; close it, or use it in a `with`.

    All methods may be called from any thread.
    """

    # Which files this process has open is a fact about the process: on POSIX it loses its locks on a file as soon as it
    # closes any handle of it. Weak: whoever forgets a project has closed it.
    _open_here: ClassVar[WeakSet[Project]] = WeakSet()
    _open_here_lock: ClassVar[threading.RLock] = threading.RLock()

    def __init__(
        self, connection: sqlite3.Connection, path: Path, database: Database | None, temporary: Path | None = None
    ) -> None:
        """`database` is None for a project that can only be read; `temporary` is a folder to remove at the end."""
        super().__init__(connection, path, database, identity_of(path) if temporary is None else None)
        self._temporary = temporary
        self._closed = False
        if temporary is None:
            self._open_here.add(self)

    # Opening and closing

    @classmethod
    def create(cls, path: str | Path) -> Project:
        """Make an empty project in a new file and open it. Raises ProjectExists or ProjectWriteFailed."""
        path = _absolute(path)
        try:
            path.open("xb").close()
        except FileExistsError:
            raise ProjectExists(path=str(path)) from None
        except OSError as error:
            raise ProjectWriteFailed(path=str(path), reason=error.strerror or str(error)) from error
        try:
            connection = connect(path, "rw")
            try:
                for setting in ("page_size=4096", "encoding='UTF-8'", "synchronous=EXTRA"):
                    connection.execute(f"PRAGMA {setting}")
                schema.bring_up_to_date(connection)
            finally:
                connection.close()
            return cls.open(path)
        except BaseException as error:
            for suffix in ("", "-journal"):
                with contextlib.suppress(OSError):
                    Path(f"{path}{suffix}").unlink(missing_ok=True)
            if isinstance(error, sqlite3.DatabaseError):
                raise writing_failure(path, error) from error
            raise

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False) -> Project:
        """Open a project. An older format is brought up to date after a backup.

        Raises a ProjectError that says why not and what can be done: ProjectNotFound, NotAProject, ProjectEmptyFile,
        ProjectTruncated, ProjectDamaged, ProjectNewer, ProjectLocked, ProjectReadOnly, ProjectForeignCode. The last two
        and most files of a newer format can be opened with `read_only`.
        """
        path = _absolute(path)
        with cls._open_here_lock:
            here = cls.here(identity_of(path))
            if here is not None and not (read_only and here.read_only):
                raise ProjectLocked(path=str(path), holder=holder_of(path))
            if here is not None:
                return cls._open_to_read(path)
            header = read_header(path)
            if read_only:
                if header.write_ahead or header.version < schema.SCHEMA_VERSION:
                    return cls._open_private_copy(path)
                return cls._open_to_read(path)
            if header.version > schema.SCHEMA_VERSION:
                raise ProjectNewer(path=str(path), version=header.version, known=schema.SCHEMA_VERSION)
            return cls._open_to_write(path)

    @classmethod
    def open_copy(cls, path: str | Path) -> Project:
        """Open a copy to read of a project that may be open elsewhere; it is as it was at this moment.

        Raises ProjectError as `open` does.
        """
        path = _absolute(path)
        with cls._open_here_lock:
            here = cls.here(identity_of(path))
            if here is None:
                read_header(path)
            return cls._open_private_copy(path, here)

    @classmethod
    def here(cls, identity: Identity) -> Project | None:
        """The project of this process that has this very file open, under whatever name; None when there is none."""
        with cls._open_here_lock:
            return next((project for project in cls._open_here if project._identity == identity), None)

    @classmethod
    def _open_to_write(cls, path: Path) -> Project:
        from sqlite_utils import Database

        connection = connect_to_write(path)
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] < schema.SCHEMA_VERSION:
                cls._migrate(connection, path)
            connection.execute("PRAGMA foreign_keys=ON")
            database = Database(connection, execute_plugins=False, recursive_triggers=False)
            if filling.is_unfinished(connection):
                with database.atomic():
                    filling.finish(connection)
            return cls(connection, path, database)
        except BaseException:
            connection.close()
            withdraw(path)
            raise

    @staticmethod
    def _migrate(connection: sqlite3.Connection, path: Path) -> None:
        uid = connection.execute("SELECT value FROM project WHERE key = 'uid'").fetchone()[0]
        try:
            backups.back_up(connection, path, uid, backups.BEFORE_FORMAT, backups.KEPT_BEFORE_FORMAT)
            connection.execute("PRAGMA foreign_keys=OFF")  # cannot change inside the transaction
            schema.bring_up_to_date(connection)
        except OSError as error:
            raise ProjectWriteFailed(path=str(path), reason=error.strerror or str(error)) from error
        except sqlite3.DatabaseError as error:
            raise writing_failure(path, error) from error

    @classmethod
    def _open_to_read(cls, path: Path) -> Project:
        try:
            return cls(connect_to_read(path), path, None)
        except sqlite3.DatabaseError as error:
            if primary_code(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN):
                # an act was interrupted by a crash and must first be rolled back: in a copy, for this one is only read
                return cls._open_private_copy(path)
            raise opening_failure(path, error) from error

    @classmethod
    def _open_private_copy(cls, path: Path, here: Project | None = None) -> Project:
        folder = Path(tempfile.mkdtemp(prefix="vindplaats-"))
        copy = folder / "copy.vindplaats"
        try:
            if here is not None:
                with here._reading() as connection:
                    backups.copy_database(connection, copy)
            else:
                copy_privately(path, copy)
            return cls(connect_to_read(copy, path), path, None, folder)
        except BaseException as error:
            shutil.rmtree(folder, ignore_errors=True)
            if isinstance(error, sqlite3.DatabaseError):
                raise opening_failure(path, error) from error
            if isinstance(error, OSError):
                raise ProjectError(reason=f"No copy of “{path}” could be made: {error.strerror}.") from error
            raise

    def close(self) -> None:
        """Close the file and let go of it. Closing twice does nothing."""
        with self._open_here_lock, self._lock:
            if self._closed:
                return
            self._remove_aside_at_end()
            self._closed = True
            self._documents = self._tags = None  # who asks now is told that the project is closed
            if self._database is not None:
                withdraw(self._path)  # before the lock goes: afterwards the name there may be another's
            self._connection.close()
            self._open_here.discard(self)
            if self._temporary is not None:
                shutil.rmtree(self._temporary, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    # Copying

    def save_copy(self, path: str | Path) -> None:
        """Write a copy of the project as it is now, in a new file; this one stays open.

        Raises ProjectExists when there is something at `path`, ProjectWriteFailed when it cannot be written.
        """
        target = _absolute(path)
        if target.exists():
            raise ProjectExists(path=str(target))
        if not target.parent.is_dir():
            raise ProjectNotFound(path=str(target.parent))
        try:
            with self._lock:
                backups.copy_database(self._connection, target, tidy=True)
        except FileExistsError:
            raise ProjectExists(path=str(target)) from None
        except OSError as error:
            raise ProjectWriteFailed(path=str(target), reason=error.strerror or str(error)) from error
        except sqlite3.DatabaseError as error:
            reason = WRITE_REASONS.get(primary_code(error), str(error))
            raise ProjectWriteFailed(path=str(target), reason=reason) from error


def _absolute(path: str | Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  Path.resolve would turn a mapped drive into a network path
