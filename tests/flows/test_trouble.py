"""Files that cannot be opened or written, in the real window: a message with a way out, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox

from reader.config import Settings
from reader.edit.tags import add_tag
from reader.store.project import Project
from reader.ui.reading_view import ReadingView
from tests.conftest import ROOT
from tests.flows.conftest import User


def bar_words(user: User) -> str:
    bar = user.window.messages.bar
    return bar.text.text() if bar.isVisible() else ""


def offered(user: User) -> list[str]:
    bar = user.window.messages.bar
    return [button.text() for button in bar.buttons] if bar.isVisible() else []


def choose_file(user: User, path: Path) -> None:
    """Fill in the file dialog that opens next."""

    def fill_in() -> None:
        chooser = QApplication.activeModalWidget()
        assert isinstance(chooser, QFileDialog)
        chooser.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        chooser.accept()

    QTimer.singleShot(0, user.window, fill_in)


def wrong_file(kind: str, folder: Path, sample: Path) -> Path:
    path = folder / f"{kind}.vindplaats"
    if kind == "text":
        path.write_text("dit is geen project", encoding="utf-8")
    elif kind == "empty":
        path.touch()
    elif kind == "truncated":
        path.write_bytes(sample.read_bytes()[:20_000])
    elif kind == "foreign":
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.close()
    elif kind == "newer":
        shutil.copy2(sample, path)
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version = 999")
        connection.close()
    elif kind == "folder":
        path.mkdir()
    elif kind == "code":
        shutil.copy2(sample, path)
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TRIGGER evil AFTER INSERT ON tags BEGIN SELECT 1; END")
        connection.close()
    return path


@pytest.fixture
def other(tmp_path: Path, sample_project: Path) -> Path:
    """A copy of the sample project to make wrong files of."""
    return Path(shutil.copy2(sample_project, tmp_path / "other.vindplaats"))


@pytest.mark.parametrize(
    ("kind", "words", "button"),
    [
        ("text", "is not a Vindplaats project", None),
        ("empty", "is an empty file", None),
        ("truncated", "is cut off", None),
        ("foreign", "is not a Vindplaats project", None),
        ("folder", "", None),
        ("missing", "There is no file", None),
        ("newer", "made by a newer Vindplaats", "Open read-only"),
        ("code", "holds database code", "Open read-only"),
    ],
)
def test_a_project_that_cannot_be_opened(
    at_sample: User, tmp_path: Path, other: Path, kind: str, words: str, button: str | None
) -> None:
    user = at_sample
    session, panes = user.window.session, user.panes
    path = wrong_file(kind, tmp_path, other)
    before = path.read_bytes() if path.is_file() else b""
    assert not user.window.project_files.open_path(path)
    user.settle()
    assert bar_words(user)
    assert words in bar_words(user)
    assert offered(user) == ([button] if button else [])
    assert user.window.session is session, "the project that was open stays open"
    assert user.panes == panes
    assert new_tag(user, "gaat door")
    if button:
        user.click(user.window.messages.bar.buttons[0])
        assert user.window.session is not session
        assert user.project.read_only
        assert "(read only)" in user.window.status._file.label.text()
    assert (path.read_bytes() if path.is_file() else b"") == before, "the file was left as it was"


def new_tag(user: User, name: str) -> bool:
    session = user.window.session
    assert session is not None
    return session.attempt(lambda: add_tag(session.project, name))


def test_a_project_that_another_program_has_open(at_sample: User, other: Path) -> None:
    user = at_sample
    code = (
        "import sys; from reader.store.project import Project; project = Project.open(sys.argv[1]); "
        "print('open', flush=True); sys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(other)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        session = user.window.session
        assert not user.window.project_files.open_path(other)
        assert "is open in another window" in bar_words(user)
        assert offered(user) == ["Open a copy to read"]
        assert user.window.session is session
        user.click(user.window.messages.bar.buttons[0])
        assert user.project.read_only
        assert len(user.panes) > 0
    finally:
        holder.communicate("", timeout=10)


def test_the_project_that_is_open_already_is_not_opened_again(at_sample: User, sample_project: Path) -> None:
    user = at_sample
    session = user.window.session
    assert user.window.project_files.open_path(sample_project)
    assert user.window.session is session
    assert "open already" in bar_words(user)


def test_another_project_takes_the_place_of_the_first(at_sample: User, other: Path, sample_project: Path) -> None:
    user = at_sample
    assert user.window.project_files.open_path(other)
    user.settle()
    assert user.project.path == other
    Project.open(sample_project).close()  # the first one was let go
    assert user.window.settings.recent_projects()[:2] == [other, sample_project]


def test_a_read_only_project_can_be_read_but_not_changed(user: User, sample_project: Path) -> None:
    assert user.window.project_files.open_path(sample_project, read_only=True)
    user.settle()
    before = user.rows()
    user.press("Ctrl+1")
    user.find_with_keys("de")
    user.press("Ctrl+Shift+Right")
    for act in ("highlight", "tag.1", "tag.pick", "note", "ends", "link", "highlight.remove", "document.import"):
        user.window.refresh_state_now()
        assert not user.window.actions_table[act].isEnabled(), act
    for keys in (
        *"123456789HTNEL",
        "Delete",
        "Backspace",
        "Return",
        "Escape",
        "Ctrl+Z",
        "Ctrl+Y",
        "Alt+Down",
        "Delete",
    ):
        user.press(keys)
    user.drag_over(user.pane, "het kabinet")
    user.press("Ctrl+Shift+C")
    assert "het kabinet" in QApplication.clipboard().text()
    highlight = next(h for h in user.project.highlights() if h.note)
    user.window.project_view.go_to_highlight(highlight.uid)
    user.settle()
    assert user.window.project_view.passage.note.isReadOnly()
    user.window.exchange.import_files([sample_project.parent / "x.txt"])
    assert "can only be read" in bar_words(user)
    assert user.window.jobs.running == ()
    assert user.rows() == before


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be replaced there")
def test_a_project_that_is_replaced_while_it_is_open(at_sample: User, sample_project: Path, tmp_path: Path) -> None:
    user = at_sample
    assert new_tag(user, "eerst")
    sample_project.rename(tmp_path / "moved.vindplaats")
    sample_project.write_bytes(b"something else")
    assert not new_tag(user, "dan")
    assert "was replaced or moved" in bar_words(user)
    assert offered(user) == ["Save a copy…"]
    assert "eerst" in {tag.name for tag in user.project.tags()}
    rescued = tmp_path / "rescued.vindplaats"
    choose_file(user, rescued)
    user.click(user.window.messages.bar.buttons[0])
    assert user.project.path == rescued, "the work goes on in the copy"
    assert "eerst" in {tag.name for tag in user.project.tags()}
    assert new_tag(user, "dan")
    assert sample_project.read_bytes() == b"something else"


# A full disk ---------------------------------------------------------------------------------------------------------
FULL_DISK = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from PySide6.QtWidgets import QApplication, QMessageBox
from PySide6.QtCore import QTimer
from reader.app import make_desk
from reader.config import Settings
from reader.domain.model import Span
from reader.edit import marks
from reader.edit.tags import add_tag

settings = Settings.load(Path(sys.argv[2]))
settings.set("language", "en")
desk = make_desk(settings)
window = desk.window
window.show()
assert window.project_files.open_path(Path(sys.argv[1]))
session, view = window.session, window.project_view
turn = QApplication.processEvents

def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

def names():
    return {tag.name for tag in session.project.tags()}

def act(name):
    return session.attempt(lambda: add_tag(session.project, name))

bar = window.messages.bar
assert act("eerst")
undo = session.history.undo_name
turn()
limit(1024)
assert not act("x" * 150)
turn()
assert bar.isVisible() and "could not be saved" in bar.text.text(), bar.text.text()
assert [button.text() for button in bar.buttons] == ["Try again"]
assert window.status._not_saved.isVisible() and not window.status._saved.isVisible()
assert "eerst" in names() and "x" * 150 not in names()
assert session.history.undo_name == undo
shown = window.project_view.tags
bar.buttons[0].click()
turn()
assert bar.isVisible() and session.waiting == 1, "the disk is still full"
limit(resource.RLIM_INFINITY)
bar.buttons[0].click()
turn()
assert "x" * 150 in names() and session.waiting == 0
assert window.status._saved.isVisible() and not window.status._not_saved.isVisible()
window.acts.undo()
assert "x" * 150 not in names() and "eerst" in names()

# a note that is typed while the disk is full stays in its field and is saved when there is room
highlight = next(h for h in session.project.highlights() if h.kind == "highlight")
view.go_to_highlight(highlight.uid)
turn()
note = view.passage.note
note.setPlainText("Belangrijk " * 40)
limit(1024)
note.save()
turn()
assert session.project.highlight(highlight.uid).note == highlight.note
assert note.toPlainText() == "Belangrijk " * 40
limit(resource.RLIM_INFINITY)
assert act("ruimte")
assert session.project.highlight(highlight.uid).note.startswith("Belangrijk"), session.waiting

# closing with something that cannot be saved asks first
limit(1024)
assert not act("verloren")
answers = []
def answer(words):
    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        answers.append(words)
        next(b for b in box.buttons() if b.text() == words).click()
    QTimer.singleShot(0, window, press)
answer("Stay")
assert not window.close() and window.isVisible() and window.session is session
answer("Close and lose it")
assert window.close() and window.session is None
assert answers == ["Stay", "Close and lose it"]
limit(resource.RLIM_INFINITY)
desk.close()
turn()
print("done")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="RLIMIT_FSIZE plays the full disk")
def test_a_full_disk(sample_project: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(sample_project), str(tmp_path / "settings"), str(ROOT)],
        capture_output=True, text=True, timeout=50, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.stdout.strip() == "done", done.stderr
    assert "Traceback" not in done.stderr
    with Project.open(sample_project) as project:
        names = {tag.name for tag in project.tags()}
    assert {"eerst", "ruimte"} <= names
    assert "verloren" not in names


def test_settings_that_cannot_be_written_do_not_stop_the_work(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    user.window.settings.folder = blocked / "settings"
    user.press("Ctrl+=")
    assert user.window.settings.get("reading_size") == 16
    user.press("Ctrl+Shift+W")
    assert user.window.session is None
    assert Settings.load(blocked / "settings").get("reading_size") == 15


def test_closing_asks_nothing_when_all_is_saved(at_sample: User) -> None:
    user = at_sample
    assert isinstance(user.text, ReadingView)
    new_tag(user, "nieuw")
    assert user.window.close()
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
    assert user.window.session is None
