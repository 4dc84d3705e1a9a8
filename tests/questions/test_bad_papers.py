"""Papers with faults: no failure, no invented pair, and no more than in proportion time."""

from __future__ import annotations

from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.questions.board import board_of
from reader.questions.pointers import pointers_of
from reader.questions.suggestions import suggest
from reader.text.recognise import recognise
from tests.questions.papers import CONSULTATION, lines, read

PIECES = st.sampled_from(
    [
        "Vraag 1", "Vraag 2 en 3", "Antwoord 1", "Antwoord 2", "1. Antwoord van het kabinet:", "Antwoord", "1", "2",
        "Klopt dit?", "I. Vragen en opmerkingen vanuit de fracties", "II. Reactie van de minister", "1.1 Water",
        "Mededeling",
        "Vraag",
        "De leden van de VVD-fractie vragen waarom dit zo is. Zo nee, waarom niet?", "Op de vragen van de SP-fractie.",
        "Ten aanzien van de vraag naar het water is er niets te melden.", "Zie het antwoord op vraag 2 op pagina 16.",
        "?", "…",
    ]
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES | st.text(max_size=30), max_size=16))
def test_any_order_of_any_pieces(pieces: list[str]) -> None:
    body = "\n\n".join(pieces).replace("\r", "").replace("\0", "")
    exchange = read(body)
    suggestions = suggest(exchange)
    names = {question.id for question in exchange.questions}, {answer.id for answer in exchange.answers}
    assert all(one.question in names[0] and one.answer in names[1] for one in suggestions)
    for unit in (*exchange.questions, *exchange.answers):
        assert 0 <= unit.start < unit.end <= len(body)
    pointers_of(exchange, recognise(body), body)
    assert set(board_of(exchange, suggestions).rows) == names[0]


def test_missing_and_doubled_answers() -> None:
    exchange = read(
        lines(
            "Vraag 1", "Klopt het?", "Antwoord 1", "Ja.", "Vraag 2", "Waarom?", "Vraag 3", "Wie doet dat?",
            "Antwoord 3", "De gemeente.", "Vraag 3", "Hoe dan?", "Antwoord 9", "Dat is niet gevraagd.",
        )
    )  # fmt: skip
    suggestions = suggest(exchange)
    assert [(one.question, one.answer, one.band) for one in suggestions] == [
        ("q1", "a1", "strong"),
        ("q3", "a2", "possible"),
    ]
    assert board_of(exchange, suggestions).open == ("q2", "q4")


def test_doubled_numbers_that_each_have_their_answer() -> None:
    exchange = read(
        lines("Vraag 1", "Klopt het?", "Antwoord 1", "Ja.", "Vraag 1", "Waarom?", "Antwoord 1", "Om het water.")
    )
    assert [(one.question, one.answer, one.band) for one in suggest(exchange)] == [
        ("q1", "a1", "strong"),
        ("q2", "a2", "strong"),
    ]


def test_an_empty_part_is_no_exchange() -> None:
    questions, answers = CONSULTATION.split("II Antwoord")
    assert read(questions).kind == "none"
    assert read(questions + "II Antwoord / Reactie van de minister\n").kind == "none"
    assert read("II Antwoord" + answers).kind == "none"


def test_sixteen_hundred_questions_in_one_section_in_time() -> None:
    def paper(count: int) -> str:
        asked = [
            f"De leden van de VVD-fractie vragen waarom onderwerp{number} en kwestie{number * 7} niet zijn geregeld?"
            for number in range(count)
        ]
        answered = [
            f"Wat betreft de vraag naar onderwerp{number} en kwestie{number * 7} geldt dat dit jaar niets wijzigt."
            for number in range(0, count, 2)
        ]
        return lines("I Vragen en opmerkingen vanuit de fracties", *asked, "II Reactie van de minister", *answered)

    def seconds(body: str) -> tuple[float, int]:
        started = perf_counter()
        exchange = read(body)
        found = suggest(exchange)
        return perf_counter() - started, sum(one.band != "weak" for one in found if one.rank == 1)

    small, _ = seconds(paper(400))
    large, paired = seconds(paper(1600))
    assert paired >= 700
    assert large < 8 * small + 1  # four times as much; quadratic would be sixteen


def test_numbered_lists_of_two_thousand() -> None:
    parts = [part for n in range(1, 2001) for part in (f"Vraag {n}", f"Wat is {n}?", f"Antwoord {n}", f"Dat is {n}.")]
    suggestions = suggest(read("\n\n".join(parts)))
    assert len(suggestions) == 2000
    assert all(one.band == "strong" and one.question[1:] == one.answer[1:] for one in suggestions)
