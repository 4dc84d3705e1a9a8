"""A paper comes in in short steps: others are let in between, and what a crash cuts off is finished later."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection

import pytest

from reader.domain.errors import ProjectWriteFailed
from reader.edit.documents import add_documents, remove_documents
from reader.importers.base import read_file
from reader.store import filling, rescue
from reader.store.project import Project
from tests.conftest import SEEDS

LARGEST = max(SEEDS.glob("*.txt"), key=lambda path: path.stat().st_size)
ROWS = "SELECT kind, seq, level, label, section, start_offset, end_offset, pieces, body FROM segments ORDER BY id"


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "_PIECE", 10_000)


def segments(project: Project) -> list[tuple[object, ...]]:
    with project._reading() as connection:
        return connection.execute(ROWS).fetchall()


def test_the_result_is_that_of_one_transaction(tmp_path: Path) -> None:
    imported = read_file(LARGEST)
    with Project.create(tmp_path / "a.vindplaats") as at_once, Project.create(tmp_path / "b.vindplaats") as in_steps:
        at_once.apply(add_documents(at_once, [(imported.document, imported.text)]))
        in_steps.add_paper(imported.document, imported.text)
        assert segments(in_steps) == segments(at_once)
        assert in_steps.text(imported.text.uid) == imported.text
        assert in_steps.documents() == at_once.documents()
        assert in_steps.fingerprints() == at_once.fingerprints()
        assert in_steps.search("migratie") == at_once.search("migratie") != []
    for name in ("a", "b"):
        assert rescue.check(tmp_path / f"{name}.vindplaats").problems == ()


def test_others_are_let_in_between_two_steps(tmp_path: Path) -> None:
    imported = read_file(LARGEST)
    with Project.create(tmp_path / "a.vindplaats") as project:
        filler = threading.Thread(target=project.add_paper, args=(imported.document, imported.text))
        seen = set()
        filler.start()
        while filler.is_alive():
            with project._reading() as connection:
                seen.add(connection.execute("SELECT count(*) FROM segments").fetchone()[0])
        filler.join()
        assert len(seen) > 3


class PowerCut(BaseException):
    """Nothing of this process goes on."""


@contextmanager
def cut_after(project: Project, steps: int) -> Iterator[None]:
    """Let only so many steps be written."""
    transaction, count = project._transaction, 0

    @contextmanager
    def counted() -> Iterator[Connection]:
        nonlocal count
        count += 1
        if count > steps:
            raise PowerCut
        with transaction() as connection:
            yield connection

    project._transaction = counted  # type: ignore[method-assign]
    try:
        yield
    finally:
        project._transaction = transaction  # type: ignore[method-assign]


@pytest.mark.parametrize("steps", [1, 2, 4])
def test_what_was_cut_off_is_finished_when_the_project_is_opened(tmp_path: Path, steps: int) -> None:
    imported = read_file(LARGEST)
    path, whole = tmp_path / "a.vindplaats", tmp_path / "b.vindplaats"
    with Project.create(path) as project, cut_after(project, steps), pytest.raises(PowerCut):
        project.add_paper(imported.document, imported.text)
    with Project.create(whole) as other:
        other.add_paper(imported.document, imported.text)
        expected = segments(other)
    with Project.open(path, read_only=True) as project:
        assert len(segments(project)) < len(expected)
        assert project.body(imported.text.uid) == imported.text.body
    with Project.open(path) as project:
        assert segments(project) == expected
        assert project.search("migratie")
        with project._reading() as connection:
            assert not filling.is_unfinished(connection)
    assert rescue.check(path).problems == ()


def test_nothing_is_there_when_the_first_step_fails(tmp_path: Path) -> None:
    imported = read_file(LARGEST)
    path = tmp_path / "a.vindplaats"
    with Project.create(path) as project, cut_after(project, 0), pytest.raises(PowerCut):
        project.add_paper(imported.document, imported.text)
    with Project.open(path) as project:
        assert project.documents() == []


def test_a_paper_that_is_removed_while_it_comes_in_stays_away(tmp_path: Path) -> None:
    imported = read_file(LARGEST)
    with Project.create(tmp_path / "a.vindplaats") as project:
        transaction, count = project._transaction, 0

        @contextmanager
        def removing() -> Iterator[Connection]:
            nonlocal count
            count += 1
            if count == 4:
                project._transaction = transaction  # type: ignore[method-assign]
                project.apply(remove_documents(project, [imported.document.uid]))
            with transaction() as connection:
                yield connection

        project._transaction = removing  # type: ignore[method-assign]
        project.add_paper(imported.document, imported.text)
        assert project.documents() == []
        assert segments(project) == []
        with project._reading() as connection:
            assert not filling.is_unfinished(connection)
        project.add_paper(imported.document, imported.text)
        assert len(project.documents()) == 1


def test_a_project_that_is_gone_refuses(tmp_path: Path) -> None:
    imported = read_file(LARGEST)
    path = tmp_path / "a.vindplaats"
    with Project.create(path) as project:

        @contextmanager
        def full() -> Iterator[Connection]:
            raise ProjectWriteFailed(path=str(path), reason="the disk is full")
            yield  # what makes it a context manager

        project._transaction = full  # type: ignore[method-assign]
        with pytest.raises(ProjectWriteFailed):
            project.add_paper(imported.document, imported.text)
