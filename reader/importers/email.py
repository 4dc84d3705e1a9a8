"""The importer of e-mail (.eml): the message as a paper of its own; the files attached to it are papers too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader import __version__
from reader.domain.errors import FileDamaged, FileTooLarge, NoText, ReaderError
from reader.importers.extracted import Extracted, Progress

if TYPE_CHECKING:
    from reader.importers.email_message import Mail

MEGABYTE = 1_000_000
LARGEST = 100 * MEGABYTE  # bytes of a message with all that is attached to it
_HEAD = 32_000  # bytes
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}):[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")
_TECHNICAL = frozenset({b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"content-type"})
_NAMED = frozenset({b"from", b"to", b"subject", b"date"})
_LEAST_NAMED = 2
_COUNT = re.compile(rb"\d{1,9}[ \t]*\r?\n")
_EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Email:
    """A message saved by a mail program. Nothing it refers to is fetched; its attachments: `attachments`."""

    name: str = f"email {__version__}"
    media_type: str = "message/rfc822"

    def accepts(self, head: bytes) -> bool:
        """Whether it begins with fields that only a real message has; a printed one has "From:" and "To:" too."""
        opening = head[:_HEAD].lstrip(b"\r\n")
        if opening.startswith(b"From ") or _COUNT.match(opening):  # from a mailbox of many, or saved by Apple's program
            opening = opening.partition(b"\n")[2]
        names = set()
        position = 0
        while (match := _FIELD.match(opening, position)) is not None:
            names.add(match[1].lower())
            position = match.end()
        return bool(names & _TECHNICAL) and len(names & _NAMED) >= _LEAST_NAMED

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """The message itself. Raises FileDamaged, FileTooLarge or NoText."""
        progress(0.0)
        mail = _mail(data, name)
        if not mail.bodies:
            raise NoText(name=name)
        has_pages = any(body.is_page for body in mail.bodies)
        extracted = _of_pages(mail, name, progress) if has_pages else _of_text(mail, progress)
        structure = replace(extracted.structure, facts={**extracted.structure.facts, **mail.facts})
        warnings = extracted.warnings
        if mail.images:
            left = "1 image was left out." if mail.images == 1 else f"{mail.images} images were left out."
            warnings = (*warnings, left)
        return replace(extracted, structure=structure, encoding="e-mail", warnings=warnings)


def attachments(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each file attached to a message; pictures in its text are none.

    Raises FileDamaged or FileTooLarge.
    """
    yield from _mail(data, name).attachments


def _mail(data: bytes, name: str) -> Mail:
    from reader.importers.email_message import read_mail

    if len(data) > LARGEST:
        raise FileTooLarge(name=name, size=-(-len(data) // MEGABYTE), limit=LARGEST // MEGABYTE)
    try:
        return read_mail(data)
    except ReaderError:
        raise
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError) as error:
        raise FileDamaged(name=name, format="e-mail") from error  # the library has no one error for what is broken


def _of_text(mail: Mail, progress: Progress) -> Extracted:
    from reader.text.recognise import recognise
    from reader.text.told import Told, ToldLine

    first, *others = (body.text for body in mail.bodies)
    text = "\n\n".join((first, *(other.strip() for other in others)))
    body = "\n".join((*mail.head, "", text)) if mail.head else text
    told = Told({line: ToldLine("paragraph") for line in range(len(mail.head))})
    return Extracted(body, recognise(body, told=told, progress=progress), "")


def _of_pages(mail: Mail, name: str, progress: Progress) -> Extracted:
    from reader.importers.html_main import main_text
    from reader.importers.html_parts import parts_of
    from reader.importers.marked_up import FileFacts, Part, compose
    from reader.importers.marked_up_left import Left
    from reader.importers.marked_up_xml import parse_html

    left = Left()
    parts = [Part("paragraph", [line], close=number > 0) for number, line in enumerate(mail.head)]
    for body in mail.bodies:
        if body.is_page:
            root = parse_html(body.text, name)
            parts += parts_of(root, main_text(root), "", left)
        else:
            parts += [Part("text", [words]) for words in _EMPTY_LINES.split(body.text) if words.strip()]
    if len(parts) == len(mail.head):
        raise NoText(name=name)
    return left.told_in(compose(parts, name, progress, FileFacts()))
