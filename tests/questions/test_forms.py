"""Every form of papers with questions and answers is recognised, and papers of another sort give none."""

from __future__ import annotations

import pytest

from reader.questions.labelled import numbers_in
from reader.questions.parties import members_of
from reader.questions.recognise import recognise_questions
from reader.questions.suggestions import suggest
from reader.text.recognise import recognise
from tests.questions.papers import AIRPORT, CONSULTATION, HEAD, PENSIONS, lines, read, seed


@pytest.mark.parametrize("beginning", ["2016-02", "2017-09", "2018-04"])
def test_letters_and_reports_give_none(beginning: str) -> None:
    assert seed(beginning)[1].kind == "none"


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("", "   "),
        ("The members of the committee ask whether the minister agrees. Does he?", "Yes, he does. Answer 2 follows."),
        (
            "De voorzitter: Ik open de vergadering.",
            "De heer Jansen (VVD): Voorzitter. Kan de minister toelichten waarom de leden van de SP-fractie "
            "gelijk hebben?",
            "Minister De Vries: In antwoord op de vraag van de VVD-fractie zeg ik dat dit niet zo is. Vraag 3 "
            "was helder.",
        ),
        ("Geachte voorzitter,", "Antwoord op uw brief", "Hierbij stuur ik u de reactie van het kabinet. Wat nu?"),
        (
            "Aanbeveling 1",
            "De rekenkamer beveelt aan het toezicht te versterken.",
            "Reactie van het kabinet",
            "Deze aanbeveling neemt het kabinet over.",
            "Aanbeveling 2",
            "De rekenkamer beveelt aan de Kamer beter te informeren.",
            "Reactie van het kabinet",
            "Het kabinet zal dat doen. Wat is daarvoor nodig? Geld en tijd.",
        ),
        ("1", "Inleiding", "Dit rapport gaat over water.", "2", "Conclusie", "Het water is schoon."),
    ],
)
def test_other_papers_give_none(paragraphs: tuple[str, ...]) -> None:
    exchange = read(lines(*paragraphs))
    assert (exchange.kind, exchange.questions, exchange.answers) == ("none", (), ())


def test_numbered_answers_of_003() -> None:
    body, exchange = seed("2017-07")
    assert exchange.kind == "numbered"
    fracties = ["SGP", *["VVD"] * 4, *["SP"] * 4, "SGP", "VVD", "SP", "SP", *["SGP"] * 6, "SP", "SP"]
    assert [question.fractie for question in exchange.questions] == fracties
    assert [question.numbers for question in exchange.questions] == [(number,) for number in range(1, 22)]
    assert len(exchange.answers) == 21
    pairs = {(one.question, one.answer) for one in suggest(exchange) if one.band == "strong"}
    assert pairs == {(f"q{number}", f"a{number}") for number in range(1, 22)}
    assert body[exchange.questions[16].start :].startswith("Daarbij gaf de regering aan")
    assert body[exchange.answers[0].start :].startswith("Het kabinet is voorstander")
    assert all(question.start <= question.core_start < question.end for question in exchange.questions)


def test_cells_of_004() -> None:
    _, exchange = seed("2018-06")
    assert exchange.kind == "consultation"
    cells = {(question.section, question.fractie) for question in exchange.questions}
    assert len(cells) == 25
    assert [(block.section, block.fractie) for block in exchange.blocks_without_answers] == [
        ("1.1", "SP"),
        ("1.1", "ChristenUnie"),
    ]
    answered = {(answer.section, fractie) for answer in exchange.answers for fractie in answer.fracties}
    assert len(cells & answered) == 23
    [both] = [answer for answer in exchange.answers if answer.section == "1.5" and answer.is_collective]
    assert both.fracties == ("VVD", "SP")


@pytest.mark.parametrize(
    ("label", "numbers"),
    [
        ("3, 4 en 5", (3, 4, 5)),
        ("7, 8, 9 10 en 11", (7, 8, 9, 10, 11)),
        ("7, 8, en 9", (7, 8, 9)),
        ("3 t/m 6", (3, 4, 5, 6)),
        ("3 tot en met 5 en 8", (3, 4, 5, 8)),
        ("2–4", (2, 3, 4)),
        ("3 en 8", (3, 8)),
    ],
)
def test_numbers_of_labels(label: str, numbers: tuple[int, ...]) -> None:
    assert numbers_in(label) == numbers
    exchange = read(
        lines(f"Vragen {label}", "Wat is de stand van zaken?", f"Antwoord op vragen {label} ", "Die is goed.")
    )
    assert [unit.numbers for unit in (*exchange.questions, *exchange.answers)] == [numbers, numbers]


