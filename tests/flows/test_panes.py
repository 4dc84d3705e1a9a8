"""Panes in the real window: opening, closing, moving, swapping; where there is no room they make two rows."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.models.documents import DOCUMENT_MIME
from reader.ui.document_pane import PANE_MIME, SMALLEST, DocumentPane
from tests.flows.conftest import LEFT, NONE, User


def shown(user: User) -> list[str]:
    return [pane.document.uid for pane in user.panes]


def choose_count(user: User, count: int) -> None:
    """Click on the button for this many panes in the tool bar."""
    panes = user.window.tool_bar.panes
    names = ["One pane", "Two panes", "Three panes", "Four panes"]
    user.click(user.button(panes, names[count - 1]))


def drop(target: QWidget, kind: str, data: bytes) -> bool:
    """Let something fall on a widget, as the end of a drag does. Gives whether it was let in."""
    mime = QMimeData()
    mime.setData(kind, data)
    actions, at = Qt.DropAction.MoveAction, target.rect().center()
    enter = QDragEnterEvent(at, actions, mime, LEFT, NONE)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(QPointF(at), actions, mime, LEFT, NONE))
    return enter.isAccepted()


def columns(user: User) -> list[tuple[int, int]]:
    """(row, x) of each pane, by their places on the screen."""
    row = user.window.project_view.pane_row
    places = [pane.mapTo(row, QPoint(0, 0)) for pane in user.panes]
    tops = sorted({place.y() for place in places})
    return [(tops.index(place.y()), place.x()) for place in places]


def test_one_to_four_panes_by_the_tool_bar(at_sample: User) -> None:
    user = at_sample
    for count in (3, 4, 2, 1, 4):
        choose_count(user, count)
        assert len(user.panes) == count
        assert [pane.number for pane in user.panes] == list(range(1, count + 1))
        assert user.pane in user.panes
        assert sum(pane.active for pane in user.panes) == 1
    assert len(set(shown(user))) == 4, "papers that are not open come first"


def test_the_same_paper_in_a_new_pane_at_the_same_place(at_sample: User) -> None:
    user = at_sample
    user.press("Ctrl+1")
    user.find_with_keys("de")
    user.press("F3")
    caret, position = user.text.caret(), user.text.position()
    uid = user.pane.document.uid
    user.press("Ctrl+T")
    assert shown(user).count(uid) == 2
    assert user.pane is user.panes[1]
    assert user.text.caret() == caret
    assert user.text.position()[0] == position[0]
    user.press("Ctrl+T")
    assert len(user.panes) == 4
    user.press("Ctrl+T")
    assert len(user.panes) == 4, "there are at most four"


def test_keys_go_to_panes_and_close_them(at_sample: User) -> None:
    user = at_sample
    choose_count(user, 3)
    for number in (2, 3, 1):
        user.press(f"Ctrl+{number}")
        assert user.pane.number == number
        assert user.text.hasFocus()
    kept = shown(user)[1:]
    user.press("Ctrl+W")
    assert shown(user) == kept
    user.press("Ctrl+W")
    user.press("Ctrl+W")
    assert user.panes == ()
    assert user.window.project_view.pane is None
    for keys in ("Ctrl+W", "Ctrl+F", "Alt+Down", "Escape", "F6", "Ctrl+T", "Ctrl+E", "Ctrl+Shift+D"):
        user.press(keys)
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.close()
    choose_count(user, 1)
    assert len(user.panes) == 1, "an empty row takes a paper again"


def test_the_active_pane_is_the_one_that_stays(at_sample: User) -> None:
    user = at_sample
    user.window.acts.show_panes(4)
    user.settle()
    user.press("Ctrl+2")
    kept = user.pane
    user.window.acts.show_panes(2)
    user.settle()
    assert user.pane is kept
    user.click(next(pane for pane in user.panes if pane is not kept).head.close_button)
    assert user.panes == (kept,)
    assert user.pane is kept


def test_a_pane_moves_with_its_text_and_stays_active(at_sample: User) -> None:
    user = at_sample
    choose_count(user, 3)
    user.press("Ctrl+1")
    first, second, third = shown(user)
    moved = user.pane
    user.click_action("pane.move-right")
    assert shown(user) == [second, first, third]
    assert user.pane is moved
    assert moved.number == 2
    user.click_action("pane.move-left")
    assert shown(user) == [first, second, third]
    assert [x for _, x in columns(user)] == sorted(x for _, x in columns(user))


def test_dragging_a_pane_head_onto_another_pane_swaps_them(at_sample: User) -> None:
    user = at_sample
    first, second = shown(user)
    assert drop(user.panes[0], PANE_MIME, b"2")
    assert shown(user) == [second, first]
    for nonsense in (b"9", b"0", b"x", b"", b"1"):
        drop(user.panes[0], PANE_MIME, nonsense)
    assert shown(user) == [second, first]


def test_a_document_dropped_on_a_pane_opens_there(at_sample: User) -> None:
    user = at_sample
    other = next(d.uid for d in user.project.documents() if d.uid not in shown(user))
    left = shown(user)[0]
    assert drop(user.panes[1], DOCUMENT_MIME, other.encode())
    assert shown(user) == [left, other]
    assert user.pane is user.panes[1]
    drop(user.panes[0], DOCUMENT_MIME, b"of another window")
    assert shown(user) == [left, other]


@pytest.mark.parametrize("count", [2, 3, 4])
def test_panes_without_room_beside_each_other_make_two_rows(at_sample: User, count: int) -> None:
    user = at_sample
    user.window.resize(1900, 900)
    choose_count(user, count)
    user.until(lambda: len({row for row, _ in columns(user)}) == 1)
    user.text.setFocus()
    user.window.resize(720, 800)
    user.settle()
    assert user.text.hasFocus()
    if count > 2:
        user.until(lambda: len({row for row, _ in columns(user)}) == 2)
    for pane in user.panes:
        right = pane.mapTo(user.window, QPoint(pane.width(), 0)).x()
        assert pane.width() >= SMALLEST
        assert right <= user.window.width(), "no pane is cut off by the edge of the window"
    user.window.resize(1900, 900)
    user.until(lambda: len({row for row, _ in columns(user)}) == 1)


def test_a_side_bar_makes_room_for_a_third_pane(at_sample: User) -> None:
    user, view = at_sample, at_sample.window.project_view
    choose_count(user, 3)
    user.until(lambda: len({row for row, _ in columns(user)}) == 1)
    assert view.left.isVisible()
    assert not view.passage.isVisible()
    assert user.text.hasFocus()
    choose_count(user, 2)
    assert view.passage.isVisible()
    choose_count(user, 4)
    user.until(lambda: len({row for row, _ in columns(user)}) == 2)
    assert view.passage.isVisible(), "two rows of two need no more room"


def test_side_bars_fold_with_the_window_and_come_back(at_sample: User) -> None:
    user, view = at_sample, at_sample.window.project_view
    user.window.resize(1440, 900)
    user.settle()
    assert view.left.isVisible()
    assert view.passage.isVisible()
    user.window.resize(1280, 720)
    user.settle()
    assert (view.left.isVisible(), view.passage.isVisible()) == (True, False)
    user.window.resize(1050, 720)
    user.settle()
    assert (view.left.isVisible(), view.passage.isVisible()) == (False, False)
    user.press("Shift+F9")
    assert view.passage.isVisible(), "the user may have it all the same"
    user.window.resize(1040, 720)
    user.settle()
    assert view.passage.isVisible(), "and keeps it"
    user.window.resize(1440, 900)
    user.settle()
    assert (view.left.isVisible(), view.passage.isVisible()) == (True, True)


def test_a_side_bar_folded_by_hand_stays_folded(at_sample: User) -> None:
    user, view = at_sample, at_sample.window.project_view
    user.press("F9")
    user.press("Shift+F9")
    for width in (1000, 1500):
        user.window.resize(width, 800)
        user.settle()
        assert (view.left.isVisible(), view.passage.isVisible()) == (False, False)


def test_two_side_bars_without_room_take_turns(at_sample: User) -> None:
    user, view = at_sample, at_sample.window.project_view
    user.window.resize(720, 700)
    user.settle()
    user.press("F9")
    user.press("Shift+F9")
    assert (view.left.isVisible(), view.passage.isVisible()) == (False, True)
    user.settle()
    right = view.passage.mapTo(user.window, QPoint(view.passage.width(), 0)).x()
    assert right <= user.window.width()


def test_tool_bar_texts_become_icons_in_a_narrow_window(at_sample: User) -> None:
    user = at_sample
    export = user.button(user.window.tool_bar, "Export")
    assert export.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    user.window.resize(1100, 800)
    user.settle()
    assert export.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert user.window.tool_bar.search.width() >= 180


def test_side_bars_grow_with_the_interface_text(user: User, sample_project: Path) -> None:
    user.desk.dress.set_text_scale(2.0)
    try:
        assert user.window.project_files.open_path(sample_project)
        user.window.resize(2400, 1200)
        user.settle()
        view = user.window.project_view
        assert view.left.width() >= 2 * 180
        assert view.passage.width() >= 2 * 240
        assert view.left.minimumSizeHint().width() <= view.left.width()
        assert view.passage.minimumSizeHint().width() <= view.passage.width()
    finally:
        user.desk.dress.set_text_scale(1.0)


def test_the_divider_moves_with_arrow_keys_and_evens_out(at_sample: User) -> None:
    user = at_sample
    gutter = user.window.project_view.pane_row.gutters()[0]
    gutter.setFocus()
    before = user.panes[0].width()
    user.press("Right", gutter)
    assert user.panes[0].width() == before + 8
    user.press("Shift+Left", gutter)
    assert user.panes[0].width() == before - 32
    QTest.mouseDClick(gutter, LEFT, NONE, QPoint(gutter.width() // 2, gutter.height() - 5))
    user.settle()
    assert abs(user.panes[0].width() - user.panes[1].width()) <= 2


def test_an_active_pane_says_so_and_commands_act_on_it(at_sample: User) -> None:
    user = at_sample
    left, right = user.panes
    user.click(right.view.viewport(), QPoint(200, 200))
    assert (left.active, right.active) == (False, True)
    before = left.view.position()
    user.press("Ctrl+End")
    assert left.view.position() == before
    assert isinstance(user.pane, DocumentPane)
    assert "Pane 2" in user.window.status.place.text()


def test_the_last_pane_leaves_the_focus_where_undo_works(at_sample: User) -> None:
    user = at_sample
    before = user.rows()
    user.drag_over(user.pane, "kabinet")
    user.press("1")
    user.press("Ctrl+W")
    user.press("Ctrl+W")
    assert user.panes == ()
    user.press("Ctrl+Z")
    assert user.rows() == before


def test_a_button_of_a_message_gives_the_focus_back(at_sample: User) -> None:
    user = at_sample
    user.drag_over(user.pane, "kabinet")
    user.press("1")
    user.press("Delete")
    button = user.window.messages.bar.buttons[0]
    button.setFocus()
    user.press("Space", button)
    user.until(lambda: user.window.focusWidget() is user.text)  # offscreen, a popup may still be the active window
    assert not user.window.messages.bar.isVisible()


def test_a_paper_removed_from_the_list_leaves_the_focus_in_the_list(at_sample: User) -> None:
    from reader.edit.documents import remove_documents

    user = at_sample
    user.window.project_view.documents.setFocus()
    focus = QApplication.focusWidget()
    session = user.window.session
    assert session is not None
    session.attempt(lambda: remove_documents(session.project, [user.panes[0].document.uid]))
    user.settle()
    assert len(user.panes) == 1
    assert QApplication.focusWidget() is focus


def test_papers_that_no_pane_shows_any_longer_are_let_go(at_sample: User) -> None:
    user = at_sample
    session = user.window.session
    assert session is not None
    readings = {}
    for document in session.project.documents():
        user.window.project_view.open_document(document.uid)
        user.find_with_keys("de")
        readings[document.uid] = weakref.ref(session.reading(document.text_uid))
    user.press("Ctrl+Home")
    gc.collect()
    kept = {uid for uid, reading in readings.items() if reading() is not None}
    assert kept <= set(shown(user))
    user.press("Ctrl+Shift+W")
    gc.collect()
    assert all(reading() is None for reading in readings.values())
