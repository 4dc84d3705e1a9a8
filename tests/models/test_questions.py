"""The questions of a paper in an open project: found in the background, kept up to date by every act."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from reader.domain.model import ANSWERED_BY, Span
from reader.edit import documents, links, questions, units
from reader.importers.base import read_file
from reader.models.questions import PaperQuestions, ProjectQuestions
from reader.models.session import Session
from reader.store.project import Project
from tests.questions.papers import CONSULTATION, HEAD, lines


@pytest.fixture
def session(qapp: QCoreApplication, tmp_path: Path) -> Iterator[Session]:
    project = Project.create(tmp_path / "questions.vindplaats")
    session = Session(project, "Test")
    session.failed.connect(pytest.fail)
    yield session
    session.close()


@pytest.fixture
def found(session: Session) -> Iterator[ProjectQuestions]:
    found = ProjectQuestions(session)
    yield found
    found.stop()


def add(session: Session, folder: Path, title: str, body: str) -> str:
    path = folder / f"{title}.txt"
    path.write_text(body, encoding="utf-8")
    imported = read_file(path)
    assert session.run(documents.add_documents(session.project, [(imported.document, imported.text)]))
    return imported.document.uid


@pytest.fixture
def paper(session: Session, found: ProjectQuestions, tmp_path: Path, qtbot: QtBot) -> PaperQuestions:
    uid = add(session, tmp_path, "consultation", CONSULTATION)
    paper = found.paper(session.project.document(uid))
    paper.want_board()
    qtbot.waitUntil(lambda: paper.stage == "board", timeout=5000)
    return paper


def accept(session: Session, paper: PaperQuestions, question: str, answer: str) -> None:
    assert session.attempt(
        lambda: questions.accept(
            session.project, paper.question_place(question), paper.answer_place(answer), author=session.author
        )
    )


def proposed(paper: PaperQuestions) -> tuple[str, str]:
    """A question and the answer that is proposed for it."""
    row = next(row for row in paper.board.rows.values() if row.candidates)
    return row.question.id, row.candidates[0].answer


def test_the_units_come_before_the_proposals(
    session: Session, found: ProjectQuestions, tmp_path: Path, qtbot: QtBot
) -> None:
    uid = add(session, tmp_path, "consultation", CONSULTATION)
    paper = found.paper(session.project.document(uid))
    with qtbot.waitSignal(paper.changed, timeout=5000) as heard:
        paper.want_units()
    assert heard.args == [None]
    assert (paper.stage, len(paper.exchange.questions) > 0) == ("units", True)
    assert not any(row.candidates for row in paper.board.rows.values())
    with qtbot.waitSignal(paper.changed, timeout=5000):
        paper.want_board()
    assert any(row.candidates for row in paper.board.rows.values())


def test_a_paper_is_read_once_for_all_who_show_it(paper: PaperQuestions, found: ProjectQuestions) -> None:
    assert found.paper(paper.asking) is paper
    paper.want_board()
    assert not paper.is_busy


def test_every_decision_tells_which_rows_differ_and_can_be_undone(session: Session, paper: PaperQuestions) -> None:
    heard: list[object] = []
    paper.changed.connect(heard.append)
    question, answer = proposed(paper)
    before = paper.board.rows
    accept(session, paper, question, answer)
    assert paper.board.rows[question].state == "confirmed"
    assert question in frozenset().union(*heard)  # type: ignore[arg-type]
    session.undo()
    assert paper.board.rows == before
    place = paper.question_place(question)
    assert session.attempt(lambda: questions.reject(session.project, place, paper.answer_place(answer)))
    assert answer not in [one.answer for one in paper.board.rows[question].candidates]
    session.undo()
    assert session.attempt(lambda: questions.set_open(session.project, place, True, decision=None))
    assert paper.board.rows[question].state == "open"
    session.undo()
    assert paper.board.rows == before


def test_a_label_does_not_concern_the_board(session: Session, paper: PaperQuestions) -> None:
    from reader.edit.marks import highlight_span

    heard: list[object] = []
    paper.changed.connect(heard.append)
    assert session.run(highlight_span(session.project, paper.asking.uid, Span(0, 5)))
    assert heard == []


def test_units_changed_by_the_user_are_there_at_once_and_undone(
    session: Session, paper: PaperQuestions, qtbot: QtBot
) -> None:
    before = list(paper.board.rows)
    question, answer = proposed(paper)
    accept(session, paper, question, answer)
    uid, span = paper.question_place(question)
    with qtbot.waitSignal(paper.changed, timeout=5000):
        assert session.attempt(
            lambda: units.split_unit(session.project, uid, "question", span, (span.start + span.end) // 2)
        )
    assert len(paper.board.rows) == len(before) + 1
    assert paper.board.states["confirmed"] == 1, "the accepted answer stays with the larger part"
    with qtbot.waitSignal(paper.changed, timeout=5000):
        session.undo()
    assert list(paper.board.rows) == before


def test_decisions_are_there_when_the_project_is_opened_again(
    session: Session, paper: PaperQuestions, found: ProjectQuestions, qtbot: QtBot
) -> None:
    question, answer = proposed(paper)
    accept(session, paper, question, answer)
    other = next(one for one in paper.board.rows if one != question)
    assert session.attempt(
        lambda: questions.set_open(session.project, paper.question_place(other), True, decision=None)
    )
    rows = {name: (row.state, [link.answer for link in row.links]) for name, row in paper.board.rows.items()}
    path = session.project.path
    found.stop()
    session.close()
    with Project.open(path) as project:
        again = Session(project)
        papers = ProjectQuestions(again)
        anew = papers.paper(project.document(paper.asking.uid))
        anew.want_board()
        qtbot.waitUntil(lambda: anew.stage == "board", timeout=5000)
        assert {name: (row.state, [link.answer for link in row.links]) for name, row in anew.board.rows.items()} == rows
        papers.stop()


def test_an_answer_that_was_linked_by_hand_in_another_paper(
    session: Session, paper: PaperQuestions, tmp_path: Path
) -> None:
    other = add(session, tmp_path, "letter", "Brief over de Maas\n\nDe vissen in de Maas krijgen een vistrap.\n")
    question = next(iter(paper.board.rows))
    end = (other, Span(20, 60))
    assert session.attempt(lambda: links.link(session.project, paper.question_place(question), end, ANSWERED_BY.uid))
    row = paper.board.rows[question]
    assert (row.state, row.links[0].answer, row.links[0].span) == ("confirmed", None, Span(20, 60))


def test_stopping_leaves_the_paper_as_it_was(session: Session, found: ProjectQuestions, tmp_path: Path) -> None:
    uid = add(session, tmp_path, "consultation", CONSULTATION * 20)
    paper = found.paper(session.project.document(uid))
    paper.want_board()
    heard: list[object] = []
    paper.changed.connect(heard.append)
    found.stop()
    QCoreApplication.processEvents()
    assert (paper.stage, heard) == ("waiting", [])
    paper.want_board()
    QCoreApplication.processEvents()
    assert paper.stage == "waiting"
    assert session.project.decisions() == []


def test_questions_and_answers_in_two_papers(
    session: Session, found: ProjectQuestions, tmp_path: Path, qtbot: QtBot
) -> None:
    asked = lines(HEAD[0], "Vraag 1", "Klopt het dat de sluizen dicht zijn?", "Vraag 2", "Wanneer gaan ze weer open?")
    answered = lines(*HEAD, "Antwoord 1", "Ja, dat klopt.", "Antwoord 2", "In mei.")
    first = add(session, tmp_path, "Vragen over de sluizen bij Terneuzen", asked)
    second = add(session, tmp_path, "Antwoorden over de sluizen bij Terneuzen", answered)
    project = session.project
    with qtbot.waitSignal(found.partners_found, timeout=5000) as heard:
        found.look_for_partners(project.document(first))
    assert heard.args is not None
    assert [(one.asking.uid, one.answering.uid) for one in heard.args[1]] == [(first, second)]
    paper = found.paper(project.document(first), project.document(second))
    paper.want_board()
    qtbot.waitUntil(lambda: paper.stage == "board", timeout=5000)
    assert [row.state for row in paper.board.rows.values()] == ["suggested", "suggested"]
    question, answer = proposed(paper)
    accept(session, paper, question, answer)
    assert paper.board.rows[question].state == "confirmed"
    assert {link.origin for link in project.links()} == {"suggestion"}
