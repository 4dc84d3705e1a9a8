"""The questions board as a list: heads and questions in order, filters, folding, and only what changed is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.domain.model import BUILTIN_VERDICTS, Decision
from reader.edit import documents, questions, units
from reader.importers.base import read_file
from reader.models.board_items import (
    BoardFilter,
    GroupItem,
    Item,
    LooseItem,
    QuestionItem,
    SectionItem,
    items_of,
    passes,
)
from reader.models.board_rows import BoardRows
from reader.models.board_words import missing, question_words, reasons
from reader.models.questions import PaperQuestions, ProjectQuestions
from reader.models.session import Session
from reader.questions.board import STATES, Board, Row, board_of
from reader.questions.exchange import Question
from reader.questions.links import Decided
from reader.questions.suggestions import Signal, suggest
from reader.store.project import Project
from tests.questions.papers import CONSULTATION, PENSIONS, read


@cache
def undecided(body: str) -> Board:
    exchange = read(body)
    return board_of(exchange, suggest(exchange))


def board(body: str = CONSULTATION, decided: Decided | None = None) -> Board:
    known = undecided(body)
    return known if decided is None else board_of(known.exchange, suggest(known.exchange), decided)


def questions_of(items: list[Item]) -> list[str]:
    return [item.id for item in items if isinstance(item, QuestionItem)]


# the rows


def test_heads_stand_above_their_questions() -> None:
    whole = board()
    items = items_of(whole, BoardFilter())
    assert questions_of(items) == list(whole.rows)
    section, group = "", ""
    for item in items:
        if isinstance(item, SectionItem):
            section = item.title
        elif isinstance(item, GroupItem):
            group = item.fractie or ""
            assert item.section in (section, "")
        elif isinstance(item, QuestionItem):
            assert item.row.question.section == section
            assert (item.row.question.fractie or "") == group


def test_numbers_count_within_a_group() -> None:
    items = items_of(board(), BoardFilter())
    first = next(item for item in items if isinstance(item, QuestionItem) and item.total > 1)
    assert first.number == 1
    assert question_words(replace(first.row.question, numbers=(3, 4, 5)), 1) == "questions 3, 4 and 5"
    assert question_words(replace(first.row.question, numbers=()), 2) == "question 2"


def test_a_block_without_answers_is_told_apart() -> None:
    items = items_of(board(PENSIONS), BoardFilter())
    assert [item.fractie for item in items if isinstance(item, GroupItem) and item.has_no_answers] == ["SP"]


def test_what_is_folded_is_not_listed() -> None:
    whole = board()
    section = next(item for item in items_of(whole, BoardFilter()) if isinstance(item, SectionItem))
    items = items_of(whole, BoardFilter(), [section.fold])
    hidden = {row.question.id for row in whole.rows.values() if row.question.section == section.fold[1]}
    assert questions_of(items) == [one for one in whole.rows if one not in hidden]
    group = next(item for item in items if isinstance(item, GroupItem))
    fewer = items_of(whole, BoardFilter(), [section.fold, group.fold])
    assert len(fewer) == len(items) - group.questions
    assert any(isinstance(item, GroupItem) and item.is_folded for item in fewer)


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (BoardFilter(hidden_fracties=frozenset({"D66", "BBB"})), {"Partij voor de Dieren"}),
        (BoardFilter(text="VISSTERFTE maas"), {"Partij voor de Dieren"}),
    ],
)
def test_filters_leave_what_passes_and_its_heads(wanted: BoardFilter, left: set[str]) -> None:
    items = items_of(board(), wanted)
    assert {item.row.question.fractie for item in items if isinstance(item, QuestionItem)} == left
    assert {item.fractie for item in items if isinstance(item, GroupItem)} == left


def test_a_filter_also_sees_verdicts_and_notes() -> None:
    whole = board()
    one = next(iter(whole.rows))
    partly = BUILTIN_VERDICTS[1].uid
    decision = Decision("d", "t", "p", 0, 1, partly, note="Navragen")
    decided = board(decided=Decided(decisions={one: decision}))
    assert questions_of(items_of(decided, BoardFilter(verdicts=frozenset({partly})))) == [one]
    assert questions_of(items_of(decided, BoardFilter(text="navragen"))) == [one]
    opened = board(decided=Decided(decisions={one: replace(decision, is_open=True)}))
    assert one not in questions_of(items_of(opened, BoardFilter(undecided_only=True)))


SECTIONS = sorted({row.question.section for row in board().rows.values()})
FILTERS = st.builds(
    BoardFilter,
    hidden_states=st.frozensets(st.sampled_from(STATES)),
    hidden_fracties=st.frozensets(st.sampled_from(["D66", "BBB", "Partij voor de Dieren"])),
    hidden_sections=st.frozensets(st.sampled_from(SECTIONS)),
    undecided_only=st.booleans(),
    text=st.sampled_from(["", "de", "minister waterschappen", "zebra"]),
)


@given(FILTERS)
def test_no_head_is_left_without_rows(wanted: BoardFilter) -> None:
    items = items_of(board(), wanted)
    for item, below in zip_longest(items, items[1:]):
        if isinstance(item, SectionItem):
            assert isinstance(below, GroupItem)
        elif isinstance(item, GroupItem):
            assert isinstance(below, QuestionItem | LooseItem)
    if wanted.is_neutral:
        assert questions_of(items) == list(board().rows)


def test_reasons_say_what_is_there_and_what_is_not() -> None:
    question = next(iter(board().rows.values())).question
    good = (Signal("same-section", ("1.2",)), Signal("same-fractie", ("SP",)), Signal("same-order"))
    assert reasons(good) == ["same section (1.2)", "same fractie (SP)", "same order"]
    assert missing(good, question, "consultation") == ["shared words"]
    joint = (Signal("same-section", ("1.2",)), Signal("several-fracties"), Signal("shared-words", ("onderzoek",)))
    assert reasons(joint)[1:] == ["joint answer to several fracties", "shared word: onderzoek"]
    assert missing(joint, question, "consultation") == ["own fractie", "order"]
    numbered = replace(question, numbers=(4,))
    assert missing((Signal("same-number", ("4",)), Signal("shared-words", ("a",))), numbered, "kamervragen") == []


# the list


@pytest.fixture
def session(qapp: QCoreApplication, tmp_path: Path) -> Iterator[Session]:
    project = Project.create(tmp_path / "board.vindplaats")
    session = Session(project, "Test")
    session.failed.connect(pytest.fail)
    yield session
    session.close()


@pytest.fixture
def paper(session: Session, tmp_path: Path, qtbot: QtBot) -> Iterator[PaperQuestions]:
    path = tmp_path / "consultation.txt"
    path.write_text(CONSULTATION, encoding="utf-8")
    imported = read_file(path)
    assert session.run(documents.add_documents(session.project, [(imported.document, imported.text)]))
    found = ProjectQuestions(session)
    paper = found.paper(session.project.document(imported.document.uid))
    paper.want_board()
    qtbot.waitUntil(lambda: paper.stage == "board", timeout=5000)
    yield paper
    found.stop()


@pytest.fixture
def rows(session: Session, paper: PaperQuestions, qtmodeltester: ModelTester) -> BoardRows:
    rows = BoardRows(session)
    rows.show(paper)
    qtmodeltester.check(rows)  # type: ignore[no-untyped-call]
    return rows


def accept_first(session: Session, paper: PaperQuestions) -> str:
    row = next(row for row in paper.board.rows.values() if row.candidates)
    question, answer = paper.question_place(row.question.id), paper.answer_place(row.candidates[0].answer)
    assert session.attempt(lambda: questions.accept(session.project, question, answer))
    return row.question.id


def test_a_decision_changes_its_row_and_its_heads_alone(
    session: Session, paper: PaperQuestions, rows: BoardRows
) -> None:
    resets: list[None] = []
    changed: set[int] = set()
    rows.modelReset.connect(lambda: resets.append(None))
    rows.dataChanged.connect(lambda first, last: changed.update(range(first.row(), last.row() + 1)))
    before = rows.rowCount()
    question = accept_first(session, paper)
    place = rows.row_of(("question", question))
    assert place in changed
    assert rows.head_of(place) in changed
    assert len(changed) < before
    assert (resets, rows.rowCount()) == ([], before)
    session.undo()
    item = rows.item(place)
    assert isinstance(item, QuestionItem)
    assert item.row.state != "confirmed"


def test_a_row_that_no_longer_passes_goes_and_comes_back(
    session: Session, paper: PaperQuestions, rows: BoardRows
) -> None:
    rows.set_filter(BoardFilter(undecided_only=True))
    last = QPersistentModelIndex(rows.index(rows.rowCount() - 1, 0))
    question = accept_first(session, paper)
    assert rows.row_of(("question", question)) < 0
    assert last.isValid()
    session.undo()
    assert rows.row_of(("question", question)) >= 0


def test_units_that_change_keep_the_rows_of_others(
    session: Session, paper: PaperQuestions, rows: BoardRows, qtbot: QtBot
) -> None:
    others = [item.id for item in rows.questions()]
    uid, span = paper.question_place(others[0])
    kept = QPersistentModelIndex(rows.index(rows.row_of(("question", others[1])), 0))
    with qtbot.waitSignal(rows.renewed, timeout=5000):
        assert session.attempt(lambda: units.drop_unit(session.project, uid, "question", span))
    assert kept.isValid()
    assert len(rows.questions()) == len(others) - 1


def test_folding_and_the_way_to_what_is_folded(rows: BoardRows) -> None:
    section = next(item for item in rows.items() if isinstance(item, SectionItem))
    hidden = next(one.id for one in rows.questions() if one.row.question.section == section.fold[1])
    rows.fold(section.fold, True)
    assert rows.row_of(("question", hidden)) < 0
    rows.unfold_to(hidden)
    assert rows.row_of(("question", hidden)) >= 0


def test_undecided_questions_are_walked_round(session: Session, paper: PaperQuestions, rows: BoardRows) -> None:
    ids = [item.id for item in rows.questions()]
    assert rows.undecided_from("", 1) == ids[0]
    assert rows.undecided_from("", -1) == ids[-1]
    assert rows.undecided_from(ids[-1], 1) == ids[0]
    accepted = accept_first(session, paper)
    assert accepted not in [rows.undecided_from(one, 1) for one in ids]


def test_rows_are_read_aloud(rows: BoardRows) -> None:
    spoken = [rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.rowCount())]
    question = next(row for row, item in enumerate(rows.items()) if isinstance(item, QuestionItem) and item.offers)
    assert spoken[question].startswith("Suggested, ")
    assert "no verdict" in spoken[question]
    answer = rows.index(question, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "answer to" in answer
    assert all(spoken)


def test_nothing_is_shown_before_answers_were_proposed(session: Session, paper: PaperQuestions) -> None:
    rows = BoardRows(session)
    rows.show(ProjectQuestions(session).paper(paper.asking))
    assert rows.rowCount() == 0
    rows.show(None)
    assert rows.board is None


def test_a_joint_question_is_hidden_only_with_all_who_ask_it() -> None:
    question = Question("q1", "", (), 0, 10, 0, "VVD, CDA en BBB", "1", "Klopt dat?")
    row = Row(question, "nothing")
    assert passes(row, BoardFilter(hidden_fracties=frozenset({"VVD", "CDA"})), {})
    assert not passes(row, BoardFilter(hidden_fracties=frozenset({"VVD", "CDA", "BBB"})), {})
    nobody = replace(row, question=replace(question, fractie=None))
    assert passes(nobody, BoardFilter(hidden_fracties=frozenset({"VVD"})), {})
    assert not passes(nobody, BoardFilter(hidden_fracties=frozenset({""})), {})
