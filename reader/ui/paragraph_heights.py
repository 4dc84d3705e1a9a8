"""How high paragraphs are: exact where they were laid out, estimated elsewhere; a correction costs one chunk."""

from __future__ import annotations

from collections.abc import Callable

CHUNK = 128  # paragraphs


class Heights:
    """Heights of `count` paragraphs, px. Whole chunks are estimated by their length until one is looked at."""

    def __init__(
        self, count: int, chunk_estimate: Callable[[int, int], float], estimate: Callable[[int], float]
    ) -> None:
        """`chunk_estimate(first, last)` and `estimate(paragraph)` give heights without a layout."""
        self._count = count
        self._estimate = estimate
        self._chunks = [
            chunk_estimate(first, min(first + CHUNK, count)) for first in range(0, count, CHUNK)
        ]  # sums of a few hundred floats take microseconds, also for the longest papers
        self._known: dict[int, list[float]] = {}
        self._exact: set[int] = set()

    def __getitem__(self, paragraph: int) -> float:
        return self._of_chunk(paragraph // CHUNK)[paragraph % CHUNK]

    def is_exact(self, paragraph: int) -> bool:
        return paragraph in self._exact

    def set(self, paragraph: int, height: float) -> None:
        """The exact height of a paragraph that was laid out."""
        if paragraph not in self._exact:
            self._exact.add(paragraph)
            chunk, place = divmod(paragraph, CHUNK)
            heights = self._of_chunk(chunk)
            self._chunks[chunk] += height - heights[place]
            heights[place] = height

    def before(self, paragraph: int) -> float:
        """The height of all paragraphs above this one."""
        chunk, place = divmod(paragraph, CHUNK)
        above = sum(self._chunks[:chunk])
        return above + sum(self._of_chunk(chunk)[:place]) if place else above

    def total(self) -> float:
        return sum(self._chunks)

    def at(self, y: float) -> tuple[int, float]:
        """The paragraph at height `y` of the text, and how far below its top that is."""
        last = len(self._chunks) - 1
        chunk = 0
        while chunk < last and y >= self._chunks[chunk]:
            y -= self._chunks[chunk]
            chunk += 1
        heights = self._of_chunk(chunk)
        y = min(y, self._chunks[chunk])
        place = 0
        while place < len(heights) - 1 and y >= heights[place]:
            y -= heights[place]
            place += 1
        return chunk * CHUNK + place, y

    def _of_chunk(self, chunk: int) -> list[float]:
        heights = self._known.get(chunk)
        if heights is None:
            first = chunk * CHUNK
            heights = [self._estimate(paragraph) for paragraph in range(first, min(first + CHUNK, self._count))]
            self._known[chunk] = heights
            self._chunks[chunk] = sum(heights)
        return heights
