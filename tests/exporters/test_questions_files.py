"""An answer overview as a file in every format: the same words, safe to open, and the same bytes each time."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from reader.domain.errors import ExportFailed
from reader.exporters.questions_base import FORMATS, OverviewText, export_overview, preview_html, render
from reader.ui.theme_tokens import token_colours
from tests.exporters.answered_papers import ANNEX, LOCKS, MINUTES, OPTIONS, VERDICTS, Case, Held, case, renamed
from tests.exporters.test_html import Page
from tests.questions.papers import CONSULTATION

LIGHT = token_colours("light")
HOSTILE = ["<script>alert(1)</script>", "</title><b>", '" onload="x', "{{ 7*7 }}", "a\x00b\ufffe"]


def mixed(**changes: Any) -> Case:
    held = {0: Held(VERDICTS["partly"], note="Geen bedragen.\nNavragen."), 1: Held(is_open=True)}
    return case(**({"accepted": [(0, 0), (3, 2)], "held": held} | changes))


def word_file(text: OverviewText) -> Any:
    return docx.Document(io.BytesIO(render(text, "docx")))


def table(text: OverviewText) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(text, "csv").decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("name", list(FORMATS))
@pytest.mark.parametrize("only_open", [False, True])
def test_the_same_overview_gives_the_same_bytes(name: str, only_open: bool) -> None:
    first, second = (render(mixed().text(only_open=only_open), name) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("name", ["html", "markdown", "docx"])
def test_every_format_has_the_counts_the_headings_and_the_notes(name: str) -> None:
    text = mixed().text()
    if name == "docx":
        found = word_file(text)
        words = "\n".join(
            [one.text for one in found.paragraphs]
            + [cell.text for one in found.tables for row in one.rows for cell in row.cells]
        )
    elif name == "html":
        words = "\n".join(part for _, part in Page(render(text, "html").decode()).words)
    else:
        words = render(text, "markdown").decode()
    for expected in (text.notice, *text.counts, "Vraagblokken zonder antwoordblok", "Mestbeleid", "Navragen."):
        assert expected in words
    assert "deels beantwoord" in words.lower()


def test_word_has_real_headings_a_repeated_head_and_a_page_on_its_side() -> None:
    found = word_file(mixed().text())
    headings = [(one.style.name, one.text) for one in found.paragraphs if one.style.name.startswith("Heading")]
    assert headings[:3] == [
        ("Heading 1", "Vraagblokken zonder antwoordblok"),
        ("Heading 2", "Mestbeleid · Partij voor de Dieren"),
        ("Heading 1", "Mestbeleid"),
    ]
    section = found.sections[0]
    assert section.page_width > section.page_height
    for one in found.tables:
        marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in one.rows]
        assert marked == [True] + [False] * (len(one.rows) - 1)
        assert one._tbl.tblPr.find(qn("w:tblCaption")) is not None
        widths = [int(cell._tc.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in one.rows[0].cells]
        assert sum(widths) == (section.page_width - section.left_margin - section.right_margin) // 635
    heads = {tuple(cell.text for cell in one.rows[0].cells) for one in found.tables}
    assert heads == {("Vraag", "Antwoord", "Oordeel en notitie"), ("Vraag", "Toestand, oordeel en notitie")}


@pytest.mark.parametrize(("language", "tag"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_word_has_title_language_and_page_numbers(language: Any, tag: str) -> None:
    text = mixed().text(replace(OPTIONS, language=language))
    found = word_file(text)
    assert found.core_properties.title == text.full_title
    assert text.full_title.endswith(": Overleg over waterkwaliteit")
    assert (found.core_properties.language, found.core_properties.author) == (tag, "")
    (footer,) = found.sections[0].footer.paragraphs
    assert text.full_title in footer.text
    assert [field.get(qn("w:instr")).strip() for field in footer._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_word_keeps_label_quote_and_citation_of_a_short_passage_in_one_paragraph() -> None:
    found = word_file(case(LOCKS, ANNEX).text())
    (cell, _) = found.tables[0].rows[1].cells
    assert [one.text for one in cell.paragraphs] == [
        "Vraag 1\n«Hoe lang duurt de storing aan de sluizen bij Terneuzen?»\n"
        "Aanhangsel Handelingen II 2024/25, nr. 1533, vraag 1"
    ]
    assert {run.style.name for run in cell.paragraphs[0].runs} >= {"Overview label", "Overview citation"}


def test_a_file_with_a_row_per_question_and_answer() -> None:
    found = mixed(accepted=[(0, 0), (0, 1)], held={0: Held(VERDICTS["partly"], note="Navragen.")})
    rows = table(found.text())
    assert len(rows) == len(found.board.rows) + 1
    pair = [row for row in rows if row["oordeel"]]
    assert [row["nr"] for row in pair] == [pair[0]["nr"]] * 2
    for row, answer in zip(pair, found.board.exchange.answers, strict=False):
        question = found.board.exchange.questions[0]
        assert (row["vraag"], row["antwoord"]) == (question.text, answer.text)
        assert (row["paragraaf"], row["fractie"], row["vraagnummer"]) == ("Mestbeleid", "D66", "Vraag 1")
        assert (row["oordeel"], row["notitie"], row["toestand"]) == (
            "deels beantwoord", "Navragen.", "Antwoord bevestigd.",
        )  # fmt: skip
        assert int(row["begin vraag in brontekst"]) == question.start
        assert int(row["einde antwoord in brontekst"]) == answer.end
    assert [row["fractie"] for row in rows if row["vraagblok zonder antwoordblok"] == "ja"] == ["Partij voor de Dieren"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "＝"])
def test_no_cell_can_be_run_by_a_spreadsheet(start: str) -> None:
    note = f"{start}HYPERLINK(1)"
    (row,) = [row for row in table(mixed(held={0: Held(note=f"x\n{note}")}).text()) if row["notitie"]]
    assert row["notitie"].startswith("x")
    (row,) = [row for row in table(mixed(held={0: Held(note=note)}).text()) if row["notitie"]]
    assert row["notitie"] == "'" + note.strip()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_titles_and_notes_cannot_become_markup(hostile: str) -> None:
    clean = hostile.replace("\x00", "").replace("\ufffe", "")
    text = case(
        CONSULTATION, renamed(MINUTES, title=hostile, language=hostile), accepted=[(0, 0)], held={0: Held(note=hostile)}
    ).text()
    for html in (render(text, "html").decode(), preview_html(text, LIGHT)):
        found = Page(html)
        assert {name for name, _ in found.elements} <= {
            "html", "head", "meta", "title", "style", "body", "main", "header", "section", "h1", "h2", "h3", "p", "i",
            "cite", "span", "blockquote", "sup", "div", "table", "thead", "tbody", "tr", "th", "td", "caption", "dl",
            "dt", "dd", "ul", "li", "nav", "ol", "a", "strong",
        }  # fmt: skip
        assert clean in found.text_in("p")
        assert not any(name.startswith("on") for _, attributes in found.elements for name in attributes)
    assert "\n<script>" not in render(text, "markdown").decode()
    assert word_file(text).core_properties.title.endswith(clean)


def test_the_page_runs_and_fetches_nothing_and_leads_to_its_chapters() -> None:
    html = render(mixed().text(), "html").decode()
    assert not re.search(r"<(?:script|link|img|iframe|object|embed|form|base)\b", html)
    assert not re.search(r"url\(|@import|https?://|\son\w+=", html)
    page = Page(html)
    targets = [str(link["href"])[1:] for link in page.of("a")]
    assert targets == [section["id"] for section in page.of("section")]
    assert all(head["scope"] == "col" for head in page.of("th"))
    assert len(page.of("caption")) == len(page.of("table"))


@pytest.mark.parametrize("colour", ["red; } body { display: none", "url(x)", ""])
def test_a_preview_takes_only_colours(colour: str) -> None:
    with pytest.raises(ValueError, match="colour"):
        preview_html(mixed().text(), LIGHT | {"page": colour})


def test_an_overview_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    text = mixed().text()
    target = tmp_path / "overzicht.md"
    export_overview(text, "markdown", target)
    assert target.read_bytes() == render(text, "markdown")
    with pytest.raises(ExportFailed):
        export_overview(text, "markdown", tmp_path / "er is geen map" / "overzicht.md")
    folder = tmp_path / "map.md"
    folder.mkdir()
    with pytest.raises(ExportFailed):
        export_overview(text, "markdown", folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["map.md", "overzicht.md"]
