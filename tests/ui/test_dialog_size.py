"""A dialog opens at the size it wants, and never larger than there is room for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.dialog_size import MARGIN, open_at_size
from reader.ui.theme import scaled


def test_a_dialog_has_its_size_where_there_is_room(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    open_at_size(dialog, QSize(300, 200), QSize(200, 100))
    assert (dialog.size(), dialog.minimumSize()) == (
        QSize(scaled(300), scaled(200)),
        QSize(scaled(200), scaled(100)),
    )


def test_a_large_dialog_fits_the_screen_or_the_window_it_belongs_to(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    for size in (QSize(10, 10), QSize(room.width() + 400, room.height() + 300)):
        window.resize(size)
        dialog = QDialog(window)
        open_at_size(dialog, QSize(9000, 8000), QSize(7000, 6000))
        assert dialog.size() == room.expandedTo(size) - QSize(MARGIN, MARGIN)
        assert dialog.minimumSize() == dialog.size()
