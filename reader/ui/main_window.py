"""The window: welcome page or project, tool bar, status bar, and what the actions of the table call."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reader.config import Settings
from reader.models.jobs import Jobs
from reader.ui import window_state
from reader.ui.actions import Actions, State
from reader.ui.exchange import Exchange
from reader.ui.failures import Failures
from reader.ui.large_act_waiting import LargeActWaiting
from reader.ui.menus import build_menu_bar, show_pane_menu
from reader.ui.messages import Messages, act_words
from reader.ui.project_files import ProjectFiles
from reader.ui.search_popup import SearchPopup
from reader.ui.side_folds import SideFolds
from reader.ui.status_strip import StatusStrip
from reader.ui.theme import Theme
from reader.ui.tool_bar import ToolBar
from reader.ui.welcome import WelcomePage
from reader.ui.window_acts import WindowActs

if TYPE_CHECKING:
    from reader.models.session import Session
    from reader.ui.project_view import ProjectView


class MainWindow(QMainWindow):
    """Places the parts and hands the actions on. It holds no rules."""

    option_chosen = Signal(str)  # the theme or the language was chosen in the menu

    def __init__(self, theme: Theme, settings: Settings) -> None:
        super().__init__()
        self.theme, self.settings = theme, settings
        self.session: Session | None = None
        self.project_view_or_none: ProjectView | None = None
        self.jobs = Jobs(self)
        self.folds = SideFolds(self)
        self.failures = Failures(self)
        self._state_timer = QTimer(self, singleShot=True, interval=0)
        self._state_timer.timeout.connect(self.refresh_state_now)
        self.acts: WindowActs = WindowActs(self)
        self.actions_table = Actions(self)
        self.tool_bar = ToolBar(self)
        self.status = StatusStrip(theme, self)
        self.stack = QStackedWidget()
        self.welcome = WelcomePage(theme, [str(path) for path in settings.recent_projects()])
        self.stack.addWidget(self.welcome)
        middle = QWidget()
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.messages = Messages(theme, middle)
        self.project_files: ProjectFiles = ProjectFiles(self)
        self.exchange: Exchange = Exchange(self)
        for part in (self.tool_bar, self.messages.area, self.stack, self.status):
            self._column.addWidget(part, 1 if part is self.stack else 0)
        self.setCentralWidget(middle)
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self.setMinimumSize(720, 480)
        build_menu_bar(self)
        self._connect()
        window_state.restore_geometry(self)
        self._show_welcome()

    @property
    def project_view(self) -> ProjectView:
        """The open project; actions that need one are disabled without it."""
        assert self.project_view_or_none is not None
        return self.project_view_or_none

    def _connect(self) -> None:
        self.jobs.started.connect(self.status.show_job)
        for bar in (self.messages.bar, self.messages.hint_bar):
            bar.left.connect(self.acts.focus_middle)
        self._connect_welcome()
        self.search_popup = SearchPopup(self)

    def _connect_welcome(self) -> None:
        self.welcome.import_requested.connect(self.exchange.choose_files)
        self.welcome.files_dropped.connect(self.exchange.import_files)
        self.welcome.open_requested.connect(self.project_files.open_project)
        self.welcome.sample_requested.connect(self.project_files.open_sample)
        self.welcome.recent_chosen.connect(self.open_path)
        self.welcome.help_requested.connect(self.acts.show_manual)
        self.welcome.settings_requested.connect(self.acts.show_settings)

    # -- opening and closing a project ---------------------------------------------------------------------------------

    def show_project(self, session: Session) -> None:
        """Show a project that was opened; the one shown before is closed first."""
        self.close_project()
        self.session = session
        # not before the window has been painted: they bring most of the program
        from reader.ui.citing_desk import CitingDesk
        from reader.ui.project_view import ProjectView
        from reader.ui.questions_desk import prepare as prepare_desk
        from reader.ui.version_panes import prepare as prepare_versions

        view = ProjectView(session, self.theme, self.settings)
        self.project_view_or_none = view
        self.stack.addWidget(view)
        self.stack.setCurrentWidget(view)
        session.failed.connect(self.failures.on_failed)
        session.saved.connect(self.failures.on_saved)
        LargeActWaiting(session.large_acts, self.status, view)
        view.state_changed.connect(self.refresh_state)
        view.mode_changed.connect(self.folds.follow_mode)
        view.desk.panes.ends_changed.connect(self._on_ends)
        prepare_desk(self, view)
        CitingDesk(self, view)
        prepare_versions(self, view)
        view.marking.linking_changed.connect(self._on_linking)
        view.marking.ends_changed.connect(self._on_ends)
        view.files_dropped.connect(self.exchange.import_files)
        view.import_requested.connect(self.exchange.choose_files)
        view.details_requested.connect(self.exchange.show_details)
        view.documents.version_requested.connect(view.versions.open)
        view.export_requested.connect(self.exchange.export_excerpts)
        view.removed.connect(self._offer_undo)
        view.references.not_found.connect(self._on_reference_not_found)
        view.pane_row.panes_changed.connect(self._prepare_panes)
        view.pane_row.panes_changed.connect(self.folds.follow_width)
        project = session.project
        self.settings.remember_project(project.path)
        self.setWindowTitle(f"{project.path.stem} — Vindplaats")
        self.status.show_project(project.path.name, read_only=project.read_only)
        if not project.read_only:
            self.status.show_saved()
        window_state.restore(self, view)
        self.tool_bar.show()
        self.folds.begin()
        self.refresh_state()

    def close_project(self) -> None:
        """Close the open project, if any; the welcome page comes back."""
        self.jobs.stop()
        view, session = self.project_view_or_none, self.session
        if view is None or session is None:
            return
        view.passage.save_note()
        window_state.save(self, view)
        view.hide_popups()
        view.desk.stop()
        self.search_popup.hide()
        self.project_view_or_none, self.session = None, None
        self.stack.removeWidget(view)
        view.setParent(None)
        view.deleteLater()
        session.close()
        self.messages.clear()
        self._show_welcome()

    def open_path(self, path: str) -> None:
        self.project_files.open_path(Path(path))

    def open_recent(self, action: QAction) -> None:
        self.open_path(str(action.data()))

    def _show_welcome(self) -> None:
        self.welcome.set_recent([str(path) for path in self.settings.recent_projects()])
        self.stack.setCurrentWidget(self.welcome)
        self.setWindowTitle("Vindplaats")
        self.status.show_project("")
        self.tool_bar.hide()
        self.refresh_state()

    def _prepare_panes(self) -> None:
        for pane in self.project_view.pane_row.panes:
            view = pane.view
            if self.actions_table["highlight"] not in view.actions():
                view.addActions(self.actions_table.reading_actions())
                view.context_menu_requested.connect(self._on_context_menu)
                pane.head.more.clicked.connect(self._on_more)
                pane.failed.connect(self.failures.on_failed)
                view.reading_size_changed.connect(self._on_reading_size)
                view.set_reading_size(self.settings.get("reading_size"))
                view.set_line_height(self.settings.get("line_height"))

    # -- what there is to act on ---------------------------------------------------------------------------------------

    def refresh_state(self) -> None:
        """Enable and tick the actions, once, when the event loop is reached."""
        if not self._state_timer.isActive():
            self._state_timer.start()

    def state(self) -> State:
        """What there is to act on at this moment."""
        view, session = self.project_view_or_none, self.session
        if view is None or session is None:
            return State()
        pane, history, chosen = view.pane, session.history, view.chosen()
        reading = view.pane_row.isVisibleTo(view)
        board = view.mode() == "questions"
        return State(
            project=True,
            writable=not session.project.read_only,
            pane=pane is not None and reading,
            panes=len(view.pane_row.panes) if reading else 0,
            selection=reading and view.selection() is not None,
            highlight=reading and bool(chosen),
            linking=view.marking.link_from is not None,
            back=view.trail.can_go_back,
            forward=view.trail.can_go_forward,
            undo=history.undo_name is not None,
            redo=history.redo_name is not None,
            tags=bool(session.project.tags()),
            finding=pane is not None and bool(pane.find_bar.hits),
            pages=pane is not None and reading and pane.has_pages,
            differences=pane is not None and reading and view.versions.has_differences(pane),
            units=pane is not None and reading and view.desk.has_units(pane),
            board=board,
            row=board and view.desk.board.current_question_id() is not None,
            board_acts=view.desk.board.possible() if board else frozenset(),
        )

    def refresh_state_now(self) -> None:
        self.actions_table.refresh(self.state())
        history = self.session.history if self.session is not None else None
        for act_id, name in (("undo", history and history.undo_name), ("redo", history and history.redo_name)):
            action = self.actions_table[act_id]
            base = self.tr("Undo") if act_id == "undo" else self.tr("Redo")
            action.setText(f"{base}: {act_words(name)}" if name else base)
        self.tool_bar.refresh()
        view = self.project_view_or_none
        if view is not None:
            self.status.show_place(self.acts.place_words(view))

    # -- settings and language -----------------------------------------------------------------------------------------

    def choose_option(self, action: QAction) -> None:
        option, value = action.data()
        self.settings.set(option, value)
        self.option_chosen.emit(option)

    def retranslate_actions(self) -> None:
        """The names and keys of the actions anew, also where they are shown."""
        self.actions_table.retranslate()
        self.tool_bar.retranslate()
        if self.project_view_or_none is not None:
            from reader.ui.questions_desk import apply_keys

            apply_keys(self, self.project_view_or_none)
        self.refresh_state()

    def retranslate(self) -> None:
        """Rebuild what shows words, after the language was changed; the project is shown anew with the same panes."""
        self.actions_table.retranslate()
        build_menu_bar(self)
        session, view = self.session, self.project_view_or_none
        old = self.welcome
        self.welcome = WelcomePage(self.theme, [])
        self._connect_welcome()
        self.stack.addWidget(self.welcome)
        self.stack.removeWidget(old)
        old.deleteLater()
        self.status.retranslate()
        self.tool_bar.retranslate()
        self.search_popup.retranslate()
        self.exchange.retranslate()
        self.messages.clear()
        self.messages.retranslate()
        if session is not None and view is not None:
            view.passage.save_note()
            view.hide_popups()
            window_state.save(self, view)
            view.desk.stop()
            self.stack.removeWidget(view)
            view.deleteLater()
            self.project_view_or_none = None
            self.session = None
            session.failed.disconnect(self.failures.on_failed)
            session.saved.disconnect(self.failures.on_saved)
            self.show_project(session)
            if session.waiting:  # the message of it was in the other language
                self.failures.try_again()
        else:
            self._show_welcome()
        self.refresh_state()

    # -- events --------------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        self.jobs.stop()
        if not self.failures.may_close():
            event.ignore()
            return
        window_state.save_geometry(self)
        self.close_project()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.folds.follow_width()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.exchange.import_files(paths)
            event.acceptProposedAction()

    # -- what is told --------------------------------------------------------------------------------------------------

    def _offer_undo(self, words: str) -> None:
        self.messages.offer_undo(words, self.acts.undo)

    def _on_reference_not_found(self, words: str) -> None:
        self.messages.inform(self.tr("“{reference}” is not a paper of this project.").format(reference=words))

    def _on_linking(self) -> None:
        marking = self.project_view.marking
        if marking.link_from is None:
            self.messages.clear_hint()
        else:
            quote = marking.link_start_quote()
            short = quote if len(quote) <= 60 else quote[:57].rstrip() + "…"
            self.messages.hint(
                self.tr("Link from «{quote}»: choose the other passage and press L. Esc cancels.").format(quote=short)
            )
        self.refresh_state()

    def _on_ends(self) -> None:
        if self.project_view.marking.changing_ends_of or self.project_view.desk.panes.changing_ends:
            self.messages.hint(
                self.tr("Adjust the selection with Shift and the arrows, then press Enter. Esc cancels.")
            )
        else:
            self.messages.clear_hint()

    def _on_context_menu(self, at: QPoint) -> None:
        self.refresh_state_now()
        show_pane_menu(self, at)

    def _on_more(self) -> None:
        pane = self.project_view.pane
        if pane is not None:
            self._on_context_menu(pane.head.more.mapToGlobal(QPoint(0, pane.head.more.height())))

    def _on_reading_size(self, size: int) -> None:
        if size != self.settings.get("reading_size"):
            self.settings.set("reading_size", size)
            self.acts.apply_reading_settings()
