"""The parts of a Word document in reading order, as its reader sees them once all changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.importers.docx_inline import InlineReader, paragraph_style
from reader.importers.docx_package import Package
from reader.importers.docx_styles import whole
from reader.importers.marked_up import Part, PartKind, Run, plain_text
from reader.importers.marked_up_headings import Candidate, beside_text, with_bold_headings
from reader.importers.marked_up_left import Left
from reader.importers.marked_up_numbers import is_label
from reader.importers.marked_up_tables import is_layout, rows_of
from reader.importers.marked_up_xml import Element, attribute, children, local_name

_CONTENTS = "Table of Contents"
_TRANSPARENT = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})


@dataclass(frozen=True, slots=True)
class _Properties:
    """What a paragraph says of itself; `number` is its list and its place in that."""

    style: str
    outline: int | None
    number: tuple[str, int | None] | None
    end_deleted: bool


def parts_of(package: Package, left: Left) -> Sequence[Part]:
    """The parts of the document; what is left out is counted in `left`."""
    has_pages = any(local_name(one) == "lastRenderedPageBreak" for one in package.body.iter())
    reader = _Reader(package, InlineReader(package, left, has_pages))
    return with_bold_headings(list(_joined(reader.blocks(package.body))))


@dataclass(frozen=True, slots=True)
class _Reader:
    package: Package
    inline: InlineReader

    def blocks(self, element: Element, *, contents: bool = False) -> Iterator[Candidate]:
        """The paragraphs and tables in `element`; `contents`: it is a table of contents."""
        for tag, child in children(element):
            if tag == "p":
                yield from self._paragraph(child, contents)
            elif tag == "tbl":
                yield from self._table(child)
            elif tag in _TRANSPARENT:
                yield from self.blocks(child, contents=contents or _is_contents(child))
            elif tag == "AlternateContent":
                choice = next((one for inner, one in children(child) if inner in ("Choice", "Fallback")), None)
                if choice is not None:
                    yield from self.blocks(choice, contents=contents)

    def _paragraph(self, element: Element, contents: bool) -> Iterator[Candidate]:
        known = self._properties(element)
        inline = self.inline.read(element, known.style)
        words = plain_text(inline.runs)
        styles = self.package.styles
        level = known.outline + 1 if known.outline is not None else styles.heading_level(known.style)
        level = 0 if level > 9 else level
        mark = self._mark(known, bool(words))
        kind: PartKind = "text"
        if contents or styles.is_contents(known.style):
            kind = "furniture"
        elif level or (words and styles.is_title(known.style)):
            kind, level = "heading", level or 1
        elif mark and not is_label(mark) and not inline.is_bold:
            kind = "list-item"
        content: list[Run] = [f"{mark} ", *inline.runs] if mark else inline.runs
        if words or mark or any(not isinstance(run, str) for run in inline.runs):
            part = Part(kind, content, level if kind == "heading" else 0)
            yield Candidate(part, inline.is_bold, known.end_deleted)
        for box in inline.boxes:
            yield from map(beside_text, self.blocks(box))

    def _properties(self, element: Element) -> _Properties:
        style = paragraph_style(element) or self.package.styles.default
        outline: int | None = None
        number = self.package.styles.numbering(style)
        deleted = False
        for tag, child in children(element):
            if tag != "pPr":
                continue
            for inner, one in children(child):
                if inner == "outlineLvl":
                    outline = whole(attribute(one, "val"))
                elif inner == "numPr":
                    values = {part: attribute(value, "val") for part, value in children(one)}
                    identity = values.get("numId") or (number[0] if number else "")
                    number = identity, whole(values.get("ilvl", "")) or 0
                elif inner == "rPr":
                    deleted = any(part == "del" for part, _ in children(one))
        return _Properties(style, outline, number, deleted)

    def _mark(self, known: _Properties, has_words: bool) -> str:
        """The number or bullet that Word shows before the paragraph; a paragraph without words shows words at most."""
        if known.number is None:
            return ""
        identity, depth = known.number
        if depth is None:
            depth = self.package.numbering.depth_of_style(identity, known.style)
        mark = self.package.numbering.next_mark(identity, depth)
        return mark if has_words or is_label(mark) else ""

    def _table(self, element: Element) -> Iterator[Candidate]:
        cells = [
            [[read.part for read in self.blocks(cell)] for cell in _within(row, "tc")] for row in _within(element, "tr")
        ]
        parts = [part for line in cells for cell in line for part in cell] if is_layout(cells) else list(rows_of(cells))
        candidates = map(Candidate, parts)
        yield from map(beside_text, candidates) if _is_beside_text(element) else candidates


def _within(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also where they stand in a control or a tracked change."""
    for tag, child in children(element):
        if tag == name:
            yield child
        elif tag in _TRANSPARENT:
            yield from _within(child, name)


def _is_beside_text(table: Element) -> bool:
    """Whether a table has its own place on the page, apart from the running text."""
    return any(inner == "tblpPr" for tag, child in children(table) if tag == "tblPr" for inner, _ in children(child))


def _is_contents(element: Element) -> bool:
    return any(local_name(one) == "docPartGallery" and attribute(one, "val") == _CONTENTS for one in element.iter())


def _joined(blocks: Iterator[Candidate]) -> Iterator[Candidate]:
    """Paragraphs whose end was deleted with the one they run on in."""
    held: list[Run] = []
    for block in blocks:
        if held:
            block = replace(block, part=replace(block.part, content=[*held, *block.part.content]))
            held = []
        if block.runs_on:
            held = list(block.part.content)
        else:
            yield block
    if held:
        yield Candidate(Part("text", held))
