"""The questions board: every decision by key, what follows on it, what is shown, and what is told to others."""

# ruff: noqa: F811  (a fixture is imported, then named as a parameter)
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.models.board_items import BoardFilter, GroupItem, LooseItem, QuestionItem, SectionItem
from reader.models.session import Session
from reader.ui.board_keys import BoardKeys
from reader.ui.board_popups import PairsPopup, SplitPopup
from reader.ui.labels import Chip
from reader.ui.reference_card import PointerChip
from tests.questions.papers import CONSULTATION, lines
from tests.ui.board_fixtures import Shown, add_paper, english, session, shown  # noqa: F401

CTRL = Qt.KeyboardModifier.ControlModifier


def buttons(shown: Shown) -> list[str]:
    return shown.board.open_row.buttons.acts()


def notice(shown: Shown) -> str:
    return shown.board.notice.shown


# decisions


def test_the_first_question_is_open_when_the_board_appears(shown: Shown) -> None:
    assert shown.current == shown.ids[0]
    assert shown.board.open_row.isVisible()


def test_enter_accepts_and_goes_on_to_the_next_undecided(shown: Shown) -> None:
    first = shown.current
    shown.press(Qt.Key.Key_Return)
    assert (shown.state(first), shown.current) == ("confirmed", shown.ids[1])
    assert [link.origin for link in shown.session.project.links()] == ["suggestion"]
    shown.session.undo()
    assert shown.state(first) != "confirmed"


def test_x_rejects_for_good_and_stays(shown: Shown) -> None:
    first = shown.current
    offer = shown.board.offer()
    assert offer is not None
    shown.press(Qt.Key.Key_X)
    assert shown.current == first
    following = shown.board.offer()
    assert following is None or following.answer != offer.answer
    assert "rejected" in buttons(shown)
    item = shown.board.current()
    assert item is not None
    menu = shown.board.menus.rejected(item)
    menu.actions()[0].trigger()
    menu.close()
    again = shown.board.current()
    assert again is not None
    assert offer.answer in [one.answer for one in again.offers]


def test_digits_show_candidates_and_enter_accepts_the_one_shown(shown: Shown) -> None:
    question = next(
        item.id for item in shown.board.model.questions() if len(item.row.candidates) > 1 and item.row.is_undecided
    )
    shown.board.show_question(question)
    first = shown.board.offer()
    shown.press(Qt.Key.Key_2)
    second = shown.board.offer()
    assert first is not None
    assert second is not None
    assert first.answer != second.answer
    assert "offer:0" in buttons(shown)
    shown.press(Qt.Key.Key_Return)
    assert shown.board.model.board is not None
    assert [link.answer for link in shown.board.model.board.rows[question].links] == [second.answer]


def test_a_link_is_removed_and_not_proposed_again(shown: Shown) -> None:
    first = shown.current
    shown.press(Qt.Key.Key_Return)
    shown.board.show_question(first)
    accepted = shown.board.offer()
    assert accepted is not None
    assert buttons(shown)[0] == "reject"
    assert "Accepted by Test" in shown.board.open_row.content.history  # type: ignore[union-attr]
    shown.press(Qt.Key.Key_X)
    assert shown.session.project.links() == []
    item = shown.board.current()
    assert item is not None
    assert accepted.answer not in [one.answer for one in item.offers]


def test_o_leaves_open_and_takes_it_back(shown: Shown) -> None:
    first = shown.current
    shown.press(Qt.Key.Key_O)
    assert (shown.state(first), shown.current) == ("open", shown.ids[1])
    shown.board.show_question(first)
    assert shown.board.offer() is None
    shown.press(Qt.Key.Key_O)
    assert shown.state(first) != "open"
    assert shown.current == first


