"""References inside answers: by number, by page, and to letters; what is uncertain has no target."""

from __future__ import annotations

import pytest

from reader.questions.pointers import Pointer, pointers_of
from reader.text.recognise import recognise
from tests.questions.papers import lines, read, seed


def pointers(beginning: str) -> list[Pointer]:
    body, exchange = seed(beginning)
    return list(pointers_of(exchange, recognise(body), body))


def test_answers_by_number_in_003() -> None:
    found = {(one.answer, one.text): one.target for one in pointers("2017-07") if one.reference is None}
    assert found == {("a4", "antwoord op vraag 2"): "a2", ("a14", "antwoord op vraag 13"): "a13"}


def test_pages_in_004() -> None:
    _, exchange = seed("2018-06")
    texts = {answer.id: answer.text for answer in exchange.answers}
    by_page = [one for one in pointers("2018-06") if "pagina" in one.text]
    targets = [texts[one.target][:60] if one.target else None for one in by_page]
    assert targets == [
        "Wat betreft de aantallen vluchtelingen die het kabinet berei",
        "Met betrekking tot de vraag naar vreemdelingenbewaring is er",
        "Op de vraag naar de aantallen asielzoekers die het kabinet, ",
        None,
    ]


def test_the_donor_conference_of_25_april_is_no_letter() -> None:
    body, exchange = seed("2018-06")
    letters = [one for one in pointers("2018-06") if one.reference is not None and one.reference.id == "brief-04-25"]
    assert len(letters) == 3
    conference = body.index("donorconferentie in Brussel")
    assert all(abs(one.start - conference) > 200 for one in letters)
    note = next(one for one in pointers("2018-06") if one.text == "Kamerstukken 19 637 en 30 573, 2386")
    texts = {answer.id: answer.text for answer in exchange.answers}
    assert "monitoringsmechanisme" in texts[note.answer]  # the note stands inside the next answer


def test_a_citation_of_other_questions_points_nowhere() -> None:
    body = lines(
        "Vraag 1",
        "Klopt het?",
        "Antwoord 1",
        "Zie mijn antwoord op vraag 2. Ik verwijs ook naar het antwoord op vraag 3 van het lid Jansen "
        "(Aanhangsel Handelingen "
        "II 2023/24, nr. 12).",
        "Vraag 2",
        "Waarom?",
        "Antwoord 2",
        "Daarom.",
        "Vraag 3",
        "Wie?",
        "Antwoord 3",
        "Wij.",
    )
    found = [one for one in pointers_of(read(body), recognise(body), body) if one.reference is None]
    assert [(one.answer, one.target) for one in found] == [("a1", "a2")]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Zie het antwoord op de vragen 1 en 2.", (1, 2)),
        ("Zie vraag 1.", (1,)),
        ("Zie ook vragen 1 en 2.", (1, 2)),
        ("Ik verwijs naar mijn antwoord op vraag 2.", (2,)),
        ("Zie de beantwoording van vraag 2a.", (2,)),
        ("Zie de antwoorden op de vragen 1 tot en met 3.", (1, 2, 3)),
        ("Ik verwijs naar uw antwoord op vraag 2.", ()),
        ("Zie het antwoord op vraag 2 van het lid Krul (Aanhangsel Handelingen II 2022/23, nr. 3).", ()),
        ("In vraag 1 wordt gevraagd naar het geld. Het antwoord is 3 procent.", ()),
    ],
)
def test_which_answers_are_meant(words: str, numbers: tuple[int, ...]) -> None:
    body = lines(
        *(part for number in (1, 2, 3) for part in (f"Vraag {number}", "Klopt het?", f"Antwoord {number}", "Ja.")),
        "Vraag 4",
        "Waarom?",
        "Antwoord 4",
        words,
    )
    found = [one for one in pointers_of(read(body), recognise(body), body) if one.reference is None]
    assert tuple(one.target for one in found) == tuple(f"a{number}" for number in numbers)
