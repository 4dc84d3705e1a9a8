"""What stands in one paragraph of a Word file: its words, notes, links and page breaks, once changes are accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.importers.docx_package import Package
from reader.importers.docx_styles import is_on
from reader.importers.marked_up import Cited, Note, PageBreak, Run, plain_text
from reader.importers.marked_up_left import Left
from reader.importers.marked_up_numbers import number_words
from reader.importers.marked_up_xml import Element, attribute, children, local_name
from reader.importers.official_xml_facts import identifier_in

_KEPT = frozenset({"smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo", "ruby", "rubyBase"})
_IMAGES = frozenset({"pic", "imagedata", "chart", "OLEObject"})
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


@dataclass(slots=True)
class Inline:
    """A paragraph while it is read: `boxes` are the text boxes in it, `bold` and `letters` count signs."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    bold: int = 0
    letters: int = 0

    @property
    def is_bold(self) -> bool:
        return 0 < self.letters == self.bold


@dataclass(slots=True)
class InlineReader:
    """Reads paragraphs in their order: notes are counted and a field may run over several paragraphs."""

    package: Package
    left: Left
    has_pages: bool
    fields: list[bool] = field(default_factory=list)  # of each open field: whether its result has begun
    counts: Counter[str] = field(default_factory=Counter)

    def read(self, paragraph: Element, style: str) -> Inline:
        """What the paragraph holds; `style` is its style's id."""
        inline = Inline()
        self._into(paragraph, inline, self.package.styles.is_bold(style), self.package.styles.is_hidden(style))
        return inline

    def _into(self, element: Element, inline: Inline, bold: bool, hidden: bool) -> None:
        for tag, child in children(element):
            if tag == "r":
                self._run(child, inline, bold, hidden)
            elif tag in ("ins", "moveTo"):
                self.left.add("change")
                self._into(child, inline, bold, hidden)
            elif tag in ("del", "moveFrom"):
                self.left.add("change")
            elif tag == "hyperlink":
                self._link(child, inline, bold, hidden)
            elif tag in _KEPT:
                self._into(child, inline, bold, hidden)
            elif tag in ("oMath", "oMathPara"):
                inline.runs.append("".join(one.text or "" for one in child.iter() if local_name(one) == "t"))

    def _link(self, element: Element, inline: Inline, bold: bool, hidden: bool) -> None:
        first = len(inline.runs)
        self._into(element, inline, bold, hidden)
        identifier = identifier_in(self.package.links.get(attribute(element, "id"), ""))
        linked = inline.runs[first:]
        if identifier and plain_text(linked) and all(isinstance(run, str) for run in linked):
            inline.runs[first:] = [Cited(plain_text(linked), identifier)]

    def _run(self, run: Element, inline: Inline, bold: bool, hidden: bool) -> None:
        for tag, child in children(run):
            if tag == "rPr":
                for inner, one in children(child):
                    if inner == "rStyle":
                        style = attribute(one, "val")
                        bold = bold or self.package.styles.is_bold(style)
                        hidden = hidden or self.package.styles.is_hidden(style)
                    elif inner in ("b", "vanish"):
                        bold, hidden = (is_on(one), hidden) if inner == "b" else (bold, is_on(one))
            elif tag == "fldChar":
                self._field(attribute(child, "fldCharType"))
            elif tag == "lastRenderedPageBreak":
                if self.has_pages:
                    inline.runs.append(PageBreak())
            elif tag == "commentReference":
                self.left.add("comment")
            elif hidden and tag == "t":
                self.left.add("hidden")
            elif all(self.fields):
                self._content(tag, child, inline, bold)

    def _field(self, sort: str) -> None:
        """A field shows its result, which begins at its separator; what stands before that is its instruction."""
        if sort == "begin":
            self.fields.append(False)
        elif self.fields and sort == "separate":
            self.fields[-1] = True
        elif self.fields and sort == "end":
            self.fields.pop()

    def _content(self, tag: str, element: Element, inline: Inline, bold: bool) -> None:
        if tag == "t":
            words = element.text or ""
            inline.runs.append(words)
            letters = sum(map(str.isalnum, words))
            inline.letters += letters
            inline.bold += letters if bold else 0
        elif tag == "br" and attribute(element, "type") in ("page", "column"):
            inline.runs.append(" ")
        elif tag in _SIGNS:
            inline.runs.append(_SIGNS[tag])
        elif tag == "sym":
            inline.runs.append(_symbol(attribute(element, "char")))
        elif tag in ("footnoteReference", "endnoteReference"):
            inline.runs.append(self._note(tag.removesuffix("Reference"), attribute(element, "id")))
        elif tag in ("drawing", "pict", "object", "AlternateContent"):
            self._drawing(element, inline)
        elif tag in ("ruby", "rubyBase"):
            self._into(element, inline, bold, hidden=False)

    def _note(self, sort: str, identity: str) -> Note:
        self.counts[sort] += 1
        number = number_words(self.counts[sort], "decimal" if sort == "footnote" else "lowerRoman")
        noted = self.package.notes.get((sort, identity))
        if noted is None:
            self.left.add("lost-note")
            return Note(number, (), f"{sort} {identity}")
        fields, self.fields = self.fields, []
        pages, self.has_pages = self.has_pages, False
        paragraphs = [one for one in noted.iter() if local_name(one) == "p"]
        texts = [plain_text(self.read(one, paragraph_style(one)).runs) for one in paragraphs]
        self.fields, self.has_pages = fields, pages
        return Note(number, tuple(text for text in texts if text), f"{sort} {identity}")

    def _drawing(self, element: Element, inline: Inline) -> None:
        """The text boxes in a drawing that is not hidden; an image is counted as left out."""
        shown = _chosen(element)
        if any(_is_hidden(one) for one in shown):
            return
        boxes = [one for one in shown if local_name(one) == "txbxContent"]
        inline.boxes += boxes
        if not boxes and any(local_name(one) in _IMAGES for one in shown):
            self.left.add("image")


def paragraph_style(paragraph: Element) -> str:
    """The id of the style of a paragraph; nothing where it names none."""
    for tag, child in children(paragraph):
        if tag == "pPr":
            return next((attribute(one, "val") for inner, one in children(child) if inner == "pStyle"), "")
    return ""


def _chosen(element: Element) -> Sequence[Element]:
    """The elements in a drawing, of two forms of the same only the first."""
    fallbacks = [one for one in element.iter() if local_name(one) == "Fallback"]
    if not fallbacks:
        return list(element.iter())
    left_out = {inner for one in fallbacks for inner in one.iter()}  # themselves: an id can come back for another
    return [one for one in element.iter() if one not in left_out]


def _is_hidden(element: Element) -> bool:
    return (local_name(element) == "docPr" and attribute(element, "hidden") in ("1", "true")) or (
        local_name(element) == "shape" and "visibility:hidden" in attribute(element, "style")
    )


def _symbol(code: str) -> str:
    """A sign of a symbol font: these fonts put theirs where others have none."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= number <= 0xF0FF:
        return {0xF0E0: "→", 0xF0FC: "✓", 0xF0FE: "☒", 0xF0A8: "☐", 0xF06F: "☐"}.get(number, "•")
    return chr(number) if 0x20 <= number < 0xD800 else ""
