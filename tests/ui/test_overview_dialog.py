"""The dialog of the answer overview: what it shows, that it follows choices and decisions, and what it writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from reader.config import Settings
from reader.domain.model import BUILTIN_VERDICTS
from reader.models.documents import interface_language
from reader.models.jobs import Jobs
from reader.questions.board import Board
from reader.questions.exchange import NOTHING
from reader.ui.overview_dialog import FIRST_LINES, OverviewDialog
from reader.ui.theme import Theme
from tests.exporters.answered_papers import ANNEX, LOCKS, VERDICTS, Case, Held, case
from tests.questions.papers import lines


class Questions(QObject):
    """The questions of a paper, as far as the dialog looks at them."""

    changed = Signal(object)

    def __init__(self, found: Case, stage: str = "board") -> None:
        super().__init__()
        self.asking, self.answering = found.asking, found.answering
        self.board = found.board if stage == "board" else Board(NOTHING, ())
        self.stage, self.wanted = stage, False

    def want_board(self) -> None:
        self.wanted = True

    def become(self, found: Case) -> None:
        self.board, self.stage = found.board, "board"
        self.changed.emit(None)


class Window(QWidget):
    """What the dialog needs of the window: everything it is asked to tell is kept."""

    def __init__(self, found: Case, settings: Settings) -> None:
        super().__init__()
        self.theme, self.settings = Theme("light", self), settings
        found.project.verdicts = lambda: list(BUILTIN_VERDICTS)  # type: ignore[method-assign]
        self.session = SimpleNamespace(project=found.project)
        self.jobs = Jobs(self)
        self.told: list[Any] = []
        self.messages = SimpleNamespace(inform=self.told.append)
        self.exchange = SimpleNamespace(export_done_words="", on_exported=self.told.append, on_error=self.told.append)
        self.styles: list[str] = []
        self.acts = SimpleNamespace(apply_citation_style=lambda: self.styles.append(settings.get("citation_style")))


@pytest.fixture(autouse=True)
def english(qapp: object) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings.load(tmp_path / "settings")
    settings.set("overview", {"language": "nl"})
    return settings


def decided() -> Case:
    held = {0: Held(VERDICTS["partly"], note="Navragen."), 2: Held(is_open=True)}
    return case(LOCKS, ANNEX, accepted=[(0, 0)], held=held)


class Shown:
    """A dialog on its window."""

    def __init__(self, bot: QtBot, settings: Settings, found: Case, *, stage: str = "board", **asked: Any) -> None:
        self.window, self.paper = Window(found, settings), Questions(found, stage)
        self.dialog = OverviewDialog(self.window, self.paper, **asked)  # type: ignore[arg-type]
        bot.addWidget(self.window)
        self.bot = bot

    @property
    def words(self) -> str:
        return " ".join(self.dialog.preview.toPlainText().split())

    def choose(self, box: QComboBox, value: str) -> None:
        """Choose as the user does, and wait for the overview that follows."""
        box.setCurrentIndex(box.findData(value))
        self.dialog.show_overview()


def test_the_overview_is_shown_with_a_warning_for_what_was_not_checked(qtbot: QtBot, settings: Settings) -> None:
    shown = Shown(qtbot, settings, decided())
    assert shown.paper.wanted
    assert "Nog niet nagekeken: 1 van 3 vragen." in shown.words
    assert "«De storing duurt nog drie weken.»" in shown.words
    assert "«Zie het antwoord op vraag 1.»" not in shown.words, "only proposed"
    assert not shown.dialog.warning.isHidden()
    assert shown.dialog.warning.words() == "Not checked yet: 1 of 3 questions. They are listed without an answer."


def test_when_everything_was_checked_there_is_no_warning(qtbot: QtBot, settings: Settings) -> None:
    shown = Shown(qtbot, settings, case(LOCKS, ANNEX, accepted=[(0, 0), (1, 1), (2, 2)]))
    assert shown.dialog.warning.isHidden()


def test_it_follows_what_is_decided(qtbot: QtBot, settings: Settings) -> None:
    found = case(LOCKS, ANNEX)
    shown = Shown(qtbot, settings, found)
    assert "drie weken" not in shown.words
    shown.paper.become(case(LOCKS, ANNEX, accepted=[(0, 0)]))
    assert "drie weken" in shown.words
    assert "Nog niet nagekeken: 2 van 3 vragen." in shown.words


def test_until_the_questions_are_known_nothing_is_said_about_them(qtbot: QtBot, settings: Settings) -> None:
    found = decided()
    shown = Shown(qtbot, settings, found, stage="waiting")
    assert shown.words == "Looking for questions and answers…"
    assert not shown.dialog.save_button.isEnabled()
    shown.paper.become(found)
    assert "Vragenoverzicht" in shown.words
    assert shown.dialog.save_button.isEnabled()


@pytest.mark.parametrize("name", ["docx", "html", "markdown", "csv"])
def test_every_format_has_a_preview(qtbot: QtBot, settings: Settings, name: str) -> None:
    shown = Shown(qtbot, settings, decided())
    shown.choose(shown.dialog.format, name)
    assert "De storing duurt nog drie weken." in shown.words
    assert "Navragen." in shown.words
    shown.dialog.notes.setChecked(False)
    shown.dialog.show_overview()
    assert "Navragen." not in shown.words


def test_the_choices_change_the_overview_and_are_remembered(qtbot: QtBot, settings: Settings) -> None:
    shown = Shown(qtbot, settings, decided())
    shown.choose(shown.dialog.contents, "open")
    assert "Open vragen" in shown.words
    shown.choose(shown.dialog.language, "en")
    assert "Open questions" in shown.words
    shown.choose(shown.dialog.style_box, "kamerstijl")
    assert shown.window.styles[-1] == "kamerstijl"
    again = Shown(qtbot, Settings.load(settings.folder), decided())
    assert "Open questions" in again.words
    assert again.dialog.style_box.currentData() == "kamerstijl"
    assert "Overview of questions" in Shown(qtbot, settings, decided(), only_open=False).words


def test_a_choice_is_followed_by_itself(qtbot: QtBot, settings: Settings) -> None:
    shown = Shown(qtbot, settings, decided())
    shown.dialog.contents.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "Open vragen" in shown.words, timeout=5000)


def test_it_takes_the_colours_of_the_theme(qtbot: QtBot, settings: Settings) -> None:
    shown = Shown(qtbot, settings, decided())
    for name in ("dark", "sepia"):
        shown.window.theme.choose(name)
        assert shown.window.theme.color("warnsoft").name() in shown.dialog.preview.toHtml()


def test_a_file_is_written_in_the_background(qtbot: QtBot, settings: Settings, tmp_path: Path) -> None:
    shown = Shown(qtbot, settings, decided())
    shown.choose(shown.dialog.format, "html")
    target = tmp_path / "overzicht.html"
    shown.dialog.write(target)
    qtbot.waitUntil(lambda: not shown.window.jobs.running, timeout=5000)
    assert shown.window.told == [target]
    assert shown.window.exchange.export_done_words == "The answer overview was saved in overzicht.html."
    assert "drie weken" in target.read_text(encoding="utf-8")
    assert settings.get("export_folder") == str(tmp_path)


def test_the_clipboard_gets_the_whole_overview(qtbot: QtBot, settings: Settings) -> None:
    shown = Shown(qtbot, settings, decided())
    shown.dialog.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("# Vragenoverzicht")
    assert "drie weken" in data.html()
    assert shown.window.told == ["The overview is on the clipboard."]


def test_more_questions_come_when_the_reader_nears_the_end(qtbot: QtBot, settings: Settings) -> None:
    most = 2 * FIRST_LINES + 10
    pairs = [words for n in range(1, most + 1) for words in (f"Vraag {n}", f"Waarom deel {n}?", f"Antwoord {n}", "Ja.")]
    shown = Shown(qtbot, settings, case(lines(*pairs), ANNEX))
    bar = shown.dialog.preview.verticalScrollBar()
    shown.dialog.show()
    qtbot.waitExposed(shown.dialog)
    assert f"«Waarom deel {FIRST_LINES}?»" in shown.words
    assert f"«Waarom deel {FIRST_LINES + 1}?»" not in shown.words
    for _ in range(3):
        shown.dialog.preview.document().size()  # laid out to its end
        place = bar.maximum()
        bar.setValue(place)
        assert bar.value() == place, "the reader stays where he was"
    assert f"«Waarom deel {most}?»" in shown.words
    shown.dialog.close()


def test_the_first_time_it_speaks_the_language_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    shown = Shown(qtbot, Settings.load(tmp_path / "settings"), decided())
    assert shown.dialog.language.currentData() == interface_language()
