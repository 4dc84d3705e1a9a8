"""Lanes: the lowest that are free over the whole length of a mark; changes give what building anew gives."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from reader.models.lanes import Lanes

MARKS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30), st.integers(0, 3)).map(lambda m: (m[0], m[0] + m[1], m[2])),
    max_size=25,
)


def named(marks: list[tuple[int, int, int]]) -> list[tuple[str, int, int, int]]:
    return [(f"{number:02d}", *mark) for number, mark in enumerate(marks)]


def expected(marks: list[tuple[str, int, int, int]]) -> dict[str, tuple[int, ...]]:
    """The rule in its simplest form: each in turn looks at all before it."""
    given_lanes: dict[str, tuple[int, ...]] = {}
    done: list[tuple[str, int, int]] = []
    for uid, start, end, needs in sorted(marks, key=lambda mark: (mark[1], -mark[2], mark[0])):
        taken = {lane for other, low, high in done if low < end and start < high for lane in given_lanes[other]}
        free = (lane for lane in range(len(taken) + needs) if lane not in taken)
        given_lanes[uid] = tuple(lane for lane, _ in zip(free, range(needs), strict=False))
        done.append((uid, start, end))
    return given_lanes


@given(MARKS)
def test_each_mark_takes_the_lowest_lanes_that_are_free(marks: list[tuple[int, int, int]]) -> None:
    lanes = Lanes(named(marks))
    assert {mark[0]: lanes.of(mark[0]) for mark in named(marks)} == expected(named(marks))


@given(MARKS, st.data())
def test_changes_give_the_same_as_building_anew(marks: list[tuple[int, int, int]], data: st.DataObject) -> None:
    lanes = Lanes()
    there: dict[str, tuple[str, int, int, int]] = {}
    for mark in named(marks):
        before = {uid: lanes.of(uid) for uid in there}
        if there and data.draw(st.booleans()):
            gone = data.draw(st.sampled_from(sorted(there)))
            del there[gone]
            told = lanes.drop(gone)
        else:
            uid = data.draw(st.sampled_from([*sorted(there), mark[0]]))
            there[uid] = (uid, *mark[1:])
            told = lanes.put(*there[uid])
            assert uid in told
        now = expected(list(there.values()))
        assert {uid: lanes.of(uid) for uid in there} == now
        assert {uid for uid in there if uid in before and before[uid] != now[uid]} <= set(told)


@given(MARKS, st.integers(0, 90), st.integers(0, 20))
def test_over_finds_what_overlaps(marks: list[tuple[int, int, int]], start: int, length: int) -> None:
    found = [uid for _, _, uid in Lanes(named(marks)).over(start, start + length)]
    touched = {uid for uid, low, high, _ in named(marks) if low < start + length and start < high and length}
    assert set(found) == touched


def test_a_mark_over_the_whole_of_a_long_text_is_found_everywhere() -> None:
    lanes = Lanes([("whole", 0, 10_000_000, 1), ("part", 5_000_000, 5_000_010, 1)])
    assert [uid for _, _, uid in lanes.over(5_000_003, 5_000_004)] == ["whole", "part"]
    assert lanes.of("part") == (1,)


def test_an_addition_among_ten_thousand_is_local() -> None:
    lanes = Lanes((f"{number:05d}", number * 100, number * 100 + 150, 1) for number in range(10_000))
    began = time.perf_counter()
    touched = lanes.put("new", 500_010, 500_060, 1)
    assert time.perf_counter() - began < 0.1
    assert len(touched) < 10
