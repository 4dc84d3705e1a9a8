"""Questions in one paper and answers in another."""

from __future__ import annotations

from reader.questions.suggestions import suggest
from reader.questions.two_papers import Side, across, grounds_to_pair
from tests.questions.papers import CONSULTATION, HEAD, lines, read

QUESTIONS = lines(HEAD[0], "Vraag 1", "Klopt het bericht over de sluizen?", "Vraag 2", "Wie betaalt dat?")
ANSWERS = lines(
    "Beantwoording vragen over de sluizen bij Terneuzen",
    "Antwoord op vraag 1",
    "Ja.",
    "Antwoord op vraag 2",
    "Het Rijk.",
)


def test_written_questions_and_a_letter_with_the_answers() -> None:
    asking = Side(read(QUESTIONS, lone=True))
    answering = Side(read(ANSWERS, lone=True), "Beantwoording vragen over de sluizen bij Terneuzen")
    assert grounds_to_pair(asking, answering) == ("numbers", "subject")
    exchange = across(asking.exchange, answering.exchange)
    assert [(one.question, one.answer, one.band) for one in suggest(exchange)] == [
        ("q1", "a1", "strong"),
        ("q2", "a2", "strong"),
    ]


def test_not_offered_for_another_subject_or_without_answers() -> None:
    asking = Side(read(QUESTIONS, lone=True))
    other = Side(read(ANSWERS, lone=True), "Beantwoording vragen over het lerarentekort")
    assert grounds_to_pair(asking, other) == ()
    assert grounds_to_pair(asking, asking) == ()


def test_both_parts_of_a_consultation_in_two_files() -> None:
    questions, answers = CONSULTATION.split("II Antwoord")
    asking = Side(read(questions, lone=True), "Waterkwaliteit", ("27625",))
    answering = Side(read("II Antwoord" + answers, lone=True), "Antwoorden", ("27625",))
    assert grounds_to_pair(asking, answering) == ("dossier",)
    exchange = across(asking.exchange, answering.exchange)
    together = read(CONSULTATION)
    assert [block.fractie for block in exchange.blocks_without_answers] == ["Partij voor de Dieren"]
    assert len(exchange.answers) == len(together.answers)
    best = {one.question: one.answer for one in suggest(exchange) if one.rank == 1 and one.band != "weak"}
    assert len(best) >= 5
