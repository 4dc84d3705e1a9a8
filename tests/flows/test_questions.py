"""The questions of a paper in the real window: proposed, decided by keys, changed, taken back, and there again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from reader.domain.model import BUILTIN_VERDICTS, REFERS_TO, Document
from reader.questions.board import Row
from reader.ui.board_popups import PairsPopup, SplitPopup
from reader.ui.questions_board import QuestionsBoard
from reader.ui.reference_card import ReferenceCard
from tests.flows.conftest import ALT, User

PARTLY = next(verdict.uid for verdict in BUILTIN_VERDICTS if verdict.name == "partly")


@pytest.fixture
def at_board(at_sample: User) -> User:
    """The user with the large consultation in two panes and its questions on the board."""
    user = at_sample
    close_panes(user)
    user.window.project_view.open_document(consultation(user).uid)
    user.settle()
    user.press("Ctrl+T")
    assert [pane.document.uid for pane in user.panes] == [consultation(user).uid] * 2
    to_board(user)
    return user


def close_panes(user: User) -> None:
    while user.panes:
        user.press("Ctrl+W")


def consultation(user: User) -> Document:
    return next(paper for paper in user.project.documents() if "integrale migratieagenda" in paper.title)


def board(user: User) -> QuestionsBoard:
    return user.window.project_view.desk.board


def to_board(user: User) -> None:
    user.press("Ctrl+Shift+2")
    settled(user)
    assert board(user).view.hasFocus()


def settled(user: User) -> None:
    """The background has nothing more to do."""
    desk = user.window.project_view.desk
    patience = 30_000  # ms: it is a process of its own, on a machine that may be busy
    user.bot.waitUntil(lambda: desk.board.paper is not None and desk.board.paper.stage == "board", timeout=patience)
    user.bot.waitUntil(lambda: not desk.questions.jobs.running, timeout=patience)
    user.settle()


def rows(user: User) -> list[Row]:
    paper = board(user).paper
    assert paper is not None
    return list(paper.board.rows.values())


def row(user: User, question: str) -> Row:
    return next(one for one in rows(user) if one.question.id == question)


def go(user: User, question: str) -> None:
    board(user).show_question(question)
    user.settle()
    assert board(user).current_question_id() == question


def work(user: User) -> dict[str, Any]:
    """All that was decided, without the moments at which it was."""
    project = user.project
    return user.rows() | {
        "decisions": {(one.start, one.end, one.verdict_uid, one.is_open, one.note) for one in project.decisions()},
        "rejections": {(one.question_span, one.answer_span) for one in project.rejections()},
        "units": {(one.role, one.start, one.end, one.is_dropped) for one in project.set_units()},
    }


def popup(kind: type[QWidget]) -> Any:
    found = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]
    assert len(found) == 1, f"one {kind.__name__} is shown"
    return found[0]


def states(user: User) -> list[tuple[str, int, int, str, int]]:
    """Each question with its place, state and number of answers."""
    return [(one.question.id, one.question.start, one.question.end, one.state, len(one.links)) for one in rows(user)]


def decide_everything(user: User) -> int:
    """Accept, reject, a second candidate, open, partly, split and merge by keys; gives the number of acts."""
    suggested = [
        one.question.id for one in rows(user) if one.state == "suggested" and one.candidates[0].band == "strong"
    ]
    several = next(one for one in rows(user) if len(one.candidates) > 1 and one.state == "several")
    nothing = next(one.question.id for one in rows(user) if one.state == "nothing" and not one.candidates)

    go(user, suggested[0])
    user.press("Return")
    assert row(user, suggested[0]).state == "confirmed"
    assert row(user, suggested[0]).links[0].origin == "suggestion"

    proposed = row(user, suggested[1]).candidates[0].answer
    go(user, suggested[1])
    user.press("X")
    assert proposed not in [one.answer for one in row(user, suggested[1]).candidates]

    go(user, several.question.id)
    user.press("2")
    assert row(user, several.question.id).state == "several", "a candidate that is only shown is not accepted"
    user.press("Return")
    assert [link.answer for link in row(user, several.question.id).links] == [several.candidates[1].answer]

    go(user, nothing)
    user.press("O")
    assert row(user, nothing).state == "open"

    go(user, suggested[0])
    user.press("D")
    decision = row(user, suggested[0]).decision
    assert decision is not None
    assert decision.verdict_uid == PARTLY

    before = len(rows(user))
    long = max(rows(user), key=lambda one: len(one.question.text)).question.id
    go(user, long)
    user.press("S")
    choice = popup(SplitPopup)
    user.press("Down", choice)
    user.press("Return")
    user.until(lambda: len(rows(user)) == before + 1)
    settled(user)

    group = next(
        group
        for group in board(user).paper.board.groups
        if len(group.rows) > 2  # type: ignore[union-attr]
    )
    go(user, group.rows[1].question.id)
    user.press("M")
    user.until(lambda: len(rows(user)) == before)
    settled(user)
    return 7


def test_every_decision_by_key_is_kept_and_can_be_taken_back(at_board: User, sample_project: Path) -> None:
    user = at_board
    before, board_before = work(user), states(user)
    acts = decide_everything(user)
    decided, board_decided = work(user), states(user)
    for _ in range(acts):
        user.press("Ctrl+Z")
        settled(user)
    assert work(user) == before
    assert states(user) == board_before
    for _ in range(acts):
        user.press("Ctrl+Y")
        settled(user)
    assert work(user) == decided
    assert states(user) == board_decided

    user.press("Ctrl+Shift+W")
    user.until(lambda: user.window.session is None)
    assert user.window.project_files.open_path(sample_project)
    user.settle()
    assert user.window.project_view.mode() == "questions", "the board comes back"
    settled(user)
    assert work(user) == decided
    assert states(user) == board_decided


def test_a_proposal_is_never_a_link(at_board: User) -> None:
    user = at_board
    links = user.project.links()
    assert any(one.candidates for one in rows(user))
    user.press("Ctrl+Down")
    user.press("2")
    user.press("Space")
    assert user.project.links() == links


def test_side_by_side_shows_the_question_and_its_answer(at_board: User) -> None:
    user = at_board
    chosen = next(one for one in rows(user) if one.state == "suggested")
    user.press("Space")
    assert user.window.project_view.pane_row.isVisible()
    assert board(user).isVisible()
    go(user, chosen.question.id)
    paper = board(user).paper
    assert paper is not None
    ends = [paper.question_place(chosen.question.id)[1], paper.answer_place(chosen.candidates[0].answer)[1]]
    user.until(lambda: all(pane.view.rects_of(end) for pane, end in zip(user.panes, ends, strict=True)))
    assert board(user).view.hasFocus(), "the keyboard stays on the board"
    user.press("Space")
    assert not user.window.project_view.pane_row.isVisible()


def test_all_strong_ones_of_a_group_after_they_were_shown(at_board: User) -> None:
    user = at_board
    group = next(group for group in board(user).paper.board.groups if len(group.strong) > 2)  # type: ignore[union-attr]
    strong = [one.question for one in group.strong]
    go(user, strong[0])
    user.press("A")
    user.press("Return", popup(PairsPopup))
    assert [row(user, question).state for question in strong] == ["confirmed"] * len(strong)
    user.press("Ctrl+Z")
    assert [row(user, question).state for question in strong] == ["suggested"] * len(strong)


def test_walking_from_question_to_question_in_the_text(at_board: User) -> None:
    user = at_board
    user.press("Ctrl+Shift+1")
    user.press("Ctrl+Home")
    starts = []
    for _ in range(4):
        user.press("Ctrl+Down")
        starts.append(user.text.caret())
    assert starts == [one.question.start for one in rows(user)[:4]]
    user.press("Ctrl+Up")
    assert user.text.caret() == starts[2]


def test_with_linked_scrolling_the_answer_comes_beside_the_question(at_board: User) -> None:
    user = at_board
    user.press("Ctrl+Shift+1")
    user.press("Ctrl+1")
    user.press("F8")
    user.until(lambda: user.window.project_view.desk.scrolling.mode == "pairs")
    confirmed = next(one for one in rows(user) if one.state == "confirmed")
    place = confirmed.links[0].span
    user.press("Ctrl+Home")
    while user.text.caret() < confirmed.question.start:
        user.press("Ctrl+Down")
    user.until(lambda: bool(user.panes[1].view.rects_of(place)))
    still = user.panes[1].view.position()
    viewport = user.panes[0].view.viewport()
    wheel(viewport, ALT)
    user.settle()
    assert user.panes[1].view.position() == still, "Alt+wheel moves one pane alone"


def wheel(viewport: QWidget, modifiers: Any) -> None:
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QWheelEvent

    centre = QPointF(viewport.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(viewport.mapToGlobal(viewport.rect().center())),
        QPoint(0, 0),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_a_question_is_made_and_split_and_dropped_in_the_text(at_board: User) -> None:
    user = at_board
    user.press("Ctrl+Shift+1")
    user.press("Ctrl+1")
    before = len(rows(user))
    span = user.drag_over(user.pane, "De leden van de VVD-fractie hebben met veel belangstelling")
    user.press("Q")
    user.until(lambda: len(rows(user)) == before + 1)
    assert span in [(one.question.start, one.question.end) for one in rows(user)] or any(
        one.question.start == span.start for one in rows(user)
    )
    user.text.set_caret(span.start + 30)
    settled(user)
    user.press("Shift+Del")
    user.until(lambda: len(rows(user)) == before)
    user.press("Ctrl+Z")
    user.press("Ctrl+Z")
    settled(user)
    assert user.project.set_units() == []


def test_a_reference_inside_an_answer_becomes_a_link(at_board: User) -> None:
    user = at_board
    desk = user.window.project_view.desk
    paper = board(user).paper
    assert paper is not None
    user.until(lambda: bool(desk.chips.chips_of(paper)))
    chips = [chip for found in desk.chips.chips_of(paper).values() for chip in found if "25 april" in chip.text]
    assert chips, "the letter of 25 April is referred to"
    desk.chips.open_card(chips[0].id, user.window.mapToGlobal(QPoint(300, 300)))
    user.settle()
    card = popup(ReferenceCard)
    before = len(user.project.links())
    user.click(user.button(card, "Link"))
    assert len(user.project.links()) == before + 1
    assert user.project.links()[-1].kind_uid == REFERS_TO.uid


def test_closing_the_window_during_the_search_leaves_the_project_whole(at_sample: User, sample_project: Path) -> None:
    user = at_sample
    before = work(user)
    user.press("Ctrl+Shift+2")
    user.window.close()
    QApplication.processEvents()
    from reader.store.project import Project

    with Project.open(sample_project) as project:
        assert {one.uid for one in project.links()} == set(before["links"])
        assert project.decisions() == []
