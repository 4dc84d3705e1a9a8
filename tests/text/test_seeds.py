"""What a careful reader finds in the five sample papers, the recognition finds too."""

from __future__ import annotations

import itertools
import re

import pytest

from reader.domain.model import Span
from reader.text.outline import outline
from tests.text.conftest import Paper


@pytest.mark.parametrize(("name", "count"), [("000", 2), ("001", 9), ("002", 11), ("003", 13), ("004", 35)])
def test_pages_are_found(papers: dict[str, Paper], name: str, count: int) -> None:
    pages = papers[name].structure.pages
    assert len(pages) == count
    assert pages[0].start == 0
    assert pages[-1].end == len(papers[name].body)
    assert all(before.end == after.start for before, after in itertools.pairwise(pages))


def test_printed_numbers_only_where_footers_agree(papers: dict[str, Paper]) -> None:
    assert [page.label for page in papers["004"].structure.pages] == [str(number) for number in range(2, 37)]
    for name in ("000", "001", "002", "003"):
        assert {page.label for page in papers[name].structure.pages} == {None}


@pytest.mark.parametrize(
    ("name", "markers", "notes"), [("000", 2, 0), ("001", 1, 1), ("002", 33, 0), ("003", 3, 3), ("004", 15, 11)]
)
def test_footnotes(papers: dict[str, Paper], name: str, markers: int, notes: int) -> None:
    paper = papers[name]
    found = paper.structure.footnotes
    assert sorted(int(note.number) for note in found) == list(range(1, markers + 1))
    assert sum(note.start is not None for note in found) == notes
    for note in found:
        assert paper.body[note.marker : note.marker + len(note.number)] == note.number
        if note.start is not None:
            assert paper.body[note.start :].startswith(f"{note.number} ")


def test_missing_notes_of_004(papers: dict[str, Paper]) -> None:
    assert [note.number for note in papers["004"].structure.footnotes if note.start is None] == ["8", "9", "10", "11"]


def test_line_end_hyphens(papers: dict[str, Paper]) -> None:
    joined, kept = 0, []
    for paper in papers.values():
        text = paper.reading.text
        for match in re.finditer(r"(?<=\w)-[ ]*\n", paper.body):
            shown = paper.reading.shown_span(Span(match.start() - 1, match.start()))
            assert shown is not None
            following = text[shown[1]]
            assert following != "\n", f"cut in two: {text[shown[1] - 20 : shown[1]]!r}"
            if following == "-":
                kept.append(text[: shown[1]].split()[-1] + re.split(r"[\s,.]", text[shown[1] :])[0])
            else:
                assert following.isalpha()
                joined += 1
    assert joined == 398
    assert sorted(kept) == [
        "Centraal-Mediterrane", "Noord-Korea", "Noord-Korea", "Noord-Korea", "Noord-Koreaanse", "Noord-Koreaanse",
        "http://heindehaas.blogspot.nl/2011/05/development-leads-to-more-migration",
        "https://ec.europa.eu/home-affairs/sites/homeaffairs/files/what-we-do/policies/european-"
        "agenda-migration/20170704_action_plan_on_the_central_mediterranean_route_en",
        "kernwapen-", "massa-immigratie", "zee-",
    ]  # fmt: skip


CITATIONS = {
    "000": {"handelingen": ["h-tk-20172018-67-7"]},
    "001": {"kamerstuk": ["kst-32317-399"]},
    "002": {},
    "003": {
        "kamerstuk": ["kst-21501-02-1525", "kst-29754-323"],
        "aanhangsel": ["ah-tk-20162017-172", "ah-tk-20162017-172"],
    },
    "004": {
        "kamerstuk": [
            "kst-19637-2321", "kst-19637-2380", "kst-19637-2386", "kst-19637-2386", "kst-19637-2394", "kst-19637-2394",
            "kst-19637-2394", "kst-21501-20-1265", "kst-21501-20-1281", "kst-32824-147", "kst-32847-365",
            "kst-34482-B", "kst-34952-1", "kst-34952-1",
        ],
        "eu-act": ["CELEX:32003L0086", "CELEX:32008L0115", "CELEX:32013L0032", "CELEX:32013L0032", "CELEX:32017R2226"],
    },
}  # fmt: skip


@pytest.mark.parametrize("name", CITATIONS)
def test_citations(papers: dict[str, Paper], name: str) -> None:
    found: dict[str, list[str]] = {}
    for reference in papers[name].structure.references:
        if reference.kind != "letter":
            found.setdefault(reference.kind, []).append(reference.id)
    assert {kind: sorted(ids) for kind, ids in found.items()} == CITATIONS[name]


@pytest.mark.parametrize(("name", "count"), [("000", 1), ("001", 1), ("002", 0), ("003", 3), ("004", 12)])
def test_letters_by_date(papers: dict[str, Paper], name: str, count: int) -> None:
    letters = [reference for reference in papers[name].structure.references if reference.kind == "letter"]
    assert len(letters) == count


