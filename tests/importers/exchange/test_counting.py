"""Positions of programs that count line ends, marks, characters or ends in their own way are found out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importers.exchange.base import read_exchange_data
from reader.importers.exchange.exchanged import Exchanged
from reader.importers.exchange.refi_counting import STANDARD, Counting, RawText, likeliest
from tests.importers.exchange.files import project

TEXT = (
    "Vragen over de opvang\n\nWaarom 🤦🏽‍♀️ sluit de opvang nu? De minister zwijgt.\n"
    "Wie betaalt de 𝒌osten hiervan? Niemand 👍 weet het.\nשלום, zei de\u00a0woordvoerder.\nEn toen\nwas het uit.\n"
)
WORDS = [match.span() for match in re.finditer(r"[\w,]+( [\w,]+)?", TEXT)]


def position(offset: int, *, line_end: int = 1, mark: bool = False, utf16: bool = False) -> int:
    """Where `offset` of TEXT is for a program that counts so."""
    before = TEXT[:offset]
    units = len(before.encode("utf-16-le")) // 2 if utf16 else len(before)
    return units + before.count("\n") * (line_end - 1) + mark


def spans(way: Counting, line_end: int = 1) -> list[tuple[int, int]]:
    def at(offset: int) -> int:
        return position(offset, line_end=line_end, mark=way.mark, utf16=way.utf16)

    return [(at(start), at(end - 1) if way.inclusive else at(end)) for start, end in WORDS]


def quotes(exchanged: Exchanged) -> list[str]:
    return [highlight.quote for highlight in exchanged.collection.highlights]


CRLF = TEXT.replace("\n", "\r\n").encode()
MARK = b"\xef\xbb\xbf"
CASES = [
    ("standard", TEXT.encode(), Counting(), 1),
    ("line ends of two counted so", CRLF, Counting(), 2),
    ("line ends of two counted as one", CRLF, Counting("one"), 1),
    ("line ends of one counted as two", TEXT.encode(), Counting("two"), 2),
    ("a mark that is not counted", MARK + TEXT.encode(), Counting(), 1),
    ("a mark that is counted", MARK + TEXT.encode(), Counting(mark=True), 1),
    ("UTF-16", TEXT.encode(), Counting(utf16=True), 1),
    ("UTF-16 and line ends of two", CRLF, Counting(utf16=True), 2),
    ("the end counted in", TEXT.encode(), Counting(inclusive=True), 1),
    ("all at once", MARK + CRLF, Counting("one", mark=True, utf16=True, inclusive=True), 1),
]


@pytest.mark.parametrize(("data", "way", "line_end"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_way_of_counting_is_found_and_told(data: bytes, way: Counting, line_end: int) -> None:
    read = read_exchange_data(project(data, *spans(way, line_end)), "p.qdpx")
    assert quotes(read) == [TEXT[start:end] for start, end in WORDS]
    assert tuple(item.detail for item in read.items if item.kind == "file") == way.deviations
    assert read.collection.text(read.collection.texts[0].uid).body == TEXT


def test_a_text_in_the_project_itself_may_be_counted_with_line_ends_of_two() -> None:
    read = read_exchange_data(project(TEXT, *spans(Counting(), 2)), "p.qdpx")
    assert quotes(read) == [TEXT[start:end] for start, end in WORDS]


def test_the_name_of_a_passage_tells_where_the_edges_of_words_do_not() -> None:
    body = "👍👍👍 aaa bbb ccc ddd"
    start = body.index("aaa bbb")
    data = project(body.encode(), (start + 3, start + 10, "aaa bbb"), (start + 3, start + 14, "aaa bbb ccc"))
    assert quotes(read_exchange_data(data, "p.qdpx")) == ["aaa bbb", "aaa bbb ccc"]


def test_passages_in_the_middle_of_words_stay_as_the_standard_says() -> None:
    middle = [(start + number % 3, end - 2) for number, (start, end) in enumerate(WORDS) if end - start > 5]
    read = read_exchange_data(project(TEXT.encode(), *middle), "p.qdpx")
    assert quotes(read) == [TEXT[start:end] for start, end in middle]
    assert not [item for item in read.items if item.kind == "file"]


texts = st.text(st.sampled_from("ab \n\r🤦𝒂ש\u00a0\u0301"), max_size=40)


@given(texts, st.booleans(), st.booleans(), st.booleans(), st.sampled_from(["as in the file", "one", "two"]))
def test_every_way_of_counting_is_turned_into_offsets(
    raw: str, mark: bool, utf16: bool, inclusive: bool, ends: str
) -> None:
    way = Counting(ends, mark, utf16, inclusive)  # type: ignore[arg-type]
    text = RawText("\ufeff" + raw if mark else raw)
    body = raw.replace("\r\n", "\n").replace("\r", "\n")
    assert text.body == body
    as_counted = {"as in the file": raw, "one": body, "two": body.replace("\n", "\r\n")}[ends]

    def length(part: str) -> int:
        return len(part.encode("utf-16-le")) // 2 if utf16 else len(part)

    span_of = text.spans(way)
    places = [length(as_counted[: _in_counted(as_counted, offset)]) + mark for offset in range(len(body) + 1)]
    for offset in range(1, len(body) + 1):
        end = places[offset - inclusive]
        assert span_of(places[offset], end) == (offset, offset)
        assert span_of(0 + mark, places[offset] - inclusive) == (0, offset)


def _in_counted(text: str, offset: int) -> int:
    """Where code point `offset` of the body is in a text in which "\\r\\n" is one of them."""
    place = 0
    for _ in range(offset):
        place += 2 if text[place : place + 2] == "\r\n" else 1
    return place


def test_without_passages_the_standard_stands() -> None:
    assert likeliest([]) == STANDARD
    assert likeliest([(RawText(TEXT), [])]) == STANDARD
