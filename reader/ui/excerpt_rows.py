"""How an excerpt looks in the list: box, labels, quote in serif, place, and the signs of a note and of links."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionButton

from reader.models.excerpt_rows import ExcerptRow, HeadRow
from reader.models.excerpts import ExcerptsModel
from reader.ui.quote_lines import QuoteLines, list_serif
from reader.ui.resources import paint_icon
from reader.ui.row_delegate import Index, RowDelegate, RowPainter, line_height
from reader.ui.theme import Theme, draw_label_swatch, figures, scaled, ui_font

MOST_LINES = 4
MARGIN = 16  # px at both sides
MEASURE = 760  # px: a quote is never wider than can be read


class ExcerptDelegate(RowDelegate):
    """Rows as high as their quote, at most four lines. Heights are kept per width and forgotten with `forget`."""

    def __init__(self, theme: Theme, view: QAbstractItemView, model: ExcerptsModel) -> None:
        super().__init__(theme, view)
        self._model = model
        self._quotes = QuoteLines(list_serif, 15, 21)
        self._broken: dict[str, tuple[str, ...]] = {}
        self._width = 0.0

    def forget(self, uids: set[str]) -> None:
        """Break these quotes anew when they are next needed."""
        for uid in uids:
            self._broken.pop(uid, None)

    def row_height(self, index: Index) -> int:
        uid = self._model.uid_at(index.row())
        if not uid:
            return self._head_height()
        return self._height_of(len(self._lines(uid)))

    def estimates(self) -> list[int]:
        """The heights of all rows (px): exact where the quote was broken before, else from the passage's length."""
        self._refresh()
        head, extents = self._head_height(), self._model.extents()
        heights = [self._height_of(lines) for lines in range(MOST_LINES + 1)]
        per_line = max(1.0, self._width / QFontMetricsF(self._quotes.font).averageCharWidth())
        known = {uid: len(lines) for uid, lines in self._broken.items()}
        lines = [known.get(uid) or min(MOST_LINES, 1 + int(length / per_line)) for uid, length in extents]
        return [heights[count] if uid else head for count, (uid, _length) in zip(lines, extents, strict=True)]

    def _head_height(self) -> int:
        return line_height(13) + scaled(18)

    def _height_of(self, lines: int) -> int:
        return round(self._top() + lines * self._quotes.height + scaled(4) + line_height(12) + scaled(14))

    def box(self, rect: QRect) -> QRect:
        """Where the tick box of a row is."""
        side = scaled(16)
        place = QRect(rect.left() + scaled(MARGIN), rect.top() + scaled(13), side, side)
        return QStyle.visualRect(self.view.layoutDirection(), rect, place)

    def paint_row(self, row: RowPainter, index: Index) -> None:
        what = self._model.row(index.row())
        if isinstance(what, HeadRow):
            self._paint_head(row, what)
            return
        self._paint_box(row, self._model.is_picked(what.highlight.uid))
        self._paint_labels(row, what)
        top = self._top()
        lines = self._lines(what.highlight.uid)
        row.painter.setPen(self.theme.color("text"))
        width = self._measure()
        self._quotes.draw(row.painter, row.place(scaled(MARGIN), top, width, 0), lines)
        top = round(top + len(lines) * self._quotes.height + scaled(4))
        row.text(row.place(scaled(MARGIN), top, width, line_height(12)), what.place, ui_font(12), row.quiet)
        line = row.place(0, row.rect.height() - 1, row.rect.width(), 1)
        row.painter.fillRect(line, self.theme.color("line"))

    def _paint_head(self, row: RowPainter, head: HeadRow) -> None:
        height, x = row.rect.height(), scaled(MARGIN)
        row.painter.fillRect(row.rect, self.theme.color("window"))
        if head.label is not None:
            swatch = row.place(x, (height - scaled(16)) / 2, scaled(20), scaled(16))
            draw_label_swatch(row.painter, swatch, head.label.hue, head.label.pattern, self.theme)
            x += scaled(28)
        font = ui_font(13, 600)
        words = min(QFontMetricsF(font).horizontalAdvance(head.title) + 2, row.rect.width() - x - scaled(60))
        row.text(row.place(x, 0, words, height), head.title, font, "text")
        row.text(row.place(x + words + scaled(8), 0, scaled(50), height), str(head.count), _small(), "text2")
        row.painter.fillRect(row.place(0, height - 1, row.rect.width(), 1), self.theme.color("line"))

    def _paint_box(self, row: RowPainter, picked: bool) -> None:
        option = QStyleOptionButton()
        option.rect = self.box(row.rect)
        option.palette = self.view.palette()
        option.state = QStyle.StateFlag.State_Enabled
        option.state |= QStyle.StateFlag.State_On if picked else QStyle.StateFlag.State_Off
        self.view.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, row.painter, self.view)

    def _paint_labels(self, row: RowPainter, what: ExcerptRow) -> None:
        middle, end = scaled(13) + scaled(8), row.rect.width() - scaled(MARGIN)
        side = scaled(15)
        if what.links:
            if what.links > 1:
                width = QFontMetricsF(_small()).horizontalAdvance(str(what.links))
                end -= round(width)
                row.text(
                    row.place(end, middle - scaled(8), width + 1, scaled(16)), str(what.links), _small(), row.quiet
                )
                end -= scaled(2)
            end -= side
            row.icon(end, middle, "link-2", side, "text2")
            end -= scaled(12)
        if what.has_note:
            end -= side
            row.icon(end, middle, "sticky-note", side, "text2")
            end -= scaled(12)
        if what.highlight.status != "exact":
            end -= side
            place = row.place(end, middle - side / 2, side, side)
            paint_icon(row.painter, place, self.theme, "triangle-alert", "warn")
            end -= scaled(12)
        x, font = scaled(MARGIN + 28), ui_font(12)
        for number, label in enumerate(what.labels):
            words = QFontMetricsF(font).horizontalAdvance(label.path[-1]) + 2
            if x + scaled(26) + words > end and number:
                row.text(
                    row.place(x, middle - scaled(8), end - x, scaled(16)),
                    f"+{len(what.labels) - number}",
                    font,
                    "text2",
                )
                break
            swatch = row.place(x, middle - scaled(8), scaled(20), scaled(16))
            draw_label_swatch(row.painter, swatch, label.hue, label.pattern, self.theme)
            x += scaled(26)
            room = min(words, end - x)
            row.text(row.place(x, middle - scaled(9), room, scaled(18)), label.path[-1], font, "text2")
            x += round(room) + scaled(14)

    def _top(self) -> int:
        return scaled(13) + scaled(16) + scaled(6)

    def _measure(self) -> float:
        return float(min(self.view.viewport().width() - 2 * scaled(MARGIN), scaled(MEASURE)))

    def _refresh(self) -> None:
        width = self._measure()
        if self._quotes.refresh() or width != self._width:
            self._broken.clear()
            self._width = width

    def _lines(self, uid: str) -> tuple[str, ...]:
        self._refresh()
        found = self._broken.get(uid)
        if found is None:
            found = self._broken[uid] = self._quotes.broken(f"«{self._model.quote(uid)}»", self._width, MOST_LINES)
        return found


def _small() -> QFont:
    return figures(ui_font(12))
