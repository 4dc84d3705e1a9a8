"""The list of excerpts: counts, filters, picking, going to the passage, export, and how it keeps its place."""

# ruff: noqa: F811  (a fixture is imported, then named as a parameter)
from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from reader.domain.model import Span
from reader.edit import marks
from reader.models.session import Session
from reader.ui.excerpt_list import ExcerptList
from reader.ui.theme import Theme
from tests.ui.panel_fixtures import MarkedProject, english, project, session, theme  # noqa: F401


@pytest.fixture
def listed(session: Session, theme: Theme, qtbot: QtBot) -> ExcerptList:
    listed = ExcerptList(session, theme)
    qtbot.addWidget(listed)
    listed.resize(700, 600)
    listed.show()
    return listed


def words(listed: ExcerptList) -> list[str]:
    return [label.text() for label in listed.findChildren(QLabel)]


def click(listed: ExcerptList, uid: str, qtbot: QtBot, at: QPoint | None = None) -> None:
    rect = listed.view.visualRect(listed.model.index(listed.model.row_of(uid), 0))
    qtbot.mouseClick(
        listed.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() if at is None else rect.topLeft() + at
    )


def test_the_total_is_known_before_the_list_is_shown(session: Session, theme: Theme, qtbot: QtBot) -> None:
    hidden = ExcerptList(session, theme)
    qtbot.addWidget(hidden)
    assert hidden.total() == 3
    assert hidden.model.rowCount() == 0


def test_a_click_and_enter_go_to_the_passage(listed: ExcerptList, project: MarkedProject, qtbot: QtBot) -> None:
    asked: list[str] = []
    listed.passage_requested.connect(asked.append)
    click(listed, project.b, qtbot)
    qtbot.keyClick(listed.view, Qt.Key.Key_Down)
    qtbot.keyClick(listed.view, Qt.Key.Key_Return)
    assert asked == [project.b, project.c]


def test_boxes_pick_for_export(listed: ExcerptList, project: MarkedProject, qtbot: QtBot) -> None:
    asked: list[object] = []
    listed.passage_requested.connect(asked.append)
    exported: list[object] = []
    listed.export_requested.connect(exported.append)
    listed.export()
    click(listed, project.a, qtbot, QPoint(22, 20))
    assert asked == []
    assert "3, of which 1 selected" in words(listed)
    listed.show_excerpt(project.c)
    qtbot.keyClick(listed.view, Qt.Key.Key_Space)
    listed.export()
    assert exported == [None, [project.a, project.c]]
    assert listed.summary() == "2 of 3 selected"


