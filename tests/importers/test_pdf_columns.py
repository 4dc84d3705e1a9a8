"""Reading order: every word once, columns after one another, rows from left to right."""

from __future__ import annotations

from collections import Counter

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
