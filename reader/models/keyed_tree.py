"""A tree model that is told what it should hold and moves from what it holds with the fewest signals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

ItemT = TypeVar("ItemT")
AnyIndex = QModelIndex | QPersistentModelIndex
NO_INDEX: Final = QModelIndex()  # the root


@dataclass(frozen=True, slots=True)
class Branch(Generic[ItemT]):
    """A wanted row: its key among its sisters, what it shows, and the rows under it."""

    key: str
    item: ItemT
    children: tuple[Branch[ItemT], ...] = ()


@dataclass(slots=True, eq=False)
class _Node(Generic[ItemT]):
    serial: int
    key: str
    item: ItemT
    parent: _Node[ItemT] | None
    children: list[_Node[ItemT]] = field(default_factory=list)


class KeyedTree(QAbstractItemModel, Generic[ItemT]):
    """Rows are known by key: `show` removes, moves, inserts and changes only what differs: views keep their state."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._serials = count(1)
        self._top: list[_Node[ItemT]] = []
        self._nodes: dict[int, _Node[ItemT]] = {}

    def show(self, branches: Sequence[Branch[ItemT]]) -> None:
        """Hold exactly these rows."""
        waiting: list[tuple[_Node[ItemT] | None, Sequence[Branch[ItemT]]]] = [(None, branches)]
        while waiting:  # not by recursion: a tree may be deep
            waiting += self._settle(*waiting.pop())

    def item(self, index: AnyIndex) -> ItemT | None:
        """What a row shows; None for an invalid index."""
        return self._nodes[index.internalId()].item if index.isValid() else None

    def key(self, index: AnyIndex) -> str:
        """The key of a row, an empty string for an invalid index."""
        return self._nodes[index.internalId()].key if index.isValid() else ""

    def index_of(self, key: str) -> QModelIndex:
        """The first row with this key, an invalid index when there is none."""
        return next((index for index in self.all_indexes() if self.key(index) == key), QModelIndex())

    def all_indexes(self) -> Iterator[QModelIndex]:
        """Every row, from top to bottom."""
        waiting = _numbered(self._top)
        while waiting:
            row, node = waiting.pop()
            yield self.createIndex(row, 0, node.serial)
            waiting += _numbered(node.children)

    # -- what Qt asks --------------------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: AnyIndex = NO_INDEX) -> QModelIndex:
        children = self._children(self._node(parent))
        if column != 0 or not 0 <= row < len(children) or (parent.isValid() and parent.column() != 0):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].serial)

    def parent(self, index: AnyIndex = NO_INDEX) -> QModelIndex:  # type: ignore[override]
        node = self._node(index)
        return self._index(node.parent) if node is not None else QModelIndex()

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return len(self._children(self._node(parent)))

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 1

    # -- changes -------------------------------------------------------------------------------------------------------

    def _settle(
        self, node: _Node[ItemT] | None, wanted: Sequence[Branch[ItemT]]
    ) -> list[tuple[_Node[ItemT], Sequence[Branch[ItemT]]]]:
        """Hold these rows under a row. Gives which of those that stay are parents, and what is wanted under them."""
        below: list[tuple[_Node[ItemT], Sequence[Branch[ItemT]]]] = []
        children = self._children(node)
        keys = {branch.key for branch in wanted}
        for first, last in reversed(runs(child.key not in keys for child in children)):
            self.beginRemoveRows(self._index(node), first, last)
            for child in children[first : last + 1]:
                self._forget(child)
            del children[first : last + 1]
            self.endRemoveRows()
        held = {child.key for child in children}
        inserted = dict(runs(branch.key not in held for branch in wanted))
        for row, branch in enumerate(wanted):
            if row in inserted:
                fresh = [self._made(one, node) for one in wanted[row : inserted[row] + 1]]
                self.beginInsertRows(self._index(node), row, inserted[row])
                children[row:row] = fresh
                self.endInsertRows()
            if branch.key not in held:
                continue
            found = next(place for place in range(row, len(children)) if children[place].key == branch.key)
            if found != row:
                parent = self._index(node)
                self.beginMoveRows(parent, found, found, parent, row)
                children.insert(row, children.pop(found))
                self.endMoveRows()
            child = children[row]
            if child.item is not branch.item and child.item != branch.item:
                child.item = branch.item
                index = self._index(child)
                self.dataChanged.emit(index, index)
            if child.children or branch.children:
                below.append((child, branch.children))
        return below[::-1]  # the first is the next

    def _made(self, branch: Branch[ItemT], parent: _Node[ItemT] | None) -> _Node[ItemT]:
        """A node with all that is under it."""
        first = self._new(branch, parent)
        waiting = [(first, branch)]
        while waiting:
            node, made = waiting.pop()
            node.children = [self._new(child, node) for child in made.children]
            waiting += zip(node.children, made.children, strict=True)
        return first

    def _new(self, branch: Branch[ItemT], parent: _Node[ItemT] | None) -> _Node[ItemT]:
        node = _Node(next(self._serials), branch.key, branch.item, parent)
        self._nodes[node.serial] = node
        return node

    def _forget(self, node: _Node[ItemT]) -> None:
        waiting = [node]
        while waiting:
            gone = waiting.pop()
            del self._nodes[gone.serial]
            waiting += gone.children

    def _node(self, index: AnyIndex) -> _Node[ItemT] | None:
        return self._nodes.get(index.internalId()) if index.isValid() else None

    def _children(self, node: _Node[ItemT] | None) -> list[_Node[ItemT]]:
        return self._top if node is None else node.children

    def _index(self, node: _Node[ItemT] | None) -> QModelIndex:
        if node is None:
            return QModelIndex()
        return self.createIndex(self._children(node.parent).index(node), 0, node.serial)


def _numbered(nodes: Sequence[_Node[ItemT]]) -> list[tuple[int, _Node[ItemT]]]:
    """The nodes with their rows, the first last."""
    return list(enumerate(nodes))[::-1]


def runs(flags: Iterable[bool]) -> list[tuple[int, int]]:
    """The stretches of True, as first and last number."""
    runs: list[tuple[int, int]] = []
    for number, flag in enumerate(flags):
        if flag and runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        elif flag:
            runs.append((number, number))
    return runs
