"""Paints the visible part of a paper in its order: tints, selection, lanes, hits, letters, frames, margins, caret."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from reader.models.highlights import DocumentMarks, Run
from reader.text.structure import Page
from reader.ui.margin_painter import BRACKET_X, Margin, MarginPainter, Sign, margin_of
from reader.ui.marks_painter import Covered, Marked, MarksPainter, marked
from reader.ui.text_flow import Placed, TextFlow
from reader.ui.theme import Theme
from reader.ui.unit_marks import MovedEnd, Stretches, UnitMark
from reader.ui.unit_painter import UnitPainter, badges, extents, numbers_above

SPILL = 12  # px that marks reach beyond their line
NO_MARKS = Marked(())


@dataclass(slots=True)
class Shown:
    """What is shown besides the text itself. Ranges are reading offsets."""

    selection: tuple[int, int] | None = None
    caret: int | None = None  # None while it is dark or the view has no focus
    upstream: bool = False
    chosen: str = ""
    hovered: str = ""
    lit: str = ""
    revealed: tuple[int, int] | None = None
    pointed: Sign | None = None
    hits: Sequence[tuple[int, int]] = field(default_factory=tuple)
    current_hit: tuple[int, int] | None = None
    changes: Sequence[tuple[int, int]] = field(default_factory=tuple)  # what differs from another version beside it
    units: Stretches[UnitMark] = field(default_factory=Stretches)
    lit_unit: str = ""
    pointed_unit: str = ""  # the mouse is on its badge, or on its ribbon
    gripped_units: set[str] = field(default_factory=set)  # their ends show that they can be dragged
    moved: MovedEnd | None = None
    shared: Stretches[None] = field(default_factory=Stretches)
    suggested: Stretches[str] = field(default_factory=Stretches)


class PagePainter:
    """Paints a TextFlow with the marks of its text."""

    def __init__(self, theme: Theme, page_name: Callable[[Page], str]) -> None:
        self._theme = theme
        self._marks_painter = MarksPainter(theme)
        self._margins = MarginPainter(theme, page_name)
        self._units = UnitPainter(theme)

    def marked(self, flow: TextFlow, placed: Placed, marks: DocumentMarks | None) -> Marked:
        """What is marked in a paragraph, kept with its layout."""
        if marks is None:
            return NO_MARKS
        found = placed.layout.painted.get("marked")
        if not isinstance(found, Marked):
            found = marked(placed.layout, marks.marks_in(flow.reading, placed.paragraph))
            placed.layout.painted["marked"] = found
        return found

    def margin(self, flow: TextFlow, placed: Placed, marks: DocumentMarks | None) -> Margin:
        """Signs and brackets of a paragraph, kept with its layout."""
        found = placed.layout.painted.get("margin")
        if not isinstance(found, Margin):
            found = margin_of(placed.layout, self.marked(flow, placed, marks))
            placed.layout.painted["margin"] = found
        return found

    def paint(
        self, painter: QPainter, rect: QRectF, flow: TextFlow, marks: DocumentMarks | None, shown: Shown, slide: int
    ) -> None:
        """Paint what lies in `rect` of the viewport; the text stands `slide` px higher than its scroll state says."""
        theme = self._theme
        self.ground(painter, rect, flow, slide)
        if not flow.count:
            return
        clip = rect.adjusted(0, -SPILL, 0, SPILL)
        paragraphs = [
            (placed, self.marked(flow, placed, marks))
            for placed in flow.visible(slide)
            if placed.bottom > clip.top() and placed.top < clip.bottom()
        ]
        mine = self._marks_painter
        for placed, its in paragraphs:
            hovered = _run_of(its, shown.hovered)
            hue = hovered.tags[0].hue if hovered is not None and hovered.tags else None
            mine.tints(painter, placed, its, (hovered.start, hovered.end) if hovered is not None else None, hue)
        if shown.moved is not None:
            for placed, _ in paragraphs:
                self._units.moved(painter, flow, placed, shown.moved.between)
        if shown.selection is not None:
            for placed, _ in paragraphs:
                covered = _inside(flow, placed, shown.selection)
                if covered is not None:
                    mine.selection(painter, placed, covered)
        for placed, its in paragraphs:
            mine.lanes(painter, placed, its, rect)
            mine.references(painter, placed)
            self._units.shared(painter, flow, placed, shown.shared)
        if shown.changes:
            for placed, _ in paragraphs:
                changes = _parts_in(flow, placed, shown.changes)
                mine.changes(painter, placed, [part for part, _ in changes])
        if shown.hits:
            for placed, _ in paragraphs:
                hits = _parts_in(flow, placed, shown.hits)
                mine.hits(painter, placed, [(*part, whole == shown.current_hit) for part, whole in hits])
        self.letters(painter, [placed for placed, _ in paragraphs], clip)
        for placed, its in paragraphs:
            self._frames(painter, flow, placed, its, shown)
        self._paint_margins(painter, flow, paragraphs, marks, shown)
        if shown.caret is not None:
            self._caret(painter, flow, paragraphs, shown.caret, shown.upstream, theme.color("text"))

    def ground(self, painter: QPainter, rect: QRectF, flow: TextFlow, slide: int) -> None:
        """What lies under the marks."""
        painter.fillRect(rect, self._theme.color("page"))

    def letters(self, painter: QPainter, paragraphs: Sequence[Placed], clip: QRectF) -> None:
        """The text, over the marks."""
        for placed in paragraphs:
            if placed.layout.style.bar:
                painter.fillRect(QRectF(placed.x, placed.y, 2, placed.layout.text_height), self._theme.color("ctl"))
            painter.setPen(self._theme.color(placed.layout.style.token))
            placed.layout.draw(painter, placed.origin, clip)

    def _frames(self, painter: QPainter, flow: TextFlow, placed: Placed, its: Marked, shown: Shown) -> None:
        for run in its.runs:
            if run.highlight.status in ("moved", "fuzzy"):
                self._marks_painter.frame(painter, placed, run, (run.start, run.end), "warn", dashed=True)
            if run.highlight.uid in (shown.chosen, shown.lit):
                self._marks_painter.frame(painter, placed, run, (run.start, run.end), "accent")
        if shown.revealed is not None:
            covered = _inside(flow, placed, shown.revealed)
            if covered is not None and covered[0] < covered[1]:
                self._marks_painter.frame(painter, placed, None, covered, "accent")

    def _paint_margins(
        self,
        painter: QPainter,
        flow: TextFlow,
        paragraphs: Sequence[tuple[Placed, Marked]],
        marks: DocumentMarks | None,
        shown: Shown,
    ) -> None:
        right, out = flow.text_left + flow.text_width, {shown.lit_unit, shown.pointed_unit}
        for placed, _ in paragraphs:
            beside = extents(flow, placed, shown.units, shown.moved)
            named = badges(flow, placed, beside)
            self._units.stripes(painter, flow, beside, out)
            if placed.layout.facts.pages:
                gap = self._gap(flow, placed)
                above = numbers_above(placed, named)
                self._margins.pages(painter, placed, flow.left_margin, flow.text_width, gap, above=above)
            self._units.badges(painter, named, out)
            self._units.grips(painter, flow, beside, shown.gripped_units)
            self._units.suggested(painter, flow, placed, shown.suggested, right + BRACKET_X)
            if marks is not None:
                margin = self.margin(flow, placed, marks)
                bold = [uid for uid in (shown.chosen, shown.lit) if uid]
                self._margins.brackets(painter, placed, margin, right, bold)
                self._margins.signs(painter, placed, margin, right, shown.pointed)

    def _gap(self, flow: TextFlow, placed: Placed) -> int:
        before = flow.layouts[placed.paragraph - 1].style.after if placed.paragraph else 0
        return placed.layout.style.before + before

    def _caret(
        self,
        painter: QPainter,
        flow: TextFlow,
        paragraphs: Sequence[tuple[Placed, Marked]],
        caret: int,
        upstream: bool,
        colour: QColor,
    ) -> None:
        paragraph, position = flow.locate(caret)
        for placed, _ in paragraphs:
            if placed.paragraph == paragraph:
                painter.setPen(colour)
                line = placed.layout.line_at(position, upstream=upstream)
                placed.layout.draw_caret(painter, QPointF(placed.x, placed.y), position, line)


def _run_of(its: Marked, uid: str) -> Run | None:
    return next((run for run in its.runs if run.highlight.uid == uid), None) if uid else None


def _inside(flow: TextFlow, placed: Placed, shown: tuple[int, int]) -> Covered | None:
    """The part of a reading range in a paragraph; None when it does not touch it."""
    first = flow.reading.paragraph_start(placed.paragraph)
    length = len(placed.layout.text)
    if shown[1] <= first or shown[0] > first + length:
        return None
    return max(0, shown[0] - first), min(length, shown[1] - first)


def _parts_in(
    flow: TextFlow, placed: Placed, ranges: Sequence[tuple[int, int]]
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """What lies in a paragraph of sorted reading ranges: the part of it, and the whole range."""
    first = flow.reading.paragraph_start(placed.paragraph)
    length = len(placed.layout.text)
    found = []
    place = max(0, bisect_left(ranges, (first, first)) - 1)
    for number in range(place, len(ranges)):
        start, end = ranges[number]
        if start >= first + length:
            break
        if end > first:
            found.append(((max(0, start - first), min(length, end - first)), (start, end)))
    return found
