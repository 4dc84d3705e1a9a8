"""The gutter between two panes: ribbons from each linked passage to its counterpart, with a sign in the middle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip

from reader.domain.model import ANSWERED_BY, Highlight, Link, Span
from reader.ui.document_pane import DocumentPane
from reader.ui.ribbon_painter import SIGN, paint_edges, paint_sign
from reader.ui.splitters import GripHandle, GripSplitter
from reader.ui.unit_marks import Role

GUTTER = 40  # px
Kind = Literal["link", "suggested"]
MOST = 12  # ribbons drawn at once: links before suggestions, nearest to the caret first

# the sign of each verdict
VERDICT_ICONS = {
    "answered": "check",
    "partly": "contrast",
    "refused": "ban",
    "refers": "corner-down-right",
    "postponed": "clock",
    "not": "x",
}


@dataclass(frozen=True, slots=True)
class SuggestedRibbon:
    """A suggested pair: source spans of a question and an answer, in one paper or two (by uid); not a link."""

    id: str
    question_document: str
    question: Span
    answer_document: str
    answer: Span
    band: str = ""


@dataclass(frozen=True, slots=True)
class End:
    """One end of a ribbon: a highlight of a link, or the question or answer of a suggestion."""

    span: Span
    highlight_uid: str = ""
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A link or a suggestion in gutter coordinates: (top, bottom) of its passage left and right, None = out of view."""

    kind: Kind
    uid: str
    left: tuple[float, float] | None
    right: tuple[float, float] | None
    left_end: End
    right_end: End
    icon: str
    upwards: bool  # where the end that is out of view lies
    page: str
    shift: float = 0.0  # px the sign is moved down to keep clear of its neighbours
    view: tuple[float, float] = (float("-inf"), float("inf"))  # what can be seen: the sign is in the middle of that

    @property
    def whole(self) -> bool:
        """Whether both ends are in view."""
        return self.left is not None and self.right is not None

    def centre(self) -> QPointF:
        """The middle of the ribbon's sign."""
        ys = [min(max(y, self.view[0]), self.view[1]) for end in (self.left, self.right) if end for y in end]
        return QPointF(GUTTER / 2, sum(ys) / max(1, len(ys)) + self.shift)


def apart(ribbons: list[Ribbon]) -> list[Ribbon]:
    """The ribbons with their signs moved down where they would touch; a stub needs room for its page too."""
    placed: list[Ribbon] = []
    free = float("-inf")
    for ribbon in sorted(ribbons, key=lambda one: one.centre().y()):
        above = (SIGN / 2 + 16) if ribbon.page and ribbon.upwards else SIGN / 2
        below = (SIGN / 2 + 16) if ribbon.page and not ribbon.upwards else SIGN / 2
        shift = max(0.0, free + above - ribbon.centre().y())
        moved = replace(ribbon, shift=shift)
        placed.append(moved)
        free = moved.centre().y() + below + 2
    return placed


def _merged(ribbons: list[Ribbon]) -> list[Ribbon]:
    """One stub for all links of a passage whose other ends are out of view on the same page."""
    seen: set[tuple[str, End, str, bool]] = set()
    kept = []
    for ribbon in ribbons:
        side, end = ("left", ribbon.left_end) if ribbon.left is not None else ("right", ribbon.right_end)
        key = (side, end, ribbon.page, ribbon.upwards)
        if ribbon.whole or key not in seen:
            kept.append(ribbon)
        seen.add(key)
    return kept


