"""The gutter between two panes: ribbons from each linked passage to its counterpart, with a sign in the middle."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip

from reader.domain.model import ANSWERED_BY, Highlight, Link
from reader.ui.document_pane import DocumentPane
from reader.ui.resources import pixmap
from reader.ui.splitters import GripHandle, GripSplitter

GUTTER = 40  # px
MOST = 12  # ribbons drawn at once, nearest to the caret first
SIGN = 22  # px


@dataclass(frozen=True, slots=True)
class Ribbon:
    """One link in gutter coordinates: (top, bottom) of its passage at the left and at the right, None = out of view."""

    link: Link
    left: tuple[float, float] | None
    right: tuple[float, float] | None
    left_uid: str
    right_uid: str
    upwards: bool  # where the end that is out of view lies
    page: str
    shift: float = 0.0  # px the sign is moved down to keep clear of its neighbours

    @property
    def whole(self) -> bool:
        """Whether both ends are in view."""
        return self.left is not None and self.right is not None

    def centre(self) -> QPointF:
        """The middle of the ribbon's sign."""
        if self.left is not None and self.right is not None:
            return QPointF(GUTTER / 2, (sum(self.left) + sum(self.right)) / 4 + self.shift)
        top, bottom = self.left or self.right or (0.0, 0.0)
        return QPointF(GUTTER / 2, (top + bottom) / 2 + self.shift)


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
    seen: set[tuple[str, str, str, bool]] = set()
    kept = []
    for ribbon in ribbons:
        end = ribbon.left_uid if ribbon.left is not None else ribbon.right_uid
        side = "left" if ribbon.left is not None else "right"
        key = (end, side, ribbon.page, ribbon.upwards)
        if ribbon.whole or key not in seen:
            kept.append(ribbon)
        seen.add(key)
    return kept


