"""The tool bar: side bars, back and forward, the view in the middle, search, number of panes, export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.ui.controls import SearchField, SegmentedControl
from reader.ui.resources import icon
from reader.ui.theme import scaled, ui_font

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

TEXTS_UNDER = 1180  # px of window width below which texts become icons
COUNTS_UNDER = 700  # px of window width below which the numbers of the views are left out
PANES_UNDER = 560  # px below which panes are opened and closed by the menu and their heads alone
MODES = ("read", "questions", "excerpts")


class ToolBar(QWidget):
    """A row of 44 px under the menu bar; every button is an action of the table."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        theme = window.theme
        self._buttons: dict[str, QToolButton] = {}
        self.modes = SegmentedControl(theme, self)
        self.modes.selected.connect(self._on_mode)
        self.panes = SegmentedControl(theme, self)
        self.panes.selected.connect(self._on_panes)
        self.search = SearchField(theme, "", "Ctrl+Shift+F", self)
        self.search.setMaximumWidth(300)
        self.search.setMinimumWidth(180)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(6)
        for act_id in ("view.left", "back", "forward"):
            layout.addWidget(self._button(act_id))
        layout.addSpacing(4)
        layout.addWidget(self.modes)
        layout.addStretch(1)
        layout.addWidget(self.search, 2)
        layout.addStretch(1)
        layout.addWidget(self.panes)
        layout.addSpacing(4)
        layout.addWidget(self._button("excerpts.export", text=True))
        layout.addWidget(self._button("view.right"))
        theme.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Names and icons anew, after a change of language or theme."""
        theme = self._window.theme
        self.modes.setAccessibleName(self.tr("View"))
        self.panes.setAccessibleName(self.tr("Number of panes"))
        self.search.setPlaceholderText(self.tr("Search in all documents"))
        self.search.setAccessibleName(self.tr("Search in all documents"))
        self.search.setToolTip(self.tr("Search in all documents"))
        self.modes.set_segments(
            [(name, None, None) for name in (self.tr("Read"), self.tr("Questions"), self.tr("Excerpts"))]
        )
        names = [self.tr("One pane"), self.tr("Two panes"), self.tr("Three panes"), self.tr("Four panes")]
        icons = ["square", "columns-2", "columns-3", "columns-4"]
        self.panes.set_segments([("", icons[i], names[i]) for i in range(4)])
        self._buttons["excerpts.export"].setText(self.tr("Export"))
        for act_id, button in self._buttons.items():
            action = self._window.actions_table[act_id]
            name = next(act.icon for act, _ in self._window.actions_table.all() if act.id == act_id)
            button.setIcon(icon(theme, name, "text2", scaled(16)))
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            button.setToolTip(f"{action.text()} ({keys})" if keys else action.text())
            button.setAccessibleName(action.text())
        self.refresh()

    def refresh(self) -> None:
        """Show the present view, number of panes and excerpts."""
        view = self._window.project_view_or_none
        for widget in (self.modes, self.panes, self.search):
            widget.setEnabled(view is not None)
        for act_id, button in self._buttons.items():
            action = self._window.actions_table[act_id]
            button.setEnabled(action.isEnabled())
            button.setChecked(action.isChecked())
        if view is None:
            return
        self.modes.set_current(MODES.index(view.mode()))
        self.modes.set_count(1, view.desk.total())
        self.modes.set_count(2, view.excerpts.total())
        self.panes.set_current(len(view.pane_row.panes) - 1)
        with_panes = view.mode() == "read" or (view.mode() == "questions" and view.desk.side_by_side)
        self.panes.setVisible(with_panes and self.width() >= scaled(PANES_UNDER))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= scaled(TEXTS_UNDER)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wide else Qt.ToolButtonStyle.ToolButtonIconOnly
        self._buttons["excerpts.export"].setToolButtonStyle(style)
        self.modes.show_counts(self.width() >= scaled(COUNTS_UNDER))
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._window.theme.color("window"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._window.theme.color("line"))

    def _button(self, act_id: str, *, text: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setObjectName(act_id)
        button.setFont(ui_font(13, 500))
        button.setIconSize(QSize(scaled(16), scaled(16)))
        button.setMinimumSize(QSize(scaled(30), scaled(30)))
        button.setCheckable(self._window.actions_table[act_id].isCheckable())
        if text:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(self._window.actions_table[act_id].trigger)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons[act_id] = button
        return button

    def _on_mode(self, index: int) -> None:
        view = self._window.project_view_or_none
        if view is not None:
            view.set_mode(MODES[index])

    def _on_panes(self, index: int) -> None:
        self._window.acts.show_panes(index + 1)
