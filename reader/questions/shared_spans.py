"""The words that a question and an answer share, as stretches of the source texts."""

from __future__ import annotations

from collections.abc import Iterable

from reader.domain.model import Span
from reader.questions.likeness import shared_places
from reader.text.reading import ReadingText


class _Shown:
    """What is shown of a passage as one text, and the way back to the source."""

    def __init__(self, reading: ReadingText, span: Span) -> None:
        self._reading = reading
        self._places: list[tuple[int, int]] = []  # where each part begins in the text, and in the reading text
        parts: list[str] = []
        length = 0
        for start, end in reading.shown_ranges(span):
            self._places.append((length, start))
            parts.append(reading.text[start:end])
            length += end - start + 1
        self.text = "\n".join(parts)

    def sources(self, places: Iterable[tuple[int, int]]) -> Iterable[Span]:
        for start, end in places:
            base, shown = next(place for place in reversed(self._places) if place[0] <= start)
            yield self._reading.source_span(shown + start - base, shown + end - base)


def shared_spans(
    asking: ReadingText, question: Span, answering: ReadingText, answer: Span
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Where the words that both passages share stand in the source of each, in order.

    A word broken at a line end is one span over the break.
    """
    one, other = _Shown(asking, question), _Shown(answering, answer)
    words = shared_places(one.text, other.text)
    return (
        tuple(sorted(one.sources(place for word in words for place in word.in_question))),
        tuple(sorted(other.sources(place for word in words for place in word.in_answer))),
    )
