"""The dialog for a new version: what goes over by itself, what is to be looked at, old and new side by side."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QListView, QPushButton, QVBoxLayout, QWidget

from reader.models.session import Session
from reader.models.version_carrying import Carried
from reader.models.version_review import VersionReview
from reader.ui.button_row import ButtonRow
from reader.ui.controls import CommandButton, ElidedLabel, Hairline, KeyText, PrimaryButton, TokenLabel
from reader.ui.dialog_parts import tab_as_laid_out
from reader.ui.dialog_size import open_at_size
from reader.ui.row_delegate import ground_palette
from reader.ui.splitters import GripSplitter
from reader.ui.theme import Theme, scaled
from reader.ui.version_changes import ChangeStepper
from reader.ui.version_review_rows import ReviewDelegate, ReviewRows
from reader.ui.version_view import VersionsView

LIST_WIDTH = 300  # px
ROOM_FOR_WORDS = 480  # px of height that the dialog has where more is explained


class VersionReviewDialog(QDialog):
    """Asks whether to carry over what was marked. Accepted when the version was added, as one act.

    `apart_wanted`: the user wants the file as a paper of its own.
    """

    apart_wanted = Signal()

    def __init__(self, theme: Theme, session: Session, carried: Carried, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New version"))
        self._theme = theme
        self.review = VersionReview(session, carried, self)
        self.rows = ReviewRows(self.review, self)
        self.list = QListView(self)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Passages to look at"))
        self.list.setModel(self.rows)
        self._delegate = ReviewDelegate(theme, self.list, self.rows)
        self.list.setItemDelegate(self._delegate)
        self.versions = VersionsView(theme, self)
        self.versions.old.set_name(self.tr("Old version"), carried.document.source_name)
        self.versions.new.set_name(self.tr("New version"), carried.imported.source_name)
        self.versions.show_versions(carried.comparison, carried.changes, session.marks(carried.document))
        self.stepper = ChangeStepper(theme, self.versions, self)
        self.place_button = CommandButton(theme, self.tr("Place here"), self, icon_name="check", keys="Enter")
        self.leave_button = CommandButton(theme, self.tr("Leave with the old version"), self, keys="L")
        self.drop_button = CommandButton(theme, self.tr("Remove"), self, icon_name="trash-2", keys="Del")
        self.reopen_button = CommandButton(theme, self.tr("Take back"), self, keys="U")
        self._acts = (self.place_button, self.leave_button, self.drop_button, self.reopen_button)
        self.all_button = QPushButton(self.tr("Place all the rest as proposed"))
        self._build(carried)
        self._connect()
        open_at_size(self, QSize(1280, 800), QSize(860, 560))
        list_width = min(scaled(LIST_WIDTH), self.width() // 4)
        self._splitter.setSizes([list_width, self.width() - list_width])
        if self.review.rows:
            self.list.setCurrentIndex(self.rows.index(0))
            self.list.setFocus()
        self._refresh()

    # -- parts ---------------------------------------------------------------------------------------------------------

    def _build(self, carried: Carried) -> None:
        words = self.tr("New version of “{title}”").format(title=carried.document.title)
        title = ElidedLabel(self._theme, words, px=18, weight=600)
        self.facts = TokenLabel(self._theme, self._facts(), "text2", 13)
        self.facts.setWordWrap(True)
        title.setAccessibleDescription(self.facts.text())
        head = QVBoxLayout()
        head.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(14))
        head.setSpacing(scaled(6))
        head.addWidget(title)
        head.addWidget(self.facts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Hairline(self._theme, Qt.Orientation.Horizontal))
        splitter = self._splitter = GripSplitter(self._theme, Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.list)
        splitter.addWidget(self._right())
        splitter.setStretchFactor(1, 1)
        self.list.setMinimumWidth(scaled(160))
        self.list.setVisible(bool(self.review.rows))
        layout.addWidget(splitter, 1)
        layout.addWidget(Hairline(self._theme, Qt.Orientation.Horizontal))
        layout.addLayout(self._footer())
        tab_as_laid_out(self)

    def _right(self) -> QWidget:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.versions, 1)
        column.addWidget(Hairline(self._theme, Qt.Orientation.Horizontal))
        words = self.tr("The passage goes to what is selected at the right. Select other words there to move it.")
        self.hint = KeyText(self._theme, words, parent=right)
        inner = QVBoxLayout()
        inner.setContentsMargins(scaled(16), scaled(10), scaled(16), scaled(10))
        inner.setSpacing(scaled(10))
        inner.addWidget(self.hint)
        inner.addLayout(ButtonRow(self._acts, (self.stepper,), gap=scaled(8), margins=QMargins()))
        for part in (self.hint, *self._acts):
            part.setVisible(bool(self.review.rows))
        column.addLayout(inner)
        return right

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = event.size().height() >= scaled(ROOM_FOR_WORDS)  # else the texts need it
        self.hint.setVisible(has_room and bool(self.review.rows))
        for words in (self.facts, self.stepper.words):
            words.setVisible(has_room)
        for button in self._acts:
            button.show_keys(has_room)

    def _footer(self) -> ButtonRow:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        apart = QPushButton(self.tr("Import as a separate paper"))
        apart.clicked.connect(self._keep_apart)
        self.add_button = PrimaryButton(self._theme, self.tr("Add the new version"), self)
        self.add_button.clicked.connect(self.finish)
        self.all_button.setVisible(bool(self.review.rows))
        self.left_words = ElidedLabel(self._theme, "", "text2", 12)
        for button in (self.all_button, cancel, apart, self.add_button):
            button.setAutoDefault(False)
        margins = QMargins(scaled(20), scaled(14), scaled(20), scaled(14))
        left, right = (self.all_button, self.left_words), (cancel, apart, self.add_button)
        return ButtonRow(left, right, gap=scaled(10), margins=margins)

    def _connect(self) -> None:
        for button, act in (
            (self.place_button, self.place),
            (self.leave_button, self.leave),
            (self.drop_button, self.drop),
            (self.reopen_button, self.reopen),
            (self.all_button, self.review.place_all),
        ):
            button.clicked.connect(act)
        for keys, act in (
            ("Return", self.place),
            ("Enter", self.place),
            ("L", self.leave),
            ("Del", self.drop),
            ("U", self.reopen),
            ("Ctrl+Down", self.next_open),
            ("Ctrl+Up", self.previous_open),
            ("Ctrl+Return", self.finish),
        ):
            for part in (self.list, self.versions):  # not where Enter presses a button
                shortcut = QShortcut(QKeySequence(keys), part, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(act)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.review.changed.connect(self._refresh)
        self.versions.new.view.selection_changed.connect(self._refresh)
        self._theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.list.setPalette(ground_palette(self._theme, "side", of_list=True))

    def _facts(self) -> str:
        lost = sum(row.how == "orphan" for row in self.review.rows)
        words = [
            self.tr("Marked passages: {number}.").format(number=self.review.total),
            self.tr("Found again without doubt: {number}.").format(number=self.review.sure),
            self.tr("To look at: {number}.").format(number=len(self.review.rows) - lost),
            self.tr("Not found: {number}.").format(number=lost),
        ]
        if self.review.carried.left:
            kept = self.tr("Decisions about questions that stay with the old version: {number}.")
            words.append(kept.format(number=self.review.carried.left))
        words.append(self.tr("The old version stays in the project."))
        return " ".join(words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        number = self.current()
        if number is not None:  # the views have their size only now
            self._show(number)

    # -- acts ----------------------------------------------------------------------------------------------------------

    def current(self) -> int | None:
        """The number of the chosen row."""
        index = self.list.currentIndex()
        return index.row() if index.isValid() else None

    def place(self) -> None:
        """Put the chosen passage where the selection at the right is, and go to the next one."""
        number = self.current()
        if number is not None and self.versions.new.view.selection() is not None:
            self.review.place(number, self.versions.new.view.selection())
            self.next_open()

    def leave(self) -> None:
        """Leave the chosen passage with the old version, and go to the next one."""
        number = self.current()
        if number is not None:
            self.review.leave(number)
            self.next_open()

    def drop(self) -> None:
        """Remove the chosen passage, and go to the next one."""
        number = self.current()
        if number is not None:
            self.review.drop(number)
            self.next_open()

    def reopen(self) -> None:
        """Take back what was decided about the chosen passage."""
        number = self.current()
        if number is not None:
            self.review.reopen(number)
            self._show(number)

    def next_open(self) -> None:
        """Choose the next passage about which nothing is decided."""
        self._go(1)

    def previous_open(self) -> None:
        """Choose the last passage before this one about which nothing is decided."""
        self._go(-1)

    def finish(self) -> None:
        """Add the version and close; when that cannot be done the dialog stays."""
        if self.review.finish():
            self.accept()

    def _keep_apart(self) -> None:
        self.apart_wanted.emit()
        self.reject()

    def _go(self, step: int) -> None:
        current = self.current()
        number = self.review.next_open(current, step) if current is not None else None
        if number is not None:
            self.list.setCurrentIndex(self.rows.index(number))

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self._show(index.row())
        self._refresh()

    def _show(self, number: int) -> None:
        row = self.review.rows[number]
        self.versions.show_passage(row.highlight.span, row.shown_place or row.proposed)

    def _refresh(self, _what: object = None) -> None:
        number = self.current()
        row = self.review.rows[number] if number is not None else None
        self.place_button.setEnabled(row is not None and self.versions.new.view.selection() is not None)
        self.leave_button.setEnabled(row is not None and row.choice != "left")
        self.drop_button.setEnabled(row is not None and row.choice != "dropped")
        self.reopen_button.setEnabled(row is not None and row.choice != "open")
        self.all_button.setEnabled(any(one.choice == "open" and one.proposed is not None for one in self.review.rows))
        words = self.tr("Not decided: {number}. These keep the sign “moved, please check”.")
        self.left_words.setText(words.format(number=self.review.open) if self.review.open else "")
