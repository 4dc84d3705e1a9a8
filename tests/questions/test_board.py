"""The questions board: states, groups and counts, and what stored decisions fall on."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Decision, Rejection, Span
from reader.questions.board import Board, board_of
from reader.questions.exchange import Exchange, Question
from reader.questions.links import Decided, MarkedLink, UnitFinder, decided_of
from reader.questions.suggestions import suggest
from tests.questions.papers import CONSULTATION, read, seed

TEXT = "text"


@pytest.fixture(scope="module")
def consultation() -> Exchange:
    return read(CONSULTATION)


def span_of(unit: Question) -> Span:
    return Span(unit.start, unit.end)


def link(exchange: Exchange, question: int, answer: int, *, turned: bool = False) -> MarkedLink:
    asked, answered = exchange.questions[question], exchange.answers[answer]
    ends = [Span(asked.start, asked.end), Span(answered.start, answered.end)]
    if turned:
        ends.reverse()
    return MarkedLink(f"link {question} {answer}", TEXT, ends[0], TEXT, ends[1])


def decision(unit: Question, **held: object) -> Decision:
    return Decision("decision", TEXT, "paper", unit.start, unit.end, **held)  # type: ignore[arg-type]


def rejection(exchange: Exchange, question: int, answer: int) -> Rejection:
    asked, answered = exchange.questions[question], exchange.answers[answer]
    return Rejection(
        "rejection", TEXT, "paper", asked.start, asked.end, TEXT, "paper", answered.start, answered.end
    )  # fmt: skip


def board(exchange: Exchange, decided: Decided | None = None) -> Board:
    decided = decided or Decided()
    return board_of(exchange, suggest(exchange, decided=decided.pairs, rejected=decided.rejected), decided)


def test_every_question_is_in_one_group_in_document_order(consultation: Exchange) -> None:
    found = board(consultation)
    assert list(found.rows) == [question.id for question in consultation.questions]
    assert [(group.section, group.fractie) for group in found.groups] == [
        (group.rows[0].question.section, group.rows[0].question.fractie) for group in found.groups
    ]
    assert sum(found.states.values()) == len(consultation.questions)


def test_the_block_without_an_answer_is_said(consultation: Exchange) -> None:
    without = [group for group in board(consultation).groups if group.has_no_answers]
    assert [group.fractie for group in without] == ["Partij voor de Dieren"]


def test_a_large_consultation_has_two_blocks_without_an_answer() -> None:
    _, exchange = seed("2018-06")
    found = board(exchange)
    assert len(found.groups) == 25
    assert [(group.section, group.fractie) for group in found.groups if group.has_no_answers] == [
        ("1.1", "SP"),
        ("1.1", "ChristenUnie"),
    ]


def test_a_link_confirms_and_a_decision_opens(consultation: Exchange) -> None:
    first, second = consultation.questions[:2]
    decided = decided_of(
        consultation, TEXT, TEXT, [link(consultation, 0, 0)], decisions=[decision(second, is_open=True)]
    )
    found = board(consultation, decided)
    assert found.rows[first.id].state == "confirmed"
    assert found.rows[second.id].state == "open"
    assert found.checked == 2
    assert not found.rows[first.id].is_undecided


def test_a_link_that_was_made_from_the_answer_counts(consultation: Exchange) -> None:
    decided = decided_of(consultation, TEXT, TEXT, [link(consultation, 0, 0, turned=True)])
    assert decided.pairs == {(consultation.questions[0].id, consultation.answers[0].id)}


def test_an_answer_in_a_passage_that_is_no_unit_confirms_too(consultation: Exchange) -> None:
    question = consultation.questions[0]
    elsewhere = MarkedLink("link", TEXT, span_of(question), "another text", Span(10, 20))
    decided = decided_of(consultation, TEXT, TEXT, [elsewhere])
    assert decided.pairs == frozenset()
    row = board(consultation, decided).rows[question.id]
    assert (row.state, row.links[0].text_uid, row.links[0].span) == ("confirmed", "another text", Span(10, 20))


def test_a_rejected_pair_is_not_proposed_again(consultation: Exchange) -> None:
    before = board(consultation)
    row = next(row for row in before.rows.values() if row.candidates)
    question = next(n for n, one in enumerate(consultation.questions) if one.id == row.question.id)
    answer = next(n for n, one in enumerate(consultation.answers) if one.id == row.candidates[0].answer)
    decided = decided_of(consultation, TEXT, TEXT, rejections=[rejection(consultation, question, answer)])
    after = board(consultation, decided).rows[row.question.id]
    assert row.candidates[0].answer not in [one.answer for one in after.candidates]


def test_a_link_is_stronger_than_a_rejection(consultation: Exchange) -> None:
    decided = decided_of(
        consultation, TEXT, TEXT, [link(consultation, 0, 0)], rejections=[rejection(consultation, 0, 0)]
    )
    assert decided.rejected == frozenset()


def test_decisions_of_another_version_of_the_text_are_left_out(consultation: Exchange) -> None:
    old = replace(decision(consultation.questions[0], is_open=True), text_uid="an older text")
    assert decided_of(consultation, TEXT, TEXT, decisions=[old]).decisions == {}


def test_of_two_decisions_on_one_question_the_newest_holds(consultation: Exchange) -> None:
    unit = consultation.questions[0]
    middle = (unit.start + unit.end) // 2
    older = replace(decision(unit, note="older", modified_at="2026-01-01"), uid="b", end=middle)
    newer = replace(decision(unit, note="newer", modified_at="2026-01-02"), uid="a", start=middle)
    for decisions in ([older, newer], [newer, older]):
        held = decided_of(consultation, TEXT, TEXT, decisions=decisions).decisions
        assert held[unit.id].note == "newer"


def test_answers_that_nobody_asked_for_stand_in_their_section(consultation: Exchange) -> None:
    everything = board_of(consultation)
    assert {answer.id for group in everything.groups for answer in group.unasked} == set(everything.answers)
    proposed = board(consultation)
    taken = {one.answer for row in proposed.rows.values() for one in row.candidates if one.band != "weak"}
    assert {answer.id for group in proposed.groups for answer in group.unasked}.isdisjoint(taken)


def test_only_strong_candidates_of_undecided_questions_can_be_accepted_together(consultation: Exchange) -> None:
    for group in board(consultation).groups:
        for one in group.strong:
            assert one.band == "strong"
            assert one.rank == 1


@given(st.data())
def test_a_stored_span_falls_on_the_unit_it_shares_most_with(data: st.DataObject) -> None:
    _, exchange = seed("2017-07")
    finder = UnitFinder(exchange.questions)
    start = data.draw(st.integers(0, exchange.questions[-1].end))
    span = Span(start, start + data.draw(st.integers(1, 3000)))

    def shared(unit: Question) -> int:
        return max(0, min(unit.end, span.end) - max(unit.start, span.start))

    found = finder.at(span)
    candidates = [unit for unit in exchange.questions if 2 * shared(unit) >= min(unit.end - unit.start, len(span)) > 0]
    if found is None:
        assert not candidates
    else:
        unit = next(one for one in exchange.questions if one.id == found)
        assert shared(unit) == max(shared(one) for one in candidates)
