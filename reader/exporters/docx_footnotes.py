"""Footnotes of a Word document: a part of their own, with the strokes above them, and their styles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

NAMESPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TEXT_STYLE, _SIGN_STYLE = "FootnoteText", "FootnoteReference"
# what Word draws above the notes of a page, and above those that go on from the page before
_SEPARATORS: Final = (("separator", -1), ("continuationSeparator", 0))


class Footnotes:
    """The footnotes of one document, in order."""

    def __init__(self) -> None:
        self._notes: list[str] = []

    def add(self, runs: str) -> str:
        """A footnote of these runs; gives the run with its sign, for the end of what it belongs to."""
        number = len(self._notes) + 1
        self._notes.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{_TEXT_STYLE}"/></w:pPr>'
            f'<w:r><w:rPr><w:rStyle w:val="{_SIGN_STYLE}"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{runs}</w:p></w:footnote>'
        )
        sign = f'<w:footnoteReference w:id="{number}"/>'
        return f'<w:r><w:rPr><w:rStyle w:val="{_SIGN_STYLE}"/></w:rPr>{sign}</w:r>'

    def attach(self, document: WordDocument) -> None:
        """Put the footnotes in the document, which gets their styles; without any it stays as it is."""
        if not self._notes:
            return
        from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        package: Any = document.part.package
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, _xml(self._notes), package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        _name_separators(document)


def add_footnote_styles(document: WordDocument, base: str, points: float) -> None:
    """The styles of footnotes, in the looks of the paragraph style `base`."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    text: Any = document.styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.element.styleId = _TEXT_STYLE
    text.base_style = document.styles[base]
    text.font.size = Pt(points)
    text.paragraph_format.space_before, text.paragraph_format.space_after = Pt(0), Pt(2)
    text.paragraph_format.line_spacing = 1.0
    sign: Any = document.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    sign.element.styleId = _SIGN_STYLE
    sign.font.superscript = True


def _xml(notes: Sequence[str]) -> bytes:
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0" w:after="0"'
        f' w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, number in _SEPARATORS
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<w:footnotes {NAMESPACE}>{separators}{''.join(notes)}</w:footnotes>".encode()


def _name_separators(document: WordDocument) -> None:
    """Name the strokes in the settings of the document, at the place that the standard gives them."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    settings: Any = document.settings.element
    named = "".join(f'<w:footnote w:id="{number}"/>' for _, number in _SEPARATORS)
    made = parse_xml(f"<w:footnotePr {NAMESPACE}>{named}</w:footnotePr>")
    compatibility = settings.find(qn("w:compat"))
    if compatibility is not None:
        compatibility.addprevious(made)
    else:
        settings.append(made)
