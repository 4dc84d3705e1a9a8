"""Popups of a label: nine colours by nine line patterns to choose from, and its definition."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from reader.domain.model import Tag
from reader.edit.tags import describe_tag
from reader.models.session import Session
from reader.ui.controls import TokenLabel
from reader.ui.popups import PopupFrame
from reader.ui.style_parts import SMALL_RADIUS, rounded
from reader.ui.theme import Theme, draw_label_swatch, scaled

NOTE_WAIT = 600  # ms after the last key before what was typed is saved
HUES = PATTERNS = range(1, 10)


def hue_names() -> tuple[str, ...]:
    """What the hues 1 to 9 are called, in the language of the window."""
    translate = QCoreApplication.translate
    return (
        translate("ColourPopup", "purple"), translate("ColourPopup", "orange"), translate("ColourPopup", "blue"),
        translate("ColourPopup", "yellow"), translate("ColourPopup", "green"), translate("ColourPopup", "red"),
        translate("ColourPopup", "pink"), translate("ColourPopup", "olive"), translate("ColourPopup", "grey"),
    )  # fmt: skip


def pattern_names() -> tuple[str, ...]:
    """What the line patterns 1 to 9 are called, in the language of the window."""
    translate = QCoreApplication.translate
    return (
        translate("ColourPopup", "solid line"), translate("ColourPopup", "dashes"),
        translate("ColourPopup", "double line"), translate("ColourPopup", "dots"), translate("ColourPopup", "wave"),
        translate("ColourPopup", "long dashes"), translate("ColourPopup", "dash-dot"),
        translate("ColourPopup", "short dashes"), translate("ColourPopup", "blocks"),
    )  # fmt: skip


class ColourPopup(PopupFrame):
    """Colours across, line patterns down. Arrow keys move, Enter or a click chooses. Deletes itself when it closes."""

    chosen = Signal(str, int, int)  # uid, hue, pattern

    def __init__(self, tag: Tag, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tag_uid = tag.uid
        self.setAccessibleName(self.tr("Colour and line of “{name}”").format(name=tag.name))
        hues, patterns = hue_names(), pattern_names()
        grid = QGridLayout()
        grid.setSpacing(0)
        self._cells: dict[tuple[int, int], _Cell] = {}
        for pattern in PATTERNS:
            for hue in HUES:
                cell = _Cell(hue, pattern, f"{hues[hue - 1]}, {patterns[pattern - 1]}", theme, self)
                cell.setChecked((hue, pattern) == (tag.hue, tag.pattern))
                cell.clicked.connect(self._on_clicked)
                grid.addWidget(cell, pattern - 1, hue - 1)
                self._cells[hue, pattern] = cell
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(10), scaled(8), scaled(10), scaled(10))
        column.setSpacing(scaled(6))
        column.addWidget(TokenLabel(theme, self.tr("Colour and line"), "text2", 12))
        column.addLayout(grid)
        self._first = self._cells[tag.hue, tag.pattern]

    def show_near(self, lines: QRect) -> None:
        """Open below a row (global px), the label's own colour and line focused."""
        self.put_near(lines)
        self.show()
        self._first.setFocus(Qt.FocusReason.PopupFocusReason)

    def cell(self, hue: int, pattern: int) -> QAbstractButton:
        """The button of a colour and line pattern, each 1-9."""
        return self._cells[hue, pattern]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        focused = self.focusWidget()
        if event.key() in steps and isinstance(focused, _Cell):
            across, down = steps[Qt.Key(event.key())]
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                across = -across
            hue, pattern = (focused.hue - 1 + across) % 9 + 1, (focused.pattern - 1 + down) % 9 + 1
            self._cells[hue, pattern].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, _Cell):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()

    def _on_clicked(self) -> None:
        cell = self.sender()
        if isinstance(cell, _Cell):
            self.close()
            self.chosen.emit(self._tag_uid, cell.hue, cell.pattern)


class _Cell(QAbstractButton):
    """One colour with one line pattern."""

    def __init__(self, hue: int, pattern: int, name: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.hue, self.pattern, self._theme = hue, pattern, theme
        self.setCheckable(True)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(scaled(32), scaled(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore() if event.key() != Qt.Key.Key_Space else super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, rect = QPainter(self), QRectF(self.rect())
        swatch = QRectF(0, 0, scaled(20), scaled(16))
        swatch.moveCenter(rect.center())
        if self.hasFocus():
            rounded(painter, rect.adjusted(1, 1, -1, -1), SMALL_RADIUS, None, self._theme.color("accent"), 2)
        elif self.underMouse():
            rounded(painter, rect.adjusted(1, 1, -1, -1), SMALL_RADIUS, self._theme.color("hover"))
        draw_label_swatch(painter, swatch.toRect().toRectF(), self.hue, self.pattern, self._theme)
        if self.isChecked():
            frame = swatch.adjusted(-2, -2, 2, 2)
            rounded(painter, frame, SMALL_RADIUS, None, self._theme.color("text"), 1.5)


class DefinitionPopup(PopupFrame):
    """The definition of a label, when it is given and when not. Saved while typing. Deletes itself when it closes."""

    def __init__(self, tag: Tag, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._uid = session, tag.uid
        title = self.tr("Definition of “{name}”").format(name=tag.name)
        self.setAccessibleName(title)
        self.field = QPlainTextEdit(tag.description)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(title)
        self.field.setPlaceholderText(self.tr("When is this label given, and when not?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(10), scaled(8), scaled(10), scaled(10))
        column.setSpacing(scaled(6))
        column.addWidget(TokenLabel(theme, title, "text2", 12))
        column.addWidget(self.field)
        self.setFixedSize(scaled(320), scaled(170))
        self._timer = QTimer(self, singleShot=True, interval=NOTE_WAIT)
        self._timer.timeout.connect(self.save)
        self.field.textChanged.connect(self._timer.start)

    def show_near(self, lines: QRect) -> None:
        """Open below a row (global px) with the cursor behind the text."""
        self.put_near(lines)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def save(self) -> None:
        """Save what is typed, now."""
        self._timer.stop()
        text = self.field.toPlainText()
        if text != self._session.project.tag(self._uid).description:
            self._session.attempt(lambda: describe_tag(self._session.project, self._uid, text))

    def hideEvent(self, event: QHideEvent) -> None:
        self.save()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
