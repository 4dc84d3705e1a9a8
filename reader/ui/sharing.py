"""What a window does with copies of its project: save one for others, merge, compare coders, tell of others beside."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.domain.errors import ReaderError
from reader.models.jobs import Job, JobStopped

if TYPE_CHECKING:
    from reader.domain.model import Tag
    from reader.models.coders import Coder
    from reader.models.merging import Looked
    from reader.models.session import Session
    from reader.ui.agreement_dialog import AgreementDialog
    from reader.ui.main_window import MainWindow

SUFFIX = ".vindplaats"


class Sharing(QObject):
    """The jobs and dialogs of one window; nothing of another file is ever changed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    # -- a copy for others ---------------------------------------------------------------------------------------------

    def share(self, ask: Callable[[str, str], Path | None]) -> None:
        """Ask what goes with the copy, then (`ask`: title, suggested name) where it is saved."""
        from reader.ui.share_dialog import ShareDialog

        dialog = ShareDialog(self._window.theme, self._window)
        dialog.chosen.connect(partial(self._ask_where, ask))
        dialog.open()

    def _ask_where(self, ask: Callable[[str, str], Path | None], notes: bool, names: bool, originals: bool) -> None:
        session = self._window.session
        if session is None:
            return
        suggested = self.tr("{name} for others").format(name=session.project.path.stem) + SUFFIX
        path = ask(self.tr("Save a copy for others"), suggested)
        if path is not None:
            self.save(path, notes=notes, names=names, originals=originals)

    def save(self, path: Path, *, notes: bool, names: bool, originals: bool) -> None:
        """Save a copy for others at `path`, in the background."""
        session = self._window.session
        if session is None:
            return
        self._window.project_view.passage.save_note()
        project = session.project

        def work(job: Job) -> Path:
            from reader.store.sharing import save_copy_for_others

            save_copy_for_others(project, path, notes=notes, names=names, originals=originals, step=job.step)
            return path

        self._window.jobs.start(self.tr("Saving a copy"), work, self._on_saved, self._on_failed)

    def _on_saved(self, path: Path) -> None:
        self._window.messages.inform(self.tr("A copy for others was saved as {name}.").format(name=path.name))

    # -- merge ---------------------------------------------------------------------------------------------------------

    def merge(self) -> None:
        """Ask with which copy, and look what merging it would do."""
        path = self._ask_copy(self.tr("Merge with a copy"))
        if path is not None:
            self.look(path)

    def look(self, path: Path) -> None:
        """Look in the background what merging the copy at `path` would do, then ask."""
        session = self._window.session
        if session is None:
            return
        self._window.project_view.passage.save_note()
        project = session.project

        def work(job: Job) -> Looked:
            from reader.models.merging import look

            return look(project, path, job.step)

        done = partial(self._ask, session)
        self._window.jobs.start(self.tr("Comparing with {name}").format(name=path.name), work, done, self._on_failed)

    def _ask(self, session: Session, looked: Looked) -> None:
        if self._window.session is not session:
            return
        if not looked.items:
            words = self.tr("“{name}” has nothing that is not in this project.")
            self._window.messages.inform(words.format(name=looked.path.name))
            return
        from reader.ui.merge_dialog import MergeDialog

        MergeDialog(self._window, looked).open()

    # -- copies beside it ----------------------------------------------------------------------------------------------

    def look_beside(self) -> None:
        """Look in the background, without a sign of it, for copies of the project in its folder, and tell of them."""
        session = self._window.session
        if session is None or session.project.read_only:
            return
        project = session.project

        def work(job: Job) -> list[Looked]:
            from reader.models.merging import copies_with_news

            return copies_with_news(project, job.step)

        self._window.jobs.start("", work, partial(self._tell, session), self._on_failed, quiet=True)

    def _tell(self, session: Session, found: list[Looked]) -> None:
        if self._window.session is not session or not found:
            return
        path = found[0].path
        words = self.tr(
            "Another copy of this project is in the same folder: “{name}”. It has changes that are not in this one."
        )
        self._window.messages.warn(words.format(name=path.name), self.tr("Merge…"), partial(self.look, path))

    # -- agreement -----------------------------------------------------------------------------------------------------

    def agreement(self) -> None:
        """Compare the coders of this project."""
        self._find_coders(None)

    def _agreement_beside(self, dialog: AgreementDialog) -> None:
        path = self._ask_copy(self.tr("Compare with a copy"))
        if path is not None:
            dialog.close()
            self._find_coders(path)

    def _find_coders(self, path: Path | None) -> None:
        session = self._window.session
        if session is None:
            return
        project = session.project

        def work(job: Job) -> tuple[list[Coder], list[Tag]]:
            from reader.models.merging import coders_of

            return coders_of(project, path, job.step)

        done = partial(self._compare, session, path)
        self._window.jobs.start(self.tr("Looking who labelled what"), work, done, self._on_failed)

    def _compare(self, session: Session, path: Path | None, found: tuple[list[Coder], list[Tag]]) -> None:
        if self._window.session is not session:
            return
        coders, tags = found
        if not any(coder.given for coder in coders):
            self._window.messages.inform(self.tr("No label was given yet, so that there is nothing to compare."))
            return
        from reader.ui.agreement_dialog import AgreementDialog

        dialog = AgreementDialog(self._window, coders, tags, path.stem if path is not None else "")
        dialog.copy_wanted.connect(partial(self._agreement_beside, dialog))
        session.closing.connect(dialog.close)
        dialog.show()

    # -- helpers -------------------------------------------------------------------------------------------------------

    def _ask_copy(self, title: str) -> Path | None:
        session = self._window.session
        if session is None:
            return None
        folder = str(session.project.path.parent)
        kinds = self.tr("Vindplaats projects") + f" (*{SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(self._window, title, folder, kinds)
        return Path(name) if name else None

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self._window.messages.error(error)
        elif not isinstance(error, JobStopped):
            raise error
