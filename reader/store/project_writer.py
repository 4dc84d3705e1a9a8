"""Writing to an open project: every act is one transaction; a large paper comes and goes in short steps."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.domain.changes import ActName, ChangeSet, added
from reader.domain.errors import ProjectError, ProjectReadOnly, ProjectReplaced, ProjectWriteFailed
from reader.domain.model import Document, Tag, Text, by_uid, now
from reader.store import aside, backups, filling
from reader.store.failures import writing_failure
from reader.store.opening import Identity
from reader.store.queries import MERGED, ProjectReader
from reader.store.writing import write

if TYPE_CHECKING:
    from sqlite_utils import Database

log = logging.getLogger(__name__)

_CLOSING = 1.0  # seconds that closing may take for what was set aside


class ProjectWriter(ProjectReader):
    """The part of an open project that changes it. What many ask for after every act is kept in memory."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, database: Database | None, identity: Identity | None
    ) -> None:
        """`database` is None for a project that can only be read, `identity` None for a private copy."""
        super().__init__(connection, path)
        self._database = database
        self._identity = identity
        self._backed_up = ""  # the day (UTC) for which this was settled
        self._documents: tuple[Document, ...] | None = None
        self._tags: tuple[Tag, ...] | None = None

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._database is None

    # What many ask for after every act: they do not wait for whoever is writing

    def documents(self) -> list[Document]:
        listed = self._documents
        if listed is None:
            with self._lock:
                listed = self._documents = tuple(super().documents())
        return list(listed)

    def tags(self) -> list[Tag]:
        listed = self._tags
        if listed is None:
            with self._lock:
                listed = self._tags = tuple(super().tags())
        return list(listed)

    def _follow(self, change_set: ChangeSet) -> None:
        """Keep the lists as the project is now; the caller holds the lock."""
        if self._documents is not None and change_set.touches(Document):
            documents = by_uid(self._documents)
            for change in change_set.of(Document):
                documents.pop(change.entity.uid, None)
                if isinstance(change.after, Document):
                    documents[change.after.uid] = change.after
            self._documents = tuple(sorted(documents.values(), key=lambda one: (one.position, one.created_at, one.uid)))
        if change_set.touches(Tag):
            self._tags = None

    # Writing

    def apply(self, change_set: ChangeSet, step: Callable[[float], None] | None = None) -> None:
        """Save an act as one transaction; it is on the disk when this returns, and nothing of it is when this raises.

        `step` is told how far it is, 0 to 1, while there is a way back: what it raises ends the work. Raises
        ProjectReadOnly, ProjectReplaced, ProjectWriteFailed or ProjectDamaged; ValueError for an act that does not fit
        the project.
        """
        if not change_set:
            return
        with self._lock:
            with self._transaction() as connection:
                if change_set.touches(Document):  # one that comes from elsewhere may be set aside here
                    come = {change.entity.uid for change in change_set.of(Document) if change.before is None}
                    aside.remove(connection, come & aside.papers_aside(connection))
                write(connection, change_set, step=step)
            self._follow(change_set)

    def add_paper(self, document: Document, text: Text) -> None:
        """Add a paper in short steps, from a thread of its own: the others are let in between two of them.

        The paper is there from the first step on; the search finds all of it when this returns. Raises as `apply` does.
        """
        filling.fill(self._transaction, document, text, self._on_filling)

    def _on_filling(self, document: Document) -> None:
        with self._reading() as connection:
            if connection.execute("SELECT 1 FROM documents WHERE uid = ?", (document.uid,)).fetchone():
                self._follow(ChangeSet(ActName("document.import"), added([document])))

    def papers_aside(self) -> frozenset[str]:
        """The uids of the papers that are set aside."""
        with self._reading() as connection:
            return aside.papers_aside(connection)

    def set_aside(self, uids: Collection[str]) -> None:
        """Take papers that have no marks away, so that they can come back: nobody who asks the project finds them.

        Raises as `apply` does.
        """
        with self._lock:
            with self._transaction() as connection:
                aside.set_aside(connection, uids)
            self._documents = tuple(one for one in self.documents() if one.uid not in uids)

    def bring_back(self, uids: Collection[str]) -> None:
        """Let papers that were set aside be there again. Raises as `apply` does."""
        with self._lock:
            with self._transaction() as connection:
                aside.bring_back(connection, uids)
            self._follow(ChangeSet(ActName("document.import"), added([self.document(uid) for uid in uids])))

    def remove_aside(self, uids: Collection[str], step: Callable[[float], None]) -> None:
        """Remove papers that were set aside for good, in short steps, from a thread of its own.

        `step` is told how far it is, 0 to 1; what it raises ends the work. Raises as `apply` does.
        """
        aside.remove_in_steps(self._transaction, uids, step)

    def _remove_aside_at_end(self) -> None:
        """What was taken away must not lie in a file that is handed on; what takes long waits until the next time."""
        if self._database is None:
            return
        end = time.monotonic() + _CLOSING

        def step(_share: float) -> None:
            if time.monotonic() > end:
                raise TimeoutError

        try:
            uids = self.papers_aside()
            if uids:
                self.remove_aside(uids, step)
        except (ProjectError, TimeoutError) as error:
            log.warning("papers that were taken away are still in %s: %s", self._path, error)

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

    def back_up_before_merge(self) -> Path:
        """Keep a backup of the project as it is now, and that it takes in another from now on. Gives where it is.

        Raises ProjectWriteFailed when there can be none, ProjectError as `apply` does.
        """
        with self._lock:
            try:
                kept = backups.KEPT_BEFORE_MERGE
                backup = backups.back_up(self._connection, self._path, self.uid, backups.BEFORE_MERGE, kept)
            except OSError as error:
                raise ProjectWriteFailed(path=str(self._path), reason=error.strerror or str(error)) from error
            except sqlite3.DatabaseError as error:
                raise writing_failure(self._path, error) from error
            self.set_fact(MERGED, now())
            return backup

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
