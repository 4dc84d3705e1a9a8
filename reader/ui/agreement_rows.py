"""The two lists of the agreement window: a table with a row for each label, and the passages on which two differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView

from reader.models.coders import Differing, LabelRow
from reader.ui.row_delegate import RowDelegate, RowPainter, line_height
from reader.ui.theme import Theme, draw_label_swatch, scaled, ui_font

Index = QModelIndex | QPersistentModelIndex
MARGIN, GAP = 14, 9  # px
SWATCH = QSize(20, 16)  # px
LABEL = 0  # the first column
NAME_LENGTH = 20  # characters of a name in a heading


class AgreementTable(QAbstractTableModel):
    """For each label: paragraphs where both gave it, only the first, only the second; raw agreement, and alpha."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: Sequence[LabelRow] = ()
        self._names = ("", "")

    def show_rows(self, rows: Sequence[LabelRow], names: tuple[str, str]) -> None:
        """Show the labels; `names` are those of the two coders."""
        self.beginResetModel()
        self._rows, self._names = rows, names
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 6

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings()[section]
        if role == Qt.ItemDataRole.ToolTipRole and section == 5:
            return self.tr("Krippendorff's alpha: 1 is full agreement, 0 is what chance would give.")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeading if section == LABEL else Qt.AlignmentFlag.AlignTrailing
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(row)[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == LABEL:
            return self._swatch(row)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 5 and row.agreement.alpha is None:
            return self.tr("Not defined: the label is on every paragraph, or on none.")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings()[index.column()]}: {self._cells(row)[index.column()]}"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != LABEL:
            return int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _headings(self) -> tuple[str, ...]:
        only = self.tr("Only {name}")
        names = [name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1].rstrip() + "…" for name in self._names]
        return (
            self.tr("Label"),
            self.tr("Both"),
            only.format(name=names[0]),
            only.format(name=names[1]),
            self.tr("Same"),
            self.tr("Alpha"),
        )

    def _cells(self, row: LabelRow) -> tuple[str, ...]:
        locale, counts = QLocale(), row.agreement
        raw = "–" if counts.raw is None else f"{locale.toString(counts.raw * 100, 'f', 0)} %"
        alpha = self.tr("not defined") if counts.alpha is None else locale.toString(counts.alpha, "f", 2)
        return row.tag.name, str(counts.both), str(counts.only_first), str(counts.only_second), raw, alpha

    def _swatch(self, row: LabelRow) -> QIcon:
        picture = QPixmap(scaled(SWATCH.width()), scaled(SWATCH.height()))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_label_swatch(painter, QRectF(picture.rect()), row.tag.hue, row.tag.pattern, self._theme)
        painter.end()
        return QIcon(picture)


class DifferingRows(QAbstractListModel):
    """The passages with a label that one coder gave and the other did not."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Differing] = ()
        self._names = ("", "")

    def show_rows(self, rows: Sequence[Differing], names: tuple[str, str]) -> None:
        """Show the passages; `names` are those of the two coders."""
        self.beginResetModel()
        self.rows, self._names = rows, names
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.given.quote
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.document.title}\n{row.given.quote}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.tag.name}, {self.who(row)}, {row.document.title}, {row.given.quote}"
        return None

    def who(self, row: Differing) -> str:
        """Who gave the label and who did not."""
        gave, lacks = self._names if row.by_first else self._names[::-1]
        return self.tr("{gave} gave it, {lacks} did not").format(gave=gave, lacks=lacks)


class DifferingDelegate(RowDelegate):
    """The label and who gave it, the paper at the end; below it the quote on one line."""

    def __init__(self, theme: Theme, view: QAbstractItemView, rows: DifferingRows) -> None:
        super().__init__(theme, view)
        self._rows = rows

    def row_height(self, _index: Index) -> int:
        return 2 * scaled(8) + line_height(13, 500) + scaled(3) + line_height(13)

    def paint_row(self, row: RowPainter, index: Index) -> None:
        what = self._rows.rows[index.row()]
        top, high = scaled(8), line_height(13, 500)
        x, end = scaled(MARGIN), row.rect.width() - scaled(MARGIN)
        text = x + scaled(SWATCH.width() + GAP)
        swatch = row.place(
            x, top + (high - scaled(SWATCH.height())) / 2, scaled(SWATCH.width()), scaled(SWATCH.height())
        )
        draw_label_swatch(row.painter, swatch, what.tag.hue, what.tag.pattern, self.theme)
        name = QFontMetricsF(ui_font(13, 500)).horizontalAdvance(what.tag.name) + 2
        name = min(name, (end - text) * 0.4)
        row.text(row.place(text, top, name, high), what.tag.name, ui_font(13, 500), "text")
        left = text + name + scaled(GAP)
        row.text(row.place(left, top, end - left, high), self._rows.who(what), ui_font(12), "text2")
        title_width = min((end - text) * 0.35, QFontMetricsF(ui_font(12)).horizontalAdvance(what.document.title) + 2)
        below, lower = top + high + scaled(3), line_height(13)
        title = row.place(end - title_width, below, title_width, lower)
        row.text(title, what.document.title, ui_font(12), row.quiet, trailing=True)
        quote = row.place(text, below, end - title_width - scaled(GAP) - text, lower)
        row.text(quote, f"«{' '.join(what.given.quote.split())}»", ui_font(13), "text")
        row.painter.fillRect(row.place(0, row.rect.height() - 1, row.rect.width(), 1), self.theme.color("line"))
