"""One writer at a time: who has a project open is named, others may read a copy, and a killed holder holds nothing."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.domain.errors import ProjectLocked
from reader.store.holder import holder_of, holder_path
from reader.store.project import Project
from reader.store.rescue import check
from tests.store.conftest import label_more

ROOT = Path(__file__).parents[2]

HOLD = """
import sys
from reader.store.project import Project
with Project.open(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""
TRY = """
import sys
from reader.domain.errors import ProjectError
from reader.store.project import Project
try:
    Project.open(sys.argv[1]).close()
    print("opened")
except ProjectError as error:
    print(type(error).__name__)
"""
INTERRUPTED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=1")
connection.execute("PRAGMA cache_spill=1")
connection.execute("BEGIN")
connection.execute("UPDATE annotations SET note = ?", ("half done " * 5000,))
connection.execute("UPDATE segments SET label = ?", ("half done " * 5000,))
os.kill(os.getpid(), 9)
"""


@contextmanager
def held_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout is not None
    assert process.stdin is not None
    try:
        assert process.stdout.readline() == "held\n"
        yield process
    finally:
        process.stdin.close()
        process.wait()
        process.stdout.close()


def elsewhere(path: Path) -> str:
    """What another process gets when it opens the project."""
    return subprocess.run(
        [sys.executable, "-c", TRY, str(path)], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.strip()


def test_a_project_held_by_another_process_is_refused_by_name_and_can_be_read_as_a_copy(closed: Path) -> None:
    before = closed.read_bytes()
    with held_elsewhere(closed) as process:
        for read_only in (False, True):
            with pytest.raises(ProjectLocked) as caught:
                Project.open(closed, read_only=read_only)
            assert f"pid {process.pid}, 20" in str(caught.value)
            assert "@" in str(caught.value.facts["holder"])
        with pytest.raises(ProjectLocked):
            check(closed)
        with Project.open_copy(closed) as copy:
            assert (copy.read_only, len(copy.highlights())) == (True, 1)
            assert copy.path == closed
    assert closed.read_bytes() == before
    with Project.open(closed) as project:
        label_more(project, 20)


def test_a_killed_holder_holds_nothing(closed: Path) -> None:
    with held_elsewhere(closed) as process:
        process.kill()
        process.wait()
    assert holder_path(closed).exists()
    with Project.open(closed) as project:
        assert f"pid {os.getpid()}" in holder_of(project.path)
    assert not holder_path(closed).exists()


def test_our_own_second_look_does_not_drop_the_lock(project: Project, path: Path) -> None:
    assert elsewhere(path) == "ProjectLocked"
    for read_only in (False, True):
        with pytest.raises(ProjectLocked):
            Project.open(path, read_only=read_only)
    link = path.with_name("other name.vindplaats")
    os.link(path, link)
    with pytest.raises(ProjectLocked):
        Project.open(link)
    with pytest.raises(ProjectLocked):
        check(path)
    with Project.open_copy(path) as copy:
        assert len(copy.highlights()) == 1
    project.save_copy(path.with_name("copy.vindplaats"))
    assert elsewhere(path) == "ProjectLocked"
    project.close()
    assert elsewhere(path) == "opened"


def test_a_copy_stands_still_and_is_removed(project: Project) -> None:
    copy = Project.open_copy(project.path)
    folder = copy._temporary
    assert folder is not None
    label_more(project, 20)
    assert len(project.highlights()) == 2
    assert len(copy.highlights()) == 1
    assert list(folder.iterdir())
    copy.close()
    assert not folder.exists()


def test_two_projects_at_once(project: Project, tmp_path: Path) -> None:
    with Project.create(tmp_path / "b.vindplaats") as other:
        label_more(project, 20)
        assert other.uid != project.uid
        assert (len(other.documents()), len(project.documents())) == (0, 1)


@pytest.mark.skipif(os.name == "nt", reason="kills itself with a signal")
@pytest.mark.parametrize("read_only", [False, True])
def test_what_a_killed_process_had_half_done_is_not_there(closed: Path, read_only: bool) -> None:
    subprocess.run([sys.executable, "-c", INTERRUPTED, str(closed)])
    assert Path(f"{closed}-journal").stat().st_size > 0
    assert b"half done" in closed.read_bytes()
    with Project.open_copy(closed) as copy:
        assert copy.highlights()[0].note == ""
    with Project.open(closed, read_only=read_only) as project:
        assert project.highlights()[0].note == ""
        assert project.path == closed
    assert check(closed).problems == ()


def test_a_name_that_cannot_be_read_is_no_name(tmp_path: Path) -> None:
    path = tmp_path / "p.vindplaats"
    assert holder_of(path) == "?"
    for content in (b"", b"[1, 2]", b"\xff\xfe", b'{"user": "a"}', b"x" * 100_000):
        holder_path(path).write_bytes(content)
        assert holder_of(path) == "?"


def test_a_project_that_is_only_read_stands_still_and_our_second_look_keeps_it_so(closed: Path) -> None:
    with Project.open(closed, read_only=True) as first:
        with Project.open(closed, read_only=True) as second, Project.open_copy(closed) as copy:
            assert second.highlights() == copy.highlights() == first.highlights()
        with pytest.raises(ProjectLocked):
            Project.open(closed)
        with pytest.raises(ProjectLocked):
            check(closed)
        assert elsewhere(closed) == "ProjectLocked"
        assert first.highlights()
    assert elsewhere(closed) == "opened"


@pytest.mark.skipif(os.name == "nt", reason="on Windows a process cannot be asked whether it lives")
def test_a_holder_that_crashed_is_not_blamed_for_another_program(closed: Path) -> None:
    with held_elsewhere(closed) as process:
        assert f"pid {process.pid}" in holder_of(closed)
        process.kill()
        process.wait()
    connection = sqlite3.connect(closed, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(ProjectLocked) as caught:
        Project.open(closed)
    connection.close()
    assert caught.value.facts["holder"] == "?"
