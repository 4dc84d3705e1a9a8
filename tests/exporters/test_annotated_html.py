"""A whole paper as HTML: its text as it is read, the marks in it, and their labels, notes and links beside it."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.domain.anchor import make_highlight
from reader.domain.errors import ActRefused
from reader.domain.model import ANSWERED_BY, Document, Link, Span, Tag, Tagging, Text
from reader.exporters.annotated_html import render_export
from reader.exporters.base import ExcerptFilter, Export, ExportOptions, gather
from reader.text.reading import reading_text
from reader.text.structure import Structure
from tests.exporters.golden import SAMPLE_MOMENT, assert_golden, sample_project
from tests.exporters.projects import OPTIONS, QUESTIONS, exported, mark, papers, project
from tests.exporters.test_html import Page
from tests.in_memory import InMemoryProject

OF_QUESTIONS = ExcerptFilter(documents=("questions",))
OF_ANSWERS = ExcerptFilter(documents=("answers",))


def written(
    source: InMemoryProject | None = None, options: ExportOptions = OPTIONS, asked: ExcerptFilter = OF_QUESTIONS
) -> str:
    return exported(source or project(), "annotated-html", options, asked).decode()


class Paper(HTMLParser):
    """The words of the paper itself, without what was put between them: numbers of pages and of marks, notes beside."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self.marked: dict[str, str] = {}  # by the name of the mark, as far as it is one element
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("meta", "br"):
            return
        self._open.append((tag, dict(attrs)))
        if self._in("article") and re.fullmatch(r"p|h\d", tag) and not self._in("aside"):
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = {name for _, attributes in self._open for name in str(attributes.get("class")).split()}
        if not self._in("article") or self._in("aside") or classes & {"n", "page"} or not self.paragraphs:
            return
        if not any(re.fullmatch(r"p|h\d", tag) for tag, _ in self._open):
            return
        self.paragraphs[-1] += data
        for tag, attributes in self._open:
            if tag == "mark" and attributes.get("id"):
                name = str(attributes["id"])
                self.marked[name] = self.marked.get(name, "") + data

    def _in(self, element: str) -> bool:
        return any(tag == element for tag, _ in self._open)


def reading_of(source: InMemoryProject, document_uid: str) -> list[str]:
    text_uid = source.document(document_uid).text_uid
    reading = reading_text(Structure.from_bytes(source.structure(text_uid)), source.body(text_uid))
    return [reading.paragraph(number) for number in range(reading.paragraph_count)]


def test_the_text_is_that_of_the_reading_view_and_marks_stand_at_their_words() -> None:
    found = Paper(written())
    assert found.paragraphs == reading_of(project(), "questions")
    assert list(found.marked.values()) == ["Waarom is de opvang gesloten?", "Wie betaalt de terug", "Wat kost dit?"]


spans = st.tuples(st.integers(0, len(QUESTIONS) - 1), st.integers(1, 60))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(spans, max_size=8), st.integers(0, 3))
def test_marks_that_cross_each_other_leave_the_text_as_it_is(found: list[tuple[int, int]], labels: int) -> None:
    inside = [Span(start, min(len(QUESTIONS), start + length)) for start, length in found]
    highlights = [
        replace(make_highlight("text-1", "questions", QUESTIONS, span), uid=f"m{at}") for at, span in enumerate(inside)
    ]
    tags = [Tag(f"t{number}", f"label {number}", number + 1, number + 1) for number in range(labels)]
    given_labels = [Tagging(one.uid, tag.uid) for one in highlights for tag in tags]
    html = written(InMemoryProject([*papers(), *tags, *highlights, *given_labels]))
    page = Page(html)
    names = [str(attributes["id"]) for _, attributes in page.elements if attributes.get("id")]
    assert len(names) == len(set(names))
    assert {str(link["href"])[1:] for link in page.of("a")} <= set(names)
    assert Paper(html).paragraphs == reading_of(project(), "questions")


def test_each_mark_has_a_number_that_leads_to_its_labels_note_and_links_in_the_margin() -> None:
    page = Page(written())
    assert [note["id"] for note in page.of("aside")] == ["n1", "n2", "n3"]
    assert [link["href"] for link in page.of("a") if link.get("class") == "n"] == ["#n1", "#n2", "#n3"]
    beside = written().split('id="n1"')[1].split("</aside>")[0]
    for words in ("opvang", "Eerste vraag.", "Let op.", "beantwoord in", "De opvang is vol.", "Ook is er geen geld."):
        assert words in beside
    assert "Bij de koppeling: Geen echt antwoord." in beside


def test_a_link_tells_its_other_end_from_both_papers_also_where_that_is_a_bare_end() -> None:
    assert "genoemd in" in written(asked=OF_ANSWERS)
    assert Paper(written(asked=OF_ANSWERS)).marked == {
        "m1": "De opvang is vol.", "m2": "Ook is er geen geld.", "m3": "Zie hierboven.",
    }  # fmt: skip
    assert "Wie betaalt de terugkeer van deze mensen?" in written(asked=OF_ANSWERS)


def test_a_link_within_the_paper_leads_to_the_other_mark() -> None:
    html = written(project(Link("inner", ANSWERED_BY.uid, "q1", "q3")))
    assert re.search(r'beantwoord in\s*<a href="#m3">3</a>', html)
    assert re.search(r'antwoord op\s*<a href="#m1">1</a>', html)