def test_kamervragen_grouped_apart_and_out_of_order() -> None:
    exchange = read(
        lines(
            *HEAD,
            "Vraag 1",
            "Kent u het bericht over de sluizen?",
            "Antwoord 1",
            "Ja.",
            "Vraag 3",
            "Hoeveel schepen wachten er per dag?",
            "Vraag 8 ",
            "Wanneer is de nieuwe sluis klaar?",
            "Antwoord op vraag 3 en 8",
            "Er wachten veertig schepen. De sluis is in 2026 klaar.",
            "Vraag 5",
            "Wie betaalt de brug?",
            "Vraag 6",
            "Herinnert u zich uw antwoord op vraag 3 (Aanhangsel Handelingen II 2023/24, nr. 12)?",
            "Antwoorden op de vragen 5 en 6:",
            "Zie het antwoord op vraag 3.",
            "Vraag 2",
            "Bent u bereid deze vragen afzonderlijk te beantwoorden?",
            "Antwoord vraag 2",
            "Ja, dat heb ik gedaan.",
        )
    )
    assert exchange.kind == "kamervragen"
    assert [question.label for question in exchange.questions] == [f"Vraag {n}" for n in (1, 3, 8, 5, 6, 2)]
    pairs = {(one.question, one.answer) for one in suggest(exchange) if one.band == "strong"}
    assert pairs == {("q1", "a1"), ("q2", "a2"), ("q3", "a2"), ("q4", "a3"), ("q5", "a3"), ("q6", "a4")}


def test_label_glued_to_the_foot_of_a_page_and_text_on_the_line_of_its_label() -> None:
    exchange = read(
        "Vraag 1: Klopt het bericht?\n\nAntwoord 1: Ja.\n\nVraag 2\nWat doet u?\n"
        "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1Antwoord 2\nIk doe niets.\n"
    )
    assert [(unit.label, unit.text) for unit in (*exchange.questions, *exchange.answers)] == [
        ("Vraag 1", "Klopt het bericht?"),
        ("Vraag 2", "Wat doet u?"),
        ("Antwoord 1", "Ja."),
        ("Antwoord 2", "Ik doe niets."),
    ]


def test_notice_of_delay_answers_nothing() -> None:
    notice = "Mededeling van Minister Pietersen (Infrastructuur en Waterstaat) (ontvangen 20 maart 2025)."
    exchange = read(
        lines(
            HEAD[0],
            notice,
            "Vraag 1",
            "Klopt het?",
            "Vraag 2",
            "Waarom?",
            "Mededeling",
            "De vragen kunnen niet tijdig.",
        )
    )
    assert exchange.head is not None
    assert exchange.head.is_delay_notice
    assert exchange.head.days is None
    assert (len(exchange.questions), exchange.answers) == (2, ())
    assert exchange.questions[1].text == "Waarom?"
    assert suggest(exchange) == ()


def test_head() -> None:
    head = read(lines(*HEAD, "Vraag 1", "Klopt het?", "Antwoord 1", "Ja.")).head
    assert head is not None
    assert [(person.name, person.party) for person in head.askers] == [("Jansen", "GroenLinks-PvdA")]
    assert head.addressees == ("Minister van Infrastructuur en Waterstaat",)
    assert head.subject == "de sluizen bij Terneuzen"
    assert (head.sent, head.answered, head.days) == ("2025-03-03", "2025-03-27", 24)
    assert head.answered_by == ("Minister Pietersen (Infrastructuur en Waterstaat)",)
    assert head.on_behalf_of == ("Minister van Economische Zaken",)


def test_head_with_members_of_several_parties_and_ministers() -> None:
    head = read(
        lines(
            "Vragen van de leden Bakker, De Wit (beiden CDA) en Özkan (Volt) aan de Ministers van Financiën en van "
            "Justitie en Veiligheid over de bank (ingezonden 1 april 2025).",
            "Vraag 1",
            "Klopt het?",
        )
    ).head
    assert head is not None
    assert [(person.name, person.party) for person in head.askers] == [
        ("Bakker", "CDA"),
        ("De Wit", "CDA"),
        ("Özkan", "Volt"),
    ]
    assert head.addressees == ("Minister van Financiën", "Minister van Justitie en Veiligheid")
    assert (head.answered, head.days) == (None, None)


