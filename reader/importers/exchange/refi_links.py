"""The links of a REFI-QDA project: between passages; one from a passage to a note gives the passage that note."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reader.domain.model import Link, LinkKind
from reader.importers.exchange.exchanged import LONG_AGO, Item, changed_at, made_at, made_uid, one_line, uid_of
from reader.importers.exchange.link_names import link_kind
from reader.importers.exchange.refi_marks import Marks
from reader.importers.marked_up_xml import Element, attribute, children


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """Who made a note, and when: all that a link has of its own."""

    author: str
    created: str
    modified: str


def read_links(
    parent: Element, marks: Marks, note_facts: Mapping[str, NoteFacts]
) -> tuple[tuple[Link, ...], tuple[LinkKind, ...]]:
    """The links, and the types of them that are not built in; a passage may get a note or become a bare end."""
    links: dict[tuple[str, str, str], Link] = {}
    taken: set[str] = set()
    kinds: dict[str, LinkKind] = {}
    for _, element in children(parent):
        name = one_line(attribute(element, "name"))
        ends = [uid_of(attribute(element, end)) for end in ("originGUID", "targetGUID")]
        if _is_note(ends, marks):
            continue
        source, target = (marks.same.get(uid, uid) for uid in ends)
        if source not in marks.highlights or target not in marks.highlights:
            marks.items.append(Item("link", name, "left out", "It does not go from a passage to a passage."))
            continue
        kind = link_kind(name, len(kinds))
        uid = uid_of(attribute(element, "guid") or made_uid("link", source, target, kind.uid))
        if source == target or uid in taken or (kind.uid, source, target) in links:
            marks.items.append(Item("link", name, "left out", "It goes to itself, or is there already."))
            continue
        taken.add(uid)
        if not kind.builtin:
            kind = kinds.setdefault(kind.uid, kind)
        referred = [uid_of(attribute(child, "targetGUID")) for part, child in children(element) if part == "NoteRef"]
        texts = [marks.about.notes[note] for note in referred if marks.about.notes.get(note, "").strip()]
        about = next((note_facts[note] for note in referred if note in note_facts), NoteFacts("", "", ""))
        links[kind.uid, source, target] = Link(
            uid,
            kind.uid,
            source,
            target,
            "\n\n".join(dict.fromkeys(texts)),
            author=about.author,
            created_at=made_at(about.created, marks.about.made),
            modified_at=changed_at(about.modified, about.created) if texts else LONG_AGO,
        )
        for uid in ends:
            if uid in marks.bare and uid in marks.highlights:
                marks.highlights[uid] = replace(marks.highlights[uid], kind="anchor")
    return tuple(links.values()), tuple(kinds.values())


def _is_note(ends: list[str], marks: Marks) -> bool:
    """Whether a link joins a passage and a note; the passage has the note then."""
    for end, other in (ends, reversed(ends)):
        passage, note = marks.same.get(end, end), marks.about.notes.get(other)
        if passage in marks.highlights and note is not None:
            highlight = marks.highlights[passage]
            if note.strip() and note not in highlight.note:
                marks.highlights[passage] = replace(highlight, note="\n\n".join(filter(None, (highlight.note, note))))
            marks.bare.discard(end)
            return True
    return False
