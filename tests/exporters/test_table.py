"""Excerpts as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.dates import Language
from reader.domain.model import Tagging
from reader.exporters.collecting import ExcerptFilter, collect
from reader.exporters.composition import ExportOptions
from reader.exporters.table import harmless
from reader.text.source import sha256_of
from tests.exporters.projects import OPTIONS, QUESTIONS, exported, mark, project, rendered


def rows(options: ExportOptions = OPTIONS, source: object = None) -> list[dict[str, str]]:
    data = rendered(collect(source or project()), "csv", options)  # type: ignore[arg-type]
    return read(data, "," if options.language == "en" else ";")


def read(data: bytes, separator: str = ";") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=separator))


def test_a_row_holds_the_facts_of_a_passage() -> None:
    first = rows()[0]
    assert first == {
        "nr": "1",
        "label": "opvang",
        "citaat": "Waarom is de opvang gesloten?3",
        "notitie": "Eerste vraag.\nLet op.",
        "vindplaats": "Kamerstukken II 2017/18, 19637, nr. 2395, p. 7",
        "document": "Overleg over opvang",
        "soort": "schriftelijk-overleg",
        "datum": "2018-06",
        "dossiers": "19637",
        "stuknummer": "2395",
        "pagina": "7",
        "bestandspagina": "1",
        "paragraaf": "1.1 Opvang",
        "alle labels": "opvang",
        "gemarkeerd op (UTC)": "",
        "letterlijk geciteerd": "ja",
        "begin in brontekst": str(QUESTIONS.index("Waarom")),
        "einde in brontekst": str(QUESTIONS.index("sloten?3") + 8),
        "SHA-256 van de brontekst": sha256_of(QUESTIONS),
        "kenmerk": "q1",
        "koppelingen": (
            "beantwoord in: «De opvang is vol.» (Brief van de Minister van Migratie van 11 juni 2018 over opvang, "
            "onder ‘Antwoorden’) [label: opvang] [Geen echt antwoord.]\n"
            "beantwoord in: «Ook is er geen geld.» (Brief van de Minister van Migratie van 11 juni 2018 over opvang, "
            "onder ‘Antwoorden’)"
        ),
    }


def test_a_passage_has_a_row_for_each_of_its_labels_and_one_when_it_has_none() -> None:
    found = [(row["nr"], row["kenmerk"], row["label"], row["alle labels"]) for row in rows()]
    assert found == [
        ("1", "q1", "opvang", "opvang"),
        ("2", "q2", "opvang", "opvang; geld › kosten"),
        ("2", "q2", "geld › kosten", "opvang; geld › kosten"),
        ("3", "q3", "", ""),
        ("4", "a1", "opvang", "opvang"),
        ("5", "a2", "", ""),
    ]
    assert rows()[1]["pagina"] == "7-8"
    assert rows()[4]["koppelingen"].startswith("antwoord op: «Waarom is de opvang gesloten?3»")


def test_labels_that_were_not_asked_for_make_no_rows() -> None:
    data = exported(project(), "csv", OPTIONS, ExcerptFilter(tags=("tag-c",)))
    (row,) = read(data)
    assert (row["label"], row["alle labels"]) == ("geld › kosten", "opvang; geld › kosten")


def test_names_moments_and_sentences_around_have_columns_when_asked_for() -> None:
    marked = replace(mark("own", "Ook is er"), author="A. de Vries", created_at="2026-07-16T14:02:03.456Z")
    source = project(marked, Tagging("own", "tag-b", author="B. Bakker"))
    options = replace(OPTIONS, names=True, context=1)
    data = exported(source, "csv", options, ExcerptFilter(highlight_uids={"own"}))
    (row,) = read(data)
    assert (row["gemarkeerd door"], row["label gegeven door"]) == ("A. de Vries", "B. Bakker")
    assert (row["zinnen ervoor"], row["zinnen erna"]) == ("De opvang is vol.", "geen geld.")
    assert row["gemarkeerd op (UTC)"] == "2026-07-16T14:02:03Z"


def test_the_file_starts_with_a_mark_that_tells_a_spreadsheet_it_is_unicode() -> None:
    data = rendered([], "csv", OPTIONS)
    assert data.startswith(b"\xef\xbb\xbfnr;label;citaat;")
    assert data.count(b"\r\n") == 1


@pytest.mark.parametrize(("language", "separator"), [("nl", ";"), ("en", ",")])
def test_cells_are_parted_as_a_spreadsheet_in_that_language_wants(language: Language, separator: str) -> None:
    data = rendered(collect(project()), "csv", replace(OPTIONS, language=language))
    first, *_ = read(data, separator)
    assert len(first) == 21
    assert "19637, nr. 2395" in data.decode("utf-8-sig").replace("no. 2395", "nr. 2395")


def test_the_heading_follows_the_language_and_columns_can_be_left_out() -> None:
    (first, *_) = rows(replace(OPTIONS, language="en", notes=False, links=False))
    assert list(first)[:3] == ["no", "label", "quote"]
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
    if (
        cell.isprintable()
        and not {";", ","} & set(cell)
        and not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    ):
        assert safe == cell


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("geld; =HYPERLINK(1)", "geld; '=HYPERLINK(1)"),
        ("geld, =HYPERLINK(1)", "geld, '=HYPERLINK(1)"),
        ("1,-2", "1,'-2"),
        ("het kost € 5,-. Of 6,- per dag", "het kost € 5,-. Of 6,- per dag"),
        ("zes,-.5+cmd|' /C calc'!A0", "zes,'-.5+cmd|' /C calc'!A0"),
        ("een\n@SUM(A1)", "een\n'@SUM(A1)"),
        ("een;-2+3", "een;'-2+3"),
        ("een\n- cmd|' /C calc'!A0", "een\n'- cmd|' /C calc'!A0"),
        ("eerst\n- dan dit\n- en dat; klaar", "eerst\n- dan dit\n- en dat; klaar"),
    ],
)
def test_what_starts_a_cell_where_another_sign_parts_them_is_harmless_too(cell: str, safe: str) -> None:
    assert harmless(cell) == safe
