"""The marked passages of one paper as they go out beside its text: in which lane, with which notes and links."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.domain.citation import Run
from reader.domain.excerpt import Excerpt, Label, LinkedPassage, Passage
from reader.domain.model import Document, Highlight, by_uid
from reader.exporters.collecting import Source, passages_of
from reader.exporters.composition import ExportOptions, author_words
from reader.exporters.formats import Export
from reader.exporters.words import link_words, word
from reader.text.reading import ReadingText

SHORT = 150  # characters of a linked passage beside the text; the rest unfolds


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked passage, or the bare end of a link. `number` counts from 1 in the order of the text.

    `ranges` are its reading ranges, one per paragraph; none where it has no place in this version of the text. Label
    i has lane `lanes[i]`, counted from 0 under the letters; a passage without labels has one lane, a bare end none.
    """

    number: int
    passage: Passage
    links: tuple[LinkedPassage, ...]
    ranges: tuple[tuple[int, int], ...] = ()
    lanes: tuple[int, ...] = ()

    @property
    def labels(self) -> tuple[Label, ...]:
        return self.passage.labels


@dataclass(frozen=True, slots=True)
class LinkedEnd:
    """The other end of a link as it is told. `number` is its mark when it is in the same paper, else 0."""

    how: str
    quote: str
    rest: str  # of the quote, when it is long
    citation: tuple[Run, ...]
    note: str
    number: int


@dataclass(frozen=True, slots=True)
class MarkNote:
    """What stands in the margin beside a passage. `beginning`, its first words, and `citation` are told where the notes
    stand apart from the text.
    """

    number: int
    labels: tuple[Label, ...]
    note: tuple[str, ...]  # paragraphs
    links: tuple[LinkedEnd, ...]
    author: str
    warning: str
    beginning: str
    citation: tuple[Run, ...]


def marks_of(export: Export, document: Document, reading: ReadingText) -> tuple[list[Mark], list[Mark]]:
    """The marks of a paper in the order of its text, longer ones first; then those without a place in this text."""
    excerpts = [excerpt for excerpt in export.excerpts if excerpt.document.uid == document.uid]
    if export.options.links:
        excerpts += _bare_ends(export.source, document)
    placed: list[tuple[tuple[int, int, str], Excerpt, tuple[tuple[int, int], ...]]] = []
    lost: list[Excerpt] = []
    for excerpt in excerpts:
        ranges = _ranges(excerpt.highlight, document, reading)
        if ranges:
            placed.append(((ranges[0][0], -ranges[-1][1], excerpt.uid), excerpt, ranges))
        else:
            lost.append(excerpt)
    placed.sort(key=lambda entry: entry[0])
    lanes = _lanes([(excerpt, ranges) for _, excerpt, ranges in placed])
    marks = [
        Mark(number, excerpt.passage, _links(excerpt, export.options), ranges, lane)
        for number, ((_, excerpt, ranges), lane) in enumerate(zip(placed, lanes, strict=True), start=1)
    ]
    first_lost = len(marks) + 1
    return marks, [
        Mark(number, excerpt.passage, _links(excerpt, export.options))
        for number, excerpt in enumerate(lost, first_lost)
    ]


def notes_of(marks: Iterable[Mark], options: ExportOptions) -> list[MarkNote]:
    """What is told of each mark."""
    marks = list(marks)
    numbers = {mark.passage.uid: mark.number for mark in marks}
    return [_note(mark, numbers, options) for mark in marks]


def _bare_ends(source: Source, document: Document) -> list[Excerpt]:
    """The passages of a paper that are only marked as the end of a link, each with its links."""
    highlights = by_uid(source.highlights())
    documents = by_uid(source.documents())

    def is_bare(uid: str) -> bool:
        return highlights[uid].kind == "anchor" and highlights[uid].document_uid == document.uid

    links = [
        link
        for link in source.links(document_uid=document.uid)
        if link.source_uid in highlights and link.target_uid in highlights
        if is_bare(link.source_uid) or is_bare(link.target_uid)
    ]
    ends = {uid for link in links for uid in (link.source_uid, link.target_uid)}
    passages = passages_of(source, [highlights[uid] for uid in sorted(ends)], documents, {})
    kinds = by_uid(source.link_kinds())
    found: dict[str, Excerpt] = {}
    for link in links:
        for own, other, outgoing in (
            (link.source_uid, link.target_uid, True),
            (link.target_uid, link.source_uid, False),
        ):
            if is_bare(own):
                excerpt = found.get(own) or Excerpt(passages[own])
                linked = LinkedPassage(link.uid, kinds[link.kind_uid], outgoing, link.note, passages[other])
                found[own] = replace(excerpt, links=(*excerpt.links, linked))
    return list(found.values())


def _ranges(highlight: Highlight, document: Document, reading: ReadingText) -> tuple[tuple[int, int], ...]:
    if highlight.status == "orphan" or highlight.text_uid != document.text_uid:
        return ()
    return tuple(reading.shown_ranges(highlight.span))


def _links(excerpt: Excerpt, options: ExportOptions) -> tuple[LinkedPassage, ...]:
    return excerpt.links if options.links else ()


def _lanes(marks: Sequence[tuple[Excerpt, tuple[tuple[int, int], ...]]]) -> list[tuple[int, ...]]:
    """For each mark, in order of start, the lowest lanes that are free over its whole length: one for each label."""
    ends: list[int] = []  # of the last mark in each lane
    found: list[tuple[int, ...]] = []
    for excerpt, ranges in marks:
        start, end = ranges[0][0], ranges[-1][1]
        needed = 0 if excerpt.highlight.kind == "anchor" else max(1, len(excerpt.labels))
        mine = [lane for lane, taken in enumerate(ends) if taken <= start][:needed]
        while len(mine) < needed:
            mine.append(len(ends))
            ends.append(0)
        for lane in mine:
            ends[lane] = end
        found.append(tuple(mine))
    return found


def _note(mark: Mark, numbers: dict[str, int], options: ExportOptions) -> MarkNote:
    passage, language = mark.passage, options.language
    lines = [line.strip() for line in passage.note.splitlines()] if options.notes else []
    return MarkNote(
        mark.number,
        mark.labels,
        tuple(line for line in lines if line),
        tuple(_linked(link, numbers, options) for link in mark.links),
        author_words(passage, language) if options.names else "",
        "" if passage.exact else word(f"check-{passage.check}", language),
        _beginning(passage),
        passage.citation(options.style, language),
    )


def _beginning(passage: Passage) -> str:
    """The first words of a passage in one line, without the figures of footnotes."""
    words = _in_one_line(passage)
    if len(words) <= SHORT:
        return words
    return words[:SHORT].rsplit(" ", 1)[0] + " …"


def _in_one_line(passage: Passage) -> str:
    parts, position = [], 0
    for start, end in passage.markers:
        parts.append(passage.quote[position:start])
        position = end
    return " ".join("".join((*parts, passage.quote[position:])).split())


def _linked(link: LinkedPassage, numbers: dict[str, int], options: ExportOptions) -> LinkedEnd:
    quote, rest = _in_one_line(link.passage), ""
    if len(quote) > SHORT + SHORT // 3:
        cut = quote.rfind(" ", SHORT // 2, SHORT)
        cut = cut if cut > 0 else SHORT
        quote, rest = quote[:cut], quote[cut:]
    return LinkedEnd(
        link_words(link.kind, link.outgoing, options.language),
        quote,
        rest,
        link.passage.citation(options.style, options.language),
        link.note.strip() if options.notes else "",
        numbers.get(link.passage.uid, 0),
    )
