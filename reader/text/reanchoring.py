"""Finding marked passages again in another version of their text: the same, moved, changed, or no longer there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.domain.model import AnchorStatus, Span
from reader.text.reanchoring_blocks import Progress
from reader.text.reanchoring_comparison import Carried, Comparison
from reader.text.reanchoring_search import most_like, same_elsewhere, supported
from reader.text.reanchoring_side import Part, Side, parts_of
from reader.text.reanchoring_signs import around_signs, signs_only

UNIQUE_LENGTH = 25  # letters of a passage that is found by its words alone, when they occur once
LIKE = 0.5  # the share of the letters of a passage that must be the same, where its neighbours hold its place
WELL_LIKE = 0.8  # and where they do not
HELD = 0.8  # the share of the letters around a passage that hold its place
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Reanchored:
    """Where a passage of the old version is in the new one.

    `how`: "exact" for the same letters in the same order of the text, "moved" for the same letters elsewhere, "fuzzy"
    for words that are not all the same, "orphan" when it was not found (`place` is None). `is_sure`: nobody needs to
    look at it. `score`: how much of the letters is the same, 0..1. Spans are source offsets (code points).
    """

    span: Span
    place: Span | None
    how: AnchorStatus
    score: float = 0.0
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    place: Span
    how: AnchorStatus
    score: float
    is_sure: bool = False


def reanchor(comparison: Comparison, spans: Iterable[Span], *, progress: Progress | None = None) -> list[Reanchored]:
    """Where each span of the old source text is in the new one, in the order of `spans`.

    Line ends, hyphens, accents, capitals and signs may differ; figures may not. A span that is not shown in the old
    reading text, such as in page furniture, is an orphan. `progress` hears shares 0..1; what it raises ends the work.
    """
    found = []
    wanted = list(spans)
    for number, span in enumerate(wanted):
        if progress is not None and number % 20 == 0:
            progress(number / len(wanted))
        found.append(_reanchored(comparison, span))
    return found


def _reanchored(comparison: Comparison, span: Span) -> Reanchored:
    parts = parts_of(comparison.old, span)
    found = [(part, one) for part in parts if (one := _found(comparison, part)) is not None]
    if not found:
        return Reanchored(span, None, "orphan")
    if len(parts) == 1:
        one = found[0][1]
        return Reanchored(span, one.place, one.how, one.score, one.is_sure)
    whole = Span(min(one.place.start for _, one in found), max(one.place.end for _, one in found))
    if _letters(comparison.new, parts_of(comparison.new, whole)) == _letters(comparison.old, parts):
        ways = {one.how for _, one in found}
        how: AnchorStatus = "fuzzy" if "fuzzy" in ways else "moved" if "moved" in ways else "exact"
        return Reanchored(span, whole, how, 1.0, all(one.is_sure for _, one in found))
    # something else has come between the parts: the longest stands for the passage
    longest, one = max(found, key=lambda pair: len(pair[0]))
    return Reanchored(span, one.place, "fuzzy", one.score * len(longest) / max(1, sum(map(len, parts))))


def _found(comparison: Comparison, part: Part) -> _Found | None:
    """The part in the new version, by the first way that finds it; the surest way comes first."""
    if not len(part):
        return _signs_found(comparison, part)
    start, end, text = part.first, part.last, part.letters(comparison.old)
    carried = comparison.carried(start, end)
    in_order = _placed(comparison, part, carried, "exact")
    before, behind = supported(comparison, start, end, carried) if carried is not None else (0.0, 0.0)
    is_held = before + behind >= HELD
    if in_order is not None and in_order.how == "exact" and (is_held or _is_unique(comparison, text)):
        return replace(in_order, is_sure=True)
    if in_order is not None and (in_order.score >= WELL_LIKE or (in_order.score >= LIKE and is_held)):
        return in_order
    elsewhere, is_only = same_elsewhere(comparison, text, start, end)
    moved = _placed(comparison, part, elsewhere, "moved")
    if moved is not None and moved.how == "moved":
        return replace(moved, is_sure=is_only and _is_unique(comparison, text))
    if carried is None and (carried := comparison.replaced(start, end)) is not None:
        before, behind = supported(comparison, start, end, carried)
    if carried is not None and min(before, behind) >= HELD:
        return _placed(comparison, part, carried, "fuzzy")
    likest = _placed(comparison, part, most_like(comparison, text, start), "moved")
    if likest is not None and likest.score >= WELL_LIKE:
        return likest
    return in_order if in_order is not None and in_order.score >= LIKE else None


def _placed(comparison: Comparison, part: Part, carried: Carried | None, how: AnchorStatus) -> _Found | None:
    """The part at some new letters; "fuzzy" when they or the figures are not quite the same."""
    if carried is None or carried.start >= carried.end:
        return None
    new, text = comparison.new, part.letters(comparison.old)
    place = new.reading.source_span(*new.to_shown(*around_signs(comparison, part, carried)))
    there = parts_of(new, place)
    theirs = _letters(new, there)
    if theirs == [text]:
        is_same = _figures(comparison.old, [part]) == _figures(new, there)
        return _Found(place, how if is_same else "fuzzy", 1.0)
    score = 2 * carried.same / max(1, len(text) + sum(map(len, theirs)))
    return _Found(place, "fuzzy", min(score, 1.0)) if there else None


def _signs_found(comparison: Comparison, part: Part) -> _Found | None:
    place = signs_only(comparison, part)
    if place is None:
        return None
    new = comparison.new
    return _Found(new.reading.source_span(*new.to_shown(*place)), "exact", 1.0, is_sure=True)


def _is_unique(comparison: Comparison, text: str) -> bool:
    """Whether the letters are many, and occur once in both versions."""
    return len(text) >= UNIQUE_LENGTH and all(
        side.letters.text.find(text, side.letters.text.find(text) + 1) < 0 for side in (comparison.old, comparison.new)
    )


def _letters(side: Side, parts: Sequence[Part]) -> list[str]:
    return [part.letters(side) for part in parts]


def _figures(side: Side, parts: Sequence[Part]) -> list[str]:
    """The numbers in some parts, with their points and commas: 3,5 is not 35."""
    return [number for part in parts for number in _NUMBER.findall(side.text[part.start : part.end])]
