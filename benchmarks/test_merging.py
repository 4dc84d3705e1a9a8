"""Merging two copies of 5,000 highlights, 2,000 edits on each side: how long it takes; how undo holds the window."""

from __future__ import annotations

import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.large_project import scattered
from benchmarks.papers import LONGEST
from benchmarks.test_importing import write_papers
from reader.app import Desk, make_desk
from reader.config import Settings
from reader.domain.changes import ActName, Change, ChangeSet, added, removed
from reader.domain.model import Tag, new_uid
from reader.edit.documents import add_documents, remove_documents
from reader.edit.merging import merge
from reader.edit.versions import NewPlace, add_version
from reader.importers.base import read_file
from reader.models.highlights import DocumentMarks
from reader.models.merging import take_in
from reader.store.project import Project

HIGHLIGHTS, EDITS, PAPERS, CARRIED = 5000, 2000, 200, 1000
ROUNDS = 5
PATIENCE = 60  # seconds
Figure = Callable[[str, float], None]


@pytest.fixture(scope="module")
def two_copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, Project]]:
    """Two projects that were one: on each side notes, new highlights with a label, and deletions."""
    folder = tmp_path_factory.mktemp("merging")
    paper = read_file(LONGEST)
    tags = [Tag(new_uid(), f"label {number}", number, number, digit=number, position=number) for number in range(1, 6)]
    with Project.create(folder / "a.vindplaats") as made:
        made.apply(add_documents(made, [(paper.document, paper.text)]))
        highlights, taggings = scattered(paper.document, paper.text, tags, HIGHLIGHTS)
        made.apply(ChangeSet(ActName("test"), added([*tags, *highlights, *taggings])))
    shutil.copy(folder / "a.vindplaats", folder / "b.vindplaats")
    with Project.open(folder / "a.vindplaats") as ours, Project.open(folder / "b.vindplaats") as theirs:
        for side, (project, first) in enumerate(((ours, 0), (theirs, 700))):
            _edit(project, first, side, tags)
        yield ours, theirs


def _edit(project: Project, first: int, side: int, tags: list[Tag]) -> None:
    there = project.highlights()
    moment = f"2100-01-0{side + 1}T00:00:00.000Z"
    changes = [
        Change(one, replace(one, note=f"note of {side}", modified_at=moment)) for one in there[first : first + 1000]
    ]
    document = project.documents()[0]
    text = project.text(document.text_uid)
    new, given = scattered(document, text, tags, 500)
    gone = there[-500:] if side else []
    lost = [one for one in project.taggings() if one.highlight_uid in {other.uid for other in gone}]
    project.apply(ChangeSet(ActName("test"), (*changes, *added([*new, *given]), *removed([*lost, *gone]))))


@pytest.mark.budget("merge")
def test_merging_2_x_2_000_edits_on_5_000_highlights(
    benchmark: BenchmarkFixture, two_copies: tuple[Project, Project]
) -> None:
    """Reading both sides, merging and saving, under 1 s; then it is taken back for the next round."""
    ours, theirs = two_copies

    def take_in() -> ChangeSet:
        change_set = merge(ours.collection(), theirs.collection(), "b").change_set
        ours.apply(change_set)
        return change_set

    def back() -> None:
        if done:
            ours.apply(done.pop().inverse())

    done: list[ChangeSet] = []
    benchmark.pedantic(lambda: done.append(take_in()), setup=back, rounds=5, warmup_rounds=1)
    assert len(done[-1].changes) > EDITS
    assert not merge(ours.collection(), theirs.collection(), "b").change_set


def test_merging_alone(benchmark: BenchmarkFixture, two_copies: tuple[Project, Project]) -> None:
    ours, theirs = two_copies
    mine, other = ours.collection(), theirs.collection()
    benchmark.pedantic(merge, (mine, other), rounds=5, warmup_rounds=1)


def test_marks_of_a_paper_that_is_shown_follow_a_merge(
    benchmark: BenchmarkFixture, two_copies: tuple[Project, Project]
) -> None:
    """The part of the main thread: a merge of thousands of changes comes into the marks, and is taken back."""
    ours, theirs = two_copies
    change_set = merge(ours.collection(), theirs.collection(), "b").change_set or _again(ours)
    marks = DocumentMarks(ours, ours.documents()[0])

    def there_and_back() -> None:
        marks.apply(change_set)
        marks.apply(change_set.inverse())

    benchmark.pedantic(there_and_back, rounds=5, warmup_rounds=1)
    assert len(marks) == len(ours.highlights())


def _again(project: Project) -> ChangeSet:
    """Thousands of changes of a paper: another note at each highlight."""
    return ChangeSet(ActName("test"), tuple(Change(one, replace(one, note="anders")) for one in project.highlights()))


