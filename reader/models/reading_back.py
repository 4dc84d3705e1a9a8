"""Files of other programs in an open project, as work for a job: which they are, what would come in, taking it over."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.domain.changes import Change, ChangeSet
from reader.domain.errors import ReaderError
from reader.domain.model import Highlight, Link, Tombstone
from reader.models.merging import Step, Taken, save

if TYPE_CHECKING:
    from reader.domain.collection import Collection
    from reader.edit.merging import Merged
    from reader.edit.merging_report import MergeItem
    from reader.importers.exchange.exchanged import Exchanged, Item
    from reader.store.project import Project

ENDINGS: Final = (".qdpx", ".qdc", ".qde", ".jsonld", ".json", ".csv")  # of files that are never read as papers
_TOLD_BY_CONTENT: Final = ("", ".txt", ".xml", ".zip")  # endings that such a file may have all the same
_HEAD: Final = 4000  # bytes that tell what a file is
_MOST_LOOKED_AT: Final = 20  # files: on a network each takes its time
_SEPARATORS: Final = (b";", b"\t", b",")  # of a table
_READ: Final = 0.8  # share of the work: reading the file; the rest is comparing it with the project


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What taking a file over would do. `read` is what came out of it, `items` are as in Merged.

    `told`: what was left out, repaired or found again in the project. `coming`: how much comes in of each kind, those
    of MergeItem and "note". `again`: how many of the items were deleted in this project before.
    """

    path: Path
    read: Exchanged
    told: tuple[Item, ...]
    items: tuple[MergeItem, ...]
    coming: Mapping[str, int]
    left_out: int
    again: int

    @property
    def name(self) -> str:
        return self.read.name


def of_other_programs(paths: Sequence[Path]) -> list[Path]:
    """Those of these files that are read as files of other programs; of many only the endings are looked at."""
    return [path for path in paths if is_of_another_program(path, look=len(paths) <= _MOST_LOOKED_AT)]


def is_of_another_program(path: Path, *, look: bool = True) -> bool:
    """Whether a file is read as one of another program, and not as a paper; one that cannot be read is not.

    With `look` a few bytes are read of a file whose ending does not tell.
    """
    ending = path.suffix.lower()
    if ending in ENDINGS:
        return not path.is_dir()
    if not look or ending not in _TOLD_BY_CONTENT:
        return False
    with suppress(OSError, zipfile.BadZipFile):
        if path.is_file():
            with path.open("rb") as file:
                head = file.read(_HEAD)
            if not head.startswith(b"PK\x03\x04"):
                return _is_exchange(head)
            with zipfile.ZipFile(path) as archive:
                return any(name.lower().endswith(".qde") for name in archive.namelist())
    return False


def _is_exchange(head: bytes) -> bool:
    """Whether a file that begins so is one of another program. The readers are loaded only when it looks like one."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith((b"{", b"[")) or b"QDA-XML" in head.replace(b"\0", b""):
        from reader.importers.exchange.base import is_exchange

        return is_exchange(head)
    if any(separator in start.partition(b"\n")[0] for separator in _SEPARATORS):
        from reader.importers.exchange.label_table import is_label_table
        from reader.text.source import decode

        with suppress(ReaderError):  # no text at all
            return is_label_table(decode(head, "").body)
    return False


def look_into(project: Project, path: Path, step: Step) -> ReadBack:
    """What would come in from the file at `path`; nothing is changed.

    Raises a ReaderError when it cannot be read, and what `step` raises.
    """
    from reader.importers.exchange.base import read_exchange

    step(0)
    read = read_exchange(path, project, progress=lambda share: step(_READ * share))
    ours = project.collection()
    merged = _merged(ours, read)
    again = sum(item.uid in ours.deleted for item in merged.items if item.outcome == "added")
    coming = coming_in(merged.items, merged.change_set)
    step(1)
    return ReadBack(path, read, _worth_telling(read.items), merged.items, coming, merged.left_out, again)


def take_over(project: Project, looked: ReadBack, step: Step) -> Taken | None:
    """Take what was read into an open project, in one transaction after a backup; None when it has nothing new.

    Whoever holds the history of the project must `remember` the act. Raises ProjectError when it cannot be saved: then
    nothing is changed; and what `step` raises. It cannot be stopped once it is being saved.
    """
    step(0)
    return save(project, _merged(project.collection(), looked.read), step)


def _merged(ours: Collection, read: Exchanged) -> Merged:
    """The merge. What is in a file that the user asks for comes in, also when it was deleted here before."""
    from reader.edit.merging import merge
    from reader.edit.merging_identities import SAME

    same = {pair: moment for pair, moment in ours.deleted.items() if SAME in pair}
    merged = merge(replace(ours, deleted=same), read.collection, read.name)
    changes = merged.change_set.changes
    come = {one.after.uid for one in changes if one.before is None and not isinstance(one.after, Tombstone | None)}
    act = ChangeSet(merged.change_set.name, tuple(_remembering(one, ours.deleted, come) for one in changes))
    return replace(merged, change_set=act)


def _remembering(change: Change, deleted: Mapping[str, str], come: Container[str]) -> Change:
    """The change that, taken back, leaves a thing that comes in as deleted as it was."""
    before, after = change.before, change.after
    if before is None and isinstance(after, Tombstone) and after.uid in deleted and after.uid in come:
        return Change(Tombstone(after.uid, deleted[after.uid]), None)
    return change


def _worth_telling(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """What was left out first, then what was repaired, then what is said of the rest."""
    order = ("left out", "repaired", "read")
    return tuple(sorted((item for item in items if item.detail), key=lambda item: order.index(item.outcome)))


def coming_in(items: Iterable[MergeItem], change_set: ChangeSet) -> dict[str, int]:
    """How much comes in of each kind: those of MergeItem, and "note"."""
    counts = Counter[str](item.kind for item in items if item.outcome == "added")
    new = (change.after for change in change_set.changes if change.before is None)
    counts["note"] = sum(isinstance(one, Highlight | Link) and bool(one.note) for one in new)
    return {kind: count for kind, count in counts.items() if count}
