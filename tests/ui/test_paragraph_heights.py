"""Heights: sums agree with the single heights, also after corrections, and places are found back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.paragraph_heights import CHUNK, Heights


def made(count: int) -> Heights:
    return Heights(count, lambda first, last: 50.0 * (last - first), lambda paragraph: 10.0 + paragraph % 7)


@given(st.integers(1, 3 * CHUNK), st.lists(st.tuples(st.integers(0, 3 * CHUNK), st.integers(1, 500)), max_size=20))
def test_sums_follow_corrections(count: int, corrections: list[tuple[int, int]]) -> None:
    heights = made(count)
    for paragraph, height in corrections:
        if paragraph < count and not heights.is_exact(paragraph):
            heights.set(paragraph, height)
            assert heights[paragraph] == height
    singles = [heights[paragraph] for paragraph in range(count)]
    assert heights.total() == sum(singles)
    for paragraph in range(0, count, 17):
        assert heights.before(paragraph) == sum(singles[:paragraph])
        assert heights.at(heights.before(paragraph) + 0.5) == (paragraph, 0.5)


def test_a_chunk_that_nobody_looked_at_costs_nothing() -> None:
    looked: list[int] = []

    def estimate(paragraph: int) -> float:
        looked.append(paragraph)
        return 10.0

    heights = Heights(100 * CHUNK, lambda first, last: 10.0 * (last - first), estimate)
    assert heights.at(50 * CHUNK * 10.0 + 25) == (50 * CHUNK + 2, 5)
    assert len(looked) == CHUNK


def test_places_beyond_the_end_are_the_end() -> None:
    heights = made(3)
    assert heights.at(10_000)[0] == 2
