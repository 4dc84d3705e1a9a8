"""The styles of an OpenDocument text: which are titles, bold or hidden, and how lists are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reader.importers.marked_up_numbers import number_words
from reader.importers.marked_up_xml import Element, attribute, children, local_name

_LONGEST_CHAIN = 20
_DASHES = "-–—"


@dataclass(frozen=True, slots=True)
class Style:
    """A style as far as it matters. None where it leaves that to its parent."""

    name: str = ""
    parent: str = ""
    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    list_style: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is marked: by a bullet, or by the numbers of `shown` levels up to its own."""

    bullet: str = ""
    form: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by name, the lists by name and level from 1, and that of the headings ("")."""

    by_name: Mapping[str, Style] = field(default_factory=dict)
    lists: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)

    @classmethod
    def read(cls, *roots: Element | None) -> Styles:
        """The styles in the parts of a file that hold them."""
        by_name: dict[str, Style] = {}
        lists: dict[str, dict[int, Level]] = {}
        for root in roots:
            for element in root.iter() if root is not None else ():
                tag = local_name(element)
                if tag == "style":
                    by_name[attribute(element, "name")] = _style(element)
                elif tag in ("list-style", "outline-style"):
                    name = "" if tag == "outline-style" else attribute(element, "name")
                    lists[name] = {
                        int(attribute(one, "level")): _level(one)
                        for _, one in children(element)
                        if attribute(one, "level").isdecimal()
                    }
        return cls(by_name, lists)

    def chain(self, name: str) -> Iterator[Style]:
        """The style and its parents, nearest first."""
        for _ in range(_LONGEST_CHAIN):
            style = self.by_name.get(name)
            if style is None:
                return
            yield style
            name = style.parent

    def is_title(self, name: str) -> bool:
        return name == "Title" or any("Title" in (style.parent, style.name) for style in self.chain(name))

    def is_bold(self, name: str) -> bool | None:
        """Whether words of this style are bold; None where it does not say."""
        return next((style.bold for style in self.chain(name) if style.bold is not None), None)

    def is_hidden(self, name: str) -> bool:
        return next((style.hidden for style in self.chain(name) if style.hidden is not None), False)

    def is_raised(self, name: str) -> bool:
        """Whether words of this style stand high above the line."""
        return next((style.raised for style in self.chain(name) if style.raised is not None), False)

    def list_of(self, name: str) -> str:
        """The list to which paragraphs of this style belong; nothing for none."""
        return next((style.list_style for style in self.chain(name) if style.list_style), "")


def mark_of(levels: Mapping[int, Level], depth: int, counters: Mapping[int, int]) -> str:
    """What stands before an item at `depth`, from 1, when the levels have counted to `counters`."""
    level = levels.get(depth)
    if level is None:
        return ""
    if level.bullet.isspace():  # a list that only moves its paragraphs to the right
        return ""
    if level.bullet:
        return level.bullet if level.bullet in _DASHES else "•"
    if not level.form:
        return ""
    shown = range(max(1, depth - level.shown + 1), depth + 1)
    numbers = [
        number_words(counters.get(one, levels[one].start if one in levels else 1), form)
        for one in shown
        if (form := levels[one].form if one in levels else level.form)
    ]
    return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip()


def _style(element: Element) -> Style:
    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    for tag, child in children(element):
        if tag != "text-properties":
            continue
        weight = attribute(child, "font-weight")
        if weight:
            bold = weight == "bold" or (weight.isdecimal() and int(weight) >= 600)
        position = attribute(child, "text-position")
        if position:
            raised = position.startswith("super") or re.match(r"[1-9]", position) is not None
        display = attribute(child, "display")
        if display:
            hidden = display == "none"
    return Style(
        attribute(element, "display-name") or attribute(element, "name"),
        attribute(element, "parent-style-name"),
        bold,
        hidden,
        raised,
        attribute(element, "list-style-name"),
    )


def _level(element: Element) -> Level:
    start = attribute(element, "start-value")
    shown = attribute(element, "display-levels")
    return Level(
        attribute(element, "bullet-char") or ("•" if local_name(element) == "list-level-style-image" else ""),
        attribute(element, "num-format"),
        attribute(element, "num-prefix")[:40],
        attribute(element, "num-suffix")[:40],
        int(start) if start.isdecimal() and len(start) < 7 else 1,
        int(shown) if shown.isdecimal() and len(shown) < 3 else 1,
    )
