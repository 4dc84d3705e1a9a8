"""A dialog opens at the size it wants, and never larger than there is room for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from reader.config import Settings
from reader.ui.dialog_size import MARGIN, keep_size, open_at_size
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


def opened(qtbot: QtBot, settings: Settings) -> QDialog:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    open_at_size(dialog, QSize(300, 200), QSize(200, 100))
    keep_size(dialog, settings, "import")
    dialog.show()
    return dialog


def test_a_dialog_opens_as_the_user_left_it_also_at_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    first = opened(qtbot, Settings.load(tmp_path))
    first.resize(420, 310)
    first.close()
    assert opened(qtbot, Settings.load(tmp_path)).size() == QSize(420, 310)


def test_a_size_that_nobody_changed_is_not_kept(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings.load(tmp_path)
    opened(qtbot, settings).close()
    assert settings.get("dialog_sizes") == {}


@pytest.mark.parametrize("kept", [[90_000, 90_000], [1, 1], ["wide", "high"], [300], "300"])
def test_a_kept_size_that_does_not_fit_does_no_harm(qtbot: QtBot, tmp_path: Path, kept: object) -> None:
    settings = Settings.load(tmp_path)
    settings.set("dialog_sizes", {"import": kept})
    dialog = opened(qtbot, settings)
    room = dialog.screen().availableSize()
    assert 200 <= dialog.width() < room.width()
    assert 100 <= dialog.height() < room.height()
