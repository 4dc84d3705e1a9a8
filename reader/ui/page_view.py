"""The reading view that can also show a PDF as its pages: the same text, caret, selection, marks and hits on paper."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from reader.domain.model import Span
from reader.models.page_source import PageSource
from reader.text.page_map import PageLink
from reader.text.reading import ReadingText
from reader.ui.column_view import WHEEL_NOTCH
from reader.ui.page_column import LARGEST_ZOOM, SMALLEST_ZOOM, Zoom, next_zoom
from reader.ui.page_flow import PageFlow
from reader.ui.page_lines import PageLine
from reader.ui.paper_painter import PaperPainter
from reader.ui.reading_view import ReadingView
from reader.ui.text_flow import TextFlow
from reader.ui.text_search import find_in
from reader.ui.theme import Theme

_Key = QKeySequence.StandardKey
_LINES = {  # keys that go from line to line, and how far
    _Key.MoveToNextLine: 1, _Key.SelectNextLine: 1, _Key.MoveToPreviousLine: -1, _Key.SelectPreviousLine: -1
}  # fmt: skip
_CLICK = 3.0  # px that the mouse may move between press and release
_SIDE_MARGIN = 24  # px between a caret and the edge of the viewport, where pages are wider than that


class PageView(ReadingView):
    """A reading view. Give it a source of pages, and `set_reading(source.reading)` shows the pages; any other reading
    text of the paper shows that. Place, caret, selection, chosen highlight and hits stay."""

    zoom_changed = Signal(object)  # "width", "page", or times the printed size
    pages_failed = Signal(object)  # ReaderError: show another reading text
    pages_locked = Signal(bool)  # a password is needed; whether one was given that is wrong
    pages_opened = Signal()
    link_followed = Signal(int)  # the page (from 0) to which a link in the file leads

    _source: PageSource | None = None
    _words: ReadingText | None = None
    _zoom: Zoom = "width"
    _menu_link: PageLink | None = None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pressed_at = QPointF()
        self._column_painter = self.painter
        self._paper_painter = PaperPainter(theme, self.page_name)

    # pages

    @property
    def source(self) -> PageSource | None:
        return self._source

    @property
    def is_paged(self) -> bool:
        """Whether pages are shown."""
        return isinstance(self.flow, PageFlow)

    def set_source(self, source: PageSource | None, words: ReadingText | None = None) -> None:
        """Take the pages of the paper that is shown, or is shown next; None: it has none.

        `words` is its text as paragraphs: words are looked for and copied in that form, where lines and hyphens do not
        get in the way.
        """
        if self._source is not None and source is not self._source:
            self._source.rest()
            for signal, slot in self._slots(self._source):
                signal.disconnect(slot)
        if source is not None and source is not self._source:
            for signal, slot in self._slots(source):
                signal.connect(slot)
        self._source, self._words = source, words

    def _slots(self, source: PageSource) -> tuple[tuple[SignalInstance, Callable[..., object] | SignalInstance], ...]:
        return (
            (source.opened, self._on_opened),
            (source.drawn, self._on_drawn),
            (source.mapped, self._on_mapped),
            (source.failed, self.pages_failed),
            (source.locked, self.pages_locked),
        )

    def _new_flow(self, reading: ReadingText) -> TextFlow:
        source = self._source
        if source is None or reading is not source.reading:
            return super()._new_flow(reading)
        size = self.viewport().size()
        return PageFlow(source, self._zoom, self._styles, size.width(), size.height(), self.theme.color("acctext"))

    def _show_reading(self, reading: ReadingText) -> None:
        was_paged = self.is_paged
        super()._show_reading(reading)
        self.painter = self._paper_painter if self.is_paged else self._column_painter
        if was_paged and not self.is_paged and self._source is not None:
            self._source.rest()

    def _on_opened(self) -> None:
        if isinstance(self.flow, PageFlow):
            self.flow.renew()
            self._everything_moved()
        self.pages_opened.emit()

    def _on_drawn(self, page: int) -> None:
        if isinstance(self.flow, PageFlow):
            self.viewport().update(self.flow.page_rect(page, self._slide_offset()))

    def _on_mapped(self, page: int) -> None:
        if isinstance(self.flow, PageFlow):
            moved = self.flow.page_is_measured(page)
            if moved or page in self.flow.visible_pages():
                self._everything_moved()

    def _everything_moved(self) -> None:
        self.viewport().update()
        self.scrolled.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._source is not None:
            self._source.rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if isinstance(self.flow, PageFlow) and self.flow.source is self._source:  # what is painted is what is wanted
            self.flow.source.want(self.flow.wanted(self.devicePixelRatioF()))

    # zoom

    @property
    def zoom(self) -> Zoom:
        """How large pages are shown."""
        return self._zoom

    def set_zoom(self, zoom: Zoom, at: QPointF | None = None) -> None:
        """Show pages as wide as the view ("width"), whole ("page"), or 0.25 to 4.0 times as large as printed.

        What is at a point of the viewport (its top, if none is given) stays there.
        """
        if isinstance(zoom, float):
            zoom = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
        if zoom == self._zoom:
            return
        self._zoom = zoom
        if isinstance(self.flow, PageFlow):
            self.flow.set_zoom(zoom, at if at is not None else QPointF(self.viewport().width() / 2, 0))
            self._everything_moved()
        self.zoom_changed.emit(zoom)

    def zoom_in(self) -> None:
        if not self._zoom_by(1):
            super().zoom_in()

    def zoom_out(self) -> None:
        if not self._zoom_by(-1):
            super().zoom_out()

    def zoom_reset(self) -> None:
        """Pages as wide as the view; text in its usual size."""
        if self.is_paged:
            self.set_zoom("width")
        else:
            super().zoom_reset()

    def _zoom_by(self, step: int, at: QPointF | None = None) -> bool:
        if not isinstance(self.flow, PageFlow):
            return False
        self.set_zoom(next_zoom(self.flow.factor, step), at)
        return True

    def line_height_px(self) -> int:
        return self.flow.line_height() if isinstance(self.flow, PageFlow) else super().line_height_px()

    # links in the file

    def link_at(self, point: QPointF) -> PageLink | None:
        """The link of the page under a point of the viewport."""
        return self.flow.link_at(point) if isinstance(self.flow, PageFlow) else None

    def take_menu_link(self) -> PageLink | None:
        """The link about which a menu was asked for, once."""
        found, self._menu_link = self._menu_link, None
        return found

    def words_of_link(self, link: PageLink) -> str:
        """Where a link leads: "p. 12", or an address."""
        if link.page is None or not isinstance(self.flow, PageFlow):
            return link.address
        return self.page_name(self.flow.facts_of_page(link.page))

    def show_page(self, page: int) -> None:
        """Show a page (from 0) from its top, with the caret at its start."""
        if isinstance(self.flow, PageFlow) and 0 <= page < self.flow.source.page_count:
            if self.flow.count:
                self.clear_selection()
                self.set_caret(self.reading.source_offset(self.flow.start_of(page)))
            self.flow.show_page(page)
            self._everything_moved()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        link = self.link_at(event.position()) if event.buttons() == Qt.MouseButton.NoButton else None
        if link is not None and link.page is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position()
        link = self.link_at(point) if event.button() == Qt.MouseButton.LeftButton else None
        is_click = (point - self._pressed_at).manhattanLength() < _CLICK and self.selection() is None
        if link is not None and link.page is not None and is_click:
            self.mouse.forget()
            self.link_followed.emit(link.page)
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        point = QPointF(self.viewport().mapFromGlobal(event.globalPos())) if by_mouse else self.caret_rect().center()
        self._menu_link = self.link_at(point)
        super().contextMenuEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            link = self.link_at(QPointF(event.pos()))
            if link is not None:
                area = QRect(event.pos() - QPoint(12, 12), QSize(24, 24))
                QToolTip.showText(event.globalPos(), escape(self.words_of_link(link)), self.viewport(), area)
                return True
        return super().viewportEvent(event)

    # sideways

    def scroll_sideways(self, distance: int) -> None:
        """Move pages that are wider than the view left by `distance` px."""
        if isinstance(self.flow, PageFlow) and self.flow.scroll_sideways(distance):
            self._everything_moved()

    def bring_into_view(self, start: int, end: int | None = None, *, slide: bool = False) -> None:
        super().bring_into_view(start, end, slide=slide)
        if isinstance(self.flow, PageFlow) and self.flow.count:
            x, width = self.caret_rect_at(start).center().x(), self.viewport().width()
            edge = min(max(x, _SIDE_MARGIN), width - _SIDE_MARGIN)
            self.scroll_sideways(round(x - edge))

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = next((step for key, step in _LINES.items() if event.matches(key)), 0)
        if step and isinstance(self.flow, PageFlow) and self.flow.count and not self.mouse.drags_unit:
            with self.user_scrolling():
                self._move_line(step, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        super().keyPressEvent(event)

    def _move_line(self, step: int, *, extend: bool) -> None:
        """To the next line of the text, however many cells it has."""
        flow = self.flow
        paragraph, position = flow.locate(self.caret_offset)
        if self.goal_x is None:
            here = flow.layouts[paragraph]
            self.goal_x = here.x_of(position, here.line_at(position))
        there = paragraph + step
        if not 0 <= there < flow.count:
            self.move_caret(0 if step < 0 else len(self.reading.text), extend=extend, keep_goal=True)
            return
        layout = flow.layouts[there]
        if isinstance(layout, PageLine):
            offset = self.reading.paragraph_start(there) + layout.nearest(self.goal_x)
            self.move_caret(offset, extend=extend, keep_goal=True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        modifiers, angle = event.modifiers(), event.angleDelta()
        if self.is_paged and modifiers & Qt.KeyboardModifier.ControlModifier:
            if angle.y():
                self._zoom_by(1 if angle.y() > 0 else -1, event.position())
            event.accept()
            return
        shifted = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        aside = angle.y() if shifted else angle.x() if not modifiers & Qt.KeyboardModifier.AltModifier else 0
        if self.is_paged and aside and (shifted or abs(aside) > abs(angle.y())):
            pixels = event.pixelDelta()
            notches = -aside / WHEEL_NOTCH * QApplication.wheelScrollLines() * self.line_height_px()
            self.scroll_sideways(round(-pixels.x() if pixels.x() else notches))
            event.accept()
            return
        super().wheelEvent(event)

    # words

    def find(self, text: str, case: bool = False) -> list[Span]:  # type: ignore[override]
        """The places of some words in the text of the paper; the same in every form in which it is shown."""
        return find_in(self._words if self.is_paged and self._words is not None else self.reading, text, case=case)

    def copy(self) -> None:
        """Put the selected words on the clipboard, without the line ends of the page."""
        span = self.selection()
        words = self._words.quote(span) if self.is_paged and self._words is not None and span is not None else ""
        if words:
            QGuiApplication.clipboard().setText(words)
        else:
            super().copy()
