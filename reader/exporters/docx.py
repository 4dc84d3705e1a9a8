"""Excerpts as a Word document: real styles, question beside answer in a table, page numbers, language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reader.exporters.composition import Cell, Composition, Group, Pairs, Row
from reader.exporters.docx_parts import Paragraphs, citation_runs, finished, table, table_cell, table_row, text_run
from reader.exporters.docx_styles import WIDTH, set_styles
from reader.exporters.words import word

_SHORT_ROW: Final = 1200  # characters of a row that is kept on one page


def render(composition: Composition) -> bytes:
    """The composition as a .docx file; the same composition gives the same bytes."""
    from docx import Document

    options = composition.options
    document = Document()
    set_styles(document, options.language)
    writer = _Writer(composition, Paragraphs(document, options.language))
    return finished(
        document,
        writer.whole(),
        writer.paragraphs,
        title=options.title,
        subject=" · ".join(composition.facts),
        moment=options.moment,
        language=options.language,
    )


class _Writer:
    """Makes the body of one document."""

    def __init__(self, composition: Composition, paragraphs: Paragraphs) -> None:
        self.paragraphs = paragraphs
        self._composition = composition
        self._language = composition.options.language

    def whole(self) -> Iterator[str]:
        paragraph = self.paragraphs.paragraph
        yield paragraph("Title", text_run(self._composition.options.title))
        for fact in self._composition.facts:
            yield paragraph("Subtitle", text_run(fact))
        if not self._composition.groups:
            yield paragraph("Normal", text_run(word("none", self._language)), before=14)
        for group in self._composition.groups:
            yield from self._group(group)

    def _group(self, group: Group) -> Iterator[str]:
        paragraph = self.paragraphs.paragraph
        if group.heading:
            yield paragraph("Heading 1", text_run(group.heading))
        if group.description:
            yield paragraph("Excerpt about", citation_runs(group.description))
        after_table = False
        for number, item in enumerate(group.items):
            if isinstance(item, Pairs):
                if number or not group.heading:
                    yield paragraph("Normal", "", after=4)
                yield self._table(item)
                after_table = True
            else:
                yield from self._cell(item.cell, before=14 if number or after_table or not group.heading else 3)
                after_table = False
        if after_table:
            yield paragraph("Normal", "", after=0)

    def _cell(self, cell: Cell, *, before: float | None = None, alone: bool = True) -> Iterator[str]:
        """A passage; `alone` is one outside a table: in a table, Word would keep whole rows with the next."""
        yield from self.paragraphs.quote(cell, before=before, last_kept=alone)
        yield self.paragraphs.citation(cell, kept=alone and bool(cell.labels or cell.note))
        if cell.labels:
            name = word("labels" if len(cell.labels) > 1 else "label", self._language)
            chips = text_run(" ").join(
                text_run(f"\u00a0{label.name}\u00a0", hue=label.hue, pattern=label.pattern) for label in cell.labels
            )
            kept = alone and bool(cell.note)
            yield self.paragraphs.paragraph("Excerpt labels", text_run(f"{name}: ") + chips, kept=kept)
        for number, line in enumerate(cell.note):
            lead = f"{word('note', self._language)}: " if number == 0 else ""
            yield self.paragraphs.paragraph("Excerpt note", text_run(lead + line))

    def _table(self, pairs: Pairs) -> str:
        half = WIDTH // 2
        head = [
            self.paragraphs.paragraph("Excerpt heading", text_run(heading))
            for heading in (pairs.left_heading, pairs.right_heading)
        ]
        return table((half, half), head, (self._row(pairs.rows, index, half) for index in range(len(pairs.rows))))

    def _row(self, rows: Sequence[Row], index: int, half: int) -> str:
        row = rows[index]
        cells = []
        for side in ("left", "right"):
            cell: Cell | None = getattr(row, side)
            following: Cell | None = getattr(rows[index + 1], side) if index + 1 < len(rows) else row.left
            merge = "<w:vMerge/>" if cell is None else '<w:vMerge w:val="restart"/>' if following is None else ""
            paragraphs = (
                "".join(self._cell(cell, alone=False))
                if cell is not None
                else self.paragraphs.paragraph("Quote", "")
            )  # fmt: skip
            if row.note and (side == "right" or row.right is None):
                paragraphs += self.paragraphs.paragraph(
                    "Excerpt note", text_run(f"{word('note-to-link', self._language)}: {row.note}")
                )
            cells.append(table_cell(half, paragraphs, merge))
        return table_row(cells, kept_whole=_length(row) <= _SHORT_ROW)


def _length(row: Row) -> int:
    return max(
        sum(len(words) for paragraph in cell.paragraphs for words, _ in paragraph) if cell is not None else 0
        for cell in (row.left, row.right)
    )
