"""What was marked in one version of a paper, in a merge that shows another: it goes along where that is sure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from reader.domain.anchor import quoted
from reader.domain.model import Decision, Document, Highlight, Rejection, SetUnit, Span, Text
from reader.edit.merging_sides import Key, Row, Side
from reader.text.reading import ReadingText, delivered_text, reading_text
from reader.text.structure import Structure

Find = Callable[[Text, Text, Sequence[Span]], Sequence[Span | None]]  # old and new text; the places in the new one
Marked = Highlight | Decision | Rejection | SetUnit


def sure_places(
    old: Text, new: Text, spans: Sequence[Span], step: Callable[[float], None] | None = None
) -> list[Span | None]:
    """Where spans of an old version are in a new one, None where that is not sure: the rules of a new version.

    `step` is told how far it is, 0 to 1; what it raises ends the work.
    """
    from reader.text.reanchoring import reanchor  # loaded when versions differ, which is seldom
    from reader.text.reanchoring_comparison import compare

    comparison = compare(_reading(old), _reading(new), progress=step)
    return [one.place if one.is_sure else None for one in reanchor(comparison, spans, progress=step)]


def carried_over(
    became: Mapping[Key, Row], mine: Side, other: Side, text: Callable[[str], Text], find: Find
) -> list[Row]:
    """What stands in the version that one side showed, as it is in the version that is shown now.

    It keeps its moment: it was not changed, and either side comes to the same. What is not found for sure is not given.
    """
    found: list[Row] = []
    for old_uid, (new_uid, rows) in _left(became, mine, other).items():
        old, new = text(old_uid), text(new_uid)
        spans = sorted({span for row in rows for span in _spans(row, old_uid)})
        places = {span: place for span, place in zip(spans, find(old, new, spans), strict=True) if place is not None}
        found += [_placed(row, old_uid, new, places) for row in rows if places.keys() >= set(_spans(row, old_uid))]
    return found


def is_carried(before: Row, after: Row) -> bool:
    """Whether a thing stands in another version of its paper than before."""
    if isinstance(before, Rejection) and isinstance(after, Rejection):
        return _texts(before) != _texts(after)
    texts = {row.text_uid for row in (before, after) if isinstance(row, Document | Highlight | Decision | SetUnit)}
    return len(texts) > 1


def left_behind(became: Mapping[Key, Row], mine: Side) -> int:
    """How many passages stand, from now on, in another version of their paper than the one that is shown."""
    before, after = _shown(mine.rows), _shown(became)
    number = 0
    for key, row in became.items():
        if isinstance(row, Highlight) and row.kind == "highlight" and row.status != "orphan":
            was = mine.rows.get(key)
            stood = isinstance(was, Highlight) and was.text_uid != before.get(was.document_uid)
            number += row.text_uid != after[row.document_uid] and not stood
    return number


def _left(became: Mapping[Key, Row], mine: Side, other: Side) -> dict[str, tuple[str, list[Marked]]]:
    """What stands in a version that one side showed and that gives way: by text, with the text that is shown now."""
    shown, ours, theirs = _shown(became), _shown(mine.rows), _shown(other.rows)
    gives_way = {
        text_uid: shown[uid]
        for side in (ours, theirs)
        for uid, text_uid in side.items()
        if uid in ours and uid in theirs and uid in shown and text_uid != shown[uid]
    }
    found: dict[str, tuple[str, list[Marked]]] = {}
    for row in became.values():
        if isinstance(row, Marked) and not (isinstance(row, Highlight) and row.status == "orphan"):
            for text_uid in {uid for uid in _texts(row) if uid in gives_way}:
                found.setdefault(text_uid, (gives_way[text_uid], []))[1].append(row)
    return found


def _placed(row: Marked, old_uid: str, new: Text, places: Mapping[Span, Span]) -> Marked:
    if isinstance(row, Rejection):
        if row.question_text_uid == old_uid:
            place = places[row.question_span]
            row = replace(row, question_text_uid=new.uid, question_start=place.start, question_end=place.end)
        if row.answer_text_uid == old_uid:
            place = places[row.answer_span]
            row = replace(row, answer_text_uid=new.uid, answer_start=place.start, answer_end=place.end)
        return row
    place = places[row.span]
    row = replace(row, text_uid=new.uid, start=place.start, end=place.end)
    if isinstance(row, Highlight):
        quote, prefix, suffix = quoted(new.body, place)
        row = replace(row, quote=quote, prefix=prefix, suffix=suffix, status="exact")
    return row


def _shown(rows: Mapping[Key, Row]) -> dict[str, str]:
    return {row.uid: row.text_uid for row in rows.values() if isinstance(row, Document)}


def _texts(row: Marked) -> tuple[str, ...]:
    return (row.question_text_uid, row.answer_text_uid) if isinstance(row, Rejection) else (row.text_uid,)


def _spans(row: Row, text_uid: str) -> Iterator[Span]:
    if isinstance(row, Rejection):
        ends = ((row.question_text_uid, row.question_span), (row.answer_text_uid, row.answer_span))
        yield from (span for uid, span in ends if uid == text_uid)
    elif isinstance(row, Highlight | Decision | SetUnit):
        yield row.span


def _reading(text: Text) -> ReadingText:
    """The reading text; of a text in which nothing is recognised, its lines."""
    known = Structure.from_bytes(text.structure) if text.structure else Structure()
    return reading_text(known, text.body) if len(known.blocks) else delivered_text(known, text.body)
