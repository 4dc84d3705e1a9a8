"""The files in a ZIP archive, read within limits. Nothing is ever unpacked to the disk, and its paths lead nowhere."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from reader.domain.errors import FileDamaged, FileTooLarge
from reader.importers.marked_up_archive import Archive, opened

MEGABYTE = 1_000_000
MOST_FILES = 2000  # in one archive
MOST_BYTES = 500 * MEGABYTE  # of all files in it, unpacked
_FORMAT = "ZIP"
_SIGNS = (b"PK\x03\x04", b"PK\x05\x06")
_OFFICE = ("[content_types].xml", "mimetype", "meta-inf/manifest.xml", "androidmanifest.xml")
_NOISE = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_SYSTEM_UNIX = 3


@dataclass(frozen=True, slots=True)
class PackedFile:
    """A file in an archive. `name` is its path in there with "/" between the folders, for messages only."""

    name: str
    size: int  # bytes when unpacked, as the archive says
    _archive: Archive
    _path: str

    def read(self) -> bytes:
        """Its bytes. Raises FileDamaged, FileTooLarge, or FileNeedsPassword."""
        return self._archive.read(self._path)


def is_archive(head: bytes) -> bool:
    """Whether bytes begin as a ZIP archive does; documents of office programs do so too."""
    return head.startswith(_SIGNS)


def packed_files(data: bytes, name: str) -> Iterator[PackedFile]:
    """The files in an archive called `name`, by path; hidden ones and those of the system are left out.

    Nothing for an archive that is itself a document, such as a spreadsheet. What is read counts towards the limit.
    Raises FileDamaged or FileTooLarge.
    """
    with opened(data, name, _FORMAT) as archive:
        entries = [entry for entry in archive.file.infolist() if entry.filename and not entry.is_dir()]
        if any(entry.filename.lower() in _OFFICE for entry in entries):
            return
        wanted = sorted((entry for entry in entries if _is_wanted(entry)), key=lambda entry: entry.filename.casefold())
        if len(wanted) > MOST_FILES:
            raise FileDamaged(name=name, format=_FORMAT)
        total = 0
        for entry in wanted:
            total += entry.file_size
            if total > MOST_BYTES:
                raise FileTooLarge(name=name, size=-(-total // MEGABYTE), limit=MOST_BYTES // MEGABYTE)
            shown = f"{name}/{shown_path(entry.filename)}"
            yield PackedFile(shown, entry.file_size, Archive(archive.file, shown, _FORMAT), entry.filename)


def shown_path(path: str) -> str:
    """A path in an archive as it is shown: without what would lead out of it, and without controls."""
    parts = path.replace("\\", "/").split("/")
    kept = (part for part in parts if part not in ("", ".", ".."))
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in "/".join(kept))[:300] or "?"


def _is_wanted(entry: zipfile.ZipInfo) -> bool:
    parts = entry.filename.replace("\\", "/").split("/")
    if any(part.startswith(".") and part not in (".", "..") for part in parts):
        return False
    if any(part.casefold() in _NOISE for part in parts) or parts[-1].casefold().endswith(".toml"):
        return False
    return not (entry.create_system == _SYSTEM_UNIX and stat.S_ISLNK(entry.external_attr >> 16))
