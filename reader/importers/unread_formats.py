"""Formats of other programs that are not read, known so that the user hears what to do."""

from __future__ import annotations

import re

from reader.importers.marked_up_archive import names_in

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how files of Office begin that are no ZIP file
_STREAMS = (("Word 97–2003 (DOC)", "WordDocument"), ("Outlook (MSG)", "__properties_version1.0"))
_OF_2003 = re.compile(rb"[^<]{0,40}(?:<\?[^>]{0,300}\?>\s{0,40}){0,3}<w:wordDocument\s")
_PAGES = "Index/Document.iwa"
_ZIP = b"PK\x03\x04"
_WORDPERFECT = b"\xffWPC"


def unread_format(data: bytes) -> str:
    """The name of the format of a file that begins with `data`, where it is one of these; else nothing."""
    if data.startswith(_COMPOUND):
        return next((name for name, stream in _STREAMS if stream.encode("utf-16-le") in data), "")
    if data.startswith(_WORDPERFECT):
        return "WordPerfect"
    if data.startswith(_ZIP):
        return "Apple Pages" if _PAGES in names_in(data) else ""
    return "Word 2003 XML" if _OF_2003.match(data) else ""
