"""What a window does with copies of its project: save one for others, merge, compare coders, tell of others beside.

And with files of other programs: take over what they hold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from reader.domain.errors import ImportStopped, ReaderError
from reader.domain.model import Document
from reader.models.jobs import Job, JobStopped

if TYPE_CHECKING:
    from reader.domain.model import Tag
    from reader.models.coders import Coder
    from reader.models.merging import Looked, Taken
    from reader.models.reading_back import ReadBack
    from reader.models.session import Session
    from reader.ui.agreement_dialog import AgreementDialog
    from reader.ui.main_window import MainWindow

SUFFIX = ".vindplaats"


class Sharing(QObject):
    """The jobs and dialogs of one window; nothing of another file is ever changed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._to_read: list[Path] = []  # files of other programs that wait for their turn
        self._unread: list[ReaderError] = []  # what was wrong with those before them
        self._reading = False

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
        from reader.ui.merge_plans import plan_for_copy

        MergeDialog(self._window, plan_for_copy(looked)).open()

    # -- files of other programs ---------------------------------------------------------------------------------------

    def read_back(self, paths: Sequence[Path]) -> None:
        """Show one after another what taking each file over would do; what cannot be read is told at the end."""
        self._to_read += paths
        if not self._reading:
            self._read_next()

    def _read_next(self) -> None:
        session = self._window.session
        self._reading = session is not None and bool(self._to_read)
        if session is None or not self._to_read:
            self._tell_unread()
            return
        path, project = self._to_read.pop(0), session.project
        self._window.project_view.passage.save_note()

        def work(job: Job) -> ReadBack:
            from reader.models.reading_back import look_into

            return look_into(project, path, job.step)

        title = self.tr("Reading {name}").format(name=path.name)
        self._window.jobs.start(title, work, partial(self._ask_to_take_over, session), self._on_not_read)

    def _ask_to_take_over(self, session: Session, looked: ReadBack) -> None:
        if self._window.session is not session:
            self._give_up_reading()
        elif not looked.items and all(item.outcome == "read" for item in looked.told):
            words = self.tr("“{name}” has nothing that is not in this project.")
            self._window.messages.inform(words.format(name=looked.name))
            self._read_next()
        else:
            from reader.ui.merge_dialog import MergeDialog
            from reader.ui.merge_plans import plan_for_file

            dialog = MergeDialog(self._window, plan_for_file(looked))
            dialog.finished.connect(self._read_next)
            dialog.taken_over.connect(self._show_first)
            dialog.open()

    def _show_first(self, taken: Taken) -> None:
        """Show the first paper that came in, where none is shown."""
        view = self._window.project_view_or_none
        new = (change.entity.uid for change in taken.change_set.of(Document) if change.before is None)
        first = next(new, None)
        if view is not None and first is not None and not view.pane_row.panes:
            view.open_document(first)

    def _on_not_read(self, error: Exception) -> None:
        if isinstance(error, ReaderError) and not isinstance(error, ImportStopped):
            self._unread.append(error)
            self._read_next()
        else:
            self._give_up_reading()
            self._on_failed(error)

    def _give_up_reading(self) -> None:
        self._to_read.clear()
        self._reading = False
        self._tell_unread()

    def _tell_unread(self) -> None:
        errors, self._unread = self._unread, []
        if errors:
            self._window.messages.import_report(0, errors, [])

    # -- copies beside it ----------------------------------------------------------------------------------------------

    def look_beside(self) -> None:
        """Look in the background, without a sign of it, for copies of the project in its folder, and tell of them."""
        session = self._window.session
        if session is None or session.project.read_only:
            return
        project = session.project

        def work(job: Job) -> Looked | None:
            from reader.models.merging import copy_with_news

            return copy_with_news(project, job.step)

        self._window.jobs.start("", work, partial(self._tell, session), self._on_failed, quiet=True)

    def _tell(self, session: Session, found: Looked | None) -> None:
        if self._window.session is not session or found is None:
            return
        path = found.path
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
