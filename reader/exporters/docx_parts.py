"""What a Word export is made of: paragraphs and tables as WordprocessingML, a footer with page numbers, fixed dates."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape, quoteattr

from reader.domain.citation import Run
from reader.domain.dates import Language
from reader.exporters.colours import tint_and_line, word_line
from reader.exporters.composition import Cell
from reader.exporters.docx_footnotes import NAMESPACE, Footnotes
from reader.exporters.docx_styles import HEADER, RULE
from reader.exporters.paged import LANGUAGES, NOT_XML, Stretch, footer_title, language_tag
from reader.exporters.words import word

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_LONGEST_TEXT: Final = 1_000_000  # characters; the XML parser refuses a text of more than ten million bytes
LINE_END: Final = "<w:r><w:br/></w:r>"


class Paragraphs:
    """Makes paragraphs; it knows the ids of the styles and the language of the document."""

    def __init__(self, document: WordDocument, language: Language) -> None:
        self._styles = {str(style.name): str(style.style_id) for style in document.styles}
        self._language = language

    def paragraph(
        self, style: str, runs: str, *, kept: bool = False, before: float | None = None, after: float | None = None
    ) -> str:
        """A paragraph; `before`, `after`: points of space that differ from the style's; `kept`: with the next one."""
        spacing = (f' w:before="{int(before * 20)}"' if before is not None else "") + (
            f' w:after="{int(after * 20)}"' if after is not None else ""
        )
        properties = (
            f"<w:pStyle w:val={quoteattr(self._styles[style])}/>"
            + ("<w:keepNext/>" if kept else "")
            + (f"<w:spacing{spacing}/>" if spacing else "")
        )
        return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"

    def quote(
        self,
        cell: Cell,
        *,
        before: float | None = None,
        first_line: str = "",
        last_line: str = "",
    ) -> Iterator[str]:
        """The paragraphs of a quote, marked with their language where it is another than that of the document.

        `first_line` and `last_line` are runs that stand on a line of their own in its first and its last paragraph,
        so that no end of a page parts them from the quote.
        """
        language = language_tag(cell.language, self._language)
        for number, words in enumerate(cell.paragraphs):
            runs = "".join(text_run(part, language=language, raised=is_marker) for part, is_marker in words)
            last = number == len(cell.paragraphs) - 1
            if number == 0 and first_line:
                runs = f"{first_line}{LINE_END}{runs}"
            if last and last_line:
                runs = f"{runs}{LINE_END}{last_line}"
            yield self.paragraph("Quote", runs, before=before if number == 0 else None)


