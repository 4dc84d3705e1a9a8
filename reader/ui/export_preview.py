"""What the export window shows of an export: made apart from the window, then put on its sheet."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFont, QFontDatabase, QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from reader.domain.errors import ReaderError
from reader.exporters.base import first_shown, preview_html, render
from reader.exporters.formats import Export, Format, Step
from reader.exporters.words import counted
from reader.models.documents import interface_language
from reader.ui.export_choices import FLAT, format_words
from reader.ui.export_parts import table_html
from reader.ui.messages import message_for
from reader.ui.theme import reading_font, scaled

translate = QCoreApplication.translate

MOST_EXCERPTS = 60  # shown in a preview
MOST_LETTERS = 60_000  # of the HTML of a whole paper; more would hold the window up
MOST_PAGES = 4  # of a PDF
MOST_TEXT = 40_000  # characters of a preview as text
MOST_ROWS = 30  # of a table
_IN_PIXELS = re.compile(r"font-size: (\d+)px")
PROSE = ("text",)  # shown in the letters for reading; other text in letters of one width


@dataclass(frozen=True)
class Sheet:
    """A preview: small HTML, or text, or pictures of pages; `told` says below it what is left out.

    `error`: this cannot go out in this format.
    """

    html: str = ""
    text: str = ""
    is_code: bool = False
    wraps: bool = True
    pages: tuple[QImage, ...] = ()
    told: str = ""
    error: ReaderError | None = None


@dataclass(frozen=True)
class SheetWords:
    """What is said in and below a preview; looked up beforehand, because a worker must not ask the translators.

    `nothing`: why there is nothing to show; `shown`: that only the first excerpts are, with {shown}; `rest`, `pages`:
    that the file holds more; `summary`: the head of what cannot be shown, then lines below it.
    """

    nothing: str
    shown: str
    rest: str
    pages: str
    summary: tuple[str, ...]


def sheet_words(parts: Export, chosen: Format) -> SheetWords:
    """The words for a preview of an export; on the main thread."""
    language, nothing = interface_language(), ""
    if chosen.scope == "excerpts" and not parts.excerpts and not parts.options.filter_words:
        nothing = translate("export", "There is nothing to export: nothing is highlighted in this project.")
    elif chosen.scope == "excerpts" and not parts.excerpts:
        nothing = translate("export", "There is nothing to export: no excerpt passes the filter.")
    elif chosen.scope == "paper" and not parts.documents:
        nothing = translate("export", "There is no document in this project yet.")
    excerpts = counted(len(parts.excerpts), "excerpt", language)
    shown = translate("export", "Shown here: the first {shown} of {excerpts}. They all go out.")
    return SheetWords(
        nothing,
        shown.replace("{excerpts}", excerpts),
        translate("export", "The rest is in the file."),
        translate("export", "The other pages with highlights are in the file."),
        (format_words(chosen.name), excerpts, counted(len(parts.documents), "document", language)),
    )


def sheet_of(parts: Export, chosen: Format, words: SheetWords, ground: str, width: int, step: Step) -> Sheet:
    """How an export will look in a format; on any thread. Raises what `step` raises.

    `ground`: the colour behind the heads of a table ("#RRGGBB"); `width`: of a picture of a page, in pixels.
    """
    if words.nothing:
        return Sheet(text=words.nothing)
    try:
        return _sheet(parts, chosen, words, ground, width, step)
    except ReaderError as error:
        return Sheet(error=error)


def _sheet(parts: Export, chosen: Format, words: SheetWords, ground: str, width: int, step: Step) -> Sheet:
    most = MOST_ROWS if chosen.preview == "table" else MOST_EXCERPTS
    told = words.shown.format(shown=most) if chosen.scope == "excerpts" and len(parts.excerpts) > most else ""
    if chosen.preview == "page":
        return Sheet(html=preview_html(parts.excerpts, parts.options, MOST_EXCERPTS), told=told)
    if chosen.preview == "table":
        from reader.exporters.table import table

        rows = ([str(cell) for cell in row] for row in table(_some(parts, chosen.name, most), step))
        return Sheet(html=table_html(rows, ground), wraps=False, told=told)
    if chosen.preview == "text":
        some = _some(parts, chosen.name, most) if chosen.scope == "excerpts" else parts
        text = render(some, chosen.name, step).decode("utf-8-sig", "replace")
        told = words.rest if len(text) > MOST_TEXT else told
        return Sheet(text=text[:MOST_TEXT], is_code=chosen.name not in PROSE, told=told)
    if chosen.preview == "start":
        from reader.exporters import annotated_html_preview

        html, is_all = annotated_html_preview.render_preview(parts, MOST_LETTERS, step)
        return Sheet(html=html, told="" if is_all else words.rest)
    if chosen.preview == "pages":
        from reader.exporters import annotated_pdf_preview

        drawn, is_all = annotated_pdf_preview.render_preview(parts, MOST_PAGES, width, step)
        if drawn:
            form = QImage.Format.Format_RGB32
            pages = tuple(QImage(pixels, wide, high, 4 * wide, form).copy() for wide, high, pixels in drawn)
            return Sheet(pages=pages, told="" if is_all else words.pages)
    return Sheet(html=_summary(parts, words))


def _some(parts: Export, name: str, most: int) -> Export:
    """The export with the excerpts that it begins with."""
    if len(parts.excerpts) <= most:
        return parts
    options = replace(parts.options, grouping="reading") if name in FLAT else parts.options
    return replace(parts, excerpts=first_shown(parts.excerpts, options, most))


def _summary(parts: Export, words: SheetWords) -> str:
    """What a file holds that cannot be shown."""
    head, *lines = (escape(line) for line in words.summary)
    papers = "".join(f"<li>{escape(document.title)}</li>" for document in parts.documents)
    return f"<h3>{head}</h3><p>{'<br>'.join(lines)}</p><ul>{papers}</ul>"


def show_sheet(browser: QTextBrowser, sheet: Sheet) -> None:
    """Put a preview on its sheet; what was scrolled to stays in view where it can."""
    bar = browser.verticalScrollBar()
    place = bar.value()
    wrap = QTextBrowser.LineWrapMode
    browser.setLineWrapMode(wrap.WidgetWidth if sheet.wraps else wrap.NoWrap)
    browser.setFont(_even_font() if sheet.is_code else reading_font(scaled(14)))
    html = _IN_PIXELS.sub(_scaled_size, sheet.html)
    told = f"<p><br>{escape(sheet.told)}</p>" if sheet.told else ""
    if sheet.pages:
        document = browser.document()
        names = [f"page-{number}" for number in range(len(sheet.pages))]
        browser.clear()
        for name, page in zip(names, sheet.pages, strict=True):
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), page)
        pictures = "".join(f'<p style="margin-bottom: 16px"><img src="{name}"></p>' for name in names)
        browser.setHtml(pictures + told)
    elif html:
        browser.setHtml(html + told)
    elif sheet.error is not None:
        browser.setPlainText(message_for(sheet.error))
    else:
        browser.setPlainText(f"{sheet.text}\n\n{sheet.told}" if sheet.told else sheet.text)
    bar.setValue(place)


def _scaled_size(size: re.Match[str]) -> str:
    return f"font-size: {scaled(int(size[1]))}px"


def _even_font() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(scaled(12))
    return font
