"""The sample project fits its papers, and says so when it does not."""

from __future__ import annotations

import copy
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from reader.assets_path import asset_path
from reader.domain.errors import ProjectExists
from reader.domain.model import Span, by_uid
from reader.sample import GAP, RecipeError, build_sample, fill, find, read_recipe
from reader.text.reading import ReadingText, reading_text
from reader.text.structure import Block, Piece, Structure
from tests.in_memory import InMemoryProject, paper


@pytest.fixture(scope="module")
def recipe() -> dict[str, Any]:
    return read_recipe(asset_path("sample", "recipe.toml"))


@pytest.fixture(scope="module")
def project(recipe: dict[str, Any]) -> InMemoryProject:
    project = InMemoryProject()
    fill(project, recipe, asset_path("seeds"))
    return project


def reading_of(project: InMemoryProject, text_uid: str) -> ReadingText:
    return reading_text(Structure.from_bytes(project.structure(text_uid)), project.body(text_uid))


def test_the_five_papers_have_the_facts_of_the_catalogue(project: InMemoryProject) -> None:
    facts = [(paper.title, paper.kind, paper.date, paper.dossiers, paper.number) for paper in project.documents()]
    overleg = "Schriftelijk overleg over de Raad Buitenlandse Zaken van 17 juli 2017"
    verslag = "Verslag van een schriftelijk overleg over de integrale migratieagenda"
    assert facts == [
        (
            "Brief over het sluiten van de Libische detentiecentra",
            "kamerbrief",
            "2018-04-25",
            ("19637", "30573"),
            "2386",
        ),
        ("Brief over de actuele situatie in Libië", "kamerbrief", "2016-02", (), None),
        ("Europees migratiebeleid in Libië", "ngo-rapport", "2017-09", (), None),
        (overleg, "schriftelijk-overleg", "2017-07", (), None),
        (verslag, "schriftelijk-overleg", "2018-06", ("19637",), "2395"),
    ]


def test_the_labels_have_colour_digit_and_definition(project: InMemoryProject) -> None:
    assert [(tag.name, tag.hue, tag.pattern, tag.digit) for tag in project.tags()] == [
        ("non-refoulement", 1, 1, 1),
        ("detentie", 2, 2, 2),
        ("financiering", 4, 4, 3),
    ]
    assert all(len(tag.description) > 50 for tag in project.tags())


def test_every_paper_has_highlights_and_every_label_is_used(project: InMemoryProject) -> None:
    highlights = [highlight for highlight in project.highlights() if highlight.kind == "highlight"]
    assert len(highlights) >= 30
    assert min(Counter(highlight.document_uid for highlight in highlights).values()) >= 4
    assert len(Counter(highlight.document_uid for highlight in highlights)) == 5
    assert min(Counter(tagging.tag_uid for tagging in project.taggings()).values()) >= 10
    assert sum(bool(highlight.note) for highlight in highlights) >= 15


def test_some_passages_overlap_and_some_have_two_labels(project: InMemoryProject) -> None:
    highlights = [highlight for highlight in project.highlights() if highlight.kind == "highlight"]
    overlapping = sum(
        first.document_uid == second.document_uid and first.span.overlaps(second.span)
        for number, first in enumerate(highlights)
        for second in highlights[number + 1 :]
    )
    assert overlapping >= 3
    assert max(Counter(tagging.highlight_uid for tagging in project.taggings()).values()) == 2


def test_every_quote_is_verbatim(project: InMemoryProject, recipe: dict[str, Any]) -> None:
    by_name = {document.source_name: document for document in project.documents()}
    shown = {}
    for highlight in project.highlights():
        assert project.body(highlight.text_uid)[highlight.start : highlight.end] == highlight.quote
        reading = reading_of(project, highlight.text_uid)
        shown[highlight.document_uid, " ".join(reading.quote(highlight.span).split())] = highlight
    count = 0
    for entry in recipe["paper"]:
        quotes = [quote for uid, quote in shown if uid == by_name[entry["file"]].uid]
        for passage in entry["passage"]:
            parts = [re.escape(" ".join(part.split())) for part in passage["quote"].split(GAP)]
            assert any(re.fullmatch(".*".join(parts), quote) for quote in quotes), passage["quote"]
            count += 1
    assert count == len(project.highlights())


