"""The closed file explains itself to other programs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.domain.model import ANSWERED_BY, BUILTIN_VERDICTS, REFERS_TO, Span
from reader.edit.links import link
from reader.edit.marks import give_tag
from reader.edit.notes import set_note
from reader.edit.questions import set_open, set_question_note, set_verdict
from reader.edit.tags import add_tag
from reader.store.project import Project


@pytest.fixture
def worked_in(project: Project, path: Path) -> Path:
    """A closed project with a label under a label, a note, and links of two kinds."""
    document, tag, mark = project.documents()[0], project.tags()[0], project.highlights()[0]
    project.apply(add_tag(project, "kust", parent_uid=tag.uid, description="grenzen"))
    project.apply(give_tag(project, mark.uid, project.tags()[-1].uid))
    project.apply(set_note(project, mark.uid, "Zie bijlage"))
    project.apply(link(project, mark.uid, (document.uid, Span(24, 27)), ANSWERED_BY.uid))
    project.apply(link(project, mark.uid, (document.uid, Span(30, 36)), REFERS_TO.uid))
    asked, other = (document.uid, Span(24, 30)), (document.uid, Span(3, 12))
    project.apply(set_verdict(project, asked, BUILTIN_VERDICTS[1].uid, decision=None, author="Anna"))
    project.apply(set_question_note(project, asked, "Zie p. 3", decision=None))
    project.apply(set_open(project, other, True, decision=None))
    project.close()
    return path


def sqlite_utils(*arguments: str) -> Any:
    command = [str(Path(sys.executable).with_name("sqlite-utils")), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_the_views_read_as_sentences(worked_in: Path) -> None:
    file = str(worked_in)
    (excerpt,) = sqlite_utils("rows", file, "excerpts")
    shown = {
        name: excerpt[name] for name in ("document", "quote", "tags", "note", "start_offset", "end_offset", "author")
    }
    assert shown == {
        "document": "Brief",
        "quote": "kustwacht",
        "tags": "detentie; kust",
        "note": "Zie bijlage",
        "start_offset": 3,
        "end_offset": 12,
        "author": "Anna",
    }
    (pair,) = sqlite_utils("rows", file, "question_answer_pairs")
    assert (pair["question"], pair["answer"], pair["answer_document"]) == ("kustwacht", "Wat", "Brief")
    paths = {row["path"] for row in sqlite_utils("rows", file, "tag_paths")}
    assert paths == {"detentie", "detentie / kust"}
    counts = {row["tag"]: (row["highlights"], row["colour"]) for row in sqlite_utils("rows", file, "tag_counts")}
    assert counts == {"detentie": (1, "purple"), "kust": (1, "orange")}
    assert sqlite_utils("rows", file, "broken_anchors") == []
    decisions = sqlite_utils("rows", file, "question_decisions")
    columns = ("document", "question", "verdict", "is_open", "note", "author")
    assert [tuple(row[column] for column in columns) for row in decisions] == [
        ("Brief", "kustwacht", None, 1, "", ""),
        ("Brief", "Wat ge", "partly", 0, "Zie p. 3", "Anna"),
    ]
    assert all(row["created_at"] and row["modified_at"] and row["uid"] for row in decisions)


def test_full_text_search_works_in_other_tools(worked_in: Path) -> None:
    file = str(worked_in)
    assert [row["quote"] for row in sqlite_utils("search", file, "annotations", "bijlage")] == ["kustwacht"]
    assert [row["start_offset"] for row in sqlite_utils("search", file, "segments", "kustwacht")] == [0]


def test_the_file_says_what_its_tables_are(worked_in: Path) -> None:
    facts = {row["key"]: row["value"] for row in sqlite_utils("rows", str(worked_in), "project")}
    tables = {row["table"] for row in sqlite_utils("tables", str(worked_in))}
    own = {name for name in tables if "_fts" not in name and not name.startswith(("_", "sqlite_"))}
    for name in own - {"project"}:
        assert f"{name}:" in facts["README"], name
    for view in sqlite_utils("views", str(worked_in)):
        assert view["view"] in facts["README"]
    assert all(row["strict"] for row in map(strictness(worked_in).__getitem__, own))


def strictness(path: Path) -> dict[str, dict[str, int]]:
    rows = sqlite_utils("query", str(path), "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    return {row["name"]: row for row in rows}


def test_looking_changes_nothing_and_leaves_nothing(worked_in: Path) -> None:
    before = worked_in.read_bytes()
    sqlite_utils("rows", str(worked_in), "excerpts")
    assert worked_in.read_bytes() == before
    assert [one.name for one in worked_in.parent.iterdir()] == [worked_in.name]
    with Project.open(worked_in) as project:
        assert len(project.links()) == 2


def test_datasette_shows_the_file(worked_in: Path) -> None:
    datasette = Path(sys.executable).with_name("datasette")
    if not datasette.exists():
        pytest.skip("datasette is not installed")
    plain = worked_in.rename(
        worked_in.with_name("project.vindplaats")
    )  # datasette has a spelling of its own for others
    address = "/project/excerpts.json?_shape=array"
    done = subprocess.run([str(datasette), str(plain), "--get", address], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [row["quote"] for row in json.loads(done.stdout)] == ["kustwacht"]
