"""The importer of web pages that a browser or Word has saved as one file (MHTML): a message that nobody sent."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass

from reader import __version__
from reader.domain.errors import FileDamaged, NoText
from reader.importers.extracted import Extracted, Progress
from reader.importers.html import check_size, read_page

_HEAD = 32_000  # bytes
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}):[ \t]?([^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)")
_OF_MAIL = frozenset({b"to", b"cc", b"bcc", b"received", b"message-id", b"return-path", b"delivered-to", b"reply-to"})
_SAVED = b"<Saved by "
_PLACES = ("Snapshot-Content-Location", "Content-Location")
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page with its pictures in one file. The pictures are left out; nothing is fetched."""

    name: str = f"saved-page {__version__}"
    media_type: str = "multipart/related"

    def accepts(self, head: bytes) -> bool:
        """Whether it begins with the fields of a message of several parts, which was saved and not sent."""
        opening = head[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
        fields: dict[bytes, bytes] = {}
        position = 0
        while (match := _FIELD.match(opening, position)) is not None:
            fields[match[1].lower()] = match[2].strip()
            position = match.end()
        sender = fields.get(b"from", _SAVED)
        return (
            b"mime-version" in fields
            and fields.get(b"content-type", b"").lower().startswith((b"multipart/related", b"text/html"))
            and not _OF_MAIL.intersection(fields)
            and sender.startswith(_SAVED)
        )

    def extract(self, data: bytes, name: str, progress: Progress) -> Extracted:
        """Raises FileDamaged, FileTooLarge or NoText."""
        import email
        import email.policy

        from reader.importers.marked_up_xml import decoded_html
        from reader.text.source import decoded_as

        progress(0.0)
        check_size(data, name)
        try:
            message = email.message_from_bytes(data, policy=email.policy.compat32)
            page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
            payload = page.get_payload(decode=True) if page is not None else None
            charset = page.get_content_charset() if page is not None else None
            places = [str(one.get(field, "")) for one in (message, page) if one for field in _PLACES]
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError) as error:
            raise FileDamaged(name=name, format="MHTML") from error  # the library has no one error for what is broken
        if not isinstance(payload, bytes) or not payload.strip():
            raise NoText(name=name)
        text, encoding = decoded_html(payload)
        if charset:
            with suppress(LookupError, ValueError):  # no encoding that is known: what the page itself says
                text, encoding = decoded_as(payload, charset, "replace"), charset.upper()
        address = next((one.strip() for one in places if _ADDRESS.fullmatch(one.strip())), "")
        return read_page(text, encoding, name, progress, address)
