"""The strip under the head of a pane that says which version of a paper it shows, and steps through what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.domain.dates import date_words
from reader.models.documents import interface_language
from reader.ui.controls import CommandButton, ElidedLabel, QuietToolButton, TokenLabel
from reader.ui.theme import Theme, scaled

if TYPE_CHECKING:
    from reader.edit.lookup import Lookup


def version_facts(lookup: Lookup, document_uid: str, text_uid: str) -> str:
    """ "Version 1 of 2, 12 March 2018", the day of its import; nothing for a paper with one version."""
    uids = lookup.texts_of(document_uid)
    if len(uids) < 2 or text_uid not in uids:
        return ""
    words = QCoreApplication.translate("versions", "Version {number} of {count}").format(
        number=uids.index(text_uid) + 1, count=len(uids)
    )
    day = date_words(lookup.text(text_uid).created_at[:10], interface_language())
    return ", ".join(part for part in (words, day) if part)


def refusal() -> str:
    """Why nothing new can be marked in an old version."""
    return QCoreApplication.translate(
        "versions", "This is an old version: it can be read, but nothing new can be marked in it."
    )


class VersionStrip(QWidget):
    """Shown for an old version, and for any version that stands beside another one of the same paper.

    `step_requested` carries 1 or -1.
    """

    present_requested = Signal()
    step_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words, self._is_old = "", False
        self._differences: int | None = None
        self.words = ElidedLabel(theme, px=12, token="text", weight=600, parent=self)
        self.differences = TokenLabel(theme, "", "text2", 12, parent=self)
        self.previous = QuietToolButton(theme, "chevron-up", self.tr("Previous difference"), self)
        self.next = QuietToolButton(theme, "chevron-down", self.tr("Next difference"), self)
        self.present_button = CommandButton(theme, self.tr("Present version"), self)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(scaled(13), scaled(4), scaled(8), scaled(5))
        row.setSpacing(scaled(8))
        row.addWidget(self.words)
        row.addWidget(self.differences)
        row.addStretch(1)
        steps = QHBoxLayout()
        steps.setSpacing(0)
        steps.addWidget(self.previous)
        steps.addWidget(self.next)
        row.addLayout(steps)
        row.addWidget(self.present_button)
        self.present_button.clicked.connect(self.present_requested)
        self.previous.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        theme.changed.connect(self.update)
        self.hide()

    def show_version(self, words: str, *, is_old: bool) -> None:
        """`words`: what `version_facts` gives; an old version offers the present one."""
        self._words, self._is_old = words, is_old
        self._refresh()

    def show_differences(self, count: int | None) -> None:
        """How many passages differ from the version in the pane beside this one; None when there is none."""
        self._differences = count
        self._refresh()

    def _refresh(self) -> None:
        count = self._differences
        self.words.setText(self._words)
        margins = self._row.contentsMargins()  # as high with the button as without, so that texts stand level
        self.setMinimumHeight(self.present_button.sizeHint().height() + margins.top() + margins.bottom())
        if count is not None:
            words = self.tr("1 difference") if count == 1 else self.tr("{count} differences").format(count=count)
            self.differences.setText(words if count else self.tr("no differences"))
        for button in (self.previous, self.next):
            button.setVisible(bool(count))
        self.present_button.setVisible(self._is_old)
        self.setVisible(bool(self._words) and (self._is_old or count is not None))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the number of differences to the tooltips where there is no room for it."""
        words = self.differences.text() if self._differences is not None else ""
        for button, name in (
            (self.previous, self.tr("Previous difference")),
            (self.next, self.tr("Next difference")),
        ):
            button.set_name(f"{name} ({words})" if words else name)
        others: list[QWidget] = [self.words, self.differences]
        others += [one for one in (self.previous, self.next, self.present_button) if one.isVisibleTo(self)]
        margins = self._row.contentsMargins()
        wanted = sum(one.sizeHint().width() for one in others) + len(others) * self._row.spacing()
        self.differences.setVisible(bool(words) and wanted + margins.left() + margins.right() <= self.width())

    def _go_back(self) -> None:
        self.step_requested.emit(-1)

    def _go_on(self) -> None:
        self.step_requested.emit(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("warnsoft" if self._is_old else "side"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))
