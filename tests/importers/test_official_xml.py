"""The XML of the official publications: papers, written questions, Handelingen; also as damaged on its way."""

from __future__ import annotations

import pytest

from reader.domain.errors import FileDamaged, NoText
from reader.importers.extracted import Extracted
from reader.importers.official_xml import OfficialXml
from reader.questions.recognise import recognise_questions
from tests.importers.marked_up_files import FILES, extracted, headings, mutated, notes, rearranged, shown, survives


def read(name: str) -> Extracted:
    return extracted(OfficialXml(), (FILES / name).read_bytes())


def paper(body: str) -> Extracted:
    return extracted(OfficialXml(), f"<officiele-publicatie><kamerstuk>{body}</kamerstuk></officiele-publicatie>")


def test_written_questions_give_their_facts_and_pairs() -> None:
    found = read("kamervragen.xml")
    assert found.structure.facts == {
        "kind": "kamervragen",
        "title": "De sluizen bij Testdam",
        "number": "9991",
        "url": "https://zoek.officielebekendmakingen.nl/ah-tk-20232024-9991.html",
        "date": "2024-03-01",
        "session": "2023-2024",
        "chamber": "Tweede Kamer",
    }
    exchange = recognise_questions(found.structure, found.body)
    assert [question.numbers for question in exchange.questions] == [(1,), (2,), (3,), (4,)]
    assert [answer.numbers for answer in exchange.answers] == [(1,), (2, 3), (4,)]
    head = exchange.head
    assert head is not None
    assert ([person.name for person in head.askers], head.sent, head.answered) == (
        ["Van Voorbeeld"],
        "2024-02-05",
        "2024-03-01",
    )


def test_notes_stand_with_their_markers_and_links_are_references() -> None:
    found = read("kamervragen.xml")
    assert notes(found) == [
        ("1", "Testdam?", "1 Testdams Dagblad, 1 februari 2024."),
        ("2", "2023", "2 Kamerstuk 36 410 XII, nr. 20."),
    ]
    linked = found.structure.references[0]
    assert (linked.id, linked.text) == ("kst-36410-XII-20", "mijn brief aan uw Kamer")


def test_tables_are_rows_and_items_keep_their_letters() -> None:
    lines = shown(read("kamervragen.xml"))
    assert {"Sluis | Uren", "Noord | 14", "a. Het Rijk betaalt de deuren;"} <= set(lines)


def test_the_head_of_the_publication_is_not_shown() -> None:
    assert shown(read("kamervragen.xml"), "page-furniture") == [
        "Tweede Kamer der Staten-Generaal",
        "Vergaderjaar 2023-2024",
        "Aanhangsel van de Handelingen",
        "9991",
    ]


def test_a_paper_gives_its_facts_divisions_and_signature() -> None:
    found = read("kamerstuk.xml")
    title = "Brief van de Minister van Infrastructuur en Waterstaat"
    assert found.structure.facts == {
        "kind": "kamerbrief",
        "title": title,
        "dossiers": "99001",
        "dossier": "99001",
        "number": "12",
        "url": "https://zoek.officielebekendmakingen.nl/kst-99001-12.html",
        "date": "2024-04-09",
        "session": "2023-2024",
        "chamber": "Tweede Kamer",
    }
    assert headings(found) == [
        (1, title),
        (2, "1. Inleiding"),
        (3, "1.1 Opbouw"),
        (2, "2. Maatregelen"),
        (3, "Dijken"),
    ]
    assert shown(found, "signature") == ["De Minister van Infrastructuur en Waterstaat, A.B. Fictief"]
    assert found.warnings == ("1 image was left out.",)
    assert len(found.structure.footnotes) == 1  # "20 km²" is no marker


def test_handelingen_give_speakers_and_motions_as_headings() -> None:
    found = read("handelingen.xml")
    facts = found.structure.facts
    assert (facts["kind"], facts["number"], facts["session"]) == ("handelingen", "55-4", "2023-2024")
    assert headings(found) == [
        (1, "Zeeën, rivieren en beken"),
        (2, "De voorzitter:"),
        (2, "Mevrouw Vóórbeeld (Partij):"),
        (3, "Motie"),
        (2, "De voorzitter:"),
    ]
    assert "Aan de orde is het tweeminutendebat Zeeën (CD d.d. 01/02)." in shown(found)
    assert [reference.id for reference in found.structure.references] == ["kst-99001-13"]


