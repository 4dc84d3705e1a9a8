"""How well the forms of papers are recognised and linked, in papers written for it and in every layout."""

from __future__ import annotations

from functools import cache

import pytest

from tests.questions.annotated import LAYOUTS, Figures, Layout, annotated, figures_of, names
from tests.questions.papers import read

CONSULTATIONS = tuple(name for name in names() if name.startswith("vso"))
LABELLED = tuple(name for name in names() if name.startswith(("kv", "lijst", "nota", "mva")))


@cache
def together(layout: Layout, papers: tuple[str, ...]) -> Figures:
    total = Figures()
    for name in papers:
        paper = annotated(name, layout)
        total += figures_of(paper, read(paper.body))
    return total


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", LABELLED)
def test_where_the_form_tells_everything_is_linked(name: str, layout: Layout) -> None:
    paper = annotated(name, layout)
    found = figures_of(paper, read(paper.body))
    assert (found.questions_found, found.f1, found.said_open) == (found.questions, 1.0, 0), found.misses


@pytest.mark.parametrize("layout", LAYOUTS)
def test_consultations(layout: Layout) -> None:
    found = together(layout, CONSULTATIONS)
    assert found.links >= 140
    assert found.f1 >= 0.94, found.misses
    assert found.in_first_three >= 0.92 * found.answered, found.misses
    assert found.strong_right >= 0.97 * found.strong, found.misses
    assert found.open_found >= 0.9 * found.really_open, found.misses
    assert found.open_right >= 0.9 * found.said_open, found.misses


@pytest.mark.parametrize("name", CONSULTATIONS)
def test_no_form_is_left_behind(name: str) -> None:
    paper = annotated(name, "pages")
    exchange = read(paper.body)
    assert exchange.kind in ("consultation", "numbered")
    found = figures_of(paper, exchange)
    assert found.f1 >= 0.84, found.misses
    assert found.strong_right >= found.strong - 1, found.misses


def test_questions_asked_together_show_all_who_ask() -> None:
    exchange = read(annotated("vso_spoor", "pages").body)
    joint = [question for question in exchange.questions if question.fractie == "VVD en BBB"]
    assert [question.section for question in joint] == ["1", "3", "3"]
    answers = [answer for answer in exchange.answers if answer.fracties == ("VVD", "BBB")]
    assert len(answers) == 3


def test_a_block_that_gets_no_answer_is_told() -> None:
    blocks = {
        name: [(block.section, block.fractie) for block in read(annotated(name, "pages").body).blocks_without_answers]
        for name in ("vso_jeugdzorg", "vso_spoor", "vso_onderwijs_abc", "vso_arbeidsmigratie")
    }
    assert blocks == {
        "vso_jeugdzorg": [("", "SGP")],
        "vso_spoor": [("2", "JA21")],
        "vso_onderwijs_abc": [("", "BBB")],
        "vso_arbeidsmigratie": [("Uitzendbureaus", "Partij voor de Dieren")],
    }
