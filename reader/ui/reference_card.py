"""A reference inside an answer: the chip that stands for it, and the card with what it means and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.questions.references import Target
from reader.ui.controls import CommandButton, ElidedLabel, QuietToolButton, TokenLabel
from reader.ui.link_preview import WIDTH, PassageText
from reader.ui.popups import PopupFrame
from reader.ui.theme import Theme, scaled


@dataclass(frozen=True, slots=True)
class PointerChip:
    """A reference in an answer as a chip: its words, what it means in a tooltip, and the id by which it is opened."""

    id: str
    text: str
    tooltip: str


@dataclass(frozen=True, slots=True)
class ShownTarget:
    """A target as the card shows it. `excerpt` is text of which `start`:`end` (code points) is the passage meant.

    `guess` says what is not certain; `is_linked`: the reference is linked to it.
    """

    target: Target
    title: str
    place: str
    excerpt: str
    start: int
    end: int
    guess: str = ""
    is_linked: bool = False


class ReferenceCard(PopupFrame):
    """Enter opens the target, L links to it, Left and Right go through several, Esc or a click elsewhere closes."""

    open_requested = Signal(object)  # Target
    link_requested = Signal(object)  # Target

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, Qt.WindowType.Popup)
        self._targets: tuple[ShownTarget, ...] = ()
        self._number = 0
        self.words = ElidedLabel(theme, token="acctext", px=12, weight=500)
        self.count = TokenLabel(theme, token="text2", px=12)
        self.previous = QuietToolButton(theme, "arrow-left", self.tr("Previous target"))
        self.next = QuietToolButton(theme, "arrow-right", self.tr("Next target"))
        self.title = ElidedLabel(theme, token="text", px=13, weight=600)
        self.place = ElidedLabel(theme, token="text2", px=12)
        self.guess = TokenLabel(theme, token="warn", px=12)
        self.passage = PassageText(theme)
        self.missing = TokenLabel(theme, token="text2", px=13)
        self.open_button = CommandButton(theme, self.tr("Open alongside"), icon_name="columns-2", keys="↵", small=True)
        self.link_button = CommandButton(theme, self.tr("Link: refers to"), icon_name="link-2", keys="L", small=True)
        self.buttons = QWidget()
        for label in (self.guess, self.missing):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.open_button.clicked.connect(self.open_target)
        self.link_button.clicked.connect(self.link_target)
        self.previous.clicked.connect(self.show_previous)
        self.next.clicked.connect(self.show_next)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(scaled(4))
        top.addWidget(self.words, 1)
        for sign in (self.previous, self.count, self.next):
            top.addWidget(sign)
        buttons = QHBoxLayout(self.buttons)
        buttons.setContentsMargins(0, scaled(4), 0, 0)
        buttons.setSpacing(scaled(8))
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.link_button)
        buttons.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(scaled(14), scaled(12), scaled(14), scaled(12))
        column.setSpacing(scaled(5))
        column.addLayout(top)
        for widget in (self.title, self.place, self.guess, self.passage, self.missing, self.buttons):
            column.addWidget(widget)
        self.setFixedWidth(scaled(WIDTH))

    def show_reference(self, words: str, targets: Sequence[ShownTarget], missing: str, at: QPoint) -> None:
        """Show what a reference means, near a global point; `missing` says why where there is no target."""
        self._targets, self._number = tuple(targets), 0
        self.words.setText(self.tr("Refers to: «{words}»").format(words=" ".join(words.split())))
        self.missing.setText(missing)
        self._show_target()
        self.put_near(QRect(at, at))
        self.show()
        first = self.open_button if targets else self
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def shown(self) -> ShownTarget | None:
        """The target that is shown."""
        return self._targets[self._number] if self._targets else None

    def show_next(self) -> None:
        self._step(1)

    def show_previous(self) -> None:
        self._step(-1)

    def open_target(self) -> None:
        """Go to the target."""
        shown = self.shown
        if shown is not None:
            self.close()
            self.open_requested.emit(shown.target)

    def link_target(self) -> None:
        """Link the reference to the target."""
        shown = self.shown
        if shown is not None and not shown.is_linked:
            self.close()
            self.link_requested.emit(shown.target)

    def _step(self, by: int) -> None:
        if len(self._targets) > 1:
            self._number = (self._number + by) % len(self._targets)
            self._show_target()

    def _show_target(self) -> None:
        shown, several = self.shown, len(self._targets) > 1
        for sign in (self.previous, self.count, self.next):
            sign.setVisible(several)
        self.count.setText(self.tr("{n} of {all}").format(n=self._number + 1, all=len(self._targets)))
        for widget in (self.title, self.place, self.passage, self.buttons):
            widget.setVisible(shown is not None)
        self.missing.setVisible(shown is None)
        self.guess.setVisible(shown is not None and bool(shown.guess))
        spoken = [self.words.text(), self.missing.text()]
        if shown is not None:
            self.title.setText(shown.title)
            self.place.setText(shown.place)
            self.guess.setText(shown.guess)
            self.passage.show_text(shown.excerpt, shown.start, shown.end)
            self.link_button.setEnabled(not shown.is_linked)
            self.link_button.setToolTip(self.tr("This reference is linked to it already") if shown.is_linked else "")
            spoken = [self.words.text(), shown.title, shown.place, shown.guess, self.passage.accessibleName()]
        self.setAccessibleName(". ".join(part for part in spoken if part))
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        self._column.activate()
        return QSize(scaled(WIDTH), self._column.totalHeightForWidth(scaled(WIDTH)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_target()
        elif key == Qt.Key.Key_L and not event.modifiers():
            self.link_target()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
