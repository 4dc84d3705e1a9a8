"""What the REFI-QDA files are made of: identities, moments, elements, and a ZIP file that is always the same."""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias

from lxml import etree  # type: ignore[import-untyped]

ORIGIN: Final = "Vindplaats"  # tells a reader that offsets are code points of the text file, as the standard says
_NAMESPACE: Final = uuid.UUID("6f0c7f52-6a4e-5d0b-9d0e-5a4b0a7c9e11")  # of identities that are made from names
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_OLDEST_IN_ZIP = (1980, 1, 1, 0, 0, 0)
_READABLE_BY_ALL = 0o644 << 16
_UNIX = 3

Element: TypeAlias = Any  # of lxml, which tells no types


def guid_of(uid: str) -> str:
    """The identity of a thing as a GUID: itself, as nearly always, else one that is made from it."""
    with suppress(ValueError):
        if len(uid) == 36:
            return str(uuid.UUID(uid))
    return made_guid("uid", uid)


def made_guid(*names: str) -> str:
    """The GUID of what has no identity of its own in a project; the same names always give the same one."""
    return str(uuid.uuid5(_NAMESPACE, "\x1f".join(names).encode("utf-8", "replace").decode("utf-8")))


def clean(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def named(name: str) -> str:
    """A name where the standard demands one, also for what has none."""
    return clean(name) or "–"


def root(namespace: str, tag: str, /, **attributes: str) -> Element:
    """The outermost element of a file, with its namespace as the default one."""
    element = etree.Element(f"{{{namespace}}}{tag}", nsmap={None: namespace})
    return _with(element, attributes)


def add(parent: Element, tag: str, text: str = "", /, **attributes: str) -> Element:
    """A new last child in the namespace of its parent; an attribute without a value is left out."""
    namespace = etree.QName(parent).namespace
    element = _with(etree.SubElement(parent, f"{{{namespace}}}{tag}"), attributes)
    if text:
        element.text = clean(text)
    return element


def moment(known: str) -> str:
    """A moment of a project as XML has it; nothing for what is none."""
    return known if _MOMENT.fullmatch(known) else ""


def moment_of(when: datetime) -> str:
    """A moment as XML has it, in UTC."""
    return when.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def written(element: Element) -> bytes:
    """The whole file, in UTF-8."""
    data: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return data


def packed(files: Iterable[tuple[str, bytes]], when: datetime) -> bytes:
    """A ZIP file of these paths and contents, all with the same date, so that the same input gives the same bytes."""
    day = when.astimezone(UTC)
    stamp = max(_OLDEST_IN_ZIP, (day.year, day.month, day.day, day.hour, day.minute, day.second))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files:
            entry = zipfile.ZipInfo(path, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = _UNIX, _READABLE_BY_ALL  # whatever system writes it
            archive.writestr(entry, data)
    return target.getvalue()


def _with(element: Element, attributes: dict[str, str]) -> Element:
    for name, value in attributes.items():
        if value:
            element.set(name, clean(value))
    return element
