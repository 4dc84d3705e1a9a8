"""XML read safely: no entities, no document types, no network; and repair of characters that were encoded twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from typing import Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]

from reader.domain.errors import FileDamaged, FileTooLarge
from reader.text.source import decoded_as

MEGABYTE = 1_000_000
LARGEST = 60 * MEGABYTE  # bytes of markup; larger files are refused before they are parsed
_DECLARED = re.compile(rb"""^[^<]*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})["']""")
_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_META = 8000  # bytes in which a page says its encoding
_DECLARATION = re.compile(r"^<\?xml\b[^>]{0,300}\?>")
_FORBIDDEN = re.compile(r"<!ENTITY|<!DOCTYPE[^>\[]{0,2000}\[", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]{0,2000}>", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30};)")
_OF_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u20ac\u2122]{1,3}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_MARK_TWICE = "\u00ef\u00bb\u00bf"  # a byte order mark that was encoded twice
_LEAST_TWICE, _SHARE_TWICE = 2, 0.7

Element: TypeAlias = Any  # of lxml, which tells no types


def parse(text: str, name: str, format_name: str = "XML", *, deep: bool = False) -> Element:
    """The root element of `text`. Raises FileDamaged for what is no well-formed XML or declares entities.

    `deep`: elements may stand deeper than 256 in each other (to 2,048), and one text may be longer than 10 MB.
    """
    text = text[max(0, text.find("<")) :]
    if len(text) > LARGEST:
        raise FileTooLarge(name=name, size=-(-len(text) // MEGABYTE), limit=LARGEST // MEGABYTE)
    if _FORBIDDEN.search(text):
        raise FileDamaged(name=name, format=format_name)
    text = _NAMED.sub(_character, _CONTROLS.sub("", _DOCTYPE.sub("", _DECLARATION.sub("", text, count=1), count=1)))
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=deep,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FileDamaged(name=name, format=format_name) from error
    if root is None:
        raise FileDamaged(name=name, format=format_name)
    return root


def read_xml(data: bytes, name: str) -> tuple[Element, str, tuple[str, ...]]:
    """The root of a file, its encoding, and the English sentences on what was repaired or lost in it.

    It may be encoded twice by a tool on its way: that is undone. Raises FileDamaged or FileTooLarge.
    """
    text, encoding = decoded_xml(data)
    text, twice = repaired(text)
    warnings = [f"{twice} characters were encoded twice and have been repaired."] if twice else []
    if lost := text.count("\ufffd"):
        warnings.append(f"{lost} characters could not be read.")
    return parse(text, name), encoding, tuple(warnings)


def parse_part(data: bytes, name: str, format_name: str) -> Element | None:
    """The root of a part of an archive, which is XML of itself; None for an empty part. Raises FileDamaged."""
    if not data.strip():
        return None
    return parse(decoded_xml(data)[0], name, format_name)


def parse_html(text: str, name: str) -> Element:
    """The root of a page, also of one that is not well made. Raises FileDamaged for one nested too deep, or empty."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    text = _CONTROLS.sub("", _DECLARATION.sub("", text.lstrip(), count=1))
    try:
        root = etree.fromstring(text.encode("utf-8"), parser) if text.strip() else None
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FileDamaged(name=name, format="HTML") from error
    if root is None or any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise FileDamaged(name=name, format="HTML")
    return root


def decoded_html(data: bytes) -> tuple[str, str]:
    """The characters of a page and the name of their encoding, as a mark says, or UTF-8, or as the page says."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data.startswith(b"\xef\xbb\xbf"):
        return decoded_xml(data)
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        declared = _CHARSET.search(data[:_META])
    codec = declared[1].decode("ascii").lower() if declared else "cp1252"
    if codec in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii", "utf-8", "utf8", "windows-1252"):
        codec = "cp1252"  # as every browser takes these names
    try:
        return decoded_as(data, codec, "replace"), codec.upper().replace("CP1252", "Windows-1252")
    except (LookupError, ValueError):
        return data.decode("cp1252", "replace"), "Windows-1252"


def decoded_xml(data: bytes) -> tuple[str, str]:
    """The characters of an XML file and the name of their encoding, as a mark or the file says; else UTF-8."""
    for mark, codec, shown in (
        (b"\xef\xbb\xbf", "utf-8", "UTF-8 with BOM"),
        (b"\xff\xfe", "utf-16-le", "UTF-16 LE"),
        (b"\xfe\xff", "utf-16-be", "UTF-16 BE"),
        (b"<\x00?\x00", "utf-16-le", "UTF-16 LE"),
        (b"\x00<\x00?", "utf-16-be", "UTF-16 BE"),
    ):
        if data.startswith(mark):
            return data.decode(codec, "replace").removeprefix("\ufeff"), shown
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        declared = _DECLARED.match(data[:1000])
        codec = declared[1].decode("ascii") if declared else "cp1252"
        codec = "cp1252" if codec.lower() in ("utf-8", "utf8", "iso-8859-1", "latin-1", "latin1", "us-ascii") else codec
    try:
        return decoded_as(data, codec, "replace"), codec.upper().replace("CP1252", "Windows-1252")
    except (LookupError, ValueError):
        return data.decode("cp1252", "replace"), "Windows-1252"


def repaired(text: str) -> tuple[str, int]:
    """The text with the characters that were encoded twice ("Ã©Ã©n") as they were meant, and their number.

    Only a text in which nearly all signs beyond ASCII look so is changed.
    """
    if not (text.startswith(_MARK_TWICE) or "\u00c2" in text or "\u00c3" in text or "\u00e2\u20ac" in text):
        return text, 0
    total = 0
    while True:
        found = [match[0] for match in _TWICE.finditer(text) if _once(match[0]) != match[0]]
        covered = sum(map(len, found))
        if len(found) < _LEAST_TWICE or covered < _SHARE_TWICE * len(_NOT_ASCII.findall(text)):
            return text.removeprefix("\ufeff"), total
        total += len(found)
        text = _TWICE.sub(lambda match: _once(match[0]), text)


def _once(signs: str) -> str:
    """What the bytes of `signs` in Windows-1252 are in UTF-8; a part that is nothing in it stays."""
    try:
        data = b"".join(sign.encode("latin-1") if sign < "\u0100" else sign.encode("cp1252") for sign in signs)
    except UnicodeEncodeError:
        return signs
    for end in range(len(data), 1, -1):
        try:
            return data[:end].decode("utf-8") + signs[end:]
        except UnicodeDecodeError:
            continue
    return signs


def _character(match: re.Match[str]) -> str:
    return match[0] if match[1] in _OF_XML else html5.get(match[1], match[0])


def local_name(element: Element) -> str:
    """The name of an element without its namespace; nothing for what is no element, such as a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """The attribute `name` of whatever namespace; nothing when it is absent."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def children(element: Element) -> Iterator[tuple[str, Element]]:
    """The elements in `element` with their local names, in order."""
    for child in element:
        name = local_name(child)
        if name:
            yield name, child
