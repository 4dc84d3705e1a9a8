"""Panes on small papers with questions, in which a test walks, scrolls and decides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.changes import ActName, ChangeSet, added
from reader.domain.model import Entity, Span
from reader.models.questions import PaperQuestions, ProjectQuestions
from reader.models.session import Session
from reader.text.recognise import recognise
from reader.ui.document_pane import DocumentPane
from reader.ui.pane_questions import PaneQuestions
from reader.ui.pane_row import PaneRow
from reader.ui.pane_units import PaneUnit
from reader.ui.theme import Theme
from tests.in_memory import paper
from tests.small_project import SmallProject, session_on


class PaneBench:
    """A row of panes of 1100 x 500 px on a project to which papers are added."""

    def __init__(self, bot: QtBot) -> None:
        self.bot = bot
        self.project = SmallProject()
        self.session: Session = session_on(self.project)
        self.refused: list[object] = []
        self.session.failed.connect(self.refused.append)
        self.theme = Theme("light")
        self.row = PaneRow(self.session, self.theme)
        self.row.resize(1100, 500)
        self.found = ProjectQuestions(self.session, self.row)
        self.questions = PaneQuestions(self.session, self.found, self.row, self.row)
        self.told: list[str] = []
        self.questions.told.connect(self.told.append)
        bot.addWidget(self.row)
        self.row.show()
        bot.waitExposed(self.row)

    def add(self, title: str, body: str, **facts: object) -> str:
        """The uid of a new paper with this text."""
        document, text = paper(body, title, len(self.project.documents()))
        structure = recognise(body).to_bytes()
        made: list[Entity] = [replace(document, **facts), replace(text, structure=structure)]  # type: ignore[arg-type]
        assert self.session.run(ChangeSet(ActName("document.add", (title,)), added(made)))
        return document.uid

    def open(self, uid: str) -> DocumentPane:
        """A new pane with a paper, that moves without sliding."""
        pane = self.row.open(self.project.document(uid), new_pane=True)
        pane.view.set_reduced_motion(True)
        self.settle()
        return pane

    def settle(self) -> None:
        QApplication.processEvents()

    def known(self, pane: DocumentPane) -> PaperQuestions:
        """The questions of a pane's paper, when they and their proposed answers are there."""
        paper = self.questions.paper_of(pane, "question")
        assert paper is not None
        paper.want_board()
        self.bot.waitUntil(lambda: paper.stage == "board", timeout=5000)
        return paper

    def unit(self, pane: DocumentPane, unit_id: str) -> PaneUnit:
        found = self.questions.unit(pane, unit_id)
        assert found is not None
        return found

    def top(self, pane: DocumentPane, unit_id: str) -> int:
        """The y of the first line of a question or answer."""
        return round(pane.view.y_of(self.unit(pane, unit_id).span.start))

    def wheel(self, pane: DocumentPane, notches: float, *, alone: bool = False) -> None:
        at = QPointF(200, 100)
        modifiers = Qt.KeyboardModifier.AltModifier if alone else Qt.KeyboardModifier.NoModifier
        angle = QPoint(0, round(-120 * notches))
        everywhere = QPointF(pane.view.viewport().mapToGlobal(at.toPoint()))
        none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(at, everywhere, QPoint(), angle, none, modifiers, phase, False)
        QApplication.sendEvent(pane.view.viewport(), event)
        self.settle()

    def quote(self, pane: DocumentPane, span: Span) -> str:
        return pane.view.reading.quote(span)


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Iterator[PaneBench]:
    bench = PaneBench(qtbot)
    yield bench
    bench.row.close()
    bench.found.stop()
    bench.settle()
