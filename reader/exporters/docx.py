"""Excerpts as a Word document: real styles, question beside answer in a table, page numbers, language."""

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
from reader.exporters.composition import Cell, Composition, Group, Pairs, Row
from reader.exporters.docx_styles import HEADER, LANGUAGES, RULE, WIDTH, set_styles
from reader.exporters.words import word

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

_NAMESPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_TEXT: Final = 1_000_000  # characters; the XML parser refuses a text of more than ten million bytes
_SHORT_ROW: Final = 1200  # characters of a row that is kept on one page


def render(composition: Composition) -> bytes:
    """The composition as a .docx file; the same composition gives the same bytes."""
    from docx import Document
    from docx.oxml import parse_xml

    options = composition.options
    document = Document()
    set_styles(document, options.language)
    styles = {str(style.name): str(style.style_id) for style in document.styles}
    writer = _Writer(styles, options.language)
    section: Any = document.element.body.sectPr
    fragment = parse_xml(f"<w:body {_NAMESPACE}>{''.join(writer.whole(composition))}</w:body>")
    for element in list(fragment):
        section.addprevious(element)
    _set_footer(document, writer, options.title, options.language)
    _set_properties(document, composition)
    buffer = io.BytesIO()
    document.save(buffer)
    return _with_fixed_dates(buffer.getvalue(), options.moment)


class _Writer:
    """Makes WordprocessingML; it knows the ids of the styles and the language of the document."""

    def __init__(self, styles: dict[str, str], language: Language) -> None:
        self._styles = styles
        self._language = language

    def whole(self, composition: Composition) -> Iterator[str]:
        yield self.paragraph("Title", _text(composition.options.title))
        for fact in composition.facts:
            yield self.paragraph("Subtitle", _text(fact))
        if not composition.groups:
            yield self.paragraph("Normal", _text(word("none", self._language)), before=14)
        for group in composition.groups:
            yield from self._group(group)

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

    def _group(self, group: Group) -> Iterator[str]:
        if group.heading:
            yield self.paragraph("Heading 1", _text(group.heading))
        if group.description:
            yield self.paragraph("Excerpt about", _runs(group.description))
        after_table = False
        for number, item in enumerate(group.items):
            if isinstance(item, Pairs):
                if number or not group.heading:
                    yield self.paragraph("Normal", "", after=4)
                yield self._table(item)
                after_table = True
            else:
                yield from self._cell(item.cell, before=14 if number or after_table or not group.heading else 3)
                after_table = False
        if after_table:
            yield self.paragraph("Normal", "", after=0)

    def _cell(self, cell: Cell, *, before: float | None = None, alone: bool = True) -> Iterator[str]:
        """A passage; `alone` is one outside a table: in a table, Word would keep whole rows with the next."""
        language = LANGUAGES.get(cell.language, cell.language)
        if language == LANGUAGES[self._language] or not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?", language):
            language = ""
        for number, words in enumerate(cell.paragraphs):
            runs = "".join(_text(part, language=language, raised=is_marker) for part, is_marker in words)
            last = number == len(cell.paragraphs) - 1
            yield self.paragraph("Quote", runs, kept=alone and last, before=before if number == 0 else None)
        where = _text(f" ({cell.where})") if cell.where else ""
        yield self.paragraph(
            "Excerpt citation", _runs(cell.citation) + where, kept=alone and bool(cell.labels or cell.note)
        )
        if cell.labels:
            name = word("labels" if len(cell.labels) > 1 else "label", self._language)
            chips = _text(" ").join(
                _text(f"\u00a0{label.name}\u00a0", hue=label.hue, pattern=label.pattern) for label in cell.labels
            )
            yield self.paragraph("Excerpt labels", _text(f"{name}: ") + chips, kept=alone and bool(cell.note))
        for number, line in enumerate(cell.note):
            lead = f"{word('note', self._language)}: " if number == 0 else ""
            yield self.paragraph("Excerpt note", _text(lead + line))

    def _table(self, pairs: Pairs) -> str:
        half = WIDTH // 2
        head = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{half}" w:type="dxa"/>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{HEADER}"/></w:tcPr>'
            f"{self.paragraph('Excerpt heading', _text(heading))}</w:tc>"
            for heading in (pairs.left_heading, pairs.right_heading)
        )
        borders = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        margins = "".join(
            f'<w:{side} w:w="{width}" w:type="dxa"/>'
            for side, width in (("top", 85), ("left", 142), ("bottom", 57), ("right", 142))
        )
        rows = "".join(self._row(pairs.rows, index, half) for index in range(len(pairs.rows)))
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{2 * half}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
            ' w:noHBand="1" w:noVBand="1"/>'
            f'</w:tblPr><w:tblGrid><w:gridCol w:w="{half}"/><w:gridCol w:w="{half}"/></w:tblGrid>'
            f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
        )

    def _row(self, rows: Sequence[Row], index: int, half: int) -> str:
        row = rows[index]
        cells = []
        for side in ("left", "right"):
            cell: Cell | None = getattr(row, side)
            following: Cell | None = getattr(rows[index + 1], side) if index + 1 < len(rows) else row.left
            merge = "<w:vMerge/>" if cell is None else '<w:vMerge w:val="restart"/>' if following is None else ""
            paragraphs = "".join(self._cell(cell, alone=False)) if cell is not None else self.paragraph("Quote", "")
            if row.note and (side == "right" or row.right is None):
                paragraphs += self.paragraph(
                    "Excerpt note", _text(f"{word('note-to-link', self._language)}: {row.note}")
                )
            cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{half}" w:type="dxa"/>{merge}</w:tcPr>{paragraphs}</w:tc>')
        kept = "<w:trPr><w:cantSplit/></w:trPr>" if _length(row) <= _SHORT_ROW else ""
        return f"<w:tr>{kept}{''.join(cells)}</w:tr>"


