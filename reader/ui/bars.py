"""Bars that tell: an inline bar for an error, a warning or an undo offer, and the bar of work in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QWidget

from reader.ui.buttons import CommandButton, QuietToolButton
from reader.ui.labels import ElidedLabel, TokenLabel
from reader.ui.resources import pixmap
from reader.ui.style_parts import RADIUS, rounded
from reader.ui.theme import Theme, scaled

UNDO_TIME = 8000  # ms that an offer to undo stays
BUSY_WAIT = 300  # ms before work is worth a bar

# kind: ground, edge, colour of the icon, icon
_KINDS = {
    "error": ("errsoft", "err", "err", "circle-alert"),
    "warning": ("warnsoft", "warn", "warn", "triangle-alert"),
    "done": ("oksoft", "ok", "ok", "circle-check"),
    "hint": ("accsoft", "accent", "accent", "info"),
    "undo": ("raised", "ctl", "text2", "undo-2"),
}


class InlineBar(QWidget):
    """An icon, what happened and what to do, buttons, and a cross. It takes no focus and stops nothing.

    `closed` is sent when the user or the clock closed it. Kinds: "error", "warning", "done", "hint", "undo".
    """

    closed = Signal()
    left = Signal()  # it was closed while the focus was in it: the focus has to go somewhere

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._kind = theme, "hint"
        self._buttons: list[CommandButton] = []
        self._picture = QLabel(self)
        self.text = TokenLabel(theme, "", "text", 13, parent=self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.text.setSizePolicy(policy)
        self._cross = QuietToolButton(theme, "x", "", self)
        self.retranslate()
        self._cross.clicked.connect(self.close_bar)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.setSpacing(10)
        self._row.addWidget(self._picture)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self._cross)
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._time_over)
        theme.changed.connect(self._dress)
        self.hide()

    def retranslate(self) -> None:
        self._cross.set_name(self.tr("Close this message"))

    def show_message(
        self, kind: str, text: str, actions: Sequence[tuple[str, Callable[[], object]]] = (), time_ms: int = 0
    ) -> None:
        """Show a message with buttons (words, what to call); after `time_ms` it goes by itself, 0 = it stays."""
        self._kind = kind
        self.text.setText(text)
        self.text.setAccessibleName(text)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for place, (words, call) in enumerate(actions):
            button = CommandButton(self._theme, words, small=True, parent=self)
            button.clicked.connect(self.close_bar)
            button.clicked.connect(_without_argument(call))
            self._row.insertWidget(2 + place, button)
            self._buttons.append(button)
        self._dress()
        self.show()
        self._clock.stop()
        self._clock.setInterval(time_ms)
        if time_ms:
            self._clock.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    @property
    def kind(self) -> str:
        """The kind of the message shown, or shown last."""
        return self._kind

    @property
    def buttons(self) -> tuple[CommandButton, ...]:
        """The buttons of the message, without the cross."""
        return tuple(self._buttons)

    def close_bar(self) -> None:
        """Hide the bar and say so."""
        self._clock.stop()
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self.hide()
        self.closed.emit()
        if inside:
            self.left.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._clock.stop()  # who reads it keeps it

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._clock.interval() and self.isVisible():
            self._clock.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, edge, _, _ = _KINDS[self._kind]
        rounded(QPainter(self), QRectF(self.rect()), RADIUS, self._theme.color(ground), self._theme.color(edge))

    def _time_over(self) -> None:
        if any(button.hasFocus() for button in (*self._buttons, self._cross)):
            self._clock.start()
        else:
            self.close_bar()

    def _dress(self) -> None:
        _, _, token, icon_name = _KINDS[self._kind]
        self._picture.setPixmap(pixmap(self._theme, icon_name, token, scaled(16), self.devicePixelRatioF()))
        self.update()


def _without_argument(call: Callable[[], object]) -> Callable[[], None]:
    """`clicked` carries a flag that the call does not want."""

    def called() -> None:
        call()

    return called


class _Track(QWidget):
    """The bar itself, 4 px."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.fraction = 0.0
        self.setFixedHeight(4)
        self.setMinimumWidth(scaled(96))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        rounded(painter, rect, 2, self._theme.color("line"))
        rect.setWidth(rect.width() * self.fraction)
        if rect.width() >= 1:
            rounded(painter, rect, 2, self._theme.color("accent"))


class BusyBar(QWidget):
    """Work in the background: what it does, how far it is, and Stop. It shows itself 300 ms after `start`."""

    stop_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self.words = ElidedLabel(theme, token="text2", px=12, parent=self)
        self._track = _Track(theme, self)
        self.stop_button = QuietToolButton(theme, "x", "", self)
        self.retranslate()
        self.stop_button.clicked.connect(self.stop_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words)
        row.addWidget(self._track)
        row.addWidget(self.stop_button)
        self._clock = QTimer(self, singleShot=True, interval=BUSY_WAIT)
        self._clock.timeout.connect(self.show)
        self.hide()

    @property
    def fraction(self) -> float:
        """How far the work is, 0 to 1."""
        return self._track.fraction

    def retranslate(self) -> None:
        self.stop_button.set_name(self.tr("Stop"))

    def start(self, title: str) -> None:
        """Work begins; `title` says what it is."""
        self._title = title
        self.show_progress(0.0, "")
        self._clock.start()

    def show_progress(self, fraction: float, detail: str) -> None:
        """`fraction` 0 to 1; `detail` names what is at hand."""
        self._track.fraction = min(1.0, max(0.0, fraction))
        self._track.update()
        words = f"{self._title}: {detail}" if detail else self._title
        self.words.setText(words)
        self.setAccessibleName(f"{words}, {round(self._track.fraction * 100)} %")

    def setVisible(self, visible: bool) -> None:
        self._clock.stop()
        super().setVisible(visible)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), scaled(420)), hint.height())
