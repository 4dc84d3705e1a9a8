"""Every way in which ministries and the chambers label questions and their answers."""

from __future__ import annotations

import pytest

from reader.questions.board import board_of
from reader.questions.exchange import Exchange
from reader.questions.suggestions import suggest
from tests.questions.papers import lines, read

HEAD = (
    "Antwoorden van de minister van Klimaat en Groene Groei op schriftelijke vragen van het lid Kröger "
    "(GroenLinks-PvdA) over warmtenetten"
)
ASKED = (
    "Klopt het bericht dat gemeenten geen warmtenetten meer aanleggen omdat de bedrijven zich terugtrekken?",
    "Hoeveel huishoudens zijn er op dit moment op een warmtenet aangesloten? Kunt u dat per provincie aangeven?",
    "Bent u bereid gemeenten een garantie te geven? Zo nee, waarom niet?",
)
REPLIED = (
    "Ja.",
    "Er zijn vijfhonderdduizend huishoudens aangesloten, waarvan de helft in Zuid-Holland en Noord-Brabant.",
    "De garantieregeling is opgenomen in de begroting voor volgend jaar.",
)


def layouts(paragraphs: tuple[str, ...]) -> list[str]:
    """Wrapped with and without empty lines, and a paragraph a line with and without."""
    wrapped = lines(*paragraphs)
    return [wrapped, wrapped.replace("\n\n", "\n"), "\n".join(paragraphs), "\n\n".join(paragraphs)]


def pairs(exchange: Exchange) -> list[tuple[str, str]]:
    texts = {unit.id: " ".join(unit.text.split()) for unit in (*exchange.questions, *exchange.answers)}
    return [(texts[one.question], texts[one.answer]) for one in suggest(exchange) if one.band == "strong"]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Vraag {}", "Antwoord {}"),
        ("Vraag {} ", "Antwoord {} "),
        ("Vraag {}:", "Antwoord {}:"),
        ("Vraag {}.", "Antwoord op vraag {}."),
        ("Vraag {})", "Antwoord {})"),
        ("Vraag ({})", "Antwoord ({})"),
        ("VRAAG {}", "ANTWOORD {}"),
        ("Vraag nr. {}", "Antwoord op vraag nr. {}"),
        ("Vraag\u00a0{}", "Antwoord\u00a0{}"),
        ("Vraag {}", "Antwoord op vraag {}:"),
        ("Vraag {}", "Antwoord vraag {}"),
        ("Vraag {}", "Antwoord bij vraag {}"),
        ("Vraag {}", "Beantwoording vraag {}"),
        ("Vraag {}", "Antwoord"),
        ("Vraag {}", "Antwoord:"),
        ("{}", "Antwoord {}"),
        ("{}.", "Antwoord {}"),
        ("{})", "Antwoord op vraag {}"),
        ("{}", "Antwoord"),
        ("{}.", "Antwoord:"),
    ],
)
def test_labels_on_their_own_line(question: str, answer: str) -> None:
    paragraphs = [HEAD]
    for number, (asked, replied) in enumerate(zip(ASKED, REPLIED, strict=True), start=1):
        paragraphs += [question.format(number), asked, answer.format(number), replied]
    for body in layouts(tuple(paragraphs)):
        exchange = read(body)
        assert exchange.kind in ("kamervragen", "list"), body
        assert pairs(exchange) == list(zip(ASKED, REPLIED, strict=True)), body
        assert [one.numbers for one in exchange.questions] == [(1,), (2,), (3,)], body


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Vraag {}: ", "Antwoord {}: "),
        ("Vraag {}. ", "Antwoord {}. "),
        ("Vraag {} ", "Antwoord {} "),
        ("{}. ", "Antwoord: "),
        ("{}. ", "Antwoord {}: "),
        ("{} ", "Antwoord: "),
    ],
)
def test_labels_before_the_text(question: str, answer: str) -> None:
    paragraphs = [HEAD]
    for number, (asked, replied) in enumerate(zip(ASKED, REPLIED, strict=True), start=1):
        paragraphs += [question.format(number) + asked, answer.format(number) + replied]
    for body in layouts(tuple(paragraphs))[::3]:
        assert pairs(read(body)) == list(zip(ASKED, REPLIED, strict=True)), body


