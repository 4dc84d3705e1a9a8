"""The list of passages to be looked at in a new version: sign and words for what is decided, labels, the quote."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractItemView

from reader.models.version_review import ReviewRow, VersionReview
from reader.ui.quote_lines import QuoteLines, list_serif
from reader.ui.row_delegate import RowDelegate, RowPainter, line_height
from reader.ui.theme import Theme, draw_label_swatch, scaled, ui_font

Index = QModelIndex | QPersistentModelIndex
MARGIN, SIGN, GAP = 14, 15, 8  # px
LINES = 2  # of the quote
MOST_SWATCHES = 4
_SIGNS = {  # of a choice: icon, colour
    "open": ("triangle-alert", "warn"),
    "placed": ("circle-check", "ok"),
    "elsewhere": ("circle-check", "ok"),
    "left": ("history", "text2"),
    "dropped": ("trash-2", "text2"),
}


class ReviewRows(QAbstractListModel):
    """The rows of a review, for a list."""

    def __init__(self, review: VersionReview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.review = review
        review.changed.connect(self._on_changed)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.review.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.review.rows):
            return None
        row = self.review.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.quote
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (row.quote, ", ".join(tag.name for tag in row.tags)) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((self.words(row), *(tag.name for tag in row.tags), row.quote))
        return None

    def words(self, row: ReviewRow) -> str:
        """What is decided about a row, or why it is to be looked at."""
        if row.choice == "open":
            return {
                "exact": self.tr("Same words, place not sure"),
                "moved": self.tr("Moved, place not sure"),
                "fuzzy": self.tr("Words changed"),
                "orphan": self.tr("Not found"),
            }[row.how]
        return {
            "placed": self.tr("Placed"),
            "elsewhere": self.tr("Placed where you chose"),
            "left": self.tr("Stays with the old version"),
            "dropped": self.tr("Is removed"),
        }[row.choice]

    def _on_changed(self, number: int | None) -> None:
        first = 0 if number is None else number
        last = len(self.review.rows) - 1 if number is None else number
        self.dataChanged.emit(self.index(first), self.index(last))


class ReviewDelegate(RowDelegate):
    """A row of fixed height: what is decided, the labels, two lines of the quote."""

    def __init__(self, theme: Theme, view: QAbstractItemView, rows: ReviewRows) -> None:
        super().__init__(theme, view)
        self._rows = rows
        self._quotes = QuoteLines(list_serif, 14, 20)

    def row_height(self, _index: Index) -> int:
        self._quotes.refresh()
        return round(2 * scaled(10) + line_height(12, 500) + scaled(5) + LINES * self._quotes.height)

    def paint_row(self, row: RowPainter, index: Index) -> None:
        what = self._rows.review.rows[index.row()]
        icon, token = _SIGNS[what.choice]
        if what.choice == "open" and what.how == "orphan":
            icon, token = "circle-question-mark", "err"
        top, high = scaled(10), line_height(12, 500)
        x, end = scaled(MARGIN), row.rect.width() - scaled(MARGIN)
        row.icon(x, top + high / 2, icon, scaled(SIGN), token)
        swatches = what.tags[:MOST_SWATCHES]
        start = end - len(swatches) * scaled(24) + (scaled(4) if swatches else 0)
        for number, tag in enumerate(swatches):
            place = row.place(start + number * scaled(24), top + (high - scaled(16)) / 2, scaled(20), scaled(16))
            draw_label_swatch(row.painter, place, tag.hue, tag.pattern, self.theme)
        font = ui_font(12, 500)
        text = x + scaled(SIGN + GAP)
        room = min(start - scaled(GAP) - text, QFontMetricsF(font).horizontalAdvance(self._rows.words(what)) + 2)
        row.text(row.place(text, top, room, high), self._rows.words(what), font, "text2")
        width = float(end - x)
        lines = self._quotes.broken(f"«{what.quote}»", width, LINES)
        row.painter.setPen(self.theme.color("text2" if what.choice in ("left", "dropped") else "text"))
        self._quotes.draw(row.painter, row.place(x, top + high + scaled(5), width, 0), lines)
        line = row.place(0, row.rect.height() - 1, row.rect.width(), 1)
        row.painter.fillRect(line, self.theme.color("line"))
