"""The questions board as a list for a view: filtered, folded, changed row by row as decisions are made."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, Qt, Signal

from reader.models.board_items import (
    BoardFilter,
    Fold,
    GroupItem,
    Item,
    Key,
    QuestionItem,
    SectionItem,
    items_of,
    key_of,
)
from reader.models.board_texts import BoardTexts
from reader.models.keyed_tree import NO_INDEX, AnyIndex, runs
from reader.models.questions import PaperQuestions
from reader.models.session import Session
from reader.questions.board import Board

__all__ = ["BoardFilter", "BoardRole", "BoardRows"]

_NO_FILTER = BoardFilter()


class BoardRole(IntEnum):
    """What a row holds beside its words."""

    ITEM = Qt.ItemDataRole.UserRole  # SectionItem, GroupItem, QuestionItem or LooseItem


class BoardRows(QAbstractListModel):
    """The rows of one paper's board. A decision changes only the rows it touches, so that views keep their place."""

    renewed = Signal()  # after every change of the paper, the filter or what is folded

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.texts = BoardTexts(session)
        self._paper: PaperQuestions | None = None
        self._filter = BoardFilter()
        self._folded: frozenset[Fold] = frozenset()
        self._items: list[Item] = []
        self._keys: list[Key] = []

    # -- what is shown -------------------------------------------------------------------------------------------------

    @property
    def paper(self) -> PaperQuestions | None:
        return self._paper

    @property
    def board(self) -> Board | None:
        """The board behind the rows; None before answers were proposed, for then no state is known."""
        return self._paper.board if self._paper is not None and self._paper.stage == "board" else None

    @property
    def filter(self) -> BoardFilter:
        return self._filter

    def show(self, paper: PaperQuestions | None) -> None:
        """Show the board of a paper, with everything unfolded."""
        if self._paper is not None:
            self._paper.changed.disconnect(self._on_changed)
        self._paper = paper
        self._folded = frozenset()
        if paper is not None:
            paper.changed.connect(self._on_changed)
        self.texts.show(paper)
        self.beginResetModel()
        self._items = self._wanted()
        self._keys = [key_of(item) for item in self._items]
        self.endResetModel()
        self.renewed.emit()

    def set_filter(self, wanted: BoardFilter) -> None:
        """Show only the questions that pass."""
        if wanted != self._filter:
            self._filter = wanted
            self._renew()

    def fold(self, fold: Fold, folded: bool) -> None:
        """Fold a section or a group, or unfold it."""
        if folded != (fold in self._folded):
            self._folded = self._folded | {fold} if folded else self._folded - {fold}
            self._renew()

    def unfold_to(self, question: str) -> None:
        """Unfold what hides a question."""
        if self.board is not None and question in self.board.rows:
            unit = self.board.rows[question].question
            self._folded -= {("section", unit.section), ("group", unit.section, unit.fractie or "")}
            self._renew()

    def item(self, row: int) -> Item:
        """What a row shows."""
        return self._items[row]

    def item_at(self, index: AnyIndex) -> Item | None:
        """What stands at an index; None for an invalid one."""
        return self._items[index.row()] if index.isValid() and index.row() < len(self._items) else None

    def items(self) -> list[Item]:
        """All rows, from top to bottom."""
        return list(self._items)

    def row_of(self, key: Key) -> int:
        """The row with this key, -1 when it is not shown."""
        return self._keys.index(key) if key in self._keys else -1

    def head_of(self, row: int) -> int:
        """The nearest head above a row: of its group, for a group that of its section; -1 when there is none."""
        kinds = (SectionItem,) if isinstance(self._items[row], GroupItem) else (SectionItem, GroupItem)
        return next((place for place in range(row - 1, -1, -1) if isinstance(self._items[place], kinds)), -1)

    def questions(self) -> list[QuestionItem]:
        """The questions that pass the filter, in order, also those in what is folded."""
        return [] if self.board is None else _questions(self.board, self._filter)

    def question_item(self, question: str) -> QuestionItem | None:
        """A question with its place in its group, whether it passes the filter or not."""
        if self.board is None:
            return None
        return next((one for one in _questions(self.board, _NO_FILTER) if one.id == question), None)

    def undecided_from(self, question: str, step: int) -> str | None:
        """The next undecided question that passes the filter, `step` 1 or -1, past the end from the other side on.

        `question` is the id to start from, "" to start before the first or behind the last.
        """
        ids = [(one.id, one.row.is_undecided) for one in self.questions()]
        here = next((place for place, (one, _) in enumerate(ids) if one == question), -1 if step > 0 else len(ids))
        others = [(here + step * away) % len(ids) for away in range(1, len(ids) + 1)] if ids else []
        return next((ids[place][0] for place in others if ids[place][1] and ids[place][0] != question), None)

    def undecided_beside(self, row: int, step: int) -> str | None:
        """The same from a row of any kind, -1 for none: from a head or an answer the questions beside it are next."""
        questions = [(place, item.id) for place, item in enumerate(self._items) if isinstance(item, QuestionItem)]
        if row >= 0 and isinstance(self._items[row], QuestionItem):
            return self.undecided_from(self._items[row].id, step)
        beside = [one for place, one in questions if (place < row if step > 0 else place > row)]
        return self.undecided_from(beside[-1 if step > 0 else 0] if beside else "", step)

    # -- what Qt asks --------------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item_at(index)
        if item is None:
            return None
        if role == BoardRole.ITEM:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.texts.spoken(item)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.texts.spoken_answer(item) if isinstance(item, QuestionItem) else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.texts.tooltip(item) or None
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren

    # -- changes -------------------------------------------------------------------------------------------------------

    def _on_changed(self, _questions: object) -> None:
        self.texts.forget()
        self._renew()

    def _wanted(self) -> list[Item]:
        return items_of(self.board, self._filter, self._folded) if self.board is not None else []

    def _renew(self) -> None:
        """Go to the wanted rows: remove and insert stretches, tell which changed, start anew where the order did."""
        items = self._wanted()
        keys = [key_of(item) for item in items]
        kept, now = set(keys), set(self._keys)
        if [key for key in self._keys if key in kept] != [key for key in keys if key in now]:
            self.beginResetModel()
            self._items, self._keys = items, keys
            self.endResetModel()
            self.renewed.emit()
            return
        for first, last in reversed(runs(key not in kept for key in self._keys)):
            self.beginRemoveRows(NO_INDEX, first, last)
            del self._items[first : last + 1], self._keys[first : last + 1]
            self.endRemoveRows()
        for first, last in runs(key not in now for key in keys):
            self.beginInsertRows(NO_INDEX, first, last)
            self._items[first:first] = items[first : last + 1]
            self._keys[first:first] = keys[first : last + 1]
            self.endInsertRows()
        differing = [before != after for before, after in zip(self._items, items, strict=True)]
        self._items = items
        for first, last in runs(differing):
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
        self.renewed.emit()


def _questions(board: Board, wanted: BoardFilter) -> list[QuestionItem]:
    return [item for item in items_of(board, wanted) if isinstance(item, QuestionItem)]
