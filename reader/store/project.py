"""An open project: one file, one connection, one lock; every act is one transaction."""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, ClassVar, Self
from weakref import WeakSet

from reader.domain.changes import ChangeSet
from reader.domain.errors import (
    ProjectError,
    ProjectExists,
    ProjectLocked,
    ProjectNewer,
    ProjectNotFound,
    ProjectReadOnly,
    ProjectReplaced,
    ProjectWriteFailed,
)
from reader.domain.model import Document, Text
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
from reader.store.queries import ProjectReader
from reader.store.writing import write

if TYPE_CHECKING:
    from sqlite_utils import Database

log = logging.getLogger(__name__)

sqlite_version: str = sqlite3.sqlite_version  # for the page about the program


def is_open_here(path: Path) -> bool:
    """Whether this process has the file open; then it may not be opened in any other way, not even to look."""
    return Project.here(identity_of(path)) is not None


class Project(ProjectReader):
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
        super().__init__(connection, path)
        self._database = database
        self._temporary = temporary
        self._identity: Identity | None = identity_of(path) if temporary is None else None
        self._backed_up = ""  # the day (UTC) for which this was settled
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
            return cls(connect_to_read(copy), path, None, folder)
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
            self._closed = True
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

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._database is None

    # Writing

    def apply(self, change_set: ChangeSet) -> None:
        """Save an act as one transaction; it is on the disk when this returns, and nothing of it is when this raises.

        Raises ProjectReadOnly, ProjectReplaced, ProjectWriteFailed or ProjectDamaged; ValueError for an act that does
        not fit the project.
        """
        if change_set:
            with self._transaction() as connection:
                write(connection, change_set)

    def add_paper(self, document: Document, text: Text) -> None:
        """Add a paper in short steps, from a thread of its own: the others are let in between two of them.

        The paper is there from the first step on; the search finds all of it when this returns. Raises as `apply` does.
        """
        filling.fill(self._transaction, document, text)

    def set_fact(self, key: str, value: str) -> None:
        """Keep something about the project itself. Raises ProjectError as `apply` does."""
        with self._transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO project (key, value) VALUES (?, ?)", (key, value))

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            if self._database is None:
                raise ProjectReadOnly(path=str(self._path))
            self._refuse_if_replaced()
            self._back_up_once_a_day()
            if self._connection.in_transaction:  # a rollback that failed; inside it nothing would be on the disk
                self._connection.execute("ROLLBACK")
            try:
                with self._database.atomic():
                    yield self._connection
            except sqlite3.DatabaseError as error:
                raise writing_failure(self._path, error) from error

    def _refuse_if_replaced(self) -> None:
        """In exclusive mode SQLite does not notice that another file has come in this one's place."""
        try:
            status = self._path.stat()
        except OSError:
            raise ProjectReplaced(path=str(self._path)) from None
        if (status.st_dev, status.st_ino) != self._identity:
            raise ProjectReplaced(path=str(self._path))

    def _back_up_once_a_day(self) -> None:
        """A backup before the first change of a day; when it fails the work goes on."""
        today = datetime.now(UTC).date().isoformat()
        if self._backed_up == today:
            return
        self._backed_up = today
        if self.get_fact("created_at").startswith(today):
            return  # there is nothing from before today
        try:
            if not backups.backed_up_today(self._path, self.uid):
                backups.back_up(self._connection, self._path, self.uid, backups.DAILY, backups.KEPT_DAILY)
        except (OSError, sqlite3.Error) as error:
            log.warning("no backup of %s: %s", self._path, error)

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
