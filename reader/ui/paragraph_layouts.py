"""Laid-out paragraphs: one QTextLayout each, positions in code points outside and UTF-16 only at the call of Qt."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from reader.text.offsets import Utf16Map
from reader.ui.paragraph_facts import Facts
from reader.ui.paragraph_styles import UI_FAMILIES, ParagraphStyle

KEPT = 600  # laid-out paragraphs
TINT_ABOVE, TINT_HEIGHT = 0.93, 1.24  # em: where the ground of a mark begins above the baseline, and how high it is
SMALLEST_WIDTH = 80.0  # px of text; narrower panes are cut off at the right


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a paragraph: code points start:end, px from the paragraph's top left."""

    start: int
    end: int
    x: float
    top: float
    right: float
    baseline: float


class ParagraphLayout:
    """One paragraph laid out at a width. Its origin is the top left of its first line; `height` has the spaces too."""

    def __init__(
        self, text: str, style: ParagraphStyle, facts: Facts, width: float, option: QTextOption, marker_colour: QColor
    ) -> None:
        self.text, self.style, self.facts = text, style, facts
        self._map = Utf16Map(text)
        self._layout = QTextLayout(text, style.font)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        if facts.notes:
            self._raise_markers(marker_colour)
        self.lines = self._break_lines(max(SMALLEST_WIDTH, width))
        self.text_height = len(self.lines) * style.line
        self.height = style.before + self.text_height + style.after
        self.painted: dict[str, object] = {}  # what painters worked out for this layout, until marks change

    def _raise_markers(self, colour: QColor) -> None:
        ranges = []
        for start, end, _ in self.facts.notes:
            form = QTextCharFormat()
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            form.setForeground(colour)
            form.setFontFamilies(UI_FAMILIES)
            form.setFontWeight(QFont.Weight.Medium)
            form.setFontItalic(False)
            marker = QTextLayout.FormatRange()
            marker.start, marker.length = self._map.to_qt(start), self._map.to_qt(end) - self._map.to_qt(start)
            marker.format = form
            ranges.append(marker)
        self._layout.setFormats(ranges)

    def _break_lines(self, width: float) -> tuple[Line, ...]:
        style, layout = self.style, self._layout
        first, others = float(style.indent), float(style.indent + style.turned)
        if style.hanging is not None and (marker := style.hanging.match(self.text)) is not None:
            advance = QFontMetricsF(style.font).horizontalAdvance(marker.group())
            others += min(advance, width / 3)
        lines: list[Line] = []
        top = 0.0
        to_python = self._map.to_python
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            x = others if lines else first
            line.setLineWidth(width - x)
            # markers and characters of other fonts keep the baseline
            line.setPosition(QPointF(x, top + style.ascent - line.ascent()))
            start = line.textStart()
            end = start + line.textLength()
            right = x + line.naturalTextWidth()
            lines.append(Line(to_python(start), to_python(end), x, top, right, top + style.ascent))
            top += style.line
        layout.endLayout()
        return tuple(lines)

    # places

    def line_at(self, position: int, *, upstream: bool = False) -> int:
        """The number of the line that holds `position`; at a line break the lower one, the upper one if `upstream`."""
        low, high = 0, len(self.lines) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.lines[middle].start <= position:
                low = middle
            else:
                high = middle - 1
        if upstream and low > 0 and self.lines[low].start == position:
            return low - 1
        return low

    def x_of(self, position: int, line: int) -> float:
        """The x of the caret before `position` on a line."""
        result = self._layout.lineAt(line).cursorToX(self._map.to_qt(position))
        return float(result[0]) if isinstance(result, tuple) else float(result)  # type: ignore[arg-type]

    def position_at(self, x: float, line: int) -> int:
        """The caret position nearest to `x` on a line; never behind the line's own last character."""
        position = self._map.to_python(self._layout.lineAt(line).xToCursor(x))
        return min(max(position, self.lines[line].start), self.lines[line].end)

    def character_at(self, x: float, line: int) -> int | None:
        """The character under `x` on a line; None beside the text."""
        there = self.lines[line]
        if not there.x <= x < there.right or there.start == there.end:
            return None
        nearest = self.position_at(x, line)
        return max(there.start, nearest - 1) if nearest > there.start and self.x_of(nearest, line) > x else nearest

    def line_below(self, y: float) -> int:
        """The number of the line at height `y`; the first or last one outside the text."""
        return min(max(0, int(y // self.style.line)), len(self.lines) - 1)

    def next_position(self, position: int) -> int:
        """The next place for the caret; a character with its accents is one step."""
        return self._map.to_python(self._layout.nextCursorPosition(self._map.to_qt(position)))

    def previous_position(self, position: int) -> int:
        return self._map.to_python(self._layout.previousCursorPosition(self._map.to_qt(position)))

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, float, float]]:
        """Line number, left and right x of the text start:end, per line; spaces at a line break do not stand out."""
        if end <= start:
            return
        first, last = self.line_at(start), self.line_at(end - 1)
        for number in range(first, last + 1):
            line = self.lines[number]
            left = self.x_of(start, number) if number == first else line.x
            right = min(self.x_of(end, number), max(line.right, left)) if number == last else line.right
            if right > left:
                yield number, left, right

    def tint_rect(self, number: int, left: float, right: float) -> QRectF:
        """The ground of a mark on a line."""
        em = self.style.em
        top = round(self.lines[number].baseline - TINT_ABOVE * em)
        return QRectF(left, top, right - left, round(TINT_HEIGHT * em))

    # paint

    def draw(self, painter: QPainter, origin: QPointF, clip: QRectF) -> None:
        """Draw the letters; the painter's pen gives the colour."""
        self._layout.draw(painter, origin, [], clip)

    def draw_caret(self, painter: QPainter, origin: QPointF, position: int, line: int) -> None:
        """Draw the caret, 1.5 px wide, in the pen's colour."""
        rect = self.tint_rect(line, 0, 0)
        x = origin.x() + self.x_of(position, line)
        painter.fillRect(QRectF(x - 0.75, origin.y() + rect.top(), 1.5, rect.height()), painter.pen().color())


class Layouts:
    """The paragraphs that were laid out last, at most KEPT of them."""

    def __init__(self, make: Callable[[int], ParagraphLayout]) -> None:
        self._make = make
        self._kept: OrderedDict[int, ParagraphLayout] = OrderedDict()

    def __getitem__(self, paragraph: int) -> ParagraphLayout:
        found = self._kept.get(paragraph)
        if found is None:
            found = self._kept[paragraph] = self._make(paragraph)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(paragraph)
        return found

    def __len__(self) -> int:
        return len(self._kept)

    def known(self, paragraph: int) -> ParagraphLayout | None:
        """The layout of a paragraph if it is there already."""
        return self._kept.get(paragraph)

    def clear(self) -> None:
        self._kept.clear()

    def numbers(self) -> list[int]:
        """The paragraphs that are laid out now."""
        return list(self._kept)

    def forget_painted(self, paragraphs: Iterable[int] | None = None) -> None:
        """Marks changed: let the painters work these paragraphs out anew (None: all)."""
        for paragraph in self._kept if paragraphs is None else paragraphs:
            layout = self._kept.get(paragraph)
            if layout is not None:
                layout.painted.clear()


def text_option() -> QTextOption:
    """Ragged right, broken between words, and inside one that is wider than a line."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft)
    option.setUseDesignMetrics(True)
    return option
