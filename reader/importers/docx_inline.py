"""What stands in one paragraph of a Word file: its words, notes, links and page breaks, once changes are accepted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reader.importers.docx_formulas import formula_words
from reader.importers.docx_notes import NoteForm
from reader.importers.docx_package import Package
from reader.importers.docx_styles import is_on
from reader.importers.marked_up import Cited, Note, PageBreak, Run, plain_text, raised
from reader.importers.marked_up_left import Left
from reader.importers.marked_up_numbers import number_words
from reader.importers.marked_up_xml import Element, attribute, children, local_name
from reader.importers.official_xml_facts import identifier_in

_KEPT = frozenset({"smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo", "ruby", "rubyBase"})
_IMAGES = frozenset({"pic", "imagedata", "chart", "OLEObject", "relIds"})  # the last is a diagram
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]{1,2000})"')
_CONTENTS = re.compile(r"\s*TOC\b")
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


_YES = frozenset({"1", "true", "on"})
_USUAL_FORM = NoteForm("decimal", 1, 0)


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


@dataclass(frozen=True, slots=True)
class _Look:
    """How the words of a run look."""

    bold: bool = False
    hidden: bool = False
    raised: bool = False


@dataclass(slots=True)
class _Field:
    """An open field: its instruction, whether its result has begun, and where that is among the runs of `inline`."""

    inline: Inline
    first: int
    instruction: str = ""
    shown: bool = False


@dataclass(slots=True)
class InlineReader:
    """Reads paragraphs in their order: notes are counted and a field may run over several paragraphs."""

    package: Package
    left: Left
    has_pages: bool
    forms: Mapping[Element, NoteForm] = field(default_factory=dict)
    fields: list[_Field] = field(default_factory=list)
    counts: Counter[tuple[str, int]] = field(default_factory=Counter)  # notes by their sort and series

    @property
    def in_contents(self) -> bool:
        """Whether a field is open that makes a table of contents."""
        return any(_CONTENTS.match(one.instruction) for one in self.fields)

    def read(self, paragraph: Element, style: str) -> Inline:
        """What the paragraph holds; `style` is its style's id."""
        inline = Inline()
        styles = self.package.styles
        self._into(paragraph, inline, _Look(styles.is_bold(style), styles.is_hidden(style)))
        return inline

    def _into(self, element: Element, inline: Inline, look: _Look) -> None:
        for tag, child in children(element):
            if tag == "r":
                self._run(child, inline, look)
            elif tag in ("ins", "moveTo"):
                self.left.add("change")
                self._into(child, inline, look)
            elif tag in ("del", "moveFrom"):
                self.left.add("change")
            elif tag == "hyperlink":
                first = len(inline.runs)
                self._into(child, inline, look)
                _link(inline, first, self.package.links.get(attribute(child, "id"), ""))
            elif tag in _KEPT:
                self._into(child, inline, look)
            elif tag in ("oMath", "oMathPara"):
                inline.runs.append(formula_words(child))

    def _run(self, run: Element, inline: Inline, look: _Look) -> None:
        for tag, child in children(run):
            if tag == "rPr":
                look = self._look(child, look)
            elif tag == "fldChar":
                self._field(child, inline)
            elif tag == "instrText" and self.fields and not self.fields[-1].shown:
                self.fields[-1].instruction += (child.text or "")[:2000]
            elif tag == "lastRenderedPageBreak":
                if self.has_pages:
                    inline.runs.append(PageBreak())
            elif tag == "commentReference":
                self.left.add("comment")
            elif look.hidden and tag == "t":
                self.left.add("hidden")
            elif tag in ("footnoteReference", "endnoteReference") and attribute(child, "customMarkFollows") in _YES:
                if all(one.shown for one in self.fields):
                    inline.runs.append(self._note(child, _text_behind(child)))
                return
            elif all(one.shown for one in self.fields):
                self._content(tag, child, inline, look)

    def _look(self, properties: Element, look: _Look) -> _Look:
        for tag, one in children(properties):
            if tag == "rStyle":
                style = attribute(one, "val")
                styles = self.package.styles
                look = replace(
                    look, bold=look.bold or styles.is_bold(style), hidden=look.hidden or styles.is_hidden(style)
                )
            elif tag == "b":
                look = replace(look, bold=is_on(one))
            elif tag == "vanish":
                look = replace(look, hidden=is_on(one))
            elif tag == "vertAlign":
                look = replace(look, raised=attribute(one, "val") == "superscript")
        return look

    def _field(self, element: Element, inline: Inline) -> None:
        """A field shows its result, which begins at its separator; what stands before that is its instruction."""
        sort = attribute(element, "fldCharType")
        if sort == "begin":
            if all(one.shown for one in self.fields):
                inline.runs.append(_box(element))
            self.fields.append(_Field(inline, len(inline.runs)))
        elif self.fields and sort == "separate":
            self.fields[-1].shown = True
        elif self.fields and sort == "end":
            ended = self.fields.pop()
            address = _LINK.match(ended.instruction)
            if address and ended.inline is inline:
                _link(inline, ended.first, address[1])

    def _content(self, tag: str, element: Element, inline: Inline, look: _Look) -> None:
        if tag == "t":
            words = element.text or ""
            inline.runs.append(raised(words, inline.runs) if look.raised else words)
            letters = sum(map(str.isalnum, words))
            inline.letters += letters
            inline.bold += letters if look.bold else 0
        elif tag == "br" and attribute(element, "type") in ("page", "column"):
            inline.runs.append(" ")
        elif tag in _SIGNS:
            inline.runs.append(_SIGNS[tag])
        elif tag == "sym":
            inline.runs.append(_symbol(attribute(element, "char")))
        elif tag in ("footnoteReference", "endnoteReference"):
            inline.runs.append(self._note(element))
        elif tag == "AlternateContent" and (words := _text_in(element)):
            inline.runs.append(words)
        elif tag in ("drawing", "pict", "object", "AlternateContent"):
            self._drawing(element, inline)
        elif tag in ("ruby", "rubyBase"):
            self._into(element, inline, _Look(bold=look.bold))

    def _note(self, marker: Element, mark: str = "") -> Note:
        """The note of a marker; `mark` is what the author has set for its number."""
        sort, identity = local_name(marker).removesuffix("Reference"), attribute(marker, "id")
        form = self.forms.get(marker, _USUAL_FORM)
        number = mark
        if not mark:
            self.counts[sort, form.series] += 1
            number = number_words(self.counts[sort, form.series] + form.start - 1, form.form)
        noted = self.package.notes.get((sort, identity))
        if noted is None:
            self.left.add("lost-note")
            return Note(number, (), f"{sort} {identity}")
        fields, self.fields = self.fields, []
        pages, self.has_pages = self.has_pages, False
        paragraphs = [one for one in noted.iter() if local_name(one) == "p"]
        texts = [plain_text(self.read(one, paragraph_style(one)).runs) for one in paragraphs]
        self.fields, self.has_pages = fields, pages
        if mark and texts:
            texts[0] = texts[0].removeprefix(mark).strip()
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


