"""W3C Web Annotations (JSON-LD) on papers of the project: found again by position and by quote."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from reader.domain.anchor import quoted
from reader.domain.collection import Collection
from reader.domain.errors import FileDamaged, FileTooLarge, NotExchange
from reader.domain.model import Document, Highlight, HighlightKind, Link, LinkKind, Span, Tagging
from reader.importers.exchange.annotations import Aim, Annotation, annotations_in
from reader.importers.exchange.exchanged import (
    Exchanged,
    Item,
    Known,
    changed_at,
    made_at,
    made_uid,
    one_line,
    text_by_uid,
    uid_of,
)
from reader.importers.exchange.labels import Labels
from reader.importers.exchange.link_names import link_kind
from reader.importers.exchange.quotes import Searched, Wanted
from reader.importers.exchange.refi_counting import Counting, RawText, SpanOf
from reader.importers.extracted import Progress
from reader.text.source import decode, sha256_of

FORMAT: Final = "JSON-LD"
MEGABYTE: Final = 1_000_000
LARGEST: Final = 60 * MEGABYTE  # bytes
_URN: Final = "urn:uuid:"
_BETWEEN: Final = "›"  # the labels of a path
_KEPT: Final = 8  # papers of which the text and the passages are kept ready to be searched
_EVERY: Final = 50  # annotations between two looks at `progress`


@dataclass(frozen=True, slots=True)
class _Place:
    document: Document
    span: Span
    body: str
    detail: str = ""


@dataclass(slots=True)
class _Reading:
    """What was read so far; `known` are the papers, `searched` and `utf16` give the text of one of them."""

    known: Known
    searched: Callable[[str], Searched]
    utf16: Callable[[str], SpanOf]
    labels: Labels
    highlights: dict[str, Highlight] = field(default_factory=dict)
    taggings: dict[str, Tagging] = field(default_factory=dict)
    links: dict[tuple[str, str, str], Link] = field(default_factory=dict)
    kinds: dict[str, LinkKind] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    at: dict[tuple[str, Span], str] = field(default_factory=dict)
    sources: dict[str, Document | None] = field(default_factory=dict)  # by name, where words had to tell


def read_annotations(data: bytes, name: str, known: Known, progress: Progress) -> Exchanged:
    """The annotations in the file as passages, labels, notes and links on the papers that are known.

    Raises FileTooLarge, FileDamaged for what is no JSON, NotExchange for JSON without annotations.
    """
    if len(data) > LARGEST:
        raise FileTooLarge(name=name, size=-(-len(data) // MEGABYTE), limit=LARGEST // MEGABYTE)
    try:
        found = list(annotations_in(json.loads(decode(data, name).body)))
    except (ValueError, RecursionError) as error:
        raise FileDamaged(name=name, format=FORMAT) from error
    if not found:
        raise NotExchange(name=name)
    known = replace(known, highlights=lru_cache(_KEPT)(known.highlights))
    reading = _Reading(
        known,
        lru_cache(_KEPT)(lambda text_uid: Searched(known.body(text_uid))),
        lru_cache(_KEPT)(lambda text_uid: RawText(known.body(text_uid)).spans(Counting(utf16=True))),
        Labels([]),
    )
    ordered = sorted(found, key=lambda one: one.is_link)  # the ends of a link may be annotations further down
    for number, annotation in enumerate(ordered):
        if number % _EVERY == 0:
            progress(number / len(ordered))
        if annotation.is_link:
            _read_link(reading, annotation)
        else:
            _read_passage(reading, annotation)
    progress(1.0)
    return Exchanged(
        Collection(
            text_by_uid({}),
            documents=tuple(reading.documents.values()),
            texts=tuple(known.version_of(document) for document in reading.documents.values()),
            highlights=tuple(reading.highlights.values()),
            tags=tuple(reading.labels.tags.values()),
            taggings=tuple(reading.taggings.values()),
            link_kinds=tuple(reading.kinds.values()),
            links=tuple(reading.links.values()),
        ),
        tuple(reading.labels.items),
        name,
    )


def _read_passage(reading: _Reading, annotation: Annotation) -> None:
    shown = one_line(annotation.aims[0].wanted.exact if annotation.aims else annotation.id, 60)
    uid = _uid(annotation.id) or made_uid("annotation", *(str(aim) for aim in annotation.aims))
    if uid in reading.highlights:
        reading.labels.items.append(
            Item("highlight", shown, "left out", "Another passage of the file has the same identity.")
        )
        return
    place = _placed(reading, annotation.aims[0]) if annotation.aims else "It says of nothing what it is about."
    if isinstance(place, str):
        reading.labels.items.append(Item("highlight", shown, "left out", place))
        return
    if len(annotation.aims) > 1:
        reading.labels.items.append(
            Item("highlight", shown, "repaired", "It is about several passages; the first was taken.")
        )
    _add(reading, uid, place, annotation, "highlight")
    for label in annotation.labels:
        tagging = Tagging(uid, _label(reading, label), made_at(annotation.created), annotation.creator)
        reading.taggings[tagging.uid] = tagging
    if place.detail:
        reading.labels.items.append(Item("highlight", shown, "repaired", place.detail))


def _read_link(reading: _Reading, annotation: Annotation) -> None:
    name = next(iter(annotation.labels), "")
    ends = [_end(reading, annotation, aim) for aim in annotation.aims[:2]]
    if len(annotation.aims) != 2 or not all(ends) or ends[0] == ends[1]:
        reading.labels.items.append(
            Item("link", one_line(name), "left out", "It does not go from a passage to a passage.")
        )
        return
    kind = link_kind(name, len(reading.kinds))
    if not kind.builtin:
        kind = reading.kinds.setdefault(kind.uid, kind)
    source, target = ends
    reading.links.setdefault(
        (kind.uid, source, target),
        Link(
            _uid(annotation.id) or made_uid("link", source, target, kind.uid),
            kind.uid,
            source,
            target,
            "\n\n".join(annotation.notes),
            author=annotation.creator,
            created_at=made_at(annotation.created),
            modified_at=changed_at(annotation.modified, annotation.created),
        ),
    )


def _end(reading: _Reading, annotation: Annotation, aim: Aim) -> str:
    """The passage at an end of a link: another annotation, what stands at the same place, or a new bare end."""
    uid = _uid(aim.source)
    if uid in reading.highlights:
        return uid
    place = _placed(reading, aim)
    if isinstance(place, str):
        return ""
    standing = reading.at.get((place.document.text_uid, place.span))
    if standing is not None:
        return standing
    ours = _ours_at(reading.known, place)
    if ours is not None:
        reading.documents[ours.document_uid] = place.document
        reading.highlights[ours.uid] = ours
        return ours.uid
    uid = _uid(aim.id) or made_uid("end", place.document.text_uid, str(place.span))
    if uid not in reading.highlights:
        _add(reading, uid, place, annotation, "anchor")
    return uid


def _ours_at(known: Known, place: _Place) -> Highlight | None:
    """What the project has at a place already: the bare end of a link, else a passage."""
    found = [
        one
        for one in known.highlights(place.document.uid)
        if (one.text_uid, one.span) == (place.document.text_uid, place.span)
    ]
    return min(found, key=lambda one: (one.kind != "anchor", one.uid), default=None)


def _add(reading: _Reading, uid: str, place: _Place, annotation: Annotation, kind: HighlightKind) -> None:
    document, span = place.document, place.span
    quote, prefix, suffix = quoted(place.body, span)
    reading.documents[document.uid] = document
    reading.highlights[uid] = Highlight(
        uid, document.text_uid, document.uid, span.start, span.end, quote, prefix, suffix, kind,
        note="\n\n".join(annotation.notes) if kind == "highlight" else "",
        author=annotation.creator,
        created_at=made_at(annotation.created),
        modified_at=changed_at(annotation.modified, annotation.created),
    )  # fmt: skip
    reading.at.setdefault((document.text_uid, span), uid)


def _label(reading: _Reading, words: str) -> str:
    """The label of this name, with those above it when it is a path."""
    parts = [part for part in map(one_line, words.split(_BETWEEN)) if part]
    parent_uid: str | None = None
    for depth in range(1, len(parts) + 1):
        uid = made_uid("label", *(part.casefold() for part in parts[:depth]))
        if uid not in reading.labels.tags:
            reading.labels.add(uid, parts[depth - 1], parent_uid)
        parent_uid = uid
    return parent_uid or ""


def _placed(reading: _Reading, aim: Aim) -> _Place | str:
    """Where an aim is: by its position when the words there are its own, else by its words; or why it is nowhere."""
    document = _document(reading, aim)
    if document is None:
        return "The paper it is about is not in the project."
    searched = reading.searched(document.text_uid)
    body = searched.body
    if aim.start is not None and aim.end is not None and aim.start < aim.end:
        others = reading.utf16(document.text_uid)(aim.start, aim.end)
        for (start, end), way in (((aim.start, aim.end), Counting()), (others, Counting(utf16=True))):
            is_it = body[start:end] == aim.wanted.exact if aim.wanted.exact else sha256_of(body) == aim.digest
            if is_it and start < end <= len(body):
                return _Place(document, Span(start, end), body, " ".join(way.deviations))
    if aim.is_whole:
        return "It is about a whole document, not about a passage."
    found = searched.find(aim.wanted)
    if found is None:
        return "Its place in the text could not be found."
    span, is_exact = found
    return _Place(document, span, body, "" if is_exact else "Its words are there with other signs or spaces.")


def _document(reading: _Reading, aim: Aim) -> Document | None:
    """The paper an aim is in: by the digest of its text, its address, its title, or else its words."""
    known = reading.known
    same = known.with_digest(aim.digest, aim.title)
    if same is not None:
        return same
    titles = {one for one in (aim.title.casefold(), aim.source.casefold()) if one}
    address = _address(aim.source)
    named = [
        one for one in known.documents if (one.url and _address(one.url) == address) or one.title.casefold() in titles
    ]
    if len(named) == 1:
        return named[0]
    if aim.source and aim.source not in reading.sources:
        reading.sources[aim.source] = _with_words(reading, aim.wanted)
    return reading.sources.get(aim.source)


def _address(url: str) -> str:
    """A web address without what makes no difference: how it is fetched, and the place on the page."""
    return url.strip().partition("#")[0].removeprefix("http://").removeprefix("https://").rstrip("/")


def _with_words(reading: _Reading, wanted: Wanted) -> Document | None:
    """The only paper that has these words; None when none has, or several have."""
    if len(wanted.exact.strip()) < 12:
        return None
    found = [one for one in reading.known.documents if wanted.exact in reading.known.body(one.text_uid)]
    return found[0] if len(found) == 1 else None


def _uid(iri: str) -> str:
    """The identity that an annotation's IRI stands for; nothing when it has none."""
    return uid_of(iri.removeprefix(_URN).removeprefix("#")) if iri else ""
