"""A scrolling column of text: size, zoom, wheel, jumps that slide, and the place one is at; without caret or marks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QStyle, QWidget

from reader.domain.model import Span
from reader.text.reading import ReadingText, reading_text
from reader.text.structure import Structure
from reader.ui.paragraph_styles import (
    DEFAULT_LINE_HEIGHT,
    DEFAULT_SIZE,
    LARGEST_SIZE,
    SMALLEST_SIZE,
    ParagraphStyles,
)
from reader.ui.text_flow import TextFlow
from reader.ui.theme import Theme

SLIDE_MS = 120
STEP_LINES = 4  # a move of as many lines follows at once; what is farther slides
WHEEL_NOTCH = 120  # eighths of a degree


class ColumnView(QAbstractScrollArea):
    """Shows a reading text. Positions outside are source offsets (code points), lengths are px of the viewport."""

    scrolled = Signal()  # another part of the text is seen, or it is set in another way
    user_scrolled = Signal(bool)  # the user scrolled by wheel, key or bar; True: this view alone (Alt)
    reading_changed = Signal()  # another text is shown
    reading_size_changed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the overview bar stands in for it
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._delivered = False
        self._styles = ParagraphStyles(DEFAULT_SIZE, DEFAULT_LINE_HEIGHT)
        self.flow = self._new_flow(reading_text(Structure(), ""))
        self._reduced_motion = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
        self._wheel_rest = 0.0
        self._slide_from = 0
        self._slide = QVariantAnimation(self)
        self._slide.setDuration(SLIDE_MS)
        self._slide.setStartValue(1.0)
        self._slide.setEndValue(0.0)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._on_slide)
        theme.changed.connect(self._on_theme_changed)

    @property
    def reading(self) -> ReadingText:
        """The text that is shown."""
        return self.flow.reading

    def _new_flow(self, reading: ReadingText) -> TextFlow:
        size = self.viewport().size()
        return TextFlow(reading, self._styles, size.width(), size.height(), self.theme.color("acctext"))

    def _show_reading(self, reading: ReadingText) -> None:
        """Show a text from its start; raw lines stand one under the other, paragraphs apart."""
        delivered = reading.is_delivered
        if delivered != self._delivered:
            self._delivered = delivered
            self._styles = ParagraphStyles(self._styles.size, self._styles.line_height, delivered=delivered)
        self._slide.stop()
        self._slide_from = 0
        self.flow = self._new_flow(reading)
        self.viewport().update()

    # size of the text

    def reading_size(self) -> int:
        """The size of the reading text in px."""
        return self._styles.size

    def set_reading_size(self, px: int) -> None:
        """Set the text in another size, 12 to 40 px; the first visible line stays."""
        px = min(max(px, SMALLEST_SIZE), LARGEST_SIZE)
        if px != self._styles.size:
            self._set_styles(ParagraphStyles(px, self._styles.line_height, delivered=self._delivered))
            self.reading_size_changed.emit(px)

    def set_line_height(self, ratio: float) -> None:
        """Set the distance of the lines as a multiple of the size, 1.4 to 2.0."""
        ratio = min(max(ratio, 1.4), 2.0)
        if ratio != self._styles.line_height:
            self._set_styles(ParagraphStyles(self._styles.size, ratio, delivered=self._delivered))

    def zoom_in(self) -> None:
        self.set_reading_size(self._styles.size + 1)

    def zoom_out(self) -> None:
        self.set_reading_size(self._styles.size - 1)

    def zoom_reset(self) -> None:
        self.set_reading_size(DEFAULT_SIZE)

    def line_height_px(self) -> int:
        """The height of a line of running text."""
        return self._styles.body.line

    def _set_styles(self, styles: ParagraphStyles) -> None:
        self._styles = styles
        self.flow.set_styles(styles, self.theme.color("acctext"))
        self.viewport().update()
        self.scrolled.emit()

    def _on_theme_changed(self) -> None:
        self._set_styles(self._styles)

    # scrolling

    def set_reduced_motion(self, reduced: bool) -> None:
        """Whether jumps happen at once instead of sliding."""
        self._reduced_motion = reduced

    def reduced_motion(self) -> bool:
        return self._reduced_motion

    def scroll_by(self, distance: int) -> int:
        """Move the text up by `distance` px (down when negative). Gives how far it went."""
        moved = self.flow.scroll_by(distance)
        if moved:
            if self._slide_offset() == 0 and abs(moved) < self.viewport().height():
                self.viewport().scroll(0, -moved)  # only the strip that came into view is painted
            else:
                self.viewport().update()
            self._after_scroll()
        return moved

    def _after_scroll(self) -> None:
        self.scrolled.emit()

    @contextmanager
    def user_scrolling(self, *, alone: bool = False) -> Iterator[None]:
        """What scrolls in this context is the user's doing: `user_scrolled` follows when it did."""
        before = self.flow.top
        yield
        if self.flow.top != before:
            self.user_scrolled.emit(alone)

    def scroll_to(self, source_offset: int, y: int) -> None:
        """Scroll so that the line with a source offset stands at `y` px, as far as the text reaches.

        It slides there when it is far and motion is not reduced. It is not the user's doing: no `user_scrolled`.
        """
        offset = min(self.reading.reading_offset(source_offset), len(self.reading.text)) if self.flow.count else 0
        far = self.flow.count > 0 and abs(self.flow.y_of(offset) - y) > STEP_LINES * self.line_height_px()
        self.show_line(offset, y, slide=far)

    def show_line(self, offset: int, y: int, *, slide: bool = False) -> None:
        """Scroll so that the line at reading `offset` stands at `y`; with `slide` the text moves there in 120 ms."""
        if not self.flow.count:
            return
        before = self.flow.y_of(offset)
        top = self.flow.top
        self.flow.show_line(offset, y)
        if self.flow.top == top:
            return
        distance = round(before - self.flow.y_of(offset)) - self._slide_offset()  # from where it is seen now
        if slide and not self._reduced_motion and self.isVisible():
            limit = self.viewport().height()
            self._slide_from = min(max(distance, -limit), limit)
            self._slide.stop()
            self._slide.start()
        self.viewport().update()
        self._after_scroll()

    def _slide_offset(self) -> int:
        """How many px the text still stands away from where it is going."""
        if self._slide.state() != QVariantAnimation.State.Running:
            return 0
        return round(-self._slide_from * float(self._slide.currentValue()))

    def _on_slide(self, _value: object) -> None:
        self.viewport().update()

    def position(self) -> tuple[int, int]:
        """The source offset at the start of the first visible line, and the y of that line: a place to come back to."""
        if not self.flow.count:
            return 0, 0
        offset, y = self.flow.anchor()
        return self.reading.source_offset(offset), y

    def set_position(self, position: tuple[int, float]) -> None:
        """Return to a place that `position` gave, whatever the width and size are now."""
        if self.flow.count:
            self.flow.restore((self.reading.reading_offset(position[0]), round(position[1])))
            self.viewport().update()
            self._after_scroll()

    def visible_span(self) -> Span:
        """From the first to the last visible character."""
        start, end = self.flow.visible_range()
        return self.reading.source_span(start, end)

    def top_span(self) -> Span:
        """The first visible line."""
        if not self.flow.count:
            return Span(0, 0)
        offset, _ = self.flow.anchor()
        paragraph, position = self.flow.locate(offset)
        layout = self.flow.layouts[paragraph]
        start = self.reading.paragraph_start(paragraph)
        line = layout.lines[layout.line_at(position)]
        return self.reading.source_span(start + line.start, start + line.end)

    def y_of(self, source_offset: int) -> float:
        """The y of the top of the line with a source offset; exact in view, estimated out of it."""
        if not self.flow.count:
            return 0.0
        return self.flow.y_of(min(self.reading.reading_offset(source_offset), len(self.reading.text)))

    def rects_of(self, span: Span) -> list[QRectF]:
        """The rectangles of the visible lines of a passage, in the viewport."""
        return [rect for start, end in self.reading.shown_ranges(span) for rect in self.flow.rects(start, end)]

    def source_at(self, point: QPointF) -> int | None:
        """The source offset of the character under a point of the viewport."""
        offset = self.flow.character_at(point)
        return None if offset is None else self.reading.source_offset(offset)

    # events

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.flow.set_size(self.viewport().width(), self.viewport().height())
        self.viewport().update()
        self.scrolled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        alone = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        pixels, angle = event.pixelDelta(), event.angleDelta()
        if alone:  # with Alt the axes may come exchanged
            pixels, angle = (delta if delta.y() else delta.transposed() for delta in (pixels, angle))
        distance: float = -pixels.y()
        if pixels.isNull():
            notches = -angle.y() / WHEEL_NOTCH
            distance = notches * QApplication.wheelScrollLines() * self.line_height_px() + self._wheel_rest
            self._wheel_rest = distance - int(distance)
        with self.user_scrolling(alone=alone):
            self.scroll_by(int(distance))
        event.accept()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The scroll bars of the area are not used."""
