"""What goes in and out of a window: opening and making projects, importing papers, exporting excerpts, copies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from reader.domain.errors import (
    ImportStopped,
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
    from reader.importers.base import Imported
    from reader.models.questions import PaperQuestions
    from reader.store.project import Project
    from reader.ui.main_window import MainWindow

SUFFIX = ".vindplaats"


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What came of an import: the papers that were read, and why each of the others was not."""

    imported: tuple[Imported, ...]
    errors: tuple[ReaderError, ...]
    stopped: bool


def read_files(paths: list[Path], job: Job) -> ImportResult:
    """Read files one after another; one that fails does not stop the others. Cancel keeps those already read."""
    from reader.importers.base import read_file

    imported: list[Imported] = []
    errors: list[ReaderError] = []
    share = 1 / max(1, len(paths))
    for number, path in enumerate(paths):
        if job.is_cancelled():
            break
        words = f"{number + 1}/{len(paths)} {path.name}"
        job.report(number * share, words)
        tell = partial(_report_share, job, words, number * share, share)
        try:
            imported.append(read_file(path, progress=tell, cancelled=job.is_cancelled))
        except ImportStopped:
            break
        except ReaderError as error:
            errors.append(error)
    return ImportResult(tuple(imported), tuple(errors), job.is_cancelled())


def _report_share(job: Job, words: str, start: float, share: float, part: float) -> None:
    """Report how far one file is (`part`, 0 to 1) as progress of the whole import."""
    job.report(start + part * share, words)


def files_in(paths: list[Path]) -> list[Path]:
    """The files themselves, and those inside the folders among them, hidden ones left out."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if not any(part.startswith(".") for part in p.relative_to(path).parts))
            found += sorted(p for p in inside if p.is_file() and p.suffix not in (".toml", SUFFIX))
        else:
            found.append(path)
    return found


class Exchange(QObject):
    """The dialogs and jobs of one window. Every error becomes a message in the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.export_done_words = ""

    # -- projects ------------------------------------------------------------------------------------------------------

    def new_project(self) -> bool:
        """Ask for a name and make an empty project there."""
        path = self._ask_to_save(self.tr("New project"), self.tr("project") + SUFFIX)
        if path is None:
            return False
        from reader.store.project import Project

        return self._show(lambda: Project.create(path))

    def open_project(self) -> None:
        """Ask for a project file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open project"), self._folder(), self.tr("Vindplaats projects") + f" (*{SUFFIX})"
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
        path = Path(self._folder()) / (self.tr("Sample project Vindplaats") + SUFFIX)
        if path.exists():
            self.open_path(path)
            return
        from reader.sample import build_sample

        def work(job: Job) -> Path | None:
            build_sample(path)
            return None if job.is_cancelled() else path

        self._window.jobs.start(self.tr("Making the sample project"), work, self._open_made, self.on_error)

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
        path = self._ask_to_save(self.tr("Save a copy"), session.project.path.stem + "-2" + SUFFIX)
        if path is None:
            return None
        try:
            session.project.save_copy(path)
        except ReaderError as error:
            self._window.messages.error(error)
            return None
        self._window.messages.inform(self.tr("A copy was saved as {name}.").format(name=path.name))
        return path

    # -- import --------------------------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask which papers to import; without an open project a new one is asked for first."""
        kinds = self.tr("Text") + " (*.txt *.text);;" + self.tr("All files") + " (*)"
        last = self._window.settings.get("import_folder")
        folder = last if last and Path(last).is_dir() else self._folder()
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import documents"), folder, kinds)
        if names:
            self._window.settings.set("import_folder", str(Path(names[0]).parent))
            self.import_files([Path(name) for name in names])

    def import_files(self, paths: list[Path]) -> None:
        """Import papers in the background; a project file among them is opened instead."""
        projects = [Path(path) for path in paths if Path(path).suffix.lower() == SUFFIX]
        if projects:
            self.open_path(projects[0])
            return
        if self._window.session is None and not self.new_project():
            return
        session = self._window.session
        if session is not None and session.project.read_only:
            self._window.messages.error(ProjectReadOnly(path=str(session.project.path)))
            return
        chosen = [Path(path) for path in paths]
        self._window.jobs.start(
            self.tr("Importing"), lambda job: read_files(files_in(chosen), job), self._add, self.on_error
        )

    def _add(self, result: ImportResult) -> None:
        session, messages = self._window.session, self._window.messages
        if session is None:
            return
        from reader.edit.documents import add_documents, already_there

        papers = [(item.document, item.text) for item in result.imported]
        known = already_there(session.project, papers)
        fresh = [paper for paper, refusal in zip(papers, known, strict=True) if refusal is None]
        errors = [*result.errors, *(refusal for refusal in known if refusal is not None)]
        if fresh:
            done = session.attempt(lambda: add_documents(session.project, fresh))
            if not done:
                return
            if not self._window.project_view.pane_row.panes:
                self._window.project_view.open_document(fresh[0][0].uid)
        warnings = [f"{item.document.source_name}: {warning}" for item in result.imported for warning in item.warnings]
        messages.import_report(len(fresh), errors, warnings, stopped=result.stopped)

    # -- export --------------------------------------------------------------------------------------------------------

    def export_excerpts(self, uids: object = None) -> None:
        """Open the export dialog for these excerpts, else for those of the present filter."""
        view = self._window.project_view_or_none
        if view is None:
            return
        from reader.ui.export_dialog import ExportDialog

        chosen = uids if isinstance(uids, list) else None
        ExportDialog(self._window, view.excerpts.excerpts(chosen)).open()

    def show_overview(self, paper: PaperQuestions, only_open: object = None) -> None:
        """Open the overview of a paper's questions: all, only the open ones, or (None) as the last time."""
        from reader.ui.overview_dialog import OverviewDialog

        OverviewDialog(self._window, paper, only_open=only_open if isinstance(only_open, bool) else None).open()

    def on_exported(self, _path: Path) -> None:
        """An export was written."""
        self._window.messages.inform(self.export_done_words)

    # -- helpers -------------------------------------------------------------------------------------------------------

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

    def _ask_to_save(self, title: str, name: str) -> Path | None:
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, title, str(Path(self._folder()) / name), self.tr("Vindplaats projects") + f" (*{SUFFIX})",
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

    def _folder(self) -> str:
        recent = self._window.settings.recent_projects()
        if recent and Path(recent[0]).parent.is_dir():
            return str(Path(recent[0]).parent)
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def on_error(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self._window.messages.error(error)
        else:
            raise error
