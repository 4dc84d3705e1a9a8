"""Reading one file into a paper: limits, the choice of importer by content, and what becomes of its text and facts.

What holds several papers (an archive, a message with attachments) is read by reader.importers.several.
"""

from __future__ import annotations

import errno
import hashlib
import re
import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from reader.domain.errors import (
    FileEmpty,
    FileOfOtherFormat,
    FileTooLarge,
    FileUnreadable,
    ImportStopped,
    NotText,
    UnknownXml,
)
from reader.domain.model import Document, Text, new_uid, now
from reader.importers.catalogue import catalogue_facts
from reader.importers.debate_xml import DebateXml
from reader.importers.docx import Docx
from reader.importers.email import Email
from reader.importers.extracted import Cancelled as Cancelled  # these three: also for who reads no file itself
from reader.importers.extracted import Extracted, Importer, Progress
from reader.importers.extracted import Imported as Imported
from reader.importers.extracted import shown_name as shown_name
from reader.importers.html import Html
from reader.importers.html_saved import SavedPage
from reader.importers.language import guess_language
from reader.importers.markdown import Markdown
from reader.importers.odt import Odt
from reader.importers.official_xml import OfficialXml
from reader.importers.pdf import Pdf
from reader.importers.plain_text import PlainText
from reader.importers.rtf import Rtf
from reader.importers.titles import on_one_line, title_of
from reader.importers.unread_formats import unread_format
from reader.text.source import sha256_of

MEGABYTE = 1_000_000
SIZE_LIMIT = 100 * MEGABYTE  # bytes; larger files are refused before they are read
CHUNK = 4 * MEGABYTE  # bytes read between two looks at `cancelled`
READING_SHARE = 0.1  # of the progress: reading the file; the rest is recognition
REFERENCE_LIMIT = 100  # code points of a sender's mark
ADDRESS = re.compile(r"https?://[^\s<>\"]{3,2000}", re.IGNORECASE)
XML = re.compile(rb"[^<]{0,40}<\?xml[\s?]")
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

# The first that accepts a file reads it: the formats that show by their first bytes, then those that show by words
IMPORTERS: tuple[Importer, ...] = (
    Pdf(), Docx(), Odt(), Rtf(), OfficialXml(), DebateXml(), SavedPage(), Email(), Html(), Markdown(), PlainText(),
)  # fmt: skip


def read_file(
    path: Path, *, progress: Progress | None = None, cancelled: Cancelled | None = None, password: str = ""
) -> Imported:
    """The paper in the file at `path`, with the facts a catalogue.toml beside it gives; of an e-mail its message.

    `password` opens a PDF that has one. Raises FileUnreadable, FileTooLarge, FileEmpty, what the importer of its format
    raises, and ImportStopped when `cancelled`.
    """
    report = progress or _ignore
    data = read_bytes(path, lambda share: report(READING_SHARE * share), cancelled or _never)

    def recognising(share: float) -> None:
        if cancelled is not None and cancelled():
            raise ImportStopped(name=shown_name(path))
        report(READING_SHARE + share * (1 - READING_SHARE))

    facts, warnings = catalogue_facts(path)
    imported = read_data(data, shown_name(path), recognising, password=password, catalogued=facts)
    report(1.0)
    return replace(imported, warnings=imported.warnings + warnings)


def read_data(
    data: bytes, name: str, progress: Progress, *, password: str = "", catalogued: Mapping[str, Any] | None = None
) -> Imported:
    """The paper in the bytes of a file called `name`; facts in `catalogued` win over what the paper says.

    `progress` may raise to stop. Raises FileEmpty, FileOfOtherFormat, NotText, UnknownXml and what the importer of
    its format raises.
    """
    if not data:
        raise FileEmpty(name=name)
    if unread := unread_format(data):
        raise FileOfOtherFormat(name=name, format=unread)
    importer = importer_of(data)
    if importer is None:
        raise NotText(name=name)
    if isinstance(importer, Markdown | PlainText) and XML.match(data[:CHUNK].replace(b"\0", b"")):
        raise UnknownXml(name=name)
    if password and isinstance(importer, Pdf):
        importer = replace(importer, password=password)
    extracted = importer.extract(data, name, progress)
    return as_paper(extracted, importer, data, name, catalogued or {})


