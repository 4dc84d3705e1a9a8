"""Where the characters of a PDF stand on its pages: what the viewing process says of it, checked and kept."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

UNIT = 0.01  # points: places go through JSON as whole numbers of this
_FARTHEST = 10**7  # units from the edge of the page


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a line that stand beside each other: points from the top left of the page as it is shown.

    Text that is turned on the page has a run for each character. `base` is the height at which the letters stand.
    """

    start: int
    end: int
    top: float
    bottom: float
    base: float


@dataclass(frozen=True, slots=True)
class LinePlaces:
    """A line of the text of a page; `lefts` and `rights` hold the edges of each code point, in points."""

    text: str
    size: float  # of its letters
    runs: Sequence[Run]
    lefts: array[float]
    rights: array[float]

    def run_at(self, position: int) -> int:
        """The number of the run that holds a character; the last one behind the end."""
        return max(0, bisect_right(self.runs, position, key=lambda run: run.start) - 1)

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, float, float]]:
        """The characters start:end as pieces (run, left, right), each on one run."""
        if end <= start:
            return
        for number in range(self.run_at(start), self.run_at(end - 1) + 1):
            run = self.runs[number]
            low, high = max(start, run.start), min(end, run.end)
            yield number, min(self.lefts[low:high]), max(self.rights[low:high])

    def nearest(self, x: float, number: int) -> int:
        """The place for a caret on a run that is nearest to `x`: before a character, or behind the last."""
        run = self.runs[number]
        for position in range(run.start, run.end):
            if x < (self.lefts[position] + self.rights[position]) / 2:
                return position
        return run.end

    def under(self, x: float, number: int) -> int | None:
        """The character of a run at `x`; None beside it."""
        run = self.runs[number]
        if not self.lefts[run.start] <= x < self.rights[run.end - 1]:
            return None
        ends = (position for position in range(run.start, run.end) if x < self.rights[position])
        return next(ends, run.end - 1)


@dataclass(frozen=True, slots=True)
class PageMap:
    """The lines of a page, in the order of the text."""

    lines: Sequence[LinePlaces]

    @property
    def texts(self) -> list[str]:
        return [line.text for line in self.lines]


@dataclass(frozen=True, slots=True)
class PageLink:
    """A part of a page that leads elsewhere, in points from its top left: to `page` (from 0), else to `address`."""

    left: float
    right: float
    top: float
    bottom: float
    page: int | None
    address: str

    def contains(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def page_links_of(form: Any, page_count: int) -> tuple[PageLink, ...]:
    """The links the viewing process wrote of a page. Raises ValueError for what are none."""
    try:
        return tuple(_link(link, page_count) for link in form)
    except (TypeError, OverflowError) as error:
        raise ValueError("no links of a page") from error


def page_map_of(form: Any) -> PageMap:
    """What the viewing process wrote of a page. Raises ValueError for what is no map of a page."""
    try:
        return PageMap([_line(line) for line in form])
    except (TypeError, KeyError, IndexError, OverflowError) as error:
        raise ValueError("no map of a page") from error


def _link(form: Any, page_count: int) -> PageLink:
    *edges, target = form
    if len(edges) != 4 or any(not isinstance(edge, int) or abs(edge) > _FARTHEST for edge in edges):
        raise ValueError("a link that is on no page")
    page = target if isinstance(target, int) and 0 <= target < page_count else None
    address = target if isinstance(target, str) else ""
    if page is None and not address:
        raise ValueError("a link that leads nowhere")
    left, right, top, bottom = (UNIT * edge for edge in edges)
    return PageLink(left, right, top, bottom, page, "".join(filter(str.isprintable, address)))


def _line(form: Any) -> LinePlaces:
    text, size, runs, edges = form
    if not isinstance(text, str) or not text or len(edges) != 2 * len(text):
        raise ValueError("places that do not belong to the text")
    if any(not isinstance(edge, int) or abs(edge) > _FARTHEST for edge in edges):
        raise ValueError("places that are on no page")
    made = [
        Run(int(a), int(b), UNIT * int(top), UNIT * int(bottom), UNIT * int(base)) for a, b, top, bottom, base in runs
    ]
    if [run.start for run in made] != [0, *(run.end for run in made[:-1])] or made[-1].end != len(text):
        raise ValueError("runs that do not make up the line")
    places = array("f", [UNIT * edge for edge in edges])
    return LinePlaces(text, UNIT * int(size), tuple(made), places[::2], places[1::2])