def _length(row: Row) -> int:
    return max(
        sum(len(words) for paragraph in cell.paragraphs for words, _ in paragraph) if cell is not None else 0
        for cell in (row.left, row.right)
    )


def _text(
    words: str, *, italic: bool = False, raised: bool = False, language: str = "", hue: int = 0, pattern: int = 0
) -> str:
    """A run of text; characters that XML cannot hold are left out."""
    properties = "<w:i/>" if italic else ""
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
    words = _NOT_XML.sub("", words)
    texts = "".join(
        f'<w:t xml:space="preserve">{escape(words[start : start + _LONGEST_TEXT])}</w:t>'
        for start in range(0, len(words), _LONGEST_TEXT)
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{texts}</w:r>"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(_text(run.text, italic=run.italic) for run in runs)


def _set_footer(document: WordDocument, writer: _Writer, title: str, language: Language) -> None:
    """The title at the left, "pagina n van m" at the right."""
    from docx.oxml import parse_xml

    words = word("page-of", language)
    parts = re.split(r"(\{page\}|\{pages\})", words)
    fields = {"{page}": " PAGE ", "{pages}": " NUMPAGES "}
    numbering = "".join(
        f'<w:fldSimple w:instr="{fields[part]}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        if part in fields
        else _text(part)
        for part in parts
        if part
    )
    shown = title if len(title) <= 80 else title[:79].rstrip() + "…"
    paragraph = writer.paragraph("Footer", f"{_text(shown)}<w:r><w:tab/></w:r>{numbering}")
    paragraph = paragraph.replace("<w:p>", f"<w:p {_NAMESPACE}>", 1)
    footer: Any = document.sections[0].footer
    footer.is_linked_to_previous = False
    for old in list(footer._element):
        footer._element.remove(old)
    footer._element.append(parse_xml(paragraph))


def _set_properties(document: WordDocument, composition: Composition) -> None:
    options = composition.options
    moment = (
        options.moment.astimezone(UTC).replace(tzinfo=None, microsecond=0) if options.moment.tzinfo else options.moment
    )
    properties = document.core_properties
    properties.title = _NOT_XML.sub("", options.title)[:255]
    properties.subject = _NOT_XML.sub("", " · ".join(composition.facts))[:255]
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.language = LANGUAGES[options.language]
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
