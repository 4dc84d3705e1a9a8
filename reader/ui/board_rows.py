"""How the rows of the questions board look: heads, blocks without answers, questions, answers left over."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QAbstractItemView, QStyle

from reader.models.board_items import GroupItem, Item, LooseItem, QuestionItem, SectionItem
from reader.models.board_rows import BoardRows
from reader.models.board_texts import no_section
from reader.models.board_words import verdict_words
from reader.ui.board_parts import (
    MARGIN,
    QUOTE,
    QUOTE_LINE,
    TOP,
    Columns,
    chip_width,
    columns_of,
    meta_height,
    paint_chip,
    paint_meta,
    paint_state,
    paint_verdict,
    paint_word,
    verdict_height,
)
from reader.ui.quote_lines import QuoteLines, list_serif
from reader.ui.resources import paint_icon
from reader.ui.row_delegate import Index, RowDelegate, RowPainter, line_height
from reader.ui.style_parts import RADIUS, rounded
from reader.ui.theme import Theme, figures, scaled, ui_font

Part = Literal["", "verdict", "accept-all", "place", "fold"]
LINES = 2  # of a quote


class BoardDelegate(RowDelegate):
    """Rows of one height per kind. `hot` is the part under the pointer; `open_row` is drawn by a widget of its own."""

    def __init__(self, theme: Theme, view: QAbstractItemView, model: BoardRows) -> None:
        super().__init__(theme, view)
        self._model = model
        self._quotes = QuoteLines(list_serif, QUOTE, QUOTE_LINE)
        self._broken: dict[tuple[str, float], tuple[str, ...]] = {}
        self.hot: tuple[int, Part] = (-1, "")
        self.open_row = -1
        self.open_height = 0

    # -- heights -------------------------------------------------------------------------------------------------------

    def row_height(self, index: Index) -> int:
        return self._height(index.row())

    def estimates(self) -> list[int]:
        """The heights of all rows (px); they are exact."""
        if self._quotes.refresh():
            self._broken.clear()
        question = self._question_height()
        section, group, block = self._head_heights()
        heights = []
        for item in self._model.items():
            if isinstance(item, SectionItem):
                heights.append(section)
            elif isinstance(item, GroupItem):
                heights.append(block if item.has_no_answers else group)
            else:
                heights.append(question)
        if 0 <= self.open_row < len(heights):
            heights[self.open_row] = self.open_height
        return heights

    def _height(self, row: int) -> int:
        if row == self.open_row:
            return self.open_height
        item = self._model.item(row)
        section, group, block = self._head_heights()
        if isinstance(item, SectionItem):
            return section
        if isinstance(item, GroupItem):
            return block if item.has_no_answers else group
        return self._question_height()

    def _head_heights(self) -> tuple[int, int, int]:
        line = line_height(13)
        return line + scaled(18), line + scaled(20), line + scaled(20)

    def _question_height(self) -> int:
        quote = round(LINES * self._quotes.height) + scaled(4) + meta_height()
        stacked = self._columns().is_stacked
        return scaled(TOP) + quote * (2 if stacked else 1) + (scaled(8) if stacked else 0) + scaled(8)

    def _columns(self) -> Columns:
        return columns_of(self.view.viewport().width())

    # -- parts that can be pressed -------------------------------------------------------------------------------------

    def part_rect(self, item: Item, rect: QRect, part: Part) -> QRect:
        """Where a part of a row is, an empty rectangle when the row has no such part."""
        place = QRect()
        if part == "verdict" and isinstance(item, QuestionItem):
            columns = self._columns()
            x, width = columns.verdict
            y = scaled(TOP) + (scaled(48) if columns.is_stacked else 0)
            place = QRect(x, y, width, verdict_height())
        elif part in ("accept-all", "place") and isinstance(item, GroupItem):
            wanted = item.has_no_answers if part == "place" else item.strong > 0
            if wanted:
                width = self._button_width(item)
                height = scaled(26)
                place = QRect(rect.width() - scaled(16) - width, (rect.height() - height) // 2, width, height)
        elif part == "fold" and isinstance(item, SectionItem | GroupItem):
            place = QRect(0, 0, scaled(32), rect.height())
        if place.isNull():
            return place
        return QStyle.visualRect(self.view.layoutDirection(), rect, place.translated(rect.topLeft()))

    def _button_words(self, item: GroupItem) -> str:
        return self.tr("Show place") if item.has_no_answers else self.tr("Accept all strong")

    def _button_width(self, item: GroupItem) -> int:
        words = QFontMetricsF(ui_font(12, 500)).horizontalAdvance(self._button_words(item))
        return round(words) + (scaled(20) if item.has_no_answers else scaled(16 + 8 + 20))

    # -- painting ------------------------------------------------------------------------------------------------------

    def paint_row(self, row: RowPainter, index: Index) -> None:
        number = index.row()
        if number == self.open_row:
            return
        row.painter.setLayoutDirection(self.view.layoutDirection())
        item = self._model.item(number)
        hot = self.hot[1] if self.hot[0] == number else ""
        if isinstance(item, SectionItem):
            self._paint_section(row, item)
        elif isinstance(item, GroupItem):
            self._paint_group(row, item, hot)
        elif isinstance(item, QuestionItem):
            self._paint_question(row, item, hot)
        else:
            self._paint_loose(row, item)
        row.painter.fillRect(row.place(0, row.rect.height() - 1, row.rect.width(), 1), self.theme.color("line"))

    def _head_ground(self, row: RowPainter, token: str) -> None:
        if not row.selected:
            row.painter.fillRect(row.rect, self.theme.color(token))
        row.ground()

    def _paint_chevron(self, row: RowPainter, is_folded: bool) -> None:
        closed = "chevron-left" if self.view.layoutDirection() == Qt.LayoutDirection.RightToLeft else "chevron-right"
        row.icon(scaled(MARGIN - 4), row.rect.height() / 2, closed if is_folded else "chevron-down", scaled(13))

    def _paint_section(self, row: RowPainter, item: SectionItem) -> None:
        self._head_ground(row, "window")
        self._paint_chevron(row, item.is_folded)
        height, x = row.rect.height(), scaled(MARGIN + 16)
        counts = self._model.texts.section_counts(item)
        room = round(QFontMetricsF(_small()).horizontalAdvance(counts)) + 2
        end = row.rect.width() - scaled(16)
        row.text(row.place(end - room, 0, room, height), counts, _small(), "text2", trailing=True)
        end -= room + scaled(16)
        if item.number:
            font = ui_font(13, 600)
            width = round(QFontMetricsF(font).horizontalAdvance(item.number)) + 2
            row.text(row.place(x, 0, width, height), item.number, font, "text")
            x += width + scaled(8)
        font, token = (ui_font(13), "text2") if item.number else (ui_font(13, 600), "text")
        row.text(row.place(x, 0, max(0, end - x), height), item.title or no_section(), font, token)

    def _paint_group(self, row: RowPainter, item: GroupItem, hot: str) -> None:
        self._head_ground(row, "errsoft" if item.has_no_answers else "side")
        self._paint_chevron(row, item.is_folded)
        height, x = row.rect.height(), scaled(MARGIN + 16)
        if item.fractie:
            chip, tall = chip_width(item.fractie), line_height(11, 600) + scaled(3)
            paint_chip(row.painter, row.place(x, (height - tall) / 2, chip, tall), item.fractie, self.theme)
            x += chip + scaled(8)
        end = row.rect.width() - scaled(16)
        part: Part = "place" if item.has_no_answers else "accept-all"
        button = self.part_rect(item, row.rect, part)
        if not button.isNull():
            end -= button.width() + scaled(12)
            self._paint_button(row, QRectF(button), item, hovered=hot == part)
        if item.has_no_answers:
            font = ui_font(13, 600)
            words = self.tr("No answer block.")
            width = min(round(QFontMetricsF(font).horizontalAdvance(words)) + 2, max(0, end - x))
            row.text(row.place(x, 0, width, height), words, font, "text")
            x += width + scaled(5)
        token = "text" if item.has_no_answers else "text2"
        words = self._model.texts.group_words(item)
        row.text(row.place(x, 0, max(0, end - x), height), words, figures(ui_font(13)), token)

    def _paint_button(self, row: RowPainter, place: QRectF, item: GroupItem, *, hovered: bool) -> None:
        if item.has_no_answers:
            rounded(
                row.painter, place, RADIUS, self.theme.color("hover" if hovered else "raised"), self.theme.color("ctl")
            )
        elif hovered:
            rounded(row.painter, place, RADIUS, self.theme.color("hover"))
        inner = place.adjusted(scaled(10), 0, -scaled(10), 0)
        if not item.has_no_answers:
            side = scaled(16)
            sign = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
            if self.view.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                sign.moveRight(inner.right())
                inner.adjust(0, 0, -side - scaled(8), 0)
            else:
                inner.adjust(side + scaled(8), 0, 0, 0)
            paint_icon(row.painter, sign, self.theme, "check", "text2")
        token = "text" if item.has_no_answers else "text2"
        row.text(inner, self._button_words(item), ui_font(12, 500), token)

    def _paint_question(self, row: RowPainter, item: QuestionItem, hot: str) -> None:
        texts, columns = self._model.texts, self._columns()
        paint_state(row, columns, item.row.state, texts.band(item))
        bottom = self._paint_quote(row, columns.question, scaled(TOP), texts.question_quote(item.row.question))
        x, width = columns.question
        has_note = item.row.decision is not None and bool(item.row.decision.note)
        sign = "sticky-note" if has_note else ""
        paint_meta(row, x, bottom, width, item.row.question.fractie, texts.question_meta(item), sign)
        self._paint_answer(row, item, columns)
        verdict = texts.verdict(item)
        words = verdict_words(verdict) if verdict is not None else self.tr("set verdict")
        place = QRectF(self.part_rect(item, row.rect, "verdict"))
        paint_verdict(row.painter, place, verdict, words, self.theme, hovered=hot == "verdict")

    def _paint_answer(self, row: RowPainter, item: QuestionItem, columns: Columns) -> None:
        texts, offers = self._model.texts, item.offers
        top = scaled(TOP)
        if columns.is_stacked:
            top += round(LINES * self._quotes.height) + scaled(4) + meta_height() + scaled(8)
        x, width = columns.answer
        if not offers or (item.row.state in ("nothing", "open") and not item.row.links):
            height = round(self._quotes.height)
            row.text(row.place(x, top, width, height), texts.no_answer(), ui_font(13), "text2")
            return
        bottom = self._paint_quote(row, columns.answer, top, texts.answer_text(offers[0]))
        words = texts.answer_meta(offers[0])
        if len(item.row.links) > 1:
            words += f" · +{len(item.row.links) - 1}"
        paint_meta(row, x, bottom, width, None, words)

    def _paint_loose(self, row: RowPainter, item: LooseItem) -> None:
        texts, columns = self._model.texts, self._columns()
        words = self.tr("Not linked")
        paint_word(row, columns, "corner-down-right", "text2", words)
        x, width = columns.question
        height = round(self._quotes.height)
        words = self.tr("Answer without a question")
        row.text(row.place(x, scaled(TOP), width, height), words, ui_font(13), "text2")
        top = scaled(TOP)
        if columns.is_stacked:
            top += height + scaled(4)
        bottom = self._paint_quote(row, columns.answer, top, item.answer.text)
        paint_meta(row, columns.answer[0], bottom, columns.answer[1], None, texts.loose_meta(item.answer))

    def _paint_quote(self, row: RowPainter, column: tuple[int, int], top: int, text: str) -> int:
        """Draw a quote in a column; gives where the line below it begins, in px from the top of the row."""
        x, width = column
        key = (text, width)
        lines = self._broken.get(key)
        if lines is None:
            lines = self._broken[key] = self._quotes.broken(" ".join(text[:600].split()), width, LINES)
        row.painter.setPen(self.theme.color("text"))
        self._quotes.draw(row.painter, row.place(x, top, width, 0), lines)
        return top + round(len(lines) * self._quotes.height) + scaled(4)


def _small() -> QFont:
    return figures(ui_font(12))
