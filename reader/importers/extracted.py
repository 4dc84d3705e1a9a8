"""What every importer is and gives: the shape of a format's reader, and a file's text with what is recognised in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from reader.domain.model import Document, Text
from reader.text.structure import Structure

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")  # also turns of direction

Progress = Callable[[float], None]  # told a share from 0 to 1; may raise to stop the work
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Extracted:
    """The source text in a file; `warnings` are English sentences about what was unusual."""

    body: str
    structure: Structure
    encoding: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """A paper read from a file, not stored yet. `warnings` are English sentences about what was unusual."""

    document: Document
    text: Text
    warnings: tuple[str, ...]


class Importer(Protocol):
    """The reader of one file format; `name` says which code took the text."""

    @property
    def name(self) -> str: ...
    @property
    def media_type(self) -> str: ...

    def accepts(self, head: bytes) -> bool:
        """Whether a file that begins with `head` is of this format."""
        ...

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """The text in `data`; `name` is the file's, for messages. Raises ReaderError for what cannot be read."""
        ...


def shown_name(path: Path) -> str:
    """The file's name on one line, with signs in place of bytes that are no characters and of controls."""
    name = (path.name or str(path)).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _CONTROLS.sub("\ufffd", name)
