"""Copies for others: what is left out is nowhere in the file, it opens, and merges back without harm."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain.changes import ActName, Change, ChangeSet, added
from reader.domain.errors import ProjectExists, ProjectNotFound
from reader.domain.model import ANSWERED_BY, Decision, Span, new_uid, now
from reader.edit.links import link
from reader.edit.marks import highlight_span, remove_highlights
from reader.edit.merging import merge
from reader.edit.notes import set_note
from reader.models.jobs import JobStopped
from reader.store.project import Project
from reader.store.rescue import check
from reader.store.sharing import copies_beside, save_copy_for_others
from tests.store.conftest import BODY, label_more

SECRET, NAME = "geheimkenmerk", "Wilhelmina"


@pytest.fixture
def rich(project: Project) -> Project:
    """The project with notes on a passage, a link and two questions, all by one person; and a deleted note."""
    document = project.documents()[0]
    for span in (Span(24, 30), Span(31, 36)):
        project.apply(highlight_span(project, document.uid, span, author=NAME))
    first, second, third = project.highlights()
    project.apply(set_note(project, first.uid, f"noot {SECRET}"))
    project.apply(link(project, second.uid, third.uid, ANSWERED_BY.uid, author=NAME, note=SECRET))
    moment, place = now(), (document.text_uid, document.uid)
    decisions = [
        Decision(new_uid(), *place, 24, 30, None, False, SECRET, NAME, moment, moment),
        Decision(new_uid(), *place, 31, 36, None, True, SECRET, NAME, moment, moment),
    ]
    project.apply(ChangeSet(ActName("x"), added(decisions)))
    return project


def contents(path: Path) -> bytes:
    return path.read_bytes()


def test_a_deleted_note_is_not_in_the_file(project: Project, tmp_path: Path) -> None:
    uid = project.highlights()[0].uid
    project.apply(set_note(project, uid, " ".join(f"{SECRET}{number}" for number in range(600))))
    project.apply(set_note(project, uid, ""))
    save_copy_for_others(project, tmp_path / "copy.vindplaats")
    assert SECRET.encode() not in contents(tmp_path / "copy.vindplaats")
    assert check(tmp_path / "copy.vindplaats").problems == ()


@pytest.mark.parametrize("left_out", ["notes", "names", "originals"])
def test_what_is_left_out_is_nowhere_in_the_file(rich: Project, tmp_path: Path, left_out: str) -> None:
    copy = tmp_path / "copy.vindplaats"
    save_copy_for_others(rich, copy, **{left_out: False})
    assert (SECRET.encode() in contents(copy)) == (left_out != "notes")
    assert (NAME.encode() in contents(copy)) == (left_out != "names")
    assert check(copy).problems == ()
    with Project.open(copy) as opened:
        assert opened.uid == rich.uid
        assert [one.quote for one in opened.highlights()] == [one.quote for one in rich.highlights()]
        assert len(opened.decisions()) == (1 if left_out == "notes" else 2)
        text = opened.text(opened.documents()[0].text_uid)
        assert text.body == BODY
        assert (text.media_type, text.original) == ("text/plain", BODY.encode())


def test_what_another_program_put_in_the_project_does_not_go_along(project: Project, tmp_path: Path) -> None:
    path = project.path
    project.close()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine (words)")
    connection.execute("CREATE VIRTUAL TABLE found USING fts5 (words)")
    for table in ("mine", "found"):
        connection.execute(f"INSERT INTO {table} VALUES (?)", (SECRET,))
    connection.commit()
    connection.close()
    with Project.open(path) as opened:
        save_copy_for_others(opened, tmp_path / "copy.vindplaats")
        assert opened.documents()
    assert SECRET.encode() in contents(path)
    assert SECRET.encode() not in contents(tmp_path / "copy.vindplaats")
    assert check(tmp_path / "copy.vindplaats").problems == ()
    with Project.open(tmp_path / "copy.vindplaats") as copy:
        assert len(copy.search("kustwacht")) == 1


def test_nothing_that_is_left_out_was_ever_beside_the_copy(rich: Project, tmp_path: Path) -> None:
    given = tmp_path / "stick"
    given.mkdir()
    seen: list[str] = []

    def look(_share: float) -> None:
        seen.extend(file.name for file in given.iterdir() if SECRET.encode() in file.read_bytes())

    save_copy_for_others(rich, given / "copy.vindplaats", notes=False, step=look)
    assert seen == []
    assert [file.name for file in given.iterdir()] == ["copy.vindplaats"]


def test_the_original_of_a_pdf_gives_way_to_its_text(project: Project, tmp_path: Path) -> None:
    document = project.documents()[0]
    text = project.text(document.text_uid)
    pdf = replace(
        text, uid=new_uid(), version=2, media_type="application/pdf", original=b"%PDF " + SECRET.encode(),
        original_sha256="1" * 64,
    )  # fmt: skip
    shown = replace(document, text_uid=pdf.uid)
    project.apply(ChangeSet(ActName("x"), (*added([pdf]), Change(document, shown))))
    copy = tmp_path / "copy.vindplaats"
    save_copy_for_others(project, copy, originals=False)
    assert SECRET.encode() not in contents(copy)
    with Project.open(copy) as opened:
        assert opened.text(pdf.uid).original == BODY.encode()
        assert opened.media_type(pdf.uid) == "text/plain"
        assert not merge(project.collection(), opened.collection()).change_set


def test_a_copy_without_anything_merges_back_without_harm(rich: Project, tmp_path: Path) -> None:
    copy = tmp_path / "copy.vindplaats"
    save_copy_for_others(rich, copy, notes=False, names=False, originals=False)
    with Project.open(copy) as opened:
        assert not merge(rich.collection(), opened.collection()).change_set
        opened.apply(highlight_span(opened, opened.documents()[0].uid, Span(40, 44)))
        opened.apply(set_note(opened, opened.highlights()[0].uid, "van de collega"))
        merged = merge(rich.collection(), opened.collection(), "copy")
        rich.apply(merged.change_set)
        assert rich.highlights()[0].note == f"van de collega\n\nnoot {SECRET}"
        assert len(rich.highlights()) == 4
        assert {one.note for one in rich.links()} == {SECRET}
        assert not merge(rich.collection(), opened.collection()).change_set


def test_the_moment_of_the_copy_tells_what_both_changed(rich: Project, tmp_path: Path) -> None:
    uid = rich.highlights()[0].uid
    copy = tmp_path / "copy.vindplaats"
    save_copy_for_others(rich, copy)
    with Project.open(copy) as opened:
        opened.apply(set_note(opened, uid, "nieuw"))
        merged = merge(rich.collection(), opened.collection())
        assert [(one.outcome, one.differences[0].theirs) for one in merged.items] == [("changed", "nieuw")]
        rich.apply(set_note(rich, uid, "anders"))
        (both,) = merge(rich.collection(), opened.collection()).items
        assert both.outcome == "both"


def test_a_merge_can_be_taken_back_and_a_backup_is_kept(rich: Project, tmp_path: Path) -> None:
    copy = tmp_path / "copy.vindplaats"
    save_copy_for_others(rich, copy)
    with Project.open(copy) as opened:
        opened.apply(remove_highlights(opened, [rich.highlights()[0].uid]))
        label_more(opened, 50)
        before = rich.collection()
        backup = rich.back_up_before_merge()
        change_set = merge(rich.collection(), opened.collection()).change_set
        rich.apply(change_set)
        assert rich.collection().deleted == opened.collection().deleted
        rich.apply(change_set.inverse())
        after = rich.collection()
        assert replace(after, text=before.text, merged_at="") == before
        with Project.open(backup, read_only=True) as old:
            assert replace(old.collection(), text=before.text) == before
        rich.apply(change_set)
        assert rich.highlights() == opened.highlights()


def test_a_copy_is_not_written_over_anything(project: Project, tmp_path: Path) -> None:
    there = tmp_path / "there.vindplaats"
    there.write_bytes(b"mine")
    with pytest.raises(ProjectExists):
        save_copy_for_others(project, there)
    with pytest.raises(ProjectNotFound):
        save_copy_for_others(project, tmp_path / "nowhere" / "copy.vindplaats")
    assert there.read_bytes() == b"mine"


def test_a_copy_that_was_stopped_leaves_nothing(project: Project, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()

    def stop_half_way(share: float) -> None:
        if share > 0.5:
            raise JobStopped

    with pytest.raises(JobStopped):
        save_copy_for_others(project, folder / "copy.vindplaats", step=stop_half_way)
    assert list(folder.iterdir()) == []


def test_copies_in_the_folder_are_known_by_the_project_they_are_of(project: Project, path: Path) -> None:
    folder = path.parent
    conflict = folder / "Één dossier (conflicted copy of Bram).vindplaats"
    save_copy_for_others(project, conflict)
    Project.create(folder / "other.vindplaats").close()
    (folder / "no project.vindplaats").write_bytes(b"text")
    (folder / "empty.vindplaats").touch()
    (folder / "folder.vindplaats").mkdir()
    shutil.copy(conflict, folder / "backup.db")
    assert copies_beside(path) == [conflict]
    with Project.open(conflict):
        assert copies_beside(path) == [conflict], "also while it is open"
        label_more(project, 50)
    assert copies_beside(folder / "other.vindplaats") == []
