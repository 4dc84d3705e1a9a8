"""A REFI-QDA project (QDPX) of any program: labels, papers, passages, notes and links, as far as they can be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from reader.domain.collection import Collection
from reader.domain.errors import ReaderError
from reader.importers.exchange.exchanged import (
    Exchanged,
    Item,
    Known,
    made_at,
    moment_of,
    one_line,
    text_by_uid,
    uid_of,
)
from reader.importers.exchange.labels import Labels
from reader.importers.exchange.refi_codes import read_codes
from reader.importers.exchange.refi_counting import STANDARD, Counting, likeliest
from reader.importers.exchange.refi_facts import facts_of_sources
from reader.importers.exchange.refi_files import ProjectFiles
from reader.importers.exchange.refi_links import NoteFacts, read_links
from reader.importers.exchange.refi_marks import About, Marks, Target, add_counted, add_quoted, counted
from reader.importers.exchange.refi_papers import Papers
from reader.importers.exchange.refi_sources import Source, characters, read_sources
from reader.importers.extracted import Progress
from reader.importers.marked_up_xml import Element, attribute, children, local_name

OWN_ORIGIN: Final = "Vindplaats"
_SOURCES_SHARE: Final = 0.3  # of the progress: reading the sources; the rest is recognising their texts
_NOT_READ: Final = {
    "Graphs": "Drawings of networks are not read.",
    "Description": "A note on the whole project is not read.",
    "NoteRef": "A note on the whole project is not read.",
}


def read_project(root: Element, files: ProjectFiles, name: str, known: Known, progress: Progress) -> Exchanged:
    """What is in the project `root`, whose sources are in `files`.

    What cannot be read is left out and said; the rest is read. Raises FileTooLarge, and what `progress` raises.
    """
    items: list[Item] = []
    parts = dict(children(root))
    is_own = attribute(root, "origin") == OWN_ORIGIN
    made = moment_of(attribute(root, "creationDateTime"))
    users = {
        uid_of(attribute(user, "guid")): one_line(attribute(user, "name") or attribute(user, "id"))
        for _, user in children(parts.get("Users", ()))
    }
    notes, note_facts = _notes(parts.get("Notes", ()), files, users, items)
    labels = Labels(items, made_at(made))  # when a code was changed is told nowhere
    for _, codes in children(parts.get("CodeBook", ())):
        read_codes(codes, labels, notes)
    sources = read_sources(parts.get("Sources", ()), files, items, lambda share: progress(_SOURCES_SHARE * share))
    way = STANDARD if is_own else _way_of(sources, items, name, lambda: progress(_SOURCES_SHARE))
    papers = Papers(known, facts_of_sources(root, items, is_own=is_own), made, is_own, items)
    marks = Marks(About(users, notes, labels.tags, made, is_own), items)
    total = sum(len(source.data) for source in sources) or 1
    done = 0
    for source in sources:
        recognising = _part_of(progress, done / total, (done + len(source.data)) / total)
        done += len(source.data)
        _add_passages(source, papers.add(source, recognising), marks, way, partial(recognising, 1.0))
    links, kinds = read_links(parts.get("Links", ()), marks, note_facts)
    items += _loose_notes(root, parts.get("Notes", ()), notes)
    items += [Item("file", part, "left out", words) for part, words in _NOT_READ.items() if part in parts]
    progress(1.0)
    return Exchanged(
        Collection(
            text_by_uid(papers.texts),
            documents=tuple(papers.documents.values()),
            texts=tuple(papers.versions.values()),
            highlights=tuple(marks.highlights.values()),
            tags=tuple(labels.tags.values()),
            taggings=tuple(marks.taggings.values()),
            link_kinds=kinds,
            links=links,
            parted_at=moment_of(attribute(root, "modifiedDateTime")) if is_own else "",
        ),
        tuple(items),
        name,
    )


def _part_of(progress: Progress, first: float, last: float) -> Progress:
    """What tells the progress of recognising one source, from its first to its last share of all of them."""

    def recognising(share: float) -> None:
        progress(_SOURCES_SHARE + (1 - _SOURCES_SHARE) * (first + (last - first) * share))

    return recognising


def _notes(
    parent: Element, files: ProjectFiles, users: Mapping[str, str], items: list[Item]
) -> tuple[dict[str, str], dict[str, NoteFacts]]:
    """The texts of the notes by uid, and who made each when."""
    texts: dict[str, str] = {}
    facts: dict[str, NoteFacts] = {}
    for _, note in children(parent):
        uid = uid_of(attribute(note, "guid"))
        words = [child.text or "" for part, child in children(note) if part in ("PlainTextContent", "Description")]
        path = attribute(note, "plainTextPath")
        try:
            data = files.read(path) if path else None
            words.append(characters(data, path).removeprefix("\ufeff").replace("\r\n", "\n") if data else "")
        except ReaderError as error:
            items.append(Item("note", one_line(attribute(note, "name")), "left out", str(error)))
        texts[uid] = "\n\n".join(dict.fromkeys(word for word in words if word.strip()))
        facts[uid] = NoteFacts(
            users.get(uid_of(attribute(note, "creatingUser")), ""),
            attribute(note, "creationDateTime"),
            attribute(note, "modifiedDateTime"),
        )
    return texts, facts


def _loose_notes(root: Element, parent: Element, notes: Mapping[str, str]) -> list[Item]:
    """A line for each note that belongs to nothing in the file."""
    ends = {uid_of(value) for element in root.iter() for value in _referred(element)}
    return [
        Item("note", one_line(attribute(note, "name") or notes[uid], 60), "left out", "A note on nothing is not read.")
        for uid, note in ((uid_of(attribute(note, "guid")), note) for _, note in children(parent))
        if uid not in ends and notes.get(uid)
    ]


def _referred(element: Element) -> tuple[str, ...]:
    """The GUIDs of what an element of the project refers to, if it can be a note."""
    match local_name(element):
        case "NoteRef":
            return (attribute(element, "targetGUID"),)
        case "Link":
            return attribute(element, "originGUID"), attribute(element, "targetGUID")
    return ()


def _way_of(sources: list[Source], items: list[Item], name: str, look: Callable[[], None]) -> Counting:
    """How the program that wrote the file counts, which is one way for all its texts; said when it is not ours."""
    way = likeliest(
        [
            (source.text, [positions for _, positions in counted(source.marked) if positions is not None])
            for source in sources
            if source.text is not None
        ],
        look,
    )
    items += [Item("file", name, "repaired", words) for words in way.deviations]
    return way


def _add_passages(source: Source, target: Target, marks: Marks, way: Counting, look: Callable[[], None]) -> None:
    """The passages of one source, and what is said of what it has beside them."""
    if source.text is not None:
        add_counted(marks, source.marked, target, source.text.spans(way), look)
    add_quoted(marks, source.element, source.marked, target, look, by_position=source.text is not None)
    for part, child in children(source.element):
        if part == "Coding":
            marks.items.append(Item("document", source.name, "left out", "A label on a whole document is not read."))
        elif (part == "Description" and (child.text or "").strip()) or (
            part == "NoteRef" and marks.about.notes.get(uid_of(attribute(child, "targetGUID")))
        ):
            marks.items.append(Item("note", source.name, "left out", "A note on a whole document is not read."))
