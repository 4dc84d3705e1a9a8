"""The parts of an OpenDocument text in reading order, as its reader sees them once all changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.importers.marked_up import PageBreak, Part, PartKind, Run, plain_text
from reader.importers.marked_up_headings import Candidate, beside_text, with_bold_headings
from reader.importers.marked_up_left import Left
from reader.importers.marked_up_numbers import is_label
from reader.importers.marked_up_tables import is_layout, rows_of, whole_number, with_room
from reader.importers.marked_up_xml import Element, attribute, children, local_name
from reader.importers.odt_inline import InlineReader
from reader.importers.odt_styles import Styles, mark_of

_INDEXES = frozenset({
    "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index",
    "bibliography",
})  # fmt: skip
_LEFT_OUT = frozenset({
    "tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls",
    "table-of-content-source", "index-title-template", "desc", "title",
})  # fmt: skip
_DRAWN = frozenset({"frame", "custom-shape", "rect", "g"})
_IMAGES = frozenset({"image", "object", "object-ole", "plugin"})
_MOST_CELLS = 100  # that one cell stands for
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is being read: its style, how deep it is, and how far each level has counted."""

    style: str
    depth: int
    counters: dict[int, int]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the body of a file in order; headings and lists are counted on the way."""

    styles: Styles
    left: Left
    inline: InlineReader
    outline: dict[int, int] = field(default_factory=dict)
    counted: dict[str, dict[int, int]] = field(default_factory=dict)  # by the style and the id of a list

    def blocks(self, element: Element, *, contents: bool = False) -> Iterator[Candidate]:
        """The paragraphs, lists and tables in `element`; `contents`: it is a table of contents or the like."""
        for tag, child in children(element):
            if tag in ("p", "h"):
                yield from self._paragraph(child, tag, "", contents=contents)
            elif tag == "list":
                yield from self._list(child, None)
            elif tag == "table":
                yield from self._table(child)
            elif tag == "soft-page-break":
                yield Candidate(Part("text", [PageBreak()]))
            elif tag == "section" and attribute(child, "display") == "none":
                self.left.add("hidden")
            elif tag in _DRAWN:
                yield from self._drawn([child])
            elif tag not in _LEFT_OUT:
                yield from self.blocks(child, contents=contents or tag in _INDEXES)

    def _paragraph(self, element: Element, tag: str, mark: str, *, contents: bool = False) -> Iterator[Candidate]:
        inline = self.inline.read(element)
        words = plain_text(inline.runs)
        level = 0
        kind: PartKind = "text"
        if contents:
            kind = "furniture"
        elif tag == "h" and words:
            depth = attribute(element, "outline-level")
            kind, level = "heading", int(depth) if depth in "123456789" and depth else 1
            mark = mark or self._heading_mark(element, level)
        elif words and self.styles.is_title(attribute(element, "style-name")):
            kind, level = "heading", 1
        elif mark and not inline.is_bold and not is_label(mark):
            kind = "list-item"
        if words or is_label(mark) or any(not isinstance(run, str) for run in inline.runs):
            content: list[Run] = [f"{mark} ", *inline.runs] if mark else inline.runs
            yield Candidate(Part(kind, content, level), inline.is_bold)
        yield from self._drawn(inline.drawn)

    def _drawn(self, elements: Sequence[Element]) -> Iterator[Candidate]:
        """The text in frames; an image is counted as left out."""
        for element in elements:
            box = next((one for one in element.iter() if local_name(one) == "text-box"), None)
            if box is not None:
                yield from map(beside_text, self.blocks(box))
            elif any(local_name(one) in _IMAGES for one in element.iter()):
                self.left.add("image")
            else:
                yield from self.blocks(element)

    def _heading_mark(self, element: Element, level: int) -> str:
        """The number of a heading, counted as the file says headings are."""
        levels = self.styles.lists.get("", {})
        if attribute(element, "is-list-header") == "true" or level not in levels or not levels[level].form:
            return ""
        self.outline[level] = self.outline[level] + 1 if level in self.outline else levels[level].start
        _forget_below(self.outline, level)
        return mark_of(levels, level, self.outline)

    def _list(self, element: Element, within: _List | None) -> Iterator[Candidate]:
        """The items with their marks; a list goes on with the numbers of another where the file says so."""
        style = attribute(element, "style-name") or (within.style if within else "")
        depth = within.depth + 1 if within else 1
        if depth > _DEEPEST:
            return
        if within is not None and style == within.style:
            counters = within.counters
            counters.pop(depth, None)
        else:
            earlier = attribute(element, "continue-list")
            if not earlier and attribute(element, "continue-numbering") == "true":
                earlier = style
            counters = self.counted.get(earlier, {}) if earlier else {}
        self.counted[style] = counters
        if identity := attribute(element, "id"):
            self.counted[identity] = counters
        current = _List(style, depth, counters)
        for tag, item in children(element):
            if tag in ("list-item", "list-header"):
                yield from self._item(item, current, marked=tag == "list-header")

    def _item(self, element: Element, current: _List, *, marked: bool) -> Iterator[Candidate]:
        """An item: its mark stands before its first paragraph."""
        for tag, child in children(element):
            if tag == "list":
                yield from self._list(child, current)
            elif tag in ("p", "h"):
                mark = "" if marked else self._next_mark(element, current, attribute(child, "style-name"))
                yield from self._paragraph(child, tag, mark)
                marked = True
            elif tag == "soft-page-break":
                yield Candidate(Part("text", [PageBreak()]))

    def _next_mark(self, item: Element, current: _List, style: str) -> str:
        levels = self.styles.lists.get(current.style or self.styles.list_of(style), {})
        start = attribute(item, "start-value")
        first = levels[current.depth].start if current.depth in levels else 1
        if start.isdecimal() and len(start) < 7:
            current.counters[current.depth] = int(start)
        else:
            current.counters[current.depth] = current.counters.get(current.depth, first - 1) + 1
        _forget_below(current.counters, current.depth)
        return mark_of(levels, current.depth, current.counters)

    def _table(self, element: Element) -> Iterator[Candidate]:
        cells: list[list[list[Part]]] = []
        below: dict[int, int] = {}
        for row in _rows(element):
            line: list[list[Part]] = []
            spans: list[tuple[int, int]] = []
            for tag, cell in children(row):
                if tag == "table-cell":
                    repeated = attribute(cell, "number-columns-repeated")
                    parts = [candidate.part for candidate in self.blocks(cell)]
                    times = min(int(repeated) if repeated.isdecimal() else 1, _MOST_CELLS if parts else 1)
                    wide = whole_number(attribute(cell, "number-columns-spanned"), 1)
                    line += [parts] * times
                    spans += [(wide, whole_number(attribute(cell, "number-rows-spanned"), 1))] * times
            cells.append(with_room(line, spans, below, []))
        parts = [part for line in cells for cell in line for part in cell] if is_layout(cells) else list(rows_of(cells))
        yield from map(Candidate, parts)


def parts_of(content: Element, styles: Styles, left: Left) -> list[Part]:
    """The parts of the document; what is left out is counted in `left`."""
    body = next((one for one in content.iter() if local_name(one) == "body"), None)
    if body is None:
        return []
    for _ in (one for one in body.iter() if local_name(one) == "changed-region"):
        left.add("change")
    return with_bold_headings(list(_Reader(styles, left, InlineReader(styles, left)).blocks(body)))


def _rows(element: Element) -> Iterator[Element]:
    """The rows of a table, also those in a head or a group; a table in a cell has its own."""
    for tag, child in children(element):
        if tag == "table-row":
            yield child
        elif tag in ("table-rows", "table-header-rows", "table-row-group"):
            yield from _rows(child)


def _forget_below(counters: dict[int, int], level: int) -> None:
    for lower in [one for one in counters if one > level]:
        del counters[lower]
