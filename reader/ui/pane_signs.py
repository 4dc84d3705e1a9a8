"""The signs in the head of a pane: its number, and whether it scrolls along with its neighbour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from reader.ui.resources import paint_icon
from reader.ui.theme import Theme, scaled, ui_font


class NumberBox(QLabel):
    """The number of a pane in a small box: solid in the active pane."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._active = False
        self.setFont(ui_font(11, 600))
        side = self.fontMetrics().height() + 2
        self.setFixedSize(side, side)

    def set(self, number: int, active: bool) -> None:
        self._active = active
        self.setText(str(number))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color
        painter.setPen(color("accent" if self._active else "ctl"))
        painter.setBrush(color("accent" if self._active else "page"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(color("onaccent" if self._active else "text2"))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class FollowSign(QWidget):
    """Says that a pane scrolls along with its neighbour: a sign and a word; the word goes where there is no room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._with_word = True
        self.setVisible(False)
        theme.changed.connect(self.update)

    def set(self, mode: str) -> None:
        """`mode`: "pairs", "here" or "off"."""
        words = {
            "pairs": self.tr("This pane follows its neighbour, from question to answer"),
            "here": self.tr("This pane scrolls along with the others"),
        }
        self.setToolTip(words.get(mode, ""))
        self.setAccessibleName(words.get(mode, ""))
        self.setVisible(mode in words)

    def set_with_word(self, with_word: bool) -> None:
        self._with_word = with_word
        self.updateGeometry()
        self.update()

    def whole_width(self) -> int:
        """The width with the word, px."""
        return scaled(14 + 6) + round(QFontMetricsF(ui_font(12, 500)).horizontalAdvance(self._word())) + 1

    def sizeHint(self) -> QSize:
        return QSize(self.whole_width() if self._with_word else scaled(14), scaled(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(14), scaled(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, side = QPainter(self), scaled(14)
        sign = QRectF(0, (self.height() - side) / 2, side, side)
        paint_icon(painter, sign, self._theme, "arrow-down-up", "acctext")
        if self._with_word:
            painter.setFont(ui_font(12, 500))
            painter.setPen(self._theme.color("acctext"))
            words = self.rect().adjusted(side + scaled(6), 0, 0, 0)
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._word())

    def _word(self) -> str:
        return self.tr("follows")
