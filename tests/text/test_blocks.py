"""Blocks in papers of several kinds: what is a heading, an item, a note, a signature, and what is not."""

from __future__ import annotations

import pytest

from reader.text.recognise import recognise
from reader.text.structure import Block

QUESTIONS = """\
                         Vraag 1
                         Herkent u het beeld dat de bank verzaakt?1

                         Antwoord 1
                         Ja. De regeling is bedoeld voor de volgende groepen mensen, die daarvoor
                         in aanmerking komen:
                         – mensen die verblijven in een voorziening voor tijdelijke opvang die
                           daarvoor is ingericht en
                         – mensen die mantelzorg verlenen of ontvangen.
                         Het verschilt erg per gemeente welke groepen verder worden opgenomen in
                         een regeling.

                         Vraag 2 en 3
                         Bent u bereid dat te doen?

                         Antwoord op vragen 2 en 3
                         Zie het antwoord op vraag 1.

                         1
                             Trouw, 12 december 2023.
"""


def shown(body: str) -> list[tuple[str, str]]:
    return [(block.kind, block.reading_text(body)) for block in recognise(body).blocks]


def blocks(body: str) -> list[Block]:
    return list(recognise(body).blocks)


def test_written_questions_with_their_answers() -> None:
    assert shown(QUESTIONS) == [
        ("heading", "Vraag 1"),
        ("paragraph", "Herkent u het beeld dat de bank verzaakt?1"),
        ("heading", "Antwoord 1"),
        (
            "paragraph",
            "Ja. De regeling is bedoeld voor de volgende groepen mensen, die daarvoor in aanmerking komen:",
        ),
        (
            "list-item",
            "– mensen die verblijven in een voorziening voor tijdelijke opvang die daarvoor is ingericht en",
        ),
        ("list-item", "– mensen die mantelzorg verlenen of ontvangen."),
        ("paragraph", "Het verschilt erg per gemeente welke groepen verder worden opgenomen in een regeling."),
        ("heading", "Vraag 2 en 3"),
        ("paragraph", "Bent u bereid dat te doen?"),
        ("heading", "Antwoord op vragen 2 en 3"),
        ("paragraph", "Zie het antwoord op vraag 1."),
        ("footnote", "1 Trouw, 12 december 2023."),
    ]
    assert [note.number for note in recognise(QUESTIONS).footnotes] == ["1"]


def test_a_label_is_the_section_of_what_follows() -> None:
    assert [block.section for block in blocks(QUESTIONS)][1:4] == [("Vraag 1",), (), ("Antwoord 1",)]


def test_numbered_headings_and_their_path() -> None:
    text = "De regering heeft dit voorstel zorgvuldig voorbereid en met velen daarover\ngesproken, zoals dat hoort.\n\n"
    body = f"1. Inleiding\n\n{text}1.1 Aanleiding\n\n{text}2. Hoofdlijnen\n\n{text}"
    assert [(block.kind, block.level, block.section) for block in blocks(body)] == [
        ("heading", 1, ()),
        ("paragraph", 0, ("1. Inleiding",)),
        ("heading", 2, ("1. Inleiding",)),
        ("paragraph", 0, ("1. Inleiding", "1.1 Aanleiding")),
        ("heading", 1, ()),
        ("paragraph", 0, ("2. Hoofdlijnen",)),
    ]


def test_a_list_of_questions_numbered_by_bare_figures() -> None:
    body = "1\n\nWat is de stand van zaken?\n\nDie is goed.\n\n2\n\nWanneer komt de brief?\n\nIn het voorjaar.\n"
    assert [text for kind, text in shown(body) if kind == "heading"] == ["1", "2"]


def test_one_line_per_paragraph_is_left_as_it_is() -> None:
    body = "Aanleiding\nDe regering heeft dit voorstel zorgvuldig voorbereid. Daarover is gesproken.\nEen kort slot.\n"
    assert [kind for kind, _ in shown(body)] == ["heading", "paragraph", "paragraph"]


def test_a_wrapped_year_or_dash_begins_no_item() -> None:
    body = (
        "Het aantal aankomsten bleef toenemen tot in de zomer van het jaar\n"
        "2017. Toen viel het plots terug en dat bleef zo tot de\n"
        "herfst, want de lidstaten mogen\n- volgens dit beginsel - mensen niet terugsturen naar zee.\n"
    )
    assert [kind for kind, _ in shown(body)] == ["paragraph"]


def test_an_office_and_a_name_on_one_line_are_a_signature_and_no_heading() -> None:
    long = "Hierbij bied ik u het rapport aan dat de commissie heeft opgesteld over dit onderwerp in dit jaar."
    body = f"{long}\n\nDe Minister voor Buitenlandse Handel en Ontwikkelingssamenwerking, S.A.M. Kaag\n\n{long}\n"
    assert [kind for kind, _ in shown(body)] == ["paragraph", "signature", "paragraph"]


