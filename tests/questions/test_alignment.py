"""The alignment keeps order, takes the highest sum, and is the same however the pairs come."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from reader.questions.alignment import align

PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 3)), st.floats(0.05, 1).map(lambda gain: round(gain, 2)), max_size=12
)


def total(found: dict[int, int], gains: dict[tuple[int, int], float], bonus: float) -> float:
    return sum(gains[pair] for pair in found.items()) + bonus * len(set(found.values()))


def best_total(gains: dict[tuple[int, int], float], bonus: float) -> float:
    rows = sorted({row for row, _ in gains})
    best = 0.0
    for columns in product([None, 0, 1, 2, 3], repeat=len(rows)):
        chosen = {row: column for row, column in zip(rows, columns, strict=True) if column is not None}
        ordered = [chosen[row] for row in sorted(chosen)]
        if ordered == sorted(ordered) and all(pair in gains for pair in chosen.items()):
            best = max(best, total(chosen, gains, bonus))
    return best


@given(PAIRS, st.sampled_from([0.0, 0.1]))
def test_highest_sum_in_order(gains: dict[tuple[int, int], float], bonus: float) -> None:
    found = align(gains, bonus)
    columns = [found[row] for row in sorted(found)]
    assert columns == sorted(columns)
    assert abs(total(found, gains, bonus) - best_total(gains, bonus)) < 1e-9
    assert align(dict(reversed(gains.items())), bonus) == found


def test_many_to_one_and_open() -> None:
    assert align({(0, 1): 0.5, (1, 1): 0.4, (2, 0): 0.3, (3, 2): 0.2}) == {0: 1, 1: 1, 3: 2}
    assert align({(0, 0): 0.0, (1, 0): -1.0}) == {}
    assert align({}) == {}
