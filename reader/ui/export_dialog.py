"""The export of excerpts: what and how at the left, a live preview at the right."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.domain.excerpt import Excerpt
from reader.exporters.base import FORMATS, ExportOptions, export, preview_html, render
from reader.exporters.words import counted
from reader.models.documents import interface_language
from reader.models.jobs import Job
from reader.ui.controls import Hairline, PrimaryButton
from reader.ui.theme import reading_font, ui_font

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

PREVIEW_MOST = 60  # excerpts shown in the preview
WAIT = 60  # ms before the preview follows a change


class ExportDialog(QDialog):
    """Choices take effect in the preview; they are remembered for the next export."""

    def __init__(self, window: MainWindow, excerpts: list[Excerpt]) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._excerpts = window, excerpts
        self.setWindowTitle(self.tr("Export excerpts"))
        self.format = QComboBox()
        self.format.addItem(self.tr("Word"), "docx")
        self.format.addItem(self.tr("Web page"), "html")
        self.format.addItem("Markdown", "markdown")
        self.format.addItem(self.tr("Table (CSV)"), "csv")
        self.grouping = QComboBox()
        self.grouping.addItem(self.tr("By label"), "label")
        self.grouping.addItem(self.tr("By document"), "document")
        self.grouping.addItem(self.tr("In reading order"), "reading")
        self.style_box = QComboBox()
        self.style_box.addItem(self.tr("Leidraad voor juridische auteurs"), "leidraad")
        self.style_box.addItem(self.tr("Style of the Chamber"), "kamerstijl")
        self.language = QComboBox()
        self.language.addItem("Nederlands", "nl")
        self.language.addItem("English", "en")
        self.notes = QCheckBox(self.tr("Notes"))
        self.links = QCheckBox(self.tr("Linked passage beside each excerpt"))
        self.preview = QTextBrowser()
        self.preview.setOpenLinks(False)
        self.preview.setAccessibleName(self.tr("Preview"))
        self.preview.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.preview.setFont(reading_font(14))
        self.preview.document().setDocumentMargin(32)
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.show_preview)
        self._build()
        self._recall()
        for box in (self.format, self.grouping, self.style_box, self.language):
            box.currentIndexChanged.connect(self._on_choice)
        for check in (self.notes, self.links):
            check.toggled.connect(self._on_choice)
        self.resize(986, 742)
        self.setMinimumSize(720, 520)
        self.show_preview()

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Format"), self.format)
        form.addRow(self.tr("Order"), self.grouping)
        form.addRow(self.tr("Citation"), self.style_box)
        form.addRow(self.tr("Language"), self.language)
        count = QLabel(counted(len(self._excerpts), "excerpt", interface_language()))
        count.setFont(ui_font(13, 600))
        include = QLabel(self.tr("Include"))
        include.setFont(ui_font(13, 600))
        settings = QVBoxLayout()
        settings.setContentsMargins(20, 18, 20, 18)
        settings.setSpacing(12)
        settings.addWidget(count)
        settings.addLayout(form)
        settings.addSpacing(8)
        settings.addWidget(include)
        settings.addWidget(self.notes)
        settings.addWidget(self.links)
        settings.addStretch(1)
        left = QWidget()
        left.setLayout(settings)
        left.setFixedWidth(max(340, QFontMetrics(ui_font(13)).averageCharWidth() * 46))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(left)
        middle.addWidget(Hairline(self._window.theme, Qt.Orientation.Vertical))
        middle.addWidget(self.preview, 1)
        local = QLabel(self.tr("The file stays on this computer."))
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        copy = QPushButton(self.tr("To the clipboard"))
        copy.clicked.connect(self.copy)
        copy.setEnabled(bool(self._excerpts))
        self.save_button = PrimaryButton(self._window.theme, self.tr("Save as…"), self)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        self.save_button.setEnabled(bool(self._excerpts))
        buttons = QHBoxLayout()
        buttons.setContentsMargins(20, 14, 20, 14)
        buttons.setSpacing(10)
        buttons.addWidget(local, 1)
        for button in (cancel, copy, self.save_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addWidget(Hairline(self._window.theme, Qt.Orientation.Horizontal))
        layout.addLayout(buttons)

    def options(self) -> ExportOptions:
        """The choices as the exporters take them."""
        session = self._window.session
        return ExportOptions(
            title=session.project.path.stem if session is not None else "Vindplaats",
            grouping=self.grouping.currentData(),
            style=self.style_box.currentData(),
            language=self.language.currentData(),
            notes=self.notes.isChecked(),
            links=self.links.isChecked(),
            moment=datetime.now().astimezone(),
        )

    def show_preview(self) -> None:
        """Show how the export will look; a table as a table, the rest as text on a page."""
        if not self._excerpts:
            self.preview.setPlainText(self.tr("There is nothing to export: no excerpt passes the filter."))
            return
        name, some = self.format.currentData(), self._excerpts[:PREVIEW_MOST]
        if name in ("markdown", "csv"):
            self.preview.setPlainText(render(some, name, self.options()).decode("utf-8-sig"))
        else:
            self.preview.setHtml(preview_html(some, self.options()))

    def copy(self) -> None:
        """Put the whole export on the clipboard, as rich and as plain text."""
        data = QMimeData()
        data.setHtml(preview_html(self._excerpts, self.options()))
        data.setText(render(self._excerpts, "markdown", self.options()).decode("utf-8"))
        QGuiApplication.clipboard().setMimeData(data)
        self._window.messages.inform(self.tr("The excerpts are on the clipboard."))

    def save(self) -> None:
        """Ask where, then write the file in the background."""
        name: str = self.format.currentData()
        extension = FORMATS[name].extension
        options = self.options()
        suggested = Path(self._folder()) / f"{options.title}{extension}"
        chooser = QFileDialog(
            self, self.tr("Export excerpts"), str(suggested.parent), f"{self.format.currentText()} (*{extension})"
        )
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(extension.removeprefix("."))
        chooser.selectFile(suggested.name)
        if chooser.exec():
            self.write(Path(chooser.selectedFiles()[0]))
        chooser.deleteLater()

    def write(self, path: Path) -> None:
        """Write the export to `path` in the background and close."""
        name, options, excerpts = self.format.currentData(), self.options(), self._excerpts
        window = self._window

        def work(_job: Job) -> Path:
            export(excerpts, name, path, options)
            return path

        window.exchange.export_done_words = self.tr("{excerpts} saved in {name}.").format(
            excerpts=counted(len(excerpts), "excerpt", interface_language()), name=path.name
        )
        window.jobs.start(self.tr("Exporting"), work, window.exchange.on_exported, window.exchange.on_error)
        self._window.settings.set("export_folder", str(path.parent))
        self.accept()

    def _on_choice(self) -> None:
        remembered = {
            "format": self.format.currentData(), "grouping": self.grouping.currentData(),
            "language": self.language.currentData(), "notes": self.notes.isChecked(), "links": self.links.isChecked(),
        }  # fmt: skip
        self._window.settings.set("export", remembered)
        self._window.settings.set("citation_style", self.style_box.currentData())
        self._window.acts.apply_citation_style()
        self._timer.start()

    def _recall(self) -> None:
        chosen = self._window.settings.get("export")
        for box, key in ((self.format, "format"), (self.grouping, "grouping"), (self.language, "language")):
            box.setCurrentIndex(
                max(0, box.findData(chosen.get(key, interface_language() if key == "language" else None)))
            )
        self.style_box.setCurrentIndex(max(0, self.style_box.findData(self._window.settings.get("citation_style"))))
        self.notes.setChecked(chosen.get("notes") is not False)
        self.links.setChecked(chosen.get("links") is not False)

    def _folder(self) -> str:
        folder = self._window.settings.get("export_folder")
        if folder and Path(folder).is_dir():
            return str(folder)
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
