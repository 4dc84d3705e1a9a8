"""Projects to test the store with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.domain.model import Span
from reader.edit.documents import add_documents
from reader.edit.marks import tag_span
from reader.edit.tags import add_tag
from reader.store.project import Project
from tests.in_memory import paper

BODY = "De kustwacht van Libië.\nWat gebeurt er in de deten-\ntiecentra? 🗂 Dat is de vraag.\nVVD-fractie, art. 3.1\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the project of a test is."""
    return tmp_path / "Één dossier – O'Brien 100%.vindplaats"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    """An open project with one paper, one label and one highlight with it."""
    with Project.create(path) as made:
        made.apply(add_documents(made, [paper(BODY, "Brief")]))
        made.apply(add_tag(made, "detentie"))
        made.apply(tag_span(made, made.documents()[0].uid, Span(3, 12), made.tags()[0].uid, author="Anna"))
        yield made


@pytest.fixture
def closed(project: Project, path: Path) -> Path:
    """The same project, closed."""
    project.close()
    return path


def label_more(project: Project, start: int) -> None:
    """One more act: a label on two characters."""
    document, tag = project.documents()[0], project.tags()[0]
    project.apply(tag_span(project, document.uid, Span(start, start + 2), tag.uid))


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that a closed file holds, without integer ids and tombstones, which no user sees."""
    connection = sqlite3.connect(path)
    try:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if "_fts" not in name and name not in ("tombstones", "_sqlite_migrations")
        ]
        found = {}
        for table in tables:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            plain = ", ".join(column for column in columns if column != "id" and not column.endswith("_id"))
            found[table] = sorted(connection.execute(f"SELECT {plain} FROM {table}").fetchall(), key=repr)
        return found
    finally:
        connection.close()