def test_without_notes_links_and_names_none_of_them_is_there() -> None:
    marked = project(mark("q4", "Opvang", author="Jan Jansen", note="Geheim."))
    html = written(marked, replace(OPTIONS, notes=False, links=False))
    for words in ("Geheim.", "Eerste vraag.", "De opvang is vol.", "Jan Jansen", "Geen echt antwoord."):
        assert words not in html
    assert "Gemarkeerd door Jan Jansen" in written(marked, replace(OPTIONS, names=True))


def test_the_notes_stand_behind_the_text_too_for_print_and_the_margin_is_not_printed() -> None:
    html = written()
    behind = html.split('class="apart endnotes"')[1]
    assert "«" not in behind.split("<q>")[0]
    for words in ("Waarom is de opvang gesloten?", "Eerste vraag.", "De opvang is vol."):
        assert words in behind
    printed = html.split("@media print {")[1]
    assert ".note { display: none; }" in printed
    assert ".endnotes { display: block; }" in printed


def test_a_mark_shows_each_label_by_a_line_of_its_own_in_a_lane_of_its_own() -> None:
    html = written()
    second = html.split('id="m2"')[1].split("</mark>")[0]
    assert re.findall(r"h(\d) p(\d) k(\d)", second) == [("1", "1", "0"), ("4", "4", "1")]
    crossing = written(project(mark("over", "Waarom is de", "mensen?"), Tagging("over", "tag-c")))
    lanes = re.findall(r'<mark id="m(\d)" class="t\d line h\d p\d k(\d)', crossing)
    assert sorted(lanes) == [("1", "0"), ("2", "1"), ("3", "1")]


def test_pages_stand_in_the_margin_by_their_printed_number_else_by_that_of_the_file() -> None:
    page = Page(written())
    assert [one["aria-label"] for one in page.of("span") if one.get("role") == "doc-pagebreak"] == [
        "pagina 7", "pagina 8",
    ]  # fmt: skip
    entities = papers()
    text = entities[2]
    assert isinstance(text, Text)
    structure = Structure.from_bytes(text.structure)
    unknown = replace(structure, pages=tuple(replace(one, label=None) for one in structure.pages))
    entities[2] = replace(text, structure=unknown.to_bytes())
    assert ">bp. 2</span>" in written(InMemoryProject(entities))
    assert "pagebreak" not in written(asked=OF_ANSWERS)


def test_headings_have_names_and_a_table_of_contents_leads_to_them() -> None:
    page = Page(written())
    assert page.text_in("h1") == ["Overleg over opvang"]
    headings = {str(one["id"]) for one in page.of("h2") if one.get("id", "").startswith("p")}  # type: ignore[union-attr]
    assert headings == {str(link["href"])[1:] for link in page.of("a") if str(link["href"]).startswith("#p")}
    assert len(headings) == 2


def test_a_passage_of_an_earlier_version_is_told_apart() -> None:
    html = written(project(mark("old", "Geld", note="Nog zoeken.", status="orphan")))
    lost = html.split("Zonder plaats in deze versie")[1]
    assert "Nog zoeken." in lost
    assert "Staat in een eerdere versie" in lost
    assert Paper(html).paragraphs == reading_of(project(), "questions")


def test_the_check_of_the_quotes_names_the_paper_with_its_fingerprint() -> None:
    html = written()
    assert "Letterlijk geciteerd, gecontroleerd" in html
    assert len(set(re.findall(r"<code>([0-9a-f]{64})</code>", html))) == 2


HOSTILE = ["<script>alert(1)</script>", "</style><b>", '" onload="x', "{{ 7*7 }}", "a\x00b\ufffe\x1b"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_titles_notes_labels_and_names_cannot_become_markup(hostile: str) -> None:
    entities = [replace(one, title=hostile, language=hostile) if isinstance(one, Document) else one for one in papers()]
    first = mark("one", "Waarom", note=hostile, author=hostile)
    second = mark("two", "De opvang is vol.")
    tag = Tag("bad", hostile, description=hostile)
    source = InMemoryProject(
        [*entities, tag, first, second, Tagging("one", "bad"), Link("l", ANSWERED_BY.uid, "one", "two", note=hostile)]
    )
    html = written(source, replace(OPTIONS, names=True, title=hostile))
    page = Page(html)
    assert not {"script", "b", "link", "img", "iframe", "object", "form", "base"} & {tag for tag, _ in page.elements}
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert not re.search(r"url\(|@import|https?://|[\x00-\x08\x1b\ufffe]", html)
    assert page.text_in("h1") == [re.sub(r"[\x00\ufffe\x1b]", "", hostile)]


def test_an_export_of_several_papers_is_refused() -> None:
    with pytest.raises(ActRefused, match="one paper"):
        render_export(gather(project(), ExcerptFilter(), OPTIONS), lambda _share: None)


def test_it_tells_how_far_it_is_and_can_be_stopped() -> None:
    class Stopped(Exception):
        pass

    shares: list[float] = []
    parts: Export = gather(project(), OF_QUESTIONS, OPTIONS)
    render_export(parts, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0

    def stop(share: float) -> None:
        if share > 0.3:
            raise Stopped

    with pytest.raises(Stopped):
        render_export(parts, stop)


def test_the_sample_project() -> None:
    options = ExportOptions("Libië en de migratieagenda", SAMPLE_MOMENT, names=True)
    source = sample_project()
    letter = next(one for one in source.documents() if one.number == "2386")
    data = exported(source, "annotated-html", options, ExcerptFilter(documents=(letter.uid,)))
    assert_golden("sample-annotated.html", data)
