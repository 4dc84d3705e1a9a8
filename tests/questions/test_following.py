"""The other pane goes to what belongs to the place the reader is at, and nowhere where nothing does."""

from __future__ import annotations

from itertools import pairwise
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Span
from reader.questions.exchange import Answer, Exchange, Question
from reader.questions.following import Towards, counterpart, linked_by_links, linked_by_questions
from reader.questions.suggestions import Band, IdPair, Suggestion, suggest
from tests.questions.papers import seed


def question(number: int, start: int, end: int, fractie: str = "SP") -> Question:
    return Question(f"q{number}", "", (), start, end, start, fractie, "1", "vraag")


def answer(number: int, start: int, end: int, fractie: str = "SP") -> Answer:
    return Answer(f"a{number}", "", (), start, end, (fractie,), "1", "antwoord")


def proposed(*pairs: tuple[str, str, Band]) -> list[Suggestion]:
    return [Suggestion(one, other, 1, band, (), 1.0) for one, other, band in pairs]


# three questions of the SP and one of the VVD; the answers stand behind them in the same paper
EXCHANGE = Exchange(
    "consultation",
    questions=(question(1, 0, 11), question(2, 20, 31), question(3, 40, 51), question(4, 60, 71, "VVD")),
    answers=(answer(1, 100, 121), answer(2, 130, 151), answer(3, 160, 181, "VVD")),
)
PROPOSED = proposed(("q1", "a1", "strong"), ("q2", "a1", "possible"), ("q3", "a2", "weak"), ("q4", "a3", "strong"))


def spans(offsets: list[int], towards: Towards, confirmed: tuple[IdPair, ...] = ()) -> list[tuple[int, int] | None]:
    found = linked_by_questions(EXCHANGE, confirmed, PROPOSED)
    targets = [counterpart(found, offset, towards) for offset in offsets]
    return [(target.span.start, target.span.end) if target else None for target in targets]


def test_from_a_question_to_its_answer_at_the_matching_place() -> None:
    found = linked_by_questions(EXCHANGE, (), PROPOSED)
    targets = [counterpart(found, offset) for offset in (0, 5, 10)]
    assert [(one.share, one.offset, one.kind, one.is_inside) for one in targets if one] == [
        (0.0, 100, "aligned", True),
        (0.5, 110, "aligned", True),
        (1.0, 120, "aligned", True),
    ]


def test_from_an_answer_to_the_first_of_its_questions() -> None:
    assert spans([100, 110, 120, 165], "here") == [(0, 11), (0, 11), (0, 11), (60, 71)]


def test_what_is_confirmed_goes_before_what_is_proposed() -> None:
    assert spans([0, 20], "there", (("q1", "a2"),)) == [(130, 151), (100, 121)]
    assert spans([100, 140], "here", (("q1", "a2"),)) == [(20, 31), (0, 11)]
    # of several that are confirmed the first in the text
    assert spans([0], "there", (("q1", "a3"), ("q1", "a2"))) == [(130, 151)]


def test_between_two_units_the_one_before_holds_within_its_group() -> None:
    found = linked_by_questions(EXCHANGE, (), PROPOSED)
    target = counterpart(found, 15)
    assert target is not None
    assert (target.span, target.share, target.is_inside) == (Span(100, 121), 1.0, False)
    assert spans([55, 80, 125, 155], "there") == [None, None, None, None]  # behind the last of a group
    assert spans([125], "here") == [(0, 11)]
    assert counterpart(linked_by_questions(EXCHANGE), 5) is None


def test_a_question_without_an_answer_does_not_take_that_of_its_neighbour() -> None:
    assert spans([45], "there") == [None]
    assert spans([140], "here") == [None]


def test_in_one_paper_the_place_tells_which_way() -> None:
    assert spans([5, 110, 65, 165, 90], "either") == [(100, 121), (0, 11), (160, 181), (60, 71), None]


