"""What citing needs of the whole window: asking for facts that are not known, the own form, and dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.domain.citation import CitationTemplate
from reader.domain.model import Document
from reader.ui.citing import PlaceFinder, facts_words

if TYPE_CHECKING:
    from reader.domain.citation import Place
    from reader.ui.main_window import MainWindow
    from reader.ui.project_view import ProjectView


class CitingDesk(QObject):
    """Answers what a project's view asks for when passages are cited; lives as long as the view."""

    def __init__(self, window: MainWindow, view: ProjectView) -> None:
        super().__init__(view)
        self._window, self._view = window, view
        self._asked: tuple[str, str] = ("", "")  # paper and fact that the last message asks for
        view.passage.facts_requested.connect(self.ask_for)
        view.passage.citation_template_requested.connect(self.edit_template)
        view.passage.drag_citation_requested.connect(view.marking.drag_with_citation)
        view.excerpts.drag_requested.connect(view.marking.drag_highlight)
        view.marking.copied_incomplete.connect(self._on_incomplete)

    def ask_for(self, document_uid: str, fact: str) -> None:
        """Open the details of a paper at a fact that is not known, called as the field of Document."""
        from reader.ui.document_facts import DocumentFactsDialog

        DocumentFactsDialog(self._window, self._view.session.project.document(document_uid), fact).open()

    def edit_template(self) -> None:
        """Write the own form of citation, with the passage at hand as an example; it becomes the form in use."""
        from reader.ui.citation_template_dialog import CitationTemplateDialog

        source = self._window.settings.citation_template().source
        dialog = CitationTemplateDialog(self._window.theme, source, self._passage(), self._window)
        dialog.chosen.connect(self._on_template)
        dialog.open()

    def _passage(self) -> tuple[Document, Place] | None:
        view = self._view
        span, pane = view.selection(), view.pane
        if pane is None:
            return None
        if span is None and view.chosen():
            span = view.session.project.highlight(view.chosen()).span
        if span is None:
            return None
        return pane.document, PlaceFinder(view.session).of(pane.document, span, CitationTemplate(""))

    def _on_template(self, source: str) -> None:
        self._window.settings.set("citation_template", source)
        self._window.settings.set("citation_style", "template")
        self._window.acts.apply_citation_style()

    def _on_incomplete(self, document_uid: str, facts: tuple[str, ...]) -> None:
        self._asked = (document_uid, facts[0])
        self._window.messages.inform(
            self.tr("Copied. Not known of this paper: {facts}.").format(facts=facts_words(facts)),
            self.tr("Fill in…"),
            self._fill_in,
        )

    def _fill_in(self) -> None:
        self.ask_for(*self._asked)
