"""Scrolling the reading view: by the user or by the program, this view alone or with others, and to a place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.overview_bar import OverviewBar
from reader.ui.theme import Theme
from tests.ui.reading_bench import ReadingBench

NOTHING, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> ReadingBench:
    made = ReadingBench(Theme("light"))
    qtbot.addWidget(made.view)
    made.show()
    return made


@pytest.fixture
def told(bench: ReadingBench) -> list[bool]:
    """What `user_scrolled` said."""
    found: list[bool] = []
    bench.view.user_scrolled.connect(found.append)
    return found


def wheel(bench: ReadingBench, delta: QPoint, modifiers: Qt.KeyboardModifier = NOTHING, pixels: bool = False) -> None:
    at = QPointF(100, 100)
    event = QWheelEvent(
        at, QPointF(bench.view.viewport().mapToGlobal(at.toPoint())), delta if pixels else QPoint(),
        QPoint() if pixels else delta, Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(bench.view.viewport(), event)


def test_the_wheel_is_the_user(bench: ReadingBench, told: list[bool]) -> None:
    wheel(bench, QPoint(0, -120))
    assert bench.view.flow.top != (0, 0)
    assert told == [False]


@pytest.mark.parametrize("delta", [QPoint(0, -120), QPoint(-120, 0)])
@pytest.mark.parametrize("pixels", [False, True])
def test_with_alt_this_view_scrolls_alone_whichever_axis_the_system_gives(
    bench: ReadingBench, told: list[bool], delta: QPoint, pixels: bool
) -> None:
    wheel(bench, delta, ALT, pixels)
    assert bench.view.flow.top > (0, 0)
    assert told == [True]


def test_sideways_without_alt_is_no_scroll(bench: ReadingBench, told: list[bool]) -> None:
    wheel(bench, QPoint(-120, 0))
    assert bench.view.flow.top == (0, 0)
    assert told == []


def test_what_scrolls_nothing_is_not_told(bench: ReadingBench, told: list[bool]) -> None:
    wheel(bench, QPoint(0, 120))
    bench.key(Qt.Key.Key_Right)
    assert told == []


def test_keys_that_scroll_are_the_user(bench: ReadingBench, told: list[bool]) -> None:
    bench.key(Qt.Key.Key_PageDown)
    assert told == [False]
    bench.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert told == [False, False]


def test_dragging_the_overview_bar_is_the_user(qtbot: QtBot, bench: ReadingBench, told: list[bool]) -> None:
    bar = OverviewBar(bench.view, bench.view.theme)
    qtbot.addWidget(bar)
    bar.resize(16, 400)
    bar.show()
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(8, 300))
    qtbot.mouseMove(bar, QPoint(8, 200))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(8, 200))
    assert told == [False, False]
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, ALT, QPoint(8, 20))
    assert told[2:] == [True]


def test_what_the_program_scrolls_is_not_the_user(bench: ReadingBench, told: list[bool]) -> None:
    span = bench.span("Alinea 30 gaat")
    bench.view.scroll_to(span.start, 100)
    bench.view.reveal(bench.span("Alinea 2 gaat"))
    bench.view.scroll_by(40)
    bench.view.set_position((0, 0))
    assert told == []


def test_scroll_to_puts_the_line_of_a_place_at_a_height(bench: ReadingBench) -> None:
    span = bench.span("Alinea 30 gaat")
    bench.view.scroll_to(span.start, 100)
    assert bench.view.y_of(span.start) == 100
    bench.view.scroll_to(0, 100)
    assert bench.view.flow.top == (0, 0), "as far as the text reaches"
    bench.view.scroll_to(10**9, 0)
    assert bench.view.rects_of(bench.span("Alinea 59 gaat"))


def test_a_far_place_slides_into_view_and_a_near_one_follows_at_once(qtbot: QtBot, bench: ReadingBench) -> None:
    bench.view.scroll_by(100)
    bench.view.set_reduced_motion(False)
    near = bench.view.top_span().start
    bench.view.scroll_to(near, -24)
    assert bench.view._slide_offset() == 0
    bench.view.scroll_to(bench.span("Alinea 30 gaat").start, 100)
    assert bench.view._slide_offset() != 0
    with qtbot.waitSignal(bench.view._slide.finished, timeout=5000):
        pass
    assert bench.view._slide_offset() == 0


def test_a_slide_that_is_turned_goes_on_from_where_it_is_seen(bench: ReadingBench) -> None:
    bench.view.scroll_by(300)
    bench.view.set_reduced_motion(False)
    span = bench.span("Alinea 6 gaat")
    seen = bench.view.y_of(span.start)
    bench.view.scroll_to(span.start, 40)
    first = bench.view.y_of(span.start) - bench.view._slide_offset()
    bench.view.scroll_to(span.start, 200)
    second = bench.view.y_of(span.start) - bench.view._slide_offset()
    assert first == pytest.approx(seen, abs=40)
    assert second == pytest.approx(first, abs=40)
