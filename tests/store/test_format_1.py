"""A project of format 1 keeps everything when it is brought up to date, and is as a new one from then on."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from reader.domain.errors import ProjectDamaged, ProjectForeignCode
from reader.domain.model import BUILTIN_VERDICTS, Span
from reader.edit.documents import remove_documents
from reader.edit.questions import accept, reject, set_verdict
from reader.edit.units import drop_unit
from reader.store import schema
from reader.store.project import Project
from reader.store.rescue import check, repair_copy
from tests.store.conftest import label_more, rows_of

FILES = Path(__file__).parent.parent / "files" / "projects"
NEW_TABLES = {"verdicts", "decisions", "rejections", "set_units"}
SUM_OF_FORMAT_1 = "a5067d5a9e11bd9c51aa478c08baf40a3d7be1571aae8d48b1791f9e0e1017dc"


@pytest.fixture
def old(path: Path) -> Path:
    """A closed file of format 1 with two papers, a label, highlights, a note and a link, made on another day."""
    shutil.copyfile(FILES / "format_1.vindplaats", path)
    return path


def version_of(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def execute(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_format_1_is_what_the_files_of_that_format_hold() -> None:
    statements = "\n".join(" ".join(statement.split()) for statement in schema.OWN_STATEMENTS[1])
    assert hashlib.sha256(statements.encode()).hexdigest() == SUM_OF_FORMAT_1


def test_everything_is_kept_and_there_is_a_backup(old: Path, home: Path) -> None:
    before = rows_of(old)
    with Project.open(old) as project:
        assert not project.read_only
        assert project.verdicts() == list(BUILTIN_VERDICTS)
        assert (project.decisions(), project.rejections(), project.set_units()) == ([], [], [])
        assert "question_decisions" in project.get_fact("README")
        assert project.search("kustwacht")
        assert project.search_notes("bijlage")
    after = rows_of(old)
    assert set(after) - set(before) == NEW_TABLES
    assert {fact for fact in after["project"] if fact[0] != "README"} == {
        fact for fact in before["project"] if fact[0] != "README"
    }
    for name, rows in before.items():
        if name != "project":
            assert [row[: len(old_row)] for row, old_row in zip(after[name], rows, strict=True)] == rows
            assert {value for row, old_row in zip(after[name], rows, strict=True) for value in row[len(old_row) :]} <= {
                ""
            }
    (backup,) = sorted((home / "data" / "vindplaats" / "backups").glob("*/*"))
    assert (version_of(backup), rows_of(backup)) == (1, before)
    assert check(old).problems == ()


def test_a_file_brought_up_to_date_is_as_a_new_one(old: Path, tmp_path: Path) -> None:
    Project.open(old).close()
    Project.create(tmp_path / "new.vindplaats").close()
    parts = []
    for path in (old, tmp_path / "new.vindplaats"):
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)
        assert (schema.foreign_code(connection, 3), schema.missing_parts(connection, 3)) == ([], [])
        own = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE '%migrations%' AND name <> 'idx_sets'"
        parts.append(sorted(connection.execute(own).fetchall(), key=repr))
        assert [row["name"] for row in Database(connection)["_sqlite_migrations"].rows] == [
            "m0001_initial",
            "m0002_questions",
            "m0003_sources_and_labellers",
        ]
        connection.close()
    assert parts[0] == parts[1]


def test_it_can_be_worked_in(old: Path) -> None:
    with Project.open(old) as project:
        one, two = project.documents()
        question, answer = (one.uid, Span(24, 30)), (two.uid, Span(14, 25))
        before = (project.highlights(), project.links())
        for act in (
            lambda: accept(project, question, answer),
            lambda: reject(project, question, (two.uid, Span(0, 13))),
            lambda: set_verdict(project, question, BUILTIN_VERDICTS[0].uid, decision=None),
            lambda: drop_unit(project, one.uid, "question", Span(3, 12)),
        ):
            project.apply(act())
        assert [len(held) for held in (project.rejections(), project.decisions(), project.set_units())] == [1, 1, 1]
        assert (len(project.highlights()), len(project.links())) == (len(before[0]) + 2, len(before[1]) + 1)
    with Project.open(old) as project:
        project.apply(remove_documents(project, [one.uid]))
        assert (project.rejections(), project.decisions(), project.set_units()) == ([], [], [])
    assert check(old).problems == ()


def test_reading_it_leaves_it_as_it_was(old: Path, home: Path) -> None:
    before = old.read_bytes()
    assert check(old).problems == ()
    for opened in (Project.open(old, read_only=True), Project.open_copy(old)):
        with opened as project:
            assert (len(project.documents()), len(project.links())) == (2, 1)
            assert project.verdicts() == list(BUILTIN_VERDICTS)
    assert old.read_bytes() == before
    assert not (home / "data").exists()


def test_a_repaired_copy_is_of_the_present_format(old: Path) -> None:
    execute(old, "DROP TRIGGER texts_frozen")
    with pytest.raises(ProjectDamaged, match="missing: texts_frozen"):
        Project.open(old)
    assert version_of(old) == 1
    new = old.with_name("new.vindplaats")
    salvaged = repair_copy(old, new)
    assert set(salvaged.left_out.values()) == {0}
    assert check(new).problems == ()
    with Project.open(new) as project:
        assert (len(project.documents()), len(project.links()), len(project.verdicts())) == (2, 1, 6)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("CREATE TRIGGER planted AFTER INSERT ON project BEGIN DELETE FROM links; END", "planted"),
        ("CREATE VIEW planted AS SELECT 1 AS one", "planted"),
        ("CREATE TABLE verdicts (mine)", "verdicts"),
        ("CREATE INDEX decisions_by_place ON links (note)", "decisions_by_place"),
        ("CREATE VIEW question_decisions AS SELECT 1 AS one", "question_decisions"),
    ],
)
def test_what_another_program_put_in_it_is_named_and_left_out_when_it_is_only_read(
    old: Path, code: str, name: str
) -> None:
    execute(old, code)
    before = old.read_bytes()
    with pytest.raises(ProjectForeignCode) as caught:
        Project.open(old)
    assert set(str(caught.value.facts["names"]).split(", ")) == {name}
    with Project.open(old, read_only=True) as project:
        assert (len(project.links()), len(project.verdicts())) == (1, 6)
    assert old.read_bytes() == before


def test_tables_that_others_added_under_names_of_their_own_stay(old: Path) -> None:
    execute(old, "CREATE TABLE mine (x)", "INSERT INTO mine VALUES (1)")
    with Project.open(old) as project:
        label_more(project, 20)
    connection = sqlite3.connect(old)
    assert connection.execute("SELECT x FROM mine").fetchall() == [(1,)]
    connection.close()


def test_what_format_2_adds_is_kept(path: Path, home: Path) -> None:
    shutil.copyfile(FILES / "format_2.vindplaats", path)
    with Project.open(path) as project:
        assert [len(held) for held in (project.rejections(), project.decisions(), project.set_units())] == [1, 1, 1]
        assert [(document.url, document.reference) for document in project.documents()] == [("", "")] * 2
        assert [tagging.author for tagging in project.taggings()] == [""]
    assert version_of(path) == 3
    (backup,) = sorted((home / "data" / "vindplaats" / "backups").glob("*/*"))
    assert version_of(backup) == 2
    assert check(path).problems == ()
