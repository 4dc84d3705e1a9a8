"""The export of excerpts, papers and the project: what and how at the left, a live preview at the right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QVBoxLayout

from reader.domain.changes import ChangeSet
from reader.domain.citation import missing
from reader.domain.model import Document, by_uid
from reader.exporters.base import ExportOptions, export, gather, preview_html, render, with_filter
from reader.exporters.collecting import ExcerptFilter
from reader.exporters.formats import Export
from reader.exporters.moments import moment_of
from reader.exporters.words import counted
from reader.models.documents import interface_language
from reader.models.jobs import Job
from reader.ui.citing import facts_words
from reader.ui.controls import PrimaryButton
from reader.ui.dialog_size import keep_size
from reader.ui.export_choices import ExportChoices, format_words
from reader.ui.export_parts import WarningNotice, file_name, lay_out, preview_browser, settings_side
from reader.ui.export_preview import Sheet, sheet_of, sheet_words, show_sheet

if TYPE_CHECKING:
    from reader.models.session import Session
    from reader.ui.main_window import MainWindow

WAIT = 60  # ms before the preview follows a change
SLOW = 400  # ms after which it is said that the preview is being made
_NOT_YET = datetime.min.replace(tzinfo=UTC)  # the date of the export, until that of the last change is looked up
MARGINS = 100  # px beside a picture of a page


class ExportDialog(QDialog):
    """Choices take effect in the preview; they are remembered for the next export."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        picked: list[str],
        listed: ExcerptFilter,
        document_uid: str = "",
    ) -> None:
        """`picked`: uids of the excerpts picked in the list; `listed`: the filter of the list."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._session = window, session
        self._parts: Export | None = None
        self._gathered_for: tuple[ExcerptFilter, str] | None = None
        self._job: Job | None = None
        self.shown_format = ""  # the name of the format that the preview shows
        self._refused = False  # this cannot go out in the format that the preview shows
        self._incomplete: str | None = None  # uid of a paper of which a fact that is cited is not known
        self.setWindowTitle(self.tr("Export"))
        self.choices = ExportChoices(session, window.theme, picked, listed, document_uid)
        self.warning = WarningNotice(window.theme, self.tr("Fill in…"))
        self.preview = preview_browser(self.tr("Preview"))
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.show_preview)
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._slow.timeout.connect(self._tell_slow)
        self.choices.recall(window.settings.get("export"), window.settings.get("citation_style"))
        self._build()
        keep_size(self, window.settings, "export")
        self.choices.changed.connect(self._on_choice)
        self.warning.helped.connect(self._fill_in)
        session.changed.connect(self._on_project)
        self.finished.connect(self._on_finished)
        self.show_preview()

    def _build(self) -> None:
        settings = QVBoxLayout()
        settings.addWidget(self.choices)
        settings.addWidget(self.warning)
        settings.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.copy_button = QPushButton(self.tr("To the clipboard"))
        self.copy_button.clicked.connect(self.copy)
        self.print_button = QPushButton(self.tr("Print…"))
        self.print_button.clicked.connect(self.print)
        self.save_button = PrimaryButton(self._window.theme, self.tr("Save as…"), self)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        words = self.tr("The file stays on this computer.")
        buttons = (cancel, self.copy_button, self.print_button, self.save_button)
        lay_out(self, self._window.theme, settings_side(settings), self.preview, words, buttons)

    def options(self) -> ExportOptions:
        """The choices as the exporters take them. The date is that of the last change of the project."""
        project = self._session.project
        moment = self._parts.options.moment if self._parts is not None else moment_of(project)
        return self.choices.options(project.path.stem, moment, self._window.settings.citation_style())

    def parts(self) -> Export | None:
        """What goes out by the present choices; None until it has been gathered."""
        return self._parts

    # -- the preview ---------------------------------------------------------------------------------------------------

    def show_preview(self) -> None:
        """Gather what is asked for when that changed, then show how the export will look; both in the background."""
        self._stop()
        self._refused = False
        wanted, asked = self.choices.filter(), (self.choices.filter(), self.choices.context.currentData())
        self._slow.start()
        if self._parts is not None and self._gathered_for == asked:
            options = with_filter(self.options(), self._session.project, wanted)
            self._parts = replace(self._parts, options=options)
            self._make_sheet(self._parts)
            return
        self._parts, self._gathered_for = None, asked
        self._enable()
        options = self.choices.options(
            self._session.project.path.stem, _NOT_YET, self._window.settings.citation_style()
        )
        work = partial(_gather, self._session, wanted, options)
        self._start(self.tr("Collecting the excerpts"), work, self._on_gathered)

    def _start(self, title: str, work: Callable[[Job], Any], done: Callable[[Any], None]) -> None:
        self._job = self._window.jobs.start(title, work, done, self._on_failed, quiet=True)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_gathered(self, parts: Export) -> None:
        if self.sender() is not self._job:
            return
        self._job, self._parts = None, parts
        self.show_preview()  # what only changes the form may have been chosen anew meanwhile

    def _on_failed(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._job = None
            self._slow.stop()
            self._window.exchange.on_error(error)

    def _make_sheet(self, parts: Export) -> None:
        chosen = self.choices.chosen_format()
        self._enable()
        ground = self.palette().color(QPalette.ColorRole.AlternateBase).name()
        width = max(240, self.preview.width() - MARGINS)
        words = sheet_words(parts, chosen)

        def work(job: Job) -> tuple[str, Sheet]:
            return chosen.name, sheet_of(parts, chosen, words, ground, width, job.step)

        self._start(self.tr("Making the preview"), work, self._on_sheet)

    def _on_sheet(self, made: tuple[str, Sheet]) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        self._slow.stop()
        self.shown_format, sheet = made
        show_sheet(self.preview, sheet)
        self._refused = sheet.error is not None
        self._enable()

    def _tell_slow(self) -> None:
        self.preview.setPlainText(self.tr("The preview is being made…"))

    def _enable(self) -> None:
        parts, chosen = self._parts, self.choices.chosen_format()
        ready = parts is not None and (bool(parts.excerpts) if chosen.scope == "excerpts" else bool(parts.documents))
        self.save_button.setEnabled(ready and not self._refused)
        for button in (self.copy_button, self.print_button):
            button.setEnabled(ready and chosen.scope == "excerpts")
        self._warn()

    def _warn(self) -> None:
        """Say what is not exact, and what is not known of the papers that are cited."""
        parts, language = self._parts, interface_language()
        words: list[str] = []
        self._incomplete = None
        if parts is not None and self.choices.chosen_format().scope != "project":
            inexact = sum(not excerpt.passage.exact for excerpt in parts.excerpts)
            if inexact:
                told = self.tr("{excerpts} not exactly as in the source text. The export names them.")
                words.append(told.format(excerpts=counted(inexact, "excerpt", language)))
            lacking = {uid: facts for uid, facts in self._lacking(parts).items() if facts}
            if lacking:
                self._incomplete = next(iter(lacking))
                facts = facts_words(dict.fromkeys(fact for each in lacking.values() for fact in each))
                told = self.tr("Not known of {documents}: {facts}. The citation goes without.")
                words.append(told.format(documents=counted(len(lacking), "document", language), facts=facts))
        self.warning.set_text("\n".join(words))
        self.warning.button.setVisible(self._incomplete is not None)
        self.warning.setVisible(bool(words))

    def _lacking(self, parts: Export) -> dict[str, tuple[str, ...]]:
        cited = by_uid(excerpt.document for excerpt in parts.excerpts)
        return {uid: missing(document, parts.options.style) for uid, document in cited.items()}

    def _fill_in(self) -> None:
        """Ask for what is not known of the first such paper; it is kept with the paper."""
        if self._incomplete is not None:
            self._window.exchange.show_details(self._incomplete)

    def _on_project(self, change_set: ChangeSet) -> None:
        if change_set.touches(Document):
            self._parts = None
            self._timer.start()

    # -- what goes out -------------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the whole export on the clipboard, as rich and as plain text; made in the background."""
        parts = self._parts
        if parts is None:
            return

        def work(job: Job) -> tuple[str, str]:
            job.step(0.0)
            rich = preview_html(parts.excerpts, parts.options)
            return rich, render(parts, "markdown", job.step).decode("utf-8")

        self._window.jobs.start(self.tr("Copying"), work, self._on_copied, self._window.exchange.on_error)

    def _on_copied(self, copied: tuple[str, str]) -> None:
        data = QMimeData()
        data.setHtml(copied[0])
        data.setText(copied[1])
        QGuiApplication.clipboard().setMimeData(data)
        self._window.messages.inform(self.tr("The excerpts are on the clipboard."))

    def print(self) -> None:
        """Lay the export out on pages in the background, then ask for a printer."""
        from reader.ui.printing import print_export

        parts, window = self._parts, self._window
        if parts is None:
            return
        window.jobs.start(
            self.tr("Laying out the pages"),
            lambda job: render(parts, "pdf", job.step),
            partial(print_export, window, title=parts.options.title),
            window.exchange.on_error,
        )
        self.accept()

    def save(self) -> None:
        """Ask where, then write the file in the background."""
        chosen = self.choices.chosen_format()
        suggested = f"{self._file_name()}{chosen.extension}"
        chooser = QFileDialog(
            self, self.tr("Export"), self._folder(), f"{format_words(chosen.name)} (*{chosen.extension})"
        )
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(chosen.extension.removeprefix("."))
        chooser.selectFile(suggested)
        if chooser.exec():
            self.write(Path(chooser.selectedFiles()[0]))
        chooser.deleteLater()

    def write(self, path: Path) -> None:
        """Write the export to `path` in the background, with progress and cancel, and close."""
        name, parts, window = self.choices.chosen_format().name, self._parts, self._window
        if parts is None:
            return

        def work(job: Job) -> Path:
            export(parts, name, path, job.step)
            return path

        excerpts = counted(len(parts.excerpts), "excerpt", interface_language())
        papers = counted(len(parts.documents), "document", interface_language())
        what = papers if self.choices.chosen_format().scope == "project" else excerpts
        words = self.tr("{excerpts} saved in {name}.").format(excerpts=what, name=path.name)
        window.exchange.export_done_words = words
        window.jobs.start(self.tr("Exporting"), work, window.exchange.on_exported, window.exchange.on_error)
        window.settings.set("export_folder", str(path.parent))
        self.accept()

    # -- events --------------------------------------------------------------------------------------------------------

    def _on_choice(self) -> None:
        self._window.settings.set("export", self.choices.remembered())
        self._window.settings.set("citation_style", self.choices.style_box.currentData())
        self._window.acts.apply_citation_style()
        self._timer.start()

    def _on_finished(self) -> None:
        self._timer.stop()
        self._slow.stop()
        self._stop()

    def _file_name(self) -> str:
        chosen = self.choices.chosen_format()
        if chosen.scope == "paper":
            return file_name(self.choices.paper.currentText())
        return file_name(self._session.project.path.stem)

    def _folder(self) -> str:
        folder = self._window.settings.get("export_folder")
        if folder and Path(folder).is_dir():
            return str(folder)
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _gather(session: Session, wanted: ExcerptFilter, options: ExportOptions, job: Job) -> Export:
    """The work of the job: what passes, and the date that it goes out with. Raises JobStopped when it is cancelled."""
    options = replace(options, moment=moment_of(session.project))
    return gather(session.project, wanted, options, job.step)
