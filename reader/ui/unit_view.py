"""A column of text that shows its questions and answers: units in the margin, shared words, suggested passages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtWidgets import QWidget

from reader.text.reading import ReadingText
from reader.text.structure import Reference
from reader.ui.accessible_text import announce, is_heard
from reader.ui.caret_view import CaretView
from reader.ui.theme import Theme
from reader.ui.unit_marks import Role, Stretches, UnitMark, innermost, next_of, shown_range, shown_units
from reader.ui.unit_painter import GRIP_REACH, STRIPE, Badge, Extent, Grip, badges, extents, grips, stripe_x


class UnitView(CaretView):
    """Keeps what was found about questions and answers of the text it shows. Places are source code points."""

    unit_clicked = Signal(str)
    unit_ends_changed = Signal(str, object)  # id, Span: an end was dragged there
    unit_menu_requested = Signal(str, QPoint)  # id, where (global)
    units_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._units: tuple[UnitMark, ...] = ()
        self._unit_sources: Stretches[UnitMark] = Stretches()
        self._shared: tuple[tuple[int, int], ...] = ()
        self._suggested: tuple[tuple[str, int, int], ...] = ()
        self._pointers: tuple[Reference, ...] = ()
        self._unit_at_caret = ""

    # units

    @property
    def units(self) -> tuple[UnitMark, ...]:
        """The questions and answers that are shown, in order of their starts."""
        return self._units

    def set_units(self, units: Sequence[UnitMark]) -> None:
        """Show these questions and answers, and no others."""
        ordered = tuple(sorted(units, key=lambda unit: (unit.start, -unit.end)))
        if ordered == self._units:
            return
        moved = self.shown.moved
        if moved is not None and moved.unit not in ordered:
            self._forget_moved()
        self._units = ordered
        self._unit_sources = Stretches((unit.start, unit.end, unit) for unit in ordered)
        self.shown.units = shown_units(self.reading, ordered)
        self.viewport().update()
        self.units_changed.emit()

    def _forget_moved(self) -> None:
        """The unit of which an end is dragged is no longer there."""
        self.shown.moved = None

    def unit_at(self, offset: int, role: Role | None = None) -> UnitMark | None:
        """The innermost question or answer (of `role`) that holds a source offset."""
        there = self._unit_sources.touching(offset, offset + 1)
        return innermost([one for one in there if role is None or one[2].role == role])

    def units_between(self, low: int, high: int) -> list[UnitMark]:
        """The questions and answers that share something with source low:high, in order of their starts."""
        return [unit for _, _, unit in self._unit_sources.touching(low, high)]

    def next_unit(self, step: int, role: Role = "question") -> UnitMark | None:
        """The unit `step` units behind the caret, before it if negative; None beyond the last. Nothing moves."""
        return next_of([unit for unit in self._units if unit.role == role], self.caret(), step)

    def light_unit(self, unit: str) -> None:
        """Bring out a unit by its id, as the one that is chosen elsewhere; "" for none."""
        if unit != self.shown.lit_unit:
            self.shown.lit_unit = unit
            self.viewport().update()

    def point_at_unit(self, unit: str) -> None:
        """Bring out a unit by its id while the mouse is on what belongs to it; "" for none."""
        if unit != self.shown.pointed_unit:
            self.shown.pointed_unit = unit
            self.viewport().update()

    def set_shared(self, spans: Sequence[tuple[int, int]]) -> None:
        """Underline the words that a question and its answer share."""
        if tuple(spans) != self._shared:
            self._shared = tuple(spans)
            self._place_shared()
            self.viewport().update()

    def set_suggested(self, spans: Sequence[tuple[str, int, int]]) -> None:
        """Put a dashed bracket beside passages (id, start, end) that are an end of a suggested link."""
        if tuple(spans) != self._suggested:
            self._suggested = tuple(spans)
            self._place_suggested()
            self.viewport().update()

    def set_pointers(self, pointers: Sequence[Reference]) -> None:
        """Show these references too, beside those that are recognised in every text."""
        if tuple(pointers) != self._pointers:
            self._pointers = tuple(pointers)
            self._place_pointers()
            self.viewport().update()

    def _place_pointers(self) -> None:
        self.flow.facts.set_pointers(self._pointers)
        self.flow.layouts.clear()  # laid-out paragraphs hold their references

    def _place_shared(self) -> None:
        places = (shown_range(self.reading, start, end) for start, end in self._shared)
        self.shown.shared = Stretches((*place, None) for place in places if place is not None)

    def _place_suggested(self) -> None:
        places = ((shown_range(self.reading, start, end), name) for name, start, end in self._suggested)
        self.shown.suggested = Stretches((*place, name) for place, name in places if place is not None)

    # another text

    def _forget_units(self) -> None:
        """Another text is shown, of which nothing is known yet; what is shown of this one is forgotten elsewhere."""
        had = bool(self._units)
        self._units, self._unit_sources = (), Stretches()
        self._shared, self._suggested, self._unit_at_caret = (), (), ""
        self._pointers = ()
        if had:
            self.units_changed.emit()

    def _show_reading(self, reading: ReadingText) -> None:
        super()._show_reading(reading)
        self._forget_moved()
        self.shown.units = shown_units(reading, self._units)
        self._place_shared()
        self._place_suggested()
        if self._pointers:
            self._place_pointers()

    # places on the screen

    def badge_at(self, point: QPointF) -> Badge | None:
        """The badge under a point of the viewport; the nearest where two are close."""
        found = [badge for _, named in self._beside() for badge in named if badge.area.contains(point)]
        return min(found, key=lambda badge: abs(badge.rect.center().y() - point.y()), default=None)

    def grip_at(self, point: QPointF) -> Grip | None:
        """The end of a unit under a point of the viewport; the nearest where two are close."""
        if abs(point.x() - stripe_x(self.flow) - STRIPE / 2) > GRIP_REACH:
            return None
        found = [grip for beside, _ in self._beside() for grip in grips(self.flow, beside)]
        near = [grip for grip in found if abs(grip.at.y() - point.y()) <= GRIP_REACH]
        return min(near, key=lambda grip: abs(grip.at.y() - point.y()), default=None)

    def unit_of_stripe_at(self, point: QPointF) -> UnitMark | None:
        """The unit whose stripe is under a point of the viewport; the later one where two lie on one line."""
        if abs(point.x() - stripe_x(self.flow) - STRIPE / 2) > GRIP_REACH:
            return None
        found = [
            extent for beside, _ in self._beside() for extent in beside if extent.top <= point.y() <= extent.bottom
        ]
        return found[-1].unit if found else None

    def _beside(self) -> Iterator[tuple[list[Extent], list[Badge]]]:
        """Units and badges beside each visible paragraph."""
        if self._units:
            for placed in self.flow.visible():
                beside = extents(self.flow, placed, self.shown.units, self.shown.moved)
                yield beside, badges(self.flow, placed, beside)

    # screen readers

    def _caret_was_moved(self, offset: int) -> None:
        super()._caret_was_moved(offset)
        unit = self.unit_at(self.reading.source_offset(offset)) if self._units else None
        name = unit.id if unit is not None else ""
        if name != self._unit_at_caret:
            self._unit_at_caret = name
            if unit is not None and is_heard():
                announce(self, unit.tooltip or unit.badge)
