"""Excerpts as an OpenDocument text, read back as XML and by the program's own reader of such files."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reader.domain.model import Link
from reader.exporters import base
from reader.exporters.base import gather
from reader.exporters.collecting import ExcerptFilter, collect
from reader.exporters.composition import ExportOptions
from reader.exporters.paged import NOT_XML
from reader.importers.odt import Odt
from tests.exporters.golden import assert_golden, sample_project
from tests.exporters.projects import OPTIONS, exported, mark, papers_with_excerpts, project, rendered

NAMES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"
    for name, urn in {
        "office": "office", "style": "style", "text": "text", "table": "table", "fo": "xsl-fo-compatible",
        "manifest": "manifest",
    }.items()
} | {"xlink": "http://www.w3.org/1999/xlink", "dc": "http://purl.org/dc/elements/1.1/"}  # fmt: skip


def qn(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{NAMES[prefix]}}}{local}"


def part(data: bytes, name: str = "content.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def document(options: ExportOptions = OPTIONS, *more: Any, **asked: Any) -> bytes:
    return rendered(collect(project(*more), ExcerptFilter(**asked)), "odt", options)


def words_of(element: Any) -> str:
    """The text of an element with its spaces, without footnotes."""
    if element.tag == qn("text:s"):
        return " " * int(element.get(qn("text:c"), "1"))
    if element.tag == qn("text:note"):
        return ""
    return (element.text or "") + "".join(words_of(child) + (child.tail or "") for child in element)


def styled(root: Any) -> list[tuple[str, str]]:
    """The paragraphs with the styles they have or are based on."""
    parents = {
        style.get(qn("style:name")): style.get(qn("style:parent-style-name")) for style in root.iter(qn("style:style"))
    }
    found = []
    for element in root.iter(qn("text:p"), qn("text:h")):
        name = element.get(qn("text:style-name"))
        if words_of(element):
            found.append(((parents.get(name) or name).replace("_20_", " "), words_of(element)))
    return found


def test_the_document_starts_with_title_facts_and_a_heading_per_group() -> None:
    root = part(document())
    assert styled(root)[:4] == [
        ("Title", "Opvang en terugkeer"),
        ("Subtitle", "5 fragmenten uit 2 documenten · 16 juli 2026"),
        ("Heading 1", "Overleg over opvang"),
        ("Excerpt about", "Kamerstukken II 2017/18, 19637, nr. 2395 · juni 2018"),
    ]
    headings = [heading.get(qn("text:outline-level")) for heading in root.iter(qn("text:h"))]
    assert headings == ["1", "1", "1"]  # two papers and the check


def test_every_style_in_use_is_there_and_based_on_one_that_is() -> None:
    data = document(replace(OPTIONS, footnotes=True, names=True))
    content, styles = part(data), part(data, "styles.xml")
    named = {style.get(qn("style:name")) for root in (content, styles) for style in root.iter(qn("style:style"))}
    used = {
        element.get(qn(name))
        for element in content.iter()
        for name in ("text:style-name", "table:style-name", "style:parent-style-name")
    } - {None}
    assert used <= named


def test_a_question_stands_beside_its_answers_with_labels_notes_and_citations() -> None:
    (table,) = part(document(highlight_uids={"q1"})).iter(qn("table:table"))
    (head,) = table.iter(qn("table:table-header-rows"))
    assert [words_of(cell) for cell in head.iter(qn("table:table-cell"))] == ["Vraag", "Antwoord"]
    first, second = [row for row in table if row.tag == qn("table:table-row")]
    question, answer = first
    assert [words for _, words in styled(question)] == [
        "«Waarom is de opvang gesloten?3»",
        "Kamerstukken II 2017/18, 19637, nr. 2395, p. 7 (§ 1.1)",
        "Label: \u00a0opvang\u00a0",
        "Notitie: Eerste vraag.",
        "Let op.",
    ]
    assert "Bij de koppeling: Geen echt antwoord." in words_of(answer)
    assert question.get(qn("table:number-rows-spanned")) == "2"
    assert second[0].tag == qn("table:covered-table-cell")
    assert words_of(second[1]).startswith("«Ook is er geen geld.»")


def test_a_long_answer_has_the_whole_width_under_its_question() -> None:
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q1"}))
    links = tuple(replace(link, passage=replace(link.passage, quote="Ja. " * 1000)) for link in excerpt.links)
    root = part(rendered([replace(excerpt, links=links)], "odt"))
    assert not list(root.iter(qn("table:table")))
    assert [words for name, words in styled(root) if name == "Excerpt side"] == ["Vraag", "Antwoord", "Antwoord"]


def test_a_long_export_begins_with_contents_that_lead_to_its_headings() -> None:
    root = part(rendered(papers_with_excerpts(3, 10), "odt"))
    (body,) = root.iter(qn("text:index-body"))
    targets = [link.get(qn("xlink:href")) for link in body.iter(qn("text:a"))]
    pages = [f"#{number.get(qn('text:ref-name'))}" for number in body.iter(qn("text:bookmark-ref"))]
    marks = {f"#{one.get(qn('text:name'))}": one.getparent() for one in root.iter(qn("text:bookmark-start"))}
    assert targets == pages
    assert [words_of(marks[target]) for target in targets] == ["Stuk 1", "Stuk 2", "Stuk 3", "Controle van de citaten"]
    assert {marks[target].tag for target in targets} == {qn("text:h")}


def test_a_note_on_a_link_is_not_hidden_in_a_covered_cell() -> None:
    kind = collect(project())[0].links[0].kind
    more = Link("link-4", kind.uid, "q3", "a1", note="Samen beantwoord.")
    root = part(document(OPTIONS, more, highlight_uids={"a1"}))
    assert sum("Samen beantwoord." in words for _, words in styled(root)) == 1


def test_citations_are_footnotes_at_the_end_of_their_quotes_when_asked_for() -> None:
    root = part(document(replace(OPTIONS, footnotes=True), highlight_uids={"q3"}))
    (note,) = root.iter(qn("text:note"))
    assert words_of(note.getparent()) == "«Wat kost dit?»"
    assert words_of(note.find(qn("text:note-body"))) == "Kamerstukken II 2017/18, 19637, nr. 2395, p. 8 (§ 2)"
    assert "Excerpt citation" not in [style for style, _ in styled(root)]


@pytest.mark.parametrize(("language", "code", "page"), [("nl", ("nl", "NL"), "pagina "), ("en", ("en", "GB"), "page ")])
def test_the_document_has_its_language_and_page_numbers(language: Any, code: tuple[str, str], page: str) -> None:
    data = document(replace(OPTIONS, language=language))
    styles = part(data, "styles.xml")
    (default,) = [one for one in styles.iter(qn("style:text-properties")) if one.get(qn("fo:language"))]
    assert (default.get(qn("fo:language")), default.get(qn("fo:country"))) == code
    (footer,) = styles.iter(qn("style:footer"))
    assert page in words_of(footer)
    assert [len(list(footer.iter(qn(name)))) for name in ("text:page-number", "text:page-count")] == [1, 1]
    assert part(data, "meta.xml").find(f".//{qn('dc:language')}").text == "-".join(code)


def test_a_quote_in_another_language_is_checked_in_that_language() -> None:
    root = part(document(highlight_uids={"a1"}))
    tags = {one.get(qn("fo:country")) for one in root.iter(qn("style:text-properties"))} - {None}
    assert tags == {"BE"}


def test_a_label_shows_its_colour_and_its_line() -> None:
    root = part(document(highlight_uids={"q2"}))
    looks = {style.get(qn("style:name")): style for style in root.iter(qn("style:style"))}
    shown = {
        words_of(span).strip(): (
            looks[span.get(qn("text:style-name"))][0].get(qn("fo:background-color")),
            looks[span.get(qn("text:style-name"))][0].get(qn("style:text-underline-style")),
        )
        for span in root.iter(qn("text:span"))
        if words_of(span).startswith("\u00a0")
    }
    assert shown == {"opvang": ("#EBE4FB", "solid"), "geld › kosten": ("#FFF3BF", "dotted")}


def test_the_file_begins_with_its_type_and_lists_its_parts() -> None:
    data = document()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"
        listed = {entry.get(qn("manifest:full-path")) for entry in part(data, "META-INF/manifest.xml")}
        assert listed == {"/", *archive.namelist()} - {"mimetype", "META-INF/manifest.xml"}
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 7, 16, 14, 2, 0)}


def test_the_same_export_gives_the_same_bytes() -> None:
    assert document() == document()


@given(words=st.text(max_size=60))
def test_any_characters_give_a_document_that_can_be_read(words: str) -> None:
    bad = mark("bad", "Ook is er", note=f"x{words}x")
    root = part(document(replace(OPTIONS, title=words), bad, highlight_uids={"bad"}))
    notes = [text for style, text in styled(root) if style == "Excerpt note"]
    held = "".join(sign for sign in words if not NOT_XML.match(sign))
    assert "".join("".join(notes).split()) == "Notitie:" + "".join(f"x{held}x".split())


def test_the_own_importer_reads_it() -> None:
    data = document(highlight_uids={"q3"})
    assert Odt().accepts(data[:100])
    body = Odt().extract(data, "export.odt", lambda share: None).body
    assert "«Wat kost dit?»\n" in body
    assert "Kamerstukken II 2017/18, 19637, nr. 2395, p. 8 (§ 2)" in body


def test_spaces_in_a_row_are_kept() -> None:
    noted = mark("noted", "Ook is er", note="a   b")
    root = part(document(OPTIONS, noted, highlight_uids={"noted"}))
    assert ("Excerpt note", "Notitie: a   b") in styled(root)
    assert b"a   b" not in etree.tostring(root)  # a reader would make one of them


def test_the_check_of_the_quotes_is_at_the_end() -> None:
    found = styled(part(document(highlight_uids={"q3"})))
    assert [style for style, _ in found[-4:]] == ["Heading 1", "Standard", "Check paper", "Check hash"]


def test_an_address_of_a_paper_is_a_link() -> None:
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q3"}))
    document = replace(excerpt.document, url="https://zoek.example/a?b=1&c=2")
    data = rendered([replace(excerpt, passage=replace(excerpt.passage, document=document))], "odt")
    (link,) = part(data).iter(qn("text:a"))
    assert link.get(qn("xlink:href")) == "https://zoek.example/a?b=1&c=2"


def test_an_export_can_be_stopped() -> None:
    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        base.render(gather(project(), ExcerptFilter(), OPTIONS), "odt", stop)


def test_an_export_without_excerpts_says_so() -> None:
    assert ("Standard", "Geen fragmenten gevonden.") in styled(part(document(highlight_uids=set())))


def test_the_sample_project_as_a_document() -> None:
    data = exported(sample_project(), "odt", replace(OPTIONS, context=1, names=True, footnotes=True))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in ("content", "styles"):
            shown = re.sub(rb"(<text:[ph] |<style:style )", rb"\n\1", archive.read(f"{name}.xml"))
            assert_golden(f"sample.odt.{name}.xml", shown)
