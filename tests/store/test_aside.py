"""Papers set aside: nobody finds them, they come back as they were, and in the end nothing of them is left."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection

import pytest

from reader.domain.changes import ActName, ChangeSet, added, removed
from reader.domain.model import Document, Text
from reader.importers.base import read_file
from reader.store import aside, project_writer, rescue
from reader.store.project import Project
from tests.conftest import SEEDS

PAPERS = sorted(SEEDS.glob("*.txt"), key=lambda path: path.stat().st_size)
TABLES = ("documents", "texts", "originals", "structures", "segments")
ADDED = ActName("document.import")


@pytest.fixture(autouse=True)
def short_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "_PIECE", 20)
    monkeypatch.setattr(aside, "_STEP", 0.0)


@pytest.fixture(scope="module")
def papers() -> list[tuple[Document, Text]]:
    """A small paper that stays and two that go, the last one large."""
    imported = [read_file(path) for path in (PAPERS[0], PAPERS[1], PAPERS[-1])]
    return [(one.document, one.text) for one in imported]


@pytest.fixture
def path(tmp_path: Path, papers: list[tuple[Document, Text]]) -> Path:
    with Project.create(tmp_path / "a.vindplaats") as project:
        for document, text in papers:
            project.add_paper(document, text)
    return tmp_path / "a.vindplaats"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    with Project.open(path) as project:
        yield project


def going(papers: list[tuple[Document, Text]]) -> list[str]:
    return [document.uid for document, _text in papers[1:]]


def rows(path: Path) -> dict[str, int]:
    """How many rows there are, as another program sees it."""
    connection = sqlite3.connect(path)
    counts = {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in TABLES}
    connection.close()
    return counts


def ignore(_share: float) -> None:
    pass


def test_nobody_finds_them_and_they_come_back_as_they_were(
    project: Project, papers: list[tuple[Document, Text]]
) -> None:
    documents, fingerprints, collection = project.documents(), project.fingerprints(), project.collection()
    hits = project.search("de")
    uids = going(papers)
    project.set_aside(uids)
    assert [one.uid for one in project.documents()] == [papers[0][0].uid]
    assert {uid for uid, *_ in project.fingerprints()} == {papers[0][0].uid}
    assert {hit.document_uid for hit in project.search("de")} == {papers[0][0].uid}
    assert {version.document_uid for version in project.collection().texts} == {papers[0][0].uid}
    assert project.papers_aside() == set(uids)
    project.bring_back(uids)
    assert project.papers_aside() == frozenset()
    assert project.documents() == documents
    assert project.fingerprints() == fingerprints
    assert project.search("de") == hits
    assert project.collection().texts == collection.texts
    assert [project.text(text.uid) for _document, text in papers] == [text for _document, text in papers]


def test_what_is_not_there_is_refused_and_changes_nothing(
    project: Project, papers: list[tuple[Document, Text]]
) -> None:
    documents = project.documents()
    with pytest.raises(ValueError, match="no paper to set aside"):
        project.set_aside([papers[1][0].uid, "nobody"])
    assert (project.documents(), project.papers_aside()) == (documents, frozenset())
    with pytest.raises(ValueError, match="no paper to bring back"):
        project.bring_back([papers[1][0].uid])
    assert project.documents() == documents


def test_removing_leaves_what_the_act_of_removing_leaves(
    project: Project, path: Path, tmp_path: Path, papers: list[tuple[Document, Text]]
) -> None:
    shares: list[float] = []
    project.set_aside(going(papers))
    project.remove_aside(going(papers), shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert len(shares) > 2, "a large paper goes in several steps"
    with Project.create(tmp_path / "b.vindplaats") as other:
        for document, text in papers:
            other.add_paper(document, text)
        gone = [one for pair in papers[1:] for one in pair]
        other.apply(ChangeSet(ActName("document.remove"), removed(reversed(gone))))
        assert set(project.collection().deleted) == set(other.collection().deleted) == {one.uid for one in gone}
        assert project.search("migratie") == other.search("migratie")
    project.close()
    assert rows(path) == rows(tmp_path / "b.vindplaats")
    assert rescue.check(path).problems == ()


def test_others_are_let_in_while_they_are_removed(project: Project, papers: list[tuple[Document, Text]]) -> None:
    project.set_aside(going(papers))
    remover = threading.Thread(target=project.remove_aside, args=(going(papers), ignore))
    seen = set()
    remover.start()
    while remover.is_alive():
        with project._reading() as connection:
            seen.add(connection.execute("SELECT count(*) FROM segments").fetchone()[0])
    remover.join()
    assert len(seen) > 2


def test_closing_removes_them(project: Project, path: Path, papers: list[tuple[Document, Text]]) -> None:
    project.set_aside(going(papers))
    project.close()
    assert rows(path)["texts"] == 1
    assert papers[1][1].uid.encode() in path.read_bytes(), "that it was deleted is known, for a merge"
    assert papers[1][0].title.encode() not in path.read_bytes()


def test_what_takes_long_to_remove_does_not_hold_up_closing(
    path: Path, papers: list[tuple[Document, Text]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, Project.open(path) as project:
        patch.setattr(project_writer, "_CLOSING", -1.0)
        project.set_aside(going(papers))
    assert rows(path)["texts"] > 1
    for read_only in (True, False):
        with Project.open(path, read_only=read_only) as project:
            assert [one.uid for one in project.documents()] == [papers[0][0].uid]
    assert rows(path)["texts"] == 1


class PowerCut(BaseException):
    """Nothing of this process goes on."""


@pytest.mark.parametrize("steps", [0, 1, 3])
def test_a_crash_while_they_are_removed_brings_nothing_back(
    path: Path, papers: list[tuple[Document, Text]], steps: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = steps

    def cut(_share: float) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise PowerCut

    with monkeypatch.context() as patch, Project.open(path) as project:
        patch.setattr(project_writer, "_CLOSING", -1.0)
        project.set_aside(going(papers))
        with pytest.raises(PowerCut):
            project.remove_aside(going(papers), cut)
        patch.setattr(Project, "_remove_aside_at_end", ignore)
    assert rescue.check(path).problems == ()
    with Project.open(path) as project:
        assert [one.uid for one in project.documents()] == [papers[0][0].uid]
        assert len(project.papers_aside()) >= 1
        project.remove_aside(project.papers_aside(), ignore)
    assert rows(path)["texts"] == rows(path)["originals"] == 1
    assert rescue.check(path).problems == ()


def test_a_saved_copy_holds_nothing_of_them(
    project: Project, tmp_path: Path, papers: list[tuple[Document, Text]]
) -> None:
    project.set_aside(going(papers))
    project.save_copy(tmp_path / "copy.vindplaats")
    assert rows(tmp_path / "copy.vindplaats")["texts"] == 1
    assert papers[1][0].title.encode() not in (tmp_path / "copy.vindplaats").read_bytes()
    project.bring_back(going(papers))
    assert len(project.documents()) == 3


def test_one_that_comes_from_elsewhere_takes_the_place_of_the_one_aside(
    project: Project, papers: list[tuple[Document, Text]]
) -> None:
    document, text = papers[1]
    project.set_aside(going(papers))
    project.apply(ChangeSet(ADDED, added([document, text])))
    assert [one.uid for one in project.documents()] == [one.uid for one, _text in papers[:2]]
    assert project.papers_aside() == {papers[2][0].uid}
    assert project.text(text.uid) == text


def test_a_write_that_fails_leaves_them_where_they_are(project: Project, papers: list[tuple[Document, Text]]) -> None:
    transaction = project._transaction

    @contextmanager
    def failing() -> Iterator[Connection]:
        with transaction() as connection:
            yield connection
            raise OSError("the disk is full")

    documents = project.documents()
    project._transaction = failing  # type: ignore[method-assign]
    with pytest.raises(OSError, match="disk is full"):
        project.set_aside(going(papers))
    project._transaction = transaction  # type: ignore[method-assign]
    assert (project.documents(), project.papers_aside()) == (documents, frozenset())
