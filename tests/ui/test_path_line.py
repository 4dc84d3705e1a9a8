"""Where the path of headings has no room, it says less, from the outside in."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from reader.ui.path_line import PathLine, shortened
from reader.ui.theme import Theme


def test_numbers_stand_for_headings_before_headings_go() -> None:
    forms = list(shortened(["II. Reactie van de Staatssecretaris", "1. Achtergrond", "Bijlage"]))
    assert forms[0] == ["II. Reactie van de Staatssecretaris", "1. Achtergrond", "Bijlage"]
    assert forms[1] == ["II", "1. Achtergrond", "Bijlage"]
    assert forms[3] == ["II", "1", "…"]
    assert forms[-1] == []
    lengths = [sum(map(len, form)) for form in forms]
    assert lengths == sorted(lengths, reverse=True)


def test_it_says_all_to_a_screen_reader_and_in_the_tool_tip(qtbot: QtBot) -> None:
    line = PathLine(Theme("light"))
    qtbot.addWidget(line)
    line.show_place("p. 22", ["II. Reactie", "1.4 Terugkeer"])
    assert line.accessibleName() == line.toolTip() == "p. 22    II. Reactie › 1.4 Terugkeer"
