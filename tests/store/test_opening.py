"""Files that are not a whole, sound project of ours are refused politely, and left as they were."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reader.domain.errors import (
    NotAProject,
    ProjectDamaged,
    ProjectEmptyFile,
    ProjectError,
    ProjectExists,
    ProjectForeignCode,
    ProjectNewer,
    ProjectNotFound,
    ProjectReadOnly,
    ProjectTruncated,
    ProjectWriteFailed,
)
from reader.store import schema
from reader.store.opening import uri
from reader.store.project import Project
from reader.store.rescue import check
from reader.store.tables import TRIGGERS
from tests.store.conftest import label_more


def refuse(path: Path, kind: type[ProjectError], *, read_only: bool = False) -> ProjectError:
    """Open a file that must be refused, and be left as it was with nothing beside it."""
    before = path.read_bytes() if path.is_file() else None
    beside = sorted(path.parent.iterdir()) if path.parent.exists() else []
    with pytest.raises(kind) as caught:
        Project.open(path, read_only=read_only)
    assert str(path) in str(caught.value)
    assert type(caught.value) is kind
    if before is not None:
        assert path.read_bytes() == before
        assert sorted(path.parent.iterdir()) == beside
    return caught.value


def change_header(path: Path, place: int, value: int) -> None:
    data = bytearray(path.read_bytes())
    data[place : place + 4] = value.to_bytes(4, "big")
    path.write_bytes(data)


def execute(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    refuse(tmp_path / "weg.vindplaats", ProjectNotFound)
    refuse(tmp_path / "weg" / "weg.vindplaats", ProjectNotFound)
    with pytest.raises(ProjectNotFound):
        Project.open_copy(tmp_path / "weg.vindplaats")


def test_a_folder(tmp_path: Path) -> None:
    refuse(tmp_path, NotAProject)


@pytest.mark.parametrize("read_only", [False, True])
def test_files_that_are_something_else(path: Path, read_only: bool) -> None:
    path.write_bytes(b"")
    refuse(path, ProjectEmptyFile, read_only=read_only)
    for data in (b"x", b"just a text, not a database " * 50, b"SQLite format 2\0" * 20):
        path.write_bytes(data)
        refuse(path, NotAProject, read_only=read_only)
    path.unlink()
    execute(path, "CREATE TABLE t (x)")
    refuse(path, NotAProject, read_only=read_only)


@pytest.mark.parametrize("part", [0.001, 0.3, 0.6, 0.99])
def test_a_file_that_is_cut_off(closed: Path, part: float) -> None:
    data = closed.read_bytes()
    closed.write_bytes(data[: max(40, int(len(data) * part))])
    error = refuse(closed, ProjectTruncated)
    assert error.facts["size"] == closed.stat().st_size
    refuse(closed, ProjectTruncated, read_only=True)


def test_a_damaged_file(closed: Path) -> None:
    data = bytearray(closed.read_bytes())
    for page in range(4096, len(data), 4096):
        data[page : page + 300] = bytes(range(256)) + bytes(44)
    closed.write_bytes(data)
    refuse(closed, ProjectDamaged)
    refuse(closed, ProjectDamaged, read_only=True)


def test_a_file_of_which_the_tables_are_described_in_bytes_that_are_no_text(closed: Path) -> None:
    data = closed.read_bytes()
    assert data.count(b"CREATE TABLE tags (") == 1
    closed.write_bytes(data.replace(b"CREATE TABLE tags (", b"CREATE TABLE \xb8\xff\xb8\xff \xb8"))
    refuse(closed, ProjectDamaged)
    refuse(closed, ProjectDamaged, read_only=True)
    assert check(closed).problems


def test_a_file_with_our_name_but_without_our_tables(path: Path) -> None:
    execute(path, f"PRAGMA application_id={schema.APPLICATION_ID}", "PRAGMA user_version=1", "CREATE TABLE t (x)")
    refuse(path, ProjectDamaged)


def test_a_newer_file_can_be_read_when_it_says_so(closed: Path) -> None:
    change_header(closed, 60, schema.SCHEMA_VERSION + 1)
    error = refuse(closed, ProjectNewer)
    assert error.facts["version"] == schema.SCHEMA_VERSION + 1
    with Project.open(closed, read_only=True) as project:
        assert [document.title for document in project.documents()] == ["Brief"]
    execute(closed, f"UPDATE project SET value = '{schema.SCHEMA_VERSION + 1}' WHERE key = 'min_reader'")
    refuse(closed, ProjectNewer, read_only=True)


@pytest.mark.parametrize(
    "code",
    [
        "CREATE TRIGGER planted AFTER INSERT ON annotations BEGIN DELETE FROM texts; END",
        "CREATE VIEW planted AS SELECT 1 AS one",
    ],
)
def test_planted_code_never_runs(closed: Path, code: str) -> None:
    execute(closed, code)
    error = refuse(closed, ProjectForeignCode)
    assert error.facts["names"] == "planted"
    with Project.open(closed, read_only=True) as project:
        assert project.highlights()


def test_one_of_our_triggers_that_was_replaced_is_found(closed: Path) -> None:
    name = next(iter(TRIGGERS))
    execute(closed, f"DROP TRIGGER {name}", f"CREATE TRIGGER {name} AFTER INSERT ON tags BEGIN SELECT 1; END")
    assert refuse(closed, ProjectForeignCode).facts["names"] == name


def test_a_file_that_a_tool_left_in_write_ahead_mode_is_turned_back(closed: Path) -> None:
    execute(closed, "PRAGMA journal_mode=WAL")
    assert closed.read_bytes()[18] == 2
    with Project.open(closed, read_only=True) as project:
        assert project.highlights()
    assert [path.name for path in closed.parent.iterdir()] == [closed.name]
    with Project.open(closed) as project:
        label_more(project, 20)
    assert closed.read_bytes()[18] == 1
    with Project.open(closed) as project:
        assert len(project.highlights()) == 2


def test_a_project_that_is_opened_to_read_cannot_be_changed(closed: Path) -> None:
    before, beside = closed.read_bytes(), sorted(closed.parent.iterdir())
    with Project.open(closed, read_only=True) as project:
        assert project.read_only
        assert project.search("kustwacht")
        assert project.search_notes("kustwacht")
        assert sorted(closed.parent.iterdir()) == beside
        with pytest.raises(ProjectReadOnly):
            label_more(project, 20)
        with pytest.raises(ProjectReadOnly):
            project.set_fact("colour", "blue")
        project.interrupt()
    assert closed.read_bytes() == before


AS_NOBODY = """
import os, sys
from pathlib import Path
import sqlite_utils
from reader.domain.errors import ProjectError
from reader.store.project import Project
path = Path(sys.argv[1])
Project.open(path).close()  # what is imported late is here before the rights to read it are gone
path.parent.chmod(int(sys.argv[2]))
path.chmod(0o444 if int(sys.argv[2]) == 0o777 else 0o666)
if os.getuid() == 0:  # root may write everywhere
    os.setgid(65534)
    os.setuid(65534)
