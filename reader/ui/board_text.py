"""Text of several lines with words marked, by an underline or in another colour; and a small text link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reader.text.offsets import Utf16Map
from reader.ui.row_delegate import line_height
from reader.ui.style_parts import SMALL_RADIUS, rounded
from reader.ui.theme import Theme, scaled, ui_font

MakeFont = Callable[[int], QFont]  # from a weight


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text (code points) in a colour of the theme; `is_shared` words are heavier and underlined."""

    start: int
    end: int
    token: str = "text"
    is_shared: bool = False


def marks_of(lead: int, shared: Sequence[tuple[int, int]]) -> list[Mark]:
    """Shared words underlined, and what is not among them in the first `lead` code points in a quieter colour."""
    found: list[Mark] = []
    here = 0
    for start, end in sorted(set(shared)):
        if start < here:
            continue
        if here < min(start, lead):
            found.append(Mark(here, min(start, lead), "text2"))
        found.append(Mark(start, end, is_shared=True))
        here = end
    if here < lead:
        found.append(Mark(here, lead, "text2"))
    return found


class MarkedText(QWidget):
    """Wraps at words. With `most` the text is cut after so many lines, and `is_cut` tells whether it was."""

    def __init__(self, theme: Theme, make_font: MakeFont, line: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._make_font, self._line = theme, make_font, line
        self._text, self._most = "", 0
        self._marks: tuple[Mark, ...] = ()
        self._layout: QTextLayout | None = None
        self._width = -1
        self._ranges: list[tuple[int, int]] = []  # of shared words, in UTF-16 units
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._forget)

    def set_text(self, text: str, marks: Sequence[Mark] = (), most: int = 0) -> None:
        """Show `text`, a line end begins a new paragraph; `most` lines, 0 for all. Marks do not overlap."""
        self._text, self._marks, self._most = text, tuple(marks), most
        self.setAccessibleName(" ".join(text.split()))
        self._forget()

    def text(self) -> str:
        """The text as given."""
        return self._text

    def is_cut(self, width: int) -> bool:
        """Whether more lines are needed in `width` px than are shown."""
        return 0 < self._most < self._laid_out(width).lineCount()

    def heightForWidth(self, width: int) -> int:
        if not self._text:
            return 0
        lines = self._laid_out(width).lineCount()
        return round((min(lines, self._most) if self._most else lines) * self._height())

    def sizeHint(self) -> QSize:
        width = max(1, self.width())
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._text:
            return
        painter = QPainter(self)
        painter.setPen(self._theme.color("text"))
        layout = self._laid_out(self.width())
        count = min(layout.lineCount(), self._most) if self._most else layout.lineCount()
        for number in range(count):
            line = layout.lineAt(number)
            if number == count - 1 and count < layout.lineCount():
                self._draw_cut(painter, layout, line)
                continue
            line.draw(painter, QPointF(0, 0))
            self._underline(painter, line)

    def _draw_cut(self, painter: QPainter, layout: QTextLayout, line: QTextLine) -> None:
        font = self._make_font(400)
        words = layout.text()[line.textStart() : line.textStart() + line.textLength()].rstrip("\u2028 ") + "…"
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        painter.setFont(font)
        place = QRectF(0, line.y(), self.width(), self._height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), shown)

    def _underline(self, painter: QPainter, line: QTextLine) -> None:
        """A line of 2 px below shared words: that of a font is thinner and runs through the letters' tails."""
        begin, end = line.textStart(), line.textStart() + line.textLength()
        y = round(line.y() + line.ascent() + scaled(3))
        for start, stop in self._ranges:
            if start < end and stop > begin:
                left = _x(line, max(start, begin))
                right = _x(line, min(stop, end))
                place = QRectF(min(left, right), y, abs(right - left), max(2, scaled(2)))
                painter.fillRect(place, self._theme.color("warn"))

    def _height(self) -> int:
        return scaled(self._line)

    def _forget(self) -> None:
        self._layout = None
        self.updateGeometry()
        self.update()

    def _laid_out(self, width: int) -> QTextLayout:
        font = self._make_font(400)
        if self._layout is not None and self._width == width and self._layout.font() == font:
            return self._layout
        self._width = width
        to_qt = Utf16Map(self._text).to_qt
        layout = QTextLayout(self._text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats: list[QTextLayout.FormatRange] = []
        self._ranges = []
        for mark in self._marks:
            start, stop = to_qt(mark.start), to_qt(mark.end)
            looks = QTextCharFormat()
            looks.setForeground(self._theme.color(mark.token))
            if mark.is_shared:
                looks.setFont(self._make_font(600))
                self._ranges.append((start, stop))
            style = QTextLayout.FormatRange()
            style.start, style.length, style.format = start, stop - start, looks
            formats.append(style)
        layout.setFormats(formats)
        layout.beginLayout()
        y, height = 0.0, self._height()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, y + (height - line.height()) / 2))
            y += height
        layout.endLayout()
        self._layout = layout
        return layout


def _x(line: QTextLine, position: int) -> float:
    found = line.cursorToX(position)
    return float(found[0]) if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]


class TextLink(QAbstractButton):
    """Words that can be pressed, 12 px, underlined under the pointer; with `keys`, the key that does the same."""

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("own_focus", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        width = round(QFontMetricsF(ui_font(12, 500)).horizontalAdvance(self.text())) + scaled(8)
        return QSize(width, max(scaled(24), line_height(12, 500) + scaled(4)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = ui_font(12, 500)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(self._theme.color("acctext"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.hasFocus():
            rounded(painter, QRectF(self.rect()), SMALL_RADIUS, None, self._theme.color("accent"), 2)
