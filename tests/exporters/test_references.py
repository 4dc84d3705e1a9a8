"""The papers as a list of references: official identifiers as keys, no name parted, nothing a program could run."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Document
from reader.exporters.base import Export
from reader.exporters.bibtex import escaped
from reader.exporters.formats import FORMATS, no_step
from reader.exporters.references import key_of, references_of, without_controls
from tests.exporters.golden import assert_golden, sample_project
from tests.exporters.projects import OPTIONS, exported, project

HOSTILE = 'Vragen\r\nER  - \r\nTY  - JOUR } @misc{x, a={ \\input{/etc/passwd} & 50% "$" #1 ~^ \x00 <script>'


def paper(**facts: Any) -> Document:
    return Document("u", facts.pop("title", "Een stuk"), "t", **facts)


def rendered(name: str, *documents: Document) -> str:
    return FORMATS[name].render(Export(project(), [], OPTIONS, documents), no_step).decode()


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"kind": "kamerstuk", "dossiers": ("36 600 hoofdstuk VI",), "number": "12"}, "kst-36600-vi-12"),
        ({"dossiers": ("19637",), "number": "2395", "chamber": "Tweede Kamer"}, "kst-19637-2395"),
        ({"dossiers": ("21501-02",), "number": "nr. 1525", "chamber": "Tweede Kamer"}, "kst-21501-02-1525"),
        ({"dossiers": ("36600 VII",), "number": "1", "chamber": "Tweede Kamer"}, "kst-36600-vii-1"),
        ({"dossiers": ("34482",), "number": "B", "chamber": "Eerste Kamer"}, "kst-34482-b"),
        (
            {"kind": "aanhangsel", "number": "172", "chamber": "Tweede Kamer", "session": "2016-2017"},
            "ah-tk-20162017-172",
        ),
        (
            {"kind": "handelingen", "number": "67-7", "chamber": "Tweede Kamer", "session": "2017-2018"},
            "h-tk-20172018-67-7",
        ),
        ({"title": "Over de Libië-route", "senders": ("11.11.11",), "date": "2017-09"}, "11-11-11-2017-over"),
        ({"title": "?", "senders": ()}, "paper"),
    ],
)
def test_the_key_is_the_official_identifier_where_there_is_one(facts: dict[str, Any], key: str) -> None:
    assert key_of(paper(**facts)) == key


def test_two_papers_never_have_one_key() -> None:
    keys = [one.key for one in references_of([paper(title="Brief over detentie", date="2018")] * 4)]
    assert len(set(keys)) == 4
    assert keys[0] == "2018-brief"


def test_a_printed_paper_is_made_by_its_chamber_and_another_by_who_sent_it() -> None:
    printed = paper(dossiers=("19637",), number="2395", chamber="Tweede Kamer", senders=("Minister X",))
    letter = paper(kind="kamerbrief", senders=("Minister X", "Staatssecretaris Y"), chamber="Tweede Kamer")
    assert [one.makers for one in references_of([printed, letter])] == [
        ("Tweede Kamer der Staten-Generaal",),
        ("Minister X", "Staatssecretaris Y"),
    ]


def test_a_date_of_which_less_is_known_says_less() -> None:
    assert json.loads(rendered("csl-json", paper(date="2018-04")))[0]["issued"] == {"date-parts": [[2018, 4]]}
    assert "issued" not in json.loads(rendered("csl-json", paper()))[0]
    assert "DA  - 2018/04//" in rendered("ris", paper(date="2018-04"))
    assert "month = apr" in rendered("bibtex", paper(date="2018-04-25"))
    assert "year" not in rendered("bibtex", paper())


def test_ris_cannot_be_broken_by_a_title() -> None:
    made = rendered("ris", paper(title=HOSTILE, senders=(HOSTILE,), url="https://a.b/\r\nER  - ")).split("\r\n")
    assert [line for line in made if line.startswith("TY  - ")] == ["TY  - GEN"]
    assert [line for line in made if line.startswith("ER  - ")] == ["ER  - "]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]  - .*", line) for line in made if line)


def test_bibtex_cannot_be_broken_by_a_title() -> None:
    made = rendered("bibtex", paper(title=HOSTILE, senders=(HOSTILE,), url="https://a.b/}\\x"))
    assert len(re.findall(r"^@", made, re.MULTILINE)) == 1
    assert r"\input" not in made
    bare = re.sub(r"\\[{}&%$#_]", "", made)
    assert bare.count("{") == bare.count("}")


@given(st.text())
def test_bibtex_keeps_its_braces_in_balance_whatever_the_words(words: str) -> None:
    depth = 0
    for sign in re.sub(r"\\[{}]", "", escaped(words)):
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
    assert depth == 0
    assert "\n" not in without_controls(words)
    assert "\r" not in without_controls(words)


def test_the_labels_of_a_paper_are_its_keywords() -> None:
    for entry in json.loads(exported(sample_project(), "csl-json")):
        assert "detentie" in entry["keyword"].split(", ")


@pytest.mark.parametrize(
    ("name", "file"), [("csl-json", "sample.csl.json"), ("ris", "sample.ris"), ("bibtex", "sample.bib")]
)
def test_the_sample(name: str, file: str) -> None:
    assert_golden(file, exported(sample_project(), name))


@pytest.mark.parametrize(
    ("known", "date"),
    [
        ("2018-04-25", (2018, 4, 25)),
        ("2018-04", (2018, 4)),
        ("2018-13-45", (2018,)),
        ("2018-02-99", (2018, 2)),
        ("", ()),
    ],
)
def test_a_date_goes_out_as_far_as_it_can_be_one(known: str, date: tuple[int, ...]) -> None:
    (reference,) = references_of([paper(title="Nota", date=known)])
    assert reference.date == date
