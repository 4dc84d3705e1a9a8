"""Which passages go out: a filter over a project's highlights, and each with its quote, labels, place and links."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Protocol

from reader.domain.citation import Place
from reader.domain.excerpt import Excerpt, Label, LinkedPassage, Passage
from reader.domain.model import Document, Highlight, Link, LinkKind, SetUnit, Span, Tag, Tagging, Text, by_uid
from reader.exporters.context import sentences_around
from reader.exporters.places import Places
from reader.exporters.verification import check_of
from reader.text.reading import ReadingText, reading_text
from reader.text.source import sha256_of
from reader.text.structure import Structure


class Source(Protocol):
    """What an export needs to read of a project; lists are complete when no uid is given."""

    def documents(self) -> list[Document]: ...
    def text(self, uid: str) -> Text: ...  # with body, structure and original bytes
    def body(self, text_uid: str) -> str: ...
    def structure(self, text_uid: str) -> bytes: ...
    def highlights(self, document_uid: str | None = None) -> list[Highlight]: ...
    def tags(self) -> list[Tag]: ...
    def taggings(
        self, *, highlight_uid: str | None = None, tag_uid: str | None = None, document_uid: str | None = None
    ) -> list[Tagging]: ...
    def links(self, *, highlight_uid: str | None = None, document_uid: str | None = None) -> list[Link]: ...
    def link_kinds(self) -> list[LinkKind]: ...
    def set_units(self, document_uid: str | None = None) -> list[SetUnit]: ...


@dataclass(frozen=True, slots=True)
class ExcerptFilter:
    """What an excerpt must be to go out; an empty field asks nothing.

    `tags`: it has one of these labels or one under them. `text`: all its words occur in the quote, note or labels.
    `has_note`, `has_link`: it has one (True) or has none (False). `with_ends`: the bare ends of links are excerpts too.
    """

    tags: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    text: str = ""
    has_note: bool | None = None
    has_link: bool | None = None
    highlight_uids: Collection[str] | None = None
    with_ends: bool = False


GivenLabel = tuple[Label, str]  # and who gave it, empty where unknown


def labels_of(tags: Iterable[Tag]) -> dict[str, Label]:
    """Every label by its uid, with its path and its rank when the tree is read from top to bottom."""
    children: dict[str | None, list[Tag]] = defaultdict(list)
    tags = list(tags)
    known = by_uid(tags)
    for tag in tags:
        children[tag.parent_uid if tag.parent_uid in known else None].append(tag)
    labels: dict[str, Label] = {}
    waiting: list[tuple[Tag, tuple[str, ...]]] = [(tag, ()) for tag in reversed(children[None])]
    while waiting:  # not by recursion: a tree may be deep
        tag, above = waiting.pop()
        own = (*above, tag.name)
        labels[tag.uid] = Label(tag.uid, own, tag.hue, tag.pattern, len(labels), tag.description)
        waiting += [(child, own) for child in reversed(children[tag.uid])]
    return labels


def with_descendants(tags: Iterable[Tag], tag_uids: Collection[str]) -> set[str]:
    """These labels and all labels under them."""
    wanted = set(tag_uids)
    tags = list(tags)
    while more := {tag.uid for tag in tags if tag.parent_uid in wanted} - wanted:
        wanted |= more
    return wanted


def collect(
    source: Source,
    excerpt_filter: ExcerptFilter = ExcerptFilter(),
    context: int = 0,
    step: Callable[[float], None] = lambda _share: None,
) -> list[Excerpt]:
    """The excerpts that pass the filter, by document and place, each with its linked passages in order of place.

    `context` is how many sentences are taken along before and after each passage. Only the texts of papers that have
    such passages are read, one at a time; `step` is told the share that was taken, and may raise to stop.
    """
    documents = by_uid(source.documents())
    rank = {uid: number for number, uid in enumerate(documents)}
    highlights = by_uid(highlight for highlight in source.highlights() if highlight.document_uid in documents)
    tags = source.tags()
    labels = labels_of(tags)
    labels_on: dict[str, list[GivenLabel]] = defaultdict(list)
    for tagging in source.taggings():
        if tagging.tag_uid in labels:
            labels_on[tagging.highlight_uid].append((labels[tagging.tag_uid], tagging.author))
    links_on: dict[str, list[Link]] = defaultdict(list)
    for link in source.links():
        if link.source_uid in highlights and link.target_uid in highlights:
            links_on[link.source_uid].append(link)
            links_on[link.target_uid].append(link)

    wanted_tags = with_descendants(tags, excerpt_filter.tags)

    def passes(highlight: Highlight) -> bool:
        if highlight.kind != "highlight" and not excerpt_filter.with_ends:
            return False
        if excerpt_filter.highlight_uids is not None and highlight.uid not in excerpt_filter.highlight_uids:
            return False
        if excerpt_filter.documents and highlight.document_uid not in excerpt_filter.documents:
            return False
        if excerpt_filter.tags and not any(label.uid in wanted_tags for label, _ in labels_on[highlight.uid]):
            return False
        if excerpt_filter.has_note not in (None, bool(highlight.note.strip())):
            return False
        return excerpt_filter.has_link in (None, bool(links_on[highlight.uid]))

    def order(highlight: Highlight) -> tuple[int, int, int, str]:
        return rank[highlight.document_uid], highlight.start, highlight.end, highlight.uid

    chosen = sorted((highlight for highlight in highlights.values() if passes(highlight)), key=order)
    needed = {highlight.uid for highlight in chosen}
    for highlight in chosen:
        for link in links_on[highlight.uid]:
            needed |= {link.source_uid, link.target_uid}
    passages = passages_of(source, [highlights[uid] for uid in needed], documents, labels_on, context, step)
    words = excerpt_filter.text.casefold().split()
    kinds = by_uid(source.link_kinds())
    excerpts = []
    for highlight in chosen:
        passage = passages[highlight.uid]
        if words and not _mentions(passage, words):
            continue
        linked = [
            LinkedPassage(link.uid, kinds[link.kind_uid], outgoing, link.note, passages[other])
            for link in links_on[highlight.uid]
            for outgoing in (link.source_uid == highlight.uid,)
            for other in (link.target_uid if outgoing else link.source_uid,)
        ]
        linked.sort(key=lambda item: (not item.outgoing, item.kind.position, order(item.passage.highlight)))
        excerpts.append(Excerpt(passage, tuple(linked)))
    return excerpts


def passages_of(
    source: Source,
    highlights: Iterable[Highlight],
    documents: dict[str, Document],
    labels_on: dict[str, list[GivenLabel]],
    context: int = 0,
    step: Callable[[float], None] = lambda _share: None,
) -> dict[str, Passage]:
    """Each highlight by its uid with its quote, place and labels; `documents` and `labels_on` are by uid.

    Each text is read once. `context` and `step` as for `collect`.
    """
    by_text: dict[str, list[Highlight]] = defaultdict(list)
    for highlight in highlights:
        by_text[highlight.text_uid].append(highlight)
    passages: dict[str, Passage] = {}
    total = sum(map(len, by_text.values()))
    for text_uid in sorted(by_text):
        text = _TextForQuotes(source, text_uid)
        for highlight in by_text[text_uid]:
            step(len(passages) / total)
            given = sorted(labels_on.get(highlight.uid, ()), key=lambda one: one[0].rank)
            passages[highlight.uid] = text.passage(highlight, documents[highlight.document_uid], given, context)
    return passages


class _TextForQuotes:
    """One source text, ready to take passages from."""

    def __init__(self, source: Source, text_uid: str) -> None:
        stored = source.structure(text_uid)
        structure = Structure.from_bytes(stored) if stored else Structure()
        self._body = source.body(text_uid)
        self._sha256 = sha256_of(self._body)
        self._reading = reading_text(structure, self._body)
        set_units = [unit for unit in source.set_units() if unit.text_uid == text_uid]
        self._places = Places(structure, self._body, set_units)
        self._markers = sorted((start, end) for start, end, _ in self._reading.footnote_markers())

    def passage(self, highlight: Highlight, document: Document, given: list[GivenLabel], context: int) -> Passage:
        """The passage with its quote compared with this text. One that has lost its place keeps the words it had."""
        quote, signs = quoted(self._reading, highlight.span, self._markers)
        if not quote:
            quote = " ".join(highlight.quote.split())
        check = check_of(highlight, self._body, quote)
        place, before, after = Place(), "", ""
        if highlight.status == "orphan":
            quote, signs = " ".join(highlight.quote.split()), ()
        else:
            place = self._places.of(_without_outer_space(highlight))
            if context:
                ranges = self._reading.shown_ranges(highlight.span)
                before, after = sentences_around(self._reading, ranges, self._markers, context)
        return Passage(
            highlight,
            document,
            quote,
            tuple(label for label, _ in given),
            place,
            signs,
            check,
            self._sha256,
            before,
            after,
            tuple(author for _, author in given),
        )


def quoted(reading: ReadingText, span: Span, markers: list[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The reading text of a source span, and where footnote markers stand in it.

    `markers` are reading ranges in ascending order.
    """
    quote = reading.quote(span)
    signs: list[tuple[int, int]] = []
    position = 0
    for start, end in reading.shown_ranges(span):
        if not quote.startswith(reading.text[start:end], position):
            position += 1  # what parts two paragraphs
        for index in range(bisect_right(markers, (start, -1)), len(markers)):
            marker_start, marker_end = markers[index]
            if marker_start >= end:
                break
            if marker_end <= end:
                signs.append((position + marker_start - start, position + marker_end - start))
        position += end - start
    return quote, tuple(signs)


def _without_outer_space(highlight: Highlight) -> Span:
    """The span without white space at its ends, which may stand on another page."""
    quote = highlight.quote
    start = highlight.start + len(quote) - len(quote.lstrip())
    return Span(start, max(start + 1, highlight.end - (len(quote) - len(quote.rstrip()))))


def _mentions(passage: Passage, words: list[str]) -> bool:
    text = "\n".join((passage.quote, passage.note, *(label.name for label in passage.labels))).casefold()
    return all(word in text for word in words)
