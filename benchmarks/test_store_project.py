"""How long the project file takes: reading the marks of a paper, committing an act, opening, searching."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.large_project import HIGHLIGHTS, scattered
from benchmarks.papers import LONGEST, write_large_paper
from reader.domain.changes import ActName, ChangeSet, added
from reader.domain.model import Span, Tag, new_uid
from reader.edit.documents import add_documents
from reader.edit.marks import tag_span
from reader.importers.base import Imported, read_file
from reader.store.project import Project


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    return read_file(write_large_paper(tmp_path_factory.mktemp("large")))


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A paper of 130 kB with 10,000 highlights."""
    paper = read_file(LONGEST)
    tags = [Tag(new_uid(), f"label {number}", number, number, digit=number, position=number) for number in range(1, 6)]
    highlights, taggings = scattered(paper.document, paper.text, tags, HIGHLIGHTS)
    with Project.create(tmp_path_factory.mktemp("marked") / "p.vindplaats") as project:
        project.apply(add_documents(project, [(paper.document, paper.text)]))
        project.apply(ChangeSet(ActName("test"), added([*tags, *highlights, *taggings])))
        yield project


def test_highlights_of_a_paper_with_10_000(benchmark: BenchmarkFixture, marked: Project) -> None:
    document = marked.documents()[0]
    found = benchmark.pedantic(marked.highlights, (document.uid,), rounds=15, warmup_rounds=2)
    assert len(found) >= HIGHLIGHTS


def test_taggings_of_a_paper_with_10_000_highlights(benchmark: BenchmarkFixture, marked: Project) -> None:
    document = marked.documents()[0]
    act = {"document_uid": document.uid}
    assert len(benchmark.pedantic(marked.taggings, kwargs=act, rounds=15, warmup_rounds=2)) > HIGHLIGHTS


def test_commit_of_a_label_among_10_000_highlights(benchmark: BenchmarkFixture, marked: Project) -> None:
    document, tag, places = marked.documents()[0], marked.tags()[0], count(1000)

    def act() -> tuple[tuple[ChangeSet], dict[str, object]]:
        start = next(places)
        return (tag_span(marked, document.uid, Span(start, start + 11), tag.uid),), {}

    benchmark.pedantic(marked.apply, setup=act, rounds=40, warmup_rounds=2)


def test_open_a_project(benchmark: BenchmarkFixture, marked: Project, tmp_path: Path) -> None:
    path = tmp_path / "p.vindplaats"
    marked.save_copy(path)
    benchmark.pedantic(lambda: Project.open(path).close(), rounds=15, warmup_rounds=2)


def test_search_with_many_hits(benchmark: BenchmarkFixture, marked: Project) -> None:
    assert benchmark.pedantic(marked.search, ("de",), rounds=15, warmup_rounds=2)


def test_import_of_10_mb(benchmark: BenchmarkFixture, large: Imported, tmp_path: Path) -> None:
    numbers = count()

    def add() -> None:
        with Project.create(tmp_path / f"{next(numbers)}.vindplaats") as project:
            project.apply(add_documents(project, [(large.document, large.text)]))

    benchmark.pedantic(add, rounds=3, warmup_rounds=1)
