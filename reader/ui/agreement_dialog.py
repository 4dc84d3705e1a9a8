"""The agreement window: two coders side by side, how far they agree on each label, and where they do not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reader.domain.errors import ReaderError
from reader.exporters.base import write_whole
from reader.exporters.table import separator
from reader.models.coders import Coder, Comparison, codings_table, compare
from reader.models.documents import interface_language
from reader.models.jobs import Job, JobStopped
from reader.ui.agreement_rows import SWATCH, AgreementTable, DifferingDelegate, DifferingRows
from reader.ui.controls import CommandButton, Hairline, TokenLabel
from reader.ui.dialog_parts import allow_little_room, tab_as_laid_out
from reader.ui.dialog_size import keep_size, open_at_size
from reader.ui.messages import message_for
from reader.ui.row_delegate import ground_palette, line_height
from reader.ui.splitters import GripSplitter
from reader.ui.theme import scaled, ui_font

if TYPE_CHECKING:
    from reader.domain.model import Tag
    from reader.ui.main_window import MainWindow


class AgreementDialog(QDialog):
    """Does not stop the window: a passage that is chosen here is shown there. `copy_wanted`: compare with a copy."""

    copy_wanted = Signal()

    def __init__(self, window: MainWindow, coders: list[Coder], tags: list[Tag], copy_name: str = "") -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        assert window.session is not None
        self._window, self._session = window, window.session
        self._coders, self._tags, self._copy_name = coders, tags, copy_name
        self._job: Job | None = None
        self.comparison: Comparison | None = None
        theme = window.theme
        self.setWindowTitle(self.tr("Agreement"))
        self.first, self.second = QComboBox(), QComboBox()
        self.first.setAccessibleName(self.tr("First coder"))
        self.second.setAccessibleName(self.tr("Second coder"))
        self.facts = TokenLabel(theme, "", "text2", 12)
        self.facts.setWordWrap(True)
        self.table_model = AgreementTable(theme, self)
        self.table = QTableView()
        self.rows = DifferingRows(self)
        self.list = QListView()
        self.copy_button = CommandButton(theme, self.tr("Beside a copy…"), self, icon_name="folder-open")
        self.save_button = CommandButton(theme, self.tr("Save both codings…"), self, icon_name="file-output")
        self.close_button = QPushButton(self.tr("Close"))
        self._build()
        self._fill_boxes()
        open_at_size(self, QSize(860, 680), QSize(620, 440))
        keep_size(self, window.settings, "agreement")
        self.table.setFocus()
        self.compare()

    def _build(self) -> None:
        theme = self._window.theme
        top = QHBoxLayout()
        top.setContentsMargins(scaled(20), scaled(14), scaled(20), scaled(6))
        top.setSpacing(scaled(10))
        between = QLabel(self.tr("and"))
        between.setFont(ui_font(13))
        for part in (self.first, between, self.second):
            top.addWidget(part, 0 if part is between else 1)
        top.addWidget(self.copy_button)
        facts = QHBoxLayout()
        facts.setContentsMargins(scaled(20), 0, scaled(20), scaled(12))
        facts.addWidget(self.facts)
        self._dress_table()
        self._dress_list()
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        heading = TokenLabel(theme, self.tr("Where they differ"), "text", 13, 600)
        heading.setContentsMargins(scaled(20), scaled(10), scaled(20), scaled(8))
        column.addWidget(heading)
        column.addWidget(Hairline(theme))
        column.addWidget(self.list, 1)
        splitter = GripSplitter(theme, Qt.Orientation.Vertical, self)
        self._upper = QWidget()
        self._upper.setAutoFillBackground(True)
        beside = QVBoxLayout(self._upper)
        beside.setContentsMargins(scaled(12), 0, scaled(12), 0)
        beside.addWidget(self.table)
        splitter.addWidget(self._upper)
        splitter.addWidget(lower)
        splitter.setSizes([scaled(280), scaled(320)])
        footer = QHBoxLayout()
        footer.setContentsMargins(scaled(20), scaled(14), scaled(20), scaled(14))
        footer.setSpacing(scaled(10))
        footer.addWidget(self.save_button)
        footer.addStretch(1)
        footer.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(facts)
        layout.addWidget(Hairline(theme))
        layout.addWidget(splitter, 1)
        layout.addWidget(Hairline(theme))
        layout.addLayout(footer)
        tab_as_laid_out(self)
        for button in (self.copy_button, self.save_button, self.close_button):
            button.setAutoDefault(False)
        self.copy_button.clicked.connect(self.copy_wanted)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.close)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        theme = self._window.theme
        self._upper.setPalette(ground_palette(theme, "page"))
        self.list.setPalette(ground_palette(theme, "side", of_list=True))

    def _dress_table(self) -> None:
        self.table.setModel(self.table_model)
        self.table.setAccessibleName(self.tr("Agreement per label"))
        self.table.setFrameShape(QTableView.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setIconSize(QSize(scaled(SWATCH.width()), scaled(SWATCH.height())))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(line_height(13) + scaled(12))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    def _dress_list(self) -> None:
        self.list.setModel(self.rows)
        self.list.setItemDelegate(DifferingDelegate(self._window.theme, self.list, self.rows))
        self.list.setAccessibleName(self.tr("Where they differ"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self.go_to)
        self.list.activated.connect(self.go_to)  # by Enter

    def _fill_boxes(self) -> None:
        for box in (self.first, self.second):
            for number, coder in enumerate(self._coders):
                name = self.name_of(coder)
                box.addItem(name, number)
                box.setItemData(number, name, Qt.ItemDataRole.ToolTipRole)
        self.second.setCurrentIndex(min(1, len(self._coders) - 1))
        for box in (self.first, self.second):
            allow_little_room(box, 4)
            box.activated.connect(self.compare)

    def name_of(self, coder: Coder) -> str:
        """What a coder is called here."""
        if coder.author is None:
            return self._copy_name if coder.is_copy else self.tr("This project")
        name = coder.author or self.tr("No name")
        return self.tr("{name}, in {copy}").format(name=name, copy=self._copy_name) if coder.is_copy else name

    # -- what the user does --------------------------------------------------------------------------------------------

    def compare(self) -> None:
        """Compare the two that are chosen, in the background."""
        if self._job is not None:
            self._job.cancel()
        first, second = (self._coders[box.currentIndex()] for box in (self.first, self.second))
        project, tags = self._session.project, self._tags
        self.save_button.setEnabled(False)

        def work(job: Job) -> Comparison:
            return compare(project, tags, first, second, job.step)

        self._job = self._window.jobs.start(self.tr("Comparing"), work, self._show, self._on_failed)

    def save(self) -> None:
        """Ask where, then write both codings as a table."""
        folder = self._window.settings.get("export_folder") or str(self._session.project.path.parent)
        suggested = str(Path(folder) / (self.tr("Codings") + ".csv"))
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save both codings"), suggested, self.tr("Table (CSV)") + " (*.csv)"
        )
        if name:
            self.write(Path(name))

    def write(self, path: Path) -> None:
        """Write both codings to `path`: a row for each paragraph and label."""
        if self.comparison is None:
            return
        columns = [self.tr("Paper"), self.tr("Paragraph"), self.tr("Label"), *self._names()]
        try:
            write_whole(path, codings_table(self.comparison, columns, separator(interface_language())))
        except ReaderError as error:
            self.facts.set_token("err")
            self.facts.setText(message_for(error))
        else:
            self._window.messages.inform(self.tr("Both codings are saved in {name}.").format(name=path.name))

    def go_to(self, index: QModelIndex) -> None:
        """Show the passage of a row in the window."""
        view = self._window.project_view_or_none
        if view is not None and 0 <= index.row() < len(self.rows.rows):
            given = self.rows.rows[index.row()].given
            if any(one.uid == given.highlight_uid for one in self._session.project.highlights(given.document_uid)):
                view.go_to_highlight(given.highlight_uid)
            else:  # it is in the copy only
                view.go_to(given.document_uid, given.span)

    # -- what is shown -------------------------------------------------------------------------------------------------

    def _names(self) -> tuple[str, str]:
        return self.first.currentText(), self.second.currentText()

    def _show(self, comparison: Comparison) -> None:
        self._job = None
        self.comparison = comparison
        self.table_model.show_rows(comparison.rows, self._names())
        self.rows.show_rows(comparison.differing, self._names())
        self.save_button.setEnabled(bool(comparison.rows))
        self.facts.set_token("text2")
        if len(self._coders) == 1:
            self.facts.setText(
                self.tr("All labels here are by one person. A copy by someone else can be compared too.")
            )
            return
        if not comparison.papers:
            self.facts.setText(self.tr("There is no paper in which both gave labels."))
            return
        words = self.tr(
            "Papers in which both gave labels: {papers}; paragraphs: {paragraphs}; differences: {differing}."
        )
        self.facts.setText(
            words.format(
                papers=len(comparison.papers), paragraphs=len(comparison.units), differing=len(comparison.differing)
            )
        )

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, JobStopped):
            return
        self._job = None
        if not isinstance(error, ReaderError):
            raise error
        self.facts.set_token("err")
        self.facts.setText(message_for(error))

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job.drop()
        super().done(result)
