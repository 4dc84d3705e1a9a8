"""Large acts: written elsewhere and told piece by piece, yet in the order in which they were asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.anchor import make_highlight
from reader.domain.changes import ActName, ChangeSet, added
from reader.domain.errors import ActRefused, ProjectWriteFailed
from reader.domain.model import Highlight, Span, Tag, Tagging, new_uid
from reader.edit import documents
from reader.edit.notes import set_note
from reader.edit.tags import add_tag
from reader.importers.base import read_file
from reader.models import large_acts
from reader.models.jobs import Job
from reader.models.large_acts import LargeActs, is_large
from reader.models.session import Session
from reader.store.project import Project

LARGE = large_acts.MANY + 1
LETTER = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))


class Slow(Project):
    """A project that writes when it is let, and fails when it is told to."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.may_write = threading.Event()
        self.may_write.set()
        self.full = False
        self.writers: list[int] = []

    def apply(self, change_set: ChangeSet, step: Callable[[float], None] | None = None) -> None:
        while not self.may_write.wait(0.002):
            if step is not None:
                step(0.5)
        if self.full:
            raise ProjectWriteFailed(path="p", reason="the disk is full")
        self.writers.append(threading.get_ident())
        super().apply(change_set, step)


@pytest.fixture
def project(sample_project: Path) -> Iterator[Slow]:
    opened = Slow.open(sample_project)
    assert isinstance(opened, Slow)
    yield opened
    opened.may_write.set()
    opened.close()


@pytest.fixture
def session(qapp: Any, project: Slow) -> Iterator[Session]:
    session = Session(project)
    yield session
    session.close()


def many_tags(first: str = "een") -> ChangeSet:
    return ChangeSet(ActName("tag.add"), added(Tag(new_uid(), f"{first} {n}", 1, 1) for n in range(LARGE)))


def many_marks(project: Project) -> ChangeSet:
    """Passages with a label, all over the first paper."""
    paper, tag = project.documents()[0], project.tags()[0]
    body = project.body(paper.text_uid)
    starts = [place for place, character in enumerate(body) if character.isalpha()][::5][:LARGE]
    highlights = [make_highlight(paper.text_uid, paper.uid, body, Span(start, start + 3)) for start in starts]
    return ChangeSet(ActName("test"), added([*highlights, *(Tagging(one.uid, tag.uid) for one in highlights)]))


def names(session: Session) -> set[str]:
    return {tag.name for tag in session.project.tags()}


def at_rest(qtbot: QtBot, session: Session) -> None:
    qtbot.waitUntil(lambda: not session.large_acts.is_busy)


def test_an_act_is_large_by_its_changes_or_by_the_texts_that_come_or_go() -> None:
    few = ChangeSet(ActName("tag.add"), many_tags().changes[:-1])
    assert is_large(many_tags())
    assert not is_large(few)
    body = "a" * large_acts.LONG
    for words, large in ((body, False), (body + "a", True)):
        text = replace(read_file(LETTER).text, body=words)
        assert is_large(ChangeSet(ActName("document.import"), added([text]))) is large


def test_undo_and_redo_of_a_large_act_are_written_by_a_worker_and_told_once(
    session: Session, project: Slow, qtbot: QtBot
) -> None:
    before, told = names(session), list[ChangeSet]()
    act = many_tags()
    assert session.run(act)
    after = names(session)
    session.changed.connect(told.append)
    for step, wanted in ((session.undo, before), (session.redo, after)):
        assert step() is None, "it is not done yet"
        assert told == []
        at_rest(qtbot, session)
        assert names(session) == wanted
        assert project.writers.pop() != threading.get_ident()
        assert [set(one.changes) for one in told] == [set((act.inverse() if step == session.undo else act).changes)]
        told.clear()
    assert session.history.undo_name == act.name
    assert session.history.redo_name is None


def test_what_is_asked_for_meanwhile_comes_after_it_in_its_order(session: Session, project: Slow, qtbot: QtBot) -> None:
    before = names(session)
    assert session.run(many_tags())
    assert session.run(many_tags("twee"))
    project.may_write.clear()
    for step in (session.undo, session.undo, session.redo, session.undo):
        assert step() is None
    project.may_write.set()
    at_rest(qtbot, session)
    assert names(session) == before
    assert session.history.undo_name is None
    assert session.redo() is None
    at_rest(qtbot, session)
    assert len(names(session)) == len(before) + LARGE


def test_another_act_waits_for_it_and_forgets_what_could_be_redone(session: Session, project: Slow) -> None:
    told = list[str]()
    session.changed.connect(lambda change_set: told.append(change_set.name.key))
    assert session.run(many_tags())
    session.undo()
    assert session.attempt(lambda: add_tag(project, "later"))
    assert "later" in names(session)
    assert not any(name.startswith("een ") for name in names(session))
    assert session.history.redo_name is None
    assert [len(one) for one in (told, project.writers)] == [3, 3]
    session.undo()
    assert "later" not in names(session)


def test_an_act_about_what_is_gone_by_then_is_refused(session: Session, project: Slow) -> None:
    failed, act = list[Exception](), many_marks(project)
    session.failed.connect(failed.append)
    gone = act.changes[0].entity
    assert isinstance(gone, Highlight)
    assert session.run(act)
    session.undo()
    assert not session.attempt(lambda: set_note(project, gone.uid, "nieuw"))
    assert [type(error) for error in failed] == [ActRefused]


