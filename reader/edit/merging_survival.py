"""What is left of two sides of a merge after the deletions of both: nothing is lost that nobody deleted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reader.domain.collection import TextVersion
from reader.domain.model import (
    Decision,
    Document,
    Highlight,
    Link,
    LinkKind,
    Rejection,
    SetUnit,
    Tag,
    Tagging,
    Verdict,
)
from reader.edit.merging_sides import Key, Row, Side, time_of


@dataclass(frozen=True, slots=True)
class Survivors:
    """Which things stay or come; `returned` are those among them that one side had deleted, with the moment.

    `unbound` are those that refer to what is on neither side: they cannot be kept.
    """

    alive: set[Key]
    returned: dict[Key, str]
    unbound: set[Key]


def survivors(rows: Mapping[Key, Row], ours: Side, theirs: Side) -> Survivors:
    """What stays of `rows`, which has each thing of either side as it would be.

    A thing that one side deleted stays when the other changed it later, or something that nobody deleted needs it.

    What was deleted with it in one act, because it stood in it or hung on it, then stays too.
    """
    alive: set[Key] = set()
    dead: dict[Key, str] = {}
    returned: dict[Key, str] = {}
    for key, row in rows.items():
        moment = _deleted_at(key, ours, theirs)
        if moment is None:
            alive.add(key)
        elif time_of(row) > moment:
            alive.add(key)
            returned[key] = moment
        else:
            dead[key] = moment
    hanging: dict[Key, list[Key]] = {}
    for key in dead:
        for need in needs(rows[key]):
            hanging.setdefault(need, []).append(key)
    todo = [need for key in alive for need in needs(rows[key]) if need in dead]
    todo += returned
    while todo:
        key = todo.pop()
        if key in dead:
            returned[key] = dead.pop(key)
            alive.add(key)
        todo.extend(need for need in needs(rows[key]) if need in dead)
        together = (other for other in hanging.get(key, ()) if dead.get(other) == returned.get(key))
        todo.extend(other for other in together if other in dead)
    unbound = _unbound(rows, alive)
    return Survivors(alive - unbound, {key: at for key, at in returned.items() if key not in unbound}, unbound)


def needs(row: Row) -> Iterator[Key]:
    """The things without which this one cannot be. A label can do without the one it lies under."""
    match row:
        case Document():
            yield TextVersion, row.text_uid
        case TextVersion():
            yield Document, row.document_uid
        case Highlight() | SetUnit():
            yield TextVersion, row.text_uid
        case Tagging():
            yield Highlight, row.highlight_uid
            yield Tag, row.tag_uid
        case Link():
            yield LinkKind, row.kind_uid
            yield Highlight, row.source_uid
            yield Highlight, row.target_uid
        case Decision():
            yield TextVersion, row.text_uid
            if row.verdict_uid is not None:
                yield Verdict, row.verdict_uid
        case Rejection():
            yield TextVersion, row.question_text_uid
            yield TextVersion, row.answer_text_uid
        case _:
            return


def _deleted_at(key: Key, ours: Side, theirs: Side) -> str | None:
    """When the one side deleted what the other has; None when both have it, or nobody deleted it."""
    if key in ours.rows and key in theirs.rows:
        return None
    return (theirs if key in ours.rows else ours).deleted.get(key[1])


def _unbound(rows: Mapping[Key, Row], alive: set[Key]) -> set[Key]:
    unbound: set[Key] = set()
    while True:
        more = {
            key for key in alive - unbound if any(need not in alive or need in unbound for need in needs(rows[key]))
        }
        if not more:
            return unbound
        unbound |= more
