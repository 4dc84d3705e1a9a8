"""One to four panes next to each other with link gutters between; where they have no room they make two rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitterHandle, QVBoxLayout, QWidget

from reader.domain.changes import ChangeSet
from reader.domain.model import Document, Highlight, Link
from reader.models.session import Session
from reader.ui.document_pane import SMALLEST, DocumentPane
from reader.ui.link_ribbons import GUTTER, LinkRibbons, SuggestedRibbon
from reader.ui.splitters import GripSplitter
from reader.ui.theme import Theme

MOST_PANES = 4


class _GutterSplitter(GripSplitter):
    """A row of panes; its handles are the gutters that show the links."""

    sign_clicked = Signal(str, str, QPoint)
    suggestion_clicked = Signal(str, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(GUTTER)

    def createHandle(self) -> QSplitterHandle:
        handle = LinkRibbons(self)
        handle.sign_clicked.connect(self.sign_clicked)
        handle.suggestion_clicked.connect(self.suggestion_clicked)
        return handle

    def gutters(self) -> list[LinkRibbons]:
        return [handle for i in range(1, self.count()) if isinstance(handle := self.handle(i), LinkRibbons)]


def _width_of(panes: int) -> int:
    """The least width of this many panes side by side, px."""
    return panes * SMALLEST + (panes - 1) * GUTTER


class PaneRow(QWidget):
    """The panes of the window. One of them is active; every command acts on it."""

    active_changed = Signal()
    panes_changed = Signal()  # one was opened, closed, moved or shows another paper
    sign_clicked = Signal(str, str, QPoint)
    suggestion_clicked = Signal(str, QPoint)  # id of a suggested ribbon, where (global)
    document_dropped = Signal(str, int)  # document, number of the pane from 0

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._panes: list[DocumentPane] = []
        self._active: DocumentPane | None = None
        self._wanted_sizes: list[list[int]] = []
        self._suggestions: Sequence[SuggestedRibbon] = ()
        self._verdicts: Mapping[str, str] = {}
        self._rows = [_GutterSplitter(theme), _GutterSplitter(theme)]
        self._column = GripSplitter(theme, Qt.Orientation.Vertical, self)
        for row in self._rows:
            self._column.addWidget(row)
            row.sign_clicked.connect(self.sign_clicked)
            row.suggestion_clicked.connect(self.suggestion_clicked)
            row.splitterMoved.connect(self.refresh_ribbons)
        self._rows[1].hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)
        self._ribbon_timer = QTimer(self, singleShot=True, interval=0)
        self._ribbon_timer.timeout.connect(self._refresh_ribbons)
        session.changed.connect(self._on_changed)
        theme.changed.connect(self.refresh_ribbons)

    @property
    def panes(self) -> tuple[DocumentPane, ...]:
        return tuple(self._panes)

    @property
    def active(self) -> DocumentPane | None:
        return self._active

    def open(self, document: Document, *, new_pane: bool = False, focus: bool = True) -> DocumentPane:
        """Show a paper in the active pane, or in a new one when asked for (and there is room) or when there is none.

        A new pane becomes the active one, and gets the keyboard unless `focus` is False.
        """
        if self._active is not None and (not new_pane or len(self._panes) >= MOST_PANES):
            self._active.show_document(document)
            self._after_change()
            return self._active
        pane = DocumentPane(self._session, self._theme, document)
        pane.activated.connect(self._on_activated)
        pane.close_requested.connect(self._on_close_requested)
        pane.swap_requested.connect(self._on_swap_requested)
        pane.document_dropped.connect(self._on_document_dropped)
        pane.scrolled.connect(self.refresh_ribbons)
        pane.view.chosen_changed.connect(self.refresh_ribbons)
        pane.view.caret_moved.connect(self.refresh_ribbons)
        pane.view.viewport().installEventFilter(self)
        at = self._panes.index(self._active) + 1 if self._active is not None else len(self._panes)
        self._panes.insert(at, pane)
        self._arrange(even=True)
        self.activate(pane, focus=focus)
        return pane

    def pane_for(self, document: Document, beside: bool) -> DocumentPane:
        """A pane with this text of a paper: one that has it, else the next one (`beside`) or the active one."""
        active, text_uid = self._active, document.text_uid
        others = [pane for pane in self._panes if pane.document.text_uid == text_uid and pane is not active]
        if active is not None and active.document.text_uid == text_uid and not (beside and others):
            return active
        if others:
            return others[0]
        if beside and active is not None:
            if len(self._panes) == 1:
                return self.open(document, new_pane=True)
            self.activate(self._panes[(self._panes.index(active) + 1) % len(self._panes)], focus=False)
        return self.open(document)

    def close_pane(self, pane: DocumentPane) -> None:
        """Close a pane; if it was the active one its neighbour becomes that, with the focus when the pane had it."""
        focus = QApplication.focusWidget()
        focused = focus is not None and pane.isAncestorOf(focus)
        at = self._panes.index(pane)
        self._panes.remove(pane)
        pane.setParent(None)
        pane.deleteLater()
        if self._active is not None and self._active is not pane:
            self._arrange(even=True)
            self._after_change()
            self.activate(self._active, focus=focused)
            return
        self._active = None
        self._arrange(even=True)
        if self._panes:
            self.activate(self._panes[min(at, len(self._panes) - 1)], focus=focused)
        else:
            self._after_change()
            self.active_changed.emit()
            if focused:
                self.setFocus(Qt.FocusReason.OtherFocusReason)  # else it falls to the next field, which takes Ctrl+Z

    def activate(self, pane: DocumentPane, *, focus: bool = True) -> None:
        """Make a pane the active one."""
        if pane is not self._active:
            self._active = pane
            self._after_change()
            self.active_changed.emit()
        if focus and not pane.view.hasFocus():
            pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Make the next (or previous) pane active."""
        if self._active is not None:
            self.activate(self._panes[(self._panes.index(self._active) + by) % len(self._panes)])

    def swap(self, first: DocumentPane, second: DocumentPane) -> None:
        """Let two panes change places."""
        i, j = self._panes.index(first), self._panes.index(second)
        self._panes[i], self._panes[j] = second, first
        self._arrange(even=False)
        self._after_change()

    def move_active(self, by: int) -> None:
        """Move the active pane one place; at the end it changes places with the first."""
        if self._active is not None and len(self._panes) > 1:
            at = self._panes.index(self._active)
            self.swap(self._active, self._panes[(at + by) % len(self._panes)])

    def set_count(self, count: int, documents: list[Document]) -> None:
        """Show this many panes: close the last ones, or open more with these papers."""
        while len(self._panes) > count:
            spare = [pane for pane in self._panes if pane is not self._active]
            self.close_pane(spare[-1])
        for document in documents[: count - len(self._panes)]:
            self._active = self._panes[-1] if self._panes else None
            self.open(document, new_pane=True)

    def sizes(self) -> list[list[int]]:
        """The widths of the panes in each row, to be restored with `restore_sizes`."""
        return [row.sizes() for row in self._rows if row.count()]

    def restore_sizes(self, sizes: list[list[int]]) -> None:
        """Give the panes these widths, also when they get their room only in a moment."""
        self._wanted_sizes = sizes
        self._take_wanted_sizes()
        QTimer.singleShot(0, self, self._forget_wanted_sizes)

    def _take_wanted_sizes(self) -> None:
        for row, widths in zip(self._rows, self._wanted_sizes, strict=False):
            if len(widths) == row.count():
                row.setSizes(widths)

    def _forget_wanted_sizes(self) -> None:
        self._take_wanted_sizes()
        self._wanted_sizes = []

    def width_side_by_side(self) -> int:
        """The least width, px, at which the panes are in one row."""
        return _width_of(len(self._panes))

    def refresh_ribbons(self) -> None:
        """Draw the links anew, once, when the event loop is reached."""
        if not self._ribbon_timer.isActive():
            self._ribbon_timer.start()

    def neighbours(self, pane: DocumentPane) -> list[DocumentPane]:
        """The panes beside a pane: the one before it and the one behind it."""
        at = self._panes.index(pane)
        return [*self._panes[max(0, at - 1) : at], *self._panes[at + 1 : at + 2]]

    def set_suggestions(self, pairs: Sequence[SuggestedRibbon], verdicts: Mapping[str, str]) -> None:
        """Show these suggested pairs between the panes, and the signs of verdicts on links (uid: key of a verdict)."""
        self._suggestions, self._verdicts = pairs, verdicts
        self._suggest()

    def _suggest(self) -> None:
        for gutter in self.gutters():
            gutter.set_suggestions(self._suggestions)
            gutter.set_verdict_icons(self._verdicts)

    def gutters(self) -> list[LinkRibbons]:
        """The gutters between neighbouring panes."""
        return [gutter for row in self._rows for gutter in row.gutters()]

    def minimumSizeHint(self) -> QSize:
        return QSize(_width_of(1 if len(self._panes) <= 2 else 2), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self._row_count() == 2) != self._rows[1].isVisibleTo(self):
            self._arrange(even=True)
        self._take_wanted_sizes()
        self.refresh_ribbons()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.refresh_ribbons()
        elif event.type() == QEvent.Type.MouseButtonPress:
            pane = next((pane for pane in self._panes if pane.view.viewport() is watched), None)
            if pane is not None:
                self.activate(pane, focus=False)
        return super().eventFilter(watched, event)

    def _row_count(self) -> int:
        return 2 if len(self._panes) > 1 and self.width() < _width_of(len(self._panes)) else 1

    def _arrange(self, *, even: bool) -> None:
        focus = QApplication.focusWidget()
        focused = focus if focus is not None and self.isAncestorOf(focus) else None
        split = len(self._panes) if self._row_count() == 1 else (len(self._panes) + 1) // 2
        parts = [self._panes[:split], self._panes[split:]]
        for row, panes in zip(self._rows, parts, strict=True):
            for i, pane in enumerate(panes):
                if row.widget(i) is not pane:
                    row.insertWidget(i, pane)
                pane.show()
        self._rows[1].setVisible(bool(parts[1]))
        if focused is not None and not focused.hasFocus():  # a pane that goes to the other row loses it
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        if even:
            self._column.make_even()
            for row in self._rows:
                row.make_even()
        self._suggest()
        self.refresh_ribbons()

    def _after_change(self) -> None:
        for number, pane in enumerate(self._panes, start=1):
            pane.set_number(number, pane is self._active)
        self.panes_changed.emit()
        self.refresh_ribbons()

    def _refresh_ribbons(self) -> None:
        chosen = self._active.view.chosen() if self._active is not None else ""
        for gutter in self.gutters():
            gutter.chosen_highlight = chosen or "-"
            gutter.refresh()

    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.touches(Document):
            known = {document.uid: document for document in self._session.project.documents()}
            for pane in list(self._panes):
                document = known.get(pane.document.uid)
                if document is None:
                    self.close_pane(pane)
                elif document != pane.document:
                    pane.rename(document)
        if change_set.touches(Link, Highlight):
            self.refresh_ribbons()

    def _sender_pane(self) -> DocumentPane | None:
        pane = self.sender()
        return pane if isinstance(pane, DocumentPane) and pane in self._panes else None

    def _on_activated(self) -> None:
        pane = self._sender_pane()
        if pane is not None:
            self.activate(pane, focus=False)

    def _on_close_requested(self) -> None:
        pane = self._sender_pane()
        if pane is not None:
            self.close_pane(pane)

    def _on_swap_requested(self, number: int) -> None:
        pane = self._sender_pane()
        if pane is not None and 1 <= number <= len(self._panes) and self._panes[number - 1] is not pane:
            self.swap(self._panes[number - 1], pane)

    def _on_document_dropped(self, document_uid: str) -> None:
        pane = self._sender_pane()
        if pane is not None:
            self.document_dropped.emit(document_uid, self._panes.index(pane))