def test_links_of_the_user() -> None:
    found = linked_by_links([(Span(10, 20), Span(5, 9)), (Span(30, 60), Span(50, 60)), (Span(40, 45), Span(70, 80))])
    targets = [counterpart(found, offset) for offset in (0, 12, 25, 35, 42, 50, 60)]
    assert [target.span.start if target else None for target in targets] == [None, 5, 5, 50, 70, 50, None]
    back = [counterpart(found, offset, "here") for offset in (0, 5, 55, 75)]
    assert [target.span.start if target else None for target in back] == [None, 10, 30, 40]
    assert counterpart(linked_by_links([]), 3) is None
    assert counterpart(linked_by_links([(Span(3, 3), Span(4, 9))]), 3) is None


def test_paper_004_goes_there_and_back() -> None:
    _, exchange = seed("2018-06")
    suggestions = suggest(exchange)
    found = linked_by_questions(exchange, (), suggestions)
    answers = {one.id: one for one in exchange.answers}
    best = {one.question: answers[one.answer] for one in suggestions if one.rank == 1 and one.band != "weak"}
    for unit in exchange.questions:
        target = counterpart(found, (unit.start + unit.end) // 2, "either")
        expected = best.get(unit.id)
        assert (target.span if target else None) == (Span(expected.start, expected.end) if expected else None)
        if target is not None:
            back = counterpart(found, target.offset, "either")
            assert back is not None
            assert back.span.start <= unit.start


# any correspondence


@st.composite
def runs(draw: st.DrawFn, most: int = 8) -> list[Span]:
    """Stretches in order, none overlapping another."""
    found: list[Span] = []
    end = 0
    for gap, length in draw(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 30)), min_size=1, max_size=most)):
        found.append(Span(end + gap, end + gap + length))
        end += gap + length
    return found


@st.composite
def aligned(draw: st.DrawFn) -> tuple[Exchange, list[IdPair]]:
    """One group, and pairs that keep the order."""
    asked, replied = draw(runs()), draw(runs())
    pairs = sorted(
        draw(st.lists(st.tuples(st.integers(0, len(asked) - 1), st.integers(0, len(replied) - 1)), max_size=8))
    )
    kept: list[tuple[int, int]] = []
    for pair in pairs:
        if not kept or pair[1] >= kept[-1][1]:
            kept.append(pair)
    exchange = Exchange(
        "consultation",
        questions=tuple(question(number, span.start, span.end) for number, span in enumerate(asked)),
        answers=tuple(answer(number, span.start, span.end) for number, span in enumerate(replied)),
    )
    return exchange, [(f"q{one}", f"a{other}") for one, other in kept]


@given(aligned(), st.sampled_from(["there", "here"]))
def test_inside_a_group_the_other_pane_never_goes_back(paper: tuple[Exchange, list[IdPair]], towards: Towards) -> None:
    exchange, pairs = paper
    found = linked_by_questions(exchange, pairs)
    assert linked_by_questions(exchange, list(reversed(pairs))) == found
    targets = [counterpart(found, offset, towards) for offset in range(400)]
    starts = [target.span.start for target in targets if target is not None]
    assert starts == sorted(starts)
    for before, after in pairwise(targets):
        if before is not None and after is not None and before.span == after.span and before.share > after.share:
            assert after.share == 0.0  # the next of several units with the same counterpart
    for target in targets:
        assert target is None or (0 <= target.share <= 1 and target.span.contains(target.offset))


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40), st.integers(0, 60), st.integers(1, 40)), max_size=8))
def test_any_links_the_shortest_around_the_place_holds(rows: list[tuple[int, int, int, int]]) -> None:
    links = [(Span(a, a + b), Span(c, c + d)) for a, b, c, d in rows]
    found = linked_by_links(links)
    for offset in range(110):
        around = [source for source, _ in links if source.contains(offset)]
        target = counterpart(found, offset)
        if around:
            shortest = min(around, key=lambda span: (len(span), span))
            assert target is not None
            assert target.is_inside
            assert target.span == min(other for source, other in links if source == shortest)
        else:
            assert target is None or not target.is_inside


def test_a_look_up_costs_the_same_in_a_large_paper() -> None:
    links = [(Span(10 * n, 10 * n + 5), Span(7 * n, 7 * n + 5)) for n in range(50_000)]
    found = linked_by_links(links)
    started = perf_counter()
    for offset in range(0, 500_000, 100):
        counterpart(found, offset)
    assert perf_counter() - started < 1.0
