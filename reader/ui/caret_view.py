"""A column of text with a caret that is always there, and a selection; both are kept as reading offsets."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.domain.model import Span
from reader.ui.accessible_text import tell_caret, tell_selection
from reader.ui.column_view import ColumnView
from reader.ui.page_painter import Shown
from reader.ui.theme import Theme


class CaretView(ColumnView):
    """Moves a caret and selects. Signals and public methods speak of source offsets unless they say otherwise."""

    selection_changed = Signal(object)  # Span or None
    selection_finished = Signal(object)  # the mouse or Shift was let go: Span or None
    caret_moved = Signal(int)
    focused = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.shown = Shown()
        self.caret_offset = 0  # reading offsets; the selection lies between the two
        self.selection_anchor = 0
        self.upstream = False  # the caret stands at the end of a line, not at the start of the next
        self.goal_x: float | None = None  # where the caret wants to be while it goes up and down
        self._selection: Span | None = None
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._on_blink)

    # caret and selection

    def caret(self) -> int:
        """The source offset of the caret."""
        return self.reading.source_offset(self.caret_offset)

    def set_caret(self, source_offset: int) -> None:
        """Put the caret at a source offset (or the nearest shown place behind it); nothing is selected then."""
        self.move_caret(self.reading.reading_offset(source_offset), reveal=False)

    def selection(self) -> Span | None:
        """The selected passage; None when nothing is selected."""
        return self._selection

    def selected_text(self) -> str:
        """The selected words as they are shown."""
        low, high = sorted((self.selection_anchor, self.caret_offset))
        return self.reading.text[low:high]

    def set_selection(self, span: Span) -> None:
        """Select a passage, with the caret at its end."""
        shown = self.reading.shown_span(span)
        if shown is not None:
            self.select_range(*shown)

    def select_range(self, start: int, end: int) -> None:
        """Select reading range start:end, with the caret at its end."""
        self.selection_anchor = start
        self.move_caret(end, extend=True, upstream=True, reveal=False)

    def clear_selection(self) -> None:
        if self._selection is not None or self.selection_anchor != self.caret_offset:
            self.move_caret(self.caret_offset, upstream=self.upstream, reveal=False)

    def select_all(self) -> None:
        self.selection_anchor = 0
        self.move_caret(len(self.reading.text), extend=True, reveal=False)

    def move_caret(
        self, offset: int, *, extend: bool = False, upstream: bool = False, keep_goal: bool = False, reveal: bool = True
    ) -> None:
        """Put the caret at a reading offset; `extend` selects up to there, `reveal` scrolls it into view."""
        offset = min(max(0, offset), len(self.reading.text))
        moved = offset != self.caret_offset
        before = (self.selection_anchor, self.caret_offset)
        self.caret_offset, self.upstream = offset, upstream
        if not extend:
            self.selection_anchor = offset
        if not keep_goal:
            self.goal_x = None
        self._take_selection()
        if before[0] != before[1] or self.selection_anchor != offset or not moved:
            self.viewport().update()
        else:
            self._update_caret_at(before[1])
        self._show_caret()
        if reveal:
            self.bring_into_view(offset)
        if moved:
            self._caret_was_moved(offset)
            tell_caret(self, offset)
            self.caret_moved.emit(self.caret())

    def _caret_was_moved(self, _offset: int) -> None:
        """For a view that says more about the place of the caret, a reading offset."""

    def _take_selection(self) -> None:
        low, high = sorted((self.selection_anchor, self.caret_offset))
        self.shown.selection = (low, high) if low < high else None
        words = self.reading.text[low:high]
        first, last = high - len(words.lstrip()), low + len(words.rstrip())  # a passage begins and ends with a word
        span = self.reading.source_span(first, last) if first < last else None
        span = span if span is not None and span.end > span.start else None
        if span != self._selection:
            self._selection = span
            tell_selection(self, low, high)
            self.selection_changed.emit(span)

    def copy(self) -> None:
        """Put the selected words on the clipboard, as they are shown."""
        if self._selection is not None:
            QGuiApplication.clipboard().setText(self.reading.quote(self._selection))

    def bring_into_view(self, start: int, end: int | None = None, *, slide: bool = False) -> None:
        """Scroll as little as needed for a caret; a passage out of view comes to a third of the height."""
        if not self.flow.count:
            return
        line, height = self.line_height_px(), self.viewport().height()
        first = self.flow.y_of(start)
        last = first if end is None else self.flow.y_of(max(start, end - 1))
        margin = min(line // 2, 12)
        if first >= margin and (last + line <= height - margin or (last - first > height / 2 and first < height / 2)):
            return
        if end is None and -2 * line < first < height + 2 * line:
            self.show_line(start, margin if first < margin else height - line - margin)
        else:
            self.show_line(start, height // 3, slide=slide)

    # caret

    def _show_caret(self) -> None:
        """Show the caret and let it blink on from now."""
        focus = self.hasFocus()
        self.shown.caret, self.shown.upstream = (self.caret_offset if focus else None), self.upstream
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if focus and flash > 0:
            self._blink.start(flash // 2)
        else:
            self._blink.stop()
        self._update_caret_at(self.caret_offset)

    def _on_blink(self) -> None:
        self.shown.caret = self.caret_offset if self.shown.caret is None else None
        self._update_caret_at(self.caret_offset)

    def caret_rect(self) -> QRectF:
        """The caret in the viewport."""
        return self.caret_rect_at(self.caret_offset, self.upstream)

    def caret_rect_at(self, offset: int, upstream: bool = False) -> QRectF:
        if not self.flow.count:
            return QRectF()
        paragraph, position = self.flow.locate(offset)
        for placed in self.flow.visible():
            if placed.paragraph == paragraph:
                line = placed.layout.line_at(position, upstream=upstream)
                x = placed.layout.x_of(position, line)
                return placed.layout.tint_rect(line, x - 1, x + 1).translated(placed.x, placed.y)
        return QRectF(self.flow.text_left, self.flow.y_of(offset), 2, self.line_height_px())

    def _update_caret_at(self, offset: int) -> None:
        for upstream in {self.upstream, self.shown.upstream, False}:
            rect = self.caret_rect_at(offset, upstream)
            self.viewport().update(rect.adjusted(-2, -2, 2, 2).toAlignedRect())

    def viewport_point(self, offset: int) -> QPointF:
        """The middle of the character at a reading offset, in the viewport."""
        rects = self.flow.rects(offset, offset + 1)
        return rects[0].center() if rects else self.caret_rect_at(offset).center()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_caret()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_caret()
