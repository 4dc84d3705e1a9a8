"""What another program changed in a project file is found before anything of it runs or is written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reader.domain.errors import ProjectDamaged, ProjectForeignCode
from reader.store import question_tables
from reader.store.project import Project
from reader.store.rescue import repair_copy
from reader.store.schema import OWN_STATEMENTS, SCHEMA_VERSION, foreign_code, missing_parts
from reader.store.tables import TRIGGERS, VIEWS
from tests.store.conftest import label_more


def execute(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    ("statements", "names"),
    [
        (("ALTER TABLE tags ADD COLUMN weight INTEGER",), "tags"),
        (("DROP INDEX links_by_source", "CREATE INDEX links_by_source ON links (note)"), "links_by_source"),
        (("DROP VIEW excerpts", "CREATE VIEW excerpts AS SELECT 1 AS one"), "excerpts"),
        (("DROP TRIGGER texts_frozen", "CREATE VIEW texts_frozen AS SELECT 1 AS one"), "texts_frozen"),
    ],
)
def test_a_part_that_was_changed_is_named_and_the_file_can_still_be_read(
    closed: Path, statements: tuple[str, ...], names: str
) -> None:
    execute(closed, *statements)
    with pytest.raises(ProjectForeignCode) as caught:
        Project.open(closed)
    assert caught.value.facts["names"] == names
    with Project.open(closed, read_only=True) as project:
        assert project.highlights()


@pytest.mark.parametrize("name", [*TRIGGERS, *VIEWS, *question_tables.VIEWS])
def test_a_part_that_was_taken_out_is_named_and_repaired_in_a_copy(closed: Path, name: str) -> None:
    execute(closed, f"DROP {'TRIGGER' if name in TRIGGERS else 'VIEW'} {name}")
    with pytest.raises(ProjectDamaged, match=f"missing: {name}"):
        Project.open(closed)
    new = closed.with_name("new.vindplaats")
    repair_copy(closed, new)
    with Project.open(new) as project:
        label_more(project, 20)
        assert len(project.highlights()) == 2


def test_tables_and_figures_that_others_add_are_harmless(closed: Path) -> None:
    execute(
        closed, "CREATE TABLE mine (x)", "CREATE INDEX mine_x ON mine (x)", "INSERT INTO mine VALUES (1)", "ANALYZE"
    )
    with Project.open(closed) as project:
        label_more(project, 20)
    connection = sqlite3.connect(closed)
    assert connection.execute("SELECT x FROM mine").fetchall() == [(1,)]
    connection.close()


def test_every_statement_that_makes_the_file_is_known_by_its_name(closed: Path) -> None:
    connection = sqlite3.connect(closed)
    assert (missing_parts(connection, SCHEMA_VERSION), foreign_code(connection, SCHEMA_VERSION)) == ([], [])
    connection.close()
    empty = sqlite3.connect(":memory:")
    for version, statements in OWN_STATEMENTS.items():
        assert len(missing_parts(empty, version)) == len(statements)
    empty.close()


def test_a_file_of_no_known_format_is_refused(closed: Path) -> None:
    execute(closed, "PRAGMA user_version = 0")
    with pytest.raises(ProjectDamaged, match="format 0"):
        Project.open(closed)