def test_verdicts_by_key_and_menu(shown: Shown) -> None:
    shown.press(Qt.Key.Key_D)
    item = shown.board.current()
    assert item is not None
    verdict = shown.board.model.texts.verdict(item)
    assert verdict is not None
    assert verdict.name == "partly"
    menu = shown.board.menus.verdicts(item)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["partly"]
    next(action for action in menu.actions() if action.text() == "No verdict").trigger()
    menu.close()
    item = shown.board.current()
    assert item is not None
    assert item.row.decision is None
    shown.board.add_verdict("Half")
    item = shown.board.current()
    assert item is not None
    assert "verdict: Half" in shown.board.model.texts.spoken(item)


def test_a_note_is_saved_and_undone(shown: Shown, qtbot: QtBot) -> None:
    shown.press(Qt.Key.Key_N)
    note = shown.board.open_row.note
    assert note.hasFocus()
    qtbot.keyClicks(note, "Navragen")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert shown.board.view.hasFocus()
    assert [one.note for one in shown.session.project.decisions()] == ["Navragen"]
    shown.press(Qt.Key.Key_Down)
    assert not note.isVisible()
    shown.session.undo()
    assert shown.session.project.decisions() == []


def test_a_note_goes_to_the_question_at_which_it_was_written(shown: Shown, qtbot: QtBot) -> None:
    first = shown.current
    shown.press(Qt.Key.Key_N)
    qtbot.keyClicks(shown.board.open_row.note, "Navragen")
    shown.board.show_question(shown.ids[2])
    assert shown.board.model.board is not None
    rows = shown.board.model.board.rows
    assert [row.question.id for row in rows.values() if row.decision is not None] == [first]


def test_all_strong_ones_of_a_group_after_the_list_was_shown(shown: Shown, qtbot: QtBot) -> None:
    group = next(item for item in shown.board.model.items() if isinstance(item, GroupItem) and item.strong > 1)
    shown.board.show_question(group.first)
    shown.press(Qt.Key.Key_A)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, PairsPopup)
    assert len(popup.rows) == group.strong
    qtbot.keyClick(popup.rows[0], Qt.Key.Key_Space)
    assert popup.ticked() == list(range(1, group.strong))
    qtbot.keyClick(popup.rows[0], Qt.Key.Key_Return)
    assert len(shown.session.project.links()) == group.strong - 1
    shown.session.undo()
    assert shown.session.project.links() == []


def test_the_list_can_be_closed_without_a_trace(shown: Shown, qtbot: QtBot) -> None:
    shown.press(Qt.Key.Key_A)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, PairsPopup)
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert shown.session.project.links() == []


# units


def test_a_question_of_several_sentences_is_cut_where_the_user_says(shown: Shown, qtbot: QtBot) -> None:
    assert shown.board.acts is not None
    acts = shown.board.acts
    group = next(item for item in shown.board.model.items() if isinstance(item, GroupItem) and item.questions > 1)
    shown.board.show_question(group.first)
    with shown.units_change():  # type: ignore[attr-defined]
        shown.press(Qt.Key.Key_M)
    question = next(one for one in shown.ids if len(acts.sentences("question", one)) > 2)
    sentences = acts.sentences("question", question)
    _uid, span = acts.place("question", question)
    shown.board.show_question(question)
    shown.press(Qt.Key.Key_S)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, SplitPopup)
    assert popup.rows[1].hasFocus()
    qtbot.keyClick(popup.rows[1], Qt.Key.Key_Down)
    with shown.units_change():  # type: ignore[attr-defined]
        qtbot.keyClick(popup.rows[2], Qt.Key.Key_Return)
    assert shown.board.model.board is not None
    spans = [(row.question.start, row.question.end) for row in shown.board.model.board.rows.values()]
    assert (sentences[2][1], span.end) in spans
    assert span.start in [start for start, _end in spans]


def test_split_then_merge_gives_the_question_back(shown: Shown, qtbot: QtBot) -> None:
    assert shown.board.acts is not None
    acts = shown.board.acts
    question = next(one for one in shown.ids if len(acts.sentences("question", one)) == 2)
    place = acts.place("question", question)
    count = len(shown.ids)
    shown.board.show_question(question)
    with shown.units_change():  # type: ignore[attr-defined]
        shown.press(Qt.Key.Key_S)
    assert len(shown.ids) == count + 1
    with shown.units_change():  # type: ignore[attr-defined]
        shown.press(Qt.Key.Key_M)
    assert len(shown.ids) == count
    assert place in [acts.place("question", one) for one in shown.ids]


