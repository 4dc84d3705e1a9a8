"""The passages of a REFI-QDA project: highlights with their labels and notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from reader.domain.anchor import quoted
from reader.domain.model import Highlight, Span, Tag, Tagging
from reader.importers.exchange.exchanged import Item, changed_at, made_at, made_uid, one_line, uid_of
from reader.importers.exchange.quotes import Searched, Wanted
from reader.importers.exchange.refi_counting import Counted, SpanOf
from reader.importers.marked_up_xml import Element, attribute, children

_WORD = re.compile(r"\w+")
_LEAST_NAME = 20  # code points of a name that can only be the words of a passage
_NAME_LENGTH = 60  # code points of a passage in the report
_EVERY = 100  # passages between two looks at whether the work is to be stopped


@dataclass(frozen=True, slots=True)
class Target:
    """The paper that passages are put on."""

    document_uid: str
    text_uid: str
    body: str


@dataclass(frozen=True, slots=True)
class About:
    """What passages refer to: users by the uid of their GUID, texts of notes, labels, and the date of the file.

    `is_own`: this program wrote the file, so that what stands there is meant as it stands.
    """

    users: Mapping[str, str]
    notes: Mapping[str, str]
    tags: Mapping[str, Tag]
    made: str
    is_own: bool


@dataclass(slots=True)
class Marks:
    """The passages read so far. `same` gives the passage that stands for one on the very same words."""

    about: About
    items: list[Item]
    highlights: dict[str, Highlight] = field(default_factory=dict)
    taggings: dict[str, Tagging] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)
    bare: set[str] = field(default_factory=set)  # without name, label and note
    _at: dict[tuple[str, Span], str] = field(default_factory=dict)

    def add(self, selection: Element, target: Target, span: Span, detail: str = "") -> None:
        """Add the passage at `span`; `detail` says what was repaired."""
        about = self.about
        uid = uid_of(attribute(selection, "guid") or made_uid(target.document_uid, str(span)))
        quote, prefix, suffix = quoted(target.body, span)
        shown = one_line(quote, _NAME_LENGTH)
        if uid in self.highlights or uid in self.same:
            self.items.append(
                Item("highlight", shown, "left out", "Another passage of the file has the same identity.")
            )
            return
        author = about.users.get(uid_of(attribute(selection, "creatingUser")), "")
        made = attribute(selection, "creationDateTime")
        note = self._note(selection, quote)
        standing = self._at.setdefault((target.text_uid, span), uid)
        if about.is_own:
            standing = uid
        if standing == uid:
            self.highlights[uid] = Highlight(
                uid, target.text_uid, target.document_uid, span.start, span.end, quote, prefix, suffix,
                note=note, author=author, created_at=made_at(made, about.made),
                modified_at=changed_at(attribute(selection, "modifiedDateTime"), made),
            )  # fmt: skip
        else:
            self.same[uid] = standing
            first = self.highlights[standing]
            if note and note not in first.note:
                self.highlights[standing] = replace(first, note="\n\n".join(filter(None, (first.note, note))))
        codings = [child for part, child in children(selection) if part == "Coding"]
        for coding in codings:
            self._label(standing, coding, shown, author, made)
        if not codings and not note and not attribute(selection, "name"):
            self.bare.add(uid)
        if detail:
            self.items.append(Item("highlight", shown, "repaired", detail))

    def _label(self, uid: str, coding: Element, shown: str, author: str, made: str) -> None:
        tag_uid = next(
            (uid_of(attribute(child, "targetGUID")) for part, child in children(coding) if part == "CodeRef"), ""
        )
        if tag_uid not in self.about.tags:
            self.items.append(Item("highlight", shown, "repaired", "A label of it is not in the file."))
            return
        who = self.about.users.get(uid_of(attribute(coding, "creatingUser")), "" if self.about.is_own else author)
        created = attribute(coding, "creationDateTime")
        tagging = Tagging(uid, tag_uid, made_at(created, made, self.about.made), who)
        self.taggings.setdefault(tagging.uid, tagging)

    def _note(self, selection: Element, quote: str) -> str:
        """What is said of a passage: programs write it as description, as a note, or as a note on a label of it."""
        found: list[str] = []
        for part, child in children(selection):
            if part == "Description":
                found.append(child.text or "")
            elif part == "NoteRef":
                found.append(self._referred(child))
            elif part == "Coding":
                found += [self._referred(inner) for name, inner in children(child) if name == "NoteRef"]
        words = " ".join(quote.split())
        unlike: dict[str, str] = {}
        for note in found:
            tidy = " ".join(note.split())
            if tidy and (self.about.is_own or tidy != words):  # some programs describe a passage by its own words
                unlike.setdefault(tidy, note)
        return "\n\n".join(unlike.values())

    def _referred(self, reference: Element) -> str:
        return self.about.notes.get(uid_of(attribute(reference, "targetGUID")), "")


def counted(marked: Element) -> Iterator[tuple[Element, Counted | None]]:
    """The passages at a text with their positions; None for one that has none."""
    for part, selection in children(marked):
        if part == "PlainTextSelection":
            try:
                start, end = int(attribute(selection, "startPosition")), int(attribute(selection, "endPosition"))
            except ValueError:
                yield selection, None
            else:
                yield selection, (start, end, attribute(selection, "name"))


def add_counted(marks: Marks, marked: Element, target: Target, span_of: SpanOf, look: Callable[[], None]) -> None:
    """Add the passages at a text whose positions `span_of` turns into offsets; `look` may raise to stop."""
    for number, (selection, positions) in enumerate(counted(marked)):
        if number % _EVERY == 0:
            look()
        shown = one_line(attribute(selection, "name") or attribute(selection, "guid"), _NAME_LENGTH)
        if positions is None:
            marks.items.append(Item("highlight", shown, "left out", "Its positions are no numbers."))
            continue
        start, end = span_of(positions[0], positions[1])
        span, detail = _fitting(target.body, start, end)
        if span is None:
            marks.items.append(Item("highlight", shown, "left out", detail))
        else:
            marks.add(selection, target, span, detail)


def add_quoted(
    marks: Marks, source: Element, marked: Element, target: Target, look: Callable[[], None], *, by_position: bool
) -> None:
    """Add the passages that are only known by their words: those in the pages of a PDF; `look` may raise to stop.

    `by_position`: those at the text were added by their positions already.
    """
    searched = Searched(target.body)
    for holder in (source,) if by_position or marked is source else (source, marked):
        for number, (part, selection) in enumerate(children(holder)):
            if number % _EVERY == 0:
                look()
            if not part.endswith("Selection") or (by_position and part == "PlainTextSelection"):
                continue
            words = _words_of(selection)
            shown = one_line(words or attribute(selection, "guid"), _NAME_LENGTH)
            place = searched.find(Wanted(words)) if words else None
            if place is None:
                marks.items.append(Item("highlight", shown, "left out", "Its place in the text could not be found."))
            else:
                marks.add(selection, target, place[0])


def _words_of(selection: Element) -> str:
    """The words of a passage: as the text that stands for it, else as its name when that is long and not cut off."""
    for part, child in children(selection):
        if part == "Representation":
            words = next((inner.text or "" for name, inner in children(child) if name == "PlainTextContent"), "")
            if words.strip():
                return words
    name = attribute(selection, "name").strip()
    return "" if len(name) < _LEAST_NAME or name.endswith(("…", "...")) else name


def _fitting(body: str, start: int, end: int) -> tuple[Span | None, str]:
    """The span as far as it lies in the text, and what was wrong with it."""
    if end < start:
        return None, "It ends before it begins."
    if start >= len(body) or end < 0 or start < end <= 0:
        return None, "It lies outside the text."
    if start < 0 or end > len(body):
        return Span(max(0, start), min(len(body), end)), "It reached outside the text; the rest was taken."
    if start < end:
        return Span(start, end), ""
    for match in _WORD.finditer(body, max(0, start - 60)):
        if match.start() > start:
            break
        if match.end() >= start:
            return Span(match.start(), match.end()), "It had no length; the word at its place was taken."
    return None, "It has no length."