class Turns:
    """Notes when each turn of the event loop begins, and so how long the window was held at most (ms)."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, 0.0

    def _on_turn(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def during(self, desk: Desk, act: Callable[[], object]) -> float:
        """The longest turn from a large act of the history until all views have shown it."""
        session = desk.window.session
        assert session is not None
        loop, waking, late = QEventLoop(), QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer), QTimer()
        dispatcher, ended = QAbstractEventDispatcher.instance(), []

        def on_end() -> None:
            ended.append(True)
            QTimer.singleShot(300, loop.quit)  # the views paint

        session.large_acts.ended.connect(on_end)
        late.singleShot(PATIENCE * 1000, loop.quit)
        QTimer.singleShot(0, act)
        waking.start()
        self._last = time.perf_counter()
        dispatcher.awake.connect(self._on_turn)
        loop.exec()
        dispatcher.awake.disconnect(self._on_turn)
        session.large_acts.ended.disconnect(on_end)
        waking.stop()
        assert ended, "it was no large act, or takes too long"
        return self.longest


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """The window, without a project."""
    settings = Settings.load(tmp_path / "settings")
    for option, value in {"language": "en", "open_last": False}.items():
        settings.set(option, value)
    desk = make_desk(settings)
    desk.window.resize(1440, 900)
    desk.window.show()
    yield desk
    desk.close()
    QApplication.processEvents()


def _settle() -> None:
    """Let the window come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(500, loop.quit)
    loop.exec()


def _there_and_back(desk: Desk) -> float:
    """The median of the longest holds by undo and redo, after a round that nobody measures."""
    held = []
    for _round in range(ROUNDS + 1):
        held += [Turns().during(desk, desk.window.acts.undo), Turns().during(desk, desk.window.acts.redo)]
    return statistics.median(held[2:])


@pytest.mark.parametrize("listed", [False, True])
def test_undo_of_a_merge(
    desk: Desk, two_copies: tuple[Project, Project], tmp_path: Path, figure: Figure, *, listed: bool
) -> None:
    ours, theirs = two_copies
    mine, other = tmp_path / "a.vindplaats", tmp_path / "b.vindplaats"
    ours.save_copy(mine)
    theirs.save_copy(other)
    desk.window.open_path(str(mine))
    view, session = desk.window.project_view, desk.window.session
    assert session is not None
    view.open_document(session.project.documents()[0].uid)
    if listed:
        view.set_mode("excerpts")
        view.excerpts.model.arrange("label")
    taken = take_in(session.project, other, lambda _share: None)
    change_set = taken.change_set if taken is not None else _again(session.project)
    if taken is None:  # a benchmark before this one merged them
        session.project.apply(change_set)
    session.remember(change_set)
    _settle()
    figure("merge-list-held" if listed else "merge-undo-held", _there_and_back(desk))


def test_undo_of_removing_many_papers(desk: Desk, tmp_path: Path, figure: Figure) -> None:
    with Project.create(tmp_path / "p.vindplaats") as project:
        papers = [read_file(path) for path in write_papers(tmp_path / "in")[:PAPERS]]
        project.apply(add_documents(project, [(one.document, one.text) for one in papers]))
    desk.window.open_path(str(tmp_path / "p.vindplaats"))
    session = desk.window.session
    assert session is not None
    assert session.run(remove_documents(session.project, [one.uid for one in session.project.documents()]))
    _settle()
    figure("papers-undo-held", _there_and_back(desk))


def test_undo_of_a_new_version(desk: Desk, tmp_path: Path, figure: Figure) -> None:
    old = read_file(LONGEST)
    changed = tmp_path / LONGEST.name
    changed.write_bytes(LONGEST.read_bytes() + b"\nEen regel erbij.\n")
    new = read_file(changed)
    tags = [Tag(new_uid(), f"label {number}", number, number) for number in range(1, 6)]
    highlights, taggings = scattered(old.document, old.text, tags, CARRIED)
    with Project.create(tmp_path / "p.vindplaats") as project:
        project.apply(add_documents(project, [(old.document, old.text)]))
        project.apply(ChangeSet(ActName("test"), added([*tags, *highlights, *taggings])))
    desk.window.open_path(str(tmp_path / "p.vindplaats"))
    session = desk.window.session
    assert session is not None
    desk.window.project_view.open_document(old.document.uid)
    places = {one.uid: NewPlace(one.span) for one in highlights}
    assert session.run(add_version(session.project, old.document.uid, (new.document, new.text), places))
    _settle()
    figure("version-undo-held", _there_and_back(desk))
