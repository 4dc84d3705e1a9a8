"""The styles of the Word export: a document whose looks are changed by changing its styles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from reader.exporters.docx_footnotes import add_footnote_styles
from reader.exporters.paged import LANGUAGES

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

FONT: Final = "Cambria"  # comes with Word on Windows and macOS; LibreOffice brings a metric twin
TEXT, TEXT2, RULE, HEADER = "1F1E1B", "55534D", "86827A", "ECEAE4"
WIDTH: Final = 9298  # of the text on the page, in twentieths of a point: A4 with margins of 2.3 cm
LANDSCAPE_WIDTH: Final = 15024  # the same of a page on its side with margins of 1.6 cm

# based on, points, bold, colour, space before, space after, line spacing, kept with the next paragraph
Looks = tuple[str | None, float, bool, str, float, float, float, bool]

STYLES: Final[dict[str, Looks]] = {
    "Normal": (None, 10.5, False, TEXT, 0, 4, 1.2, False),
    "Title": ("Normal", 20, True, TEXT, 0, 2, 1.1, True),
    "Subtitle": ("Normal", 10, False, TEXT2, 0, 1, 1.2, False),
    "Heading 1": ("Normal", 13.5, True, TEXT, 22, 3, 1.15, True),
    "Quote": ("Normal", 10.5, False, TEXT, 0, 3, 1.2, False),
    "Footer": ("Normal", 8.5, False, TEXT2, 0, 0, 1.0, False),
    "Excerpt about": ("Normal", 9.5, False, TEXT2, 0, 7, 1.2, True),
    "Excerpt heading": ("Normal", 9.5, True, TEXT, 2, 2, 1.15, True),
    "Excerpt citation": ("Normal", 9, False, TEXT2, 0, 3, 1.2, False),
    "Excerpt labels": ("Normal", 9, False, TEXT2, 0, 3, 1.2, False),
    "Excerpt note": ("Normal", 9, False, TEXT2, 2, 4, 1.2, False),
}
PASSAGE_STYLES: Final[dict[str, Looks]] = {
    "TOC Heading": ("Normal", 11.5, True, TEXT, 16, 4, 1.15, True),
    "toc 1": ("Normal", 10, False, TEXT, 0, 3, 1.15, False),
    "Excerpt side": ("Excerpt heading", 9.5, True, TEXT, 10, 3, 1.15, True),
    "Excerpt context": ("Normal", 9, False, TEXT2, 0, 3, 1.2, False),
    "Excerpt warning": ("Normal", 9, True, TEXT, 0, 3, 1.2, False),
    "Excerpt author": ("Normal", 9, False, TEXT2, 0, 3, 1.2, False),
    "Check paper": ("Normal", 10, False, TEXT, 7, 1, 1.2, False),
    "Check hash": ("Normal", 8, False, TEXT2, 0, 1, 1.2, False),
    "Check quote": ("Excerpt note", 9, False, TEXT, 2, 2, 1.2, False),
}
LINK: Final = "0B4B55"


def add_passage_styles(document: WordDocument, language: str) -> None:
    """All styles of an export of excerpts; beside those of every export: context, names, check, footnotes, links."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import RGBColor, Twips

    entry: Any = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    entry.element.styleId = "TOC1"  # by which Word knows it when the table is updated
    set_styles(document, language, PASSAGE_STYLES)
    entry.paragraph_format.tab_stops.add_tab_stop(Twips(WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    _add_stroke(document.styles["Excerpt side"], "top", 4, 4)
    add_footnote_styles(document, "Excerpt citation", 8.5)
    link: Any = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb = RGBColor.from_string(LINK)


def set_styles(
    document: WordDocument, language: str, more: Mapping[str, Looks] | None = None, *, landscape: bool = False
) -> None:
    """Give the document its styles and `more` by name, its language and an A4 page, upright or on its side."""
    from docx.enum.section import WD_ORIENT
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor, Twips

    styles = document.styles
    for name, (base, points, bold, colour, before, after, spacing, kept) in (STYLES | dict(more or {})).items():
        style: Any = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        properties = style.element.get_or_add_pPr()
        for child in list(properties):
            if child.tag in (qn("w:pBdr"), qn("w:contextualSpacing"), qn("w:numPr"), qn("w:tabs")):
                properties.remove(child)
        run_properties = style.element.get_or_add_rPr()
        for child in list(run_properties):
            run_properties.remove(child)
        if base is not None:
            style.base_style = styles[base]
        fonts = run_properties.get_or_add_rFonts()
        for attribute in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            fonts.set(qn(attribute), FONT)
        style.font.size = Pt(points)
        style.font.bold = bold
        style.font.italic = False
        style.font.color.rgb = RGBColor.from_string(colour)
        style.quick_style = True
        paragraph = style.paragraph_format
        paragraph.space_before, paragraph.space_after = Pt(before), Pt(after)
        paragraph.line_spacing = spacing
        paragraph.keep_with_next = kept
        paragraph.widow_control = True
    note: Any = styles["Excerpt note"]
    note.paragraph_format.left_indent = Cm(0.3)
    _add_stroke(note, "left", 12, 6)
    footer: Any = styles["Footer"]
    footer.paragraph_format.tab_stops.add_tab_stop(
        Twips(LANDSCAPE_WIDTH if landscape else WIDTH), WD_TAB_ALIGNMENT.RIGHT
    )
    _set_language(document, LANGUAGES[language])
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2.2)
    section.footer_distance = Cm(1.1)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(1.6)
        section.footer_distance = Cm(0.8)


def _add_stroke(style: Any, side: str, eighths: int, space: int) -> None:
    """A stroke beside or above the paragraphs of a style: its width in eighths of a point, its distance in points."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    stroke = f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{RULE}"/>'
    style.element.get_or_add_pPr().insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}>{stroke}</w:pBdr>"),
        *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"),
    )


def _set_language(document: WordDocument, tag: str) -> None:
    from docx.oxml.ns import qn

    defaults = document.styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")) if defaults is not None else ():
        language.set(qn("w:val"), tag)
        language.set(qn("w:eastAsia"), tag)
    for language in document.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), tag)
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":  # else Word opens it as a document of an older Word
            setting.set(qn("w:val"), "15")
