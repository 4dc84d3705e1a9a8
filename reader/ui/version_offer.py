"""What a window does with another version of a paper: look for what was marked, then ask; compare two versions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.domain.errors import ReaderError
from reader.domain.model import Document, Text
from reader.models.jobs import Job, JobStopped
from reader.models.version_carrying import Carried, carry_over, compare_versions
from reader.ui.dialog_size import keep_size

if TYPE_CHECKING:
    from reader.text.reanchoring_changes import Changed
    from reader.text.reanchoring_comparison import Comparison
    from reader.ui.main_window import MainWindow


class VersionOffer(QObject):
    """The jobs and dialogs of one window. Nothing is changed before the user says so in the dialog."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def review(self, known: Document, imported: Document, text: Text, apart: Callable[[], object]) -> None:
        """Look in the background for what is marked in `known`, then ask about the new version.

        `apart` is called when the user wants the file as a paper of its own.
        """
        session = self._window.session
        if session is None:
            return
        project = session.project

        def work(job: Job) -> Carried:
            return carry_over(project, known, imported, text, job)

        self._window.jobs.start(
            self.tr("Looking for the marked passages"), work, partial(self._ask, apart), self._on_failed
        )

    def compare(self, document: Document) -> None:
        """Show the version of a paper that is shown beside the one before it (else the one behind it)."""
        session = self._window.session
        if session is None:
            return
        project, uids = session.project, session.project.texts_of(document.uid)
        if len(uids) < 2:
            self._window.messages.inform(self.tr("This paper has one version."))
            return
        number = max(1, uids.index(document.text_uid))

        def work(job: Job) -> tuple[Comparison, tuple[Changed, ...]]:
            return compare_versions(project, uids[number - 1], uids[number], job)

        self._window.jobs.start(
            self.tr("Comparing versions"),
            work,
            partial(self._show, document, (uids[number - 1], uids[number]), number),
            self._on_failed,
        )

    def _ask(self, apart: Callable[[], object], carried: Carried) -> None:
        session = self._window.session
        if session is None:
            return
        from reader.ui.version_review import VersionReviewDialog

        dialog = VersionReviewDialog(self._window.theme, session, carried, self._window)
        keep_size(dialog, self._window.settings, "new-version")
        dialog.apart_wanted.connect(apart)
        dialog.open()

    def _show(
        self, document: Document, uids: tuple[str, str], number: int, found: tuple[Comparison, tuple[Changed, ...]]
    ) -> None:
        from reader.ui.version_changes import VersionsDialog

        view = self._window.project_view_or_none
        if view is None:
            return

        dialog = VersionsDialog(self._window.theme, document.title, self._window)
        keep_size(dialog, self._window.settings, "versions")
        old, new = (self.tr("Version {number}").format(number=one) for one in (number, number + 1))
        dialog.show_versions(
            *found, (old, ""), (new, document.source_name if number + 1 == self._last(document) else "")
        )
        dialog.panes_wanted.connect(partial(view.versions.open_both, *uids, document.uid))
        dialog.open()

    def _last(self, document: Document) -> int:
        """The number of the last version, of which the name of the file is known."""
        session = self._window.session
        return len(session.project.texts_of(document.uid)) if session is not None else 0

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self._window.messages.error(error)
        elif not isinstance(error, JobStopped):
            raise error
