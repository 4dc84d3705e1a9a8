"""What a screen reader gets of the reading view, asked through Qt's own interfaces."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleTextInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.ui import accessible_text, caret_view, reading_notes
from reader.ui.accessible_text import install_accessibility
from reader.ui.theme import Theme
from tests.ui.reading_bench import ReadingBench


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> ReadingBench:
    install_accessibility()
    made = ReadingBench(Theme("light"))
    qtbot.addWidget(made.view)
    made.show()
    return made


@pytest.fixture
def text(bench: ReadingBench) -> QAccessibleTextInterface:
    found = QAccessible.queryAccessibleInterface(bench.view).textInterface()
    assert found is not None
    return found


def units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def test_the_view_is_a_document_that_answers_every_question(bench: ReadingBench) -> None:
    interface = QAccessible.queryAccessibleInterface(bench.view)
    assert interface.role() == QAccessible.Role.Document
    assert interface.state().readOnly
    assert interface.childCount() == 0
    for name in ("action", "value", "editableText", "selection", "attributes", "tableCell"):
        getattr(interface, f"{name}Interface")()
    for kind in QAccessible.Text:
        interface.text(kind)
    interface.childAt(5, 5)
    interface.focusChild()
    interface.rect()


def test_the_text_is_that_which_is_shown(bench: ReadingBench, text: QAccessibleTextInterface) -> None:
    assert text.characterCount() == units(bench.reading.text)
    assert text.text(0, text.characterCount()) == bench.reading.text
    at = units(bench.reading.text[: bench.reading.text.index("foto's")])
    assert text.text(at, at + 6) == "foto's", "offsets are UTF-16, also behind an astral character"


def test_the_caret_and_the_selection_go_both_ways(bench: ReadingBench, text: QAccessibleTextInterface) -> None:
    bench.view.set_caret(bench.span("foto's").start)
    at = text.cursorPosition()
    assert text.text(at, at + 4) == "foto"
    text.setCursorPosition(at + 5)
    assert bench.at_caret(1) == "s"
    text.addSelection(at, at + 6)
    assert bench.selected() == "foto's"
    assert text.selectionCount() == 0, "what PySide6 would answer about a selection is not what Python says"
    text.setSelection(0, at, at + 4)
    assert bench.selected() == "foto"
    text.removeSelection(0)
    assert bench.view.selection() is None


def test_characters_have_places_on_the_screen(bench: ReadingBench, text: QAccessibleTextInterface) -> None:
    at = units(bench.reading.text[: bench.reading.text.index("kustwacht")])
    rect = text.characterRect(at)
    assert text.offsetAtPoint(rect.center()) == at
    assert text.offsetAtPoint(QPoint(-500, -500)) == -1
    end = text.characterCount()
    assert text.characterRect(end - 3).isEmpty(), "out of view"
    text.scrollToSubstring(end - 5, end)
    assert not text.characterRect(end - 3).isEmpty()


def test_entering_a_highlight_is_announced_once(bench: ReadingBench, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(reading_notes, "is_heard", lambda: True)
    monkeypatch.setattr(reading_notes, "announce", lambda _view, words: said.append(words))
    highlight = bench.mark("kustwacht", "tag1", "tag2", note="n")
    bench.link(highlight, bench.mark("Alinea 1 gaat", kind="anchor"))
    bench.view.set_caret(highlight.start)
    bench.view.set_caret(highlight.start + 1)
    assert said == ["highlighted: Detentie, Kustwacht, 1 note, 1 link"]
    bench.view.set_caret(highlight.end + 2)
    bench.view.set_caret(highlight.start)
    assert len(said) == 2
    bench.view.choose(highlight.uid)
    assert said[-1].endswith("kustwacht")


def test_what_comes_into_the_selection_and_leaves_it_is_announced(
    bench: ReadingBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(reading_notes, "is_heard", lambda: True)
    monkeypatch.setattr(reading_notes, "announce", lambda _view, words: said.append(words))
    start = bench.reading.text.index("kustwacht")
    bench.view.select_range(start, start + 5)
    bench.view.move_caret(start + 9, extend=True)
    bench.view.move_caret(start + 4, extend=True)
    bench.view.clear_selection()
    assert said == ["kustw selected", "acht selected", "wacht no longer selected", "nothing selected"]


def test_a_heading_is_announced_when_the_caret_comes_into_it(
    bench: ReadingBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    heading = next(i for i in range(bench.reading.paragraph_count) if bench.reading.kind(i) == "heading")
    start = bench.reading.paragraph_start(heading)
    bench.view.move_caret(len(bench.reading.text))
    monkeypatch.setattr(reading_notes, "is_heard", lambda: True)
    monkeypatch.setattr(reading_notes, "announce", lambda _view, words: said.append(words))
    bench.view.move_caret(start)
    bench.view.move_caret(start + 1)
    assert said == [f"heading, level {bench.reading.level(heading)}"]


def test_moves_are_told_when_somebody_listens(bench: ReadingBench, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(caret_view, "tell_caret", lambda _view, _offset: told.append("caret"))
    monkeypatch.setattr(caret_view, "tell_selection", lambda *_: told.append("selection"))
    bench.view.set_selection(bench.span("kustwacht"))
    assert "caret" in told
    assert "selection" in told
    monkeypatch.undo()
    monkeypatch.setattr(accessible_text, "is_heard", lambda: True)
    bench.view.set_selection(bench.span("financiering"))  # real events, to nobody
    accessible_text.announce(bench.view, "words")


def test_views_that_were_asked_can_go(qtbot: QtBot, qapp: QApplication) -> None:
    install_accessibility()
    theme = Theme("light")
    for _ in range(3):
        made = ReadingBench(theme)
        assert QAccessible.queryAccessibleInterface(made.view).textInterface() is not None
        made.view.deleteLater()
        QApplication.sendPostedEvents(None, 52)
        del made
        gc.collect()
