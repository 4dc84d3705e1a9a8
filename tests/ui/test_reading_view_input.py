"""The reading view by mouse and keyboard: selecting, moving the caret, choosing, changing ends, signs and footnotes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reader.ui.theme import Theme
from tests.ui.reading_bench import ReadingBench

SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> ReadingBench:
    made = ReadingBench(Theme("light"))
    qtbot.addWidget(made.view)
    made.show()
    return made


# mouse ----------------------------------------------------------------------------------------------------------------


def test_dragging_selects_exactly_what_lies_between(qtbot: QtBot, bench: ReadingBench) -> None:
    with qtbot.waitSignal(bench.view.selection_finished) as told:
        bench.drag(bench.edge("de kustwacht"), bench.edge("financiering", end=True))
    assert bench.selected() == "de kustwacht en de financiering"
    assert told.args == [bench.span("de kustwacht en de financiering")]


def test_dragging_backwards_selects_too(bench: ReadingBench) -> None:
    bench.drag(bench.edge("kustwacht", end=True), bench.edge("vragen ook"))
    assert bench.selected() == "vragen ook naar de kustwacht"


@pytest.mark.parametrize(
    ("words", "inside", "expected"),
    [("foto's", 2, "foto's"), ("EU-lidstaten", 5, "EU-lidstaten"), ("detentiecentra in", 8, "detentiecentra")],
)
def test_a_double_click_selects_a_word(bench: ReadingBench, words: str, inside: int, expected: str) -> None:
    bench.double_click(bench.point(words, inside))
    assert bench.selected() == expected


def test_a_double_click_and_drag_selects_by_words(bench: ReadingBench) -> None:
    at = bench.point("vragen ook", 3)
    bench.click(at)
    bench.mouse(QEvent.Type.MouseButtonDblClick, at)
    bench.mouse(QEvent.Type.MouseMove, bench.point("kustwacht", 2))
    bench.mouse(QEvent.Type.MouseButtonRelease, bench.point("kustwacht", 2))
    assert bench.selected() == "vragen ook naar de kustwacht"


def test_a_third_click_selects_the_paragraph(bench: ReadingBench) -> None:
    at = bench.point("kustwacht", 2)
    bench.double_click(at)
    bench.click(at)
    assert bench.selected() == bench.reading.paragraph(2)


def test_shift_and_click_selects_from_the_caret(bench: ReadingBench) -> None:
    bench.click(bench.edge("vragen ook"))
    bench.click(bench.edge("kustwacht", end=True), SHIFT)
    assert bench.selected() == "vragen ook naar de kustwacht"


def test_holding_the_mouse_below_scrolls_and_selects_on(bench: ReadingBench) -> None:
    bench.mouse(QEvent.Type.MouseButtonPress, bench.edge("kustwacht"))
    bench.mouse(QEvent.Type.MouseMove, QPointF(200, 460))
    assert bench.view.mouse._scroll_timer.isActive()
    before = bench.view.selection()
    for _ in range(10):
        bench.view.mouse._scroll_timer.timeout.emit()
    bench.mouse(QEvent.Type.MouseButtonRelease, QPointF(200, 460))
    after = bench.view.selection()
    assert before is not None
    assert after is not None
    assert after.end > before.end
    assert after.start == bench.span("kustwacht").start
    assert not bench.view.mouse._scroll_timer.isActive()


def test_a_click_chooses_the_shortest_highlight_and_again_the_next_one(qtbot: QtBot, bench: ReadingBench) -> None:
    long = bench.mark("naar de kustwacht en de financiering", "tag1")
    short = bench.mark("kustwacht", "tag2")
    with qtbot.waitSignal(bench.view.chosen_changed) as told:
        bench.click(bench.point("kustwacht", 3))
    assert told.args == [short.uid]
    bench.click(bench.point("kustwacht", 3))
    assert bench.view.chosen() == long.uid
    bench.click(bench.point("Zij vragen", 1))
    assert bench.view.chosen() == ""


def test_an_end_of_the_chosen_highlight_can_be_dragged(qtbot: QtBot, bench: ReadingBench) -> None:
    highlight = bench.mark("de kustwacht", "tag1")
    bench.view.choose(highlight.uid)
    with qtbot.waitSignal(bench.view.ends_changed) as told:
        bench.drag(bench.edge("kustwacht", end=True), bench.edge("financiering", end=True))
    assert told.args == [highlight.uid, bench.span("de kustwacht en de financiering")]
    assert bench.view.selection() is None
    with qtbot.waitSignal(bench.view.ends_changed) as told:
        bench.drag(bench.edge("de kustwacht"), bench.edge("vragen ook"))
    assert told.args == [highlight.uid, bench.span("vragen ook naar de kustwacht")]


def test_signs_tell_that_they_are_clicked(qtbot: QtBot, bench: ReadingBench) -> None:
    first = bench.mark("kustwacht", "tag1", note="Opmerking")
    bench.link(first, bench.mark("Alinea 2 gaat", kind="anchor"))
    placed = bench.view.flow.visible()[2]
    right = bench.view.flow.text_left + bench.view.flow.text_width
    note, link = bench.view.painter.margin(bench.view.flow, placed, bench.marks).signs
    with qtbot.waitSignal(bench.view.note_sign_clicked) as told:
        bench.click(note.area(placed, right).center())
    assert told.args == [first.uid]
    with qtbot.waitSignal(bench.view.link_sign_clicked) as told:
        bench.click(link.area(placed, right).center())
    assert told.args == [first.uid]
    assert bench.view.chosen() == first.uid


def test_pointing_at_a_highlight_brings_it_out(bench: ReadingBench) -> None:
    highlight = bench.mark("kustwacht", "tag1")
    bench.mouse(QEvent.Type.MouseMove, bench.point("kustwacht", 3), held=False)
    assert bench.view.shown.hovered == highlight.uid
    assert bench.view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    bench.mouse(QEvent.Type.MouseMove, bench.point("Zij vragen", 1), held=False)
    assert bench.view.shown.hovered == ""
    bench.view.mouse.leave()


def test_a_reference_opens_with_control_and_a_click_or_with_enter(qtbot: QtBot, bench: ReadingBench) -> None:
    (reference,) = bench.structure.references
    with qtbot.waitSignal(bench.view.reference_activated) as told:
        bench.click(bench.point("brief van 25 april", 4), CONTROL)
    assert told.args == [reference]
    bench.view.set_caret(reference.start + 2)
    with qtbot.waitSignal(bench.view.reference_activated) as told:
        bench.key(Qt.Key.Key_Return)
    assert told.args == [reference]


# keyboard -------------------------------------------------------------------------------------------------------------


def test_arrows_move_by_character_and_a_joined_word_has_no_seam(bench: ReadingBench) -> None:
    bench.view.set_caret(bench.span("detentiecentra in").start)
    for _ in range(len("detentie")):
        bench.key(Qt.Key.Key_Right)
    assert bench.at_caret(6) == "centra"
    bench.key(Qt.Key.Key_Left)
    assert bench.at_caret(7) == "ecentra"


def test_an_astral_character_is_one_step(bench: ReadingBench) -> None:
    bench.view.set_caret(bench.span("😀").start)
    bench.key(Qt.Key.Key_Right)
    assert bench.at_caret(3) == " en"
    bench.key(Qt.Key.Key_Left)
    assert bench.at_caret(1) == "😀"


def test_control_moves_by_word_and_shift_selects(qtbot: QtBot, bench: ReadingBench) -> None:
    bench.view.set_caret(bench.span("foto's").start)
    bench.key(Qt.Key.Key_Right, CONTROL)
    assert bench.at_caret(3) == "van"
    bench.key(Qt.Key.Key_Right, CONTROL)
    bench.key(Qt.Key.Key_Right, CONTROL | SHIFT)
    assert bench.selected() == "EU-lidstaten"
    with qtbot.waitSignal(bench.view.selection_finished):
        QApplication.sendEvent(
            bench.view, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
        )
    bench.key(Qt.Key.Key_Left, CONTROL)
    assert bench.at_caret(12) == "EU-lidstaten"
    assert bench.selected() == ""


def test_without_shift_an_arrow_leaves_the_selection_at_its_edge(bench: ReadingBench) -> None:
    bench.view.set_selection(bench.span("kustwacht"))
    bench.key(Qt.Key.Key_Left)
    assert bench.at_caret(9) == "kustwacht"
    bench.view.set_selection(bench.span("kustwacht"))
    bench.key(Qt.Key.Key_Right)
    assert bench.at_caret(3) == " en"


def test_up_and_down_keep_to_their_column(bench: ReadingBench) -> None:
    bench.view.set_caret(bench.span("kustwacht en").start)
    start = bench.view.caret_offset
    for _ in range(6):
        bench.key(Qt.Key.Key_Down)
    for _ in range(6):
        bench.key(Qt.Key.Key_Up)
    assert bench.view.caret_offset == start


def test_home_and_end_stay_on_their_line(bench: ReadingBench) -> None:
    bench.view.set_caret(bench.span("kustwacht en").start)
    y = bench.view.caret_rect().top()
    bench.key(Qt.Key.Key_End)
    assert bench.view.caret_rect().top() == y
    end = bench.view.caret_offset
    bench.key(Qt.Key.Key_Home)
    assert bench.view.caret_rect().top() == y
    assert bench.view.caret_offset == bench.reading.text.index("Zij vragen ook") < end
    bench.key(Qt.Key.Key_End, SHIFT)
    assert len(bench.selected()) == end - bench.view.selection_anchor


def test_control_home_and_end_go_through_the_whole_text(bench: ReadingBench) -> None:
    bench.key(Qt.Key.Key_End, CONTROL)
    assert bench.view.caret_offset == len(bench.reading.text)
    assert 0 <= bench.view.caret_rect().top() < 400
    bench.key(Qt.Key.Key_Home, CONTROL | SHIFT)
    assert bench.selected() == bench.reading.quote(bench.reading.source_span(0, len(bench.reading.text)))
    assert bench.view.flow.top[0] == 0


def test_page_down_and_up_turn_a_view_and_come_back(bench: ReadingBench) -> None:
    bench.view.set_caret(bench.span("kustwacht en").start)
    start = bench.view.caret_offset
    seen = bench.view.visible_span()
    bench.key(Qt.Key.Key_PageDown)
    assert bench.view.caret_offset > start
    assert seen.end - 200 < bench.view.visible_span().start <= seen.end, "a line or two stay in view"
    for _ in range(40):
        bench.key(Qt.Key.Key_PageDown)
    assert bench.view.caret_offset == len(bench.reading.text)
    for _ in range(40):
        bench.key(Qt.Key.Key_PageUp)
    assert bench.view.caret_offset == 0


def test_the_caret_stays_in_view_while_it_moves(bench: ReadingBench) -> None:
    for _ in range(60):
        bench.key(Qt.Key.Key_Down)
        rect = bench.view.caret_rect()
        assert rect.top() >= 0
        assert rect.bottom() <= 400


def test_control_a_selects_all(bench: ReadingBench) -> None:
    bench.key(Qt.Key.Key_A, CONTROL)
    assert bench.view.selected_text() == bench.reading.text


def test_alt_and_arrows_choose_and_tab_walks_through_overlapping_ones(bench: ReadingBench) -> None:
    long = bench.mark("naar de kustwacht en de financiering", "tag1")
    short = bench.mark("kustwacht en", "tag2")
    bench.key(Qt.Key.Key_Tab)
    assert bench.view.chosen() == "", "Tab without a choice goes on to the next widget"
    bench.view.setFocus()
    bench.key(Qt.Key.Key_Down, ALT)
    assert bench.view.chosen() == long.uid
    bench.key(Qt.Key.Key_Down, ALT)
    assert bench.view.chosen() == short.uid
    bench.key(Qt.Key.Key_Tab)
    assert bench.view.chosen() == long.uid
    bench.key(Qt.Key.Key_Backtab, SHIFT)
    assert bench.view.chosen() == short.uid
    bench.key(Qt.Key.Key_Up, ALT)
    assert bench.view.chosen() == long.uid


def test_enter_opens_the_chosen_highlight(qtbot: QtBot, bench: ReadingBench) -> None:
    highlight = bench.mark("kustwacht", "tag1")
    bench.view.choose(highlight.uid)
    with qtbot.waitSignal(bench.view.highlight_activated) as told:
        bench.key(Qt.Key.Key_Return)
    assert told.args == [highlight.uid]


def test_keys_of_the_view_go_before_shortcuts_of_the_window(bench: ReadingBench) -> None:
    for key, modifiers, wanted in (
        (Qt.Key.Key_Right, CONTROL | SHIFT, True),
        (Qt.Key.Key_A, CONTROL, True),
        (Qt.Key.Key_F, CONTROL, False),
        (Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, False),
    ):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(bench.view, event)
        assert event.isAccepted() is wanted, key


# footnotes ------------------------------------------------------------------------------------------------------------


def test_the_footnote_at_the_caret_is_shown(qtbot: QtBot, bench: ReadingBench) -> None:
    bench.view.set_caret(bench.span("foto's").start)
    assert bench.view.notes.show_at_caret()
    qtbot.waitUntil(lambda: "Kamerstuk 19637, nr. 2395." in QToolTip.text())
    bench.view.notes.hide()
    bench.view.set_caret(bench.span("Alinea 2").start)
    assert not bench.view.notes.show_at_caret()


def test_a_missing_note_is_called_missing(bench: ReadingBench) -> None:
    (note,) = bench.structure.footnotes
    from dataclasses import replace

    assert "missing" in bench.view.notes.words_of_note(replace(note, start=None, end=None))


def test_the_popup_over_a_highlight_names_labels_and_note(bench: ReadingBench) -> None:
    highlight = bench.mark("kustwacht", "tag1", "tag2", note="Eerste regel\nTweede")
    assert bench.view.notes._lines_of(highlight) == ["Detentie, Kustwacht", "— Eerste regel"]


def test_a_menu_is_about_the_selection_or_the_highlight_under_the_mouse(qtbot: QtBot, bench: ReadingBench) -> None:
    highlight = bench.mark("kustwacht", "tag1")
    bench.view.set_selection(bench.span("de financiering daarvan"))

    def ask(point: QPointF) -> None:
        at = point.toPoint()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, bench.view.viewport().mapToGlobal(at))
        with qtbot.waitSignal(bench.view.context_menu_requested):
            QApplication.sendEvent(bench.view.viewport(), event)

    ask(bench.point("financiering", 3))
    assert bench.selected() == "de financiering daarvan"
    ask(bench.point("kustwacht", 3))
    assert bench.selected() == ""
    assert bench.view.chosen() == highlight.uid
