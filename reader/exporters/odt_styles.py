"""The styles of the OpenDocument export: those of the Word export, and the automatic ones that its words ask for."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import quoteattr

from reader.domain.dates import Language
from reader.exporters.colours import tint_and_line
from reader.exporters.docx_styles import FONT, HEADER, LINK, PASSAGE_STYLES, RULE, STYLES, TEXT2, Looks
from reader.exporters.paged import LANGUAGES

NAMESPACES: Final = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
    for name, urn in {
        "office": "office", "style": "style", "text": "text", "table": "table", "fo": "xsl-fo-compatible",
        "svg": "svg-compatible", "meta": "meta", "number": "datastyle",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip
# label patterns 1-9: style, type and width of the underline
_LINES: Final = (
    ("solid", "single", "auto"), ("dash", "single", "auto"), ("solid", "double", "auto"), ("dotted", "single", "auto"),
    ("wave", "single", "auto"), ("long-dash", "single", "auto"), ("dot-dash", "single", "auto"),
    ("dash", "single", "bold"), ("dotted", "single", "bold"),
)  # fmt: skip
_OWN_STYLES: Final[dict[str, Looks]] = {
    "Footnote": ("Normal", 8.5, False, TEXT2, 0, 2, 1.0, False),
    "Contents Heading": PASSAGE_STYLES["TOC Heading"],
    "Contents 1": PASSAGE_STYLES["toc 1"],
}
_NOT_HERE: Final = ("TOC Heading", "toc 1")
# how a reader makes the table of contents anew when the user asks for it
CONTENTS_SOURCE: Final = (
    '<text:table-of-content-source text:outline-level="1"><text:table-of-content-entry-template text:outline-level="1"'
    ' text:style-name="Contents_20_1"><text:index-entry-link-start/><text:index-entry-text/>'
    '<text:index-entry-tab-stop style:type="right" style:leader-char="."/><text:index-entry-page-number/>'
    "<text:index-entry-link-end/></text:table-of-content-entry-template></text:table-of-content-source>"
)
_OUTLINE: Final = {"Heading 1": 1}


def style_name(name: str) -> str:
    """The name by which a style is used; "Heading 1" is written "Heading_20_1"."""
    return "Standard" if name == "Normal" else name.replace(" ", "_20_")


class AutomaticStyles:
    """The styles that single words and paragraphs ask for; each is made once."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str, str], str] = {}

    def paragraph(self, parent: str, properties: str) -> str:
        """The name of a style that differs from `parent` (as used) by these properties."""
        return self._name("paragraph", parent, f"<style:paragraph-properties {properties}/>") if properties else parent

    def text(self, properties: str) -> str:
        """The name of a style of words with these properties."""
        return self._name("text", "", f"<style:text-properties {properties}/>")

    def xml(self) -> str:
        return "".join(
            f"<style:style style:name={quoteattr(name)} style:family={quoteattr(family)}"
            + (f" style:parent-style-name={quoteattr(parent)}" if parent else "")
            + f">{content}</style:style>"
            for (family, parent, content), name in self._names.items()
        )

    def _name(self, family: str, parent: str, content: str) -> str:
        key = (family, parent, content)
        return self._names.setdefault(key, f"{family[0].upper()}{len(self._names) + 1}")


def label_properties(hue: int, pattern: int) -> str:
    """Tint and line of a label."""
    tint, colour = tint_and_line(hue)
    line, kind, width = _LINES[(pattern - 1) % len(_LINES)]
    return (
        f'fo:background-color="{tint}" style:text-underline-style="{line}" style:text-underline-type="{kind}"'
        f' style:text-underline-width="{width}" style:text-underline-color="{colour}"'
    )


def language_properties(tag: str) -> str:
    """A language by its tag, such as "nl-BE"."""
    language, _, rest = tag.partition("-")
    country = rest if len(rest) == 2 and rest.isupper() else "none"
    return f'fo:language="{language}" fo:country="{country}" style:rfc-language-tag="{tag}"'


