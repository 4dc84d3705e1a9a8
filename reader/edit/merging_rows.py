"""One thing out of two: which of two states of a thing stays in a merge, and what is kept of the other."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from reader.domain.collection import TextVersion
from reader.domain.model import Decision, Document, Highlight, Link, LinkKind, Rejection, SetUnit, Tag, Tagging, Verdict
from reader.edit.merging_sides import Key, Row, Side, time_of

PLACES: Mapping[type, tuple[str, ...]] = {
    Highlight: ("text_uid", "document_uid", "start", "end", "quote", "prefix", "suffix", "status"),
    Decision: ("text_uid", "document_uid", "start", "end"),
    SetUnit: ("text_uid", "document_uid", "start", "end"),
}
SHOWN = ("text_uid", "source_name", "pages", "characters")  # of a paper: which version is shown, and its facts
NOTES: Mapping[type, str] = {Highlight: "note", Link: "note", Decision: "note", Tag: "description"}
# What each side keeps for itself: it says nothing of the thing.
OWN: Mapping[type, tuple[str, ...]] = {
    Document: ("position", "created_at"),
    Tag: ("position", "created_at"),
    LinkKind: ("position", "builtin"),
    Verdict: ("position", "builtin"),
    TextVersion: tuple(field.name for field in fields(TextVersion)),
}
RowT = TypeVar("RowT", bound=Row)
Placed = Link | Decision | Rejection | SetUnit


@dataclass(frozen=True, slots=True)
class Joined:
    """A thing that both sides have: as it becomes, and whether both had changed it."""

    row: Row
    both_changed: bool


def join_all(ours: Side, theirs: Side, parted: str) -> dict[Key, Joined]:
    """Each thing that is on both sides, as it becomes."""
    found = {
        key: join(row, theirs.rows[key], parted, ours, theirs) for key, row in ours.rows.items() if key in theirs.rows
    }
    for key, joined in found.items():
        if isinstance(joined.row, Document):
            found[key] = replace(joined, row=_with_new_version(joined.row, key, ours, theirs))
    shown = {key[1]: joined.row.text_uid for key, joined in found.items() if isinstance(joined.row, Document)}
    for key, joined in found.items():
        if isinstance(joined.row, Highlight | Decision | SetUnit | Rejection):
            row = _on_shown_text(joined.row, (ours.rows[key], theirs.rows[key]), shown)
            found[key] = replace(joined, row=row)
    return found


def join(mine: Row, other: Row, parted: str, ours: Side, theirs: Side) -> Joined:
    """The newest of two states of a thing. When both sides changed it, the note of the older one is added to it."""
    if mine == other:
        return Joined(mine, both_changed=False)
    other = _with_own_of(other, mine)
    author = _author(mine, other)
    if author is not None:
        mine_known, other = _changed(mine, author=author), _changed(other, author=author)
    else:
        mine_known = mine
    if mine_known == other:
        return Joined(mine_known, both_changed=False)
    newest, older = _in_order(mine_known, other)
    both = all(not time_of(row) or time_of(row) > parted for row in (mine_known, other))
    left_out = ours.without_notes or theirs.without_notes
    kept = with_note_of(newest, older) if both or left_out else newest
    return Joined(kept, both_changed=both and hasattr(mine, "modified_at") and says_other(mine_known, other))


def says_other(row: Row, before: Row) -> bool:
    """Whether a thing became other than it was, in more than its moments."""
    moments = {name: "" for name in ("created_at", "modified_at") if hasattr(row, name)}
    return _changed(row, **moments) != _changed(before, **moments)


def with_note_of(row: RowT, other: Row) -> RowT:
    """The thing with the note of `other` below its own, unless that is in it already."""
    name = NOTES.get(type(row))
    if name is None:
        return row
    own, added = str(getattr(row, name)), str(getattr(other, name))
    if not added.strip() or added.strip() in own:
        return row
    note = f"{own.rstrip()}\n\n{added}" if own.strip() else added
    changes: dict[str, Any] = {name: note}
    if isinstance(row, Highlight):
        changes["kind"] = "highlight"  # the bare end of a link has no note
    return replace(row, **changes)


def join_at_one_place(rows: Iterable[Placed]) -> tuple[list[Placed], dict[str, str]]:
    """Join things of which there can be one at a place: what they become, and of those that go into another the moment.

    The oldest stays, in its newest state and with the notes of all. Those that are alone are not named.
    """
    at: dict[Hashable, list[Placed]] = {}
    for row in rows:
        at.setdefault(place_of(row), []).append(row)
    kept: list[Placed] = []
    gone: dict[str, str] = {}
    for several in at.values():
        if len(several) > 1:
            oldest = min(several, key=lambda row: (row.created_at, row.uid))
            *others, newest = sorted(several, key=_newness)
            for other in reversed(others):
                newest = with_note_of(newest, other)
            kept.append(replace(newest, uid=oldest.uid, created_at=oldest.created_at, author=oldest.author))
            gone |= {row.uid: time_of(newest) for row in several if row is not oldest}
    return kept, gone


def place_of(row: Placed) -> Hashable:
    """That of which a project has one."""
    match row:
        case Link():
            return row.kind_uid, row.source_uid, row.target_uid
        case Decision():
            return row.text_uid, row.start, row.end
        case SetUnit():
            return row.text_uid, row.role, row.start, row.end
        case Rejection():
            return (
                row.question_text_uid, row.question_start, row.question_end,
                row.answer_text_uid, row.answer_start, row.answer_end,
            )  # fmt: skip


def _changed(row: RowT, **changes: Any) -> RowT:
    """The row with other values in fields that not every kind of row has."""
    return replace(row, **changes)


def _with_own_of(other: RowT, mine: Row) -> RowT:
    names = OWN.get(type(other), ())
    return _changed(other, **{name: getattr(mine, name) for name in names}) if names else other


def _author(mine: Row, other: Row) -> str | None:
    """Who made the thing: names may have been left out on one side. None when there is nothing to settle."""
    names = {getattr(mine, "author", ""), getattr(other, "author", "")}
    return min(name for name in names if name) if len(names) > 1 else None


def _in_order(mine: RowT, other: RowT) -> tuple[RowT, RowT]:
    """The newest and the older one; of two of one moment the one whose note has that of the other in it."""
    if isinstance(mine, Tagging):
        first, second = sorted((mine, other), key=_newness)
        return first, second  # given twice: when it was given first
    if time_of(mine) != time_of(other):
        return (mine, other) if time_of(mine) > time_of(other) else (other, mine)
    name = NOTES.get(type(mine), "")
    notes = [str(getattr(row, name, "")) for row in (mine, other)]
    if notes[0] != notes[1] and notes[1] in notes[0]:
        return mine, other
    if notes[0] != notes[1] and notes[0] in notes[1]:
        return other, mine
    second, first = sorted((mine, other), key=_newness)
    return first, second


def _newness(row: Row) -> tuple[str, str]:
    """An order of the states of things that is the same on both sides."""
    return time_of(row), repr(row)


def _with_new_version(row: Document, key: Key, ours: Side, theirs: Side) -> Document:
    """The paper as the side shows it that has a version the other never had, also when the other changed it later."""
    new = []
    for one, other in ((ours, theirs), (theirs, ours)):
        paper = one.rows[key]
        assert isinstance(paper, Document)
        if (TextVersion, paper.text_uid) not in other.rows and paper.text_uid not in other.deleted:
            new.append(paper)
    return _changed(row, **{name: getattr(new[0], name) for name in SHOWN}) if len(new) == 1 else row


def _on_shown_text(
    row: Highlight | Decision | SetUnit | Rejection, states: tuple[Row, Row], shown: Mapping[str, str]
) -> Row:
    """The thing where it is in the text that is shown, when either side has it there."""
    if isinstance(row, Rejection):
        question = (row.question_document_uid, "question_text_uid", "question_start", "question_end")
        answer = (row.answer_document_uid, "answer_text_uid", "answer_start", "answer_end")
        for document_uid, *names in (question, answer):
            row = _placed_as(row, states, shown.get(document_uid), names)
        return row
    return _placed_as(row, states, shown.get(row.document_uid), PLACES[type(row)])


def _placed_as(row: RowT, states: tuple[Row, Row], text_uid: str | None, names: Sequence[str]) -> RowT:
    """The row with the place, which `names` begin with the text of, of the state that stands in this text."""
    if text_uid is not None and getattr(row, names[0]) != text_uid:
        for state in states:
            if getattr(state, names[0]) == text_uid:
                return _changed(row, **{name: getattr(state, name) for name in names})
    return row
