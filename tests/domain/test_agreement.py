"""Agreement of two coders, against values worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.agreement import Agreement, agreement

UNITS = st.integers(1, 60).flatmap(
    lambda count: st.tuples(
        st.just(count), st.sets(st.integers(0, count - 1)), st.sets(st.integers(0, count - 1))
    )
)  # fmt: skip


def test_krippendorffs_own_example() -> None:
    """Two observers, ten units, yes or no; the alpha in his text is 0.095."""
    compared = agreement(10, {1, 8}, {0, 1, 2, 5})
    assert compared == Agreement(1, 1, 3, 5)
    assert compared.raw == pytest.approx(0.6)
    assert compared.alpha == pytest.approx(0.095, abs=0.0005)


@pytest.mark.parametrize("given_everywhere", [set(), {0, 1, 2}])
def test_alpha_is_not_defined_where_nothing_varies(given_everywhere: set[int]) -> None:
    compared = agreement(3, given_everywhere, given_everywhere)
    assert (compared.raw, compared.alpha) == (1.0, None)


def test_nothing_is_said_of_no_units() -> None:
    compared = agreement(0, set(), set())
    assert (compared.raw, compared.alpha) == (None, None)


@given(UNITS)
def test_equal_codings_agree_wholly_and_the_order_of_the_coders_does_not_matter(
    coded: tuple[int, set[int], set[int]],
) -> None:
    count, first, second = coded
    one, other = agreement(count, first, second), agreement(count, second, first)
    assert (one.raw, one.alpha) == (other.raw, other.alpha)
    assert one.units == count
    assert one.alpha is None or one.alpha <= 1
    same = agreement(count, first, first)
    assert same.alpha in (None, 1.0)
