"""What is known of the passage at hand: quote, labels, note, links and citation, at the right of the window."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reader.domain.changes import ChangeSet
from reader.domain.citation import CitationStyle, Place, cite
from reader.domain.model import Document, Highlight, Link, LinkKind, SetUnit, Span, Tag, Tagging, by_uid
from reader.exporters.collecting import labels_of
from reader.models.session import Session
from reader.ui.citation_section import CitationSection
from reader.ui.citing import PlaceFinder
from reader.ui.controls import EmptyHint, Hairline, KeyText, QuietToolButton, TokenLabel
from reader.ui.link_card import LinkedEnd
from reader.ui.note_field import NoteField
from reader.ui.passage_sections import LabelsSection, LinksSection, Section
from reader.ui.quote_lines import QuoteText
from reader.ui.row_delegate import ground_palette
from reader.ui.theme import Theme, scaled


@dataclass(frozen=True, slots=True)
class _Asked:
    pane: int
    document_uid: str
    highlight_uid: str | None
    span: Span | None
    text_uid: str = ""


class PassagePanel(QWidget):
    """It follows the passage it is told of with `show_passage`, and every change of it."""

    follow_link = Signal(str, str)  # link uid, uid of the passage one comes from
    delete_requested = Signal()
    copy_citation_requested = Signal()
    tag_picker_requested = Signal()
    link_requested = Signal()
    previous_requested = Signal()
    next_requested = Signal()
    drag_citation_requested = Signal()
    citation_style_changed = Signal(str)  # its name in the settings
    citation_template_requested = Signal()
    facts_requested = Signal(str, str)  # uid of the paper, a fact its citation needs
    note_left = Signal()  # Esc in the note

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._asked = _Asked(0, "", None, None)
        self._back_to: QWidget | None = None
        self._style: CitationStyle = "leidraad"
        self._places = PlaceFinder(session)
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Passage"))
        self._build_head()
        self.quote = QuoteText(theme, 14, 21, 9)
        quote_box = QWidget()
        quote_column = QVBoxLayout(quote_box)
        quote_column.setContentsMargins(scaled(14), scaled(12), scaled(14), scaled(14))
        quote_column.addWidget(self.quote)
        self.labels = LabelsSection(session, theme)
        self.note = NoteField(session)
        self._note_hint = KeyText(theme, self.tr("Press [N] to write a note."))
        note_section = Section(theme, self.tr("Note"), "N")
        note_section.body.addWidget(self._note_hint)
        note_section.body.addWidget(self.note)
        self.links = LinksSection(session, theme)
        self.citation = CitationSection(theme)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, scaled(12))
        column.setSpacing(0)
        for part in (quote_box, self.labels, note_section, self.links, self.citation):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        self._empty = self._made_empty()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(Hairline(theme))
        whole.addWidget(self._empty)
        whole.addWidget(self._scroll, 1)
        self.labels.pick_requested.connect(self.tag_picker_requested)
        self.links.followed.connect(self.follow_link)
        self.citation.copy_requested.connect(self.copy_citation_requested)
        self.citation.drag_requested.connect(self.drag_citation_requested)
        self.citation.style_changed.connect(self.citation_style_changed)
        self.citation.template_requested.connect(self.citation_template_requested)
        self.citation.facts_requested.connect(self.facts_requested)
        self.note.left.connect(self._leave_note)
        session.changed.connect(self._on_changed)
        theme.changed.connect(self._take_ground)
        self._take_ground()
        self._refresh()

    # -- what is shown -------------------------------------------------------------------------------------------------

    def show_passage(
        self, pane_number: int, document_uid: str, highlight_uid: str | None, span: Span | None, text_uid: str = ""
    ) -> None:
        """Show a highlight, else the selected `span` (source code points), of a pane's document; pane 0: nothing.

        The span is one of the text that the paper shows, or of the version `text_uid`.
        """
        asked = _Asked(pane_number, document_uid, highlight_uid, span, text_uid)
        if asked != self._asked:
            self._asked = asked
            self._refresh()

    def set_citation_style(self, style: CitationStyle) -> None:
        """Show citations in this style."""
        self._style = style
        self.citation.set_style(style)
        self._refresh()

    def edit_note(self) -> None:
        """Put the cursor in the note; Esc brings the focus back to where it was."""
        if self._asked.highlight_uid is not None:
            self._back_to = QApplication.focusWidget()
            self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.note.moveCursor(self.note.textCursor().MoveOperation.End)
            self._scroll.ensureWidgetVisible(self.note)

    def save_note(self) -> None:
        """Save what is being typed, now."""
        self.note.save()

    def focus_links(self) -> None:
        """Put the focus on the first link."""
        if self.links.cards:
            self.links.cards[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._scroll.ensureWidgetVisible(self.links.cards[0])

    def _refresh(self) -> None:
        project, asked = self._session.project, self._asked
        highlight = self._highlight()
        span = highlight.span if highlight is not None else asked.span
        shown = asked.pane > 0 and span is not None
        self._scroll.setVisible(shown)
        self._empty.setVisible(not shown)
        self.note.show_note(highlight.uid if highlight is not None else "", highlight.note if highlight else "")
        self._title.setText(self.tr("Highlight") if highlight is not None else self.tr("Passage"))
        self._pane.setText(self.tr("pane {number}").format(number=asked.pane) if asked.pane else "")
        self._remove.setEnabled(highlight is not None)
        for button in (self._previous, self._next):
            button.setEnabled(asked.pane > 0)
        if not shown or span is None:
            return
        document = project.document(asked.document_uid)
        document = replace(document, text_uid=asked.text_uid or document.text_uid)
        self.quote.set_quote(self._quote_of(document, span, highlight))
        self._note_hint.setVisible(highlight is None)
        self.note.setVisible(highlight is not None)
        uid = highlight.uid if highlight is not None else ""
        self.labels.show_tags(uid, self._tags_of(uid))
        self.links.show_links(self._links_of(uid))
        self.citation.show_place(document, self._place_of(document, span, highlight))

    def _highlight(self) -> Highlight | None:
        uid = self._asked.highlight_uid
        if not uid:
            return None
        try:
            return self._session.project.highlight(uid)
        except KeyError:  # it was just removed; the window tells the next passage in a moment
            return None

    def _tags_of(self, uid: str) -> tuple[Tag, ...]:
        if not uid:
            return ()
        project = self._session.project
        tags = project.tags()
        known, rank = by_uid(tags), labels_of(tags)
        given = [tagging.tag_uid for tagging in project.taggings(highlight_uid=uid) if tagging.tag_uid in known]
        return tuple(known[tag_uid] for tag_uid in sorted(given, key=lambda one: rank[one].rank))

    def _links_of(self, uid: str) -> tuple[LinkedEnd, ...]:
        if not uid:
            return ()
        project = self._session.project
        kinds = by_uid(project.link_kinds())
        ends = []
        for link in project.links(highlight_uid=uid):
            outgoing = link.source_uid == uid
            other = project.highlight(link.target_uid if outgoing else link.source_uid)
            document = project.document(other.document_uid)
            place = cite(document, self._place_of(document, other.span, other), "leidraad", document.language)
            quote = self._quote_of(document, other.span, other)
            ends.append(LinkedEnd(link, kinds[link.kind_uid], outgoing, other, document, quote, place))
        ends.sort(key=lambda end: (not end.outgoing, end.kind.position, end.document.position, end.other.start))
        return tuple(ends)

    def _quote_of(self, document: Document, span: Span, highlight: Highlight | None) -> str:
        if highlight is not None and highlight.status == "orphan":
            return highlight.quote
        text_uid = highlight.text_uid if highlight is not None else document.text_uid
        return self._session.reading(text_uid).quote(span)

    def _place_of(self, document: Document, span: Span, highlight: Highlight | None) -> Place:
        if highlight is not None and highlight.status == "orphan":
            return Place()
        text_uid = highlight.text_uid if highlight is not None else document.text_uid
        return self._places.of(document, span, self._style, text_uid=text_uid)

    # -- parts ---------------------------------------------------------------------------------------------------------

    def _build_head(self) -> None:
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(scaled(14), scaled(7), scaled(8), scaled(7))
        row.setSpacing(scaled(8))
        self._title = TokenLabel(self._theme, "", "text", 13, 600)
        self._pane = TokenLabel(self._theme, "", "text2", 12)
        row.addWidget(self._title)
        row.addWidget(self._pane, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        self._previous = QuietToolButton(self._theme, "arrow-up", self.tr("Previous highlight"), self)
        self._next = QuietToolButton(self._theme, "arrow-down", self.tr("Next highlight"), self)
        self._remove = QuietToolButton(self._theme, "trash-2", self.tr("Remove highlight"), self)
        self._previous.clicked.connect(self.previous_requested)
        self._next.clicked.connect(self.next_requested)
        self._remove.clicked.connect(self.delete_requested)
        for button in (self._previous, self._next, self._remove):
            buttons.addWidget(button)
        row.addLayout(buttons)

    def _made_empty(self) -> QWidget:
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(scaled(14), scaled(14), scaled(14), scaled(14))
        column.setSpacing(scaled(10))
        words = self.tr("Nothing chosen. Select text and press [1] to [9] or [T] for a label.")
        column.addWidget(EmptyHint(self._theme, words))
        column.addWidget(KeyText(self._theme, self.tr("[N] writes a note, [L] begins a link.")))
        column.addWidget(KeyText(self._theme, self.tr("[Alt+Down] goes to the next highlight.")))
        column.addStretch(1)
        return empty

    def _leave_note(self) -> None:
        if self._back_to is not None and self._back_to.isVisible():
            self._back_to.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back_to = None
        self.note_left.emit()

    def _on_changed(self, change_set: ChangeSet) -> None:
        if not change_set.touches(Document, Highlight, Tag, Tagging, Link, LinkKind, SetUnit):
            return
        known = {document.uid for document in self._session.project.documents()}
        if self._asked.document_uid not in known:
            self._asked = _Asked(0, "", None, None)
        self._refresh()

    def _take_ground(self) -> None:
        palette = ground_palette(self._theme, "side")
        for part in (self, self._scroll, self._content):
            part.setPalette(palette)
