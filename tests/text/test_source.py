"""Decoding: which characters the bytes are, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.errors import FileEmpty, NoText, NotText, ReaderError
from reader.text.source import decode, sha256_of

DUTCH = "De coördinatie van de Libiëroute is «geëvalueerd» – € 5 miljoen; risico’s zijn er. " * 20


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (DUTCH.encode(), "UTF-8"),
        (b"\xef\xbb\xbf" + DUTCH.encode(), "UTF-8 with BOM"),
        (b"\xff\xfe" + DUTCH.encode("utf-16-le"), "UTF-16 LE"),
        (b"\xfe\xff" + DUTCH.encode("utf-16-be"), "UTF-16 BE"),
        (DUTCH.encode("utf-16-le"), "UTF-16 LE"),
        (DUTCH.encode("utf-16-be"), "UTF-16 BE"),
        (DUTCH.encode("cp1252"), "Windows-1252"),
    ],
)
def test_encodings_are_recognised_and_named(data: bytes, encoding: str) -> None:
    decoded = decode(data, "brief.txt")
    assert (decoded.body, decoded.encoding, decoded.warnings) == (DUTCH, encoding, ())


def test_plain_ascii() -> None:
    assert decode(b"gewoon", "x").encoding == "ASCII"


def test_line_ends_become_one_kind() -> None:
    assert decode(b"een\r\ntwee\rdrie\nvier\r\n", "x").body == "een\ntwee\ndrie\nvier\n"


def test_nul_and_lone_surrogates_go_with_a_warning() -> None:
    decoded = decode("een\0 twee\ud800 drie".encode("utf-8", "surrogatepass"), "x")
    assert decoded.body == "een twee drie"
    assert decoded.warnings == ("1 NUL character removed.", "1 broken character removed.")


def test_lone_surrogates_in_utf_16() -> None:
    decoded = decode(b"\xff\xfe" + "een\udc00 twee".encode("utf-16-le", "surrogatepass") + b"\x41", "x")
    assert decoded.body == "een twee"
    assert len(decoded.warnings) == 1


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", FileEmpty),
        (b" \r\n\t\n", NoText),
        (b"\0\0\0\0", ReaderError),
        (b"%PDF-1.7 ...", NotText),
        (b"PK\x03\x04rest", NotText),
        (bytes(range(256)) * 20, NotText),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", NotText),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, error: type[ReaderError]) -> None:
    with pytest.raises(error):
        decode(data, "bestand")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_clear_refusal(data: bytes) -> None:
    try:
        decoded = decode(data, "bestand")
    except ReaderError:
        return
    assert decoded.body.strip()
    assert not set("\0\r") & set(decoded.body)
    assert len(sha256_of(decoded.body)) == 64
    assert decode(data, "bestand") == decoded
