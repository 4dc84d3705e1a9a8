"""Excerpts as an HTML page, and the small form of it for a preview."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from reader.domain.changes import ActName, ChangeSet, changed
from reader.domain.model import Document
from reader.exporters.base import gather, preview_html
from reader.exporters.collecting import ExcerptFilter, collect
from reader.exporters.composition import ExportOptions
from reader.exporters.html import render_export
from tests.exporters.golden import SAMPLE_MOMENT, assert_golden, sample_project
from tests.exporters.projects import OPTIONS, exported, mark, papers, project, rendered

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Collects what is on a page; fails when elements are not properly nested."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str]] = []  # (innermost element, text)
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open:
            self.words.append((self.open[-1], data.strip()))

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def text_in(self, tag: str) -> list[str]:
        return [words for name, words in self.words if name == tag]


def page(options: ExportOptions = OPTIONS, **asked: object) -> Page:
    return Page(rendered(collect(project(), ExcerptFilter(**asked)), "html", options).decode())  # type: ignore[arg-type]


def test_the_page_has_a_title_a_language_and_a_heading_for_each_group() -> None:
    found = page(replace(OPTIONS, language="en"))
    assert found.of("html") == [{"lang": "en"}]
    assert found.text_in("title") == found.text_in("h1") == ["Opvang en terugkeer"]
    assert found.text_in("h2") == ["Overleg over opvang", "Brief over opvang", "Check of the quotations"]
    assert "5 excerpts from 2 documents · 16 July 2026" in found.text_in("p")


def test_a_question_stands_beside_its_answers_in_a_table_with_headings() -> None:
    found = page(highlight_uids={"q1"})
    assert found.text_in("th") == ["Vraag", "Antwoord"]
    assert [cell.get("rowspan") for cell in found.of("td")] == ["2", None, None]
    assert found.text_in("sup") == ["3"]
    assert found.text_in("i")[-1] == "Kamerstukken II"
    quoted = " ".join(found.text_in("p"))
    for words in ("«Waarom is de opvang gesloten?", "«De opvang is vol.»", "Let op.", "Geen echt antwoord."):
        assert words in quoted


def test_a_note_on_a_link_is_shown_when_its_target_stands_in_the_row_above() -> None:
    source = project()
    first = collect(source)[0].links[0]
    from reader.domain.model import Link

    source = project(Link("link-4", first.kind.uid, "q3", "a1", note="Samen beantwoord."))
    html = rendered(collect(source, ExcerptFilter(highlight_uids={"a1"})), "html", OPTIONS).decode()
    assert "Samen beantwoord." in html


def test_a_quote_in_another_language_says_so() -> None:
    assert [quote.get("lang") for quote in page(highlight_uids={"a1"}).of("blockquote")] == [None, "nl-BE"]


def test_nothing_is_run_or_fetched() -> None:
    html = rendered(collect(project()), "html", OPTIONS).decode()
    assert not re.search(r"<(?:script|link|img|iframe|object|embed|form|base)\b", html)
    assert not re.search(r"url\(|@import|https?://|\son\w+=", html)
    policy = [meta for meta in Page(html).of("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    assert policy[0]["content"] == "default-src 'none'; style-src 'unsafe-inline'"


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "</title><b>", '" onload="x', "{{ 7*7 }}", "a\x00b\ufffe"]
)
def test_titles_notes_and_names_cannot_become_markup(hostile: str) -> None:
    clean = hostile.replace("\x00", "").replace("\ufffe", "")
    source = project(mark("bad", "Ook is er", note=hostile))
    paper = papers()[0]
    assert isinstance(paper, Document)
    named = replace(paper, title=hostile, language=hostile)
    excerpts = collect(source)
    shown = [replace(one, passage=replace(one.passage, document=named)) for one in excerpts]
    options = replace(OPTIONS, title=hostile, filter_words=hostile)
    for html in (rendered(shown, "html", options).decode(), preview_html(shown, options)):
        found = Page(html)
        assert {name for name, _ in found.elements} <= {
            "html", "head", "meta", "title", "style", "body", "main", "header", "section", "article", "h1", "h2",
            "p", "i", "cite", "span", "blockquote", "sup", "div", "table", "thead", "tbody", "tr", "th", "td",
            "ul", "li", "br", "code",
        }  # fmt: skip
        assert found.text_in("h1") == [clean]
        assert clean in found.text_in("p")
        assert not any(name.startswith("on") for _, attributes in found.elements for name in attributes)


def test_each_label_has_a_class_for_its_hue_and_its_line_and_both_have_a_rule() -> None:
    html = rendered(collect(project()), "html", OPTIONS).decode()
    classes = {item.get("class") for item in Page(html).of("span") if "label" in str(item.get("class")).split()}
    assert classes == {"label h1 p1", "label h4 p4"}
    for number in range(1, 10):
        assert f".h{number} {{" in html
        assert f".p{number} {{" in html
    assert "prefers-color-scheme: dark" in html


def test_an_export_without_excerpts_says_so() -> None:
    assert "Geen fragmenten gevonden." in page(highlight_uids=set()).text_in("p")


def test_three_groups_or_more_get_a_list_of_contents_that_leads_to_them() -> None:
    found = page(replace(OPTIONS, grouping="label"))
    targets = [str(link["href"])[1:] for link in found.of("a")]
    assert targets == [section["id"] for section in found.of("section")], "the check of the quotes is the last"
    assert len(targets) == 4
    headings = found.text_in("h2")
    assert headings == ["Inhoud", *found.text_in("a")], "each link has the words of the heading that it leads to"
    assert [nav["aria-labelledby"] for nav in found.of("nav")] == [found.of("h2")[0]["id"]]


def test_fewer_groups_and_the_preview_have_no_list_of_contents() -> None:
    assert not page(replace(OPTIONS, grouping="document")).of("nav")
    preview = Page(preview_html(collect(project()), replace(OPTIONS, grouping="label")))
    assert not preview.of("a")


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", '" onfocus="x()', "javascript:x()", "&lt;b&gt;", "a\x00b"]
)
def test_a_label_in_the_list_of_contents_is_text_and_the_places_do_not_depend_on_it(name: str) -> None:
    options = replace(OPTIONS, grouping="label")
    plain, source = page(options), project()
    source.apply(ChangeSet(ActName("test"), changed(source.tags()[0], replace(source.tags()[0], name=name))))
    data = rendered(collect(source), "html", options)
    found = Page(data.decode())
    assert any(words.endswith(f"› {name.replace(chr(0), '')}") for words in found.text_in("a"))
    assert [link["href"] for link in found.of("a")] == [link["href"] for link in plain.of("a")]
    assert all(set(link) == {"href"} for link in found.of("a"))
    assert not found.of("script")
    assert rendered(collect(source), "html", options) == data


def test_the_preview_has_the_same_words_and_only_what_rich_text_knows() -> None:
    excerpts = collect(project())
    preview, whole = Page(preview_html(excerpts, OPTIONS)), Page(rendered(excerpts, "html", OPTIONS).decode())

    def contents(of: Page) -> list[str]:
        return [words for name, words in of.words if name != "style"]

    assert contents(preview) == contents(whole)
    assert all(table["width"] == "100%" for table in preview.of("table"))
    assert not any("@media" in words or "var(" in words for words in preview.text_in("style"))


def test_names_and_the_sentences_around_a_quote_are_shown_and_stay_outside_the_quote() -> None:
    options = replace(OPTIONS, names=True, context=1)
    source = project(mark("who", "Ook is er", author="Jan Jansen"))
    found = Page(rendered(collect(source, context=1), "html", options).decode())
    assert "Gemarkeerd door Jan Jansen" in found.text_in("p")
    quoted = html_of_quotes(rendered(collect(source, context=1), "html", options).decode())
    assert any("«Ook is er»" in quote for quote in quoted)
    assert not any("geen geld" in quote for quote in quoted if "«Ook is er»" in quote)
    assert {"Ervoor:", "Erna:"} <= set(found.text_in("span"))


def html_of_quotes(html: str) -> list[str]:
    return re.findall(r"<blockquote.*?</blockquote>", html, re.DOTALL)


def test_the_quotes_are_checked_and_one_that_is_not_exact_is_named_with_the_reason() -> None:
    html = rendered(collect(project()), "html", OPTIONS).decode()
    assert "Letterlijk geciteerd, gecontroleerd: alle 6 citaten" in html
    assert len(set(re.findall(r"<code>([0-9a-f]{64})</code>", html))) == 2
    unsure = rendered(collect(project(mark("moved", "Opvang", status="moved"))), "html", OPTIONS).decode()
    assert 'class="warning">Nog na te kijken' in unsure
    assert "«Opvang»" in unsure.split('id="check"')[1]


def test_it_tells_how_far_it_is() -> None:
    shares: list[float] = []
    source = project()
    render_export(gather(source, ExcerptFilter(), OPTIONS), shares.append)
    assert len(shares) >= 2
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_in_print_labels_keep_their_lines_and_no_cell_is_cut() -> None:
    html = rendered(collect(project()), "html", OPTIONS).decode()
    assert "table.pairs td > * { break-inside: avoid; }" in html
    assert "table.pairs td > blockquote { break-inside: auto; }" in html
    assert "print-color-adjust: exact" in html
    assert "thead { display: table-header-group; }" in html.split("@media print {")[1]


def test_the_sample_project_as_a_page() -> None:
    options = ExportOptions("Libië en de migratieagenda", SAMPLE_MOMENT, names=True, context=1)
    assert_golden("sample.html", exported(sample_project(), "html", options))
