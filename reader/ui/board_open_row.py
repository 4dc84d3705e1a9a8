"""The chosen row of the questions board, opened: full texts, why a candidate is proposed, the note, and the acts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QWidget

from reader.models.board_items import QuestionItem
from reader.models.board_words import missing, reasons
from reader.questions.likeness import shared_places
from reader.questions.phrases import sentences_of
from reader.ui.board_buttons import ActButtons, PointerChips, VerdictButton
from reader.ui.board_content import OpenContent
from reader.ui.board_parts import (
    QUOTE,
    QUOTE_LINE,
    TOP,
    columns_of,
    meta_height,
    paint_meta,
    paint_state,
    paint_word,
    verdict_height,
)
from reader.ui.board_text import Mark, MarkedText, TextLink, marks_of
from reader.ui.note_field import NoteField
from reader.ui.row_delegate import RowPainter, line_height
from reader.ui.theme import Theme, reading_font, scaled, ui_font, ui_scale

MOST_LINES = 8  # of a text before it is cut
NOTE_MEASURE = 560  # px
CUT = "… "  # in place of what is left out before a text


@dataclass(slots=True)
class _Spots:
    """Where the painted parts are, in px from the top of the row."""

    question_meta: int = 0
    answer_top: int = 0
    answer_meta: int = 0
    why: int = 0
    note: int = 0


class OpenRow(QWidget):
    """Lies over its row in the view. It never takes the focus by itself: the keys act in the list."""

    act_requested = Signal(str)
    offer_chosen = Signal(int)
    pointer_clicked = Signal(str, object)  # id, QPoint on the screen
    height_changed = Signal()
    focus_left = Signal()  # what had the focus is no longer there

    def __init__(self, theme: Theme, note: NoteField, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content: OpenContent | None = None
        self._expanded: set[str] = set()
        self._spots = _Spots()
        self._heights: dict[int, int] = {}  # by width, until what is shown changes
        self._is_arranged = False
        self._list_has_focus = False
        self._is_noting = False
        self._question = MarkedText(theme, _serif, QUOTE_LINE, self)
        self._answer = MarkedText(theme, _serif, QUOTE_LINE, self)
        self._why = MarkedText(theme, _plain, 19, self)
        self._more_question = TextLink(theme, "", self)
        self._more_answer = TextLink(theme, "", self)
        self._chips = PointerChips(theme, self)
        self._chips.clicked.connect(self.pointer_clicked)
        self.note = note
        note.setParent(self)
        note.textChanged.connect(self._forget)
        self.verdict = VerdictButton(theme, self)
        self.buttons = ActButtons(theme, self)
        self.verdict.clicked.connect(self._on_verdict)
        self.buttons.act_requested.connect(self.act_requested)
        self.buttons.offer_chosen.connect(self.offer_chosen)
        self._more_question.clicked.connect(self._expand_question)
        self._more_answer.clicked.connect(self._expand_answer)
        theme.changed.connect(self._forget)

    @property
    def content(self) -> OpenContent | None:
        return self._content

    # -- what is shown -------------------------------------------------------------------------------------------------

    def show_content(self, content: OpenContent) -> None:
        """Show a row; what is expanded and the note being written stay while the row is the same."""
        before = self._content
        if before is not None and before == content:
            return
        if before is None or type(before.item) is not type(content.item) or before.item.id != content.item.id:
            self._expanded.clear()
            self._is_noting = False
        elif before.shown != content.shown:
            self._expanded.discard("answer")
        focus = QApplication.focusWidget()
        was_inside = focus is not None and focus is not self.note and self.isAncestorOf(focus)
        self._content = content
        self._fill()
        self._chips.show_chips(content.chips)
        self.buttons.show_acts(content)
        self.verdict.show_verdict(content.verdict)
        self.verdict.setVisible(content.is_question)
        self.note.show_note(content.note_uid, content.note)
        self._show_note()
        if was_inside and QApplication.focusWidget() is not focus:
            self.focus_left.emit()
        self._forget()
        self.update()

    def begin_note(self) -> None:
        """Show the field of the note, with the cursor in it."""
        self._is_noting = True
        self._show_note()
        self._forget()
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.note.moveCursor(self.note.textCursor().MoveOperation.End)

    def end_note(self) -> None:
        """The note is written; without words its field goes."""
        self._is_noting = False
        self._show_note()
        self._forget()

    def set_list_focus(self, has_focus: bool) -> None:
        """Whether the list has the focus: then the row has the frame."""
        if has_focus != self._list_has_focus:
            self._list_has_focus = has_focus
            self.update()

    def _show_note(self) -> None:
        wanted = self._is_noting or bool(self.note.toPlainText())
        shown = wanted and self._content is not None and self._content.is_question
        if not shown and self.note.hasFocus():
            self.focus_left.emit()
        self.note.setVisible(shown)

    def _fill(self) -> None:
        content = self._content
        assert content is not None
        item = content.item
        most = 0 if "question" in self._expanded else MOST_LINES
        places: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]] = ((), ())
        if isinstance(item, QuestionItem):
            question = item.row.question
            if content.offer is not None:
                words = shared_places(question.text, content.answer_text)
                places = (
                    [place for word in words for place in word.in_question],
                    [place for word in words for place in word.in_answer],
                )
            self._show_question(question.text, question.core, places[0], most)
        else:
            self._question.set_text("")
        most = 0 if "answer" in self._expanded else MOST_LINES
        self._answer.set_text(content.answer_text, marks_of(0, places[1]), most)
        self._fill_why(content)

    def _show_question(self, text: str, core: int, shared: Sequence[tuple[int, int]], most: int) -> None:
        """As much of the lead-in as fits in `most` lines with the asking itself, which is what one wants to read."""
        self._question.set_text(text, marks_of(core, shared), most)
        width = columns_of(self.width()).question[1]
        if not most or not core or not self._question.is_cut(width):
            return
        starts = [one.start for one in sentences_of(text) if 0 < one.start < core]
        for start in (*starts, core):
            cut = start - len(CUT)
            moved = [(begin - cut, end - cut) for begin, end in shared if begin >= start]
            self._question.set_text(CUT + text[start:], marks_of(core - cut, moved), most)
            if not self._question.is_cut(width):
                return

    def _fill_why(self, content: OpenContent) -> None:
        offer = content.offer
        if offer is not None and offer.candidate is not None and isinstance(content.item, QuestionItem):
            signals = offer.candidate.signals
            why = self.tr("Why: {reasons}.").format(reasons=", ".join(reasons(signals)))
            lacking = missing(signals, content.item.row.question, content.kind)
            if not lacking:
                self._why.set_text(why)
                return
            text = why + " " + self.tr("Missing: {what}.").format(what=", ".join(lacking))
            self._why.set_text(text, [Mark(len(why), len(text), "text2")])
        else:
            self._why.set_text(content.history, [Mark(0, len(content.history), "text2")])

    # -- places --------------------------------------------------------------------------------------------------------

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(width, move=False)
        return self._heights[width]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._content is not None and event.size().width() != event.oldSize().width():
            self._fill()
            self._heights.clear()
        self._is_arranged = False

    def arrange(self) -> None:
        """Put every part in its place, if that was not done."""
        if not self._is_arranged:
            self._is_arranged = True
            self._arrange(self.width(), move=True)

    def _forget(self) -> None:
        """What is shown changed, and with it perhaps the height."""
        self._heights.clear()
        self._is_arranged = False
        self.height_changed.emit()

    def _arrange(self, width: int, *, move: bool) -> int:
        """The height that is needed in `width` px; with `move` every part goes to its place."""
        if self._content is None:
            return 0
        columns, spots = columns_of(width), self._spots
        x, room = columns.question
        top = scaled(TOP)
        height = self._question.heightForWidth(room) or round(scaled(QUOTE_LINE))
        self._put(self._question, QRect(x, top, room, height), move)
        question_meta = top + height + scaled(4)
        self._put_more(self._more_question, self._question, (x, room), question_meta, move, "question")
        bottom = question_meta + meta_height()
        x, room = columns.answer
        answer_top = bottom + scaled(8) if columns.is_stacked else top
        height = self._answer.heightForWidth(room) or scaled(QUOTE_LINE)
        self._put(self._answer, QRect(x, answer_top, room, height), move)
        answer_meta = answer_top + height + scaled(4)
        self._put_more(self._more_answer, self._answer, (x, room), answer_meta, move, "answer")
        low = answer_meta + (meta_height() if self._content.answer_meta else 0)
        if not self._chips.isHidden():
            height = self._chips.heightForWidth(room)
            self._put(self._chips, QRect(x, low + scaled(4), room, height), move)
            low += height + scaled(8)
        bottom = max(bottom, low) + scaled(8)
        x, room = columns.body
        indent = scaled(22)
        why = bottom
        if self._why.text():
            height = self._why.heightForWidth(room - indent)
            self._put(self._why, QRect(x + indent, bottom, room - indent, height), move)
            bottom += height + scaled(8)
        note = bottom
        if not self.note.isHidden():
            measure = min(room - indent, scaled(NOTE_MEASURE))
            self.note.resize(measure, self.note.height())  # its height follows from its width
            height = self.note.height()
            self._put(self.note, QRect(x + indent, bottom, measure, height), move)
            bottom += height + scaled(8)
        height = self.buttons.heightForWidth(room)
        self._put(self.buttons, QRect(x, bottom, room, height), move)
        bottom += height + scaled(11)
        x, room = columns.verdict
        y = scaled(TOP) + (scaled(48) if columns.is_stacked else 0)
        self._put(self.verdict, QRect(x, y, room, verdict_height()), move)
        if move:
            spots.question_meta, spots.answer_top, spots.answer_meta = question_meta, answer_top, answer_meta
            spots.why, spots.note = why, note
            self._why.setVisible(bool(self._why.text()))
            self.update()
        return bottom

    def _put(self, part: QWidget, rect: QRect, move: bool) -> None:
        if move:
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))

    def _put_more(
        self, link: TextLink, text: MarkedText, column: tuple[int, int], y: int, move: bool, name: str
    ) -> None:
        if not move:
            return
        is_cut = text.is_cut(column[1]) or text.text().startswith(CUT)
        link.setVisible(is_cut or name in self._expanded)
        link.setText(self.tr("Show less") if name in self._expanded else self.tr("Show all"))
        size = link.sizeHint()
        corner = QPoint(column[0] + column[1] - size.width(), y + (meta_height() - size.height()) // 2)
        self._put(link, QRect(corner, size), True)

    # -- painting ------------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        content = self._content
        if content is None:
            return
        painter = QPainter(self)
        option = QStyleOptionViewItem()
        option.rect, option.direction = self.rect(), self.layoutDirection()
        option.state = QStyle.StateFlag.State_Selected
        if self._list_has_focus:
            option.state |= QStyle.StateFlag.State_HasFocus
        row = RowPainter(painter, option, self._theme)
        row.ground()
        columns, spots, item = columns_of(self.width()), self._spots, content.item
        x, width = columns.question
        if isinstance(item, QuestionItem):
            paint_state(row, columns, item.row.state, content.band)
            room = width - (self._more_question.width() if self._more_question.isVisible() else 0)
            paint_meta(row, x, spots.question_meta, room, item.row.question.fractie, content.question_meta)
        else:
            paint_word(row, columns, "corner-down-right", "text2", self.tr("Not linked"))
            words = self.tr("Answer without a question")
            row.text(row.place(x, scaled(TOP), width, scaled(QUOTE_LINE)), words, ui_font(13), "text2")
        x, width = columns.answer
        if not content.answer_text:
            place = row.place(x, spots.answer_top, width, scaled(QUOTE_LINE))
            row.text(place, content.no_answer, ui_font(13), "text2")
        else:
            room = width - (self._more_answer.width() if self._more_answer.isVisible() else 0)
            paint_meta(row, x, spots.answer_meta, room, None, content.answer_meta)
        x, _width = columns.body
        if self._why.text():
            sign = "eye" if content.offer is not None and content.offer.candidate is not None else "history"
            row.icon(x, spots.why + scaled(19) / 2, sign, scaled(15), "text2")
        if not self.note.isHidden():
            row.icon(x, spots.note + line_height(13) / 2 + scaled(6), "sticky-note", scaled(15), "text2")
        line = row.place(0, row.rect.height() - 1, row.rect.width(), 1)
        painter.fillRect(line, self._theme.color("line"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._forget()

    # -- what is pressed -----------------------------------------------------------------------------------------------

    def _expand_question(self) -> None:
        self._expand("question")

    def _expand_answer(self) -> None:
        self._expand("answer")

    def _expand(self, name: str) -> None:
        self._expanded ^= {name}
        self._fill()
        self._forget()

    def _on_verdict(self) -> None:
        self.act_requested.emit("verdict")


def _serif(weight: int) -> QFont:
    return reading_font(QUOTE * ui_scale(), weight)


def _plain(weight: int) -> QFont:
    return ui_font(13, weight)
