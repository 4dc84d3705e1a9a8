"""The parts of a text in the XML of the official publications, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from reader.importers.marked_up import Cited, Content, Note, Part, PartKind, Run, plain_text, row
from reader.importers.marked_up_left import Left
from reader.importers.marked_up_tables import whole_number, with_room
from reader.importers.marked_up_xml import Element, attribute, children, local_name
from reader.importers.official_xml_facts import identifier_in
from reader.text.headings import looks_plain

Runs = list[Run]

_INLINE = frozenset({
    "nadruk", "sup", "inf", "unl", "ovl", "extref", "intref", "dossierref", "noot", "nootref", "voetref", "datum",
    "naam", "achternaam", "voornaam", "voorvoegsels", "politiek", "functie", "organisatie", "plaats",
    "kamervraagonderwerp", "ondernummer", "dossiernr", "begrotingshoofdstuk", "herdruk", "nummer",
})  # fmt: skip
_SKIPPED = frozenset({"metadata", "colspec", "officiele-inhoudsopgave"})
_FURNITURE = frozenset({"kamerstukkop", "kamervraagkop", "kamervraagnummer", "vraagnummer", "handelingenkop"})
_IMAGES = frozenset({"plaatje", "illustratie"})
_DIVISIONS = frozenset({
    "divisie", "artikel", "wijzig-artikel", "wijzig-divisie", "hoofdstuk", "titeldeel", "afdeling", "paragraaf", "boek",
    "sub-paragraaf", "deel", "bijlage", "circulaire.divisie", "nota-toelichting", "toelichting",
})  # fmt: skip
_SPACES = re.compile(r"\s+")
_PUNCTUATION = re.compile(r"\n(?=[.,;:!?)\]»”’])|(?<=[(\[«“‘])\n")
_NUMBERED = re.compile(r"\d")
_UNDIVIDED = re.compile(r"[\w.]$")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the elements of one file; `notes` are those that stand apart, by their ids."""

    left: Left
    notes: dict[str, Element]
    keys: Iterator[int] = field(default_factory=count)

    def blocks(self, element: Element, level: int) -> Iterator[Part]:
        """The parts in `element`, a heading in which would have `level`."""
        runs: Runs = [element.text or ""]
        for name, child in children(element):
            if name in _INLINE:
                self._inline(child, name, runs)
            elif name not in _SKIPPED:
                yield from _flushed(runs)
                yield from self._block(child, name, level)
            runs.append(child.tail or "")
        yield from _flushed(runs)

    def _block(self, element: Element, name: str, level: int) -> Iterator[Part]:
        if name in _FURNITURE:
            yield from (replace(part, kind="furniture", level=0) for part in self.blocks(element, level))
        elif name in _IMAGES:
            self.left.add("image")
        elif name in ("vraag", "antwoord"):
            yield from self._unit(element, name, level)
        elif name in _DIVISIONS:
            yield from self.blocks(element, level + 1)
        elif name == "kop":
            yield from self._heading(element, level)
        elif name in ("tussenkop", "item-titel", "titel", "subtitel") and not _holds_blocks(element):
            yield from _part("heading", self.content(element), level if name in ("item-titel", "titel") else level + 1)
        elif name in ("agendapunt", "dossier", "stuk"):
            yield from self._headed(element, name, level)
        elif name == "spreker":
            yield from _part("heading", self.content(element), level + 1)
        elif name == "motie":
            for inner, child in children(element):
                yield from self._block(child, inner, level if inner == "motie-info" else level + 2)
        elif name == "ondertekening":
            yield from self._signature(element)
        elif name == "table":
            yield from self._table(element, level)
        elif name in ("lijst", "definitielijst"):
            yield from self._list(element, level)
        elif name == "lid":
            yield from self._item(element, "lidnr", level)
        elif name == "al" and not _holds_blocks(element):
            yield from self._paragraph(element)
        else:
            yield from self.blocks(element, level)

    def content(self, element: Element) -> Content:
        """The words of `element` with the notes in it."""
        runs: Runs = [element.text or ""]
        for name, child in children(element):
            self._inline(child, name, runs)
            runs.append(child.tail or "")
        return _tidy(runs)

    def _inline(self, element: Element, name: str, runs: Runs) -> None:
        if name in ("noot", "nootref"):
            note = self._note(element, name)
            if note is not None:
                runs.append(note)
        elif name in _IMAGES:
            self.left.add("image")
        elif name == "extref" and (identifier := identifier_in(attribute(element, "doc"))):
            runs.append(Cited(" ".join("".join(element.itertext()).split()), identifier))
        elif name not in _SKIPPED:
            before = next((run for run in reversed(runs) if run), None)
            if name == "achternaam" and isinstance(before, str) and _UNDIVIDED.search(before):
                runs.append(" ")  # a file without line ends has no space between the parts of a name
            runs.append(element.text or "")
            for inner, child in children(element):
                self._inline(child, inner, runs)
                runs.append(child.tail or "")

    def _note(self, element: Element, name: str) -> Note | None:
        """The note at its marker; None for one that stands apart and is read where it is referred to."""
        key = attribute(element, "refid") if name == "nootref" else attribute(element, "id")
        noted = self.notes.get(key) if name == "nootref" else element
        if noted is None:
            number = plain_text(self.content(element))
            self.left.add("lost-note")
            return Note(number, (), key) if number else None
        number = next((plain_text(self.content(child)) for inner, child in children(noted) if inner == "noot.nr"), "")
        texts = [plain_text(self.content(child)) for inner, child in children(noted) if inner != "noot.nr"]
        own = " ".join((noted.text or "").split())
        number = number.rstrip(".)") or attribute(noted, "nr") or "*"
        return Note(number, tuple(text for text in (own, *texts) if text), key or f"note {next(self.keys)}")

    def _paragraph(self, element: Element) -> Iterator[Part]:
        content = self.content(element)
        words = plain_text(content)
        bold = [child for name, child in children(element) if name == "nadruk" and "vet" in attribute(child, "type")]
        emphasised = len(bold) == 1 and " ".join("".join(bold[0].itertext()).split()) == words
        yield from _part("heading" if emphasised and looks_plain(words, 90) else "text", content)

    def _heading(self, element: Element, level: int) -> Iterator[Part]:
        """The label, number and title of a division on one line; a subtitle below it."""
        runs: Runs = []
        below: list[Content] = []
        for name, child in children(element):
            if name == "subtitel":
                below.append(self.content(child))
            else:
                runs += [" ", *self.content(child)]
        yield from _part("heading", _tidy(runs), level)
        for content in below:
            yield from _part("paragraph", content)

    def _headed(self, element: Element, name: str, level: int) -> Iterator[Part]:
        """A paper in a dossier, or an item on the agenda: what stands beside its title is no part of it."""
        if name == "dossier":
            yield from _part(
                "paragraph", _tidy([run for _, one in children(element) for run in ("\n", *self._all(one))])
            )
            return
        for inner, child in children(element):
            if inner == "titel":
                yield from _part("heading", self.content(child), level)
            elif inner in ("nr", "dossiernummer", "stuknr", "datumtekst"):
                yield from _part("furniture" if inner == "nr" else "paragraph", self.content(child))
            elif inner not in _SKIPPED:
                yield from self._block(child, inner, level)

    def _all(self, element: Element) -> Runs:
        """All words of an element of any sort, its parts with spaces between them."""
        runs: Runs = []
        for part in self.blocks(element, 0):
            runs += [" ", *part.content]
        return runs

    def _unit(self, element: Element, name: str, level: int) -> Iterator[Part]:
        """A question or an answer under its label; a label that is only a number gets the word of its element."""
        word = name.capitalize()
        labelled = False
        for inner, child in children(element):
            if inner in ("nr", "nummer") and not labelled:
                content = self.content(child)
                label = plain_text(content)
                if label and not label.lower().startswith(("vra", "antw", "nader", "reactie", "beantw", "mededeling")):
                    content = [f"{word} ", *content]
                yield from _part("heading", content or [word], level + 1)
                labelled = True
            else:
                if not labelled and not _is_label(child, word):
                    yield Part("heading", [word], level + 1)
                labelled = True
                yield from self._block(child, inner, level)

    def _signature(self, element: Element) -> Iterator[Part]:
        lines = [self.content(child) for _, child in children(element)]
        runs: Runs = []
        for line in lines or [self.content(element)]:
            if plain_text(line):
                runs += ["\n" if runs else "", *line]
        yield from _part("signature", runs)

    def _list(self, element: Element, level: int) -> Iterator[Part]:
        for name, child in children(element):
            if name == "li" or name == "definitie-item":
                yield from self._item(child, "li.nr", level)
            else:
                yield from self._block(child, name, level)

    def _item(self, element: Element, number_name: str, level: int) -> Iterator[Part]:
        """A list item, its number or dash before it; what comes below its first paragraph stands apart."""
        number = ""
        term = ""
        parts: list[Part] = []
        for name, child in children(element):
            if name == number_name:
                number = plain_text(self.content(child))
            elif name == "term":
                term = plain_text(self.content(child)).rstrip(":") + ": "
            else:
                parts += self._block(child, name, level)
        parts += _flushed([element.text or ""])
        if parts and parts[0].kind in ("text", "paragraph", "heading"):
            mark = f"{number} " if number else "" if term else "– "
            parts[0] = Part("list-item", [mark, term, *parts[0].content])
        elif number or term:
            parts.insert(0, Part("list-item", [f"{number} {term}"]))
        yield from parts

    def _table(self, element: Element, level: int) -> Iterator[Part]:
        first = True
        for name, child in children(element):
            if name in ("title", "titel"):
                yield from _part("paragraph", self.content(child))
        below: dict[int, int] = {}
        for line in element.iter():
            if local_name(line) != "row":
                continue
            entries = [cell for name, cell in children(line) if name == "entry"]
            spans = [(1, 1 + whole_number(attribute(cell, "morerows"), 0)) for cell in entries]
            cells = with_room([self._cell(cell) for cell in entries], spans, below, [])
            part = row(cells, close=not first)
            if part is not None:
                yield part
                first = False

    def _cell(self, element: Element) -> Content:
        return self._all(element)


