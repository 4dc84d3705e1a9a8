"""Dragging an end of a question or answer: to the nearest sentence, or exactly to a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from reader.domain.model import Span
from reader.text.reading import ReadingText
from reader.ui.unit_marks import MovedEnd
from reader.ui.unit_painter import Grip
from reader.ui.words import word_at

if TYPE_CHECKING:
    from reader.ui.text_flow import TextFlow
    from reader.ui.unit_view import UnitView


def take(view: UnitView, grip: Grip) -> None:
    """Take hold of an end of a unit."""
    view.shown.moved = MovedEnd(grip.unit, grip.place, grip.place)
    view.shown.gripped_units = {grip.unit.id}


def drag_to(view: UnitView, grip: Grip, point: QPointF, *, exact: bool) -> None:
    """Bring the end of `grip` to a point of the viewport: to a sentence, or to a word if `exact`.

    It stays where it was as long as the point would leave nothing of the unit.
    """
    place = _to_word if exact else _to_sentence
    offset = place(view.flow, point, grip.is_start)
    start, end = grip.place
    now = (offset, end) if grip.is_start else (start, offset)
    if now[0] < now[1]:
        view.shown.moved = MovedEnd(grip.unit, grip.place, now)
        view.viewport().update()


def let_go(view: UnitView) -> None:
    """The end stays where it is now; the view says so if that is another place."""
    moved, view.shown.moved = view.shown.moved, None
    view.viewport().update()
    if moved is not None and moved.now != moved.before:
        view.unit_ends_changed.emit(moved.unit.id, _source_of(view.reading, moved))


def cancel(view: UnitView) -> None:
    """The end goes back to where it was."""
    view.shown.moved = None
    view.viewport().update()


def _source_of(reading: ReadingText, moved: MovedEnd) -> Span:
    """Only the end that moved is taken from the screen: the other one may be at a place that is not shown."""
    start, end = moved.now
    if moved.moves_start:
        return Span(reading.source_span(start, start + 1).start, moved.unit.end)
    return Span(moved.unit.start, reading.source_span(end - 1, end).end)


def _line_at(flow: TextFlow, point: QPointF, *, is_start: bool) -> tuple[int, int, int, int]:
    """The paragraph at a point, the reading range of the line there, and the place on it.

    Beside the text at the left, where stripes are dragged, that place is the edge of the line that suits the end.
    """
    offset, upstream = flow.place_at(point)
    paragraph, position = flow.locate(offset)
    layout, first = flow.layouts[paragraph], flow.reading.paragraph_start(paragraph)
    line = layout.lines[layout.line_at(position, upstream=upstream)]
    if point.x() < flow.text_left:
        offset = first + (line.start if is_start else line.end)
    return paragraph, first + line.start, first + line.end, offset


def _to_sentence(flow: TextFlow, point: QPointF, is_start: bool) -> int:
    """The nearest start (or end) of a sentence: on the line at hand if there is one, else in its paragraph."""
    from reader.questions.phrases import sentences_of

    paragraph, low, high, offset = _line_at(flow, point, is_start=is_start)
    first = flow.reading.paragraph_start(paragraph)
    sentences = sentences_of(flow.reading.paragraph(paragraph))
    places = [first + (sentence.start if is_start else sentence.end) for sentence in sentences]
    here = [place for place in places if (low <= place < high if is_start else low < place <= high)]
    return min(here or places, key=lambda place: abs(place - offset), default=offset)


def _to_word(flow: TextFlow, point: QPointF, is_start: bool) -> int:
    """The start (or end) of the word at a point."""
    _, low, high, offset = _line_at(flow, point, is_start=is_start)
    text = flow.reading.text
    inside = min(max(low, offset if is_start else offset - 1), max(low, high - 1))
    while not is_start and inside > low and text[inside].isspace():
        inside -= 1
    while is_start and inside < high - 1 and text[inside].isspace():
        inside += 1
    start, end = word_at(text, inside)
    return start if is_start else end
