"""Opening a project on the command line, and finding the paper that was named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.domain.errors import ActRefused

if TYPE_CHECKING:
    from reader.domain.model import Document
    from reader.store.project import Project

LEAST_UID: Final = 4  # characters: a figure too large for a number is not to be taken for the start of a uid


def reading(path: Path) -> Project:
    """The project, opened to read only."""
    from reader.store.project import Project

    return Project.open(path, read_only=True)


def named_document(project: Project, words: str) -> Document:
    """The paper with this number, or whose uid begins so, with 4 characters or more.

    Raises ActRefused when there is none or several.
    """
    papers = project.documents()
    if words.isdecimal() and 1 <= int(words) <= len(papers):
        return papers[int(words) - 1]
    found = [paper for paper in papers if len(words) >= LEAST_UID and paper.uid.startswith(words.lower())]
    if len(found) == 1:
        return found[0]
    if found:
        raise ActRefused(reason=f"Several papers have a uid that begins with “{words}”; give more of it.")
    raise ActRefused(reason=f"There is no paper “{words}” in the project; `vindplaats documents` lists them.")
