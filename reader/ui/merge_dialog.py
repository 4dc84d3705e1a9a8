"""The dialog of a merge: what would come in, item by item; then the merge itself, and what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout

from reader.domain.errors import ReaderError
from reader.models.jobs import Job, JobStopped
from reader.models.merging import Taken
from reader.ui.button_row import ButtonRow
from reader.ui.controls import BusyBar, CommandButton, ElidedLabel, Hairline, PrimaryButton, TokenLabel
from reader.ui.dialog_parts import tab_as_laid_out
from reader.ui.dialog_size import keep_size, open_at_size
from reader.ui.merge_plans import MergePlan
from reader.ui.merge_rows import MergeDetails, MergeList, MergeRows
from reader.ui.merge_words import Told, report
from reader.ui.messages import message_for
from reader.ui.row_delegate import ground_palette
from reader.ui.splitters import GripSplitter
from reader.ui.theme import scaled

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

SIZE, LEAST_SIZE, LIST_WIDTH = QSize(980, 660), QSize(640, 420), 420  # px


class MergeDialog(QDialog):
    """Shows what merging would do; nothing is changed before the user says so. Then it reports what was done.

    What comes in is a copy of the project or a file of another program: `plan` says it in words, and does it.
    """

    taken_over = Signal(object)  # Taken, when the project and all views have it

    def __init__(self, window: MainWindow, plan: MergePlan) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        assert window.session is not None
        self._window, self._session, self._plan = window, window.session, plan
        self._job: Job | None = None
        self.taken: Taken | None = None
        theme = window.theme
        self.setWindowTitle(plan.act)
        self.title = ElidedLabel(theme, plan.before, px=18, weight=600)
        self.facts = TokenLabel(theme, "", "text2", 13)
        self.facts.setWordWrap(True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.rows = MergeRows((), {}, self)
        self.list = MergeList(theme, self)
        self.details = MergeDetails(theme, self, of_file=plan.of_file)
        self.busy = BusyBar(theme, self)
        self.busy.hide()
        self.copy_button = CommandButton(theme, self.tr("Copy report"), self, icon_name="copy")
        self.undo_button = CommandButton(theme, self.tr("Take all back"), self, icon_name="undo-2")
        self.close_button = QPushButton(self.tr("Cancel") if plan.items else self.tr("Close"))
        self.merge_button = PrimaryButton(theme, plan.act, self)
        self.merge_button.setVisible(bool(plan.items))
        self._build()
        self._show_items((*plan.told, *plan.items))
        self.facts.setText(plan.facts)
        open_at_size(self, SIZE, LEAST_SIZE)
        keep_size(self, window.settings, "merge")
        self.list.setFocus()

    def _build(self) -> None:
        theme = self._window.theme
        head = QVBoxLayout()
        head.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(14))
        head.setSpacing(scaled(6))
        head.addWidget(self.title)
        head.addWidget(self.facts)
        splitter = GripSplitter(theme, Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.list)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([scaled(LIST_WIDTH), scaled(SIZE.width() - LIST_WIDTH)])
        self.list.setMinimumWidth(scaled(260))
        margins = QMargins(scaled(20), scaled(14), scaled(20), scaled(14))
        left, right = (self.copy_button, self.undo_button, self.busy), (self.close_button, self.merge_button)
        footer = ButtonRow(left, right, gap=scaled(10), margins=margins)
        self.undo_button.hide()
        for button in (self.copy_button, self.undo_button, self.close_button):
            button.setAutoDefault(False)
        self.merge_button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Hairline(theme, Qt.Orientation.Horizontal))
        layout.addWidget(splitter, 1)
        layout.addWidget(Hairline(theme, Qt.Orientation.Horizontal))
        layout.addLayout(footer)
        tab_as_laid_out(self)
        self.copy_button.clicked.connect(self.copy_report)
        self.undo_button.clicked.connect(self.undo)
        self.close_button.clicked.connect(self.close)
        self.merge_button.clicked.connect(self.merge)
        self.busy.stop_requested.connect(self._stop)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.list.setPalette(ground_palette(self._window.theme, "side", of_list=True))

    # -- what the user does --------------------------------------------------------------------------------------------

    def merge(self) -> None:
        """Take in the other copy, in the background."""
        if self._job is not None:
            return
        project, take = self._session.project, self._plan.take

        def work(job: Job) -> Taken | None:
            return take(project, job.step)

        self.merge_button.setEnabled(False)
        self.close_button.setEnabled(False)
        self.busy.start(self._plan.acting)
        self._job = self._window.jobs.start(self._plan.acting, work, self._on_taken, self._on_failed)
        self._job.progress.connect(self.busy.show_progress)

    def undo(self) -> None:
        """Take the whole merge back and close."""
        self._window.acts.undo()
        self.close()

    def copy_report(self) -> None:
        """Put all that the list says on the clipboard."""
        parts = [
            self.title.text(),
            self.facts.text(),
            self.facts.toolTip(),
            report(self.rows.items, of_file=self._plan.of_file),
        ]
        QGuiApplication.clipboard().setText("\n\n".join(part for part in parts if part))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # -- what happens --------------------------------------------------------------------------------------------------

    def _on_taken(self, taken: Taken | None) -> None:
        self._end()
        self.merge_button.hide()
        self.close_button.setText(self.tr("Close"))
        self.close_button.setDefault(True)
        if taken is None:
            self.facts.setText(self.tr("There was nothing left to merge."))
            return
        self.taken = taken
        self._session.remember(taken.change_set)
        self.undo_button.show()
        self.title.setText(self._plan.after)
        words = [self._plan.sums(taken), self.tr("It can be undone as one act.")]
        words.append(self.tr("A backup of the project as it was before is kept."))
        self.facts.setText(" ".join(words))
        self.facts.setToolTip(str(taken.backup))
        self._show_items((*self._plan.told, *taken.items))
        self.taken_over.emit(taken)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.merge_button.setEnabled(True)
        if isinstance(error, JobStopped):
            self.facts.setText(self.tr("Stopped. Nothing was changed."))
        elif isinstance(error, ReaderError):
            self.facts.setText(message_for(error))
            self.facts.set_token("err")
        else:
            raise error

    def _end(self) -> None:
        self._job = None
        self.busy.hide()
        self.close_button.setEnabled(True)

    def _show_items(self, items: tuple[Told, ...]) -> None:
        titles = {document.uid: document.title for document in self._session.project.documents()}
        titles |= {item.document_uid: item.words for item in self._plan.items if item.kind == "paper"}
        old, self.rows = self.rows, MergeRows(items, titles, self)
        self.list.show_rows(self.rows)
        old.deleteLater()
        self.list.selectionModel().currentChanged.connect(self._on_current)
        if items:
            self._on_current(self.list.currentIndex(), QModelIndex())

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if 0 <= index.row() < len(self.rows.items):
            item = self.rows.items[index.row()]
            self.details.show_item(item, self.rows.title(item))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:  # while it is being saved there is no way back, and it is short
            event.ignore()
            return
        super().closeEvent(event)
