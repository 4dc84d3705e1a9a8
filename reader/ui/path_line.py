"""The line under a pane's head: the visible pages, then the headings above the first visible line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.theme import Theme, scaled, ui_font

SIDE = 13  # px left and right
GAP = 14  # px between the pages and the headings
CHEVRON = "  ›  "
_NUMBER = re.compile(r"([IVXLC]+|\d+(?:\.\d+)*)\.?\s")


def shortened(headings: Sequence[str]) -> Iterator[list[str]]:
    """The headings in ever shorter forms: the outer ones as their number alone, then left out, from the outside in."""
    parts = list(headings)
    yield list(parts)
    for index, heading in enumerate(headings):
        number = _NUMBER.match(heading)
        parts[index] = number[1] if number else "…"
        yield list(parts)
    while parts:
        parts.pop(0)
        yield list(parts)


def with_fractie(section: Sequence[str], fractie: str) -> tuple[str, ...]:
    """The path of headings and the fractie, in place of a last heading such as "Vragen van de SP-fractie"."""
    path = tuple(section)
    if not fractie:
        return path
    if path and re.search(rf"\b{re.escape(fractie)}(?:-fractie)?\b", path[-1]) and "fractie" in path[-1]:
        path = path[:-1]
    return (*path, fractie)


class PathLine(QWidget):
    """Shows pages and headings in one line. Where room lacks, the outer headings go first; the last one stays."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages = ""
        self._section: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_place(self, pages: str, section: Sequence[str]) -> None:
        """`pages`: "p. 21–22"; `section`: the path of headings, the highest first."""
        if (pages, tuple(section)) == (self._pages, self._section):
            return
        self._pages, self._section = pages, tuple(section)
        words = self.words()
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def words(self) -> str:
        """All of it as text."""
        return "    ".join(part for part in (self._pages, " › ".join(self._section)) if part)

    def sizeHint(self) -> QSize:
        return QSize(0, round(QFontMetricsF(ui_font(12)).height()) + scaled(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color
        plain, strong = ui_font(12), ui_font(12, 600)
        plain_width, strong_width = QFontMetricsF(plain), QFontMetricsF(strong)
        baseline = (self.height() + plain_width.ascent() - plain_width.descent()) / 2
        x = float(scaled(SIDE))
        room = self.width() - 2 * x
        if self._pages:
            painter.setFont(strong)
            painter.setPen(color("text2"))
            painter.drawText(round(x), round(baseline), self._pages)
            x += strong_width.horizontalAdvance(self._pages) + scaled(GAP)
            room -= strong_width.horizontalAdvance(self._pages) + scaled(GAP)
        if not self._section:
            return
        *outer, last = self._section
        chevron = plain_width.horizontalAdvance(CHEVRON)
        last_width = min(room, strong_width.horizontalAdvance(last))

        def fits(parts: list[str]) -> bool:
            return sum(plain_width.horizontalAdvance(part) + chevron for part in parts) + last_width <= room

        kept = next((parts for parts in shortened(outer) if fits(parts)), [])
        painter.setFont(plain)
        for part in kept:
            painter.setPen(color("text2"))
            painter.drawText(round(x), round(baseline), part)
            x += plain_width.horizontalAdvance(part)
            painter.setPen(color("ctl"))
            painter.drawText(round(x), round(baseline), CHEVRON)
            x += chevron
        painter.setFont(strong)
        painter.setPen(color("text"))
        room = self.width() - scaled(SIDE) - x
        painter.drawText(round(x), round(baseline), strong_width.elidedText(last, Qt.TextElideMode.ElideRight, room))
