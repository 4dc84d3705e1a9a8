"""What the windows that export have in common: choices at the left, a preview at the right, buttons below."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from textwrap import shorten

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader.ui.buttons import CommandButton
from reader.ui.controls import Hairline, TokenLabel
from reader.ui.resources import pixmap
from reader.ui.style_parts import RADIUS, rounded
from reader.ui.theme import Theme, reading_font, scaled, ui_font

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST_CELL = 70  # characters of a cell of a table in a preview
SETTINGS_WIDTH = 340  # px of the choices at the left, at the least


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
    preview.setFont(reading_font(14))
    preview.document().setDocumentMargin(32)
    return preview


def table_html(rows: Iterable[Sequence[str]], palette: QPalette) -> str:
    """Rows of a table, the first one its heads, in the small HTML that Qt's rich text knows; long cells are cut."""
    ground = palette.color(QPalette.ColorRole.AlternateBase).name()

    def row(cells: Sequence[str], name: str) -> str:
        dress = f' bgcolor="{ground}"' if name == "th" else ""
        shown = (shorten(cell, LONGEST_CELL, placeholder=" …") for cell in cells)
        return "".join(f'<{name} align="left"{dress}>{escape(cell)}</{name}>' for cell in shown)

    body = "".join(f"<tr>{row(cells, 'td' if number else 'th')}</tr>" for number, cells in enumerate(rows))
    style = "font-size: 12px; border-collapse: collapse"
    return f'<table border="1" cellspacing="0" cellpadding="5" style="{style}">{body}</table>'


def settings_side(settings: QVBoxLayout) -> QScrollArea:
    """The choices as the left side of a window; they scroll where the window is low."""
    settings.setContentsMargins(20, 18, 20, 18)
    settings.setSpacing(12)
    inside = QWidget()
    inside.setLayout(settings)
    side = QScrollArea()
    side.setWidget(inside)
    side.setWidgetResizable(True)
    side.setFrameShape(QFrame.Shape.NoFrame)
    side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    side.setFixedWidth(max(SETTINGS_WIDTH, QFontMetrics(ui_font(13)).averageCharWidth() * 46))
    side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return side


def lay_out(
    dialog: QDialog, theme: Theme, side: QWidget, preview: QWidget, words: str, buttons: Sequence[QPushButton]
) -> None:
    """Put the choices, the preview, a few words and the buttons in their places."""
    middle = QHBoxLayout()
    middle.setSpacing(0)
    middle.addWidget(side)
    middle.addWidget(Hairline(theme, Qt.Orientation.Vertical))
    middle.addWidget(preview, 1)
    row = QHBoxLayout()
    row.setContentsMargins(20, 14, 20, 14)
    row.setSpacing(10)
    local = QLabel(words)
    local.setWordWrap(True)
    row.addWidget(local, 1)
    for button in buttons:
        row.addWidget(button)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addLayout(middle, 1)
    layout.addWidget(Hairline(theme, Qt.Orientation.Horizontal))
    layout.addLayout(row)
