"""The act of merging: all that another copy of the project, or a file of another program, holds comes into this one.

Nothing that nobody deleted is lost. Of what both changed the newest stays, with the notes of both; what one side
deleted goes, unless the other changed it later. Both sides merged into each other hold the same things; each keeps its
order of papers and labels, and its own identity of what both made (a paper imported twice, labels of one name).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from reader.domain.changes import ActName, Change, ChangeSet
from reader.domain.collection import Collection, TextVersion
from reader.domain.model import (
    Decision,
    Document,
    Entity,
    Highlight,
    Link,
    LinkKind,
    Rejection,
    SetUnit,
    Tag,
    Tagging,
    Text,
    Tombstone,
    Verdict,
)
from reader.edit.merging_labels import settled
from reader.edit.merging_report import MergeItem, differences, item
from reader.edit.merging_rows import Joined, join_all, join_at_one_place, place_of, says_other
from reader.edit.merging_sides import Key, Row, Side, key_of, parted_at, sides, time_of
from reader.edit.merging_survival import Survivors, survivors
from reader.edit.merging_versions import Find, carried_over, is_carried, left_behind, sure_places

ORDER = (Document, TextVersion, Highlight, Tag, Tagging, LinkKind, Link, Verdict, Decision, Rejection, SetUnit)
KindT = TypeVar("KindT", bound=Row)
ReadText = Callable[[TextVersion], Text]
TOLD_IN = {"both": 0, "returned": 1, "joined": 2, "removed": 3, "changed": 4, "added": 5}  # the order of the report


@dataclass(frozen=True, slots=True)
class Merged:
    """The act, empty when there is nothing to merge; what it does, item by item; and what could not be taken over.

    `left_out`: how many things of the other side refer to what is not there. `left_behind`: how many passages stand,
    from now on, in another version of their paper than the one that is shown.
    """

    change_set: ChangeSet
    items: tuple[MergeItem, ...]
    left_out: int
    left_behind: int


def merge(
    ours: Collection, theirs: Collection, name: str = "", *, find: Find = sure_places, only_look: bool = False
) -> Merged:
    """Merge another collection into ours, as one act named after the other file.

    Of papers and texts, labels, types of link and verdicts that both made, ours keep their identity. A thing without a
    moment of change counts as older than ours. The texts of new papers are read from `theirs.text`. Where the two show
    other versions of a paper, `find` looks for what was marked in the one that gives way; what it raises ends the work.
    With `only_look` the act is not to be done: the texts in it are not read.
    """
    mine, other = sides(ours, theirs)
    joined = join_all(mine, other, parted_at(ours, theirs))
    rows: dict[Key, Row] = {**other.rows, **mine.rows, **{key: one.row for key, one in joined.items()}}
    stay = survivors(rows, mine, other)
    became = {key: row for key, row in rows.items() if key in stay.alive}
    read = _reader_of(ours, theirs, mine, other)
    became |= {key_of(row): row for row in carried_over(became, mine, other, read, find)}
    joined_into = _one_at_a_place(became)
    _settle_labels(became, rows)
    _number_the_new(became, mine)
    changes = (
        *_forgotten(mine, became),
        *_changes(mine, became, _texts_of(ours, mine, only_look), _texts_of(theirs, other, only_look)),
    )
    changes += tuple(_tombstones(mine, other, became, joined_into))
    if changes:
        new = other.same - mine.deleted.keys() - other.deleted.keys()
        changes += tuple(Change(None, Tombstone(one, "")) for one in sorted(new))
    items = _report(mine, other, became, joined, stay, joined_into)
    return Merged(
        ChangeSet(ActName("project.merge", (name,)), changes), items, len(stay.unbound), left_behind(became, mine)
    )


def _reader_of(ours: Collection, theirs: Collection, mine: Side, other: Side) -> Callable[[str], Text]:
    """Reads a text of either side by our identity."""

    def read(uid: str) -> Text:
        return ours.text(uid) if (TextVersion, uid) in mine.rows else theirs.text(other.own_texts.get(uid, uid))

    return read


def _of(rows: Mapping[Key, Row], kind: type[KindT]) -> list[KindT]:
    return [row for row in rows.values() if isinstance(row, kind)]


# -- what does not go together -----------------------------------------------------------------------------------------


def _one_at_a_place(became: dict[Key, Row]) -> dict[str, str]:
    """Join links, decisions and the like of which there can be one at a place. Gives the moment of those that go."""
    gone: dict[str, str] = {}
    for placed in (_of(became, Link), _of(became, Decision), _of(became, Rejection), _of(became, SetUnit)):
        kept, more = join_at_one_place(placed)
        became |= {key_of(row): row for row in kept}
        gone |= more
    for key in [key for key in became if key[1] in gone]:
        del became[key]
    return gone


def _settle_labels(became: dict[Key, Row], rows: Mapping[Key, Row]) -> None:
    gone = {tag.uid: tag for tag in _of(rows, Tag) if (Tag, tag.uid) not in became}
    for tag in settled(_of(became, Tag), gone):
        became[Tag, tag.uid] = tag


def _number_the_new(became: dict[Key, Row], mine: Side) -> None:
    """Put what is new after what we have, in the order of the other side; versions of a text get free numbers."""
    following: dict[Hashable, int] = {}
    for key in became.keys() & mine.rows.keys():
        row = became[key]
        if isinstance(row, TextVersion | Document | Tag | LinkKind | Verdict):
            group, number = _row_of_numbers(row)
            following[group] = max(following.get(group, 0), number + 1)
    new = [row for key, row in became.items() if key not in mine.rows]
    numbered = [row for row in new if isinstance(row, TextVersion | Document | Tag | LinkKind | Verdict)]
    for row in sorted(numbered, key=lambda row: (_row_of_numbers(row)[1], time_of(row), row.uid)):
        group, number = _row_of_numbers(row)
        if group not in following:
            following[group] = number
        free = following[group]
        following[group] = free + 1
        became[type(row), row.uid] = (
            replace(row, version=free) if isinstance(row, TextVersion) else replace(row, position=free)
        )


def _row_of_numbers(row: TextVersion | Document | Tag | LinkKind | Verdict) -> tuple[Hashable, int]:
    """In which row of numbers a thing stands, and its number there."""
    if isinstance(row, TextVersion):
        return (TextVersion, row.document_uid), row.version
    return (type(row), row.parent_uid if isinstance(row, Tag) else None), row.position


# -- the act -----------------------------------------------------------------------------------------------------------


def _changes(mine: Side, became: Mapping[Key, Row], ours: ReadText, theirs: ReadText) -> Iterator[Change]:
    """The changes in an order in which no two things have one place, name or digit at any moment."""
    moved = {
        key
        for key, row in mine.rows.items()
        if isinstance(row, Link | Decision | Rejection | SetUnit) and key in became and _is_moved(row, became[key])
    }
    for kind in reversed(ORDER):
        for key, row in mine.rows.items():
            if key[0] is kind and (key not in became or key in moved):
                yield Change(_whole(row, ours), None)
    names = _cleared_names(mine, became)
    yield from (Change(mine.rows[key], cleared) for key, cleared in names.items())  # type: ignore[arg-type]
    for kind in ORDER:
        for key, row in became.items():
            if key[0] is not kind:
                continue
            if key not in mine.rows or key in moved:
                yield Change(None, _whole(row, theirs))
            elif (before := names.get(key, mine.rows[key])) != row:
                yield Change(before, row)  # type: ignore[arg-type]  # a text that both have never changes


def _whole(row: Row, text: ReadText) -> Entity:
    """The thing as a project holds it; a text with its body, under our paper."""
    if isinstance(row, TextVersion):
        return replace(text(row), uid=row.uid, document_uid=row.document_uid, version=row.version)
    return row


def _texts_of(collection: Collection, side: Side, only_look: bool) -> ReadText:
    if only_look:
        return lambda row: Text(
            row.uid, row.document_uid, row.version, "", "", row.sha256, "", b"", "", b"", row.original_sha256, ""
        )
    return lambda row: collection.text(side.own_texts.get(row.uid, row.uid))


def _is_moved(row: Link | Decision | Rejection | SetUnit, after: Row) -> bool:
    assert isinstance(after, Link | Decision | Rejection | SetUnit)
    return place_of(row) != place_of(after)


def _cleared_names(mine: Side, became: Mapping[Key, Row]) -> dict[Key, Tag]:
    """Our labels that give up a name or a digit which another one takes, as they are in between."""
    after = _of(became, Tag)
    names = {(tag.parent_uid, tag.name): tag.uid for tag in after}
    digits = {tag.digit: tag.uid for tag in after if tag.digit is not None}
    return {
        (Tag, tag.uid): replace(tag, name=tag.uid, digit=None)
        for tag in _of(mine.rows, Tag)
        if (Tag, tag.uid) in became
        and {names.get((tag.parent_uid, tag.name), tag.uid), digits.get(tag.digit or 0, tag.uid)} != {tag.uid}
    }


def _forgotten(mine: Side, became: Mapping[Key, Row]) -> Iterator[Change]:
    """Nothing that comes in is held as deleted; when the act is taken back, it is as before."""
    for key, row in became.items():
        if key not in mine.rows:
            known = mine.deleted.get(key[1])
            # Taking the act back deletes the thing, and must not keep that as a deletion: this entry is then taken out.
            yield (
                Change(None, Tombstone(key[1], time_of(row)))
                if known is None
                else Change(Tombstone(key[1], known), None)
            )


def _tombstones(mine: Side, other: Side, became: Mapping[Key, Row], joined_into: Mapping[str, str]) -> Iterator[Change]:
    """When what is not here was deleted there: a third copy that still has it must not bring it back."""
    alive = {uid for _kind, uid in became}
    for uid, moment in sorted({**other.deleted, **joined_into}.items()):
        known = mine.deleted.get(uid)
        if uid not in alive and (known is None or known < moment):
            yield Change(Tombstone(uid, known) if known is not None else None, Tombstone(uid, moment))


# -- the report --------------------------------------------------------------------------------------------------------


def _report(
    mine: Side,
    other: Side,
    became: Mapping[Key, Row],
    joined: Mapping[Key, Joined],
    stay: Survivors,
    joined_into: Mapping[str, str],
) -> tuple[MergeItem, ...]:
    rows = {**other.rows, **mine.rows, **became}
    found = [
        *_told_of_ours(mine, other, became, joined, joined_into, rows),
        *(
            item(key, row, "returned" if key in stay.returned else "added", rows)
            for key, row in became.items()
            if key not in mine.rows and not _goes_without_saying(row, mine.rows, stay.returned)
        ),
        *(
            item(key, became[key], "returned", rows)
            for key in stay.returned
            if key in mine.rows and key in became and not isinstance(became[key], Tagging | TextVersion)
        ),
    ]
    order = {kind: place for place, kind in enumerate(dict.fromkeys(one.kind for one in found))}
    return tuple(sorted(found, key=lambda one: (TOLD_IN[one.outcome], order[one.kind])))


def _told_of_ours(
    mine: Side,
    other: Side,
    became: Mapping[Key, Row],
    joined: Mapping[Key, Joined],
    joined_into: Mapping[str, str],
    rows: Mapping[Key, Row],
) -> Iterator[MergeItem]:
    for key, row in mine.rows.items():
        if key not in became:
            if not _goes_without_saying(row, became, ()):
                yield item(key, row, "joined" if key[1] in joined_into else "removed", rows)
            continue
        is_same = became[key] == row
        if key in joined and joined[key].both_changed:
            if not is_same or time_of(row) != time_of(other.rows[key]):
                yield item(key, became[key], "both", rows, differences(row, other.rows[key], rows))
        elif not is_same and not isinstance(row, TextVersion) and says_other(became[key], row):
            said = differences(row, became[key], rows)
            if said or not is_carried(row, became[key]):
                yield item(key, became[key], "changed", rows, said)


def _goes_without_saying(row: Row, there: Mapping[Key, Row], returned: Container[Key]) -> bool:
    """The bare end of a link, a text of a paper that is told of, a label of a passage that is told of."""
    if isinstance(row, Highlight):
        return row.kind == "anchor"
    if isinstance(row, TextVersion):
        return (Document, row.document_uid) not in there
    if isinstance(row, Tagging):
        passage = (Highlight, row.highlight_uid)
        return passage not in there or passage in returned
    return False
