"""Popups of the questions board: the pairs that are accepted together, and the place where a unit is cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.buttons import CommandButton, PrimaryButton
from reader.ui.labels import TokenLabel
from reader.ui.popups import PopupFrame, screen_at
from reader.ui.quote_lines import QuoteLines, list_serif
from reader.ui.resources import paint_icon
from reader.ui.row_delegate import ground_palette
from reader.ui.style_parts import SMALL_RADIUS, rounded
from reader.ui.theme import Theme, scaled

PAIRS_WIDTH, SPLIT_WIDTH = 760, 520  # px
MOST_HEIGHT = 380  # px of the list


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and its proposed answer, as one line each."""

    question: str
    answer: str


class _Area(QScrollArea):
    """Leaves the arrow keys to the popup."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


class _ListPopup(PopupFrame):
    """A title, buttons below each other that the arrow keys walk through, and a row of buttons at the end."""

    def __init__(self, theme: Theme, parent: QWidget | None, width: int) -> None:
        super().__init__(theme, parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rows: list[QAbstractButton] = []
        self._title = TokenLabel(theme, "", "text", 13, 600)
        self._inner = QWidget()
        self._list = QVBoxLayout(self._inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._area = _Area()
        self._area.setWidget(self._inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setPalette(ground_palette(theme, "raised"))
        self._inner.setPalette(ground_palette(theme, "raised"))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(scaled(14), scaled(12), scaled(14), scaled(12))
        self.column.setSpacing(scaled(8))
        self.column.addWidget(self._title)
        self.column.addWidget(self._area)
        self.setFixedWidth(scaled(width))

    def set_title(self, title: str) -> None:
        """What the popup asks."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def add_row(self, row: QAbstractButton) -> None:
        """Put a row at the end of the list."""
        self.rows.append(row)
        self._list.addWidget(row)

    def show_near(self, lines: QRect) -> None:
        """Open below a place on the screen, the first row that can be chosen focused."""
        screen = screen_at(lines.center())
        self.setFixedWidth(min(self.width(), screen.width() - scaled(16)))
        most = min(scaled(MOST_HEIGHT), screen.height() - scaled(160))
        room = self.width() - scaled(28)
        if sum(row.heightForWidth(room) for row in self.rows) > most:
            room -= self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        for row in self.rows:  # a scroll area asks for no height for a width
            row.setFixedHeight(row.heightForWidth(room))
        self._area.setFixedHeight(min(most, sum(row.height() for row in self.rows)))
        self.put_near(lines)
        self.show()
        first = next((row for row in self.rows if row.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        able = [row for row in self.rows if row.isEnabled()]
        focused = next((place for place, row in enumerate(able) if row.hasFocus()), None)
        if able:
            wanted = able[0 if focused is None else min(max(0, focused + step), len(able) - 1)]
            wanted.setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(wanted, 0, scaled(4))


class PairsPopup(_ListPopup):
    """The pairs of a group that would be accepted, all ticked. Space unticks one, Enter accepts, Esc closes."""

    accepted = Signal(list)  # the numbers of the pairs that are ticked

    def __init__(self, theme: Theme, pairs: Sequence[Pair], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, PAIRS_WIDTH)
        self.set_title(self.tr("Accept these answers with strong candidates?"))
        for pair in pairs:
            row = _PairRow(theme, pair)
            row.toggled.connect(self._count)
            self.add_row(row)
        self._accept = PrimaryButton(theme, "", icon_name="check", keys="Enter")
        cancel = CommandButton(theme, self.tr("Cancel"), keys="Esc")
        self._accept.clicked.connect(self._on_accept)
        cancel.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setSpacing(scaled(8))
        buttons.addWidget(self._accept)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self._count()

    def ticked(self) -> list[int]:
        """The numbers of the pairs that are ticked."""
        return [number for number, row in enumerate(self.rows) if row.isChecked()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        on_button = isinstance(focused, CommandButton) and focused is not self._accept
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not on_button:
            self._on_accept()
        else:
            super().keyPressEvent(event)

    def _count(self) -> None:
        count = len(self.ticked())
        words = self.tr("Accept 1 answer") if count == 1 else self.tr("Accept {count} answers").format(count=count)
        self._accept.setText(words)
        self._accept.setEnabled(count > 0)
        self._accept.updateGeometry()

    def _on_accept(self) -> None:
        ticked = self.ticked()
        if ticked:
            self.close()
            self.accepted.emit(ticked)


class _PairRow(QAbstractButton):
    """A box to tick, the question, an arrow, its answer; each on one line."""

    def __init__(self, theme: Theme, pair: Pair) -> None:
        super().__init__()
        self._theme, self._pair = theme, pair
        self._lines = QuoteLines(list_serif, 14, 21)
        self.setCheckable(True)
        self.setChecked(True)
        self.setProperty("own_focus", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{pair.question} → {pair.answer}")
        self.setToolTip(f"{pair.question[:300]}\n\n→ {pair.answer[:300]}")

    def sizeHint(self) -> QSize:
        return QSize(scaled(300), self.heightForWidth(scaled(300)))

    def heightForWidth(self, _width: int) -> int:
        return round(self._lines.height) + scaled(10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore() if event.key() != Qt.Key.Key_Space else super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect = self._theme, QPainter(self), QRectF(self.rect())
        _row_ground(painter, self, theme)
        side, middle = scaled(16), rect.center().y()
        option = QStyleOptionButton()
        option.initFrom(self)
        option.rect = QRect(scaled(6), round(middle - side / 2), side, side)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        option.state |= QStyle.StateFlag.State_On if self.isChecked() else QStyle.StateFlag.State_Off
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, option, painter, self)
        left = scaled(32)
        half = (rect.width() - left - scaled(34)) / 2
        painter.setPen(theme.color("text" if self.isChecked() else "text2"))
        top = middle - self._lines.height / 2
        for x, words in ((left, self._pair.question), (left + half + scaled(26), self._pair.answer)):
            self._lines.draw(painter, QRectF(x, top, half, 0), self._lines.broken(words[:300], half, 1))
        arrow = QRectF(left + half + scaled(6), middle - scaled(7), scaled(14), scaled(14))
        paint_icon(painter, arrow, theme, "arrow-right", "text2")


class SplitPopup(_ListPopup):
    """The sentences of a unit; the one that is chosen begins the second part. Arrows walk, Enter or a click chooses."""

    chosen = Signal(int)  # the number of the sentence that begins the second part

    def __init__(self, theme: Theme, sentences: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, SPLIT_WIDTH)
        self.set_title(self.tr("With which sentence does the second part begin?"))
        for number, sentence in enumerate(sentences):
            row = _SentenceRow(theme, sentence)
            row.setEnabled(number > 0)
            row.clicked.connect(self._on_clicked)
            self.add_row(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, _SentenceRow):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, _SentenceRow):
            self.close()
            self.chosen.emit(self.rows.index(row))


class _SentenceRow(QAbstractButton):
    """A sentence; where it has the focus or the pointer, a line above it shows the cut."""

    def __init__(self, theme: Theme, sentence: str) -> None:
        super().__init__()
        self._theme = theme
        self._lines = QuoteLines(list_serif, 14, 21)
        self.setText(" ".join(sentence.split()))
        self.setProperty("own_focus", True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.text())

    def sizeHint(self) -> QSize:
        return QSize(scaled(300), self.heightForWidth(max(self.width(), scaled(300))))

    def heightForWidth(self, width: int) -> int:
        return round(len(self._broken(width)) * self._lines.height) + scaled(12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore() if event.key() != Qt.Key.Key_Space else super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, rect = self._theme, QPainter(self), QRectF(self.rect())
        if self.isEnabled() and (self.hasFocus() or self.underMouse()):
            painter.fillRect(QRectF(0, 0, rect.width(), scaled(2)), theme.color("accent"))
            painter.fillRect(rect.adjusted(0, scaled(2), 0, 0), theme.color("accsoft"))
        painter.setPen(theme.color("text" if self.isEnabled() else "text2"))
        place = QRectF(scaled(8), scaled(6), rect.width() - scaled(16), 0)
        self._lines.draw(painter, place, self._broken(self.width()))

    def _broken(self, width: int) -> tuple[str, ...]:
        return self._lines.broken(self.text(), width - scaled(16), 6)


def _row_ground(painter: QPainter, row: QAbstractButton, theme: Theme) -> None:
    rect = QRectF(row.rect())
    if row.underMouse():
        rounded(painter, rect, SMALL_RADIUS, theme.color("hover"))
    if row.hasFocus():
        rounded(painter, rect, SMALL_RADIUS, None, theme.color("accent"), 2)