def parts_of(root: Element, left: Left) -> Iterator[Part]:
    """The parts in the file, in reading order; what is left out is counted in `left`."""
    referred = {attribute(one, "refid") for one in root.iter() if local_name(one) == "nootref"}
    notes = {
        attribute(one, "id"): one
        for one in root.iter()
        if local_name(one) in ("noot", "voetnoot") and attribute(one, "id") in referred
    }
    for note in notes.values():
        parent = note.getparent()
        if parent is not None:
            _cut(note, parent)
    return _Reader(left, notes).blocks(root, 1)


def _cut(element: Element, parent: Element) -> None:
    """Take `element` out of `parent`, but not the text behind it."""
    previous = element.getprevious()
    tail = element.tail or ""
    element.tail = None
    if previous is not None:
        previous.tail = (previous.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _part(kind: PartKind, content: Content, level: int = 0) -> Iterator[Part]:
    if plain_text(content):
        yield Part(kind, content, level)


def _flushed(runs: Runs) -> Iterator[Part]:
    """The words gathered so far as a paragraph; they are gathered anew behind it."""
    content = _tidy(runs)
    runs.clear()
    yield from _part("text", content)


def _tidy(runs: Runs) -> Runs:
    """One run of words between two notes, without the line ends and indents of the file.

    A file that was indented by a tool has line ends between a word and the comma behind it.
    """
    joined: Runs = []
    for run in runs:
        if isinstance(run, str) and joined and isinstance(joined[-1], str):
            joined[-1] += run
        else:
            joined.append(run)
    return [_folded(run) if isinstance(run, str) else run for run in joined]


def _folded(words: str) -> str:
    lines = _SPACES.sub(lambda spaces: "\n" if "\n" in spaces[0] else " ", words)
    return _PUNCTUATION.sub("", lines).replace("\n", " ")


def _holds_blocks(element: Element) -> bool:
    return any(name not in _INLINE and name not in _IMAGES for name, _ in children(element))


def _is_label(element: Element, word: str) -> bool:
    """Whether a paragraph is a label itself: older files have no element for it."""
    words = " ".join("".join(element.itertext()).split())
    return len(words) < 60 and words.lower().startswith(word.lower()[:3]) and _NUMBERED.search(words) is not None
