"""What the rows of the list of excerpts hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt

from reader.domain.excerpt import Label
from reader.domain.model import Highlight


class ExcerptRole(IntEnum):
    """What a row holds beside its quote."""

    ROW = Qt.ItemDataRole.UserRole  # ExcerptRow or HeadRow
    UID = Qt.ItemDataRole.UserRole + 1  # of the highlight; an empty string for a head


@dataclass(frozen=True, slots=True)
class HeadRow:
    """The head of a group; `label` is given where the group is a label."""

    title: str
    count: int
    label: Label | None = None


@dataclass(frozen=True, slots=True)
class ExcerptRow:
    """A marked passage: its labels in tree order, quote as read, place, and whether it has a note and links."""

    highlight: Highlight
    labels: tuple[Label, ...]
    quote: str
    place: str
    links: int

    @property
    def has_note(self) -> bool:
        return bool(self.highlight.note.strip())


def runs(flags: Iterable[bool]) -> list[tuple[int, int]]:
    """The stretches of True, as first and last number."""
    runs: list[tuple[int, int]] = []
    for number, flag in enumerate(flags):
        if flag and runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        elif flag:
            runs.append((number, number))
    return runs
