"""Paints what lies on the text: tints, selection, lanes with their caps, search hits, frames, references."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reader.models.highlights import Run
from reader.ui.paragraph_layouts import ParagraphLayout
from reader.ui.text_flow import Placed
from reader.ui.theme import Theme, draw_label_line

LANES = 3  # more are told in the margin
FIRST_LANE, LANE_STEP = 4.6, 3.6  # px under the baseline at 15 px text
CAP_WIDTH, CAP_HEIGHT = 1.5, 6.0  # px at 15 px text
DEEPER = 0.045  # of the text colour per further label
HOVERED = 0.18  # of the line colour
REFERENCE_BELOW = 2.4  # px under the baseline
NEUTRAL = 0  # the hue of a highlight without a label

Covered = tuple[int, int]  # code points of a paragraph


@dataclass(frozen=True, slots=True)
class Tint:
    """A piece of ground on one line: `deep` labels lie under the first one, whose hue it has."""

    rect: QRectF
    hue: int
    deep: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A label's line on one line of text, with the caps of its true ends."""

    x0: float
    x1: float
    y: float
    hue: int
    pattern: int
    caps: tuple[QRectF, ...]


@dataclass(slots=True)
class Marked:
    """What is marked in one paragraph, in px from its origin; worked out once, painted often."""

    runs: Sequence[Run]
    tints: list[Tint] = field(default_factory=list)
    lanes: list[Lane] = field(default_factory=list)
    more: dict[int, int] = field(default_factory=dict)  # line number: labels that found no room


def marked(layout: ParagraphLayout, runs: Sequence[Run]) -> Marked:
    """Work out tints and lanes of a laid-out paragraph."""
    result = Marked(runs)
    shown = [run for run in runs if run.lanes]
    _add_tints(result, layout, shown)
    scale = layout.style.scale
    for run in shown:
        hidden = sum(1 for lane in run.lanes if lane >= LANES)
        pieces = list(layout.pieces(run.start, run.end))
        if hidden:
            for number, _, _ in pieces:
                result.more[number] = result.more.get(number, 0) + hidden
        for place, lane in enumerate(run.lanes):
            if lane < LANES:
                tag = run.tags[place] if place < len(run.tags) else None
                hue, pattern = (tag.hue, tag.pattern) if tag is not None else (NEUTRAL, 1)
                for index, (number, x0, x1) in enumerate(pieces):
                    y = layout.lines[number].baseline + (FIRST_LANE + LANE_STEP * lane) * scale
                    caps = []
                    if index == 0 and run.begins:
                        caps.append(_cap(x0, y, scale))
                    if index == len(pieces) - 1 and run.ends:
                        caps.append(_cap(x1 - CAP_WIDTH * scale, y, scale))
                    result.lanes.append(Lane(x0, x1, y, hue, pattern, tuple(caps)))
    return result


def _cap(x: float, y: float, scale: float) -> QRectF:
    height = CAP_HEIGHT * scale
    return QRectF(x, y + scale - height, CAP_WIDTH * scale, height)


def _add_tints(result: Marked, layout: ParagraphLayout, runs: Sequence[Run]) -> None:
    """Cut the paragraph where a run begins or ends; each piece has the tint of the lowest lane there."""
    cuts = sorted({cut for run in runs for cut in (run.start, run.end)})
    active: list[Run] = []
    waiting = sorted(runs, key=lambda run: run.start, reverse=True)
    for start, end in pairwise(cuts):
        active = [run for run in active if run.end > start]
        while waiting and waiting[-1].start <= start:
            active.append(waiting.pop())
        if active:
            lowest = min(active, key=lambda run: run.lanes[0])
            hue = lowest.tags[0].hue if lowest.tags else NEUTRAL
            deep = sum(len(run.lanes) for run in active) - 1
            for number, x0, x1 in layout.pieces(start, end):
                result.tints.append(Tint(layout.tint_rect(number, x0, x1), hue, deep))


