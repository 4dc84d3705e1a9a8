"""The files of an import as rows of a list: what was read of each, what came of it, whether it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.domain.errors import ReaderError
from reader.domain.model import Document
from reader.importers.several_parked import Parked

# waiting: not read yet; locked: a password opens it; known: the project has it; ready: can be stored
ImportState = Literal["waiting", "reading", "ready", "known", "locked", "refused", "storing", "stored"]
AnyIndex = QModelIndex | QPersistentModelIndex


class ImportRole(IntEnum):
    """What a row holds beside its words."""

    ROW = Qt.ItemDataRole.UserRole  # ImportRow


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A file, or one inside it. `key` identifies the row; `name` is the file's, `path` that of the file on disk.

    `document` is what is known of the paper, as the user corrected it; `known_as` the title of the paper that is in the
    project already; `version_of` the paper of the project that this may be another version of. `share` is how far
    reading is, 0 to 1.
    """

    key: int
    name: str
    path: Path
    state: ImportState = "waiting"
    document: Document | None = None
    parked: Parked | None = None
    error: ReaderError | None = None
    known_as: str = ""
    version_of: Document | None = None
    chosen: bool = True
    share: float = 0.0

    @property
    def warnings(self) -> tuple[str, ...]:
        return self.parked.warnings if self.parked is not None else ()

    @property
    def is_wanted(self) -> bool:
        """Whether it will be stored when the user says so."""
        return self.state == "ready" and self.chosen


class ImportRows(QAbstractListModel):
    """The rows in the order of the files. A row that is ready can be ticked."""

    counts_changed = Signal()  # a state or a tick changed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ImportRow] = []
        self._places: dict[int, int] = {}
        self._speaker: Callable[[ImportRow], str] = _name_of

    def set_speaker(self, speaker: Callable[[ImportRow], str]) -> None:
        """Say of a row to a screen reader what `speaker` gives."""
        self._speaker = speaker

    @property
    def rows(self) -> Sequence[ImportRow]:
        return tuple(self._rows)

    def row(self, index: AnyIndex) -> ImportRow | None:
        """The row at an index; None where there is none."""
        return self._rows[index.row()] if index.isValid() and 0 <= index.row() < len(self._rows) else None

    def by_key(self, key: int) -> ImportRow:
        """Raises KeyError when there is no such row."""
        return self._rows[self._places[key]]

    def place_of(self, key: int) -> QModelIndex:
        """The index of a row. Raises KeyError when there is no such row."""
        return self.index(self._places[key])

    def add(self, rows: Sequence[ImportRow], *, behind: int | None = None) -> None:
        """Add rows at the end, or behind the row with this key. Raises KeyError when there is no such row."""
        if not rows:
            return
        place = len(self._rows) if behind is None else self._places[behind] + 1
        self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
        self._rows[place:place] = rows
        self._places = {row.key: number for number, row in enumerate(self._rows)}
        self.endInsertRows()
        self.counts_changed.emit()

    def change(self, key: int, **facts: Any) -> ImportRow:
        """Change a row. Raises KeyError when there is no such row."""
        place = self._places[key]
        old = self._rows[place]
        new = replace(old, **facts)
        self._rows[place] = new
        index = self.index(place)
        self.dataChanged.emit(index, index)
        if (old.state, old.chosen) != (new.state, new.chosen):
            self.counts_changed.emit()
        return new

    def count(self, *states: ImportState) -> int:
        """How many rows are in one of these states."""
        return sum(row.state in states for row in self._rows)

    def wanted(self) -> list[ImportRow]:
        """The rows that are to be stored."""
        return [row for row in self._rows if row.is_wanted]

    def choose_all(self, chosen: bool) -> None:
        """Tick or untick every row that is ready."""
        for row in list(self._rows):
            if row.state == "ready" and row.chosen != chosen:
                self.change(row.key, chosen=chosen)

    # -- what Qt asks --------------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index)
        if row is None:
            return None
        if role == ImportRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return _name_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._speaker(row)
        if role == Qt.ItemDataRole.CheckStateRole and row.state == "ready":
            return Qt.CheckState.Checked if row.chosen else Qt.CheckState.Unchecked
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index)
        if row is None or role != Qt.ItemDataRole.CheckStateRole or row.state != "ready":
            return False
        self.change(row.key, chosen=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsUserCheckable if row.state == "ready" else flags


def _name_of(row: ImportRow) -> str:
    return row.document.title if row.document is not None else row.name
