"""What the user does to the passage at hand: highlight, label, note, link, change ends, remove, copy with citation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication

from reader.domain.changes import ChangeSet
from reader.domain.citation import missing
from reader.domain.model import ANSWERED_BY, Highlight, Span
from reader.edit import links, marks
from reader.ui.citing import drag, highlight_with_citation, mime_of, quoted_with_citation
from reader.ui.tag_picker import TagPicker

if TYPE_CHECKING:
    from reader.ui.project_view import ProjectView


class Marking(QObject):
    """The acts on the active passage. Each builds a ChangeSet in `edit` and runs it in the session."""

    linking_changed = Signal()  # a link was begun, made or given up
    copied_incomplete = Signal(str, tuple)  # uid of a paper, the facts its citation lacks; once for each paper
    ends_changed = Signal()  # the ends of a highlight are being changed, or no longer

    def __init__(self, view: ProjectView) -> None:
        super().__init__(view)
        self._view = view
        self._session, self._settings = view.session, view.settings
        self.last_tag_uid = ""
        self.link_kind_uid = ANSWERED_BY.uid
        self.link_from: links.LinkEnd | None = None
        self.changing_ends_of = ""
        self._told: set[tuple[str, tuple[str, ...]]] = set()  # papers, and what was said to lack

    # -- highlights and labels -----------------------------------------------------------------------------------------

    def highlight(self) -> None:
        """Highlight the selection with the label given last; without a label when there is none yet."""
        span, pane = self._view.selection(), self._view.pane
        if self._view.versions.refuses(pane):
            return
        known = {tag.uid for tag in self._session.project.tags()}
        if self.last_tag_uid in known:
            self.apply_tag(self.last_tag_uid)
        elif span is not None and pane is not None:
            author = self._session.author
            self._run_and_choose(
                lambda: marks.highlight_span(self._session.project, pane.document.uid, span, author=author), span
            )

    def apply_tag(self, tag_uid: str) -> None:
        """Give the selection, else the chosen highlight, a label; take it away when it has it already."""
        view, project = self._view, self._session.project
        span, pane, chosen = view.selection(), view.pane, view.chosen()
        if pane is None:
            return
        author = self._session.author
        if span is not None:
            existing = pane.marks.highlight_with(span)
            if existing is None:
                if view.versions.refuses(pane):
                    return
                self._run_and_choose(
                    lambda: marks.tag_span(project, pane.document.uid, span, tag_uid, author=author), span
                )
                self.last_tag_uid = tag_uid
                return
            chosen = existing.uid
        if chosen and self._session.attempt(
            lambda: marks.toggle_tag(project, chosen, tag_uid, author=self._session.author)
        ):
            self.last_tag_uid = tag_uid
            pane.view.choose(chosen)
            if view.selection_bar.isVisible():
                view.show_selection_bar()

    def apply_digit(self, digit: int) -> None:
        """Apply the label with this digit."""
        tag = next((tag for tag in self._session.project.tags() if tag.digit == digit), None)
        if tag is not None:
            self.apply_tag(tag.uid)

    def pick_tag(self) -> None:
        """Choose a label by typing part of its name; a new name makes a new label."""
        view, pane = self._view, self._view.pane
        if pane is None or not (view.selection() or view.chosen()):
            return
        if view.selection() is not None and view.versions.refuses(pane):
            return
        view.hide_popups()
        picker = TagPicker(self._session, view.theme, view)
        picker.tag_chosen.connect(self._on_picked)
        picker.closed.connect(pane.view.setFocus)
        picker.show_at(self._below_passage())

    def remove(self) -> None:
        """Remove the chosen highlight, or the one at the selection, with its labels, note and links."""
        uid = self._highlight_at_hand()
        if uid and self._session.attempt(lambda: marks.remove_highlights(self._session.project, [uid])):
            self._view.removed.emit(self.tr("Highlight removed."))

    # -- notes ---------------------------------------------------------------------------------------------------------

    def edit_note(self) -> None:
        """Put the cursor in the note of the passage; a passage that is no highlight yet becomes one."""
        view, pane, span = self._view, self._view.pane, self._view.selection()
        if pane is None:
            return
        if span is not None and pane.marks.highlight_with(span) is None:
            if view.versions.refuses(pane):
                return
            author = self._session.author
            self._run_and_choose(
                lambda: marks.highlight_span(self._session.project, pane.document.uid, span, author=author), span
            )
        elif span is not None and (existing := pane.marks.highlight_with(span)) is not None:
            pane.view.choose(existing.uid)
        if pane.view.chosen():
            view.hide_popups()
            view.activateWindow()  # a click on the selection bar may have taken it away from the window
            view.passage.edit_note()

    # -- links ---------------------------------------------------------------------------------------------------------

    def link(self) -> None:
        """Begin a link at the passage at hand, or end the one that was begun."""
        end = self._end_at_hand()
        if end is None or (isinstance(end, tuple) and self._view.versions.refuses(self._view.pane)):
            return
        self._view.hide_popups()
        if self.link_from is None:
            self.link_from = end
            if (pane := self._view.pane) is not None:
                pane.view.clear_selection()
                pane.view.choose("")
            self.linking_changed.emit()
            return
        start = self.link_from
        author = self._session.author
        done = self._session.attempt(
            lambda: links.link(self._session.project, start, end, self.link_kind_uid, author=author)
        )
        if done:
            self.cancel_link()
            if isinstance(end, tuple) and (pane := self._view.pane) is not None:
                made = pane.marks.highlight_with(end[1])
                pane.view.clear_selection()
                pane.view.choose(made.uid if made is not None else "")

    def cancel_link(self) -> None:
        """Give up the link that was begun."""
        if self.link_from is not None:
            self.link_from = None
            self.linking_changed.emit()

    def link_start_quote(self) -> str:
        """The words at which the link was begun, for the bar that says so."""
        if self.link_from is None:
            return ""
        project = self._session.project
        if isinstance(self.link_from, str):
            highlight = project.highlight(self.link_from)
            document_uid, span = highlight.document_uid, highlight.span
        else:
            document_uid, span = self.link_from
        return self._session.reading(project.document(document_uid).text_uid).quote(span)

    # -- ends ----------------------------------------------------------------------------------------------------------

    def change_ends(self) -> None:
        """First: select the text of the chosen highlight. Then, with the selection adjusted: make that its new ends."""
        pane, span = self._view.pane, self._view.selection()
        if pane is None or self._view.versions.refuses(pane):
            return
        if self.changing_ends_of and span is not None:
            uid, self.changing_ends_of = self.changing_ends_of, ""
            self.set_ends(uid, span)
            pane.view.clear_selection()
        elif uid := self._highlight_at_hand():
            self.changing_ends_of = uid
            pane.view.set_selection(self._session.project.highlight(uid).span)
        self.ends_changed.emit()

    def cancel_ends(self) -> None:
        if self.changing_ends_of:
            self.changing_ends_of = ""
            self.ends_changed.emit()

    def set_ends(self, highlight_uid: str, span: Span) -> None:
        """Give a highlight other ends."""
        if self._view.versions.refuses(self._view.pane):
            return
        if self._session.attempt(lambda: marks.change_span(self._session.project, highlight_uid, span)):
            pane = self._view.pane
            if pane is not None:
                pane.view.choose(highlight_uid)

    # -- copy ----------------------------------------------------------------------------------------------------------

    def copy_with_citation(self) -> None:
        """Put the passage at hand on the clipboard as a quote with its citation, as rich and as plain text."""
        words = self._cited()
        if words is not None and (pane := self._view.pane) is not None:
            QGuiApplication.clipboard().setMimeData(mime_of(words))
            lacking = missing(pane.document, self._view.settings.citation_style())
            if lacking and (pane.document.uid, lacking) not in self._told:
                self._told.add((pane.document.uid, lacking))
                self.copied_incomplete.emit(pane.document.uid, lacking)

    def drag_with_citation(self) -> None:
        """Drag the passage at hand, as it would be copied, to another program."""
        words = self._cited()
        if words is not None:
            drag(self._view, words)

    def drag_highlight(self, uid: str) -> None:
        """Drag a highlight as it would be copied to another program."""
        drag(self._view, highlight_with_citation(self._session, self._session.project.highlight(uid), self._settings))

    def _cited(self) -> tuple[str, str] | None:
        pane, span, chosen = self._view.pane, self._view.selection(), self._view.chosen()
        if span is None and chosen:
            return highlight_with_citation(self._session, self._session.project.highlight(chosen), self._settings)
        if pane is None or span is None:
            return None
        return quoted_with_citation(self._session, pane.document, span, self._settings)

    # -- helpers -------------------------------------------------------------------------------------------------------

    def _span_at_hand(self) -> Span | None:
        span, chosen = self._view.selection(), self._view.chosen()
        return span if span is not None or not chosen else self._session.project.highlight(chosen).span

    def _highlight_at_hand(self) -> str:
        chosen, span, pane = self._view.chosen(), self._view.selection(), self._view.pane
        if not chosen and span is not None and pane is not None:
            existing = pane.marks.highlight_with(span)
            return existing.uid if existing is not None else ""
        return chosen

    def _end_at_hand(self) -> links.LinkEnd | None:
        pane, span = self._view.pane, self._view.selection()
        if pane is None:
            return None
        if span is not None:
            existing = pane.marks.highlight_with(span)
            return existing.uid if existing is not None else (pane.document.uid, span)
        return self._view.chosen() or None

    def _below_passage(self) -> QPoint:
        pane, span = self._view.pane, self._span_at_hand()
        assert pane is not None
        rects = pane.view.rects_of(span) if span is not None else []
        corner = rects[-1].bottomLeft().toPoint() if rects else QPoint(60, 60)
        return pane.view.viewport().mapToGlobal(corner)

    def _run_and_choose(self, act: Callable[[], ChangeSet], span: Span) -> None:
        if self._session.attempt(act) and (pane := self._view.pane) is not None:
            made: Highlight | None = pane.marks.highlight_with(span)
            if made is not None:
                pane.view.choose(made.uid)
            if self._view.selection_bar.isVisible():
                self._view.show_selection_bar()

    def _on_picked(self, tag_uid: str) -> None:
        self.apply_tag(tag_uid)
