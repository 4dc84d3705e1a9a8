"""A damaged project: what is wrong is said, and what can be read is saved."""

from __future__ import annotations

import random
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain.errors import NotAProject, ProjectError, ProjectExists, ProjectTruncated
from reader.domain.model import ANSWERED_BY, BUILTIN_VERDICTS, Span
from reader.edit.documents import add_documents
from reader.edit.links import link
from reader.edit.marks import tag_span
from reader.edit.questions import add_verdict, reject, set_open, set_question_note, set_verdict
from reader.edit.tags import add_tag
from reader.edit.units import drop_unit
from reader.importers.base import read_file
from reader.store.project import Project
from reader.store.rescue import check, repair_copy
from tests.conftest import SEEDS


@pytest.fixture
def full(path: Path) -> Path:
    """A closed project with the five sample papers, labels, highlights and links."""
    with Project.create(path) as project:
        imported = [read_file(file) for file in sorted(SEEDS.glob("*.txt"))]
        project.apply(add_documents(project, [(one.document, one.text) for one in imported]))
        project.apply(add_tag(project, "detentie"))
        project.apply(add_tag(project, "kust", parent_uid=project.tags()[0].uid))
        for document in project.documents():
            for start in range(0, 3000, 300):
                project.apply(tag_span(project, document.uid, Span(start, start + 20), project.tags()[1].uid))
        first, second = (document.uid for document in project.documents()[:2])
        project.apply(link(project, (first, Span(0, 20)), (second, Span(5, 50)), ANSWERED_BY.uid))
        for document in project.documents():
            question = (document.uid, Span(0, 20))
            project.apply(set_verdict(project, question, BUILTIN_VERDICTS[1].uid, decision=None))
            project.apply(reject(project, question, (second, Span(60, 90))))
            project.apply(drop_unit(project, document.uid, "question", Span(100, 140)))
        project.apply(set_open(project, (first, Span(40, 60)), True, decision=None))
    return path


DECIDED = ("verdicts", "decisions", "rejections", "set_units")


def execute(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_sound_project_has_no_problems(full: Path) -> None:
    before = full.read_bytes()
    report = check(full)
    assert (report.problems, report.documents, report.highlights) == ((), 5, 51)
    assert full.read_bytes() == before
    assert [one.name for one in full.parent.iterdir()] == [full.name]


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (
            ["DROP TRIGGER texts_frozen", "UPDATE texts SET body = 'X' || substr(body, 2) WHERE id = 1"],
            "is not what was",
        ),
        (["DROP TRIGGER originals_frozen", "UPDATE originals SET data = x'00' WHERE text_id = 1"], "imported file"),
        (["UPDATE annotations SET start_offset = 7, end_offset = 27 WHERE id = 1"], "is not where it says"),
        (["DELETE FROM tags WHERE id = 2"], "refers to something in tags"),
        (["DELETE FROM verdicts WHERE id = 2"], "refers to something in verdicts"),
        (["UPDATE decisions SET end_offset = 10000000 WHERE is_open"], "of decisions is at a place that"),
        (["UPDATE rejections SET answer_end = 10000000 WHERE id = 1"], "of rejections is at a place that"),
        (["UPDATE set_units SET end_offset = 10000000 WHERE id = 1"], "of set_units is at a place that"),
        (["DROP TRIGGER annotations_reindexed", "UPDATE annotations SET note = 'stil'"], "The file is damaged"),
    ],
)
def test_each_kind_of_damage_is_told(full: Path, damage: list[str], words: str) -> None:
    execute(full, *damage)
    problems = check(full).problems
    assert any(words in problem for problem in problems), problems


