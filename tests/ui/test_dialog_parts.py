"""The parts of dialogs: a body that scrolls, Tab in the order of reading, boxes in little room."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.ui.button_row import ButtonRow
from reader.ui.dialog_parts import ScrollingBody, allow_little_room, tab_as_laid_out


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
        column.addLayout(ButtonRow((), (self.save,), gap=8, margins=QMargins()))
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
