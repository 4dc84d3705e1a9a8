"""The bar under a selection: labels by digit, what it tells, where it stands, and that it takes no focus."""

# ruff: noqa: F811  (a fixture is imported, then named as a parameter)
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from reader.edit import marks, tags
from reader.models.session import Session
from reader.ui.popups import popup_corner
from reader.ui.selection_bar import SelectionBar
from reader.ui.theme import Theme
from tests.ui.panel_fixtures import MarkedProject, english, project, session, theme  # noqa: F401

LINES = QRect(100, 200, 300, 24)


@pytest.fixture
def bar(session: Session, theme: Theme, qtbot: QtBot) -> SelectionBar:
    bar = SelectionBar(session, theme)
    qtbot.addWidget(bar)
    return bar


def test_labels_stand_by_digit_and_those_given_are_checked(bar: SelectionBar, project: MarkedProject) -> None:
    bar.show_for(LINES, project.a)
    assert [button.toolTip() for button in bar.buttons] == ["Rechten  1", "Toegang  2", "Detentie  3", "Geld  4"]
    assert [button.isChecked() for button in bar.buttons] == [False, False, True, True]
    assert bar.buttons[2].accessibleName() == "Detentie, given"
    bar.hide()


def test_a_click_tells_the_label_and_the_act_checks_it(
    bar: SelectionBar,
    project: MarkedProject,
    session: Session,
    qtbot: QtBot,
) -> None:
    toggled: list[str] = []
    bar.tag_toggled.connect(toggled.append)
    bar.show_for(LINES, project.c)
    qtbot.mouseClick(bar.buttons[2], Qt.MouseButton.LeftButton)
    assert toggled == [project.detention]
    assert not bar.buttons[2].isChecked()  # nothing was done yet
    session.run(marks.give_tag(session.project, project.c, project.detention))
    assert bar.buttons[2].isChecked()
    bar.hide()


def test_a_renamed_label_is_shown_the_next_time(bar: SelectionBar, project: MarkedProject, session: Session) -> None:
    bar.show_for(LINES, None)
    bar.hide()
    session.run(tags.rename_tag(session.project, project.money, "Euro"))
    bar.show_for(LINES, None)
    assert bar.buttons[3].toolTip() == "Euro  4"
    bar.hide()


def test_note_link_and_copy(bar: SelectionBar, qtbot: QtBot) -> None:
    told: list[str] = []
    bar.note_requested.connect(lambda: told.append("note"))
    bar.link_requested.connect(lambda: told.append("link"))
    bar.copy_requested.connect(lambda: told.append("copy"))
    bar.show_for(LINES, None)
    for name in ("Note", "Link", "Copy"):
        [button] = [button for button in bar.findChildren(QAbstractButton) if button.text() == name]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == ["note", "link", "copy"]
    bar.hide()


def test_it_takes_no_focus(bar: SelectionBar) -> None:
    assert bar.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert bar.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    bar.show_for(LINES, None)
    assert all(child.focusPolicy() == Qt.FocusPolicy.NoFocus for child in bar.findChildren(QAbstractButton))
    bar.hide()


SCREEN = QRect(0, 0, 1280, 720)


@given(
    st.integers(1, 600), st.integers(1, 200),
    st.integers(-50, 1300), st.integers(0, 700), st.integers(1, 500), st.integers(10, 300),
)  # fmt: skip
def test_a_popup_is_on_the_screen_and_off_the_lines(
    width: int, height: int, x: int, y: int, line_width: int, line_height: int
) -> None:
    size, lines = QSize(width, height), QRect(x, y, line_width, min(line_height, 720 - y))
    place = QRect(popup_corner(size, lines, SCREEN), size)
    assert SCREEN.contains(place)
    room = max(lines.top(), SCREEN.bottom() - lines.bottom())
    if room >= height + 12:
        assert not place.intersects(QRect(SCREEN.left(), lines.top(), SCREEN.width(), lines.height()))