def test_dropping_a_question(shown: Shown) -> None:
    question = shown.current
    place = shown.board.place()
    with shown.units_change():  # type: ignore[attr-defined]
        shown.press(Qt.Key.Key_Delete)
    assert shown.board.acts is not None
    assert place not in [shown.board.acts.place("question", one) for one in shown.ids]
    assert shown.board.view.currentIndex().isValid()
    assert question


def test_merging_without_a_next_one_is_refused(shown: Shown) -> None:
    group = next(item for item in shown.board.model.items() if isinstance(item, GroupItem) and item.questions == 1)
    shown.board.show_question(group.first)
    shown.press(Qt.Key.Key_M)
    assert len(shown.refused) == 1


def test_changing_the_ends_is_asked_of_the_text(shown: Shown) -> None:
    asked: list[tuple[str, str]] = []
    shown.board.ends_requested.connect(lambda role, unit: asked.append((role, unit)))
    shown.press(Qt.Key.Key_E)
    assert asked == [("question", shown.current)]


# the way through


def test_ctrl_arrows_walk_through_what_is_undecided(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Return)
    second = shown.current
    shown.press(Qt.Key.Key_Down, CTRL)
    assert shown.current == shown.ids[2]
    shown.press(Qt.Key.Key_Up, CTRL)
    shown.press(Qt.Key.Key_Up, CTRL)
    assert shown.current == shown.ids[-1]
    assert second == shown.ids[1]


def test_left_goes_to_the_head_and_folds_it_and_right_opens_it(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Left)
    assert isinstance(shown.board.view.current_item(), GroupItem)
    shown.press(Qt.Key.Key_Left)
    group = shown.board.view.current_item()
    assert isinstance(group, GroupItem)
    assert group.is_folded
    assert shown.board.model.row_of(("question", shown.ids[0])) < 0
    shown.press(Qt.Key.Key_Left)
    assert isinstance(shown.board.view.current_item(), SectionItem)
    shown.board.next_undecided()
    assert shown.current == shown.ids[0]


def test_only_the_undecided_ones_are_left_when_so_wished(shown: Shown) -> None:
    shown.board.filters.undecided.setChecked(True)
    first, second = shown.ids[0], shown.ids[1]
    shown.board.go_to(first)
    shown.press(Qt.Key.Key_Return)
    assert first not in shown.ids
    assert shown.current == second
    shown.board.show_question(first)
    assert shown.current == first
    assert shown.board.model.filter == BoardFilter()


def test_keys_are_those_of_the_user(shown: Shown) -> None:
    shown.board.set_keys(BoardKeys({"Return": "accept"}))
    shown.press(Qt.Key.Key_O)
    assert shown.session.project.decisions() == []
    shown.press(Qt.Key.Key_Return)
    assert len(shown.session.project.links()) == 1


def test_a_click_opens_a_row_and_keeps_it_in_its_place(shown: Shown, qtbot: QtBot) -> None:
    board = shown.board
    shown.board.show_question(shown.ids[0])
    row = board.model.row_of(("question", shown.ids[1]))
    rect = board.view.visualRect(board.model.index(row, 0))
    qtbot.mouseClick(board.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(300, 20))
    assert shown.current == shown.ids[1]
    opened = board.view.visualRect(board.view.currentIndex())
    assert opened.height() == board.open_row.height() > rect.height()
    assert board.open_row.geometry() == opened


