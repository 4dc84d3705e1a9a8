"""The reading view: places, scrolling, typography, caret and selection, marks on the screen, hits."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.changes import ActName, ChangeSet, changed
from reader.domain.model import Span, Tag
from reader.text.reading import reading_text
from reader.text.structure import Structure
from reader.ui.reading_view import ReadingView
from reader.ui.theme import Theme
from tests.ui.reading_bench import TAGS, ReadingBench


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme) -> ReadingBench:
    made = ReadingBench(theme)
    qtbot.addWidget(made.view)
    made.show()
    return made


# places and scrolling -------------------------------------------------------------------------------------------------


def test_a_view_without_a_text_takes_everything_calmly(qtbot: QtBot, theme: Theme) -> None:
    view = ReadingView(theme)
    qtbot.addWidget(view)
    view.show()
    assert view.scroll_by(100) == 0
    assert view.position() == (0, 0)
    assert view.visible_span() == Span(0, 0)
    assert view.rects_of(Span(0, 1)) == []
    view.set_caret(5)
    view.select_all()
    view.choose_next()
    view.show_footnote_at_caret()
    view.set_document(reading_text(Structure(), ""), None)
    view.set_reading_size(20)
    view.grab()


def test_lines_are_as_high_and_as_wide_as_the_design_says(bench: ReadingBench) -> None:
    rects = bench.view.rects_of(bench.span("Zij vragen ook naar de kustwacht en de financiering daarvan, en zij horen"))
    assert rects[0].left() == 54
    assert rects[1].top() - rects[0].top() == 24 == bench.view.line_height_px()
    bench.view.resize(900, 400)
    assert bench.view.flow.text_width == 500
    assert bench.view.flow.text_left - 54 == 900 - 30 - (bench.view.flow.text_left + 500)


def test_scrolling_stops_at_both_ends(bench: ReadingBench) -> None:
    assert bench.view.scroll_by(-50) == 0
    assert bench.view.scroll_by(30) == 30
    bench.view.scroll_by(10**6)
    last = bench.view.flow.visible()[-1]
    assert last.paragraph == bench.reading.paragraph_count - 1
    assert last.bottom == 400
    assert bench.view.scroll_by(1) == 0
    bench.view.scroll_by(-(10**6))
    assert bench.view.flow.top == (0, 0)


def test_small_steps_down_and_up_come_back_to_the_same_pixel(bench: ReadingBench) -> None:
    chance = random.Random(3)
    steps = [chance.randrange(1, 300) for _ in range(12)]
    for step in steps:
        assert bench.view.scroll_by(step) == step
    for step in steps:
        assert bench.view.scroll_by(-step) == -step
    assert bench.view.flow.top == (0, 0)


def test_scrolling_paints_the_same_as_painting_anew(bench: ReadingBench) -> None:
    bench.mark("Alinea 4 gaat over iets anders", "tag1", "tag2")
    QApplication.processEvents()
    for _ in range(20):
        bench.view.scroll_by(17)
        QApplication.processEvents()
    scrolled = bench.view.screen().grabWindow(bench.view.winId()).toImage()
    bench.view.viewport().repaint()
    assert scrolled == bench.view.screen().grabWindow(bench.view.winId()).toImage()


def test_the_first_line_stays_while_width_and_size_change(bench: ReadingBench) -> None:
    bench.view.scroll_by(700)
    before = bench.view.position()
    for width, size in ((700, 15), (420, 24), (500, 40), (500, 15)):
        bench.view.resize(width, 400)
        bench.view.set_reading_size(size)
    assert bench.view.position() == before


def test_a_place_can_be_come_back_to(bench: ReadingBench) -> None:
    bench.view.scroll_by(523)
    place, seen = bench.view.position(), bench.view.visible_span()
    bench.view.scroll_by(-400)
    assert bench.view.visible_span() != seen
    bench.view.set_position(place)
    assert bench.view.visible_span() == seen
    assert bench.view.position() == place


def test_the_form_as_delivered_keeps_place_caret_selection_and_hits(bench: ReadingBench) -> None:
    bench.view.scroll_by(300)
    bench.view.set_selection(bench.span("Alinea 9"))
    hits = bench.view.find("alinea 10")
    bench.view.set_hits(hits, 0)
    top = bench.view.position()[0]
    bench.view.set_reading(bench.delivered)
    assert bench.view.position()[0] == top
    assert bench.view.selection() == bench.span("Alinea 9")
    assert bench.view.shown.current_hit is not None
    start, end = bench.view.shown.current_hit
    assert bench.delivered.text[start:end] == "Alinea 10"
    assert bench.view.selected_text() == "Alinea 9"


def test_reveal_brings_a_passage_into_view_and_frames_it_for_a_moment(qtbot: QtBot, bench: ReadingBench) -> None:
    span = bench.span("Alinea 50 gaat")
    assert bench.view.rects_of(span) == []
    guessed = bench.view.y_of(span.start)
    assert guessed > 400
    bench.view.reveal(span)
    (rect,) = bench.view.rects_of(span)
    assert 0 < rect.top() < 400
    assert bench.view.y_of(span.start) == rect.top() - 3
    assert bench.view.shown.revealed is not None
    with qtbot.waitSignal(bench.view._frame_timer.timeout, timeout=5000):
        bench.view._frame_timer.setInterval(1)
    assert bench.view.shown.revealed is None


def test_reveal_slides_there_unless_motion_is_reduced(qtbot: QtBot, bench: ReadingBench) -> None:
    bench.view.set_reduced_motion(False)
    span = bench.span("Alinea 30 gaat")
    bench.view.reveal(span, frame=False)
    place = bench.view.rects_of(span)
    assert bench.view._slide_offset() != 0
    with qtbot.waitSignal(bench.view._slide.finished, timeout=5000):
        pass
    assert bench.view._slide_offset() == 0
    assert bench.view.rects_of(span) == place, "places are those of the end of the slide all the time"


def test_what_is_in_view_is_not_moved(bench: ReadingBench) -> None:
    bench.view.reveal(bench.span("kustwacht"))
    assert bench.view.flow.top == (0, 0)


def test_the_size_stays_within_its_limits(qtbot: QtBot, bench: ReadingBench) -> None:
    with qtbot.waitSignal(bench.view.reading_size_changed) as told:
        bench.view.zoom_in()
    assert told.args == [16]
    bench.view.set_reading_size(90)
    assert bench.view.reading_size() == 40
    bench.view.set_reading_size(3)
    assert bench.view.reading_size() == 12
    bench.view.zoom_reset()
    assert bench.view.reading_size() == 15
    bench.view.set_line_height(2.0)
    assert bench.view.line_height_px() == 30


def test_y_of_grows_with_the_place(bench: ReadingBench) -> None:
    starts = [
        bench.reading.source_offset(bench.reading.paragraph_start(i)) for i in range(bench.reading.paragraph_count)
    ]
    heights = [bench.view.y_of(start) for start in starts if start != bench.structure.footnotes[0].start]
    assert heights == sorted(heights)


# typography -----------------------------------------------------------------------------------------------------------


def test_each_kind_of_paragraph_has_its_own_look(bench: ReadingBench) -> None:
    styles = [bench.view.flow.layouts[index].style for index in range(5)]
    heading, body, _, item, note = styles
    assert heading.font.pixelSize() > body.font.pixelSize() > note.font.pixelSize()
    assert heading.font.weight() == 600
    assert note.token == "text2"
    layout = bench.view.flow.layouts[3]
    assert layout.lines[0].x == 0 < layout.lines[1].x, "a list item hangs"
    assert item.font == body.font


def test_a_raised_marker_does_not_move_the_baseline(bench: ReadingBench) -> None:
    layout = bench.view.flow.layouts[1]
    assert layout.facts.notes
    baselines = [line.baseline for line in layout.lines]
    assert [b - a for a, b in pairwise(baselines)] == [24] * (len(baselines) - 1)


def test_pages_are_named_by_their_printed_number_where_it_is_known(bench: ReadingBench) -> None:
    first, second = bench.structure.pages
    assert bench.view.page_name(first) == "fp. 1"
    assert bench.view.page_name(second) == "p. 8"
    (position, page), *rest = bench.view.flow.layouts[2].facts.pages
    assert not rest
    assert page == second
    assert bench.reading.paragraph(2)[position:].startswith("welke stappen")


# caret and selection --------------------------------------------------------------------------------------------------


def test_selection_and_caret_are_told_in_source_offsets(qtbot: QtBot, bench: ReadingBench) -> None:
    span = bench.span("detentiecentra in Libië 😀 en")
    assert bench.body[span.start : span.end] == "detentie-\ncentra in Libië 😀 en"
    with qtbot.waitSignals([bench.view.selection_changed, bench.view.caret_moved]):
        bench.view.set_selection(span)
    assert bench.view.selection() == span
    assert bench.view.caret() == span.end
    assert bench.view.selected_text() == "detentiecentra in Libië 😀 en"
    with qtbot.waitSignal(bench.view.selection_changed) as told:
        bench.view.clear_selection()
    assert told.args == [None]


def test_copy_gives_the_shown_words(bench: ReadingBench) -> None:
    bench.view.set_selection(bench.span("detentiecentra in Libië"))
    bench.view.copy()
    assert QGuiApplication.clipboard().text() == "detentiecentra in Libië"


def test_positions_behind_an_astral_character_are_exact(bench: ReadingBench) -> None:
    span = bench.span("foto's")
    (rect,) = bench.view.rects_of(span)
    assert bench.view.source_at(rect.center()) in range(span.start, span.end)
    assert bench.view.source_at(rect.topLeft() + (rect.bottomLeft() - rect.topLeft()) / 2) == span.start


# marks ----------------------------------------------------------------------------------------------------------------


def test_a_highlight_is_painted_when_it_is_made_and_gone_when_it_is_removed(bench: ReadingBench, theme: Theme) -> None:
    tint, line = theme.label_tint(1).name(), theme.label_line(1).name()
    assert tint not in bench.colours("kustwacht")
    highlight = bench.mark("kustwacht", "tag1")
    assert {tint, line} <= bench.colours("kustwacht")
    assert tint not in bench.colours("financiering")
    bench.unmark(highlight)
    assert not {tint, line} & bench.colours("kustwacht")


def test_only_the_paragraph_of_a_new_mark_is_painted(bench: ReadingBench) -> None:
    bench.picture()
    kept = bench.view.flow.layouts[1].painted["marked"]
    bench.mark("kustwacht", "tag1")
    assert "marked" not in bench.view.flow.layouts[2].painted
    assert bench.view.flow.layouts[1].painted["marked"] is kept


def test_overlapping_labels_darken_the_ground_and_have_their_own_lines(bench: ReadingBench, theme: Theme) -> None:
    bench.mark("de kustwacht en de financiering", "tag1")
    bench.mark("financiering daarvan", "tag2")
    colours = bench.colours("financiering")
    assert {theme.label_line(1).name(), theme.label_line(2).name()} <= colours
    assert theme.label_tint(1).name() not in colours
    assert theme.label_tint(1).name() in bench.colours("kustwacht")


def test_another_colour_of_a_label_is_shown(bench: ReadingBench, theme: Theme) -> None:
    bench.mark("kustwacht", "tag1")
    new = Tag("tag1", "Detentie", 7, 1, position=1)
    bench.run(ChangeSet(ActName("tag.recolour"), changed(TAGS[0], new)))
    assert theme.label_tint(7).name() in bench.colours("kustwacht")


def test_labels_without_room_are_told_in_the_margin(bench: ReadingBench) -> None:
    for words in ("de kustwacht en de financiering", "kustwacht en de financiering", "de financiering", "financiering"):
        bench.mark(words, "tag1")
    placed = bench.view.flow.visible()[2]
    margin = bench.view.painter.margin(bench.view.flow, placed, bench.marks)
    assert [count for _, count in margin.more] == [1]


def test_a_note_and_links_have_signs_that_do_not_lie_on_each_other(bench: ReadingBench) -> None:
    first = bench.mark("kustwacht", "tag1", note="Opmerking")
    other = bench.mark("Alinea 2 gaat", kind="anchor")
    bench.link(first, other)
    bench.link(other, first)
    placed = bench.view.flow.visible()[2]
    signs = bench.view.painter.margin(bench.view.flow, placed, bench.marks).signs
    assert [(sign.kind, sign.count) for sign in signs] == [("note", 1), ("link", 2)]
    areas = [sign.area(placed, 470) for sign in signs]
    assert all(area.width() >= 24 and area.height() >= 24 for area in areas)
    assert not areas[0].intersects(areas[1])


def test_the_chosen_highlight_is_let_go_when_it_is_removed(qtbot: QtBot, bench: ReadingBench) -> None:
    highlight = bench.mark("kustwacht", "tag1")
    bench.view.choose(highlight.uid)
    with qtbot.waitSignal(bench.view.chosen_changed) as told:
        bench.unmark(highlight)
    assert told.args == [""]
    bench.view.choose("unknown")
    assert bench.view.chosen() == ""


def test_next_and_previous_highlight_start_at_the_caret(bench: ReadingBench) -> None:
    first, second, third = (bench.mark(words, "tag1") for words in ("kustwacht", "Alinea 3 gaat", "Alinea 40 gaat"))
    bench.view.set_caret(bench.span("financiering").start)
    bench.view.choose_next()
    assert bench.view.chosen() == second.uid
    bench.view.choose_next()
    assert bench.view.chosen() == third.uid
    assert bench.view.rects_of(third.span)
    bench.view.choose_next()
    assert bench.view.chosen() == third.uid, "there is no further one"
    bench.view.choose_previous()
    bench.view.choose_previous()
    assert bench.view.chosen() == first.uid


# hits -----------------------------------------------------------------------------------------------------------------


def test_hits_are_marked_and_the_current_one_stands_out(bench: ReadingBench, theme: Theme) -> None:
    hits = bench.view.find("vragen naar") + bench.view.find("kustwacht")
    bench.view.set_hits(hits, 1)
    assert theme.color("hit").name() in bench.colours("vragen naar")
    assert theme.color("hitcur").name() in bench.colours("kustwacht")
    bench.view.set_hits([], -1)
    assert theme.color("hit").name() not in bench.colours("vragen naar")


def test_the_theme_can_change(bench: ReadingBench, theme: Theme) -> None:
    theme.choose("dark")
    assert theme.color("page").name() in bench.colours("kustwacht")
    theme.choose("light")
