"""The size a dialog opens with: as the user left it, else as it wants, as far as the screen has room for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QDialog

from reader.config import Settings
from reader.ui.theme import scaled

MARGIN = 48  # px that stay free on a screen for the frame of the window and a bar of the desktop
OPTION = "dialog_sizes"


def open_at_size(dialog: QDialog, wanted: QSize, least: QSize) -> None:
    """Give a dialog its size and its least size, in px at normal text; on a small screen with large text, less."""
    room = _room(dialog)
    dialog.setMinimumSize(QSize(scaled(least.width()), scaled(least.height())).boundedTo(room))
    dialog.resize(QSize(scaled(wanted.width()), scaled(wanted.height())).boundedTo(room))


def keep_size(dialog: QDialog, settings: Settings, name: str) -> None:
    """Give a dialog the size that the user gave it the last time, and remember the one it gets now.

    `name` is what its size is called in the settings. To be called after `open_at_size`.
    """
    match settings.get(OPTION).get(name):
        case [int(width), int(height)]:
            dialog.resize(QSize(width, height).expandedTo(dialog.minimumSize()).boundedTo(_room(dialog)))
    dialog.installEventFilter(_SizeKeeper(dialog, settings, name))


def _room(dialog: QDialog) -> QSize:
    room = dialog.screen().availableSize()
    parent = dialog.parentWidget()
    if parent is not None:
        room = room.expandedTo(parent.window().size())
    return room - QSize(MARGIN, MARGIN)


class _SizeKeeper(QObject):
    """Writes down the size of a dialog when it goes, if it is another than it opened with."""

    def __init__(self, dialog: QDialog, settings: Settings, name: str) -> None:
        super().__init__(dialog)
        self._settings, self._name = settings, name
        self._opened = dialog.size()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and isinstance(watched, QDialog) and not watched.isMaximized():
            size = watched.size()
            if size != self._opened:
                self._opened = size
                kept = {**self._settings.get(OPTION), self._name: [size.width(), size.height()]}
                self._settings.set(OPTION, kept)
        return super().eventFilter(watched, event)
