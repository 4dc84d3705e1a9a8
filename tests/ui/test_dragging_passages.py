"""Dragging the selection or the chosen highlight out of the text; everything else the mouse does stays as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.theme import Theme
from tests.ui.reading_bench import ReadingBench

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> ReadingBench:
    made = ReadingBench(Theme("light"))
    qtbot.addWidget(made.view)
    made.show()
    return made


@pytest.fixture
def dragged(bench: ReadingBench) -> list[bool]:
    told: list[bool] = []
    bench.view.passage_dragged.connect(lambda: told.append(True))
    return told


def test_the_selection_is_dragged_once_and_stays(bench: ReadingBench, dragged: list[bool]) -> None:
    bench.drag(bench.edge("de kustwacht"), bench.edge("financiering", end=True))
    assert dragged == []
    bench.drag(bench.point("kustwacht", 2), bench.point("vragen ook", 1), CONTROL)
    assert dragged == [True]
    assert bench.selected() == "de kustwacht en de financiering"


def test_a_chosen_highlight_is_dragged_and_stays_chosen(bench: ReadingBench, dragged: list[bool]) -> None:
    marked = bench.mark("de kustwacht en de financiering")
    bench.click(bench.point("kustwacht", 2))
    assert bench.view.chosen() == marked.uid
    bench.drag(bench.point("kustwacht", 2), bench.point("vragen ook", 1), CONTROL)
    assert dragged == [True]
    assert bench.view.chosen() == marked.uid
    assert bench.selected() == ""


def test_without_the_key_a_passage_that_overlaps_is_selected(bench: ReadingBench, dragged: list[bool]) -> None:
    bench.mark("de kustwacht en de financiering")
    bench.drag(bench.edge("de kustwacht"), bench.edge("financiering", end=True))
    bench.drag(bench.edge("kustwacht"), bench.edge("financiering", end=True))
    assert dragged == []
    assert bench.selected() == "kustwacht en de financiering"


def test_a_highlight_that_is_not_chosen_can_be_selected_in(bench: ReadingBench, dragged: list[bool]) -> None:
    bench.mark("de kustwacht en de financiering")
    bench.drag(bench.edge("kustwacht"), bench.edge("kustwacht", end=True))
    assert bench.selected() == "kustwacht"
    assert dragged == []


def test_a_click_on_the_selection_puts_the_caret_there(bench: ReadingBench, dragged: list[bool]) -> None:
    bench.drag(bench.edge("de kustwacht"), bench.edge("financiering", end=True))
    bench.click(bench.point("kustwacht", 0))
    assert bench.selected() == ""
    assert bench.at_caret(9) == "kustwacht"
    assert dragged == []


def test_words_are_selected_in_a_chosen_highlight(bench: ReadingBench, dragged: list[bool]) -> None:
    bench.mark("de kustwacht en de financiering")
    bench.click(bench.point("kustwacht", 2))
    QApplication.processEvents()
    bench.double_click(bench.point("financiering", 3))
    assert bench.selected() == "financiering"
    assert dragged == []
