"""The papers in one file on disk: most hold one, an archive holds many, and a message has files attached."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reader.domain.errors import FileNeedsPassword, FileUnreadable, ImportStopped, NotText, ReaderError
from reader.importers.archive import is_archive, packed_files
from reader.importers.base import Cancelled, Imported, importer_of, read_bytes, read_data, shown_name
from reader.importers.catalogue import catalogue_facts
from reader.importers.email import Email, attachments
from reader.importers.extracted import Progress
from reader.importers.pdf import Pdf
from reader.importers.unread_formats import unread_format

DEEPEST = 2  # levels of files in files: a message in an archive has its attachments read, an archive in that one not
READING_SHARE = 0.1  # of the progress: reading the file; the rest is recognition


@dataclass(frozen=True, slots=True)
class Found:
    """A paper, or why there is none. `name` is that of the file, with its path inside the one on disk.

    `takes_password`: it was refused because it is protected, and can be read with a password.
    """

    name: str
    outcome: Imported | ReaderError
    takes_password: bool = False


def read_papers(
    path: Path,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    password: str = "",
    only: str = "",
) -> Iterator[Found]:
    """What comes of the file at `path`, one at a time; an error of one file in it does not stop the others.

    `password` opens protected PDF files; `only` is the name of the one file in it that is wanted.
    Raises only what `progress` raises, and ImportStopped when `cancelled`.
    """
    report = progress or _ignore
    stopped = cancelled or _never
    name = shown_name(path)
    try:
        data = read_bytes(path, lambda share: report(READING_SHARE * share), stopped)
    except ImportStopped:
        raise
    except ReaderError as error:
        yield Found(name, error)
        return
    reading = _Reading(name, password, only, report, stopped)
    facts, warnings = catalogue_facts(path)
    for found in reading.papers(data, name, facts, (READING_SHARE, 1.0), 0):
        if found.name == name and isinstance(found.outcome, Imported):
            found = replace(found, outcome=replace(found.outcome, warnings=found.outcome.warnings + warnings))
        yield found
    report(1.0)


def _ignore(_share: float) -> None:
    pass


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class _Reading:
    """The reading of one file on disk."""

    file: str
    password: str
    only: str
    report: Progress
    stopped: Cancelled

    def papers(
        self, data: bytes, name: str, facts: dict[str, object], shares: tuple[float, float], depth: int
    ) -> Iterator[Found]:
        """The papers in `data`; `shares` are those of the progress at its beginning and end."""
        if self._is_in_the_way(name):
            return
        importer = importer_of(data) if data else None
        is_document = importer is not None and importer.media_type.startswith("application/vnd")
        if is_archive(data) and not is_document and not unread_format(data):
            yield from self._packed(data, name, shares, depth)
            return
        middle = shares[0] + (shares[1] - shares[0]) / 2 if isinstance(importer, Email) else shares[1]
        if self.only in ("", name):
            yield self._paper(data, name, facts, (shares[0], middle))
        if isinstance(importer, Email):
            yield from self._attached(data, name, (middle, shares[1]), depth)

    def _paper(self, data: bytes, name: str, facts: dict[str, object], shares: tuple[float, float]) -> Found:
        def recognising(share: float) -> None:
            if self.stopped():
                raise ImportStopped(name=self.file)
            self.report(shares[0] + share * (shares[1] - shares[0]))

        try:
            return Found(name, read_data(data, name, recognising, password=self.password, catalogued=facts))
        except ImportStopped:
            raise
        except ReaderError as error:
            is_pdf = isinstance(importer_of(data), Pdf) if data else False
            return Found(name, error, is_pdf and isinstance(error, FileNeedsPassword))

    def _packed(self, data: bytes, name: str, shares: tuple[float, float], depth: int) -> Iterator[Found]:
        if depth >= DEEPEST:
            yield Found(name, FileUnreadable(name=name, reason="it is an archive inside others"))
            return
        count, done = 0, 0
        try:
            for packed in packed_files(data, name):
                count += 1
                if self._is_in_the_way(packed.name):
                    continue
                inner = self._share(shares, done, len(data))
                done = min(len(data), done + packed.size)
                try:
                    content = packed.read()
                except ReaderError as error:
                    yield Found(packed.name, error)
                    continue
                yield from self.papers(
                    content, packed.name, {}, (inner, self._share(shares, done, len(data))), depth + 1
                )
        except ImportStopped:
            raise
        except ReaderError as error:
            yield Found(name, error)
            return
        if not count:
            yield Found(name, NotText(name=name))

    def _attached(self, data: bytes, name: str, shares: tuple[float, float], depth: int) -> Iterator[Found]:
        if depth >= DEEPEST:
            return
        try:
            files = list(attachments(data, name))
        except ReaderError:
            return  # the message itself could not be read either, which is said of it
        taken: set[str] = set()
        for number, (label, content) in enumerate(files):
            shown = f"{name}/{_unused(label, taken)}"
            first, last = self._share(shares, number, len(files)), self._share(shares, number + 1, len(files))
            yield from self.papers(content, shown, {}, (first, last), depth + 1)

    def _is_in_the_way(self, name: str) -> bool:
        """Whether neither this file nor one in it is the only one that is wanted."""
        return bool(self.only) and self.only != name and not self.only.startswith(f"{name}/")

    @staticmethod
    def _share(shares: tuple[float, float], done: int, whole: int) -> float:
        return shares[0] + (shares[1] - shares[0]) * (min(1.0, done / whole) if whole else 1.0)


def _unused(label: str, taken: set[str]) -> str:
    """A name no other file of the message has."""
    stem, suffix = Path(label).stem, Path(label).suffix
    name, number = label, 1
    while name in taken:
        number += 1
        name = f"{stem} ({number}){suffix}"
    taken.add(name)
    return name
