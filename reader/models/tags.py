"""The labels of a project as a tree, with the number of passages that have each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, QObject, Qt

from reader.domain.changes import ChangeSet
from reader.domain.model import Tag, Tagging
from reader.edit.tags import move_tag, rename_tag
from reader.models.keyed_tree import AnyIndex, Branch, KeyedTree
from reader.models.session import Session

TAG_MIME = "application/x-vindplaats-label"


class TagRole(IntEnum):
    """What a row holds beside its name."""

    ROW = Qt.ItemDataRole.UserRole
    UID = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class TagRow:
    """A label: `count` is the taggings with itself, `total` also those with the labels under it."""

    tag: Tag
    count: int
    total: int
    parent: bool  # labels lie under it

    @property
    def heading(self) -> bool:
        """Whether it only groups other labels: no passage has it and it has no key."""
        return self.parent and not self.count and self.tag.digit is None


class TagsModel(KeyedTree[TagRow]):
    """The tree of labels. It follows the session; renaming in place and moving go through acts that can be undone."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._counts = Counter(session.project.counts().of_tags)
        session.changed.connect(self._on_changed)
        self.refresh()

    def refresh(self) -> None:
        """Hold the labels of the project."""
        children: dict[str | None, list[Tag]] = defaultdict(list)
        for tag in self._session.project.tags():
            children[tag.parent_uid].append(tag)

        order = list(children[None])
        for tag in order:  # it grows meanwhile: not by recursion, for a tree may be deep
            order += children[tag.uid]
        made: dict[str, Branch[TagRow]] = {}
        for tag in reversed(order):  # those beneath come first
            below = tuple(made.pop(child.uid) for child in children[tag.uid])
            count = self._counts[tag.uid]
            total = count + sum(one.item.total for one in below)
            made[tag.uid] = Branch(tag.uid, TagRow(tag, count, total, bool(below)), below)
        self.show([made[tag.uid] for tag in children[None]])

    def tag(self, uid: str) -> Tag | None:
        """The label with this uid, None when it is not there."""
        row = self.item(self.index_of(uid))
        return row.tag if row is not None else None

    # -- moving by key -------------------------------------------------------------------------------------------------

    def move_by(self, uid: str, step: int) -> bool:
        """Move a label `step` places down (negative: up) among its sisters. Gives whether it moved."""
        index = self.index_of(uid)
        target = index.row() + step
        if not index.isValid() or not 0 <= target < self.rowCount(index.parent()):
            return False
        return self._move(uid, self.key(index.parent()) or None, target)

    def nest(self, uid: str) -> bool:
        """Put a label under the sister above it, as the last one. Gives whether it moved."""
        index = self.index_of(uid)
        if not index.isValid() or index.row() == 0:
            return False
        above = index.siblingAtRow(index.row() - 1)
        return self._move(uid, self.key(above), self.rowCount(above))

    def lift(self, uid: str) -> bool:
        """Put a label beside the one it lies under, right behind it. Gives whether it moved."""
        parent = self.index_of(uid).parent()
        if not parent.isValid():
            return False
        return self._move(uid, self.key(parent.parent()) or None, parent.row() + 1)

    def _move(self, uid: str, parent_uid: str | None, index: int) -> bool:
        return self._session.attempt(lambda: move_tag(self._session.project, uid, parent_uid, index))

    # -- what Qt asks --------------------------------------------------------------------------------------------------

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.item(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.tag.name
        if role == TagRole.ROW:
            return row
        if role == TagRole.UID:
            return row.tag.uid
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (row.tag.name, row.tag.description) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self.tr("{name}, 1 passage") if row.total == 1 else self.tr("{name}, {count} passages")
            words = words.format(name=row.tag.name, count=row.total)
            if row.tag.digit is not None:
                words += ", " + self.tr("key {digit}").format(digit=row.tag.digit)
            return words
        return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.item(index)
        if role != Qt.ItemDataRole.EditRole or row is None:
            return False
        uid, name = row.tag.uid, str(value)
        return self._session.attempt(lambda: rename_tag(self._session.project, uid, name))

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return (
            flag.ItemIsEnabled
            | flag.ItemIsSelectable
            | flag.ItemIsEditable
            | flag.ItemIsDragEnabled
            | flag.ItemIsDropEnabled
        )

    def mimeTypes(self) -> list[str]:
        return [TAG_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        if indexes:
            data.setData(TAG_MIME, QByteArray(self.key(indexes[0]).encode()))
        return data

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        """Move the dropped label there. Always False: the act itself moves the row, the view must remove nothing."""
        if data.hasFormat(TAG_MIME) and action == Qt.DropAction.MoveAction:
            uid = bytes(data.data(TAG_MIME).data()).decode()
            parent_uid = self.key(parent) or None
            source = self.index_of(uid)
            place = row if row >= 0 else self.rowCount(parent)
            if source.isValid() and (self.key(source.parent()) or None) == parent_uid and source.row() < place:
                place -= 1
            self._move(uid, parent_uid, place)
        return False

    def _on_changed(self, change_set: ChangeSet) -> None:
        for change in change_set.of(Tagging):
            if isinstance(change.before, Tagging):
                self._counts[change.before.tag_uid] -= 1
            if isinstance(change.after, Tagging):
                self._counts[change.after.tag_uid] += 1
        if change_set.touches(Tag, Tagging):
            self.refresh()
