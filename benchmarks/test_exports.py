"""How long 5,000 excerpts take to each format: with labels, notes, names, a sentence around each, and 1,000 links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.large_project import scattered
from benchmarks.papers import LONGEST, seed_papers
from reader.domain.changes import ActName, ChangeSet, added
from reader.domain.errors import ReaderError
from reader.domain.model import ANSWERED_BY, Link, Tag, new_uid
from reader.edit.documents import add_documents
from reader.exporters.base import FORMATS, ExcerptFilter, Export, ExportOptions, gather, moment_of, render
from reader.importers.base import read_file
from reader.store.project import Project

EXCERPTS, LINKS = 5000, 1000


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    paths = [LONGEST, next(path for path in seed_papers() if path != LONGEST)]
    papers = [(one.document, one.text) for one in map(read_file, paths)]
    tags = [Tag(new_uid(), f"label {number}", number, number, position=number) for number in range(1, 6)]
    ends = []
    with Project.create(tmp_path_factory.mktemp("exports") / "large.vindplaats") as made:
        made.apply(add_documents(made, papers))
        made.apply(ChangeSet(ActName("tag.add"), added(tags)))
        for document, text in papers:
            highlights, taggings = scattered(document, text, tags, EXCERPTS // 2)
            highlights = [
                replace(one, author="A. de Vries", note="Nog navragen.\nZie ook de brief." if number % 5 == 0 else "")
                for number, one in enumerate(highlights)
            ]
            made.apply(ChangeSet(ActName("highlight.add"), added(highlights) + added(taggings)))
            ends.append(highlights)
        links = [
            Link(new_uid(), ANSWERED_BY.uid, source.uid, target.uid, note="Geen echt antwoord.")
            for source, target in list(zip(*ends, strict=True))[:LINKS]
        ]
        made.apply(ChangeSet(ActName("link.add"), added(links)))
        yield made


def gathered(project: Project, *documents: str) -> Export:
    options = ExportOptions("Vijfduizend fragmenten", moment_of(project), names=True, context=1)
    return gather(project, ExcerptFilter(documents=documents), options)


@pytest.mark.budget("export-gather")
def test_excerpts_are_taken_from_the_project(benchmark: BenchmarkFixture, project: Project) -> None:
    assert len(benchmark.pedantic(gathered, (project,), rounds=3, warmup_rounds=1).excerpts) == EXCERPTS


@pytest.mark.parametrize("name", [pytest.param(name, marks=pytest.mark.budget(f"export-{name}")) for name in FORMATS])
def test_export_of_5000_excerpts(benchmark: BenchmarkFixture, project: Project, name: str) -> None:
    only = [project.documents()[0].uid] if FORMATS[name].scope == "paper" else []
    parts = gathered(project, *only)
    steps: list[float] = []
    try:
        data = benchmark.pedantic(render, (parts, name, steps.append), rounds=1)
    except ReaderError as refusal:
        pytest.skip(f"the paper cannot go out in this format: {refusal}")
    if FORMATS[name].scope == "excerpts":
        assert len(data) > 10 * EXCERPTS, "each excerpt is there, compressed or not"
        assert len(steps) >= 100
    else:
        assert len(data) > 500
