"""How long recognising and importing take."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.papers import LONGEST, seed_papers
from reader.edit.documents import add_documents
from reader.importers.base import read_file
from reader.questions.recognise import recognise_questions
from reader.questions.suggestions import Suggestion, suggest
from reader.store.project import Project
from reader.text.recognise import recognise
from reader.text.source import decode


@pytest.mark.budget("structure")
def test_structure_of_130_kb(benchmark: BenchmarkFixture) -> None:
    body = decode(LONGEST.read_bytes(), LONGEST.name).body
    structure = benchmark.pedantic(recognise, (body,), rounds=9, warmup_rounds=1)
    assert structure.blocks


@pytest.mark.budget("questions")
def test_question_links_of_130_kb(benchmark: BenchmarkFixture) -> None:
    body = decode(LONGEST.read_bytes(), LONGEST.name).body
    structure = recognise(body)

    def propose() -> tuple[Suggestion, ...]:
        return suggest(recognise_questions(structure, body))

    assert len(benchmark.pedantic(propose, rounds=5, warmup_rounds=1)) > 100


@pytest.mark.budget("import-seeds")
def test_import_of_the_five_seeds(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    numbers = count()

    def import_all() -> int:
        with Project.create(tmp_path / f"{next(numbers)}.vindplaats") as project:
            imported = [read_file(path) for path in seed_papers()]
            project.apply(add_documents(project, [(one.document, one.text) for one in imported]))
            return len(project.documents())

    assert benchmark.pedantic(import_all, rounds=7, warmup_rounds=1) == 5
