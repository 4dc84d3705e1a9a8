"""The overview bar: marks at their places, the part that is seen, and scrolling with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui.accessible_text import install_accessibility
from reader.ui.overview_bar import OverviewBar
from reader.ui.theme import Theme
from reader.ui.unit_marks import UnitMark
from tests.ui.reading_bench import ReadingBench


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme) -> ReadingBench:
    made = ReadingBench(theme)
    qtbot.addWidget(made.view)
    made.show()
    return made


@pytest.fixture
def bar(qtbot: QtBot, bench: ReadingBench, theme: Theme) -> OverviewBar:
    made = OverviewBar(bench.view, theme)
    qtbot.addWidget(made)
    made.resize(16, 400)
    made.show()
    return made


def colour_at(bar: OverviewBar, x: int, y: float) -> str:
    picture: QImage = bar.grab().toImage()
    return picture.pixelColor(QPoint(x, int(y))).name()


def test_a_highlight_has_a_mark_at_its_place_as_long_as_it_is_there(
    bench: ReadingBench, bar: OverviewBar, theme: Theme
) -> None:
    y = bar.y_of(bench.span("Alinea 40 gaat").start)
    assert colour_at(bar, 10, y) == theme.color("track").name()
    highlight = bench.mark("Alinea 40 gaat", "tag2")
    assert colour_at(bar, 10, y) == theme.label_line(2).name()
    bench.unmark(highlight)
    assert colour_at(bar, 10, y) == theme.color("track").name()


def test_painting_a_part_gives_the_same_as_painting_all(bench: ReadingBench, bar: OverviewBar) -> None:
    bar.grab()
    for number in range(30, 50, 3):
        bench.mark(f"Alinea {number} gaat", f"tag{number % 3 + 1}")
    bench.link(bench.mark("Alinea 12 gaat", kind="anchor"), bench.mark("Alinea 20 gaat", "tag1"))
    bench.view.set_hits(bench.view.find("Alinea 5"), 0)
    bench.mark("Alinea 55 gaat", "tag3")
    part = bar.grab().toImage()
    bar.renew()
    assert part == bar.grab().toImage()


def test_hits_and_links_have_marks(bench: ReadingBench, bar: OverviewBar, theme: Theme) -> None:
    (hit,) = bench.view.find("Alinea 31 gaat")
    bench.view.set_hits([hit], 0)
    assert colour_at(bar, 6, bar.y_of(hit.start)) == theme.color("hitline").name()
    end = bench.mark("Alinea 45 gaat", kind="anchor")
    bench.link(end, bench.mark("Alinea 50 gaat", "tag1"))
    assert colour_at(bar, 13, bar.y_of(end.start)) == theme.color("accent").name()


def test_the_frame_shows_what_is_seen(bench: ReadingBench, bar: OverviewBar) -> None:
    assert bar.frame_rect().top() < 2
    assert bar.frame_rect().height() >= 22
    bench.view.scroll_by(10**6)
    assert bar.frame_rect().bottom() == pytest.approx(400, abs=2)


def test_a_click_jumps_and_a_drag_scrolls(qtbot: QtBot, bench: ReadingBench, bar: OverviewBar) -> None:
    target = bench.span("Alinea 40 gaat")
    y = round(bar.y_of(target.start))
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(8, y))
    assert bench.view.rects_of(target)
    qtbot.mouseMove(bar, QPoint(8, y - 150))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(8, y - 150))
    seen = bench.view.visible_span()
    assert bar.y_of(seen.start) - 20 < y - 150 < bar.y_of(seen.end) + 20
    assert not bench.view.rects_of(target)


def test_pressing_the_frame_does_not_jump(qtbot: QtBot, bench: ReadingBench, bar: OverviewBar) -> None:
    bench.view.scroll_by(900)
    place = bench.view.position()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.frame_rect().center().toPoint())
    assert bench.view.position() == place


def test_the_wheel_scrolls_the_text(bench: ReadingBench, bar: OverviewBar) -> None:
    event = QWheelEvent(
        QPointF(8, 50), QPointF(8, 50), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(bar, event)
    assert bench.view.flow.top != (0, 0)


def test_it_is_a_scroll_bar_with_a_value_to_screen_readers(bench: ReadingBench, bar: OverviewBar) -> None:
    install_accessibility()
    interface = QAccessible.queryAccessibleInterface(bar)
    assert interface.role() == QAccessible.Role.ScrollBar
    assert interface.text(QAccessible.Text.Name)
    value = interface.valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0, 0, 1000)
    value.setCurrentValue(500)
    assert 450 < value.currentValue() <= 500
    assert bench.view.flow.top[0] > 20


def test_questions_and_answers_have_lines_of_their_own_at_the_left(
    bench: ReadingBench, bar: OverviewBar, theme: Theme
) -> None:
    question, answer = bench.span("Alinea 20 gaat"), bench.span("Alinea 40 gaat")
    length = 5 * len("Alinea 20 gaat over iets anders")
    bench.view.set_units(
        [
            UnitMark("v", "question", "V1", question.start, question.start + length),
            UnitMark("a", "answer", "A1", answer.start, answer.start + length),
        ]
    )
    q, accent, track = (theme.color(token).name() for token in ("q", "accent", "track"))
    at_question, at_answer = bar.y_of(question.start) + 3, bar.y_of(answer.start) + 3
    assert [colour_at(bar, x, at_question) for x in (2, 5, 7)] == [track, q, track]
    assert [colour_at(bar, x, at_answer) for x in (2, 3, 6, 7)] == [track, accent, accent, track]
    mark = bench.mark("Alinea 21 gaat", "tag1")
    part = bar.grab().toImage()
    bar.renew()
    assert part == bar.grab().toImage(), "painting a part anew keeps the lines"
    assert colour_at(bar, 10, bar.y_of(mark.start)) == theme.label_line(1).name()
    bench.view.set_units([])
    assert colour_at(bar, 5, at_question) == track
