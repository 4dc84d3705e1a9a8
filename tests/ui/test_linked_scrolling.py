"""Panes that scroll together: the answer comes beside the question that is read, and the other way round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import ANSWERED_BY, BUILTIN_LINK_KINDS
from reader.edit import links
from reader.ui.document_pane import DocumentPane
from reader.ui.linked_scrolling import EDGE, READING, Extent, LinkedScrolling, followed_top
from tests.questions.papers import lines
from tests.ui.pane_bench import PaneBench, bench

__all__ = ["bench"]

WORDS = ("wegen", "bruggen", "sluizen", "dijken", "havens", "kanalen", "tunnels", "sporen", "stations", "molens")


def paper_of_numbers(length: int) -> str:
    """Questions and answers by number: all questions first; the answers are `length` times as long."""
    asked = [
        (f"Vraag {n}", f"Hoeveel {word} zijn er? " + f"Dit gaat over {word}. " * 4) for n, word in enumerate(WORDS, 1)
    ]
    answered = [(f"Antwoord {n}", f"Er zijn veel {word}. " * 5 * length) for n, word in enumerate(WORDS, 1)]
    return lines(*(part for pair in (*asked, *answered) for part in pair))


@pytest.fixture
def scrolling(bench: PaneBench) -> LinkedScrolling:
    scrolling = LinkedScrolling(bench.session, bench.row, bench.questions, bench.row)
    scrolling.told.connect(bench.told.append)
    return scrolling


@pytest.fixture
def two(bench: PaneBench, scrolling: LinkedScrolling) -> tuple[DocumentPane, DocumentPane]:
    """Two panes with one paper; the left one shows its questions, and both scroll by pairs."""
    left = bench.open(bench.add("Kamervragen", paper_of_numbers(3)))
    right = bench.open(left.document.uid)
    bench.row.activate(left)
    bench.known(left)
    scrolling.toggle()
    bench.settle()
    return left, right


def read_unit(bench: PaneBench, pane: DocumentPane) -> str:
    """The last question or answer that began at or above the reading line, a third down the pane."""
    line = pane.view.viewport().height() / READING
    begun = [unit.id for unit in pane.view.units if bench.top(pane, unit.id) <= line]
    return begun[-1] if begun else ""


def wheel_to(bench: PaneBench, pane: DocumentPane, unit_id: str, y: int) -> None:
    """Scroll as a reader does until a unit stands at a height."""
    for _ in range(400):
        away = bench.top(pane, unit_id) - y
        if abs(away) < 2:
            return
        before = bench.top(pane, unit_id)
        bench.wheel(pane, max(-3.0, min(3.0, away / 72)))
        if bench.top(pane, unit_id) == before:
            return


def mode(scrolling: LinkedScrolling) -> str:
    return scrolling.mode


def link(bench: PaneBench, source: links.LinkEnd, target: links.LinkEnd, kind_uid: str) -> None:
    assert bench.session.attempt(lambda: links.link(bench.project, source, target, kind_uid))


def test_the_answer_comes_to_the_height_of_the_question(
    bench: PaneBench, two: tuple[DocumentPane, DocumentPane]
) -> None:
    left, right = two
    for number in (3, 5, 9, 4):
        wheel_to(bench, left, f"q{number}", 120)
        assert abs(bench.top(right, f"a{number}") - bench.top(left, f"q{number}")) <= 1


def test_the_question_comes_when_the_answers_are_read(bench: PaneBench, two: tuple[DocumentPane, DocumentPane]) -> None:
    left, right = two
    wheel_to(bench, right, "a7", 120)
    assert abs(bench.top(left, "q7") - bench.top(right, "a7")) <= 1
    wheel_to(bench, right, "a7", -150)
    seen = left.view.visible_span()
    assert seen.overlaps(bench.unit(left, "q7").span), "the question stays in view while its long answer is read"


def test_the_caret_takes_the_other_pane_along(bench: PaneBench, two: tuple[DocumentPane, DocumentPane]) -> None:
    left, right = two
    for number in range(1, 7):
        bench.questions.next_question()
        bench.settle()
        assert read_unit(bench, right) == f"a{number}" or 0 <= bench.top(right, f"a{number}") < 450
        assert abs(bench.top(right, f"a{number}") - bench.top(left, f"q{number}")) <= 1 or number == 1
    assert left.view.caret() == bench.unit(left, "q6").span.start


def test_nothing_jumps_back_and_forth_at_the_border_of_two_questions(
    bench: PaneBench, two: tuple[DocumentPane, DocumentPane]
) -> None:
    left, right = two
    line = left.view.viewport().height() // READING
    wheel_to(bench, left, "q5", line + 2)
    seen = []
    for step in (4, -4) * 6:
        bench.wheel(left, step / 72)
        seen.append(bench.top(right, "a4"))
    assert max(seen) - min(seen) <= 8, "it moves with the text, and not to another answer"


def test_following_does_not_go_round(bench: PaneBench, two: tuple[DocumentPane, DocumentPane]) -> None:
    left, right = two
    told: list[DocumentPane] = []
    left.view.user_scrolled.connect(lambda _alone: told.append(left))
    right.view.user_scrolled.connect(lambda _alone: told.append(right))
    for _ in range(5):
        bench.wheel(left, 1)
    assert told == [left] * 5


def test_what_is_accepted_goes_before_what_is_proposed(
    bench: PaneBench, two: tuple[DocumentPane, DocumentPane]
) -> None:
    left, right = two
    uid = left.document.uid
    question, answer = bench.unit(left, "q4").span, bench.unit(left, "a9").span
    link(bench, (uid, question), (uid, answer), ANSWERED_BY.uid)
    wheel_to(bench, left, "q5", 120)
    wheel_to(bench, left, "q4", 120)
    assert abs(bench.top(right, "a9") - bench.top(left, "q4")) <= 1


def test_a_pane_moved_alone_keeps_its_distance(bench: PaneBench, two: tuple[DocumentPane, DocumentPane]) -> None:
    left, right = two
    wheel_to(bench, left, "q5", 130)
    bench.wheel(right, -1, alone=True)
    apart = bench.top(right, "a5") - bench.top(left, "q5")
    assert apart > 40
    for _ in range(2):
        bench.wheel(left, 0.25)
        assert abs(bench.top(right, "a5") - bench.top(left, "q5") - apart) <= 1


def test_without_links_the_panes_go_on_from_where_they_stand(bench: PaneBench, scrolling: LinkedScrolling) -> None:
    long = lines(*(f"Alinea {number} is er om te schuiven, en gaat over niets." for number in range(80)))
    left, right = bench.open(bench.add("Een", long)), bench.open(bench.add("Ander", long))
    for pane in (left, right):
        bench.known(pane)
    scrolling.toggle()
    assert mode(scrolling) == "here"
    assert bench.told == ["Nothing is linked between these panes: they scroll together from here."]
    assert left.head.follows.isVisible()
    bench.wheel(right, 3, alone=True)
    before = right.view.y_of(0) - left.view.y_of(0)
    for notches in (2, 3, -1):
        bench.wheel(left, notches)
        assert round(right.view.y_of(0) - left.view.y_of(0)) == round(before)
    scrolling.toggle()
    assert mode(scrolling) == "off"
    place = right.view.position()
    bench.wheel(left, 2)
    assert right.view.position() == place
    assert not left.head.follows.isVisible()


def test_at_its_end_a_pane_waits_until_the_other_is_back(bench: PaneBench, scrolling: LinkedScrolling) -> None:
    long = lines(*(f"Alinea {number} is er om te schuiven, en gaat over niets." for number in range(80)))
    short = lines(*(f"Alinea {number} van het korte stuk." for number in range(25)))
    left, right = bench.open(bench.add("Lang", long)), bench.open(bench.add("Kort", short))
    scrolling.align_from_here()
    start = right.view.position()
    for notches in (6, 6, 6, -6, -6, -6):
        bench.wheel(left, notches)
    assert left.view.position() == start == right.view.position()


def test_links_of_any_type_lead_through_papers_without_questions(bench: PaneBench, scrolling: LinkedScrolling) -> None:
    body = lines(*(f"Alinea {number} over {word}, die " + "lang is. " * 30 for number, word in enumerate(WORDS)))
    left, right = bench.open(bench.add("Een", body)), bench.open(bench.add("Ander", body))
    ends = []
    for number, other in ((2, 7), (5, 4), (7, 8)):
        source, target = left.view.find(f"Alinea {number} over")[0], right.view.find(f"Alinea {other} over")[0]
        link(bench, (left.document.uid, source), (right.document.uid, target), BUILTIN_LINK_KINDS[4].uid)
        ends.append((source, target))
    for pane in (left, right):
        bench.known(pane)
    scrolling.toggle()
    assert scrolling.mode == "pairs"
    for source, target in ends:
        left.view.scroll_to(source.start, 150)
        bench.settle()
        bench.wheel(left, 0.25)
        assert abs(left.view.y_of(source.start) - right.view.y_of(target.start)) <= 1


def test_a_pane_that_is_closed_is_forgotten(bench: PaneBench, two: tuple[DocumentPane, DocumentPane]) -> None:
    left, right = two
    assert left.head.follows.isVisible()
    bench.wheel(left, 2)
    bench.row.close_pane(right)
    assert not left.head.follows.isVisible()
    bench.wheel(left, 2)
    bench.settle()
    assert bench.row.panes == (left,)


# the height of what follows

EXTENTS = st.builds(Extent, st.floats(-2000, 600), st.floats(24, 3000))


@given(EXTENTS, st.floats(24, 3000), st.floats(100, 250), st.floats(300, 1200))
def test_the_start_of_the_counterpart_stands_beside_that_of_the_source_or_above_it_in_view(
    source: Extent, target: float, line: float, height: float
) -> None:
    top = followed_top(source, target, line, height)
    if source.top >= EDGE:
        assert top <= max(source.top, line)
        assert top == source.top or top + target >= height - EDGE - 1 or top == line
    else:
        assert top <= EDGE
        assert top + target >= min(line, EDGE + target) - 1, "its end is not above what is read"


@given(st.floats(24, 3000), st.floats(24, 3000), st.floats(100, 250), st.floats(300, 1200), st.floats(-2000, 600))
def test_it_moves_smoothly_along(source_height: float, target: float, line: float, height: float, top: float) -> None:
    here = followed_top(Extent(top, source_height), target, line, height)
    on = followed_top(Extent(top - 1, source_height), target, line, height)
    assert on <= here, "it goes the same way"
    slope = max(1.0, target / max(1.0, source_height + EDGE - line))
    assert here - on <= slope + 1e-6


def test_at_the_end_of_a_long_question_one_is_at_the_end_of_its_answer() -> None:
    line, source, target = 200.0, Extent(200.0 - 1000.0, 1000.0), 2500.0
    assert followed_top(source, target, line, 600.0) + target == pytest.approx(line)
