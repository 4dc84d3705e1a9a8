"""Drives the real window through the main job and leaves numbered pictures and the exports in a folder."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reader.sample import build_sample

WIDTH, HEIGHT = 1440, 900  # px
PATIENCE = 10.0  # seconds a step may take to have its effect


class TourFailed(Exception):
    """A step did not have its effect."""


def run_tour(folder: Path) -> int:
    """Make the sample project in `folder`, do the main job in the real window, check each step. Gives the exit code."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder / "settings", ignore_errors=True)
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_large_screen(folder / 'settings')}"
    for old in [*folder.glob("[0-9][0-9]-*.png"), *folder.glob("tour.vindplaats*"), *folder.glob("excerpts.*")]:
        old.unlink()
    try:
        _Tour(folder).run()
    except TourFailed as failure:
        print(f"The tour failed: {failure}", file=sys.stderr)
        return 1
    print(f"Pictures and exports are in {folder}")
    return 0


def _large_screen(folder: Path) -> Path:
    """A description of a screen on which the window and its popups have room; the one offscreen has is 800 px wide."""
    folder.mkdir(parents=True)
    screen = {
        "name": "tour",
        "x": 0,
        "y": 0,
        "width": 1920,
        "height": 1200,
        "logicalDpi": 96,
        "logicalBaseDpi": 96,
        "dpr": 1,
    }
    path = folder / "screen.json"
    path.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": [screen]}), encoding="utf-8")
    return path.absolute()


