"""From a reference to the paper of the project it means."""

from __future__ import annotations

from reader.domain.model import Document, new_uid
from reader.domain.reference_targets import target_of


def paper(**facts: object) -> Document:
    return Document(new_uid(), "Stuk", new_uid(), **facts)  # type: ignore[arg-type]


LETTER = paper(date="2018-04-25", dossiers=("19637", "30573"), number="2386")
OLD_LETTER = paper(date="2017-04-25")
CITING = paper(date="2018-06", dossiers=("19637",), number="2395")
PAPERS = [LETTER, CITING, paper(date="2016-02")]


def test_a_kamerstuk_by_dossier_and_number() -> None:
    assert target_of("kst-19637-2386", PAPERS, CITING) == LETTER
    assert target_of("kst-30573-2386", PAPERS, CITING) == LETTER


def test_another_number_or_dossier_is_not_in_the_project() -> None:
    assert target_of("kst-19637-2380", PAPERS, CITING) is None
    assert target_of("kst-21501-02-2386", PAPERS, CITING) is None


def test_the_paper_itself_is_no_target() -> None:
    assert target_of("kst-19637-2395", PAPERS, CITING) is None


def test_a_letter_by_its_date() -> None:
    assert target_of("brief-2018-04-25", PAPERS, CITING) == LETTER


def test_a_letter_without_a_year_is_not_younger_than_the_paper_that_cites_it() -> None:
    younger = paper(date="2019-04-25")
    assert target_of("brief-04-25", [*PAPERS, younger], CITING) == LETTER
    assert target_of("brief-04-25", [younger, CITING], CITING) is None


def test_two_letters_of_one_day_are_not_guessed_between() -> None:
    assert target_of("brief-04-25", [LETTER, OLD_LETTER, CITING], CITING) is None


def test_dossiers_with_a_number_of_their_own() -> None:
    budget = paper(dossiers=("21501-02",), number="1525")
    assert target_of("kst-21501-02-1525", [budget, CITING], CITING) == budget


def test_other_kinds_mean_no_paper_here() -> None:
    assert target_of("CELEX:32013L0032", PAPERS, CITING) is None
