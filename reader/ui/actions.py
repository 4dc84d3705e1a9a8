"""The one table of actions: what each is called, its keys, when it is enabled, and what it does."""
# ruff: noqa: E501 (a table is read best with one row to an action)

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from reader.ui.translating import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

Key = str | QKeySequence.StandardKey
Scope = Literal["window", "reading", "board"]
STANDARD = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class State:
    """What there is to act on at this moment; actions are enabled by it."""

    project: bool = False
    writable: bool = False
    pane: bool = False
    panes: int = 0
    selection: bool = False
    highlight: bool = False
    passage_linked: bool = False
    linking: bool = False
    back: bool = False
    forward: bool = False
    undo: bool = False
    redo: bool = False
    tags: bool = False
    finding: bool = False
    pages: bool = False  # the paper of the active pane is a PDF
    differences: bool = False  # another version stands beside that of the active pane
    units: bool = False  # questions or answers were recognised in the active pane
    board: bool = False  # the questions board is in view
    row: bool = False  # a question is chosen on it
    board_acts: frozenset[str] = frozenset()  # what can be done there now

    @property
    def passage(self) -> bool:
        return self.pane and (self.selection or self.highlight)

    @property
    def markable(self) -> bool:
        return self.passage and self.writable

    @property
    def unit(self) -> bool:
        return self.pane and self.units and self.writable


@dataclass(frozen=True, slots=True)
class Act:
    """One action. Its keys act in the whole window, or only while a text pane or the questions board has the focus."""

    id: str
    text: str
    run: Callable[[MainWindow], object]
    keys: tuple[Key, ...] = ()
    enabled: Callable[[State], bool] = lambda _state: True
    icon: str = ""
    scope: Scope = "window"
    checked: Callable[[MainWindow], bool] | None = None


def _digit(number: int) -> Act:
    return Act(
        f"tag.{number}",
        QT_TRANSLATE_NOOP("actions", "Label {number}").replace("{number}", str(number)),
        lambda window: window.project_view.marking.apply_digit(number),
        (str(number),),
        lambda state: state.markable and state.tags,
        scope="reading",
    )


def _candidate(number: int) -> Act:
    return Act(
        f"question.candidate.{number}",
        QT_TRANSLATE_NOOP("actions", "Candidate {number}").replace("{number}", str(number)),
        lambda window: window.project_view.desk.board.do(f"offer:{number - 1}"),
        (str(number),),
        lambda state: state.row,
        scope="board",
    )


def _pane(number: int) -> Act:
    return Act(
        f"pane.{number}",
        QT_TRANSLATE_NOOP("actions", "Go to pane {number}").replace("{number}", str(number)),
        lambda window: window.acts.go_to_pane(number),
        (f"Ctrl+{number}",),
        lambda state: state.panes >= number,
    )


