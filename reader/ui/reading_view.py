"""The reading view: a paper with its marks and search hits, which one reads, selects in and points at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from reader.domain.model import Highlight, Span
from reader.models.highlights import DocumentMarks, touched_paragraphs
from reader.text.reading import ReadingText
from reader.text.structure import Page
from reader.ui.page_painter import PagePainter, Shown
from reader.ui.reading_keys import handle_key, wants_key
from reader.ui.reading_mouse import ReadingMouse
from reader.ui.reading_notes import ReadingNotes
from reader.ui.text_search import find_in
from reader.ui.theme import Theme
from reader.ui.unit_view import UnitView

FRAME_MS, FRAME_MS_REDUCED = 600, 2000  # how long the frame around a passage that was jumped to is shown


class ReadingView(UnitView):
    """A text with its marks. All positions in signals and methods are source offsets in code points."""

    chosen_changed = Signal(str)  # uid of a highlight, "" for none
    highlight_activated = Signal(str)
    link_sign_clicked = Signal(str)
    note_sign_clicked = Signal(str)
    reference_activated = Signal(object)  # Reference
    ends_changed = Signal(str, object)  # uid of a highlight, Span
    passage_dragged = Signal()  # the selection, else the chosen highlight
    context_menu_requested = Signal(QPoint)
    marks_changed = Signal(object)  # source spans that look different, None for all
    hits_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.marks: DocumentMarks | None = None
        self.hits: list[Span] = []
        self.changes: list[Span] = []  # what differs from another version that stands beside this one
        self.painter = PagePainter(theme, self.page_name)
        self.notes = ReadingNotes(self)
        self.mouse = ReadingMouse(self)
        self._frame_timer = QTimer(self, singleShot=True)
        self._frame_timer.timeout.connect(self._end_frame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    # the text

    def set_document(self, reading: ReadingText, marks: DocumentMarks | None) -> None:
        """Show a text with its marks from its start."""
        if self.marks is not None:
            self.marks.changed.disconnect(self._on_marks_changed)
        self.marks = marks
        if marks is not None:
            marks.changed.connect(self._on_marks_changed)
        had_chosen, had_selection = self.shown.chosen, self._selection
        self.shown = Shown()
        self._forget_units()
        self.hits, self.changes = [], []
        self.caret_offset = self.selection_anchor = 0
        self._selection, self.goal_x, self.upstream = None, None, False
        self._show_reading(reading)
        self.mouse.forget()
        self.reading_changed.emit()
        self.hits_changed.emit()
        if had_chosen:
            self.chosen_changed.emit("")
        if had_selection is not None:
            self.selection_changed.emit(None)
        self._show_caret()
        self.scrolled.emit()

    def set_reading(self, reading: ReadingText) -> None:
        """Show the same text in another form, at the same place, with the same caret, selection and hits."""
        position, caret, selection, hits = self.position(), self.caret(), self._selection, self.hits
        current = self.shown.current_hit
        current_span = self.reading.source_span(*current) if current is not None else None
        self._show_reading(reading)
        self.set_position(position)
        self.caret_offset = self.selection_anchor = reading.reading_offset(caret)
        if selection is not None:
            self.set_selection(selection)
        self.set_hits(hits, hits.index(current_span) if current_span in hits else -1)
        self.set_changes(self.changes)
        self.reading_changed.emit()
        self._show_caret()

    def page_name(self, page: Page) -> str:
        """How the margin names a page: by its printed number where it is known, else as page of the file."""
        if page.label is not None:
            return self.tr("p. {number}").format(number=page.label)
        return self.tr("fp. {number}").format(number=page.index)

    def _caret_was_moved(self, offset: int) -> None:
        super()._caret_was_moved(offset)
        self.notes.announce_highlights(offset)

    # highlights

    def chosen(self) -> str:
        """The uid of the chosen highlight; "" for none."""
        return self.shown.chosen

    def choose(self, uid: str) -> None:
        """Choose a highlight of this text ("" for none): it gets a frame, and commands act on it."""
        if uid and (self.marks is None or self.marks.highlight(uid) is None):
            uid = ""
        if uid != self.shown.chosen:
            self.shown.chosen = uid
            self.viewport().update()
            self.notes.announce_chosen(uid)
            self.chosen_changed.emit(uid)

    def chosen_highlight(self) -> Highlight | None:
        return self.marks.highlight(self.shown.chosen) if self.marks is not None and self.shown.chosen else None

    def choose_next(self) -> None:
        """Choose the first highlight behind the chosen one, else behind the caret, and show it."""
        if self.marks is not None:
            chosen = self.chosen_highlight()
            before = Span(self.caret() - 1, 0)  # behind all that begins before the caret
            self._go_to(self.marks.next_highlight(chosen.span if chosen is not None else before))

    def choose_previous(self) -> None:
        """Choose the last highlight before the chosen one, else before the caret, and show it."""
        if self.marks is not None:
            chosen = self.chosen_highlight()
            behind = Span(self.caret(), 2**62)  # before all that begins at the caret
            self._go_to(self.marks.previous_highlight(chosen.span if chosen is not None else behind))

    def _go_to(self, highlight: Highlight | None) -> None:
        if highlight is not None:
            self.set_caret(highlight.start)
            self.choose(highlight.uid)
            self.reveal(highlight.span, frame=False)

    def choose_overlapping(self, step: int) -> bool:
        """Go from the chosen highlight to another one at the same place. Gives whether there is another."""
        chosen = self.chosen_highlight()
        if chosen is None or self.marks is None:
            return False
        caret = self.caret()
        at = caret if chosen.span.contains(caret) else chosen.start
        uids = [highlight.uid for highlight in self.marks.highlights_at(at)]
        if chosen.uid not in uids or len(uids) < 2:
            return False
        self.choose(uids[(uids.index(chosen.uid) + step) % len(uids)])
        return True

    def light(self, uid: str) -> None:
        """Bring out a highlight because its ribbon or card is pointed at; "" for none."""
        if uid != self.shown.lit:
            self.shown.lit = uid
            self.viewport().update()

    def _forget_moved(self) -> None:
        super()._forget_moved()
        self.mouse.let_units_be()

    # showing places

    def reveal(self, span: Span, *, frame: bool = True) -> None:
        """Scroll a passage into view in 120 ms; with `frame` it stands in a frame for 600 ms."""
        shown = self.reading.shown_span(span)
        if shown is None:
            shown = (self.reading.reading_offset(span.start),) * 2
        self.bring_into_view(shown[0], shown[1], slide=True)
        if frame and shown[0] < shown[1]:
            self.shown.revealed = shown
            self.viewport().update()
            self._frame_timer.start(FRAME_MS_REDUCED if self.reduced_motion() else FRAME_MS)

    def _end_frame(self) -> None:
        self.shown.revealed = None
        self.viewport().update()

    # search hits

    def find(self, text: str, case: bool = False) -> list[Span]:  # type: ignore[override]
        """The places of some words in the shown text, at most 10,000; accents and the form of quotes do not matter."""
        return find_in(self.reading, text, case=case)

    def set_hits(self, hits: list[Span], current: int = -1) -> None:
        """Mark these passages as search hits, the one with index `current` as the one at hand."""
        if self.hits != hits or not hits:
            shown = (self.reading.shown_span(hit) for hit in hits)
            self.shown.hits = sorted(place for place in shown if place is not None)
            self.hits = list(hits)
        self.shown.current_hit = self.reading.shown_span(hits[current]) if 0 <= current < len(hits) else None
        self.viewport().update()
        self.hits_changed.emit()

    def set_changes(self, changes: list[Span]) -> None:
        """Mark these passages as different from the version that stands beside this one."""
        shown = (self.reading.shown_span(one) for one in changes)
        self.shown.changes = sorted(place for place in shown if place is not None)
        self.changes = list(changes)
        self.viewport().update()
        self.hits_changed.emit()

    # notes and references

    def show_footnote_at_caret(self) -> None:
        """Show the text of the footnote whose marker is at the caret or next in its paragraph."""
        self.notes.show_at_caret()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        rect = QRectF(event.rect())
        painter.setClipRect(rect)
        try:
            self.painter.paint(painter, rect, self.flow, self.marks, self.shown, self._slide_offset())
        finally:
            painter.end()  # a painter that outlives an error takes the program down

    def _on_marks_changed(self, spans: list[Span] | None) -> None:
        if spans is None:
            self.flow.layouts.forget_painted()
            self.viewport().update()
        else:
            layouts = self.flow.layouts
            touched = touched_paragraphs(self.reading, spans, layouts.numbers())
            layouts.forget_painted(touched)
            for placed in self.flow.visible():
                if placed.paragraph in touched:
                    area = QRectF(0, placed.top - 4, self.viewport().width(), placed.bottom - placed.top + 20)
                    self.viewport().update(area.toAlignedRect())
        if self.shown.chosen and self.chosen_highlight() is None:
            self.choose("")
        self.marks_changed.emit(spans)

    # events

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and wants_key(self, event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                step = -1 if event.key() == Qt.Key.Key_Backtab else 1
                if not event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.choose_overlapping(step):
                    return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with self.user_scrolling():
            handled = handle_key(self, event)
        if not handled:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Shift and self._selection is not None:
            self.selection_finished.emit(self._selection)
        super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mouse.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.mouse.leave()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            point = QPointF(self.viewport().mapFromGlobal(at))
            unit = self.mouse.unit_at(point)
            if unit:
                self.unit_menu_requested.emit(unit, at)
                event.accept()
                return
            self.mouse.point_menu(point)
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.caret_rect().bottomLeft().toPoint())
        self.context_menu_requested.emit(at)
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        self.mouse.leave()
        super().hideEvent(event)
