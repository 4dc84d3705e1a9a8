"""What the export window shows: the facts of the whole export, however little of it is on the sheet."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reader.domain.model import Tagging
from reader.exporters.base import ExcerptFilter, Export, ExportOptions, first_shown, gather
from reader.exporters.formats import FORMATS, no_step
from reader.ui import export_preview
from reader.ui.export_parts import preview_browser
from reader.ui.export_preview import Sheet, sheet_of, sheet_words, show_sheet
from tests.exporters.projects import OPTIONS, mark, project


def asked(options: ExportOptions = OPTIONS, *documents: str) -> Export:
    return gather(project(), ExcerptFilter(documents=documents), options)


def sheet(parts: Export, name: str) -> Sheet:
    return sheet_of(parts, FORMATS[name], sheet_words(parts, FORMATS[name]), "#eeeeee", 400, no_step)


def words(found: Sheet) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", found.html or found.text).split())


@pytest.mark.parametrize("name", ["docx", "markdown", "text", "csv"])
def test_of_a_long_export_the_start_is_shown_with_the_facts_of_all(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = sheet(asked(), name)
    assert whole.told == ""
    monkeypatch.setattr(export_preview, "MOST_EXCERPTS", 2)
    monkeypatch.setattr(export_preview, "MOST_ROWS", 2)
    found = sheet(asked(), name)
    assert "2" in found.told
    assert "5" in found.told
    assert "De opvang is vol." in words(whole)
    assert "Ook is er geen geld." not in re.sub("beantwoord in:.*", "", words(found)) or name != "csv"
    assert len(words(found)) < len(words(whole))
    if name == "docx":
        assert "5 fragmenten uit 2 documenten" in words(found)


def test_an_export_by_label_begins_with_the_first_label() -> None:
    options = replace(OPTIONS, grouping="label", order="marked")
    source = project(mark("late", "Zie hierboven."), Tagging("late", "tag-b"))
    excerpts = gather(source, ExcerptFilter(), options).excerpts
    shown = first_shown(excerpts, options, 3)
    assert {excerpt.uid for excerpt in shown} <= {"q1", "q2", "a1", "late"}
    assert [excerpt.uid for excerpt in shown] == [one.uid for one in excerpts if one in shown]
    assert [excerpt.uid for excerpt in first_shown(excerpts, OPTIONS, 2)] == ["q1", "q2"]


def test_nothing_highlighted_and_nothing_that_passes_are_told_apart() -> None:
    nothing = replace(asked(), excerpts=())
    assert "nothing is highlighted" in sheet(nothing, "docx").text
    filtered = replace(nothing, options=replace(OPTIONS, filter_words="Label: geld"))
    assert "no excerpt passes the filter" in sheet(filtered, "csv").text
    assert "no document" in sheet(replace(nothing, documents=()), "annotated-html").text


def test_a_whole_paper_shows_its_highlights_with_the_notes_beside_them() -> None:
    found = sheet(asked(OPTIONS, "questions"), "annotated-html")
    assert 'class="t1 line h1 p1' in found.html
    assert "<mark" not in found.html
    assert "Waarom is de opvang gesloten?" in re.sub("<[^>]*>", "", found.html)
    assert "Eerste vraag." in words(found)
    assert "beantwoord in «De opvang is vol.»" in words(found)
    assert found.told == ""


def test_a_worker_makes_the_sheet_without_asking_the_translators(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that does, while the window changes its language, can bring both to a standstill."""
    parts = asked(OPTIONS, "questions")
    prepared = {name: sheet_words(parts, form) for name, form in FORMATS.items()}

    def asked_for(*_arguments: object) -> str:
        raise AssertionError("a word was looked up")

    for asks in ("translate", "message_for", "interface_language"):
        monkeypatch.setattr(export_preview, asks, asked_for)
    for name, form in FORMATS.items():
        assert sheet_of(parts, form, prepared[name], "#eeeeee", 400, no_step) != Sheet()


def test_what_cannot_go_out_is_told(qtbot: QtBot) -> None:
    found = sheet(asked(OPTIONS, "questions"), "annotated-pdf")
    assert found.error is not None
    browser = preview_browser("Preview")
    qtbot.addWidget(browser)
    show_sheet(browser, found)
    assert "did not come as a PDF" in browser.toPlainText()


def test_a_hostile_title_stays_words() -> None:
    parts = asked(OPTIONS, "questions")
    (paper,) = parts.documents
    hostile = replace(parts, documents=(replace(paper, title="<script>alert(1)</script>"),))
    for name in ("annotated-html", "qdpx"):
        assert "<script" not in sheet(hostile, name).html


def test_sheets_are_shown(qtbot: QtBot) -> None:
    browser = preview_browser("Preview")
    qtbot.addWidget(browser)
    show_sheet(browser, Sheet(text="{}", is_code=True, told="The rest is in the file."))
    assert browser.toPlainText() == "{}\n\nThe rest is in the file."
    picture = QImage(40, 60, QImage.Format.Format_RGB32)
    picture.fill(0xFF336699)
    show_sheet(browser, Sheet(pages=(picture, picture), told="More."))
    assert browser.toHtml().count("<img") == 2
    browser.resize(300, 300)
    shown = browser.grab().toImage()
    assert any(shown.pixelColor(x, 60).name() == "#336699" for x in range(shown.width()))
