"""Opens what a reference in the text means: the paper that it cites, or a card where that is not plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.domain.model import Span
from reader.domain.reference_targets import target_of
from reader.text.structure import Reference

if TYPE_CHECKING:
    from reader.ui.project_view import ProjectView
    from reader.ui.reference_chips import ReferenceChips


class ReferenceOpener(QObject):
    """Listens to the panes of a project, and opens papers beside the one that cites them.

    What stands in an answer and may mean several things is shown in a card of `chips`. `not_found` carries the words of
    a reference whose paper is not there.
    """

    not_found = Signal(str)

    def __init__(self, view: ProjectView, chips: ReferenceChips) -> None:
        super().__init__(view)
        self._view, self._chips = view, chips
        chips.open_requested.connect(self._go)
        view.pane_row.panes_changed.connect(self._listen)
        self._heard: set[int] = set()

    def _listen(self) -> None:
        panes = self._view.pane_row.panes
        for pane in panes:
            if id(pane) not in self._heard:
                pane.view.reference_activated.connect(self._open)
        self._heard = {id(pane) for pane in panes}

    def _open(self, reference: object) -> None:
        pane = self._view.pane
        if pane is None or not isinstance(reference, Reference):
            return
        card = self._chips.card_id(pane.document, reference)
        if card:
            rects = pane.view.rects_of(Span(reference.start, reference.end))
            corner = rects[-1].bottomLeft() if rects else pane.view.caret_rect().bottomLeft()
            self._chips.open_card(card, pane.view.viewport().mapToGlobal(corner.toPoint()))
            return
        document = target_of(reference.id, self._view.session.project.documents(), pane.document)
        if document is None:
            self.not_found.emit(reference.text)
        else:
            self._view.go_to(document.uid, Span(0, 1), beside=True, select=False)

    def _go(self, document_uid: str, span: Span) -> None:
        self._view.go_to(document_uid, span, beside=True, select=False)
