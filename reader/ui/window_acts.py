"""What the actions do to the window as a whole: undo, find, zoom, panes, side bars, full screen, dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from reader.ui.tool_bar import ToolBar

if TYPE_CHECKING:
    from reader.ui.document_pane import Form
    from reader.ui.main_window import MainWindow
    from reader.ui.project_view import ProjectView


class WindowActs(QObject):
    """The acts of one window that are not about a passage."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def mode(self) -> str:
        return self._window.project_view_or_none.mode() if self._window.project_view_or_none is not None else ""

    def side_by_side(self) -> bool:
        view = self._window.project_view_or_none
        return view is not None and view.desk.side_by_side

    def place_words(self, view: ProjectView) -> list[str]:
        """Where one is, in words: pane, pages, headings and selection; or what is listed."""
        pane = view.pane
        if view.mode() == "questions":
            return view.desk.board.summary()
        if view.mode() == "excerpts":
            return [view.excerpts.summary()]
        if pane is None:
            return [self.tr("No paper open")]
        words = [self.tr("Pane {n}").format(n=pane.number), pane.place()[0], " › ".join(pane.place()[1])]
        selection = view.selection()
        if selection is not None:
            words.append(self.tr("Selection: {n} characters").format(n=len(selection)))
        return words

    def scrolls_linked(self) -> bool:
        view = self._window.project_view_or_none
        return view is not None and view.desk.scrolling.mode != "off"

    def undo(self) -> None:
        self._step_history(back=True)

    def redo(self) -> None:
        self._step_history(back=False)

    def _step_history(self, *, back: bool) -> None:
        if self._window.session is None:
            return
        self._window.project_view.passage.save_note()
        self._window.messages.dismiss_undo()
        if back:
            self._window.session.undo()
        else:
            self._window.session.redo()

    def copy(self) -> None:
        if self._window.project_view.pane is not None:
            self._window.project_view.pane.view.copy()

    def select_all(self) -> None:
        if self._window.project_view.pane is not None:
            self._window.project_view.pane.view.select_all()

    def find(self) -> None:
        pane = self._window.project_view.pane
        if pane is not None:
            pane.find_bar.open(pane.view.selected_text())

    def find_next(self) -> None:
        if self._window.project_view.pane is not None:
            self._window.project_view.pane.find_bar.next()

    def find_previous(self) -> None:
        if self._window.project_view.pane is not None:
            self._window.project_view.pane.find_bar.previous()

    def search(self) -> None:
        self._window.search_popup.begin()

    def toggle_form(self, form: Form) -> None:
        """Show the paper of the active pane in a form of it, or as running text again."""
        pane = self._window.project_view.pane
        if pane is not None:
            pane.set_form("reading" if pane.form == form else form)
        self._window.refresh_state()

    def form(self) -> Form:
        """The form in which the active pane shows its paper."""
        view = self._window.project_view_or_none
        return view.pane.form if view is not None and view.pane is not None else "reading"

    def toggle_left(self) -> None:
        self._toggle("left")

    def toggle_right(self) -> None:
        self._toggle("right")

    def left_shown(self) -> bool:
        return self._window.folds.shown("left")

    def right_shown(self) -> bool:
        return self._window.folds.shown("right")

    def _toggle(self, name: str) -> None:
        self._window.folds.toggle(name)
        self._window.refresh_state()

    def zoom(self, step: int) -> None:
        """Make the reading text of every pane larger (1), smaller (-1) or of the normal size (0), or pages."""
        pane = self._window.project_view.pane
        if pane is not None and pane.view.is_paged:
            (pane.view.zoom_in if step > 0 else pane.view.zoom_out if step else pane.view.zoom_reset)()
            return
        settings = self._window.settings
        size = settings.get("reading_size") + step if step else settings.default("reading_size")
        settings.set("reading_size", max(12, min(40, size)))
        self.apply_reading_settings()

    def apply_reading_settings(self) -> None:
        """Give every pane the size and line height of the settings."""
        view, settings = self._window.project_view_or_none, self._window.settings
        for pane in view.pane_row.panes if view is not None else ():
            pane.view.set_reading_size(settings.get("reading_size"))
            pane.view.set_line_height(settings.get("line_height"))

    def apply_citation_style(self) -> None:
        """Show citations in the style of the settings."""
        if self._window.project_view_or_none is not None:
            self._window.project_view.passage.set_citation_style(self._window.settings.citation_style())

    def toggle_full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()
        self._window.refresh_state()

    def duplicate_pane(self) -> None:
        pane = self._window.project_view.pane
        if pane is not None:
            offset = pane.view.caret()
            self._window.project_view.leave_place()
            opened = self._window.project_view.pane_row.open(pane.document, new_pane=True)
            opened.view.set_caret(offset)
            opened.view.set_position(pane.view.position())

    def close_project(self) -> None:
        """Close the project and come back to the welcome page; what is not saved yet is asked about."""
        if self._window.failures.may_close():
            self._window.close_project()

    def close_pane(self) -> None:
        if self._window.project_view.pane is not None:
            self._window.project_view.pane_row.close_pane(self._window.project_view.pane)

    def go_to_pane(self, number: int) -> None:
        panes = self._window.project_view.pane_row.panes
        if number <= len(panes):
            self._window.project_view.pane_row.activate(panes[number - 1])

    def show_panes(self, count: int) -> None:
        """Show this many panes; new ones take the papers that are not open yet, else the active one again."""
        view = self._window.project_view
        present = [pane.document.uid for pane in view.pane_row.panes]
        documents = view.session.project.documents()
        fresh = [document for document in documents if document.uid not in present]
        again = [pane.document for pane in view.pane_row.panes] or documents[:1]
        view.pane_row.set_count(count, fresh + again * 4)

    def step_ring(self, by: int) -> None:
        """Go round: panes, board or excerpts, right side bar, left side bar, tool bar."""
        view = self._window.project_view
        stops: list[QWidget] = [pane.view for pane in view.pane_row.panes]
        stops += [view.desk.board, view.excerpts, view.passage, view.tags, view.documents, view.desk.filters]
        stops = [part for part in (*stops, self._window.tool_bar) if part.isVisible()]
        focus = self._window.focusWidget()
        at = next((i for i, stop in enumerate(stops) if stop is focus or stop.isAncestorOf(focus)), -1)
        target = stops[(at + by) % len(stops)]
        if isinstance(target, ToolBar):
            target.modes.setFocus()
        else:
            target.setFocus()

    def focus_middle(self) -> None:
        """Give the focus to what is worked in: the text, the excerpts or the welcome page."""
        view = self._window.project_view_or_none
        if view is None:
            self._window.welcome.setFocus(Qt.FocusReason.OtherFocusReason)
        elif view.mode() != "read":
            (view.excerpts if view.mode() == "excerpts" else view.desk.board).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            (view.pane.view if view.pane is not None else view.pane_row).setFocus(Qt.FocusReason.OtherFocusReason)

    def follow_or_finish(self) -> None:
        """Enter: finish the link or the ends at hand, else follow the link of the passage."""
        marking = self._window.project_view.marking
        if marking.link_from is not None:
            marking.link()
        elif marking.changing_ends_of:
            marking.change_ends()
        elif self._window.project_view.desk.panes.changing_ends:
            self._window.project_view.desk.panes.finish_ends()
        else:
            self._window.project_view.follow_first()

    def cancel(self) -> None:
        """Esc: close what popped up, else give up what was begun, else let go of the passage."""
        view = self._window.project_view
        if view.selection_bar.isVisible() or view.link_preview.isVisible():
            view.hide_popups()
        elif view.marking.link_from is not None:
            view.marking.cancel_link()
        elif view.marking.changing_ends_of:
            view.marking.cancel_ends()
        elif view.desk.panes.changing_ends:
            view.desk.panes.cancel_ends()
        elif view.pane is not None and view.pane.find_bar.isVisible():
            view.pane.find_bar.close_bar()
        elif view.pane is not None:
            view.pane.view.clear_selection()
            view.pane.view.choose("")

    def show_footnote(self) -> None:
        if self._window.project_view.pane is not None:
            self._window.project_view.pane.view.show_footnote_at_caret()

    def show_outline(self) -> None:
        if self._window.project_view.pane is not None:
            self._window.project_view.pane.show_outline()

    def show_palette(self) -> None:
        self._window.refresh_state_now()
        from reader.ui.palette import CommandPalette

        CommandPalette(self._window).show()

    def show_settings(self) -> None:
        from reader.ui.preferences import Preferences

        Preferences(self._window).open()

    def show_manual(self) -> None:
        from reader.ui.manual import ManualWindow

        ManualWindow(self._window).show()

    def show_about(self) -> None:
        from reader.ui.manual import about

        about(self._window)

    def quit(self) -> None:
        self._window.close()
