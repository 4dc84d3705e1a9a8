"""Excerpts as a PDF, read back with PDFium and by looking at its objects."""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import replace
from typing import Any

import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.excerpt import Excerpt
from reader.domain.model import Link
from reader.exporters import base
from reader.exporters.base import gather
from reader.exporters.collecting import ExcerptFilter, collect
from reader.exporters.composition import ExportOptions
from reader.exporters.pdf_pages import BOTTOM, HEIGHT, LEFT, TOP, WIDTH
from tests.exporters.golden import assert_golden, sample_project
from tests.exporters.projects import (
    OPTIONS,
    exported,
    mark,
    own_kind,
    papers_with_excerpts,
    project,
    rendered,
)


def document(options: ExportOptions = OPTIONS, *more: Any, **asked: Any) -> bytes:
    return rendered(collect(project(*more), ExcerptFilter(**asked)), "pdf", options)


def pages_of(data: bytes) -> list[str]:
    """The text of each page, in the order in which it is read."""
    with pdfium.PdfDocument(data) as opened:
        texts = []
        for page in opened:
            read = page.get_textpage()
            texts.append(read.get_text_bounded().replace("\r\n", "\n").replace("\ufffe", "-"))
            read.close()
            page.close()
        return texts


def in_one_line(data: bytes) -> str:
    return " ".join(" ".join(pages_of(data)).split())


def objects(data: bytes) -> str:
    """Everything in the file that is not a font program, unpacked."""
    parts = [data.decode("latin-1")]
    for start in (found.end() for found in re.finditer(rb"stream\n", data) if data[found.start() - 3 :][:3] != b"end"):
        try:
            parts.append(zlib.decompressobj().decompress(data[start:]).decode("latin-1"))
        except zlib.error:
            continue
    return "\n".join(parts)


def with_quote(quote: str) -> list[Excerpt]:
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q3"}))
    return [replace(excerpt, passage=replace(excerpt.passage, quote=quote))]


def test_the_pages_say_what_goes_out() -> None:
    words = in_one_line(document())
    for part in (
        "Opvang en terugkeer 5 fragmenten uit 2 documenten · 16 juli 2026",
        "Overleg over opvang Kamerstukken II 2017/18, 19637, nr. 2395 · juni 2018",
        "Vraag Antwoord",
        "«Wie betaalt de terugkeer van deze mensen?»",
        "«Wat kost dit?» Kamerstukken II 2017/18, 19637, nr. 2395, p. 8 (§ 2)",
        "Notitie: Eerste vraag. Let op.",
        "Bij de koppeling: Geen echt antwoord.",
        "Controle van de citaten Letterlijk geciteerd, gecontroleerd",
        "SHA-256 van de brontekst: ",
    ):
        assert part in words, part
    labels = words.replace("\u00a0", " ")
    assert "Labels: opvang geld › kosten" in " ".join(labels.split())


def test_headings_are_in_the_outline() -> None:
    with pdfium.PdfDocument(document()) as opened:
        titles = [entry.get_title() for entry in opened.get_toc()]
    assert titles == ["Overleg over opvang", "Brief over opvang", "Controle van de citaten"]


@pytest.mark.parametrize(
    ("language", "tag", "footer"), [("nl", "nl-NL", "pagina 1 van "), ("en", "en-GB", "page 1 of ")]
)
def test_title_language_and_moment_are_known(language: Any, tag: str, footer: str) -> None:
    data = document(replace(OPTIONS, language=language))
    with pdfium.PdfDocument(data) as opened:
        facts = opened.get_metadata_dict()
        count = len(opened)
    assert facts["Title"] == "Opvang en terugkeer"
    assert facts["CreationDate"] == facts["ModDate"] == "D:20260716140200Z"
    assert facts["Author"] == ""
    assert f"/Lang <FEFF{tag.encode('utf-16-be').hex().upper()}> /MarkInfo" in objects(data)
    assert "/DisplayDocTitle true" in objects(data)
    assert f"{footer}{count}" in pages_of(data)[0]


def test_the_structure_tells_headings_tables_and_languages() -> None:
    held = objects(document(highlight_uids={"q1"}))
    kinds = re.findall(r"/StructElem /S /(\w+)", held)
    assert (kinds.count("H1"), kinds.count("H2"), kinds.count("Table")) == (1, 2, 1)
    assert (kinds.count("TH"), kinds.count("TR"), kinds.count("TD")) == (2, 3, 3)
    assert held.count("/RowSpan 2") == 1  # the question beside both answers
    assert f"/Lang <FEFF{'nl-BE'.encode('utf-16-be').hex().upper()}>" in held


def test_all_letters_are_in_fonts_that_go_along() -> None:
    held = objects(document())
    assert held.count("/Type /FontDescriptor") == held.count("/FontFile2") >= 3
    assert held.count("/ToUnicode") == held.count("/Subtype /Type0")
    assert len(document()) < 100_000  # only the letters that are used


def test_the_same_export_gives_the_same_bytes() -> None:
    assert document() == document()


