"""The types of links by what other programs and this one call them."""

from __future__ import annotations

from typing import Final

from reader.domain.model import BUILTIN_LINK_KINDS, REFERS_TO, LinkKind
from reader.importers.exchange.exchanged import made_uid, one_line

_BUILTIN: Final = {kind.name: kind for kind in BUILTIN_LINK_KINDS}

# what a built-in type is called in an export, in Dutch and in English
_NAMES: Final = {
    "beantwoord in": "answered-by", "answered in": "answered-by", "answered by": "answered-by",
    "verwijst naar": "refers-to", "refers to": "refers-to",
    "citeert": "quotes", "quotes": "quotes",
    "weerspreekt": "contradicts", "contradicts": "contradicts",
    "herhaalt": "repeats", "repeats": "repeats",
    "vervolg op": "follows-up", "follows up": "follows-up",
    "toezegging nagekomen in": "promise-kept-by", "promise kept by": "promise-kept-by",
}  # fmt: skip


def link_kind(name: str, position: int = 0) -> LinkKind:
    """The type of link that is called so: a built-in one, else one of the user's; without a name "refers to"."""
    tidy = one_line(name)
    key = " ".join(tidy.casefold().replace("-", " ").split())
    if not key:
        return REFERS_TO
    if key in _NAMES:
        return _BUILTIN[_NAMES[key]]
    return LinkKind(made_uid("link-kind", key), tidy, "", len(BUILTIN_LINK_KINDS) + 1 + position)
