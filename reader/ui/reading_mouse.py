"""The mouse in the reading view: caret, selection by character, word and paragraph, drag-scroll, signs, hover."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QToolTip

from reader.ui import passage_dragging, unit_dragging
from reader.ui.margin_painter import Sign
from reader.ui.unit_painter import Grip
from reader.ui.words import word_at

if TYPE_CHECKING:
    from reader.ui.reading_view import ReadingView

HOVER_MS = 400
DRAG_SCROLL_MS = 30
GRIP = 4.0  # px around the end of the chosen highlight that can be dragged


class ReadingMouse(QObject):
    """Turns mouse events of a ReadingView into moves of the caret, choices and signals."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self._view = view
        self._unit = "character"  # what a drag selects by: character, word or paragraph
        self._first: tuple[int, int] = (0, 0)  # the unit at which the drag began
        self._dragging = False
        self._pressed: QPointF | None = None
        self._point = QPointF()
        self._end_dragged: tuple[str, int] | None = None  # uid and the end that stays (reading offset)
        self._unit_grip: Grip | None = None  # the end of a unit that is dragged
        self._exact = False  # Alt is held
        self._held: QPointF | None = None  # where a selected or chosen passage was taken hold of
        self._last_double = 0.0
        self._hover_timer = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._hover_timer.timeout.connect(self._on_hover)
        self._scroll_timer = QTimer(self, interval=DRAG_SCROLL_MS)
        self._scroll_timer.timeout.connect(self._drag_on)

    # events

    def press(self, event: QMouseEvent) -> None:
        view, point = self._view, event.position()
        self._stop_hover()
        if event.button() != Qt.MouseButton.LeftButton or not view.flow.count:
            return
        sign = self.sign_at(point)
        if sign is not None:
            self._click_sign(sign)
            return
        self._unit_grip = view.grip_at(point)
        if self._unit_grip is not None:
            self._point, self._pressed, self._dragging = point, point, True
            unit_dragging.take(view, self._unit_grip)
            return
        badge = view.badge_at(point)
        if badge is not None:
            view.unit_clicked.emit(badge.unit.id)
            return
        self._point, self._pressed, self._dragging, self._unit = point, point, True, "character"
        self._end_dragged = self.end_at(point)
        if self._end_dragged is not None:
            return
        offset, upstream = view.flow.place_at(point)
        if self._is_third(point):
            self._select_unit("paragraph", offset)
            return
        if passage_dragging.can_take(view, point, event.modifiers()):
            self._held = point
            return
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._first = (view.selection_anchor, view.selection_anchor) if extend else (offset, offset)
        view.move_caret(offset, extend=extend, upstream=upstream, reveal=False)

    def double_click(self, event: QMouseEvent) -> None:
        view, point = self._view, event.position()
        if event.button() != Qt.MouseButton.LeftButton or not view.flow.count or self._is_sign(point):
            return
        self._point, self._pressed, self._dragging = point, None, True
        self._last_double = time.monotonic()
        character = view.flow.character_at(point)
        self._select_unit("word", character if character is not None else view.flow.place_at(point)[0])

    def move(self, event: QMouseEvent) -> None:
        point = event.position()
        if not self._dragging:
            self._hover(point)
            return
        if self._held is not None:
            if passage_dragging.is_far(self._held, point):
                self._held, self._pressed, self._dragging = None, None, False
                self._view.passage_dragged.emit()
            return
        if self._pressed is not None and (point - self._pressed).manhattanLength() < 3:
            return
        self._pressed = None
        self._point = point
        self._exact = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._drag_to(point)
        height = self._view.viewport().height()
        outside = point.y() < 0 or point.y() > height
        if outside and not self._scroll_timer.isActive():
            self._scroll_timer.start()
        elif not outside:
            self._scroll_timer.stop()

    def release(self, event: QMouseEvent) -> None:
        view = self._view
        if event.button() != Qt.MouseButton.LeftButton or not self._dragging:
            return
        self._dragging = False
        self._scroll_timer.stop()
        clicked, self._pressed = self._pressed is not None, None
        if self._held is not None:  # it was not dragged: a click as any other
            self._held = None
            view.move_caret(view.flow.place_at(event.position())[0], reveal=False)
        if self._unit_grip is not None:
            self._unit_grip = None
            unit_dragging.let_go(view)
            self._hover(event.position())
            return
        end, self._end_dragged = self._end_dragged, None
        span = view.selection()
        if end is not None:
            if not clicked and span is not None:
                view.clear_selection()
                view.ends_changed.emit(end[0], span)
        elif span is not None:
            view.selection_finished.emit(span)
        elif clicked:
            self._click(event.position(), event.modifiers())

    def leave(self) -> None:
        """The mouse is gone: nothing is pointed at."""
        self._stop_hover()
        self._point_at("", None)
        self._point_at_unit("", set())

    def point_menu(self, point: QPointF) -> None:
        """A menu is asked for at a point: it is about the selection there, else about the highlight there."""
        view = self._view
        character = view.flow.character_at(point)
        selected = view.shown.selection
        if character is None or (selected is not None and selected[0] <= character < selected[1]):
            return
        view.move_caret(character, reveal=False)
        there = view.marks.highlights_at(view.caret()) if view.marks is not None else []
        view.choose(min(there, key=lambda highlight: len(highlight.span)).uid if there else "")

    def forget(self) -> None:
        """Another text is shown."""
        self._dragging, self._pressed, self._end_dragged, self._unit_grip, self._held = False, None, None, None, None
        self._scroll_timer.stop()
        self._stop_hover()

    # questions and answers

    @property
    def drags_unit(self) -> bool:
        """Whether an end of a unit is being dragged."""
        return self._unit_grip is not None

    def cancel_unit_drag(self) -> None:
        """The end that is dragged goes back to where it was."""
        self.let_units_be()
        unit_dragging.cancel(self._view)

    def let_units_be(self) -> None:
        """No end of a unit is dragged any more."""
        if self._unit_grip is not None:
            self._unit_grip, self._dragging, self._pressed = None, False, None
            self._scroll_timer.stop()

    def unit_at(self, point: QPointF) -> str:
        """The id of the unit whose badge or stripe is at a point of the viewport; "" for none."""
        badge = self._view.badge_at(point)
        unit = badge.unit if badge is not None else self._view.unit_of_stripe_at(point)
        return unit.id if unit is not None else ""

    def _is_sign(self, point: QPointF) -> bool:
        """Whether a point is on something in the margins that is a button."""
        view = self._view
        return bool(self.sign_at(point) or view.badge_at(point) or view.grip_at(point))

    # clicks

    def _click(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """A click without a drag: a reference with Ctrl, else the highlight there; again there goes to the next one."""
        view = self._view
        character = view.flow.character_at(point)
        if character is None or view.marks is None:
            view.choose("")
            return
        reference = view.notes.reference_at(character)
        if reference is not None and modifiers & Qt.KeyboardModifier.ControlModifier:
            view.reference_activated.emit(reference)
            return
        there = sorted(view.marks.highlights_at(view.reading.source_offset(character)), key=lambda item: len(item.span))
        uids = [highlight.uid for highlight in there]
        if not uids:
            view.choose("")
        elif view.chosen() in uids:
            view.choose(uids[(uids.index(view.chosen()) + 1) % len(uids)])
        else:
            view.choose(uids[0])

    def _click_sign(self, sign: Sign) -> None:
        view = self._view
        view.choose(sign.highlight_uid)
        if sign.kind == "link":
            view.link_sign_clicked.emit(sign.highlight_uid)
        elif sign.kind == "note":
            view.note_sign_clicked.emit(sign.highlight_uid)

    def _is_third(self, point: QPointF) -> bool:
        """Whether a press comes right after a double click at the same place."""
        limit = QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000
        soon = time.monotonic() - self._last_double < limit
        self._last_double = 0.0
        return soon and (point - self._point).manhattanLength() < 6

    # dragging

    def _select_unit(self, unit: str, offset: int) -> None:
        self._unit = unit
        self._first = self._unit_at(offset)
        self._pressed = None
        self._view.select_range(*self._first)

    def _unit_at(self, offset: int) -> tuple[int, int]:
        reading = self._view.reading
        if self._unit == "word":
            return word_at(reading.text, offset)
        if self._unit == "paragraph":
            paragraph = reading.paragraph_at(offset)
            return reading.paragraph_start(paragraph), reading.paragraph_end(paragraph)
        return offset, offset

    def _drag_to(self, point: QPointF) -> None:
        view = self._view
        height = view.viewport().height()
        inside = QPointF(point.x(), min(max(point.y(), 1.0), height - 1.0))
        if self._unit_grip is not None:
            unit_dragging.drag_to(view, self._unit_grip, inside, exact=self._exact)
            return
        offset, upstream = view.flow.place_at(inside)
        if self._end_dragged is not None:
            fixed = self._end_dragged[1]
            if offset != fixed:
                view.selection_anchor = fixed
                view.move_caret(offset, extend=True, upstream=upstream, reveal=False)
            return
        start, end = self._unit_at(offset)
        if start < self._first[0]:
            view.selection_anchor = self._first[1]
            view.move_caret(start, extend=True, upstream=upstream, reveal=False)
        else:
            view.selection_anchor = self._first[0]
            view.move_caret(max(end, self._first[1]), extend=True, upstream=upstream, reveal=False)

    def _drag_on(self) -> None:
        """Scroll while the mouse is held outside the viewport, faster farther out."""
        y, height = self._point.y(), self._view.viewport().height()
        beyond = y if y < 0 else y - height if y > height else 0.0
        step = int(beyond / 3) + (1 if beyond > 0 else -1)
        with self._view.user_scrolling(alone=self._unit_grip is not None):
            moved = beyond and self._view.scroll_by(step)
        if moved:
            self._drag_to(self._point)

    def end_at(self, point: QPointF) -> tuple[str, int] | None:
        """The chosen highlight if the point is on one of its ends: its uid and the end that stays (reading offset)."""
        view = self._view
        chosen = view.chosen_highlight()
        shown = view.reading.shown_span(chosen.span) if chosen is not None else None
        if chosen is None or shown is None or chosen.kind == "anchor":
            return None
        first = view.flow.rects(shown[0], shown[0] + 1)
        last = view.flow.rects(shown[1] - 1, shown[1])
        ends = [(rect, rect.left(), shown[1]) for rect in first] + [(rect, rect.right(), shown[0]) for rect in last]
        for rect, x, stays in ends:
            if abs(point.x() - x) <= GRIP and rect.top() <= point.y() <= rect.bottom() + GRIP:
                return chosen.uid, stays
        return None

    # hover

    def sign_at(self, point: QPointF) -> Sign | None:
        """The sign in the right margin under a point of the viewport."""
        view = self._view
        right = view.flow.text_left + view.flow.text_width
        if view.marks is None or point.x() < right:
            return None
        for placed in view.flow.visible():
            for sign in view.painter.margin(view.flow, placed, view.marks).signs:
                if sign.area(placed, right).contains(point):
                    return sign
        return None

    def _hover(self, point: QPointF) -> None:
        view = self._view
        self._point = point
        sign = self.sign_at(point)
        uid = ""
        shape = Qt.CursorShape.IBeamCursor
        grip, badge = view.grip_at(point), view.badge_at(point)
        if grip is not None:
            shape = Qt.CursorShape.SizeVerCursor
        elif sign is not None or badge is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif self.end_at(point) is not None:
            shape = Qt.CursorShape.SizeHorCursor
        elif view.marks is not None and (character := view.flow.character_at(point)) is not None:
            there = view.marks.highlights_at(view.reading.source_offset(character))
            if there:
                uid = min(there, key=lambda highlight: len(highlight.span)).uid
                shape = Qt.CursorShape.PointingHandCursor
        self._point_at(uid, sign)
        gripped = {grip.unit.id if grip is not None else self.unit_at(point)}
        if point.x() < view.flow.text_left:
            gripped.add(view.shown.lit_unit)
        self._point_at_unit(badge.unit.id if badge is not None and grip is None else "", gripped - {""})
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)
        self._hover_timer.start()

    def _point_at(self, uid: str, sign: Sign | None) -> None:
        shown = self._view.shown
        if (uid, sign) != (shown.hovered, shown.pointed):
            shown.hovered, shown.pointed = uid, sign
            self._view.viewport().update()

    def _point_at_unit(self, pointed: str, gripped: set[str]) -> None:
        view = self._view
        view.point_at_unit(pointed)
        if gripped != view.shown.gripped_units:
            view.shown.gripped_units = gripped
            view.viewport().update()

    def _on_hover(self) -> None:
        view = self._view
        if not view.viewport().underMouse() or self._dragging:
            return
        badge = view.badge_at(self._point)
        if badge is None:
            view.notes.show_hover(self._point)
        elif badge.unit.tooltip:
            at = view.viewport().mapToGlobal(self._point.toPoint())
            QToolTip.showText(at, badge.unit.tooltip, view.viewport(), badge.area.toRect())

    def _stop_hover(self) -> None:
        if self._hover_timer.isActive():
            self._hover_timer.stop()
