"""The styles of a Word file: which are headings and of what level, which are bold, which number their paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reader.importers.marked_up_xml import Element, attribute, children

_HEADING = re.compile(r"^(?:heading|kop) ?([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"^(?:toc|inhopg|contents) ?(?:\d|heading)$|^table of (?:figures|contents)$", re.IGNORECASE)
_DEEPEST_OUTLINE = 8  # an outline level of 9 means running text
_LONGEST_CHAIN = 20  # styles based on each other


@dataclass(frozen=True, slots=True)
class Style:
    """A style as far as it says what a paragraph is. None where it leaves that to the style it is based on."""

    name: str = ""
    based_on: str = ""
    outline: int | None = None  # 0 for the highest heading
    bold: bool | None = None
    hidden: bool | None = None
    numbering: str | None = None  # the id of its list
    depth: int | None = None  # its place in that list, from 0


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a file by their ids."""

    by_id: Mapping[str, Style] = field(default_factory=dict)
    default: str = ""

    @classmethod
    def read(cls, root: Element | None) -> Styles:
        """The styles in the part of that name; none without it."""
        found: dict[str, Style] = {}
        default = ""
        for tag, element in children(root) if root is not None else ():
            if tag == "style":
                identity = attribute(element, "styleId")
                found[identity] = _style(element)
                if attribute(element, "type") == "paragraph" and attribute(element, "default") in ("1", "true"):
                    default = identity
        return cls(found, default)

    def chain(self, identity: str) -> Iterator[Style]:
        """The style and those it is based on, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            style = self.by_id.get(identity)
            if style is None:
                return
            yield style
            identity = style.based_on

    def heading_level(self, identity: str) -> int:
        """The level of the heading that a paragraph of this style is, 1 for the highest; 0 for none."""
        for style in self.chain(identity):
            named = _HEADING.match(style.name)
            if named:
                return int(named[1])
            if style.outline is not None:
                return style.outline + 1 if style.outline <= _DEEPEST_OUTLINE else 0
        return 0

    def is_title(self, identity: str) -> bool:
        return any(style.name.lower() == "title" for style in self.chain(identity))

    def is_contents(self, identity: str) -> bool:
        """Whether a paragraph of this style is a line of a table of contents."""
        return any(_CONTENTS.match(style.name) for style in self.chain(identity))

    def is_bold(self, identity: str) -> bool:
        return next((style.bold for style in self.chain(identity) if style.bold is not None), False)

    def is_hidden(self, identity: str) -> bool:
        return next((style.hidden for style in self.chain(identity) if style.hidden is not None), False)

    def numbering(self, identity: str) -> tuple[str, int | None] | None:
        """The list of a paragraph of this style, and its place in it where the style says it."""
        return next(((one.numbering, one.depth) for one in self.chain(identity) if one.numbering is not None), None)


def is_on(element: Element) -> bool:
    """Whether a switch such as w:b is on: it is unless it says otherwise."""
    return attribute(element, "val") not in ("0", "false", "off", "none")


def whole(words: str) -> int | None:
    """The number that `words` are; None where they are none."""
    return int(words) if re.fullmatch(r"-?\d{1,9}", words) else None


def _style(element: Element) -> Style:
    values: dict[str, str] = {}
    switches: dict[str, bool] = {}
    for tag, child in children(element):
        if tag in ("name", "basedOn"):
            values[tag] = attribute(child, "val")
        for inner, one in children(child) if tag in ("pPr", "rPr") else ():
            if inner == "outlineLvl":
                values[inner] = attribute(one, "val")
            elif inner in ("b", "vanish"):
                switches[inner] = is_on(one)
            elif inner == "numPr":
                values |= {part: attribute(value, "val") for part, value in children(one)}
    return Style(
        values.get("name", ""),
        values.get("basedOn", ""),
        whole(values.get("outlineLvl", "")),
        switches.get("b"),
        switches.get("vanish"),
        values.get("numId"),
        whole(values.get("ilvl", "")),
    )
