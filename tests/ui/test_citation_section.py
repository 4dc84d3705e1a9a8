"""The citation in the panel: its styles, what is not known, and dragging it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.citation import CitationTemplate, Place
from reader.domain.model import Document
from reader.ui.citation_section import CitationSection
from reader.ui.citing import STYLES
from reader.ui.theme import Theme

PAPER = Document(
    "paper", "Overleg", "text", kind="schriftelijk-overleg", date="2018-06", dossiers=("19637",), number="2395",
    chamber="Tweede Kamer",
)  # fmt: skip


@pytest.fixture
def section(qtbot: QtBot, qapp: QApplication) -> CitationSection:
    section = CitationSection(Theme("light"))
    qtbot.addWidget(section)
    section.resize(272, 300)
    section.show()
    section.show_place(PAPER, Place(("24",)))
    return section


def test_apa_shows_the_entry_and_what_stands_in_the_text(section: CitationSection) -> None:
    assert not section.in_text.isVisible()
    section.set_style("apa")
    assert "(2018, juni). <i>Overleg</i> (Kamerstuk 19637, nr. 2395)." in section.words.text()
    assert section.in_text.isVisible()
    assert "(Tweede Kamer der Staten-Generaal, 2018, p. 24)" in section.in_text.text()


def test_what_is_not_known_is_asked_for(section: CitationSection) -> None:
    asked: list[tuple[str, str]] = []
    section.facts_requested.connect(lambda uid, fact: asked.append((uid, fact)))
    assert not section.fill_button.isVisible()
    section.show_place(replace(PAPER, date=None, dossiers=()), Place())
    assert section.unknown.text() == "Not known: dossier, parliamentary year."
    section.fill_button.click()
    assert asked == [("paper", "dossiers")]
    section.set_style(CitationTemplate("{{ title }}"))
    assert not section.fill_button.isVisible()


def test_the_menu_tells_the_choice_and_leaves_the_change_to_others(section: CitationSection) -> None:
    told: list[str] = []
    wanted: list[bool] = []
    section.style_changed.connect(told.append)
    section.template_requested.connect(lambda: wanted.append(True))
    menu = section.chooser_menu
    for action in menu.actions():
        if not action.isSeparator():
            action.trigger()
    assert told == list(STYLES)
    assert wanted == [True]
    assert section.style_name == "leidraad"
    section.set_style(CitationTemplate("{{ title }}"))
    assert [action.data() for action in menu.actions() if action.isChecked()] == ["template"]


def test_the_button_copies_on_a_click_and_is_dragged_else(section: CitationSection, qtbot: QtBot) -> None:
    told: list[str] = []
    section.copy_requested.connect(lambda: told.append("copy"))
    section.drag_requested.connect(lambda: told.append("drag"))
    button = section.copy_button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == ["copy"]
    start = button.rect().center()
    qtbot.mousePress(button, Qt.MouseButton.LeftButton, pos=start)
    for step in (30, 60):
        at = start + QPoint(0, step)
        event = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(at), QPointF(button.mapToGlobal(at)), Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(button, event)
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton, pos=start)
    assert told == ["copy", "drag"]
