"""The parts of the main text of a web page, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from reader.importers.html_facts import is_of_office
from reader.importers.html_lists import (
    Marking,
    chapters_of,
    hangs,
    is_sign,
    is_unmarked,
    label_words,
    marking_of,
    markings_of,
    own_label,
    words_of,
    words_with_links,
)
from reader.importers.html_main import Main, is_left_out
from reader.importers.html_notes import FoundNote, find_notes, is_number_of_note, remarks_of
from reader.importers.marked_up import Cited, Note, Part, PartKind, Run, plain_text, raised, row
from reader.importers.marked_up_left import Left
from reader.importers.marked_up_numbers import is_typed_mark
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
_TITLES = frozenset({"title", "Title", "MsoTitle"})
_OPENINGS = frozenset({"p", "h1", "h2", "h3", "li", "td"})
_CONTENTS = re.compile(r"(?:^|\s)(?:MsoToc(?:\d|Heading)|Contents_20_(?:\d|Heading)|toc-?\d)(?:\s|$)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?(?=[^\W\d_a-z][^\W\d_A-Z])")  # against the words behind it
_LONGEST_FACT = 100  # code points
_SPACES = re.compile(r"[ \t\n\r\f]+")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads elements. `notes` are by their markers; their elements are read there. `own` identifies the page itself."""

    main: Main
    own: str
    left: Left
    notes: dict[Element, FoundNote]
    noted: frozenset[Element]
    markings: Mapping[str, Marking] = field(default_factory=dict)
    title: Element | None = None
    is_of_office: bool = False
    chapters: frozenset[str] = frozenset()  # the names by which links lead to headings
    labels: set[Element] = field(default_factory=set)  # of items, which are read with their marks

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
        if heading or element is self.title:
            content = self.content(element)
            if self.is_of_office and (number := _NUMBER.match(plain_text(content))):
                content = [f"{number[0]} ", *_without(content, number[0])]
            if plain_text(content):
                yield Part(
                    "heading",
                    [run.replace("\n", " ") if isinstance(run, str) else run for run in content],
                    int(heading[1]) if heading else 1,
                )
        elif tag == "p" and (_CONTENTS.search(attribute(element, "class")) or self._leads_to_heading(element)):
            yield from self.blocks(element, "furniture")
        elif tag == "p" and hangs(element):
            for place, part in enumerate(self.blocks(element, kind)):
                is_item = place == 0 and part.kind == "text" and is_typed_mark(plain_text(part.content))
                yield replace(part, kind="list-item") if is_item else part
        elif tag in ("ul", "ol"):
            yield from self._list(element, ordered=tag == "ol")
        elif tag == "table":
            yield from self._table(element)
        elif tag == "dl":
            yield from self._facts(element) or self.blocks(element, kind)
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
        elif element in self.labels:
            pass
        elif is_sign(element):
            runs.append("• ")
        elif element in self.noted or is_left_out(element, self.main):
            self._count_images(element)
        elif tag == "a" and (identifier := identifier_in(attribute(element, "href"))) not in ("", self.own):
            words = plain_text(self.content(element))
            runs.append(Cited(words, identifier) if words else " ")
        elif tag == "q":
            runs += ["“", *self.content(element), "”"]
        elif tag == "sup":
            content = self.content(element)
            figures = [run for run in content if isinstance(run, str)]
            runs += [raised("".join(figures), runs)] if len(figures) == len(content) else content
        elif tag == "button":
            runs += self.content(element) if _is_in_heading(element) else []
        else:
            runs += self.content(element)
            if _LABELS.intersection(attribute(element, "class").split()):
                runs.append(" ")

    def _count_images(self, element: Element) -> None:
        if local_name(element) in ("svg", "object", "embed", "video", "iframe"):
            self.left.add("image")

    def _note(self, found: FoundNote) -> Note:
        inner = _Reader(self.main, self.own, self.left, {}, frozenset(self._numbers_in(found)))
        texts = [plain_text(part.content) for one in (found.element, *found.more) for part in inner.blocks(one)]
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
        step = -1 if attribute(element, "reversed") or "reversed" in element.attrib else 1
        first = sum(local_name(one) == "li" for one in element) if step < 0 else 1
        number = int(start) if start.isdecimal() and len(start) < 7 else first
        marking = marking_of(element, self.markings)
        for child in element:
            tag = local_name(child)
            if child in self.noted or not tag or is_left_out(child, self.main):
                continue
            if tag != "li":
                yield from self.blocks(child) if tag not in ("ul", "ol") else self._list(child, ordered=tag == "ol")
                continue
            label = own_label(child)
            if label is not None:
                self.labels.add(label)
            parts = list(self.blocks(child))
            value = attribute(child, "value")
            number = int(value) if value.isdecimal() and len(value) < 7 else number
            if parts and parts[0].kind in ("text", "paragraph"):
                if self._leads_to_heading(child):
                    yield replace(parts.pop(0), kind="furniture")
                    yield from parts
                    continue
                if label is not None:
                    mark = f"{label_words(label)} ".lstrip()
                elif _MARKED.match(plain_text(parts[0].content)) or (not ordered and is_unmarked(element)):
                    mark = ""
                else:
                    mark = marking.mark(number) if ordered else "• "
                parts[0] = Part("text" if label is not None and not mark else "list-item", [mark, *parts[0].content])
            yield from parts
            number += step

    def _facts(self, element: Element) -> list[Part]:
        """The rows of a list of short facts under their names; nothing for another list of terms."""
        pairs = [one for one in element.iter() if local_name(one) in ("dt", "dd")]
        names = [local_name(one) for one in pairs]
        if names != ["dt", "dd"] * (len(pairs) // 2) or any(map(self._is_more_than_fact, pairs)):
            return []
        rows = [
            row([self.content(term), self.content(fact)], close=True)
            for term, fact in zip(pairs[::2], pairs[1::2], strict=True)
        ]
        filled = [one for one in rows if one is not None]
        return [replace(one, close=number > 0) for number, one in enumerate(filled)]

    def _is_more_than_fact(self, element: Element) -> bool:
        return len(words_of(element)) > _LONGEST_FACT or self._holds_blocks(element) or element in self.noted

    def _table(self, element: Element) -> Iterator[Part]:
        for one in element:
            if local_name(one) == "caption":
                yield from self.blocks(one, "paragraph")
        cells: list[list[list[Part]]] = []
        below: dict[int, int] = {}
        for line in _rows(element):
            if any(cell in self.noted or cell.getparent() in self.noted for cell in line):
                continue
            shown = [cell for cell in line if not is_left_out(cell, self.main)]
            spans = [
                (whole_number(attribute(cell, "colspan"), 1), whole_number(attribute(cell, "rowspan"), 1))
                for cell in shown
            ]
            cells.append(with_room([list(self.blocks(cell)) for cell in shown], spans, below, []))
        if is_layout(cells):
            yield from (part for line in cells for cell in line for part in cell)
        else:
            yield from rows_of(cells)

    def _leads_to_heading(self, element: Element) -> bool:
        """Whether all the words of a line, or of an item without those in it, are a link to a chapter of the page."""
        linked = unlinked = ""
        for words, link in words_with_links(element):
            if link.removeprefix("#") in self.chapters and link.startswith("#"):
                linked += words
            else:
                unlinked += words
        return any(map(str.isalpha, linked)) and not any(map(str.isalpha, unlinked))

    def _holds_blocks(self, element: Element) -> bool:
        """Whether an inline element has paragraphs in it, as happens in pages that are not well made."""
        return any(local_name(one) in _BLOCKS for one in element.iterdescendants())


def parts_of(root: Element, main: Main, own: str, left: Left) -> Iterator[Part]:
    """The parts of the main text; what is left out is counted in `left`. `own` identifies the page itself."""
    notes = find_notes(root)
    remarks = remarks_of(root)
    left.counts["comment"] += len(set(remarks.values()))
    noted = {one for note in notes.values() for one in (note.element, *note.more)}
    noted.update(*remarks.items())
    reader = _Reader(
        main,
        own,
        left,
        notes,
        frozenset(noted),
        markings_of(root),
        _title_of(main.element),
        is_of_office(root),
        chapters_of(root),
    )
    return reader.blocks(main.element)


def _title_of(main: Element) -> Element | None:
    """The first paragraph of the text where it has the style of a title, as word processors write one."""
    first = next((one for one in main.iter() if local_name(one) in _OPENINGS and "".join(one.itertext()).strip()), None)
    if first is None or local_name(first) != "p":
        return None
    return first if _TITLES.intersection(attribute(first, "class").split()) else None


def _without(content: Runs, number: str) -> Runs:
    """The words of a heading behind the number that a word processor has set against them."""
    for place, run in enumerate(content):
        if isinstance(run, str) and run.strip():
            rest = run.lstrip()
            return [rest.removeprefix(number), *content[place + 1 :]] if rest.startswith(number) else content
    return content


def _is_in_heading(element: Element) -> bool:
    """Whether a button that folds a chapter out is its heading."""
    return any(_HEADING.match(local_name(one)) for one in element.iterancestors())


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
