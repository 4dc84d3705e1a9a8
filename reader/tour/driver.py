"""The hands and eyes of the tour: keys, actions, waiting for an effect, and pictures of the window."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

WIDTH, HEIGHT = 1440, 900  # px
PATIENCE = 30.0  # seconds a step may take to have its effect, also on a busy computer


class TourFailed(Exception):
    """A step did not have its effect."""


class Driver:
    """The window of the tour. Acts reach it as keys and through its actions, as a user's do."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtWidgets import QApplication

        from reader.app import make_desk
        from reader.config import Settings

        self.folder = folder
        self.number = 0
        settings = Settings.load(folder / "settings")
        settings.set("language", "nl")
        settings.set("theme", "light")
        settings.set("author", "Rondleiding")
        self.settings = settings
        self.desk = make_desk(settings)
        self.window = self.desk.window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.application = application
        self.window.resize(WIDTH, HEIGHT)
        self.window.show()
        self.window.activateWindow()

    @property
    def view(self):  # type: ignore[no-untyped-def]
        return self.window.project_view

    @property
    def project(self):  # type: ignore[no-untyped-def]
        assert self.window.session is not None
        return self.window.session.project

    def paper(self, part_of_title: str):  # type: ignore[no-untyped-def]
        return next(document for document in self.project.documents() if part_of_title in document.title)

    def act(self, act_id: str) -> None:
        """Trigger an action of the table; one that is disabled is a failure."""
        self.window.refresh_state_now()
        action = self.window.actions_table[act_id]
        self.require(action.isEnabled(), f"“{action.text()}” can be chosen")
        action.trigger()
        self.settle()

    def key(self, name: str) -> None:
        """Press a key in the text of the active pane."""
        assert self.view.pane is not None
        self.press(self.view.pane.view, name)

    def press(self, widget, name: str) -> None:  # type: ignore[no-untyped-def]
        """Press a key in a part of the window."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        keys = {"return": Qt.Key.Key_Return, "escape": Qt.Key.Key_Escape}
        code = keys.get(name) or Qt.Key(ord(name.upper()))
        self.window.refresh_state_now()
        self.window.activateWindow()  # a bar that was shown may have it
        widget.setFocus()
        self.settle()
        QTest.keyClick(widget, code)
        self.settle()

    def select_words(self, count: int) -> None:
        """Select words with Ctrl+Shift+Right."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        assert self.view.pane is not None
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        for _ in range(count):
            QTest.keyClick(self.view.pane.view, Qt.Key.Key_Right, modifiers)
        self.settle()

    def type_text(self, text: str) -> None:
        from PySide6.QtTest import QTest

        widget = self.application.focusWidget()
        self.require(widget is not None, "something has the focus to type in")
        assert widget is not None
        QTest.keyClicks(widget, text)
        self.settle()

    def find_words(self, words: str) -> bool:
        """Look words up in the active pane and put the caret at the first hit."""
        pane = self.view.pane
        assert pane is not None
        hits = pane.view.find(words)
        if hits:
            pane.view.clear_selection()
            pane.view.choose("")
            pane.view.set_caret(hits[0].start)
            pane.view.reveal(hits[0], frame=False)
        self.settle()
        return bool(hits)

    def choose(self, option: str, value: str) -> None:
        self.settings.set(option, value)
        self.window.option_chosen.emit(option)
        self.settle()

    def settle(self) -> None:
        """Let the window finish what it is at, motions included."""
        from PySide6.QtTest import QTest

        QTest.qWait(250)

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        """Wait until a step has had its effect."""
        end = time.monotonic() + PATIENCE
        while not condition():
            self.application.processEvents()
            if time.monotonic() > end:
                raise TourFailed(what)
        self.settle()

    def require(self, condition: object, what: str) -> None:
        if not condition:
            raise TourFailed(what)

    def shoot(self, name: str, widget: object = None) -> None:
        """A picture of the window with what pops up over it, or of a dialog."""
        from PySide6.QtGui import QPainter
        from PySide6.QtWidgets import QWidget

        self.settle()
        target = widget if isinstance(widget, QWidget) else self.window
        picture = target.grab()
        painter = QPainter(picture)
        for popup in self.application.topLevelWidgets():
            if popup is not target and popup.isVisible() and popup is not self.window and widget is None:
                painter.drawPixmap(self.window.mapFromGlobal(popup.pos()), popup.grab())
        painter.end()
        if not picture.save(str(self.next_picture(name))):
            raise TourFailed(f"the picture {name} could not be written")

    def next_picture(self, name: str) -> Path:
        """Where the next picture goes."""
        self.number += 1
        return self.folder / f"{self.number:02d}-{name}.png"
