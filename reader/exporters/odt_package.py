"""The package of an OpenDocument text: its parts with fixed dates, and what they are."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Final
from xml.sax.saxutils import escape

from reader.exporters.odt_styles import NAMESPACES
from reader.exporters.paged import NOT_XML

_TYPE: Final = "application/vnd.oasis.opendocument.text"


def packed(content: str, styles: str, *, title: str, subject: str, moment: datetime, language: str) -> bytes:
    """An .odt file of these parts and properties; the same input, the same bytes."""
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    parts = {
        "content.xml": content,
        "styles.xml": styles,
        "meta.xml": _meta(title, subject, moment, language),
        "META-INF/manifest.xml": _manifest(("content.xml", "styles.xml", "meta.xml")),
    }
    stamp = (max(1980, moment.year), moment.month, moment.day, moment.hour, moment.minute, moment.second)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        # readers know the file by its first part, which is not compressed
        archive.writestr(_entry("mimetype", stamp, zipfile.ZIP_STORED), _TYPE)
        for name, text in parts.items():
            archive.writestr(_entry(name, stamp, zipfile.ZIP_DEFLATED), text.encode("utf-8"))
    return buffer.getvalue()


def _entry(name: str, stamp: tuple[int, int, int, int, int, int], compression: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, stamp)
    entry.compress_type = compression
    entry.external_attr = 0o600 << 16
    entry.create_system = 3
    return entry


def _meta(title: str, subject: str, moment: datetime, language: str) -> str:
    day = f"{moment:%Y-%m-%dT%H:%M:%S}"
    title, subject = (escape(NOT_XML.sub("", words)) for words in (title, subject))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-meta {NAMESPACES} office:version="1.3"><office:meta>'
        f"<meta:generator>Vindplaats</meta:generator><dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject>"
        f"<meta:creation-date>{day}</meta:creation-date><dc:date>{day}</dc:date><dc:language>{language}</dc:language>"
        "</office:meta></office:document-meta>"
    )


def _manifest(names: tuple[str, ...]) -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in names
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
        f' manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3"'
        f' manifest:media-type="{_TYPE}"/>{entries}</manifest:manifest>'
    )