def test_a_piece_of_an_import_that_comes_meanwhile_is_told_after_it(
    session: Session, project: Slow, qtbot: QtBot
) -> None:
    told = list[str]()
    session.changed.connect(lambda change_set: told.append(change_set.name.key))
    assert session.run(many_tags())
    piece = ChangeSet(ActName("document.import"), added([Tag(new_uid(), "ingelezen", 1, 1)]), "import")
    project.apply(piece)
    told.clear()
    session.undo()
    session.remember(piece)
    assert told == []
    at_rest(qtbot, session)
    assert told == ["tag.add", "document.import"]
    assert session.history.undo_name == piece.name


def test_a_large_act_that_is_there_already_is_told_and_can_be_taken_back(
    session: Session, project: Slow, qtbot: QtBot
) -> None:
    told, act = list[ChangeSet](), many_tags()
    session.changed.connect(told.append)
    project.apply(act)
    session.remember(act)
    assert session.history.undo_name == act.name
    at_rest(qtbot, session)
    assert told == [act]


def test_what_could_not_be_written_leaves_all_as_it_was_and_can_be_tried_again(
    session: Session, project: Slow, qtbot: QtBot
) -> None:
    failed, told, act = list[Exception](), list[ChangeSet](), many_tags()
    before = names(session)
    assert session.run(act)
    session.failed.connect(failed.append)
    session.changed.connect(told.append)
    project.full = True
    session.undo()
    session.undo()  # this one does not come either
    at_rest(qtbot, session)
    assert [type(error) for error in failed] == [ProjectWriteFailed]
    assert (told, session.waiting, len(names(session))) == ([], 1, len(before) + LARGE)
    assert session.history.undo_name == act.name
    project.full = False
    assert session.try_again()
    assert names(session) == before


def test_a_stopped_act_leaves_all_as_it_was(session: Session, project: Slow, qtbot: QtBot) -> None:
    jobs, failed = list[Job](), list[Exception]()
    session.large_acts.slow.connect(jobs.append)
    session.failed.connect(failed.append)
    assert session.run(many_tags())
    after = names(session)
    project.may_write.clear()
    session.undo()
    qtbot.waitUntil(lambda: bool(jobs))
    jobs[0].cancel()
    at_rest(qtbot, session)
    assert names(session) == after
    assert failed == []
    assert session.history.undo_name is not None


def test_an_act_that_is_stopped_half_way_is_rolled_back(project: Slow) -> None:
    before = project.tags()

    def step(share: float) -> None:
        if share > 0.5:
            raise TimeoutError

    with pytest.raises(TimeoutError):
        project.apply(many_tags(), step)
    assert Project.tags(project) == before
    assert {tag.uid for tag in project.tags()} == {tag.uid for tag in before}
    project.apply(add_tag(project, "daarna"))
    assert "daarna" in {tag.name for tag in project.tags()}


def test_closing_gives_it_up_and_the_file_is_as_it_was(session: Session, project: Slow, sample_project: Path) -> None:
    assert session.run(many_tags())
    after = names(session)
    project.may_write.clear()
    session.undo()
    session.close()
    with Project.open(sample_project) as again:
        assert {tag.name for tag in again.tags()} == after


def test_marks_that_are_shown_follow_when_it_is_told(session: Session, project: Slow, qtbot: QtBot) -> None:
    shown = session.marks(project.documents()[0])
    before = [(one, shown.tags_of(one.uid)) for one in shown.highlights()]
    assert session.run(many_marks(project))
    after = [(one, shown.tags_of(one.uid)) for one in shown.highlights()]
    assert len(after) == len(before) + LARGE
    session.undo()
    at_rest(qtbot, session)
    assert [(one, shown.tags_of(one.uid)) for one in shown.highlights()] == before
    session.redo()
    at_rest(qtbot, session)
    assert [(one, shown.tags_of(one.uid)) for one in shown.highlights()] == after


def test_papers_that_were_removed_come_back_whole(session: Session, project: Slow, qtbot: QtBot) -> None:
    uids = [one.uid for one in project.documents()]
    bodies = {one.text_uid: project.body(one.text_uid) for one in project.documents()}
    assert session.run(documents.remove_documents(project, uids))
    assert session.undo() is None
    at_rest(qtbot, session)
    assert {one.text_uid: project.body(one.text_uid) for one in project.documents()} == bodies


class Turns(QObject):
    """Counts the turns of the event loop that were given to something else."""

    def __init__(self) -> None:
        super().__init__()
        self.number = 0

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self.number += 1
            QApplication.postEvent(self, QEvent(QEvent.Type.User))
        return super().event(event)


def test_others_have_a_turn_between_two_stages(qapp: Any, qtbot: QtBot) -> None:
    acts, turns, seen = LargeActs(), Turns(), list[int]()
    QApplication.postEvent(turns, QEvent(QEvent.Type.User))
    acts.tell([lambda: seen.append(turns.number)] * 3)
    qtbot.waitUntil(lambda: not acts.is_busy)
    assert len(set(seen)) == 3
    QApplication.removePostedEvents(turns)


def test_a_stage_that_fails_does_not_keep_the_others_from_their_turn(qapp: Any) -> None:
    acts, seen, ended = LargeActs(), list[str](), list[bool]()
    acts.ended.connect(lambda: ended.append(True))

    def fails() -> None:
        raise ValueError("a fault")

    acts.tell([fails, lambda: seen.append("next")])
    with pytest.raises(ValueError, match="a fault"):
        acts.finish()
    acts.finish()
    assert (seen, ended, acts.is_busy) == (["next"], [True], False)
