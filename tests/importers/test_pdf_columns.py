"""Reading order: every word once, columns after one another, rows from left to right."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importers.pdf_columns import lines_in_order
from reader.importers.pdf_lines import stretches_of
from reader.importers.pdf_words import Word

PLACES = st.tuples(
    st.sampled_from(["een", "twee,", "drie.", "4", "•", "onderhoud"]),
    st.floats(0, 560), st.floats(0, 800), st.sampled_from([5.0, 8.0, 10.0, 18.0]), st.integers(0, 2),
)  # fmt: skip


def word(text: str, left: float, base: float, size: float = 10, apart: int = 1) -> Word:
    return Word(text, left, left + 0.6 * size * len(text), base - 0.7 * size, base + 0.2 * size, size, False, 0, apart)


def spread(text: str, left: float, base: float, size: float = 10) -> list[Word]:
    """The words of a line, its first after a line end."""
    words: list[Word] = []
    for part in text.split():
        words.append(word(part, left, base, size, 1 if words else 2))
        left = words[-1].right + 0.6 * size
    return words


def read(words: list[Word]) -> list[str]:
    return [line.text for line in lines_in_order(stretches_of(words))]


@given(st.lists(PLACES, max_size=60))
def test_no_word_is_lost_doubled_or_changed(places: list[tuple[str, float, float, float, int]]) -> None:
    words = [word(*place) for place in places]
    lines = lines_in_order(stretches_of(words))
    letters = Counter("".join(one.text for one in words))
    assert Counter("".join("".join(line.text.split()) for line in lines)) == letters
    for line in lines:
        assert line.left <= line.right
        assert line.top < line.bottom
        assert all(0 <= mark.start < mark.end <= len(line.text) for mark in line.marks)
        assert line.text.count("\t") == line.cells - 1


@given(st.permutations(range(6)))
def test_the_order_in_which_lines_are_drawn_does_not_matter(order: list[int]) -> None:
    lines = [spread(f"regel {number} van de tekst", 72, 100 + 12 * number) for number in range(6)]
    assert read([one for number in order for one in lines[number]]) == [f"regel {n} van de tekst" for n in range(6)]


def test_three_columns_under_a_title() -> None:
    title = spread("Een titel die over alle kolommen heen staat op dit blad", 72, 60, 14)
    columns = [
        spread(f"kolom {side} regel {row} tekst", 72 + 165 * side, 100 + 12 * row)
        for row in range(8)
        for side in range(3)
    ]
    shown = read(title + [one for line in columns for one in line])
    assert shown[0].startswith("Een titel")
    assert shown[1:] == [f"kolom {side} regel {row} tekst" for side in range(3) for row in range(8)]


def test_labels_stand_before_their_line() -> None:
    words = [
        *spread("19 637", 72, 100),
        *spread("Vreemdelingenbeleid en de gevolgen", 220, 100),
        *spread("van het besluit", 220, 112),
    ]
    assert read(words) == ["19 637\tVreemdelingenbeleid en de gevolgen", "van het besluit"]
    assert read([*spread("•", 72, 100), *spread("onderhoud", 100, 100)]) == ["• onderhoud"]


def test_wide_spaces_of_a_justified_line_are_spaces() -> None:
    words = [
        word("de", 72, 100),
        word("minister", 103, 100),
        word("schrijft", 171, 100),
        *spread("en meldt het", 72, 112),
    ]
    assert read(words) == ["de minister schrijft", "en meldt het"]


def two_columns(rows: range, sides: tuple[int, ...] = (0, 1)) -> list[Word]:
    return [
        one
        for row in rows
        for side in sides
        for one in spread(f"kolom {side} regel {row} van tekst", 72 + 240 * side, 100 + 12 * row)
    ]


def test_a_column_goes_on_under_a_white_line_that_both_have() -> None:
    words = two_columns(range(8)) + two_columns(range(9, 11)) + two_columns(range(11, 12), (0,))
    rows = [*range(8), 9, 10]
    assert read(words) == [
        *(f"kolom 0 regel {row} van tekst" for row in [*rows, 11]),
        *(f"kolom 1 regel {row} van tekst" for row in rows),
    ]


def test_a_column_begins_above_a_white_line_that_both_have() -> None:
    words = two_columns(range(1), (1,)) + two_columns(range(1, 2)) + two_columns(range(3, 11))
    rows = [1, *range(3, 11)]
    assert read(words) == [
        *(f"kolom 0 regel {row} van tekst" for row in rows),
        *(f"kolom 1 regel {row} van tekst" for row in [0, *rows]),
    ]


def test_a_heading_over_both_columns_stays_between_them_and_the_lines_below() -> None:
    below = "Onder de kolommen staat een regel die over de hele breedte van het blad gaat"
    words = two_columns(range(8)) + spread("Een kop die korter is", 72, 230) + spread(below, 72, 246)
    assert read(words)[-2:] == ["Een kop die korter is", below]


@pytest.mark.parametrize("shift", [0, 3, 6, -5])
def test_a_line_that_runs_into_the_next_column_stays_in_its_own(shift: float) -> None:
    words = two_columns(range(4)) + two_columns(range(4, 5), (1,)) + two_columns(range(5, 9))
    words = [one._replace(top=one.top + shift, bottom=one.bottom + shift) if one.left >= 312 else one for one in words]
    words += spread("een regel met bijzonderlangewoordenachtereen", 72, 148)
    shown = read(words)
    assert [line for line in shown if line.startswith("kolom 1")] == [
        f"kolom 1 regel {row} van tekst" for row in range(9)
    ]
    assert shown[3:6] == [
        "kolom 0 regel 3 van tekst", "een regel met bijzonderlangewoordenachtereen", "kolom 0 regel 5 van tekst",
    ]  # fmt: skip


def test_a_stretched_line_of_two_words_is_no_table() -> None:
    """The next word would not have fitted: that is why the line is stretched."""
    words = [
        *spread("maar dat is ook hier zo", 72, 100),
        word("ook", 72, 112), word("een", 72 + 20 * 6, 112),
        *spread("verantwoordelijkheid en", 72, 124),
        *spread("die ligt er voor de raad", 72, 136)[:-1], word("raad", 72 + 19 * 6, 136),
        *spread("van het bestuur.", 72, 148),
    ]  # fmt: skip
    assert read(words) == [
        "maar dat is ook hier zo", "ook een", "verantwoordelijkheid en", "die ligt er voor de raad", "van het bestuur.",
    ]  # fmt: skip


def test_cells_at_both_edges_of_a_column_stay_cells() -> None:
    words = [
        *spread("maar dat is ook hier zo", 72, 100),
        word("Totaal", 72, 112), word("120", 72 + 20 * 6, 112),
        word("Asiel", 72, 124), word("117", 72 + 20 * 6, 124),
        *spread("die ligt er voor raad", 72, 136), *spread("die ligt er voor de raa", 72, 148),
    ]  # fmt: skip
    assert read(words)[1:3] == ["Totaal\t120", "Asiel\t117"]
