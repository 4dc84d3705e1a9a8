"""Which files an import reads: those that were chosen, and those in the folders among them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.domain.errors import FileUnreadable
from reader.importers.extracted import shown_name

MOST_FILES = 5000  # in one folder with what is under it
_NO_PAPERS = (".toml", ".vindplaats")
_NO_PAPER_NAMES = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Wish:
    """A file to read. `only` is the one file inside it that is wanted; `key` the row that waits for it, if any."""

    path: Path
    key: int | None = None
    only: str = ""
    password: str = ""


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves and those inside the folders among them, by name; hidden ones are left out.

    Links to folders are not followed. Raises FileUnreadable for a folder that holds too many files.
    """
    for path in paths:
        count = 0
        if not path.is_dir():
            yield path
            continue
        for folder, inner, names in os.walk(path):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            for name in sorted(names):
                file = Path(folder, name)
                if name.startswith(".") or file.suffix.lower() in _NO_PAPERS or name.lower() in _NO_PAPER_NAMES:
                    continue
                count += 1
                if count > MOST_FILES:
                    raise FileUnreadable(name=shown_name(path), reason=f"it holds more than {MOST_FILES} files")
                yield file
