"""Every error has a sentence that can be translated, bars show and go, and an unforeseen error ends in a report."""

from __future__ import annotations

import ast
import errno
import inspect
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.domain import errors
from reader.domain.changes import ActName
from reader.importers.extracted import Extracted
from reader.text.structure import Structure
from reader.ui.bars import UNDO_TIME
from reader.ui.message_texts import ACTS, ERRORS, REASONS, REFUSALS
from reader.ui.messages import ErrorHook, Messages, ReportDialog, act_words, message_for, sentence
from reader.ui.theme import Theme

ROOT = Path(__file__).resolve().parents[2]
CLASSES = [c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, errors.ReaderError)]


class Shouting(QTranslator):
    """Translates everything of the context "messages" into capitals, but not the names in braces."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        if context != "messages":
            return ""
        return "".join(
            part if part.startswith("{") else part.upper()
            for part in source.replace("}", "}\0").replace("{", "\0{").split("\0")
        )

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def shouting(qapp: QApplication) -> Iterator[None]:
    translator = Shouting()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(600, 300)
    return widget


@pytest.fixture
def messages(window: QWidget) -> Messages:
    made = Messages(Theme("light"), window)
    QVBoxLayout(window).addWidget(made.area)
    return made


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_error_has_its_sentence_in_the_table(kind: type[errors.ReaderError]) -> None:
    if kind.template == "{reason}":
        assert kind not in ERRORS
    else:
        assert ERRORS[kind] == kind.template


def test_every_refusal_in_the_code_is_in_the_table(qapp: QApplication) -> None:
    reasons = set()
    for path in [*(ROOT / "reader" / "edit").glob("*.py"), *(ROOT / "reader" / "domain").glob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "ActRefused":
                reasons |= {filled(keyword.value) for keyword in node.keywords if keyword.arg == "reason"}
    assert len(reasons) > 20
    assert not {reason for reason in reasons if reason and not known(reason)}


def filled(node: ast.expr) -> str:
    """The text of a literal; what is filled in becomes a word."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "7" for part in node.values)
    return ""


def known(reason: str) -> bool:
    translator = Shouting()
    application = QApplication.instance()
    assert application is not None
    application.installTranslator(translator)
    try:
        return sentence(reason) != reason
    finally:
        application.removeTranslator(translator)


def test_an_error_is_told_with_its_facts(shouting: None) -> None:
    assert message_for(errors.FileEmpty(name="brief.txt")) == "“brief.txt” IS EMPTY. NOTHING WAS IMPORTED FROM IT."


def test_a_refusal_is_translated_around_the_name_in_it(shouting: None) -> None:
    refusal = errors.ActRefused(reason="There is a label “de{ten}tie” here already.")
    assert message_for(refusal) == "THERE IS A LABEL “de{ten}tie” HERE ALREADY."
    assert message_for(errors.ActRefused(reason="A label needs a name.")) == "A LABEL NEEDS A NAME."


def test_a_sentence_nobody_knows_stays_as_it_is(shouting: None) -> None:
    assert message_for(errors.ActRefused(reason="Hm.")) == "Hm."
    assert sentence("3 NUL characters removed.") == "3 NUL CHARACTERS REMOVED."


def test_english_needs_no_translator(qapp: QApplication) -> None:
    error = errors.ProjectNewer(path="a.vindplaats", version=9, known=1)
    assert message_for(error) == str(error)
    assert all(sentence(reason) == reason for reason in REFUSALS)


def test_every_act_in_the_code_has_a_name() -> None:
    used = set()
    for path in (ROOT / "reader" / "edit").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("ActName", "_name") and node.args:
                first = node.args[0]
                used |= {str(first.value)} if isinstance(first, ast.Constant) else set()
    assert used
    assert not used - ACTS.keys()


def test_names_of_acts(qapp: QApplication) -> None:
    assert act_words(ActName("tag.give", ("detentie",))) == "label “detentie”"
    assert act_words(ActName("tag.merge", ("a", "b"))) == "merge label “a” into “b”"
    assert act_words(ActName("document.import", ("a", "b", "c"))) == "import “a and 2 more”"
    assert act_words(ActName("highlight.add", ("x" * 200,))).endswith("…”")
    assert len(act_words(ActName("highlight.add", ("x" * 200,)))) < 70
    assert act_words(ActName("note.edit")) == "note at “”"


def test_an_error_shows_a_bar_with_its_button(window: QWidget, messages: Messages) -> None:
    window.show()
    assert not messages.area.isVisible()
    called: list[int] = []
    messages.error(errors.FileEmpty(name="brief.txt"), "Details", lambda: called.append(1))
    assert messages.area.isVisible()
    assert messages.bar.kind == "error"
    assert "brief.txt" in messages.bar.text.text()
    messages.bar.buttons[0].click()
    assert called == [1]
    assert not messages.area.isVisible()


def test_an_undo_offer_goes_after_eight_seconds(messages: Messages) -> None:
    called: list[int] = []
    messages.offer_undo("Highlight removed.", lambda: called.append(1))
    clock = messages.bar.findChild(QTimer)
    assert clock is not None
    assert clock.isActive()
    assert clock.interval() == UNDO_TIME == 8000
    clock.timeout.emit()
    assert messages.bar.isHidden()
    assert not clock.isActive()
    assert not called


def test_an_undo_offer_stays_while_the_pointer_is_on_it(window: QWidget, messages: Messages) -> None:
    window.show()
    messages.offer_undo("Highlight removed.", lambda: None)
    clock = messages.bar.findChild(QTimer)
    assert clock is not None
    messages.bar.enterEvent(_enter())
    assert not clock.isActive()
    messages.bar.leaveEvent(QEvent(QEvent.Type.Leave))
    assert clock.isActive()
    messages.dismiss_undo()
    assert not clock.isActive()
    assert messages.bar.isHidden()


