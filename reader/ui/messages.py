"""The one bridge for messages: errors in the user's language, bars in the window, a report of the unforeseen."""

from __future__ import annotations

import platform
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Protocol

import PySide6
from PySide6.QtCore import QCoreApplication, QMargins, QObject, QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from reader.domain.changes import ActName
from reader.domain.errors import ReaderError
from reader.ui.bars import UNDO_TIME, InlineBar
from reader.ui.button_row import ButtonRow
from reader.ui.buttons import CommandButton, PrimaryButton
from reader.ui.dialog_parts import tab_as_laid_out
from reader.ui.dialog_size import open_at_size
from reader.ui.labels import TokenLabel
from reader.ui.message_texts import ACTS, ERRORS, REASONS, REFUSALS, WARNINGS
from reader.ui.theme import Theme, scaled

INFORM_TIME = 6000  # ms that a message of success stays
MOST_SHOWN = 4  # errors of one import that the bar itself names
ACT_WORDS = 40  # characters of a quote that the name of an act shows


def _translated(source: str) -> str:
    return QCoreApplication.translate("messages", source)


def message_for(error: ReaderError) -> str:
    """What happened, what is safe and what to do, in the language of the window."""
    template = ERRORS.get(type(error))
    if template is None:
        return sentence(str(error))
    facts = error.facts
    if "reason" in facts:
        facts = {**facts, "reason": sentence(str(facts["reason"]))}
    return _translated(template).format_map(facts)


def sentence(english: str) -> str:
    """A refusal, a warning or a reason in the language of the window; one that is not in the tables stays as it is."""
    for template in (*REFUSALS, *WARNINGS, *REASONS):
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(template))
        found = re.fullmatch(pattern, english, re.DOTALL)
        if found is not None:
            facts = found.groupdict()
            if "thing" in facts:
                facts["thing"] = _translated(facts["thing"])
            if "reason" in facts:
                facts["reason"] = sentence(facts["reason"])
            return _translated(template).format_map(facts)
    return english


def act_words(name: ActName) -> str:
    """What an act is called after "Undo: ", in the language of the window."""
    words = [word if len(word) <= ACT_WORDS else word[: ACT_WORDS - 1].rstrip() + "…" for word in name.words]
    template = ACTS.get(name.key)
    if template is None:
        return name.key
    if len(name.words) > 1 and "{1}" not in template and not name.key.startswith("tag."):
        words[0] += QCoreApplication.translate("messages", " and {count} more").format(count=len(words) - 1)
    return _translated(template).format(*words, *("",) * 2)