@pytest.mark.parametrize("unknown", ["שלום", "مرحبا", "👩‍👩‍👧", "漢字", "\U0001f600"])
def test_a_character_that_no_font_has_is_a_box_that_copies_as_itself(unknown: str) -> None:
    data = rendered(with_quote(f"Zie {unknown} hier."), "pdf")
    assert "«Zie " in in_one_line(data)
    assert " hier.»" in in_one_line(data)
    assert f"/ActualText <FEFF{unknown.encode('utf-16-be').hex().upper()}>" in objects(data)


def test_accents_that_are_parted_from_their_letter_are_put_on_it() -> None:
    parted, whole = (rendered(with_quote(word), "pdf") for word in ("een cafe\u0301", "een café"))
    assert unicodedata.normalize("NFC", in_one_line(parted)) == in_one_line(whole)


def test_a_table_goes_on_over_pages_under_its_head() -> None:
    answer = "De opvang is vol. " * 130
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q1"}))
    links = tuple(
        replace(link, link_uid=f"{link.link_uid}-{number}", passage=replace(link.passage, quote=answer))
        for number in range(3)
        for link in excerpt.links
    )
    texts = pages_of(rendered([replace(excerpt, links=links)], "pdf"))
    assert len(texts) > 3
    with_answer = [text for text in texts if "De opvang is vol." in text]
    assert all("Vraag" in text and "Antwoord" in text for text in with_answer)
    assert sum(" ".join(text.split()).count("opvang is vol.") for text in texts) >= 770  # some are over two lines
    assert sum("Waarom is de" in text for text in texts) == 1


def test_a_long_answer_has_the_whole_width_under_its_question() -> None:
    answer = "De opvang is vol. " * 400
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q1"}))
    links = tuple(replace(link, passage=replace(link.passage, quote=answer)) for link in excerpt.links)
    data = rendered([replace(excerpt, links=links)], "pdf")
    assert "/S /Table" not in objects(data)
    words = in_one_line(data)
    assert words.index("Vraag «Waarom is de") < words.index("Antwoord «De opvang is vol.")
    assert words.count("opvang is vol.") == 800


def test_in_a_table_too_no_citation_is_parted_from_the_end_of_its_quote() -> None:
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q1"}))
    for count in range(20, 34):
        quote = "\n".join(["Regel van het antwoord."] * count)
        links = tuple(replace(link, passage=replace(link.passage, quote=quote)) for link in excerpt.links)
        for text in pages_of(rendered([replace(excerpt, links=links)], "pdf")):
            before, found, _ = text.partition("over opvang, onder")
            assert not found or "antwoord.»" in before


def test_a_question_is_not_left_behind_by_the_answers_it_stands_beside() -> None:
    question, answer = "\n".join(["Regel van de vraag."] * 3), "\n".join(["Regel van het antwoord."] * 14)
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q1"}))
    first, second = excerpt.links
    links = (first, replace(second, passage=replace(second.passage, quote=answer)))
    asked = replace(excerpt, passage=replace(excerpt.passage, quote=question), links=links)
    for lines in range(8, 40):
        texts = pages_of(rendered([*with_quote("\n".join(["Regel."] * lines)), asked], "pdf"))
        assert max(len(re.findall("Regel van ?de ?vraag", text)) for text in texts) == 3


def test_a_long_export_begins_with_contents_that_lead_to_its_headings() -> None:
    data = rendered(papers_with_excerpts(4, 12), "pdf")
    texts = pages_of(data)
    numbers = {
        title: next(page for page, text in enumerate(texts, start=1) if f"\n{title}\nKamerstukken" in f"\n{text}")
        for title in ("Stuk 1", "Stuk 2", "Stuk 3", "Stuk 4")
    }
    assert len(set(numbers.values())) > 2
    shown = [*numbers.values(), len(texts)]
    assert "\n".join(map(str, shown)) in texts[0]
    found = objects(data)
    assert found.count("/S /TOCI") == 5
    assert len(re.findall(r"/Subtype /Link .*/Dest \[", found)) == 5


def test_words_on_two_lines_stay_apart_for_who_hears_or_copies_them() -> None:
    words = " ".join(["woord"] * 60)
    for text in pages_of(rendered(with_quote(words), "pdf")):
        assert not re.search(r"woord\nwoord", text)


def test_a_short_export_has_no_contents() -> None:
    assert "Inhoud" not in in_one_line(document())


def test_footnotes_are_on_the_page_of_their_quote() -> None:
    texts = pages_of(rendered(collect(project()) * 12, "pdf", replace(OPTIONS, footnotes=True)))
    assert len(texts) > 2
    last = 0
    for text in texts:
        signs = [int(found) for found in re.findall(r"»\n?(\d+)\n", text)]
        notes = [int(found) for found in re.findall(r"^(\d+)\s+(?:Kamer|Brief)", text, re.MULTILINE)]
        assert notes == signs == sorted(signs)
        assert all(sign > last for sign in signs)
        last = max([last, *signs])
    assert last > 12


