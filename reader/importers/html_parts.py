"""The parts of the main text of a web page, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.importers.html_main import Main, is_left_out
from reader.importers.html_notes import FoundNote, find_notes, is_number_of_note
from reader.importers.marked_up import Cited, Note, Part, PartKind, Run, plain_text
from reader.importers.marked_up_left import Left
from reader.importers.marked_up_numbers import number_words
from reader.importers.marked_up_tables import is_layout, rows_of, whole_number, with_room
from reader.importers.marked_up_xml import Element, attribute, local_name
from reader.importers.official_xml_facts import identifier_in

Runs = list[Run]

_HEADING = re.compile(r"^h([1-6])$")
_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul", "aside",
})  # fmt: skip
_MARKED = re.compile(r"^\s*(?:[•●▪■◦‣·*–—-]|\(?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5})[.)°])(?:\s|$)", re.IGNORECASE)
_LABELS = frozenset({"ol", "lidnr"})  # of the publication site: the number or dash of an item
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads elements. `notes` are by their markers; their elements are read there. `own` identifies the page itself."""

    main: Main
    own: str
    left: Left
    notes: dict[Element, FoundNote]
    noted: frozenset[Element]

    def blocks(self, element: Element, kind: PartKind = "text") -> Iterator[Part]:
        """The parts in `element`; a paragraph in it is of `kind`."""
        runs: Runs = [_folded(element.text)]
        for child in element:
            tag = local_name(child)
            if tag in _BLOCKS and child not in self.noted:
                yield from _flushed(runs, kind)
                if not is_left_out(child, self.main):
                    yield from self._block(child, tag, kind)
            elif tag and child not in self.noted:
                if self._holds_blocks(child):
                    yield from _flushed(runs, kind)
                    if not is_left_out(child, self.main):
                        yield from self.blocks(child, kind)
                else:
                    self._inline(child, tag, runs)
            runs.append(_folded(child.tail))
        yield from _flushed(runs, kind)

    def _block(self, element: Element, tag: str, kind: PartKind) -> Iterator[Part]:
        heading = _HEADING.match(tag)
        if heading:
            content = self.content(element)
            if plain_text(content):
                yield Part(
                    "heading",
                    [run.replace("\n", " ") if isinstance(run, str) else run for run in content],
                    int(heading[1]),
                )
        elif tag in ("ul", "ol"):
            yield from self._list(element, ordered=tag == "ol")
        elif tag == "table":
            yield from self._table(element)
        elif tag == "pre":
            for line in "".join(element.itertext()).splitlines():
                yield from _flushed([line], "paragraph")
        elif tag in ("blockquote", "figcaption", "caption", "address", "dd"):
            yield from self.blocks(element, "paragraph")
        else:
            yield from self.blocks(element, kind)

    def content(self, element: Element) -> Runs:
        """The words of `element` with its notes and links; a line break stays."""
        runs: Runs = [_folded(element.text)]
        for child in element:
            tag = local_name(child)
            if tag:
                self._inline(child, tag, runs)
            runs.append(_folded(child.tail))
        return runs

    def _inline(self, element: Element, tag: str, runs: Runs) -> None:
        if tag == "br":
            runs.append("\n")
        elif tag == "img":
            self.left.add("image")
        elif element in self.notes:
            runs.append(self._note(self.notes[element]))
        elif element in self.noted or is_left_out(element, self.main):
            self._count_images(element)
        elif tag == "a" and (identifier := identifier_in(attribute(element, "href"))) not in ("", self.own):
            words = plain_text(self.content(element))
            runs.append(Cited(words, identifier) if words else " ")
        else:
            runs += self.content(element)
            if _LABELS.intersection(attribute(element, "class").split()):
                runs.append(" ")

    def _count_images(self, element: Element) -> None:
        if local_name(element) in ("svg", "object", "embed", "video", "iframe"):
            self.left.add("image")

    def _note(self, found: FoundNote) -> Note:
        inner = _Reader(self.main, self.own, self.left, {}, frozenset(self._numbers_in(found)))
        texts = [plain_text(part.content) for part in inner.blocks(found.element)]
        first = re.compile(rf"^[\[(]?{re.escape(found.number)}[\])]?[.:]?\s+")
        texts = [first.sub("", text) if place == 0 else text for place, text in enumerate(texts)]
        return Note(found.number, tuple(text for text in texts if text), found.key)

    def _numbers_in(self, found: FoundNote) -> Iterator[Element]:
        for one in found.element.iter():
            if one is not found.element and local_name(one) and is_number_of_note(one, found.number):
                yield one

    def _list(self, element: Element, *, ordered: bool) -> Iterator[Part]:
        """The items with a bullet or their number before them, unless their words begin with one."""
        start = attribute(element, "start")
        number = int(start) if start.isdecimal() and len(start) < 7 else 1
        form = attribute(element, "type") or "decimal"
        for child in element:
            tag = local_name(child)
            if child in self.noted or not tag or is_left_out(child, self.main):
                continue
            if tag != "li":
                yield from self.blocks(child) if tag not in ("ul", "ol") else self._list(child, ordered=tag == "ol")
                continue
            parts = list(self.blocks(child))
            value = attribute(child, "value")
            number = int(value) if value.isdecimal() and len(value) < 7 else number
            if parts and parts[0].kind in ("text", "paragraph"):
                marked = _MARKED.match(plain_text(parts[0].content))
                mark = "" if marked else f"{number_words(number, form)}. " if ordered else "• "
                parts[0] = Part("list-item", [mark, *parts[0].content])
            yield from parts
            number += 1

    def _table(self, element: Element) -> Iterator[Part]:
        for one in element:
            if local_name(one) == "caption":
                yield from self.blocks(one, "paragraph")
        cells: list[list[list[Part]]] = []
        below: dict[int, int] = {}
        for row in _rows(element):
            if any(cell in self.noted or cell.getparent() in self.noted for cell in row):
                continue
            shown = [cell for cell in row if not is_left_out(cell, self.main)]
            spans = [
                (whole_number(attribute(cell, "colspan"), 1), whole_number(attribute(cell, "rowspan"), 1))
                for cell in shown
            ]
            cells.append(with_room([list(self.blocks(cell)) for cell in shown], spans, below, []))
        if is_layout(cells):
            yield from (part for line in cells for cell in line for part in cell)
        else:
            yield from rows_of(cells)

    def _holds_blocks(self, element: Element) -> bool:
        """Whether an inline element has paragraphs in it, as happens in pages that are not well made."""
        return any(local_name(one) in _BLOCKS for one in element.iterdescendants())


