"""How well passages are found again, by kind of change: the share found right, at a wrong place, and silently."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.model import Span
from reader.text.reading import reading_text
from reader.text.reanchoring import Reanchored, reanchor
from reader.text.reanchoring_comparison import compare
from reader.text.recognise import recognise
from tests.text.edited_papers import Edit, paragraphs, seeds, with_origins, words

LENGTHS = (1, 2, 4, 8, 15, 30, 55)  # words of a passage
RIGHT = 0.9  # of what both cover together is covered by both
WRONG = 0.5


@dataclass(slots=True)
class Figures:
    """Counts of passages. `silent`: nobody is asked about them."""

    there: int = 0
    right: int = 0
    wrong: int = 0
    silent_right: int = 0
    silent_wrong: int = 0
    gone: int = 0
    gone_found: int = 0
    gone_silent: int = 0

    def add(self, found: Reanchored, truth: Span | None) -> None:
        """Count one passage, of which the true place is known; None for one that was taken out."""
        if truth is None:
            self.gone += 1
            self.gone_found += found.place is not None
            self.gone_silent += found.is_sure
            return
        self.there += 1
        if found.place is not None:
            shared = _shared(found.place, truth)
            self.right += shared >= RIGHT
            self.wrong += shared < WRONG
            self.silent_right += found.is_sure and shared >= RIGHT
            self.silent_wrong += found.is_sure and shared < WRONG

    def share(self, count: int) -> float:
        """A count as a percentage of the passages that are still there."""
        return 100 * count / max(1, self.there)


def measure(edit: Edit, count: int, *, texts: Sequence[int] | None = None, seed: int = 100) -> Figures:
    """Edit the seeds (of these numbers) and look for `count` random passages of each."""
    figures = Figures()
    all_seeds = seeds()
    for number in texts if texts is not None else range(1, len(all_seeds)):
        text, chance = all_seeds[number], random.Random(seed + number)
        others = [part for other in all_seeds if other != text for part in paragraphs(other)]
        edited = edit(with_origins(text), chance, others)
        body = words(edited)
        comparison = compare(reading_text(recognise(text), text), reading_text(recognise(body), body))
        where = {place: at for at, (_, place) in reversed(list(enumerate(edited))) if place >= 0}
        spans = [span for span in _passages(text, count, chance) if comparison.old.reading.shown_ranges(span)]
        for span, found in zip(spans, reanchor(comparison, spans), strict=True):
            figures.add(found, _truth(span, where, text))
    return figures


def _passages(text: str, count: int, chance: random.Random) -> list[Span]:
    found = [match.span() for match in re.finditer(r"\w+", text)]
    spans = []
    for _ in range(count):
        first = chance.randrange(len(found) - 60)
        spans.append(Span(found[first][0], found[first + chance.choice(LENGTHS) - 1][1]))
    return spans


def _truth(span: Span, where: dict[int, int], text: str) -> Span | None:
    """Where the letters of a passage are now; None when most of them are gone."""
    letters = [place for place in range(span.start, span.end) if text[place].isalnum()]
    left = [where[place] for place in letters if place in where]
    if len(left) < 0.4 * len(letters):
        return None
    return Span(min(left), max(left) + 1)


def _shared(one: Span, other: Span) -> float:
    shared = max(0, min(one.end, other.end) - max(one.start, other.start))
    return shared / (max(one.end, other.end) - min(one.start, other.start))
