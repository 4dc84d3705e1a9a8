"""The labels of the project in the left side bar: a tree with colour, line, count and key, and all acts on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QMenu, QVBoxLayout, QWidget

from reader.edit.tags import add_tag, merge_tags, recolour_tag, remove_tag, set_digit
from reader.models.session import Session
from reader.models.tags import TagRow, TagsModel
from reader.ui.controls import EmptyHint
from reader.ui.panel_parts import CHEVRON, PanelTree, SidePanel, filled_menu, inset
from reader.ui.tag_picker import TagPicker
from reader.ui.tag_popups import ColourPopup, DefinitionPopup
from reader.ui.tag_rows import TagDelegate
from reader.ui.theme import Theme, scaled

KEYS = ("Return", "F2", "Del", "Alt+Up", "Alt+Down", "Alt+Left", "Alt+Right")


class TagPanel(SidePanel):
    """The tree of labels. `tag_chosen`: a label was clicked, to be given to the passage at hand."""

    tag_chosen = Signal(str)
    show_excerpts = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self._session = session
        self._folded: set[str] = set()
        self._wanted = ""
        self._new_parent: str | None = None
        self.model = TagsModel(session, self)
        self.setAccessibleName(self.tr("Labels"))
        self.heading.setText(self.tr("Labels"))
        self.add_tag_button = self.add_button("plus", self.tr("New label"), self.begin_new)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Name of the new label"))
        self.field.setAccessibleName(self.tr("Name of the new label"))
        self.field.installEventFilter(self)
        self.field.returnPressed.connect(self.finish_new)
        self._field_row = QWidget()
        field_column = QVBoxLayout(self._field_row)
        field_column.setContentsMargins(scaled(10), 0, scaled(10), scaled(6))
        field_column.addWidget(self.field)
        self._field_row.hide()
        self.tree = PanelTree(theme, self.tr("Labels"), KEYS)
        self.tree.setModel(self.model)
        self._delegate = TagDelegate(theme, self.tree)
        self.tree.setItemDelegate(self._delegate)
        self.tree.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.tree.setDropIndicatorShown(True)
        self.tree.key_pressed.connect(self._on_key)
        self.tree.row_clicked.connect(self._on_clicked)
        self.tree.menu_requested.connect(self._on_menu)
        self.tree.collapsed.connect(self._on_folded)
        self.tree.expanded.connect(self._on_unfolded)
        self.hint = EmptyHint(theme, self.tr("No labels yet. Select text and press [T], or add one with +."))
        self.column.addWidget(self._field_row)
        self._hint_box = inset(self.hint)
        self.column.addWidget(self._hint_box)
        self.column.addWidget(self.tree, 1)
        self.setFocusProxy(self.tree)
        self.model.rowsInserted.connect(self._on_rows)
        self.model.rowsRemoved.connect(self._on_rows)
        session.changed.connect(self._on_changed)
        theme.changed.connect(self.tree.viewport().update)
        self._on_rows()

    # -- a new label ---------------------------------------------------------------------------------------------------

    def begin_new(self) -> None:
        """Ask the name of a new label at the top."""
        self._ask_name(None)

    def begin_new_below(self) -> None:
        """Ask the name of a new label under the current one."""
        self._ask_name(self.current_uid() or None)

    def finish_new(self) -> None:
        """Make the label with the typed name; the field stays open for the next one."""
        name, parent_uid = self.field.text().strip(), self._new_parent
        if name and self._session.attempt(lambda: add_tag(self._session.project, name, parent_uid=parent_uid)):
            self.field.clear()

    def close_new(self) -> None:
        """Hide the field for a new name."""
        self.field.clear()
        self._field_row.hide()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_name(self, parent_uid: str | None) -> None:
        self._new_parent = parent_uid
        parent = self.model.tag(parent_uid) if parent_uid else None
        words = self.tr("New label under “{name}”").format(name=parent.name) if parent else self.tr("New label")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self._field_row.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- acts on the current label -------------------------------------------------------------------------------------

    def current_uid(self) -> str:
        """The uid of the current label, an empty string when there is none."""
        return self.model.key(self.tree.currentIndex())

    def choose(self, uid: str) -> None:
        """Make a label the current one."""
        self.tree.setCurrentIndex(self.model.index_of(uid))

    def give_current(self) -> None:
        """Give the current label to the passage at hand."""
        if uid := self.current_uid():
            self.tag_chosen.emit(uid)

    def rename_current(self) -> None:
        """Edit the name of the current label in its row."""
        if self.current_uid():
            self.tree.edit(self.tree.currentIndex())

    def remove_current(self) -> None:
        """Remove the current label at once; undo brings it back."""
        if uid := self.current_uid():
            self._session.attempt(lambda: remove_tag(self._session.project, uid))

    def recolour_current(self) -> None:
        """Choose another colour and line for the current label."""
        if tag := self.model.tag(self.current_uid()):
            popup = ColourPopup(tag, self.theme, self)
            popup.chosen.connect(self.recolour)
            popup.show_near(self._row_on_screen())

    def recolour(self, uid: str, hue: int, pattern: int) -> None:
        """Give a label a colour and a line, each 1-9."""
        self._session.attempt(lambda: recolour_tag(self._session.project, uid, hue, pattern))

    def define_current(self) -> None:
        """Edit the definition of the current label."""
        if tag := self.model.tag(self.current_uid()):
            DefinitionPopup(tag, self._session, self.theme, self).show_near(self._row_on_screen())

    def merge_current(self) -> None:
        """Choose the label into which the current one is merged."""
        if tag := self.model.tag(self.current_uid()):
            title = self.tr("Merge “{name}” into").format(name=tag.name)
            picker = TagPicker(self._session, self.theme, self, without=tag.uid, title=title, may_add=False)
            picker.setProperty("source", tag.uid)
            picker.tag_chosen.connect(self._on_merge)
            picker.show_at(self._row_on_screen().bottomLeft())

    def merge(self, source_uid: str, target_uid: str) -> None:
        """Merge one label into another."""
        if self._session.attempt(lambda: merge_tags(self._session.project, source_uid, target_uid)):
            self.choose(target_uid)

    def set_digit(self, digit: int | None) -> None:
        """Give the current label a digit key, or none."""
        if uid := self.current_uid():
            self._session.attempt(lambda: set_digit(self._session.project, uid, digit))

    def show_excerpts_of_current(self) -> None:
        """Ask for the excerpts with the current label."""
        if uid := self.current_uid():
            self.show_excerpts.emit(uid)

    def move_up(self) -> None:
        self._wanted = self.current_uid()
        self.model.move_by(self._wanted, -1)

    def move_down(self) -> None:
        self._wanted = self.current_uid()
        self.model.move_by(self._wanted, 1)

    def nest(self) -> None:
        """Put the current label under the one above it."""
        self._wanted = self.current_uid()
        self.model.nest(self._wanted)

    def lift(self) -> None:
        """Take the current label out of the one it lies under."""
        self._wanted = self.current_uid()
        self.model.lift(self._wanted)

    # -- menu ----------------------------------------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """The acts on the current label; every drag and key has its twin here."""
        menu = filled_menu(
            self,
            (
                (self.tr("Give to the passage"), "Return", self.give_current),
                (self.tr("Show its excerpts"), "", self.show_excerpts_of_current),
                None,
                (self.tr("Rename"), "F2", self.rename_current),
                (self.tr("Colour and line…"), "", self.recolour_current),
                (self.tr("Definition…"), "", self.define_current),
                (self.tr("New label under it"), "", self.begin_new_below),
                None,
                (self.tr("Move up"), "Alt+Up", self.move_up),
                (self.tr("Move down"), "Alt+Down", self.move_down),
                (self.tr("Put under the label above"), "Alt+Right", self.nest),
                (self.tr("Take out of its group"), "Alt+Left", self.lift),
                None,
                (self.tr("Merge into…"), "", self.merge_current),
                (self.tr("Delete"), "Del", self.remove_current),
            ),
        )
        digits = QMenu(self.tr("Key"), menu)
        tag = self.model.tag(self.current_uid())
        for digit in (*range(1, 10), None):
            action = digits.addAction(str(digit) if digit else self.tr("None"))
            action.setCheckable(True)
            action.setChecked(tag is not None and tag.digit == digit)
            action.setData(digit or 0)
        digits.triggered.connect(self._on_digit)
        menu.insertMenu(menu.actions()[6], digits)
        return menu

    # -- events --------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.close_new()
            return True
        return False

    def _row_on_screen(self) -> QRect:
        rect = self.tree.visualRect(self.tree.currentIndex())
        return QRect(self.tree.viewport().mapToGlobal(rect.topLeft() + QPoint(scaled(24), 0)), rect.size())

    def _on_rows(self, *_what: object) -> None:
        for index in self.model.all_indexes():
            if self.model.rowCount(index):
                self.tree.setExpanded(index, self.model.key(index) not in self._folded)
        self._hint_box.setVisible(self.model.rowCount() == 0)

    def _on_changed(self, _change_set: object) -> None:
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            index = self.model.index_of(wanted)
            if index.parent().isValid():
                self.tree.expand(index.parent())
            self.tree.setCurrentIndex(index)

    def _on_folded(self, index: QModelIndex) -> None:
        self._folded.add(self.model.key(index))

    def _on_unfolded(self, index: QModelIndex) -> None:
        self._folded.discard(self.model.key(index))

    def _on_key(self, keys: str) -> None:
        acts = {
            "Return": self.give_current,
            "F2": self.rename_current,
            "Del": self.remove_current,
            "Alt+Up": self.move_up,
            "Alt+Down": self.move_down,
            "Alt+Right": self.nest,
            "Alt+Left": self.lift,
        }
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            acts["Alt+Right"], acts["Alt+Left"] = acts["Alt+Left"], acts["Alt+Right"]
        acts[keys]()

    def _on_clicked(self, index: QModelIndex, place: int) -> None:
        row = self.model.item(index)
        if not isinstance(row, TagRow):
            return
        on_chevron = row.parent and place < self._delegate.indent(index) + scaled(CHEVRON - 2)
        if row.heading or on_chevron:
            self.tree.toggle(index)
        else:
            self.tag_chosen.emit(row.tag.uid)

    def _on_menu(self, index: QModelIndex, point: QPoint) -> None:
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.menu().popup(point)
        else:
            filled_menu(self, ((self.tr("New label"), "", self.begin_new),)).popup(point)

    def _on_digit(self, action: QAction) -> None:
        self.set_digit(action.data() or None)

    def _on_merge(self, target_uid: str) -> None:
        picker = self.sender()
        if picker is not None:
            self.merge(str(picker.property("source")), target_uid)
