"""The command palette: every action by typing part of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from reader.ui.theme import scaled

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


ACTION, KEYS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class _KeysAtTheRight(QStyledItemDelegate):
    """Draws the keys of an action at the right end of its row."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        room = option.rect.adjusted(0, 0, -scaled(10), 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), index.data(KEYS))


class CommandPalette(QDialog):
    """A list of the enabled actions with their keys; Enter performs the chosen one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._theme = window.theme
        self.field = QLineEdit(placeholderText=self.tr("Type a command"))
        self.field.setAccessibleName(self.tr("Command"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setItemDelegate(_KeysAtTheRight(self.list))
        self._chosen: QAction | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        for _act, action in window.actions_table.all():
            if action.isEnabled() and action.objectName() not in ("palette", "cancel"):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                name = action.text().replace("…", "")
                item = QListWidgetItem(name)
                item.setData(ACTION, action)
                item.setData(KEYS, keys)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {keys}" if keys else name)
                self.list.addItem(item)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(self._run)
        self.list.itemClicked.connect(self._run)
        self.finished.connect(self._perform)
        self.resize(520, 420)
        place = window.mapToGlobal(window.rect().center())
        self.move(place.x() - 260, window.mapToGlobal(window.rect().topLeft()).y() + 90)
        self._filter("")
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)  # else the keys would act on the text behind it

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("raised"))
        painter.setPen(self._theme.color("ctl"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                self._step(1 if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self.list.currentItem()
                if item is not None:
                    self._run(item)
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            known = f"{item.text()} {item.data(KEYS)}".casefold()
            item.setHidden(not all(word in known for word in words))
        self.list.setCurrentRow(-1)
        self._step(1)

    def _step(self, by: int) -> None:
        shown = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
        if shown:
            present = self.list.currentRow()
            at = shown.index(present) + by if present in shown else 0
            self.list.setCurrentRow(shown[max(0, min(at, len(shown) - 1))])

    def _run(self, item: QListWidgetItem) -> None:
        self._chosen = item.data(ACTION)
        self.accept()

    def _perform(self, _result: int) -> None:
        if self._chosen is not None:
            self._chosen.trigger()