def test_what_is_no_project_cannot_be_checked(full: Path) -> None:
    data = full.read_bytes()
    full.write_bytes(data[: len(data) // 2])
    with pytest.raises(ProjectTruncated):
        check(full)
    full.write_bytes(b"hello" * 100)
    with pytest.raises(NotAProject):
        check(full)
    new = full.with_name("new.vindplaats")
    with pytest.raises(ProjectError):
        repair_copy(full, new)
    assert not new.exists()


def test_a_copy_of_a_sound_project_has_everything(full: Path) -> None:
    new = full.with_name("new.vindplaats")
    salvaged = repair_copy(full, new)
    assert set(salvaged.left_out.values()) == {0}
    assert check(new).problems == ()
    with Project.open(full, read_only=True) as old, Project.open(new) as copy:
        assert copy.uid == old.uid
        for name in ("documents", "highlights", "tags", "taggings", "links", "link_kinds", *DECIDED):
            assert getattr(copy, name)() == getattr(old, name)()
        assert [copy.text(one.text_uid) for one in old.documents()] == [
            old.text(one.text_uid) for one in old.documents()
        ]
        assert copy.search("kustwacht") == old.search("kustwacht")
    with pytest.raises(ProjectExists):
        repair_copy(full, new)


def test_what_was_decided_is_kept_where_its_text_is_and_goes_where_that_is_lost(full: Path) -> None:
    with Project.open(full) as project:
        first, second, third, *others = (document.uid for document in project.documents())
        project.apply(add_verdict(project, "eigen"))
        own = project.verdicts()[-1].uid
        for document_uid in (third, others[0]):
            project.apply(set_verdict(project, (document_uid, Span(200, 220)), own, decision=None))
        noted = (third, Span(200, 220))
        project.apply(set_question_note(project, noted, "x", decision=None))
        project.apply(reject(project, noted, (first, Span(60, 90))))
        lost = project.documents()[1].text_uid
        before = [one for one in project.decisions() if one.text_uid != lost]
    of_second = "(SELECT id FROM texts WHERE version = 1 ORDER BY id LIMIT 1 OFFSET 1)"
    for table, column in (("originals", "text_id"), ("annotations", "text_id"), ("texts", "id")):
        execute(full, f"DELETE FROM {table} WHERE {column} = {of_second}")
    execute(full, "DELETE FROM verdicts WHERE builtin = 0")
    new = full.with_name("new.vindplaats")
    salvaged = repair_copy(full, new)
    assert check(new).problems == ()
    with Project.open(new) as project:
        assert second not in [one.uid for one in project.documents()]
        assert [one.question_document_uid for one in project.rejections()] == [third]
        assert [one.document_uid for one in project.set_units()] == [first, third, *others]
        # without its own verdict a decision stays when it says something else
        without = [replace(one, verdict_uid=None if one.verdict_uid == own else one.verdict_uid) for one in before]
        assert project.decisions() == [one for one in without if one.verdict_uid or one.is_open or one.note]
        assert len(project.decisions()) == len(before) - 1
    assert (salvaged.left_out["rejections"], salvaged.left_out["decisions"]) == (5, 2)


@pytest.mark.parametrize("part", [0.4, 0.7, 0.95])
def test_of_a_file_that_is_cut_off_the_first_part_is_saved(full: Path, part: float) -> None:
    data = full.read_bytes()
    full.write_bytes(data[: int(len(data) * part)])
    new = full.with_name("new.vindplaats")
    salvaged = repair_copy(full, new)
    assert salvaged.saved["texts"] >= 1
    assert check(new).problems == ()
    with Project.open(new) as project:
        assert len(project.documents()) == salvaged.saved["documents"] >= 1
        assert len(project.highlights()) == salvaged.saved["annotations"]
        for document in project.documents():
            assert project.text(document.text_uid).body


@pytest.mark.parametrize("seed", range(6))
def test_whatever_the_damage_the_copy_is_sound(full: Path, seed: int) -> None:
    generator = random.Random(seed)
    data = bytearray(full.read_bytes())
    for _ in range(8):
        place = generator.randrange(8192, len(data) - 4096)
        data[place : place + 2000] = generator.randbytes(2000)
    full.write_bytes(data)
    new = full.with_name("new.vindplaats")
    try:
        repair_copy(full, new)
    except ProjectError:
        assert not new.exists()
        return
    assert check(new).problems == ()
    with Project.open(new) as project:
        for document in project.documents():
            assert project.structure(document.text_uid) is not None
            assert project.body(document.text_uid)
