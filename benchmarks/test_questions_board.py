"""How long a user waits for the questions board: a paper of 500 questions is shown, scrolled and decided on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import quantiles
from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from reader.edit import documents, questions
from reader.importers.base import read_file
from reader.models.questions import PaperQuestions, ProjectQuestions
from reader.models.session import Session
from reader.store.project import Project
from reader.ui.questions_board import QuestionsBoard
from reader.ui.theme import Theme

SUBJECTS = ("sluizen", "stikstof", "woningbouw", "huisartsen", "spoorlijnen", "visserij", "gevangenissen", "cultuur")
FRACTIES = ("VVD", "D66", "CDA", "SP", "BBB")
SECTIONS = 50


def consultation() -> str:
    """A written consultation with 500 questions: 50 sections, five fracties, two questions each."""
    asked, answered = ["I Vragen en opmerkingen vanuit de fracties"], ["II Antwoord / Reactie van de minister"]
    for number in range(1, SECTIONS + 1):
        title = f"{number}. {SUBJECTS[number % len(SUBJECTS)].capitalize()} in regio {number}"
        asked.append(title)
        answered.append(title)
        for place, fractie in enumerate(FRACTIES):
            one, other = SUBJECTS[(number + place) % 8], SUBJECTS[(number + place + 3) % 8]
            asked.append(
                f"De leden van de {fractie}-fractie vragen de minister hoeveel {one} er in regio {number} bijkomen. "
                f"Graag vernemen deze leden ook welk bedrag voor {other} is begroot en wanneer dat overzicht komt."
            )
            answered.append(
                f"De leden van de {fractie}-fractie vragen naar het aantal {one} in regio {number}. Er komen er "
                f"{number * 7} bij."
            )
            answered.append(f"Wat betreft het bedrag voor {other}: daarvoor is {number} miljoen euro begroot.")
    return "\n\n".join([*asked, *answered]) + "\n"


@pytest.fixture(scope="module")
def paper(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Session, ProjectQuestions, str]]:
    folder = tmp_path_factory.mktemp("board")
    path = folder / "overleg.txt"
    path.write_text(consultation(), encoding="utf-8")
    session = Session(Project.create(folder / "board.vindplaats"), "Bench")
    imported = read_file(path)
    assert session.run(documents.add_documents(session.project, [(imported.document, imported.text)]))
    found = ProjectQuestions(session)
    yield session, found, imported.document.uid
    found.stop()
    session.close()


@pytest.fixture
def ready(
    paper: tuple[Session, ProjectQuestions, str], qtbot: QtBot
) -> tuple[Session, ProjectQuestions, PaperQuestions]:
    session, found, uid = paper
    one = found.paper(session.project.document(uid))
    one.want_board()
    qtbot.waitUntil(lambda: one.stage == "board", timeout=60_000)
    assert 450 <= len(one.board.rows) <= 550
    return session, found, one


def shown(ready: tuple[Session, ProjectQuestions, PaperQuestions], qtbot: QtBot) -> QuestionsBoard:
    session, found, _ = ready
    board = QuestionsBoard(session, Theme("light"), found)
    qtbot.addWidget(board)
    board.resize(1200, 800)
    board.show()
    qtbot.waitExposed(board)
    return board


@pytest.mark.budget("board-open")
def test_open_the_board(
    benchmark: BenchmarkFixture, ready: tuple[Session, ProjectQuestions, PaperQuestions], qtbot: QtBot
) -> None:
    """From the choice of the paper, of which the questions are known, to what is on the screen."""
    board = shown(ready, qtbot)

    def leave() -> None:
        board.show_paper(None)
        QApplication.processEvents()

    def open_it() -> None:
        board.show_paper(ready[2].asking)
        QApplication.processEvents()
        board.grab()

    benchmark.pedantic(open_it, setup=leave, rounds=15, warmup_rounds=2)


def test_scroll_the_board(
    ready: tuple[Session, ProjectQuestions, PaperQuestions], qtbot: QtBot, figure: Callable[[str, float], None]
) -> None:
    board = shown(ready, qtbot)
    board.show_paper(ready[2].asking)
    QApplication.processEvents()
    bar, times = board.view.verticalScrollBar(), []
    for step in range(600):
        bar.setValue(step * 120 % max(1, bar.maximum()))
        start = perf_counter()
        board.view.viewport().repaint()
        times.append((perf_counter() - start) * 1000)
    figure("board-scroll", quantiles(times, n=100)[98])


@pytest.mark.budget("board-decide")
def test_accept_an_answer(
    benchmark: BenchmarkFixture, ready: tuple[Session, ProjectQuestions, PaperQuestions], qtbot: QtBot
) -> None:
    """From the key to the group aligned anew and on the screen."""
    session, _, one = ready
    board = shown(ready, qtbot)
    board.show_paper(one.asking)
    undecided = iter([row for row in one.board.rows.values() if row.candidates and row.is_undecided])

    def accept() -> None:
        row = next(undecided)
        question, answer = one.question_place(row.question.id), one.answer_place(row.candidates[0].answer)
        assert session.attempt(lambda: questions.accept(session.project, question, answer))
        board.view.viewport().repaint()

    benchmark.pedantic(accept, rounds=20, warmup_rounds=2)
