"""Pages of a PDF behind a viewport, as a text flow: what is visible where, scrolling, zoom, places from pixels."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor

from reader.models.page_source import MOST_BYTES, Band, PageSource, bands_of
from reader.text.page_map import LinePlaces, PageLink
from reader.text.structure import Page
from reader.ui.page_column import GAP, PIXELS, PageColumn, Zoom, scale_of
from reader.ui.page_lines import PageLine, around, even_places, style_of
from reader.ui.paragraph_layouts import Layouts, ParagraphLayout
from reader.ui.paragraph_styles import ParagraphStyle, ParagraphStyles
from reader.ui.text_flow import LEFT_MARGIN, NARROW_MARGIN, RIGHT_MARGIN, Placed, TextFlow

_LEAST_ROOM = 120  # px for a page, however narrow the window is
_NARROW = 420  # px of the viewport, under which the margins shrink
_TYPICAL = 10.0  # points: the size of letters as long as none is known
_LEADING = 1.3  # of the size
_EDGE = 0.12  # of a page: the margin of one that is not measured yet


class PageFlow(TextFlow):
    """The paragraphs are the lines of the pages. The scroll state is px above the viewport, and px left of it."""

    def __init__(
        self, source: PageSource, zoom: Zoom, styles: ParagraphStyles, width: int, height: int, marker: QColor
    ) -> None:
        self.source, self._zoom = source, zoom
        self._waiting: tuple[int, int] | None = None  # reading offset and y, to be shown when its page is measured
        self._seen: tuple[tuple[int, int, int], list[Placed]] | None = None
        self._styles: dict[float, ParagraphStyle] = {}
        super().__init__(source.reading, styles, width, height, marker)

    # column

    @property
    def zoom(self) -> Zoom:
        return self._zoom

    @property
    def factor(self) -> float:
        """How large the pages are drawn: 1.0 is the size of the paper."""
        return self.column.scale / PIXELS

    def set_zoom(self, zoom: Zoom, at: QPointF) -> None:
        """Draw the pages in another size; what is at a point of the viewport stays there."""
        place = self._place_of(at)
        self._zoom = zoom
        self._relayout()
        self._put(place, at)

    def renew(self) -> None:
        """The sizes of the pages came in, or the viewport has another size: what is at its top stays there."""
        corner = QPointF(0, 0)
        place, waiting = self._place_of(corner), self._waiting
        self._relayout()
        self._put(place, corner)
        self._waiting = waiting
        self._show_waiting()

    def page_is_measured(self, page: int) -> bool:
        """Take over where the characters of a page stand. Gives whether the pages moved for that."""
        self._forget()
        top = self.top
        if self._waiting is not None and self.source.text.page_of(self.locate(self._waiting[0])[0]) == page:
            self._show_waiting()
        return self.top != top

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            self.show_line(*self._waiting)

    def set_size(self, width: int, height: int) -> None:
        if (width, height) == (self.width, self.height):
            return
        self.width, self.height = width, height
        self.renew()

    def set_styles(self, styles: ParagraphStyles, marker: QColor) -> None:
        """The letters of a page have their own size; nothing moves."""
        self.styles, self.marker = styles, marker
        self._forget()

    def _relayout(self) -> None:
        source = self.source
        narrow = self.width < _NARROW
        self.left_margin = NARROW_MARGIN if narrow else LEFT_MARGIN
        right = NARROW_MARGIN if narrow else RIGHT_MARGIN
        self._room = max(_LEAST_ROOM, self.width - self.left_margin - right)
        sizes = [source.size(page) for page in range(source.page_count)]
        self.column = PageColumn(sizes, scale_of(self._zoom, sizes, self._room, self.height))
        self.text_width = float(self.column.widest)
        self._styles.clear()
        self._forget()
        self._scroll_to(*self.top)

    def _forget(self) -> None:
        """Lines are to be laid out anew."""
        self._seen = None
        self.layouts = Layouts(self._make)

    def _place_of(self, at: QPointF) -> tuple[int, float, float]:
        """What is at a point of the viewport: a page, and how far down and right in it, as shares of its size."""
        column = self.column
        page = column.page_at(self.top[0] + at.y())
        down = (self.top[0] + at.y() - column.tops[page]) / column.heights[page] if column.heights else 0.0
        return page, down, (at.x() - self.text_left) / self.text_width

    def _put(self, place: tuple[int, float, float], at: QPointF) -> None:
        page, down, right = place
        column = self.column
        height = column.heights[page] if column.heights else 0
        self._scroll_to(round(column.tops[page] + down * height - at.y()), self.top[1])
        self._scroll_to(self.top[0], round(self.text_left + right * self.text_width - at.x()) + self.top[1])

    # scrolling

    def _scroll_to(self, down: int, right: int) -> None:
        most_right = max(0, int(self.text_width) - self._room)
        top = min(max(0, down), max(0, self.column.height - self.height)), min(max(0, right), most_right)
        self.text_left = self.left_margin + max(0, (self._room - int(self.text_width)) // 2) - top[1]
        if top != self.top:
            self.top, self._waiting = top, None

    def scroll_by(self, distance: int) -> int:
        before = self.top[0]
        self._scroll_to(before + distance, self.top[1])
        return self.top[0] - before

    def scroll_sideways(self, distance: int) -> bool:
        """Move the pages left by `distance` px, as far as they are wider than the room. Gives whether they moved."""
        before = self.top
        self._scroll_to(before[0], before[1] + distance)
        return self.top != before

    def anchor(self) -> tuple[int, int]:
        if self._waiting is not None:
            return self._waiting
        shown = [placed for placed in self.visible() if _line(placed).bottom + placed.y > 0]
        if shown:
            first = min(shown, key=lambda placed: (_line(placed).top, placed.paragraph))
            return self.reading.paragraph_start(first.paragraph), round(first.y + _line(first).top)
        page = self.column.page_at(self.top[0])
        offset = self.start_of(page)
        return offset, round(self.y_of(offset))

    def restore(self, position: tuple[int, int]) -> None:
        if self.count:
            self.show_line(*position)

    def show_line(self, offset: int, y: int) -> None:
        self._scroll_to(round(self.y_of(offset) + self.top[0]) - y, self.top[1])
        page = self.source.text.page_of(self.locate(offset)[0])
        self._waiting = (offset, y) if self.source.map(page) is None else None

    def show_page(self, page: int) -> None:
        """Scroll so that the top of a page is at the top of the viewport."""
        self._scroll_to(self.column.tops[page] - GAP, self.top[1])

    def start_of(self, page: int) -> int:
        """The reading offset with which a page begins; without text, that of the next page that has some."""
        line = min(self.source.text.first[page], self.count - 1)
        return self.reading.paragraph_start(line)

    # lines

    def _make(self, paragraph: int) -> ParagraphLayout:
        page = self.source.text.page_of(paragraph)
        number = paragraph - self.source.text.first[page]
        known = self.source.map(page)
        if known is not None:
            places = known.lines[number]
            below = around(places, known.lines[number + 1] if number + 1 < len(known.lines) else None)
        else:
            places = self._guessed(page, number, self.reading.paragraph(paragraph))
            below = around(places, None)
        style = self._styles.get(places.size)
        if style is None:
            style = self._styles[places.size] = style_of(places.size, self.column.scale)
        facts = replace(self.facts.of(paragraph), pages=())  # each page has its number beside it
        return PageLine(places, below, self.column.scale, style, facts, self._option, self.marker)

    def _guessed(self, page: int, number: int, text: str) -> LinePlaces:
        width, height = self.source.size(page)
        count = len(self.source.text.lines_of(page))
        base = height * (_EDGE + (1 - 2 * _EDGE) * (number + 1) / max(1, count))
        return even_places(text, _TYPICAL, width * _EDGE, width * (1 - _EDGE), base)

    def line_height(self) -> int:
        """The usual distance of two lines, px."""
        page = self.column.page_at(self.top[0] + self.height / 2)
        known = self.source.map(page)
        sizes = sorted(line.size for line in known.lines) if known is not None else []
        size = sizes[len(sizes) // 2] if sizes else _TYPICAL
        return max(1, round(_LEADING * size * self.column.scale))

    # what is where

    def page_rect(self, page: int, shift: int = 0) -> QRect:
        """A page in the viewport, as if all had been moved up by `shift` px more."""
        column = self.column
        left = self.text_left + (column.widest - column.widths[page]) // 2
        return QRect(left, column.tops[page] - self.top[0] - shift, column.widths[page], column.heights[page])

    def visible_pages(self, shift: int = 0) -> range:
        """The pages (from 0) in the viewport."""
        low = self.top[0] + shift
        return self.column.pages_between(low, low + self.height)

    def link_at(self, point: QPointF) -> PageLink | None:
        """The link in the file under a point of the viewport."""
        for page in self.visible_pages():
            rect, scale = self.page_rect(page), self.column.scale
            x, y = (point.x() - rect.left()) / scale, (point.y() - rect.top()) / scale
            found = next((link for link in self.source.links(page) if link.contains(x, y)), None)
            if found is not None:
                return found
        return None

    def facts_of_page(self, page: int) -> Page:
        """What is known of a page (from 0): its number and label."""
        pages = self.reading.structure.pages
        return pages[page] if len(pages) == self.source.page_count else Page(page + 1, None, 0, 0)

    def wanted(self, ratio: float) -> list[Band | int]:
        """What must be drawn and measured for what is seen at `ratio` pixels of the screen to a px, and near it."""
        now = self.visible_pages()
        near = self.column.pages_between(self.top[0] - self.height, self.top[0] + 2 * self.height)
        ahead = [page for page in near if page not in now]
        bands = [band for page in now for band in self.bands(page, ratio, 0, self.height)]
        around = [band for page in near for band in self.bands(page, ratio, -self.height // 2, 2 * self.height)]
        taken = list(accumulate((band.bytes for band in around), initial=0))
        later = [band for band, before in zip(around, taken, strict=False) if before + band.bytes <= MOST_BYTES]
        return [*bands, *now, *later, *ahead]

    def bands(self, page: int, ratio: float, low: float, high: float) -> list[Band]:
        """The pictures of a page that show something between two heights of the viewport."""
        rect = self.page_rect(page)
        width, height = round(rect.width() * ratio), round(rect.height() * ratio)
        first, last = int((low - rect.top()) * ratio), int((high - rect.top()) * ratio) + 1
        return bands_of(page, width, height, first, last) if last > 0 and first < height else []

    def visible(self, shift: int = 0) -> list[Placed]:
        key = (*self.top, shift)
        if self._seen is not None and self._seen[0] == key:
            return self._seen[1]
        placed: list[Placed] = []
        for page in self.visible_pages(shift) if self.count else ():
            known = self.source.map(page)
            rect = self.page_rect(page, shift)
            low, high = -rect.top() / self.column.scale, (self.height - rect.top()) / self.column.scale
            for number, paragraph in enumerate(self.source.text.lines_of(page)):
                if known is None:
                    break
                line = known.lines[number]
                if line.runs[-1].bottom + 3 * line.size > low and line.runs[0].top - line.size < high:
                    layout = self.layouts[paragraph]
                    assert isinstance(layout, PageLine)
                    x, y = float(rect.left()), float(rect.top())
                    placed.append(Placed(paragraph, layout, x, y, y + layout.top, y + layout.reach))
        self._seen = (key, placed)
        return placed

    def y_of_paragraph(self, paragraph: int) -> float:
        return self.y_of(self.reading.paragraph_start(paragraph))

    def y_of(self, offset: int) -> float:
        paragraph, position = self.locate(offset)
        page = self.source.text.page_of(paragraph)
        layout = self.layouts[paragraph]
        return self.page_rect(page).top() + layout.tint_rect(layout.line_at(position), 0, 0).top()

    def place_at(self, point: QPointF) -> tuple[int, bool]:
        nearest: tuple[float, int] | None = None
        place = 0
        for placed in self.visible():
            inside = point - placed.origin
            distance, number = _line(placed).distance_to(inside)
            if nearest is None or distance < nearest[0]:
                nearest = distance, number
                position = placed.layout.position_at(inside.x(), number)
                place = self.reading.paragraph_start(placed.paragraph) + position
        if nearest is None and self.count:
            place = self.start_of(self.column.page_at(self.top[0] + point.y()))
        return place, False

    def character_at(self, point: QPointF) -> int | None:
        for placed in self.visible():
            inside = point - placed.origin
            layout = _line(placed)
            if layout.top <= inside.y() < layout.bottom and layout.left <= inside.x() < layout.right:
                distance, number = layout.distance_to(inside)
                position = layout.character_at(inside.x(), number) if distance == 0 else None
                if position is not None:
                    return self.reading.paragraph_start(placed.paragraph) + position
        return None

    def visible_range(self) -> tuple[int, int]:
        reading, seen = self.reading, []
        for placed in self.visible():
            line = _line(placed)
            if placed.y + line.bottom > 0 and placed.y + line.top < self.height:
                seen.append(placed.paragraph)
        pages = self.visible_pages()
        if not seen and self.count and pages:
            first = min(self.source.text.first[pages[0]], self.count - 1)
            seen = [first, max(first, self.source.text.first[pages[-1] + 1] - 1)]
        return (reading.paragraph_start(min(seen)), reading.paragraph_end(max(seen))) if seen else (0, 0)


def _line(placed: Placed) -> PageLine:
    assert isinstance(placed.layout, PageLine)
    return placed.layout
