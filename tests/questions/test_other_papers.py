"""Papers of another sort give no questions, whatever their layout, and soon; faulty ones give no failure."""

from __future__ import annotations

from time import perf_counter

import pytest

from reader.questions.recognise import recognise_questions
from reader.questions.suggestions import suggest
from reader.text.recognise import recognise
from tests.questions.other_papers import DEBATE, OTHER_PAPERS
from tests.questions.papers import lines, read


@pytest.mark.parametrize("name", OTHER_PAPERS)
@pytest.mark.parametrize("lone", [False, True])
def test_none(name: str, lone: bool) -> None:
    paragraphs = OTHER_PAPERS[name]
    for body in (lines(*paragraphs), lines(*paragraphs).replace("\n\n", "\n"), "\n".join(paragraphs)):
        exchange = read(body, lone=lone)
        assert (exchange.kind, exchange.questions, exchange.answers) == ("none", (), ())


def test_a_long_paper_of_another_sort_is_soon_known() -> None:
    body = lines(*DEBATE) * 600
    structure = recognise(body)
    started = perf_counter()
    assert recognise_questions(structure, body).kind == "none"
    assert perf_counter() - started < 1


@pytest.mark.parametrize(
    "body",
    [
        "Vraag 1\n" * 5000,
        "Vraag 1\nAntwoord 1\n" * 2000,
        "I. Vragen en opmerkingen vanuit de fracties\n\nII. Reactie van de minister\n\n" * 300,
        "Inhoudsopgave\n\n" + "1. Algemeen\n\n" * 500,
        "I" * 200_000 + " fractie",
        "De leden van de VVD-" * 8000 + "fractie vragen dit.",
        "Vraag " + "1 " * 50_000,
        "Vraag 1" + " " * 60_000 + "\nAntwoord 1" + "11 en " * 9000,
        "Vragen en opmerkingen van de leden van de " + "A- en " * 20_000 + "B-fractie",
        "שאלה ראשונה של הסיעה\n\n" * 400 + "Vraag 1\n\nמה השעה?\n\nAntwoord 1\n\nשתיים.\n",
        "«Vraag 1» en «Antwoord 1» zijn geen labels. " * 3000,
    ],
)
def test_no_text_takes_long(body: str) -> None:
    structure = recognise(body)
    started = perf_counter()
    exchange = recognise_questions(structure, body)
    suggest(exchange)
    assert perf_counter() - started < 3


def test_questions_inside_a_quotation_are_part_of_the_question() -> None:
    body = lines(
        "Vraag 1",
        "Kent u de brief waarin staat: «Vraag 2: waarom? Antwoord 2: daarom»?",
        "Antwoord 1",
        "Ja. In die brief staat ook «Vraag 3».",
        "Vraag 2",
        "Wat vindt de minister daarvan?",
        "Antwoord 2",
        "Ik deel die mening niet.",
    )
    exchange = read(body)
    assert [one.numbers for one in exchange.questions] == [(1,), (2,)]
    assert [(one.question, one.answer, one.band) for one in suggest(exchange)] == [
        ("q1", "a1", "strong"),
        ("q2", "a2", "strong"),
    ]