class _Tour:
    """One run of the tour. Acts reach the window as keys and through its actions, as a user's do."""

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

    def run(self) -> None:
        self.shoot("welkom")
        path = self.folder / "tour.vindplaats"
        build_sample(path)
        self.require(self.window.exchange.open_path(path), "the sample project opens")
        self.open_two_papers()
        self.mark()
        self.link_and_follow()
        self.find_and_search()
        self.undo_and_redo()
        self.overviews()
        self.other_looks()
        self.export()
        self.window.close()
        self.settle()

    # -- the job -------------------------------------------------------------------------------------------------------

    def open_two_papers(self) -> None:
        row = self.view.pane_row
        consultation, letter = self.paper("integrale migratieagenda"), self.paper("detentiecentra")
        for pane in list(row.panes)[1:]:
            row.close_pane(pane)
        self.view.open_document(consultation.uid)
        self.view.open_document(letter.uid, new_pane=True)
        self.require(len(row.panes) == 2, "two panes are open")
        self.act("pane.1")
        self.find_words("Het kabinet deelt de zorgen") or self.find_words("mensenhandel")
        self.shoot("twee-stukken-naast-elkaar")

    def mark(self) -> None:
        before = len(self.project.highlights())
        self.require(self.find_words("migratieovereenkomsten"), "the words are found")
        self.select_words(7)
        self.require(self.view.selection() is not None, "words are selected by keyboard")
        self.view.show_selection_bar()
        self.shoot("selectie-met-labels")
        self.key("2")
        self.wait(lambda: len(self.project.highlights()) == before + 1, "the digit makes a highlight with a label")
        self.first_uid = self.view.chosen()
        self.key("escape")
        self.key("escape")
        self.find_words("migratieovereenkomsten")
        self.select_words(3)
        self.key("1")
        self.wait(lambda: len(self.project.highlights()) == before + 2, "a second label overlaps the first")
        self.act("note")
        self.type_text("Waarom zonder plafond?")
        self.window.project_view.passage.save_note()
        self.wait(
            lambda: any(h.note == "Waarom zonder plafond?" for h in self.project.highlights()), "the note is saved"
        )
        self.act("pane.1")
        self.shoot("overlappende-labels-en-notitie")

    def link_and_follow(self) -> None:
        before = len(self.project.links())
        self.view.pane_row.activate(self.view.pane_row.panes[0])
        self.window.acts.cancel()
        self.find_words("wordt verwezen naar de brief van 25 april")
        self.select_words(9)
        self.key("l")
        self.require(self.view.marking.link_from is not None, "a link is begun")
        self.act("pane.2")
        self.find_words("vijf detentiecentra gesloten")
        self.select_words(3)
        self.shoot("koppelen")
        self.key("l")
        self.wait(lambda: len(self.project.links()) == before + 1, "the link is made")
        self.require(self.view.pane_row.active is self.view.pane_row.panes[1], "the second pane is active")
        self.key("return")
        self.wait(lambda: self.view.pane_row.active is self.view.pane_row.panes[0], "Enter follows the link")
        self.shoot("koppeling-gevolgd")
        self.act("back")
        self.wait(lambda: self.view.pane_row.active is self.view.pane_row.panes[1], "Back returns")
        self.act("pane.1")

    def find_and_search(self) -> None:
        pane = self.view.pane
        assert pane is not None
        self.act("find")
        pane.find_bar.field.setText("detentie")
        pane.find_bar.next()
        self.require(len(pane.find_bar.hits) > 3, "find marks all hits")
        self.shoot("zoeken-in-het-stuk")
        pane.find_bar.close_bar()
        self.act("search")
        self.window.tool_bar.search.setText("kustwacht")
        self.window.search_popup.run()
        self.require(self.window.search_popup.list.count() > 3, "the search over all papers has hits")
        self.shoot("zoeken-in-alle-stukken")
        self.window.search_popup.hide()
        self.window.tool_bar.search.clear()

    def undo_and_redo(self) -> None:
        links = len(self.project.links())
        self.act("undo")
        self.wait(lambda: len(self.project.links()) == links - 1, "undo takes the link back")
        self.act("redo")
        self.wait(lambda: len(self.project.links()) == links, "redo makes it again")

    def overviews(self) -> None:
        self.act("mode.excerpts")
        self.require(self.view.excerpts.total() >= 25, "the excerpts are listed")
        self.shoot("fragmenten")
        from reader.ui.export_dialog import ExportDialog

        dialog = ExportDialog(self.window, self.view.excerpts.excerpts(None))
        dialog.open()
        self.settle()
        self.shoot("exporteren", dialog)
        dialog.reject()
        self.act("mode.read")

    def other_looks(self) -> None:
        documents = self.project.documents()
        for theme, name in (("dark", "donker"), ("sepia", "sepia")):
            self.choose("theme", theme)
            self.shoot(name)
        self.choose("theme", "light")
        self.choose("language", "en")
        self.shoot("english")
        self.choose("theme", "dark")
        self.shoot("english-dark")
        self.choose("theme", "light")
        self.window.acts.show_panes(3)
        self.act("pane.3")
        self.view.open_document(documents[2].uid)
        self.window.resize(1920, 1080)
        self.shoot("three-panes")
        self.window.resize(1280, 720)
        self.window.acts.show_panes(2)
        self.shoot("small-window")
        self.window.resize(WIDTH, HEIGHT)
        self.choose("language", "nl")

    def export(self) -> None:
        from reader.exporters.base import FORMATS, ExportOptions, collect, export

        excerpts = collect(self.project)
        for name, kind in FORMATS.items():
            path = self.folder / f"excerpts{kind.extension}"
            options = ExportOptions(title="Libië en de migratieagenda", moment=datetime.now().astimezone())
            export(excerpts, name, path, options)
            self.require(path.stat().st_size > 1000, f"the export {path.name} is written")

    # -- means ---------------------------------------------------------------------------------------------------------

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
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        assert self.view.pane is not None
        keys = {"return": Qt.Key.Key_Return, "escape": Qt.Key.Key_Escape}
        code = keys.get(name) or Qt.Key(ord(name.upper()))
        self.window.refresh_state_now()
        self.window.activateWindow()  # a bar that was shown may have it
        self.view.pane.view.setFocus()
        self.settle()
        QTest.keyClick(self.view.pane.view, code)
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
        self.number += 1
        target = widget if isinstance(widget, QWidget) else self.window
        picture = target.grab()
        painter = QPainter(picture)
        for popup in self.application.topLevelWidgets():
            if popup is not target and popup.isVisible() and popup is not self.window and widget is None:
                painter.drawPixmap(self.window.mapFromGlobal(popup.pos()), popup.grab())
        painter.end()
        if not picture.save(str(self.folder / f"{self.number:02d}-{name}.png")):
            raise TourFailed(f"the picture {name} could not be written")
