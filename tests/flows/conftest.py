"""The real window on a project, and a user who drives it with keys and mouse only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Desk, make_desk
from reader.config import Settings
from reader.domain.model import Span
from reader.ui.document_pane import DocumentPane
from reader.ui.main_window import MainWindow
from reader.ui.reading_view import ReadingView

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton


class User:
    """Acts on the window as a person does; looks at it through what it shows."""

    def __init__(self, desk: Desk, bot: QtBot) -> None:
        self.desk, self.bot = desk, bot

    @property
    def window(self) -> MainWindow:
        return self.desk.window

    @property
    def project(self) -> Any:
        assert self.window.session is not None
        return self.window.session.project

    @property
    def panes(self) -> tuple[DocumentPane, ...]:
        return self.window.project_view.pane_row.panes

    @property
    def pane(self) -> DocumentPane:
        pane = self.window.project_view.pane
        assert pane is not None
        return pane

    @property
    def text(self) -> ReadingView:
        return self.pane.view

    def settle(self) -> None:
        """Wait for what is at hand, as a person would."""
        QApplication.processEvents()
        if self.window.session is not None:
            self.window.session.large_acts.finish()
        self.window.refresh_state_now()

    def until(self, condition: Any) -> None:
        self.bot.waitUntil(condition, timeout=5000)
        self.settle()

    # keys

    def press(self, keys: str, widget: QWidget | None = None) -> None:
        """Press keys such as "Ctrl+Shift+Right" where the focus is."""
        from PySide6.QtGui import QKeySequence

        combination = QKeySequence(keys)[0]
        self._be_in_a_window()
        target = widget or QApplication.focusWidget() or self.window
        QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        self.settle()

    def _be_in_a_window(self) -> None:
        """Offscreen, a popup that asks for no focus gets it all the same, and nobody gives it back to the window."""
        active = QApplication.activeWindow()
        if active is None or active.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating):
            self.window.activateWindow()
            self.bot.waitUntil(lambda: QApplication.activeWindow() is self.window, timeout=5000)

    def type(self, text: str) -> None:
        self._be_in_a_window()
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, text)
        self.settle()

    def find_with_keys(self, words: str) -> None:
        """Ctrl+F, the words, Enter, Esc: the caret is at the first hit."""
        self.press("Ctrl+F")
        field = self.pane.find_bar.field
        self.until(field.hasFocus)
        field.selectAll()
        self.type(words)
        self.press("Return")
        assert self.pane.find_bar.hits, f"“{words}” is not in this paper"
        self.press("Escape")
        self.until(self.text.hasFocus)

    # mouse

    def click(self, widget: QWidget, at: QPoint | None = None, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseClick(widget, LEFT, modifiers, at if at is not None else widget.rect().center())
        self.settle()

    def double_click(self, widget: QWidget, at: QPoint) -> None:
        QTest.mouseClick(widget, LEFT, NONE, at)
        QTest.mouseDClick(widget, LEFT, NONE, at)
        self.settle()

    def click_action(self, act_id: str) -> None:
        """Choose an action in the menu bar: a click on the menu, a click on the action."""
        self.window.refresh_state_now()
        action = self.window.actions_table[act_id]
        bar = self.window.menuBar()
        for heading in bar.actions():
            menu = heading.menu()
            if isinstance(menu, QMenu) and action in menu.actions():
                QTest.mouseClick(bar, LEFT, NONE, bar.actionGeometry(heading).center())
                self.until(menu.isVisible)
                self.click_in_menu(menu, action)
                return
        raise AssertionError(f"{act_id} is in no menu")

    def click_in_menu(self, menu: QMenu, action: QAction) -> None:
        assert action.isEnabled(), f"“{action.text()}” is disabled"
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(action).center())
        self.settle()

    def show_words(self, pane: DocumentPane, words: str) -> Span:
        """Bring words into view, as scrolling would; gives where they are."""
        hits = pane.view.find(words)
        assert hits, f"“{words}” is not in this paper"
        pane.view.reveal(hits[0], frame=False)
        self.until(lambda: bool(pane.view.rects_of(hits[0])))
        return hits[0]

    def drag_over(self, pane: DocumentPane, words: str) -> Span:
        """Select words with the mouse, from their first letter to their last."""
        span = self.show_words(pane, words)
        rects = pane.view.rects_of(span)
        viewport = pane.view.viewport()
        start = QPoint(round(rects[0].left()) + 1, round(rects[0].center().y()))
        end = QPoint(round(rects[-1].right()), round(rects[-1].center().y()))
        QTest.mousePress(viewport, LEFT, NONE, start)
        QTest.mouseMove(viewport, (start + end) / 2)
        QTest.mouseMove(viewport, end)
        QTest.mouseRelease(viewport, LEFT, NONE, end)
        self.settle()
        assert pane.view.selection() == span
        return span

    def button(self, parent: QWidget, part_of_name: str) -> QAbstractButton:
        """The visible button whose text, accessible name or tool tip holds these words."""
        for button in parent.findChildren(QAbstractButton):
            names = (button.text(), button.accessibleName(), button.toolTip())
            if button.isVisible() and any(part_of_name.casefold() in name.casefold() for name in names):
                return button
        raise AssertionError(f"no visible button “{part_of_name}”")

    def rows(self) -> dict[str, Any]:
        """All of the user's work that is in the project, without the moments at which it was made."""
        project = self.project
        return {
            "documents": {d.uid: d.title for d in project.documents()},
            "highlights": {
                h.uid: (h.document_uid, h.start, h.end, h.quote, h.kind, h.note) for h in project.highlights()
            },
            "tags": {t.uid: (t.name, t.hue, t.pattern, t.digit, t.parent_uid) for t in project.tags()},
            "taggings": {(t.highlight_uid, t.tag_uid) for t in project.taggings()},
            "links": {k.uid: (k.kind_uid, k.source_uid, k.target_uid) for k in project.links()},
        }


@pytest.fixture
def user(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[User]:
    """A user in front of the window that has no project open yet, in English, in the light theme."""
    settings = Settings.load(tmp_path / "settings")
    for option, value in {"language": "en", "theme": "light", "author": "Test", "open_last": False}.items():
        settings.set(option, value)
    desk = make_desk(settings)
    desk.window.resize(1440, 900)
    desk.window.show()
    qtbot.waitExposed(desk.window)
    desk.window.activateWindow()
    yield User(desk, qtbot)
    desk.close()
    QApplication.processEvents()


@pytest.fixture
def at_sample(user: User, sample_project: Path) -> User:
    """The user with the sample project open."""
    assert user.window.project_files.open_path(sample_project)
    user.settle()
    return user
