"""The questions and answers of the papers in the panes: asked for when a paper is shown, and shown in its margin."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from reader.domain.model import Span, by_uid
from reader.models.questions import PaperQuestions, ProjectQuestions
from reader.models.session import Session
from reader.questions.board import Row
from reader.questions.exchange import Answer, Question
from reader.questions.suggestions import Suggestion
from reader.ui.document_pane import DocumentPane
from reader.ui.link_ribbons import SuggestedRibbon
from reader.ui.pane_row import PaneRow
from reader.ui.reading_view import ReadingView
from reader.ui.unit_marks import Role
from reader.ui.unit_words import answer_marks, fractie_words, question_marks

Place = tuple[str, Span]  # the uid of a paper and a span of its source text
WAIT = 400  # ms after a paper is shown until its questions are looked for


@dataclass(frozen=True)
class PaneUnit:
    """A question or an answer in a pane, and the questions of the paper (or the two papers) it belongs to."""

    pane: DocumentPane
    paper: PaperQuestions
    unit: Question | Answer

    @property
    def role(self) -> Role:
        return "question" if isinstance(self.unit, Question) else "answer"

    @property
    def span(self) -> Span:
        return Span(self.unit.start, self.unit.end)


def proposal(row: Row) -> Suggestion | None:
    """The answer that is proposed for a question: the best candidate of an undecided one, if it is not weak."""
    best = row.candidates[0] if row.is_undecided and row.candidates else None
    return best if best is not None and best.band != "weak" else None


def rows_of(one: PaneUnit) -> list[Row]:
    """The question itself; of an answer the questions it is linked to, else those it is proposed for."""
    board = one.paper.board
    if one.role == "question":
        return [board.rows[one.unit.id]]
    linked = [row for row in board.rows.values() if any(link.answer == one.unit.id for link in row.links)]
    return linked or [
        row for row in board.rows.values() if (best := proposal(row)) is not None and best.answer == one.unit.id
    ]


def proposed_pair(one: PaneUnit) -> tuple[Row | None, tuple[Place, Place] | None]:
    """The question whose proposal is at hand, and the places of the pair; None where nothing is proposed."""
    for row in rows_of(one):
        best = proposal(row)
        if best is not None and (one.role == "question" or best.answer == one.unit.id):
            return row, (one.paper.question_place(best.question), one.paper.answer_place(best.answer))
    return None, None


class PaneUnits(QObject):
    """Holds the questions of each paper that is shown. `changed`: other ones, or another state of them, are shown."""

    changed = Signal()
    failed = Signal(object)  # ReaderError: a paper's questions could not be looked for

    def __init__(
        self, session: Session, questions: ProjectQuestions, pane_row: PaneRow, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._questions, self.pane_row = session, questions, pane_row
        self._papers: dict[str, PaperQuestions] = {}  # by uid of the papers in the panes
        self._pair: PaperQuestions | None = None
        self._reasons: set[str] = set()  # why answers are looked for, and not only questions
        self._views: set[ReadingView] = set()
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self._want)
        pane_row.panes_changed.connect(self._on_panes_changed)
        pane_row.installEventFilter(self)
        self._on_panes_changed()

    # -- what there is -------------------------------------------------------------------------------------------------

    @property
    def papers(self) -> tuple[PaperQuestions, ...]:
        """The questions of the papers in the panes, and of the pair of papers when that is shown."""
        pair = (self._pair,) if self._pair is not None else ()
        return (*self._papers.values(), *pair)

    @property
    def pair(self) -> PaperQuestions | None:
        """The two papers whose questions and answers are shown as belonging together."""
        return self._pair

    def set_pair(self, paper: PaperQuestions | None) -> None:
        """Show the questions of one paper as answered in another, as the board does; None: each paper by itself."""
        if paper is self._pair:
            return
        if self._pair is not None:
            self._pair.changed.disconnect(self._on_paper_changed)
            self._pair.failed.disconnect(self.failed)
        self._pair = paper if paper is not None and paper.in_two_papers else None
        if self._pair is not None:
            self._pair.changed.connect(self._on_paper_changed)
            self._pair.failed.connect(self.failed)
        self._timer.start()
        self._show_all()

    def propose(self, reason: str, on: bool = True) -> None:
        """Look for answers to the questions of the papers that are shown, now and later, while there is a reason.

        `reason` names who wants it ("scrolling"); with `on` False that one no longer does.
        """
        (self._reasons.add if on else self._reasons.discard)(reason)
        if on:
            self._want()

    def paper_of(self, pane: DocumentPane, role: Role) -> PaperQuestions | None:
        """The questions to which the questions (or answers) of a pane belong; None before they are looked for."""
        pair = self._pair
        if pair is not None and pane.paper_uid == (pair.asking if role == "question" else pair.answering).uid:
            return pair
        return self._papers.get(pane.paper_uid)

    def between(self, asking_uid: str, answering_uid: str) -> PaperQuestions | None:
        """The questions of one paper with the answers of another (or the same), when that is what is shown."""
        pair = self._pair
        if pair is not None and (asking_uid, answering_uid) == (pair.asking.uid, pair.answering.uid):
            return pair
        return self._papers.get(asking_uid) if asking_uid == answering_uid else None

    def unit(self, pane: DocumentPane, unit_id: str) -> PaneUnit | None:
        """The question or answer with an id in a pane."""
        for role in ("question", "answer"):
            paper = self.paper_of(pane, role)
            if paper is not None:
                row, answer = paper.board.rows.get(unit_id), paper.board.answers.get(unit_id)
                if role == "question" and row is not None:
                    return PaneUnit(pane, paper, row.question)
                if role == "answer" and answer is not None:
                    return PaneUnit(pane, paper, answer)
        return None

    def unit_at_caret(self, role: Role | None = None) -> PaneUnit | None:
        """The question or answer at the caret of the active pane, also right behind its last character."""
        pane = self.pane_row.active
        if pane is None:
            return None
        caret = pane.view.caret()
        mark = pane.view.unit_at(caret, role) or pane.view.unit_at(caret - 1, role)
        return self.unit(pane, mark.id) if mark is not None else None

    # -- looking for them ----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and any(paper.stage == "waiting" for paper in self.papers):
            self._timer.start()
        return super().eventFilter(watched, event)

    def look_now(self) -> None:
        """Look for the questions of the papers in the panes without waiting."""
        self._timer.stop()
        self._want()

    def _want(self) -> None:
        if not (self.pane_row.isVisible() or self._reasons):
            return  # it begins when the panes are seen
        for paper in self.papers:
            paper.want_units()
            if self._reasons:
                paper.want_board()

    def _on_panes_changed(self) -> None:
        shown = {pane.paper_uid: pane.document for pane in self.pane_row.panes if not pane.is_old}
        for uid in self._papers.keys() - shown.keys():
            gone = self._papers.pop(uid)
            gone.changed.disconnect(self._on_paper_changed)
            gone.failed.disconnect(self.failed)
        for uid in shown.keys() - self._papers.keys():
            paper = self._papers[uid] = self._questions.paper(shown[uid])
            paper.changed.connect(self._on_paper_changed)
            paper.failed.connect(self.failed)
            self._timer.start()
        views: set[ReadingView] = {pane.view for pane in self.pane_row.panes}
        for view in views - self._views:
            self._listen(view)
        self._views = views
        self._show_all()

    def _listen(self, view: ReadingView) -> None:
        """For those who want to hear of a view that is new."""

    def _pane_of(self, view: object) -> DocumentPane | None:
        return next((pane for pane in self.pane_row.panes if pane.view is view), None)

    # -- showing them --------------------------------------------------------------------------------------------------

    def _on_paper_changed(self) -> None:
        changed = self.sender()
        for pane in self.pane_row.panes:
            if changed in (self.paper_of(pane, "question"), self.paper_of(pane, "answer")):
                self._show_in(pane)
        self._show_between()
        self.changed.emit()

    def _show_all(self) -> None:
        for pane in self.pane_row.panes:
            self._show_in(pane)
        self._show_between()
        self.changed.emit()

    def _show_in(self, pane: DocumentPane) -> None:
        """Badges and stripes, and brackets at what is proposed."""
        asked, answered = self.paper_of(pane, "question"), self.paper_of(pane, "answer")
        verdicts = by_uid(self._session.project.verdicts())
        marks = [] if asked is None else question_marks(asked, verdicts)
        marks += [] if answered is None else answer_marks(answered)
        suggested: dict[str, tuple[str, int, int]] = {}
        for paper in (asked, answered if answered is not asked else None):
            for question, answer in _proposals(paper) if paper is not None else ():
                for unit, here in ((question, paper is asked), (answer, paper is answered)):
                    if here:
                        suggested[unit.id] = (unit.id, unit.start, unit.end)
        pane.view.set_units(marks)
        pane.view.set_suggested(sorted(suggested.values(), key=lambda one: one[1:]))
        fracties = {one.id: fractie_words(one) for one in asked.exchange.questions} if asked is not None else {}
        if answered is not None:
            fracties |= {one.id: fractie_words(one) for one in answered.exchange.answers}
        pane.set_fracties(fracties)

    def _show_between(self) -> None:
        """Ribbons of what is proposed, and verdicts on those of links."""
        verdicts = by_uid(self._session.project.verdicts())
        pair = self._pair  # its questions are shown as answered in the other paper
        hidden = {self._papers.get(pair.asking.uid)} if pair is not None else set()
        signs: dict[str, str] = {}
        ribbons = []
        for paper in self.papers:
            for row in paper.board.rows.values():
                verdict = verdicts.get(row.decision.verdict_uid or "") if row.decision is not None else None
                if verdict is not None and verdict.builtin:
                    signs |= {link.uid: verdict.name for link in row.links}
            if paper in hidden:
                continue
            for question, answer in _proposals(paper):
                asked, answered = Span(question.start, question.end), Span(answer.start, answer.end)
                band = paper.board.rows[question.id].candidates[0].band
                papers = (paper.asking.uid, paper.answering.uid)
                ribbons.append(
                    SuggestedRibbon(ribbon_id(paper, question.id), papers[0], asked, papers[1], answered, band)
                )
        self.pane_row.set_suggestions(ribbons, signs)


def ribbon_id(paper: PaperQuestions, question_id: str) -> str:
    """The id of the ribbon of a proposal: one for all papers of a project."""
    return f"{paper.asking.uid}/{paper.answering.uid}/{question_id}"


def _proposals(paper: PaperQuestions) -> list[tuple[Question, Answer]]:
    board = paper.board
    found = ((row.question, proposal(row)) for row in board.rows.values())
    return [(question, board.answers[one.answer]) for question, one in found if one is not None]
