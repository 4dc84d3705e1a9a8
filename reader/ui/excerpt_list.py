"""The excerpts of the project: filters, order, picking for an export, and the way to the passage."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from reader.domain.changes import ChangeSet
from reader.domain.excerpt import Excerpt
from reader.domain.model import Document, Tag
from reader.exporters.base import collect
from reader.exporters.collecting import ExcerptFilter
from reader.models.excerpt_rows import ExcerptRole
from reader.models.excerpts import ExcerptsModel
from reader.models.session import Session
from reader.ui.controls import CommandButton, EmptyHint, Hairline, TokenLabel
from reader.ui.excerpt_filters import ExcerptFilters
from reader.ui.excerpt_rows import ExcerptDelegate
from reader.ui.lazy_rows_view import LazyRowsView
from reader.ui.panel_parts import filled_menu
from reader.ui.row_delegate import ground_palette
from reader.ui.theme import Theme, scaled


class ExcerptList(QWidget):
    """`passage_requested`: a highlight to go to. `export_requested`: uids of those picked, None for all shown.

    `drag_requested`: a highlight is dragged out of the list.
    """

    passage_requested = Signal(str)
    drag_requested = Signal(str)
    export_requested = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._current = ""
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Excerpts"))
        self.model = ExcerptsModel(session, self)
        self.view = _ExcerptView(self.tr("Excerpts"))
        self.view.setModel(self.model)
        self._delegate = ExcerptDelegate(theme, self.view, self.model)
        self.view.set_delegate(self._delegate)
        self.filters = ExcerptFilters(session, theme)
        self._count = TokenLabel(theme, "", "text2", 13)
        self._export = CommandButton(theme, self.tr("Export…"), icon_name="file-output", keys="Ctrl+E")
        head = QHBoxLayout()
        head.setContentsMargins(scaled(18), scaled(10), scaled(16), scaled(8))
        head.setSpacing(scaled(12))
        head.addWidget(TokenLabel(theme, self.tr("Excerpts"), "text", 18, 600))
        head.addWidget(self._count, 1)
        head.addWidget(self._export)
        filters = QHBoxLayout()
        filters.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8))
        filters.addWidget(self.filters)
        self._none = EmptyHint(theme, self.tr("No excerpts yet. Select text in a paper and press [H] or [1] to [9]."))
        self._nothing = EmptyHint(theme, self.tr("No excerpt passes these filters."))
        self._clear = CommandButton(theme, self.tr("Show all excerpts"), small=True)
        hints = QVBoxLayout()
        hints.setContentsMargins(scaled(16), 0, scaled(16), 0)
        hints.setSpacing(scaled(8))
        for hint in (self._none, self._nothing, self._clear):
            hints.addWidget(hint)
            hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for layout in (head, filters):
            column.addLayout(layout)
            column.addWidget(Hairline(theme))
        column.addLayout(hints)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.filters.filter_changed.connect(self.model.set_filter)
        self.filters.arrangement_changed.connect(self.model.arrange)
        self._export.clicked.connect(self.export)
        self._clear.clicked.connect(self.clear_filters)
        self.view.activated_uid.connect(self.passage_requested)
        self.view.dragged_uid.connect(self.drag_requested)
        self.view.picked_uid.connect(self.toggle)
        self.view.pick_all.connect(self.pick_shown)
        self.view.menu_requested.connect(self._on_menu)
        self.model.counted.connect(self._on_counted)
        self.model.dataChanged.connect(self._on_data)
        self.model.modelAboutToBeReset.connect(self._keep_current)
        self.model.modelReset.connect(self._restore_current)
        session.changed.connect(self._on_changed)
        theme.changed.connect(self._take_ground)
        self._take_ground()
        self._on_counted()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.load()

    # -- what others ask -----------------------------------------------------------------------------------------------

    def total(self) -> int:
        """The number of excerpts in the project."""
        return self.model.total()

    def summary(self) -> str:
        """The count in words, for the status bar."""
        return self.tr("{picked} of {total} selected").format(
            picked=self.model.picked_count(), total=self.model.total()
        )

    def excerpts(self, uids: list[str] | None = None) -> list[Excerpt]:
        """The excerpts with these uids, else those that pass the filters, in reading order, with their links."""
        self.model.load()
        wanted = frozenset(self.model.shown() if uids is None else uids)
        return collect(self._session.project, ExcerptFilter(highlight_uids=wanted))

    def filter_by_tag(self, tag_uid: str) -> None:
        """Show the excerpts with a label or one under it."""
        self.filters.set_filter(ExcerptFilter(tags=(tag_uid,)))

    def clear_filters(self) -> None:
        """Show all excerpts."""
        self.filters.set_filter(ExcerptFilter())
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_excerpt(self, uid: str) -> None:
        """Make an excerpt the current row, if it is shown."""
        self.model.load()
        row = self.model.row_of(uid)
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))

    # -- acts ----------------------------------------------------------------------------------------------------------

    def toggle(self, uid: str) -> None:
        """Pick an excerpt for export, or no longer."""
        self.model.pick([uid], not self.model.is_picked(uid))

    def pick_shown(self) -> None:
        """Pick all that are shown; when they all are picked, none of them."""
        shown = self.model.shown()
        self.model.pick(shown, not all(self.model.is_picked(uid) for uid in shown))

    def export(self) -> None:
        """Ask for an export of the picked excerpts, else of those shown."""
        self.export_requested.emit(self.model.picked() or None)

    def menu(self, uid: str) -> QMenu:
        """The acts on an excerpt."""
        self._current = uid
        return filled_menu(
            self,
            (
                (self.tr("Go to the passage"), "Return", self._go),
                None,
                (self.tr("Select for export, or not"), "Space", self._toggle_current),
                (self.tr("Select all shown, or none"), "Ctrl+A", self.pick_shown),
            ),
        )

    # -- events --------------------------------------------------------------------------------------------------------

    def _go(self) -> None:
        self.passage_requested.emit(self._current)

    def _toggle_current(self) -> None:
        self.toggle(self._current)

    def _on_menu(self, uid: str, point: QPoint) -> None:
        self.menu(uid).popup(point)

    def _on_counted(self) -> None:
        if not self.model.is_loaded:
            return
        total, shown, picked = self.model.total(), len(self.model.shown()), self.model.picked_count()
        if shown != total:
            words = self.tr("{shown} of {total}, {picked} selected")
        elif picked:
            words = self.tr("{total}, of which {picked} selected")
        else:
            words = "{total}"
        self._count.setText(words.format(shown=shown, total=total, picked=picked))
        self._none.setVisible(total == 0)
        for hint in (self._nothing, self._clear):
            hint.setVisible(total > 0 and shown == 0)
        self._export.setEnabled(bool(shown or picked))

    def _on_data(self, first: QModelIndex, last: QModelIndex) -> None:
        rows = range(first.row(), last.row() + 1)
        self._delegate.forget({self.model.uid_at(row) for row in rows})

    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.touches(Document, Tag):
            self.filters.show_filter()

    def _keep_current(self) -> None:
        self._current = str(self.view.currentIndex().data(ExcerptRole.UID) or "")

    def _restore_current(self) -> None:
        if self._current:
            self.show_excerpt(self._current)

    def _take_ground(self) -> None:
        self.setPalette(ground_palette(self._theme, "page"))
        self.view.setPalette(ground_palette(self._theme, "page", of_list=True))


class _ExcerptView(LazyRowsView):
    """A list with its own keys: Enter goes to the passage, Space picks, Ctrl+A picks all."""

    activated_uid = Signal(str)
    dragged_uid = Signal(str)  # once for each press of the mouse, which then is no click
    picked_uid = Signal(str)
    pick_all = Signal()
    menu_requested = Signal(str, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._delegate: ExcerptDelegate | None = None
        self._pressed: tuple[str, QPoint] | None = None
        self._was_dragged = False

    def set_delegate(self, delegate: ExcerptDelegate) -> None:
        """The delegate, which knows where the boxes are."""
        self._delegate = delegate
        self.setItemDelegate(delegate)
        self.set_sizes(delegate)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        uid = str(self.currentIndex().data(ExcerptRole.UID) or "")
        if not self._is_own(event):
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.pick_all.emit()
        elif uid and event.key() == Qt.Key.Key_Space:
            self.picked_uid.emit(uid)
        elif uid:
            self.activated_uid.emit(uid)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        uid = str(self.indexAt(event.position().toPoint()).data(ExcerptRole.UID) or "")
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = (uid, event.position().toPoint()) if uid and is_left else None
        self._was_dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        uid, start = self._pressed
        if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
            self._pressed, self._was_dragged = None, True
            self.dragged_uid.emit(uid)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._pressed = None
        if self._was_dragged:
            self._was_dragged = False
            return
        point = event.position().toPoint()
        index = self.indexAt(point)
        uid = str(index.data(ExcerptRole.UID) or "") if index.isValid() else ""
        if not uid or event.button() != Qt.MouseButton.LeftButton or self._delegate is None:
            return
        grown = scaled(5)  # a target of at least 24 px
        if self._delegate.box(self.visualRect(index)).adjusted(-grown, -grown, grown, grown).contains(point):
            self.picked_uid.emit(uid)
        else:
            self.activated_uid.emit(uid)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        uid = str(index.data(ExcerptRole.UID) or "") if index.isValid() else ""
        if uid:
            self.setCurrentIndex(index)
            point = event.globalPos()
            if not by_mouse:
                point = self.viewport().mapToGlobal(self.visualRect(index).topLeft() + QPoint(scaled(16), scaled(24)))
            self.menu_requested.emit(uid, point)
        event.accept()

    def _is_own(self, event: QKeyEvent) -> bool:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        return (event.key() in keys and plain) or event.matches(QKeySequence.StandardKey.SelectAll)
