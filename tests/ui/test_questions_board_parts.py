"""Parts of the questions board: filters in the side bar, marked text, the chosen row opened wholly, narrow windows."""

# ruff: noqa: F811  (a fixture is imported, then named as a parameter)
from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.model import BUILTIN_VERDICTS
from reader.models.board_items import BoardFilter
from reader.questions.board import STATES, State
from reader.ui.board_filter_rows import CheckRow
from reader.ui.board_head import StateBar
from reader.ui.board_parts import STATE_SIGNS, columns_of, verdict_sign
from reader.ui.board_text import Mark, MarkedText, marks_of
from reader.ui.resources import icon_path
from reader.ui.theme import Theme, reading_font
from tests.ui.board_fixtures import Shown, english, session, shown  # noqa: F401


def fracties(shown: Shown) -> dict[str, int]:
    found: dict[str, int] = {}
    for item in shown.board.model.questions():
        name = item.row.question.fractie or ""
        found[name] = found.get(name, 0) + 1
    return found


# filters


def test_unticking_a_fractie_hides_its_questions_and_all_brings_them_back(shown: Shown, qtbot: QtBot) -> None:
    filters = shown.board.filters
    before = fracties(shown)
    qtbot.mouseClick(filters.fracties.row("BBB"), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert fracties(shown) == {name: count for name, count in before.items() if name != "BBB"}
    assert not filters.fracties.all.isHidden()
    filters.fracties.all.click()
    assert fracties(shown) == before
    assert filters.fracties.all.isHidden()


def test_enter_leaves_only_one_and_once_more_all(shown: Shown, qtbot: QtBot) -> None:
    row = shown.board.filters.fracties.row("D66")
    before = fracties(shown)
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert set(fracties(shown)) == {"D66"}
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert fracties(shown) == before


def test_counts_are_of_the_whole_paper(shown: Shown) -> None:
    filters = shown.board.filters
    total = len(shown.ids)
    shown.board.accept()
    filters.set_filter(BoardFilter(hidden_states=frozenset(set(STATES) - {"confirmed"})))
    assert len(shown.ids) == 1
    counts = [int(filters.states.row(state).accessibleName().rpartition(", ")[2]) for state in STATES]
    assert sum(counts) == total
    assert counts[STATES.index("confirmed")] == 1


def test_verdicts_are_listed_once_given_and_none_ticked_hides_nothing(shown: Shown) -> None:
    first, total = shown.current, len(shown.ids)
    shown.board.set_verdict("refused")
    assert len(shown.ids) == total
    row = shown.board.filters.verdicts.row(BUILTIN_VERDICTS[2].uid)
    row.setChecked(True)
    assert shown.ids == [first]
    row.setChecked(False)
    assert len(shown.ids) == total


def test_a_row_says_its_count_aloud(qapp: QApplication, qtbot: QtBot) -> None:
    row = CheckRow(Theme("light"))
    qtbot.addWidget(row)
    row.show_facts("SP", "13", "", "")
    assert row.accessibleName() == "SP, 13"


# the open row


def test_a_long_text_is_cut_and_shown_wholly_when_asked(shown: Shown) -> None:
    shown.board.resize(760, 700)
    QApplication.sendPostedEvents()
    row = shown.board.open_row
    long = max(shown.board.model.questions(), key=lambda item: len(item.row.question.text))
    shown.board.show_question(long.id)
    text = MarkedText(Theme("light"), lambda weight: reading_font(15, weight), 21)
    text.set_text("woord " * 200, (), 8)
    assert text.is_cut(300)
    assert text.heightForWidth(300) == 8 * 21
    text.set_text("woord " * 200)
    assert not text.is_cut(300)
    assert row.heightForWidth(row.width()) == row.height()


def test_shared_words_are_underlined(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme("light")
    plain, marked = (MarkedText(theme, lambda weight: reading_font(15, weight), 21) for _number in range(2))
    words = "Wat is de 🚢 voortgang van het onderzoek?"
    start = words.index("onderzoek")
    plain.set_text(words)
    marked.set_text(words, [Mark(start, start + 9, is_shared=True)])
    pixels = []
    for text in (plain, marked):
        qtbot.addWidget(text)
        text.resize(500, 30)
        picture = QImage(500, 30, QImage.Format.Format_RGB32)
        picture.fill(theme.color("page"))
        text.render(picture)
        warn = theme.color("warn").rgb()
        pixels.append([x for x in range(500) if any(picture.pixel(x, y) == warn for y in range(30))])
    assert pixels[0] == []
    assert pixels[1][0] > 100
    assert pixels[1] == list(range(pixels[1][0], pixels[1][-1] + 1))


def test_the_lead_in_is_quieter_but_not_its_shared_words() -> None:
    assert marks_of(10, [(3, 5), (12, 14)]) == [
        Mark(0, 3, "text2"),
        Mark(3, 5, is_shared=True),
        Mark(5, 10, "text2"),
        Mark(12, 14, is_shared=True),
    ]
    assert marks_of(0, []) == []


# measures and signs


@pytest.mark.parametrize("width", [360, 700, 1000, 1212, 2400])
def test_columns_never_overlap_nor_leave_the_board(width: int, qapp: QApplication) -> None:
    columns = columns_of(width)
    if columns.is_stacked:
        assert columns.question == columns.answer
    else:
        places = [columns.state, columns.question, columns.answer, columns.verdict]
        for (x, room), (following, _room) in pairwise(places):
            assert x + room < following
        assert columns.question[1] == columns.answer[1]
    assert columns.body[0] + columns.body[1] <= width


def test_every_state_and_verdict_has_its_own_sign() -> None:
    signs = [STATE_SIGNS[state][0] for state in STATES]
    verdicts = [verdict_sign(verdict)[0] for verdict in (None, *BUILTIN_VERDICTS)]
    for names in (signs, verdicts):
        assert len(set(names)) == len(names)
        for name in names:
            assert icon_path(name).is_file()


def test_the_bar_shows_a_part_for_every_state_that_occurs(qapp: QApplication, qtbot: QtBot) -> None:
    bar = StateBar(Theme("light"))
    qtbot.addWidget(bar)
    states: dict[State, int] = {"confirmed": 1, "suggested": 0, "several": 0, "nothing": 500, "open": 1}
    bar.show_states(states)
    assert bar.accessibleName() == "1 confirmed, 500 with nothing found, 1 checked, open"
    bar.resize(200, 12)
    assert not bar.grab().isNull()


def test_in_a_narrow_window_buttons_keep_their_names(shown: Shown) -> None:
    head = shown.board.head
    shown.board.resize(1300, 600)
    QApplication.sendPostedEvents()
    assert head.report.text() == "Report of open questions"
    shown.board.resize(480, 600)
    QApplication.sendPostedEvents()
    assert head.report.text() == ""
    assert head.report.accessibleName() == "Report of open questions"