def frame_rects(layout: ParagraphLayout, start: int, end: int, lanes: int) -> list[QRectF]:
    """The frame around the text start:end with `lanes` lanes under it, per line."""
    scale = layout.style.scale
    below = (FIRST_LANE + LANE_STEP * (min(max(lanes, 1), LANES) - 1) + 2.6) * scale
    frames = []
    for number, x0, x1 in layout.pieces(start, end):
        rect = layout.tint_rect(number, x0, x1)
        rect.setTop(rect.top() - 1)
        rect.setBottom(layout.lines[number].baseline + below)
        frames.append(rect)
    return frames


class MarksPainter:
    """Paints the marks of placed paragraphs in the colours of the theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._tints: dict[tuple[str, int, int], QColor] = {}

    def tints(self, painter: QPainter, placed: Placed, mine: Marked, hovered: Covered | None, hue: int | None) -> None:
        """The grounds, with `hovered` code points brought out by 18 % of the line colour."""
        for tint in mine.tints:
            painter.fillRect(tint.rect.translated(placed.x, placed.y), self._tint(tint.hue, tint.deep))
        if hovered is not None:
            colour = QColor(self.line_colour(hue or NEUTRAL))
            colour.setAlphaF(HOVERED)
            self.fill(painter, placed, hovered, colour)

    def fill(self, painter: QPainter, placed: Placed, covered: Covered, colour: QColor) -> None:
        """The ground of some code points in one colour."""
        for number, x0, x1 in placed.layout.pieces(*covered):
            painter.fillRect(placed.layout.tint_rect(number, x0, x1).translated(placed.x, placed.y), colour)

    def selection(self, painter: QPainter, placed: Placed, covered: Covered) -> None:
        """The selected text; a sliver stands for a selected empty paragraph."""
        colour = self._theme.color("sel")
        if not placed.layout.text:
            painter.fillRect(placed.layout.tint_rect(0, 0, 5).translated(placed.x, placed.y), colour)
        self.fill(painter, placed, covered, colour)

    def lanes(self, painter: QPainter, placed: Placed, mine: Marked, clip: QRectF) -> None:
        """The lines of the labels; true ends have a cap."""
        theme, scale = self._theme, placed.layout.style.scale
        top, bottom = clip.top() - 4, clip.bottom() + CAP_HEIGHT * scale + 4
        for lane in mine.lanes:
            y = placed.y + lane.y
            if not top <= y <= bottom:
                continue
            x0, x1 = placed.x + lane.x0, placed.x + lane.x1
            if lane.hue == NEUTRAL:
                theme.lines.draw(painter, x0, x1, y, theme.color("ctl"), lane.pattern, scale)
            else:
                draw_label_line(painter, x0, x1, y, lane.hue, lane.pattern, theme, scale)
            for cap in lane.caps:
                painter.fillRect(cap.translated(placed.x, placed.y), self.line_colour(lane.hue))

    def references(self, painter: QPainter, placed: Placed) -> None:
        """A dotted line under each reference."""
        facts = placed.layout.facts
        if not facts.references:
            return
        pen = QPen(self._theme.color("accent"), 1.2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.2, 1.6])
        painter.setPen(pen)
        below = REFERENCE_BELOW * placed.layout.style.scale
        for start, end, _ in facts.references:
            for number, x0, x1 in placed.layout.pieces(start, end):
                y = placed.y + round(placed.layout.lines[number].baseline + below) + 0.5
                painter.drawLine(QLineF(placed.x + x0, y, placed.x + x1, y))

    def hits(self, painter: QPainter, placed: Placed, hits: Iterable[tuple[int, int, bool]]) -> None:
        """Search hits (start, end, whether it is the current one), with their outlines."""
        theme = self._theme
        for start, end, current in hits:
            width = 2.0 if current else 1.0
            painter.setPen(QPen(theme.color("hitline"), width))
            painter.setBrush(theme.color("hitcur" if current else "hit"))
            for number, x0, x1 in placed.layout.pieces(start, end):
                rect = placed.layout.tint_rect(number, x0, x1).translated(placed.x, placed.y)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.drawRoundedRect(rect.adjusted(-1.5, 0.5, 1.5, -0.5), 2.5, 2.5)
                painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def changes(self, painter: QPainter, placed: Placed, parts: Iterable[Covered]) -> None:
        """What differs from another version: dashed, where a search hit has a whole outline."""
        theme = self._theme
        painter.setPen(QPen(theme.color("hitline"), 1.0, Qt.PenStyle.DashLine))
        painter.setBrush(theme.color("hit"))
        for start, end in parts:
            for number, x0, x1 in placed.layout.pieces(start, end):
                rect = placed.layout.tint_rect(number, x0, x1).translated(placed.x, placed.y)
                painter.drawRect(
                    rect.adjusted(-1.0, 1.0, 1.0, -1.0).toAlignedRect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
                )

    def frame(
        self, painter: QPainter, placed: Placed, run: Run | None, covered: Covered, token: str, *, dashed: bool = False
    ) -> None:
        """A frame around some code points, open where a run goes on at a line break."""
        lanes = max(run.lanes, default=0) + 1 if run is not None else 1
        frames = frame_rects(placed.layout, *covered, lanes)
        pen = QPen(self._theme.color(token), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = [rect.translated(placed.x, placed.y).adjusted(-1, -0.25, 1, 0.25) for rect in frames]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        groups = _touching(boxes)
        for number, group in enumerate(groups):
            begins = number == 0 and (run is None or run.begins)
            ends = number == len(groups) - 1 and (run is None or run.ends)
            painter.drawPath(_outline(group, begins=begins, ends=ends))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def line_colour(self, hue: int) -> QColor:
        """The colour of a label's line and caps."""
        return self._theme.color("ctl") if hue == NEUTRAL else self._theme.label_line(hue)

    def _tint(self, hue: int, deep: int) -> QColor:
        key = (self._theme.name, hue, deep)
        colour = self._tints.get(key)
        if colour is None:
            ground = self._theme.color("hover") if hue == NEUTRAL else self._theme.label_tint(hue)
            colour = self._tints[key] = _mixed(self._theme.color("text"), ground, min(0.5, DEEPER * deep))
        return colour