class Messages(QObject):
    """Shows one message at a time in `area`, a part of the window, and below it a hint on what is being done."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = QWidget(parent)
        self.bar = InlineBar(theme, self.area)
        self.hint_bar = InlineBar(theme, self.area)
        column = QVBoxLayout(self.area)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        column.addWidget(self.bar)
        column.addWidget(self.hint_bar)
        self.area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.area.hide()
        self._theme = theme
        for bar in (self.bar, self.hint_bar):
            bar.closed.connect(self._fit)

    def retranslate(self) -> None:
        self.bar.retranslate()
        self.hint_bar.retranslate()

    def error(self, error: ReaderError, label: str = "", action: Callable[[], object] | None = None) -> None:
        """Show an error; `label` and `action` are a button that helps. It stays until it is closed."""
        self._show("error", message_for(error), [(label, action)] if action is not None else [])

    def warn(self, text: str, label: str = "", action: Callable[[], object] | None = None) -> None:
        """Show a warning that stays until it is closed."""
        self._show("warning", text, [(label, action)] if action is not None else [])

    def inform(self, text: str, label: str = "", action: Callable[[], object] | None = None) -> None:
        """Say that something was done; it goes by itself. `label` and `action` are a button that goes on from there."""
        self._show("done", text, [(label, action)] if action is not None else [], INFORM_TIME)

    def offer_undo(self, words: str, undo: Callable[[], object]) -> None:
        """Say what was removed, with a button that brings it back, for 8 seconds."""
        label = QCoreApplication.translate("messages", "Undo")
        self._show("undo", words, [(f"{label}  Ctrl+Z", undo)], UNDO_TIME)

    def dismiss_undo(self) -> None:
        """Take the undo offer away: the user went on or took it."""
        if self.bar.kind == "undo":
            self.bar.close_bar()

    def hint(self, text: str) -> None:
        """Say what the next key does, for as long as an act is under way."""
        self.hint_bar.show_message("hint", text)
        self._fit()

    def clear_hint(self) -> None:
        self.hint_bar.close_bar()

    def clear(self) -> None:
        """Take every message away."""
        self.bar.close_bar()
        self.hint_bar.close_bar()

    def import_report(
        self, count: int, errors: Sequence[ReaderError], warnings: Sequence[str], *, stopped: bool = False
    ) -> None:
        """Tell how an import ended: how many papers came in, what could not, what to look at."""
        translate = QCoreApplication.translate
        lines = []
        if stopped:
            lines.append(translate("messages", "The import was stopped. What was finished is kept."))
        if count or stopped or not errors:
            words = (
                translate("messages", "1 paper was imported.")
                if count == 1
                else translate("messages", "{count} papers were imported.").format(count=count)
            )
            lines.append(words)
        details = [message_for(error) for error in errors] + [_file_warning(warning) for warning in warnings]
        lines += details[:MOST_SHOWN]
        actions: list[tuple[str, Callable[[], object]]] = []
        if len(details) > MOST_SHOWN:
            lines.append(translate("messages", "And {count} more.").format(count=len(details) - MOST_SHOWN))
            whole = "\n\n".join(details)
            title = translate("messages", "What was not imported as it is")
            actions.append((translate("messages", "Details"), lambda: self.show_details(title, whole)))
        kind = "error" if errors else "warning" if warnings or stopped else "done"
        self._show(kind, "\n".join(lines), actions, 0 if details or stopped else INFORM_TIME)

    def show_details(self, title: str, text: str) -> ReportDialog:
        """Show a long text in a dialog that does not stop the window."""
        dialog = ReportDialog(self._theme, title, "", text, self.area.window())
        dialog.open()
        return dialog

    def _show(
        self, kind: str, text: str, actions: Sequence[tuple[str, Callable[[], object]]], time_ms: int = 0
    ) -> None:
        self.bar.show_message(kind, text, actions, time_ms)
        self._fit()

    def _fit(self) -> None:
        self.area.setVisible(not self.bar.isHidden() or not self.hint_bar.isHidden())


def _file_warning(warning: str) -> str:
    """A warning of the form "name: sentence" in the language of the window."""
    name, colon, words = warning.partition(": ")
    return f"{name}{colon}{sentence(words)}" if colon else sentence(warning)


class ReportDialog(QDialog):
    """A text that can be copied whole: the report of an unforeseen error, or the details of an import."""

    def __init__(self, theme: Theme, title: str, words: str, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.report = report
        translate = QCoreApplication.translate
        heading = TokenLabel(theme, title, "text", 18, 600, self)
        heading.setWordWrap(True)
        field = QPlainTextEdit(report, self)
        field.setReadOnly(True)
        field.setAccessibleName(translate("messages", "Report"))
        field.setTabChangesFocus(True)
        copy = CommandButton(theme, translate("messages", "Copy report"), self, icon_name="copy")
        copy.clicked.connect(self.copy_report)
        close = PrimaryButton(theme, translate("messages", "Go on"), parent=self)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(18), scaled(20), scaled(16))
        column.setSpacing(scaled(12))
        column.addWidget(heading)
        if words:
            text = TokenLabel(theme, words, "text2", 13, 400, self)
            text.setWordWrap(True)
            column.addWidget(text)
        column.addWidget(field, 1)
        column.addLayout(ButtonRow((), (copy, close), gap=scaled(10), margins=QMargins()))
        tab_as_laid_out(self)
        open_at_size(self, QSize(620, 420), QSize(360, 240))

    def copy_report(self) -> None:
        """Put the whole report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None, version: str) -> str:
    """What a developer needs to know of an unforeseen error. It holds no text of the user's papers."""
    facts = f"Vindplaats {version}, Python {platform.python_version()}, Qt {PySide6.__version__}, {platform.platform()}"
    return facts + "\n\n" + "".join(traceback.format_exception(kind, error, trace))


class ErrorHook(QObject):
    """Stands in for `sys.excepthook`: a ReaderError becomes a message, anything else a report; the program goes on.

    An error on another thread hops to the main thread first. `shown` tells that a report dialog was opened.
    """

    shown = Signal(object)
    _arrived = Signal(object)

    def __init__(self, messages: Callable[[], Messages | None], theme: Theme, version: str, parent: QObject) -> None:
        """`messages` gives the bridge of the window, or None while there is no window."""
        super().__init__(parent)
        self._messages, self._theme, self._version = messages, theme, version
        self._dialog: ReportDialog | None = None
        self._arrived.connect(self._show)

    def install(self) -> None:
        """Take the place of `sys.excepthook`."""
        sys.excepthook = self.handle

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """What Python calls with an error that nobody caught. Ctrl+C still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, ReaderError):
            self._arrived.emit(error)
            return
        report = report_of(kind, error, trace, self._version)
        sys.stderr.write(report)
        self._arrived.emit(report)

    def _show(self, what: object) -> None:
        messages = self._messages()
        if isinstance(what, ReaderError):
            if messages is not None:
                messages.error(what)
            return
        if self._dialog is not None and self._dialog.isVisible():
            return  # one report at a time; a fault in painting would open hundreds
        translate = QCoreApplication.translate
        self._dialog = ReportDialog(
            self._theme,
            translate("messages", "Something went wrong that was not foreseen"),
            translate(
                "messages",
                "Your work is safe: every act was either saved whole or undone whole, and you can go on. "
                "To help us mend it, copy this report and send it along. "
                "It holds no text of your papers unless you add it.",
            ),
            str(what),
            messages.area.window() if messages is not None else None,
        )
        self._dialog.open()
        self.shown.emit(self._dialog)


class HasMessages(Protocol):
    """The main window, as far as the error hook needs it."""

    messages: Messages
    theme: Theme


def install_error_hook(window: HasMessages) -> ErrorHook:
    """Show what nobody caught in this window from now on."""
    assert isinstance(window, QObject)
    hook = ErrorHook(lambda: window.messages, window.theme, QCoreApplication.applicationVersion(), window)
    hook.install()
    return hook
