"""The questions board: every question of a paper with its state, its answer and a verdict, decided by key or mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from reader.domain.model import UnitRole, Verdict
from reader.models.board_items import GroupItem, LooseItem
from reader.models.questions import ProjectQuestions
from reader.models.session import Session
from reader.ui.board_menus import BoardMenus
from reader.ui.board_page import BoardPage
from reader.ui.board_popups import Pair, PairsPopup, SplitPopup
from reader.ui.theme import Theme


class QuestionsBoard(BoardPage):
    """The page with all that can be decided on it.

    After an answer is accepted or a question is left open the next undecided question is current; after a rejection
    the question stays, with its next candidate. `ends_requested`: role and id of a unit to be changed in the text.
    """

    ends_requested = Signal(str, str)

    def __init__(
        self, session: Session, theme: Theme, questions: ProjectQuestions, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, theme, questions, parent)
        self._strong: list[tuple[str, str]] = []  # the pairs in the popup
        self._cut: tuple[UnitRole, str, list[int]] = (
            "question",
            "",
            [],
        )  # the unit in the popup and where it can be cut
        self.menus = BoardMenus(self)
        self._does: dict[str, Callable[[], object]] = {
            "accept": self.accept, "reject": self.reject, "open": self.toggle_open, "verdict": self.choose_verdict,
            "partly": self.set_partly, "accept-all": self.accept_all_strong, "note": self.edit_note,
            "split": self.split, "merge": self.merge, "drop": self.drop, "ends": self.change_ends,
            "next": self.next_undecided, "previous": self.previous_undecided, "side-by-side": self.toggle_side_by_side,
            "fold": self.view.fold, "unfold": self.view.unfold, "toggle-fold": self.view.toggle_fold,
            "place": self.go_to_place, "more": self.open_menu, "rejected": self.open_rejected,
        }  # fmt: skip
        self.view.act_requested.connect(self.do)
        self.view.menu_requested.connect(self._on_menu)
        self.open_row.act_requested.connect(self.do)
        self.menus.verdict_chosen.connect(self.judge)
        self.menus.verdict_named.connect(self.add_verdict)
        self.menus.rejection_withdrawn.connect(self._on_withdrawn)

    def do(self, act: str) -> None:
        """Do an act by its name; "offer:0" shows the first offer. Unknown names are ignored."""
        if act.startswith("offer:"):
            self.show_offer(int(act.partition(":")[2]))
        elif act in self._does:
            self._does[act]()

    # -- what others ask -----------------------------------------------------------------------------------------------

    def summary(self) -> list[str]:
        """Where the user is and what is left, for the status bar."""
        board, item = self.model.board, self.current()
        if board is None or not board.rows:
            return []
        found = []
        if item is not None:
            question = item.row.question
            section = f"§ {question.section}" if question.section[:1].isdigit() else question.section
            place = ", ".join(part for part in (section, question.fractie) if part)
            words = (
                self.tr("Question {number} of {total} in {place}") if place else self.tr("Question {number} of {total}")
            )
            found.append(words.format(number=item.number, total=item.total, place=place))
        left = len(board.rows) - board.checked
        found.append(
            self.tr("1 question not looked at yet")
            if left == 1
            else self.tr("{count} questions not looked at yet").format(count=left)
        )
        found.append(self.tr("{count} shown").format(count=len(self.model.questions())))
        return found

    def possible(self) -> frozenset[str]:
        """The acts that can be done now, by the names that `do` takes."""
        found = {"next", "previous", "side-by-side"} if self.model.rowCount() else set()
        item, offer = self.view.current_item(), self.offer()
        if self.session.project.read_only or item is None:
            return frozenset(found)
        if self.current() is not None:
            found |= {"open", "verdict", "partly", "note", "split", "merge", "drop", "ends"}
        elif isinstance(item, LooseItem):
            found |= {"split", "drop", "ends"}
        if offer is not None:
            found |= {"reject"} | ({"accept"} if offer.candidate is not None else set())
        group = self._group()
        if group is not None and group.strong:
            found.add("accept-all")
        return frozenset(found)

    # -- decisions -----------------------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Accept the candidate that is shown and go on; on a head, fold; on an answer without a question, go there."""
        item, offer = self.current(), self.offer()
        if item is None:
            self.go_to_place() if isinstance(self.view.current_item(), LooseItem) else self.view.toggle_fold()
        elif offer is not None and offer.link is not None:
            self.next_undecided()
        elif offer is not None and self.acts is not None:
            following = self.model.undecided_from(item.id, 1)
            if self.acts.accept(item, offer) and following is not None:
                self.go_to(following)

    def reject(self) -> None:
        """Reject the candidate that is shown, or take the shown link away. The question stays current."""
        item, offer = self.current(), self.offer()
        if item is not None and offer is not None and self.acts is not None:
            self.forget_offer()
            self.acts.reject(item, offer)

    def show_candidate(self, number: int) -> None:
        """Show answer `number` of the current question, counted from 1: what is linked, then the candidates."""
        self.show_offer(number - 1)

    def toggle_open(self) -> None:
        """Say that the question was checked and is open, and go on; or take that back."""
        item = self.current()
        if item is None or self.acts is None:
            return
        is_open = item.row.decision is not None and item.row.decision.is_open
        following = None if is_open else self.model.undecided_from(item.id, 1)
        self.forget_offer()
        if self.acts.set_open(item, not is_open) and following is not None:
            self.go_to(following)

    def choose_verdict(self) -> None:
        """Open the menu of verdicts at the current question."""
        item = self.current()
        if item is not None:
            button = self.open_row.verdict
            self.menus.verdicts(item).popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def set_verdict(self, key: str) -> None:
        """Give a verdict: the name of a built-in one ("partly"), the uid of another, or "" for none."""
        verdicts = self.session.project.verdicts()
        found = next((one for one in verdicts if key == one.uid or (one.builtin and key == one.name)), None)
        if found is not None or not key:
            self.judge(found)

    def judge(self, verdict: Verdict | None) -> None:
        """Give a verdict to the current question; None takes it away."""
        item = self.current()
        if item is not None and self.acts is not None:
            self.acts.set_verdict(item, verdict)

    def add_verdict(self, name: str) -> None:
        """Add a verdict of the user's own and give it."""
        verdict = self.acts.add_verdict(name) if self.acts is not None else None
        if verdict is not None:
            self.judge(verdict)

    def set_partly(self) -> None:
        """Judge that the question was answered in part."""
        self.set_verdict("partly")

    def accept_all_strong(self) -> None:
        """Show the strong candidates of the group, to accept in one step those that stay ticked."""
        head, board = self._group(), self.model.board
        if head is None or board is None:
            return
        group = next((one for one in board.groups if one.rows[0].question.id == head.first), None)
        if group is None or not group.strong:
            return
        quote = self.model.texts.question_quote
        pairs = [
            Pair(quote(board.rows[one.question].question), " ".join(board.answers[one.answer].text.split()))
            for one in group.strong
        ]
        self._strong = [(one.question, one.answer) for one in group.strong]
        popup = PairsPopup(self.theme, pairs, self)
        popup.accepted.connect(self._on_pairs)
        popup.show_near(self.view.row_on_screen())

    def edit_note(self) -> None:
        """Write a note with the current question."""
        if self.current() is not None:
            self.open_row.begin_note()

    def open_menu(self) -> None:
        """Open the menu with the rarer acts on the current row."""
        button = self.open_row.buttons.button("more")
        if button is not None and self.open_row.isVisible():
            self.menus.acts().popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
        else:
            self.menus.acts().popup(self.view.row_on_screen().center())

    def open_rejected(self) -> None:
        """Open the menu of the answers that were rejected for the current question."""
        item, button = self.current(), self.open_row.buttons.button("rejected")
        if item is not None and button is not None:
            self.menus.rejected(item).popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    # -- units ---------------------------------------------------------------------------------------------------------

    def split(self) -> None:
        """Cut the current question in two: at once where it has two sentences, else the user chooses where."""
        role, unit = self._unit()
        if unit:
            self._split(role, unit)

    def split_answer(self) -> None:
        """Cut the answer that is shown in two."""
        answer = self._answer()
        if answer:
            self._split("answer", answer)

    def merge(self) -> None:
        """Make one question of the current one and the next of its group."""
        item, board = self.current(), self.model.board
        if item is None or board is None or self.acts is None:
            return
        for group in board.groups:
            ids = [row.question.id for row in group.rows]
            if item.id in ids:
                following = ids[ids.index(item.id) + 1 : ids.index(item.id) + 2]
                self.acts.merge(item.id, following[0] if following else None)

    def drop(self) -> None:
        """Say that the current row is no question, or no answer, at all."""
        role, unit = self._unit()
        if unit and self.acts is not None:
            self.acts.drop(role, unit)

    def drop_answer(self) -> None:
        """Say that what is shown is no answer at all."""
        answer = self._answer()
        if answer and self.acts is not None:
            self.acts.drop("answer", answer)

    def restore(self) -> None:
        """Go back to what the program recognises at the current row."""
        role, unit = self._unit()
        if unit and self.acts is not None:
            self.acts.restore(role, unit)

    def change_ends(self) -> None:
        """Ask to change the ends of the current row's unit in the text."""
        role, unit = self._unit()
        if unit:
            self.ends_requested.emit(role, unit)

    def change_ends_of_answer(self) -> None:
        """Ask to change the ends of the answer that is shown in the text."""
        answer = self._answer()
        if answer:
            self.ends_requested.emit("answer", answer)

    def go_to_answer(self) -> None:
        """Ask to go to the answer that is shown, in its paper."""
        place = self.acts.offer_place(self.offer()) if self.acts is not None else None
        if place is not None:
            self.place_requested.emit(*place)

    # -- events --------------------------------------------------------------------------------------------------------

    def _group(self) -> GroupItem | None:
        """The group of the current row."""
        row = self.view.currentIndex().row()
        item = self.view.current_item()
        if row < 0 or isinstance(item, GroupItem):
            return item if isinstance(item, GroupItem) else None
        head = self.model.head_of(row)
        found = self.model.item(head) if head >= 0 else None
        return found if isinstance(found, GroupItem) else None

    def _unit(self) -> tuple[UnitRole, str]:
        """The role and the id of the unit that the current row is; an empty id for a head."""
        item = self.view.current_item()
        if isinstance(item, LooseItem):
            return "answer", item.id
        return "question", self.current_question_id() or ""

    def _answer(self) -> str:
        """The id of the answer that is shown, or that the current row is."""
        role, unit = self._unit()
        offer = self.offer()
        return unit if role == "answer" else (offer.answer or "" if offer is not None else "")

    def _split(self, role: UnitRole, unit: str) -> None:
        if self.acts is None:
            return
        sentences = self.acts.sentences(role, unit)
        cuts = [at for _words, at in sentences]
        if len(cuts) < 3:
            _uid, span = self.acts.place(role, unit)
            self.acts.split(role, unit, cuts[1] if len(cuts) == 2 else span.end)  # one sentence: it is refused
            return
        self._cut = (role, unit, cuts)
        popup = SplitPopup(self.theme, [words for words, _at in sentences], self)
        popup.chosen.connect(self._on_cut)
        popup.show_near(self.view.row_on_screen())

    def _on_cut(self, sentence: int) -> None:
        role, unit, cuts = self._cut
        if self.acts is not None:
            self.acts.split(role, unit, cuts[sentence])

    def _on_pairs(self, ticked: list[int]) -> None:
        if self.acts is not None:
            self.acts.accept_all([self._strong[number] for number in ticked])

    def _on_withdrawn(self, uid: str) -> None:
        if self.acts is not None:
            self.acts.withdraw(uid)

    def _on_menu(self, point: QPoint) -> None:
        self.menus.acts().popup(point)
