"""What stands behind the number in the head of a Kamerstuk."""

from __future__ import annotations

import pytest

from reader.text.paper_heads import in_sentence_case, kind_of
from reader.text.recognise import recognise

MASTHEAD = "Tweede Kamer der Staten-Generaal\n2\n\nVergaderjaar 2017–2018\n\n"
FOOT = (
    "\n\nDit is de lopende tekst van het stuk, die uit een aantal zinnen bestaat. Zij gaan over het beleid.\n\n"
    "kst-34999-3\nISSN 0921 - 7371\n’s-Gravenhage 2018\t{chamber} Kamer, vergaderjaar 2017–2018, 34 999, {number}\t1\n"
)
DOSSIER = "34 999\tWijziging van de Wet op de sluizen in verband met\nhet bedienen op afstand\n\n"


def facts(head: str, *, chamber: str = "Tweede", number: str = "nr. 3") -> dict[str, str]:
    body = MASTHEAD.replace("Tweede", chamber) + DOSSIER + head + FOOT.format(chamber=chamber, number=number)
    return dict(recognise(body).facts)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("MOTIE VAN HET LID VOORBEELD C.S.", "motie"),
        ("NADER GEWIJZIGDE MOTIE VAN DE LEDEN A EN B", "motie"),
        ("SUBAMENDEMENT VAN HET LID VOORBEELD", "amendement"),
        ("VOORSTEL VAN WET", "wetsvoorstel"),
        ("GEWIJZIGD VOORSTEL VAN WET", "wetsvoorstel"),
        ("MEMORIE VAN TOELICHTING", "memorie"),
        ("NOTA NAAR AANLEIDING VAN HET VERSLAG", "memorie"),
        ("DERDE NOTA VAN WIJZIGING", "memorie"),
        ("ADVIES AFDELING ADVISERING RAAD VAN STATE EN NADER RAPPORT", "memorie"),
        ("VERSLAG VAN EEN COMMISSIEDEBAT", "verslag"),
        ("VOORLOPIG VERSLAG", "verslag"),
        ("VERSLAG VAN EEN SCHRIFTELIJK OVERLEG", "schriftelijk-overleg"),
        ("LIJST VAN VRAGEN EN ANTWOORDEN", "lijst-van-vragen"),
        ("BRIEF VAN DE MINISTER VAN FINANCIËN", "kamerbrief"),
        ("Brief van de minister", None),
        ("INHOUDSOPGAVE", None),
    ],
)
def test_the_title_names_the_kind(title: str, kind: str | None) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("capitals", "shown"),
    [
        ("VERSLAG VAN EEN ALGEMEEN OVERLEG", "Verslag van een algemeen overleg"),
        (
            "BRIEF VAN DE MINISTERS VAN JUSTITIE EN VEILIGHEID EN VAN BUITENLANDSE ZAKEN",
            "Brief van de Ministers van Justitie en Veiligheid en van Buitenlandse Zaken",
        ),
        (
            "GEWIJZIGDE MOTIE VAN DE LEDEN VAN DER STERRE EN DIK-PIET TER VERVANGING VAN DIE GEDRUKT ONDER NR. 12",
            "Gewijzigde motie van de leden Van der Sterre en Dik-Piet ter vervanging van die gedrukt onder nr. 12",
        ),
        (
            "MOTIE VAN DE LEDEN TER HEIDE, IJZER EN VAN ’T HOF C.S.",
            "Motie van de leden Ter Heide, IJzer en Van ’t Hof c.s.",
        ),
        ("BRIEF VAN DE ALGEMENE REKENKAMER", "Brief van de Algemene Rekenkamer"),
        ("MOTIE VAN HET LID BOS OVER DE NAVO", "Motie van het lid Bos over de NAVO"),
    ],
)
def test_a_title_in_capitals_is_written_as_in_running_text(capitals: str, shown: str) -> None:
    assert in_sentence_case(capitals, {"navo": "NAVO"}) == shown


