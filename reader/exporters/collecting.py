"""Which passages go out: a filter over a project's highlights, and each with its quote, labels, place and links."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from reader.domain.citation import Place
from reader.domain.excerpt import Excerpt, Label, LinkedPassage, Passage
from reader.domain.model import Document, Highlight, Link, LinkKind, Span, Tag, Tagging, by_uid
from reader.text.columns import KIND_CODES, BlockColumns
from reader.text.reading import ReadingText, reading_text
from reader.text.structure import Structure


class Source(Protocol):
    """What an export needs to read of a project; lists are complete when no uid is given."""

    def documents(self) -> list[Document]: ...
    def body(self, text_uid: str) -> str: ...
    def structure(self, text_uid: str) -> bytes: ...
    def highlights(self, document_uid: str | None = None) -> list[Highlight]: ...
    def tags(self) -> list[Tag]: ...
    def taggings(
        self, *, highlight_uid: str | None = None, tag_uid: str | None = None, document_uid: str | None = None
    ) -> list[Tagging]: ...
    def links(self, *, highlight_uid: str | None = None, document_uid: str | None = None) -> list[Link]: ...
    def link_kinds(self) -> list[LinkKind]: ...


@dataclass(frozen=True, slots=True)
class ExcerptFilter:
    """What an excerpt must be to go out; an empty field asks nothing.

    `tags`: it has one of these labels or one under them. `text`: all its words occur in the quote, note or labels.
    `has_note`, `has_link`: it has one (True) or has none (False).
    """

    tags: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    text: str = ""
    has_note: bool | None = None
    has_link: bool | None = None
    highlight_uids: Collection[str] | None = None


class Places:
    """Finds the place of any span in one text."""

    def __init__(self, structure: Structure) -> None:
        self._pages = structure.pages
        self._page_starts = [page.start for page in structure.pages]
        self._columns = BlockColumns.from_blocks(structure.blocks)
        starts = self._columns.starts
        in_order = all(first <= second for first, second in pairwise(starts))
        self._order = range(len(starts)) if in_order else sorted(range(len(starts)), key=starts.__getitem__)
        self._starts = starts if in_order else [starts[block] for block in self._order]

    def of(self, span: Span) -> Place:
        """The place of a source span: printed pages only if each page has one; no file page if there is only one."""
        file_pages: tuple[int, ...] = ()
        labels: tuple[str, ...] = ()
        if self._pages:
            first = max(0, bisect_right(self._page_starts, span.start) - 1)
            last = max(first, bisect_right(self._page_starts, max(span.start, span.end - 1)) - 1)
            ends = (first,) if first == last else (first, last)
            known = [self._pages[index].label for index in range(first, last + 1)]
            if all(label is not None for label in known):
                labels = tuple(label for index in ends if (label := self._pages[index].label) is not None)
            if len(self._pages) > 1:
                file_pages = tuple(self._pages[index].index for index in ends)
        return Place(labels, file_pages, self._section(span.start))

    def _section(self, offset: int) -> tuple[str, ...]:
        columns = self._columns
        for position in range(bisect_right(self._starts, offset) - 1, -1, -1):
            block = self._order[position]
            kind = columns.kinds[block]
            if kind == KIND_CODES["page-furniture"]:
                continue
            if kind in (KIND_CODES["footnote"], KIND_CODES["pull-quote"]) and columns.ends[block] <= offset:
                continue
            return columns.section(block)
        return ()


def place_of(structure: Structure, span: Span) -> Place:
    """The place of a source span in a text: printed pages, pages of the file, headings above it."""
    return Places(structure).of(span)


def labels_of(tags: Iterable[Tag]) -> dict[str, Label]:
    """Every label by its uid, with its path and its rank when the tree is read from top to bottom."""
    children: dict[str | None, list[Tag]] = defaultdict(list)
    tags = list(tags)
    known = by_uid(tags)
    for tag in tags:
        children[tag.parent_uid if tag.parent_uid in known else None].append(tag)
    labels: dict[str, Label] = {}

    def visit(parent_uid: str | None, path: tuple[str, ...]) -> None:
        for tag in children[parent_uid]:
            own = (*path, tag.name)
            labels[tag.uid] = Label(tag.uid, own, tag.hue, tag.pattern, len(labels), tag.description)
            visit(tag.uid, own)

    visit(None, ())
    return labels


def with_descendants(tags: Iterable[Tag], tag_uids: Collection[str]) -> set[str]:
    """These labels and all labels under them."""
    wanted = set(tag_uids)
    tags = list(tags)
    while more := {tag.uid for tag in tags if tag.parent_uid in wanted} - wanted:
        wanted |= more
    return wanted


def collect(source: Source, excerpt_filter: ExcerptFilter = ExcerptFilter()) -> list[Excerpt]:
    """The excerpts that pass the filter, by document and place, each with its linked passages in order of place.

    Only the texts of papers that have such passages are read, one at a time.
    """
    documents = by_uid(source.documents())
    rank = {uid: number for number, uid in enumerate(documents)}
    highlights = by_uid(highlight for highlight in source.highlights() if highlight.document_uid in documents)
    tags = source.tags()
    labels = labels_of(tags)
    labels_on: dict[str, list[Label]] = defaultdict(list)
    for tagging in source.taggings():
        if tagging.tag_uid in labels:
            labels_on[tagging.highlight_uid].append(labels[tagging.tag_uid])
    links_on: dict[str, list[Link]] = defaultdict(list)
    for link in source.links():
        if link.source_uid in highlights and link.target_uid in highlights:
            links_on[link.source_uid].append(link)
            links_on[link.target_uid].append(link)

    wanted_tags = with_descendants(tags, excerpt_filter.tags)

    def passes(highlight: Highlight) -> bool:
        if highlight.kind != "highlight":
            return False
        if excerpt_filter.highlight_uids is not None and highlight.uid not in excerpt_filter.highlight_uids:
            return False
        if excerpt_filter.documents and highlight.document_uid not in excerpt_filter.documents:
            return False
        if excerpt_filter.tags and not any(label.uid in wanted_tags for label in labels_on[highlight.uid]):
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
    passages = passages_of(source, [highlights[uid] for uid in needed], documents, labels_on)
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
    source: Source, highlights: Iterable[Highlight], documents: dict[str, Document], labels_on: dict[str, list[Label]]
) -> dict[str, Passage]:
    """Each highlight by its uid with its quote, place and labels; `documents` and `labels_on` are by uid.

    Each text is read once.
    """
    by_text: dict[str, list[Highlight]] = defaultdict(list)
    for highlight in highlights:
        by_text[highlight.text_uid].append(highlight)
    passages: dict[str, Passage] = {}
    for text_uid in sorted(by_text):
        stored = source.structure(text_uid)
        structure = Structure.from_bytes(stored) if stored else Structure()
        reading = reading_text(structure, source.body(text_uid))
        places = Places(structure)
        markers = sorted((start, end) for start, end, _ in reading.footnote_markers())
        for highlight in by_text[text_uid]:
            labels = tuple(sorted(labels_on.get(highlight.uid, ()), key=lambda label: label.rank))
            document = documents[highlight.document_uid]
            signs: tuple[tuple[int, int], ...] = ()
            if highlight.status == "orphan":  # it has lost its place: only the quote it was made with is sure
                quote, place = " ".join(highlight.quote.split()), Place()
            else:
                quote, signs = quoted(reading, highlight.span, markers)
                quote = quote or " ".join(highlight.quote.split())
                place = places.of(_without_outer_space(highlight))
            passages[highlight.uid] = Passage(highlight, document, quote, labels, place, signs)
    return passages


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
