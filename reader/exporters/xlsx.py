"""Excerpts as a workbook: the excerpts by label, the links with both ends, the papers, and the check of the quotes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from reader.domain.citation import plain, reference
from reader.domain.excerpt import Passage
from reader.exporters.colours import tint_and_line
from reader.exporters.composition import ExportOptions, ordered
from reader.exporters.formats import Export, Step, watched
from reader.exporters.table_rows import Value, columns, day_of, number_of, table_rows
from reader.exporters.verification import check_papers, passages_in, verdict
from reader.exporters.words import link_words, word

# XlsxWriter tells no types
Workbook = Any
Worksheet = Any
CellFormat = Any

LOSSES: tuple[tuple[str, str], ...] = (
    ("Cursieve letters in vindplaatsen gaan niet mee.", "Italics in citations are left out."),
    (
        "Een cel houdt hoogstens 32.767 tekens: een langere tekst wordt daar afgebroken met […].",
        "A cell holds at most 32,767 characters: a longer text is broken off there with […].",
    ),
)

_LONGEST: Final = 32_767  # UTF-16 units that a cell holds
_CUT: Final = " […]"
_FIRST_DAY: Final = date(1900, 3, 1)  # what a workbook says of days before it is not the same in all programs
_LABEL_PLACE: Final = 1  # the column of the label
_NOT_XML: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of the cells of one workbook."""

    head: CellFormat
    text: CellFormat
    sentence: CellFormat
    day: CellFormat
    moment: CellFormat
    labels: tuple[CellFormat, ...]  # of hue 1-9


def render_export(export: Export, step: Step) -> bytes:
    """The export as a workbook; the same export gives the same bytes. Raises what `step` raises."""
    import xlsxwriter  # type: ignore[import-untyped]

    options = export.options
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    moment = options.moment.astimezone(UTC).replace(tzinfo=None)
    workbook.set_properties({"title": clean(options.title), "created": moment})
    looks = _looks(workbook)
    _write_excerpts(_sheet(workbook, "sheet-excerpts", options), looks, export, step)
    if options.links:
        _write_links(_sheet(workbook, "sheet-links", options), looks, export, step)
    _write_documents(_sheet(workbook, "sheet-documents", options), looks, export)
    _write_checks(_sheet(workbook, "sheet-check", options), looks, export)
    step(0.8)
    workbook.close()
    step(1.0)
    return buffer.getvalue()


def clean(text: str) -> str:
    """Text that a workbook can hold in a cell: without characters that XML lacks, broken off where it is too long."""
    text = _NOT_XML.sub("", text.replace("\r\n", "\n"))
    if len(text) * 2 <= _LONGEST or len(text.encode("utf-16-le")) // 2 <= _LONGEST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (_LONGEST - len(_CUT))].decode("utf-16-le", "ignore")
    return kept + _CUT


def _looks(workbook: Workbook) -> _Looks:
    cell = {"font_name": "Arial", "font_size": 10, "valign": "top", "text_wrap": True, "align": "left", "indent": 1}
    line_below = {"bottom": 1, "bottom_color": "#D5D9DE"}
    head = {**cell, "bold": True, "valign": "vcenter", "bg_color": "#E6E8EB", "bottom": 1}
    cell |= line_below
    labels = []
    for hue in range(1, 10):
        tint, line = tint_and_line(hue)
        labels.append(workbook.add_format({**cell, "bg_color": tint, "left": 5, "left_color": line}))
    return _Looks(
        head=workbook.add_format(head),
        text=workbook.add_format(cell),
        sentence=workbook.add_format({**cell, "bottom": 0}),
        day=workbook.add_format({**cell, "num_format": "dd-mm-yyyy"}),
        moment=workbook.add_format({**cell, "num_format": "dd-mm-yyyy hh:mm"}),
        labels=tuple(labels),
    )


def _sheet(workbook: Workbook, key: str, options: ExportOptions) -> Worksheet:
    """A new sheet that prints across the page, with the title of the export above it."""
    sheet = workbook.add_worksheet(word(key, options.language))
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer("&C&P / &N")
    return sheet


def _head(sheet: Worksheet, looks: _Looks, widths: dict[str, int], options: ExportOptions) -> None:
    """The first row: headings (by key, with the width of their column in characters) that stay in view."""
    for number, (key, width) in enumerate(widths.items()):
        sheet.set_column(number, number, width)
        sheet.write_string(0, number, _heading(key, options), looks.head)
    sheet.set_row(0, 30)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)


def _finish(sheet: Worksheet, rows: int, widths: dict[str, int], last_on_paper: str) -> None:
    """Filters over all rows; on paper only the columns up to `last_on_paper`, so that it can be read there."""
    sheet.autofilter(0, 0, max(1, rows), len(widths) - 1)
    sheet.print_area(0, 0, max(1, rows), list(widths).index(last_on_paper))


