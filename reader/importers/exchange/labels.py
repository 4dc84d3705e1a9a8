"""The labels of an exchange file while they are read: names that fit, colours, places in the tree."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from reader.domain.model import Tag
from reader.importers.exchange.colours import hue_of, pair_for
from reader.importers.exchange.exchanged import LONG_AGO, Item, made_at, one_line

NAME_LIMIT = 200  # code points, as for a label that is typed
MOST_DEEP = 100  # labels from the root to the deepest: more nobody can read in a tree


@dataclass(slots=True)
class Labels:
    """The labels read so far; `items` is the report that is added to."""

    items: list[Item]
    made: str = field(default_factory=made_at)
    tags: dict[str, Tag] = field(default_factory=dict)
    _names: set[tuple[str | None, str]] = field(default_factory=set)
    _sisters: Counter[str | None] = field(default_factory=Counter)
    _pairs: set[tuple[int, int]] = field(default_factory=set)
    _numbers: Counter[tuple[str | None, str]] = field(default_factory=Counter)
    _digits: set[int] = field(default_factory=set)
    _depths: dict[str, int] = field(default_factory=dict)  # by uid, from 1

    def add(
        self,
        uid: str,
        name: str,
        parent_uid: str | None = None,
        *,
        colour: str = "",
        description: str = "",
        digit: int | None = None,
    ) -> None:
        """Add a label under another one that was added before, with its line in the report."""
        shown = one_line(name, NAME_LIMIT)
        if uid in self.tags:
            self.items.append(Item("label", shown, "left out", "Another label of the file has the same identity."))
            return
        detail = ""
        while parent_uid is not None and self._depths[parent_uid] >= MOST_DEEP:
            parent_uid = self.tags[parent_uid].parent_uid
            detail = "It stood under more than 100 other labels; now it stands higher."
        fitting = self._unused(parent_uid, shown or "?")
        if not detail and fitting != shown:
            detail = "The name was changed, because it was empty or a label beside it has it."
        elif not detail and shown != " ".join(name.split()):
            detail = "The name was shortened."
        if digit in self._digits:
            digit, detail = None, "Another label of the file has the same key; this one has none."
        known = hue_of(colour)
        if known is None and colour.strip() and not detail:
            detail = "Its colour is not known; it has another one."
        hue, pattern = pair_for(known, self._pairs)
        self.tags[uid] = Tag(
            uid,
            fitting,
            hue,
            pattern,
            parent_uid,
            description if description.strip() else "",
            digit,
            self._sisters[parent_uid],
            self.made,
            LONG_AGO,
        )
        self._depths[uid] = self._depths[parent_uid] + 1 if parent_uid is not None else 1
        self._pairs.add((hue, pattern))
        self._names.add((parent_uid, fitting.casefold()))
        self._sisters[parent_uid] += 1
        if digit is not None:
            self._digits.add(digit)
        self.items.append(Item("label", fitting, "repaired" if detail else "read", detail))

    def _unused(self, parent_uid: str | None, name: str) -> str:
        """The name, with a number behind it when a sister has it."""
        fitting = name
        while (parent_uid, fitting.casefold()) in self._names:
            self._numbers[parent_uid, name] += 1
            fitting = f"{name[: NAME_LIMIT - 8]} ({self._numbers[parent_uid, name] + 1})"
        return fitting
