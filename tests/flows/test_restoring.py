"""A project comes back as it was left: panes, places, sizes, side bars; broken memories do no harm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from reader.store.project import Project
from tests.flows.conftest import User


def look(user: User) -> dict[str, Any]:
    view = user.window.project_view
    return {
        "papers": [pane.document.uid for pane in user.panes],
        "delivered": [pane.delivered for pane in user.panes],
        "carets": [pane.view.caret() for pane in user.panes],
        "paragraphs": [pane.view.position()[0] for pane in user.panes],
        "active": view.pane.number if view.pane else 0,
        "mode": view.mode(),
        "left": view.left.isVisible(),
        "right": view.passage.isVisible(),
        "left width": view.left.width(),
    }


def reopen(user: User, path: Path) -> None:
    user.press("Ctrl+Shift+W")
    assert user.window.session is None
    assert user.window.project_files.open_path(path)
    user.settle()


def arrange(user: User) -> None:
    """Three panes at different places, one as delivered, the second active, the right side bar folded."""
    user.press("Shift+F9")
    user.click(user.button(user.window.tool_bar.panes, "Three panes"))
    for number, words in ((1, "het"), (2, "van"), (3, "een")):
        user.press(f"Ctrl+{number}")
        user.press("Ctrl+F")
        user.type(words)
        for _ in range(30):
            user.press("Return")
        user.press("Escape")
    user.press("Ctrl+3")
    user.press("Ctrl+Shift+D")
    user.press("Ctrl+2")


def test_panes_places_and_side_bars_come_back(at_sample: User, sample_project: Path) -> None:
    user = at_sample
    arrange(user)
    view = user.window.project_view
    view.splitter.handle(1).moveSplitter(300)
    gutter = view.pane_row.gutters()[0]
    gutter.moveSplitter(gutter.x() - 30)
    user.settle()
    before, sizes = look(user), view.pane_row.sizes()
    assert before["delivered"] == [False, False, True]
    assert min(before["carets"]) > 0
    reopen(user, sample_project)
    assert look(user) == before
    after = user.window.project_view.pane_row.sizes()
    pairs = [pair for row in zip(after, sizes, strict=True) for pair in zip(*row, strict=True)]
    assert all(abs(a - b) <= 3 for a, b in pairs)


def test_the_excerpts_view_comes_back(at_sample: User, sample_project: Path) -> None:
    user = at_sample
    user.press("Ctrl+Shift+3")
    reopen(user, sample_project)
    assert user.window.project_view.mode() == "excerpts"


def test_a_project_without_panes_comes_back_without(at_sample: User, sample_project: Path) -> None:
    user = at_sample
    user.press("Ctrl+W")
    user.press("Ctrl+W")
    reopen(user, sample_project)
    assert user.panes == ()


def test_a_new_window_shows_it_as_it_was_left(at_sample: User, sample_project: Path) -> None:
    from reader.app import make_desk

    user = at_sample
    arrange(user)
    before = look(user)
    user.window.close()
    desk = make_desk(user.window.settings)
    again = User(desk, user.bot)
    desk.window.show()
    try:
        desk.window.resize(1440, 900)
        assert desk.window.project_files.open_path(sample_project)
        again.settle()
        assert look(again) == before
    finally:
        desk.close()
        QApplication.processEvents()


def test_a_side_bar_that_only_width_folded_comes_back(at_sample: User, sample_project: Path) -> None:
    user = at_sample
    user.window.resize(1000, 800)
    user.settle()
    user.press("Ctrl+Shift+W")
    user.window.resize(1440, 900)
    user.settle()
    user.window.project_files.open_path(sample_project)
    user.settle()
    view = user.window.project_view
    assert view.left.isVisible()
    assert view.passage.isVisible()


def test_a_paper_that_is_gone_is_left_out(at_sample: User, sample_project: Path) -> None:
    from reader.edit.documents import remove_documents

    user = at_sample
    gone, kept = (pane.document.uid for pane in user.panes)
    user.press("Ctrl+Shift+W")
    with Project.open(sample_project) as project:
        project.apply(remove_documents(project, [gone]))
    user.window.project_files.open_path(sample_project)
    user.settle()
    assert [pane.document.uid for pane in user.panes] == [kept]


BROKEN: list[dict[str, Any]] = [
    {"panes": [{"document": []}, 3, None, {"document": "?"}]},
    {"panes": "?", "active": -7, "sizes": [1], "left_sizes": ["x", None], "mode": 3, "last_tag": 5},
    {"active": 1e300, "pane_sizes": [["?"], 3, [1, 2, 3]], "left": "no", "right": 0},
    {"pane_sizes": {"a": 1}, "sizes": [-5, -5, -5], "active": None},
]


@pytest.mark.parametrize("state", BROKEN)
def test_a_broken_memory_does_no_harm(user: User, sample_project: Path, state: dict[str, Any]) -> None:
    with Project.open(sample_project) as project:
        uid = project.uid
    user.window.settings.save_project_state(uid, state)
    assert user.window.project_files.open_path(sample_project)
    user.settle()
    assert user.window.session is not None


@pytest.mark.parametrize(
    "place",
    [
        {"caret": -5, "position": [-3, -1]},
        {"caret": 1e9, "position": [10**9, 5.5]},
        {"caret": "x", "position": [None, "?"]},
        {"caret": True, "position": [1], "delivered": "yes"},
    ],
)
def test_a_broken_place_does_no_harm(user: User, sample_project: Path, place: dict[str, Any]) -> None:
    with Project.open(sample_project) as project:
        uid, document = project.uid, project.documents()[0]
    user.window.settings.save_project_state(uid, {"panes": [{"document": document.uid, **place}]})
    assert user.window.project_files.open_path(sample_project)
    user.settle()
    assert user.pane.document.uid == document.uid
    assert 0 <= user.text.caret() < document.characters