def _row(sheet: Worksheet, row: int, cells: Sequence[Value], widths: Iterable[int], looks: _Looks) -> None:
    """A row of cells, high enough for its longest text (about 13 points a line, 409 at most)."""
    lines = 1
    for place, (value, width) in enumerate(zip(cells, widths, strict=True)):
        _write(sheet, row, place, value, looks)
        if isinstance(value, str) and len(value) > width // 2:
            lines = max(lines, sum(1 + len(paragraph) * 10 // (11 * width - 20) for paragraph in value.split("\n")))
    sheet.set_row(row, min(409, 4 + 13 * lines))


def _write(
    sheet: Worksheet, row: int, column: int, value: Value, looks: _Looks, look: CellFormat | None = None
) -> None:
    """A cell with a number, a day, a moment, or text: never a formula, a link or what looks like a number."""
    if isinstance(value, int):
        sheet.write_number(row, column, value, look or looks.text)
    elif isinstance(value, datetime):
        sheet.write_datetime(row, column, value.replace(tzinfo=None), looks.moment)
    elif isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(row, column, value, looks.day)
    else:
        text = clean(value if isinstance(value, str) else value.isoformat())
        if text:
            sheet.write_string(row, column, text, look or looks.text)
        else:
            sheet.write_blank(row, column, None, look or looks.text)


def _write_excerpts(sheet: Worksheet, looks: _Looks, export: Export, step: Step) -> None:
    options = export.options
    shown = [column for column in columns(options) if column.key != "column-sha256"]  # that is told in the last sheet
    widths = {column.key: column.width for column in shown}
    if options.links:
        widths["column-links"] = 12
    _head(sheet, looks, widths, options)
    rows = table_rows(export.excerpts, options)
    for number, row in enumerate(watched(rows, step, 0.0, 0.5), start=1):
        cells = [column.value(row) for column in shown]
        _row(sheet, number, [*cells, len(row.excerpt.links)][: len(widths)], widths.values(), looks)
        if row.label:
            _write(sheet, number, _LABEL_PLACE, row.label.name, looks, looks.labels[(row.label.hue - 1) % 9])
    _finish(sheet, len(rows), widths, "column-citation")


def _write_links(sheet: Worksheet, looks: _Looks, export: Export, step: Step) -> None:
    """Each link once, from its source to its target, with the numbers that they have among the excerpts."""
    options = export.options
    widths = {
        "column-link": 16,
        "column-from": 8, "column-from-quote": 50, "column-from-citation": 30, "column-from-labels": 20,
        "column-to": 8, "column-to-quote": 50, "column-to-citation": 30, "column-to-labels": 20,
        "column-link-note": 26, "column-from-uid": 38, "column-to-uid": 38,
    }  # fmt: skip
    _head(sheet, looks, widths, options)
    excerpts = ordered(export.excerpts, options)
    numbers = {excerpt.uid: number for number, excerpt in enumerate(excerpts, start=1)}
    written: set[str] = set()
    for excerpt in watched(excerpts, step, 0.5, 0.6):
        for link in excerpt.links:
            if link.link_uid in written:
                continue
            written.add(link.link_uid)
            ends = (excerpt.passage, link.passage) if link.outgoing else (link.passage, excerpt.passage)
            cells: list[Value] = [link_words(link.kind, True, options.language)]
            for end in ends:
                cells += [numbers.get(end.uid, ""), end.quote, _cited(end, options), _label_names(end)]
            cells += [link.note if options.notes else "", *(end.uid for end in ends)]
            _row(sheet, len(written), cells, widths.values(), looks)
    _finish(sheet, len(written), widths, "column-link-note")


def _write_documents(sheet: Worksheet, looks: _Looks, export: Export) -> None:
    options = export.options
    widths = {
        "column-document": 50, "column-citation": 50, "column-kind": 20, "column-date": 12, "column-dossiers": 14,
        "column-number": 14, "column-chamber": 18, "column-session": 14, "column-senders": 30, "column-reference": 24,
        "column-file": 36, "column-url": 36, "column-uid": 38,
    }  # fmt: skip
    _head(sheet, looks, widths, options)
    for number, document in enumerate(export.documents, start=1):
        cells: list[Value] = [
            document.title, plain(reference(document, options.style, options.language)), document.kind,
            day_of(document.date), number_of(", ".join(document.dossiers)), number_of(document.number or ""),
            document.chamber or "", document.session or "", ", ".join(document.senders), document.reference,
            document.source_name, document.url, document.uid,
        ]  # fmt: skip
        _row(sheet, number, cells, widths.values(), looks)
    _finish(sheet, len(export.documents), widths, "column-senders")


def _write_checks(sheet: Worksheet, looks: _Looks, export: Export) -> None:
    """The papers with the fingerprints of their texts first; under them the quotes that are not confirmed."""
    options = export.options
    language = options.language
    checks = check_papers(passages_in(export.excerpts, links=options.links), options.style, language)
    widths = {"column-citation": 60, "check-hash": 70, "column-quotations": 15, "column-unconfirmed": 19}
    _head(sheet, looks, widths, options)
    row = 1
    for check in checks:
        wrong = len(check.inexact)
        cells: list[Value] = [plain(check.citation), check.sha256, check.exact_count + wrong, wrong]
        _row(sheet, row, cells, widths.values(), looks)
        row += 1
    row += 1
    for sentence in (verdict(checks, language), word("check-how", language) if checks else ""):
        sheet.merge_range(row, 0, row, len(widths) - 1, sentence, looks.sentence)
        row += 1
    inexact = [quote for check in checks for quote in check.inexact]
    if inexact:
        row += 1
        for place, key in enumerate(("column-citation", "column-quote")):
            sheet.write_string(row, place, _heading(key, options), looks.head)
        sheet.merge_range(row, 2, row, 3, _heading("column-found", options), looks.head)
    for quote in inexact:
        row += 1
        _row(sheet, row, (plain(quote.citation), quote.quote, quote.reason), (60, 70, 34), looks)
        sheet.merge_range(row, 2, row, 3, quote.reason, looks.text)


def _heading(key: str, options: ExportOptions) -> str:
    words = word(key, options.language)
    return words[:1].upper() + words[1:]


def _cited(passage: Passage, options: ExportOptions) -> str:
    return plain(passage.citation(options.style, options.language))


def _label_names(passage: Passage) -> str:
    return "; ".join(label.name for label in passage.labels)
