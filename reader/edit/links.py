"""Acts on links: connect two passages by a type, change the type, turn round, remove; and add a type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader.domain.changes import ActName, Change, ChangeSet, added, removed
from reader.domain.errors import ActRefused
from reader.domain.model import Highlight, Link, LinkKind, Span, new_uid, now
from reader.edit.checks import clean_name, the_highlight, the_link, the_link_kind
from reader.edit.lookup import Lookup
from reader.edit.marks import anchors_left_over, highlight_at, new_highlight

LinkEnd = str | tuple[str, Span]  # the uid of a highlight, or a paper's uid with a span of source code points


def link(
    lookup: Lookup,
    source: LinkEnd,
    target: LinkEnd,
    kind_uid: str,
    *,
    author: str = "",
    note: str = "",
    origin: str = "user",
) -> ChangeSet:
    """Link two passages, from source to target (a question to its answer, the citing to the cited).

    An end given as a span uses the highlight with exactly that span, or else a new bare anchor. `origin` is
    "suggestion" for a link that the program proposed. Raises ActRefused when both ends are one passage or this link
    exists already.
    """
    kind = the_link_kind(lookup, kind_uid)
    changes = new_links(lookup, [(source, target)], kind_uid, author=author, note=note, origin=origin)
    return ChangeSet(ActName("link.add", (kind.name,)), changes)


def new_links(
    lookup: Lookup,
    pairs: Iterable[tuple[LinkEnd, LinkEnd]],
    kind_uid: str,
    *,
    author: str = "",
    note: str = "",
    origin: str = "user",
) -> tuple[Change, ...]:
    """The changes that make a link of each pair (source, target); passages that several pairs name are made once.

    The link is the last change of each pair. Otherwise as `link`.
    """
    moment = now()
    ends: dict[LinkEnd, Highlight] = {}
    changes: list[Change] = []
    for pair in pairs:
        for end in pair:
            if end not in ends:
                ends[end], is_new = _end(lookup, end, author)
                changes.extend(added([ends[end]]) if is_new else ())
        source, target = (ends[end] for end in pair)
        same_span = source.text_uid == target.text_uid and source.span == target.span
        if source.uid == target.uid or same_span:
            raise ActRefused(reason="A passage cannot be linked to itself. Choose another passage as the second end.")
        made = Link(new_uid(), kind_uid, source.uid, target.uid, note.strip(), origin, author, moment, moment)
        _refuse_double(lookup, made)
        changes.extend(added([made]))
    return tuple(changes)


def remove_link(lookup: Lookup, link_uid: str) -> ChangeSet:
    """Remove a link, and its bare ends when no other link uses them; highlights stay."""
    old = the_link(lookup, link_uid)
    kind = the_link_kind(lookup, old.kind_uid)
    return ChangeSet(ActName("link.remove", (kind.name,)), removed([old, *anchors_left_over(lookup, [old], set())]))


def change_link_kind(lookup: Lookup, link_uid: str, kind_uid: str) -> ChangeSet:
    """Give a link another type. Raises ActRefused when the same two passages have a link of that type already."""
    old, kind = the_link(lookup, link_uid), the_link_kind(lookup, kind_uid)
    name = ActName("link.kind", (kind.name,))
    if old.kind_uid == kind_uid:
        return ChangeSet(name)
    new = replace(old, kind_uid=kind_uid, modified_at=now())
    _refuse_double(lookup, new)
    return ChangeSet(name, (Change(old, new),))


def reverse_link(lookup: Lookup, link_uid: str) -> ChangeSet:
    """Turn a link round: its target becomes its source. Raises ActRefused when that link exists already."""
    old = the_link(lookup, link_uid)
    new = replace(old, source_uid=old.target_uid, target_uid=old.source_uid, modified_at=now())
    _refuse_double(lookup, new)
    kind = the_link_kind(lookup, old.kind_uid)
    return ChangeSet(ActName("link.reverse", (kind.name,)), (Change(old, new),))


def add_link_kind(lookup: Lookup, name: str, inverse: str = "") -> ChangeSet:
    """Add a type of link: its name read from source to target, and as read from the target's side.

    Raises ActRefused when the name is empty or taken.
    """
    tidy = clean_name(name, "type of link")
    kinds = lookup.link_kinds()
    if any(kind.name.casefold() == tidy.casefold() for kind in kinds):
        raise ActRefused(reason=f"There is a type of link “{tidy}” already.")
    position = max((kind.position for kind in kinds), default=0) + 1
    kind = LinkKind(new_uid(), tidy, " ".join(inverse.split()), position)
    return ChangeSet(ActName("link-kind.add", (tidy,)), added([kind]))


def _end(lookup: Lookup, end: LinkEnd, author: str) -> tuple[Highlight, bool]:
    """The passage at this end and whether it is new."""
    if isinstance(end, str):
        return the_highlight(lookup, end), False
    document_uid, span = end
    there = highlight_at(lookup, document_uid, span)
    if there is not None:
        return there, False
    return new_highlight(lookup, document_uid, span, anchor=True, author=author), True


def _refuse_double(lookup: Lookup, made: Link) -> None:
    for other in lookup.links(highlight_uid=made.source_uid):
        same = (other.kind_uid, other.source_uid, other.target_uid) == (made.kind_uid, made.source_uid, made.target_uid)
        if same and other.uid != made.uid:
            raise ActRefused(reason="These two passages are linked in this way already.")
