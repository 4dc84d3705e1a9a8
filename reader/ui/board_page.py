"""The page of the questions board: the list with its head and filters, one row open, and the way through the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.domain.changes import ChangeSet
from reader.domain.errors import ReaderError
from reader.domain.model import Document, Span, Verdict
from reader.models.board_items import BoardFilter, LooseItem, Offer, QuestionItem
from reader.models.board_rows import BoardRows
from reader.models.questions import PaperQuestions, ProjectQuestions
from reader.models.session import Session
from reader.ui.board_acts import BoardActs
from reader.ui.board_content import OpenContent, PointerChip, content_of
from reader.ui.board_filters import BoardFilters
from reader.ui.board_head import BoardHead, ColumnTitles, Partner
from reader.ui.board_keys import BoardKeys
from reader.ui.board_notice import BoardNotice, Notice
from reader.ui.board_open_row import OpenRow
from reader.ui.board_view import BoardView
from reader.ui.labels import Hairline
from reader.ui.note_field import NoteField
from reader.ui.row_delegate import ground_palette
from reader.ui.theme import Theme


class BoardPage(QWidget):
    """Shows one paper's board. `filters` is a widget of its own, for the side bar.

    `pair_shown`: the places (paper uid, Span) of the current question and of the answer beside it, None for none.
    """

    place_requested = Signal(str, object)  # paper uid, Span: to go there
    pair_shown = Signal(object, object)
    side_by_side_toggled = Signal(bool)
    report_requested = Signal()
    paper_chosen = Signal(str, str)  # uid of the paper, and of the one with the answers or ""
    pointer_clicked = Signal(str, object)  # id of a reference, QPoint on the screen
    state_changed = Signal()  # another row, another state, other counts

    def __init__(
        self, session: Session, theme: Theme, questions: ProjectQuestions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.theme = session, theme
        self.acts: BoardActs | None = None  # on the paper that is shown
        self.keys = BoardKeys()
        self._questions = questions
        self._shown = -1  # which offer of the current question is shown
        self._shown_of: tuple[str, str | None] = ("", None)  # of which question, and which answer that is
        self._pair: tuple[object, object] = (None, None)  # the places told last
        self._is_fresh = True  # no row was chosen yet since the paper is shown
        self._last: dict[tuple[str, str], str] = {}  # the question that was current, per paper
        self._pointers: Mapping[str, Sequence[PointerChip]] = {}
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Questions overview"))
        self.model = BoardRows(session, self)
        self.filters = BoardFilters(theme)
        self.head = BoardHead(theme)
        self.titles = ColumnTitles(theme)
        self.view = BoardView(theme, self.model, self.tr("Questions"))
        self.notice = BoardNotice(theme)
        self.open_row = OpenRow(theme, NoteField(session, act=self._note_act), self.view.viewport())
        self.view.set_open_row(self.open_row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, Hairline(theme), self.titles, self.notice):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.view.chosen.connect(self._on_chosen)
        self.view.place_requested.connect(self.go_to_place)
        self.open_row.offer_chosen.connect(self.show_offer)
        self.open_row.pointer_clicked.connect(self.pointer_clicked)
        self.open_row.focus_left.connect(self._focus_list)
        self.open_row.note.left.connect(self._on_note_left)
        self.head.side_by_side_toggled.connect(self.side_by_side_toggled)
        self.head.report_requested.connect(self.report_requested)
        self.head.paper_chosen.connect(self.paper_chosen)
        self.notice.stop_requested.connect(self._on_stop)
        self.notice.again_requested.connect(self._on_again)
        self.notice.paper_requested.connect(self.head.paper.click)
        self.notice.all_requested.connect(self.show_all)
        self.filters.filter_changed.connect(self.model.set_filter)
        self.model.renewed.connect(self._on_renewed)
        session.changed.connect(self._on_changed)
        theme.changed.connect(self._take_ground)
        self._take_ground()
        self.head.set_papers(session.project.documents())
        self.show_paper(None)

    # -- what is shown -------------------------------------------------------------------------------------------------

    @property
    def paper(self) -> PaperQuestions | None:
        """The paper that is shown, with its answers."""
        return self.model.paper

    def show_paper(self, document: Document | None, answering: Document | None = None) -> None:
        """Show the questions of a paper, with answers in the same paper or in another; None for none."""
        self.open_row.note.save()
        self._remember()
        before = self.paper
        if before is not None:
            before.progress.disconnect(self.notice.show_progress)
            before.failed.disconnect(self._on_failed)
        paper = self._questions.paper(document, answering) if document is not None else None
        self.acts = BoardActs(self.session, paper) if paper is not None else None
        self._shown_of, self._pointers = ("", None), {}
        is_pair = paper is not None and paper.in_two_papers
        self.head.show_paper(document, answering if is_pair else None)
        self._is_fresh = True
        if paper is not before:
            self.filters.set_filter(BoardFilter())
        self.notice.show_notice("")
        if paper is not None:
            paper.progress.connect(self.notice.show_progress)
            paper.failed.connect(self._on_failed)
            paper.want_board()
        self.model.show(paper)

    def set_partners(self, partners: Sequence[Partner]) -> None:
        """The pairs of papers (asking, answering, grounds) that the menu of papers offers."""
        self.head.set_partners(partners)

    def set_pointers(self, pointers: Mapping[str, Sequence[PointerChip]]) -> None:
        """The references inside answers, by the answer's id."""
        self._pointers = pointers
        self._refresh()

    def set_keys(self, keys: BoardKeys) -> None:
        """Which key does what while the list has the focus."""
        self.keys = keys
        self.view.set_keys(keys)
        self._refresh()

    def set_side_by_side(self, on: bool) -> None:
        """Show whether the pair is shown in two panes; says so when that is new."""
        self.head.side_by_side.setChecked(on)

    def toggle_side_by_side(self) -> None:
        """Show the pair in two panes, or no longer."""
        self.head.side_by_side.toggle()

    @property
    def pair(self) -> tuple[object, object]:
        """The places told last by `pair_shown`."""
        return self._pair

    # -- the current row -----------------------------------------------------------------------------------------------

    def current(self) -> QuestionItem | None:
        """The current question; None where the current row is something else."""
        item = self.view.current_item()
        return item if isinstance(item, QuestionItem) else None

    def current_question_id(self) -> str | None:
        """The id of the current question."""
        item = self.current()
        return item.id if item is not None else None

    def offer(self) -> Offer | None:
        """The answer or candidate that is shown for the current question."""
        item = self.current()
        return item.offers[self._shown] if item is not None and 0 <= self._shown < len(item.offers) else None

    def show_offer(self, number: int) -> None:
        """Show another of the current question's offers, counted from 0; a number it has not is ignored."""
        item = self.current()
        if item is not None and 0 <= number < len(item.offers):
            self._shown, self._shown_of = number, (item.id, item.offers[number].answer)
            self._refresh()

    def forget_offer(self) -> None:
        """Show the best offer again, as the one that is shown will go."""
        self._shown_of = ("", None)

    def show_question(self, question: str) -> None:
        """Make a question current; what folds or filters it away gives way."""
        if self.model.question_item(question) is None:
            return
        if all(one.id != question for one in self.model.questions()):
            self.show_all()
        self.go_to(question)

    def show_all(self) -> None:
        """Hide nothing any more."""
        self.filters.set_filter(BoardFilter())
        self._focus_list()

    def go_to(self, question: str) -> None:
        """Make a question current that passes the filter; what folds it away opens."""
        key = ("question", question)
        if self.model.row_of(key) < 0:
            self.model.unfold_to(question)
        row = self.model.row_of(key)
        if row >= 0:
            self.view.choose(row)

    def next_undecided(self) -> None:
        """Go to the next question about which nothing was decided."""
        self._step_undecided(1)

    def previous_undecided(self) -> None:
        """Go to the previous question about which nothing was decided."""
        self._step_undecided(-1)

    def go_to_place(self) -> None:
        """Ask to go to what the current row is about, in the paper."""
        place = self.place()
        if place is not None:
            self.place_requested.emit(*place)

    def place(self) -> tuple[str, Span] | None:
        """Where the current row stands: a question, an answer, or the first question below a head."""
        item = self.view.current_item()
        if item is None or self.acts is None:
            return None
        return self.acts.place("answer" if isinstance(item, LooseItem) else "question", item.id)

    # -- keeping up ----------------------------------------------------------------------------------------------------

    def _on_chosen(self) -> None:
        self._shown_of = ("", None)
        self._refresh()
        self.state_changed.emit()

    def _on_renewed(self) -> None:
        board, paper = self.model.board, self.paper
        self.head.show_counts(board)
        self.filters.show_board(board, self.model.texts.verdicts if board is not None else {})
        notice: Notice = ""
        if paper is None:
            notice = "no-paper"
        elif board is None:
            notice = "working" if paper.is_busy else "failed" if self.notice.shown == "failed" else "stopped"
        elif not board.rows:
            notice = "none"
        elif not self.model.rowCount():
            notice = "filtered"
        if notice != "failed":
            self.notice.show_notice(notice)
        has_rows = board is not None and bool(board.rows)
        self.view.setVisible(not notice)
        self.titles.setVisible(has_rows)
        self.filters.setEnabled(has_rows)
        if has_rows and not notice and (self._is_fresh or not self.view.currentIndex().isValid()):
            self._is_fresh = False
            self._choose_first()
        self._refresh()
        self.state_changed.emit()

    def _choose_first(self) -> None:
        """The question that was current here before, else the first one."""
        assert self.paper is not None
        wanted = self._last.get((self.paper.asking.uid, self.paper.answering.uid), "")
        shown = [one.id for one in self.model.questions()]
        if wanted in shown:
            self.go_to(wanted)
        elif shown:
            self.go_to(shown[0])
        else:
            self.view.choose(0)

    def _remember(self) -> None:
        question = self.current_question_id()
        if self.paper is not None and question is not None:
            self._last[self.paper.asking.uid, self.paper.answering.uid] = question

    def _refresh(self) -> None:
        """Show the current row as it is now, and tell its pair."""
        item = self.view.current_item()
        if isinstance(item, QuestionItem):
            answers = [offer.answer for offer in item.offers]
            if self._shown_of[0] == item.id and self._shown_of[1] in answers:
                self._shown = answers.index(self._shown_of[1])
            else:
                self._shown = 0 if answers and (item.row.state != "open" or item.row.links) else -1
                self._shown_of = (item.id, answers[self._shown]) if self._shown >= 0 else ("", None)
        else:
            self._shown = -1
        if isinstance(item, QuestionItem | LooseItem) and self.acts is not None:
            self.open_row.resize(self.view.viewport().width(), self.open_row.height())
            self.open_row.show_content(self._content(item, self.acts))
        pair: tuple[object, object] = (None, None)
        if self.acts is not None and isinstance(item, QuestionItem):
            pair = self.acts.place("question", item.id), self.acts.offer_place(self.offer())
        elif self.acts is not None and isinstance(item, LooseItem):
            pair = None, self.acts.place("answer", item.id)
        if pair != self._pair:
            self._pair = pair
            self.pair_shown.emit(*pair)

    def _content(self, item: QuestionItem | LooseItem, acts: BoardActs) -> OpenContent:
        assert self.paper is not None
        answer = item.id if isinstance(item, LooseItem) else (self.offer() or Offer()).answer
        chips = tuple(self._pointers.get(answer or "", ()))
        return content_of(item, self._shown, self.paper, self.model.texts, acts, chips, self.keys)

    def _note_act(self, uid: str, text: str) -> ChangeSet:
        start, _, end = uid.partition("-")
        assert self.acts is not None
        return self.acts.note(Span(int(start), int(end)), text)

    def _step_undecided(self, step: int) -> None:
        following = self.model.undecided_beside(self.view.currentIndex().row(), step)
        if following is not None:
            self.go_to(following)

    # -- events --------------------------------------------------------------------------------------------------------

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.open_row.note.save()

    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.touches(Verdict):
            self.model.texts.forget()
            self._on_renewed()
        if change_set.touches(Document):
            documents = self.session.project.documents()
            self.head.set_papers(documents)
            uids = {document.uid for document in documents}
            paper = self.paper
            if paper is not None and not {paper.asking.uid, paper.answering.uid} <= uids:
                self.show_paper(None)
            elif paper is not None:
                self.head.show_paper(paper.asking, paper.answering if paper.in_two_papers else None)

    def _on_failed(self, error: ReaderError) -> None:
        self.notice.show_error(error)
        self._on_renewed()

    def _on_stop(self) -> None:
        if self.paper is not None:
            self.paper.stop_looking()

    def _on_again(self) -> None:
        self.notice.show_notice("working")
        if self.paper is not None:
            self.paper.want_board()
        self._on_renewed()

    def _on_note_left(self) -> None:
        self.open_row.end_note()
        self._focus_list()

    def _focus_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_ground(self) -> None:
        self.setPalette(ground_palette(self.theme, "page"))
        self.view.setPalette(ground_palette(self.theme, "page", of_list=True))
