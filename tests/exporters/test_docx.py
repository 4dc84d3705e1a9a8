"""Excerpts as a Word document, read back with python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from reader.domain.model import Link
from reader.exporters import base
from reader.exporters.base import gather
from reader.exporters.collecting import ExcerptFilter, collect
from reader.exporters.composition import ExportOptions
from tests.exporters.golden import assert_golden, sample_project
from tests.exporters.projects import OPTIONS, exported, mark, papers_with_excerpts, project, rendered


def document(options: ExportOptions = OPTIONS, *more: Any, **asked: Any) -> Any:
    data = rendered(collect(project(*more), ExcerptFilter(**asked)), "docx", options)
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
    assert styled(document(highlight_uids={"q3"}).paragraphs)[4:6] == [
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


def test_only_a_short_row_is_kept_on_one_page() -> None:
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q1"}))
    long, short = (
        replace(link, passage=replace(link.passage, quote="Ja. " * n))
        for link, n in zip(excerpt.links, (400, 4), strict=True)
    )
    opened = docx.Document(io.BytesIO(rendered([replace(excerpt, links=(long, short))], "docx")))
    (table,) = opened.tables
    assert [row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows] == [
        True,
        False,
        True,
    ]


def test_a_long_answer_has_the_whole_width_under_its_question() -> None:
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q1"}))
    links = tuple(replace(link, passage=replace(link.passage, quote="Ja. " * 1000)) for link in excerpt.links)
    opened = docx.Document(io.BytesIO(rendered([replace(excerpt, links=links)], "docx")))
    assert not opened.tables
    heads = [paragraph for paragraph in opened.paragraphs if paragraph.style.name == "Excerpt side"]
    assert [paragraph.text for paragraph in heads] == ["Vraag", "Antwoord", "Antwoord"]
    assert heads[0].style.paragraph_format.keep_with_next


def test_a_long_export_begins_with_contents_that_lead_to_its_headings() -> None:
    opened: Any = docx.Document(io.BytesIO(rendered(papers_with_excerpts(3, 10), "docx")))
    (contents,) = opened.element.body.iter(qn("w:sdt"))
    targets = [link.get(qn("w:anchor")) for link in contents.iter(qn("w:hyperlink"))]
    marks = {mark.get(qn("w:name")): mark.getparent() for mark in opened.element.body.iter(qn("w:bookmarkStart"))}
    titles = ["Stuk 1", "Stuk 2", "Stuk 3", "Controle van de citaten"]
    assert [marks[target].text for target in targets] == titles
    assert {marks[target].style for target in targets} == {"Heading1"}
    assert [kind.get(qn("w:fldCharType")) for kind in contents.iter(qn("w:fldChar"))] == ["begin", "separate", "end"]
    assert {paragraph.style for paragraph in contents.iter(qn("w:p"))} == {"TOCHeading", "TOC1"}


def test_a_short_export_has_no_contents() -> None:
    assert not list(document().element.body.iter(qn("w:sdt")))


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
    first, second = rendered(excerpts, "docx", OPTIONS), rendered(excerpts, "docx", OPTIONS)
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
    found = docx.Document(io.BytesIO(rendered([long], "docx", OPTIONS)))
    (quote,) = [paragraph.text for paragraph in found.paragraphs if paragraph.style.name == "Quote"]
    assert len(quote) == 6_000_002


def test_an_export_without_excerpts_says_so() -> None:
    assert ("Normal", "Geen fragmenten gevonden.") in styled(document(highlight_uids=set()).paragraphs)


FOOTNOTED = replace(OPTIONS, footnotes=True)


def footnotes(found: Any) -> dict[str, Any]:
    """The footnotes of a document by their number."""
    (part,) = [
        relation.target_part for relation in found.part.rels.values() if relation.reltype == RELATIONSHIP_TYPE.FOOTNOTES
    ]
    notes = parse_xml(part.blob).iter(qn("w:footnote"))
    return {note.get(qn("w:id")): note for note in notes if note.get(qn("w:type")) is None}


def words_of(element: Any) -> str:
    return "".join(text.text for text in element.iter(qn("w:t")))


def test_citations_are_footnotes_at_the_end_of_their_quotes_when_asked_for() -> None:
    found = document(FOOTNOTED, highlight_uids={"q2", "q3"})
    assert "Excerpt citation" not in [style for style, _ in styled(found.paragraphs)]
    signs = [sign.get(qn("w:id")) for sign in found.element.body.iter(qn("w:footnoteReference"))]
    assert signs == ["1", "2", "3"]
    notes = footnotes(found)
    assert words_of(notes["3"]).strip() == "Kamerstukken II 2017/18, 19637, nr. 2395, p. 8 (§ 2)"
    (quote,) = [paragraph for paragraph in found.paragraphs if paragraph.text == "«Wat kost dit?»"]
    last = quote.runs[-1]
    assert last._r.find(qn("w:footnoteReference")).get(qn("w:id")) == "3"
    assert last.style.name == "footnote reference"
    assert last.style.font.superscript


def test_footnotes_have_their_styles_and_strokes() -> None:
    found = document(FOOTNOTED)
    (style,) = {element.get(qn("w:val")) for note in footnotes(found).values() for element in note.iter(qn("w:pStyle"))}
    assert {one.style_id: one.name for one in found.styles}[style] == "footnote text"
    named = found.settings.element.find(qn("w:footnotePr"))
    assert named.getnext().tag == qn("w:compat")  # the place that the standard gives it
    assert [one.get(qn("w:id")) for one in named] == ["-1", "0"]
    (part,) = [one for one in found.part.package.iter_parts() if one.partname == "/word/footnotes.xml"]
    strokes = [one for one in parse_xml(part.blob) if one.get(qn("w:type")) is not None]
    assert [one.get(qn("w:id")) for one in strokes] == ["-1", "0"]


def test_without_footnotes_the_document_has_no_part_for_them() -> None:
    assert "/word/footnotes.xml" not in [part.partname for part in document().part.package.iter_parts()]


def test_sentences_around_a_quote_stand_apart_from_it() -> None:
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q3"}))
    passage = replace(excerpt.passage, before="Zin ervoor.", after="Zin erna.")
    data = rendered([replace(excerpt, passage=passage)], "docx", replace(OPTIONS, context=1))
    found = styled(docx.Document(io.BytesIO(data)).paragraphs)
    assert [one for one in found if one[0] in ("Excerpt context", "Quote")] == [
        ("Excerpt context", "Ervoor: Zin ervoor."),
        ("Quote", "«Wat kost dit?»"),
        ("Excerpt context", "Erna: Zin erna."),
    ]


def test_names_are_told_when_asked_for() -> None:
    more = mark("named", "Wat kost dit?", author="A. de Vries")
    asked: dict[str, Any] = {"highlight_uids": {"named"}}
    assert ("Excerpt author", "Gemarkeerd door A. de Vries") in styled(
        document(replace(OPTIONS, names=True), more, **asked).paragraphs
    )
    assert "A. de Vries" not in str(styled(document(OPTIONS, more, **asked).paragraphs))


def test_the_check_of_the_quotes_is_at_the_end_with_the_mark_of_each_paper() -> None:
    found = styled(document(highlight_uids={"q3"}).paragraphs)
    start = found.index(("Heading 1", "Controle van de citaten"))
    assert found[start + 1][1].startswith("Letterlijk geciteerd, gecontroleerd")
    assert [style for style, _ in found[start + 2 :]] == ["Check paper", "Check hash"]
    assert found[start + 2][1] == "Kamerstukken II 2017/18, 19637, nr. 2395: 1 citaat, letterlijk"
    assert re.fullmatch(r"SHA-256 van de brontekst: [0-9a-f]{64}", found[start + 3][1])


def test_a_quote_that_is_not_exact_is_named() -> None:
    wrong = replace(mark("wrong", "Wat kost dit?"), quote="Wat kostte dit?")
    found = styled(document(OPTIONS, wrong, highlight_uids={"wrong"}).paragraphs)
    warning = "Niet letterlijk: op deze plaats in de brontekst staan andere woorden."
    assert ("Excerpt warning", warning) in found
    assert found[-1][0] == "Check quote"
    assert found[-1][1].endswith(warning)


@pytest.mark.parametrize("url", ["https://zoek.example/kst-19637-2395.html", 'javascript:alert("1")', 'https://a"b'])
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q3"}))
    passage = replace(excerpt.passage, document=replace(excerpt.document, url=url))
    data = rendered([replace(excerpt, passage=passage)], "docx")
    fields = docx.Document(io.BytesIO(data)).element.body.iter(qn("w:fldSimple"))
    wanted = [f' HYPERLINK "{url}" '] if url.endswith(".html") else []
    assert [field.get(qn("w:instr")) for field in fields] == wanted


def test_an_export_can_be_stopped_and_tells_how_far_it_is() -> None:
    parts = gather(project(), ExcerptFilter(), OPTIONS)
    told: list[float] = []
    base.render(parts, "docx", told.append)
    assert told == sorted(told)
    assert len(told) > 2

    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        base.render(parts, "docx", stop)


def test_the_sample_project_as_a_document() -> None:
    data = exported(sample_project(), "docx", replace(OPTIONS, context=1, names=True, footnotes=True))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in ("document", "footnotes"):
            assert_golden(f"sample.docx.{name}.xml", archive.read(f"word/{name}.xml").replace(b"<w:p>", b"\n<w:p>"))
