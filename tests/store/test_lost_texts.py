"""Of a text that is damaged, the imported bytes or the quotes make the best text that can still be had."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reader.domain.model import Span
from reader.edit.marks import highlight_span
from reader.edit.notes import set_note
from reader.store.project import Project
from reader.store.rescue import check, repair_copy
from reader.text.structure import Structure
from tests.store.conftest import BODY


@pytest.fixture
def noted(project: Project, path: Path) -> Path:
    """The closed project with a note on its label and a second highlight."""
    uid = project.highlights()[0].uid
    project.apply(set_note(project, uid, "een opmerking"))
    place = BODY.index("🗂")
    project.apply(highlight_span(project, project.documents()[0].uid, Span(place, place + 5)))
    project.close()
    return path


def spoil(path: Path, *statements: str) -> None:
    """Change the file in a way that its own triggers would refuse."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA foreign_keys=OFF")
    for trigger in ("texts_frozen", "originals_frozen"):
        connection.execute(f"DROP TRIGGER {trigger}")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def repaired(path: Path) -> Path:
    new = path.with_name("new.vindplaats")
    repair_copy(path, new)
    assert check(new).problems == ()
    return new


def test_a_text_that_was_changed_comes_back_from_the_imported_bytes(noted: Path) -> None:
    spoil(noted, "UPDATE texts SET body = replace(body, 'kust', 'lust')")
    assert any("is not what was imported" in problem for problem in check(noted).problems)
    with Project.open(noted, read_only=True) as project:
        uid = project.documents()[0].text_uid
    with Project.open(repaired(noted)) as project:
        assert project.text(uid).body == BODY
        assert [one.status for one in project.highlights()] == ["exact", "exact"]
        assert project.search("kustwacht")


def test_a_text_that_is_gone_comes_back_from_the_imported_bytes(noted: Path) -> None:
    spoil(noted, "DELETE FROM texts")
    with Project.open(repaired(noted)) as project:
        assert project.body(project.documents()[0].text_uid) == BODY
        assert [one.note for one in project.highlights()] == ["een opmerking", ""]


def test_bytes_that_do_not_hold_the_quotes_are_not_believed(noted: Path) -> None:
    spoil(noted, "DELETE FROM texts", "UPDATE annotations SET quote = 'postwacht' WHERE quote = 'kustwacht'")
    with Project.open(repaired(noted)) as project:
        assert project.body(project.documents()[0].text_uid)[3:12] == "postwacht"


def test_without_text_and_bytes_the_quotes_keep_their_labels_and_notes(noted: Path) -> None:
    spoil(noted, "DELETE FROM texts", "DELETE FROM originals")
    with Project.open(repaired(noted)) as project:
        body = project.body(project.documents()[0].text_uid)
        assert body.split() == ["kustwacht", "🗂", "Dat"]
        first, second = project.highlights()
        assert (first.quote, first.note, first.status) == ("kustwacht", "een opmerking", "exact")
        assert body[second.start : second.end] == second.quote
        assert len(project.taggings(highlight_uid=first.uid)) == 1


def test_a_damaged_text_without_its_bytes_is_kept_and_its_highlights_are_to_be_reviewed(noted: Path) -> None:
    spoil(noted, "UPDATE texts SET body = replace(body, 'kust', 'lust')", "DELETE FROM originals")
    with Project.open(repaired(noted)) as project:
        assert project.body(project.documents()[0].text_uid) == BODY.replace("kust", "lust")
        assert [one.status for one in project.highlights()] == ["orphan", "exact"]


def test_a_damaged_text_may_hold_what_a_text_never_holds(noted: Path) -> None:
    spoil(
        noted,
        "PRAGMA ignore_check_constraints=ON",
        "UPDATE texts SET body = replace(body, 'kust', 'ku' || char(0) || 't')",
        "DELETE FROM originals",
    )
    with Project.open(repaired(noted)) as project:
        assert project.body(project.documents()[0].text_uid) == BODY.replace("kust", "ku t")


def test_a_paper_of_which_nothing_is_left_goes(noted: Path) -> None:
    spoil(noted, "DELETE FROM texts", "DELETE FROM originals", "DELETE FROM annotations")
    with Project.open(repaired(noted)) as project:
        assert project.documents() == []


@pytest.mark.parametrize("data", ["x''", "x'00'", "x'56505331FFFFFFFF'"])
def test_a_damaged_structure_is_recognised_again(noted: Path, data: str) -> None:
    spoil(noted, f"UPDATE structures SET data = {data}", "DELETE FROM structures WHERE length(data) = 0")
    with Project.open(repaired(noted)) as project:
        structure = Structure.from_bytes(project.structure(project.documents()[0].text_uid))
        assert len(structure.blocks) > 0
        assert project.search("detentiecentra")