def test_the_buttons_of_heads_act(shown: Shown, qtbot: QtBot) -> None:
    board = shown.board
    row = next(n for n, item in enumerate(board.model.items()) if isinstance(item, GroupItem) and item.strong)
    board.view.scrollTo(board.model.index(row, 0))
    rect = board.view.visualRect(board.model.index(row, 0))
    place = board.view.delegate.part_rect(board.model.item(row), rect, "accept-all")
    qtbot.mouseClick(board.view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, PairsPopup)
    popup.close()
    before = board.model.rowCount()
    qtbot.mouseClick(board.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(200, 10))
    assert board.model.rowCount() < before


# what others hear


def test_the_pair_that_is_shown_is_told(shown: Shown) -> None:
    told: list[tuple[object, object]] = []
    shown.board.pair_shown.connect(lambda question, answer: told.append((question, answer)))
    question = next(item for item in shown.board.model.questions() if len(item.row.candidates) > 1)
    shown.board.show_question(shown.ids[-1])
    told.clear()
    shown.board.show_question(question.id)
    shown.press(Qt.Key.Key_2)
    paper = shown.board.paper
    assert paper is not None
    assert told == [
        (paper.question_place(question.id), paper.answer_place(one.answer)) for one in question.row.candidates[:2]
    ]
    shown.press(Qt.Key.Key_Left)
    assert told[-1] == (None, None)


def test_the_status_bar_says_where_one_is(shown: Shown) -> None:
    item = shown.board.current()
    assert item is not None
    total = len(shown.ids)
    assert shown.board.summary() == [
        f"Question 1 of {item.total} in {item.row.question.section}, {item.row.question.fractie}",
        f"{total} questions not looked at yet",
        f"{total} shown",
    ]
    assert {"accept", "reject", "open"} <= shown.board.possible()


def test_space_shows_side_by_side(shown: Shown) -> None:
    told: list[bool] = []
    shown.board.side_by_side_toggled.connect(told.append)
    shown.press(Qt.Key.Key_Space)
    shown.board.set_side_by_side(False)
    assert told == [True, False]


def test_references_are_chips_below_the_answer(shown: Shown, qtbot: QtBot) -> None:
    offer = shown.board.offer()
    assert offer is not None
    shown.board.set_pointers({offer.answer or "": [PointerChip("p1", "vraag 2", "Antwoord op vraag 2")]})
    heard: list[str] = []
    shown.board.pointer_clicked.connect(lambda pointer, _point: heard.append(pointer))
    chip = next(one for one in shown.board.open_row.findChildren(Chip) if one.text() == "vraag 2")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert heard == ["p1"]


def test_the_paper_is_chosen_from_a_menu(shown: Shown, session: Session, tmp_path: Path) -> None:
    other = add_paper(session, tmp_path, "antwoorden", "Een brief.\n")
    asking = next(one for one in session.project.documents() if one.uid != other.uid)
    shown.board.set_partners([(asking, other, ("numbers",))])
    chosen: list[tuple[str, str]] = []
    shown.board.paper_chosen.connect(lambda paper, answers: chosen.append((paper, answers)))
    menu = shown.board.head.papers_menu()
    for action in menu.actions():
        if not action.isSeparator():
            action.trigger()
    menu.close()
    assert chosen == [(asking.uid, ""), (other.uid, ""), (asking.uid, other.uid)]


# counts and other papers


def test_the_head_counts_blocks_first(shown: Shown) -> None:
    head = shown.board.head
    words = head.blocks.text() + head.answered.text() + head.without.text()
    assert "question blocks, " in words
    assert f"{len(shown.ids)} questions: 0 looked at" in head.looked_at.text()


NUMBERED = lines(
    "Vraag 1",
    "Bent u bekend met het bericht over de sluizen bij Terneuzen?",
    "Antwoord 1",
    "Ja, dat bericht over de sluizen is mij bekend.",
    "Vraag 2",
    "Wanneer wordt de nieuwe sluis geopend?",
    "Antwoord 2",
    "De nieuwe sluis wordt in het najaar geopend.",
)