ACTS: tuple[Act, ...] = (
    # file
    Act("project.new", QT_TRANSLATE_NOOP("actions", "New project…"), lambda w: w.project_files.new_project(), (STANDARD.New,), icon="file-plus"),
    Act("project.open", QT_TRANSLATE_NOOP("actions", "Open project…"), lambda w: w.project_files.open_project(), (STANDARD.Open,), icon="folder-open"),
    Act("project.sample", QT_TRANSLATE_NOOP("actions", "Open the sample project"), lambda w: w.project_files.open_sample(), icon="book-open"),
    Act("document.import", QT_TRANSLATE_NOOP("actions", "Import documents…"), lambda w: w.exchange.choose_files(), ("Ctrl+I",), lambda s: s.writable or not s.project, icon="file-down"),
    Act("document.paste", QT_TRANSLATE_NOOP("actions", "Paste as a new paper"), lambda w: w.exchange.paste(), ("Ctrl+Shift+V",), lambda s: s.writable or not s.project),
    Act("document.details", QT_TRANSLATE_NOOP("actions", "Details of the paper…"), lambda w: w.exchange.show_details(), ("Alt+Return",), lambda s: s.pane and s.writable),
    Act("document.versions", QT_TRANSLATE_NOOP("actions", "Compare versions…"), lambda w: w.exchange.compare_versions(), (), lambda s: s.pane),
    Act("document.version", QT_TRANSLATE_NOOP("actions", "Previous version beside it"), lambda w: w.project_view.versions.open_previous(), (), lambda s: s.pane, icon="history"),
    Act("excerpts.export", QT_TRANSLATE_NOOP("actions", "Export excerpts…"), lambda w: w.exchange.export_excerpts(), ("Ctrl+E",), lambda s: s.project, icon="file-output"),
    Act("project.copy", QT_TRANSLATE_NOOP("actions", "Save a copy…"), lambda w: w.project_files.save_copy(), (STANDARD.SaveAs,), lambda s: s.project, icon="copy"),
    Act("project.share", QT_TRANSLATE_NOOP("actions", "Save a copy for others…"), lambda w: w.exchange.share(), (), lambda s: s.project),
    Act("project.merge", QT_TRANSLATE_NOOP("actions", "Merge with a copy…"), lambda w: w.exchange.sharing.merge(), (), lambda s: s.writable, icon="merge"),
    Act("project.agreement", QT_TRANSLATE_NOOP("actions", "Agreement of coders…"), lambda w: w.exchange.sharing.agreement(), (), lambda s: s.project, icon="scale"),
    Act("project.close", QT_TRANSLATE_NOOP("actions", "Close project"), lambda w: w.acts.close_project(), ("Ctrl+Shift+W",), lambda s: s.project),
    Act("settings", QT_TRANSLATE_NOOP("actions", "Settings…"), lambda w: w.acts.show_settings(), ("Ctrl+,",), icon="settings"),
    Act("quit", QT_TRANSLATE_NOOP("actions", "Quit"), lambda w: w.acts.quit(), (STANDARD.Quit, "Ctrl+Q")),
    # edit
    Act("undo", QT_TRANSLATE_NOOP("actions", "Undo"), lambda w: w.acts.undo(), (STANDARD.Undo,), lambda s: s.undo, icon="undo-2"),
    Act("redo", QT_TRANSLATE_NOOP("actions", "Redo"), lambda w: w.acts.redo(), (STANDARD.Redo, "Ctrl+Shift+Z", "Ctrl+Y"), lambda s: s.redo, icon="redo-2"),
    Act("copy", QT_TRANSLATE_NOOP("actions", "Copy"), lambda w: w.acts.copy(), (STANDARD.Copy,), lambda s: s.selection, icon="copy", scope="reading"),
    Act("copy.citation", QT_TRANSLATE_NOOP("actions", "Copy with citation"), lambda w: w.project_view.marking.copy_with_citation(), ("Ctrl+Shift+C",), lambda s: s.passage, icon="quote"),
    Act("select.all", QT_TRANSLATE_NOOP("actions", "Select all"), lambda w: w.acts.select_all(), (STANDARD.SelectAll,), lambda s: s.pane, scope="reading"),
    Act("find", QT_TRANSLATE_NOOP("actions", "Find in this paper"), lambda w: w.acts.find(), (STANDARD.Find,), lambda s: s.pane, icon="search"),
    Act("find.next", QT_TRANSLATE_NOOP("actions", "Find next"), lambda w: w.acts.find_next(), (STANDARD.FindNext, "F3"), lambda s: s.finding),
    Act("find.previous", QT_TRANSLATE_NOOP("actions", "Find previous"), lambda w: w.acts.find_previous(), (STANDARD.FindPrevious, "Shift+F3"), lambda s: s.finding),
    Act("search", QT_TRANSLATE_NOOP("actions", "Search in all documents"), lambda w: w.acts.search(), ("Ctrl+Shift+F",), lambda s: s.project, icon="search"),
    # view
    Act("mode.read", QT_TRANSLATE_NOOP("actions", "Read"), lambda w: w.project_view.set_mode("read"), ("Ctrl+Shift+1",), lambda s: s.project, checked=lambda w: w.acts.mode() == "read"),
    Act("mode.questions", QT_TRANSLATE_NOOP("actions", "Questions"), lambda w: w.project_view.set_mode("questions"), ("Ctrl+Shift+2",), lambda s: s.project, checked=lambda w: w.acts.mode() == "questions"),
    Act("mode.excerpts", QT_TRANSLATE_NOOP("actions", "Excerpts"), lambda w: w.project_view.set_mode("excerpts"), ("Ctrl+Shift+3",), lambda s: s.project, checked=lambda w: w.acts.mode() == "excerpts"),
    Act("view.delivered", QT_TRANSLATE_NOOP("actions", "Text as delivered"), lambda w: w.acts.toggle_form("delivered"), ("Ctrl+Shift+D",), lambda s: s.pane, checked=lambda w: w.acts.form() == "delivered"),
    Act("view.pages", QT_TRANSLATE_NOOP("actions", "Pages of the PDF"), lambda w: w.acts.toggle_form("pages"), ("F7",), lambda s: s.pages, checked=lambda w: w.acts.form() == "pages"),
    Act("view.left", QT_TRANSLATE_NOOP("actions", "Left side bar"), lambda w: w.acts.toggle_left(), ("F9",), lambda s: s.project, icon="panel-left", checked=lambda w: w.acts.left_shown()),
    Act("view.right", QT_TRANSLATE_NOOP("actions", "Right side bar"), lambda w: w.acts.toggle_right(), ("Shift+F9",), lambda s: s.project, icon="panel-right", checked=lambda w: w.acts.right_shown()),
    Act("zoom.in", QT_TRANSLATE_NOOP("actions", "Larger text"), lambda w: w.acts.zoom(1), (STANDARD.ZoomIn, "Ctrl+="), lambda s: s.pane),
    Act("zoom.out", QT_TRANSLATE_NOOP("actions", "Smaller text"), lambda w: w.acts.zoom(-1), (STANDARD.ZoomOut,), lambda s: s.pane),
    Act("zoom.reset", QT_TRANSLATE_NOOP("actions", "Normal text size"), lambda w: w.acts.zoom(0), ("Ctrl+0",), lambda s: s.pane),
    Act("view.full", QT_TRANSLATE_NOOP("actions", "Full screen"), lambda w: w.acts.toggle_full_screen(), (STANDARD.FullScreen, "F11"), checked=lambda w: w.isFullScreen()),
    # panes
    Act("pane.new", QT_TRANSLATE_NOOP("actions", "Same paper in a new pane"), lambda w: w.acts.duplicate_pane(), ("Ctrl+T",), lambda s: 0 < s.panes < 4, icon="columns-2"),
    Act("pane.close", QT_TRANSLATE_NOOP("actions", "Close this pane"), lambda w: w.acts.close_pane(), ("Ctrl+W",), lambda s: s.pane, icon="x"),
    Act("pane.next", QT_TRANSLATE_NOOP("actions", "Next part of the window"), lambda w: w.acts.step_ring(1), ("F6",), lambda s: s.project),
    Act("pane.previous", QT_TRANSLATE_NOOP("actions", "Previous part of the window"), lambda w: w.acts.step_ring(-1), ("Shift+F6",), lambda s: s.project),
    Act("pane.move-right", QT_TRANSLATE_NOOP("actions", "Move this pane to the right"), lambda w: w.project_view.pane_row.move_active(1), ("Ctrl+Alt+Right",), lambda s: s.panes > 1),
    Act("pane.move-left", QT_TRANSLATE_NOOP("actions", "Move this pane to the left"), lambda w: w.project_view.pane_row.move_active(-1), ("Ctrl+Alt+Left",), lambda s: s.panes > 1),
    *(_pane(number) for number in range(1, 5)),
    # marking
    Act("highlight", QT_TRANSLATE_NOOP("actions", "Highlight with the last label"), lambda w: w.project_view.marking.highlight(), ("H",), lambda s: s.markable, icon="highlighter", scope="reading"),
    *(_digit(number) for number in range(1, 10)),
    Act("tag.pick", QT_TRANSLATE_NOOP("actions", "Label by name…"), lambda w: w.project_view.marking.pick_tag(), ("T",), lambda s: s.markable, icon="tags", scope="reading"),
    Act("note", QT_TRANSLATE_NOOP("actions", "Note"), lambda w: w.project_view.marking.edit_note(), ("N",), lambda s: s.markable, icon="sticky-note", scope="reading"),
    Act("ends", QT_TRANSLATE_NOOP("actions", "Change the ends of the highlight"), lambda w: w.project_view.marking.change_ends(), ("E",), lambda s: s.markable, scope="reading"),
    Act("highlight.remove", QT_TRANSLATE_NOOP("actions", "Remove highlight"), lambda w: w.project_view.marking.remove(), (STANDARD.Delete, "Backspace"), lambda s: s.markable and s.highlight, icon="trash-2", scope="reading"),
    Act("highlight.next", QT_TRANSLATE_NOOP("actions", "Next highlight"), lambda w: w.project_view.next_highlight(), ("Alt+Down",), lambda s: s.pane, icon="arrow-down"),
    Act("highlight.previous", QT_TRANSLATE_NOOP("actions", "Previous highlight"), lambda w: w.project_view.previous_highlight(), ("Alt+Up",), lambda s: s.pane, icon="arrow-up"),
    Act("selection.bar", QT_TRANSLATE_NOOP("actions", "Show the selection bar"), lambda w: w.project_view.show_selection_bar(), ("Ctrl+Space",), lambda s: s.selection),
    # links
    Act("link", QT_TRANSLATE_NOOP("actions", "Link"), lambda w: w.project_view.marking.link(), ("L",), lambda s: s.markable, icon="link-2", scope="reading"),
    Act("follow", QT_TRANSLATE_NOOP("actions", "Follow the link"), lambda w: w.acts.follow_or_finish(), ("Return", "Enter"), lambda s: s.passage, icon="corner-down-right", scope="reading"),
    Act("cancel", QT_TRANSLATE_NOOP("actions", "Cancel"), lambda w: w.acts.cancel(), ("Esc",), lambda s: s.project, scope="reading"),
    Act("footnote", QT_TRANSLATE_NOOP("actions", "Show the footnote at the caret"), lambda w: w.acts.show_footnote(), ("F",), lambda s: s.pane, scope="reading"),
    # questions
    Act("question.next", QT_TRANSLATE_NOOP("actions", "Next question"), lambda w: w.project_view.desk.step(1), ("Ctrl+Down",), lambda s: s.units or s.board, icon="arrow-down"),
    Act("question.previous", QT_TRANSLATE_NOOP("actions", "Previous question"), lambda w: w.project_view.desk.step(-1), ("Ctrl+Up",), lambda s: s.units or s.board, icon="arrow-up"),
    Act("question.accept", QT_TRANSLATE_NOOP("actions", "Accept the answer"), lambda w: w.project_view.desk.board.do("accept"), ("Return", "Enter"), lambda s: "accept" in s.board_acts, icon="check", scope="board"),
    Act("question.reject", QT_TRANSLATE_NOOP("actions", "Reject the answer"), lambda w: w.project_view.desk.board.do("reject"), ("X",), lambda s: "reject" in s.board_acts, icon="x", scope="board"),
    *(_candidate(number) for number in range(1, 4)),
    Act("question.open", QT_TRANSLATE_NOOP("actions", "Checked, open"), lambda w: w.project_view.desk.board.do("open"), ("O",), lambda s: "open" in s.board_acts, scope="board"),
    Act("question.verdict", QT_TRANSLATE_NOOP("actions", "Verdict…"), lambda w: w.project_view.desk.board.do("verdict"), ("V",), lambda s: "verdict" in s.board_acts, scope="board"),
    Act("question.partly", QT_TRANSLATE_NOOP("actions", "Answered in part"), lambda w: w.project_view.desk.board.do("partly"), ("D",), lambda s: "partly" in s.board_acts, scope="board"),
    Act("question.accept-all", QT_TRANSLATE_NOOP("actions", "Accept all strong ones of this group…"), lambda w: w.project_view.desk.board.do("accept-all"), ("A",), lambda s: "accept-all" in s.board_acts, scope="board"),
    Act("question.note", QT_TRANSLATE_NOOP("actions", "Note on the question"), lambda w: w.project_view.desk.board.do("note"), ("N",), lambda s: "note" in s.board_acts, scope="board"),
    Act("question.split", QT_TRANSLATE_NOOP("actions", "Split the question…"), lambda w: w.project_view.desk.board.do("split"), ("S",), lambda s: "split" in s.board_acts, scope="board"),
    Act("question.merge", QT_TRANSLATE_NOOP("actions", "Merge with the next question"), lambda w: w.project_view.desk.board.do("merge"), ("M",), lambda s: "merge" in s.board_acts, scope="board"),
    Act("question.ends", QT_TRANSLATE_NOOP("actions", "Change the ends of the question"), lambda w: w.project_view.desk.board.do("ends"), ("E",), lambda s: "ends" in s.board_acts, scope="board"),
    Act("question.drop", QT_TRANSLATE_NOOP("actions", "This is no question"), lambda w: w.project_view.desk.board.do("drop"), (STANDARD.Delete,), lambda s: "drop" in s.board_acts, scope="board"),
    Act("question.beside", QT_TRANSLATE_NOOP("actions", "Show question and answer side by side"), lambda w: w.project_view.desk.board.do("side-by-side"), ("Space",), lambda s: "side-by-side" in s.board_acts, icon="columns-2", scope="board", checked=lambda w: w.acts.side_by_side()),
    Act("unit.question", QT_TRANSLATE_NOOP("actions", "The selection is a question"), lambda w: w.project_view.desk.panes.selection_is("question"), ("Q",), lambda s: s.selection and s.writable, scope="reading"),
    Act("unit.answer", QT_TRANSLATE_NOOP("actions", "The selection is an answer"), lambda w: w.project_view.desk.panes.selection_is("answer"), ("A",), lambda s: s.selection and s.writable, scope="reading"),
    Act("unit.split", QT_TRANSLATE_NOOP("actions", "Split the question or answer here"), lambda w: w.project_view.desk.panes.split_at_caret(), ("S",), lambda s: s.unit, scope="reading"),
    Act("unit.merge", QT_TRANSLATE_NOOP("actions", "Merge with the next one"), lambda w: w.project_view.desk.panes.merge_with_next(), ("M",), lambda s: s.unit, scope="reading"),
    Act("unit.ends", QT_TRANSLATE_NOOP("actions", "Change the ends of the question or answer"), lambda w: w.project_view.desk.panes.begin_ends_at_caret(), ("Shift+E",), lambda s: s.unit, scope="reading"),
    Act("unit.menu", QT_TRANSLATE_NOOP("actions", "Question or answer at the caret…"), lambda w: w.project_view.desk.panes.show_menu_at_caret(), ("Shift+Q",), lambda s: s.pane and s.units, scope="reading"),
    Act("unit.drop", QT_TRANSLATE_NOOP("actions", "No question or answer"), lambda w: w.project_view.desk.panes.drop_unit(), ("Shift+Delete",), lambda s: s.unit, scope="reading"),
    Act("unit.restore", QT_TRANSLATE_NOOP("actions", "Question or answer as recognised"), lambda w: w.project_view.desk.panes.restore_units(), (), lambda s: s.pane and s.writable),
    Act("questions.overview", QT_TRANSLATE_NOOP("actions", "Questions overview…"), lambda w: w.project_view.desk.show_overview(), ("Ctrl+Shift+E",), lambda s: s.units or s.board, icon="file-output"),
    Act("scroll.linked", QT_TRANSLATE_NOOP("actions", "Linked scrolling"), lambda w: w.project_view.desk.scrolling.toggle(), ("F8",), lambda s: s.panes > 1, checked=lambda w: w.acts.scrolls_linked()),
    Act("scroll.align", QT_TRANSLATE_NOOP("actions", "Align the panes from here"), lambda w: w.project_view.desk.scrolling.align_from_here(), ("Shift+F8",), lambda s: s.panes > 1),
    # go
    Act("back", QT_TRANSLATE_NOOP("actions", "Back"), lambda w: w.project_view.go_back(), ("Alt+Left",), lambda s: s.back, icon="arrow-left"),
    Act("forward", QT_TRANSLATE_NOOP("actions", "Forward"), lambda w: w.project_view.go_forward(), ("Alt+Right",), lambda s: s.forward, icon="arrow-right"),
    Act("difference.next", QT_TRANSLATE_NOOP("actions", "Next difference between versions"), lambda w: w.project_view.versions.step(1), ("Ctrl+Alt+Down",), lambda s: s.differences, icon="arrow-down"),
    Act("difference.previous", QT_TRANSLATE_NOOP("actions", "Previous difference between versions"), lambda w: w.project_view.versions.step(-1), ("Ctrl+Alt+Up",), lambda s: s.differences, icon="arrow-up"),
    Act("outline", QT_TRANSLATE_NOOP("actions", "Contents of this paper"), lambda w: w.acts.show_outline(), ("Ctrl+Shift+O",), lambda s: s.pane, icon="list-tree"),
    Act("palette", QT_TRANSLATE_NOOP("actions", "All commands…"), lambda w: w.acts.show_palette(), ("Ctrl+Shift+P",), icon="keyboard"),
    # help
    Act("help", QT_TRANSLATE_NOOP("actions", "Manual and shortcuts"), lambda w: w.acts.show_manual(), (STANDARD.HelpContents, "F1"), icon="book-open"),
    Act("about", QT_TRANSLATE_NOOP("actions", "About Vindplaats"), lambda w: w.acts.show_about()),
)  # fmt: skip

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("actions", "&File"), ("project.new", "project.open", "recent", "project.sample", "", "document.import", "document.paste", "document.details", "document.version", "document.versions", "", "excerpts.export", "project.copy", "", "project.share", "project.merge", "project.agreement", "", "settings", "", "project.close", "quit")),
    (QT_TRANSLATE_NOOP("actions", "&Edit"), ("undo", "redo", "", "copy", "copy.citation", "select.all", "", "find", "find.next", "find.previous", "search")),
    (QT_TRANSLATE_NOOP("actions", "&View"), ("mode.read", "mode.questions", "mode.excerpts", "", "scroll.linked", "scroll.align", "", "pane.new", "pane.close", "pane.move-left", "pane.move-right", "", "view.pages", "view.delivered", "", "zoom.in", "zoom.out", "zoom.reset", "", "view.left", "view.right", "view.full", "", "theme", "language")),
    (QT_TRANSLATE_NOOP("actions", "&Mark"), ("highlight", "tag.pick", "tags", "note", "ends", "selection.bar", "", "highlight.remove")),
    (QT_TRANSLATE_NOOP("actions", "&Link"), ("link", "follow", "cancel")),
    (QT_TRANSLATE_NOOP("actions", "&Questions"), ("question.next", "question.previous", "", "question.accept", "question.reject", "question.candidate.1", "question.candidate.2", "question.candidate.3", "question.open", "question.accept-all", "", "question.verdict", "question.partly", "question.note", "", "question.split", "question.merge", "question.ends", "question.drop", "", "unit.menu", "unit.question", "unit.answer", "unit.split", "unit.merge", "unit.ends", "unit.drop", "unit.restore", "", "question.beside", "questions.overview")),
    (QT_TRANSLATE_NOOP("actions", "&Go"), ("back", "forward", "", "highlight.next", "highlight.previous", "", "difference.next", "difference.previous", "", "outline", "footnote", "", "pane.next", "pane.previous", "pane.1", "pane.2", "pane.3", "pane.4")),
    (QT_TRANSLATE_NOOP("actions", "&Help"), ("help", "palette", "", "about")),
)  # fmt: skip


