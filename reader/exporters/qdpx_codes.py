"""The labels of a project as REFI-QDA codes: a tree with definitions and colours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from reader.domain.model import Tag, by_uid
from reader.exporters.colours import tint_and_line
from reader.exporters.qdpx_xml import Element, add, guid_of, named


def add_codes(parent: Element, tags: Iterable[Tag], used: Collection[str]) -> None:
    """Put the element Codes in `parent`, which needs at least one label.

    `used` are the uids of the labels that passages have: a label that only holds others is no code but a group, which
    some programs cannot give to a passage.
    """
    tags = list(tags)
    known = by_uid(tags)
    beneath: dict[str | None, list[Tag]] = defaultdict(list)
    for tag in tags:
        beneath[tag.parent_uid if tag.parent_uid in known else None].append(tag)
    codes = add(parent, "Codes")
    waiting = [(codes, tag) for tag in reversed(beneath[None])]
    while waiting:  # not by recursion: a tree may be deep
        above, tag = waiting.pop()
        is_group = bool(beneath[tag.uid]) and tag.uid not in used
        code = add(
            above,
            "Code",
            guid=guid_of(tag.uid),
            name=named(tag.name),
            isCodable="false" if is_group else "true",
            color=tint_and_line(tag.hue)[1],  # the light tint would not be seen as a line in other programs
        )
        if tag.description:
            add(code, "Description", tag.description)
        waiting += [(code, child) for child in reversed(beneath[tag.uid])]