def test_the_donor_conference_is_no_letter(papers: dict[str, Paper]) -> None:
    paper = papers["004"]
    trap = paper.body.index("donorconferentie in Brussel op 25 april jl.")
    assert not any(reference.start <= trap + 30 < reference.end for reference in paper.structure.references)
    assert sum(reference.id == "brief-04-25" for reference in paper.structure.references) == 3


def test_outline_of_001(papers: dict[str, Paper]) -> None:
    entries = outline(papers["001"].structure, papers["001"].body)
    assert len(entries) == 19
    paths = {block.section for block in papers["001"].structure.blocks}
    assert ("Inzet internationale gemeenschap", "Veiligheid en terrorisme", "VN") in paths
    assert ("Inzet internationale gemeenschap", "Migratie", "Nederlandse inzet") in paths


def test_headings_of_003(papers: dict[str, Paper]) -> None:
    titles = [entry.title for entry in outline(papers["003"].structure, papers["003"].body)]
    answers = [title for title in titles if title.endswith("Antwoord van het kabinet:")]
    assert [title.split(".")[0] for title in answers] == [str(number) for number in range(1, 22)]
    assert [title for title in titles if title not in answers] == [
        "Algemeen", "EU Global Strategy (EUGS)", "Libië", "Noord-Korea", "Venezuela",
        "Nabuurschapsbeleid", "Terrorisme",
    ]  # fmt: skip


def test_headings_of_004(papers: dict[str, Paper]) -> None:
    entries = outline(papers["004"].structure, papers["004"].body)
    main = [entry.title for entry in entries if not entry.title.startswith("Op de vragen")]
    assert len(main) == 16
    assert main[0] == "I. Vragen en opmerkingen vanuit de fracties"
    assert main[3] == "1.2 Versterken opvang en bescherming voor vluchtelingen en ontheemden in de regio"
    assert main[8] == "II. Reactie van de Staatssecretaris"
    assert sum(entry.title.startswith("Op de vragen van de ") for entry in entries) == 11


def test_a_paragraph_about_another_fractie_leaves_the_part_of_the_first(papers: dict[str, Paper]) -> None:
    paper = papers["004"]
    block = next(
        b for b in paper.structure.blocks if b.reading_text(paper.body).startswith("De leden van de CDA-fractie inf")
    )
    assert block.section[-1].startswith("1.1 ")


@pytest.mark.parametrize("name", ["000", "001", "003", "004"])
def test_no_paragraph_is_cut_in_the_middle(papers: dict[str, Paper], name: str) -> None:
    paper = papers[name]
    texts = [block.reading_text(paper.body) for block in paper.structure.blocks if block.kind == "paragraph"]
    assert not [text for text in texts if text[0].islower()]
    unfinished = [text for text in texts if text[-1] not in ".?!:" and not re.search(r"[.?!]\d{1,2}$", text)]
    assert len(unfinished) == {"000": 2, "004": 1}.get(name, 0)


def test_recommendations_of_002_are_a_list(papers: dict[str, Paper]) -> None:
    paper = papers["002"]
    items = [block.reading_text(paper.body) for block in paper.structure.blocks if block.kind == "list-item"]
    numbered = [item for item in items if item[0].isdigit()]
    assert [int(item.split(".")[0]) for item in numbered] == list(range(1, 12))
    assert sum(item.startswith("•") for item in items) == 12


def test_pull_quotes_of_002(papers: dict[str, Paper]) -> None:
    paper = papers["002"]
    quotes = [block.reading_text(paper.body) for block in paper.structure.blocks if block.kind == "pull-quote"]
    assert len(quotes) == 4
    assert all(quote.startswith("“") and quote.isupper() for quote in quotes)


def test_signatures(papers: dict[str, Paper]) -> None:
    names = [
        block.reading_text(paper.body)
        for paper in papers.values()
        for block in paper.structure.blocks
        if block.kind == "signature"
    ]
    assert [name.rsplit(", ", 1)[1] for name in names] == ["S.A.M. Kaag", "M.G.J. Harbers", "A.G. Koenders"]


def test_what_the_papers_say_of_themselves(papers: dict[str, Paper]) -> None:
    assert papers["000"].structure.facts == {"date": "2018-04-25", "kind": "kamerbrief"}
    assert papers["003"].structure.facts == {"kind": "schriftelijk-overleg"}
    assert papers["004"].structure.facts == {
        "chamber": "Tweede Kamer", "session": "2017-2018", "dossier": "19637", "number": "2395",
        "kind": "schriftelijk-overleg",
    }  # fmt: skip


def test_furniture_and_notes_stay_out_of_the_running_text(papers: dict[str, Paper]) -> None:
    shown = papers["004"].reading.text
    assert "nr. 2395 7" not in shown
    assert "termijnoverschrijding, tenzij" in shown
    assert "economische samenwerking met landen in de regio" in shown
