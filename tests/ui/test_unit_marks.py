"""Questions and answers by place: what touches a stretch, where it is shown, which one comes next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Span
from reader.text.reading import reading_text
from reader.ui.unit_marks import MovedEnd, Stretches, UnitMark, innermost, next_of, shown_range, shown_units
from tests.ui.reading_bench import BODY, structure_of

STRETCHES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda one: (one[0], one[0] + one[1])))
READING = reading_text(structure_of(BODY), BODY)


def question(start: int, end: int) -> UnitMark:
    return UnitMark(f"q{start}", "question", "V1", start, end)


@given(STRETCHES, st.integers(0, 100), st.integers(1, 30))
def test_all_that_touches_a_stretch_is_found_however_it_lies(
    stretches: list[tuple[int, int]], low: int, length: int
) -> None:
    found = Stretches((start, end, number) for number, (start, end) in enumerate(stretches))
    high = low + length
    expected = {number for number, (start, end) in enumerate(stretches) if start < high and low < end}
    assert {number for _, _, number in found.touching(low, high)} == expected


def test_the_innermost_is_the_shortest() -> None:
    assert innermost([(0, 90, "answer"), (10, 20, "quoted question")]) == "quoted question"
    assert innermost([]) is None


@given(st.integers(0, len(BODY)), st.integers(0, 400))
def test_a_place_on_the_screen_is_found_as_exactly_as_by_going_through_the_text(start: int, length: int) -> None:
    end = min(len(BODY), start + length)
    assert shown_range(READING, start, end) == READING.shown_span(Span(start, end))


def test_a_unit_of_which_nothing_is_shown_is_left_out() -> None:
    hyphen = BODY.index("-\ncentra")
    assert len(shown_units(READING, [question(hyphen, hyphen + 2), question(0, 6)])) == 1


def test_next_and_previous_go_from_unit_to_unit() -> None:
    units = [question(10, 20), question(20, 40), question(60, 70)]
    assert next_of(units, 0, 1) == units[0]
    assert next_of(units, 10, 1) == units[1], "at the start of one, the next is the one behind it"
    assert next_of(units, 30, 1) == units[2]
    assert next_of(units, 30, -1) == units[0], "inside one, the one before it"
    assert next_of(units, 50, -1) == units[1], "beside all, the nearest"
    assert next_of(units, 50, 1) == units[2]
    assert next_of(units, 0, 2) == units[1]
    assert next_of(units, 5, -1) is None
    assert next_of(units, 65, 1) is None
    assert next_of([], 5, 1) is None


def test_what_a_dragged_end_passed_over() -> None:
    unit = question(10, 20)
    assert MovedEnd(unit, (10, 20), (10, 35)).between == (20, 35)
    assert MovedEnd(unit, (10, 20), (10, 15)).between == (15, 20)
    assert MovedEnd(unit, (10, 20), (4, 20)).between == (4, 10)
    assert MovedEnd(unit, (10, 20), (10, 20)).between == (20, 20)
