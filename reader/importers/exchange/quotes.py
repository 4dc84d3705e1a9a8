"""Finding a passage in a text by its words, with what stands before and behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reader.domain.model import Span
from reader.text.reanchoring_letters import Letters, letters_of

_MOST = 200  # occurrences that are looked at
_LEAST_LETTERS = 12  # of a passage that is found by its letters alone, whatever signs and spaces stand between them


@dataclass(frozen=True, slots=True)
class Wanted:
    """A passage to be found: its words, some characters before and behind it, and about where it was."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    near: int | None = None


class Searched:
    """A text in which passages are looked for; what the search needs is made once."""

    def __init__(self, body: str) -> None:
        self.body = body

    @cached_property
    def _letters(self) -> Letters:
        return letters_of(self.body)

    def find(self, wanted: Wanted) -> tuple[Span, bool] | None:
        """Where the passage is, and whether its words are exactly there; None when it is not there or nobody can tell.

        Of several places the one with the same words around it is taken, then the nearest to where it was.
        """
        if not wanted.exact.strip():
            return None
        most = _MOST if wanted.prefix or wanted.suffix or wanted.near is not None else 2  # nobody could tell them apart
        found = [Span(place, place + len(wanted.exact)) for place in _places(self.body, wanted.exact, most)]
        if found:
            place = _best(self.body, found, wanted)
            return (place, True) if place is not None else None
        letters = letters_of(wanted.exact).text
        if len(letters) < _LEAST_LETTERS:
            return None
        places = _places(self._letters.text, letters, most)
        covered = (self._letters.covered(first, first + len(letters)) for first in places)
        place = _best(self.body, [self._with_signs(Span(*one), wanted.exact) for one in covered], wanted)
        return (place, False) if place is not None else None

    def _with_signs(self, span: Span, exact: str) -> Span:
        """The span with the signs at its ends that the words have too, such as a full stop."""
        start, end = span.start, span.end
        words = exact.strip()
        first = next(place for place, sign in enumerate(words) if sign.isalnum())
        last = next(place for place, sign in enumerate(reversed(words)) if sign.isalnum())
        if first and self.body[max(0, start - first) : start] == words[:first]:
            start -= first
        if last and self.body[end : end + last] == words[-last:]:
            end += last
        return Span(start, end)


def _places(text: str, words: str, most: int) -> Iterator[int]:
    place, count = text.find(words), 0
    while place >= 0 and count < most:
        yield place
        count += 1
        place = text.find(words, place + 1)


def _best(body: str, found: list[Span], wanted: Wanted) -> Span | None:
    """The likeliest place; None when two are as likely and nothing says about where it was."""
    before, behind = letters_of(wanted.prefix).text[::-1], letters_of(wanted.suffix).text

    def rank(span: Span) -> tuple[int, int]:
        around = 0
        if before:
            around += _same(letters_of(body[max(0, span.start - 64) : span.start]).text[::-1], before)
        if behind:
            around += _same(letters_of(body[span.end : span.end + 64]).text, behind)
        return around, -abs(span.start - wanted.near) if wanted.near is not None else 0

    ranked = sorted(((rank(span), span) for span in found), reverse=True)
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        return None
    return ranked[0][1] if ranked else None


def _same(one: str, other: str) -> int:
    """How many letters are the same from the beginning."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
