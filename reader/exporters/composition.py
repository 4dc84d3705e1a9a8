"""What an export shows, the same for every format: headings, excerpts, and linked passages side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Literal

from reader.domain.citation import CitationStyle, Place, Run, citation, is_numbered, section_beside_page
from reader.domain.dates import Language, date_words
from reader.domain.excerpt import Excerpt, Label, Passage
from reader.domain.model import Document
from reader.exporters.words import counted, link_headings, word

Grouping = Literal["document", "label", "reading"]


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How excerpts go out. `moment` is the date that is printed and, where a format keeps one, the file's own date.

    `filter_words` says in words what was asked for. `label_uids`: when grouping by label, only these labels make
    groups; empty for all.
    """

    title: str
    moment: datetime
    grouping: Grouping = "document"
    style: CitationStyle = "leidraad"
    language: Language = "nl"
    notes: bool = True
    links: bool = True
    filter_words: str = ""
    label_uids: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cell:
    """A passage as shown. `where` is its section, when the citation does not name it already."""

    paragraphs: tuple[tuple[tuple[str, bool], ...], ...]  # of (words, whether they are a footnote figure)
    language: str
    citation: tuple[Run, ...]
    where: str
    labels: tuple[Label, ...]
    note: tuple[str, ...]  # paragraphs


@dataclass(frozen=True, slots=True)
class Single:
    """An excerpt by itself."""

    cell: Cell


@dataclass(frozen=True, slots=True)
class Row:
    """The source of a link on the left, its target on the right; None is the same passage as in the row above."""

    left: Cell | None
    right: Cell | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Linked passages side by side."""

    left_heading: str
    right_heading: str
    rows: tuple[Row, ...]

    def clusters(self) -> Iterator[tuple[Row, ...]]:
        """The rows that belong together: each first one has both passages, the others share one with the row above."""
        start = 0
        for end in range(1, len(self.rows) + 1):
            if end == len(self.rows) or (self.rows[end].left is not None and self.rows[end].right is not None):
                yield self.rows[start:end]
                start = end


@dataclass(frozen=True, slots=True)
class Group:
    """Excerpts under one heading; the heading is empty when the export is not grouped."""

    heading: str
    description: tuple[Run, ...]
    label: Label | None
    count: int
    items: tuple[Single | Pairs, ...]


@dataclass(frozen=True, slots=True)
class Composition:
    """A whole export, ready to be written in any format."""

    options: ExportOptions
    count: str
    date: str
    groups: tuple[Group, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The lines under the title: count and date, then what was asked for."""
        first = " · ".join(part for part in (self.count, self.date) if part)
        return (first, self.options.filter_words) if self.options.filter_words else (first,)


def compose(excerpts: Sequence[Excerpt], options: ExportOptions) -> Composition:
    """Put excerpts, given in reading order, under headings and beside what they are linked to."""
    language = options.language
    papers = len({excerpt.document.uid for excerpt in excerpts})
    count = counted(len(excerpts), "excerpt", language)
    if papers:
        count += f" {word('from', language)} {counted(papers, 'document', language)}"
    return Composition(
        options, count, date_words(options.moment.date().isoformat(), language), tuple(_groups(excerpts, options))
    )


def quote_paragraphs(passage: Passage) -> tuple[tuple[tuple[str, bool], ...], ...]:
    """The paragraphs of a quote, cut at its footnote figures; the quotation marks « » are added at both ends."""
    pieces: list[tuple[str, bool]] = [("«", False)]
    position = 0
    for start, end in passage.markers:
        pieces += [(passage.quote[position:start], False), (passage.quote[start:end], True)]
        position = end
    pieces += [(passage.quote[position:], False), ("»", False)]
    paragraphs: list[list[tuple[str, bool]]] = [[]]
    for words, is_marker in pieces:
        for number, line in enumerate(words.split("\n")):
            if number:
                paragraphs.append([])
            if line:
                current = paragraphs[-1]
                if current and current[-1][1] == is_marker:
                    current[-1] = (current[-1][0] + line, is_marker)
                else:
                    current.append((line, is_marker))
    return tuple(tuple(paragraph) for paragraph in paragraphs if paragraph)


