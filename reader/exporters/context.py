"""The sentences before and after a passage, as they are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from reader.questions.phrases import sentences_of
from reader.text.reading import ReadingText

_ASIDE: Final = frozenset({"footnote", "pull-quote", "page-furniture"})


def sentences_around(
    reading: ReadingText, ranges: Sequence[tuple[int, int]], markers: Sequence[tuple[int, int]], count: int
) -> tuple[str, str]:
    """Up to `count` sentences before and after a passage, without the figures of footnotes.

    `ranges` are the reading ranges of the passage, `markers` those of all footnote figures, both ascending. Where the
    passage begins or ends within a sentence, the rest of that sentence is the first of them. A heading ends the search,
    and so do the ends of a note; notes between two paragraphs are passed over.
    """
    if not ranges or count < 1:
        return "", ""
    before = _before(reading, ranges[0][0], markers, count)
    return " ".join(before), " ".join(_after(reading, ranges[-1][1], markers, count))


def _before(reading: ReadingText, start: int, markers: Sequence[tuple[int, int]], count: int) -> list[str]:
    paragraph, end = reading.paragraph_at(start), start
    aside = reading.kind(paragraph) in _ASIDE
    found: list[str] = []
    while reading.kind(paragraph) != "heading":
        if aside or reading.kind(paragraph) not in _ASIDE:
            found = [*_sentences(reading, reading.paragraph_start(paragraph), end, markers), *found]
        if len(found) >= count or paragraph == 0 or aside:
            break
        paragraph -= 1
        end = reading.paragraph_end(paragraph)
    return found[-count:]


def _after(reading: ReadingText, end: int, markers: Sequence[tuple[int, int]], count: int) -> list[str]:
    paragraph, start = reading.paragraph_at(end - 1), end
    aside = reading.kind(paragraph) in _ASIDE
    found: list[str] = []
    while reading.kind(paragraph) != "heading":
        if aside or reading.kind(paragraph) not in _ASIDE:
            found += _sentences(reading, start, reading.paragraph_end(paragraph), markers)
        if len(found) >= count or paragraph + 1 == reading.paragraph_count or aside:
            break
        paragraph += 1
        start = reading.paragraph_start(paragraph)
    return found[:count]


def _sentences(reading: ReadingText, start: int, end: int, markers: Sequence[tuple[int, int]]) -> list[str]:
    """The sentences of a stretch within one paragraph; what holds no letter, as the number of an item, is none."""
    parts: list[str] = []
    position = start
    for index in range(bisect_left(markers, (start, 0)), len(markers)):
        marker_start, marker_end = markers[index]
        if marker_start >= end:
            break
        parts.append(reading.text[position:marker_start])
        position = marker_end
    parts.append(reading.text[position:end])
    text = "".join(parts)
    sentences = (text[one.start : one.end].strip() for one in sentences_of(text))
    return [sentence for sentence in sentences if any(map(str.isalpha, sentence))]
