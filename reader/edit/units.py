"""Acts on the ends of questions and answers: split, merge, move, add, drop, and back to what is recognised.

What the user sets is kept as `SetUnit`s. A new one replaces those of its role that lie inside it; where it overlaps
others the newest counts, which `questions.units` sees to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.domain.anchor import quoted
from reader.domain.changes import ActName, Change, ChangeSet, added, changed, removed
from reader.domain.errors import ActRefused
from reader.domain.model import SetUnit, Span, UnitRole, new_uid, now
from reader.edit.checks import the_document, words_of
from reader.edit.lookup import Lookup


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where a unit is set: the shown text of a paper, and what the user set there in this role before."""

    text_uid: str
    document_uid: str
    role: UnitRole
    author: str
    body: str
    units: tuple[SetUnit, ...]


def split_unit(
    lookup: Lookup, document_uid: str, role: UnitRole, span: Span, at: int, *, author: str = ""
) -> ChangeSet:
    """Make two units of the one at `span`, cut at `at` (both in source code points of the paper's shown text).

    White space at the cut belongs to neither. Raises ActRefused when `at` is not inside the unit, or a side of it is
    only white space.
    """
    ground = _ground(lookup, document_uid, role, author)
    name = ActName("unit.split", (_words(ground.body, span),))
    sides = _trimmed(ground.body, [Span(span.start, at), Span(at, span.end)] if span.contains(at) else [])
    if len(sides) < 2:
        raise ActRefused(reason="A cut needs words of the unit on both sides.")
    return ChangeSet(name, _inside(ground, span) + added(_new_unit(ground, side) for side in sides))


def merge_units(
    lookup: Lookup, document_uid: str, role: UnitRole, spans: Sequence[Span], *, author: str = ""
) -> ChangeSet:
    """Make one unit of several, from where the first begins to where the last ends, with all between.

    Raises ActRefused when there are not two, or a span is not in the text.
    """
    if len(set(spans)) < 2:
        raise ActRefused(reason="There is no other unit to merge with here.")
    ground = _ground(lookup, document_uid, role, author)
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    name = ActName("unit.merge", (_words(ground.body, whole),))
    return ChangeSet(name, _inside(ground, whole) + added([_new_unit(ground, whole)]))


def move_unit(
    lookup: Lookup, document_uid: str, role: UnitRole, before: Span | None, after: Span, *, author: str = ""
) -> ChangeSet:
    """Move the ends of a unit from `before` to `after`; without `before`, make a new unit at `after`.

    White space at its ends is left out. What the unit no longer covers is no unit any more, so that what the program
    recognises does not come back there. Raises ActRefused when a span is empty, only white space, or not in the text.
    """
    ground = _ground(lookup, document_uid, role, author)
    words = (_words(ground.body, after),)
    [wanted] = _trimmed(ground.body, [after])
    if before is None:
        return ChangeSet(ActName("unit.add", words), _inside(ground, wanted) + added([_new_unit(ground, wanted)]))
    name = ActName("unit.move", words)
    _words(ground.body, before)  # refuses what is not there
    if [wanted] == _trimmed(ground.body, [before]):
        return ChangeSet(name)
    own = next((unit for unit in ground.units if unit.span == before and not unit.is_dropped), None)
    others = replace(ground, units=tuple(unit for unit in ground.units if unit != own))
    uncovered = Span(before.start, min(before.end, wanted.start)), Span(max(before.start, wanted.end), before.end)
    dropped = [_new_unit(ground, rest, is_dropped=True) for rest in _trimmed(ground.body, uncovered)]
    new = _new_unit(ground, wanted)
    if own is not None:
        new = replace(new, uid=own.uid, author=author or own.author, created_at=own.created_at)
    moved = changed(own, new) if own is not None else added([new])
    replaced = tuple(change for unit in (new, *dropped) for change in _inside(others, unit.span))
    return ChangeSet(name, replaced + moved + added(dropped))


def drop_unit(lookup: Lookup, document_uid: str, role: UnitRole, span: Span, *, author: str = "") -> ChangeSet:
    """Say that what stands at `span` is no question or answer. Raises ActRefused when the span is not in the text."""
    ground = _ground(lookup, document_uid, role, author)
    name = ActName("unit.drop", (_words(ground.body, span),))
    return ChangeSet(name, _inside(ground, span) + added([_new_unit(ground, span, is_dropped=True)]))


def restore_units(lookup: Lookup, document_uid: str, span: Span) -> ChangeSet:
    """Go back to what is recognised at `span`: all that the user set there goes, in both roles.

    Raises ActRefused when the user set nothing there, or the span is not in the text.
    """
    document = the_document(lookup, document_uid)
    name = ActName("unit.restore", (_words(lookup.body(document.text_uid), span),))
    units = [unit for unit in lookup.set_units(document_uid) if unit.text_uid == document.text_uid]
    there = [unit for unit in units if unit.span.overlaps(span)]
    if not there:
        raise ActRefused(reason="Nothing was changed here: this is what the program recognises.")
    return ChangeSet(name, removed(there))


def _ground(lookup: Lookup, document_uid: str, role: UnitRole, author: str) -> _Ground:
    text_uid = the_document(lookup, document_uid).text_uid
    units = (unit for unit in lookup.set_units(document_uid) if (unit.text_uid, unit.role) == (text_uid, role))
    return _Ground(text_uid, document_uid, role, author, lookup.body(text_uid), tuple(units))


def _words(body: str, span: Span) -> str:
    """What stands at `span`, short. Raises ActRefused when that is nothing."""
    quote, _before, _after = quoted(body, span)
    if quote.isspace():
        raise ActRefused(reason="The passage holds only white space.")
    return words_of(quote)


def _new_unit(ground: _Ground, span: Span, *, is_dropped: bool = False) -> SetUnit:
    moment = now()
    place = (ground.text_uid, ground.document_uid, ground.role, span.start, span.end)
    return SetUnit(new_uid(), *place, is_dropped, ground.author, moment, moment)


def _inside(ground: _Ground, span: Span) -> tuple[Change, ...]:
    """The changes that take away what was set before inside `span`."""
    return removed(unit for unit in ground.units if span.start <= unit.start and unit.end <= span.end)


def _trimmed(body: str, spans: Iterable[Span]) -> list[Span]:
    """The spans without the white space at their ends; those that hold nothing else, or nothing, are left out."""
    trimmed = []
    for span in spans:
        words = body[span.start : span.end]
        start = span.start + len(words) - len(words.lstrip())
        if words.strip():
            trimmed.append(Span(start, start + len(words.strip())))
    return trimmed