def _groups(excerpts: Sequence[Excerpt], options: ExportOptions) -> list[Group]:
    if not excerpts:
        return []
    if options.grouping == "reading":
        return [_group("", (), None, excerpts, options)]
    if options.grouping == "document":
        return [
            _group(members[0].document.title, _about(members[0].document, options), None, members, options)
            for _, found in groupby(excerpts, key=lambda excerpt: excerpt.document.uid)
            for members in (list(found),)
        ]
    by_label: dict[Label, list[Excerpt]] = {}
    unlabelled: list[Excerpt] = []
    for excerpt in excerpts:
        for label in excerpt.labels:
            if not options.label_uids or label.uid in options.label_uids:
                by_label.setdefault(label, []).append(excerpt)
        if not excerpt.labels:
            unlabelled.append(excerpt)
    groups = [
        _group(label.name, (Run(label.description),) if label.description else (), label, members, options)
        for label, members in sorted(by_label.items(), key=lambda entry: entry[0].rank)
    ]
    if unlabelled:
        groups.append(_group(word("no-label", options.language), (), None, unlabelled, options))
    return groups


def _about(document: Document, options: ExportOptions) -> tuple[Run, ...]:
    """The line under a document's title: its number and date, or who made it."""
    day = date_words(document.date, options.language)
    if is_numbered(document):
        return (*citation(document, Place(), options.style, options.language), *((Run(f" · {day}"),) if day else ()))
    makers = ", ".join(document.senders) or document.chamber or ""
    return tuple(Run(words) for words in (" · ".join(part for part in (makers, day) if part),) if words)


def _group(
    heading: str, description: tuple[Run, ...], label: Label | None, excerpts: Sequence[Excerpt], options: ExportOptions
) -> Group:
    """Within a group a link is shown once, and an excerpt that stands beside another is not repeated by itself."""
    items: list[Single | Pairs] = []
    shown_links: set[str] = set()
    shown: set[str] = set()
    last_ends = ("", "")

    def cell(passage: Passage) -> Cell:
        first_time = passage.uid not in shown
        shown.add(passage.uid)
        return _cell(passage, options, complete=first_time)

    for excerpt in excerpts:
        links = [link for link in excerpt.links if link.link_uid not in shown_links] if options.links else []
        if not links and excerpt.uid not in shown:
            items.append(Single(cell(excerpt.passage)))
        for link in links:
            shown_links.add(link.link_uid)
            ends = (excerpt.passage, link.passage) if link.outgoing else (link.passage, excerpt.passage)
            headings = link_headings(link.kind, options.language)
            before = items[-1] if items else None
            in_table = isinstance(before, Pairs) and (before.left_heading, before.right_heading) == headings
            same_left = in_table and ends[0].uid == last_ends[0]
            same_right = in_table and ends[1].uid == last_ends[1] and not same_left
            row = Row(None if same_left else cell(ends[0]), None if same_right else cell(ends[1]), link.note.strip())
            last_ends = (ends[0].uid, ends[1].uid)
            if isinstance(before, Pairs) and in_table:
                items[-1] = Pairs(*headings, (*before.rows, row))
            else:
                items.append(Pairs(*headings, (row,)))
    return Group(heading, description, label, len(excerpts), tuple(items))


def _cell(passage: Passage, options: ExportOptions, *, complete: bool) -> Cell:
    """A passage with quote and citation; when `complete` also with its labels and note."""
    note = [line.strip() for line in passage.note.splitlines()] if complete and options.notes else []
    return Cell(
        quote_paragraphs(passage),
        passage.document.language,
        passage.citation(options.style, options.language),
        section_beside_page(passage.document, passage.place, options.language),
        passage.labels if complete else (),
        tuple(line for line in note if line),
    )
