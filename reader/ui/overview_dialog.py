"""The answer overview of a paper: what and how at the left, the overview itself at the right, to read or export."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
)

from reader.exporters.questions_base import (
    FORMATS,
    OverviewOptions,
    OverviewPassages,
    OverviewText,
    collect_overview,
    compose,
    export_overview,
    first_lines,
    preview_html,
    render,
)
from reader.exporters.words import counted
from reader.models.documents import interface_language
from reader.models.jobs import Job
from reader.ui.citing import fill_styles
from reader.ui.controls import PrimaryButton
from reader.ui.dialog_size import keep_size
from reader.ui.export_parts import WarningNotice, choice_box, file_name, lay_out, preview_browser, settings_side
from reader.ui.theme import UI_FAMILIES, ui_font
from reader.ui.theme_tokens import token_colours

if TYPE_CHECKING:
    from reader.models.questions import PaperQuestions
    from reader.ui.main_window import MainWindow

FIRST_LINES = 100  # questions shown at once; more come when the reader nears the end
WAIT = 60  # ms before the overview follows a change


class OverviewDialog(QDialog):
    """Choices take effect in the overview at once; they are remembered for the next time."""

    def __init__(self, window: MainWindow, paper: PaperQuestions, *, only_open: bool | None = None) -> None:
        """`only_open`: begin with the open questions or with all; None: as chosen the last time."""
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._paper = window, paper
        self._passages: OverviewPassages | None = None
        self._most, self._shows_all = FIRST_LINES, True
        self.setWindowTitle(self.tr("Answer overview"))
        self.contents = choice_box(("whole", self.tr("All questions")), ("open", self.tr("Open questions only")))
        self.format = choice_box(
            ("docx", self.tr("Word")), ("html", self.tr("Web page")), ("markdown", "Markdown"),
            ("csv", self.tr("Table (CSV)")),
        )  # fmt: skip
        self.style_box = choice_box()
        fill_styles(self.style_box)
        self.language = choice_box(("nl", "Nederlands"), ("en", "English"))
        self.notes = QCheckBox(self.tr("Notes"))
        self.warning = WarningNotice(window.theme)
        self.preview = preview_browser(self.tr("Answer overview"))
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.show_overview)
        self._build()
        keep_size(self, window.settings, "overview")
        self._recall(only_open)
        for box in self._boxes():
            box.currentIndexChanged.connect(self._on_choice)
        self.notes.toggled.connect(self._on_choice)
        self.preview.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        window.theme.changed.connect(self.show_overview)
        paper.changed.connect(self._on_questions)
        paper.want_board()
        self._on_questions()

    def _build(self) -> None:
        form = QFormLayout()
        form.setSpacing(12)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Contents"), self.contents)
        form.addRow(self.tr("Format"), self.format)
        form.addRow(self.tr("Citation"), self.style_box)
        form.addRow(self.tr("Language"), self.language)
        paper = QLabel(self._paper.asking.title)
        paper.setTextFormat(Qt.TextFormat.PlainText)
        paper.setFont(ui_font(13, 600))
        paper.setWordWrap(True)
        include = QLabel(self.tr("Include"))
        include.setFont(ui_font(13, 600))
        settings = QVBoxLayout()
        settings.addWidget(paper)
        settings.addLayout(form)
        settings.addSpacing(8)
        settings.addWidget(include)
        settings.addWidget(self.notes)
        settings.addSpacing(8)
        settings.addWidget(self.warning)
        settings.addStretch(1)
        cancel = QPushButton(self.tr("Close"))
        cancel.clicked.connect(self.reject)
        self.copy_button = QPushButton(self.tr("To the clipboard"))
        self.copy_button.clicked.connect(self.copy)
        self.save_button = PrimaryButton(self._window.theme, self.tr("Export…"), self)
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.save)
        words = self.tr("The file stays on this computer.")
        buttons = (cancel, self.copy_button, self.save_button)
        lay_out(self, self._window.theme, settings_side(settings), self.preview, words, buttons, width=1120)

    def text(self) -> OverviewText | None:
        """The overview by the present choices; None while the questions are not known yet."""
        session = self._window.session
        if self._passages is None or session is None:
            return None
        options = OverviewOptions(
            datetime.now().astimezone(),
            self._window.settings.citation_style(),
            self.language.currentData(),
            self.notes.isChecked(),
        )
        only_open = self.contents.currentData() == "open"
        return compose(self._paper.board, session.project.verdicts(), self._passages, options, only_open=only_open)

    def show_overview(self) -> None:
        """Show the overview by the present choices; a table as a table, Markdown as text, the rest as a page."""
        text = self.text()
        self._shows_all = True
        if text is None:
            self.preview.setPlainText(self.tr("Looking for questions and answers…"))
            return
        bar = self.preview.verticalScrollBar()
        place = bar.value()
        bar.blockSignals(True)  # the bar jumps to the top and back: nobody scrolled
        name = self.format.currentData()
        if name in ("markdown", "csv"):
            self.preview.setPlainText(render(text, name).decode("utf-8-sig"))
        else:
            theme = self._window.theme
            colours = {token: theme.color(token).name() for token in token_colours(theme.name)}
            shown = first_lines(text, self._most)
            self._shows_all = shown is text
            self.preview.setHtml(preview_html(shown, colours, UI_FAMILIES[0]))
        bar.setValue(place)
        bar.blockSignals(False)

    def copy(self) -> None:
        """Put the whole overview on the clipboard, as rich and as plain text."""
        text = self.text()
        if text is None:
            return
        data = QMimeData()
        data.setHtml(preview_html(text, token_colours("light")))
        data.setText(render(text, "markdown").decode("utf-8"))
        QGuiApplication.clipboard().setMimeData(data)
        self._window.messages.inform(self.tr("The overview is on the clipboard."))

    def save(self) -> None:
        """Ask where, then write the file in the background."""
        text = self.text()
        if text is None:
            return
        extension = FORMATS[self.format.currentData()].extension
        name = file_name(f"{text.title} {text.paper}")
        chooser = QFileDialog(
            self, self.tr("Export the answer overview"), self._folder(), f"{self.format.currentText()} (*{extension})"
        )
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix(extension.removeprefix("."))
        chooser.selectFile(f"{name}{extension}")
        if chooser.exec():
            self.write(Path(chooser.selectedFiles()[0]))
        chooser.deleteLater()

    def write(self, path: Path) -> None:
        """Write the overview to `path` in the background and close."""
        name, text = self.format.currentData(), self.text()
        if text is None:
            return
        window = self._window

        def work(_job: Job) -> Path:
            export_overview(text, name, path)
            return path

        window.exchange.export_done_words = self.tr("The answer overview was saved in {name}.").format(name=path.name)
        window.jobs.start(self.tr("Exporting"), work, window.exchange.on_exported, window.exchange.on_error)
        window.settings.set("export_folder", str(path.parent))
        self.accept()

    # -- what changes --------------------------------------------------------------------------------------------------

    def _on_questions(self, _rows: object = None) -> None:
        """The questions are there, or something was decided about them."""
        session, board = self._window.session, self._paper.board
        self._passages = None
        if self._paper.stage == "board" and session is not None:
            self._passages = collect_overview(session.project, board, self._paper.asking, self._paper.answering)
        unchecked = len(board.rows) - board.checked if self._passages is not None else 0
        self.warning.setVisible(unchecked > 0)
        if unchecked:
            everything = counted(len(board.rows), "question", interface_language())
            words = self.tr("Not checked yet: {number} of {questions}. They are listed without an answer.")
            self.warning.set_text(words.format(number=unchecked, questions=everything))
        for button in (self.save_button, self.copy_button):
            button.setEnabled(self._passages is not None and bool(board.rows))
        self._timer.stop()
        self.show_overview()

    def _on_choice(self) -> None:
        remembered = {
            "contents": self.contents.currentData(), "format": self.format.currentData(),
            "language": self.language.currentData(), "notes": self.notes.isChecked(),
        }  # fmt: skip
        self._window.settings.set("overview", remembered)
        self._window.settings.set("citation_style", self.style_box.currentData())
        self._window.acts.apply_citation_style()
        self._timer.start()

    def _on_scrolled(self, place: int) -> None:
        """Near the end of what is shown, show more."""
        bar = self.preview.verticalScrollBar()
        if not self._shows_all and place > bar.maximum() - 2 * bar.pageStep():
            self._most *= 2
            self.show_overview()

    def _boxes(self) -> Iterator[QComboBox]:
        yield from (self.contents, self.format, self.style_box, self.language)

    def _recall(self, only_open: bool | None) -> None:
        chosen = self._window.settings.get("overview")
        for box, key in ((self.contents, "contents"), (self.format, "format"), (self.language, "language")):
            box.setCurrentIndex(
                max(0, box.findData(chosen.get(key, interface_language() if key == "language" else None)))
            )
        if only_open is not None:
            self.contents.setCurrentIndex(self.contents.findData("open" if only_open else "whole"))
        self.style_box.setCurrentIndex(max(0, self.style_box.findData(self._window.settings.get("citation_style"))))
        self.notes.setChecked(chosen.get("notes") is not False)

    def _folder(self) -> str:
        folder = self._window.settings.get("export_folder")
        if folder and Path(folder).is_dir():
            return str(folder)
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
