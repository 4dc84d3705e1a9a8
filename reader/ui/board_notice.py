"""What stands in place of the list of questions: work that goes on, nothing to show, or what went wrong."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from reader.domain.errors import ReaderError
from reader.ui.bars import InlineBar
from reader.ui.buttons import CommandButton
from reader.ui.labels import EmptyHint, TokenLabel
from reader.ui.messages import message_for
from reader.ui.theme import Theme, scaled

Notice = Literal["", "no-paper", "working", "stopped", "none", "filtered", "failed"]


class BoardNotice(QWidget):
    """Shows one notice at a time, with what can be done about it."""

    stop_requested = Signal()
    again_requested = Signal()
    paper_requested = Signal()
    all_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: Notice = ""
        hints = {
            "no-paper": self.tr("Choose a paper to see its questions and answers."),
            "stopped": self.tr("The search for questions and answers was stopped."),
            "none": self.tr(
                "No questions and answers were recognised in this paper. To mark them by hand, select text in the "
                "paper and choose Questions → The selection is a question."
            ),
            "filtered": self.tr("No question passes these filters."),
        }
        self._hints = {notice: EmptyHint(theme, words) for notice, words in hints.items()}
        self._paper = CommandButton(theme, self.tr("Choose a paper"), small=True)
        self._again = CommandButton(theme, self.tr("Search again"), small=True)
        self._all = CommandButton(theme, self.tr("Show all questions"), small=True)
        self._buttons = {"no-paper": self._paper, "stopped": self._again, "filtered": self._all}
        self._working = QWidget()
        self.words = TokenLabel(theme, self.tr("Looking for questions and answers…"), "text", 13)
        self.stop = CommandButton(theme, self.tr("Stop"), small=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.setFixedHeight(4)
        first = QHBoxLayout()
        first.addWidget(self.words, 1)
        first.addWidget(self.stop)
        working = QVBoxLayout(self._working)
        working.setContentsMargins(0, 0, 0, 0)
        working.setSpacing(scaled(8))
        working.addLayout(first)
        working.addWidget(self.bar)
        self._error = InlineBar(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(18), scaled(16), scaled(16), scaled(16))
        column.setSpacing(scaled(8))
        for part in (*self._hints.values(), *self._buttons.values(), self._working, self._error):
            column.addWidget(part)
            part.hide()
        column.addStretch(1)
        self._paper.clicked.connect(self.paper_requested)
        self._again.clicked.connect(self.again_requested)
        self._all.clicked.connect(self.all_requested)
        self.stop.clicked.connect(self.stop_requested)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice; "" for none."""
        self.shown = notice
        for name, hint in self._hints.items():
            hint.setVisible(name == notice)
        for name, button in self._buttons.items():
            button.setVisible(name == notice)
        self._working.setVisible(notice == "working")
        if notice != "failed":
            self._error.hide()
        self.setVisible(bool(notice))

    def show_progress(self, share: float) -> None:
        """How far the work is, 0 to 1."""
        self.bar.setValue(round(1000 * share))
        percent = self.tr("{share} %").format(share=round(100 * share))
        self.bar.setAccessibleName(f"{self.words.text()} {percent}")

    def show_error(self, error: ReaderError) -> None:
        """Tell what went wrong."""
        self.show_notice("failed")
        self._error.show_message("error", message_for(error), [(self.tr("Search again"), self.again_requested.emit)])

    def focus_button(self) -> None:
        """Put the focus on what can be done."""
        for button in (*self._buttons.values(), self.stop):
            if button.isVisible():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