def act_text(act: Act) -> str:
    """The name of an action in the language of the window."""
    prefix, _, number = act.text.rpartition(" ")
    if number.isdigit():
        return QCoreApplication.translate("actions", prefix + " {number}").format(number=number)
    return QCoreApplication.translate("actions", act.text)


def key_sequences(act: Act, remapped: dict[str, list[str]]) -> list[QKeySequence]:
    """The keys of an action: the user's own, else those of the table (a standard key gives the platform's own keys)."""
    if act.id in remapped:
        return [QKeySequence(keys) for keys in remapped[act.id]]
    sequences: list[QKeySequence] = []
    for key in act.keys:
        for sequence in [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key):
            if sequence not in sequences:
                sequences.append(sequence)
    return sequences


class Actions(QObject):
    """The QActions of a window, made from the table. `refresh` enables and ticks them for the present state."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._acts = {act.id: act for act in ACTS}
        self._actions: dict[str, QAction] = {}
        for act in ACTS:
            action = QAction(window)
            action.setObjectName(act.id)
            action.setCheckable(act.checked is not None)
            action.setShortcutContext(
                Qt.ShortcutContext.WindowShortcut if act.scope == "window" else Qt.ShortcutContext.WidgetShortcut
            )
            action.triggered.connect(self._run)
            self._actions[act.id] = action
            if act.scope == "window":
                window.addAction(action)
        self.retranslate()

    def __getitem__(self, act_id: str) -> QAction:
        return self._actions[act_id]

    def reading_actions(self) -> list[QAction]:
        """The actions whose keys act only while a text pane has the focus; each pane's view adds them."""
        return [self._actions[act.id] for act in ACTS if act.scope == "reading"]

    def board_actions(self) -> list[QAction]:
        """The actions whose keys act only while the questions board has the focus; its list adds them."""
        return [self._actions[act.id] for act in ACTS if act.scope == "board"]

    def all(self) -> list[tuple[Act, QAction]]:
        return [(act, self._actions[act.id]) for act in ACTS]

    def retranslate(self) -> None:
        """Set names and keys anew, after a change of language or settings."""
        remapped = self._window.settings.shortcuts()
        single_keys = self._window.settings.get("single_keys")
        for act in ACTS:
            action = self._actions[act.id]
            action.setText(act_text(act))
            sequences = key_sequences(act, remapped)
            if act.scope != "window" and not single_keys:
                sequences = [keys for keys in sequences if not _is_single_letter(keys)]
            action.setShortcuts(sequences)

    def refresh(self, state: State) -> None:
        for act in ACTS:
            action = self._actions[act.id]
            action.setEnabled(act.enabled(state))
            if act.checked is not None:
                action.setChecked(act.checked(self._window))

    def _run(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._acts[action.objectName()].run(self._window)


def _is_single_letter(keys: QKeySequence) -> bool:
    text = keys.toString(QKeySequence.SequenceFormat.PortableText)
    return len(text) == 1 and text.isalnum()