def test_ctrl_a_picks_all_and_none(listed: ExcerptList, qtbot: QtBot) -> None:
    for picked in (3, 0):
        qtbot.keyClick(listed.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        assert listed.model.picked_count() == picked


def test_filters_say_what_they_show(listed: ExcerptList, project: MarkedProject) -> None:
    listed.filter_by_tag(project.detention)
    assert listed.filters.tags.text() == "Detentie"
    assert "1 of 3, 0 selected" in words(listed)
    assert [excerpt.uid for excerpt in listed.excerpts()] == [project.a]
    listed.clear_filters()
    assert len(listed.excerpts()) == 3
    assert [excerpt.uid for excerpt in listed.excerpts([project.b])] == [project.b]


def test_labels_in_the_menu_add_up(listed: ExcerptList, project: MarkedProject) -> None:
    for name in ("Detentie", "Geld"):
        menu = listed.filters.tags_menu()
        next(action for action in menu.actions() if action.text() == name).trigger()
        menu.close()
    assert listed.filters.filter.tags == (project.detention, project.money)
    menu = listed.filters.documents_menu()
    assert len(menu.actions()) == 3
    menu.close()


def test_words_that_nothing_has(listed: ExcerptList) -> None:
    listed.filters.field.setText("zebra")
    listed.filters.apply_words()
    assert listed.model.shown() == []
    assert listed.view.indexAt(QPoint(5, 5)).isValid() is False
    listed.clear_filters()
    assert listed.filters.field.text() == ""
    assert len(listed.model.shown()) == 3


def test_keys_pass_over_the_heads(listed: ExcerptList, project: MarkedProject, qtbot: QtBot) -> None:
    listed.filters.arrange("document")
    listed.show_excerpt(project.b)
    qtbot.keyClick(listed.view, Qt.Key.Key_Down)
    assert listed.model.uid_at(listed.view.currentIndex().row()) == project.c
    qtbot.keyClick(listed.view, Qt.Key.Key_Home)
    assert listed.model.uid_at(listed.view.currentIndex().row()) == project.a
    qtbot.keyClick(listed.view, Qt.Key.Key_End)
    assert listed.model.uid_at(listed.view.currentIndex().row()) == project.c


def test_another_order_keeps_the_current_row(listed: ExcerptList, project: MarkedProject) -> None:
    listed.show_excerpt(project.b)
    listed.filters.arrange("label")
    assert listed.model.uid_at(listed.view.currentIndex().row()) == project.b


class TestManyRows:
    @pytest.fixture
    def many(self, listed: ExcerptList, project: MarkedProject, session: Session) -> ExcerptList:
        body = project.body(project.document(project.questions).text_uid)
        for start in range(0, len(body) - 30, 2):
            session.run(marks.highlight_span(session.project, project.questions, Span(start, start + 25)))
        listed.view.viewport().repaint()
        return listed

    def test_rows_lie_one_under_the_other_without_gaps(self, many: ExcerptList) -> None:
        bar = many.view.verticalScrollBar()
        for value in (0, bar.maximum() // 3, bar.maximum()):
            bar.setValue(value)
            many.view.viewport().repaint()
            first = many.view.indexAt(QPoint(5, 1)).row()
            rects = [
                many.view.visualRect(many.model.index(row, 0))
                for row in range(first, min(first + 5, many.model.rowCount()))
            ]
            assert all(upper.bottom() + 1 == lower.top() for upper, lower in pairwise(rects))

    def test_a_change_above_does_not_move_what_is_shown(self, many: ExcerptList, session: Session) -> None:
        view = many.view
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
        view.viewport().repaint()
        index = view.indexAt(QPoint(5, 5))
        uid, top = many.model.uid_at(index.row()), view.visualRect(index).top()
        session.run(marks.remove_highlights(session.project, many.model.shown()[:3]))
        assert many.model.uid_at(view.indexAt(QPoint(5, 5)).row()) == uid
        assert view.visualRect(many.model.index(many.model.row_of(uid), 0)).top() == top

    def test_the_current_row_is_brought_into_view(self, many: ExcerptList) -> None:
        for uid in (many.model.shown()[-1], many.model.shown()[0], many.model.shown()[40]):
            many.show_excerpt(uid)
            rect = many.view.visualRect(many.view.currentIndex())
            assert many.view.viewport().rect().contains(rect.adjusted(0, 1, 0, -1))


def test_a_row_is_dragged_out_of_the_list(listed: ExcerptList, project: MarkedProject, qtbot: QtBot) -> None:
    asked: list[str] = []
    dragged: list[str] = []
    listed.passage_requested.connect(asked.append)
    listed.drag_requested.connect(dragged.append)
    viewport = listed.view.viewport()
    middle = listed.view.visualRect(listed.model.index(listed.model.row_of(project.b), 0)).center()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=middle)
    move(viewport, middle + QPoint(2, 0))
    assert dragged == []
    for step in (20, 40):
        move(viewport, middle + QPoint(step, 0))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 0))
    assert dragged == [project.b]  # once
    assert asked == []  # and it was no click
    click(listed, project.b, qtbot)
    assert asked == [project.b]


def move(viewport: QWidget, to: QPoint) -> None:
    """The mouse moves with its left button down."""
    at, left = QPointF(to), Qt.MouseButton.LeftButton
    everywhere = QPointF(viewport.mapToGlobal(to))
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        viewport, QMouseEvent(QEvent.Type.MouseMove, at, everywhere, Qt.MouseButton.NoButton, left, none)
    )
