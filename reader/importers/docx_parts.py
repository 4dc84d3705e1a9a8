"""The parts of a Word document in reading order, as its reader sees them once all changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reader.importers.docx_inline import InlineReader, paragraph_style
from reader.importers.docx_notes import note_forms
from reader.importers.docx_package import Package
from reader.importers.docx_styles import is_on, whole
from reader.importers.marked_up import Part, PartKind, Run, plain_text
from reader.importers.marked_up_headings import Candidate, beside_text, with_bold_headings
from reader.importers.marked_up_left import Left
from reader.importers.marked_up_numbers import is_label, is_typed_mark
from reader.importers.marked_up_tables import is_layout, rows_of
from reader.importers.marked_up_xml import Element, attribute, children, local_name

_CONTENTS = "Table of Contents"
_TRANSPARENT = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})


@dataclass(frozen=True, slots=True)
class _Properties:
    """What a paragraph says of itself; `number` is its list and its place in that.

    `runs_on`: its end was deleted, or it is the large first letter of the next. `hangs`: its first line begins
    further left. `is_hidden`: it takes no room where its words are hidden too.
    """

    style: str
    outline: int | None
    number: tuple[str, int | None] | None
    runs_on: bool
    is_frame: bool
    hangs: bool
    is_hidden: bool


def parts_of(package: Package, left: Left) -> Sequence[Part]:
    """The parts of the document; what is left out is counted in `left`."""
    has_pages = any(local_name(one) == "lastRenderedPageBreak" for one in package.body.iter())
    forms = note_forms(package.body, package.settings)
    reader = _Reader(package, InlineReader(package, left, has_pages, forms))
    return with_bold_headings([*reader.blocks(package.body), *reader.rest()])


@dataclass(frozen=True, slots=True)
class _Reader:
    package: Package
    inline: InlineReader
    held: list[Run] = field(default_factory=list)  # of paragraphs that run on in the next

    def blocks(self, element: Element, *, contents: bool = False) -> Iterator[Candidate]:
        """The paragraphs and tables in `element`; `contents`: it is a table of contents."""
        for tag, child in children(element):
            if tag == "p":
                yield from self._paragraph(child, contents)
            elif tag == "tbl":
                yield from self._table(child)
            elif tag in _TRANSPARENT:
                yield from self.blocks(child, contents=contents or _is_contents(child))
            elif tag == "altChunk":
                self.inline.left.add("file")
            elif tag == "AlternateContent":
                choice = next((one for inner, one in children(child) if inner in ("Choice", "Fallback")), None)
                if choice is not None:
                    yield from self.blocks(choice, contents=contents)

    def _paragraph(self, element: Element, contents: bool) -> Iterator[Candidate]:
        known = self._properties(element)
        in_contents = self.inline.in_contents
        inline = self.inline.read(element, known.style)
        contents |= in_contents or self.inline.in_contents
        runs = [*self.held, *inline.runs]
        self.held[:] = runs if known.runs_on else []
        words = plain_text(runs)
        styles = self.package.styles
        level = known.outline + 1 if known.outline is not None else styles.heading_level(known.style)
        level = 0 if level > 9 else level
        mark = "" if known.runs_on or (known.is_hidden and not words) else self._mark(known, bool(words))
        kind: PartKind = "text"
        if contents or styles.is_contents(known.style):
            kind = "furniture"
        elif level or (words and styles.is_title(known.style)):
            kind, level = "heading", level or 1
        elif not inline.is_bold and (not is_label(mark) if mark else known.hangs and is_typed_mark(words)):
            kind = "list-item"
        content: list[Run] = [f"{mark} ", *runs] if mark else runs
        if not known.runs_on and (words or mark or any(not isinstance(run, str) for run in runs)):
            read = Candidate(Part(kind, content, level if kind == "heading" else 0), inline.is_bold)
            yield beside_text(read) if known.is_frame else read
        for box in inline.boxes:
            yield from map(beside_text, self.blocks(box))

    def rest(self) -> Iterator[Candidate]:
        """The words of a last paragraph of which the end was deleted."""
        if plain_text(self.held):
            yield Candidate(Part("text", list(self.held)))

    def _properties(self, element: Element) -> _Properties:
        style = paragraph_style(element) or self.package.styles.default
        outline: int | None = None
        number = self.package.styles.numbering(style)
        deleted = is_initial = is_frame = hangs = False
        is_hidden = self.package.styles.is_hidden(style)
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
                    said = dict(children(one))
                    deleted = "del" in said or "moveFrom" in said
                    is_hidden = is_on(said["vanish"]) if "vanish" in said else is_hidden
                elif inner == "ind":
                    hangs = bool(whole(attribute(one, "hanging")))
                elif inner == "framePr":
                    is_initial = attribute(one, "dropCap") in ("drop", "margin")
                    is_frame = not is_initial
        return _Properties(style, outline, number, deleted or is_initial, is_frame, hangs, is_hidden)

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
            [[read.part for read in self.blocks(cell)] for cell in _within(row, "tc")]
            for row in _within(element, "tr")
            if not _is_deleted(row)
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


def _is_deleted(row: Element) -> bool:
    """Whether a row was taken out of its table by a tracked change."""
    return any(inner == "del" for tag, child in children(row) if tag == "trPr" for inner, _ in children(child))


def _is_beside_text(table: Element) -> bool:
    """Whether a table has its own place on the page, apart from the running text."""
    return any(inner == "tblpPr" for tag, child in children(table) if tag == "tblPr" for inner, _ in children(child))


def _is_contents(element: Element) -> bool:
    return any(local_name(one) == "docPartGallery" and attribute(one, "val") == _CONTENTS for one in element.iter())
