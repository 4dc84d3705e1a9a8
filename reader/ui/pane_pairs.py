"""A question and its answer next to each other: in which panes, at which height, with the words they share marked."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.domain.model import Span
from reader.models.questions import PaperQuestions, ProjectQuestions
from reader.models.session import Session
from reader.questions.shared_spans import shared_spans
from reader.ui.document_pane import DocumentPane
from reader.ui.pane_row import MOST_PANES, PaneRow
from reader.ui.pane_units import PaneUnit, PaneUnits, Place, proposal, ribbon_id, rows_of
from reader.ui.reading_view import ReadingView

HIGH = 4  # a pair stands at a fourth of the height of the panes
EDGE = 12  # px between a passage and the edge of the view


class PanePairs(PaneUnits):
    """Shows questions with their answers. `told` carries words for the user."""

    suggestion_opened = Signal(str, object)  # id of the question, PaperQuestions
    told = Signal(str)

    def __init__(
        self, session: Session, questions: ProjectQuestions, pane_row: PaneRow, parent: QObject | None = None
    ) -> None:
        self._pair_panes: tuple[DocumentPane, DocumentPane] | None = None  # that showed the last pair
        self._lit: tuple[ReadingView, ...] = ()
        self._visited = ("", -1)  # the unit whose counterparts are gone through, and which was shown
        self._waiting: tuple[DocumentPane, str] | None = None  # whose counterpart is wanted once it is known
        super().__init__(session, questions, pane_row, parent)
        self.changed.connect(self._on_known)

    # -- a pair in two panes -------------------------------------------------------------------------------------------

    def show_pair(self, question: Place | None, answer: Place | None) -> None:
        """Bring a question into view in one pane and an answer in another, near the same height, both lit.

        A pane is opened where the paper is in too few; a pane with another paper keeps it. The keyboard stays where it
        is. With one of the two None only the other is shown.
        """
        self.clear_pair()
        if question is None or answer is None:
            only = question or answer
            if only is not None:
                pane = self._pane_for(only[0])
                self._bring(pane, only[1], pane.view.viewport().height() // HIGH)
                self._light(((pane, only[1]),))
            return
        left, right = self._panes_for(question[0], answer[0])
        self._pair_panes = (left, right)
        self._bring(left, question[1], left.view.viewport().height() // HIGH)
        self._bring_beside(left, question[1], right, answer[1])
        self._light(((left, question[1]), (right, answer[1])))
        self._mark_shared(left, question[1], right, answer[1])

    def clear_pair(self) -> None:
        """Take the emphasis off the pair that was shown."""
        for view in self._lit:
            if view in self._views:  # else its pane was closed
                view.light_unit("")
                view.set_shared(())
        self._lit = ()

    def _bring(self, pane: DocumentPane, span: Span, y: int) -> None:
        pane.view.scroll_to(span.start, y)

    def _bring_beside(self, pane: DocumentPane, span: Span, other: DocumentPane, other_span: Span) -> None:
        """Bring a passage of another pane to the height of one that is seen here; wholly into view if it fits."""
        height, line = other.view.viewport().height(), other.view.line_height_px()
        top = round(pane.view.y_of(span.start))
        other.view.scroll_to(other_span.start, min(max(top, EDGE), height - line - EDGE))
        below = round(other.view.y_of(other_span.end - 1)) + line + EDGE - height
        if below > 0:
            start = round(other.view.y_of(other_span.start))
            other.view.scroll_to(other_span.start, max(EDGE, start - below))

    def _light(self, places: tuple[tuple[DocumentPane, Span], ...]) -> None:
        for pane, span in places:
            unit = pane.view.unit_at(span.start)
            pane.view.light_unit(unit.id if unit is not None else "")
        self._lit = tuple(pane.view for pane, _ in places)

    def _mark_shared(self, pane: DocumentPane, span: Span, other: DocumentPane, other_span: Span) -> None:
        here, there = shared_spans(pane.view.reading, span, other.view.reading, other_span)
        pane.view.set_shared([(one.start, one.end) for one in here])
        other.view.set_shared([(one.start, one.end) for one in there])

    # -- which panes ---------------------------------------------------------------------------------------------------

    def _panes_for(self, question: str, answer: str) -> tuple[DocumentPane, DocumentPane]:
        """Two panes with these papers: those of the last pair, else neighbours, else any; opened where they lack."""
        panes = self.pane_row.panes
        asking = [pane for pane in panes if pane.paper_uid == question]
        answering = [pane for pane in panes if pane.paper_uid == answer]
        found = [(left, right) for left in asking for right in answering if left is not right]
        if self._pair_panes in found:
            return self._pair_panes
        if found:
            return min(found, key=lambda pair: (abs(pair[0].number - pair[1].number), pair[0].number > pair[1].number))
        if asking or not answering:
            left = asking[0] if asking else self._opened(question, beside=None)
            return left, self._opened(answer, beside=left)
        return self._opened(question, beside=answering[0]), answering[0]

    def _pane_for(self, document_uid: str) -> DocumentPane:
        active = self.pane_row.active
        if active is not None and active.paper_uid == document_uid:
            return active
        holding = (pane for pane in self.pane_row.panes if pane.paper_uid == document_uid)
        return next(holding, None) or self._opened(document_uid, beside=None)

    def _opened(self, document_uid: str, *, beside: DocumentPane | None) -> DocumentPane:
        """A pane with a paper, next to `beside` (or to the active one); its neighbour where none can be added."""
        row, document = self.pane_row, self._session.project.document(document_uid)
        active = row.active
        if beside is not None:
            row.activate(beside, focus=False)
        if len(row.panes) == MOST_PANES and row.active is not None:
            row.activate(row.neighbours(row.active)[-1], focus=False)
        pane = row.open(document, new_pane=True, focus=False)
        if active is not None and active in row.panes:
            row.activate(active, focus=False)
        return pane

    # -- the other one -------------------------------------------------------------------------------------------------

    def counterparts(self, one: PaneUnit) -> list[Place]:
        """The answers to a question (or questions of an answer): those linked, else the one proposed; by place."""
        paper, rows = one.paper, rows_of(one)
        if one.role == "answer":
            return [paper.question_place(row.question.id) for row in rows]
        linked = [(self._document_of(paper, link.text_uid), link.span) for link in rows[0].links]
        best = proposal(rows[0])
        return linked or ([paper.answer_place(best.answer)] if best is not None else [])

    def go_to_counterpart(self, one: PaneUnit) -> None:
        """Show the answer of a question in another pane at its height (or the question of an answer); again: the next.

        What is proposed counts where nothing is linked; the proposals are looked for when they are not there yet.
        """
        if one.paper.stage != "board" and not self.counterparts(one):
            self._waiting = (one.pane, one.unit.id)
            one.paper.want_board()
            return
        self._waiting = None
        places = self.counterparts(one)
        if not places:
            self.clear_pair()
            self._light(((one.pane, one.span),))
            self.told.emit(
                self.tr("No answer to this question was found.")
                if one.role == "question"
                else self.tr("No question to this answer was found.")
            )
            return
        key = ribbon_id(one.paper, one.unit.id)
        number = (self._visited[1] + 1) % len(places) if self._visited[0] == key else 0
        self._visited = (key, number)
        document_uid, span = places[number]
        self.clear_pair()
        other = self._other_pane(one.pane, document_uid)
        self._bring_beside(one.pane, one.span, other, span)
        self._pair_panes = (one.pane, other) if one.role == "question" else (other, one.pane)
        self._light(((one.pane, one.span), (other, span)))
        self._mark_shared(one.pane, one.span, other, span)

    def _other_pane(self, pane: DocumentPane, document_uid: str) -> DocumentPane:
        others = [one for one in self.pane_row.panes if one is not pane and one.paper_uid == document_uid]
        if others:
            return min(others, key=lambda one: (abs(one.number - pane.number), one.number < pane.number))
        return self._opened(document_uid, beside=pane)

    def _on_known(self) -> None:
        """What was waited for may be there."""
        waiting = self._waiting
        one = self.unit(*waiting) if waiting is not None and waiting[0] in self.pane_row.panes else None
        if one is None or one.paper.stage == "board":
            self._waiting = None
            if one is not None:
                self.go_to_counterpart(one)

    def _document_of(self, paper: PaperQuestions, text_uid: str) -> str:
        """The paper that shows a text."""
        papers = (paper.answering, paper.asking, *self._session.project.documents())
        return next(document.uid for document in papers if document.text_uid == text_uid)
