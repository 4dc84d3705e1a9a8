"""The parts of a debate in XML, in reading order: headings, who speaks, what is said, notes; a vocabulary a sort."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from reader.importers.marked_up import Content, Note, PageBreak, Part, PartKind, Run, plain_text, row
from reader.importers.marked_up_left import Left
from reader.importers.marked_up_xml import Element, attribute, children, local_name


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    """Which elements of a sort of file are what. Of one that is `strict`, loose words are no text."""

    body: frozenset[str]  # what the text stands in
    headings: frozenset[str]
    paragraphs: frozenset[str]
    sections: frozenset[str]  # the headings in these are a level deeper
    speakers: frozenset[str] = frozenset()
    items: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    strict: bool = False


_REPORT = _Vocabulary(
    body=frozenset({"vergadering"}),
    headings=frozenset({"titel"}),
    paragraphs=frozenset({"alineaitem"}),
    sections=frozenset({"activiteit"}),
    skipped=frozenset({"spreker", "zaal"}),
    strict=True,
)
_TEI = _Vocabulary(
    body=frozenset({"text"}),
    headings=frozenset({"head"}),
    paragraphs=frozenset({"p", "seg", "ab", "l", "byline", "docTitle", "signed", "stage", "desc"}),
    sections=frozenset({"div", "div1", "div2", "div3"}),
    items=frozenset({"item"}),
    rows=frozenset({"row"}),
    notes=frozenset({"note"}),
    skipped=frozenset({"teiHeader", "standOff", "fw", "gap", "linkGrp"}),
)
_AKOMA_NTOSO = _Vocabulary(
    body=frozenset({"akomaNtoso"}),
    headings=frozenset({"heading", "docTitle", "subheading"}),
    paragraphs=frozenset({"p", "block", "blockContainer", "summary", "narrative", "scene"}),
    sections=frozenset({"debateSection", "section", "chapter", "part", "title", "article", "questions"}),
    speakers=frozenset({"from"}),
    items=frozenset({"item", "li", "point", "paragraph"}),
    rows=frozenset({"tr"}),
    notes=frozenset({"authorialNote"}),
    skipped=frozenset({"meta"}),
)


def parts_of(root: Element, left: Left) -> Iterator[Part]:
    """The parts of the text in the file; what is left out is counted in `left`."""
    match local_name(root):
        case "TEI" | "teiCorpus":
            vocabulary = _TEI
        case "akomaNtoso":
            vocabulary = _AKOMA_NTOSO
        case _:
            vocabulary = _REPORT
    return _Reader(vocabulary, left).parts(root)


@dataclass(frozen=True, slots=True)
class _Reader:
    vocabulary: _Vocabulary
    left: Left
    keys: Iterator[int] = field(default_factory=count)

    def parts(self, root: Element) -> Iterator[Part]:
        """The parts of the text, in reading order; a heading that only says the one before again is passed over."""
        said = ""
        bodies = [one for one in root.iter() if local_name(one) in self.vocabulary.body]
        for body in bodies:
            if any(local_name(above) in self.vocabulary.body for above in body.iterancestors()):
                continue
            for part in self._blocks(body, 1):
                words = plain_text(part.content)
                if part.kind == "heading" and words == said:
                    continue
                said = words if part.kind == "heading" else ""
                yield part

    def _blocks(self, element: Element, level: int) -> Iterator[Part]:
        loose: list[Run] = [element.text or ""]
        for name, child in children(element):
            yield from self._flushed(loose)
            yield from self._block(child, name, level)
            loose.append(child.tail or "")
        yield from self._flushed(loose)

    def _block(self, element: Element, name: str, level: int) -> Iterator[Part]:
        known = self.vocabulary
        if name in known.skipped:
            return
        if name in known.headings and not self._holds_blocks(element):
            yield from _part("heading", self._content(element), level)
        elif name in known.speakers or (name in known.notes and attribute(element, "type") == "speaker"):
            yield from _part("heading", self._content(element), level + 1)
        elif name in known.notes:
            yield from _part("text", self._content(element))
        elif name in known.rows:
            part = row([self._content(cell) for _, cell in children(element)], close=False)
            if part is not None:
                yield part
        elif name in known.items and not self._holds_blocks(element):
            yield from _part("list-item", ["– ", *self._content(element)])
        elif name in known.paragraphs and not self._holds_blocks(element):
            yield from _part("text", self._content(element))
        elif name == "pb":
            yield Part("text", [PageBreak(attribute(element, "n") or None)])
        elif name in ("graphic", "img", "figure"):
            self.left.add("image")
        else:
            yield from self._blocks(element, level + (name in known.sections and self._has_heading(element)))

    def _has_heading(self, element: Element) -> bool:
        """Whether the parts of a section stand under a heading of its own parent: then they are a level deeper."""
        parent = element.getparent()
        return parent is not None and any(name in self.vocabulary.headings for name, _ in children(parent))

    def _holds_blocks(self, element: Element) -> bool:
        known = self.vocabulary
        inner = known.headings | known.paragraphs | known.items | known.rows | known.speakers
        found = ((name, child) for name, child in children(element) if name not in known.notes)
        return any(name in inner or self._holds_blocks(child) for name, child in found)

    def _content(self, element: Element) -> Content:
        runs: list[Run] = []
        self._inline(element, runs)
        return _folded(runs)

    def _inline(self, element: Element, runs: list[Run]) -> None:
        runs.append(element.text or "")
        for name, child in children(element):
            if name in self.vocabulary.notes:
                number = attribute(child, "marker") or attribute(child, "n") or "*"
                words = plain_text(self._content(child))
                runs.append(Note(number, (words,) if words else (), f"note {next(self.keys)}"))
            elif name in ("lb", "br", "eol"):
                runs.append("\n")
            elif name == "pb":
                runs.append(PageBreak(attribute(child, "n") or None))
            elif name not in self.vocabulary.skipped:
                self._inline(child, runs)
            if attribute(child, "join") != "right":  # of a corpus by words: no space stands behind this one
                runs.append(child.tail or "")

    def _flushed(self, loose: list[Run]) -> Iterator[Part]:
        content = _folded(loose)
        loose.clear()
        if not self.vocabulary.strict:
            yield from _part("text", content)


def _folded(runs: list[Run]) -> Content:
    """The runs without the line ends and indents of the file; a break that the file marks stays."""
    return [re.sub(r"\s+", " ", run) if isinstance(run, str) and run != "\n" else run for run in runs]


def _part(kind: PartKind, content: Content, level: int = 0) -> Iterator[Part]:
    if plain_text(content):
        yield Part(kind, content, level)
