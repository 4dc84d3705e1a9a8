"""What goes in and out of a project: importing papers, exporting excerpts, sharing and merging copies."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reader.domain.errors import (
    AlreadyInProject,
    ProjectReadOnly,
    ReaderError,
)
from reader.domain.model import by_uid
from reader.models.jobs import JobStopped
from reader.ui.messages import sentence
from reader.ui.sharing import Sharing

if TYPE_CHECKING:
    from reader.domain.model import Document
    from reader.models.imports import ImportRun
    from reader.models.questions import PaperQuestions
    from reader.text.reading import ReadingText
    from reader.ui.import_window import ImportWindow
    from reader.ui.main_window import MainWindow

SUFFIX = ".vindplaats"


class Exchange(QObject):
    """The dialogs and jobs of one window. Every error becomes a message in the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.sharing: Sharing = Sharing(window)
        self.export_done_words = ""
        self._run: ImportRun | None = None
        self._import_window: ImportWindow | None = None

    def share(self) -> None:
        """Save a copy for others: ask what goes with it and where it is saved."""
        self.sharing.share(self._window.project_files.ask_to_save)

    # -- import --------------------------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask which papers to import; without an open project a new one is asked for first."""
        groups = (
            (
                self.tr("All that can be imported"),
                " ".join(f"*{suffix}" for _, suffixes in self._formats() for suffix in suffixes),
            ),
            *((name, " ".join(f"*{suffix}" for suffix in suffixes)) for name, suffixes in self._formats()),
            (self.tr("All files"), "*"),
        )
        last = self._window.settings.get("import_folder")
        folder = last if last and Path(last).is_dir() else self._window.project_files.folder()
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import documents"),
            folder,
            ";;".join(f"{name} ({patterns})" for name, patterns in groups),
        )
        if names:
            self._window.settings.set("import_folder", str(Path(names[0]).parent))
            self.import_files([Path(name) for name in names])

    def _formats(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        return (
            ("PDF", (".pdf",)),
            (self.tr("Word and other word processors"), (".docx", ".docm", ".dotx", ".odt", ".fodt", ".rtf")),
            (self.tr("Text"), (".txt", ".text", ".md")),
            (self.tr("Web pages and official publications"), (".html", ".htm", ".xhtml", ".mht", ".mhtml", ".xml")),
            (self.tr("E-mail"), (".eml", ".emlx", ".mbox")),
            (self.tr("Archives"), (".zip",)),
            (self.tr("Projects and labels of other programs"), (".qdpx", ".qdc", ".jsonld", ".json", ".csv")),
        )

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import papers in the background, also those in folders; a project file among them is opened instead.

        What comes from another program is read, shown and taken over after them.
        """
        from reader.models.reading_back import of_other_programs

        files = [Path(path) for path in paths]
        projects = [path for path in files if path.suffix.lower() == SUFFIX]
        if projects:
            self._window.project_files.open_path(projects[0])
            return
        others = of_other_programs(files)
        papers = [path for path in files if path not in others]
        if not self._may_import():
            return
        run = self._import_run() if papers else None
        if run is not None:
            run.add(papers, self.tr("Importing"))
            self._show_import(run)
        self.sharing.read_back(others)

    def paste(self) -> None:
        """Import what is on the clipboard: files, else its text as a new paper."""
        data = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.import_files(files)
            return
        text = data.text()
        if not text.strip():
            self._window.messages.inform(self.tr("There is no text or file on the clipboard."))
            return
        run = self._import_run()
        if run is None:
            return
        try:
            run.add_text(text, self.tr("Pasted text") + ".txt", self.tr("Importing"))
        except ReaderError as error:
            self._window.messages.error(error)
        else:
            self._show_import(run)

    def _import_run(self) -> ImportRun | None:
        """The import at hand, else a new one; None when nothing can be imported, and then it is told why."""
        session = self._window.session if self._may_import() else None
        if session is None:
            return None
        if self._run is not None and not self._run.is_closed:
            return self._run
        from reader.models.imports import ImportRun

        self._run = ImportRun(
            session, self._window.jobs, review=bool(self._window.settings.get("review_imports")), parent=self
        )
        self._run.idle.connect(self._on_import_idle, Qt.ConnectionType.QueuedConnection)
        self._run.failed.connect(self._window.failures.on_failed)
        self._run.closed.connect(self._on_import_closed)
        return self._run

    def _may_import(self) -> bool:
        """Whether there is a project that things can come into, asking for a new one if need be; else it is told."""
        if self._window.session is None and not self._window.project_files.new_project():
            return False
        session = self._window.session
        assert session is not None
        if session.project.read_only:
            self._window.messages.error(ProjectReadOnly(path=str(session.project.path)))
            return False
        return True

    def _show_import(self, run: ImportRun) -> None:
        """Bring the window of the import to the front; one without review has none."""
        if not run.review and not run.rows.count("locked", "ready"):
            return
        if self._import_window is None:
            from reader.ui.import_window import ImportWindow

            self._import_window = ImportWindow(self._window, run)
        self._import_window.show()
        self._import_window.raise_()
        self._import_window.activateWindow()

    def retranslate(self) -> None:
        """Show the window of the import anew, after the language was changed."""
        if self._import_window is not None and self._run is not None:
            from reader.ui.import_window import ImportWindow

            old, self._import_window = self._import_window, ImportWindow(self._window, self._run)
            self._import_window.take_place_of(old)

    def _on_import_idle(self) -> None:
        """Something was read or stored: show the first paper; tell how it ended when there is nothing left to do."""
        run, view = self._run, self._window.project_view_or_none
        if run is None or run.is_closed or run.is_busy:
            return
        if view is not None and run.first_stored is not None and not view.pane_row.panes:
            view.session.read_ahead(run.first_stored, partial(self._open_first, run.first_stored))
        stored = run.rows.count("stored")
        if run.review:
            if stored and not run.rows.count("ready", "waiting", "refused", "locked"):
                self._report(run)
                run.close()
            return
        self._report(run)
        if run.rows.count("locked", "ready"):
            self._show_import(run)
        else:
            run.close()

    def _open_first(self, document: Document, _reading: ReadingText) -> None:
        """Show a paper that came in, unless the user has opened one meanwhile or took it back."""
        view = self._window.project_view_or_none
        if view is not None and not view.pane_row.panes and document.uid in by_uid(view.session.project.documents()):
            view.open_document(document.uid)

    def _report(self, run: ImportRun) -> None:
        rows = run.rows.rows
        errors = [row.error for row in rows if row.error is not None]
        errors += [AlreadyInProject(name=row.name, title=row.known_as) for row in rows if row.state == "known"]
        stored = [row for row in rows if row.state == "stored"]
        warnings = [f"{row.name}: {sentence(warning)}" for row in stored for warning in row.warnings]
        self._window.messages.import_report(len(stored), errors, warnings, stopped=run.was_stopped)

    def _on_import_closed(self) -> None:
        run, self._run = self._run, None
        self._import_window = None
        if run is not None:
            run.deleteLater()

    def show_details(self, document_uid: str = "") -> None:
        """Change what is known of a paper, by default that of the active pane."""
        document = self._document(document_uid)
        if document is not None:
            from reader.ui.document_facts import DocumentFactsDialog

            DocumentFactsDialog(self._window, document).open()

    def compare_versions(self) -> None:
        """Show the version of the paper in the active pane beside the one before it."""
        view = self._window.project_view_or_none
        document = view.pane.document if view is not None and view.pane is not None else None
        if document is not None:
            from reader.ui.version_offer import VersionOffer

            VersionOffer(self._window).compare(document)

    def _document(self, uid: str) -> Document | None:
        view = self._window.project_view_or_none
        if view is not None and not uid and view.pane is not None:
            uid = view.pane.document.uid
        return view.session.project.document(uid) if view is not None and uid else None

    # -- export --------------------------------------------------------------------------------------------------------

    def export_excerpts(self, uids: object = None) -> None:
        """Open the export window: for these picked excerpts, else for what passes the filter of the list."""
        view = self._window.project_view_or_none
        if view is None:
            return
        from reader.ui.export_dialog import ExportDialog

        picked = [str(uid) for uid in uids] if isinstance(uids, list) else view.excerpts.model.picked()
        document = view.pane.document.uid if view.pane is not None and view.pane.document is not None else ""
        ExportDialog(self._window, view.session, picked, view.excerpts.filters.filter, document).open()

    def show_overview(self, paper: PaperQuestions, only_open: object = None) -> None:
        """Open the overview of a paper's questions: all, only the open ones, or (None) as the last time."""
        from reader.ui.overview_dialog import OverviewDialog

        OverviewDialog(self._window, paper, only_open=only_open if isinstance(only_open, bool) else None).open()

    def on_exported(self, _path: Path) -> None:
        """An export was written."""
        self._window.messages.inform(self.export_done_words)

    def on_error(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self._window.messages.error(error)
        elif isinstance(error, JobStopped):
            self._window.messages.inform(self.tr("Stopped. Nothing was written."))
        else:
            raise error
