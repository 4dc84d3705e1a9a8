"""The overview bar: a whole paper at a glance, its units, marks and hits, and what is seen. It is the scroll bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueInterface,
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget
from shiboken6 import Shiboken

from reader.domain.model import Span
from reader.ui.reading_view import ReadingView
from reader.ui.theme import Theme

WIDTH = 16  # px
QUESTION_X, QUESTION_WIDTH, ANSWER_X, ANSWER_WIDTH = 4.25, 1.5, 3.0, 4.0  # px in the bar: lines of units
UNIT_GAP = 1.0  # px between units, so that neighbours stay apart
MARK = QRectF(9, 0, 6, 3)  # of a highlight
LINK = QRectF(12, 0, 3, 3)  # the end of a link: the last half of its mark, if it has one
HIT = QRectF(4.5, 0, 7, 2)
SMALLEST_FRAME = 24.0  # px
FEW = 50  # changed passages that are repainted one by one
STEPS = 1000  # the range a screen reader sees


class OverviewBar(QWidget):
    """Places are told by character offset, so that no layout is needed. Click jumps, drag and wheel scroll."""

    def __init__(self, view: ReadingView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._theme = view, theme
        self._picture: QPixmap | None = None  # of marks and hits; made anew when they change
        self._grip: float | None = None  # where in the frame it was taken, px from its top
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Overview of the paper"))
        self.setToolTip("")
        view.scrolled.connect(self.update)
        theme.changed.connect(self.renew)
        view.marks_changed.connect(self._on_marks_changed)
        view.hits_changed.connect(self.renew)
        view.units_changed.connect(self.renew)
        view.reading_changed.connect(self.renew)

    def renew(self) -> None:
        """What there is to show changed."""
        self._picture = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    # places

    def _length(self) -> int:
        """The length of the source as far as it is shown."""
        reading = self._view.reading
        return max(1, reading.source_offset(len(reading.text)))

    def y_of(self, source_offset: int) -> float:
        """The y of a source offset in the bar."""
        return source_offset / self._length() * self.height()

    def offset_at(self, y: float) -> int:
        """The source offset at a y of the bar."""
        share = min(max(y / max(1, self.height()), 0.0), 1.0)
        return round(share * self._length())

    def frame_rect(self) -> QRectF:
        """The part that is seen, px in the bar."""
        seen = self._view.visible_span()
        top, bottom = self.y_of(seen.start), self.y_of(seen.end)
        if bottom - top < SMALLEST_FRAME:
            middle = (top + bottom) / 2
            top = min(max(middle - SMALLEST_FRAME / 2, 0.0), max(0.0, self.height() - SMALLEST_FRAME))
            bottom = top + SMALLEST_FRAME
        return QRectF(0.75, top + 0.75, WIDTH - 1.5, bottom - top - 1.5)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        wanted = self.size() * ratio
        if self._picture is None or self._picture.size() != wanted or self._picture.devicePixelRatio() != ratio:
            self._picture = self._paint_marks(wanted, ratio)
        frame = self.frame_rect()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        if not self._view.flow.count:
            return
        accent = self._theme.color("accent")
        fill = QColor(accent)
        fill.setAlphaF(0.14)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(accent, 1.5))
        painter.setBrush(fill)
        painter.drawRoundedRect(frame, 3, 3)

    def _paint_marks(self, size: QSize, ratio: float) -> QPixmap:
        picture = QPixmap(size)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        self._paint_band(painter, 0, self.height())
        painter.end()
        return picture

    def _paint_band(self, painter: QPainter, top: int, bottom: int) -> None:
        """Paint the rows top:bottom of the picture: the ground, lines of units, marks, dots of links, bars of hits."""
        color, view = self._theme.color, self._view
        painter.setClipRect(0, top, WIDTH, bottom - top)
        painter.fillRect(0, top, WIDTH, bottom - top, color("track"))
        painter.fillRect(0, top, 1, bottom - top, color("line"))
        scale = self.height() / self._length()
        low, high = int((top - 4) / scale), int((bottom + 4) / scale) + 1
        for unit in view.units_between(low, high):
            y, height = unit.start * scale, max(1.0, (unit.end - unit.start) * scale - UNIT_GAP)
            x, width = (ANSWER_X, ANSWER_WIDTH) if unit.role == "answer" else (QUESTION_X, QUESTION_WIDTH)
            painter.fillRect(QRectF(x, y, width, height), color("accent" if unit.role == "answer" else "q"))
        if view.marks is not None:
            marks = view.marks.starts_and_hues(low, high)
            rows = {int(start * scale): hue for start, hue in marks}  # thousands of marks fall on a few hundred rows
            for row, hue in rows.items():
                painter.fillRect(MARK.translated(0, row - 1), self._theme.label_line(hue) if hue else color("ctl"))
            for row in {int(end.start * scale) for end in view.marks.link_ends().values() if low <= end.start < high}:
                painter.fillRect(LINK.translated(0, row - 1), color("accent"))
        for row in {int(hit.start * scale) for hit in (*view.hits, *view.changes) if low <= hit.start < high}:
            painter.fillRect(HIT.translated(0, row), color("hitline"))

    def _on_marks_changed(self, spans: list[Span] | None) -> None:
        """Repaint the rows that changed; all of them when that may be everything."""
        if spans is None or self._picture is None or len(spans) > FEW:
            self.renew()
            return
        painter = QPainter(self._picture)
        for row in {int(self.y_of(span.start)) for span in spans}:
            self._paint_band(painter, row - 4, row + 4)
        painter.end()
        self.update()

    # mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        frame = self.frame_rect()
        y = event.position().y()
        if not frame.contains(frame.center().x(), y):
            self._go_to(y, event.modifiers())
            frame = self.frame_rect()
        self._grip = y - frame.top()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            frame = self.frame_rect()
            self._go_to(event.position().y() - self._grip + frame.height() / 2, event.modifiers())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        QApplication.sendEvent(self._view.viewport(), event)

    def _go_to(self, y: float, modifiers: Qt.KeyboardModifier) -> None:
        """Bring the place at a y of the bar to the middle of the view; with Alt in this view alone."""
        view = self._view
        offset = view.reading.reading_offset(self.offset_at(y))
        with view.user_scrolling(alone=bool(modifiers & Qt.KeyboardModifier.AltModifier)):
            view.show_line(min(offset, len(view.reading.text)), view.viewport().height() // 2)

    # a screen reader's scroll bar

    def value(self) -> int:
        """How far down the first visible line is, of STEPS."""
        return round(self._view.top_span().start / self._length() * STEPS)

    def set_value(self, value: int) -> None:
        """Scroll so that the place at `value` of STEPS is the first visible line."""
        with self._view.user_scrolling():
            self._view.set_position((round(min(max(value, 0), STEPS) / STEPS * self._length()), 0))


class OverviewInterface(QAccessibleWidget):
    """The overview bar as a scroll bar with a value."""

    def __init__(self, bar: OverviewBar) -> None:
        super().__init__(bar, QAccessible.Role.ScrollBar)
        self._value = OverviewValue(bar)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override]
        return self._value if kind == QAccessible.InterfaceType.ValueInterface else Shiboken.VoidPtr(0)


class OverviewValue(QAccessibleValueInterface):
    """The value of the overview bar: 0 to STEPS."""

    def __init__(self, bar: OverviewBar) -> None:
        super().__init__()
        self._bar = bar

    def currentValue(self) -> int:
        return self._bar.value()

    def setCurrentValue(self, value: object) -> None:
        if isinstance(value, int | float):
            self._bar.set_value(round(value))

    def minimumValue(self) -> int:
        return 0

    def maximumValue(self) -> int:
        return STEPS

    def minimumStepSize(self) -> int:
        return 1
