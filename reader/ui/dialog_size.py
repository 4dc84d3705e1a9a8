"""The size a dialog opens with: as wide and high as it wants, as far as the screen has room for it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from reader.ui.theme import scaled

MARGIN = 48  # px that stay free on a screen for the frame of the window and a bar of the desktop


def open_at_size(dialog: QDialog, wanted: QSize, least: QSize) -> None:
    """Give a dialog its size and its least size, in px at normal text; on a small screen with large text, less."""
    room = dialog.screen().availableSize()
    parent = dialog.parentWidget()
    if parent is not None:
        room = room.expandedTo(parent.window().size())
    room -= QSize(MARGIN, MARGIN)
    dialog.setMinimumSize(QSize(scaled(least.width()), scaled(least.height())).boundedTo(room))
    dialog.resize(QSize(scaled(wanted.width()), scaled(wanted.height())).boundedTo(room))
