"""Web pages: the main text alone, its structure, notes and metadata."""

from __future__ import annotations

import re

import pytest

from reader.domain.errors import FileDamaged, NoText
from reader.importers.extracted import Extracted
from reader.importers.html import Html
from reader.questions.recognise import recognise_questions
from tests.importers.marked_up_files import FILES, extracted, headings, mutated, notes, shown, survives


def page(body: str, head: str = "") -> Extracted:
    return extracted(Html(), f"<html><head>{head}</head><body>{body}</body></html>")


@pytest.fixture(scope="module")
def publication() -> Extracted:
    return extracted(Html(), (FILES / "publicatie.html").read_bytes())


def test_a_page_of_the_publication_site_gives_its_facts(publication: Extracted) -> None:
    facts = publication.structure.facts
    assert {key: facts[key] for key in facts if key != "dossier"} == {
        "kind": "kamerbrief",
        "title": "Voortgang van het waterbeheer",
        "dossiers": "99001",
        "number": "12",
        "date": "2024-04-09",
        "session": "2023-2024",
        "chamber": "Tweede Kamer",
        "senders": "A.B. Fictief",
        "language": "nl",
    }


def test_only_the_main_text_is_read(publication: Extracted) -> None:
    for words in (
        "cookies",
        "Home",
        "niet lezen",
        "schermlezers",
        "Over deze site",
        "Officiële bekendmakingen",
        "↩",
        "X",
    ):
        assert words not in re.split(r"[\s.]+", publication.body)
    assert publication.body.startswith("Brief van de Minister")
    assert publication.warnings == ("1 image was left out.",)


def test_headings_lists_and_tables_are_what_the_page_says(publication: Extracted) -> None:
    assert headings(publication)[:2] == [
        (1, "Brief van de Minister van Infrastructuur en Waterstaat"),
        (2, "1. Voortgang"),
    ]
    assert shown(publication, "list-item") == [
        "– de eerste dijk;",
        "• de tweede dijk.",
        "3. het derde punt",
        "4. het vierde punt",
    ]
    assert {"Dijk | Hoogte", "Noord | 4 m"} <= set(shown(publication))


def test_notes_are_joined_with_their_markers(publication: Extracted) -> None:
    assert notes(publication) == [
        ("1", "2023", "1 Kamerstuk 99001, nr. 8."),
        ("2", "dijken.", "2 Gemeten in maart.\nEn in april."),
    ]


def test_links_to_papers_are_references_but_not_to_the_page_itself(publication: Extracted) -> None:
    assert [one.id for one in publication.structure.references] == ["kst-98000-3", "kst-99001-8"]
    own = "<p>Dit is <a href='/kst-99001-12.pdf'>het pdf-bestand</a> van de brief.</p>"
    found = page(own, "<meta name='DC.identifier' content='kst-99001-12'>")
    assert found.structure.references == ()


def test_questions_and_answers_are_recognised(publication: Extracted) -> None:
    exchange = recognise_questions(publication.structure, publication.body)
    assert (len(exchange.questions), len(exchange.answers)) == (2, 2)


@pytest.mark.parametrize(
    "unseen",
    [
        "<nav>Menu</nav>",
        "<div hidden>Menu</div>",
        "<div style='display: none'>Menu</div>",
        "<div aria-hidden='true'>Menu</div>",
        "<ul class='breadcrumbs'><li>Menu</ul>",
        "<form><label>Menu</label><input value='Menu'><select><option>Menu</select></form>",
        "<script>Menu</script>",
        "<div id='cookie-consent'>Menu</div>",
        "<p>Zin <span class='visually-hidden'>Menu</span> verder.</p>",
        "<footer>Menu</footer>",
    ],
)
def test_what_surrounds_the_text_is_left_out(unseen: str) -> None:
    found = page(f"{unseen}<p>Een lange alinea met de tekst waarom het gaat.</p><p>En nog een tweede alinea erbij.</p>")
    assert "Menu" not in found.body
    assert "waarom het gaat" in found.body


def test_an_element_with_most_of_the_text_is_no_menu_whatever_its_name() -> None:
    assert "Een alinea" in page("<div class='menu'><p>Een alinea met al de tekst van de bladzijde.</p></div>").body


def test_a_main_element_is_preferred_when_it_holds_the_text() -> None:
    text = "<p>Een alinea waarin genoeg woorden staan om het hoofdbestanddeel te zijn.</p>" * 3
    assert "Rand" not in page(f"<div>Rand</div><main>{text}</main>").body
    assert "Rand" in page(f"<div>Rand {text}</div><main>Kort</main>").body


def test_words_run_on_over_inline_elements_and_stop_at_blocks() -> None:
    found = page("<div>Een <b>vet</b> <span>woord<i>deel</i></span>.<p>Twee.<div>Drie<br><br>Vier</div>")
    assert shown(found) == ["Een vet woorddeel.", "Twee.", "Drie", "Vier"]