def styles_xml(language: Language, footer: str) -> str:
    """The part of a document that has its styles, its page, and its footer (as XML)."""
    looks = {name: look for name, look in (STYLES | PASSAGE_STYLES | _OWN_STYLES).items() if name not in _NOT_HERE}
    code, country = LANGUAGES[language].split("-")
    styles = "".join(_style(name, look) for name, look in looks.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles {NAMESPACES} office:version="1.3">'
        f"{font_faces()}<office:styles>"
        '<style:default-style style:family="paragraph"><style:paragraph-properties style:tab-stop-distance="1.25cm"'
        ' fo:hyphenation-ladder-count="no-limit"/>'
        f'<style:text-properties style:font-name="{FONT}" fo:font-size="10.5pt" fo:language="{code}"'
        f' fo:country="{country}" fo:hyphenate="false"/></style:default-style>'
        '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/>'
        f"</style:default-style>{styles}"
        '<style:style style:name="Footnote_20_Symbol" style:display-name="Footnote Symbol" style:family="text">'
        '<style:text-properties style:text-position="super 62%"/></style:style>'
        '<style:style style:name="Footnote_20_anchor" style:display-name="Footnote anchor" style:family="text">'
        '<style:text-properties style:text-position="super 62%"/></style:style>'
        '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text">'
        f'<style:text-properties fo:color="#{LINK}"/></style:style>'
        '<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>'
        '<text:notes-configuration text:note-class="footnote" text:citation-style-name="Footnote_20_Symbol"'
        ' text:citation-body-style-name="Footnote_20_anchor" text:default-style-name="Footnote"'
        ' style:num-format="1" style:num-suffix=" " text:start-value="0"'
        ' text:footnotes-position="page" text:start-numbering-at="document"/>'
        "</office:styles><office:automatic-styles>"
        '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"'
        ' style:print-orientation="portrait" fo:margin-top="2.3cm" fo:margin-bottom="1.1cm" fo:margin-left="2.3cm"'
        ' fo:margin-right="2.3cm"><style:footnote-sep style:width="0.018cm" style:rel-width="25%"'
        f' style:color="#{RULE}" style:line-style="solid" style:adjustment="left" style:distance-before-sep="0.2cm"'
        ' style:distance-after-sep="0.15cm"/></style:page-layout-properties>'
        '<style:footer-style><style:header-footer-properties fo:min-height="1.1cm" fo:margin-top="0.5cm"/>'
        "</style:footer-style></style:page-layout></office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:footer>'
        f"{footer}</style:footer></style:master-page></office:master-styles></office:document-styles>"
    )


def font_faces() -> str:
    return (
        f'<office:font-face-decls><style:font-face style:name="{FONT}" svg:font-family="{FONT}"'
        ' style:font-family-generic="roman" style:font-pitch="variable"/></office:font-face-decls>'
    )


def table_styles(half: str) -> str:
    """The automatic styles of tables of two columns of this width (with its unit)."""
    line = f"0.5pt solid #{RULE}"
    padding = 'fo:padding-left="0.25cm" fo:padding-right="0.25cm" fo:padding-top="0.15cm" fo:padding-bottom="0.1cm"'
    return (
        '<style:style style:name="Pairs" style:family="table"><style:table-properties style:width="16.4cm"'
        ' table:align="left" fo:margin-top="0.1cm" table:border-model="collapsing"/></style:style>'
        '<style:style style:name="Pairs.A" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{half}"/></style:style>'
        '<style:style style:name="Pairs.Whole" style:family="table-row">'
        '<style:table-row-properties fo:keep-together="always"/></style:style>'
        '<style:style style:name="Pairs.Cell" style:family="table-cell">'
        f'<style:table-cell-properties {padding} fo:border="{line}" style:vertical-align="top"/></style:style>'
        '<style:style style:name="Pairs.Head" style:family="table-cell">'
        f'<style:table-cell-properties {padding} fo:border="{line}" fo:background-color="#{HEADER}"/></style:style>'
    )


def _style(name: str, looks: Looks) -> str:
    base, points, bold, colour, before, after, spacing, kept = looks
    used = style_name(name)
    parent = f' style:parent-style-name="{style_name(base)}"' if base else ""
    level = f' style:default-outline-level="{_OUTLINE[name]}"' if name in _OUTLINE else ""
    paragraph = (
        f'fo:margin-top="{before}pt" fo:margin-bottom="{after}pt" fo:line-height="{spacing:.0%}"'
        f' fo:keep-with-next="{"always" if kept else "auto"}" fo:orphans="2" fo:widows="2"'
    )
    inside = ""
    if name in ("Excerpt note", "Check quote"):
        paragraph += (
            f' fo:margin-left="0.1cm" fo:padding-left="0.2cm" fo:border-left="1.5pt solid #{RULE}"'
            ' fo:border-top="none" fo:border-right="none" fo:border-bottom="none"'
        )
    if name == "Excerpt side":
        paragraph += (
            f' fo:padding-top="0.14cm" fo:border-top="0.5pt solid #{RULE}" fo:border-left="none"'
            ' fo:border-right="none" fo:border-bottom="none" style:join-border="false"'
        )
    if name in ("Footer", "Contents 1"):
        leader = ' style:leader-style="dotted" style:leader-text="."' if name != "Footer" else ""
        tab = f'<style:tab-stop style:position="16.4cm" style:type="right"{leader}/>'
        inside = f"<style:tab-stops>{tab}</style:tab-stops>"
    return (
        f'<style:style style:name="{used}" style:display-name={quoteattr(name)} style:family="paragraph"{parent}'
        f'{level} style:class="text"><style:paragraph-properties {paragraph}>{inside}</style:paragraph-properties>'
        f'<style:text-properties fo:font-size="{points}pt" fo:font-weight="{"bold" if bold else "normal"}"'
        f' fo:color="#{colour}"/></style:style>'
    )
