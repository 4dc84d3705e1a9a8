"""Which question or answer a passage stands in, and that other papers pay nothing for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.domain.citation import PlaceUnit, in_text, plain, unit_words
from reader.domain.model import SetUnit, Span
from reader.exporters import place_units
from reader.exporters.places import Places
from reader.importers.base import read_file
from reader.importers.extracted import Imported
from reader.questions.exchange import NOTHING, Exchange
from reader.questions.likeness import Comparison
from reader.text.structure import Structure

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def numbered() -> Imported:
    return read_file(next(SEEDS.glob("2017-07-*.txt")))


@pytest.fixture(scope="module")
def consultation() -> Imported:
    return read_file(next(SEEDS.glob("2018-06-*.txt")))


def places_of(paper: Imported, *set_units: SetUnit) -> Places:
    return Places(Structure.from_bytes(paper.text.structure), paper.text.body, set_units)


def span_of(paper: Imported, words: str) -> Span:
    start = paper.text.body.index(words)
    return Span(start, start + len(words))


def set_unit(paper: Imported, span: Span, *, is_dropped: bool) -> SetUnit:
    return SetUnit("unit", paper.text.uid, paper.document.uid, "answer", span.start, span.end, is_dropped)


def test_numbers_of_the_paper_and_who_asks(numbered: Imported) -> None:
    body, places = numbered.text.body, places_of(numbered)
    answer = body.index("2. Antwoord van het kabinet")
    found = places.of(Span(answer + 40, answer + 50)).unit
    assert found == PlaceUnit("answer", "2", ("VVD",))


def test_an_answer_of_a_consultation_names_its_fractie(consultation: Imported) -> None:
    place = places_of(consultation).of(span_of(consultation, "De leden van de SP-fractie vragen naar het"))
    assert place.unit is not None
    assert unit_words(place.unit) == "antwoord aan SP"
    line = plain(in_text(consultation.document, place))
    assert line.startswith("Kamerstukken II 2017/18, 19637, nr. 2395, p. ")
    assert line.endswith(", antwoord aan SP, § 1.4")


def test_a_passage_over_two_units_is_in_neither(numbered: Imported) -> None:
    body, places = numbered.text.body, places_of(numbered)
    answer = body.index("2. Antwoord van het kabinet")
    assert places.of(Span(answer - 200, answer + 200)).unit is None


def test_without_the_body_no_unit_is_looked_for(numbered: Imported) -> None:
    structure = Structure.from_bytes(numbered.text.structure)
    answer = numbered.text.body.index("2. Antwoord van het kabinet")
    assert Places(structure).of(Span(answer + 40, answer + 50)).unit is None


def test_what_the_user_set_wins(numbered: Imported) -> None:
    body = numbered.text.body
    answer = body.index("2. Antwoord van het kabinet")
    inside = Span(answer + 40, answer + 50)
    whole = Span(answer, body.index("3. Antwoord van het kabinet"))
    assert places_of(numbered, set_unit(numbered, whole, is_dropped=True)).of(inside).unit is None


def test_units_are_looked_for_once_and_only_when_a_place_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(structure: Structure, body: str, **options: object) -> Exchange:
        asked.append(len(body))
        return NOTHING

    monkeypatch.setattr(place_units, "recognise_questions", counted)
    paper = read_file(next(SEEDS.glob("2016-02-*.txt")))
    places = places_of(paper)
    assert asked == []
    assert {places.of(Span(offset, offset + 10)).unit for offset in range(0, 20_000, 100)} == {None}
    assert asked == [len(paper.text.body)]


def test_a_very_long_text_is_not_looked_through(monkeypatch: pytest.MonkeyPatch, numbered: Imported) -> None:
    monkeypatch.setattr(place_units, "LONGEST", len(numbered.text.body) - 1)
    answer = numbered.text.body.index("2. Antwoord van het kabinet")
    assert places_of(numbered).of(Span(answer + 40, answer + 50)).unit is None


def test_questions_and_answers_are_not_compared(monkeypatch: pytest.MonkeyPatch, consultation: Imported) -> None:
    def refused(*_facts: object) -> None:
        raise AssertionError("comparing takes a second")

    monkeypatch.setattr(Comparison, "compare", refused)
    assert places_of(consultation).of(span_of(consultation, "De leden van de SP-fractie vragen naar het")).unit
