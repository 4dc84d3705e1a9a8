"""Merging a file into an open project: looking says what taking in then does; what cannot be read is told."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.domain.errors import ActRefused, ProjectDamaged, ProjectNewer, ProjectWriteFailed, ReaderError
from reader.domain.model import Span
from reader.edit.documents import add_documents
from reader.edit.marks import highlight_span
from reader.models.merging import MOST_LOOKED_INTO, copy_with_news, look, take_in
from reader.store import backups
from reader.store.project import Project
from tests.in_memory import paper

BODY = "De leden van de D66-fractie vragen naar de detentiecentra in Libië.\n"


def on(_share: float) -> None:
    """Nobody watches."""


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "ours.vindplaats") as made:
        made.apply(add_documents(made, [paper(BODY, "Vragen"), paper("Antwoorden.\n", "Antwoorden")]))
        made.apply(highlight_span(made, made.documents()[0].uid, Span(3, 8)))
        yield made


@pytest.fixture
def copy(opened: Project, tmp_path: Path) -> Path:
    path = tmp_path / "copy.vindplaats"
    opened.save_copy(path)
    return path


def change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_an_import_that_was_taken_back_is_a_deletion_before_and_while_merging(opened: Project, copy: Path) -> None:
    gone = opened.documents()[1]
    opened.set_aside([gone.uid])
    assert look(opened, copy, on).items == ()
    assert take_in(opened, copy, on) is None
    assert opened.papers_aside() == {gone.uid}, "it can still be done again"
    with Project.open(copy) as theirs:
        theirs.apply(highlight_span(theirs, gone.uid, Span(0, 5)))
    looked = look(opened, copy, on)
    assert {(item.kind, item.outcome) for item in looked.items} == {("paper", "returned"), ("passage", "added")}
    taken = take_in(opened, copy, on)
    assert taken is not None
    assert taken.items == looked.items
    assert gone.uid in {one.uid for one in opened.documents()}
    opened.apply(taken.change_set.inverse())
    assert gone.uid not in {one.uid for one in opened.documents()}
    assert gone.uid in opened.collection().deleted


def test_without_a_backup_nothing_is_changed(opened: Project, copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Project.open(copy) as theirs:
        theirs.apply(highlight_span(theirs, theirs.documents()[0].uid, Span(9, 12)))
    before = opened.collection()

    def full(*_arguments: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "back_up", full)
    with pytest.raises(ProjectWriteFailed, match="No space left"):
        take_in(opened, copy, on)
    assert opened.collection() == before


def test_what_cannot_be_merged_is_told_by_its_own_name(opened: Project, copy: Path, tmp_path: Path) -> None:
    with pytest.raises(ActRefused):
        look(opened, opened.path, on)
    link = tmp_path / "link.vindplaats"
    link.symlink_to(opened.path)
    with pytest.raises(ActRefused):
        look(opened, link, on)
    with pytest.raises(ReaderError):
        look(opened, tmp_path / ("x" * 300 + ".vindplaats"), on)
    newer, broken = tmp_path / "newer.vindplaats", tmp_path / "broken.vindplaats"
    for path in (newer, broken):
        shutil.copy(copy, path)
    change(newer, "PRAGMA user_version = 9", "UPDATE project SET value = '9' WHERE key = 'min_reader'")
    with pytest.raises(ProjectNewer, match=newer.name):
        look(opened, newer, on)
    change(broken, "DROP TABLE links")
    with pytest.raises(ProjectDamaged, match=broken.name):
        look(opened, broken, on)
    (tmp_path / "nowhere.vindplaats").symlink_to(tmp_path / "gone")
    assert copy_with_news(opened, on) is None, "those that cannot be read are no reason to stop"


def test_of_many_copies_beside_it_the_newest_with_news_is_told(opened: Project, copy: Path, tmp_path: Path) -> None:
    with Project.open(copy) as theirs:
        theirs.apply(highlight_span(theirs, theirs.documents()[0].uid, Span(9, 12)))
    paths = [tmp_path / f"copy {number:02}.vindplaats" for number in range(MOST_LOOKED_INTO + 2)]
    for age, path in enumerate(paths):
        if age in (1, 3):
            shutil.copy(copy, path)
        else:
            opened.save_copy(path)
        os.utime(path, (1_700_000_000 - age, 1_700_000_000 - age))
    copy.unlink()
    looked = copy_with_news(opened, on)
    assert looked is not None
    assert looked.path == paths[1]
    for path in (paths[1], paths[3]):
        path.unlink()
    shutil.copy(tmp_path / "copy 00.vindplaats", copy)
    assert copy_with_news(opened, on) is None


def test_a_copy_that_is_open_here_can_be_merged(opened: Project, copy: Path) -> None:
    with Project.open(copy) as theirs:
        theirs.apply(highlight_span(theirs, theirs.documents()[0].uid, Span(9, 12)))
        taken = take_in(opened, copy, on)
        assert taken is not None
        assert [one.quote for one in opened.highlights()] == [one.quote for one in theirs.highlights()]
        theirs.apply(highlight_span(theirs, theirs.documents()[0].uid, Span(13, 15)))
