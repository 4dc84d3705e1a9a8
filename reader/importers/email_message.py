"""What is in an e-mail message: who wrote it and when, its text, and the files that are attached."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from reader.text.source import decoded_as

_FIELDS = ("From", "To", "Cc", "Date", "Subject")
_LONGEST_FIELD = 2000  # code points
_MOST_PARTS = 1000
_DEEPEST = 20  # parts in parts
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufeff\ud800-\udfff]")
_REPLY = re.compile(r"^(?:\s*(?:re|fw|fwd|antw|doorst)\s*:)+\s*", re.IGNORECASE)
_COUNTED = re.compile(rb"\s{0,10}(\d{1,9})[ \t]*\r?\n(?=[A-Za-z][A-Za-z0-9-]{0,60}:)")
_NEXT_OF_MAILBOX = re.compile(
    rb"(?<=\n)\r?\n(?=From \S[^\r\n]{0,200}\d{4}[^\r\n]{0,20}\r?\n[A-Za-z][A-Za-z0-9-]{0,60}:)"
)
_NO_PAPERS = re.compile(r"application/(?:pgp-|(?:x-)?pkcs7-)|text/(?:calendar|x-?vcard|vcard)|message/(?!rfc822)")
_FLOWED_SPACE = re.compile(r"(?<!\n--) \n(?=[^\n>])")


@dataclass(frozen=True, slots=True)
class Body:
    """A text of a message; `is_page`: with the marks of HTML."""

    text: str
    is_page: bool = False


@dataclass(slots=True)
class Mail:
    """A message. `head` are its fields as lines, `facts` those a paper has; `bodies` in their order what it says."""

    head: tuple[str, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
    bodies: list[Body] = field(default_factory=list)
    images: int = 0
    attachments: list[tuple[str, bytes]] = field(default_factory=list)


def read_mail(data: bytes) -> Mail:
    """The message in `data`. Raises ValueError, or what Python's own reader does, for what is none."""
    first, *others = messages_in(data)
    message = email.message_from_bytes(first, policy=email.policy.compat32)
    mail = Mail()
    mail.attachments += ((f"message {number}.eml", other) for number, other in enumerate(others, 2))
    fields = {name: value for name in _FIELDS if (value := _field(message, name))}
    mail.head = tuple(f"{name}: {value}" for name, value in fields.items())
    mail.facts = _facts(message, fields)
    mail.bodies = _taken(message, mail, [_MOST_PARTS], 0)
    return mail


def messages_in(data: bytes) -> list[bytes]:
    """The messages in a file: one, or many where it is a mailbox; without what the mail program set around them."""
    counted = _COUNTED.match(data)
    if counted:  # as Apple saves one
        return [data[counted.end() : counted.end() + int(counted[1])]]
    opening = data.lstrip(b"\r\n")
    if not opening.startswith(b"From "):
        return [data]
    pieces = _NEXT_OF_MAILBOX.split(opening)
    if len(pieces) > _MOST_PARTS:
        raise ValueError("too many messages")
    return [piece.partition(b"\n")[2] for piece in pieces]


def _taken(part: Message, mail: Mail, room: list[int], depth: int) -> list[Body]:
    """The texts in a part of the message; attachments and images in it are added to `mail`."""
    room[0] -= 1
    if room[0] < 0 or depth > _DEEPEST:
        raise ValueError("too many parts")
    sort = part.get_content_type()
    attached = part.get_content_disposition() == "attachment" or bool(_file_name(part))
    if sort == "message/rfc822":
        inner = part.get_payload()
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            name = _file_name(inner[0]) or f"{_clean(_field(inner[0], 'Subject'))[:80] or 'message'}.eml"
            mail.attachments.append((name, inner[0].as_bytes()))
    elif part.is_multipart():
        inside = [_taken(inner, mail, room, depth + 1) for inner in part.get_payload() if isinstance(inner, Message)]
        if sort == "multipart/alternative":
            return _one_of(inside)
        return [body for bodies in inside for body in bodies]
    elif _NO_PAPERS.match(sort):
        pass
    elif sort == "text/plain" and not attached:
        text = _text(part)
        if part.get_param("format") == "flowed":
            text = _FLOWED_SPACE.sub("" if part.get_param("delsp") == "yes" else " ", text)
        return [Body(text.strip("\n"))] if text.strip() else []
    elif sort == "text/html" and not attached:
        return [Body(text, is_page=True)] if (text := _text(part)).strip() else []
    elif sort.startswith(("image/", "audio/", "video/")) and part.get_content_disposition() != "attachment":
        mail.images += sort.startswith("image/")
    else:
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            mail.attachments.append((_file_name(part) or f"attachment {len(mail.attachments) + 1}", payload))
    return []


def _one_of(forms: Sequence[list[Body]]) -> list[Body]:
    """Of several forms of one text that without marks, which quotes can be taken from as it is; else the last."""
    plain = (bodies for bodies in forms if bodies and not any(body.is_page for body in bodies))
    return next(plain, next((bodies for bodies in reversed(forms) if bodies), []))


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    charset = part.get_content_charset() or "utf-8"
    for codec in (charset, "utf-8"):
        try:
            text = decoded_as(payload, codec)
            break
        except (LookupError, ValueError):
            continue
    else:
        text = payload.decode("cp1252", "replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSEEN.sub("", text)


def _field(message: Message, name: str) -> str:
    """A field of the head in words, on one line."""
    raw = message.get(name)
    if raw is None:
        return ""
    return _clean(_uncoded(str(raw)[: 4 * _LONGEST_FIELD]))[:_LONGEST_FIELD]


def _uncoded(words: str) -> str:
    """Words of a head as they are meant; as they stand there when they are coded in a way that no program writes."""
    try:
        pieces = decode_header(words)
    except (ValueError, LookupError, MessageError):
        return words
    return "".join(_decoded(piece, charset) if isinstance(piece, bytes) else piece for piece, charset in pieces)


def _decoded(piece: bytes, charset: str | None) -> str:
    for codec in (charset or "ascii", "utf-8"):
        try:
            return decoded_as(piece, codec)
        except (LookupError, ValueError):
            continue
    return piece.decode("cp1252", "replace")


def _clean(words: str) -> str:
    return " ".join(_CONTROLS.sub(" ", words).split())


def _file_name(part: Message) -> str:
    """The name of an attached file, without folders."""
    name = part.get_filename()
    if not name:
        return ""
    return re.split(r"[/\\]", _clean(_uncoded(str(name)[:_LONGEST_FIELD])))[-1].strip(". ")[:150]


def _facts(message: Message, fields: dict[str, str]) -> dict[str, str]:
    """What the fields say of the paper: title, date, sender."""
    facts = {"kind": "e-mail"}
    if subject := _REPLY.sub("", fields.get("Subject", "")):
        facts["title"] = subject
    senders = [_clean(name or address) for name, address in getaddresses([fields.get("From", "")])]
    if known := [sender.replace(";", ",") for sender in senders if sender]:
        facts["senders"] = "; ".join(known)
    try:
        moment = parsedate_to_datetime(str(message.get("Date", "")))
        facts["date"] = moment.date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        pass  # no date, or one that is none
    return facts
