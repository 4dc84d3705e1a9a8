"""Excerpts as a table in CSV: one row per excerpt, with the source offsets; harmless when a spreadsheet opens it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from reader.domain.citation import plain
from reader.domain.dates import Language
from reader.domain.excerpt import Excerpt, Passage
from reader.exporters.composition import ExportOptions
from reader.exporters.words import link_words, word

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]")


def render(excerpts: Sequence[Excerpt], options: ExportOptions) -> bytes:
    """The excerpts in their order as CSV with commas, in UTF-8 with a byte order mark."""
    language = options.language
    columns = [
        "number", "column-document", "column-kind", "column-date", "column-dossiers", "column-number",
        "column-pages", "column-file-pages", "column-section", "column-quote", "column-labels",
        *(["column-note"] if options.notes else []), "column-citation",
        *(["column-links"] if options.links else []), "column-start", "column-end", "column-uid",
    ]  # fmt: skip
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([word(column, language) for column in columns])
    for number, excerpt in enumerate(excerpts, start=1):
        document, place = excerpt.document, excerpt.place
        row: list[str] = [
            document.title, document.kind, document.date or "", ", ".join(document.dossiers), document.number or "",
            _range(place.pages), _range([str(page) for page in place.file_pages]), " › ".join(place.section),
            excerpt.quote, "; ".join(label.name for label in excerpt.labels),
        ]  # fmt: skip
        if options.notes:
            row.append(excerpt.note)
        row.append(plain(excerpt.citation(options.style, language)))
        if options.links:
            row.append(_links(excerpt, options))
        writer.writerow([number, *map(harmless, row), excerpt.highlight.start, excerpt.highlight.end, excerpt.uid])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8", "replace")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that could be gets an apostrophe in front."""
    cell = _CONTROLS.sub("", cell)
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_DANGEROUS) else cell


def _links(excerpt: Excerpt, options: ExportOptions) -> str:
    """One line per linked passage: how it is linked, quote, citation, labels."""
    return "\n".join(
        f"{link_words(link.kind, link.outgoing, options.language)}: {_in_line(link.passage, options)}"
        + (f" [{' '.join(link.note.split())}]" if link.note.strip() else "")
        for link in excerpt.links
    )


def _in_line(passage: Passage, options: ExportOptions) -> str:
    labels = f" [{_names(passage, options.language)}]" if passage.labels else ""
    quote = " ".join(passage.quote.split())
    return f"«{quote}» ({plain(passage.citation(options.style, options.language))}){labels}"


def _names(passage: Passage, language: Language) -> str:
    key = "labels" if len(passage.labels) > 1 else "label"
    return f"{word(key, language).lower()}: {', '.join(label.name for label in passage.labels)}"


def _range(pages: Iterable[str]) -> str:
    ends = list(dict.fromkeys(pages))
    return "-".join(ends)
