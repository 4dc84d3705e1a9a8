"""An act that could not be written: the bar with the way out, trying again, asking before the project closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from reader.domain.errors import ProjectReplaced, ProjectWriteFailed, ReaderError

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow


class Failures(QObject):
    """Hears what goes wrong in the session of one window, and what is saved."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def on_failed(self, error: ReaderError) -> None:
        """Tell an error, with a button that helps where there is one."""
        messages = self._window.messages
        if isinstance(error, ProjectWriteFailed):
            self._window.status.show_not_saved()
            messages.error(error, self.tr("Try again"), self.try_again)
        elif isinstance(error, ProjectReplaced):
            messages.error(error, self.tr("Save a copy…"), self._window.project_files.save_copy_and_go_on)
        else:
            messages.error(error)

    def on_saved(self) -> None:
        """An act was written: so can be what waits."""
        session = self._window.session
        if session is not None and (not session.waiting or session.try_again()):
            self._window.status.show_saved()

    def try_again(self) -> None:
        """Repeat what could not be written."""
        session = self._window.session
        if session is not None and session.try_again():
            self._window.messages.inform(self.tr("Everything is saved now."))

    def may_close(self) -> bool:
        """Whether the project may be closed: everything is saved, or the user gives up what is not."""
        session, view = self._window.session, self._window.project_view_or_none
        if session is None or view is None:
            return True
        view.passage.save_note()
        if session.try_again():
            return True
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            "Vindplaats",
            self.tr("What you did last could not be saved. If you close the project now, it is lost."),
            QMessageBox.StandardButton.NoButton,
            self._window,
        )
        lose = box.addButton(self.tr("Close and lose it"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.exec()
        lost = box.clickedButton() is lose
        box.deleteLater()
        if lost:
            session.give_up_waiting()
        return lost