def _enter():  # type: ignore[no-untyped-def]
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QEnterEvent

    return QEnterEvent(QPointF(1, 1), QPointF(1, 1), QPointF(1, 1))


def test_dismissing_the_undo_offer_leaves_an_error(messages: Messages) -> None:
    messages.error(errors.FileEmpty(name="a"))
    messages.dismiss_undo()
    assert not messages.bar.isHidden()


def test_a_hint_and_a_message_stand_together(messages: Messages) -> None:
    messages.hint("Choose the other passage.")
    messages.error(errors.FileEmpty(name="a"))
    assert not messages.hint_bar.isHidden()
    messages.clear_hint()
    assert messages.hint_bar.isHidden()
    assert not messages.bar.isHidden()
    messages.clear()
    assert messages.area.isHidden()


def test_an_import_is_reported(messages: Messages) -> None:
    messages.import_report(3, [], [])
    assert messages.bar.kind == "done"
    assert "3 papers" in messages.bar.text.text()
    messages.import_report(1, [], ["a.txt: 2 NUL characters removed."])
    assert messages.bar.kind == "warning"
    assert "a.txt: 2 NUL" in messages.bar.text.text()
    messages.import_report(0, [errors.FileEmpty(name=f"{n}.txt") for n in range(7)], [])
    assert messages.bar.kind == "error"
    assert "papers were imported" not in messages.bar.text.text()
    assert "And 3 more." in messages.bar.text.text()
    assert len(messages.bar.buttons) == 1
    messages.clear()


def test_the_details_of_an_import_name_every_file(qtbot: QtBot, window: QWidget, messages: Messages) -> None:
    window.show()
    messages.import_report(0, [errors.FileEmpty(name=f"{n}.txt") for n in range(7)], [])
    messages.bar.buttons[0].click()
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    assert all(f"{n}.txt" in dialog.report for n in range(7))
    dialog.copy_report()
    assert QGuiApplication.clipboard().text() == dialog.report
    dialog.close()


@pytest.fixture
def hook(window: QWidget, messages: Messages) -> ErrorHook:
    return ErrorHook(lambda: messages, Theme("light"), "1.2", window)


def raised(error: BaseException) -> BaseException:
    try:
        raise error
    except BaseException as caught:  # noqa: BLE001  # the traceback is what is wanted
        return caught


def test_a_reader_error_that_nobody_caught_becomes_a_message(hook: ErrorHook, messages: Messages) -> None:
    error = raised(errors.NotText(name="a.bin"))
    hook.handle(type(error), error, error.__traceback__)
    assert "a.bin" in messages.bar.text.text()


def test_an_unforeseen_error_opens_one_report(
    qtbot: QtBot, window: QWidget, hook: ErrorHook, capsys: pytest.CaptureFixture[str]
) -> None:
    window.show()
    error = raised(ZeroDivisionError("a very strange thing"))
    with qtbot.waitSignal(hook.shown) as shown:
        hook.handle(type(error), error, error.__traceback__)
    dialog = shown.args[0]
    assert "a very strange thing" in dialog.report
    assert "Vindplaats 1.2" in dialog.report
    with qtbot.assertNotEmitted(hook.shown):
        hook.handle(type(error), error, error.__traceback__)
    assert capsys.readouterr().err.count("ZeroDivisionError: a very strange thing") == 2
    dialog.close()


def test_an_error_on_another_thread_reaches_the_window(
    qtbot: QtBot, window: QWidget, hook: ErrorHook, capsys: pytest.CaptureFixture[str]
) -> None:
    window.show()
    error = raised(RuntimeError("from a worker"))
    with qtbot.waitSignal(hook.shown) as shown:
        worker = threading.Thread(target=hook.handle, args=(type(error), error, error.__traceback__))
        worker.start()
        worker.join()
    shown.args[0].close()
    assert "from a worker" in capsys.readouterr().err


def test_the_hook_takes_its_place(hook: ErrorHook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    hook.install()
    assert sys.excepthook == hook.handle


def test_control_c_still_ends_the_program(hook: ErrorHook, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "__excepthook__", lambda kind, error, trace: seen.append(kind))
    hook.handle(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert seen == [KeyboardInterrupt]


def test_every_warning_of_an_importer_is_in_the_table(shouting: None) -> None:
    from reader.importers.marked_up_left import Left

    told: list[str] = []
    for count in (1, 3):
        left = Left()
        for what in ("image", "comment", "hidden", "change", "formula", "lost-note"):
            left.counts[what] = count
        told += left.told_in(Extracted("", Structure(), "")).warnings
    told += [f"Could not be read: {pages}." for pages in ("page 3", "pages 1, 3", "30 of 40 pages")]
    assert [words for words in told if sentence(words) == words] == []


PLAIN = """
    EACCES EPERM ENOENT EISDIR ENOTDIR EEXIST ENOTEMPTY ENOSPC EDQUOT EFBIG EROFS EIO EBUSY ETXTBSY ENAMETOOLONG ELOOP
    EINVAL EMFILE ENFILE ENOMEM EAGAIN ENODEV ENXIO EREMOTEIO ESTALE ETIMEDOUT EHOSTDOWN EHOSTUNREACH ENETDOWN
    ENETUNREACH ENOTCONN EXDEV EILSEQ EINTR EOPNOTSUPP ENOSYS EOVERFLOW EUCLEAN EKEYEXPIRED ENOKEY
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows says it in the language of the system")
@pytest.mark.parametrize("name", PLAIN.split())
def test_what_a_system_says_of_a_file_has_plain_words(name: str) -> None:
    if hasattr(errno, name):
        assert os.strerror(getattr(errno, name)) in REASONS
