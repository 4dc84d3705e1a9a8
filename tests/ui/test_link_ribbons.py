"""Ribbons in the gutter: signs keep clear of each other, whatever lies where."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import ANSWERED_BY, Link
from reader.ui.link_ribbons import SIGN, Ribbon, apart

ENDS = st.tuples(st.floats(-500, 2000), st.floats(0, 300)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def ribbon(left: tuple[float, float] | None, right: tuple[float, float] | None, upwards: bool, page: str) -> Ribbon:
    link = Link(uid="k", kind_uid=ANSWERED_BY.uid, source_uid="a", target_uid="b")
    return Ribbon(link, left, right, "a", "b", upwards, page)


@st.composite
def ribbons(draw: st.DrawFn) -> Ribbon:
    left = draw(st.none() | ENDS)
    right = draw(ENDS if left is None else st.none() | ENDS)
    whole = left is not None and right is not None
    return ribbon(left, right, draw(st.booleans()), "" if whole else draw(st.sampled_from(["", "p. 3"])))


@given(st.lists(ribbons(), max_size=12))
def test_signs_never_touch_and_keep_their_order(found: list[Ribbon]) -> None:
    placed = apart(found)
    assert len(placed) == len(found)
    centres = [one.centre().y() for one in placed]
    assert all(below - above >= SIGN for above, below in pairwise(centres))
    assert all(one.shift >= 0 for one in placed)


def test_a_sign_with_room_stays_at_the_middle_of_its_ribbon() -> None:
    alone = ribbon((0, 20), (100, 120), False, "")
    assert apart([alone]) == [alone]
    assert alone.centre().y() == 60
    stub = ribbon(None, (40, 60), True, "p. 3")
    assert stub.centre().y() == 50
    assert not stub.whole
