"""The work of an import on the thread of its job: files are read, compared with what is there, and stored."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.domain.errors import FileUnreadable, ImportStopped, ProjectError, ReaderError
from reader.domain.model import Document, Text
from reader.edit.documents import titles_by_fingerprint, without_content
from reader.edit.versions import known_version
from reader.importers.extracted import shown_name
from reader.importers.several_parked import Parked, text_in
from reader.importers.several_process import PaperReader, ParkedFound
from reader.models.import_files import Wish, files_in
from reader.models.import_rows import ImportRow
from reader.models.jobs import Job

if TYPE_CHECKING:
    from reader.models.session import Session
    from reader.store.project import Project


@dataclass(frozen=True, slots=True)
class ImportListener:
    """Who is told what the work comes to; called on the thread of the job, so each must pass it on."""

    listed: Callable[[Sequence[Wish]], None]
    unlisted: Callable[[Path, ReaderError], None]
    begun: Callable[[int], None]
    share: Callable[[int, float], None]
    found: Callable[[int, int, ParkedFound, str, Document | None], None]  # of a file's row: row, paper, same, older
    stored: Callable[[int, Document, Text], None]
    not_stored: Callable[[int, ReaderError], None]


class ImportWork:
    """What one import reads and stores. Papers are parked in `folder` until they are stored.

    `keys` numbers the rows; it is taken from on both threads. Nothing is stored while `may_store` is not set.
    """

    def __init__(
        self,
        session: Session,
        folder: Path,
        keys: Iterator[int],
        may_store: threading.Event,
        tell: ImportListener,
        *,
        review: bool,
    ) -> None:
        self._session, self._keys, self._may_store, self._tell = session, keys, may_store, tell
        self._review = review
        self._reader = PaperReader(folder)
        self._seen: dict[str, str] = {}  # the titles of the papers of this import by their fingerprints
        self._position = -1  # of the last paper in the project

    def close(self) -> None:
        """End the process that reads."""
        self._reader.close()

    def read_all(self, wishes: Sequence[Wish], job: Job) -> None:
        """Read the files of the wishes; each paper is told of as it comes."""
        files: list[Wish] = []
        for wish in wishes:
            try:
                inside = files_in([wish.path]) if wish.key is None else [wish.path]
                files += [
                    replace(wish, path=path, key=next(self._keys) if wish.key is None else wish.key) for path in inside
                ]
            except ReaderError as error:
                self._tell.unlisted(wish.path, error)
        self._tell.listed(files)
        known = self._look_at_project()
        try:
            for number, wish in enumerate(files):
                job.report(number / len(files), f"{number + 1}/{len(files)} {shown_name(wish.path)}")
                self._read_one(wish, known, job, partial(_report, job, number, len(files), shown_name(wish.path)))
        except ImportStopped:
            return
        finally:
            self._reader.close()

    def _read_one(self, wish: Wish, known: dict[str, str], job: Job, tell: Callable[[float], None]) -> None:
        """Raises ImportStopped when the job is cancelled; then the rest of a file that holds several waits."""
        from reader.importers.email import Email  # not in the window's time

        file_key = wish.key
        assert file_key is not None
        if job.is_cancelled():
            raise ImportStopped(name=shown_name(wish.path))
        self._tell.begun(file_key)

        def progress(share: float) -> None:
            tell(share)
            self._tell.share(file_key, share)

        found = self._reader.read(
            wish.path, progress=progress, cancelled=job.is_cancelled, password=wish.password, only=wish.only
        )
        name, may_hold_more = shown_name(wish.path), False
        try:
            for number, one in enumerate(found):
                key = next(self._keys) if number else file_key
                parked = one.outcome
                may_hold_more = one.name != name or (
                    isinstance(parked, Parked) and parked.media_type == Email().media_type
                )
                same = self._same(parked, known) if isinstance(parked, Parked) else ""
                older = self._version_of(parked) if isinstance(parked, Parked) and not same else None
                self._tell.found(file_key, key, one, same, older)
                if isinstance(parked, Parked) and not same and older is None and not self._review:
                    self._store_one(key, parked, parked.document)
        except ImportStopped as error:
            if may_hold_more:
                self._tell.found(file_key, next(self._keys), ParkedFound(name, error), "", None)
            raise

    def _same(self, parked: Parked, known: dict[str, str]) -> str:
        """The title of the paper that is the same as this one; nothing when there is none, and then it counts."""
        digests = (parked.sha256, parked.original_sha256)
        for titles in (known, self._seen):
            for digest in digests:
                if digest in titles:
                    return titles[digest]
        self._seen.update(dict.fromkeys(digests, parked.document.title))
        return ""

    def _version_of(self, parked: Parked) -> Document | None:
        """The paper of the project that this one may be another version of: the user is asked."""
        try:
            return known_version(self._session.project, parked.document, text_in(parked))
        except (OSError, ValueError, KeyError, TypeError):
            return None  # what was parked cannot be read: storing it will say so

    def _look_at_project(self) -> dict[str, str]:
        """What is there already, and where new papers come."""
        project: Project = self._session.project
        self._position = max((one.position for one in project.documents()), default=-1)
        return titles_by_fingerprint(project)

    def store_all(self, rows: Sequence[ImportRow], job: Job) -> None:
        """Store the papers of the rows that were read. Raises ProjectError."""
        known = self._look_at_project()
        for number, row in enumerate(rows):
            if job.is_cancelled():
                return
            job.report(number / len(rows), f"{number + 1}/{len(rows)} {row.name}")
            parked = row.parked
            assert parked is not None
            assert row.document is not None
            same = known.get(parked.sha256) or known.get(parked.original_sha256)
            if same:
                self._tell.found(row.key, row.key, ParkedFound(row.name, parked), same, None)
            else:
                self._store_one(row.key, parked, row.document)

    def _store_one(self, key: int, parked: Parked, document: Document) -> None:
        """Store a paper behind those that are there. Raises ProjectError."""
        try:
            text = text_in(parked)
        except (OSError, ValueError, KeyError, TypeError) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else "what was read of it is lost"
            self._tell.not_stored(key, FileUnreadable(name=document.source_name, reason=reason))
            return
        project: Project = self._session.project
        self._may_store.wait()
        self._position += 1
        placed = replace(document, position=self._position)
        try:
            project.add_paper(placed, text)
        except ProjectError:
            if any(one.uid == placed.uid for one in project.documents()):  # only what the search reads is not complete
                self._tell.stored(key, placed, without_content(text))
            raise
        parked.file.unlink(missing_ok=True)
        self._tell.stored(key, placed, without_content(text))


def _report(job: Job, number: int, count: int, name: str, share: float) -> None:
    """Report how far one file is as progress of the whole."""
    job.report((number + share) / count, f"{number + 1}/{count} {name}")
