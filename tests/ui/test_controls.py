"""The shared small widgets do what they say: segments, search field, key sentences, chips, progress."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from reader.ui.controls import (
    BusyBar,
    Chip,
    CommandButton,
    ElidedLabel,
    KeyText,
    QuietToolButton,
    SearchField,
    SectionHeading,
    SegmentedControl,
    TokenLabel,
)
from reader.ui.labels import breakable
from reader.ui.style import ThemeStyle
from reader.ui.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


def test_a_segment_is_chosen_by_the_user_and_by_the_program(qtbot: QtBot, theme: Theme) -> None:
    control = SegmentedControl(theme)
    qtbot.addWidget(control)
    control.set_segments([("Read", None, None), ("Excerpts", None, None), ("", "square", "One pane")])
    assert control.current() == 0
    buttons = control.findChildren(type(control._segments[0]))
    with qtbot.waitSignal(control.selected) as selected:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert selected.args == [1]
    with qtbot.assertNotEmitted(control.selected):
        control.set_current(2)
    assert control.current() == 2
    control.set_count(1, 88)
    assert [button.accessibleName() for button in buttons] == ["Read", "Excerpts 88", "One pane"]


def test_new_segments_keep_the_choice_and_the_counts(qtbot: QtBot, theme: Theme) -> None:
    control = SegmentedControl(theme)
    qtbot.addWidget(control)
    control.set_segments([("Read", None, None), ("Excerpts", None, None)])
    control.set_current(1)
    control.set_count(1, 5)
    control.set_segments([("Lezen", None, None), ("Fragmenten", None, None)])
    assert control.current() == 1
    assert control._segments[1].accessibleName() == "Fragmenten 5"


def test_escape_empties_the_search_field(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField(theme, "Search", "Ctrl+F")
    qtbot.addWidget(field)
    field.resize(300, 30)
    empty = field.textMargins().right()
    qtbot.keyClicks(field, "abc")
    assert field.textMargins().right() < empty
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_a_sentence_with_keys_is_read_plainly_and_wraps(qtbot: QtBot, theme: Theme) -> None:
    sentence = KeyText(theme, "Select text and press [1] to [9].")
    qtbot.addWidget(sentence)
    assert sentence.accessibleName() == "Select text and press 1 to 9."
    assert [word for _, word, key in sentence._placed(1000) if key] == ["1", "9"]
    assert sentence.heightForWidth(80) > 2 * sentence.heightForWidth(1000)
    assert all(rect.right() <= 82 for rect, _, _ in sentence._placed(80))


def test_a_cut_text_is_whole_in_the_tooltip(qtbot: QtBot, theme: Theme) -> None:
    label = ElidedLabel(theme, "A title that is much too long for this place")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    assert label.toolTip() == ""


def test_headings_keep_the_plain_word(qtbot: QtBot, theme: Theme) -> None:
    heading = SectionHeading(theme, "Documents")
    qtbot.addWidget(heading)
    assert heading.text() == "Documents"


def test_delete_on_a_chip_asks_to_remove_the_label(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, "detentie", 2, 2, "2")
    qtbot.addWidget(chip)
    chip.show()
    chip.setFocus()
    with qtbot.waitSignal(chip.remove_requested):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    with qtbot.waitSignal(chip.clicked):
        qtbot.keyClick(chip, Qt.Key.Key_Space)


def test_buttons_are_large_enough_to_hit(qtbot: QtBot, theme: Theme) -> None:
    quiet, small = QuietToolButton(theme, "x", "Close"), CommandButton(theme, "Stop", small=True)
    for button in (quiet, small):
        qtbot.addWidget(button)
        assert button.sizeHint().width() >= 24
        assert button.sizeHint().height() >= 24
    assert quiet.accessibleName() == "Close"


def test_work_shows_itself_only_when_it_takes_long(qtbot: QtBot, theme: Theme) -> None:
    bar = BusyBar(theme)
    qtbot.addWidget(bar)
    clock = bar.findChild(QTimer)
    assert clock is not None
    bar.start("Importing")
    assert bar.isHidden()
    assert clock.interval() == 300
    bar.show_progress(0.5, "a.txt")
    assert bar.accessibleName() == "Importing: a.txt, 50 %"
    clock.timeout.emit()
    assert not bar.isHidden()
    with qtbot.waitSignal(bar.stop_requested):
        qtbot.mouseClick(bar.stop_button, Qt.MouseButton.LeftButton)
    bar.start("Importing")
    bar.hide()
    assert not clock.isActive()


def test_every_control_is_painted_in_every_theme(qtbot: QtBot, theme: Theme) -> None:
    widgets = [
        Chip(theme, "detentie", 2, 2, "2"),
        Chip(theme, "Label"),
        CommandButton(theme, "Save", icon_name="copy", keys="Enter", primary=True),
        SearchField(theme, "Search", "Ctrl+F"),
        KeyText(theme, "Press [N]."),
    ]
    for widget in widgets:
        qtbot.addWidget(widget)
        seen = []
        for name in ("light", "dark", "sepia"):
            theme.choose(name)
            seen.append(widget.grab().toImage())
        assert seen[0] != seen[1]
        assert seen[1] != seen[2]


def test_a_key_that_has_no_room_on_a_button_is_left_to_the_tooltip(qtbot: QtBot, theme: Theme) -> None:
    button = CommandButton(theme, "Place here", icon_name="check", keys="Enter")
    qtbot.addWidget(button)
    wide = button.sizeHint().width()
    button.show_keys(False)
    assert button.sizeHint().width() < wide
    assert button.toolTip() == "Enter"
    button.show_keys(True)
    assert button.sizeHint().width() == wide


def test_a_count_that_has_no_room_is_still_told(qtbot: QtBot, theme: Theme) -> None:
    control = SegmentedControl(theme)
    qtbot.addWidget(control)
    control.set_segments([("Read", None, None), ("Excerpts", None, None)])
    control.set_count(1, 88)
    wide = control.sizeHint().width()
    control.show_counts(False)
    assert control.sizeHint().width() < wide
    assert control.findChildren(QAbstractButton)[1].accessibleName() == "Excerpts 88"


def test_a_long_file_name_goes_on_in_the_next_line(qtbot: QtBot, theme: Theme) -> None:
    name = "2018D26395_Kamerbrief_over_de_integrale_migratieagenda_definitief_met_bijlagen.pdf"
    assert breakable(name).replace("\u200b", "") == name
    assert breakable("a.b 1.2 v. d. Berg") == "a.b 1.2 v. d. Berg", "no number or initial is torn apart"
    label = TokenLabel(theme, breakable(name))
    qtbot.addWidget(label)
    label.setWordWrap(True)
    whole = QLabel(name)
    qtbot.addWidget(whole)
    assert label.heightForWidth(whole.sizeHint().width() // 2) > whole.sizeHint().height()


class ListeningStyle(ThemeStyle):
    """Keeps the words that widgets draw."""

    def __init__(self) -> None:
        super().__init__(Theme("light"), 1.0)
        self.drawn: list[str] = []

    def drawItemText(self, *arguments: Any) -> None:
        self.drawn.append(arguments[5])
        super().drawItemText(*arguments)


def test_a_choice_that_is_too_long_for_its_box_is_cut_with_an_ellipsis(qtbot: QtBot) -> None:
    style, box = ListeningStyle(), QComboBox()
    qtbot.addWidget(box)
    box.setStyle(style)
    box.addItem("Verslag van een schriftelijk overleg over de integrale migratieagenda")
    for width in (160, 900):
        box.resize(width, 30)
        box.grab()
    cut, whole = style.drawn
    assert cut.endswith("…")
    assert box.itemText(0).startswith(cut[:-1])
    assert whole == box.itemText(0)
    box.setStyle(None)
