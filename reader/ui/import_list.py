"""The list of an import: a row for each file, ticked when it is wanted, with what came of it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionButton, QStyleOptionViewItem

from reader.models.documents import kind_icon
from reader.models.import_rows import ImportRole, ImportRow, ImportRows
from reader.ui.import_words import STATES, facts_line, reason, state_word
from reader.ui.row_delegate import RowDelegate, RowPainter, ground_palette, line_height
from reader.ui.style_parts import rounded
from reader.ui.theme import Theme, scaled, ui_font

Index = QModelIndex | QPersistentModelIndex
_TICK, _ICON, _TEXT = 12, 40, 66  # px from the leading edge
_LEAST_TITLE = 120  # px of a title that are shown beside the words of its state


class ImportList(QListView):
    """The rows. Space ticks, as a click on the box does."""

    def __init__(self, theme: Theme, rows: ImportRows) -> None:
        super().__init__()
        self._theme = theme
        rows.set_speaker(spoken)
        self.setModel(rows)
        self.setItemDelegate(ImportRowDelegate(theme, self))
        self.setAccessibleName(self.tr("Files of the import"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._dress)
        self._dress()

    def current(self) -> ImportRow | None:
        """The row that is chosen."""
        row = self.currentIndex().data(ImportRole.ROW)
        return row if isinstance(row, ImportRow) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            toggle(self.model(), self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def _dress(self) -> None:
        self.setPalette(ground_palette(self._theme, "page", of_list=True))
        self.viewport().update()


class ImportRowDelegate(RowDelegate):
    """A row: tick, icon, title and facts; at the end the state with its icon."""

    def row_height(self, index: Index) -> int:
        return line_height(13) + line_height(12) + scaled(17)

    def paint_row(self, row: RowPainter, index: Index) -> None:
        item = index.data(ImportRole.ROW)
        if not isinstance(item, ImportRow):
            return
        first, second, top = line_height(13), line_height(12), scaled(8)
        end: float = row.rect.width() - scaled(12)
        word, (_, icon, token) = state_word(item), STATES[item.state]
        font = ui_font(12)
        width = QFontMetricsF(font).horizontalAdvance(word) + 2
        token = row.quiet if token == "text2" else token
        if end - width - scaled(32) - scaled(_TEXT) >= scaled(_LEAST_TITLE):  # else the sign alone says it
            row.text(row.place(end - width, top, width, first), word, font, token)
            end -= width + scaled(6)
        end -= scaled(14)
        row.icon(end, top + first / 2, icon, scaled(14), token)
        end -= scaled(12)
        start = scaled(_TEXT)
        if item.state == "ready":
            self._tick(row, item, row.rect.height() / 2)
        icon_name = kind_icon(item.document.kind) if item.document is not None else "file"
        row.icon(scaled(_ICON), top + first / 2 + scaled(1), icon_name, scaled(16))
        faded = item.state in ("known", "refused", "waiting") or (item.state == "ready" and not item.chosen)
        title = item.document.title if item.document is not None else item.name
        row.text(row.place(start, top, end - start, first), title, ui_font(13), "text2" if faded else "text")
        place = row.place(start, top + first + scaled(1), row.rect.width() - scaled(12) - start, second)
        row.text(place, facts_line(item), ui_font(12), row.quiet)
        if item.state == "reading":
            self._progress(row, item)
        row.painter.setPen(self.theme.color("line"))
        row.painter.drawLine(row.rect.bottomLeft(), row.rect.bottomRight())

    def _tick(self, row: RowPainter, item: ImportRow, middle: float) -> None:
        option = QStyleOptionButton()
        option.rect = self._box(row.rect, middle)
        option.state = QStyle.StateFlag.State_Enabled
        option.state |= QStyle.StateFlag.State_On if item.chosen else QStyle.StateFlag.State_Off
        self.view.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, row.painter, self.view)

    def _box(self, rect: QRect, middle: float) -> QRect:
        side = self.view.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, self.view)
        box = QRect(rect.x() + scaled(_TICK), round(rect.y() + middle - side / 2), side, side)
        return QStyle.visualRect(self.view.layoutDirection(), rect, box)

    def _progress(self, row: RowPainter, item: ImportRow) -> None:
        track = row.place(scaled(_TEXT), row.rect.height() - scaled(5), row.rect.width() - scaled(_TEXT + 12), 3)
        rounded(row.painter, track, 1.5, self.theme.color("line"))
        track.setWidth(track.width() * min(1.0, item.share))
        if track.width() >= 1:
            rounded(row.painter, track, 1.5, self.theme.color("accent"))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            rect: QRect = option.rect
            box = self._box(rect, rect.height() / 2)
            hit = box.adjusted(-scaled(_TICK), -rect.height(), scaled(8), rect.height())
            if hit.contains(event.position().toPoint()):
                if event.type() == QEvent.Type.MouseButtonRelease:
                    toggle(model, index)
                return True
        return False


def toggle(model: QAbstractItemModel, index: Index) -> None:
    """Tick the row, or untick it."""
    ticked = index.data(Qt.ItemDataRole.CheckStateRole)
    if ticked is not None:
        wanted = Qt.CheckState.Unchecked if Qt.CheckState(ticked) == Qt.CheckState.Checked else Qt.CheckState.Checked
        model.setData(QModelIndex(index), wanted, Qt.ItemDataRole.CheckStateRole)  # type: ignore[arg-type]


def spoken(row: ImportRow) -> str:
    """What a screen reader says of a row."""
    title = row.document.title if row.document is not None else row.name
    return ", ".join(part for part in (title, state_word(row), facts_line(row), reason(row)) if part)
