"""The rows and columns of excerpts in a table: one row per passage and label, with numbers and moments as such."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reader.domain.citation import plain
from reader.domain.excerpt import Excerpt, Label
from reader.exporters.composition import ExportOptions, ordered
from reader.exporters.moments import moment_at
from reader.exporters.words import word

Value = str | int | date | datetime


@dataclass(frozen=True, slots=True)
class TableRow:
    """An excerpt by its number from 1, and one of its labels; no label where it has none."""

    number: int
    excerpt: Excerpt
    label: Label | None
    label_author: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key of its heading, its width in characters, and what stands in it."""

    key: str
    width: int
    value: Callable[[TableRow], Value]


def table_rows(excerpts: Sequence[Excerpt], options: ExportOptions) -> list[TableRow]:
    """A row for each passage and label, in the order asked for; when labels were asked for, only those make rows."""
    rows: list[TableRow] = []
    for number, excerpt in enumerate(ordered(excerpts, options), start=1):
        passage = excerpt.passage
        authors = (*passage.label_authors, *("" for _ in passage.labels))
        labelled = [
            TableRow(number, excerpt, label, author)
            for label, author in zip(passage.labels, authors, strict=False)
            if not options.label_uids or label.uid in options.label_uids
        ]
        rows += labelled or [TableRow(number, excerpt, None, "")]
    return rows


def columns(options: ExportOptions) -> list[Column]:
    """The columns of an export; what was not asked for has none. Those of the links are left to the format."""
    language, style = options.language, options.style

    def checked(row: TableRow) -> Value:
        passage = row.excerpt.passage
        return word("yes" if passage.exact else f"check-{passage.check}", language)

    before = [Column("column-before", 40, lambda row: row.excerpt.passage.before)]
    after = [Column("column-after", 40, lambda row: row.excerpt.passage.after)]
    names = [
        Column("column-author", 18, lambda row: row.excerpt.highlight.author),
        Column("column-label-author", 18, lambda row: row.label_author),
    ]
    return [
        Column("number", 6, lambda row: row.number),
        Column("column-label", 24, lambda row: row.label.name if row.label else ""),
        *(before if options.context else []),
        Column("column-quote", 60, lambda row: row.excerpt.quote),
        *(after if options.context else []),
        *([Column("column-note", 36, lambda row: row.excerpt.note)] if options.notes else []),
        Column("column-citation", 40, lambda row: plain(row.excerpt.citation(style, language))),
        Column("column-document", 36, lambda row: row.excerpt.document.title),
        Column("column-kind", 18, lambda row: row.excerpt.document.kind),
        Column("column-date", 12, lambda row: day_of(row.excerpt.document.date)),
        Column("column-dossiers", 12, lambda row: number_of(", ".join(row.excerpt.document.dossiers))),
        Column("column-number", 12, lambda row: number_of(row.excerpt.document.number or "")),
        Column("column-pages", 9, lambda row: page_range(row.excerpt.place.pages)),
        Column("column-file-pages", 9, lambda row: page_range(map(str, row.excerpt.place.file_pages))),
        Column("column-section", 28, lambda row: " › ".join(row.excerpt.place.section)),
        Column("column-labels", 28, lambda row: "; ".join(label.name for label in row.excerpt.labels)),
        *(names if options.names else []),
        Column("column-marked", 18, lambda row: moment_at(row.excerpt.highlight.created_at) or ""),
        Column("column-exact", 26, checked),
        Column("column-start", 10, lambda row: row.excerpt.highlight.start),
        Column("column-end", 10, lambda row: row.excerpt.highlight.end),
        Column("column-sha256", 24, lambda row: row.excerpt.passage.text_sha256),
        Column("column-uid", 38, lambda row: row.excerpt.uid),
    ]


def day_of(known: str | None) -> Value:
    """The day of a paper; a date of which less is known ("2018-06") stays text."""
    try:
        return date.fromisoformat(known) if known and len(known) == len("2018-04-25") else known or ""
    except ValueError:
        return known or ""


def number_of(words: str) -> Value:
    """A number where the words are one and nothing is lost by it, such as "2395" but not "007" or "34-B"."""
    is_number = words.isascii() and words.isdecimal() and len(words) < 10 and (words == "0" or words[0] != "0")
    return int(words) if is_number else words


def page_range(pages: Iterable[str]) -> Value:
    """A page as a number, a range as text: 7, "7-8", "iv"."""
    return number_of("-".join(dict.fromkeys(pages)))