def test_letter_furniture_is_no_heading() -> None:
    body = (
        "Aan de Voorzitter van de Tweede Kamer\n\nDen Haag, 25 april 2018\n\nGeachte Voorzitter,\n\n"
        "Hierbij bied ik u het rapport "
        "aan dat de\ncommissie heeft opgesteld over dit onderwerp.\n\nDe Minister van Financiën,\nW.B. Hoekstra\n"
    )
    assert [kind for kind, _ in shown(body)] == ["paragraph"] * 4 + ["signature"]
    assert recognise(body).facts == {"date": "2018-04-25", "kind": "kamerbrief"}


def test_an_abbreviation_loses_the_space_behind_its_hyphen() -> None:
    assert shown("Dat geldt voor alle EU- lidstaten, en voor EU- en NAVO-landen.") == [
        ("paragraph", "Dat geldt voor alle EU-lidstaten, en voor EU- en NAVO-landen.")
    ]


def test_an_english_letter_gets_no_invented_headings() -> None:
    body = (
        "Dear Sir,\n\nThank you for your letter about the matter that we discussed when we last met. I have\n"
        "read it with great "
        "interest and I will come back to it as soon as the committee has\n"
        "met. It may well take a few weeks.\n\nYours,\nJohn\n"
    )
    assert {kind for kind, _ in shown(body)} == {"paragraph"}


def test_no_footnotes_are_invented() -> None:
    body = "Het gaat om artikel 5, om 11.11.11, om NT2 en A2, om 1,4 miljard en om de B1-route van punt 7.\n"
    assert recognise(body).footnotes == ()


def test_bracketed_notes_at_the_end_of_a_text() -> None:
    text = "Dat staat in het rapport.[1] Ook elders [2] is dat te lezen, zo schrijft de Minister.\n"
    body = text + "[1] Rapport, p. 3.\n[2] Brief.\n"
    structure = recognise(body)
    assert [body[note.start : note.end] for note in structure.footnotes if note.start] == [
        "[1] Rapport, p. 3.",
        "[2] Brief.",
    ]


def told_kinds(body: str) -> list[tuple[str, str]]:
    return [(block.kind, block.reading_text(body)) for block in recognise(body).blocks]


def test_a_heading_of_a_fractie_may_be_longer_than_a_narrow_column() -> None:
    body = (
        "De leden van de commissie hebben\nmet belangstelling kennisgenomen\nvan de brief.\n\n"
        "Inbreng van de leden van de VVD-\nfractie\n\n"
        "De leden van deze fractie vragen\nnaar de kosten van het programma\nen naar de duur daarvan.\n"
    )
    assert told_kinds(body)[1] == ("heading", "Inbreng van de leden van de VVD-fractie")


@pytest.mark.parametrize(
    "line",
    [
        "Reactie op de vragen van de leden van de GroenLinks-PvdA-fractie",
        "Antwoord op de vragen en opmerkingen van de leden van de BBB-fractie",
    ],
)
def test_an_answer_to_a_fractie_has_a_heading(line: str) -> None:
    body = f"De Minister antwoordt.\n\n{line}\n\nNee, er is geen extra geld.\n"
    assert ("heading", line) in told_kinds(body)


def test_a_chair_signs_without_initials() -> None:
    body = "Het verslag is vastgesteld.\n\nDe voorzitter van de commissie,\n\nVan der Testen\n"
    assert told_kinds(body)[-1] == ("signature", "De voorzitter van de commissie, Van der Testen")


def test_the_name_below_a_greeting_is_no_heading() -> None:
    body = "Hierbij het besluit.\n\nMet vriendelijke groet,\n\nAnna Jansen\n\nOp 2 maart schreef u mij een brief.\n"
    assert ("paragraph", "Anna Jansen") in told_kinds(body)


def test_the_first_letter_of_a_list_begins_an_item_also_behind_a_line_without_a_colon() -> None:
    body = "De planning wordt niet gehaald en dat komt door\na) het tekort aan grond;\nb) de hoge kosten.\n"
    assert told_kinds(body)[1:] == [("list-item", "a) het tekort aan grond;"), ("list-item", "b) de hoge kosten.")]


def test_items_with_a_degree_sign_are_a_list() -> None:
    items = ["1° de aanvrager meldt zich niet;", "2° de termijn is om."]
    body = "De wet bepaalt dat de aanvraag in deze gevallen vervalt:\n" + "\n".join(items) + "\n"
    assert told_kinds(body)[1:] == [("list-item", item) for item in items]


def test_entries_of_a_table_of_contents_are_no_headings() -> None:
    entries = ["1 Inleiding ........ 3", "2 Bevindingen .. 12", "Bijlage 1 Namen . . . . 20"]
    body = "\n\n".join(["Inhoud", *entries, "Hier begint een tekst die lang genoeg is om tekst te zijn."]) + "\n"
    assert not {text for kind, text in told_kinds(body) if kind == "heading"} & set(entries)
