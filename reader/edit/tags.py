"""Acts on labels: add, rename, recolour, describe, give a digit, move in the tree, merge, remove."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from reader.domain.changes import ActName, Change, ChangeSet, added, changed, removed
from reader.domain.errors import ActRefused
from reader.domain.model import Tag, Tagging, new_uid, now
from reader.edit.checks import clean_name, the_tag
from reader.edit.lookup import Lookup

HUES = range(1, 10)  # also the line patterns and the digit keys: 1 to 9


def add_tag(
    lookup: Lookup,
    name: str,
    *,
    parent_uid: str | None = None,
    hue: int | None = None,
    pattern: int | None = None,
    description: str = "",
    digit: int | None = None,
) -> ChangeSet:
    """Add a label as the last one under its parent; the new Tag is in the first change.

    Without `hue` and `pattern` it takes the next free pair; without `digit`, one of the first nine labels takes the
    lowest free one. Raises ActRefused when the name is empty or a sister label has it, or the digit is in use.
    """
    tags = lookup.tags()
    tidy = clean_name(name, "label")
    if parent_uid is not None:
        the_tag(lookup, parent_uid)
    _refuse_sister(tags, tidy, parent_uid)
    free_hue, free_pattern = _free_pair(tags)
    used_digits = {tag.digit for tag in tags if tag.digit is not None}
    if digit is None and len(tags) < len(HUES):
        digit = min(set(HUES) - used_digits, default=None)
    elif digit is not None and (digit not in HUES or digit in used_digits):
        raise ActRefused(reason=f"The digit {digit} cannot be given to this label; choose a free one from 1 to 9.")
    moment = now()
    tag = Tag(
        new_uid(),
        tidy,
        _hue(free_hue if hue is None else hue),
        _hue((free_pattern if hue is None else hue) if pattern is None else pattern),
        parent_uid,
        description.strip(),
        digit,
        max((tag.position for tag in _children(tags, parent_uid)), default=-1) + 1,
        moment,
        moment,
    )
    return ChangeSet(ActName("tag.add", (tidy,)), added([tag]))


def rename_tag(lookup: Lookup, tag_uid: str, name: str) -> ChangeSet:
    """Give a label another name. Raises ActRefused when it is empty or a sister label has it."""
    tag, tidy = the_tag(lookup, tag_uid), clean_name(name, "label")
    _refuse_sister([other for other in lookup.tags() if other.uid != tag_uid], tidy, tag.parent_uid)
    return _edited(ActName("tag.rename", (tag.name, tidy)), tag, replace(tag, name=tidy))


def recolour_tag(lookup: Lookup, tag_uid: str, hue: int, pattern: int) -> ChangeSet:
    """Give a label another colour and line pattern, numbers 1-9. Raises ActRefused for any other number."""
    tag = the_tag(lookup, tag_uid)
    return _edited(ActName("tag.recolour", (tag.name,)), tag, replace(tag, hue=_hue(hue), pattern=_hue(pattern)))


def describe_tag(lookup: Lookup, tag_uid: str, description: str) -> ChangeSet:
    """Write a label's definition as it is typed; typing it in one go is one undo step."""
    tag = the_tag(lookup, tag_uid)
    text = description if description.strip() else ""
    return _edited(ActName("tag.describe", (tag.name,)), tag, replace(tag, description=text), f"describe/{tag_uid}")


def set_digit(lookup: Lookup, tag_uid: str, digit: int | None) -> ChangeSet:
    """Give a label a digit key 1-9, or none; the label that had it loses it. Raises ActRefused for another number."""
    tag = the_tag(lookup, tag_uid)
    if digit is not None and digit not in HUES:
        raise ActRefused(reason="A label's key is a digit from 1 to 9.")
    name = ActName("tag.digit", (tag.name,))
    if tag.digit == digit:
        return ChangeSet(name)
    moment = now()
    holders = [other for other in lookup.tags() if digit is not None and other.digit == digit]
    changes = [Change(other, replace(other, digit=None, modified_at=moment)) for other in holders]
    return ChangeSet(name, (*changes, Change(tag, replace(tag, digit=digit, modified_at=moment))))


def move_tag(lookup: Lookup, tag_uid: str, parent_uid: str | None, index: int) -> ChangeSet:
    """Put a label under another one (None: at the top) at place `index` among its sisters, counted without itself.

    Raises ActRefused when it would lie under itself or a sister has its name.
    """
    tags, tag = lookup.tags(), the_tag(lookup, tag_uid)
    if parent_uid is not None:
        the_tag(lookup, parent_uid)
        if parent_uid == tag_uid or parent_uid in _beneath(tags, tag_uid):
            raise ActRefused(reason="A label cannot be put under itself.")
    sisters = [other for other in _children(tags, parent_uid) if other.uid != tag_uid]
    _refuse_sister(sisters, tag.name, parent_uid)
    place = min(max(index, 0), len(sisters))
    moved = replace(tag, parent_uid=parent_uid)
    return ChangeSet(ActName("tag.move", (tag.name,)), _in_order([*sisters[:place], moved, *sisters[place:]], tags))


