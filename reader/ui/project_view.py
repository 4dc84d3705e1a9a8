"""An open project in the window: places side bars, panes and excerpts, and connects what they tell each other."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from reader.config import Settings
from reader.domain.changes import ChangeSet
from reader.domain.model import Document, Highlight, Span
from reader.models.session import Session
from reader.ui.document_pane import DocumentPane
from reader.ui.documents_panel import DocumentsPanel
from reader.ui.excerpt_list import ExcerptList
from reader.ui.marking import Marking
from reader.ui.navigation import Place, Trail
from reader.ui.pane_row import PaneRow
from reader.ui.passage_panel import PassagePanel
from reader.ui.passage_popups import PassagePopups
from reader.ui.questions_desk import QuestionsDesk
from reader.ui.reference_opener import ReferenceOpener
from reader.ui.side_folds import LEFT, RIGHT
from reader.ui.splitters import GripSplitter
from reader.ui.tag_panel import TagPanel
from reader.ui.theme import Theme, scaled
from reader.ui.version_panes import VersionPanes

LEFT_LEAST, RIGHT_LEAST = 180, 240  # px at 100 % text, least widths of the side bars


class ProjectView(QWidget):
    """Everything that belongs to one project. `state_changed` says that actions may be enabled differently now."""

    state_changed = Signal()
    mode_changed = Signal(str)
    files_dropped = Signal(list)
    import_requested = Signal()
    details_requested = Signal(str)  # of a paper
    export_requested = Signal(object)  # uids of excerpts, or None for all that are shown
    removed = Signal(str)  # something was removed at once; undo brings it back

    def __init__(self, session: Session, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.theme, self.settings = session, theme, settings
        self.trail = Trail()
        self._mode = "read"
        self.pane_row: PaneRow = PaneRow(session, theme)
        self.documents = DocumentsPanel(session, theme)
        self.tags = TagPanel(session, theme)
        self.passage = PassagePanel(session, theme)
        self.excerpts = ExcerptList(session, theme)
        self.popups = PassagePopups(self)
        self.selection_bar, self.link_preview = self.popups.selection_bar, self.popups.link_preview
        self.versions: VersionPanes = VersionPanes(self)
        self.marking: Marking = Marking(self)
        self.desk: QuestionsDesk = QuestionsDesk(self)
        self.references = ReferenceOpener(self, self.desk.chips)
        self._build()
        self._connect()
        self._known_views: set[DocumentPane] = set()

    # -- parts ---------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.left_parts = GripSplitter(self.theme, Qt.Orientation.Vertical)
        self.left_parts.addWidget(self.documents)
        self.left_parts.addWidget(self.tags)
        self.left = QStackedWidget()
        self.left.addWidget(self.left_parts)
        self.left.addWidget(self.desk.filters)
        self.left.setMinimumWidth(scaled(LEFT_LEAST))
        self.middle = GripSplitter(self.theme, Qt.Orientation.Vertical)  # the board can stand under the panes
        for view in (self.pane_row, self.desk.board, self.excerpts):
            self.middle.addWidget(view)
        self.desk.board.hide()
        self.excerpts.hide()
        self.passage.setMinimumWidth(scaled(RIGHT_LEAST))
        self.splitter = GripSplitter(self.theme, Qt.Orientation.Horizontal, self)
        for part in (self.left, self.middle, self.passage):
            self.splitter.addWidget(part)
        for index, stretch in enumerate((0, 1, 0)):
            self.splitter.setStretchFactor(index, stretch)
        self.splitter.setSizes([scaled(LEFT), 10_000, scaled(RIGHT)])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _connect(self) -> None:
        row, passage = self.pane_row, self.passage
        row.active_changed.connect(self._on_active_changed)
        row.panes_changed.connect(self._on_panes_changed)
        row.sign_clicked.connect(self.popups.show_link)
        row.document_dropped.connect(self._on_document_dropped)
        self.documents.open_requested.connect(self.open_document)
        self.documents.files_dropped.connect(self.files_dropped)
        self.documents.import_requested.connect(self.import_requested)
        self.documents.details_requested.connect(self.details_requested)
        self.tags.tag_chosen.connect(self.marking.apply_tag)
        self.tags.show_excerpts.connect(self.show_excerpts_of)
        passage.follow_link.connect(self.follow)
        passage.delete_requested.connect(self.marking.remove)
        passage.copy_citation_requested.connect(self.marking.copy_with_citation)
        passage.tag_picker_requested.connect(self.marking.pick_tag)
        passage.link_requested.connect(self.marking.link)
        passage.previous_requested.connect(self.previous_highlight)
        passage.next_requested.connect(self.next_highlight)
        passage.set_citation_style(self.settings.citation_style())
        passage.citation_style_changed.connect(self._on_citation_style)
        self.excerpts.passage_requested.connect(self.go_to_highlight)
        self.excerpts.export_requested.connect(self.export_requested)
        bar = self.selection_bar
        bar.tag_toggled.connect(self.marking.apply_tag)
        bar.note_requested.connect(self.marking.edit_note)
        bar.link_requested.connect(self.marking.link)
        bar.copy_requested.connect(self.marking.copy_with_citation)
        self.link_preview.open_requested.connect(self.follow)
        self.session.changed.connect(self._on_changed)

    # -- the active passage --------------------------------------------------------------------------------------------

    @property
    def pane(self) -> DocumentPane | None:
        return self.pane_row.active

    def chosen(self) -> str:
        """The uid of the chosen highlight in the active pane, or an empty string."""
        return self.pane.view.chosen() if self.pane is not None else ""

    def selection(self) -> Span | None:
        """The selected passage of the active pane."""
        return self.pane.view.selection() if self.pane is not None else None

    def mode(self) -> str:
        """The view in the middle: "read", "questions" or "excerpts"."""
        return self._mode

    def set_mode(self, mode: str) -> None:
        self.hide_popups()
        self._mode = mode
        if mode == "questions":
            self.desk.begin()
        self.arrange()
        if mode == "read" and self.pane is not None:
            self.pane.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif mode != "read":
            (self.excerpts if mode == "excerpts" else self.desk.board).setFocus(Qt.FocusReason.OtherFocusReason)
        self.mode_changed.emit(mode)
        self.state_changed.emit()

    def arrange(self) -> None:
        """Show in the middle and at the left what belongs to the mode."""
        questions = self._mode == "questions"
        self.pane_row.setVisible(self._mode == "read" or (questions and self.desk.side_by_side))
        self.desk.board.setVisible(questions)
        self.excerpts.setVisible(self._mode == "excerpts")
        if questions and self.desk.side_by_side and self.middle.sizes()[0] < self.middle.height() // 4:
            self.middle.setSizes([9, 11, 0])
        QApplication.sendEvent(self.middle, QEvent(QEvent.Type.LayoutRequest))  # now: what comes next may scroll there
        self.left.setCurrentWidget(self.desk.filters if questions else self.left_parts)

    # -- going places --------------------------------------------------------------------------------------------------

    def open_document(self, document_uid: str, new_pane: bool = False) -> DocumentPane:
        """Show a paper in the active pane or a new one."""
        self.leave_place()
        self.set_mode("read")
        return self.pane_row.open(self.session.project.document(document_uid), new_pane=new_pane)

    def present_place(self) -> Place | None:
        pane = self.pane
        if pane is None:
            return None
        return Place(
            pane.document.uid, pane.view.caret(), self.pane_row.panes.index(pane), pane.document.text_uid * pane.is_old
        )

    def leave_place(self) -> None:
        """Remember the present place before a jump."""
        place = self.present_place()
        if place is not None:
            self.trail.leave(place)

    def go_back(self) -> None:
        self._return_to(self.trail.back(self.present_place()))

    def go_forward(self) -> None:
        self._return_to(self.trail.forward(self.present_place()))

    def go_to_highlight(self, highlight_uid: str, beside: bool = False) -> None:
        """Show a highlight: in a pane that holds its paper, else in the next pane (`beside`) or the active one."""
        highlight = self.session.project.highlight(highlight_uid)
        self.leave_place()
        self.set_mode("read")
        document = self.session.project.document(highlight.document_uid)  # what stayed with an old version is there
        pane = self.pane_row.pane_for(replace(document, text_uid=highlight.text_uid), beside)
        self.pane_row.activate(pane)
        pane.view.clear_selection()
        pane.view.set_caret(highlight.start)
        pane.view.choose(highlight_uid)
        pane.view.reveal(highlight.span)
        self.state_changed.emit()

    def go_to(self, document_uid: str, span: Span, *, beside: bool = False, select: bool = True) -> None:
        """Show a passage that need not be a highlight, and select it or put the caret there."""
        self.leave_place()
        self.set_mode("read")
        pane = self.pane_row.pane_for(self.session.project.document(document_uid), beside)
        self.pane_row.activate(pane)
        if select:
            pane.view.set_selection(span)
        else:
            pane.view.set_caret(span.start)
        pane.view.reveal(span, frame=select)

    def follow(self, link_uid: str, from_uid: str) -> None:
        """Go to the other end of a link, next to the end one comes from."""
        link = self.session.project.link(link_uid)
        target = link.target_uid if from_uid == link.source_uid else link.source_uid
        self.hide_popups()
        self.go_to_highlight(target, beside=True)

    def follow_first(self) -> None:
        """Follow the link of the chosen passage; with several links, one is chosen in the passage panel."""
        uid = self.chosen()
        links = self.session.project.links(highlight_uid=uid) if uid else []
        if len(links) == 1:
            self.follow(links[0].uid, uid)
        elif links:
            self.passage.focus_links()

    def next_highlight(self) -> None:
        if self.pane is not None:
            self.pane.view.choose_next()

    def previous_highlight(self) -> None:
        if self.pane is not None:
            self.pane.view.choose_previous()

    def show_excerpts_of(self, tag_uid: str) -> None:
        self.set_mode("excerpts")
        self.excerpts.filter_by_tag(tag_uid)

    def _return_to(self, place: Place | None) -> None:
        if place is None:
            return
        self.set_mode("read")
        row = self.pane_row
        pane = row.panes[min(place.pane, len(row.panes) - 1)] if row.panes else None
        if pane is not None:
            row.activate(pane)
        document = self.session.project.document(place.document_uid)
        if place.text_uid in self.session.project.texts_of(place.document_uid):
            document = replace(document, text_uid=place.text_uid)
        if pane is None or pane.document.text_uid != document.text_uid:
            pane = row.open(document)
        pane.view.set_caret(place.offset)
        pane.view.reveal(Span(place.offset, place.offset + 1), frame=False)
        self.state_changed.emit()

    # -- what the parts tell -------------------------------------------------------------------------------------------

    def _on_panes_changed(self) -> None:
        for pane in self.pane_row.panes:
            if pane not in self._known_views:
                self._known_views.add(pane)
                self._connect_pane(pane)
        self._known_views &= set(self.pane_row.panes)
        holders: dict[str, list[int]] = {}
        for pane in self.pane_row.panes:
            holders.setdefault(pane.document.uid, []).append(pane.number)
        self.documents.set_open_panes(holders, self.pane.number if self.pane is not None else 0)
        self._show_passage()
        self.state_changed.emit()

    def _connect_pane(self, pane: DocumentPane) -> None:
        view = pane.view
        view.selection_changed.connect(self._on_selection_changed)
        view.selection_finished.connect(self.popups.offer_selection_bar)
        view.chosen_changed.connect(self._on_chosen_changed)
        view.caret_moved.connect(self._on_caret_moved)
        view.link_sign_clicked.connect(self.popups.show_links_of)
        view.note_sign_clicked.connect(self._on_note_sign)
        view.ends_changed.connect(self.marking.set_ends)
        view.passage_dragged.connect(self.marking.drag_with_citation)
        view.link_followed.connect(self._on_page_link)
        pane.place_changed.connect(self.state_changed)

    def _on_active_changed(self) -> None:
        self.hide_popups()
        self._show_passage()
        self.state_changed.emit()

    def _on_selection_changed(self, _span: object) -> None:
        self.popups.hide_selection_bar()
        self._show_passage()
        self.state_changed.emit()

    def _on_chosen_changed(self, _uid: str) -> None:
        self._show_passage()
        self.state_changed.emit()

    def _on_caret_moved(self, _offset: int) -> None:
        self.state_changed.emit()

    def _on_page_link(self, page: int) -> None:
        if self.pane is not None:
            self.leave_place()
            self.pane.view.show_page(page)
            self.state_changed.emit()

    def _on_note_sign(self, highlight_uid: str) -> None:
        if self.pane is not None:
            self.pane.view.choose(highlight_uid)
            self.marking.edit_note()

    def _on_document_dropped(self, document_uid: str, index: int) -> None:
        if document_uid in {document.uid for document in self.session.project.documents()}:  # not of another window
            self.pane_row.activate(self.pane_row.panes[index])
            self.open_document(document_uid)

    def _on_citation_style(self, style: str) -> None:
        self.settings.set("citation_style", style)
        self.passage.set_citation_style(self.settings.citation_style())

    def _on_changed(self, change_set: ChangeSet) -> None:
        for change in change_set.of(Document):
            if change.after is None:
                self.trail.forget(change.entity.uid)
        if change_set.touches(Highlight):
            for change in change_set.of(Highlight):
                if change.after is None and self.chosen() == change.entity.uid and self.pane is not None:
                    self.pane.view.choose("")
        self._show_passage()
        self.state_changed.emit()

    def _show_passage(self) -> None:
        pane = self.pane
        if pane is None:
            self.passage.show_passage(0, "", None, None)
        else:
            chosen, span = pane.view.chosen() or None, pane.view.selection()
            self.passage.show_passage(pane.number, pane.document.uid, chosen, span, pane.document.text_uid)

    def show_selection_bar(self) -> None:
        """Offer labels, note, link and copy beside the selected passage."""
        self.popups.show_selection_bar()

    def hide_popups(self) -> None:
        self.popups.hide()
