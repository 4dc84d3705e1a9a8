"""Questions and answers in the reading view: stripes, badges, shared words, suggested passages, dragging an end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reader.domain.model import Span
from reader.questions.recognise import recognise_questions
from reader.text.reading import reading_text
from reader.text.recognise import recognise
from reader.ui import unit_view
from reader.ui.reading_view import ReadingView
from reader.ui.text_flow import Placed
from reader.ui.theme import Theme
from reader.ui.unit_marks import Role, UnitMark
from reader.ui.unit_painter import Badge, badges, extents, grips, stripe_x
from tests.ui.reading_bench import ReadingBench

FIRST, SECOND = "De leden van de D66-fractie", "Zij vragen ook naar de kustwacht"
MOVE, PRESS, RELEASE = QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease
SEED = Path(__file__).parents[2] / "seeds" / "2018-06-schriftelijk-overleg-integrale-migratieagenda.txt"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme) -> ReadingBench:
    made = ReadingBench(theme)
    qtbot.addWidget(made.view)
    made.show()
    return made


def unit(bench: ReadingBench, name: str, first: str, last: str, role: Role = "question") -> UnitMark:
    """A unit from the first of some words to the last of others."""
    start, end = bench.span(first).start, bench.span(last).end
    return UnitMark(name, role, ("V" if role == "question" else "A") + name[1:], start, end, f"Vraag {name[1:]}, D66")


@pytest.fixture
def units(bench: ReadingBench) -> list[UnitMark]:
    """A question over two paragraphs, and an answer over three one-line paragraphs."""
    shown = [
        unit(bench, "v1", FIRST, "welke stappen worden gezet."),
        unit(bench, "a1", "Alinea 0 gaat", "Alinea 2 gaat over iets anders", "answer"),
    ]
    bench.view.resize(500, 640)
    bench.view.set_units(shown)
    bench.view.scroll_by(60)
    return shown


def placed(bench: ReadingBench, words: str) -> Placed:
    paragraph = bench.reading.paragraph_at(bench.reading.text.index(words))
    return next(one for one in bench.view.flow.visible() if one.paragraph == paragraph)


def badge_of(bench: ReadingBench, name: str) -> Badge:
    flow, shown = bench.view.flow, bench.view.shown
    found = (badges(flow, one, extents(flow, one, shown.units, shown.moved)) for one in flow.visible())
    return next(badge for named in found for badge in named if badge.unit.id == name)


def end_of(bench: ReadingBench, name: str, *, start: bool = False) -> QPointF:
    """Where an end of a unit can be dragged."""
    flow, shown = bench.view.flow, bench.view.shown
    found = (grips(flow, extents(flow, one, shown.units, shown.moved)) for one in flow.visible())
    return next(grip.at for some in found for grip in some if grip.unit.id == name and grip.is_start is start)


def colour(bench: ReadingBench, x: float, y: float) -> str:
    return bench.picture().pixelColor(QPoint(int(x), int(y))).name()


def text_of(bench: ReadingBench, span: Span) -> str:
    return bench.reading.quote(span)


# what is shown --------------------------------------------------------------------------------------------------------


def test_a_question_has_a_hollow_stripe_and_an_answer_a_solid_one(
    bench: ReadingBench, units: list[UnitMark], theme: Theme
) -> None:
    left = stripe_x(bench.view.flow)
    assert left == bench.view.flow.text_left - 14
    y = placed(bench, SECOND).y + 30
    row = [colour(bench, left + x, y) for x in range(4)]
    q, page, accent = (theme.color(token).name() for token in ("q", "page", "accent"))
    assert row == [q, page, page, q]
    y = placed(bench, "Alinea 1 gaat").y + 12
    assert [colour(bench, left + x, y) for x in range(-1, 5)] == [page, accent, accent, accent, accent, page]


def test_a_stripe_goes_on_between_the_paragraphs_of_a_unit(
    bench: ReadingBench, units: list[UnitMark], theme: Theme
) -> None:
    left = stripe_x(bench.view.flow)
    gap = placed(bench, SECOND).y - 6
    assert colour(bench, left, gap) == theme.color("q").name()
    behind = placed(bench, "Alinea 3 gaat").y - 6
    assert colour(bench, left, behind) == theme.color("page").name(), "the answer is over there"


def test_a_badge_stands_at_the_first_line_left_of_the_stripe(bench: ReadingBench, units: list[UnitMark]) -> None:
    badge = badge_of(bench, "v1")
    line = bench.view.flow.rects(*bench.view.shown.units.touching(40, 41)[0][:2])[0]
    assert line.top() <= badge.rect.center().y() <= line.bottom()
    assert badge.rect.right() < stripe_x(bench.view.flow)
    assert badge.rect.left() >= 1
    assert badge.area.width() >= 24
    assert badge.area.height() >= 24


def test_badges_of_one_line_stand_below_each_other(bench: ReadingBench) -> None:
    words = ("Zij vragen ook", "naar de kustwacht", "en de financiering")
    bench.view.set_units([unit(bench, f"v{number}", one, one) for number, one in enumerate(words, 1)])
    middles = [badge_of(bench, f"v{number}").rect.center().y() for number in (1, 2, 3)]
    assert all(
        abs(a - b) >= 16 for a, b in ((middles[0], middles[1]), (middles[1], middles[2]), (middles[0], middles[2]))
    )


def test_a_badge_leaves_a_page_number_its_line(bench: ReadingBench) -> None:
    bench.view.set_units([unit(bench, "v1", "graag welke stappen", "worden gezet.")])
    place = placed(bench, SECOND)
    ((position, _),) = place.layout.facts.pages
    number = place.y + place.layout.lines[place.layout.line_at(position)].baseline
    badge = badge_of(bench, "v1").rect
    assert badge.top() > number or badge.bottom() < number - 11


@pytest.mark.parametrize("width", [320, 300, 240])
def test_a_narrow_pane_still_has_room_for_stripe_and_badge(bench: ReadingBench, width: int) -> None:
    bench.view.resize(width, 400)
    made = [UnitMark("v126", "question", "V126", *_span(bench, FIRST)), UnitMark("a7", "answer", "A7", 0, 5)]
    bench.view.set_units(made)
    for name in ("v126", "a7"):
        badge = badge_of(bench, name)
        assert 0 <= badge.rect.left() < badge.rect.right() <= stripe_x(bench.view.flow)
    assert badge_of(bench, "v126").text == "126"
    assert badge_of(bench, "a7").text == "A7"


def _span(bench: ReadingBench, words: str) -> tuple[int, int]:
    span = bench.span(words)
    return span.start, span.end


def test_another_text_has_no_units_and_another_form_of_it_keeps_them(
    qtbot: QtBot, bench: ReadingBench, units: list[UnitMark]
) -> None:
    bench.view.set_shared([_span(bench, "kustwacht")])
    bench.view.set_reading(bench.delivered)
    assert bench.view.units == tuple(units)
    (there,) = bench.view.shown.units.touching(*bench.delivered.shown_span(bench.span("Alinea 1 gaat")) or (0, 0))
    assert there[2].id == "a1"
    assert len(bench.view.shown.shared) == 1
    with qtbot.waitSignal(bench.view.units_changed):
        bench.view.set_document(bench.reading, bench.marks)
    assert bench.view.units == ()
    assert len(bench.view.shown.units) == len(bench.view.shown.shared) == 0


def test_shared_words_are_underlined_within_a_compound_and_over_a_line_end(bench: ReadingBench, theme: Theme) -> None:
    span = bench.span("detentiecentra")
    warn = theme.color("warn").name()
    bench.view.set_shared([(span.start, span.end - 4)])
    assert warn in bench.colours("detentie")
    before = bench.colours("foto's")
    assert warn not in before
    assert theme.color("text").name() in bench.colours("detentie"), "the letters keep their colour"
    bench.view.set_shared([])
    assert warn not in bench.colours("detentie")


def test_a_suggested_passage_has_a_dashed_bracket_at_the_right(bench: ReadingBench, theme: Theme) -> None:
    bench.view.set_suggested([("s1", *_span(bench, "Alinea 0 gaat")), ("s2", *_span(bench, "Alinea 1 gaat"))])
    flow = bench.view.flow
    place = placed(bench, "Alinea 0 gaat")
    x = int(flow.text_left + flow.text_width + 4.75)
    picture = bench.picture()
    marked = [picture.pixelColor(x, int(place.y) + y) != theme.color("page") for y in range(2, 20)]
    assert any(marked)
    assert not all(marked)


def test_scrolling_paints_units_the_same_as_painting_anew(bench: ReadingBench, units: list[UnitMark]) -> None:
    bench.view.set_units([*units, unit(bench, "v2", "Alinea 4 gaat", "Alinea 9 gaat")])
    QApplication.processEvents()
    for _ in range(20):
        bench.view.scroll_by(17)
        QApplication.processEvents()
    scrolled = bench.view.screen().grabWindow(bench.view.winId()).toImage()
    bench.view.viewport().repaint()
    assert scrolled == bench.view.screen().grabWindow(bench.view.winId()).toImage()


def test_a_lit_unit_stands_out(bench: ReadingBench, units: list[UnitMark]) -> None:
    plain = bench.picture()
    bench.view.light_unit("v1")
    assert bench.picture() != plain
    bench.view.light_unit("")
    assert bench.picture() == plain


# finding --------------------------------------------------------------------------------------------------------------


def test_the_innermost_unit_at_a_place_is_found(bench: ReadingBench, units: list[UnitMark]) -> None:
    inner = unit(bench, "v2", "over iets anders", "anders")
    bench.view.set_units([*units, inner])
    at = inner.start + 2
    assert bench.view.unit_at(at) == inner
    assert bench.view.unit_at(at, "answer") == units[1]
    assert bench.view.unit_at(bench.span("Alinea 9 gaat").start) is None


def test_next_unit_tells_and_moves_nothing(bench: ReadingBench, units: list[UnitMark]) -> None:
    bench.view.set_caret(0)
    top = bench.view.flow.top
    assert bench.view.next_unit(1) == units[0]
    assert bench.view.next_unit(1, "answer") == units[1]
    assert bench.view.next_unit(-1) is None
    assert (bench.view.caret(), bench.view.flow.top) == (0, top)


# pointing -------------------------------------------------------------------------------------------------------------


def test_a_badge_is_a_button(qtbot: QtBot, bench: ReadingBench, units: list[UnitMark]) -> None:
    point = badge_of(bench, "v1").rect.center()
    caret = bench.view.caret()
    bench.mouse(MOVE, point, held=False)
    assert bench.view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(bench.view.unit_clicked) as told:
        bench.click(point)
    assert told.args == ["v1"]
    assert bench.view.caret() == caret, "a click on a badge does not move the caret"


def test_a_right_click_on_a_badge_or_stripe_asks_for_the_menu_of_the_unit(
    qtbot: QtBot, bench: ReadingBench, units: list[UnitMark]
) -> None:
    stripe = QPointF(stripe_x(bench.view.flow) + 2, placed(bench, "Alinea 1 gaat").y + 12)
    for point, name in ((badge_of(bench, "v1").rect.center(), "v1"), (stripe, "a1")):
        at = bench.view.viewport().mapToGlobal(point.toPoint())
        with qtbot.waitSignal(bench.view.unit_menu_requested) as told:
            QApplication.sendEvent(
                bench.view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point.toPoint(), at)
            )
        assert told.args == [name, at]


def test_a_badge_says_what_it_is(bench: ReadingBench, units: list[UnitMark], monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda *words: said.append(words[1]))
    monkeypatch.setattr(bench.view.viewport(), "underMouse", lambda: True)
    bench.mouse(MOVE, badge_of(bench, "v1").rect.center(), held=False)
    bench.view.mouse._hover_timer.timeout.emit()
    assert said == ["Vraag 1, D66"]


def test_the_ends_of_the_unit_under_the_mouse_can_be_taken(bench: ReadingBench, units: list[UnitMark]) -> None:
    bench.mouse(MOVE, end_of(bench, "v1") - QPointF(0, 20), held=False)
    assert bench.view.shown.gripped_units == {"v1"}
    bench.mouse(MOVE, end_of(bench, "v1"), held=False)
    assert bench.view.viewport().cursor().shape() == Qt.CursorShape.SizeVerCursor
    bench.mouse(MOVE, bench.point("kustwacht"), held=False)
    assert bench.view.shown.gripped_units == set()
    assert bench.view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


# dragging an end ------------------------------------------------------------------------------------------------------


def drag(bench: ReadingBench, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier | None = None) -> None:
    held = modifiers or Qt.KeyboardModifier.NoModifier
    bench.mouse(PRESS, start)
    bench.mouse(MOVE, QPointF((start.x() + end.x()) / 2, (start.y() + end.y()) / 2), modifiers=held)
    bench.mouse(MOVE, end, modifiers=held)


def test_a_dragged_end_goes_to_the_end_of_a_sentence(
    qtbot: QtBot, bench: ReadingBench, units: list[UnitMark], theme: Theme
) -> None:
    start = end_of(bench, "a1")
    target = QPointF(start.x(), bench.point("Alinea 4 gaat").y())
    corner = bench.view.rects_of(bench.span("Alinea 4 gaat"))[0].topLeft() + QPointF(1, 1)
    assert colour(bench, corner.x(), corner.y()) == theme.color("page").name()
    drag(bench, start, target)
    assert text_of(bench, _shown_now(bench)).endswith("zodat er veel tekst staat.")
    assert bench.view.unit_at(bench.span("Alinea 4 gaat").start) is None, "nothing is changed yet"
    assert colour(bench, corner.x(), corner.y()) != theme.color("page").name(), "what is passed over has a ground"
    with qtbot.waitSignal(bench.view.unit_ends_changed) as told:
        bench.mouse(RELEASE, target)
    name, span = told.args
    assert name == "a1"
    assert span == Span(units[1].start, bench.span("Alinea 4 gaat over iets anders").start + len(_line(4)))


def _line(number: int) -> str:
    return f"Alinea {number} gaat over iets anders en is er om te schuiven, zodat er veel tekst staat."


def _shown_now(bench: ReadingBench) -> Span:
    assert bench.view.shown.moved is not None
    return bench.reading.source_span(*bench.view.shown.moved.now)


def test_the_sentence_at_the_mouse_counts_where_a_line_has_several(qtbot: QtBot, bench: ReadingBench) -> None:
    mark = unit(bench, "v1", "naar de foto's", "Zie de brief van 25 april.")
    bench.view.set_units([mark])
    with qtbot.waitSignal(bench.view.unit_ends_changed) as told:
        drag(bench, end_of(bench, "v1", start=True), bench.point("Zie de brief", 1))
        bench.mouse(RELEASE, bench.point("Zie de brief", 1))
    assert told.args == ["v1", Span(bench.span("Zie de brief").start, mark.end)]


def test_with_alt_an_end_goes_exactly_to_the_word(qtbot: QtBot, bench: ReadingBench, units: list[UnitMark]) -> None:
    target = bench.point("iets anders", 7)
    with qtbot.waitSignal(bench.view.unit_ends_changed) as told:
        drag(bench, end_of(bench, "a1"), target, Qt.KeyboardModifier.AltModifier)
        bench.mouse(RELEASE, target)
    first = bench.span("Alinea 0 gaat over iets anders")
    assert told.args == ["a1", first]


def test_escape_leaves_the_unit_as_it_was(qtbot: QtBot, bench: ReadingBench, units: list[UnitMark]) -> None:
    target = bench.point("Alinea 4 gaat")
    with qtbot.assertNotEmitted(bench.view.unit_ends_changed):
        drag(bench, end_of(bench, "a1"), target)
        bench.key(Qt.Key.Key_Escape)
        assert bench.view.shown.moved is None
        bench.mouse(MOVE, target)
        bench.mouse(RELEASE, target)
    assert bench.selected() == ""


def test_a_click_on_an_end_changes_nothing(qtbot: QtBot, bench: ReadingBench, units: list[UnitMark]) -> None:
    with qtbot.assertNotEmitted(bench.view.unit_ends_changed):
        bench.click(end_of(bench, "a1"))


def test_an_end_cannot_pass_the_other_one(bench: ReadingBench, units: list[UnitMark]) -> None:
    drag(bench, end_of(bench, "a1"), QPointF(40, 2))
    moved = bench.view.shown.moved
    assert moved is not None
    assert moved.now[0] < moved.now[1]


def test_units_that_change_under_a_drag_end_it(qtbot: QtBot, bench: ReadingBench, units: list[UnitMark]) -> None:
    target = bench.point("Alinea 4 gaat")
    with qtbot.assertNotEmitted(bench.view.unit_ends_changed):
        drag(bench, end_of(bench, "a1"), target)
        bench.view.set_units(units[:1])
        bench.mouse(RELEASE, target)


# screen readers -------------------------------------------------------------------------------------------------------


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(unit_view, "is_heard", lambda: True)
    monkeypatch.setattr(unit_view, "announce", lambda _view, what: words.append(what))
    return words


def test_a_unit_is_announced_when_the_caret_comes_into_it(
    bench: ReadingBench, units: list[UnitMark], said: list[str]
) -> None:
    bench.view.set_caret(bench.span(FIRST).start)
    bench.view.set_caret(bench.span("kustwacht").start)
    assert said == ["Vraag 1, D66"]
    bench.view.set_caret(bench.span("Alinea 9 gaat").start)
    bench.view.set_caret(bench.span("kustwacht").start)
    assert said == ["Vraag 1, D66"] * 2


# a real paper ---------------------------------------------------------------------------------------------------------


def test_every_unit_of_a_real_paper_has_its_stripe_and_badge_in_the_margin(qtbot: QtBot, theme: Theme) -> None:
    body = SEED.read_text(encoding="utf-8")
    structure = recognise(body)
    exchange = recognise_questions(structure, body)
    marks = [UnitMark(one.id, "question", f"V{i}", one.start, one.end) for i, one in enumerate(exchange.questions)]
    marks += [UnitMark(one.id, "answer", f"A{i}", one.start, one.end) for i, one in enumerate(exchange.answers)]
    view = ReadingView(theme)
    qtbot.addWidget(view)
    view.resize(434, 800)
    view.show()
    view.set_document(reading_text(structure, body), None)
    view.set_units(marks)
    flow = view.flow
    seen: set[str] = set()
    while True:
        for place in flow.visible():
            named = badges(flow, place, extents(flow, place, view.shown.units))
            assert all(badge.rect.left() >= 1 and badge.rect.right() < stripe_x(flow) for badge in named)
            assert all(not a.rect.intersects(b.rect) for a in named for b in named if a is not b)
            seen |= {badge.unit.id for badge in named}
        if not view.scroll_by(700):
            break
    assert seen == {mark.id for mark in marks}
