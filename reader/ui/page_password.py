"""Asks in a pane for the password of a protected file, before its pages can be drawn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from reader.ui.button_row import ButtonRow
from reader.ui.controls import CommandButton, TokenLabel
from reader.ui.labels import breakable
from reader.ui.theme import Theme, scaled


class PasswordBar(QWidget):
    """A bar above the pages. `given` carries what was typed; `left`: the reader goes back to the running text."""

    given = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = TokenLabel(theme, "", "text", 13, parent=self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.field = QLineEdit(self)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText(self.tr("Password of this file"))
        self.field.setAccessibleName(self.tr("Password of this file"))
        self.show_button = CommandButton(theme, self.tr("Show the pages"), self, icon_name="lock")
        self.cancel_button = CommandButton(theme, self.tr("Cancel"), self)
        row = ButtonRow((self.field,), (self.show_button, self.cancel_button), gap=scaled(8), margins=QMargins())
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(13), scaled(9), scaled(12), scaled(10))
        column.setSpacing(scaled(8))
        column.addWidget(self.words)
        column.addLayout(row)
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self._give)
        self.show_button.clicked.connect(self._give)
        self.cancel_button.clicked.connect(self.left)
        theme.changed.connect(self.update)
        self.hide()

    def ask(self, name: str, *, is_wrong: bool = False, focus: bool = True) -> None:
        """Ask for the password of the file `name`; `is_wrong`: the one that was given does not open it."""
        words = (
            self.tr("That password does not open “{name}”. Try again.")
            if is_wrong
            else self.tr(
                "“{name}” is protected. Its password is needed to show the pages; it is not kept in the project."
            )
        )
        self.words.setText(words.format(name=breakable(name)))
        self.words.set_token("err" if is_wrong else "text")
        self.words.setAccessibleName(words.format(name=name))
        self.field.setAccessibleDescription(words.format(name=name))
        self._set_busy(False)
        self.show()
        self.field.selectAll()
        if focus or is_wrong:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if watched is self.field and is_escape and event.type() == QEvent.Type.KeyPress:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: object) -> None:
        self.field.clear()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("warnsoft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("line"))

    def _give(self) -> None:
        words = self.field.text()
        if words:
            self._set_busy(True)
            self.given.emit(words)

    def _set_busy(self, busy: bool) -> None:
        """While a password is tried no other can be given."""
        self.field.setReadOnly(busy)
        self.show_button.setEnabled(not busy)
