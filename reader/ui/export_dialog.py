"""The export of excerpts, papers and the project: what and how at the left, a live preview at the right."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QTextBrowser, QVBoxLayout

from reader.domain.changes import ChangeSet
from reader.domain.citation import missing
from reader.domain.errors import ReaderError
from reader.domain.model import Document, by_uid
from reader.exporters.base import ExportOptions, export, gather, preview_html, render, with_filter
from reader.exporters.collecting import ExcerptFilter
from reader.exporters.formats import Export, Format
from reader.exporters.moments import moment_of
from reader.exporters.words import counted
from reader.models.documents import interface_language
from reader.models.jobs import Job, JobStopped
from reader.ui.citing import facts_words
from reader.ui.controls import PrimaryButton
from reader.ui.export_choices import ExportChoices, format_words
from reader.ui.export_parts import WarningNotice, file_name, lay_out, preview_browser, settings_side, table_html
from reader.ui.messages import message_for

if TYPE_CHECKING:
    from reader.models.session import Session
    from reader.ui.main_window import MainWindow

PREVIEW_MOST = 60  # excerpts shown in the preview
PREVIEW_TEXT = 200_000  # characters of a preview as text
PREVIEW_START = 80_000  # characters of a web page of which the start is shown
WAIT = 60  # ms before the preview follows a change


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
        self._gathered_for: tuple[ExcerptFilter, int] | None = None
        self._job: Job | None = None
        self.shown_format = ""  # the name of the format that the preview shows
        self._incomplete: str | None = None  # uid of a paper of which a fact that is cited is not known
        self.setWindowTitle(self.tr("Export"))
        self.choices = ExportChoices(session, window.theme, picked, listed, document_uid)
        self.warning = WarningNotice(window.theme, self.tr("Fill in…"))
        self.preview = preview_browser(self.tr("Preview"))
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.show_preview)
        self.choices.recall(window.settings.get("export"), window.settings.get("citation_style"))
        self._build()
        self.choices.changed.connect(self._on_choice)
        self.warning.helped.connect(self._fill_in)
        session.changed.connect(self._on_project)
        self.finished.connect(self._on_finished)
        self.resize(986, 742)
        self.setMinimumSize(720, 520)
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
        return self.choices.options(project.path.stem, moment_of(project), self._window.settings.citation_style())

    def parts(self) -> Export | None:
        """What goes out by the present choices; None until it has been gathered."""
        return self._parts

    # -- the preview ---------------------------------------------------------------------------------------------------

    def show_preview(self) -> None:
        """Gather what is asked for when that changed, in the background, then show how the export will look."""
        options, wanted = self.options(), self.choices.filter()
        if self._parts is not None and self._gathered_for == (wanted, options.context):
            self._parts = replace(self._parts, options=with_filter(options, self._session.project, wanted))
            self._show()
            return
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._parts, self._gathered_for = None, (wanted, options.context)
        self._enable()
        work = partial(_gather, self._session, wanted, options)
        self._job = self._window.jobs.start(
            self.tr("Collecting the excerpts"), work, self._on_gathered, self._on_not_gathered, quiet=True
        )

    def _on_gathered(self, parts: Export) -> None:
        if self.sender() is not self._job:
            return
        self._job, self._parts = None, parts
        self.show_preview()  # what only changes the form may have been chosen anew meanwhile

    def _on_not_gathered(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._job = None
            self._window.exchange.on_error(error)

    def _show(self) -> None:
        parts, chosen = self._parts, self.choices.chosen_format()
        if parts is None:
            return
        self._enable()
        bar = self.preview.verticalScrollBar()
        place = bar.value()
        is_table = chosen.preview == "table"
        wrap = QTextBrowser.LineWrapMode
        self.preview.setLineWrapMode(wrap.NoWrap if is_table else wrap.WidgetWidth)
        try:
            self._show_parts(parts, chosen)
        except ReaderError as error:
            self.preview.setPlainText(message_for(error))
        bar.setValue(place)
        self.shown_format = chosen.name

    def _show_parts(self, parts: Export, chosen: Format) -> None:
        some = replace(parts, excerpts=parts.excerpts[:PREVIEW_MOST])
        if chosen.scope == "excerpts" and not parts.excerpts:
            self.preview.setPlainText(self.tr("There is nothing to export: no excerpt passes the filter."))
        elif chosen.preview == "page":
            self.preview.setHtml(preview_html(some.excerpts, some.options))
        elif chosen.preview == "table":
            rows = csv.reader(io.StringIO(render(some, "csv").decode("utf-8-sig"), newline=""))
            self.preview.setHtml(table_html(rows, self.palette()))
        elif chosen.preview == "text":
            words = render(some, chosen.name).decode("utf-8-sig", "replace")
            self.preview.setPlainText(words[:PREVIEW_TEXT])
        elif chosen.preview == "start":
            page = render(parts, chosen.name).decode("utf-8")[:PREVIEW_START]
            self.preview.setHtml(page[: page.rfind("</p>")])
        else:
            self.preview.setPlainText(self._summary(parts))

    def _summary(self, parts: Export) -> str:
        """What a file holds that cannot be shown here."""
        language = interface_language()
        papers = "\n".join(f"    {document.title}" for document in parts.documents)
        return "\n".join(
            (
                format_words(self.choices.chosen_format().name),
                "",
                counted(len(parts.excerpts), "excerpt", language),
                counted(len(parts.documents), "document", language),
                papers,
            )
        )

    def _enable(self) -> None:
        parts, chosen = self._parts, self.choices.chosen_format()
        ready = parts is not None and (bool(parts.excerpts) if chosen.scope == "excerpts" else bool(parts.documents))
        self.save_button.setEnabled(ready)
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
        """Put the whole export on the clipboard, as rich and as plain text."""
        if self._parts is None:
            return
        data = QMimeData()
        data.setHtml(preview_html(self._parts.excerpts, self._parts.options))
        data.setText(render(self._parts, "markdown").decode("utf-8"))
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
        if self._job is not None:
            self._job.cancel()
            self._job = None

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
    """The work of the job. Raises JobStopped when it is cancelled."""
    parts = gather(session.project, wanted, options)
    if job.is_cancelled():
        raise JobStopped
    return parts