def test_questions_lead_to_answers_and_the_report_refers_to_the_letter(project: InMemoryProject) -> None:
    names = {document.uid: document.source_name[:7] for document in project.documents()}
    kinds = by_uid(project.link_kinds())
    found = Counter(
        (
            kinds[link.kind_uid].name,
            names[project.highlight(link.source_uid).document_uid],
            names[project.highlight(link.target_uid).document_uid],
        )
        for link in project.links()
    )
    assert found["answered-by", "2017-07", "2017-07"] >= 5
    assert found["answered-by", "2018-06", "2018-06"] >= 5
    assert found["refers-to", "2018-06", "2018-04"] == 3
    for link in project.links():
        source, target = project.highlight(link.source_uid), project.highlight(link.target_uid)
        if kinds[link.kind_uid].name == "answered-by":
            assert source.end <= target.start  # in these papers the answer comes after the question
        if kinds[link.kind_uid].name == "refers-to":
            assert "25 april jl." in " ".join(source.quote.split())


def test_a_recipe_that_does_not_fit_names_what_is_wrong(recipe: dict[str, Any], tmp_path: Path) -> None:
    def broken(change: Any) -> str:
        other = copy.deepcopy(recipe)
        change(other)
        with pytest.raises(RecipeError) as caught:
            fill(InMemoryProject(), other, asset_path("seeds"))
        return str(caught.value)

    assert "“no such words” is 0 times" in broken(lambda r: r["paper"][0]["passage"][0].update(quote="no such words"))
    assert "“Libië” is " in broken(lambda r: r["paper"][1]["passage"][0].update(quote="Libië"))
    assert "no label “opvang”" in broken(lambda r: r["paper"][0]["passage"][0].update(tags=["opvang"]))
    assert "no passage “nergens”" in broken(lambda r: r["link"][0].update(source="nergens"))
    assert "no type of link “x”" in broken(lambda r: r["link"][0].update(kind="x"))
    with pytest.raises(RecipeError):
        read_recipe(tmp_path / "recipe.toml")


BODY = "een twee drie\n\neen twee vier\n"


@pytest.mark.parametrize(
    ("quote", "after", "found"),
    [
        ("twee vier", None, (19, 28)),
        ("een  twee\ndrie", None, (0, 13)),
        ("een", "drie", (15, 18)),
        ("drie … vier", None, (9, 28)),
        ("een … vier", "drie", (15, 28)),
    ],
)
def test_a_quote_is_found(quote: str, after: str | None, found: tuple[int, int]) -> None:
    pieces = (Piece(0, 13), Piece(15, 28))
    blocks = [Block("paragraph", 0, piece.start, piece.end, (), (piece,)) for piece in pieces]
    assert find(reading_text(Structure(blocks=blocks), BODY), quote, paper(BODY)[0], after) == Span(*found)


@pytest.mark.parametrize(
    ("quote", "after", "reason"),
    [
        ("een", None, "2 times"),
        ("een", "vier", "behind “vier”"),
        ("vier … drie", None, "“drie” is not in"),
        ("vier", "een", "“een” is 2"),
    ],
)
def test_a_quote_that_is_not_found_once_is_named(quote: str, after: str | None, reason: str) -> None:
    pieces = (Piece(0, 13), Piece(15, 28))
    blocks = [Block("paragraph", 0, piece.start, piece.end, (), (piece,)) for piece in pieces]
    with pytest.raises(RecipeError, match=reason):
        find(reading_text(Structure(blocks=blocks), BODY), quote, paper(BODY)[0], after)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "there.vindplaats"
    path.write_text("something", encoding="utf-8")
    with pytest.raises(ProjectExists):
        build_sample(path)
    assert path.read_text(encoding="utf-8") == "something"


def test_a_recipe_that_fails_leaves_no_file(tmp_path: Path) -> None:
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(
        asset_path("sample", "recipe.toml").read_text(encoding="utf-8").replace('kind = "refers-to"', 'kind = "x"'),
        encoding="utf-8",
    )
    path = tmp_path / "sample.vindplaats"
    with pytest.raises(RecipeError):
        build_sample(path, recipe)
    assert not path.exists()
