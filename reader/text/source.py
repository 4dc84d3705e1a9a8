"""From the bytes of a text file to a source text: characters, line ends, fingerprint. Only here is decoded."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass

from reader.domain.errors import FileEmpty, NoText, NotText, UnknownEncoding

_SURROGATES = re.compile("[\ud800-\udfff]")
# The signs beyond ASCII that Dutch, French, German and Spanish names and typography bring
_USUAL = re.compile("[\u00a0«»‘’‚“”„–—…•€§°²³½¼¾·´©®±×ÀÁÂÃÄÅÇÈÉÊËÍÎÏÑÓÔÖØÚÛÜßàáâãäåçèéêëìíîïñòóôöøùúûüýÿœŒšŠžŽ]")
_MAGICS = (
    b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"SQLite format 3\0", b"\x7fELF",
    b"MZ\x90", b"\xd0\xcf\x11\xe0",
)  # fmt: skip
_SAMPLE = 64 * 1024  # bytes looked at to tell a binary file or an unusual encoding

# Codecs of Python under a name that a file may give; the first takes hours for a few megabytes
_NO_CHARACTER_SETS = frozenset({"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined"})

# What Windows-1252 and text in general hardly ever hold: controls other than tab, line ends, form feed and escape
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A source text: line ends are "\\n", no byte order mark, NUL or lone surrogate. `encoding` is for the user."""

    body: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The text in `data`; `name` is the file's name, for messages.

    Raises FileEmpty, NotText (a binary file), NoText (nothing but spaces) or UnknownEncoding.
    """
    if not data:
        raise FileEmpty(name=name)
    text, encoding = _characters(data, name)
    warnings = []
    text = text.removeprefix("\ufeff")
    nuls = text.count("\0")
    if nuls:
        text = text.replace("\0", "")
        warnings.append(f"{nuls} NUL character{'s' if nuls > 1 else ''} removed.")
    text, surrogates = _SURROGATES.subn("", text)
    if surrogates:
        warnings.append(f"{surrogates} broken character{'s' if surrogates > 1 else ''} removed.")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text or text.isspace():
        raise NoText(name=name)
    return Decoded(text, encoding, tuple(warnings))


def decoded_as(data: bytes, declared: str, errors: str = "strict") -> str:
    """The characters of `data` in the encoding that a file declares; `errors` as for bytes.decode.

    Raises LookupError when that is no character set, ValueError when the bytes are none of it.
    """
    if codecs.lookup(declared).name in _NO_CHARACTER_SETS:
        raise LookupError(f"not a character set: {declared}")
    return data.decode(declared, errors)


def sha256_of(body: str) -> str:
    """The fingerprint of a source text: SHA-256 of its UTF-8 form, in hexadecimal."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()


def _characters(data: bytes, name: str) -> tuple[str, str]:
    """The characters of `data` and the name of their encoding."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "surrogatepass" if _is_utf8(data) else "replace"), "UTF-8 with BOM"
    for mark, wide, shown in (
        (b"\xff\xfe\x00\x00", "utf-32-le", "UTF-32 LE"),
        (b"\x00\x00\xfe\xff", "utf-32-be", "UTF-32 BE"),
        (b"\xff\xfe", "utf-16-le", "UTF-16 LE"),
        (b"\xfe\xff", "utf-16-be", "UTF-16 BE"),
    ):
        if data.startswith(mark):
            return _wide(data[len(mark) :], wide, name), shown
    codec = _wide_codec(data[:_SAMPLE])
    if codec:
        return _wide(data, codec, name), codec.upper().replace("-LE", " LE").replace("-BE", " BE")
    if _is_binary(data[:_SAMPLE]):
        raise NotText(name=name)
    try:
        return data.decode("utf-8"), "ASCII" if data.isascii() else "UTF-8"
    except UnicodeDecodeError:
        pass
    if _is_utf8(data):
        return data.decode("utf-8", "surrogatepass"), "UTF-8"
    return _single_byte(data, name)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes, codec: str, name: str) -> str:
    """UTF-16 or UTF-32; lone surrogates are let through (removed later), a cut-off last unit is dropped."""
    unit = 4 if "32" in codec else 2
    try:
        return data[: len(data) - len(data) % unit].decode(codec, "surrogatepass")
    except UnicodeDecodeError as error:
        raise UnknownEncoding(name=name) from error


def _wide_codec(sample: bytes) -> str | None:
    """UTF-16 without a mark: Latin text then has a zero in nearly every other byte."""
    if len(sample) < 4:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _is_binary(sample: bytes) -> bool:
    """A file of another kind: it says so at its start, or many of its bytes are controls no text has."""
    if sample.startswith(_MAGICS):
        return True
    controls = len(_CONTROL.findall(sample))
    nuls = sample.count(0)
    return controls > len(sample) * 0.01 + 2 or nuls > len(sample) * 0.05 + 8


def _single_byte(data: bytes, name: str) -> tuple[str, str]:
    """Text in one byte a character: Windows-1252, the usual one here, unless its signs make no sense in it."""
    try:
        text = data.decode("cp1252")
        usual = len(_USUAL.findall(text))
        if usual >= 0.8 * (len(text) - sum(map(text.count, map(chr, range(128))))):
            return text, "Windows-1252"
    except UnicodeDecodeError:
        text = ""
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 4 * _SAMPLE]).best()
    if best is not None and best.encoding not in ("ascii", "utf_8"):
        try:
            return data.decode(best.encoding), best.encoding.upper().replace("_", "-")
        except UnicodeDecodeError:
            pass
    if text:
        return text, "Windows-1252"
    raise UnknownEncoding(name=name)