def test_list_with_bare_numbers() -> None:
    exchange = read(
        lines(
            "Lijst van vragen en antwoorden",
            "1",
            "Hoeveel woningen zijn er vorig jaar gebouwd?",
            "Er zijn zeventigduizend woningen gebouwd.",
            "De cijfers zijn van het CBS.",
            "2",
            "Kunt u de kosten toelichten? En wie betaalt die?",
            "De kosten zijn voor het Rijk.",
            "3",
            "Wanneer volgt de wet?",
            "Antwoord:",
            "Voor de zomer. Is dat te laat? Dat denk ik niet.",
        )
    )
    assert exchange.kind == "list"
    assert [question.numbers for question in exchange.questions] == [(1,), (2,), (3,)]
    assert exchange.answers[0].text.endswith("CBS.")
    assert {(one.question, one.answer) for one in suggest(exchange)} == {("q1", "a1"), ("q2", "a2"), ("q3", "a3")}


def test_consultation_without_numbers_and_with_other_fracties() -> None:
    exchange = read(CONSULTATION)
    assert exchange.kind == "consultation"
    cells = list(dict.fromkeys((question.section, question.fractie) for question in exchange.questions))
    assert cells == [
        ("Mestbeleid", "D66"),
        ("Mestbeleid", "BBB"),
        ("Mestbeleid", "Partij voor de Dieren"),
        ("Handhaving", "BBB"),
    ]
    assert [(block.section, block.fractie) for block in exchange.blocks_without_answers] == [
        ("Mestbeleid", "Partij voor de Dieren")
    ]
    answers = {answer.id: answer.text for answer in exchange.answers}
    asked = {question.id: question.text for question in exchange.questions}
    linked = {
        next(
            word
            for word in ("derogatie", "mestverwerking", "nitraat", "controles door", "drones")
            if word in asked[one.question]
        ): answers[one.answer]
        for one in suggest(exchange)
        if one.rank == 1 and one.band != "weak"
    }
    assert "helft van de melkveehouders" in linked["derogatie"]
    assert "veertig miljoen" in linked["mestverwerking"]
    assert "Nitraatrichtlijn" in linked["nitraat"]
    assert "twaalfduizend" in linked["controles door"]
    assert "gewist" in linked["drones"]


def test_members_without_a_fractie_and_joint_answers() -> None:
    exchange = read(AIRPORT)
    answers = {answer.id: answer for answer in exchange.answers}
    found = [
        (question.section, question.fractie, answers[one.answer].fracties, answers[one.answer].text[-30:])
        for question in exchange.questions
        for one in suggest(exchange)
        if one.question == question.id and one.rank == 1 and one.band == "strong"
    ]
    assert [(section, fractie) for section, fractie, _, _ in found] == [
        ("1", "GroenLinks-PvdA"),
        ("1", "lid Omtzigt"),
        ("2", "VVD, CDA en BBB"),
        ("2", "GroenLinks-PvdA"),
        ("2", "GroenLinks-PvdA"),
    ]
    assert [members_of(fractie) == fracties for _, fractie, fracties, _ in found] == [True] * 5
    assert found[2][2] == ("VVD", "CDA", "BBB")
    assert found[4][3].endswith("het planbureau.")
    assert exchange.blocks_without_answers == ()
    assert all("dank de leden" not in answer.text for answer in exchange.answers)


def test_parts_by_fractie_only() -> None:
    exchange = read(PENSIONS)
    assert [question.fractie for question in exchange.questions] == ["VVD", "PVV", "SP"]
    assert [answer.fracties for answer in exchange.answers] == [("VVD",), ("PVV",)]
    assert [block.fractie for block in exchange.blocks_without_answers] == ["SP"]
    assert {(one.question, one.answer) for one in suggest(exchange) if one.band != "weak"} == {
        ("q1", "a1"),
        ("q2", "a2"),
    }


