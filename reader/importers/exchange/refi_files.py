"""The files in a REFI-QDA project: found without regard to case, read within limits, never written to the disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from reader.domain.errors import FileDamaged, FileTooLarge
from reader.importers.marked_up_archive import MEGABYTE, Archive

FORMAT: Final = "REFI-QDA"
MOST_BYTES: Final = 250 * MEGABYTE  # of all files of a project that are read, unpacked
_INTERNAL: Final = "internal://"
_PROJECT: Final = ".qde"


@dataclass(slots=True)
class ProjectFiles:
    """The files of one project; without an archive there are none."""

    archive: Archive | None
    _paths: dict[str, str] = field(init=False)  # as stored, by the path in small letters
    _read: int = 0

    def __post_init__(self) -> None:
        stored = self.archive.file.namelist() if self.archive is not None else []
        self._paths = {_plain(path): path for path in reversed(stored)}

    def project(self) -> bytes:
        """The file that describes the project, at the root when there is one. Raises FileDamaged when there is none."""
        found = sorted((path for path in self._paths if path.endswith(_PROJECT)), key=lambda one: (one.count("/"), one))
        if self.archive is None or not found:
            raise FileDamaged(name=self.archive.name if self.archive is not None else "", format=FORMAT)
        return self._content(self.archive, found[0])

    def read(self, path: str) -> bytes | None:
        """The file that a source names; None when it is not in the project.

        A path that leads out of the project is not followed. Raises FileDamaged, FileTooLarge, FileNeedsPassword.
        """
        if self.archive is None or not is_inside(path):
            return None
        inner = _plain(path.removeprefix(_INTERNAL))
        for name in (inner, _plain(unquote(inner))):
            for wanted in (f"sources/{name}", name):
                if wanted in self._paths:
                    return self._content(self.archive, wanted)
        return None

    def _content(self, archive: Archive, path: str) -> bytes:
        data = archive.read(self._paths[path])
        self._read += len(data)
        if self._read > MOST_BYTES:
            raise FileTooLarge(name=archive.name, size=-(-self._read // MEGABYTE), limit=MOST_BYTES // MEGABYTE)
        return data


def is_project(names: list[str]) -> bool:
    """Whether an archive of files with these paths is a project."""
    return any(_plain(path).endswith(_PROJECT) for path in names)


def is_inside(path: str) -> bool:
    """Whether a path of a source names a file of the project itself."""
    inner = unquote(path.removeprefix(_INTERNAL)).replace("\\", "/")
    parts = inner.split("/")
    return path.startswith(_INTERNAL) and not inner.startswith("/") and ".." not in parts and ":" not in inner


def _plain(path: str) -> str:
    return path.replace("\\", "/").removeprefix("./").casefold()