def test_a_memorandum_is_called_by_its_bill_too() -> None:
    found = facts("Nr. 3\tMEMORIE VAN TOELICHTING\n\nI. ALGEMEEN\n\n1. Inleiding")
    assert (found["kind"], found["number"], found["dossier"]) == ("memorie", "3", "34999")
    assert found["title"] == (
        "Memorie van toelichting: Wijziging van de Wet op de sluizen in verband met het bedienen op afstand"
    )


def test_a_motion_has_its_day_and_members() -> None:
    found = facts("Nr. 3\tMOTIE VAN HET LID VOORBEELD C.S.\n\nVoorgesteld 5 april 2018\n\nDe Kamer,")
    assert (found["kind"], found["date"], found["title"]) == ("motie", "2018-04-05", "Motie van het lid Voorbeeld c.s.")


def test_a_letter_whose_head_is_two_lines_has_its_sender() -> None:
    found = facts("Nr. 3\tBRIEF VAN DE MINISTER VAN INFRASTRUCTUUR EN\nWATERSTAAT\n\nDen Haag, 5 april 2018")
    assert (found["kind"], found["sender"]) == ("kamerbrief", "Minister van Infrastructuur en Waterstaat")
    for several in (
        "MINISTERS VAN FINANCIËN EN VAN DEFENSIE",
        "MINISTER VAN DEFENSIE EN DE STAATSSECRETARIS VAN FINANCIËN",
    ):
        assert "sender" not in facts(f"Nr. 3\tBRIEF VAN DE {several}\n\nDen Haag, 5 april 2018")


def test_a_number_can_stand_on_a_line_of_its_own() -> None:
    assert facts("Nr. 3\n\nVERSLAG VAN EEN COMMISSIEDEBAT\n\nVastgesteld 5 april 2018")["kind"] == "verslag"


def test_a_paper_of_the_senate_has_a_letter() -> None:
    found = facts("C\tNADERE MEMORIE VAN ANTWOORD\n\nOntvangen 5 april 2018", chamber="Eerste", number="C")
    assert (found["kind"], found["number"], found["chamber"]) == ("memorie", "C", "Eerste Kamer")
    assert found["title"].startswith("Nadere memorie van antwoord: Wijziging")


def test_a_head_of_a_web_page_has_each_of_its_parts_on_a_line_of_its_own() -> None:
    head = "Tweede Kamer der Staten-Generaal 2\n\nVergaderjaar 2023–2024\n\n33 576\n\nNatuurbeleid\n\nNr. 377\n\n"
    body = head + "VERSLAG VAN EEN COMMISSIEDEBAT\nVastgesteld 21 maart 2024\n\nDe vaste commissie heeft overlegd.\n"
    assert recognise(body).facts == {
        "kind": "verslag", "dossier": "33576", "number": "377", "date": "2024-03-21", "session": "2023-2024",
        "chamber": "Tweede Kamer", "title": "Verslag van een commissiedebat: Natuurbeleid",
    }  # fmt: skip


def test_a_paper_can_stand_in_two_dossiers() -> None:
    dossiers = "26 407\tZicht op de weg\n\n29 398\tMaatregelen verkeersveiligheid\n\n"
    head = dossiers + "Nr. 601\tBRIEF VAN DE MINISTER VAN DEFENSIE\n\n"
    found = recognise(MASTHEAD + head + "Den Haag, 5 april 2018\n\nHierbij stuur ik u de brief over de weg.\n").facts
    assert (found["dossiers"], found["number"]) == ("26407; 29398", "601")
    assert found["title"] == "Brief van de Minister van Defensie: Zicht op de weg"
    mentioned = recognise(
        MASTHEAD + "26 407\tZicht op de weg\n\nNr. 601\tMOTIE VAN HET LID BOS\n\n29 398\tEen ander dossier\n"
    )
    assert "dossiers" not in mentioned.facts
