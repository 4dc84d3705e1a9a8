"""Choosing a label by typing a part of its name; a name that is not there yet can become a new label."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from reader.domain.excerpt import Label
from reader.domain.model import Tag
from reader.edit.tags import add_tag
from reader.exporters.collecting import labels_of
from reader.models.session import Session
from reader.ui.controls import SearchField, key_cap_size, paint_key_cap
from reader.ui.popups import PopupFrame
from reader.ui.row_delegate import Index, RowDelegate, RowPainter, ground_palette, line_height
from reader.ui.theme import Theme, draw_label_swatch, scaled, ui_font

WIDTH = 300  # px at 100 % text
MOST_ROWS = 9
LABEL, DIGIT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class TagPicker(PopupFrame):
    """A popup with a field and the labels whose path has all typed words. It deletes itself when it closes."""

    tag_chosen = Signal(str)
    closed = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        without: str = "",
        title: str = "",
        may_add: bool = True,
    ) -> None:
        """`without`: uid of a label not to be offered; `title`: what the field asks; `may_add`: offer new ones."""
        super().__init__(theme, parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._may_add = session, may_add
        tags = session.project.tags()
        self._digits = {tag.uid: tag.digit for tag in tags}
        self._labels = [label for label in labels_of(tags).values() if label.uid != without]
        self.field = SearchField(theme, title or self.tr("Label"))
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("Labels"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setPalette(ground_palette(theme, "raised", of_list=True))
        self._rows = QStandardItemModel(self)
        self.list.setModel(self._rows)
        self._delegate = _PickDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(8), scaled(8), scaled(8), scaled(8))
        column.setSpacing(scaled(6))
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setFixedWidth(scaled(WIDTH))
        self.setAccessibleName(self.field.placeholderText())
        self.field.textChanged.connect(self._fill)
        self.list.clicked.connect(self._take)
        self._fill()

    def show_at(self, point: QPoint) -> None:
        """Open with its corner at a global point, the cursor in the field."""
        self.put_near(QRect(point, point))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def matches(self) -> list[str]:
        """The names that are offered, best first; a new label comes last."""
        return [self._rows.item(row).text() for row in range(self._rows.rowCount())]

    def take_current(self) -> None:
        """Choose the current row."""
        self._take(self.list.currentIndex())

    def add_new(self) -> None:
        """Make a label with the typed name and choose it."""
        name = self.field.text().strip()
        if not self._may_add or not name:
            return
        before = {tag.uid for tag in self._session.project.tags()}
        if self._session.attempt(lambda: add_tag(self._session.project, name)):
            made = next((tag for tag in self._session.project.tags() if tag.uid not in before), None)
            if isinstance(made, Tag):
                self._choose(made.uid)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            row = (self.list.currentIndex().row() + step) % max(1, self._rows.rowCount())
            self.list.setCurrentIndex(self._rows.index(row, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.add_new()
            else:
                self.take_current()
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _fill(self) -> None:
        typed = self.field.text().strip()
        words = typed.casefold().split()
        found = [label for label in self._labels if all(word in label.name.casefold() for word in words)]
        # a name that starts with what is typed comes before one that only holds it
        found.sort(key=lambda label: not label.path[-1].casefold().startswith(typed.casefold()))
        self._rows.clear()
        for label in found:
            item = QStandardItem(label.name)
            item.setData(label, LABEL)
            item.setData(self._digits[label.uid], DIGIT)
            self._rows.appendRow(item)
        exact = any(label.path[-1].casefold() == typed.casefold() for label in found)
        if self._may_add and typed and not exact:
            self._rows.appendRow(QStandardItem(self.tr("Create label “{name}”").format(name=typed)))
        self.list.setCurrentIndex(self._rows.index(0, 0))
        rows = min(MOST_ROWS, max(1, self._rows.rowCount()))
        self.list.setFixedHeight(rows * self._delegate.height())
        self.adjustSize()

    def _take(self, index: Index) -> None:
        if not index.isValid():
            return
        label = index.data(LABEL)
        if isinstance(label, Label):
            self._choose(label.uid)
        else:
            self.add_new()

    def _choose(self, uid: str) -> None:
        self.close()
        self.tag_chosen.emit(uid)


class _PickDelegate(RowDelegate):
    """A label: swatch, path, digit; a label to be made: a plus sign."""

    def height(self) -> int:
        return line_height(13) + scaled(11)

    def row_height(self, index: Index) -> int:
        return self.height()

    def paint_row(self, row: RowPainter, index: Index) -> None:
        height, label = row.rect.height(), index.data(LABEL)
        start, end = scaled(36), row.rect.width() - scaled(10)
        if isinstance(label, Label):
            swatch = row.place(scaled(10), (height - scaled(16)) / 2, scaled(20), scaled(16))
            draw_label_swatch(row.painter, swatch, label.hue, label.pattern, self.theme)
        else:
            row.icon(scaled(13), height / 2, "plus", scaled(14))
        digit = index.data(DIGIT)
        key = str(digit) if digit else "" if isinstance(label, Label) else "Ctrl+↵"
        if key:
            cap = key_cap_size(key)
            end -= cap.width()
            place = row.place(end, (height - cap.height()) / 2, cap.width(), cap.height())
            paint_key_cap(row.painter, place, key, self.theme)
            end -= scaled(8)
        row.text(row.place(start, 0, end - start, height), index.data(), ui_font(13), "text")
