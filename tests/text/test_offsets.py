"""Code points to UTF-16 units and back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.text.offsets import Utf16Map


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("😀👍🏽")))
def test_positions_are_those_of_utf_16(text: str) -> None:
    positions = Utf16Map(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert positions.to_qt(offset) == units
        assert positions.to_python(units) == offset


def test_inside_a_pair_is_behind_the_character() -> None:
    assert Utf16Map("a😀b").to_python(2) == 2
