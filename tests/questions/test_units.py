"""Units that the user set: what is recognised gives way, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.model import SetUnit, Span, UnitRole
from reader.questions.exchange import Answer, Exchange, Question
from reader.questions.recognise import recognise_questions
from reader.questions.suggestions import suggest
from reader.questions.units import cell_labels, origin_of, with_set_units
from reader.text.reading import reading_text
from reader.text.recognise import recognise
from reader.text.structure import Structure
from tests.questions.papers import CONSULTATION, HEAD, PENSIONS, lines, seed

LABELLED = lines(
    *HEAD,
    "Vraag 1",
    "Klopt het bericht over de sluizen? Sinds wanneer weet u dat?",
    "Vraag 2",
    "Wie betaalt het herstel van de sluizen?",
    "Antwoord 1",
    "Ja, dat bericht klopt. Ik weet het sinds maart.",
    "Antwoord 2",
    "Het Rijk betaalt het herstel.",
)
LETTER = lines(
    "Geachte voorzitter,",
    "De leden van de SP-fractie hebben gevraagd waarom de brug dicht is.",
    "De brug is dicht omdat een pijler is verzakt.",
    "Zij vroegen ook wanneer de brug weer open gaat.",
    "De brug gaat in mei weer open.",
    "Hoogachtend,",
)


@cache
def structure_of(body: str) -> Structure:
    return recognise(body)


@cache
def exchange_of(body: str) -> Exchange:
    return recognise_questions(structure_of(body), body)


def changed(body: str, *set_units: SetUnit) -> Exchange:
    return with_set_units(exchange_of(body), structure_of(body), body, set_units)


def set_unit(role: UnitRole, start: int, end: int, *, dropped: bool = False, when: str = "") -> SetUnit:
    return SetUnit(f"{role}{start}-{end}", "text", "paper", role, start, end, dropped, created_at=when)


def over(body: str, role: UnitRole, first: str, last: str = "", *, dropped: bool = False, when: str = "") -> SetUnit:
    """A set unit from the words `first` to the end of the words `last`, as they stand in the source text."""
    start = body.index(first)
    end = body.index(last or first, start) + len(last or first)
    return set_unit(role, start, end, dropped=dropped, when=when)


def units_of(exchange: Exchange) -> list[Question | Answer]:
    return [*exchange.questions, *exchange.answers]


def same(unit: Question | Answer) -> SetUnit:
    return set_unit("question" if isinstance(unit, Question) else "answer", unit.start, unit.end)


def ids(units: tuple[Question, ...] | tuple[Answer, ...]) -> list[str]:
    return [unit.id for unit in units]


# what does not change


@pytest.mark.parametrize("body", [CONSULTATION, PENSIONS, LABELLED, LETTER])
def test_nothing_set_and_units_set_as_recognised_give_the_very_same(body: str) -> None:
    exchange = exchange_of(body)
    assert changed(body) is exchange
    assert changed(body, *map(same, units_of(exchange))) is exchange


def test_labels_are_counted_as_the_recogniser_does() -> None:
    for exchange in (exchange_of(CONSULTATION), seed("2018-06")[1]):
        assert cell_labels(exchange.questions) == list(exchange.questions)


def test_a_set_unit_outside_the_text_or_on_white_space_does_nothing() -> None:
    end = len(CONSULTATION)
    blank = CONSULTATION.index("\n\n")
    units = [set_unit("question", end, end + 9), set_unit("answer", blank, blank + 2, dropped=True)]
    assert changed(CONSULTATION, *units) is exchange_of(CONSULTATION)


# split, merge, move, drop, add


def test_a_split_question() -> None:
    before = exchange_of(CONSULTATION)
    first = before.questions[0]
    cut = CONSULTATION.index("Kan de")
    found = changed(CONSULTATION, set_unit("question", first.start, cut), set_unit("question", cut, first.end))
    lead, asking = found.questions[:2]
    assert (lead.id, asking.id) == ("q1", "q1.2")
    assert ids(found.questions)[2:] == ids(before.questions)[1:]
    assert lead.text.endswith("wordt afgebouwd.")
    assert asking.text.startswith("Kan de minister uiteenzetten")
    assert "\n" not in asking.text  # the text is that of the page, without its line ends
    assert (asking.start, asking.core_start, asking.end) == (cut, cut, first.end)
    assert {(one.section, one.fractie, one.paragraph) for one in (lead, asking)} == {
        (first.section, first.fractie, first.paragraph)
    }
    assert [one.label for one in found.questions[:3]] == [
        "Mestbeleid D66 (1)",
        "Mestbeleid D66 (2)",
        "Mestbeleid D66 (3)",
    ]
    assert found.answers == before.answers
    assert found.kind == "consultation"


def test_the_core_of_a_set_question_is_where_it_asks() -> None:
    first, second = exchange_of(CONSULTATION).questions[:2]
    merged = changed(CONSULTATION, set_unit("question", first.start, second.end)).questions[0]
    assert merged.core_start == CONSULTATION.index("Kan de")
    assert merged.text[merged.core :].startswith("Kan de minister")
    assert (merged.id, merged.start, merged.end) == ("q1", first.start, second.end)


def test_a_split_written_question_is_answered_by_the_same_answer() -> None:
    found = changed(
        LABELLED, over(LABELLED, "question", "Klopt", "sluizen?"), over(LABELLED, "question", "Sinds", "dat?")
    )
    assert [(one.id, one.label, one.numbers) for one in found.questions] == [
        ("q1", "Vraag 1", (1,)),
        ("q1.2", "Vraag 1", (1,)),
        ("q2", "Vraag 2", (2,)),
    ]
    assert [(one.question, one.answer, one.band) for one in suggest(found)] == [
        ("q1", "a1", "strong"),
        ("q1.2", "a1", "strong"),
        ("q2", "a2", "strong"),
    ]


def test_an_answer_in_two_pieces_belongs_as_a_whole_to_its_question() -> None:
    found = changed(
        LABELLED, over(LABELLED, "answer", "Ja, dat", "klopt."), over(LABELLED, "answer", "Ik weet", "maart.")
    )
    assert [(one.question, one.answer, one.rank, one.band) for one in suggest(found)] == [
        ("q1", "a1", 1, "strong"),
        ("q1", "a1.2", 2, "strong"),
        ("q2", "a2", 1, "strong"),
    ]


def test_merged_written_questions_have_the_numbers_of_both() -> None:
    found = changed(LABELLED, over(LABELLED, "question", "Klopt", "herstel van de sluizen?"))
    assert [(one.id, one.label, one.numbers) for one in found.questions] == [("q1", "Vraag 1, Vraag 2", (1, 2))]
    assert [(one.answer, one.band) for one in suggest(found)] == [("a1", "strong"), ("a2", "strong")]


def test_merged_answers_are_addressed_to_the_fracties_of_both() -> None:
    before = exchange_of(PENSIONS).answers
    found = changed(PENSIONS, set_unit("answer", before[0].start, before[1].end)).answers
    assert [(one.id, one.fracties, one.is_collective) for one in found] == [("a1", ("VVD", "PVV"), True)]


def test_a_unit_that_is_only_overlapped_keeps_its_rest() -> None:
    taken = over(LABELLED, "question", "Sinds", "Vraag 2")
    found = changed(LABELLED, taken)
    assert [one.text for one in found.questions] == [
        "Klopt het bericht over de sluizen?",
        "Sinds wanneer weet u dat?\nVraag 2",
        "Wie betaalt het herstel van de sluizen?",
    ]
    assert [one.numbers for one in found.questions] == [(1,), (1,), (2,)]


def test_a_rest_without_a_whole_sentence_goes() -> None:
    assert [one.text for one in changed(LABELLED, over(LABELLED, "question", "Wie betaalt")).questions] == [
        "Klopt het bericht over de sluizen? Sinds wanneer weet u dat?",
        "Wie betaalt",
    ]


def test_a_dropped_unit_takes_its_place_from_what_is_recognised() -> None:
    before = exchange_of(CONSULTATION)
    second = before.questions[1]
    found = changed(CONSULTATION, replace(same(second), is_dropped=True))
    assert ids(found.questions) == [one for one in ids(before.questions) if one != second.id]
    assert found.answers == before.answers


def test_blocks_without_answers_follow_the_units() -> None:
    before = exchange_of(PENSIONS)
    assert [block.fractie for block in before.blocks_without_answers] == ["SP"]
    found = changed(PENSIONS, replace(same(before.answers[1]), is_dropped=True))
    assert [block.fractie for block in found.blocks_without_answers] == ["PVV", "SP"]


def test_an_added_question_takes_section_and_fractie_from_its_place() -> None:
    found = changed(CONSULTATION, over(CONSULTATION, "question", "De leden van de BBB-fractie hebben", "brief."))
    added = found.questions[0]
    assert (added.id, added.numbers, added.section, added.fractie) == ("q0+1", (), "Inleiding", "BBB")
    anaphora = over(CONSULTATION, "question", "Zij hebben", "vragen.")
    added = changed(CONSULTATION, anaphora).questions[0]
    assert (added.section, added.fractie) == ("Inleiding", "D66")


def test_an_added_answer_is_addressed_as_the_one_above_it() -> None:
    drones = exchange_of(CONSULTATION).answers[-1]
    gone = replace(same(drones), is_dropped=True)
    added = over(CONSULTATION, "answer", "opnames van het erf", "gewist.", when="later")
    found = changed(CONSULTATION, gone, added).answers
    assert (found[-1].section, found[-1].fracties, found[-1].text) == (
        "Handhaving",
        ("BBB",),
        "opnames van het erf worden na controle gewist.",
    )


def test_of_two_set_units_the_newer_goes_first() -> None:
    first = exchange_of(LABELLED).questions[0]
    whole = replace(same(first), is_dropped=True, created_at="2025-01-01")
    piece = over(LABELLED, "question", "Sinds", "dat?", when="2025-01-02")
    assert changed(LABELLED, piece, whole).questions[0].text == "Sinds wanneer weet u dat?"
    assert ids(changed(LABELLED, replace(piece, created_at="2024"), whole).questions) == ["q2"]


def test_units_of_one_role_leave_the_other_alone() -> None:
    before = exchange_of(LABELLED)
    found = changed(LABELLED, over(LABELLED, "question", "Ik weet", "maart."))
    assert found.answers == before.answers
    assert found.questions[-1].text == "Ik weet het sinds maart."


def test_units_by_hand_in_a_paper_of_another_sort() -> None:
    assert exchange_of(LETTER).kind == "none"
    assert changed(LETTER, over(LETTER, "question", "De brug", dropped=True)) is exchange_of(LETTER)
    found = changed(
        LETTER,
        over(LETTER, "question", "De leden", "dicht is."),
        over(LETTER, "answer", "De brug is dicht", "verzakt."),
        over(LETTER, "question", "Zij vroegen", "gaat."),
        over(LETTER, "answer", "De brug gaat", "open."),
    )
    assert (found.kind, ids(found.questions), ids(found.answers)) == ("list", ["q0+1", "q0+2"], ["a0+1", "a0+2"])
    assert [one.fractie for one in found.questions] == ["SP", "SP"]
    assert [(one.question, one.answer) for one in suggest(found)] == [("q0+1", "a0+1"), ("q0+2", "a0+2")]


def test_several_questions_above_several_answers_leave_a_doubt() -> None:
    found = changed(
        LETTER,
        over(LETTER, "question", "De leden", "dicht is."),
        over(LETTER, "question", "De brug is dicht", "verzakt."),
        over(LETTER, "answer", "Zij vroegen", "gaat."),
        over(LETTER, "answer", "De brug gaat", "open."),
    )
    assert [(one.question, one.answer, one.band) for one in suggest(found)] == [("q0+2", "a0+1", "possible")]


def test_a_unit_over_a_page_break_has_the_text_of_the_page() -> None:
    body, exchange = seed("2018-06")
    first, second = next(
        pair
        for pair in pairwise(exchange.questions)
        if pair[0].section == pair[1].section and "\n " in body[pair[0].start : pair[1].end]
    )
    merged = changed(body, set_unit("question", first.start, second.end))
    unit = next(one for one in merged.questions if one.start == first.start)
    quote = reading_text(structure_of(body), body).quote(Span(first.start, second.end))
    assert unit.text == quote
    assert len(merged.questions) == len(exchange.questions) - 1


# any units


BODIES = st.sampled_from([CONSULTATION, PENSIONS, LABELLED, LETTER])


@st.composite
def papers_with_set_units(draw: st.DrawFn) -> tuple[str, list[SetUnit]]:
    body = draw(BODIES)
    units = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(body) - 1))
        end = start + draw(st.integers(1, 400))
        role: UnitRole = draw(st.sampled_from(("question", "answer")))
        dropped = draw(st.booleans())
        units.append(replace(set_unit(role, start, end, dropped=dropped), uid=str(number), created_at=str(number)))
    return body, units


@settings(deadline=None, max_examples=150)
@given(papers_with_set_units())
def test_any_set_units(paper: tuple[str, list[SetUnit]]) -> None:
    body, units = paper
    found = changed(body, *units)
    assert changed(body, *reversed(units)) == found
    roles: tuple[tuple[Question | Answer, ...], ...] = (found.questions, found.answers)
    for role in roles:
        assert len({unit.id for unit in role}) == len(role)
        for unit in role:
            assert 0 <= unit.start < unit.end <= len(body)
            assert unit.text.strip() == unit.text != ""
        assert all(before.end <= after.start for before, after in pairwise(role))
    for question in found.questions:
        assert question.start <= question.core_start < question.end
    before = exchange_of(body)
    touched = [unit for unit in units if unit.start < len(body)]
    for recognised in before.questions:
        if not any(one.span.overlaps(Span(recognised.start, recognised.end)) for one in touched):
            kept = next(unit for unit in found.questions if unit.start == recognised.start)
            assert replace(kept, label="") == replace(recognised, label="")
    suggest(found)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from([CONSULTATION, PENSIONS, LABELLED]), st.data())
def test_split_and_merged_again(body: str, data: st.DataObject) -> None:
    exchange = exchange_of(body)
    unit = data.draw(st.sampled_from(units_of(exchange)))
    cut = data.draw(st.integers(unit.start + 1, unit.end - 1))
    role: UnitRole = "question" if isinstance(unit, Question) else "answer"
    pieces = [set_unit(role, unit.start, cut), set_unit(role, cut, unit.end)]
    split = changed(body, *pieces)
    assert {origin_of(one.id) for one in units_of(split)} == {one.id for one in units_of(exchange)}
    assert len(units_of(split)) == len(units_of(exchange)) + 1
    assert changed(body, set_unit(role, pieces[0].start, pieces[1].end)) is exchange
