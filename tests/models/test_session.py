"""What a session promises: one signal for each act, after the commit; failed acts wait; nothing is kept needlessly."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reader.domain.changes import ChangeSet
from reader.domain.errors import ActRefused, ProjectDamaged, ProjectWriteFailed, ReaderError
from reader.domain.model import Span
from reader.edit import marks
from reader.edit.notes import set_note
from reader.edit.tags import add_tag, rename_tag
from reader.models.session import Session
from reader.store.project import Project
from reader.text.reading import ReadingText


class FailingDisk:
    """Stands between a session and its project; `full` makes every write fail as a full disk does."""

    def __init__(self, project: Project) -> None:
        self.project, self.full = project, False

    def __getattr__(self, name: str) -> Any:
        return getattr(self.project, name)

    def apply(self, change_set: ChangeSet) -> None:
        if self.full:
            raise ProjectWriteFailed(path="p", reason="the disk is full")
        self.project.apply(change_set)


class Listener:
    """Writes down what a session tells, with what the project held at that moment."""

    def __init__(self, session: Session) -> None:
        self.told: list[tuple[str, Any, set[str]]] = []
        self._session = session
        session.changed.connect(self._changed)
        session.failed.connect(self._failed)
        session.saved.connect(self._saved)

    def names(self) -> list[str]:
        return [name for name, _, _ in self.told]

    def _note(self, name: str, what: Any) -> None:
        self.told.append((name, what, {tag.name for tag in self._session.project.tags()}))

    def _changed(self, change_set: ChangeSet) -> None:
        self._note("changed", change_set)

    def _failed(self, error: ReaderError) -> None:
        self._note("failed", error)

    def _saved(self) -> None:
        self._note("saved", None)


@pytest.fixture
def disk(sample_project: Path) -> Iterator[FailingDisk]:
    with Project.open(sample_project) as project:
        yield FailingDisk(project)


@pytest.fixture
def session(qapp: Any, disk: FailingDisk) -> Session:
    return Session(disk)  # type: ignore[arg-type]


@pytest.fixture
def heard(session: Session) -> Listener:
    return Listener(session)


def has(session: Session, name: str) -> bool:
    return name in {tag.name for tag in session.project.tags()}


def new_tag(session: Session, name: str) -> bool:
    return session.attempt(lambda: add_tag(session.project, name))


def test_an_act_is_told_once_after_it_is_committed(session: Session, heard: Listener) -> None:
    assert new_tag(session, "nieuw")
    assert heard.names() == ["changed", "saved"]
    assert "nieuw" in heard.told[0][2], "who hears of a change finds it in the project"


def test_an_empty_act_counts_as_done_and_is_not_told(session: Session, heard: Listener) -> None:
    tag = session.project.tags()[0]
    assert session.attempt(lambda: rename_tag(session.project, tag.uid, tag.name))
    assert heard.names() == []
    assert session.history.undo_name is None


def test_a_refused_act_is_told_as_failed_and_changes_nothing(session: Session, heard: Listener) -> None:
    first, second = session.project.tags()[:2]
    assert not session.attempt(lambda: rename_tag(session.project, first.uid, second.name))
    assert heard.names() == ["failed"]
    assert isinstance(heard.told[0][1], ActRefused)
    assert session.history.undo_name is None
    assert session.waiting == 0, "what makes no sense is not repeated"


def test_undo_and_redo_tell_what_they_applied(session: Session, heard: Listener) -> None:
    new_tag(session, "nieuw")
    undone = session.undo()
    assert undone is not None
    assert undone.changes[0].after is None
    assert not has(session, "nieuw")
    redone = session.redo()
    assert redone is not None
    assert has(session, "nieuw")
    assert heard.names() == ["changed", "saved"] * 3
    assert [what for name, what, _ in heard.told if name == "changed"][1:] == [undone, redone]


def test_nothing_to_undo_is_not_told(session: Session, heard: Listener) -> None:
    assert session.undo() is None
    assert session.redo() is None
    assert heard.names() == []


def test_a_failed_write_leaves_project_and_history_as_they_were(
    session: Session, heard: Listener, disk: FailingDisk
) -> None:
    new_tag(session, "eerst")
    name = session.history.undo_name
    disk.full = True
    assert not new_tag(session, "dan")
    assert session.undo() is None
    assert heard.names() == ["changed", "saved", "failed", "failed"]
    assert not has(session, "dan")
    assert has(session, "eerst")
    assert session.history.undo_name == name
    assert session.history.redo_name is None


def test_what_could_not_be_written_is_repeated(session: Session, heard: Listener, disk: FailingDisk) -> None:
    disk.full = True
    new_tag(session, "later")
    assert session.waiting == 1
    assert not session.try_again(), "the disk is still full"
    disk.full = False
    assert session.try_again()
    assert has(session, "later")
    assert session.waiting == 0
    assert heard.names() == ["failed", "failed", "changed", "saved"]
    session.undo()
    assert not has(session, "later")


def test_a_failed_undo_can_be_repeated(session: Session, disk: FailingDisk) -> None:
    new_tag(session, "nieuw")
    disk.full = True
    session.undo()
    disk.full = False
    assert session.try_again()
    assert not has(session, "nieuw")


def test_only_the_last_act_waits_but_every_note(session: Session, disk: FailingDisk) -> None:
    first, second = [h for h in session.project.highlights() if h.kind == "highlight"][:2]
    disk.full = True
    for name in ("een", "twee"):
        new_tag(session, name)
    for uid, note in ((first.uid, "a"), (first.uid, "ab"), (second.uid, "c")):
        session.attempt(lambda uid=uid, note=note: set_note(session.project, uid, note))
    disk.full = False
    assert session.try_again()
    assert has(session, "twee")
    assert not has(session, "een"), "who tried again by hand does not get the act twice"
    assert session.project.highlight(first.uid).note == "ab"
    assert session.project.highlight(second.uid).note == "c"


def test_an_act_that_succeeds_replaces_the_one_that_waited(session: Session, disk: FailingDisk) -> None:
    disk.full = True
    new_tag(session, "een")
    disk.full = False
    new_tag(session, "twee")
    assert session.waiting == 0
    assert session.try_again()
    assert not has(session, "een")


def test_readings_live_as_long_as_somebody_shows_them(session: Session) -> None:
    document = session.project.documents()[0]
    reading = session.reading(document.text_uid)
    assert session.reading(document.text_uid) is reading, "panes with the same paper share it"
    assert session.reading(document.text_uid, delivered=True) is not reading
    marked = session.marks(document)
    assert session.marks(document) is marked
    gone = [weakref.ref(reading), weakref.ref(session.structure(document.text_uid)), weakref.ref(marked)]
    del reading, marked
    gc.collect()
    assert [reference() for reference in gone] == [None, None, None]


def test_marks_that_are_shown_follow_every_act(session: Session) -> None:
    document = session.project.documents()[0]
    marked = session.marks(document)
    span = Span(100, 140)
    session.run(marks.highlight_span(session.project, document.uid, span))
    assert marked.highlight_with(span) is not None
    session.undo()
    assert marked.highlight_with(span) is None


def test_closing_forgets_the_history_and_closes_the_file(session: Session, disk: FailingDisk) -> None:
    new_tag(session, "nieuw")
    path = session.project.path
    session.close()
    assert session.history.undo_name is None
    with Project.open(path) as again:
        assert "nieuw" in {tag.name for tag in again.tags()}


def test_a_text_that_was_read_ahead_is_the_one_that_is_shown(session: Session, qtbot: QtBot) -> None:
    document = session.project.documents()[0]
    got: list[ReadingText] = []
    session.read_ahead(document, got.append)
    qtbot.waitUntil(lambda: bool(got), timeout=20_000)
    assert session.reading(document.text_uid) is got[0]


def test_a_text_that_cannot_be_read_ahead_is_told(
    session: Session, heard: Listener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def broken(_uid: str) -> bytes:
        raise ProjectDamaged(path="p", reason="it is broken")

    monkeypatch.setattr(session.project, "structure", broken, raising=False)
    session.read_ahead(session.project.documents()[0], lambda _reading: pytest.fail("there is none"))
    qtbot.waitUntil(lambda: heard.names() == ["failed"], timeout=20_000)
