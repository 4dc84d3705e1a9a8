"""The side bars of the window: folded by the user, or by the window when it is too narrow for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reader.ui.theme import scaled

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow
    from reader.ui.project_view import ProjectView

FOLDS_UNDER = {"right": 1281, "left": 1100}  # px of window width at 100 % text, in this order
LEFT, RIGHT = 228, 272  # px at 100 % text, first widths of the side bars


class SideFolds:
    """Folds a side bar when the window becomes too narrow, and unfolds it when there is room again.

    Three or four panes side by side need more room than two: for them a side bar folds earlier. Who unfolds it by hand
    keeps it.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._by_width: set[str] = set()
        self._by_mode: set[str] = set()
        self._narrow: dict[str, bool] = {}  # for which side bar the window was too narrow when it was looked at last

    def shown(self, name: str) -> bool:
        """Whether the side bar "left" or "right" is in view."""
        view = self._window.project_view_or_none
        return view is not None and not _part(view, name).isHidden()

    def wanted(self, name: str) -> bool:
        """Whether the user has it unfolded: in view, or hidden only by the window's width or the questions board."""
        return self.shown(name) or name in self._by_width or name in self._by_mode

    def begin(self) -> None:
        """Another project is shown, with its side bars as the user left them."""
        self._by_width.clear()
        self._by_mode.clear()
        self._narrow.clear()
        self.follow_width()

    def follow_width(self) -> None:
        """Fold and unfold what the width of the window and the number of panes ask for."""
        view = self._window.project_view_or_none
        if view is None:
            return
        for name in FOLDS_UNDER:
            part = _part(view, name)
            before, narrow = self._narrow.get(name, False), self._too_narrow(name, view)
            self._narrow[name] = narrow
            if narrow and not before and not part.isHidden():
                part.hide()
                self._by_width.add(name)
            elif not narrow and name in self._by_width:
                part.setVisible(name not in self._by_mode)
                self._by_width.discard(name)

    def follow_mode(self, mode: str) -> None:
        """The questions board is given the room of the passage panel, as long as it is in view."""
        view = self._window.project_view_or_none
        if view is None:
            return
        if mode == "questions" and not view.passage.isHidden():
            view.passage.hide()
            self._by_mode.add("right")
        elif mode != "questions" and "right" in self._by_mode:
            self._by_mode.discard("right")
            if "right" not in self._by_width:
                view.passage.show()

    def toggle(self, name: str) -> None:
        """Fold or unfold a side bar; where both have no room beside the panes, the other one folds."""
        view = self._window.project_view_or_none
        if view is None:
            return
        part, other = _part(view, name), "left" if name == "right" else "right"
        part.setVisible(part.isHidden())
        self._by_width.discard(name)
        self._by_mode.discard(name)
        if not part.isHidden() and self.shown(other) and view.splitter.minimumSizeHint().width() > view.width():
            _part(view, other).hide()
            self._by_width.add(other)

    def _too_narrow(self, name: str, view: ProjectView) -> bool:
        width, panes = self._window.width(), len(view.pane_row.panes)
        if width < scaled(FOLDS_UNDER[name]):
            return True
        if panes < 3:
            return False
        needed = view.pane_row.width_side_by_side() + 4  # the hairlines
        left = scaled(LEFT) if self.wanted("left") else 0
        both = panes == 3 and needed <= width < needed + left  # four make two rows before the left one folds
        return both or (name == "right" and needed + left <= width < needed + left + scaled(RIGHT))


def _part(view: ProjectView, name: str) -> QWidget:
    return view.left if name == "left" else view.passage
