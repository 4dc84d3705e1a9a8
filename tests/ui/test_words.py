"""Words: Dutch ones with hyphens and apostrophes are whole; going by word reaches every word and ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.words import next_word, previous_word, word_at


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [
        ("de EU-lidstaten en", 6, "EU-lidstaten"),
        ("de foto's zijn", 5, "foto's"),
        ("de foto’s zijn", 8, "foto’s"),
        ("‘realistische’ oplossing", 4, "realistische"),
        ("zie nr. 2395.", 8, "2395"),
        ("ja, nee", 2, ","),
        ("ja   nee", 3, "   "),
        ("woord", 5, "woord"),
        ("één\ntwee", 1, "één"),
        ("één\ntwee", 3, "één"),
        ("één\n\ntwee", 4, ""),
    ],
)
def test_the_word_at_a_place(text: str, offset: int, word: str) -> None:
    start, end = word_at(text, offset)
    assert text[start:end] == word


def test_by_word_from_start_to_end_and_back() -> None:
    text = "De foto's, van EU-lidstaten.\nNieuw"
    stops = [0]
    while stops[-1] < len(text):
        stops.append(next_word(text, stops[-1]))
    assert [text[stop : stop + 3] for stop in stops] == ["De ", "fot", ", v", "van", "EU-", ".\nN", "\nNi", "Nie", ""]
    back = [len(text)]
    while back[-1] > 0:
        back.append(previous_word(text, back[-1]))
    assert [text[stop : stop + 3] for stop in back] == ["", "Nie", ".\nN", "EU-", "van", ", v", "fot", "De "]


@given(st.text(alphabet="ab-' .\n😀_", max_size=60), st.integers(0, 60))
def test_going_by_word_always_moves_on(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    assert offset == len(text) or next_word(text, offset) > offset
    assert offset == 0 or previous_word(text, offset) < offset
    start, end = word_at(text, offset)
    assert 0 <= start <= end <= len(text)
    if offset < len(text) and text[offset] != "\n":
        assert start <= offset < end
