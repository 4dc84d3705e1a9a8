"""How a program counted positions in a text: the standard says code points, programs differ, the words tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product, starmap
from typing import Final, Literal

LineEnds = Literal["as in the file", "one", "two"]

_MARK = "\ufeff"
_WIDE = re.compile("[\U00010000-\U0010ffff]")
_NOT_A_CHARACTER = re.compile("[\x00\ud800-\udfff]")
_MOST_OF_A_TEXT, _MOST_TEXTS = 500, 100  # passages, and texts, that are asked: more tell no more
_LEAST_NAME = 8  # code points of the name of a passage that tells its words
_LEAST_GAIN = 0.25  # of the best that the passages for which it makes a difference could gain

SpanOf = Callable[[int, int], tuple[int, int]]  # from what a file says to offsets of the body
Counted = tuple[int, int, str]  # start and end as the file says, and the name of the passage, which may be its words


@dataclass(frozen=True, slots=True)
class Counting:
    """A way of counting; by default that of the standard: code points of the text file, the end not counted in."""

    line_ends: LineEnds = "as in the file"
    mark: bool = False  # the byte order mark at the beginning is a character
    utf16: bool = False  # a character beyond U+FFFF is two
    inclusive: bool = False  # the end is that of the last character of the passage, not the one after it

    @property
    def deviations(self) -> tuple[str, ...]:
        """What is unlike the standard, in English sentences."""
        told = {
            "Positions count a line end as one character; they were converted.": self.line_ends == "one",
            "Positions count a line end as two characters; they were converted.": self.line_ends == "two",
            "Positions count the byte order mark of the file; they were converted.": self.mark,
            "Positions count some characters as two (UTF-16); they were converted.": self.utf16,
            "The last character of each passage is counted in; the ends were converted.": self.inclusive,
        }
        return tuple(words for words, is_so in told.items() if is_so)


STANDARD: Final = Counting()
_LINE_ENDS: Final[tuple[LineEnds, ...]] = ("as in the file", "one", "two")
_WAYS: Final = tuple(
    sorted(
        starmap(Counting, product(_LINE_ENDS, *[(False, True)] * 3)),
        key=lambda way: len(way.deviations),
    )
)


@dataclass(frozen=True, slots=True)
class RawText:
    """The characters of a text file as they are; `body` is what a project keeps of them, with line feeds only."""

    raw: str
    body: str = field(init=False)
    has_mark: bool = field(init=False)
    _pairs: tuple[int, ...] = field(init=False)  # places in the body of line ends that are two characters in the file
    _ends: tuple[int, ...] = field(init=False)
    _wide: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        has_mark = self.raw.startswith(_MARK)
        text = _NOT_A_CHARACTER.sub("\ufffd", self.raw[1:] if has_mark else self.raw)  # as long, so no place moves
        pairs = tuple(match.start() - number for number, match in enumerate(re.finditer("\r\n", text)))
        body = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        set_field = object.__setattr__
        set_field(self, "has_mark", has_mark)
        set_field(self, "body", body)
        set_field(self, "_pairs", pairs)
        set_field(self, "_ends", tuple(match.start() for match in re.finditer("\n", body)))
        set_field(self, "_wide", () if body.isascii() else tuple(match.start() for match in _WIDE.finditer(body)))

    def spans(self, way: Counting) -> SpanOf:
        """What turns a start and an end as the file says into offsets of the body, if it was counted this way."""
        doubled = {"as in the file": self._pairs, "one": (), "two": self._ends}[way.line_ends]
        places = sorted((*doubled, *self._wide)) if way.utf16 else doubled
        after = [place + number + 2 for number, place in enumerate(places)]  # where each of them ends in the file
        shift = int(way.mark and self.has_mark)

        def offset(position: int) -> int:
            return position - shift - bisect_right(after, position - shift)

        def span(start: int, end: int) -> tuple[int, int]:
            return offset(start), offset(end + way.inclusive)  # in the middle of a wide character: behind it

        return span


def likeliest(texts: Sequence[tuple[RawText, Sequence[Counted]]], look: Callable[[], None] = lambda: None) -> Counting:
    """The way in which most passages begin and end where words do, and are what they are called.

    Another way than the standard is believed only when it is clearly better for the passages it moves. `look` is asked
    now and then, and may raise to stop.
    """
    asked = [(text, passages[:_MOST_OF_A_TEXT]) for text, passages in texts if passages][:_MOST_TEXTS]
    by_way: dict[Counting, list[list[tuple[tuple[int, int], float]]]] = {}
    for way in _WAYS:
        look()
        by_way[way] = [_scored(text, passages, way) for text, passages in asked]
    standard = by_way[STANDARD]
    best, most = STANDARD, 0.0
    for way, found in by_way.items():
        gain, moved = 0.0, 0
        for ours, theirs in zip(standard, found, strict=True):
            for (old, old_score), (new, new_score) in zip(ours, theirs, strict=True):
                if new != old:
                    moved += 1
                    gain += new_score - old_score
        if gain > most and gain >= max(1.0, _LEAST_GAIN * 2 * moved):
            best, most = way, gain
    return best


def _scored(text: RawText, passages: Sequence[Counted], way: Counting) -> list[tuple[tuple[int, int], float]]:
    """Each passage with its span and 0 to 4: 1 for each end at the edge of a word, 2 for its name."""
    span_of = text.spans(way)
    scored = []
    for start, end, name in passages:
        span = span_of(start, end)
        scored.append((span, _edges(text.body, *span) + _named(text.body, *span, name)))
    return scored


def _edges(body: str, start: int, end: int) -> float:
    if not 0 <= start < end <= len(body):
        return 0.0
    begins = not body[start].isspace() and not (start and body[start].isalnum() and body[start - 1].isalnum())
    last, behind = body[end - 1], body[end : end + 1]
    ends = not last.isspace() and not (last.isalnum() and behind.isalnum())
    return float(begins) + float(ends)


def _named(body: str, start: int, end: int, name: str) -> float:
    words = " ".join(name.removesuffix("…").removesuffix("...").split())
    if len(words) < _LEAST_NAME or not 0 <= start < end <= len(body):
        return 0.0
    quote = " ".join(body[start:end].split())
    return 2.0 if quote == words else 1.5 if quote.startswith(words) else 0.0