def test_a_file_encoded_twice_is_repaired_and_says_so() -> None:
    once = (FILES / "handelingen.xml").read_text("utf-8")
    twice = ("\ufeff\n" + once).encode().decode("latin-1").encode()
    found = extracted(OfficialXml(), twice)
    assert found.body == read("handelingen.xml").body
    damaged = sum(not sign.isascii() for sign in once) + 1  # with the mark at the head of the file
    assert found.warnings == (f"{damaged} characters were encoded twice and have been repaired.",)


def test_a_label_that_is_only_a_number_gets_the_word_of_its_element() -> None:
    found = extracted(
        OfficialXml(),
        "<officiele-publicatie><kamervragen><vraag><nr>1</nr><al>Klopt dit?</al></vraag>"
        "<antwoord><al>Ja, dit klopt.</al></antwoord><vraag><al>Vraag 2</al><al>En dit?</al></vraag>"
        "</kamervragen></officiele-publicatie>",
    )
    assert shown(found) == ["Vraag 1", "Klopt dit?", "Antwoord", "Ja, dit klopt.", "Vraag 2", "En dit?"]


def test_a_note_that_stands_apart_is_read_at_its_reference() -> None:
    found = paper(
        '<al>Een zin<nootref refid="n"/>.</al><noot id="n"><noot.nr>1</noot.nr><noot.al>Apart.</noot.al></noot>'
    )
    assert found.body == "Een zin1.\n\n1 Apart."


def test_notes_without_an_identity_are_not_confused() -> None:
    note = "<noot><noot.nr>{0}</noot.nr><noot.al>Noot {0}.</noot.al></noot>"
    found = paper("".join(f"<al>Zin {number}.{note.format(number)}</al>" for number in range(1, 60)))
    assert all(words == f"{number} Noot {number}." for number, _, words in notes(found))
    assert len(notes(found)) == 59


def test_what_is_not_known_is_still_read() -> None:
    found = paper("<nieuw>Los <onbekend>woord</onbekend><al>Een alinea.</al></nieuw>")
    assert " ".join(shown(found)).split() == ["Los", "woord", "Een", "alinea."]


@pytest.mark.parametrize("depth", [80, 240])
def test_deep_nesting_is_read(depth: int) -> None:
    found = paper("<divisie><lijst><li>" * (depth // 3) + "<al>Diep.</al>" + "</li></lijst></divisie>" * (depth // 3))
    assert "Diep." in found.body


def test_damage_is_said() -> None:
    whole = (FILES / "kamerstuk.xml").read_bytes()
    with pytest.raises(FileDamaged):
        extracted(OfficialXml(), whole[: len(whole) // 2])
    with pytest.raises(NoText):
        paper("<al> </al>")


@pytest.mark.parametrize("name", ["kamervragen.xml", "kamerstuk.xml", "handelingen.xml"])
def test_changed_files_are_read_or_refused(name: str) -> None:
    data = (FILES / name).read_bytes()
    survives(OfficialXml(), data, mutated, 100)
    assert survives(OfficialXml(), data, rearranged, 100) > 50


def test_a_cell_that_reaches_down_keeps_its_room_in_the_rows_below() -> None:
    rows = (
        '<entry morerows="1">2023</entry><entry>x</entry><entry>12</entry>',
        "<entry>y</entry><entry>13</entry>",
        "<entry>2024</entry><entry>z</entry><entry>14</entry>",
    )
    body = "".join(f"<row>{row}</row>" for row in rows)
    assert shown(paper(f"<table><tgroup><tbody>{body}</tbody></tgroup></table>")) == [
        "2023 | x | 12",
        "| y | 13",
        "2024 | z | 14",
    ]


def test_the_parts_of_a_name_are_divided_also_in_a_file_without_line_ends() -> None:
    name = "<naam><voornaam>M.G.J.</voornaam><achternaam>Testman</achternaam></naam>"
    found = paper(f"<ondertekening><functie>De Minister van Zaken,</functie>{name}</ondertekening>")
    assert shown(found) == ["De Minister van Zaken, M.G.J. Testman"]


def test_a_paper_that_declares_entities_is_refused_and_not_shown_as_text() -> None:
    data = b'<?xml version="1.0"?><!DOCTYPE officiele-publicatie [<!ENTITY a "b">]><officiele-publicatie>&a;'
    assert OfficialXml().accepts(data)
    with pytest.raises(FileDamaged):
        extracted(OfficialXml(), data)