def _touching(boxes: Sequence[QRectF]) -> list[list[QRectF]]:
    """The boxes of following lines, together as long as each lies under the one before."""
    groups: list[list[QRectF]] = []
    for box in boxes:
        last = groups[-1][-1] if groups else None
        if last is not None and box.left() < last.right() and last.left() < box.right():
            groups[-1].append(box)
        else:
            groups.append([box])
    return groups


def _outline(boxes: Sequence[QRectF], *, begins: bool, ends: bool) -> QPainterPath:
    """One line around boxes that lie under each other; a single box is open at the side where its run goes on."""
    first, last = boxes[0], boxes[-1]
    path = QPainterPath()
    if len(boxes) == 1:
        path.moveTo(first.topLeft())
        path.lineTo(first.topRight())
        path.moveTo(first.bottomLeft())
        path.lineTo(first.bottomRight())
        if begins:
            path.moveTo(first.topLeft())
            path.lineTo(first.bottomLeft())
        if ends:
            path.moveTo(first.topRight())
            path.lineTo(first.bottomRight())
        return path
    path.moveTo(first.topLeft())
    path.lineTo(first.topRight())
    for box, below in pairwise(boxes):  # down the right side
        middle = (box.bottom() + below.top()) / 2
        path.lineTo(box.right(), middle)
        path.lineTo(below.right(), middle)
    path.lineTo(last.bottomRight())
    path.lineTo(last.bottomLeft())
    for box, above in pairwise(reversed(boxes)):  # up the left side
        middle = (above.bottom() + box.top()) / 2
        path.lineTo(box.left(), middle)
        path.lineTo(above.left(), middle)
    path.closeSubpath()
    return path


def _mixed(colour: QColor, into: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        into.redF() + (colour.redF() - into.redF()) * share,
        into.greenF() + (colour.greenF() - into.greenF()) * share,
        into.blueF() + (colour.blueF() - into.blueF()) * share,
    )