def test_unnumbered_answers_under_their_questions() -> None:
    exchange = read(
        lines(
            "Onderwijs",
            "De leden van de CDA-fractie vragen wanneer de wet klaar is.",
            "Antwoord van de minister:",
            "De wet is in mei klaar.",
            "De leden van de D66-fractie willen weten wat het kost. Is dat bekend?",
            "Antwoord van de minister:",
            "Het kost tien miljoen euro.",
            "Dat is begroot.",
            "Kan dat goedkoper?",
            "Antwoord van de minister:",
            "Nee.",
        )
    )
    assert exchange.kind == "numbered"
    assert [question.fractie for question in exchange.questions] == ["CDA", "D66", "D66"]
    assert exchange.answers[1].text == "Het kost tien miljoen euro.\nDat is begroot."
    assert {(one.question, one.answer) for one in suggest(exchange)} == {("q1", "a1"), ("q2", "a2"), ("q3", "a3")}


def test_a_list_with_only_the_word_above_each_answer_is_read_whole_also_where_one_side_would_do() -> None:
    body = lines(
        "Lijst van vragen en antwoorden over het jaarverslag",
        *(
            line
            for number in range(1, 4)
            for line in (str(number), f"Wat kost brug {number}?", "Antwoord:", f"Brug {number} kost {number} miljoen.")
        ),
    )
    exchange = recognise_questions(recognise(body), body, lone=True)
    assert [question.text for question in exchange.questions] == [f"Wat kost brug {number}?" for number in range(1, 4)]
    assert [answer.numbers for answer in exchange.answers] == [(1,), (2,), (3,)]


FLEMISH = (
    "SCHRIFTELIJKE VRAAG", "nr. 318\nvan JANNE VOORBEELD\ndatum: 21 februari 2018",
    "aan KOEN MINISTERS\nVLAAMS MINISTER VAN CULTUUR, MEDIA EN JEUGD", "Kunstencentra - Ondersteuning",
    "De minister stelde onlangs een nota over de kunsten voor.",
    "1. Hoeveel kunstencentra worden ondersteund?", "2. Welke middelen zijn daarvoor voorzien?\n\nGraag per provincie.",
    "3. Wanneer volgt de evaluatie?", "KOEN MINISTERS\nVLAAMS MINISTER VAN CULTUUR, MEDIA EN JEUGD",
    "ANTWOORD\nop vraag nr. 318 van 21 februari 2018\nvan JANNE VOORBEELD",
)  # fmt: skip


@pytest.mark.parametrize(
    ("given", "numbers"),
    [
        (("1. Er zijn er twaalf.", "2. Tien miljoen euro.\n\nEn wel sinds 2016.", "3. In het voorjaar."), [1, 2, 3]),
        (("1-2. Er zijn er twaalf, voor tien miljoen.", "3. In het voorjaar."), [(1, 2), 3]),
        (("1 en 2. Er zijn er twaalf, voor tien miljoen.",), [(1, 2)]),
    ],
)
def test_all_questions_first_and_then_all_answers(given: tuple[str, ...], numbers: list[int | tuple[int, ...]]) -> None:
    body = "\n\n".join((*FLEMISH, *given)) + "\n"
    exchange = recognise_questions(recognise(body), body)
    assert [question.numbers for question in exchange.questions] == [(1,), (2,), (3,)]
    assert exchange.questions[1].text == "Welke middelen zijn daarvoor voorzien?\nGraag per provincie."
    assert [one.numbers for one in exchange.answers] == [(one,) if isinstance(one, int) else one for one in numbers]
    head = exchange.head
    assert head is not None
    assert (head.askers[0].name, head.sent, head.subject) == (
        "JANNE VOORBEELD",
        "2018-02-21",
        "Kunstencentra - Ondersteuning",
    )
    facts = recognise(body).facts
    assert (facts["kind"], facts["number"], facts["date"]) == ("kamervragen", "318", "2018-02-21")
    assert (facts["chamber"], facts["session"]) == ("Vlaams Parlement", "2017-2018")
    assert "session" not in recognise(body.replace("februari", "september")).facts


def test_a_numbered_text_with_the_word_answer_in_it_is_no_list_of_questions() -> None:
    body = (
        "De minister zegt het volgende.\n\n1. De sluis is dicht.\n\n2. De brug is open.\n\nAntwoord\n\n"
        "1. Dat is zo.\n\n2. Dat ook.\n"
    )
    assert recognise_questions(recognise(body), body).kind == "none"
