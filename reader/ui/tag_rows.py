"""How a label looks in the tree: chevron, swatch, name, count and digit key; a label that only groups is a heading."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QFontMetricsF

from reader.models.tags import TagRole, TagRow
from reader.ui.controls import key_cap_size, paint_key_cap
from reader.ui.panel_parts import CHEVRON, PanelTree
from reader.ui.row_delegate import Index, RowDelegate, RowPainter, line_height
from reader.ui.theme import draw_label_swatch, figures, scaled, ui_font

STEP = 16  # px a label stands further in than the label above it


class TagDelegate(RowDelegate):
    """Rows of 27 px, headings of 26 px, at 100 % text."""

    def indent(self, index: Index) -> int:
        """How far a row stands in (px): labels under a heading stand no further in than labels without one."""
        depth, parent = 0, index.parent()
        while parent.isValid():
            row = parent.data(TagRole.ROW)
            depth += not (isinstance(row, TagRow) and row.heading)
            parent = parent.parent()
        return scaled(STEP) * depth

    def row_height(self, index: Index) -> int:
        row = index.data(TagRole.ROW)
        heading = isinstance(row, TagRow) and row.heading
        return line_height(13) + scaled(10 if heading else 11)

    def paint_row(self, row: RowPainter, index: Index) -> None:
        item = index.data(TagRole.ROW)
        if not isinstance(item, TagRow):
            return
        height, indent = row.rect.height(), self.indent(index)
        start, end = indent + scaled(CHEVRON), row.rect.width() - scaled(12)
        if item.parent:
            tree = self.view
            open_now = isinstance(tree, PanelTree) and tree.isExpanded(QModelIndex(index))  # type: ignore[arg-type]
            row.icon(indent + scaled(8), height / 2, "chevron-down" if open_now else "chevron-right", scaled(12))
        cap = key_cap_size("8")
        if item.tag.digit is not None:
            place = row.place(end - cap.width(), (height - cap.height()) / 2, cap.width(), cap.height())
            paint_key_cap(row.painter, place, str(item.tag.digit), self.theme)
        end -= 0 if item.heading and item.tag.digit is None else cap.width() + scaled(10)
        count = str(item.total)
        counts = round(QFontMetricsF(figures(ui_font(12))).horizontalAdvance(count)) + 2
        row.text(row.place(end - counts, 0, counts, height), count, figures(ui_font(12)), row.quiet, trailing=True)
        if not item.heading:
            swatch = row.place(start, (height - scaled(16)) / 2, scaled(20), scaled(16))
            draw_label_swatch(row.painter, swatch, item.tag.hue, item.tag.pattern, self.theme)
            start += scaled(28)
        room = end - start - counts - scaled(6)
        row.text(row.place(start, 0, room, height), item.tag.name, ui_font(13), "text2" if item.heading else "text")

    def name_place(self, index: Index, rect: QRect) -> QRect:
        item = index.data(TagRole.ROW)
        heading = isinstance(item, TagRow) and item.heading
        start = self.indent(index) + scaled(CHEVRON + (0 if heading else 28)) - scaled(8)
        return rect.adjusted(start, 0, -scaled(6), 0)
