"""The parts of a ZIP file that holds a document (DOCX, ODT), read within limits: no bomb fills memory or time."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from reader.domain.errors import FileDamaged, FileNeedsPassword, FileTooLarge

MEGABYTE = 1_000_000
_LARGEST_PART = 60 * MEGABYTE  # bytes of one part when unpacked
_MOST_ENTRIES = 10_000
_MOST_RATIO = 400  # unpacked to packed; a part above it that is also large is a bomb
_SMALL = 2 * MEGABYTE  # bytes that any ratio may give
_CHUNK = 1 * MEGABYTE
_NAME_LENGTH, _NAME = 26, 30  # places in the header of an entry
_ENCRYPTED = 0x1  # flag of an entry


@dataclass(frozen=True, slots=True)
class Archive:
    """An opened ZIP file; `name` and `format_name` are for messages."""

    file: zipfile.ZipFile
    name: str
    format_name: str

    def has(self, path: str) -> bool:
        return path in self.file.NameToInfo

    def read(self, path: str) -> bytes:
        """The bytes of the part `path`; none when it is not there.

        Raises FileDamaged, FileTooLarge, or FileNeedsPassword.
        """
        if not self.has(path):
            return b""
        entry = self.file.getinfo(path)
        if entry.flag_bits & _ENCRYPTED:
            raise FileNeedsPassword(name=self.name)
        data = bytearray()
        try:
            with self.file.open(entry) as part:
                while chunk := part.read(_CHUNK):
                    data += chunk
                    self._check(len(data), entry)
        except (
            zipfile.BadZipFile,
            zlib.error,
            lzma.LZMAError,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
            RuntimeError,
            MemoryError,  # a packing that asks for more than there is
        ) as error:
            raise FileDamaged(name=self.name, format=self.format_name) from error
        return bytes(data)

    def _check(self, size: int, entry: zipfile.ZipInfo) -> None:
        """Stop at what is too large, and at once where few bytes grow into many."""
        whole = max(size, entry.file_size)
        if size > _LARGEST_PART or (size > _SMALL and size > _MOST_RATIO * max(1, entry.compress_size)):
            if whole <= _LARGEST_PART:
                raise FileDamaged(name=self.name, format=self.format_name)
            raise FileTooLarge(name=self.name, size=-(-whole // MEGABYTE), limit=_LARGEST_PART // MEGABYTE)


def names_in(head: bytes) -> tuple[str, ...]:
    """The paths of the entries of a ZIP file that begins with `head`; only the first where that is not all of it."""
    try:
        with zipfile.ZipFile(io.BytesIO(head)) as file:
            return tuple(file.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError, struct.error):
        length = int.from_bytes(head[_NAME_LENGTH : _NAME_LENGTH + 2], "little")
        return (head[_NAME : _NAME + length].decode("utf-8", "replace"),)


@contextmanager
def opened(data: bytes, name: str, format_name: str) -> Iterator[Archive]:
    """The ZIP file in `data`. Raises FileDamaged."""
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError) as error:
        raise FileDamaged(name=name, format=format_name) from error
    with file:
        if len(file.infolist()) > _MOST_ENTRIES:
            raise FileDamaged(name=name, format=format_name)
        yield Archive(file, name, format_name)
