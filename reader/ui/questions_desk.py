"""All of an open project's window that is about questions: board, panes, linked scrolling, references, overview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from reader.domain.model import Document, Span
from reader.models.partners import Partners
from reader.models.questions import PaperQuestions, ProjectQuestions
from reader.ui.board_keys import BoardKeys
from reader.ui.linked_scrolling import LinkedScrolling
from reader.ui.pane_questions import PaneQuestions
from reader.ui.questions_board import QuestionsBoard
from reader.ui.reference_chips import ReferenceChips

if TYPE_CHECKING:
    from reader.ui.document_pane import DocumentPane
    from reader.ui.main_window import MainWindow
    from reader.ui.project_view import ProjectView

BOARD_ACTS = {  # the acts of the board by the ids of the actions that do them
    "question.accept": "accept", "question.reject": "reject", "question.candidate.1": "offer:0",
    "question.candidate.2": "offer:1", "question.candidate.3": "offer:2", "question.open": "open",
    "question.verdict": "verdict", "question.partly": "partly", "question.accept-all": "accept-all",
    "question.note": "note", "question.split": "split", "question.merge": "merge", "question.ends": "ends",
    "question.drop": "drop", "question.beside": "side-by-side", "question.next": "next",
    "question.previous": "previous",
}  # fmt: skip


class QuestionsDesk(QObject):
    """Connects what shows questions with each other and with the rest of the project's view."""

    told = Signal(str)  # something the user should know, in a sentence
    failed = Signal(object)  # ReaderError
    overview_requested = Signal(object, object)  # PaperQuestions; whether only the open ones, None as the last time

    def __init__(self, view: ProjectView) -> None:
        super().__init__(view)
        self._view = view
        session, row = view.session, view.pane_row
        self.questions = ProjectQuestions(session, self)
        self.board: QuestionsBoard = QuestionsBoard(session, view.theme, self.questions)
        self.filters = self.board.filters
        self.panes: PaneQuestions = PaneQuestions(session, self.questions, row, self)
        self.scrolling: LinkedScrolling = LinkedScrolling(session, row, self.panes, self)
        self.chips: ReferenceChips = ReferenceChips(session, view.theme, self.questions, self.panes, view)
        self.side_by_side = False
        # the papers of which the other half was looked for, and what was found
        self._partners: dict[str, list[tuple[Document, Document, tuple[str, ...]]]] = {}
        self._wanted: tuple[str, str, str] | None = None  # paper, paper with the answers, question: as it was left
        self._connect()

    def _connect(self) -> None:
        board, panes = self.board, self.panes
        board.place_requested.connect(self._on_place_requested)
        board.pair_shown.connect(self._on_pair_shown)
        board.side_by_side_toggled.connect(self._on_side_by_side)
        board.report_requested.connect(self._on_report_requested)
        board.paper_chosen.connect(self.show_paper)
        board.ends_requested.connect(self._on_ends_requested)
        board.pointer_clicked.connect(self.chips.open_card)
        board.state_changed.connect(self._view.state_changed)
        board.state_changed.connect(self._look_for_partners)
        panes.changed.connect(self._view.state_changed)
        panes.told.connect(self.told)
        panes.failed.connect(self.failed)
        panes.suggestion_opened.connect(self._on_suggestion_opened)
        self.scrolling.changed.connect(self._view.state_changed)
        self.scrolling.told.connect(self.told)
        self.chips.changed.connect(self._on_chips_changed)
        self.questions.partners_found.connect(self._on_partners)

    # -- what others ask -----------------------------------------------------------------------------------------------

    def total(self) -> int | None:
        """The number of questions on the board; None before there is one."""
        paper = self.board.paper
        return len(paper.board.rows) if paper is not None and paper.stage == "board" else None

    def has_units(self, pane: DocumentPane) -> bool:
        """Whether questions or answers were recognised in the paper of a pane."""
        return bool(pane.view.units)

    def begin(self) -> None:
        """The board comes into view: show the paper that was shown last, else that of the active pane."""
        if self.board.paper is None:
            wanted, self._wanted = self._wanted, None
            known = {document.uid: document for document in self._view.session.project.documents()}
            pane = self._view.pane
            if wanted is not None and wanted[0] in known:
                self.show_paper(wanted[0], wanted[1])
                if wanted[2]:
                    self.board.show_question(wanted[2])
            elif pane is not None:
                self.show_paper(self._with_questions(pane.document).uid)
            elif known:
                self.show_paper(next(iter(known)))
        elif (pane := self._view.pane) is not None and not self.side_by_side and self.has_units(pane):
            papers = (self.board.paper.asking.uid, self.board.paper.answering.uid)
            if pane.document.uid not in papers:
                self.show_paper(pane.document.uid)

    def _with_questions(self, document: Document) -> Document:
        """The paper of the active pane, unless only another pane shows questions."""
        for pane in self._view.pane_row.panes:
            if pane.document.uid == document.uid and self.has_units(pane):
                return document
        return next((pane.document for pane in self._view.pane_row.panes if self.has_units(pane)), document)

    def show_paper(self, asking_uid: str, answering_uid: str = "") -> None:
        """Show the questions of a paper on the board, with answers in it or in another paper."""
        project = self._view.session.project
        known = {document.uid: document for document in project.documents()}
        asking, answering = known.get(asking_uid), known.get(answering_uid)
        if asking is not None:
            self.board.set_partners(self._partners.get(asking_uid, []))
            self.board.show_paper(asking, answering)
            self.panes.set_pair(self.board.paper)
            if self.board.paper is not None:
                self.board.set_pointers(self.chips.chips_of(self.board.paper))

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) undecided question of the board, or question of the active pane."""
        if self._view.mode() == "questions":
            (self.board.next_undecided if by > 0 else self.board.previous_undecided)()
        else:
            (self.panes.next_question if by > 0 else self.panes.previous_question)()

    def show_overview(self) -> None:
        """Ask for the overview of the paper on the board, or in the active pane."""
        paper = self.board.paper
        pane = self._view.pane
        if self._view.mode() != "questions" and pane is not None:
            paper = self.questions.paper(self._view.session.project.document(pane.document.uid))
        if paper is not None:
            self.overview_requested.emit(paper, None)

    def state(self) -> dict[str, Any]:
        """What to remember: the paper, the question and the arrangement."""
        paper = self.board.paper
        if paper is None:
            return {"side_by_side": self.side_by_side}
        return {
            "asking": paper.asking.uid,
            "answering": paper.answering.uid,
            "question": self.board.current_question_id() or "",
            "side_by_side": self.side_by_side,
        }

    def restore(self, state: object) -> None:
        """Take over what was remembered; anything else is ignored."""
        if isinstance(state, dict):
            asking, answering = str(state.get("asking") or ""), str(state.get("answering") or "")
            self._wanted = (asking, answering, str(state.get("question") or ""))
            self.board.set_side_by_side(state.get("side_by_side") is True)

    def stop(self) -> None:
        """Stop the work in the background; for closing the project."""
        self.questions.stop()

    # -- what the parts tell -------------------------------------------------------------------------------------------

    def _on_place_requested(self, document_uid: str, span: Span) -> None:
        if not self.side_by_side:
            self._view.set_mode("read")
        self._view.go_to(document_uid, span, select=False)

    def _on_pair_shown(self, question: object, answer: object) -> None:
        if self.side_by_side and self._view.mode() == "questions":
            self._show_pair(question, answer)

    def _show_pair(self, question: Any, answer: Any) -> None:
        if question is not None or answer is not None:
            self.panes.show_pair(question, answer)
        else:
            self.panes.clear_pair()

    def _on_side_by_side(self, on: bool) -> None:
        self.side_by_side = on
        self._view.arrange()
        if on and self._view.mode() == "questions":
            self._show_pair(*self.board.pair)
        else:
            self.panes.clear_pair()
        self._view.state_changed.emit()

    def _on_report_requested(self) -> None:
        if self.board.paper is not None:
            self.overview_requested.emit(self.board.paper, True)

    def _on_ends_requested(self, role: str, unit_id: str) -> None:
        paper = self.board.paper
        if paper is not None:
            if not self.side_by_side:
                self._view.set_mode("read")
            self.panes.begin_ends("question" if role == "question" else "answer", unit_id, paper)

    def _on_suggestion_opened(self, question: str, paper: PaperQuestions) -> None:
        self._view.set_mode("questions")
        if self.board.paper is not paper:
            self.show_paper(paper.asking.uid, paper.answering.uid)
        self.board.show_question(question)

    def _on_chips_changed(self, paper: PaperQuestions) -> None:
        if paper is self.board.paper:
            self.board.set_pointers(self.chips.chips_of(paper))

    def _look_for_partners(self) -> None:
        """A paper with only questions or only answers may have its other half in another one."""
        paper = self.board.paper
        if paper is None or paper.stage != "board" or paper.in_two_papers or paper.asking.uid in self._partners:
            return
        if not (paper.exchange.questions and paper.exchange.answers):
            self._partners[paper.asking.uid] = []
            self.questions.look_for_partners(paper.asking)

    def _on_partners(self, document_uid: str, found: list[Partners]) -> None:
        self._partners[document_uid] = [(one.asking, one.answering, one.grounds) for one in found]
        paper = self.board.paper
        if paper is not None and document_uid in (paper.asking.uid, paper.answering.uid):
            self.board.set_partners(self._partners[document_uid])


def prepare(window: MainWindow, view: ProjectView) -> None:
    """Connect a project's desk with the window it is shown in."""
    desk = view.desk
    desk.questions.jobs.started.connect(window.status.show_job)
    desk.told.connect(window.messages.inform)
    desk.failed.connect(window.failures.on_failed)
    desk.overview_requested.connect(window.exchange.show_overview)
    apply_keys(window, view)


def apply_keys(window: MainWindow, view: ProjectView) -> None:
    """Give the board the keys of the table of actions, as the user set them."""
    table = window.actions_table
    view.desk.board.set_keys(BoardKeys.of((act, table[act_id].shortcuts()) for act_id, act in BOARD_ACTS.items()))