def test_a_page_that_is_not_well_made_is_read() -> None:
    found = page("<p>Een<p>Twee</b><li>Drie<table><td>Vier<td>Vijf</table>&onbekend; &eacute;&nbsp;n")
    assert shown(found) == ["Een", "Twee", "Drie", "Vier | Vijf", "&onbekend; é n"]


def test_a_table_that_only_lays_out_the_page_is_read_cell_by_cell() -> None:
    found = page(
        "<table><tr><td>Vraag 1</td><td>Wat is dit?</td></tr><tr><td>Antwoord 1</td><td>Dit.</td></tr></table>"
    )
    assert shown(found) == ["Vraag 1", "Wat is dit?", "Antwoord 1", "Dit."]


def test_notes_as_a_word_processor_writes_them() -> None:
    found = page(
        "<p>Een zin<a href='#_ftn1' name='_ftnref1'><sup>[1]</sup></a> met een noot.</p><p>Verder.</p>"
        "<div id='ftn1'><p><a href='#_ftnref1' name='_ftn1'>[1]</a> De noot zelf.</p></div>"
    )
    assert notes(found) == [("1", "zin", "1 De noot zelf.")]
    assert found.body == "Een zin1 met een noot.\n\n1 De noot zelf.\n\nVerder."


def test_a_table_of_contents_is_no_row_of_notes() -> None:
    found = page(
        "<p><a href='#h1'>1</a> <a href='#h2'>2</a></p><h2 id='h1'>Een</h2><p>A.</p><h2 id='h2'>Twee</h2><p>B.</p>"
    )
    assert found.structure.footnotes == ()
    assert "Twee" in found.body


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "iso-8859-15"])
def test_the_encoding_is_found(encoding: str) -> None:
    name = "iso-8859-15" if encoding == "iso-8859-15" else "windows-1252"
    data = f"<html><head><meta charset='{name}'></head><body><p>Eén € voor coördinatie</p></body></html>".encode(
        encoding
    )
    assert "Eén € voor coördinatie" in extracted(Html(), data).body


def test_a_title_loses_the_name_of_the_site() -> None:
    found = page("<p>Een alinea met een hele zin erin.</p>", "<title>Brief over dijken | Rijksoverheid.nl</title>")
    assert found.structure.facts["title"] == "Brief over dijken"


def test_no_text_and_hostile_nesting_are_said() -> None:
    with pytest.raises(NoText):
        page("<script>alleen code</script>")
    with pytest.raises(FileDamaged):
        page("<div>" * 3000 + "diep" + "</div>" * 3000)
    assert "diep" in page("<ul><li>" * 100 + "diep").body


def test_many_menus_do_not_slow_the_reading() -> None:
    found = page("<p>Tekst van de bladzijde.</p>" + "<div class='menu'><a class='menu'>x</a></div>" * 20_000)
    assert found.body.startswith("Tekst")


def test_changed_pages_are_read_or_refused(publication: Extracted) -> None:
    del publication
    assert survives(Html(), (FILES / "publicatie.html").read_bytes(), mutated, 300) > 200


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href="https://example.org/kst-1.html">', "https://example.org/kst-1.html"),
        ('<meta property="og:url" content="https://example.org/b">', "https://example.org/b"),
        ('<link rel="canonical" href="/kst-1.html">', None),
        ('<link rel="canonical" href="javascript:alert(1)">', None),
        ("", None),
    ],
)
def test_the_address_is_the_one_the_page_names_as_its_own(head: str, address: str | None) -> None:
    assert page("<p>Een brief over het water.</p>", head).structure.facts.get("url") == address


def test_a_cell_that_reaches_down_keeps_its_room_in_the_rows_below() -> None:
    found = page(
        "<table><tr><th rowspan=2>Provincie</th><th colspan=2>Beken</th></tr><tr><th>2023</th><th>2024</th></tr>"
        "<tr><td rowspan=2>Limburg</td><td>1</td><td>2</td></tr><tr><td>5</td><td>6</td></tr>"
        "<tr><td>Brabant</td><td>3</td><td>4</td></tr></table>"
    )
    assert shown(found) == ["Provincie | Beken", "| 2023 | 2024", "Limburg | 1 | 2", "| 5 | 6", "Brabant | 3 | 4"]


@pytest.mark.parametrize("number", ["0", "-1", "x", "99999999999"])
def test_a_cell_with_an_absurd_number_of_rows_is_read(number: str) -> None:
    found = page(
        f"<table><tr><td rowspan={number} colspan={number}>A</td><td>B</td></tr><tr><td>C</td><td>D</td></table>"
    )
    assert " ".join(shown(found)).replace("| ", "") == "A B C D"


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Brief over beken | Kamerstuk | Rijksoverheid.nl", "Brief over beken"),
        ("Nota | Bijlage bij de brief", "Nota | Bijlage bij de brief"),
    ],
)
def test_a_title_loses_what_its_site_calls_such_a_page(title: str, kept: str) -> None:
    assert page("<p>Een alinea.</p>", f"<title>{title}</title>").structure.facts["title"] == kept
