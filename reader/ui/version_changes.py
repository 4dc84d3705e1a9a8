"""Going from change to change in two versions side by side, and the window that only compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.ui.button_row import ButtonRow
from reader.ui.controls import ElidedLabel, Hairline, QuietToolButton, TokenLabel
from reader.ui.dialog_parts import tab_as_laid_out
from reader.ui.dialog_size import open_at_size
from reader.ui.theme import Theme, scaled
from reader.ui.version_view import VersionsView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.text.reanchoring_changes import Changed
    from reader.text.reanchoring_comparison import Comparison


class ChangeStepper(QWidget):
    """The number of the change at hand, with buttons to the one before and the next (Shift+F3, F3)."""

    def __init__(self, theme: Theme, versions: VersionsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions = versions
        self.words = TokenLabel(theme, "", "text2", 12, parent=self)
        self.previous = QuietToolButton(theme, "chevron-up", self.tr("Previous change (Shift+F3)"), self)
        self.next = QuietToolButton(theme, "chevron-down", self.tr("Next change (F3)"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(4))
        row.addWidget(self.words)
        row.addSpacing(scaled(4))
        row.addWidget(self.previous)
        row.addWidget(self.next)
        self.previous.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        for keys, act in (("F3", self.go_on), ("Shift+F3", self.go_back)):
            QShortcut(QKeySequence(keys), parent or self).activated.connect(act)
        versions.change_shown.connect(self._refresh)
        self._refresh()

    def go_on(self) -> None:
        """Bring out the next change."""
        self._versions.step_change(1)

    def go_back(self) -> None:
        """Bring out the change before."""
        self._versions.step_change(-1)

    def _refresh(self) -> None:
        count, current = len(self._versions.changes), self._versions.current
        if not count:
            self.words.setText(self.tr("The words of the two versions are the same."))
        elif current is None:
            self.words.setText(self.tr("Passages that differ: {count}").format(count=count))
        else:
            self.words.setText(self.tr("Difference {number} of {count}").format(number=current + 1, count=count))
        self.previous.setEnabled(count > 0)
        self.next.setEnabled(count > 0)


class VersionsDialog(QDialog):
    """Two versions of a paper that the project has, side by side, with what differs marked.

    `panes_wanted`: show them in the panes of the window, where one can search, mark and copy.
    """

    panes_wanted = Signal()

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Compare versions"))
        self.versions = VersionsView(theme, self)
        self.stepper = ChangeStepper(theme, self.versions, self)
        name = ElidedLabel(theme, title, px=18, weight=600)
        name.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(14))
        close = QPushButton(self.tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        self.panes_button = QPushButton(self.tr("Open both in panes"))
        self.panes_button.setAutoDefault(False)
        self.panes_button.clicked.connect(self._open_in_panes)
        margins = QMargins(scaled(20), scaled(10), scaled(20), scaled(10))
        foot = ButtonRow((self.stepper,), (self.panes_button, close), gap=scaled(10), margins=margins)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(name)
        layout.addWidget(Hairline(theme, Qt.Orientation.Horizontal))
        layout.addWidget(self.versions, 1)
        layout.addWidget(Hairline(theme, Qt.Orientation.Horizontal))
        layout.addLayout(foot)
        open_at_size(self, QSize(1200, 800), QSize(720, 480))
        tab_as_laid_out(self)

    def show_versions(
        self, comparison: Comparison, changes: Sequence[Changed], old: tuple[str, str], new: tuple[str, str]
    ) -> None:
        """Show these versions; `old` and `new` are the words above each: what it is, and a small fact."""
        self.versions.old.set_name(*old)
        self.versions.new.set_name(*new)
        self.versions.show_versions(comparison, changes)

    def _open_in_panes(self) -> None:
        self.accept()
        self.panes_wanted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.versions.current is None:  # the views have their size only now
            self.stepper.go_on()