def test_other_papers_count_questions(shown: Shown, session: Session, tmp_path: Path) -> None:
    shown.show(add_paper(session, tmp_path, "kamervragen", NUMBERED))
    head = shown.board.head
    assert head.blocks.text() == "2 questions"
    assert head.answered.text() == ", 2 suggested"
    assert head.looked_at.text() == "0 looked at, 2 not yet"
    assert [item.id for item in shown.board.model.items() if isinstance(item, SectionItem)] == []
    item = shown.board.current()
    assert item is not None
    assert shown.board.model.texts.question_meta(item).startswith("question 1")


def test_a_paper_without_questions_says_what_to_do(shown: Shown, session: Session, tmp_path: Path) -> None:
    shown.show(add_paper(session, tmp_path, "brief", "Geachte voorzitter,\n\nHierbij de brief.\n"))
    assert notice(shown) == "none"
    assert not shown.board.view.isVisible()
    shown.board.show_paper(None)
    assert notice(shown) == "no-paper"
    assert shown.board.possible() == frozenset()


def test_work_is_shown_and_can_be_stopped(shown: Shown, session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    shown.board.show_paper(add_paper(session, tmp_path, "nog een", CONSULTATION * 40))
    assert notice(shown) == "working"
    qtbot.mouseClick(shown.board.notice.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: notice(shown) != "working", timeout=5000)
    assert notice(shown) == "stopped"
    shown.board.notice.again_requested.emit()
    qtbot.waitUntil(lambda: shown.board.model.board is not None, timeout=5000)
    assert shown.board.view.isVisible()


def test_a_filter_that_leaves_nothing_says_so(shown: Shown) -> None:
    shown.board.filters.field.setText("zebra")
    shown.board.filters.apply_words()
    assert notice(shown) == "filtered"
    shown.board.show_all()
    assert notice(shown) == ""
    assert shown.board.filters.field.text() == ""


def test_answers_without_a_question_are_listed(shown: Shown) -> None:
    for question in list(shown.ids):
        shown.board.show_question(question)
        while shown.board.offer() is not None:
            shown.board.reject()
    loose = [row for row, item in enumerate(shown.board.model.items()) if isinstance(item, LooseItem)]
    assert loose
    asked: list[str] = []
    shown.board.place_requested.connect(lambda uid, _span: asked.append(uid))
    shown.board.view.choose(loose[0])
    shown.press(Qt.Key.Key_Return)
    assert len(asked) == 1


def test_the_question_is_current_again_when_one_comes_back(shown: Shown, session: Session, tmp_path: Path) -> None:
    paper = shown.board.paper
    assert paper is not None
    first = paper.asking
    shown.board.show_question(shown.ids[2])
    shown.show(add_paper(session, tmp_path, "kamervragen", NUMBERED))
    shown.show(first)
    assert shown.current == shown.ids[2]


@pytest.mark.parametrize("width", [420, 760, 1400])
def test_nothing_of_the_open_row_lies_outside_it(shown: Shown, width: int) -> None:
    shown.board.resize(width, 700)
    QApplication.sendPostedEvents()
    shown.board.show_question(shown.ids[1])
    row = shown.board.open_row
    assert row.width() == shown.board.view.viewport().width()
    for part in (row.verdict, row.buttons):
        assert row.rect().contains(part.geometry())
    assert row.heightForWidth(row.width()) == row.height()


def test_rows_that_are_questions_hold_an_item(shown: Shown) -> None:
    items = shown.board.model.items()
    assert {type(item) for item in items} >= {SectionItem, GroupItem, QuestionItem}


def test_the_current_row_stays_in_view_when_the_board_gets_less_room(shown: Shown) -> None:
    board = shown.board
    last = shown.ids[-1]
    board.show_question(last)
    rect = board.view.visualRect(board.view.currentIndex())
    assert 0 <= rect.top() < board.view.viewport().height()
    board.resize(1200, 360)
    QApplication.processEvents()
    rect = board.view.visualRect(board.view.currentIndex())
    assert 0 <= rect.top() < board.view.viewport().height()
    assert shown.current == last
