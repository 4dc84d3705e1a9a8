"""The numbers that Word shows before paragraphs and does not write down: "1.2", "a)", "•", "Vraag 3"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.importers.docx_styles import Styles, whole
from reader.importers.marked_up_numbers import number_words
from reader.importers.marked_up_xml import Element, attribute, children

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"
_DASHES = "-–—"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered: `text` has "%1" for the number of level 1."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    restarts_below: int | None = None  # the level after which it starts again; None: any higher level
    legal: bool = False  # all numbers in figures
    style: str = ""  # the style of its paragraphs


@dataclass(frozen=True, slots=True)
class _List:
    """A list: the counters it shares with others of its make, and its levels."""

    shared: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]  # where this list itself begins


@dataclass(slots=True)
class Numbering:
    """The lists of a file, and the counters while its paragraphs are read in order."""

    lists: dict[str, _List] = field(default_factory=dict)
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def read(cls, root: Element | None, styles: Styles) -> Numbering:
        """The lists in the part of that name; none without it."""
        if root is None:
            return cls()
        makes: dict[str, dict[int, Level]] = {}
        linked: dict[str, str] = {}
        for tag, element in children(root):
            if tag == "abstractNum":
                identity = attribute(element, "abstractNumId")
                makes[identity] = _levels(element)
                for inner, one in children(element):
                    if inner == "numStyleLink":
                        linked[identity] = attribute(one, "val")
        lists: dict[str, _List] = {}
        for tag, element in children(root):
            if tag == "num":
                lists[attribute(element, "numId")] = _list(element, makes)
        for identity, one in list(lists.items()):
            if one.shared in linked:
                named = styles.numbering(linked[one.shared])
                lists[identity] = lists.get(named[0], one) if named else one
        return cls(lists)

    def depth_of_style(self, identity: str, style: str) -> int:
        """The level of list `identity` that belongs to paragraphs of `style`; the first where none does."""
        levels = self.lists[identity].levels if identity in self.lists else {}
        return next((depth for depth, level in levels.items() if level.style == style), 0)

    def next_mark(self, identity: str, depth: int) -> str:
        """What stands before the next paragraph of list `identity` at `depth`, from 0; nothing where it has no mark."""
        found = self.lists.get(identity)
        if found is None or not 0 <= depth < _LEVELS:
            return ""
        level = found.levels.get(depth, Level(text=f"%{depth + 1}."))
        counters = self.counters.setdefault(found.shared, {})
        start = found.starts.get(depth)
        if start is not None and (identity, depth) not in self.begun:
            counters[depth] = start
        else:
            counters[depth] = counters[depth] + 1 if depth in counters else level.start
        self.begun.add((identity, depth))
        for lower in range(depth + 1, _LEVELS):
            after = found.levels[lower].restarts_below if lower in found.levels else None
            if after is None or (after > 0 and depth < after):
                counters.pop(lower, None)
        return _shown(level, found, counters)


def _shown(level: Level, found: _List, counters: Mapping[int, int]) -> str:
    if level.form == "none" and not level.text:
        return ""
    if level.form == "bullet":
        if level.text.isspace():  # a list that only moves its paragraphs to the right
            return ""
        return level.text if level.text in _DASHES and level.text else _BULLET

    def number(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        other = found.levels.get(place, Level())
        form = "decimal" if level.legal else other.form
        return number_words(counters.get(place, other.start), form)

    return _PLACE.sub(number, level.text).strip()


def _levels(element: Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for tag, child in children(element):
        depth = whole(attribute(child, "ilvl"))
        if tag == "lvl" and depth is not None:
            levels[depth] = _level(child)
    return levels


def _level(element: Element) -> Level:
    values = {tag: attribute(child, "val") for tag, child in children(element)}
    start = whole(values.get("start", ""))
    return Level(
        values.get("numFmt") or "decimal",
        values.get("lvlText", "")[:100],
        1 if start is None else start,
        whole(values.get("lvlRestart", "")),
        "isLgl" in values and values["isLgl"] not in ("0", "false"),
        values.get("pStyle", ""),
    )


def _list(element: Element, makes: Mapping[str, Mapping[int, Level]]) -> _List:
    shared = next((attribute(child, "val") for tag, child in children(element) if tag == "abstractNumId"), "")
    levels = dict(makes.get(shared, {}))
    starts: dict[int, int] = {}
    for tag, child in children(element):
        depth = whole(attribute(child, "ilvl"))
        if tag != "lvlOverride" or depth is None:
            continue
        for inner, one in children(child):
            start = whole(attribute(one, "val"))
            if inner == "startOverride" and start is not None:
                starts[depth] = start
            elif inner == "lvl":
                levels[depth] = _level(one)
    return _List(shared, levels, starts)
