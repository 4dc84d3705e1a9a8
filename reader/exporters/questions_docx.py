"""An answer overview as a Word document on its side: question beside answer beside verdict, one table per fractie."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from reader.exporters.docx_parts import (
    LINE_END,
    Paragraphs,
    citation_runs,
    finished,
    table,
    table_cell,
    table_row,
    text_run,
)
from reader.exporters.docx_styles import LANDSCAPE_WIDTH, TEXT, TEXT2, Looks, set_styles
from reader.exporters.questions_composition import ChapterText, Line, LineGroup, OverviewText
from reader.exporters.questions_words import say

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_STYLES: Final[dict[str, Looks]] = {
    "Quote": ("Normal", 9.5, False, TEXT, 0, 3, 1.15, False),
    "Heading 1": ("Normal", 14, True, TEXT, 20, 3, 1.15, True),
    "Heading 2": ("Normal", 11.5, True, TEXT, 14, 1, 1.15, True),
    "Overview notice": ("Normal", 11, True, TEXT, 12, 6, 1.2, True),
    "Overview fact": ("Normal", 10, False, TEXT, 0, 2, 1.2, False),
    "Overview count": ("Normal", 10, False, TEXT, 0, 2, 1.2, False),
    "Overview state": ("Normal", 9.5, False, TEXT2, 0, 3, 1.15, False),
    "Overview verdict": ("Normal", 9.5, True, TEXT, 0, 3, 1.2, False),
    "Overview note": ("Normal", 9, False, TEXT, 0, 3, 1.15, False),
}
WARN, WARN_GROUND = "8A5200", "FBEFD9"
_CHARACTERS: Final = {"Overview label": (8.5, True), "Overview citation": (8.5, False)}  # points, bold
_THREE: Final = (5350, 7174, 2500)  # widths of columns in twentieths of a point
_TWO: Final = (LANDSCAPE_WIDTH - 4700, 4700)
_LABEL, _CITATION = (name.replace(" ", "") for name in _CHARACTERS)  # their ids
_SHORT_ROW: Final = 800  # characters of a row that is kept on one page


def render(text: OverviewText) -> bytes:
    """The overview as a .docx file; the same overview gives the same bytes."""
    from docx import Document

    language = text.options.language
    document = Document()
    set_styles(document, language, _STYLES, landscape=True)
    _add_looks(document)
    writer = _Writer(text, Paragraphs(document, language))
    return finished(
        document,
        writer.whole(),
        writer.paragraphs,
        title=text.full_title,
        subject=f"{text.notice} {text.date}",
        moment=text.options.moment,
        language=language,
        longest_footer=130,
    )


class _Writer:
    """Makes the body of one document."""

    def __init__(self, text: OverviewText, paragraphs: Paragraphs) -> None:
        self.paragraphs = paragraphs
        self._text = text
        self._language = text.options.language

    def whole(self) -> Iterator[str]:
        text, paragraph = self._text, self.paragraphs.paragraph
        yield paragraph("Title", text_run(text.title))
        yield paragraph("Subtitle", text_run(" · ".join(part for part in (text.paper, text.date) if part)), after=6)
        for name, runs in text.facts:
            yield paragraph("Overview fact", text_run(f"{name}: ", bold=True) + citation_runs(runs))
        notice = "Overview count" if text.is_checked else "Overview notice"
        yield paragraph(notice, text_run(text.notice), before=12, after=6)
        for line in text.counts:
            yield paragraph("Overview count", text_run(line))
        if not text.chapters and text.empty:
            yield paragraph("Normal", text_run(text.empty), before=14)
        for chapter in text.chapters:
            yield from self._chapter(chapter)

    def _chapter(self, chapter: ChapterText) -> Iterator[str]:
        paragraph = self.paragraphs.paragraph
        yield paragraph("Heading 1", text_run(chapter.heading))
        if chapter.about:
            yield paragraph("Excerpt about", text_run(chapter.about))
        for group in chapter.groups:
            if group.heading:
                yield paragraph("Heading 2", text_run(group.heading))
            yield paragraph("Excerpt about", text_run(group.about), kept=bool(group.lines), after=4)
            if group.lines:
                yield self._table(chapter, group)
                yield paragraph("Normal", "", after=0)

    def _table(self, chapter: ChapterText, group: LineGroup) -> str:
        language = self._language
        noted = self._text.options.notes
        if group.has_answers:
            widths: tuple[int, ...] = _THREE
            heads = ["question", "answer", "verdict-and-note" if noted else "verdict"]
        else:
            widths = _TWO
            heads = ["question", "state-verdict-note" if noted else "state-verdict"]
        head = [self.paragraphs.paragraph("Excerpt heading", text_run(say(key, language))) for key in heads]
        rows = (self._row(line, widths, with_answers=group.has_answers) for line in group.lines)
        name = " · ".join(part for part in (chapter.heading, group.heading) if part)
        return table(widths, head, rows, name=name)

    def _row(self, line: Line, widths: tuple[int, ...], *, with_answers: bool) -> str:
        paragraph = self.paragraphs.paragraph
        label = text_run(line.label, style=_LABEL)
        cited = citation_runs(line.question.citation, style=_CITATION)
        question = "".join(self.paragraphs.quote(line.question, first_line=label, last_line=cited))
        answers = ""
        for number, answer in enumerate(line.answers):
            before = 8 if number else 0
            cited = citation_runs(answer.cell.citation, style=_CITATION)
            if answer.lead:
                answers += paragraph("Overview state", text_run(answer.lead) + LINE_END + cited, before=before)
            else:
                answers += "".join(self.paragraphs.quote(answer.cell, before=before, last_line=cited))
        if not line.answers:
            answers = paragraph("Overview state", text_run(line.state))
        judged = paragraph("Overview verdict", text_run(_capital(line.verdict))) if line.verdict else ""
        judged += "".join(paragraph("Overview note", text_run(words)) for words in line.note)
        cells = (
            [question, answers, judged or paragraph("Overview note", "")]
            if with_answers
            else [question, answers + judged]
        )
        made = [table_cell(width, paragraphs) for width, paragraphs in zip(widths, cells, strict=True)]
        return table_row(made, kept_whole=_length(line) <= _SHORT_ROW)


def _add_looks(document: WordDocument) -> None:
    """The looks of what stands on one line with a quote, and the ground of the notice."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from docx.shared import Pt, RGBColor

    for name, (points, bold) in _CHARACTERS.items():
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.size, style.font.bold = Pt(points), bold
        style.font.color.rgb = RGBColor.from_string(TEXT2)
    notice: Any = document.styles["Overview notice"]
    properties = notice.element.get_or_add_pPr()
    for made in (
        f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="24" w:space="6" w:color="{WARN}"/></w:pBdr>',
        f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{WARN_GROUND}"/>',
    ):
        after = ("w:shd",) if "pBdr" in made else ()
        properties.insert_element_before(
            parse_xml(made), *after, "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc"
        )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _length(line: Line) -> int:
    """The characters of the longest cell of a row, about."""
    quotes = [line.question.paragraphs, *(answer.cell.paragraphs for answer in line.answers)]
    asked, *answered = (sum(len(words) for paragraph in quote for words, _ in paragraph) for quote in quotes)
    return max(asked, sum(answered), 2 * sum(map(len, line.note)))
