"""What the windows that export have in common: choices at the left, a preview at the right, buttons below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from textwrap import shorten

from PySide6.QtCore import QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.ui.button_row import ButtonRow
from reader.ui.buttons import CommandButton
from reader.ui.controls import Hairline, TokenLabel
from reader.ui.dialog_parts import ScrollingBody, tab_as_laid_out
from reader.ui.dialog_size import open_at_size
from reader.ui.resources import pixmap
from reader.ui.style_parts import RADIUS, rounded
from reader.ui.theme import Theme, reading_font, scaled, ui_font

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST_CELL = 70  # characters of a cell of a table in a preview
LEAST_PREVIEW = 300  # px that a preview beside the choices has
WIDEST = 16_777_215  # px: the most that a widget can have
SETTINGS_WIDTH = 372  # px of the choices at the left, at the least


class WarningNotice(QWidget):
    """A few words that are to be read before something goes out, and a button that helps when there is one."""

    helped = Signal()

    def __init__(self, theme: Theme, help_words: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._words = TokenLabel(theme, "", "text", 13)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._words.setSizePolicy(policy)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addLayout(column, 1)
        self.button = CommandButton(theme, help_words, small=True)
        self.button.clicked.connect(self.helped)
        self.button.setVisible(bool(help_words))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self._dress)
        self._dress()

    def set_text(self, words: str) -> None:
        self._words.setText(words)

    def words(self) -> str:
        return self._words.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        ground, edge = self._theme.color("warnsoft"), self._theme.color("warn")
        rounded(QPainter(self), QRectF(self.rect()), RADIUS, ground, edge)

    def _dress(self) -> None:
        self._sign.setPixmap(pixmap(self._theme, "triangle-alert", "warn", scaled(16), self.devicePixelRatioF()))
        self.update()


def file_name(words: str) -> str:
    """The words as the name of a file, without an extension: no sign that a system refuses, at most 100 characters."""
    return " ".join(_NOT_IN_NAMES.sub(" ", words).split())[:100].rstrip(" .")


def choice_box(*values: tuple[str, str]) -> QComboBox:
    """A box with these values and what is shown for each."""
    box = QComboBox()
    for value, words in values:
        box.addItem(words, value)
    return box


def grouped_choice_box(groups: Iterable[tuple[str, Sequence[tuple[str, str]]]]) -> QComboBox:
    """A box whose values stand under headings, which cannot be chosen; groups without values are left out."""
    box = QComboBox()
    box.setMaxVisibleItems(30)
    model = QStandardItemModel(box)
    for heading, values in groups:
        if not values:
            continue
        head = QStandardItem(heading)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setFont(ui_font(12, 600))
        model.appendRow(head)
        for value, words in values:
            item = QStandardItem(words)
            item.setData(value, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
    box.setModel(model)
    return box


def preview_browser(name: str) -> QTextBrowser:
    """A sheet on which an export shows itself; it follows no links."""
    preview = QTextBrowser()
    preview.setOpenLinks(False)
    preview.setAccessibleName(name)
    preview.setFrameShape(QTextBrowser.Shape.NoFrame)
    preview.setFont(reading_font(scaled(14)))
    preview.document().setDocumentMargin(scaled(32))
    return preview


def table_html(rows: Iterable[Sequence[str]], ground: str) -> str:
    """Rows of a table, the first one its heads, in the small HTML that Qt's rich text knows; long cells are cut.

    `ground` is the colour behind the heads ("#RRGGBB").
    """

    def row(cells: Sequence[str], name: str) -> str:
        dress = f' bgcolor="{ground}"' if name == "th" else ""
        shown = (shorten(cell, LONGEST_CELL, placeholder=" …") for cell in cells)
        return "".join(f'<{name} align="left"{dress}>{escape(cell)}</{name}>' for cell in shown)

    body = "".join(f"<tr>{row(cells, 'td' if number else 'th')}</tr>" for number, cells in enumerate(rows))
    style = "font-size: 12px; border-collapse: collapse"
    return f'<table border="1" cellspacing="0" cellpadding="5" style="{style}">{body}</table>'


def settings_side(settings: QVBoxLayout) -> ScrollingBody:
    """The choices as the left side of a window; they scroll where the window is low."""
    settings.setContentsMargins(scaled(20), scaled(18), scaled(20), scaled(18))
    settings.setSpacing(scaled(12))
    side = ScrollingBody(settings)
    side.setFixedWidth(max(SETTINGS_WIDTH, QFontMetrics(ui_font(13)).averageCharWidth() * 50))
    return side


class BesideOrBelow(QWidget):
    """Choices with a preview beside them; below them where there is too little room."""

    def __init__(self, theme: Theme, side: QWidget, preview: QWidget, words: QWidget) -> None:
        """`side` has the width that it has beside the preview; `words` are shown only then."""
        super().__init__()
        self._side, self._preview, self._words = side, preview, words
        self._width = side.maximumWidth()
        self._lines = Hairline(theme, Qt.Orientation.Vertical), Hairline(theme, Qt.Orientation.Horizontal)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for part in (side, *self._lines, preview):
            self._layout.addWidget(part)
        self._layout.setStretchFactor(preview, 1)
        self._arrange(is_beside=True)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the buttons below allow; the parts then stand below each other."""
        return QSize(self._preview.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_beside = event.size().width() >= self._width + scaled(LEAST_PREVIEW)
        if is_beside == self._lines[0].isHidden():
            self._arrange(is_beside=is_beside)

    def _arrange(self, *, is_beside: bool) -> None:
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if is_beside else direction.TopToBottom)
        self._layout.setStretchFactor(self._side, 0 if is_beside else 1)
        self._side.setMinimumWidth(self._width if is_beside else 0)
        self._side.setMaximumWidth(self._width if is_beside else WIDEST)
        for line, shown in zip(self._lines, (is_beside, not is_beside), strict=True):
            line.setVisible(shown)
        self._words.setVisible(is_beside)


def lay_out(
    dialog: QDialog,
    theme: Theme,
    side: QWidget,
    preview: QWidget,
    words: str,
    buttons: Sequence[QPushButton],
    width: int = 986,
) -> None:
    """Put the choices, the preview, a few words and the buttons in their places, in a window as large as there is room.

    `width` is that at the start, in pixels for interface text of 100 %. In a narrow window the preview stands below
    the choices, and the words are left out.
    """
    local = QLabel(words)
    local.setWordWrap(True)
    margins = QMargins(scaled(20), scaled(14), scaled(20), scaled(14))
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(BesideOrBelow(theme, side, preview, local), 1)
    layout.addWidget(Hairline(theme, Qt.Orientation.Horizontal))
    layout.addLayout(ButtonRow((local,), buttons, gap=scaled(10), margins=margins))
    tab_as_laid_out(dialog)
    open_at_size(dialog, QSize(width, 742), QSize(560, 440))