def as_paper(
    extracted: Extracted, importer: Importer, data: bytes, name: str, catalogued: Mapping[str, Any]
) -> Imported:
    """The paper with this text, which `importer` took from the bytes of a file called `name`.

    Facts in `catalogued`, by the fields of Document, win over what the paper says.
    """
    document = _document(extracted, name, catalogued)
    text = Text(
        document.text_uid,
        document.uid,
        1,
        importer.name,
        extracted.encoding,
        sha256_of(extracted.body),
        extracted.body,
        extracted.structure.to_bytes(),
        importer.media_type,
        data,
        hashlib.sha256(data).hexdigest(),
        document.created_at,
    )
    return Imported(document, text, extracted.warnings)


def importer_of(data: bytes) -> Importer | None:
    """The importer that reads a file of these bytes; None when none does."""
    return next((one for one in IMPORTERS if one.accepts(data[:CHUNK])), None)


def _ignore(_share: float) -> None:
    pass


def _never() -> bool:
    return False


def read_bytes(path: Path, progress: Progress, cancelled: Cancelled) -> bytes:
    """The bytes of the file. Only an ordinary file is opened: a pipe would be waited on for ever.

    Raises FileUnreadable, FileTooLarge, FileEmpty, or ImportStopped when `cancelled`.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FileUnreadable(name=shown_name(path), reason="it is a folder")
        if not stat.S_ISREG(status.st_mode):
            raise FileUnreadable(name=shown_name(path), reason="it is not an ordinary file")
        _check_size(path, status.st_size)
        if not status.st_size:
            raise FileEmpty(name=shown_name(path))
        data = bytearray()
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                if cancelled():
                    raise ImportStopped(name=shown_name(path))
                data += chunk
                _check_size(path, len(data))  # it may be growing
                progress(min(1.0, len(data) / status.st_size))
    except OSError as error:
        raise FileUnreadable(name=shown_name(path), reason=_reason(error)) from error
    return bytes(data)


def _check_size(path: Path, size: int) -> None:
    if size > SIZE_LIMIT:
        raise FileTooLarge(name=shown_name(path), size=-(-size // MEGABYTE), limit=SIZE_LIMIT // MEGABYTE)


def _reason(error: OSError) -> str:
    match error.errno:
        case errno.ENOENT | errno.ENOTDIR:
            return "it is not there"
        case errno.EACCES | errno.EPERM:
            return "you have no permission to read it"
        case errno.EISDIR:
            return "it is a folder"
        case _:
            return error.strerror or str(error)


def _document(extracted: Extracted, name: str, catalogued: Mapping[str, Any]) -> Document:
    """What is known of the paper: what it says of itself, under what the catalogue says."""
    facts = extracted.structure.facts
    date = facts.get("date")
    moment = now()
    document = Document(
        new_uid(),
        title_of(extracted, name),
        new_uid(),
        kind=facts.get("kind") or "other",
        date=date if date and DATE.fullmatch(date) else None,
        dossiers=_several(facts.get("dossiers") or facts.get("dossier")),
        number=on_one_line(facts.get("number", "")) or None,
        chamber=on_one_line(facts.get("chamber", "")) or None,
        session=on_one_line(facts.get("session", "")) or None,
        senders=_several(facts.get("senders") or facts.get("sender")),
        language=facts.get("language") or guess_language(extracted.body),
        source_name=name,
        url=_address(facts.get("url", "")),
        reference=on_one_line(facts.get("reference", ""))[:REFERENCE_LIMIT],
        pages=len(extracted.structure.pages),
        characters=len(extracted.body),
        created_at=moment,
        modified_at=moment,
    )
    return replace(document, **catalogued)


def _address(fact: str) -> str:
    """An address of the web; nothing for anything else a file may name."""
    return fact.strip() if ADDRESS.fullmatch(fact.strip()) else ""


def _several(fact: str | None) -> tuple[str, ...]:
    """A fact of several parts, kept as one string with semicolons."""
    return tuple(part for piece in (fact or "").split(";") if (part := on_one_line(piece)))