def parts_of(root: Element, main: Main, own: str, left: Left) -> Iterator[Part]:
    """The parts of the main text; what is left out is counted in `left`. `own` identifies the page itself."""
    notes = find_notes(root)
    noted = frozenset(note.element for note in notes.values())
    return _Reader(main, own, left, notes, noted).blocks(main.element)


def _rows(element: Element) -> Iterator[list[Element]]:
    """The cells of each row, also of a table that is not well made: a cell may stand outside a row."""
    loose: list[Element] = []
    for one in element:
        tag = local_name(one)
        if tag in ("td", "th"):
            loose.append(one)
            continue
        if loose:
            yield loose
            loose = []
        if tag == "tr":
            yield [cell for cell in one if local_name(cell)]
        elif tag in ("thead", "tbody", "tfoot"):
            yield from _rows(one)
        elif tag not in ("", "caption", "colgroup", "col"):
            yield [one]
    if loose:
        yield loose


def _flushed(runs: Runs, kind: PartKind) -> Iterator[Part]:
    """The words gathered so far as a paragraph; an empty line between two breaks divides it."""
    content = list(runs)
    runs.clear()
    if plain_text(content) or any(isinstance(run, Note) for run in content):
        yield Part(kind, content)


def _folded(words: str | None) -> str:
    return _SPACES.sub(" ", words or "")
