"""What the minutes of a sitting say of themselves: the feet of their pages, the head of a report on a website."""

from __future__ import annotations

import pytest

from reader.text.minutes import minutes_facts
from reader.text.recognise import recognise

ITEM = {
    "kind": "handelingen",
    "chamber": "Tweede Kamer",
    "number": "70-8",
    "date": "2018-04-05",
    "session": "2017-2018",
}


@pytest.mark.parametrize(
    "foot",
    [
        "Tweede Kamer Regeling van werkzaamheden 5 april 2018 TK 70 70-8-{}",
        "5 april 2018 TK 70 70-8-{} Tweede Kamer Regeling van werkzaamheden",
        "Tweede Kamer\tRegeling van werkzaamheden\tdonderdag 5 april 2018\tTK 70\t70-8-{}",
    ],
)
def test_the_foot_of_an_item_names_sitting_item_and_day(foot: str) -> None:
    assert minutes_facts([foot.format(page) for page in range(1, 4)], "Regeling van werkzaamheden") == ITEM


def test_the_pages_of_a_year_are_those_of_the_paper() -> None:
    feet = [f"Eerste Kamer Belastingplan 13 december 2005 EK 12 12-{page}" for page in range(498, 503)]
    assert minutes_facts(feet, "") == {
        "kind": "handelingen",
        "chamber": "Eerste Kamer",
        "number": "12, p. 498-502",
        "date": "2005-12-13",
        "session": "2005-2006",
    }


@pytest.mark.parametrize(
    "foot",
    [
        "Tweede Kamer, vergaderjaar 2017–2018, 19 637, nr. 2395 7",
        "Zie TK 70 en bladzijde 12-34",
        "TK 70",
        "70-8-1",
        "Rapport 5 april 2018",
    ],
)
def test_other_feet_say_nothing(foot: str) -> None:
    assert minutes_facts([foot] * 3, "Een kop") == {}


def test_the_report_on_the_website_opens_with_sitting_and_day() -> None:
    lower = minutes_facts([], "Tweede Kamer, 14e vergadering, woensdag 25 oktober 2017 Aanvang: 13:00 uur")
    assert lower == {
        "kind": "handelingen",
        "title": "Tweede Kamer, 14e vergadering, woensdag 25 oktober 2017",
        "number": "14",
        "date": "2017-10-25",
        "chamber": "Tweede Kamer",
        "session": "2017-2018",
    }
    upper = minutes_facts(
        [],
        "Verslag van de plenaire vergadering van dinsdag 18 september 2018"
        " Parlementair jaar 2018/2019, 1e vergadering Aanvang: 13.30 uur",
    )
    assert (upper["number"], upper["date"], upper["session"]) == ("1", "2018-09-18", "2018-2019")
    assert minutes_facts([], "De Tweede Kamer sprak in de 14e vergadering over de begroting.") == {}


def test_pasted_minutes_show_their_speakers_as_headings() -> None:
    lines = (
        "Tweede Kamer, 70e vergadering, donderdag 5 april 2018", "Aanvang: 10.15 uur", "Status: Gecorrigeerd",
        "De voorzitter:", "Dan geef ik nu het woord aan de heer Ronnes.",
        "De heer Ronnes (CDA):", "Voorzitter, akkoord, maar graag wel met spoed.",
        "Minister Ollongren:", "Dat zeg ik toe.",
        "De voorzitter:", "Dank u wel. Daarmee is de regeling ten einde.",
    )  # fmt: skip
    body = "\n\n".join(lines)
    structure = recognise(body)
    headings = [(block.level, block.reading_text(body)) for block in structure.blocks if block.kind == "heading"]
    assert headings == [
        (1, "De voorzitter:"), (1, "De heer Ronnes (CDA):"), (1, "Minister Ollongren:"), (1, "De voorzitter:"),
    ]  # fmt: skip
    answer = next(block for block in structure.blocks if block.reading_text(body) == "Dat zeg ik toe.")
    assert answer.section == ("Minister Ollongren:",)


def test_a_page_of_the_publication_site_that_was_pasted_says_what_it_is() -> None:
    minutes = recognise(
        "Handeling\n\nDatum publicatie\tOrganisatie\tVergaderjaar\tVergadernummer\n"
        "\tTweede Kamer der Staten-Generaal\t2018-2019\tnr. 86, item 22\n\n22 Regeling van werkzaamheden\n\nTekst.\n"
    ).facts
    assert {"kind": "handelingen", "number": "86-22", "session": "2018-2019"}.items() <= minutes.items()
    letter = recognise(
        "Kamerstuk\n\nDatum publicatie\tOrganisatie\tVergaderjaar\tDossier- en ondernummer\n"
        "\tEerste Kamer der Staten-Generaal\t2016-2017\t34700-VI nr. D\n\n34 700 VI Begroting\n\nTekst.\n"
    ).facts
    assert {"chamber": "Eerste Kamer", "dossier": "34700-VI", "number": "D"}.items() <= letter.items()
