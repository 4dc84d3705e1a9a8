"""The window of an import: what was read is looked through and corrected here, then stored; at the end it reports.

It never stops the main window: reading on in a paper while others come in is usual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.importers.several_parked import text_in
from reader.models.import_rows import ImportRow
from reader.models.imports import ImportRun
from reader.models.jobs import Job
from reader.ui.button_row import ButtonRow
from reader.ui.controls import BusyBar, CommandButton, ElidedLabel, Hairline, PrimaryButton, TokenLabel
from reader.ui.dialog_parts import ScrollingBody, tab_as_laid_out
from reader.ui.dialog_size import keep_size, open_at_size
from reader.ui.document_facts import FactsForm
from reader.ui.import_list import ImportList
from reader.ui.import_words import has_text_layer, reason, report, summary, warnings_of
from reader.ui.labels import breakable
from reader.ui.splitters import GripSplitter
from reader.ui.theme import scaled
from reader.ui.version_offer import VersionOffer

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class ImportWindow(QDialog):
    """Shows one ImportRun. Closing it ends the run; what was not stored is forgotten after a question."""

    def __init__(self, window: MainWindow, run: ImportRun) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self.run = window, run
        self.is_replaced = False  # another window shows the run now
        self._key: int | None = None  # of the row in the form
        self._typed: dict[int, str] = {}  # passwords by row, till it is known whether they open the file
        self._soon = QTimer(self, singleShot=True, interval=0)  # hundreds of rows may change at once
        self._soon.timeout.connect(self.refresh)
        theme = window.theme
        self.setWindowTitle(self.tr("Import"))
        self.list = ImportList(theme, run.rows)
        self.form = FactsForm(theme, window.settings.citation_style())
        self.said = TokenLabel(theme, "", "text2", 12)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Password of this file"))
        self.password.setAccessibleName(self.tr("Password of this file"))
        self.password.returnPressed.connect(self.unlock)
        self.unlock_button = CommandButton(theme, self.tr("Open"), icon_name="lock")
        self.unlock_button.clicked.connect(self.unlock)
        self.version_button = CommandButton(theme, self.tr("As a new version…"), icon_name="columns-2")
        self.version_button.clicked.connect(self.review_version)
        self.summary = ElidedLabel(theme, "", "text", 13, 600)
        self.busy = BusyBar(theme)
        self.busy.stop_requested.connect(run.stop)
        self.everything = QCheckBox(self.tr("Choose all"))
        self.everything.setTristate(True)
        self.everything.clicked.connect(self._on_everything)
        self.directly = QCheckBox(self.tr("Without this list from now on"))
        self.directly.setToolTip(
            self.tr("Files are imported as soon as they are read. The settings bring the list back.")
        )
        self.directly.toggled.connect(self._on_directly)
        self.again_button = CommandButton(theme, self.tr("Read again"), icon_name="refresh-cw")
        self.again_button.clicked.connect(self.again)
        self.copy_button = CommandButton(theme, self.tr("Copy report"), icon_name="copy")
        self.copy_button.clicked.connect(self.copy_report)
        self.close_button = CommandButton(theme, self.tr("Close"))
        self.close_button.clicked.connect(self.close)
        self.import_button = PrimaryButton(theme, self.tr("Import"), self)
        self.import_button.setDefault(True)
        self.import_button.clicked.connect(self.store)
        self._build()
        open_at_size(self, QSize(1040, 660), QSize(680, 420))
        keep_size(self, window.settings, "import")
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.form.changed.connect(self._on_corrected)
        self.form.checked.connect(self.refresh)
        run.rows.rowsInserted.connect(self._on_rows)
        run.rows.dataChanged.connect(self._on_data)
        run.rows.counts_changed.connect(self._soon.start)
        run.job_started.connect(self._on_job)
        run.idle.connect(self._on_idle)
        run.closed.connect(self._on_closed)
        self._on_rows()
        self.refresh()
        if run.job is not None:
            self._on_job(run.job)

    def _build(self) -> None:
        theme = self._window.theme
        head = QHBoxLayout()
        head.setContentsMargins(scaled(14), scaled(10), scaled(14), scaled(10))
        head.setSpacing(scaled(12))
        self.summary.setMinimumHeight(self.everything.sizeHint().height())  # the same with the box as without
        head.addWidget(self.everything)
        head.addWidget(self.summary, 1)
        head.addWidget(self.busy)
        inner = QVBoxLayout()
        inner.setContentsMargins(scaled(18), scaled(16), scaled(18), scaled(16))
        inner.setSpacing(scaled(12))
        inner.addWidget(self.said)
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addWidget(self.password, 1)
        row.addWidget(self.unlock_button)
        inner.addLayout(row)
        inner.addWidget(self.version_button, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self.form)
        inner.addStretch(1)
        body = ScrollingBody(inner)
        facts = QWidget()
        facts.setMinimumWidth(max(scaled(280), body.minimumSizeHint().width()))
        right = QVBoxLayout(facts)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(body, 1)
        self.form.error.setContentsMargins(scaled(18), scaled(8), scaled(18), scaled(12))
        right.addWidget(self.form.error)
        split = GripSplitter(theme, Qt.Orientation.Horizontal)
        split.addWidget(self.list)
        split.addWidget(facts)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([scaled(620), scaled(420)])
        acts = (self.again_button, self.copy_button, self.close_button, self.import_button)
        margins = QMargins(scaled(14), scaled(12), scaled(14), scaled(12))
        buttons = ButtonRow((self.directly,), acts, gap=scaled(10), margins=margins)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Hairline(theme, Qt.Orientation.Horizontal))
        layout.addWidget(split, 1)
        layout.addWidget(Hairline(theme, Qt.Orientation.Horizontal))
        layout.addLayout(buttons)
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        tab_as_laid_out(self)
        self.list.setFocus()

    # -- what the user does --------------------------------------------------------------------------------------------

    def store(self) -> None:
        """Store what is ticked."""
        self.run.store(self.tr("Importing"))

    def again(self) -> None:
        """Read once more what could not be read and what was not read yet."""
        self.run.again(self.tr("Importing"))

    def unlock(self) -> None:
        """Read the chosen file with the password in the field."""
        row = self.list.current()
        words = self.password.text()
        if row is not None and row.state == "locked" and words:
            self.password.clear()
            self._typed[row.key] = words
            self.run.unlock(row.key, words, self.tr("Importing"))

    def review_version(self) -> None:
        """Look for what is marked in the paper of the project that the chosen one may be another version of."""
        row = self.list.current()
        if row is None or row.version_of is None or row.parked is None or row.document is None:
            return
        key, rows = row.key, self.run.rows

        def apart() -> None:
            rows.change(key, chosen=True)

        try:
            text = text_in(row.parked)
        except (OSError, ValueError, KeyError, TypeError):
            apart()  # storing it says what is the matter
            return
        VersionOffer(self._window).review(row.version_of, row.document, text, apart)

    def copy_report(self) -> None:
        """Put what came of each file on the clipboard."""
        QGuiApplication.clipboard().setText(report(self.run.rows.rows))

    def _on_everything(self) -> None:
        wanted = self.everything.checkState() != Qt.CheckState.Unchecked
        self.run.rows.choose_all(wanted)
        self.refresh()

    def _on_directly(self, on: bool) -> None:
        self._window.settings.set("review_imports", not on)

    # -- what is shown -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Words, ticks and buttons as the rows say."""
        rows, run = self.run.rows.rows, self.run
        self.summary.setText(summary(rows))
        ready = [row for row in rows if row.state == "ready"]
        wanted = sum(row.chosen for row in ready)
        self.everything.setVisible(len(ready) > 1)
        whole, part = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked
        self.everything.setCheckState(
            whole if wanted == len(ready) and ready else part if wanted else Qt.CheckState.Unchecked
        )
        words = self.tr("Import 1 paper") if wanted == 1 else self.tr("Import {count} papers").format(count=wanted)
        self.import_button.setText(words if wanted else self.tr("Import"))
        self.import_button.setEnabled(bool(wanted) and not run.is_busy and not self.form.problem)
        self.import_button.setVisible(bool(ready) or run.is_busy or not rows)
        self.again_button.setVisible(bool(run.rows.count("refused", "waiting")) and not run.is_busy)
        self.copy_button.setEnabled(bool(rows))
        self.directly.setVisible(run.review)

    def _on_rows(self, *_what: object) -> None:
        if not self.list.currentIndex().isValid() and self.run.rows.rowCount():
            self.list.setCurrentIndex(self.run.rows.index(0))

    def _on_current(self, _index: QModelIndex, _old: QModelIndex) -> None:
        self._show_row(self.list.current())

    def _on_data(self, first: QModelIndex, last: QModelIndex) -> None:
        for place in range(first.row(), last.row() + 1):
            self._keep_password(self.run.rows.rows[place])
        current = self.list.currentIndex().row()
        if first.row() <= current <= last.row():
            row = self.list.current()
            if row is not None and row.document != self.form.document:
                self._show_row(row)
            elif row is not None:
                self._show_state(row)

    def _keep_password(self, row: ImportRow) -> None:
        """A password that opened a file is needed again for its pages: kept as long as the project is open."""
        session = self._window.session
        if row.key in self._typed and row.parked is not None and row.parked.document is not None:
            words = self._typed.pop(row.key)
            if session is not None:
                session.passwords[row.parked.document.text_uid] = words

    def _show_row(self, row: ImportRow | None) -> None:
        self._key = row.key if row is not None else None
        self.password.clear()
        self.form.set_document(row.document if row is not None else None)
        if row is not None:
            self._show_state(row)
        self.refresh()

    def _show_state(self, row: ImportRow) -> None:
        words = [part for part in (reason(row), has_text_layer(row), *warnings_of(row)) if part]
        self.said.setText(breakable("\n".join(words)))
        self.said.set_token("err" if row.state == "refused" else "warn" if row.state == "locked" else "text2")
        self.said.setVisible(bool(words))
        for part in (self.password, self.unlock_button):
            part.setVisible(row.state == "locked")
            part.setEnabled(not self.run.is_busy)
        self.version_button.setVisible(row.state == "ready" and row.version_of is not None)
        self.form.setVisible(row.document is not None)
        self.form.setEnabled(row.state == "ready")

    def _on_corrected(self) -> None:
        document = self.form.document
        if self._key is not None and document is not None:
            self.run.correct(self._key, document)

    def _on_job(self, job: Job) -> None:
        self.busy.start(job.title)
        job.progress.connect(self.busy.show_progress)
        job.ended.connect(self.busy.hide)
        self.refresh()

    def _on_idle(self) -> None:
        row = self.list.current()
        if row is not None:
            self._show_state(row)
        self.refresh()
        if row is not None and row.state == "locked":
            self.password.setFocus()

    # -- another language ----------------------------------------------------------------------------------------------

    def take_place_of(self, old: ImportWindow) -> None:
        """Stand where `old` stood, with the same row and the same words in the password field; it goes."""
        self._typed = dict(old._typed)
        self.setGeometry(old.geometry())
        self.list.setCurrentIndex(old.list.currentIndex())
        self.password.setText(old.password.text())
        self.setVisible(old.isVisible())
        old.is_replaced = True
        old.close()

    # -- closing -------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()  # with the question that belongs to it
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self.focusWidget(), QLineEdit):
            return  # it ends what is typed, and does not import all papers
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.is_replaced:
            event.accept()
            return
        left = len([row for row in self.run.rows.rows if row.is_wanted or (row.state == "ready" and row.version_of)])
        if left and not self.run.is_closed and not self._may_forget(left):
            event.ignore()
            return
        self._soon.stop()
        self.run.close()
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.refresh()

    def _may_forget(self, count: int) -> bool:
        words = (
            self.tr("1 paper that was read is not imported yet.")
            if count == 1
            else self.tr("{count} papers that were read are not imported yet.").format(count=count)
        )
        box = QMessageBox(QMessageBox.Icon.Question, "Vindplaats", words, QMessageBox.StandardButton.NoButton, self)
        leave = box.addButton(self.tr("Leave them out"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        left = box.clickedButton() is leave
        box.deleteLater()
        return left

    def _on_closed(self) -> None:
        if not self.is_replaced:
            self.close()
