"""The tree of labels after a merge: no label under itself, one of a name under a parent, one to a digit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reader.domain.model import Tag
from reader.edit.merging_sides import time_of


def settled(tags: Iterable[Tag], gone: Mapping[str, Tag]) -> list[Tag]:
    """The labels without clashes, the same whatever side they come from.

    `gone` has the labels that do not stay, by uid: what lies under one of them moves up. Of two labels of one name
    under one parent, and of two with one digit, the one that was left alone longest keeps it.
    """
    by_time = sorted(tags, key=lambda tag: (time_of(tag), tag.name, tag.uid))
    parents = _parents({tag.uid: tag.parent_uid for tag in by_time}, gone)
    taken: set[tuple[str | None, str]] = set()
    digits: set[int] = set()
    found = []
    for tag in by_time:
        parent = parents[tag.uid]
        name = _free_name(tag.name, parent, taken)
        digit = None if tag.digit in digits else tag.digit
        taken.add((parent, name.casefold()))
        if digit is not None:
            digits.add(digit)
        found.append(replace(tag, parent_uid=parent, name=name, digit=digit))
    return found


def _free_name(name: str, parent: str | None, taken: set[tuple[str | None, str]]) -> str:
    free, number = name, 1
    while (parent, free.casefold()) in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def _parents(wanted: Mapping[str, str | None], gone: Mapping[str, Tag]) -> dict[str, str | None]:
    """The parent of each label: the nearest one above it that stays; a label of a ring comes to the top."""
    parents: dict[str, str | None] = {}
    for uid, parent in wanted.items():
        passed: set[str] = set()
        while parent is not None and parent not in wanted:
            above = gone.get(parent)
            passed.add(parent)
            parent = above.parent_uid if above is not None and above.parent_uid not in passed else None
        parents[uid] = parent
    for uid in parents:  # in order of time, so that both sides break a ring at one place
        passed = {uid}
        above_uid = parents[uid]
        while above_uid is not None and above_uid not in passed:
            passed.add(above_uid)
            above_uid = parents[above_uid]
        if above_uid == uid:
            parents[uid] = None
    return parents
