"""Back and forward over all panes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.navigation import Place, Trail

A, B, C = Place("a", 10, 0), Place("b", 20, 1), Place("c", 30, 0)


def test_back_returns_to_where_the_jump_started_and_forward_undoes_it() -> None:
    trail = Trail()
    trail.leave(A)
    assert trail.back(B) == A
    assert trail.forward(A) == B
    assert trail.back(B) == A


def test_a_new_jump_forgets_what_was_ahead() -> None:
    trail = Trail()
    trail.leave(A)
    trail.back(B)
    trail.leave(A)
    assert not trail.can_go_forward


def test_the_present_place_is_skipped() -> None:
    trail = Trail()
    trail.leave(A)
    trail.leave(B)
    assert trail.back(B) == A


def test_places_of_a_removed_document_are_forgotten() -> None:
    trail = Trail()
    for place in (A, B, A):
        trail.leave(place)
    trail.forget("a")
    assert trail.back(C) == B
    assert trail.back(B) is None


def test_nothing_to_go_back_to() -> None:
    assert Trail().back(A) is None
    assert not Trail().can_go_back


@given(st.lists(st.builds(Place, st.sampled_from("abc"), st.integers(0, 5), st.integers(0, 3)), max_size=30))
def test_going_back_all_the_way_and_forward_again_ends_where_it_began(places: list[Place]) -> None:
    trail = Trail()
    for place in places:
        trail.leave(place)
    end = Place("end", 0, 0)
    present = end
    while (place := trail.back(present)) is not None:
        present = place
    while (place := trail.forward(present)) is not None:
        present = place
    assert present == end
