"""Panes that scroll together: from question to answer and back, or by the same amount from where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QPointF, QTimer, Signal

from reader.domain.changes import ChangeSet
from reader.domain.model import Highlight, Link, Span
from reader.models.session import Session
from reader.ui.document_pane import DocumentPane
from reader.ui.pane_row import PaneRow
from reader.ui.pane_units import PaneUnits
from reader.ui.reading_view import ReadingView
from reader.ui.scroll_routes import Route, route_between

Mode = Literal["off", "pairs", "here"]
READING = 3  # the reader is at a third of the height of a pane
EDGE = 12  # px between a passage that is followed and the upper edge
APART = 0.5  # of its height that a pane moved alone stays at most away from where it would stand


@dataclass(frozen=True, slots=True)
class Extent:
    """Top and height of a passage in a viewport, px."""

    top: float
    height: float


def followed_top(source: Extent, target_height: float, line: float, height: float) -> float:
    """Where the top of the counterpart is to stand, px, while the reader is at height `line` of the source passage.

    Next to the top of the source, as long as that is seen. When the source is longer than that, the counterpart goes by
    with it, so that the reader is at the end of both at the same time. A counterpart that would stick out below is
    brought up, but not above the reading line. `height` is that of the viewport of the counterpart.
    """
    if source.top >= EDGE:
        return min(source.top, max(line, height - target_height - EDGE))
    way = EDGE - (line - source.height)  # px from where the top leaves the view until the end is read
    share = min(1.0, (EDGE - source.top) / way) if way > 0 else 1.0
    return EDGE - share * max(0.0, target_height - (line - EDGE))


class LinkedScrolling(QObject):
    """Lets the panes beside the one in which the reader moves follow it.

    Mode "pairs": to the counterpart of what is read, "here": by as many px as that pane moves. `changed`: another mode,
    or other panes that follow. `told` carries words for the user.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, session: Session, pane_row: PaneRow, units: PaneUnits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._row, self._units = session, pane_row, units
        self._mode: Mode = "off"
        self._asked = False  # it was switched on, and whether it leads anywhere is not known yet
        self._routes: dict[tuple[str, str], Route] = {}  # by the uids of the papers
        self._places: dict[ReadingView, tuple[int, int]] = {}  # the positions before the reader moves
        self._lines: dict[ReadingView, float] = {}  # where the reader is, px
        self._shown: dict[tuple[ReadingView, ReadingView], tuple[Span, Span]] = {}
        self._shifts: dict[tuple[ReadingView, ReadingView], float] = {}  # px the second pane was moved alone
        self._owed: dict[ReadingView, int] = {}  # px that a pane at its end could not follow
        self._views: set[ReadingView] = set()
        self._at_caret: ReadingView | None = None
        self._caret_timer = QTimer(self, singleShot=True, interval=0)
        self._caret_timer.timeout.connect(self._follow_caret)
        self._review_timer = QTimer(self, singleShot=True, interval=0)
        self._review_timer.timeout.connect(self._review)
        self._place_timer = QTimer(self, singleShot=True, interval=0)
        self._place_timer.timeout.connect(self._take_places)
        pane_row.panes_changed.connect(self._on_panes_changed)
        units.changed.connect(self._on_routes_changed)
        session.changed.connect(self._on_changed)
        self._on_panes_changed()

    # -- mode ----------------------------------------------------------------------------------------------------------

    @property
    def mode(self) -> Mode:
        return self._mode

    def toggle(self) -> None:
        """Switch it on by question and answer, or off."""
        self._asked = self._mode == "off"
        self._set_mode("pairs" if self._mode == "off" else "off")

    def align_from_here(self) -> None:
        """Let all panes scroll by the same amount from where they stand now."""
        self._set_mode("here")

    def follows(self, pane: DocumentPane) -> bool:
        """Whether a pane moves along with another one."""
        if self._mode == "here":
            return len(self._row.panes) > 1
        return self._mode == "pairs" and any(self._route(other, pane) for other in self._row.neighbours(pane))

    def _set_mode(self, mode: Mode) -> None:
        self._mode = mode
        self._units.propose("scrolling", mode == "pairs")
        for state in (self._lines, self._shown, self._shifts, self._owed):
            state.clear()
        self._take_places()
        self._review()

    def _review(self) -> None:
        """Say in the heads which panes follow; without any pairs there is one way left to scroll together."""
        self._review_timer.stop()
        panes = self._row.panes
        if self._asked and self._mode == "pairs" and len(panes) > 1:
            known = all(paper.stage == "board" for paper in self._units.papers)
            if any(self.follows(pane) for pane in panes):
                self._asked = False
            elif known:
                self._asked = False
                self._set_mode("here")
                self.told.emit(self.tr("Nothing is linked between these panes: they scroll together from here."))
                return
        for pane in panes:
            pane.head.follows.set(self._mode if self.follows(pane) else "off")
            pane.head.fit()
        self.changed.emit()

    # -- what belongs together -----------------------------------------------------------------------------------------

    def _route(self, here: DocumentPane, there: DocumentPane) -> Route | None:
        """From what is read in one pane to its counterpart in another; None where nothing belongs together."""
        key = (here.document.text_uid, there.document.text_uid)
        found = self._routes.get(key)
        if found is None:
            found = self._routes[key] = route_between(here, there, self._units)
        return found if found.leads_somewhere else None

    def _on_routes_changed(self) -> None:
        self._routes.clear()
        self._shown.clear()
        if self._mode != "off":
            self._review_timer.start()

    def _on_changed(self, change_set: ChangeSet) -> None:
        if change_set.touches(Link, Highlight):
            self._on_routes_changed()

    # -- the panes -----------------------------------------------------------------------------------------------------

    def _on_panes_changed(self) -> None:
        views: set[ReadingView] = {pane.view for pane in self._row.panes}
        for view in views - self._views:
            view.user_scrolled.connect(self._on_user_scrolled)
            view.scrolled.connect(self._on_scrolled)
            view.caret_moved.connect(self._on_caret_moved)
        for state in (self._places, self._lines, self._owed):
            for view in self._views - views:
                state.pop(view, None)
        for memory in (self._shown, self._shifts):
            for key in [key for key in memory if not views.issuperset(key)]:
                del memory[key]
        self._views = views
        self._routes.clear()
        self._place_timer.start()
        if self._mode != "off":
            self._review()

    def _pane_of(self, view: object) -> DocumentPane | None:
        return next((pane for pane in self._row.panes if pane.view is view), None)

    def _on_scrolled(self) -> None:
        if self._mode != "off" and not self._place_timer.isActive():
            self._place_timer.start()  # what moves without the reader is where one goes on from

    def _take_places(self) -> None:
        self._places = {pane.view: pane.view.position() for pane in self._row.panes}

    # -- following -----------------------------------------------------------------------------------------------------

    def _on_user_scrolled(self, alone: bool) -> None:
        pane = self._pane_of(self.sender())
        if pane is None or self._mode == "off":
            return
        offset, y = self._places.get(pane.view, pane.view.position())
        distance = round(y - pane.view.y_of(offset))
        self._places[pane.view] = pane.view.position()
        if self._mode == "here":
            if not alone:
                self._move_along(pane, distance)
        elif alone:
            self._keep_apart(pane)
        elif not (self._caret_timer.isActive() and self._at_caret is pane.view):
            self._ease_line(pane.view, abs(distance))
            self._follow(pane, None)

    def _move_along(self, pane: DocumentPane, distance: int) -> None:
        for other in self._row.panes:
            if other is not pane:
                wanted = distance + self._owed.get(other.view, 0)
                self._owed[other.view] = wanted - other.view.scroll_by(wanted)

    def _on_caret_moved(self) -> None:
        view = self.sender()
        if self._mode == "pairs" and isinstance(view, ReadingView):
            self._at_caret = view
            self._caret_timer.start()  # first the view shows the caret

    def _follow_caret(self) -> None:
        pane = self._pane_of(self._at_caret)
        if pane is None or self._mode != "pairs" or pane.view.selection() is not None:
            return
        caret = pane.view.caret()
        self._lines[pane.view] = min(max(pane.view.y_of(caret), EDGE), pane.view.viewport().height() - EDGE)
        self._follow(pane, caret)

    def _line(self, view: ReadingView) -> float:
        """The height at which the reader is."""
        return self._lines.get(view, view.viewport().height() / READING)

    def _line_near_ends(self, view: ReadingView) -> float:
        """The same; near the ends of the text it goes to the edges of the view, for all of a text is read."""
        height, line = view.viewport().height(), self._line(view)
        start, end = view.reading.source_offset(0), view.reading.source_offset(len(view.reading.text))
        above, below = max(0.0, -view.y_of(start)), max(0.0, view.y_of(end) + view.line_height_px() - height)
        return max(min(line, above + view.line_height_px()), height - below - view.line_height_px())

    def _ease_line(self, view: ReadingView, distance: int) -> None:
        """Where the caret was followed the line comes back to its own height, half as fast as the text moves."""
        line, own = self._lines.get(view), view.viewport().height() / READING
        if line is not None:
            step = min(abs(own - line), distance / 2)
            self._lines[view] = line + (step if own > line else -step)

    def _follow(self, pane: DocumentPane, caret: int | None) -> None:
        """Bring the neighbours to the counterpart of what is read: at the caret, else at the reader's height."""
        own = self._line(pane.view)
        lines = (own,) if caret is not None else dict.fromkeys((self._line_near_ends(pane.view), own))
        for other in self._row.neighbours(pane):
            for line in lines:
                offset = caret if caret is not None else _offset_at(pane.view, line)
                found = self._pair(pane, other, offset, line, settle=caret is None)
                if found is not None:
                    self._bring(pane, other, found, line)
                    break

    def _bring(self, pane: DocumentPane, other: DocumentPane, pair: tuple[Span, Span], line: float) -> None:
        self._shown[pane.view, other.view] = pair
        self._shown[other.view, pane.view] = (pair[1], pair[0])
        shift = self._shift(pane.view, other.view)
        for _ in range(2):  # heights far out of view are estimates: once more when they are known
            wanted = round(self._wanted(pane, other, pair, line) + shift)
            if abs(other.view.y_of(pair[1].start) - wanted) >= 1:
                other.view.scroll_to(pair[1].start, wanted)
        self._places[other.view] = other.view.position()

    def _pair(
        self, pane: DocumentPane, other: DocumentPane, offset: int, line: float, *, settle: bool
    ) -> tuple[Span, Span] | None:
        """What is read and its counterpart; with `settle` the last pair stays at the border of two."""
        route = self._route(pane, other)
        found = route.at(offset) if route is not None else None
        last = self._shown.get((pane.view, other.view))
        if route is not None and found is not None and last not in (None, found) and settle:
            slack = pane.view.line_height_px() / 4
            if last in (route.at(_offset_at(pane.view, y)) for y in (line - slack, line + slack)):
                return last
        return found

    def _wanted(self, pane: DocumentPane, other: DocumentPane, pair: tuple[Span, Span], line: float) -> float:
        height = other.view.viewport().height()
        return followed_top(_extent(pane.view, pair[0]), _extent(other.view, pair[1]).height, line, height)

    # -- one pane alone ------------------------------------------------------------------------------------------------

    def _keep_apart(self, pane: DocumentPane) -> None:
        """A pane was moved alone: from now on it stays as far from its neighbours' counterparts."""
        for other in self._row.neighbours(pane):
            line = self._line_near_ends(other.view)
            found = self._pair(other, pane, _offset_at(other.view, line), line, settle=True)
            if found is not None:
                most = APART * pane.view.viewport().height()
                apart = pane.view.y_of(found[1].start) - self._wanted(other, pane, found, line)
                self._shifts.pop((pane.view, other.view), None)
                self._shifts[other.view, pane.view] = min(max(apart, -most), most)

    def _shift(self, view: ReadingView, other: ReadingView) -> float:
        return self._shifts.get((view, other), 0.0) - self._shifts.get((other, view), 0.0)


def _offset_at(view: ReadingView, y: float) -> int:
    """The source offset at the start of the line at a height."""
    offset, _ = view.flow.place_at(QPointF(view.flow.text_left, y))
    return view.reading.source_offset(offset)


def _extent(view: ReadingView, span: Span) -> Extent:
    top = view.y_of(span.start)
    return Extent(top, view.y_of(max(span.start, span.end - 1)) + view.line_height_px() - top)
