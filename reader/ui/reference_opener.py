"""Opens the paper a reference in the text means, when the project has it, beside the paper that cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.domain.model import Span
from reader.domain.reference_targets import target_of
from reader.text.structure import Reference

if TYPE_CHECKING:
    from reader.ui.project_view import ProjectView


class ReferenceOpener(QObject):
    """Listens to the panes of a project. `not_found` carries the words of a reference whose paper is not there."""

    not_found = Signal(str)

    def __init__(self, view: ProjectView) -> None:
        super().__init__(view)
        self._view = view
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
        document = target_of(reference.id, self._view.session.project.documents(), pane.document)
        if document is None:
            self.not_found.emit(reference.text)
        else:
            self._view.go_to(document.uid, Span(0, 1), beside=True, select=False)
