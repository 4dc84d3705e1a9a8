"""Excerpts as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exporters.base import render
from reader.exporters.collecting import collect
from reader.exporters.composition import ExportOptions
from reader.exporters.table import harmless
from tests.exporters.projects import OPTIONS, QUESTIONS, mark, project


def rows(options: ExportOptions = OPTIONS, source: object = None) -> list[dict[str, str]]:
    data = render(collect(source or project()), "csv", options)  # type: ignore[arg-type]
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_there_is_one_row_per_excerpt_with_its_facts() -> None:
    first = rows()[0]
    assert first == {
        "nr": "1",
        "document": "Overleg over opvang",
        "soort": "schriftelijk-overleg",
        "datum": "2018-06",
        "dossiers": "19637",
        "stuknummer": "2395",
        "pagina": "7",
        "bestandspagina": "1",
        "paragraaf": "1.1 Opvang",
        "citaat": "Waarom is de opvang gesloten?3",
        "labels": "opvang",
        "notitie": "Eerste vraag.\nLet op.",
        "vindplaats": "Kamerstukken II 2017/18, 19637, nr. 2395, p. 7",
        "koppelingen": (
            "beantwoord in: «De opvang is vol.» (Brief van de Minister van Migratie van 11 juni 2018 over opvang, "
            "onder ‘Antwoorden’) [label: opvang] [Geen echt antwoord.]\n"
            "beantwoord in: «Ook is er geen geld.» (Brief van de Minister van Migratie van 11 juni 2018 over opvang, "
            "onder ‘Antwoorden’)"
        ),
        "begin in brontekst": str(QUESTIONS.index("Waarom")),
        "einde in brontekst": str(QUESTIONS.index("sloten?3") + 8),
        "kenmerk": "q1",
    }
    assert rows()[1]["pagina"] == "7-8"
    assert rows()[3]["koppelingen"].startswith("antwoord op: «Waarom is de opvang gesloten?3»")


def test_the_file_starts_with_a_mark_that_tells_a_spreadsheet_it_is_unicode() -> None:
    data = render([], "csv", OPTIONS)
    assert data.startswith(b"\xef\xbb\xbfnr,document,")
    assert data.count(b"\r\n") == 1


def test_the_heading_follows_the_language_and_columns_can_be_left_out() -> None:
    (first, *_) = rows(replace(OPTIONS, language="en", notes=False, links=False))
    assert list(first)[:3] == ["no", "document", "kind"]
    assert "note" not in first
    assert "links" not in first


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "\u00a0+", "＝"])
def test_a_cell_that_a_spreadsheet_could_run_is_made_harmless(start: str) -> None:
    note = f"{start}HYPERLINK(1)"
    source = project(mark("bad", "Ook is er", note=note))
    (bad,) = [row for row in rows(source=source) if row["kenmerk"] == "bad"]
    assert bad["notitie"] == "'" + note


@given(st.text())
def test_no_cell_starts_a_formula_and_ordinary_ones_are_left_alone(cell: str) -> None:
    safe = harmless(cell)
    assert not safe.lstrip().startswith(("=", "+", "-", "@"))
    if cell.isprintable() and not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")):
        assert safe == cell
