"""Facts from a catalogue beside the files."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.importers.catalogue import catalogue_facts


def facts(folder: Path, toml: str) -> tuple[dict[str, object], tuple[str, ...]]:
    (folder / "catalogue.toml").write_text(toml, encoding="utf-8")
    return catalogue_facts(folder / "a.txt")


def test_a_file_without_catalogue_or_not_named_in_it(tmp_path: Path) -> None:
    assert catalogue_facts(tmp_path / "a.txt") == ({}, ())
    assert facts(tmp_path, '[[paper]]\nfile = "b.txt"\ntitle = "B"\n') == ({}, ())


def test_facts_take_the_form_of_a_document(tmp_path: Path) -> None:
    toml = """
        [[paper]]
        file = "a.txt"
        title = " A  title "
        date = 2018-04-25
        number = 2386
        dossiers = ["19637", 30573]
        senders = "Minister"
        url = "https://example.org/a"
        reference = "BZ 12"
        colour = "blue"
    """
    assert facts(tmp_path, toml) == (
        {
            "title": "A title",
            "date": "2018-04-25",
            "number": "2386",
            "dossiers": ("19637", "30573"),
            "senders": ("Minister",),
            "url": "https://example.org/a",
            "reference": "BZ 12",
        },
        (),
    )


@pytest.mark.parametrize(("date", "kept"), [('"2018"', "2018"), ("2018", "2018"), ('"2018-04"', "2018-04")])
def test_a_date_may_be_partly_known(tmp_path: Path, date: str, kept: str) -> None:
    assert facts(tmp_path, f'[[paper]]\nfile = "a.txt"\ndate = {date}\n') == ({"date": kept}, ())


@pytest.mark.parametrize(
    "line",
    [
        'date = "april"',
        "date = 12:30:00",
        "date = 20.5",
        'title = ""',
        "title = [1]",
        "dossiers = [[1]]",
        "number = true",
        'url = "javascript:alert(1)"',
    ],
)
def test_what_is_not_understood_is_said_and_the_rest_is_used(tmp_path: Path, line: str) -> None:
    found, warnings = facts(tmp_path, f'[[paper]]\nfile = "a.txt"\nchamber = "Tweede Kamer"\n{line}\n')
    assert found == {"chamber": "Tweede Kamer"}
    assert len(warnings) == 1
    assert line.split(" ")[0] in warnings[0]


@pytest.mark.parametrize("toml", ["paper = 3", "[[paper", "paper = [1, 2]", "", "a = " + "[" * 5000])
def test_a_broken_catalogue_stops_nothing(tmp_path: Path, toml: str) -> None:
    found, warnings = facts(tmp_path, toml)
    assert found == {}
    assert len(warnings) <= 1


def test_a_catalogue_in_another_encoding_is_said(tmp_path: Path) -> None:
    (tmp_path / "catalogue.toml").write_bytes("# één\n".encode("cp1252"))
    assert len(catalogue_facts(tmp_path / "a.txt")[1]) == 1
