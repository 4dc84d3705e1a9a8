"""The importer of Word documents (DOCX)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader import __version__
from reader.domain.errors import FileNeedsPassword
from reader.importers.extracted import Extracted, Progress
from reader.importers.marked_up import FileFacts, compose
from reader.importers.marked_up_left import Left

_ZIP = b"PK\x03\x04"
_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # how a file begins that Office has protected with a password
_LOCKED_NAME = "EncryptedPackage".encode("utf-16-le")
_WORD = re.compile(r"word/[\w.-]{0,40}document[\w.-]{0,10}\.xml|word/styles\.xml|word/_rels/")
_FIRST = re.compile(r"\[Content_Types\]\.xml|(?:_rels|docProps|word|customXml|\[trash\])/")  # of the parts of a file
_OPENING = rb"[^<]{0,40}(?:<\?[^>]{0,300}\?>\s{0,40}){0,3}"
_FLAT = re.compile(_OPENING + rb"<pkg:package\s")
_FORMAT = "DOCX"


@dataclass(frozen=True, slots=True)
class Docx:
    """A document of Word or another word processor. Tracked changes are taken as accepted; macros never run."""

    name: str = f"docx {__version__}"
    media_type: str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def accepts(self, head: bytes) -> bool:
        if _is_locked(head):
            return True
        if head.startswith(_ZIP):
            return _is_word(head)
        return _FLAT.match(head) is not None and _WORD.search(head.decode("latin-1")) is not None

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """Raises FileNeedsPassword, FileDamaged, FileTooLarge or NoText."""
        from reader.importers.docx_package import opened_package, packed
        from reader.importers.docx_parts import parts_of

        progress(0.0)
        if _is_locked(data):
            raise FileNeedsPassword(name=name)
        if _FLAT.match(data):
            data = packed(data, name, _FORMAT)
        left = Left()
        with opened_package(data, name, _FORMAT) as package:
            parts = parts_of(package, left)
            extracted = compose(parts, name, progress, FileFacts(likely=package.facts, encoding=_FORMAT))
        return left.told_in(extracted)


def _is_locked(data: bytes) -> bool:
    return data.startswith(_LOCKED) and _LOCKED_NAME in data


def _is_word(head: bytes) -> bool:
    """Whether a ZIP file is a document, and not an archive that holds documents as they are."""
    from reader.importers.marked_up_archive import names_in

    names = names_in(head)
    if len(names) > 1:
        return any(map(_WORD.match, names))
    return _FIRST.match("".join(names)) is not None and _WORD.search(head.decode("latin-1")) is not None