class LinkRibbons(GripHandle):
    """Shows the links and suggestions between the two panes beside it; it follows both panes' scrolling."""

    sign_clicked = Signal(str, str, QPoint)  # link, the end to go to, where (global)
    suggestion_clicked = Signal(str, QPoint)  # id, where (global)

    def __init__(self, splitter: GripSplitter) -> None:
        super().__init__(splitter)
        self._ribbons: list[Ribbon] = []
        self._suggestions: tuple[SuggestedRibbon, ...] = ()
        self._verdicts: dict[str, str] = {}
        self._under_mouse: tuple[str, str] | None = None  # kind and uid
        self.chosen_highlight = ""
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Links between the panes"))

    def panes(self) -> tuple[DocumentPane, DocumentPane] | None:
        """The pane at the left and the one at the right."""
        index = self.index()
        if index < 1:
            return None
        left, right = self._splitter.widget(index - 1), self._splitter.widget(index)
        if isinstance(left, DocumentPane) and isinstance(right, DocumentPane):
            return left, right
        return None

    def refresh(self) -> None:
        """Work out the ribbons anew, after scrolling or a change of links."""
        self._ribbons = self._make_ribbons()
        self.update()

    @property
    def ribbons(self) -> tuple[Ribbon, ...]:
        return tuple(self._ribbons)

    def set_suggestions(self, pairs: Sequence[SuggestedRibbon]) -> None:
        """Show these suggested pairs, where links leave room for them."""
        if tuple(pairs) != self._suggestions:
            self._suggestions = tuple(pairs)
            self.refresh()

    def set_verdict_icons(self, verdicts: Mapping[str, str]) -> None:
        """Give links (by uid) the sign of a verdict, a key of VERDICT_ICONS; others keep that of their type."""
        if dict(verdicts) != self._verdicts:
            self._verdicts = dict(verdicts)
            self.refresh()

    def _make_ribbons(self) -> list[Ribbon]:
        panes = self.panes()
        if panes is None or not self.isVisible():
            return []
        left, right = panes
        seen = (left.view.visible_span(), right.view.visible_span())
        caret_y = self._caret_y(left, right)
        ribbons = [self._ribbon(left, right, *ends) for ends in self._ends(left, right) if _is_near(ends, seen)]
        found = [ribbon for ribbon in ribbons if ribbon is not None]
        found.sort(key=lambda ribbon: (ribbon.kind != "link", abs(ribbon.centre().y() - caret_y)))
        whole = {(ribbon.kind, ribbon.uid) for ribbon in found if ribbon.whole}
        kept = [ribbon for ribbon in found if ribbon.whole or (ribbon.kind, ribbon.uid) not in whole]
        return apart(_merged(kept[:MOST]))

    def _ends(self, left: DocumentPane, right: DocumentPane) -> Iterator[Ends]:
        """Everything that could be drawn, with its end at the left and its end at the right."""
        here, there = left.marks.link_ends(), right.marks.link_ends()
        for link in left.marks.links():
            for left_uid, right_uid in ((link.source_uid, link.target_uid), (link.target_uid, link.source_uid)):
                if left_uid in here and right_uid in there:
                    yield "link", link.uid, _linked(here[left_uid]), _linked(there[right_uid]), self._icon_of(link)
        papers = (left.paper_uid, right.paper_uid)
        for pair in self._suggestions:
            question, answer = End(pair.question, role="question"), End(pair.answer, role="answer")
            if papers == (pair.question_document, pair.answer_document):
                yield "suggested", pair.id, question, answer, "circle-question-mark"
            if papers == (pair.answer_document, pair.question_document):
                yield "suggested", pair.id, answer, question, "circle-question-mark"

    def _icon_of(self, link: Link) -> str:
        of_type = "check" if link.kind_uid == ANSWERED_BY.uid else "arrow-left-right"
        return VERDICT_ICONS.get(self._verdicts.get(link.uid, ""), of_type)

    def _ribbon(
        self,
        left: DocumentPane,
        right: DocumentPane,
        kind: Kind,
        uid: str,
        left_end: End,
        right_end: End,
        icon: str,
    ) -> Ribbon | None:
        left_y, right_y = self._extent(left, left_end.span), self._extent(right, right_end.span)
        left_seen, right_seen = self._seen(left, left_y), self._seen(right, right_y)
        if not left_seen and not right_seen:
            return None
        hidden_pane, hidden_end, hidden_y = (right, right_end, right_y) if left_seen else (left, left_end, left_y)
        page = hidden_pane.page_words_at(hidden_end.span.start) if not (left_seen and right_seen) else ""
        return Ribbon(
            kind, uid, left_y if left_seen else None, right_y if right_seen else None, left_end, right_end, icon,
            hidden_y[0] < 0, page, view=self._view_of(left, right),
        )  # fmt: skip

    def _extent(self, pane: DocumentPane, end: Span) -> tuple[float, float]:
        view = pane.view
        shift = self.mapFromGlobal(view.viewport().mapToGlobal(QPoint(0, 0))).y()
        top = view.y_of(end.start)
        bottom = view.y_of(max(end.start, end.end - 1)) + view.line_height_px()
        return top + shift, bottom + shift

    def _seen(self, pane: DocumentPane, extent: tuple[float, float]) -> bool:
        top, bottom = self._view_of(pane)
        return extent[1] > top and extent[0] < bottom

    def _view_of(self, *panes: DocumentPane) -> tuple[float, float]:
        """From where to where the text of all these panes is seen."""
        tops = [self.mapFromGlobal(pane.view.viewport().mapToGlobal(QPoint(0, 0))).y() for pane in panes]
        bottoms = [top + pane.view.viewport().height() for top, pane in zip(tops, panes, strict=True)]
        return max(tops), min(bottoms)

    def _caret_y(self, left: DocumentPane, right: DocumentPane) -> float:
        pane = right if right.active else left
        shift = self.mapFromGlobal(pane.view.viewport().mapToGlobal(QPoint(0, 0))).y()
        return pane.view.y_of(pane.view.caret()) + shift

    def _at(self, point: QPointF) -> Ribbon | None:
        reach = max(SIGN, 24) / 2
        for ribbon in self._ribbons:
            centre = ribbon.centre()
            if abs(centre.x() - point.x()) <= reach and abs(centre.y() - point.y()) <= reach:
                return ribbon
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():
            self._point_at(self._at(event.position()), event.globalPosition().toPoint())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None, QPoint())
        super().leaveEvent(event)

    def _point_at(self, ribbon: Ribbon | None, at: QPoint) -> None:
        """The mouse came to the sign of a ribbon, or left it (None): light both ends and say what it is."""
        pointed = (ribbon.kind, ribbon.uid) if ribbon is not None else None
        if pointed == self._under_mouse:
            return
        self._under_mouse = pointed
        shapes = Qt.CursorShape
        idle = shapes.SplitHCursor if self.orientation() == Qt.Orientation.Horizontal else shapes.SplitVCursor
        self.setCursor(shapes.PointingHandCursor if ribbon is not None else idle)
        self.update()
        panes = self.panes()
        if panes is not None:
            _light(panes[0], ribbon.left_end if ribbon is not None else None)
            _light(panes[1], ribbon.right_end if ribbon is not None else None)
        if ribbon is not None:
            link, suggestion = self.tr("Show the linked passage"), self.tr("Suggested: show the pair")
            QToolTip.showText(at, link if ribbon.kind == "link" else suggestion, self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        ribbon = self._at(event.position())
        if ribbon is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        at = event.globalPosition().toPoint()
        if ribbon.kind == "suggested":
            self.suggestion_clicked.emit(ribbon.uid, at)
            return
        panes = self.panes()
        towards = ribbon.right_end
        if panes is not None and (ribbon.right is not None and (ribbon.left is None or panes[1].active)):
            towards = ribbon.left_end
        self.sign_clicked.emit(ribbon.uid, towards.highlight_uid, at)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("window"))
        if self.orientation() != Qt.Orientation.Horizontal:
            super().paintEvent(event)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ribbon in reversed(self._ribbons):
            paint_edges(painter, self.theme, ribbon, float(self.width()), chosen=self._is_chosen(ribbon))
        for ribbon in reversed(self._ribbons):
            paint_sign(painter, self.theme, ribbon, float(self.width()), chosen=self._is_chosen(ribbon))
        if self.hasFocus():
            painter.setPen(QPen(self.theme.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _is_chosen(self, ribbon: Ribbon) -> bool:
        if (ribbon.kind, ribbon.uid) == self._under_mouse:
            return True
        return self.chosen_highlight in (ribbon.left_end.highlight_uid, ribbon.right_end.highlight_uid)


Ends = tuple[Kind, str, End, End, str]  # kind, uid, left, right, icon


def _linked(highlight: Highlight) -> End:
    return End(highlight.span, highlight.uid)


def _is_near(ends: Ends, seen: tuple[Span, Span]) -> bool:
    """Whether an end may be in view, without a look at the screen: there may be a thousand."""
    left, right = ends[2].span, ends[3].span
    return (left.start <= seen[0].end and left.end >= seen[0].start) or (
        right.start <= seen[1].end and right.end >= seen[1].start
    )


def _light(pane: DocumentPane, end: End | None) -> None:
    """Bring out an end of the ribbon that is pointed at; None for no ribbon."""
    pane.view.light(end.highlight_uid if end is not None else "")
    unit = pane.view.unit_at(end.span.start, end.role) if end is not None and end.role is not None else None
    pane.view.point_at_unit(unit.id if unit is not None else "")
