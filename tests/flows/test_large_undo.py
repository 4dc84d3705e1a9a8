"""Undo of a very large act in the real window: reading goes on, other input waits its turn, nothing is half done."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from reader.domain.anchor import make_highlight
from reader.domain.changes import ActName, ChangeSet, added
from reader.domain.errors import ProjectWriteFailed
from reader.domain.model import Span, Tagging
from reader.models.large_acts import MANY
from reader.models.session import Session
from reader.store.project import Project
from tests.flows.conftest import LEFT, NONE, User


class Gate:
    """What the worker writes waits until the gate is open; a full disk refuses it."""

    def __init__(self) -> None:
        self.open, self.full, self.was_late = threading.Event(), False, False
        self.open.set()

    def give_up(self) -> None:
        """Open at last, for a window that stands still: it fails its test, and does not hang."""
        self.was_late = True
        self.open.set()

    def apply(
        self,
        real: Callable[..., None],
        project: Project,
        change_set: ChangeSet,
        step: Callable[[float], None] | None = None,
    ) -> None:
        while step is not None and not self.open.wait(0.002):
            step(0.5)
        if self.full:
            raise ProjectWriteFailed(path=str(project.path), reason="the disk is full")
        real(project, change_set, step)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate, real = Gate(), Project.apply
    monkeypatch.setattr(Project, "apply", lambda *given: gate.apply(real, *given))
    late = threading.Timer(10, gate.give_up)
    late.start()
    yield gate
    late.cancel()
    gate.open.set()
    assert not gate.was_late, "the window stood still"


@pytest.fixture
def session(at_sample: User, gate: Gate) -> Session:
    """The session of a window that shows a paper with very many passages, marked in one act; the disk is slow now."""
    user, session = at_sample, at_sample.window.session
    assert session is not None
    paper, tag = user.project.documents()[0], user.project.tags()[0]
    user.window.project_view.open_document(paper.uid)
    body = user.project.body(paper.text_uid)
    starts = [place for place, character in enumerate(body) if character.isalpha()][100::5][:MANY]
    highlights = [make_highlight(paper.text_uid, paper.uid, body, Span(start, start + 3)) for start in starts]
    act = added([*highlights, *(Tagging(one.uid, tag.uid) for one in highlights)])
    assert session.run(ChangeSet(ActName("test"), act))
    user.settle()
    gate.open.clear()
    return session


def open_soon(gate: Gate) -> None:
    """Let the disk go on in a while, by a window that is alive."""
    QTimer.singleShot(50, gate.open.set)


def key(user: User, code: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key as the system does: at the window."""
    user.window.activateWindow()
    QTest.keyClick(user.window.windowHandle(), code, modifiers)


def middle_of(user: User, widget: QWidget) -> QPoint:
    return widget.mapTo(user.window, widget.rect().center())


def click(user: User, widget: QWidget) -> None:
    """Click as the system does: at the window."""
    QTest.mouseClick(user.window.windowHandle(), LEFT, NONE, middle_of(user, widget))


def at_rest(user: User, session: Session) -> None:
    user.bot.waitUntil(lambda: not session.large_acts.is_busy, timeout=5000)


def number(user: User) -> int:
    return len(user.project.highlights())


def test_reading_goes_on_while_it_is_written_and_then_all_is_shown(
    at_sample: User, session: Session, gate: Gate
) -> None:
    user = at_sample
    marked, shown = number(user), len(session.marks(user.pane.document))
    user.window.acts.undo()
    viewport, before = user.text.viewport(), user.text.position()
    middle = QPointF(viewport.rect().center())
    for _ in range(3):
        QApplication.sendEvent(viewport, QWheelEvent(
            middle, QPointF(viewport.mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, -240),
            Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False,
        ))  # fmt: skip
    key(user, Qt.Key.Key_PageDown)
    user.bot.waitUntil(lambda: user.text.position() != before)
    assert session.large_acts.is_busy, "nothing of this has to wait"
    gate.open.set()
    at_rest(user, session)
    assert number(user) == marked - MANY
    assert len(session.marks(user.pane.document)) == shown - MANY
    user.window.acts.redo()
    at_rest(user, session)
    assert number(user) == marked
    assert len(session.marks(user.pane.document)) == shown


def test_what_the_user_does_meanwhile_comes_after_it(at_sample: User, session: Session, gate: Gate) -> None:
    user = at_sample
    marked = number(user)
    user.text.set_selection(Span(0, 12))
    user.text.setFocus()
    user.settle()
    user.window.acts.undo()
    open_soon(gate)
    key(user, Qt.Key.Key_H)  # a new highlight
    assert not session.large_acts.is_busy
    user.settle()
    assert number(user) == marked - MANY + 1
    assert session.history.redo_name is None, "it is the last act"
    key(user, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    user.settle()
    assert number(user) == marked - MANY


def test_a_click_meanwhile_comes_after_it(at_sample: User, session: Session, gate: Gate) -> None:
    user = at_sample
    user.window.acts.undo()
    open_soon(gate)
    seen = list[bool]()
    button = user.window.project_view.documents.findChildren(QAbstractButton)[0]
    button.pressed.connect(lambda: seen.append(session.large_acts.is_busy))
    QTest.mousePress(user.window.windowHandle(), LEFT, NONE, middle_of(user, button))
    assert seen == [False]


def test_one_that_takes_long_is_shown_and_can_be_stopped(at_sample: User, session: Session) -> None:
    user = at_sample
    marked, name = number(user), session.history.undo_name
    user.window.acts.undo()
    assert not user.window.status.busy.isVisible(), "a short one does not flicker"
    user.bot.waitUntil(user.window.status.busy.isVisible, timeout=5000)
    click(user, user.button(user.window.status, "Stop"))
    at_rest(user, session)
    assert number(user) == marked
    assert session.history.undo_name == name
    user.bot.waitUntil(lambda: not user.window.status.busy.isVisible())


def test_a_full_disk_leaves_all_as_it_was_and_trying_again_helps(at_sample: User, session: Session, gate: Gate) -> None:
    user = at_sample
    marked, bar = number(user), user.window.messages.bar
    gate.full = True
    user.window.acts.undo()
    gate.open.set()
    user.until(bar.isVisible)
    assert "the disk is full" in bar.text.text()
    assert number(user) == marked
    gate.full = False
    user.click(user.button(bar, "Try again"))
    assert number(user) == marked - MANY


def test_closing_the_window_meanwhile_finishes_it(
    at_sample: User, session: Session, gate: Gate, sample_project: Path
) -> None:
    user = at_sample
    marked = number(user)
    user.window.acts.undo()
    threading.Timer(0.05, gate.open.set).start()
    user.window.close()
    assert user.window.session is None
    with Project.open(sample_project) as again:
        assert len(again.highlights()) == marked - MANY


def test_the_language_can_change_afterwards(at_sample: User, session: Session, gate: Gate) -> None:
    user = at_sample
    marked = number(user)
    gate.open.set()
    user.window.retranslate()
    user.window.acts.undo()
    at_rest(user, session)
    user.settle()
    assert number(user) == marked - MANY
    assert len(session.marks(user.pane.document)) == len(user.project.highlights(user.pane.document.uid))
