"""Excerpts as a workbook, read again by another library."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Tagging
from reader.exporters.collecting import ExcerptFilter
from reader.exporters.colours import tint_and_line
from reader.exporters.composition import ExportOptions
from reader.exporters.xlsx import clean
from reader.text.source import sha256_of
from tests.exporters.projects import OPTIONS, QUESTIONS, exported, mark, project
from tests.in_memory import InMemoryProject


def workbook(options: ExportOptions = OPTIONS, source: InMemoryProject | None = None, **asked: Any) -> Any:
    data = exported(source or project(), "xlsx", options, ExcerptFilter(**asked))
    return openpyxl.load_workbook(io.BytesIO(data))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in others]


def test_the_sheets_are_excerpts_links_papers_and_check() -> None:
    assert workbook().sheetnames == ["Fragmenten", "Koppelingen", "Documenten", "Controle"]
    english = workbook(replace(OPTIONS, language="en", links=False))
    assert english.sheetnames == ["Excerpts", "Documents", "Check"]


def test_there_is_a_row_for_each_passage_and_label_with_numbers_as_numbers() -> None:
    found = rows(workbook()["Fragmenten"])
    assert [(row["Nr"], row["Label"], row["Koppelingen"]) for row in found] == [
        (1, "opvang", 2), (2, "opvang", 1), (2, "geld › kosten", 1), (3, None, 0), (4, "opvang", 1), (5, None, 1),
    ]  # fmt: skip
    first = found[0]
    assert (first["Dossiers"], first["Stuknummer"], first["Pagina"]) == (19637, 2395, 7)
    assert first["Begin in brontekst"] == QUESTIONS.index("Waarom")
    assert (found[1]["Pagina"], first["Datum"], first["Letterlijk geciteerd"]) == ("7-8", "2018-06", "ja")
    assert found[4]["Datum"] == datetime(2018, 6, 11)  # noqa: DTZ001 a workbook knows no zones


def test_moments_are_moments() -> None:
    marked = replace(mark("own", "Ook is er"), created_at="2026-07-16T14:02:03.000Z")
    (row,) = rows(workbook(source=project(marked), highlight_uids={"own"})["Fragmenten"])
    assert row["Gemarkeerd op (UTC)"] == datetime(2026, 7, 16, 14, 2, 3)  # noqa: DTZ001 a workbook knows no zones


def test_a_day_that_a_workbook_cannot_count_stays_text() -> None:
    source = project()
    old = replace(source.document("answers"), date="1848-11-03")
    older = InMemoryProject([*(one for kind in source.state().values() for one in kind.values()), old])
    assert rows(workbook(source=older)["Fragmenten"])[4]["Datum"] == "1848-11-03"


def test_the_head_stays_in_view_and_all_rows_can_be_filtered() -> None:
    for sheet in workbook().worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet["A1"].font.bold
        assert sheet["A2"].alignment.wrap_text
    assert workbook()["Fragmenten"].auto_filter.ref == "A1:T7"


def test_a_label_has_the_colour_of_its_hue_and_its_name() -> None:
    sheet = workbook()["Fragmenten"]
    assert sheet["B4"].value == "geld › kosten"
    assert sheet["B4"].fill.fgColor.rgb == "FF" + tint_and_line(4)[0][1:]
    assert sheet["B5"].fill.fill_type is None


def test_a_link_is_there_once_with_both_ends() -> None:
    found = rows(workbook()["Koppelingen"])
    assert [
        (row["Koppeling"], row["Van: nr"], row["Van: citaat"], row["Naar: nr"], row["Naar: citaat"]) for row in found
    ] == [
        ("beantwoord in", 1, "Waarom is de opvang gesloten?3", 4, "De opvang is vol."),
        ("beantwoord in", 1, "Waarom is de opvang gesloten?3", 5, "Ook is er geen geld."),
        ("verwijst naar", 2, "Wie betaalt de terugkeer van deze mensen?", None, "Zie hierboven."),
    ]
    assert found[0]["Bij de koppeling"] == "Geen echt antwoord."
    assert rows(workbook(replace(OPTIONS, notes=False))["Koppelingen"])[0]["Bij de koppeling"] is None


def test_the_check_has_the_fingerprints_and_what_is_not_confirmed() -> None:
    found = workbook(source=project(mark("moved", "Zie", status="moved")))["Controle"]
    cells = list(found.iter_rows(values_only=True))
    assert cells[1] == ("Kamerstukken II 2017/18, 19637, nr. 2395", sha256_of(QUESTIONS), 3, 0)
    assert cells[2][2:] == (4, 1)
    assert cells[4][0] == "Letterlijk geciteerd, gecontroleerd, behalve 1 van de 7 citaten: zie hieronder."
    assert cells[8][1:3] == ("Zie", "Nog na te kijken: de plaats in de nieuwe versie van het document is niet zeker.")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "{=", "http://", "mailto:a@b.nl "])
def test_no_text_becomes_a_formula_or_a_link_to_elsewhere(start: str) -> None:
    note = f'{start}HYPERLINK("http://kwaad.example";"klik")'
    source = project(mark("bad", "Ook is er", note=note, author=note), Tagging("bad", "tag-b", author=note))
    data = exported(source, "xlsx", replace(OPTIONS, title=note, names=True))
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Fragmenten"]
    (row,) = [one for one in rows(sheet) if one["Kenmerk"] == "bad"]
    assert (row["Notitie"], row["Gemarkeerd door"], row["Label gegeven door"]) == (note, note, note)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/" in name]
    assert not any(b"<f" in sheet or b"hyperlink" in sheet for sheet in sheets)


def test_signs_that_xml_lacks_are_left_out_and_what_looks_like_their_code_stays() -> None:
    note = "een\x00\x1b\ud800\uffff twee _x0041_ &amp; <b>"
    (row,) = rows(workbook(source=project(mark("bad", "Ook is er", note=note)), highlight_uids={"bad"})["Fragmenten"])
    assert row["Notitie"] == "een twee _x0041_ &amp; <b>"


@given(st.text(max_size=50), st.sampled_from([1, 16_380, 32_760, 40_000]))
def test_a_text_fits_in_a_cell_and_says_where_it_is_broken_off(text: str, times: int) -> None:
    whole = clean(text) * times
    found = clean(whole)
    assert len(found.encode("utf-16-le")) // 2 <= 32_767
    assert found == whole or (found.endswith(" […]") and whole.startswith(found[: -len(" […]")]))


def test_the_file_keeps_the_moment_of_the_export_and_no_other() -> None:
    first, second = exported(project(), "xlsx"), exported(project(), "xlsx")
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert core.count("2026-07-16T14:02:00Z") == core.count("</dcterms:") == 2


def test_nothing_found_gives_a_workbook_all_the_same() -> None:
    found = workbook(highlight_uids=set())
    assert [sheet.max_row for sheet in found.worksheets][:2] == [1, 1]