@pytest.mark.parametrize(
    "answer",
    [
        "Antwoord 1 t/m 3", "Antwoord op de vragen 1, 2 en 3", "Antwoord vragen 1 tot en met 3", "Antwoord 1, 2, en 3",
        "Antwoord op vraag 1, 2 3", "Antwoord 1-3", "Antwoord op vragen 1, vraag 2 en vraag 3",
        "Antwoord (1), (2) en (3)",
    ],
)  # fmt: skip
def test_one_answer_to_several(answer: str) -> None:
    paragraphs = [HEAD]
    for number, asked in enumerate(ASKED, start=1):
        paragraphs += [f"Vraag {number}", asked]
    for body in layouts((*paragraphs, answer, REPLIED[2])):
        exchange = read(body)
        assert pairs(exchange) == [(asked, REPLIED[2]) for asked in ASKED], body
        assert exchange.answers[0].numbers == (1, 2, 3)


def test_a_list_without_a_word_for_the_answer() -> None:
    intro = "Lijst van vragen en antwoorden", "De minister heeft deze vragen beantwoord bij brief van 3 juni 2025."
    for label in ("{}", "{}.", "Vraag {}"):
        paragraphs = [*intro]
        for number, (asked, replied) in enumerate(zip(ASKED, REPLIED, strict=True), start=1):
            paragraphs += [label.format(number), asked, replied]
        wrapped, _, *others = layouts(tuple(paragraphs))
        for body in (wrapped, *others):
            assert pairs(read(body)) == list(zip(ASKED, REPLIED, strict=True)), (label, body)


def test_questions_of_more_paragraphs_are_no_answers() -> None:
    """Where nothing says that the paper holds answers, what stands below a question belongs to it."""
    head = (
        "Vragen van het lid Kröger (GroenLinks-PvdA) aan de Minister van Klimaat en Groene Groei over warmtenetten "
        "(ingezonden 3 maart 2025)."
    )
    paragraphs = [head]
    for number, asked in enumerate(ASKED, start=1):
        paragraphs += [f"Vraag {number}", asked, "In Utrecht en Delft gebeurt dit niet."]
    exchange = read("\n\n".join(paragraphs))
    assert exchange.answers == ()
    assert all(question.text.endswith("dit niet.") for question in exchange.questions)
    assert board_of(exchange, suggest(exchange)).open == ("q1", "q2", "q3")


def test_an_enumeration_inside_an_answer_is_no_question() -> None:
    body = lines(
        "Lijst van vragen en antwoorden",
        "1. Welke maatregelen neemt de minister?",
        "De volgende maatregelen worden genomen:",
        "1. De subsidie gaat omhoog.",
        "2. De regels worden eenvoudiger.",
        "2. Wat kosten deze maatregelen?",
        "Zij kosten tien miljoen euro.",
    )
    exchange = read(body)
    assert [question.numbers for question in exchange.questions] == [(1,), (2,)]
    assert exchange.answers[0].text.endswith("eenvoudiger.")


def test_a_foot_that_runs_into_a_label() -> None:
    for between in ("", "\f", "\n", "\n\n"):
        foot = f"’s-Gravenhage 2024 Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1{between}"
        body = (
            f"{HEAD}\n\nVraag 1\n{ASKED[0]}\nAntwoord 1\nJa, dat bericht klopt.\n1 www.nos.nl/artikel\n"
            f"ISSN 0921 - 7398\n{foot}Vraag 2\n{ASKED[1]}\nAntwoord 2\n{REPLIED[1]}\n"
        )
        assert [one.numbers for one in read(body).questions] == [(1,), (2,)], repr(between)
