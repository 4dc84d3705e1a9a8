"""Buttons at both ends of a row, which wrap where there is too little room."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.ui.button_row import ButtonRow

GAP, MARGIN = 8, 10  # px


class Footer(QWidget):
    """Words and a button at the left, two buttons at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.copy, self.words = QPushButton("Copy report"), QLabel("These keep the sign that they are to be checked.")
        self.words.setWordWrap(True)
        self.cancel, self.add = QPushButton("Cancel"), QPushButton("Add the new version")
        margins = QMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row = ButtonRow((self.copy, self.words), (self.cancel, self.add), gap=GAP, margins=margins)
        self.setLayout(row)

    def parts(self) -> list[QWidget]:
        return [part for part in (self.copy, self.words, self.cancel, self.add) if not part.isHidden()]

    def be_wide(self, width: int) -> None:
        self.resize(width, self.heightForWidth(width))
        self.layout().activate()  # type: ignore[union-attr]

    def tops(self) -> set[int]:
        """The rows that the buttons stand in."""
        return {part.geometry().center().y() for part in self.parts()}


@pytest.fixture
def footer(qtbot: QtBot) -> Footer:
    footer = Footer()
    qtbot.addWidget(footer)
    footer.show()
    return footer


def test_where_there_is_room_all_is_in_one_row_and_the_words_take_what_is_left(footer: Footer) -> None:
    footer.be_wide(900)
    assert len(footer.tops()) == 1
    assert footer.copy.x() == MARGIN
    assert footer.add.geometry().right() + 1 == 900 - MARGIN
    assert footer.cancel.x() - footer.words.geometry().right() - 1 == GAP
    narrow = footer.words.width()
    footer.be_wide(1000)
    assert footer.words.width() == narrow + 100
    assert footer.add.width() == footer.add.sizeHint().width()


def test_buttons_at_both_ends_stand_apart(qtbot: QtBot) -> None:
    box, button = QCheckBox("Without this list"), QPushButton("Import")
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayout(ButtonRow((box,), (button,), gap=GAP, margins=QMargins()))
    holder.resize(500, 40)
    holder.show()
    assert (box.x(), button.geometry().right() + 1) == (0, 500)


@given(st.integers(min_value=260, max_value=1200), st.sets(st.integers(min_value=0, max_value=3), max_size=3))
def test_at_any_width_every_button_is_whole_and_apart_from_the_others(width: int, hidden: set[int]) -> None:
    QApplication.instance() or QApplication([])
    footer = Footer()
    for number in hidden:
        (footer.copy, footer.words, footer.cancel, footer.add)[number].hide()
    footer.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    footer.show()
    footer.be_wide(width)
    inner = footer.rect().marginsRemoved(QMargins(MARGIN, MARGIN, MARGIN, MARGIN))
    parts = footer.parts()
    for part in parts:
        assert inner.contains(part.geometry()), part
        assert isinstance(part, QLabel) or part.size() == part.sizeHint()
    for before, after in pairwise(parts):
        assert not before.geometry().intersects(after.geometry())
        same_row = before.geometry().center().y() == after.geometry().center().y()
        assert not same_row or after.x() > before.geometry().right()
    footer.close()


def test_where_there_is_too_little_room_the_right_ones_go_on_below(footer: Footer) -> None:
    footer.be_wide(420)
    assert footer.copy.geometry().bottom() < footer.add.y()
    assert footer.add.geometry().right() + 1 == 420 - MARGIN
    assert footer.minimumSizeHint().width() <= 260
