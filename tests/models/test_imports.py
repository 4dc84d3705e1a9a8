"""An import in an open project: what is read waits for the user, what is stored is one step, nothing is lost."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.domain.changes import ChangeSet
from reader.domain.errors import FileEmpty, FileUnreadable, ProjectWriteFailed, ReaderError
from reader.domain.model import Document
from reader.edit.tags import add_tag
from reader.models import import_files
from reader.models.import_files import files_in
from reader.models.import_rows import ImportRow
from reader.models.imports import ImportRun
from reader.models.jobs import Jobs
from reader.models.session import Session
from reader.store.project import Project

PAPER = "Brief van de minister van Justitie\n\nAan de Voorzitter van de Tweede Kamer\n\nHierbij stuur ik u stuk {n}.\n"
LOCKED = Path(__file__).parents[1] / "files" / "pdf" / "locked.pdf"

Start = Callable[..., ImportRun]


@pytest.fixture
def session(tmp_path: Path, qapp: object) -> Iterator[Session]:
    session = Session(Project.create(tmp_path / "project.vindplaats"))
    yield session
    session.close()


@pytest.fixture
def make(session: Session) -> Iterator[Start]:
    """Make an import that reads nothing yet."""
    jobs = Jobs()
    runs: list[ImportRun] = []

    def make_run(*, review: bool = True) -> ImportRun:
        runs.append(ImportRun(session, jobs, review=review))
        return runs[-1]

    yield make_run
    jobs.stop()
    for run in runs:
        run.close()


@pytest.fixture
def start(make: Start, qtbot: QtBot) -> Start:
    """Begin an import and wait until nothing is going on."""

    def begin(paths: list[Path], *, review: bool = True) -> ImportRun:
        run = make(review=review)
        with qtbot.waitSignal(run.idle, timeout=20_000):
            run.add(paths, "Importing")
        return run

    return begin


@pytest.fixture
def papers(tmp_path: Path) -> Callable[[int], list[Path]]:
    def make(count: int) -> list[Path]:
        files = [tmp_path / f"stuk-{n}.txt" for n in range(count)]
        for n, file in enumerate(files):
            file.write_text(PAPER.format(n=n), encoding="utf-8")
        return files

    return make


def store(run: ImportRun, qtbot: QtBot) -> None:
    with qtbot.waitSignal(run.idle, timeout=20_000):
        run.store("Importing")


def states(run: ImportRun) -> list[tuple[str, str]]:
    return [(row.name, row.state) for row in run.rows.rows]


def titles(session: Session) -> list[str]:
    return [document.title for document in session.project.documents()]


def test_papers_wait_until_they_are_stored(
    session: Session, start: Start, papers: Callable[[int], list[Path]], qtbot: QtBot
) -> None:
    run = start(papers(3))
    assert [row.state for row in run.rows.rows] == ["ready"] * 3
    assert titles(session) == []
    first, second, third = run.rows.rows
    assert first.document is not None
    run.correct(first.key, replace(first.document, title="Een betere titel", date="2018-04"))
    run.rows.change(second.key, chosen=False)
    store(run, qtbot)
    assert [row.state for row in run.rows.rows] == ["stored", "ready", "stored"]
    assert [(one.title, one.date, one.source_name, one.position) for one in session.project.documents()] == [
        ("Een betere titel", "2018-04", "stuk-0.txt", 0),
        ("Brief van de minister van Justitie", None, "stuk-2.txt", 1),
    ]
    assert third.document is not None
    assert [hit.document_uid for hit in session.project.search("stuk 2")] == [third.document.uid]


def test_an_import_is_one_step_and_comes_back_whole(
    session: Session, start: Start, papers: Callable[[int], list[Path]], qtbot: QtBot
) -> None:
    told = []
    session.changed.connect(told.append)
    store(start(papers(12)), qtbot)
    texts = {one.uid: session.project.text(one.text_uid) for one in session.project.documents()}
    assert len(texts) == 12
    assert session.history.undo_name is not None
    assert len(session.history.undo_name.words) == 12
    session.undo()
    assert (titles(session), session.history.undo_name) == ([], None)
    assert session.project.search("Justitie") == []
    session.redo()
    assert {one.uid: session.project.text(one.text_uid) for one in session.project.documents()} == texts
    assert len(session.project.search("Justitie")) == 12
    assert len(told) < 12 + 2  # papers that come in close behind each other are told of together


def test_what_cannot_be_done_again_is_removed_in_the_background(
    session: Session, start: Start, papers: Callable[[int], list[Path]], qtbot: QtBot
) -> None:
    store(start(papers(3)), qtbot)
    uids = {document.text_uid for document in session.project.documents()}
    session.undo()
    assert len(session.project.papers_aside()) == 3
    assert session.attempt(lambda: add_tag(session.project, "sluizen"))
    qtbot.waitUntil(lambda: not session.project.papers_aside(), timeout=20_000)
    for uid in uids:
        with pytest.raises(KeyError):
            session.project.body(uid)
    assert session.undo() is not None
    assert session.undo() is None
    assert [row.state for row in start(papers(3)).rows.rows] == ["ready"] * 3


def test_taking_back_what_came_in_so_far_leaves_what_comes_later(
    session: Session, make: Start, papers: Callable[[int], list[Path]], qtbot: QtBot
) -> None:
    taken: list[int] = []

    def take_back(change_set: ChangeSet) -> None:
        if not taken:
            taken.append(len(list(change_set.of(Document))))
            session.undo()

    session.changed.connect(take_back)
    run = make(review=False)
    with qtbot.waitSignal(run.idle, timeout=20_000):
        run.add(papers(60), "Importing")
    assert taken[0] > 0
    assert len(titles(session)) == 60 - taken[0]
    if taken[0] < 60:
        qtbot.waitUntil(lambda: not session.project.papers_aside(), timeout=20_000)
        assert session.history.redo_name is None
        session.undo()
    assert titles(session) == []


def test_what_a_crash_left_aside_is_removed_when_the_project_is_shown(
    session: Session, start: Start, papers: Callable[[int], list[Path]], qtbot: QtBot
) -> None:
    store(start(papers(2)), qtbot)
    session.project.set_aside([document.uid for document in session.project.documents()])
    shown_again = Session(session.project)
    qtbot.waitUntil(lambda: not session.project.papers_aside(), timeout=20_000)
    assert titles(shown_again) == []


def test_without_review_each_paper_is_stored_as_it_comes(
    session: Session, start: Start, papers: Callable[[int], list[Path]]
) -> None:
    run = start(papers(4), review=False)
    assert [row.state for row in run.rows.rows] == ["stored"] * 4
    assert len(titles(session)) == 4
    session.undo()
    assert titles(session) == []


def test_what_is_there_already_is_left_out(
    session: Session, start: Start, papers: Callable[[int], list[Path]], tmp_path: Path, qtbot: QtBot
) -> None:
    [file] = papers(1)
    twin = tmp_path / "kopie.txt"
    twin.write_bytes(file.read_bytes())
    run = start([file, twin])
    assert states(run) == [("stuk-0.txt", "ready"), ("kopie.txt", "known")]
    store(run, qtbot)
    again = start([twin])
    assert [(row.state, row.known_as) for row in again.rows.rows] == [("known", "Brief van de minister van Justitie")]
    other_line_ends = tmp_path / "andere-regels.txt"
    other_line_ends.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert [row.state for row in start([other_line_ends]).rows.rows] == ["known"]


def test_an_error_of_one_file_does_not_stop_the_others_and_can_be_tried_again(
    start: Start, papers: Callable[[int], list[Path]], tmp_path: Path, qtbot: QtBot
) -> None:
    [good] = papers(1)
    empty, gone = tmp_path / "leeg.txt", tmp_path / "weg.txt"
    empty.write_bytes(b"")
    run = start([empty, good, gone])
    assert [row.state for row in run.rows.rows] == ["refused", "ready", "refused"]
    assert [type(row.error) for row in run.rows.rows] == [FileEmpty, type(None), FileUnreadable]
    empty.write_text(PAPER.format(n="nu wel"), encoding="utf-8")
    with qtbot.waitSignal(run.idle, timeout=20_000):
        run.again("Importing")
    assert [row.state for row in run.rows.rows] == ["ready", "ready", "refused"]


def test_every_paper_in_an_archive_has_a_row(start: Start, tmp_path: Path, qtbot: QtBot, session: Session) -> None:
    bundle = tmp_path / "bundel.zip"
    with zipfile.ZipFile(bundle, "w") as archive:
        archive.writestr("a.txt", PAPER.format(n="a"))
        archive.write(LOCKED, "b.pdf")
        archive.writestr("c.txt", PAPER.format(n="c"))
    run = start([bundle])
    assert states(run) == [("bundel.zip/a.txt", "ready"), ("bundel.zip/b.pdf", "locked"), ("bundel.zip/c.txt", "ready")]
    store(run, qtbot)
    assert [one.source_name for one in session.project.documents()] == ["bundel.zip/a.txt", "bundel.zip/c.txt"]


def test_a_wrong_password_is_asked_for_again_and_opens_only_its_file(start: Start, qtbot: QtBot) -> None:
    run = start([LOCKED])
    [row] = run.rows.rows
    assert row.state == "locked"
    with qtbot.waitSignal(run.idle, timeout=20_000):
        run.unlock(row.key, "wrong", "Importing")
    assert [row.state for row in run.rows.rows] == ["locked"]


def test_stopping_keeps_what_was_read_and_the_rest_can_be_read_later(
    make: Start, papers: Callable[[int], list[Path]], qtbot: QtBot
) -> None:
    run = make()
    stop_at_two = run.rows.counts_changed.connect(lambda: run.stop() if run.rows.count("ready") == 2 else None)
    with qtbot.waitSignal(run.idle, timeout=20_000):
        run.add(papers(60), "Importing")
    assert run.was_stopped
    ready = run.rows.count("ready")
    assert 2 <= ready < 60
    assert run.rows.count("waiting") == 60 - ready
    run.rows.counts_changed.disconnect(stop_at_two)
    with qtbot.waitSignal(run.idle, timeout=20_000):
        run.again("Importing")
    assert run.rows.count("ready") == 60


def test_files_added_while_others_are_read_come_behind_them(
    make: Start, papers: Callable[[int], list[Path]], qtbot: QtBot
) -> None:
    run = make()
    first, second, third = papers(3)
    with qtbot.waitSignal(run.idle, timeout=20_000):
        run.add([first], "Importing")
        run.add([second, third], "Importing")
    assert states(run) == [("stuk-0.txt", "ready"), ("stuk-1.txt", "ready"), ("stuk-2.txt", "ready")]


def test_a_pasted_text_is_a_paper(session: Session, make: Start, qtbot: QtBot) -> None:
    run = make()
    with qtbot.waitSignal(run.idle, timeout=20_000):
        run.add_text("Brief over détentie\n\nGeachte voorzitter,\n\nHierbij.\n", "Geplakte tekst.txt", "Importing")
    [row] = run.rows.rows
    assert (row.name, row.state) == ("Geplakte tekst.txt", "ready")
    store(run, qtbot)
    [document] = session.project.documents()
    assert session.project.body(document.text_uid).startswith("Brief over détentie\n")


def test_what_cannot_be_stored_waits(
    session: Session, start: Start, papers: Callable[[int], list[Path]], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = start(papers(2))
    failed: list[ReaderError] = []
    run.failed.connect(failed.append)

    def full(*_arguments: object) -> None:
        raise ProjectWriteFailed(path="p", reason="the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(Project, "add_paper", full)
        store(run, qtbot)
    assert [type(error) for error in failed] == [ProjectWriteFailed]
    assert [row.state for row in run.rows.rows] == ["ready", "ready"]
    store(run, qtbot)
    assert len(titles(session)) == 2


def test_closing_the_project_forgets_what_was_not_stored(
    session: Session, start: Start, papers: Callable[[int], list[Path]]
) -> None:
    run = start(papers(2))
    parked = [row.parked.file for row in run.rows.rows if row.parked is not None]
    assert all(file.exists() for file in parked)
    closed: list[object] = []
    run.closed.connect(lambda: closed.append(True))
    session.close()
    assert run.is_closed
    assert closed
    assert not any(file.exists() for file in parked)


def test_folders_are_walked_without_what_is_hidden_or_no_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.txt", "a.pdf", ".verborgen.txt", "catalogue.toml", "x.vindplaats", "Thumbs.db"):
        (tmp_path / name).write_bytes(b"x")
    for folder in ("onder", ".git"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "c.txt").write_bytes(b"x")
    (tmp_path / "onder" / "terug").symlink_to(tmp_path)
    names = [file.relative_to(tmp_path).as_posix() for file in files_in([tmp_path])]
    assert names == ["a.pdf", "b.txt", "onder/c.txt"]
    assert list(files_in([tmp_path / ".verborgen.txt"])) == [tmp_path / ".verborgen.txt"]  # asked for by name
    monkeypatch.setattr(import_files, "MOST_FILES", 2)
    with pytest.raises(FileUnreadable, match="more than 2 files"):
        list(files_in([tmp_path]))


def test_the_rows_keep_qt_rules(start: Start, papers: Callable[[int], list[Path]], qtmodeltester: object) -> None:
    run = start(papers(3))
    qtmodeltester.check(run.rows)  # type: ignore[attr-defined]
    run.rows.add([ImportRow(99, "x", Path("x"))], behind=run.rows.rows[0].key)
    run.rows.choose_all(False)
    assert run.rows.wanted() == []
    assert [row.name for row in run.rows.rows][1] == "x"
