"""The list of what a merge does, a row of two lines for each thing; and beside it both states of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QTextBrowser, QWidget

from reader.edit.merging_report import MergeItem
from reader.ui.merge_words import Told, field_name, sides, sign_of, value_of, what_happens, words_of
from reader.ui.read_back_words import reason_of
from reader.ui.row_delegate import RowDelegate, RowPainter, line_height
from reader.ui.theme import Theme, scaled, ui_font

Index = QModelIndex | QPersistentModelIndex
MARGIN, SIGN, GAP = 14, 15, 9  # px


class MergeRows(QAbstractListModel):
    """The things a merge does something to. `titles` has the titles of the papers, by uid."""

    def __init__(self, items: Sequence[Told], titles: Mapping[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items, self._titles = items, titles

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.items):
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words_of(item)
        parts = (
            what_happens(item),
            words_of(item),
            self.title(item) if isinstance(item, MergeItem) else reason_of(item),
        )
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in parts if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in parts if part)
        return None

    def title(self, item: Told) -> str:
        """The title of the paper a thing stands in, when that is known and not what it is called."""
        title = self._titles.get(item.document_uid, "") if isinstance(item, MergeItem) else ""
        return "" if title == words_of(item) else title


class MergeDelegate(RowDelegate):
    """A sign and what happens, the paper at the end; below it the quote or the name."""

    def __init__(self, theme: Theme, view: QAbstractItemView, rows: MergeRows) -> None:
        super().__init__(theme, view)
        self._rows = rows

    def row_height(self, _index: Index) -> int:
        return 2 * scaled(8) + line_height(12, 500) + scaled(3) + line_height(13)

    def paint_row(self, row: RowPainter, index: Index) -> None:
        item = self._rows.items[index.row()]
        icon, token = sign_of(item)
        top, high = scaled(8), line_height(12, 500)
        x, end = scaled(MARGIN), row.rect.width() - scaled(MARGIN)
        text = x + scaled(SIGN + GAP)
        row.icon(x, top + high / 2, icon, scaled(SIGN), token)
        row.text(row.place(text, top, end - text, high), what_happens(item), ui_font(12, 500), "text2")
        below = top + high + scaled(3)
        row.text(row.place(text, below, end - text, line_height(13)), words_of(item), ui_font(13), "text")
        row.painter.fillRect(row.place(0, row.rect.height() - 1, row.rect.width(), 1), self.theme.color("line"))


class MergeList(QListView):
    """The rows, by keyboard and mouse."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What the merge does"))

    def show_rows(self, rows: MergeRows) -> None:
        """Show these rows; they must outlive the list."""
        self.setModel(rows)
        self.setItemDelegate(MergeDelegate(self._theme, self, rows))
        if rows.rowCount():
            self.setCurrentIndex(rows.index(0))


class MergeDetails(QTextBrowser):
    """One thing: what happens to it, where it stands, and each field in which the two states differ, side by side."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, *, of_file: bool = False) -> None:
        """`of_file`: it comes from a file of another program, not from a copy."""
        super().__init__(parent)
        self._theme, self._of_file = theme, of_file
        self._shown: tuple[Told, str] | None = None
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setFont(ui_font(13))
        self.document().setDocumentMargin(scaled(18))
        self.setAccessibleName(self.tr("Both versions"))
        theme.changed.connect(self._show)

    def show_item(self, item: Told, title: str) -> None:
        """Show a thing; `title` is that of its paper."""
        self._shown = item, title
        self._show()

    def _show(self) -> None:
        if self._shown is None:
            return
        item, title = self._shown
        quiet = f"color: {self._theme.color('text2').name()}"
        parts = [f'<p style="{quiet}">{_html(what_happens(item))}</p>', f"<p>{_html(words_of(item))}</p>"]
        if title:
            parts.append(f'<p style="{quiet}">{_html(title)}</p>')
        if not isinstance(item, MergeItem):
            parts.append(f"<p>{_html(reason_of(item))}</p>")
            self.setHtml("".join(parts))
            return
        if item.differences:
            heads = sides(of_file=self._of_file)
            rows = ["<tr><td></td>" + "".join(f'<td style="{quiet}">{_html(head)}</td>' for head in heads) + "</tr>"]
            rows += [
                f'<tr><td style="{quiet}">{_html(field_name(one))}</td>'
                f"<td>{_html(value_of(one, one.ours))}</td><td>{_html(value_of(one, one.theirs))}</td></tr>"
                for one in item.differences
            ]
            parts.append(f'<table width="100%" cellpadding="{scaled(5)}">{"".join(rows)}</table>')
        if item.outcome == "both":
            words = self.tr("The newest version stays. When both have a note, both notes are kept.")
            parts.append(f'<p style="{quiet}">{_html(words)}</p>')
        self.setHtml("".join(parts))


def _html(words: str) -> str:
    return escape(words).replace("\n", "<br>")