def merge_tags(lookup: Lookup, source_uid: str, target_uid: str) -> ChangeSet:
    """Merge a label into another: its passages and the labels under it go to the target, then it is removed.

    The target keeps its name and colour, takes the digit when it has none, and adds the source's definition to its own.
    Raises ActRefused when the target is the source or lies under it, or both have a label of one name under them.
    """
    tags, source, target = lookup.tags(), the_tag(lookup, source_uid), the_tag(lookup, target_uid)
    if source_uid == target_uid:
        raise ActRefused(reason="A label cannot be merged with itself.")
    if target_uid in _beneath(tags, source_uid):
        raise ActRefused(reason=f"“{target.name}” lies under “{source.name}”. Merge it the other way round.")
    sisters, coming = _children(tags, target_uid), _children(tags, source_uid)
    for child in coming:
        _refuse_sister(sisters, child.name, target_uid)
    kept = [child for child in sisters if child.uid != source_uid]
    moment = now()
    have = {tagging.highlight_uid for tagging in lookup.taggings(tag_uid=target_uid)}
    old = lookup.taggings(tag_uid=source_uid)
    new = [
        Tagging(tagging.highlight_uid, target_uid, tagging.created_at, tagging.author)
        for tagging in old
        if tagging.highlight_uid not in have
    ]
    moved = _in_order([*kept, *(replace(child, parent_uid=target_uid) for child in coming)], tags)
    texts = dict.fromkeys(text for text in (target.description, source.description) if text)
    merged = replace(target, description="\n".join(texts), digit=target.digit or source.digit)
    update = changed(target, replace(merged, modified_at=moment)) if merged != target else ()
    # The source goes before the target takes its digit: no two labels have one digit at any moment.
    return ChangeSet(
        ActName("tag.merge", (source.name, target.name)),
        removed(old) + added(new) + moved + removed([source]) + update,
    )


def remove_tag(lookup: Lookup, tag_uid: str) -> ChangeSet:
    """Remove a label: its passages stay highlighted without it, the labels under it move up into its place.

    Raises ActRefused when a label that moves up would meet a label of its name.
    """
    tags, tag = lookup.tags(), the_tag(lookup, tag_uid)
    sisters, children = _children(tags, tag.parent_uid), _children(tags, tag_uid)
    place = [sister.uid for sister in sisters].index(tag_uid)
    others = [sister for sister in sisters if sister.uid != tag_uid]
    for child in children:
        _refuse_sister(sisters, child.name, tag.parent_uid)
    moving = [replace(child, parent_uid=tag.parent_uid) for child in children]
    order = _in_order([*others[:place], *moving, *others[place:]], tags) if children else ()
    return ChangeSet(
        ActName("tag.remove", (tag.name,)), removed(lookup.taggings(tag_uid=tag_uid)) + order + removed([tag])
    )


def _children(tags: Iterable[Tag], parent_uid: str | None) -> list[Tag]:
    return [tag for tag in tags if tag.parent_uid == parent_uid]


def _beneath(tags: list[Tag], tag_uid: str) -> set[str]:
    """The uids of all labels under this one."""
    found: set[str] = set()
    waiting = [tag_uid]
    while waiting:
        children = {tag.uid for tag in _children(tags, waiting.pop())} - found
        found |= children
        waiting.extend(children)
    return found


def _in_order(wanted: list[Tag], tags: list[Tag]) -> tuple[Change, ...]:
    """The changes that give these sisters the positions 0, 1, 2 ... and store what else differs from `tags`."""
    before = {tag.uid: tag for tag in tags}
    moment = now()
    changes: list[Change] = []
    for position, tag in enumerate(wanted):
        after = replace(tag, position=position)
        if after != before[tag.uid]:
            changes.append(Change(before[tag.uid], replace(after, modified_at=moment)))
    return tuple(changes)


def _edited(name: ActName, before: Tag, after: Tag, merge_key: str | None = None) -> ChangeSet:
    changes = (Change(before, replace(after, modified_at=now())),) if after != before else ()
    return ChangeSet(name, changes, merge_key)


def _refuse_sister(tags: Iterable[Tag], name: str, parent_uid: str | None) -> None:
    for tag in tags:
        if tag.parent_uid == parent_uid and tag.name.casefold() == name.casefold():
            raise ActRefused(reason=f"There is a label “{tag.name}” here already.")


def _hue(number: int) -> int:
    if number not in HUES:
        raise ActRefused(reason="Colours and line patterns are numbered from 1 to 9.")
    return number


def _free_pair(tags: list[Tag]) -> tuple[int, int]:
    """The first unused pair of hue and pattern: equal numbers first, then the others; (1, 1) when all 81 are used."""
    used = {(tag.hue, tag.pattern) for tag in tags}
    others = ((1 + (row + shift) % 9, 1 + row) for shift, row in product(range(1, 9), range(9)))
    candidates = [*((number, number) for number in HUES), *others]
    return next((pair for pair in candidates if pair not in used), (1, 1))
