"""Every widget of the window that one can act on has a name and can be reached by key, asked through Qt, offscreen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.app import Desk, make_desk
from reader.config import Settings
from reader.ui.overview_bar import OverviewBar
from reader.ui.reading_view import ReadingView
from reader.ui.splitters import GripHandle

INTERACTIVE = (
    QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView, ReadingView, OverviewBar, GripHandle
)  # fmt: skip


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    settings = Settings.load(tmp_path / "settings")
    for option, value in {"language": "en", "theme": "light", "open_last": False}.items():
        settings.set(option, value)
    made = make_desk(settings)
    made.window.resize(1440, 900)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    for window in QApplication.topLevelWidgets():
        if window is not made.window and window.isVisible():
            window.close()
    made.close()
    QApplication.processEvents()


@pytest.fixture
def at_sample(desk: Desk, sample_project: Path) -> Desk:
    assert desk.window.project_files.open_path(sample_project)
    QApplication.processEvents()
    return desk


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def shown(top: QWidget) -> list[QWidget]:
    """Visible widgets to act on; fields inside other controls belong to those."""
    found = [widget for widget in top.findChildren(QWidget) if widget.isVisible() and isinstance(widget, INTERACTIVE)]
    inner = (QComboBox, QAbstractSpinBox, QAbstractItemView)
    return [
        widget
        for widget in found
        if not isinstance(widget, QScrollBar)
        and not isinstance(widget.parentWidget(), inner)
        and not widget.objectName().startswith("qt_")
    ]


def expect_names(top: QWidget) -> None:
    widgets = shown(top)
    assert widgets
    nameless = [
        f"{type(w).__name__} {w.objectName()} in {type(w.parentWidget()).__name__}" for w in widgets if not name_of(w)
    ]
    assert nameless == []
    for view in widgets:
        if isinstance(view, QAbstractItemView):
            expect_words_of_rows(view.model(), QModelIndex())


def expect_words_of_rows(model: QAbstractItemModel, parent: QModelIndex) -> None:
    for row in range(min(model.rowCount(parent), 20)):
        index = model.index(row, 0, parent)
        words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
        assert str(words or "").strip(), f"row {row} of {type(model).__name__}"
        expect_words_of_rows(model, index)


def expect_keys(top: QWidget) -> None:
    """Tab goes to every enabled widget that one can act on; scrolling and choosing rows have keys of their own."""
    missed = [
        f"{type(widget).__name__} “{name_of(widget)}”"
        for widget in shown(top)
        if widget.isEnabled() and not isinstance(widget, OverviewBar)
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]  # fmt: skip
    assert missed == []


def test_the_window_with_a_project(at_sample: Desk) -> None:
    expect_names(at_sample.window)
    expect_keys(at_sample.window)


def test_a_chosen_highlight_with_its_links(at_sample: Desk) -> None:
    view = at_sample.window.project_view
    assert view.pane is not None
    linked = next(link for link in view.session.project.links())
    view.go_to_highlight(linked.source_uid)
    QApplication.processEvents()
    expect_names(view.passage)
    expect_keys(view.passage)


def test_the_excerpts(at_sample: Desk) -> None:
    at_sample.window.project_view.set_mode("excerpts")
    QApplication.processEvents()
    expect_names(at_sample.window)
    expect_keys(at_sample.window)


def test_the_selection_bar_names_its_buttons(at_sample: Desk) -> None:
    view = at_sample.window.project_view
    assert view.pane is not None
    view.pane.view.set_position((0, 0))
    view.pane.view.select_range(10, 30)
    view.show_selection_bar()
    expect_names(view.selection_bar)  # all of it has keys that act from the text


def test_the_welcome_page(desk: Desk) -> None:
    expect_names(desk.window)
    expect_keys(desk.window)


@pytest.mark.parametrize("act_id", ["excerpts.export", "settings", "palette", "help", "find"])
def test_dialogs_and_bars(at_sample: Desk, act_id: str) -> None:
    before = set(QApplication.topLevelWidgets())
    at_sample.window.refresh_state_now()
    at_sample.window.actions_table[act_id].trigger()
    QApplication.processEvents()
    opened = [w for w in QApplication.topLevelWidgets() if w not in before and w.isVisible()] or [at_sample.window]
    for window in opened:
        if shown(window):
            expect_names(window)
            expect_keys(window)


def test_the_overview_bar_is_a_scroll_bar_with_a_value(at_sample: Desk) -> None:
    pane = at_sample.window.project_view.pane
    assert pane is not None
    bar = pane.findChild(OverviewBar)
    assert bar is not None
    interface = QAccessible.queryAccessibleInterface(bar)
    assert interface.role() == QAccessible.Role.ScrollBar
    value = interface.valueInterface()
    pane.view.select_range(0, 0)
    pane.view.set_position((0, 0))
    at_start = value.currentValue()
    value.setCurrentValue(500)
    assert value.currentValue() > at_start
    assert value.minimumValue() <= value.currentValue() <= value.maximumValue()


def test_painted_words_are_text_to_a_screen_reader(at_sample: Desk) -> None:
    window = at_sample.window
    handles = window.findChildren(GripHandle)
    roles = {QAccessible.queryAccessibleInterface(handle).role() for handle in handles}
    assert roles == {QAccessible.Role.Separator}
