"""Excerpts as a Word document: real styles, question beside answer in a table, page numbers, language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reader.exporters.composition import Cell, Composition, Group, Pairs, Row, Single, compose
from reader.exporters.docx_footnotes import Footnotes
from reader.exporters.docx_parts import (
    Paragraphs,
    bookmarked,
    citation_runs,
    contents_parts,
    finished,
    stretch_runs,
    table,
    table_cell,
    table_row,
    text_run,
)
from reader.exporters.docx_styles import WIDTH, add_passage_styles
from reader.exporters.formats import Export, Step, no_step
from reader.exporters.paged import (
    SIDES,
    Paragraph,
    Progress,
    Role,
    cell_of,
    closing_paragraphs,
    contents,
    is_short,
    laid_out,
    link_note,
    passage_paragraphs,
    stacked_paragraphs,
)
from reader.exporters.words import word

LOSSES: tuple[tuple[str, str], ...] = ()
PARAGRAPH_STYLES: Final[dict[Role, str]] = {
    "side": "Excerpt side",
    "context": "Excerpt context",
    "quote": "Quote",
    "citation": "Excerpt citation",
    "warning": "Excerpt warning",
    "labels": "Excerpt labels",
    "author": "Excerpt author",
    "note": "Excerpt note",
    "heading": "Heading 1",
    "check": "Normal",
    "paper": "Check paper",
    "hash": "Check hash",
    "unsure": "Check quote",
}


def render_export(export: Export, step: Step) -> bytes:
    """The excerpts of an export, as `render` gives them."""
    return render(compose(export.excerpts, export.options), step)


def render(composition: Composition, step: Step = no_step) -> bytes:
    """The composition as a .docx file; the same composition gives the same bytes. Raises what `step` raises."""
    from docx import Document

    options = composition.options
    document = Document()
    add_passage_styles(document, options.language)
    writer = _Writer(composition, Paragraphs(document, options.language), step)
    data = finished(
        document,
        writer.whole(),
        writer.paragraphs,
        title=options.title,
        subject=" · ".join(composition.facts),
        moment=options.moment,
        language=options.language,
        notes=writer.notes,
    )
    step(1.0)
    return data


class _Writer:
    """Makes the body of one document."""

    def __init__(self, composition: Composition, paragraphs: Paragraphs, step: Step) -> None:
        self.paragraphs = paragraphs
        self.notes = Footnotes()
        self._composition = composition
        self._language = composition.options.language
        self._footnotes = composition.options.footnotes
        self._progress = Progress(composition, step, share=0.6)  # the rest is packing
        self._contents = contents(composition)
        self._heading_count = 0

    def whole(self) -> Iterator[str]:
        paragraph = self.paragraphs.paragraph
        yield paragraph("Title", text_run(self._composition.options.title))
        for fact in self._composition.facts:
            yield paragraph("Subtitle", text_run(fact))
        if self._contents:
            yield from contents_parts(self.paragraphs, word("contents", self._language), self._contents)
        if not self._composition.groups:
            yield paragraph("Normal", text_run(word("none", self._language)), before=14)
        for group in self._composition.groups:
            yield from self._group(group)
        for part in closing_paragraphs(self._composition):
            yield self._heading(part.stretches[0].words) if part.role == "heading" else self._paragraph(part)

    def _heading(self, words: str) -> str:
        runs = text_run(words)
        if self._contents:
            self._heading_count += 1
            runs = bookmarked(runs, self._heading_count)
        return self.paragraphs.paragraph("Heading 1", runs)

    def _group(self, group: Group) -> Iterator[str]:
        paragraph = self.paragraphs.paragraph
        if group.heading:
            yield self._heading(group.heading)
        if group.description:
            yield paragraph("Excerpt about", citation_runs(group.description))
        after_table = False
        for number, item in enumerate(laid_out(group)):
            is_first = not number and bool(group.heading)
            if isinstance(item, Pairs):
                if not is_first:
                    yield paragraph("Normal", "", after=4)
                yield self._table(item)
            elif isinstance(item, Single):
                yield from self._cell(item.cell, before=3 if is_first else 14)
                self._progress.one()
            else:
                for place, passage in enumerate(item.passages):
                    parts = stacked_paragraphs(passage, self._language, footnotes=self._footnotes)
                    yield self._paragraph(parts[0], before=None if place else 3 if is_first else 14)
                    yield from map(self._paragraph, parts[1:])
                for _ in range(item.row_count):
                    self._progress.one()
            after_table = isinstance(item, Pairs)
        if after_table:
            yield paragraph("Normal", "", after=0)

    def _cell(self, cell: Cell, *, before: float | None = None, alone: bool = True) -> Iterator[str]:
        """A passage; `alone` is one outside a table: in a table, Word would keep whole rows with the next."""
        for number, part in enumerate(passage_paragraphs(cell, self._language, footnotes=self._footnotes)):
            yield self._paragraph(part, before=before if number == 0 else None, kept=alone and part.kept)

    def _paragraph(self, part: Paragraph, *, before: float | None = None, kept: bool | None = None) -> str:
        runs = stretch_runs(part.stretches, part.language)
        if part.footnote:
            runs += self.notes.add(stretch_runs(part.footnote))
        kept = part.kept if kept is None else kept
        return self.paragraphs.paragraph(PARAGRAPH_STYLES[part.role], runs, kept=kept, before=before)

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
        for side in SIDES:
            cell = cell_of(row, side)
            following = cell_of(rows[index + 1], side) if index + 1 < len(rows) else row.left
            merge = "<w:vMerge/>" if cell is None else '<w:vMerge w:val="restart"/>' if following is None else ""
            paragraphs = "".join(self._cell(cell, alone=False)) if cell is not None else ""
            if cell is not None and row.note and (side == "right" or row.right is None):
                paragraphs += self._paragraph(link_note(row.note, self._language))
            paragraphs = paragraphs or self.paragraphs.paragraph("Quote", "")
            cells.append(table_cell(half, paragraphs, merge))
        self._progress.one()
        return table_row(cells, kept_whole=is_short(row, self._language))
