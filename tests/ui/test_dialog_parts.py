"""The parts of dialogs: buttons that wrap, a body that scrolls, Tab in the order of reading, boxes in little room."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.ui.dialog_parts import ButtonRow, ScrollingBody, allow_little_room, tab_as_laid_out

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


def test_a_body_scrolls_where_it_is_low_and_is_whole_in_its_width(qtbot: QtBot) -> None:
    column = QVBoxLayout()
    for number in range(20):
        column.addWidget(QCheckBox(f"A choice that needs some room, number {number}"))
    body = ScrollingBody(column)
    qtbot.addWidget(body)
    body.resize(body.minimumSizeHint())
    body.show()
    assert body.verticalScrollBar().maximum() > 0
    assert body.horizontalScrollBar().maximum() == 0
    assert body.minimumSizeHint().height() < body.sizeHint().height()
    body.resize(body.sizeHint())
    assert body.verticalScrollBar().maximum() == 0


class Form(QDialog):
    """Made in another order than it is laid out in, as a dialog whose default button is made first."""

    def __init__(self, *, without_first: bool = False) -> None:
        super().__init__()
        self.save = QPushButton("Save", self)
        self.last, self.first = QLineEdit(self), QLineEdit(self)
        self.first.setEnabled(not without_first)
        self.left, self.right = QComboBox(self), QCheckBox("Right", self)
        self.tabs = QTabWidget(self)
        self.in_tab = QCheckBox("In a tab")
        self.tabs.addTab(self.in_tab, "Tab")
        inside = QVBoxLayout()
        inside.addWidget(self.first)
        splitter = QSplitter(self)
        splitter.addWidget(self.left)
        splitter.addWidget(self.right)
        column = QVBoxLayout(self)
        column.addWidget(ScrollingBody(inside))
        column.addWidget(splitter)
        column.addWidget(self.tabs)
        column.addWidget(self.last)
        column.addLayout(ButtonRow((), (self.save,), gap=GAP, margins=QMargins()))
        tab_as_laid_out(self)


def tab_stops(dialog: QDialog) -> Iterator[QWidget]:
    """Where Tab comes, from where the focus is."""
    start = widget = dialog.focusWidget()
    assert start is not None
    while widget is not None:
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes_focus and widget.isVisible() and widget.isEnabled() and widget.window() is dialog:
            yield widget
        widget = widget.nextInFocusChain()
        if widget is start:
            return


def test_tab_goes_as_the_eye_does_and_begins_at_the_first_field(qtbot: QtBot) -> None:
    form = Form()
    qtbot.addWidget(form)
    form.show()
    expected = [form.first, form.left, form.right, form.tabs.tabBar(), form.in_tab, form.last, form.save]
    assert list(tab_stops(form)) == expected


def test_the_focus_begins_at_what_can_be_used(qtbot: QtBot) -> None:
    form = Form(without_first=True)
    qtbot.addWidget(form)
    assert form.focusWidget() is form.left


def test_what_a_narrow_box_cuts_off_is_in_its_tooltip(qtbot: QtBot) -> None:
    box, wide = QComboBox(), QComboBox()
    for each in (box, wide):
        qtbot.addWidget(each)
        each.addItems(["Kort", "Verslag van een schriftelijk overleg over de integrale migratieagenda"])
    allow_little_room(box)
    assert box.minimumSizeHint().width() < wide.minimumSizeHint().width() / 2
    assert box.toolTip() == "Kort"
    box.setCurrentIndex(1)
    assert box.toolTip() == box.itemText(1)
