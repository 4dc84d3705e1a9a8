"""Excerpts as a PDF that prints and reads aloud: headings in its outline, question beside answer, page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from reader.exporters.composition import Cell, Composition, Group, Pairs, Row, Single, compose
from reader.exporters.formats import Export, Step, no_step
from reader.exporters.paged import (
    LANGUAGES,
    SIDES,
    Paragraph,
    Progress,
    Side,
    Stacked,
    Stretch,
    cell_of,
    closing_paragraphs,
    contents,
    covered,
    footer_title,
    laid_out,
    link_note,
    passage_paragraphs,
    run_stretches,
    stacked_paragraphs,
)
from reader.exporters.pdf_file import PdfFile
from reader.exporters.pdf_fonts import Fonts
from reader.exporters.pdf_lines import TEXT, TEXT2, Line, Look, Setting, lines
from reader.exporters.pdf_pages import COLUMN, TALLEST, Pages
from reader.exporters.pdf_table import TableWriter
from reader.exporters.pdf_tags import ROOT, Tags
from reader.exporters.words import word

LOSSES: tuple[tuple[str, str], ...] = (
    (
        "Een teken dat niet in de lettertypen van het programma zit, zoals een emoji of een Hebreeuwse of Arabische"
        " letter, staat er als een vakje. Bij kopiëren komt het teken zelf mee.",
        "A character that the program's fonts do not have, such as an emoji or a Hebrew or Arabic letter, is shown as"
        " a box. When it is copied, the character itself comes along.",
    ),
)
_SMALL: Final = Look("text", 8.8, TEXT2)
SETTINGS: Final[dict[str, Setting]] = {
    "title": Setting(Look("strong", 20), 25),
    "fact": Setting(Look("text", 9.5, TEXT2), 13.5, before=1.5),
    "plain": Setting(Look("text", 10.2), 14.2, before=12),
    "heading": Setting(Look("strong", 13.5), 18, before=24, kept=True),
    "about": Setting(Look("text", 9.2, TEXT2), 13, before=2, kept=True),
    "contents": Setting(Look("text", 9.8), 14, before=2.5),
    "contents-head": Setting(Look("strong", 11.5), 16, before=20, kept=True),
    "side": Setting(Look("strong", 9.2), 13, before=12, kept=True),
    "head": Setting(Look("strong", 9.2), 13),
    "context": Setting(_SMALL, 12.6, before=3),
    "quote": Setting(Look("text", 10.2), 14.2, before=3),
    "citation": Setting(_SMALL, 12.4, before=3),
    "warning": Setting(Look("strong", 8.8), 12.4, before=3),
    "footnote": Setting(Look("text", 8.3, TEXT2), 11),
    "labels": Setting(_SMALL, 13.6, before=3),
    "author": Setting(_SMALL, 12.4, before=3),
    "note": Setting(_SMALL, 12.4, before=3, indent=9),
    "check": Setting(Look("text", 9.5), 13.4, before=3),
    "paper": Setting(Look("text", 9.5), 13.4, before=10),
    "hash": Setting(Look("other", 7.4, TEXT2), 11, before=1.5),
    "unsure": Setting(_SMALL, 12.4, before=3, indent=9),
}
_LINK: Final = "#0B4B55"
_LONGEST_NOTE: Final = 800  # characters
_RULED: Final = ("note", "unsure")
_BESIDE_QUOTE: Final = Look("text", 8.8, TEXT)
_WHOLE: Final = TALLEST * 0.35  # an excerpt up to this height is not parted by the end of a page


def render_export(export: Export, step: Step) -> bytes:
    """The excerpts of an export, as `render` gives them."""
    return render(compose(export.excerpts, export.options), step)


def render(composition: Composition, step: Step = no_step) -> bytes:
    """The composition as a PDF file; the same composition gives the same bytes. Raises what `step` raises."""
    data = _Writer(composition, step).whole()
    step(1.0)
    return data


class _Writer:
    """Makes one file."""

    def __init__(self, composition: Composition, step: Step) -> None:
        self._composition = composition
        self._options = composition.options
        self._progress = Progress(composition, step, share=0.95)
        self._note_count = 0
        self._file = PdfFile()
        self._fonts = Fonts()
        self._tags = Tags(self._file)
        self._pages = Pages(self._file, self._fonts, self._tags)

    def whole(self) -> bytes:
        composition, options = self._composition, self._options
        self._pages.flow(self._lines("title", (Stretch(options.title),), kind="H1"))
        for fact in composition.facts:
            self._pages.flow(self._lines("fact", (Stretch(fact),)))
        self._contents()
        if not composition.groups:
            self._pages.flow(self._lines("plain", (Stretch(word("none", options.language)),)))
        for group in composition.groups:
            self._group(group)
        self._closing()
        return self._pages.finish(
            title=options.title,
            subject=" · ".join(composition.facts),
            language=LANGUAGES[options.language],
            moment=options.moment,
            footer=footer_title(options.title),
            numbering=word("page-of", options.language),
        )

    def _contents(self) -> None:
        headings = contents(self._composition)
        if not headings:
            return
        self._pages.flow(self._lines("contents-head", (Stretch(word("contents", self._options.language)),)))
        parent = self._tags.add("TOC")
        # the number stands behind the words, at the right edge
        entries = [self._lines("contents", (Stretch(words),), COLUMN - 40, parent, kind="TOCI") for words in headings]
        self._pages.contents(entries, SETTINGS["contents"].look)

    def _group(self, group: Group) -> None:
        head: list[Line] = []
        if group.heading:
            head = self._lines("heading", (Stretch(group.heading),), kind="H2")
            if group.description:
                head += self._lines("about", run_stretches(group.description))
        for number, item in enumerate(laid_out(group)):
            if isinstance(item, Pairs):
                self._table(item, head, group.heading)
            elif isinstance(item, Single):
                made = self._passage(item.cell, COLUMN, ROOT)
                self._alone(made, head, group.heading, first=not number)
                self._progress.one()
            else:
                self._stacked(item, head, group.heading, first=not number)
            head = []

    def _start(self, head: Sequence[Line], title: str, after: float) -> None:
        """Put a heading where at least `after` points come under it on its page."""
        if head:
            height = sum(line.height for line in head)
            if height + after > self._pages.room:
                self._pages.new_page()
            self._pages.outline(title, self._pages.y + (0 if self._pages.is_empty else head[0].before))
            self._pages.flow(head)

    def _alone(self, made: list[Line], head: Sequence[Line], title: str, *, first: bool) -> None:
        """The lines of a passage that stands by itself, under the heading that comes with it."""
        made[0].before = (8 if head else 14) if first else 16
        height = self._pages.height(made)
        self._start(head, title, height if height <= _WHOLE else 70)
        if not head and height > self._pages.room and height <= _WHOLE:
            self._pages.new_page()
        self._pages.flow(made)

    def _stacked(self, stacked: Stacked, head: Sequence[Line], title: str, *, first: bool) -> None:
        for number, passage in enumerate(stacked.passages):
            paragraphs = stacked_paragraphs(passage, self._options.language, footnotes=self._options.footnotes)
            made = self._written(paragraphs, COLUMN, ROOT)
            made[0].stroke = True
            self._alone(made, () if number else head, title, first=first and not number)
        for _ in range(stacked.row_count):
            self._progress.one()

    def _table(self, pairs: Pairs, head: Sequence[Line], title: str) -> None:
        before = 6 if head else 14
        table = TableWriter(self._pages, self._tags, (COLUMN / 2, COLUMN / 2))
        table.start_row()
        table.write_head(
            [
                self._lines("head", (Stretch(words),), table.text_width(column), table.cell(is_head=True))
                for column, words in enumerate((pairs.left_heading, pairs.right_heading))
            ]
        )
        for index in range(len(pairs.rows)):
            table.start_row()
            cells = [self._table_cell(table, pairs.rows, index, side) for side in SIDES]
            following = pairs.rows[index + 1] if index + 1 < len(pairs.rows) else None
            ends = [following is None or cell_of(following, side) is not None for side in SIDES]
            if not index:
                self._start(head, title, table.least_room(cells) + before)
                self._pages.space(before)
            table.write_row(cells, ends)
            self._progress.one()
        self._pages.space(6)

    def _table_cell(self, table: TableWriter, rows: Sequence[Row], index: int, side: Side) -> list[Line] | None:
        row = rows[index]
        cell = cell_of(row, side)
        if cell is None:
            return None
        column = SIDES.index(side)
        parent, width = table.cell(covered=covered(rows, index, side)), table.text_width(column)
        made = self._passage(cell, width, parent)
        if row.note and (side == "right" or row.right is None):
            note = link_note(row.note, self._options.language)
            made += self._lines("note", note.stretches, width, parent)
        return made

    def _passage(self, cell: Cell, width: float, parent: int) -> list[Line]:
        paragraphs = passage_paragraphs(cell, self._options.language, footnotes=self._options.footnotes)
        return self._written(paragraphs, width, parent)

    def _written(self, paragraphs: Iterable[Paragraph], width: float, parent: int) -> list[Line]:
        made: list[Line] = []
        for paragraph in paragraphs:
            if paragraph.footnote:
                made += self._with_note(paragraph, width, parent)
            else:
                made += self._paragraph(paragraph, width, parent)
        return made

    def _with_note(self, paragraph: Paragraph, width: float, parent: int) -> list[Line]:
        """A paragraph with a footnote; one that is longer than a footnote should be comes under it instead."""
        sign = Stretch(str(self._note_count + 1), raised=True)
        words = (sign, Stretch("\u00a0"), *paragraph.footnote)
        if sum(len(stretch.words) for stretch in words) > _LONGEST_NOTE:
            cited = self._lines("citation", paragraph.footnote, width, parent)
            return [*self._paragraph(paragraph, width, parent), *cited]
        self._note_count += 1
        made = self._paragraph(replace(paragraph, stretches=(*paragraph.stretches, sign)), width, parent)
        made[-1].notes = self._lines("footnote", words, COLUMN, made[-1].element, kind="Note")
        return made

    def _closing(self) -> None:
        made = closing_paragraphs(self._composition)
        if made:
            self._start(self._paragraph(made[0]), made[0].stretches[0].words, 110)
            self._pages.flow([line for paragraph in made[1:] for line in self._paragraph(paragraph)])

    def _paragraph(self, paragraph: Paragraph, width: float = COLUMN, parent: int = ROOT) -> list[Line]:
        kind = "H2" if paragraph.role == "heading" else "P"
        made = self._lines(paragraph.role, paragraph.stretches, width, parent, kind=kind, language=paragraph.language)
        made[-1].kept = paragraph.kept
        return made

    def _lines(
        self,
        name: str,
        stretches: Iterable[Stretch],
        width: float = COLUMN,
        parent: int = ROOT,
        *,
        kind: str = "P",
        language: str = "",
    ) -> list[Line]:
        setting = SETTINGS[name]
        words = [(stretch.words, _look(stretch, setting.look)) for stretch in stretches]
        element = self._tags.add(kind, parent, language=language)
        made = lines(words, setting, width, self._fonts, element)
        if name in _RULED:
            for line in made:
                line.rule = True
        return made


def _look(stretch: Stretch, look: Look) -> Look:
    if stretch.label is not None:
        return replace(_BESIDE_QUOTE, label=stretch.label)
    if stretch.raised:
        return replace(look, size=round(look.size * 0.68, 1), raised=look.size * 0.33)
    if stretch.address:
        return replace(look, colour=_LINK, address=stretch.address)
    return replace(look, cut="italic") if stretch.italic else look
