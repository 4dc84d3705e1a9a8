"""The documents of the project in the left side bar: grouped, filtered, renamed, removed, opened, dragged to a pane."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QMenu, QVBoxLayout, QWidget

from reader.edit.documents import remove_documents
from reader.models.documents import (
    GROUPINGS,
    DocumentRole,
    DocumentRow,
    DocumentsModel,
    Grouping,
    GroupRow,
    short_title,
)
from reader.models.keyed_tree import NO_INDEX
from reader.models.session import Session
from reader.ui.controls import EmptyHint, SearchField
from reader.ui.panel_parts import CHEVRON, PanelTree, SidePanel, filled_menu, inset
from reader.ui.row_delegate import Index, RowDelegate, RowPainter, line_height
from reader.ui.theme import Theme, figures, scaled, ui_font, ui_scale
from reader.ui.version_strip import version_facts

FILTER_WAIT = 120  # ms after the last key before the list is filtered


class DocumentsPanel(SidePanel):
    """The list of documents. `open_requested`: a uid, and whether it goes in a new pane."""

    open_requested = Signal(str, bool)
    files_dropped = Signal(list)  # of Path
    import_requested = Signal()
    details_requested = Signal(str)
    version_requested = Signal(str, str)  # a paper, and the text of one of its versions

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._session = session
        self._active_uid = ""
        self._folded: set[str] = set()
        self.model = DocumentsModel(session, self)
        self.setAccessibleName(self.tr("Documents"))
        self.heading.setText(self.tr("Documents"))
        self.filter_button = self.add_button("search", self.tr("Filter the documents"), self.open_filter)
        self.group_button = self.add_button("list-filter", self.tr("Group the documents"), self.show_groupings)
        self.import_button = self.add_button("plus", self.tr("Import documents…"), self.import_requested.emit)
        self.field = SearchField(theme, self.tr("Filter on title, number, date"))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._wait)
        self._field_row = QWidget()
        field_column = QVBoxLayout(self._field_row)
        field_column.setContentsMargins(scaled(10), 0, scaled(10), scaled(6))
        field_column.addWidget(self.field)
        self._field_row.hide()
        keys = ("Return", "Ctrl+Return", "F2", "Del", "Esc")
        self.tree = PanelTree(theme, self.tr("Documents"), keys)
        self.tree.setModel(self.model)
        self.tree.setItemDelegate(_DocumentDelegate(theme, self.tree))
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.tree.setDragEnabled(True)
        self.tree.take_typing()
        self.tree.key_pressed.connect(self._on_key)
        self.tree.typed.connect(self._on_typed)
        self.tree.row_clicked.connect(self._on_clicked)
        self.tree.doubleClicked.connect(self._on_double_clicked)
        self.tree.menu_requested.connect(self._on_menu)
        self.tree.collapsed.connect(self._on_folded)
        self.tree.expanded.connect(self._on_unfolded)
        self.hint = EmptyHint(theme, self.tr("No documents yet. Press [Ctrl+I] or drop files here."))
        self.nothing = EmptyHint(theme, self.tr("No document has these words. [Esc] shows them all."))
        self.column.addWidget(self._field_row)
        self._hint_box, self._nothing_box = inset(self.hint), inset(self.nothing)
        self.column.addWidget(self._hint_box)
        self.column.addWidget(self._nothing_box)
        self.column.addWidget(self.tree, 1)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.tree)
        self._timer = QTimer(self, singleShot=True, interval=FILTER_WAIT)
        self._timer.timeout.connect(self.apply_filter)
        self.model.rowsInserted.connect(self._on_rows)
        self.model.rowsRemoved.connect(self._on_rows)
        theme.changed.connect(self.tree.viewport().update)
        self._on_rows()

    def set_open_panes(self, panes: Mapping[str, Sequence[int]], active: int) -> None:
        """Which panes (numbers from 1) hold each document, and the number of the active pane, 0 for none."""
        self.model.set_open_panes(panes, active)
        uid = next((uid for uid, numbers in panes.items() if active in numbers), "")
        if uid != self._active_uid:
            self._active_uid = uid
            if uid and not self.tree.hasFocus():
                self.tree.setCurrentIndex(self.model.index_of(uid))

    # -- filter and groups ---------------------------------------------------------------------------------------------

    def open_filter(self) -> None:
        """Show the filter field with the cursor in it."""
        self._field_row.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_filter(self) -> None:
        """Empty and hide the filter field; all documents are shown."""
        self.field.clear()
        self.apply_filter()
        self._field_row.hide()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_filter(self) -> None:
        """Show the documents that have the words in the field."""
        self._timer.stop()
        self.model.set_filter(self.field.text())
        self._on_rows()

    def show_groupings(self) -> None:
        """The menu in which the grouping is chosen."""
        words = {"dossier": self.tr("By dossier"), "kind": self.tr("By kind"), "date": self.tr("By year")}
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for grouping in GROUPINGS:
            action = menu.addAction(words[grouping])
            action.setCheckable(True)
            action.setChecked(grouping == self.model.grouping)
            action.setData(grouping)
        menu.triggered.connect(self._on_grouping)
        menu.popup(self.group_button.mapToGlobal(QPoint(0, self.group_button.height())))

    def group_by(self, grouping: Grouping) -> None:
        """Group by dossier, kind or year."""
        uid = self.current_uid()
        self.model.set_grouping(grouping)
        if uid:
            self.tree.setCurrentIndex(self.model.index_of(uid))

    # -- acts ----------------------------------------------------------------------------------------------------------

    def current_uid(self) -> str:
        """The uid of the current document, an empty string when a group or nothing is current."""
        return str(self.tree.currentIndex().data(DocumentRole.UID) or "")

    def open_current(self, new_pane: bool = False) -> None:
        """Open the current document; a group folds or unfolds."""
        if uid := self.current_uid():
            self.open_requested.emit(uid, new_pane)
        elif self.tree.currentIndex().isValid():
            self.tree.toggle(self.tree.currentIndex())

    def rename_current(self) -> None:
        """Edit the title of the current document in its row."""
        if self.current_uid():
            self.tree.edit(self.tree.currentIndex())

    def remove_current(self) -> None:
        """Remove the current document at once, with its marks; undo brings it back."""
        uid = self.current_uid()
        if uid and self._session.attempt(lambda: remove_documents(self._session.project, [uid])):
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- events --------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: object, event: object) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.close_filter()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go_to_first()
                return True
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _wait(self) -> None:
        self._timer.start()

    def _go_to_first(self) -> None:
        self.apply_filter()
        first = self.model.index(0, 0, self.model.index(0, 0))
        if first.isValid():
            self.tree.setCurrentIndex(first)
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_rows(self, parent: QModelIndex = NO_INDEX, *_rows: int) -> None:
        for row in range(0 if parent.isValid() else self.model.rowCount()):  # a paper more does not fold its group
            index = self.model.index(row, 0)
            self.tree.setExpanded(index, self.model.key(index) not in self._folded)
        shown = self.model.rowCount() > 0
        filtered = bool(self.field.text().strip())
        self._hint_box.setVisible(not shown and not filtered)
        self._nothing_box.setVisible(not shown and filtered)

    def _on_folded(self, index: QModelIndex) -> None:
        self._folded.add(self.model.key(index))

    def _on_unfolded(self, index: QModelIndex) -> None:
        self._folded.discard(self.model.key(index))

    def _on_grouping(self, action: object) -> None:
        assert isinstance(action, QAction)
        self.group_by(action.data())

    def _on_key(self, keys: str) -> None:
        if keys == "Return":
            self.open_current()
        elif keys == "Ctrl+Return":
            self.open_current(new_pane=True)
        elif keys == "F2":
            self.rename_current()
        elif keys == "Del":
            self.remove_current()
        elif not self._field_row.isHidden():
            self.close_filter()

    def _on_typed(self, text: str) -> None:
        self.open_filter()
        self.field.setText(self.field.text() + text)

    def _on_clicked(self, index: QModelIndex, _place: int) -> None:
        if isinstance(self.model.item(index), GroupRow):
            self.tree.toggle(index)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if isinstance(self.model.item(index), DocumentRow):
            self.open_current()

    def _on_menu(self, index: QModelIndex, point: QPoint) -> None:
        if isinstance(self.model.item(index), DocumentRow):
            self.tree.setCurrentIndex(index)
            self.menu().popup(point)

    def menu(self) -> QMenu:
        """The acts on the current document."""
        menu = filled_menu(
            self,
            (
                (self.tr("Open"), "Return", self.open_current),
                (self.tr("Open in a new pane"), "Ctrl+Return", self._open_beside),
                None,
                (self.tr("Rename"), "F2", self.rename_current),
                (self.tr("Details…"), "Alt+Return", self._show_details),
                (self.tr("Remove"), "Del", self.remove_current),
            ),
        )
        project, uid = self._session.project, self.current_uid()
        texts = project.texts_of(uid) if uid else []
        if len(texts) > 1:
            versions = menu.addMenu(self.tr("Versions of this paper"))
            for text_uid in reversed(texts):
                action = versions.addAction(version_facts(project, uid, text_uid))
                action.setData(text_uid)
                action.triggered.connect(self._on_version)
        return menu

    def _on_version(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.version_requested.emit(self.current_uid(), action.data())

    def _show_details(self) -> None:
        row = self.model.item(self.tree.currentIndex())
        if isinstance(row, DocumentRow):
            self.details_requested.emit(row.document.uid)

    def _open_beside(self) -> None:
        self.open_current(new_pane=True)


class _DocumentDelegate(RowDelegate):
    """A document: icon, title, facts and the panes that hold it. A group: chevron, title, count."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._heights: dict[float, tuple[int, int]] = {}  # of a group and of a document, by the scale of the text

    def row_height(self, index: Index) -> int:
        scale = ui_scale()
        if scale not in self._heights:  # asked of every row whenever one comes in
            group = line_height(13) + scaled(10)
            self._heights = {scale: (group, line_height(13) + line_height(12) + scaled(13))}
        return self._heights[scale][index.parent().isValid()]

    def paint_row(self, row: RowPainter, index: Index) -> None:
        item = index.data(DocumentRole.ROW)
        if isinstance(item, GroupRow):
            self._paint_group(row, item, index)
        elif isinstance(item, DocumentRow):
            self._paint_document(row, item)

    def _paint_group(self, row: RowPainter, item: GroupRow, index: Index) -> None:
        height = row.rect.height()
        tree = self.view
        assert isinstance(tree, PanelTree)
        open_now = tree.isExpanded(QModelIndex(index))  # type: ignore[arg-type]
        row.icon(scaled(8), height / 2, "chevron-down" if open_now else "chevron-right", scaled(12))
        count = str(item.count)
        width = row.rect.width() - scaled(CHEVRON + 12)
        row.text(row.place(scaled(CHEVRON), 0, width - scaled(28), height), item.title, ui_font(13), "text2")
        place = row.place(scaled(CHEVRON), 0, width, height)
        row.text(place, count, figures(ui_font(12)), row.quiet, trailing=True)

    def _paint_document(self, row: RowPainter, item: DocumentRow) -> None:
        first, second, top = line_height(13), line_height(12), scaled(6)
        start, end = scaled(46), row.rect.width() - scaled(12)
        row.icon(scaled(22), top + first / 2 + scaled(1), item.icon, scaled(16))
        row.text(row.place(start, top, end - start, first), short_title(item.document.title), ui_font(13), "text")
        middle = top + first + scaled(1) + second / 2
        for number in reversed(item.panes):
            end -= scaled(16)
            row.number_box(end, middle, number, number == item.active)
            end -= scaled(4)
        row.text(row.place(start, middle - second / 2, end - start, second), item.facts, ui_font(12), row.quiet)

    def name_place(self, index: Index, rect: QRect) -> QRect:
        return rect.adjusted(scaled(40), scaled(2), -scaled(6), -scaled(2))
