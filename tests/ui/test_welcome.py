"""The welcome page asks for what its buttons say, takes dropped files, and shows what was opened before."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.theme import Theme
from reader.ui.welcome import WelcomePage
from reader.ui.welcome_parts import DropArea, RecentRow, day_words, place_words


@pytest.fixture
def page(qtbot: QtBot) -> WelcomePage:
    made = WelcomePage(Theme("light"), [])
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("import_button", "import_requested"),
        ("open_button", "open_requested"),
        ("sample_button", "sample_requested"),
        ("help_button", "help_requested"),
        ("settings_button", "settings_requested"),
    ],
)
def test_each_button_asks_for_what_it_says(qtbot: QtBot, page: WelcomePage, button: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.mouseClick(getattr(page, button), Qt.MouseButton.LeftButton)


def test_the_page_is_worked_with_the_keyboard(qtbot: QtBot, page: WelcomePage) -> None:
    for button in (page.import_button, page.open_button, page.sample_button):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    with qtbot.waitSignal(page.import_requested):
        qtbot.keyClick(page.import_button, Qt.Key.Key_Space)


def test_every_button_has_a_name(page: WelcomePage) -> None:
    for button in page.findChildren(QAbstractButton):
        assert button.accessibleName() or button.text()


def test_dropped_files_are_handed_on(qtbot: QtBot, page: WelcomePage, tmp_path: Path) -> None:
    area = page.findChild(DropArea)
    assert area is not None
    data = QMimeData()
    data.setUrls(
        [QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.txt", "b c.txt")] + [QUrl("https://example.org/x")]
    )
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(area.rect().center(), action, data, button, keys)
    area.dragEnterEvent(entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(page.files_dropped) as dropped:
        area.dropEvent(QDropEvent(QPointF(area.rect().center()), action, data, button, keys))
    assert dropped.args == [[tmp_path / "a.txt", tmp_path / "b c.txt"]]


def test_a_dropped_link_is_not_taken(page: WelcomePage) -> None:
    area = page.findChild(DropArea)
    assert area is not None
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/x")])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(area.rect().center(), action, data, button, keys)
    entering.ignore()
    area.dragEnterEvent(entering)
    assert not entering.isAccepted()


def test_recent_projects_are_listed_and_opened(qtbot: QtBot, page: WelcomePage, tmp_path: Path) -> None:
    assert not page.findChildren(RecentRow)
    assert not page.steps[0].done
    paths = [str(tmp_path / f"{name}.vindplaats") for name in ("first", "second")]
    page.set_recent(paths)
    rows = [row for row in page.findChildren(RecentRow) if row.isVisible()]
    assert [row.text() for row in rows] == ["first", "second"]
    assert page.steps[0].done
    with qtbot.waitSignal(page.recent_chosen) as chosen:
        qtbot.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [paths[1]]


def test_the_columns_go_below_each_other_where_it_is_narrow(page: WelcomePage) -> None:
    def places() -> tuple[QWidget, QWidget]:
        return page.import_button, page.help_button

    left, right = places()
    assert right.mapTo(page, right.rect().topLeft()).x() > left.mapTo(page, left.rect().topRight()).x()
    page.resize(640, 600)
    QApplication.processEvents()
    assert (
        right.mapTo(page.widget(), right.rect().topLeft()).y() > left.mapTo(page.widget(), left.rect().bottomLeft()).y()
    )
    assert page.widget().width() <= page.viewport().width()


def test_the_page_is_painted_in_every_theme(qtbot: QtBot, tmp_path: Path) -> None:
    theme = Theme("light")
    page = WelcomePage(theme, [str(tmp_path / "x.vindplaats")])
    qtbot.addWidget(page)
    page.resize(900, 600)
    for name in ("light", "dark", "sepia"):
        theme.choose(name)
        assert page.grab().toImage().pixelColor(3, 3) == theme.color("page")


def test_the_steps_can_be_hidden(qtbot: QtBot, page: WelcomePage) -> None:
    cross = next(button for button in page.findChildren(QAbstractButton) if button.toolTip() == "Hide the first steps")
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert not page.steps[0].isVisible()


def test_a_place_is_told_from_the_users_folder_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert place_words(tmp_path / "Documents" / "Thesis" / "x.vindplaats") == "Documents › Thesis › x.vindplaats"
    assert place_words(Path("/media/stick/x.vindplaats")) == "media › stick › x.vindplaats"


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today 14:02"), (1, "yesterday"), (20, "12 November"), (400, "28 October 2021")]
)
def test_a_day_is_told_as_people_say_it(qtbot: QtBot, tmp_path: Path, days: int, words: str) -> None:
    path = tmp_path / "x.vindplaats"
    path.touch()
    written = datetime(2022, 12, 2, 14, 2).astimezone() - timedelta(days=days)  # the local clock
    os.utime(path, (written.timestamp(),) * 2)
    assert day_words(path, date(2022, 12, 2)) == words


def test_the_day_of_a_file_that_is_gone_is_empty(tmp_path: Path) -> None:
    assert day_words(tmp_path / "gone.vindplaats", date(2022, 12, 2)) == ""
