"""What word processors and the makers of sites put in pages: titles, contents, remarks, folded chapters, quotations."""

from __future__ import annotations

import pytest

from reader.domain.errors import NoText
from reader.importers.extracted import Extracted
from reader.importers.html import Html
from tests.importers.marked_up_files import extracted, headings, notes, shown

OFFICE = '<meta name="generator" content="LibreOffice 7.4 (Linux)"/>'


def page(body: str, head: str = "") -> Extracted:
    return extracted(Html(), f"<html><head>{head}</head><body>{body}</body></html>")


@pytest.mark.parametrize("style", ["MsoTitle", "Title", "c3 title"])
def test_the_title_of_a_word_processor_is_a_heading(style: str) -> None:
    found = page(f"<p></p><p class='{style}'>Nota over water</p><h2>Inleiding</h2><p class='title'>Geen kop.</p>")
    assert headings(found) == [(1, "Nota over water"), (2, "Inleiding")]


def test_the_header_that_holds_only_the_title_of_the_page_is_part_of_it() -> None:
    title = "<title>Brief over opvang | Rijksoverheid.nl</title>"
    assert headings(page("<header><h1>Brief over opvang</h1></header><p>Tekst.</p>", title)) == [
        (1, "Brief over opvang")
    ]
    assert headings(page("<header><a>Home</a><h1>Brief over opvang</h1></header><p>Tekst.</p>", title)) == []
    assert headings(page("<header><h1>Rijksoverheid</h1></header><p>Tekst.</p>", title)) == []


def test_a_table_of_contents_is_no_text() -> None:
    found = page("<p class=MsoToc1><a href='#a'>1 Inleiding 3</a></p><h1 id=a>1 Inleiding</h1><p>Tekst.</p>")
    assert shown(found, "page-furniture") == ["1 Inleiding 3"]
    assert headings(found) == [(1, "1 Inleiding")]


def test_lines_that_lead_to_the_chapters_of_the_page_are_no_text() -> None:
    found = page(
        "<p><a href='#a'>1 Inleiding 3</a></p><ul><li><a href='#b'>Doel</a><ul><li><a href='#c'>Kort</a></li></ul></li>"
        "<li>Zie <a href='#b'>Doel</a></li></ul><h1><a name=a></a>1 Inleiding</h1><p>Tekst.</p><h2 id=b>Doel</h2>"
        "<p>Tekst <a href='#b'>hierboven</a>.</p><h2 id=c>Kort</h2>"
        "<p><a href='#d'>Een ander deel</a></p><p id=d>Meer.</p>"
    )
    assert shown(found, "page-furniture") == ["1 Inleiding 3", "Doel", "Kort"]
    assert shown(found, "list-item") == ["• Zie Doel"]
    assert "Een ander deel" in shown(found, "paragraph")


def test_remarks_of_readers_are_left_out_and_said() -> None:
    found = page(
        "<p>De brief<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup> is weg.<sup><a href='#cmnt1' id='cmnt_ref1'>[a]"
        "</a></sup></p><div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a> De noot.</p></div>"
        "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>Klopt dit?</span></p></div>"
    )
    assert found.body == "De brief1 is weg.\n\n1 De noot."
    assert found.warnings == ("1 comment was left out.",)


def test_a_note_of_several_paragraphs_is_whole() -> None:
    found = page(
        "<p>Een zin<a href='#n1' id='b1'>1</a> en<a href='#n2' id='b2'>2</a>.</p>"
        "<p class='Footnote'><span><a id='n1' href='#b1'>1</a></span>Eerste alinea.</p><p class='Footnote'>Tweede.</p>"
        "<p class='Footnote'><span><a id='n2' href='#b2'>2</a></span>Een andere.</p><p>Geen noot.</p>"
    )
    assert [(number, text) for number, _, text in notes(found)] == [
        ("1", "1 Eerste alinea.\nTweede."),
        ("2", "2 Een andere."),
    ]
    assert found.body.endswith("Geen noot.")


def test_a_chapter_that_folds_out_has_its_heading() -> None:
    found = page("<h2><button aria-expanded='true'>Achtergrond</button></h2><p>Tekst.<button>Deel dit</button></p>")
    assert headings(found) == [(1, "Achtergrond")]
    assert "Deel dit" not in found.body


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("Hij zei <q>nee</q>.", "Hij zei “nee”."),
        ("Van 10<sup>3</sup> m<sup>2</sup>.", "Van 10³ m2."),
        ("<math><mi>x</mi><annotation encoding='application/x-tex'>x^2</annotation></math> is het.", "x is het."),
        ("<ruby>東<rp>(</rp><rt>dong</rt><rp>)</rp></ruby> is het.", "東 is het."),
    ],
)
def test_words_as_a_browser_shows_them(markup: str, words: str) -> None:
    assert shown(page(f"<p>{markup}</p>")) == [words]


def test_a_number_set_against_a_heading_by_a_word_processor_is_set_apart() -> None:
    body = "<h1><a id=x></a>1.Aanleiding</h1><h2>1.1Doel</h2><h2>3D-printen</h2><p>Tekst.</p>"
    assert [words for _, words in headings(page(body, OFFICE))] == ["1. Aanleiding", "1.1 Doel", "3D-printen"]
    assert [words for _, words in headings(page("<h1>4Daagse in Nijmegen</h1><p>Tekst.</p>"))] == [
        "4Daagse in Nijmegen"
    ]


def test_the_day_on_which_a_word_processor_saved_a_page_is_not_its_date() -> None:
    head = '<meta name="DCTERMS.issued" content="2024-05-14T10:00:00"/>'
    of_office = '<meta name="DCTERMS.source" content="http://xml.openoffice.org/odf2xhtml"/>'
    assert page("<p>Tekst.</p>", head).structure.facts["date"] == "2024-05-14"
    assert "date" not in page("<p>Tekst.</p>", head + of_office).structure.facts


def test_a_list_of_facts_is_read_as_rows_and_a_list_of_terms_as_text() -> None:
    facts = "<dl><div><dt>Datum</dt><dd>16 mei 2024</dd></div><dt>Ons kenmerk</dt><dd><b>2024D01234</b></dd></dl>"
    found = page(f"{facts}<p>Tekst.</p>")
    assert shown(found) == ["Datum | 16 mei 2024", "Ons kenmerk | 2024D01234", "Tekst."]
    assert (found.structure.facts["date"], found.structure.facts["reference"]) == ("2024-05-16", "2024D01234")
    terms = f"<dl><dt>Begrip</dt><dd>Een uitleg {'die lang is ' * 20}.</dd><dt>Ander</dt><dd>Kort.</dd></dl>"
    assert shown(page(terms))[0] == "Begrip"


def test_a_page_that_is_only_a_set_of_frames_has_no_text() -> None:
    with pytest.raises(NoText):
        extracted(Html(), "<html><frameset><frame src='a.html'><noframes><p>Frames.</p></noframes></frameset></html>")


def test_a_bar_about_cookies_is_no_text() -> None:
    found = page("<div class='cookie-banner'>Koekjes</div><p>Een lange alinea met de tekst waarom het hier gaat.</p>")
    assert "Koekjes" not in found.body
