"""The menus of the questions board: verdicts, rejected answers, and the rarer acts on a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QInputDialog, QMenu

from reader.domain.model import Verdict
from reader.models.board_items import GroupItem, LooseItem, QuestionItem
from reader.models.board_words import verdict_words
from reader.ui.board_parts import verdict_sign
from reader.ui.panel_parts import MenuItem, filled_menu
from reader.ui.resources import pixmap
from reader.ui.theme import scaled

if TYPE_CHECKING:
    from reader.ui.questions_board import QuestionsBoard


class BoardMenus(QObject):
    """Builds menus for the board that it belongs to; each deletes itself when it closes."""

    verdict_chosen = Signal(object)  # Verdict, or None to take it away
    verdict_named = Signal(str)  # a verdict of the user's own, to be added and given
    rejection_withdrawn = Signal(str)  # uid

    def __init__(self, board: QuestionsBoard) -> None:
        super().__init__(board)
        self._board = board

    def verdicts(self, item: QuestionItem) -> QMenu:
        """All verdicts of the project, the one that is given ticked."""
        texts = self._board.model.texts
        given = texts.verdict(item)
        menu = QMenu(self._board)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for verdict in texts.verdicts.values():
            action = menu.addAction(self._icon(verdict), verdict_words(verdict).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(given is not None and given.uid == verdict.uid)
            action.setData(verdict.uid)
        menu.addSeparator()
        none = menu.addAction(self._icon(None), self.tr("No verdict"))
        none.setEnabled(given is not None)
        none.setData("")
        menu.triggered.connect(self._on_verdict)
        menu.addAction(self.tr("Verdict of your own…")).triggered.connect(self.ask_for_verdict)
        return menu

    def rejected(self, item: QuestionItem) -> QMenu:
        """The answers that were rejected for a question; choosing one lets it be proposed again."""
        menu = QMenu(self._board)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        board, acts = self._board.model.board, self._board.acts
        if board is not None and acts is not None:
            for rejection, answer in acts.rejections(item.id):
                quote = " ".join(board.answers[answer].text.split())[:60].replace("&", "&&")
                words = self.tr("Propose again: “{quote}…”").format(quote=quote)
                menu.addAction(words).setData(rejection.uid)
        menu.triggered.connect(self._on_rejected)
        return menu

    def acts(self) -> QMenu:
        """All acts on the current row that have no button of their own."""
        board, item = self._board, self._board.view.current_item()
        items: list[MenuItem] = []
        if isinstance(item, QuestionItem):
            items = self._question_acts(item)
        elif isinstance(item, LooseItem):
            items = [
                (self.tr("Go to the answer"), self._key("accept"), board.go_to_place),
                None,
                *self._answer_acts(),
            ]
        elif isinstance(item, GroupItem):
            items = [(self.tr("Go to the first question"), "", board.go_to_place)]
            if item.strong:
                items.append((self.tr("Accept all strong…"), self._key("accept-all"), board.accept_all_strong))
            items += [None, self._fold_act(item.is_folded)]
        elif item is not None:
            items = [self._fold_act(item.is_folded)]
        return filled_menu(board, items)

    def ask_for_verdict(self) -> None:
        """Ask for the name of a verdict of the user's own."""
        dialog = QInputDialog(self._board)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Verdict of your own"))
        dialog.setLabelText(self.tr("Name of the verdict"))
        dialog.textValueSelected.connect(self.verdict_named)
        dialog.open()

    def _question_acts(self, item: QuestionItem) -> list[MenuItem]:
        board = self._board
        items: list[MenuItem] = [(self.tr("Go to the question"), "", board.go_to_place)]
        offer = board.offer()
        if offer is not None:
            items.append((self.tr("Go to the answer"), "", board.go_to_answer))
        items += [
            (self.tr("Show side by side"), self._key("side-by-side"), board.toggle_side_by_side),
            None,
            (self.tr("Verdict…"), self._key("verdict"), board.choose_verdict),
            (self.tr("Answered in part"), self._key("partly"), board.set_partly),
            (self.tr("Note"), self._key("note"), board.edit_note),
            None,
            (self.tr("Split…"), self._key("split"), board.split),
            (self.tr("Merge with the next"), self._key("merge"), board.merge),
            (self.tr("Change the ends"), self._key("ends"), board.change_ends),
            (self.tr("Not a question"), self._key("drop"), board.drop),
        ]
        if board.acts is not None and board.acts.was_changed("question", item.id):
            items.append((self.tr("Back to what was recognised"), "", board.restore))
        if offer is not None and offer.answer is not None:
            items += [None, *self._answer_acts()]
        return items

    def _answer_acts(self) -> list[MenuItem]:
        board = self._board
        return [
            (self.tr("Split the answer…"), "", board.split_answer),
            (self.tr("Change the ends of the answer"), "", board.change_ends_of_answer),
            (self.tr("Not an answer"), "", board.drop_answer),
        ]

    def _fold_act(self, is_folded: bool) -> MenuItem:
        words = self.tr("Unfold") if is_folded else self.tr("Fold")
        return words, "Right" if is_folded else "Left", self._board.view.toggle_fold

    def _key(self, act: str) -> str:
        return self._board.keys.sequence(act)

    def _icon(self, verdict: Verdict | None) -> QIcon:
        sign, token = verdict_sign(verdict)
        return QIcon(pixmap(self._board.theme, sign, token, scaled(16), self._board.devicePixelRatioF()))

    def _on_verdict(self, action: QAction) -> None:
        if isinstance(action.data(), str):
            self.verdict_chosen.emit(self._board.model.texts.verdicts.get(action.data()))

    def _on_rejected(self, action: QAction) -> None:
        self.rejection_withdrawn.emit(action.data())
