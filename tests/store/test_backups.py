"""Copies that are asked for and copies that are not: whole or not at all, and the oldest go."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from reader.domain.errors import ProjectExists, ProjectNotFound, ProjectWriteFailed
from reader.domain.model import Span
from reader.edit.marks import highlight_span, remove_highlights
from reader.edit.notes import set_note
from reader.store import backups, schema
from reader.store.project import Project
from reader.store.rescue import check
from tests.store.conftest import label_more, rows_of


def make_old(path: Path) -> None:
    """As if the project was made on another day."""
    connection = sqlite3.connect(path)
    connection.execute("UPDATE project SET value = '2018-04-25T10:00:00.000Z' WHERE key = 'created_at'")
    connection.commit()
    connection.close()


def backups_of(home: Path) -> list[Path]:
    return sorted((home / "data" / "vindplaats" / "backups").glob("*/*"))


def test_a_copy_holds_everything_and_the_project_stays_open(project: Project, path: Path) -> None:
    copy = path.with_name("copy.vindplaats")
    project.save_copy(copy)
    label_more(project, 20)
    with Project.open(copy) as other:
        assert (len(other.highlights()), other.uid) == (1, project.uid)
    project.close()
    assert check(copy).problems == ()
    assert sorted(one.name for one in path.parent.iterdir()) == ["copy.vindplaats", path.name]


def test_a_copy_never_overwrites_and_needs_its_folder(project: Project, path: Path) -> None:
    other = path.with_name("other.vindplaats")
    other.write_text("mine")
    for taken in (other, path):
        with pytest.raises(ProjectExists):
            project.save_copy(taken)
    with pytest.raises((ProjectNotFound, ProjectWriteFailed)):
        project.save_copy(path.parent / "nowhere" / "copy.vindplaats")
    assert other.read_text() == "mine"


def test_deleted_words_are_in_no_copy(project: Project, path: Path) -> None:
    act = highlight_span(project, project.documents()[0].uid, Span(24, 27))
    project.apply(act)
    uid = act.changes[0].entity.uid
    project.apply(set_note(project, uid, "geheimkenmerk"))
    copy, before = path.with_name("after.vindplaats"), path.with_name("before.vindplaats")
    project.save_copy(before)
    project.apply(remove_highlights(project, [uid]))
    project.save_copy(copy)
    assert b"geheimkenmerk" in before.read_bytes()
    assert b"geheimkenmerk" not in copy.read_bytes()


def test_there_is_a_backup_from_before_the_first_change_of_a_day(closed: Path, home: Path) -> None:
    make_old(closed)
    before = rows_of(closed)
    with Project.open(closed):
        pass
    assert backups_of(home) == []
    for place in (20, 30):
        with Project.open(closed) as project:
            label_more(project, place)
            label_more(project, place + 5)
    (backup,) = backups_of(home)
    assert rows_of(backup) == before
    with Project.open(backup, read_only=True) as project:
        assert len(project.highlights()) == 1


def test_a_project_made_today_needs_no_backup(project: Project, home: Path) -> None:
    label_more(project, 20)
    assert backups_of(home) == []


def test_a_backup_that_cannot_be_made_does_not_stop_the_work(closed: Path, home: Path) -> None:
    make_old(closed)
    (home / "data").write_text("a file where the folder should be")
    with Project.open(closed) as project:
        label_more(project, 20)
        assert len(project.highlights()) == 2


def test_only_the_newest_backups_are_kept(project: Project, path: Path, home: Path) -> None:
    connection = sqlite3.connect(path.with_name("source.vindplaats"))
    project._connection.backup(connection)
    made = [backups.back_up(connection, path, project.uid, backups.DAILY, 3) for _ in range(5)]
    other = backups.back_up(connection, path, project.uid, backups.BEFORE_FORMAT, 3)
    connection.close()
    assert len(set(made)) == 5
    assert set(backups_of(home)) == {*made[-3:], other}


NOW = schema.SCHEMA_VERSION
NEXT = NOW + 1


@pytest.fixture
def next_format(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Make the program one format newer; the step may be one that fails."""

    def install(step: Callable[[Database], None]) -> None:
        first = schema.migrations

        def migrations() -> Migrations:
            steps = first()
            steps(name="m9999_next")(step)
            return steps

        monkeypatch.setattr(schema, "migrations", migrations)
        monkeypatch.setattr(schema, "SCHEMA_VERSION", NEXT)

    return install


def add_priority(database: Database) -> None:
    database.execute("ALTER TABLE tags ADD COLUMN priority INTEGER NOT NULL DEFAULT 0")
    database.execute(f"PRAGMA user_version = {NEXT}")


def version_of(path: Path) -> int:
    return int.from_bytes(path.read_bytes()[60:64], "big")


def test_an_older_file_is_brought_up_to_date_after_a_backup(
    closed: Path, home: Path, next_format: Callable[..., None]
) -> None:
    before = rows_of(closed)
    next_format(add_priority)
    with Project.open(closed, read_only=True) as project:
        assert len(project.highlights()) == 1
    assert (version_of(closed), backups_of(home)) == (NOW, [])
    with Project.open(closed) as project:
        assert project.search_notes("kustwacht")
        assert len(project.tags()) == 1
    assert version_of(closed) == NEXT
    (backup,) = backups_of(home)
    assert (version_of(backup), rows_of(backup)) == (NOW, before)


def test_a_step_that_fails_leaves_the_old_file(closed: Path, home: Path, next_format: Callable[..., None]) -> None:
    def explode(database: Database) -> None:
        database.execute("DELETE FROM links")
        database.execute("DELETE FROM annotation_tags")
        raise RuntimeError("boom")

    before = rows_of(closed)
    next_format(explode)
    with pytest.raises(RuntimeError, match="boom"):
        Project.open(closed)
    assert (version_of(closed), rows_of(closed)) == (NOW, before)
    assert len(backups_of(home)) == 1


def test_a_step_that_breaks_references_is_taken_back(closed: Path, next_format: Callable[..., None]) -> None:
    def lose_texts(database: Database) -> None:
        database.execute("DELETE FROM tags")
        database.execute(f"PRAGMA user_version = {NEXT}")

    before = rows_of(closed)
    next_format(lose_texts)
    with pytest.raises(ValueError, match="refers to nothing"):
        Project.open(closed)
    assert (version_of(closed), rows_of(closed)) == (NOW, before)


def test_without_a_backup_the_format_does_not_change(
    closed: Path, home: Path, next_format: Callable[..., None]
) -> None:
    (home / "data").write_text("a file where the folder should be")
    next_format(add_priority)
    with pytest.raises(ProjectWriteFailed):
        Project.open(closed)
    assert version_of(closed) == NOW
