"""What stands in one paragraph of an OpenDocument text: its words, notes, links and page breaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from reader.importers.marked_up import Cited, Note, PageBreak, Run, plain_text, raised
from reader.importers.marked_up_left import Left
from reader.importers.marked_up_numbers import number_words
from reader.importers.marked_up_xml import Element, attribute, children, local_name
from reader.importers.odt_styles import Styles
from reader.importers.official_xml_facts import identifier_in

_LEFT_OUT = frozenset({
    "tracked-changes", "annotation-end", "note-citation", "ruby-text", "desc", "title", "change", "change-start",
    "change-end", "bookmark-start", "bookmark-end", "bookmark", "alphabetical-index-mark", "toc-mark",
})  # fmt: skip
_DRAWN = frozenset({"frame", "custom-shape", "rect", "g", "control"})
_MOST_SPACES = 1000


@dataclass(slots=True)
class Inline:
    """A paragraph while it is read: `drawn` are the frames in it, `bold` and `letters` count signs."""

    runs: list[Run] = field(default_factory=list)
    drawn: list[Element] = field(default_factory=list)
    bold: int = 0
    letters: int = 0

    @property
    def is_bold(self) -> bool:
        return 0 < self.letters == self.bold


@dataclass(frozen=True, slots=True)
class InlineReader:
    """Reads paragraphs; what is left out is counted."""

    styles: Styles
    left: Left
    keys: Iterator[int] = field(default_factory=count)
    counted: Counter[str] = field(default_factory=Counter)  # notes by their class

    def read(self, paragraph: Element) -> Inline:
        """What the paragraph holds."""
        inline = Inline()
        style = attribute(paragraph, "style-name")
        self._into(paragraph, inline, bool(self.styles.is_bold(style)), self.styles.is_hidden(style))
        return inline

    def _into(self, element: Element, inline: Inline, bold: bool, hidden: bool) -> None:
        self._words(element.text, inline, bold, hidden)
        for tag, child in children(element):
            if tag == "span":
                style = attribute(child, "style-name")
                own = self.styles.is_bold(style)
                first = len(inline.runs)
                self._into(child, inline, bold if own is None else own, hidden or self.styles.is_hidden(style))
                if self.styles.is_raised(style) and all(isinstance(run, str) for run in inline.runs[first:]):
                    words = "".join(run for run in inline.runs[first:] if isinstance(run, str))
                    inline.runs[first:] = [raised(words, inline.runs[:first])]
            elif not hidden:
                self._element(tag, child, inline, bold)
            self._words(child.tail, inline, bold, hidden)

    def _words(self, words: str | None, inline: Inline, bold: bool, hidden: bool) -> None:
        if not words:
            return
        if hidden:
            self.left.add("hidden")
            return
        inline.runs.append(words.replace("\n", " "))  # a line end in the file is only a space
        letters = sum(map(str.isalnum, words))
        inline.letters += letters
        inline.bold += letters if bold else 0

    def _element(self, tag: str, element: Element, inline: Inline, bold: bool) -> None:
        if tag == "s":
            count = attribute(element, "c")
            inline.runs.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
        elif tag == "tab":
            inline.runs.append(" ")
        elif tag == "line-break":
            inline.runs.append("\n")
        elif tag == "soft-page-break":
            inline.runs.append(PageBreak())
        elif tag == "note":
            inline.runs.append(self._note(element))
        elif tag == "annotation":
            self.left.add("comment")
        elif tag in ("hidden-text", "hidden-paragraph"):
            self.left.add("hidden")
        elif tag in _DRAWN:
            inline.drawn.append(element)
        elif tag == "a":
            self._link(element, inline, bold)
        elif tag not in _LEFT_OUT:
            self._into(element, inline, bold, hidden=False)

    def _link(self, element: Element, inline: Inline, bold: bool) -> None:
        first = len(inline.runs)
        self._into(element, inline, bold, hidden=False)
        identifier = identifier_in(attribute(element, "href"))
        linked = inline.runs[first:]
        if identifier and plain_text(linked) and all(isinstance(run, str) for run in linked):
            inline.runs[first:] = [Cited(plain_text(linked), identifier)]

    def _note(self, element: Element) -> Note:
        number = "".join(
            "".join(child.itertext()) for tag, child in children(element) if tag == "note-citation"
        ).strip()
        sort = attribute(element, "note-class")
        self.counted[sort] += 1
        if number == "0":  # a program that has not laid out the pages writes it for every note that is counted
            number = number_words(self.counted[sort], "lowerRoman" if sort == "endnote" else "decimal")
        body = next((child for tag, child in children(element) if tag == "note-body"), element)
        paragraphs = [one for one in body.iter() if local_name(one) in ("p", "h")]
        texts = [
            plain_text([run for run in self.read(one).runs if not isinstance(run, PageBreak)]) for one in paragraphs
        ]
        return Note(
            number or "*", tuple(text for text in texts if text), attribute(element, "id") or f"note {next(self.keys)}"
        )
