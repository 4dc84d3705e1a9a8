"""Fixtures for the tests of the questions board: a board on a project with a consultation in it, shown and ready."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.errors import ReaderError
from reader.domain.model import Document
from reader.edit import documents
from reader.importers.base import read_file
from reader.models.questions import ProjectQuestions
from reader.models.session import Session
from reader.store.project import Project
from reader.ui.actions import ACTS, key_sequences
from reader.ui.board_keys import BoardKeys
from reader.ui.questions_board import QuestionsBoard
from reader.ui.questions_desk import BOARD_ACTS
from reader.ui.theme import Theme
from tests.questions.papers import CONSULTATION


def default_keys() -> BoardKeys:
    """The keys of the table of actions."""
    return BoardKeys.of((BOARD_ACTS[act.id], key_sequences(act, {})) for act in ACTS if act.id in BOARD_ACTS)


class Shown:
    """A board with the means to work on it as a user does."""

    def __init__(self, board: QuestionsBoard, session: Session, qtbot: QtBot) -> None:
        self.board, self.session, self._qtbot = board, session, qtbot
        self.refused: list[ReaderError] = []
        session.failed.connect(self.refused.append)

    def show(self, document: Document, answering: Document | None = None) -> None:
        self.board.show_paper(document, answering)
        self._qtbot.waitUntil(lambda: self.board.model.board is not None, timeout=10000)
        self.board.view.setFocus()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(self.board.view, key, modifier)

    def state(self, question: str) -> str:
        assert self.board.model.board is not None
        return self.board.model.board.rows[question].state

    @property
    def current(self) -> str:
        return self.board.current_question_id() or ""

    @property
    def ids(self) -> list[str]:
        return [item.id for item in self.board.model.questions()]

    def with_state(self, state: str, candidates: int = 0) -> str:
        """The first question in a state with at least so many candidates."""
        for item in self.board.model.questions():
            if item.row.state == state and len(item.row.candidates) >= candidates:
                return item.id
        raise AssertionError(f"no question is {state}")

    def units_change(self) -> object:
        """Wait until the board was found anew, as after a split."""
        return self._qtbot.waitSignal(self.board.model.renewed, timeout=5000)


def add_paper(session: Session, folder: Path, title: str, body: str) -> Document:
    path = folder / f"{title}.txt"
    path.write_text(body, encoding="utf-8")
    imported = read_file(path)
    assert session.run(documents.add_documents(session.project, [(imported.document, imported.text)]))
    return session.project.document(imported.document.uid)


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    session = Session(Project.create(tmp_path / "board.vindplaats"), "Test")
    yield session
    session.close()


@pytest.fixture
def shown(session: Session, tmp_path: Path, qtbot: QtBot) -> Iterator[Shown]:
    found = ProjectQuestions(session)
    board = QuestionsBoard(session, Theme("light"), found)
    board.set_keys(default_keys())
    qtbot.addWidget(board)
    qtbot.addWidget(board.filters)
    board.resize(1200, 700)
    board.filters.resize(228, 700)
    board.filters.show()
    board.show()
    shown = Shown(board, session, qtbot)
    shown.show(add_paper(session, tmp_path, "overleg", CONSULTATION))
    yield shown
    board.show_paper(None)
    found.stop()


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)
