"""What an export shows, the same for every format: headings, excerpts, and linked passages side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Literal

from reader.domain.citation import CitationStyle, Place, Run, beside_page, citation, is_numbered, reference
from reader.domain.dates import Language, date_words
from reader.domain.excerpt import Excerpt, Label, Passage
from reader.domain.model import Document
from reader.exporters.verification import PaperCheck, check_papers, passages_in, verdict
from reader.exporters.words import counted, link_headings, word

Grouping = Literal["document", "label", "reading"]
Order = Literal["place", "date", "marked"]


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How excerpts go out. `moment` is the date that is printed and, where a format keeps one, the file's own date.

    `filter_words` says in words what was asked for. `label_uids`: when grouping by label, only these labels make
    groups; empty for all. `order`: within a group by place in the papers as the project lists them, by the date of the
    paper, or by the moment the passage was marked. `names`: who marked it is told. `context`: how many sentences before
    and after the passage are shown, set apart from the quote. `footnotes`: citations go in footnotes, where the format
    has them.
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
    order: Order = "place"
    names: bool = False
    context: int = 0
    footnotes: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A passage as shown. `where` is its section, when the citation does not name it already.

    `author` says in words who marked it and gave its labels; `before` and `after` are the sentences around it, never
    inside the quotation marks; `warning` is a sentence that says why the quote is not confirmed as word for word. Each
    is empty when there is nothing to tell.
    """

    paragraphs: tuple[tuple[tuple[str, bool], ...], ...]  # of (words, whether they are a footnote figure)
    language: str
    citation: tuple[Run, ...]
    where: str
    labels: tuple[Label, ...]
    note: tuple[str, ...]  # paragraphs
    author: str = ""
    before: str = ""
    after: str = ""
    warning: str = ""

    @property
    def label_line(self) -> str:
        """ "opvang, geld › kosten"; nothing without labels."""
        return ", ".join(label.name for label in self.labels)


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

    def stacked(self, rows: Sequence[Row]) -> tuple[tuple[str, Cell, str], ...]:
        """Rows that belong together, one passage under the other: all sources, then all targets.

        Of each its heading, the passage, and what is noted on the link that only this passage has.
        """
        return (
            *((self.left_heading, row.left, "" if row.right else row.note) for row in rows if row.left),
            *((self.right_heading, row.right, row.note) for row in rows if row.right),
        )


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
    """A whole export, ready to be written in any format.

    `checks` tell of each paper what was found of its quotes; `verdict` says it of all in one sentence.
    """

    options: ExportOptions
    count: str
    date: str
    groups: tuple[Group, ...]
    checks: tuple[PaperCheck, ...] = ()
    verdict: str = ""

    @property
    def facts(self) -> tuple[str, ...]:
        """The lines under the title: count and date, then what was asked for."""
        first = " · ".join(part for part in (self.count, self.date) if part)
        return (first, self.options.filter_words) if self.options.filter_words else (first,)


@dataclass(frozen=True, slots=True)
class Stack:
    """Passages that belong together, one under the other: (heading or nothing, cell, note on the link).

    `group` is given for the first stack of a group.
    """

    group: Group | None
    passages: tuple[tuple[str, Cell, str], ...]


def compose(excerpts: Sequence[Excerpt], options: ExportOptions) -> Composition:
    """Put excerpts, given in reading order, under headings and beside what they are linked to, and check the quotes."""
    language = options.language
    count = count_words(excerpts, language)
    checks = check_papers(passages_in(excerpts, links=options.links), options.style, language)
    return Composition(
        options,
        count,
        date_words(options.moment.date().isoformat(), language),
        tuple(_groups(ordered(excerpts, options), options)),
        checks,
        verdict(checks, language),
    )


def count_words(excerpts: Sequence[Excerpt], language: Language) -> str:
    """How many excerpts there are, from how many papers."""
    count = counted(len(excerpts), "excerpt", language)
    papers = len({excerpt.document.uid for excerpt in excerpts})
    return f"{count} {word('from', language)} {counted(papers, 'document', language)}" if papers else count


def stacks(composition: Composition) -> list[Stack]:
    """The composition for a format without columns: of linked passages all sources, then all targets.

    What is noted on a link follows the passage that only this link has.
    """
    found: list[Stack] = []
    for group in composition.groups:
        head: Group | None = group
        for item in group.items:
            if isinstance(item, Single):
                stacked: Iterable[tuple[tuple[str, Cell, str], ...]] = [(("", item.cell, ""),)]
            else:
                stacked = map(item.stacked, item.clusters())
            for passages in stacked:
                found.append(Stack(head, passages))
                head = None
    return found


def ordered(excerpts: Sequence[Excerpt], options: ExportOptions) -> list[Excerpt]:
    """Excerpts, given in reading order, in the order that is asked for; papers stay together when grouped by paper.

    A paper without a date comes last, and so does a passage of which it is not known when it was marked.
    """
    if options.order == "date":
        return sorted(excerpts, key=lambda excerpt: (not excerpt.document.date, excerpt.document.date or ""))
    if options.order == "marked":
        found = sorted(excerpts, key=lambda one: (not one.highlight.created_at, one.highlight.created_at))
        if options.grouping != "document":
            return found
        rank = {uid: number for number, uid in enumerate(dict.fromkeys(one.document.uid for one in excerpts))}
        return sorted(found, key=lambda one: rank[one.document.uid])
    return list(excerpts)


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
    if options.style == "apa":
        return reference(document, options.style, options.language)
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
            note = link.note.strip() if options.notes else ""
            row = Row(None if same_left else cell(ends[0]), None if same_right else cell(ends[1]), note)
            last_ends = (ends[0].uid, ends[1].uid)
            if isinstance(before, Pairs) and in_table:
                items[-1] = Pairs(*headings, (*before.rows, row))
            else:
                items.append(Pairs(*headings, (row,)))
    return Group(heading, description, label, len(excerpts), tuple(items))


def _cell(passage: Passage, options: ExportOptions, *, complete: bool) -> Cell:
    """A passage with quote and citation; when `complete` also with its labels, note, names and sentences around it."""
    language = options.language
    note = [line.strip() for line in passage.note.splitlines()] if complete and options.notes else []
    with_context = complete and options.context > 0
    return Cell(
        quote_paragraphs(passage),
        passage.document.language,
        passage.citation(options.style, language),
        beside_page(passage.document, passage.place, language),
        passage.labels if complete else (),
        tuple(line for line in note if line),
        author_words(passage, language) if complete and options.names else "",
        passage.before if with_context else "",
        passage.after if with_context else "",
        "" if passage.exact else word(f"check-{passage.check}", language),
    )


def author_words(passage: Passage, language: Language) -> str:
    """Who marked a passage, and who else gave it a label; nothing where it is not known."""
    marked_by = passage.highlight.author
    parts = [word("marked-by", language).format(name=marked_by)] if marked_by else []
    for label, author in zip(passage.labels, passage.label_authors, strict=False):
        if author and author != marked_by:
            parts.append(word("labelled-by", language).format(label=label.name, name=author))
    line = "; ".join(parts)
    return line[:1].upper() + line[1:]
