"""One version of a paper as it is compared: running text first, notes behind it, and the letters of both."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass

from reader.domain.model import Span
from reader.text.reading import ReadingText
from reader.text.reanchoring_letters import Letters, letters_of

_APART = frozenset({"footnote"})  # stand elsewhere in the text from one file to another


@dataclass(frozen=True, slots=True)
class Side:
    """A reading text, `text` with its notes at the end, and the letters of that.

    Run `i` of paragraphs begins at `starts[i]` of `text` and at `shown[i]` of the reading text; `by_shown` has these
    pairs in the order of the reading text.
    """

    reading: ReadingText
    text: str
    letters: Letters
    starts: array[int]
    shown: array[int]
    by_shown: list[tuple[int, int]]

    def from_shown(self, start: int, end: int) -> tuple[int, int]:
        """The range of `text` for a reading range inside one paragraph."""
        shown, ours = self.by_shown[bisect_right(self.by_shown, (start, len(self.text))) - 1]
        return start - shown + ours, end - shown + ours

    def to_shown(self, start: int, end: int) -> tuple[int, int]:
        """The reading range from `start` to before `end`, which is more, of `text`."""
        return self._shown_at(start), self._shown_at(end - 1) + 1

    def _shown_at(self, place: int) -> int:
        run = bisect_right(self.starts, place) - 1
        return self.shown[run] + place - self.starts[run]


def side_of(reading: ReadingText) -> Side:
    """A reading text in the order in which versions are compared."""
    parts: list[str] = []
    starts, shown = array("I"), array("I")
    length = 0
    for first, last in _runs(reading):
        start, end = reading.paragraph_start(first), reading.paragraph_end(last)
        starts.append(length)
        shown.append(start)
        parts.append(reading.text[start:end] + "\n")
        length += end - start + 1
    text = "".join(parts)
    return Side(reading, text, letters_of(text), starts, shown, sorted(zip(shown, starts, strict=True)))


def _runs(reading: ReadingText) -> list[tuple[int, int]]:
    """The paragraphs in runs (first, last), those of the running text before the others."""
    flow: list[tuple[int, int]] = []
    apart: list[tuple[int, int]] = []
    for number in range(reading.paragraph_count):
        runs = apart if reading.kind(number) in _APART else flow
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return flow + apart


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the compared text of one version, `start`:`end`, and the range of its letters."""

    start: int
    end: int
    first: int
    last: int

    def __len__(self) -> int:
        """The number of its letters."""
        return self.last - self.first

    def letters(self, side: Side) -> str:
        return side.letters.text[self.first : self.last]


def parts_of(side: Side, span: Span) -> list[Part]:
    """The stretches of the compared text in source `span`: one, but for a span from the running text into a note."""
    parts: list[Part] = []
    for start, end in sorted(side.from_shown(*shown) for shown in side.reading.shown_ranges(span)):
        first, last = side.letters.inside(start, end)
        if parts and (parts[-1].last == first or first == last):
            parts[-1] = Part(parts[-1].start, end, parts[-1].first, last)
        else:
            parts.append(Part(start, end, first, last))
    return parts
