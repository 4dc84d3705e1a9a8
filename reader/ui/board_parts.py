"""What rows of the questions board are made of: columns, and the signs of states, verdicts and fracties."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from reader.domain.model import Verdict
from reader.models.board_words import state_words
from reader.questions.board import State
from reader.ui.resources import paint_icon
from reader.ui.row_delegate import RowPainter, line_height
from reader.ui.style_parts import RADIUS, SMALL_RADIUS, rounded
from reader.ui.theme import Theme, scaled, ui_font

MARGIN, GAP = 18, 18  # px at 100 % text: beside the columns and between them
STATE_WIDTH, VERDICT_WIDTH = 146, 132
LEAST_TEXT = 190  # px of a text column below which question and answer stand under each other
TOP = 11  # px above the first line of a row
QUOTE, QUOTE_LINE = 14.5, 21  # px of quotes

STATE_SIGNS: dict[State, tuple[str, str]] = {  # icon and colour
    "confirmed": ("circle-check", "ok"),
    "suggested": ("circle-dashed", "acctext"),
    "several": ("circle-question-mark", "warn"),
    "nothing": ("ban", "err"),
    "open": ("circle-dot", "text2"),
}
_VERDICT_SIGNS = {
    "answered": ("check", "ok"),
    "partly": ("contrast", "warn"),
    "refused": ("ban", "err"),
    "refers": ("corner-down-right", "warn"),
    "postponed": ("clock", "warn"),
    "not": ("x", "err"),
}


def verdict_sign(verdict: Verdict | None) -> tuple[str, str]:
    """The icon and the colour of a verdict; of no verdict, and of one of the user's own."""
    if verdict is None:
        return "circle", "text2"
    return _VERDICT_SIGNS.get(verdict.name, ("scale", "text")) if verdict.builtin else ("scale", "text")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns begin and how wide they are, in px from the leading edge.

    `is_stacked`: the answer stands under the question, and the verdict under the state.
    """

    state: tuple[int, int]
    question: tuple[int, int]
    answer: tuple[int, int]
    verdict: tuple[int, int]
    is_stacked: bool

    @property
    def body(self) -> tuple[int, int]:
        """Question and answer together, up to the trailing margin."""
        end = max(self.answer[0] + self.answer[1], self.verdict[0] + self.verdict[1])
        return self.question[0], end - self.question[0]


def columns_of(width: int) -> Columns:
    """The columns of a board of `width` px."""
    margin, gap = scaled(MARGIN), scaled(GAP)
    state, verdict = scaled(STATE_WIDTH), scaled(VERDICT_WIDTH)
    left = margin + state + gap
    text = (width - left - 2 * gap - verdict - scaled(16)) // 2
    if text < scaled(LEAST_TEXT):
        text = max(scaled(80), width - left - scaled(16))
        return Columns((margin, state), (left, text), (left, text), (margin, verdict), True)
    second = left + text + gap
    return Columns((margin, state), (left, text), (second, text), (second + text + gap, verdict), False)


def meta_height() -> int:
    """The height of the line with fractie, number and place below a quote (px)."""
    return line_height(12) + scaled(5)


def chip_width(name: str) -> int:
    """The width of the chip of a fractie (px)."""
    return round(QFontMetricsF(ui_font(11, 600)).horizontalAdvance(name)) + scaled(12)


def paint_chip(painter: QPainter, place: QRectF, name: str, theme: Theme) -> None:
    """A fractie in a small frame that fills `place`."""
    rounded(painter, place, SMALL_RADIUS, None, theme.color("ctl"))
    painter.setFont(ui_font(11, 600))
    painter.setPen(theme.color("text2"))
    room = place.width() - scaled(8)
    shown = QFontMetricsF(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, room)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), shown)


def paint_state(row: RowPainter, columns: Columns, state: State, band: str) -> None:
    """The state of a question: sign and word, and below it how good its candidate is."""
    sign, token = STATE_SIGNS[state]
    paint_word(row, columns, sign, token, state_words(state))
    if band:
        x, width = columns.state
        indent, height = scaled(22), line_height(12)
        top = scaled(TOP) + scaled(QUOTE_LINE) + scaled(1)
        row.text(row.place(x + indent, top, width - indent, height), band, ui_font(12), "text2")


def paint_word(row: RowPainter, columns: Columns, sign: str, token: str, words: str) -> None:
    """A sign and a word in the first column."""
    x, width = columns.state
    side, indent, middle = scaled(16), scaled(22), scaled(TOP) + scaled(QUOTE_LINE) / 2
    row.icon(x, middle, sign, side, token)
    height = line_height(12, 500)
    row.text(row.place(x + indent, middle - height / 2, width - indent, height), words, ui_font(12, 500), token)


def paint_meta(row: RowPainter, x: int, y: float, width: int, fractie: str | None, words: str, sign: str = "") -> None:
    """Below a quote: the fractie's chip, the words beside it, and the sign of a note."""
    height = meta_height()
    if fractie:
        chip = min(chip_width(fractie), width)
        tall = line_height(11, 600) + scaled(3)
        paint_chip(row.painter, row.place(x, y + (height - tall) / 2, chip, tall), fractie, row.theme)
        x, width = x + chip + scaled(8), width - chip - scaled(8)
    font = ui_font(12)
    row.text(row.place(x, y, max(0, width), height), words, font, row.quiet)
    if sign:
        x += min(width, round(QFontMetricsF(font).horizontalAdvance(words)) + scaled(8))
        row.icon(x, y + height / 2, sign, scaled(14), "text2")


def verdict_height() -> int:
    """The height of the button with the verdict (px)."""
    return line_height(12, 500) + scaled(11)


def paint_verdict(
    painter: QPainter, place: QRectF, verdict: Verdict | None, words: str, theme: Theme, *, hovered: bool = False
) -> None:
    """The button with a verdict, which fills `place`."""
    sign, token = verdict_sign(verdict)
    rounded(painter, place, RADIUS, theme.color("hover" if hovered else "raised"), theme.color("ctl"))
    rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    inner = place.adjusted(scaled(9), 0, -scaled(9), 0)
    side, arrow = scaled(14), scaled(12)
    ends = [
        QRectF(inner.left(), inner.center().y() - side / 2, side, side),
        QRectF(inner.right() - arrow, inner.center().y() - arrow / 2, arrow, arrow),
    ]
    if rtl:
        ends[0].moveRight(inner.right())
        ends[1].moveLeft(inner.left())
    paint_icon(painter, ends[0], theme, sign, token)
    paint_icon(painter, ends[1], theme, "chevron-down", "text2")
    before, behind = side + scaled(6), arrow + scaled(4)
    room = inner.adjusted(behind if rtl else before, 0, -(before if rtl else behind), 0)
    painter.setFont(ui_font(12, 500))
    painter.setPen(theme.color(token))
    shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width() + 1)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
