"""Merging another copy into an open project, as work for a job: look first, then take in after a backup.

Files of other programs go the same way: reader.models.reading_back reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.domain.changes import ChangeSet
from reader.domain.errors import ActRefused

if TYPE_CHECKING:
    from reader.domain.collection import Collection
    from reader.domain.model import Tag
    from reader.edit.merging import Merged
    from reader.edit.merging_report import MergeItem
    from reader.edit.merging_versions import Find
    from reader.models.coders import Coder
    from reader.store.project import Project

Step = Callable[[float], None]
MOST_LOOKED_INTO = 6  # copies beside a project: each is read whole
OPENED, READ, COMPARED, SAVED = 0.4, 0.6, 0.7, 0.8  # shares of the work that are done by then


@dataclass(frozen=True, slots=True)
class Looked:
    """What merging would do, as `reader.edit.merging.Merged` has it.

    `is_copy`: the file is of the same project; else another project comes in.
    """

    path: Path
    is_copy: bool
    items: tuple[MergeItem, ...]
    left_out: int
    left_behind: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What merging did: the act, saved already; what it did to each thing; and the backup from before."""

    change_set: ChangeSet
    items: tuple[MergeItem, ...]
    backup: Path


def look(project: Project, path: Path, step: Step) -> Looked:
    """What would come in from the project file at `path`; neither file is changed.

    Raises ActRefused when it is the open project itself, ProjectError when it cannot be read; what `step` raises.
    """
    from reader.edit.merging import merge

    with _opened(project, path, step) as (other, theirs):
        merged = merge(project.collection(), theirs, path.stem, find=_finder(step), only_look=True)
        step(1)
        return Looked(path, other.uid == project.uid, merged.items, merged.left_out, merged.left_behind)


def take_in(project: Project, path: Path, step: Step) -> Taken | None:
    """Merge the project file at `path` into an open project, in one transaction after a backup; None: it has nothing.

    Whoever holds the history of the project must `remember` the act. Raises as `look`, and ProjectError when it cannot
    be saved: then nothing is changed. It cannot be stopped once it is being saved.
    """
    from reader.edit.merging import merge

    with _opened(project, path, step) as (_other, theirs):
        return save(project, merge(project.collection(), theirs, path.stem, find=_finder(step)), step)


def save(project: Project, merged: Merged, step: Step) -> Taken | None:
    """Save a merge after a backup, unless it does nothing: then None. Raises ProjectError, and what `step` raises."""
    step(COMPARED)
    if not merged.change_set:
        return None
    backup = project.back_up_before_merge()
    step(SAVED)
    project.apply(merged.change_set)
    return Taken(merged.change_set, merged.items, backup)


def copy_with_news(project: Project, step: Step) -> Looked | None:
    """The first of the copies in the folder of the project, the newest first, that has something it has not.

    Those that cannot be read are skipped, and so are the oldest where there are many.
    """
    from reader.domain.errors import ReaderError
    from reader.store.sharing import copies_beside

    for path in copies_beside(project.path)[:MOST_LOOKED_INTO]:
        try:
            looked = look(project, path, step)
        except ReaderError:
            continue
        if looked.items:
            return looked
    return None


def coders_of(project: Project, path: Path | None, step: Step) -> tuple[list[Coder], list[Tag]]:
    """The coders of the open project and, with `path`, of a copy; and all labels. Raises as `look`."""
    from reader.models.coders import coders

    if path is None:
        return coders(project.collection())
    with _opened(project, path, step) as (_other, theirs):
        return coders(project.collection(), theirs)


@contextmanager
def _opened(project: Project, path: Path, step: Step) -> Iterator[tuple[Project, Collection]]:
    """A private copy of the other file, so that it may be open elsewhere and stays as it is."""
    from reader.store.opening import identity_of
    from reader.store.project import Project as ProjectFile

    if identity_of(path) == identity_of(project.path):
        raise ActRefused(reason="This is the open project itself. Choose another copy of it.")
    step(0)
    with ProjectFile.open_copy(path) as other:
        step(OPENED)
        theirs = other.collection()
        step(READ)
        yield other, theirs


def _finder(step: Step) -> Find:
    """Looks for what was marked in a version that gives way, and can be stopped."""
    from reader.edit.merging_versions import sure_places

    return partial(sure_places, step=lambda _share: step(READ))