def _link(inline: Inline, first: int, address: str) -> None:
    """Make a link to a paper of the runs from `first` on, where `address` is that of one."""
    identifier = identifier_in(address)
    linked = inline.runs[first:]
    if identifier and plain_text(linked) and all(isinstance(run, str) for run in linked):
        inline.runs[first:] = [Cited(plain_text(linked), identifier)]


def _box(begin: Element) -> str:
    """The box of a form that is ticked or not; nothing for another field."""
    box = next(begin.iter("{*}checkBox"), None)
    if box is None:
        return ""
    states = dict(children(box))
    state = states.get("checked", states.get("default"))
    return "☒" if state is not None and is_on(state) else "☐"


def _text_behind(marker: Element) -> str:
    """The words behind a note's marker in the same run, which the author has set for its number."""
    signs = (
        _symbol(attribute(one, "char")) if local_name(one) == "sym" else one.text or ""
        for one in marker.itersiblings()
        if local_name(one) in ("t", "sym")
    )
    return "".join("".join(signs).split())[:10]


def _text_in(alternatives: Element) -> str:
    """The words of a sign in two forms, of which the second is for programs that do not know the first."""
    fallback = next((child for tag, child in children(alternatives) if tag == "Fallback"), None)
    return "".join(child.text or "" for tag, child in children(fallback) if tag == "t") if fallback is not None else ""


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
