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
_WORD = re.compile(rb"word/[\w.-]{0,40}document[\w.-]{0,10}\.xml|word/styles\.xml|word/_rels/")
_FORMAT = "DOCX"


@dataclass(frozen=True, slots=True)
class Docx:
    """A document of Word or another word processor. Tracked changes are taken as accepted; macros never run."""

    name: str = f"docx {__version__}"
    media_type: str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    def accepts(self, head: bytes) -> bool:
        if head.startswith(_LOCKED):
            return _LOCKED_NAME in head
        return head.startswith(_ZIP) and _WORD.search(head) is not None

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """Raises FileNeedsPassword, FileDamaged, FileTooLarge or NoText."""
        from reader.importers.docx_package import opened_package
        from reader.importers.docx_parts import parts_of

        progress(0.0)
        if data.startswith(_LOCKED):
            raise FileNeedsPassword(name=name)
        left = Left()
        with opened_package(data, name, _FORMAT) as package:
            parts = parts_of(package, left)
            extracted = compose(parts, name, progress, FileFacts(likely=package.facts, encoding=_FORMAT))
        return left.told_in(extracted)
