"""Dutch and English: every text is translated, a Dutch window shows no English, and the language changes in place."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, QLibraryInfo, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.app import Desk, make_desk
from reader.config import Settings
from reader.domain.errors import ActRefused, ProjectWriteFailed
from reader.ui.actions import MENUS
from reader.ui.export_dialog import ExportDialog
from reader.ui.manual import ManualWindow
from reader.ui.message_texts import REASONS
from reader.ui.messages import message_for
from reader.ui.palette import CommandPalette
from reader.ui.preferences import Preferences

ROOT = Path(__file__).resolve().parents[2]
TRANSLATION = ROOT / "resources" / "translations" / "reader_nl.ts"
PLACE = re.compile(r"\{\w+\}")
KEYS = re.compile(r"\[[^\]]+\]")


@dataclass(frozen=True, slots=True)
class Message:
    """A text of the program in one context, with its Dutch."""

    context: str
    source: str
    dutch: str
    finished: bool


def messages_of(path: Path) -> list[Message]:
    """The messages of a translation file (.ts)."""
    found = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            text, finished = translation.text or "", translation.get("type") is None
            found.append(
                Message(context.findtext("name", ""), message.findtext("source", ""), text, finished and bool(text))
            )
    return found


MESSAGES = messages_of(TRANSLATION)


# The file ------------------------------------------------------------------------------------------------------------
def test_every_text_is_translated() -> None:
    assert [message for message in MESSAGES if not message.finished] == []


def test_the_file_is_in_step_with_the_code(tmp_path: Path) -> None:
    target = tmp_path / "now.ts"
    sources = ["reader/ui", "reader/models", "reader/app.py"]
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    command = [str(tool), "-silent", "-locations", "none", "-extensions", "py", *sources, "-ts", str(target)]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL, timeout=60)
    wanted = {(message.context, message.source) for message in messages_of(target)}
    present = {(message.context, message.source) for message in MESSAGES}
    assert present == wanted, "run: make translations"


def test_no_text_is_without_a_context_of_the_program() -> None:
    """A text outside a class, or behind what the tool does not understand, would not be found by the window."""
    assert {message.context for message in MESSAGES} & {"", "window", "view", "self"} == set()


@pytest.mark.parametrize("pattern", [PLACE, KEYS], ids=["places", "keys"])
def test_a_translation_keeps_what_the_program_fills_in(pattern: re.Pattern[str]) -> None:
    for message in MESSAGES:
        found, wanted = pattern.findall(message.dutch), pattern.findall(message.source)
        if pattern is KEYS:  # keys of the arrows have names of their own
            assert len(found) == len(wanted), message
        else:
            assert sorted(found) == sorted(wanted), message


def test_dutch_is_plain_and_polite() -> None:
    for message in MESSAGES:
        assert "!" not in message.dutch, message
        assert not re.search(r"\b(je|jij|jouw|jullie)\b", message.dutch.casefold()), message
        letters = message.source[0].isalpha() and message.dutch[0].isalpha()
        if letters and message.source not in REASONS:  # a reason stands within a sentence
            assert message.dutch[0].isupper() == message.source[0].isupper(), message
        if message.source[-1] in "….:?":
            assert message.dutch[-1] == message.source[-1], message


@pytest.mark.parametrize("language", ["en", "nl"])
def test_each_menu_has_a_letter_of_its_own(language: str) -> None:
    dutch = {message.source: message.dutch for message in MESSAGES if message.context == "actions"}
    titles = [title if language == "en" else dutch[title] for title, _ in MENUS]
    letters = [re.findall(r"&(\w)", title) for title in titles]
    assert all(len(one) == 1 for one in letters), titles
    assert len({one[0].casefold() for one in letters}) == len(titles), titles


def test_qt_brings_its_own_dutch() -> None:
    assert (Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_nl.qm").is_file()


# The window ----------------------------------------------------------------------------------------------------------
@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """The window without a project, in Dutch."""
    settings = Settings.load(tmp_path / "settings")
    for option, value in {"language": "nl", "theme": "light", "author": "Test", "open_last": False}.items():
        settings.set(option, value)
    desk = make_desk(settings)
    desk.window.resize(1440, 900)
    desk.window.show()
    qtbot.waitExposed(desk.window)
    yield desk
    desk.languages.use("en")
    desk.close()
    QApplication.processEvents()


def settle(desk: Desk) -> None:
    QApplication.processEvents()
    desk.window.refresh_state_now()


def all_texts(root: QObject) -> set[str]:
    """Every text of `root`; the time at which all was saved may be another a moment later."""
    return {re.sub(r"\b\d\d:\d\d\b", "00:00", text) for text, _ in texts_of(root)}


def texts_of(root: QObject) -> Iterator[tuple[str, str]]:
    """What `root` and all within it show or tell a screen reader, each with where it was found."""
    for one in (root, *root.findChildren(QObject)):
        texts: list[str] = []
        if isinstance(one, QAction):
            texts += [one.text(), one.toolTip(), one.statusTip()]
        if isinstance(one, QWidget):
            texts += [one.toolTip(), one.accessibleName(), one.accessibleDescription(), one.windowTitle()]
        if isinstance(one, QLabel | QAbstractButton):
            texts.append(one.text())
        if isinstance(one, QMenu | QGroupBox):
            texts.append(one.title())
        if isinstance(one, QLineEdit | QPlainTextEdit):
            texts.append(one.placeholderText())
        if isinstance(one, QComboBox):
            texts += [one.itemText(index) for index in range(one.count())]
        if isinstance(one, QTabWidget):
            texts += [one.tabText(index) for index in range(one.count())]
        if isinstance(one, QAbstractItemView) and (model := one.model()) is not None:
            columns = range(1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex()))
            texts += [str(model.headerData(n, Qt.Orientation.Horizontal) or "") for n in columns]
            for row in range(min(40, model.rowCount(QModelIndex()))):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    texts += [str(model.index(row, column).data(role) or "") for column in columns]
        yield from ((text, f"{type(one).__name__} {one.objectName()}") for text in texts if text)


def plain(text: str) -> str:
    """A text without mnemonics, keys and the like, to compare."""
    return re.sub(r"\s*\([^)]*\)$", "", text.replace("&", "")).replace("…", "").strip()


DUTCH = {plain(message.dutch) for message in MESSAGES}
ENGLISH = {plain(message.source) for message in MESSAGES if message.source != message.dutch} - DUTCH
FILLED = dict.fromkeys(("{count}", "{n}", "{total}", "{number}", "{picked}", "{shown}", "{done}"), r"[\d.,]+")
# English texts with something filled in; those that hold no word of their own would fit anything


def pattern_of(text: str) -> re.Pattern[str]:
    """Fits `text` with anything filled in at its places, numbers where numbers belong."""
    parts = re.split(r"(\{\w+\})", text)
    return re.compile("".join(re.escape(part) if not PLACE.match(part) else FILLED.get(part, "(.+)") for part in parts))


ENGLISH_PATTERNS = [
    pattern_of(text) for text in ENGLISH if PLACE.search(text) and re.search(r"[A-Za-z]{4}", PLACE.sub("", text))
]
NAMES = {"Vindplaats", "Kamerstijl", "Nederlands", "English"}  # the same in both languages


def english_in(root: QObject) -> list[tuple[str, str]]:
    found = []
    for text, place in texts_of(root):
        words = plain(text)
        if words in NAMES:
            continue
        if words in ENGLISH or any(pattern.fullmatch(words) for pattern in ENGLISH_PATTERNS):
            found.append((text, place))
    return found


def test_the_walk_finds_english(desk: Desk, qtbot: QtBot) -> None:
    """The check itself can fail."""
    label = QLabel("Works offline")
    qtbot.addWidget(label)
    assert english_in(label)
    label.setText("3 notes")
    assert english_in(label)
    label.setText("Werkt offline")
    assert not english_in(label)


def test_the_welcome_page_is_dutch(desk: Desk) -> None:
    settle(desk)
    shown = {text for text, _ in texts_of(desk.window)}
    assert {"Sleep documenten hierheen", "Voorbeeldproject openen", "Werkt offline", "&Bestand"} <= shown
    assert english_in(desk.window) == []


def test_the_project_is_dutch(desk: Desk, sample_project: Path) -> None:
    window = desk.window
    assert window.project_files.open_path(sample_project)
    settle(desk)
    assert english_in(window) == []
    window.actions_table["highlight.next"].trigger()
    window.acts.find()
    view = window.project_view
    assert view.pane is not None
    view.pane.find_bar.field.setText("detentie")
    view.show_selection_bar()
    settle(desk)
    assert english_in(window) == []
    view.hide_popups()
    window.search_popup.field.setText("Libië")
    window.search_popup.run()
    assert "treffers, in 5 documenten" in window.search_popup.summary.text()
    assert english_in(window) == []
    window.search_popup.hide()
    view.set_mode("excerpts")
    settle(desk)
    assert english_in(window) == []
    assert window.status.place.text().endswith("gekozen")


def test_acts_and_errors_are_told_in_dutch(desk: Desk, sample_project: Path) -> None:
    window = desk.window
    assert window.project_files.open_path(sample_project)
    settle(desk)
    window.actions_table["highlight.next"].trigger()
    settle(desk)
    window.actions_table["tag.3"].trigger()
    settle(desk)
    assert window.actions_table["undo"].text() == "Ongedaan maken: label “financiering”"
    window.actions_table["highlight.remove"].trigger()
    settle(desk)
    assert window.messages.bar.text.text() == "Markering verwijderd."
    assert message_for(ActRefused(reason="A label needs a name.")) == "Een label heeft een naam nodig."
    failure = message_for(ProjectWriteFailed(path="a.vindplaats", reason="the disk is full"))
    assert failure.startswith("Dit kon niet worden opgeslagen in “a.vindplaats”: de schijf is vol.")


@pytest.mark.parametrize("kind", [Preferences, ExportDialog, CommandPalette, ManualWindow])
def test_dialogs_are_dutch(desk: Desk, sample_project: Path, kind: type[QDialog]) -> None:
    window = desk.window
    assert window.project_files.open_path(sample_project)
    settle(desk)
    openers = {
        Preferences: window.acts.show_settings,
        ExportDialog: window.exchange.export_excerpts,
        CommandPalette: window.acts.show_palette,
        ManualWindow: window.acts.show_manual,
    }
    openers[kind]()
    dialog = window.findChildren(kind)[-1]
    settle(desk)
    assert english_in(dialog) == []
    if isinstance(dialog, ManualWindow):
        words = dialog.page.toPlainText()
        assert "Vindplaats gebruiken" in words
        assert "Sneltoetsen" in words
    if isinstance(dialog, Preferences):  # Qt's own word on its own button
        assert "Sluiten" in {plain(button.text()) for button in dialog.findChildren(QAbstractButton)}
    dialog.close()
    settle(desk)


# Changing the language -----------------------------------------------------------------------------------------------
def test_the_language_changes_in_the_open_window(desk: Desk, qtbot: QtBot, sample_project: Path) -> None:
    window = desk.window
    assert window.project_files.open_path(sample_project)
    window.acts.show_panes(3)
    settle(desk)
    row = window.project_view.pane_row
    row.activate(row.panes[1])
    far = row.panes[1].document.characters // 2
    row.panes[1].view.set_caret(far)
    row.panes[1].view.set_position((12, 0.5))
    settle(desk)
    before = [(pane.document.uid, pane.view.caret(), pane.view.position()) for pane in row.panes]
    project = window.session and window.session.project

    qtbot.waitUntil(lambda: row.panes[1].place()[0] in row.panes[1].path.accessibleName())
    dutch_texts = all_texts(window)
    for language, bar, status in (("en", "File", "Works offline"), ("nl", "Bestand", "Werkt offline")):
        action = next(a for a in window.findChildren(QAction) if a.data() == ("language", language))
        action.trigger()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        settle(desk)
        assert window.menuBar().actions()[0].text().replace("&", "") == bar
        assert status in {text for text, _ in texts_of(window.status)}
        assert window.session is not None
        assert window.session.project is project
        row = window.project_view.pane_row
        assert [(p.document.uid, p.view.caret(), p.view.position()) for p in row.panes] == before
        assert row.active is row.panes[1]
        if language == "en":
            assert {text for text, _ in texts_of(window)} & (DUTCH - {plain(m.source) for m in MESSAGES}) <= NAMES
    assert english_in(window) == []

    def says_the_same() -> None:
        assert all_texts(window) - {str(sample_project)} == dutch_texts

    qtbot.waitUntil(says_the_same)

    window.close_project()
    settle(desk)
    with_signals = []
    window.welcome.settings_requested.connect(lambda: with_signals.append(True))
    window.welcome.settings_button.click()
    assert with_signals
    assert window.findChildren(Preferences), "the new welcome page calls the window"
    for dialog in window.findChildren(Preferences):
        dialog.close()
    settle(desk)


# The manual ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_manual_names_keys_and_menus_that_are_there(desk: Desk, language: str) -> None:
    desk.languages.use(language)
    desk.window.retranslate()
    settle(desk)
    manual = " ".join((ROOT / "docs" / f"manual.{language}.md").read_text("utf-8").split())
    arrows = {"pijl links": "Left", "pijl rechts": "Right", "pijl omhoog": "Up", "pijl omlaag": "Down"}
    for dutch, english in arrows.items():
        manual = manual.replace(dutch, english)
    actions = [action for _, action in desk.window.actions_table.all()]
    known = {keys.toString() for action in actions for keys in action.shortcuts()} | {"Ctrl+Enter"}
    named = re.findall(r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?!click|klik)\w+|\bF\d+\b", manual)
    assert len(named) > 10
    assert set(named) <= known

    menus = {
        m.title().replace("&", ""): {plain(a.text()) for a in m.actions()} for m in desk.window.findChildren(QMenu)
    }
    for title, items in menus.items():
        if title not in {menu.text().replace("&", "") for menu in desk.window.menuBar().actions()}:
            continue
        for found in re.finditer(rf"\b{title}, ([A-Z]\w*)", manual):
            assert any(manual.startswith(item, found.start(1)) for item in items if item), found[0]