def text_run(
    words: str,
    *,
    style: str = "",
    bold: bool = False,
    italic: bool = False,
    raised: bool = False,
    language: str = "",
    hue: int = 0,
    pattern: int = 0,
) -> str:
    """A run of text; characters that XML cannot hold are left out. `style` is the id of a character style."""
    properties = (
        (f"<w:rStyle w:val={quoteattr(style)}/>" if style else "")
        + ("<w:b/>" if bold else "")
        + ("<w:i/>" if italic else "")
    )
    if hue:
        tint, line = tint_and_line(hue)
        properties += (
            f'<w:u w:val="{word_line(pattern)}" w:color="{line[1:]}"/>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{tint[1:]}"/>'
        )
    if raised:
        properties += '<w:vertAlign w:val="superscript"/>'
    if language:
        properties += f'<w:lang w:val="{language}"/>'
    words = NOT_XML.sub("", words)
    texts = "".join(
        f'<w:t xml:space="preserve">{escape(words[start : start + _LONGEST_TEXT])}</w:t>'
        for start in range(0, len(words), _LONGEST_TEXT)
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{texts}</w:r>"


def citation_runs(runs: Iterable[Run], *, style: str = "") -> str:
    return "".join(text_run(run.text, style=style, italic=run.italic) for run in runs)


def bookmarked(runs: str, number: int) -> str:
    """The runs of the heading of this number (from 1), to which the table of contents leads."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{_mark(number)}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'


def contents_parts(paragraphs: Paragraphs, title: str, headings: Sequence[str]) -> Iterator[str]:
    """A table of contents that leads to the headings.

    Only a word processor knows on which pages they come: it adds the page numbers when the user asks it to update the
    table. A number that is not known is not written.
    """
    yield (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{paragraphs.paragraph('TOC Heading', text_run(title))}"
    )
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
        ' TOC \\o "1-1" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    for number, heading in enumerate(headings, start=1):
        entry = f'<w:hyperlink w:anchor="{_mark(number)}" w:history="1">{text_run(heading)}</w:hyperlink>'
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>' if number == len(headings) else ""
        yield paragraphs.paragraph("toc 1", (begin if number == 1 else "") + entry + end)
    yield "</w:sdtContent></w:sdt>"


def _mark(number: int) -> str:
    return f"_Toc{number:06}"


def stretch_runs(stretches: Iterable[Stretch], language: str = "") -> str:
    """Stretches in a language, which is empty where it is that of the document."""
    return "".join(_stretch_run(stretch, language) for stretch in stretches)


def _stretch_run(stretch: Stretch, language: str) -> str:
    if stretch.label is not None:
        return text_run(stretch.words, hue=stretch.label.hue, pattern=stretch.label.pattern)
    if stretch.address:
        field = quoteattr(f' HYPERLINK "{stretch.address}" ')
        return f"<w:fldSimple w:instr={field}>{text_run(stretch.words, style='Hyperlink')}</w:fldSimple>"
    return text_run(stretch.words, italic=stretch.italic, raised=stretch.raised, language=language)


def table(widths: Sequence[int], head: Sequence[str], rows: Iterable[str], *, name: str = "") -> str:
    """A table with a head that is repeated on each page; `widths` in twentieths of a point, `head` as paragraphs.

    `name` is what a screen reader says of it.
    """
    cells = "".join(
        table_cell(width, paragraph, f'<w:shd w:val="clear" w:color="auto" w:fill="{HEADER}"/>')
        for width, paragraph in zip(widths, head, strict=True)
    )
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 85), ("left", 142), ("bottom", 57), ("right", 142))
    )
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    named = f"<w:tblCaption w:val={quoteattr(NOT_XML.sub('', name))}/>" if name else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/>{named}'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>{''.join(rows)}</w:tbl>"
    )


def table_row(cells: Iterable[str], *, kept_whole: bool) -> str:
    """A row; `kept_whole`: not parted by the end of a page."""
    kept = "<w:trPr><w:cantSplit/></w:trPr>" if kept_whole else ""
    return f"<w:tr>{kept}{''.join(cells)}</w:tr>"


def table_cell(width: int, paragraphs: str, properties: str = "") -> str:
    """A cell of this width with its paragraphs; at least one."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{paragraphs}</w:tc>'


def finished(
    document: WordDocument,
    body: Iterable[str],
    paragraphs: Paragraphs,
    *,
    title: str,
    subject: str,
    moment: datetime,
    language: Language,
    longest_footer: int = 80,
    notes: Footnotes | None = None,
) -> bytes:
    """The document with this body, its footer and its properties as a .docx file; the same input, the same bytes.

    `longest_footer`: the characters of the title that fit beside the page number. `notes` are filled by the body.
    """
    from docx.oxml import parse_xml

    section: Any = document.element.body.sectPr
    for element in list(parse_xml(f"<w:body {NAMESPACE}>{''.join(body)}</w:body>")):
        section.addprevious(element)
    if notes is not None:
        notes.attach(document)
    _set_footer(document, paragraphs, footer_title(title, longest_footer), language)
    _set_properties(document, title, subject, moment, language)
    buffer = io.BytesIO()
    document.save(buffer)
    return _with_fixed_dates(buffer.getvalue(), moment)


def _set_footer(document: WordDocument, paragraphs: Paragraphs, title: str, language: Language) -> None:
    """The title at the left, "pagina n van m" at the right."""
    from docx.oxml import parse_xml

    words = word("page-of", language)
    parts = re.split(r"(\{page\}|\{pages\})", words)
    fields = {"{page}": " PAGE ", "{pages}": " NUMPAGES "}
    numbering = "".join(
        f'<w:fldSimple w:instr="{fields[part]}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        if part in fields
        else text_run(part)
        for part in parts
        if part
    )
    paragraph = paragraphs.paragraph("Footer", f"{text_run(title)}<w:r><w:tab/></w:r>{numbering}")
    paragraph = paragraph.replace("<w:p>", f"<w:p {NAMESPACE}>", 1)
    footer: Any = document.sections[0].footer
    footer.is_linked_to_previous = False
    for old in list(footer._element):
        footer._element.remove(old)
    footer._element.append(parse_xml(paragraph))


def _set_properties(document: WordDocument, title: str, subject: str, moment: datetime, language: Language) -> None:
    moment = moment.astimezone(UTC).replace(tzinfo=None, microsecond=0) if moment.tzinfo else moment
    properties = document.core_properties
    properties.title = NOT_XML.sub("", title)[:255]
    properties.subject = NOT_XML.sub("", subject)[:255]
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.language = LANGUAGES[language]
    properties.created = properties.modified = moment
    properties.revision = 1
    package: Any = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):  # the library's template has a picture of an empty page
            del package.rels[key]


def _with_fixed_dates(data: bytes, moment: datetime) -> bytes:
    """The same archive with `moment` as the date of every part."""
    stamp = (max(1980, moment.year), moment.month, moment.day, moment.hour, moment.minute, moment.second)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            new.writestr(entry, old.read(name))
    return buffer.getvalue()