def test_a_citation_that_is_too_long_for_a_footnote_stands_under_the_quote() -> None:
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q3"}))
    paper = replace(excerpt.document, number=None, dossiers=(), title="Een lange titel " * 3000)
    made = [replace(excerpt, passage=replace(excerpt.passage, document=paper))]
    words = in_one_line(rendered(made, "pdf", replace(OPTIONS, footnotes=True)))
    assert "«Wat kost dit?»1" not in words
    assert words.count("lange titel") > 6000  # heading, citation, check


def test_a_head_of_any_length_leaves_room_for_the_rows() -> None:
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q2"}))
    kind = replace(own_kind(), name="verhoudt zich tot " * 4000)
    links = tuple(replace(link, kind=kind) for link in excerpt.links)
    assert "«Zie hierboven.»" in in_one_line(rendered([replace(excerpt, links=links)], "pdf"))


def test_no_heading_stands_alone_at_the_end_of_a_page() -> None:
    for lines in range(30, 60):
        words = pages_of(rendered([*with_quote("\n".join(["Regel."] * lines)), *collect(project())], "pdf"))
        for page in words:
            body = page.strip().split("\n")
            assert body[-3].strip() != "Brief over opvang"
            assert "Antwoord" not in body[-3]


words_of_any_kind = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=90), max_size=40
).map(" ".join)


@settings(max_examples=25)
@given(
    quote=words_of_any_kind,
    title=st.text(max_size=200),
    label=st.text(min_size=1, max_size=80),
    footnotes=st.booleans(),
)
def test_whatever_the_words_nothing_stands_outside_the_text_of_the_page(
    quote: str, title: str, label: str, footnotes: bool
) -> None:
    excerpts = collect(project())
    names = tuple(replace(one, path=(label,)) for one in excerpts[0].labels)
    made = [replace(excerpts[0], passage=replace(excerpts[0].passage, quote=quote, labels=names)), *excerpts[1:]]
    data = rendered(made, "pdf", replace(OPTIONS, title=title, footnotes=footnotes))
    with pdfium.PdfDocument(data) as opened:
        for page in opened:
            for item in page.get_objects(max_depth=1):
                left, low, right, high = item.get_bounds()
                assert left >= LEFT - 8
                assert right <= WIDTH - LEFT + 8
                assert high <= HEIGHT - TOP + 12
                assert low >= BOTTOM - 12 or high < 60  # the footer


def test_an_address_of_a_paper_is_a_link_and_no_script_is() -> None:
    for url, links in (("https://zoek.example/kst-1.html", 1), ("javascript:app.alert(1)", 0)):
        excerpt = collect(project(), ExcerptFilter(highlight_uids={"q3"}))[0]
        passage = replace(excerpt.passage, document=replace(excerpt.document, url=url))
        held = objects(rendered([replace(excerpt, passage=passage)], "pdf"))
        assert held.count("/Subtype /Link") == links
        assert held.count(f"/URI <{url.encode().hex().upper()}>") == links
        assert "/JavaScript" not in held


def test_labels_are_told_apart_without_colour() -> None:
    held = objects(document(highlight_uids={"q2"}))
    assert "0.9 w 0 J [] 0 d" in held  # pattern 1: a stroke
    assert "1.1 w 1 J [0.00 2.00] 0 d" in held  # pattern 4: dots


def test_hostile_words_stay_words() -> None:
    hostile = ") >> endobj (\\ <</S /JavaScript>> \x00\ud800"
    noted = mark("noted", "Ook is er", note=hostile)
    data = document(replace(OPTIONS, title=hostile), noted, highlight_uids={"noted"})
    assert "Notitie: ) >> endobj (\\ <</S /JavaScript>>" in in_one_line(data)
    with pdfium.PdfDocument(data) as opened:
        assert opened.get_metadata_value("Title").startswith(") >> endobj (\\")


def test_a_note_on_a_link_is_told_once() -> None:
    kind = collect(project())[0].links[0].kind
    more = Link("link-4", kind.uid, "q3", "a1", note="Samen beantwoord.")
    assert in_one_line(document(OPTIONS, more, highlight_uids={"a1"})).count("Samen beantwoord.") == 1


def test_an_export_tells_how_far_it_is_and_can_be_stopped() -> None:
    parts = gather(project(), ExcerptFilter(), OPTIONS)
    told: list[float] = []
    base.render(parts, "pdf", told.append)
    assert told == sorted(told)
    assert len(told) > 2

    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        base.render(parts, "pdf", stop)


def test_an_export_without_excerpts_says_so() -> None:
    assert "Geen fragmenten gevonden." in in_one_line(document(highlight_uids=set()))


def test_the_sample_project_as_pages() -> None:
    data = exported(sample_project(), "pdf", replace(OPTIONS, context=1, names=True, footnotes=True))
    pages = "\n\n".join(f"-- {number}\n{text}" for number, text in enumerate(pages_of(data), start=1))
    assert_golden("sample.pdf.txt", pages.encode())