try:
    Project.open(path)
except ProjectError as error:
    print(type(error).__name__)
with Project.open(path, read_only=True) as project:
    print(len(project.documents()))
with Project.open_copy(path) as project:
    print(len(project.documents()))
"""


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="rights of files are tested on POSIX")
@pytest.mark.parametrize("folder_mode", [0o555, 0o777])
def test_a_read_only_file_or_folder(closed: Path, folder_mode: int) -> None:
    for above in closed.parents:
        if above != Path("/tmp") and above.stat().st_uid == os.getuid() and above != Path("/"):
            above.chmod(above.stat().st_mode | 0o755)
    try:
        done = subprocess.run(
            [sys.executable, "-c", AS_NOBODY, str(closed), str(folder_mode)],
            capture_output=True,
            text=True,
            cwd=Path(__file__).parents[2],
        )
    finally:
        closed.parent.chmod(0o755)
    assert (done.stdout.split(), done.stderr) == (["ProjectReadOnly", "1", "1"], "")


def test_creating_never_overwrites(closed: Path, tmp_path: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(ProjectExists):
        Project.create(closed)
    assert closed.read_bytes() == before
    with pytest.raises(ProjectWriteFailed):
        Project.create(tmp_path / "nowhere" / "new.vindplaats")


@pytest.mark.parametrize(
    "name", ["Kamerstukken – één café 文書 🗂.vindplaats", "100% zeker? #1 & 'q'.vindplaats", "x" * 120 + ".vindplaats"]
)
def test_names_that_need_care(closed: Path, tmp_path: Path, name: str) -> None:
    path = tmp_path / "map met 'tekens' & ü" / name
    path.parent.mkdir()
    shutil.copy(closed, path)
    with Project.open(path) as project:
        label_more(project, 20)
        project.save_copy(path.with_name(f"2 {name[:100]}"))
    with Project.open(path, read_only=True) as project:
        assert len(project.highlights()) == 2


def test_a_path_on_a_network_share_keeps_its_server() -> None:
    from pathlib import PureWindowsPath

    share = PureWindowsPath(r"\\server\map é\p.vindplaats")
    assert uri(share, "ro") == "file:////server/map%20%C3%A9/p.vindplaats?mode=ro"  # type: ignore[arg-type]
    drive = PureWindowsPath(r"C:\map\p.vindplaats")
    assert uri(drive, "rw") == "file:///C:/map/p.vindplaats?mode=rw"  # type: ignore[arg-type]
