"""Questions and answers as the reading view shows them, and quick ways to what lies at a place of a long text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, Literal, TypeVar

from reader.domain.model import Span
from reader.text.reading import ReadingText

Role = Literal["question", "answer"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class UnitMark:
    """A question or an answer in source code points start:end; `badge` is the short name in the margin ("V2")."""

    id: str
    role: Role
    badge: str
    start: int
    end: int
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class MovedEnd:
    """An end of a unit that is being dragged: its reading range before and now."""

    unit: UnitMark
    before: tuple[int, int]
    now: tuple[int, int]

    @property
    def between(self) -> tuple[int, int]:
        """The reading range between the old end and the new one."""
        before, now = (self.before[0], self.now[0]) if self.moves_start else (self.before[1], self.now[1])
        return min(before, now), max(before, now)

    @property
    def moves_start(self) -> bool:
        return self.before[0] != self.now[0]


class Stretches(Generic[T]):
    """Stretches of a text, each with what it is of; they may overlap and lie in each other."""

    def __init__(self, stretches: Iterable[tuple[int, int, T]] = ()) -> None:
        self._stretches = sorted(stretches, key=lambda one: (one[0], -one[1]))
        self._starts = [start for start, _, _ in self._stretches]
        self._furthest = list(accumulate((end for _, end, _ in self._stretches), max))  # the farthest end up to each

    def __len__(self) -> int:
        return len(self._stretches)

    def __iter__(self) -> Iterator[tuple[int, int, T]]:
        return iter(self._stretches)

    def touching(self, low: int, high: int) -> list[tuple[int, int, T]]:
        """The stretches that share something with low:high, in order of their starts."""
        first, last = bisect_right(self._furthest, low), bisect_left(self._starts, high)
        return [one for one in self._stretches[first:last] if one[1] > low]


def innermost(stretches: Sequence[tuple[int, int, T]]) -> T | None:
    """The shortest of some stretches."""
    return min(stretches, key=lambda one: one[1] - one[0])[2] if stretches else None


def shown_range(reading: ReadingText, start: int, end: int) -> tuple[int, int] | None:
    """The reading range from the first to the last shown character of source start:end; None when none is shown.

    It costs a few look-ups where both ends are shown, as those of units are, however long the stretch is.
    """
    if start >= end:
        return None
    first, last = reading.reading_offset(start), reading.reading_offset(end - 1)
    if first <= last < len(reading.text):
        is_blank = reading.text[first].isspace() or reading.text[last].isspace()  # it may stand for hidden text
        if not is_blank and reading.source_offset(first) == start and reading.source_offset(last) == end - 1:
            return first, last + 1
    return reading.shown_span(Span(start, end))


def shown_units(reading: ReadingText, units: Iterable[UnitMark]) -> Stretches[UnitMark]:
    """Where units are shown; what is not shown at all is left out."""
    places = ((shown_range(reading, unit.start, unit.end), unit) for unit in units)
    return Stretches((place[0], place[1], unit) for place, unit in places if place is not None)


def next_of(units: Sequence[UnitMark], caret: int, step: int) -> UnitMark | None:
    """The unit `step` units behind (before, if negative) the one at a source offset; None beyond the last.

    `units` are in order of their starts. Between two units the nearest one counts as the first step.
    """
    starts = [unit.start for unit in units]
    behind = bisect_right(starts, caret)  # the first unit that starts behind the caret
    place = behind - 1 + step
    if step < 0 and not (behind and caret < units[behind - 1].end):
        place += 1  # beside all units: the one before is one step away
    return units[place] if 0 <= place < len(units) else None
