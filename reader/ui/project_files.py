"""The project files of a window: making, opening and copying them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from reader.domain.errors import (
    ProjectExists,
    ProjectForeignCode,
    ProjectLocked,
    ProjectNewer,
    ProjectNotFound,
    ProjectReadOnly,
    ReaderError,
)
from reader.models.jobs import Job

if TYPE_CHECKING:
    from reader.store.project import Project
    from reader.ui.main_window import MainWindow

SUFFIX = ".vindplaats"


class ProjectFiles(QObject):
    """The dialogs that make, open and copy projects. Every error becomes a message in the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def new_project(self) -> bool:
        """Ask for a name and make an empty project there."""
        path = self.ask_to_save(self.tr("New project"), self.tr("project") + SUFFIX)
        if path is None:
            return False
        from reader.store.project import Project

        return self._show(lambda: Project.create(path))

    def open_project(self) -> None:
        """Ask for a project file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open project"), self.folder(), self.tr("Vindplaats projects") + f" (*{SUFFIX})"
        )
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path, *, read_only: bool = False, as_copy: bool = False) -> bool:
        """Open a project; when that cannot be done, the message offers what can."""
        from reader.store.project import Project

        messages, session = self._window.messages, self._window.session
        if session is not None and session.project.path == path.absolute() and not (read_only or as_copy):
            messages.inform(self.tr("“{name}” is open already.").format(name=path.name))
            return True
        if not self._window.failures.may_close():
            return False
        try:
            project = Project.open_copy(path) if as_copy else Project.open(path, read_only=read_only)
        except ProjectLocked as error:
            messages.error(error, self.tr("Open a copy to read"), lambda: self.open_path(path, as_copy=True))
        except (ProjectReadOnly, ProjectForeignCode, ProjectNewer) as error:
            messages.error(error, self.tr("Open read-only"), lambda: self.open_path(path, read_only=True))
        except ProjectNotFound as error:
            self._window.settings.forget_project(path)
            messages.error(error)
        except ReaderError as error:
            messages.error(error)
        else:
            messages.clear()
            self._begin(project)
            return True
        return False

    def open_sample(self) -> None:
        """Open the sample project in the user's documents folder; it is made there the first time."""
        path = Path(self.folder()) / (self.tr("Sample project Vindplaats") + SUFFIX)
        if path.exists():
            self.open_path(path)
            return
        from reader.sample import build_sample

        def work(job: Job) -> Path | None:
            build_sample(path)
            return None if job.is_cancelled() else path

        self._window.jobs.start(
            self.tr("Making the sample project"), work, self._open_made, self._window.exchange.on_error
        )

    def _open_made(self, path: Path | None) -> None:
        if path is not None:
            self.open_path(path)

    def save_copy_and_go_on(self) -> None:
        """Save a copy and open it: the file of the open project is no longer the one that others see."""
        path = self.save_copy()
        if path is not None:
            self.open_path(path)

    def save_copy(self) -> Path | None:
        """Ask for a name and write a copy of the project as it is now. Gives where, None when there is none."""
        session = self._window.session
        if session is None:
            return None
        path = self.ask_to_save(self.tr("Save a copy"), session.project.path.stem + "-2" + SUFFIX)
        if path is None:
            return None
        try:
            session.project.save_copy(path)
        except ReaderError as error:
            self._window.messages.error(error)
            return None
        self._window.messages.inform(self.tr("A copy was saved as {name}.").format(name=path.name))
        return path

    def _show(self, make: Callable[[], Project]) -> bool:
        try:
            project = make()
        except ReaderError as error:
            self._window.messages.error(error)
            return False
        self._begin(project)
        return True

    def _begin(self, project: Project) -> None:
        from reader.models.session import Session

        self._window.show_project(Session(project, self._window.settings.get("author")))
        self._window.exchange.sharing.look_beside()

    def ask_to_save(self, title: str, name: str) -> Path | None:
        """Ask where a project file is saved, which must be a new one; None where nothing was chosen."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, title, str(Path(self.folder()) / name), self.tr("Vindplaats projects") + f" (*{SUFFIX})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if not chosen:
            return None
        path = Path(chosen)
        path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
        if path.exists():
            self._window.messages.error(ProjectExists(path=str(path)))
            return None
        return path

    def folder(self) -> str:
        """Where a dialog begins: beside the last project, else in the documents of the user."""
        recent = self._window.settings.recent_projects()
        if recent and Path(recent[0]).parent.is_dir():
            return str(Path(recent[0]).parent)
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
