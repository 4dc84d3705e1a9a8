"""Excerpts as a table in CSV: one row per passage and label; harmless when a spreadsheet opens it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, datetime

from reader.domain.citation import plain
from reader.domain.dates import Language
from reader.domain.excerpt import Excerpt, Passage
from reader.exporters.composition import ExportOptions
from reader.exporters.formats import Export, Step, no_step, watched
from reader.exporters.table_rows import Value, columns, table_rows
from reader.exporters.words import link_words, word

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]")
# A spreadsheet that parts cells at the other sign, as one set to another language does, no longer sees that a line end
# was quoted: what follows one starts a cell there. A dash before plain words is a list, one in "5,-" a sum of money:
# neither calculates anything.
_INNER_START = re.compile(
    r"([;,\t\r\n][ \u00a0]*)"
    r"(?=[=@＝＠]|[+\-＋－](?! [^|(;,\r\n]*(?:[;,\r\n]|$)|[.:!?)»”’]+(?:[;,\s]|$)|[;,\r\n]|$))"
)

LOSSES: tuple[tuple[str, str], ...] = (
    (
        "De kleuren van labels en cursieve letters gaan niet mee.",
        "The colours of labels and italics are left out.",
    ),
    (
        "Een cel die een rekenblad voor een formule zou houden, krijgt een apostrof ervoor.",
        "A cell that a spreadsheet would take for a formula gets an apostrophe in front.",
    ),
)


def render_export(export: Export, step: Step) -> bytes:
    """The excerpts of an export as CSV in UTF-8 with a byte order mark: one row per passage and label.

    The cells are parted as a spreadsheet in the language of the export expects it.
    """
    options = export.options
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator(options.language), lineterminator="\r\n")
    for row in table(export, step):
        writer.writerow(cell if isinstance(cell, int) else harmless(cell) for cell in row)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode("utf-8", "replace")


def separator(language: Language) -> str:
    """What parts the cells of CSV: a spreadsheet set to Dutch wants semicolons, for its comma is that of decimals."""
    return "," if language == "en" else ";"


def table(export: Export, step: Step = no_step) -> Iterator[list[str | int]]:
    """The rows as text and whole numbers, the headings first; raises what `step` raises."""
    options = export.options
    shown = columns(options)
    keys = [column.key for column in shown] + (["column-links"] if options.links else [])
    yield [word(key, options.language) for key in keys]
    for row in watched(table_rows(export.excerpts, options), step):
        cells = [_cell(column.value(row)) for column in shown]
        yield [*cells, _links(row.excerpt, options)] if options.links else cells


def _cell(value: Value) -> str | int:
    if isinstance(value, int):
        return value
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds").replace("+00:00", "Z")
    return value.isoformat() if isinstance(value, date) else value


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: what could be one gets an apostrophe in front."""
    cell = _INNER_START.sub(r"\1'", _CONTROLS.sub("", cell))
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(_DANGEROUS) else cell


def _links(excerpt: Excerpt, options: ExportOptions) -> str:
    """One line per linked passage: how it is linked, quote, citation, labels."""
    return "\n".join(
        f"{link_words(link.kind, link.outgoing, options.language)}: {_in_line(link.passage, options)}"
        + (f" [{' '.join(link.note.split())}]" if options.notes and link.note.strip() else "")
        for link in excerpt.links
    )


def _in_line(passage: Passage, options: ExportOptions) -> str:
    labels = f" [{_names(passage, options.language)}]" if passage.labels else ""
    quote = " ".join(passage.quote.split())
    return f"«{quote}» ({plain(passage.citation(options.style, options.language))}){labels}"


def _names(passage: Passage, language: Language) -> str:
    key = "labels" if len(passage.labels) > 1 else "label"
    return f"{word(key, language).lower()}: {', '.join(label.name for label in passage.labels)}"
