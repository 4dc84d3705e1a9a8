"""Breaking a quote into lines without a text layout: the width of each word is measured once per font."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui.theme import Theme, reading_font, scaled, ui_scale

ELLIPSIS = "…"


class QuoteLines:
    """Breaks text at spaces. The sizes (px at 100 % text) grow with the interface text, as lists do."""

    def __init__(self, make_font: Callable[[float], QFont], px: float, line: float) -> None:
        self._make_font, self._px, self._line = make_font, px, line
        self._measure()

    @property
    def height(self) -> float:
        """The height of a line in px."""
        return self._height

    def refresh(self) -> bool:
        """Measure anew when the interface text has another size; gives whether it has."""
        if ui_scale() == self._scale:
            return False
        self._measure()
        return True

    def _measure(self) -> None:
        self._scale = ui_scale()
        self.font = self._make_font(self._px)
        self._height = float(scaled(self._line))
        self._metrics = QFontMetricsF(self.font)
        self._space = self._metrics.horizontalAdvance(" ")
        self._widths: dict[str, float] = {}

    def broken(self, text: str, width: float, most: int) -> tuple[str, ...]:
        """The lines of `text` in `width` px, at most `most`; the last one then ends in an ellipsis."""
        self.refresh()
        lines: list[str] = []
        line: list[str] = []
        used = 0.0
        words = text.split(" ")
        for number, word in enumerate(words):
            size = self._widths.get(word)
            if size is None:
                size = self._widths[word] = self._metrics.horizontalAdvance(word)
            if line and used + self._space + size > width:
                if len(lines) == most - 1:
                    rest = " ".join((*line, *words[number : number + 12]))
                    lines.append(self._metrics.elidedText(rest + ELLIPSIS, Qt.TextElideMode.ElideRight, width))
                    return tuple(lines)
                lines.append(" ".join(line))
                line, used = [], 0.0
            used += size + (self._space if line else 0.0)
            line.append(word)
        lines.append(" ".join(line))
        # a single word may be wider than the line
        return tuple(self._metrics.elidedText(one, Qt.TextElideMode.ElideRight, width + 1) for one in lines)

    def draw(self, painter: QPainter, place: QRectF, lines: tuple[str, ...]) -> None:
        """Draw lines from the top of `place`, in the pen of the painter."""
        painter.setFont(self.font)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # of the words, not of the window
        for number, line in enumerate(lines):
            spot = QRectF(place.left(), place.top() + number * self.height, place.width(), self.height)
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), line)


def list_serif(px: float) -> QFont:
    """The reading face in a list or panel, `px` at 100 % interface text."""
    return reading_font(px * ui_scale())


class QuoteText(QWidget):
    """A quote in serif, between guillemets, cut after `most` lines; the whole quote is in the tooltip."""

    def __init__(
        self, theme: Theme, px: float = 14, line: float = 21, most: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._most, self._text = theme, most, ""
        self._lines = QuoteLines(list_serif, px, line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def text(self) -> str:
        """The quote as shown, with its guillemets."""
        return self._text

    def set_quote(self, quote: str) -> None:
        """Show a quote; paragraphs run on."""
        self._text = f"«{' '.join(quote.split())}»" if quote else ""
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def heightForWidth(self, width: int) -> int:
        return round(len(self._lines.broken(self._text, width, self._most)) * self._lines.height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theme.color("text"))
        lines = self._lines.broken(self._text, self.width(), self._most)
        self.setToolTip(self._text if lines and lines[-1].endswith(ELLIPSIS) else "")
        self._lines.draw(painter, QRectF(self.rect()), lines)