class LinkRibbons(GripHandle):
    """Shows the links between the two panes beside it; it follows both panes' scrolling."""

    sign_clicked = Signal(str, str, QPoint)  # link, the end to go to, where (global)

    def __init__(self, splitter: GripSplitter) -> None:
        super().__init__(splitter)
        self._ribbons: list[Ribbon] = []
        self._under_mouse: str | None = None
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

    def _make_ribbons(self) -> list[Ribbon]:
        panes = self.panes()
        if panes is None or not self.isVisible():
            return []
        left, right = panes
        here, there = left.marks.link_ends(), right.marks.link_ends()
        found: list[tuple[float, Ribbon]] = []
        for link in left.marks.links():
            for left_uid, right_uid in ((link.source_uid, link.target_uid), (link.target_uid, link.source_uid)):
                if left_uid in here and right_uid in there:
                    ribbon = self._ribbon(link, left, here[left_uid], right, there[right_uid])
                    if ribbon is not None:
                        distance = abs(ribbon.centre().y() - self._caret_y(left, right))
                        found.append((distance, ribbon))
        found.sort(key=lambda item: item[0])
        whole = {ribbon.link.uid for _, ribbon in found if ribbon.left and ribbon.right}
        kept = [ribbon for _, ribbon in found if (ribbon.left and ribbon.right) or ribbon.link.uid not in whole]
        return apart(_merged(kept[:MOST]))

    def _ribbon(
        self, link: Link, left: DocumentPane, left_end: Highlight, right: DocumentPane, right_end: Highlight
    ) -> Ribbon | None:
        left_y, right_y = self._extent(left, left_end), self._extent(right, right_end)
        left_seen, right_seen = self._seen(left, left_y), self._seen(right, right_y)
        if not left_seen and not right_seen:
            return None
        hidden_pane, hidden_end, hidden_y = (right, right_end, right_y) if left_seen else (left, left_end, left_y)
        page = hidden_pane.page_words_at(hidden_end.start) if not (left_seen and right_seen) else ""
        return Ribbon(
            link, left_y if left_seen else None, right_y if right_seen else None, left_end.uid, right_end.uid,
            hidden_y[0] < 0, page,
        )  # fmt: skip

    def _extent(self, pane: DocumentPane, end: Highlight) -> tuple[float, float]:
        view = pane.view
        shift = self.mapFromGlobal(view.viewport().mapToGlobal(QPoint(0, 0))).y()
        top = view.y_of(end.start)
        bottom = view.y_of(max(end.start, end.end - 1)) + view.line_height_px()
        return top + shift, bottom + shift

    def _seen(self, pane: DocumentPane, extent: tuple[float, float]) -> bool:
        top = self.mapFromGlobal(pane.view.viewport().mapToGlobal(QPoint(0, 0))).y()
        return extent[1] > top and extent[0] < top + pane.view.viewport().height()

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
        ribbon = self._at(event.position())
        uid = ribbon.link.uid if ribbon else None
        if uid != self._under_mouse and not event.buttons():
            self._under_mouse = uid
            self.setCursor(
                Qt.CursorShape.PointingHandCursor
                if ribbon
                else (
                    Qt.CursorShape.SplitHCursor
                    if self.orientation() == Qt.Orientation.Horizontal
                    else Qt.CursorShape.SplitVCursor
                )
            )
            self.update()
            panes = self.panes()
            if panes is not None:
                panes[0].view.light(ribbon.left_uid if ribbon else "")
                panes[1].view.light(ribbon.right_uid if ribbon else "")
            if ribbon is not None:
                QToolTip.showText(event.globalPosition().toPoint(), self.tr("Show the linked passage"), self)
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        ribbon = self._at(event.position())
        if ribbon is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        panes = self.panes()
        towards = ribbon.right_uid
        if panes is not None and (ribbon.right is not None and (ribbon.left is None or panes[1].active)):
            towards = ribbon.left_uid
        self.sign_clicked.emit(ribbon.link.uid, towards, event.globalPosition().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("window"))
        if self.orientation() != Qt.Orientation.Horizontal:
            super().paintEvent(event)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ribbon in reversed(self._ribbons):
            self._paint_ribbon(painter, ribbon)
        for ribbon in reversed(self._ribbons):
            self._paint_sign(painter, ribbon)
        if self.hasFocus():
            painter.setPen(QPen(self.theme.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _is_chosen(self, ribbon: Ribbon) -> bool:
        return ribbon.link.uid == self._under_mouse or self.chosen_highlight in (ribbon.left_uid, ribbon.right_uid)

    def _paint_ribbon(self, painter: QPainter, ribbon: Ribbon) -> None:
        width, middle = float(self.width()), self.width() / 2
        chosen = self._is_chosen(ribbon)
        edge, fill = QColor(self.theme.color("accent")), QColor(self.theme.color("accent"))
        edge.setAlphaF(1.0 if chosen else 0.75)
        fill.setAlphaF(0.20 if chosen else 0.09)
        pen = QPen(edge, 1.75 if chosen else 1.0)
        if ribbon.left is not None and ribbon.right is not None:
            (lt, lb), (rt, rb) = ribbon.left, ribbon.right
            upper, lower = QPainterPath(QPointF(0, lt)), QPainterPath(QPointF(0, lb))
            upper.cubicTo(middle, lt, middle, rt, width, rt)
            lower.cubicTo(middle, lb, middle, rb, width, rb)
            area = QPainterPath(upper)
            area.lineTo(width, rb)
            area.cubicTo(middle, rb, middle, lb, 0, lb)
            area.closeSubpath()
        else:
            x0, (top, bottom) = (0.0, ribbon.left) if ribbon.left is not None else (width, ribbon.right or (0.0, 0.0))
            centre = ribbon.centre()
            upper, lower = QPainterPath(QPointF(x0, top)), QPainterPath(QPointF(x0, bottom))
            upper.cubicTo(middle, top, middle, centre.y() - SIGN / 2, middle, centre.y() - 4)
            lower.cubicTo(middle, bottom, middle, centre.y() + SIGN / 2, middle, centre.y() + 4)
            area = QPainterPath(upper)
            area.lineTo(lower.currentPosition())
            area.cubicTo(middle, centre.y() + SIGN / 2, middle, bottom, x0, bottom)
            area.closeSubpath()
        painter.fillPath(area, fill)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(upper)
        painter.drawPath(lower)

    def _paint_sign(self, painter: QPainter, ribbon: Ribbon) -> None:
        centre = ribbon.centre()
        chosen = self._is_chosen(ribbon)
        whole = ribbon.whole
        color = self.theme.color
        circle = QRectF(centre.x() - SIGN / 2, centre.y() - SIGN / 2, SIGN, SIGN)
        pen = QPen(color("accent" if whole else "ctl"), 1.5)
        if not whole:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(color("accent" if chosen and whole else "page"))
        painter.drawEllipse(circle)
        if whole:
            name = "check" if ribbon.link.kind_uid == ANSWERED_BY.uid else "arrow-left-right"
        else:
            name = "arrow-up" if ribbon.upwards else "arrow-down"
        token = "onaccent" if chosen and whole else ("accent" if whole else "text2")
        image = pixmap(self.theme, name, token, 12, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(centre.x() - 6, centre.y() - 6), image)
        if ribbon.page:
            painter.setPen(color("text2"))
            font = painter.font()
            font.setPixelSize(11)
            painter.setFont(font)
            y = circle.bottom() + 1 if not ribbon.upwards else circle.top() - 16
            painter.drawText(QRectF(0, y, self.width(), 15), Qt.AlignmentFlag.AlignCenter, ribbon.page)
