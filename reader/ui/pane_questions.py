"""What the user does with questions and answers in the panes: walk through them, decide, and change their ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from reader.domain.changes import ChangeSet
from reader.domain.model import Span
from reader.edit import links, questions, units
from reader.edit.lookup import Lookup
from reader.models.questions import PaperQuestions, ProjectQuestions
from reader.models.session import Session
from reader.ui.document_pane import DocumentPane
from reader.ui.pane_pairs import PanePairs
from reader.ui.pane_row import PaneRow
from reader.ui.pane_units import PaneUnit, proposed_pair, ribbon_id, rows_of
from reader.ui.reading_view import ReadingView
from reader.ui.unit_marks import Role
from reader.ui.version_strip import refusal
from reader.ui.words import word_at


@dataclass(frozen=True)
class _Ends:
    """The unit of which the ends are being changed."""

    pane: DocumentPane
    document_uid: str
    role: Role
    before: Span


class PaneQuestions(PanePairs):
    """The acts on the question or answer at the caret of the active pane, and what its badge does.

    Each act runs in the session, so that it is told when it is refused and can be undone.
    """

    ends_changed = Signal()  # the ends of a unit are being changed, or no longer

    def __init__(
        self, session: Session, project_questions: ProjectQuestions, pane_row: PaneRow, parent: QObject | None = None
    ) -> None:
        self._ends: _Ends | None = None
        super().__init__(session, project_questions, pane_row, parent)
        pane_row.suggestion_clicked.connect(self._on_suggestion_clicked)

    def _listen(self, view: ReadingView) -> None:
        super()._listen(view)
        view.unit_clicked.connect(self._on_unit_clicked)
        view.unit_ends_changed.connect(self._on_unit_ends_changed)
        view.unit_menu_requested.connect(self._on_menu_requested)

    # -- walking -------------------------------------------------------------------------------------------------------

    def next_question(self) -> None:
        """Put the caret in the next question and show it; in a paper of answers alone, in the next answer."""
        self._walk(1)

    def previous_question(self) -> None:
        """Put the caret in the question before the one at the caret, and show it."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        pane = self.pane_row.active
        if pane is None:
            return
        view = pane.view
        if not view.units:
            self._tell_why_none(pane)
            return
        role: Role = "question" if any(unit.role == "question" for unit in view.units) else "answer"
        mark = view.next_unit(step, role)
        if mark is not None:
            span = Span(mark.start, mark.end)
            self.clear_pair()
            view.set_caret(span.start)
            view.reveal(span, frame=False)
            self._light(((pane, span),))

    def _tell_why_none(self, pane: DocumentPane) -> None:
        papers = {self.paper_of(pane, "question"), self.paper_of(pane, "answer")} - {None}
        if any(paper.stage == "waiting" for paper in papers if paper is not None):
            self.look_now()
            self.told.emit(self.tr("The questions of this paper are still being looked for."))
        else:
            self.told.emit(self.tr("No questions or answers were recognised in this paper."))

    # -- deciding ------------------------------------------------------------------------------------------------------

    def accept(self, one: PaneUnit) -> None:
        """Accept what is proposed for a question, or of an answer the first question it is proposed for."""
        row, pair = proposed_pair(one)
        if row is not None and pair is not None:
            project, author = self._session.project, self._session.author
            self._session.attempt(lambda: questions.accept(project, *pair, decision=row.decision, author=author))

    def reject(self, one: PaneUnit) -> None:
        """Reject what is proposed for a question, or of an answer the first question it is proposed for."""
        _, pair = proposed_pair(one)
        if pair is not None:
            project, author = self._session.project, self._session.author
            self._session.attempt(lambda: questions.reject(project, *pair, author=author))

    def remove_links(self, one: PaneUnit) -> None:
        """Remove the link between a question and its answer, seen from either; of several links the first."""
        uids = [
            link.uid
            for row in rows_of(one)
            for link in row.links
            if one.role == "question" or link.answer == one.unit.id
        ]
        if uids:
            self._session.attempt(lambda: links.remove_link(self._session.project, uids[0]))

    # -- units ---------------------------------------------------------------------------------------------------------

    def split_at_caret(self) -> None:
        """Cut the question or answer at the caret in two; inside a word, before that word."""
        one = self._at_hand()
        if one is not None:
            reading, caret = one.pane.view.reading, one.pane.view.caret_offset
            start, end = word_at(reading.text, caret)
            inside = start < caret < end and not reading.text[start:end].isspace()
            at = reading.source_offset(start if inside else caret)
            self._change(
                one, lambda project, uid, author: units.split_unit(project, uid, one.role, one.span, at, author=author)
            )

    def merge_with_next(self, one: PaneUnit | None = None) -> None:
        """Make one unit of a question or answer (that at the caret) and the next of its kind."""
        one = one or self._at_hand()
        if one is not None:
            role = one.role
            later = [mark for mark in one.pane.view.units if mark.role == role and mark.start >= one.span.end]
            spans = [one.span, *(Span(mark.start, mark.end) for mark in later[:1])]
            self._change(one, lambda project, uid, author: units.merge_units(project, uid, role, spans, author=author))

    def drop_unit(self, one: PaneUnit | None = None) -> None:
        """Say that what stands there (at the caret) is no question or answer."""
        one = one or self._at_hand()
        if one is not None:
            role, span = one.role, one.span
            self._change(one, lambda project, uid, author: units.drop_unit(project, uid, role, span, author=author))

    def restore_units(self, one: PaneUnit | None = None) -> None:
        """Go back to what is recognised: at a question or answer, else at the selection, else at the caret."""
        pane = one.pane if one is not None else self.pane_row.active
        if pane is not None and pane.is_old:
            self.told.emit(refusal())
        elif pane is not None:
            span = one.span if one is not None else pane.view.selection() or self._span_at_caret(pane)
            uid = pane.document.uid
            self._session.attempt(lambda: units.restore_units(self._session.project, uid, span))

    def selection_is(self, role: Role) -> None:
        """Make the selected text a question or an answer."""
        pane = self.pane_row.active
        span = pane.view.selection() if pane is not None else None
        if pane is None or span is None:
            self.told.emit(self.tr("Select the text first."))
            return
        if pane.is_old:
            self.told.emit(refusal())
            return
        project, author, uid = self._session.project, self._session.author, pane.document.uid
        if self._session.attempt(lambda: units.move_unit(project, uid, role, None, span, author=author)):
            pane.view.clear_selection()
            self.look_now()

    def _change(self, one: PaneUnit, act: Callable[[Lookup, str, str], ChangeSet]) -> None:
        """Run an act (of project, paper and author) on a unit."""
        self.clear_pair()
        project, author, uid = self._session.project, self._session.author, one.pane.document.uid
        self._session.attempt(lambda: act(project, uid, author))

    def _at_hand(self) -> PaneUnit | None:
        """The unit at the caret; says so when there is none."""
        one = self.unit_at_caret()
        if one is None:
            self.told.emit(self.tr("The caret is in no question or answer."))
        return one

    @staticmethod
    def _span_at_caret(pane: DocumentPane) -> Span:
        """The paragraph of the caret."""
        reading = pane.view.reading
        paragraph = reading.paragraph_at(pane.view.caret_offset)
        return reading.source_span(reading.paragraph_start(paragraph), reading.paragraph_end(paragraph))

    # -- ends ----------------------------------------------------------------------------------------------------------

    @property
    def changing_ends(self) -> bool:
        """Whether the ends of a unit are being changed with the keyboard."""
        return self._ends is not None

    def begin_ends(self, role: Role, unit_id: str, paper: PaperQuestions | None = None) -> None:
        """Select a unit's text, so that the selection can be adjusted and `finish_ends` makes that its new ends.

        The active pane goes before others; where none shows the unit, one is opened on `paper`.
        """
        one = self._unit_in_a_pane(role, unit_id, paper)
        if one is None:
            return
        self._ends = _Ends(one.pane, one.pane.document.uid, role, one.span)
        self.pane_row.activate(one.pane)
        one.pane.view.set_selection(one.span)
        one.pane.view.reveal(one.span, frame=False)
        self.ends_changed.emit()

    def begin_ends_at_caret(self) -> None:
        """The same for the question or answer at the caret."""
        one = self._at_hand()
        if one is not None:
            self.begin_ends(one.role, one.unit.id)

    def finish_ends(self) -> None:
        """Make the selection the new ends of the unit."""
        ends, self._ends = self._ends, None
        if ends is not None:
            there = ends.pane in self.pane_row.panes and ends.pane.document.uid == ends.document_uid
            span = ends.pane.view.selection() if there else None
            if span is not None:
                ends.pane.view.clear_selection()
                self._move(ends.document_uid, ends.role, ends.before, span)
            self.ends_changed.emit()

    def cancel_ends(self) -> None:
        """Leave the ends as they were."""
        if self._ends is not None:
            self._ends = None
            self.ends_changed.emit()

    def _move(self, document_uid: str, role: Role, before: Span, after: Span) -> None:
        project, author = self._session.project, self._session.author
        self._session.attempt(lambda: units.move_unit(project, document_uid, role, before, after, author=author))

    def _unit_in_a_pane(self, role: Role, unit_id: str, paper: PaperQuestions | None) -> PaneUnit | None:
        active = self.pane_row.active
        for pane in sorted(self.pane_row.panes, key=lambda one: one is not active):
            found = self.unit(pane, unit_id)
            if found is not None and found.role == role and paper in (None, found.paper):
                return found
        if paper is None:
            return None
        pane = self._pane_for((paper.asking if role == "question" else paper.answering).uid)
        return self.unit(pane, unit_id)

    # -- menu ----------------------------------------------------------------------------------------------------------

    def show_menu_at_caret(self) -> None:
        """The menu of the question or answer at the caret, for the keyboard."""
        one = self._at_hand()
        if one is not None:
            view = one.pane.view
            self.menu(one).popup(view.viewport().mapToGlobal(view.caret_rect().bottomLeft().toPoint()))

    def menu(self, one: PaneUnit) -> QMenu:
        """What can be done with a question or an answer. The menu deletes itself when it closes."""
        asks = one.role == "question"
        row, pair = proposed_pair(one)
        linked = self.counterparts(one) and pair is None
        caret = one.pane.view.caret()
        project = self._session.project
        changed = any(
            unit.text_uid == one.pane.document.text_uid and unit.span.overlaps(one.span)
            for unit in project.set_units(one.pane.document.uid)
        )
        opened = row or next(iter(rows_of(one)), None)
        menu = QMenu(one.pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entries: tuple[tuple[str, bool, Callable[[], object]] | None, ...] = (
            (
                self.tr("Go to the answer") if asks else self.tr("Go to the question"),
                True,
                lambda: self.go_to_counterpart(one),
            ),
            (self.tr("Show in the questions overview"), opened is not None, lambda: self._open_on_board(one)),
            None,
            (self.tr("Accept the suggestion"), pair is not None, lambda: self.accept(one)),
            (self.tr("Reject the suggestion"), pair is not None, lambda: self.reject(one)),
            (
                self.tr("Remove the link to the answer") if asks else self.tr("Remove the link to the question"),
                bool(linked),
                lambda: self.remove_links(one),
            ),
            None,
            (self.tr("Split at the caret"), one.span.start < caret < one.span.end, self.split_at_caret),
            (
                self.tr("Merge with the next question") if asks else self.tr("Merge with the next answer"),
                True,
                lambda: self.merge_with_next(one),
            ),
            (self.tr("Change its ends"), True, lambda: self.begin_ends(one.role, one.unit.id)),
            (
                self.tr("This is no question") if asks else self.tr("This is no answer"),
                True,
                lambda: self.drop_unit(one),
            ),
            (self.tr("As recognised again"), changed, lambda: self.restore_units(one)),
        )
        for entry in entries:
            if entry is None:
                menu.addSeparator()
                continue
            words, enabled, act = entry
            action = menu.addAction(words)
            action.setEnabled(enabled)
            action.triggered.connect(act)
        return menu

    # -- what the views and gutters tell -------------------------------------------------------------------------------

    def _sending_unit(self, unit_id: str) -> PaneUnit | None:
        pane = self._pane_of(self.sender())
        return self.unit(pane, unit_id) if pane is not None else None

    def _on_unit_clicked(self, unit_id: str) -> None:
        one = self._sending_unit(unit_id)
        if one is not None:
            self.go_to_counterpart(one)

    def _on_menu_requested(self, unit_id: str, at: QPoint) -> None:
        one = self._sending_unit(unit_id)
        if one is not None:
            self.pane_row.activate(one.pane)
            self.menu(one).popup(at)

    def _on_unit_ends_changed(self, unit_id: str, span: Span) -> None:
        one = self._sending_unit(unit_id)
        if one is not None:
            self._move(one.pane.document.uid, one.role, one.span, span)

    def _on_suggestion_clicked(self, ribbon: str, _at: QPoint) -> None:
        for paper in self.papers:
            for question in paper.board.rows:
                if ribbon_id(paper, question) == ribbon:
                    self.suggestion_opened.emit(question, paper)
                    return

    def _open_on_board(self, one: PaneUnit) -> None:
        rows = rows_of(one)
        if rows:
            self.suggestion_opened.emit(rows[0].question.id, one.paper)
