"""Excerpts as an OpenDocument text: styles, question beside answer in a table, footnotes, page numbers, language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from reader.exporters.composition import Cell, Composition, Group, Pairs, Row, Single, compose
from reader.exporters.docx import PARAGRAPH_STYLES
from reader.exporters.formats import Export, Step, no_step
from reader.exporters.odt_package import packed
from reader.exporters.odt_styles import (
    CONTENTS_SOURCE,
    NAMESPACES,
    AutomaticStyles,
    font_faces,
    label_properties,
    language_properties,
    style_name,
    styles_xml,
    table_styles,
)
from reader.exporters.paged import (
    LANGUAGES,
    NOT_XML,
    SIDES,
    Paragraph,
    Progress,
    Stretch,
    cell_of,
    closing_paragraphs,
    contents,
    covered,
    footer_title,
    is_short,
    laid_out,
    link_note,
    passage_paragraphs,
    run_stretches,
    stacked_paragraphs,
)
from reader.exporters.words import word

LOSSES: tuple[tuple[str, str], ...] = ()
_SPACES: Final = re.compile(r"\t|^ | $|(?<= ) +")
_COLUMN: Final = "8.2cm"


def render_export(export: Export, step: Step) -> bytes:
    """The excerpts of an export, as `render` gives them."""
    return render(compose(export.excerpts, export.options), step)


def render(composition: Composition, step: Step = no_step) -> bytes:
    """The composition as an .odt file; the same composition gives the same bytes. Raises what `step` raises."""
    options = composition.options
    writer = _Writer(composition, step)
    body = "".join(writer.whole())
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {NAMESPACES} office:version="1.3">'
        f"{font_faces()}<office:automatic-styles>{table_styles(_COLUMN)}{writer.styles.xml()}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    data = packed(
        content,
        styles_xml(options.language, _footer(composition)),
        title=options.title,
        subject=" · ".join(composition.facts),
        moment=options.moment,
        language=LANGUAGES[options.language],
    )
    step(1.0)
    return data


class _Writer:
    """Makes the body of one document."""

    def __init__(self, composition: Composition, step: Step) -> None:
        self.styles = AutomaticStyles()
        self._composition = composition
        self._language = composition.options.language
        self._footnotes = composition.options.footnotes
        self._progress = Progress(composition, step, share=0.8)
        self._note_count = 0
        self._table_count = 0
        self._heading_count = 0

    def whole(self) -> Iterator[str]:
        yield self._plain("Title", self._composition.options.title)
        for fact in self._composition.facts:
            yield self._plain("Subtitle", fact)
        yield self._contents(contents(self._composition))
        if not self._composition.groups:
            yield self._plain("Normal", word("none", self._language), before=14)
        for group in self._composition.groups:
            yield from self._group(group)
        for part in closing_paragraphs(self._composition):
            yield self._heading(part.stretches[0].words) if part.role == "heading" else self._paragraph(part)

    def _contents(self, headings: Sequence[str]) -> str:
        """The table of contents; a reader of OpenDocument fills in the pages when it lays the document out."""
        if not headings:
            return ""
        title = word("contents", self._language)
        entries = "".join(
            '<text:p text:style-name="Contents_20_1">'
            f'<text:a xlink:type="simple" xlink:href="#heading{number}" text:style-name="Index_20_Link"'
            f' text:visited-style-name="Index_20_Link">{_escaped(heading)}<text:tab/>'
            f'<text:bookmark-ref text:reference-format="page" text:ref-name="heading{number}"/></text:a></text:p>'
            for number, heading in enumerate(headings, start=1)
        )
        return (
            f'<text:table-of-content text:name={quoteattr(title)} text:protected="false">{CONTENTS_SOURCE}'
            f"<text:index-body><text:index-title text:name={quoteattr(title + '1')}>"
            f'<text:p text:style-name="Contents_20_Heading">{title}</text:p></text:index-title>{entries}'
            "</text:index-body></text:table-of-content>"
        )

    def _heading(self, words: str) -> str:
        self._heading_count += 1
        mark = f'text:name="heading{self._heading_count}"'
        made = f"<text:bookmark-start {mark}/>{_escaped(words)}<text:bookmark-end {mark}/>"
        return self._written("Heading 1", made)

    def _group(self, group: Group) -> Iterator[str]:
        if group.heading:
            yield self._heading(group.heading)
        if group.description:
            yield self._written("Excerpt about", self._words(run_stretches(group.description)))
        after_table = False
        for number, item in enumerate(laid_out(group)):
            is_first = not number and bool(group.heading)
            if isinstance(item, Pairs):
                if not is_first:
                    yield self._plain("Normal", "", after=4)
                yield from self._table(item)
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
            yield self._plain("Normal", "", after=0)

    def _cell(self, cell: Cell, *, before: float | None = None, alone: bool = True) -> Iterator[str]:
        """A passage; `alone` is one outside a table, where its paragraphs are kept together."""
        for number, part in enumerate(passage_paragraphs(cell, self._language, footnotes=self._footnotes)):
            yield self._paragraph(part, before=before if number == 0 else None, kept=part.kept if alone else False)

    def _table(self, pairs: Pairs) -> Iterator[str]:
        self._table_count += 1
        heads = "".join(
            '<table:table-cell table:style-name="Pairs.Head" office:value-type="string">'
            f"{self._plain('Excerpt heading', heading)}</table:table-cell>"
            for heading in (pairs.left_heading, pairs.right_heading)
        )
        yield (
            f'<table:table table:name="Pairs{self._table_count}" table:style-name="Pairs">'
            '<table:table-column table:style-name="Pairs.A" table:number-columns-repeated="2"/>'
            f'<table:table-header-rows><table:table-row table:style-name="Pairs.Whole">{heads}</table:table-row>'
            "</table:table-header-rows>"
        )
        for index in range(len(pairs.rows)):
            yield self._row(pairs.rows, index)
            self._progress.one()
        yield "</table:table>"

    def _row(self, rows: Sequence[Row], index: int) -> str:
        row = rows[index]
        cells = ""
        for side in SIDES:
            cell = cell_of(row, side)
            if cell is None:
                cells += "<table:covered-table-cell/>"
                continue
            paragraphs = "".join(self._cell(cell, alone=False))
            if row.note and (side == "right" or row.right is None):
                paragraphs += self._paragraph(link_note(row.note, self._language))
            count = covered(rows, index, side)
            spanned = f' table:number-rows-spanned="{count}"' if count > 1 else ""
            cells += (
                f'<table:table-cell table:style-name="Pairs.Cell"{spanned} office:value-type="string">'
                f"{paragraphs}</table:table-cell>"
            )
        whole = ' table:style-name="Pairs.Whole"' if is_short(row, self._language) else ""
        return f"<table:table-row{whole}>{cells}</table:table-row>"

    def _paragraph(self, part: Paragraph, *, before: float | None = None, kept: bool | None = None) -> str:
        kept = part.kept if kept is None else kept
        words = self._words(part.stretches, part.language)
        if part.footnote:
            words += self._footnote(part.footnote)
        return self._written(PARAGRAPH_STYLES[part.role], words, before=before, kept=kept)

    def _plain(self, style: str, words: str, *, before: float | None = None, after: float | None = None) -> str:
        return self._written(style, _escaped(words), before=before, after=after)

    def _written(
        self, style: str, words: str, *, before: float | None = None, after: float | None = None, kept: bool = False
    ) -> str:
        """A paragraph of these words (as XML); `before` and `after` in points, where they differ from the style's."""
        properties = [
            *([f'fo:margin-top="{before}pt"'] if before is not None else []),
            *([f'fo:margin-bottom="{after}pt"'] if after is not None else []),
            *(['fo:keep-with-next="always"'] if kept else []),
        ]
        name = quoteattr(self.styles.paragraph(style_name(style), " ".join(properties)))
        if style == "Heading 1":
            return f'<text:h text:style-name={name} text:outline-level="1">{words}</text:h>'
        return f"<text:p text:style-name={name}>{words}</text:p>"

    def _words(self, stretches: Iterable[Stretch], language: str = "") -> str:
        return "".join(self._stretch(stretch, language) for stretch in stretches)

    def _stretch(self, stretch: Stretch, language: str) -> str:
        words = _escaped(stretch.words)
        if stretch.address:
            return (
                f'<text:a xlink:type="simple" xlink:href={quoteattr(stretch.address)}'
                f' text:style-name="Internet_20_link">{words}</text:a>'
            )
        properties = [
            *([label_properties(stretch.label.hue, stretch.label.pattern)] if stretch.label is not None else []),
            *(['fo:font-style="italic"'] if stretch.italic else []),
            *(['style:text-position="super 62%"'] if stretch.raised else []),
            *([language_properties(language)] if language else []),
        ]
        if not properties:
            return words
        return f'<text:span text:style-name="{self.styles.text(" ".join(properties))}">{words}</text:span>'

    def _footnote(self, stretches: Iterable[Stretch]) -> str:
        self._note_count += 1
        number = self._note_count
        return (
            f'<text:note text:id="ftn{number}" text:note-class="footnote"><text:note-citation>{number}'
            '</text:note-citation><text:note-body><text:p text:style-name="Footnote">'
            f"{self._words(stretches)}</text:p></text:note-body></text:note>"
        )


def _footer(composition: Composition) -> str:
    """The title at the left, "pagina n van m" at the right."""
    shown = footer_title(composition.options.title)
    numbering = word("page-of", composition.options.language).format(
        page='<text:page-number text:select-page="current">1</text:page-number>',
        pages="<text:page-count>1</text:page-count>",
    )
    return f'<text:p text:style-name="Footer">{_escaped(shown)}<text:tab/>{numbering}</text:p>'


def _escaped(words: str) -> str:
    """Words as XML; spaces that a reader of OpenDocument would join are written as such."""
    return _SPACES.sub(_spaces, escape(NOT_XML.sub("", words)))


def _spaces(found: re.Match[str]) -> str:
    return "<text:tab/>" if found[0] == "\t" else f'<text:s text:c="{len(found[0])}"/>'
