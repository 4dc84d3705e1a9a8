"""Versions of one paper in panes: opening an old one, and marking what differs where two stand beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from reader.domain.changes import ChangeSet
from reader.domain.model import Document, Span
from reader.models.jobs import Job, Jobs, JobStopped
from reader.models.version_carrying import changes_of_versions
from reader.ui.version_strip import refusal, version_facts

if TYPE_CHECKING:
    from reader.text.reanchoring_changes import Changed
    from reader.ui.document_pane import DocumentPane
    from reader.ui.main_window import MainWindow
    from reader.ui.project_view import ProjectView

Pair = tuple[str, str]  # uids of the older and the newer text


class VersionPanes(QObject):
    """Watches the panes of a project. `told` carries words for the user, `failed` what went wrong."""

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, view: ProjectView) -> None:
        super().__init__(view)
        self._view = view
        self._jobs: Jobs | None = None
        self._known: dict[Pair, tuple[Changed, ...]] = {}  # of the pairs that are shown
        self._asked: set[Pair] = set()
        view.pane_row.panes_changed.connect(self._refresh)
        view.session.changed.connect(self._on_changed)

    def begin(self, jobs: Jobs) -> None:
        """Compare in the background from now on."""
        self._jobs = jobs
        self._refresh()

    # -- opening -------------------------------------------------------------------------------------------------------

    def open(self, document_uid: str, text_uid: str, *, beside: bool = True) -> DocumentPane:
        """Show a version of a paper in a pane of its own (`beside`) or in the active one; where it is shown, go there.

        Raises KeyError when the project does not have it.
        """
        view = self._view
        document = view.session.project.document(document_uid)
        if text_uid not in view.session.project.texts_of(document_uid):
            raise KeyError(text_uid)
        view.leave_place()
        view.set_mode("read")
        there = next((pane for pane in view.pane_row.panes if pane.document.text_uid == text_uid), None)
        if there is not None:
            view.pane_row.activate(there)
            return there
        return view.pane_row.open(replace(document, text_uid=text_uid), new_pane=beside)

    def open_both(self, older: str, newer: str, document_uid: str) -> None:
        """Show two versions of a paper in panes beside each other."""
        self.open(document_uid, newer)
        self.open(document_uid, older)

    def open_previous(self) -> None:
        """Show the version before that of the active pane beside it; of the first one, that behind it."""
        pane = self._view.pane
        if pane is None:
            return
        uids = self._view.session.project.texts_of(pane.document.uid)
        if len(uids) < 2:
            self.told.emit(self.tr("This paper has one version."))
            return
        number = uids.index(pane.document.text_uid)
        self.open(pane.document.uid, uids[number - 1 if number else 1])

    def fill_menu(self, menu: QMenu, document_uid: str) -> None:
        """Add the versions of a paper, the newest first; choosing one opens it beside the active pane."""
        project = self._view.session.project
        shown = project.document(document_uid).text_uid
        for uid in reversed(project.texts_of(document_uid)):
            words = version_facts(project, document_uid, uid)
            action = menu.addAction(self.tr("{version} (present)").format(version=words) if uid == shown else words)
            action.setData((document_uid, uid))
            action.triggered.connect(self._on_chosen)

    def refuses(self, pane: DocumentPane | None) -> bool:
        """Whether a pane shows an old version, in which nothing new can be marked; then it says so."""
        if pane is None or not pane.is_old:
            return False
        self.told.emit(refusal())
        return True

    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            document_uid, text_uid = action.data()
            self.open(document_uid, text_uid)

    # -- what differs --------------------------------------------------------------------------------------------------

    def step(self, by: int, pane: DocumentPane | None = None) -> None:
        """Go to the next (1) or previous (-1) difference from the caret of a pane (by default the active one)."""
        pane = pane or self._view.pane
        other = self._other(pane) if pane is not None else None
        if pane is None or other is None:
            return
        changes, is_older = self._changes(pane, other)
        spans = sorted(((one.old, one.new) if is_older else (one.new, one.old)) for one in changes)
        if not spans:
            return
        caret = pane.view.caret()
        if by > 0:
            found = next((pair for pair in spans if pair[0].start > caret), spans[0])
        else:
            found = next((pair for pair in reversed(spans) if pair[0].start < caret), spans[-1])
        for shown, span in zip((pane, other), found, strict=True):
            shown.view.clear_selection()
            shown.view.set_caret(span.start)
            shown.view.reveal(span)

    def has_differences(self, pane: DocumentPane) -> bool:
        """Whether another version stands beside this one, and something differs."""
        other = self._other(pane)
        return other is not None and bool(self._changes(pane, other)[0])

    def _refresh(self) -> None:
        """Mark in every pane what differs from the other version beside it, as far as that is known."""
        wanted: set[Pair] = set()
        for pane in self._view.pane_row.panes:
            self._listen(pane)
            other = self._other(pane)
            spans: list[Span] = []
            count = None
            if other is not None:
                pair, is_older = self._pair(pane, other)
                wanted.add(pair)
                known = self._known.get(pair)
                if known is not None:
                    count = len(known)
                    spans = [one.old if is_older else one.new for one in known]
            shown = [span for span in spans if len(span)]
            if shown != pane.view.changes:
                pane.view.set_changes(shown)
            pane.version.show_differences(count)
        for pair in self._known.keys() - wanted:
            del self._known[pair]
        for pair in wanted - self._known.keys() - self._asked:
            self._compare(pair)

    def _compare(self, pair: Pair) -> None:
        if self._jobs is None:
            return
        self._asked.add(pair)
        project = self._view.session.project

        def work(job: Job) -> tuple[Changed, ...]:
            return changes_of_versions(project, *pair, job)

        self._jobs.start(
            self.tr("Comparing versions"), work, partial(self._on_compared, pair), partial(self._on_failed, pair)
        )

    def _on_compared(self, pair: Pair, changes: tuple[Changed, ...]) -> None:
        self._asked.discard(pair)
        self._known[pair] = changes
        self._refresh()

    def _on_failed(self, pair: Pair, error: Exception) -> None:
        if not isinstance(error, JobStopped):  # else the pair is not compared again before the panes change
            self.failed.emit(error)
        self._asked.discard(pair)

    def _changes(self, pane: DocumentPane, other: DocumentPane) -> tuple[Sequence[Changed], bool]:
        pair, is_older = self._pair(pane, other)
        return self._known.get(pair, ()), is_older

    def _pair(self, pane: DocumentPane, other: DocumentPane) -> tuple[Pair, bool]:
        """The older and the newer of two versions, and whether the first pane shows the older."""
        uids = self._view.session.project.texts_of(pane.document.uid)
        here, there = pane.document.text_uid, other.document.text_uid
        is_older = uids.index(here) < uids.index(there)
        return ((here, there) if is_older else (there, here)), is_older

    def _other(self, pane: DocumentPane) -> DocumentPane | None:
        """The nearest pane with another version of the same paper."""
        mine = pane.document
        others = [
            one
            for one in self._view.pane_row.panes
            if one.document.uid == mine.uid and one.document.text_uid != mine.text_uid
        ]
        return min(others, key=lambda one: abs(one.number - pane.number), default=None)

    # -- what the panes tell -------------------------------------------------------------------------------------------

    def _listen(self, pane: DocumentPane) -> None:
        if pane.property("versions") is None:
            pane.setProperty("versions", True)
            pane.version.present_requested.connect(self._show_present)
            pane.version.step_requested.connect(self._on_step)

    def _pane_of_sender(self) -> DocumentPane | None:
        strip = self.sender()
        return next((pane for pane in self._view.pane_row.panes if pane.version is strip), None)

    def _show_present(self) -> None:
        pane = self._pane_of_sender()
        if pane is not None:
            self._view.pane_row.activate(pane)
            self._view.open_document(pane.document.uid)

    def _on_step(self, by: int) -> None:
        pane = self._pane_of_sender()
        if pane is not None:
            self._view.pane_row.activate(pane, focus=False)
            self.step(by, pane)

    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.touches(Document):
            self._refresh()


def prepare(window: MainWindow, view: ProjectView) -> None:
    """Connect a project's versions with the window it is shown in."""
    versions = view.versions
    versions.told.connect(window.messages.inform)
    versions.failed.connect(window.exchange.on_error)
    versions.begin(window.jobs)
