"""How long 5,000 excerpts take to each format: with labels, notes, names, a sentence around each, and 1,000 links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.large_project import scattered
from benchmarks.papers import LONGEST, seed_papers
from reader.domain.changes import ActName, ChangeSet, added
from reader.domain.model import ANSWERED_BY, Link, Tag, new_uid
from reader.edit.documents import add_documents
from reader.exporters.base import FORMATS, ExcerptFilter, Export, ExportOptions, gather, moment_of, render
from reader.importers.base import read_file
from reader.store.project import Project

EXCERPTS, LINKS = 5000, 1000
TAGS = [Tag(new_uid(), f"label {number}", number, number, position=number) for number in range(1, 6)]
PDF = Path(__file__).parents[1] / "tests" / "files" / "pdf" / "aanhangsel" / "ah-tk-20232024-2313.pdf"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    paths = [LONGEST, next(path for path in seed_papers() if path != LONGEST)]
    papers = [(one.document, one.text) for one in map(read_file, paths)]
    ends = []
    with Project.create(tmp_path_factory.mktemp("exports") / "large.vindplaats") as made:
        made.apply(add_documents(made, papers))
        made.apply(ChangeSet(ActName("tag.add"), added(TAGS)))
        for document, text in papers:
            highlights, taggings = scattered(document, text, TAGS, EXCERPTS // 2)
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


@pytest.fixture(scope="module")
def pdf_project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A short paper that came as a PDF, full of highlights."""
    read = read_file(PDF)
    with Project.create(tmp_path_factory.mktemp("exports") / "pdf.vindplaats") as made:
        made.apply(add_documents(made, [(read.document, read.text)]))
        made.apply(ChangeSet(ActName("tag.add"), added(TAGS)))
        highlights, taggings = scattered(read.document, read.text, TAGS, EXCERPTS)
        made.apply(ChangeSet(ActName("highlight.add"), added(highlights) + added(taggings)))
        yield made


@pytest.mark.parametrize("name", [pytest.param(name, marks=pytest.mark.budget(f"export-{name}")) for name in FORMATS])
def test_export_of_5000_excerpts(
    benchmark: BenchmarkFixture, project: Project, pdf_project: Project, name: str
) -> None:
    source = pdf_project if name == "annotated-pdf" else project
    only = [source.documents()[0].uid] if FORMATS[name].scope == "paper" else []
    parts = gathered(source, *only)
    steps: list[float] = []
    data = benchmark.pedantic(render, (parts, name, steps.append), rounds=1)
    if FORMATS[name].scope == "excerpts":
        assert len(data) > 10 * EXCERPTS, "each excerpt is there, compressed or not"
        assert len(steps) >= 100
    else:
        assert len(data) > 500
