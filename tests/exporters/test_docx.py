"""Excerpts as a Word document, read back with python-docx."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from reader.domain.model import Link
from reader.exporters.base import render
from reader.exporters.collecting import ExcerptFilter, collect
from reader.exporters.composition import ExportOptions
from tests.exporters.projects import OPTIONS, mark, project


def document(options: ExportOptions = OPTIONS, *more: Any, **asked: Any) -> Any:
    data = render(collect(project(*more), ExcerptFilter(**asked)), "docx", options)
    return docx.Document(io.BytesIO(data))


def styled(paragraphs: Any) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in paragraphs if paragraph.text]


def test_the_document_starts_with_title_facts_and_a_heading_per_group() -> None:
    assert styled(document().paragraphs)[:4] == [
        ("Title", "Opvang en terugkeer"),
        ("Subtitle", "5 fragmenten uit 2 documenten · 16 juli 2026"),
        ("Heading 1", "Overleg over opvang"),
        ("Excerpt about", "Kamerstukken II 2017/18, 19637, nr. 2395 · juni 2018"),
    ]


def test_an_excerpt_by_itself_is_a_quote_with_its_citation() -> None:
    assert styled(document(highlight_uids={"q3"}).paragraphs)[4:] == [
        ("Quote", "«Wat kost dit?»"),
        ("Excerpt citation", "Kamerstukken II 2017/18, 19637, nr. 2395, p. 8 (§ 2)"),
    ]


def test_a_question_stands_beside_its_answers_with_labels_notes_and_citations() -> None:
    (table,) = document(highlight_uids={"q1"}).tables
    assert [cell.text for cell in table.rows[0].cells] == ["Vraag", "Antwoord"]
    question, answer = table.rows[1].cells
    assert styled(question.paragraphs) == [
        ("Quote", "«Waarom is de opvang gesloten?3»"),
        ("Excerpt citation", "Kamerstukken II 2017/18, 19637, nr. 2395, p. 7 (§ 1.1)"),
        ("Excerpt labels", "Label: \u00a0opvang\u00a0"),
        ("Excerpt note", "Notitie: Eerste vraag."),
        ("Excerpt note", "Let op."),
    ]
    assert [words for _, words in styled(answer.paragraphs)] == [
        "«De opvang is vol.»",
        "Brief van de Minister van Migratie van 11 juni 2018 over opvang, onder ‘Antwoorden’",
        "Label: \u00a0opvang\u00a0",
        "Bij de koppeling: Geen echt antwoord.",
    ]
    assert table.rows[2].cells[0]._tc is question._tc  # one cell beside both answers
    assert table.rows[2].cells[1].text.startswith("«Ook is er geen geld.»")


def test_the_head_of_a_table_is_repeated_on_each_page() -> None:
    (table,) = document(highlight_uids={"q1"}).tables
    marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert marked == [True, False, False]


def test_series_are_in_italics_and_footnote_figures_raised() -> None:
    (table,) = document(highlight_uids={"q1"}).tables
    runs = [run for paragraph in table.rows[1].cells[0].paragraphs for run in paragraph.runs]
    assert [run.text for run in runs if run.italic] == ["Kamerstukken II"]
    assert [run.text for run in runs if run.font.superscript] == ["3"]


def test_a_label_shows_its_colour_and_its_line() -> None:
    (table,) = document(highlight_uids={"q2"}).tables
    underlines = {
        element.getparent().getparent().find(qn("w:t")).text.strip(): (
            element.get(qn("w:val")),
            element.get(qn("w:color")),
            element.getparent().find(qn("w:shd")).get(qn("w:fill")),
        )
        for element in table._tbl.iter(qn("w:u"))
    }  # fmt: skip
    assert underlines == {"opvang": ("single", "5B3CB0", "EBE4FB"), "geld › kosten": ("dotted", "856600", "FFF3BF")}


@pytest.mark.parametrize(("language", "tag", "page"), [("nl", "nl-NL", "pagina "), ("en", "en-GB", "page ")])
def test_the_document_has_its_language_and_page_numbers(language: Any, tag: str, page: str) -> None:
    found = document(replace(OPTIONS, language=language))
    languages = found.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert [element.get(qn("w:val")) for element in languages] == [tag]
    assert found.core_properties.language == tag
    (footer,) = found.sections[0].footer.paragraphs
    assert footer.style.name == "Footer"
    assert "Opvang en terugkeer" in footer.text
    assert page in footer.text
    assert [field.get(qn("w:instr")).strip() for field in footer._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_a_quote_in_another_language_is_checked_in_that_language() -> None:
    (table,) = document(highlight_uids={"a1"}).tables
    tags = {element.get(qn("w:val")) for element in table._tbl.iter(qn("w:lang"))}
    assert tags == {"nl-BE"}


def test_the_properties_name_the_export_and_its_moment_and_nobody() -> None:
    properties = document().core_properties
    assert (properties.title, properties.author, properties.comments) == ("Opvang en terugkeer", "", "")
    assert properties.created.replace(tzinfo=None) == datetime(2026, 7, 16, 14, 2)  # noqa: DTZ001 - as Word keeps it
    assert properties.modified == properties.created


def test_the_same_export_gives_the_same_bytes() -> None:
    excerpts = collect(project())
    first, second = render(excerpts, "docx", OPTIONS), render(excerpts, "docx", OPTIONS)
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 7, 16, 14, 2, 0)}
        assert not [name for name in archive.namelist() if "thumbnail" in name]


def test_characters_that_a_word_document_cannot_hold_are_left_out() -> None:
    bad = mark("bad", "Ook is er", note="a\x00b\x0b<w:p>&\ufffe\ud800c")
    found = document(replace(OPTIONS, title="\x07Titel & <b>"), bad, highlight_uids={"bad"})
    assert ("Title", "Titel & <b>") in styled(found.paragraphs)
    assert ("Excerpt note", "Notitie: ab") in styled(found.paragraphs)  # a line tabulator starts a new line
    assert ("Excerpt note", "<w:p>&c") in styled(found.paragraphs)


def test_a_note_on_a_link_is_not_hidden_in_a_merged_cell() -> None:
    kind = collect(project())[0].links[0].kind
    more = Link("link-4", kind.uid, "q3", "a1", note="Samen beantwoord.")
    (table,) = document(OPTIONS, more, highlight_uids={"a1"}).tables
    assert table.rows[2].cells[1]._tc is table.rows[1].cells[1]._tc
    assert "Samen beantwoord." in table.rows[2].cells[0].text


def test_a_very_long_passage_goes_out_whole() -> None:
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q3"}))
    long = replace(excerpt, passage=replace(excerpt.passage, quote="é" * 6_000_000))
    found = docx.Document(io.BytesIO(render([long], "docx", OPTIONS)))
    (quote,) = [paragraph.text for paragraph in found.paragraphs if paragraph.style.name == "Quote"]
    assert len(quote) == 6_000_002


def test_an_export_without_excerpts_says_so() -> None:
    assert ("Normal", "Geen fragmenten gevonden.") in styled(document(highlight_uids=set()).paragraphs)
