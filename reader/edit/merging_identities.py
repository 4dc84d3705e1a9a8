"""What both sides of a merge have under two identities: found by what it is, and remembered from then on.

Papers that both imported, labels that both made: once two of them were taken for one, they stay one, also when the one
is renamed or deleted here. What is remembered stands among the deletions as "uid=uid", the smaller one first, so that
it travels with the project, and goes when the merge is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reader.domain.collection import Collection
from reader.domain.model import LinkKind, Tag, Verdict

SAME = "="  # between the two identities of one thing


@dataclass(frozen=True, slots=True)
class Identities:
    """For what both have under two identities: theirs, and ours. All else keeps its own.

    `remembered` has those of an earlier time, of any kind, also of what the other deleted since.
    """

    documents: dict[str, str]
    texts: dict[str, str]
    tags: dict[str, str]
    link_kinds: dict[str, str]
    verdicts: dict[str, str]
    remembered: dict[str, str]

    def notes(self) -> set[str]:
        """What is to be remembered of them all."""
        found = (self.documents, self.texts, self.tags, self.link_kinds, self.verdicts)
        return {SAME.join(sorted(pair)) for several in found for pair in several.items()}


def identities_of(ours: Collection, theirs: Collection) -> Identities:
    """What the two have under two identities."""
    known = _remembered(ours, theirs)
    documents = _same_papers(ours, theirs, known)
    return Identities(
        documents,
        _same_texts(ours, theirs, documents, known),
        _same_tags(ours, theirs, known),
        _same_names(ours.link_kinds, theirs.link_kinds, known),
        _same_names(ours.verdicts, theirs.verdicts, known),
        known,
    )


def _remembered(ours: Collection, theirs: Collection) -> dict[str, str]:
    """Their identities of what was taken for one thing before, with ours: of what is here, else of what was deleted."""
    groups = _groups(uid for side in (ours, theirs) for uid in side.deleted if SAME in uid)
    if not groups:
        return {}
    present, others = _uids(ours), _uids(theirs)
    same: dict[str, str] = {}
    for uid in [*sorted(others), *sorted(theirs.deleted)]:
        if uid in groups and uid not in present and uid not in ours.deleted:
            mine = [one for one in groups[uid] if one in present] or [one for one in groups[uid] if one in ours.deleted]
            free = [one for one in mine if one not in others and one not in same.values()]
            if free:
                same[uid] = free[0]
    return same


def _groups(pairs: Iterable[str]) -> dict[str, list[str]]:
    """For each identity all those of the same thing, in order."""
    groups: dict[str, set[str]] = {}
    for pair in pairs:
        one, _same, two = pair.partition(SAME)
        joined = groups.get(one, {one}) | groups.get(two, {two})
        groups |= dict.fromkeys(joined, joined)
    return {uid: sorted(group) for uid, group in groups.items()}


def _uids(collection: Collection) -> set[str]:
    several = (collection.documents, collection.texts, collection.tags, collection.link_kinds, collection.verdicts)
    return {one.uid for things in several for one in things}


def _same_papers(ours: Collection, theirs: Collection, known: Mapping[str, str]) -> dict[str, str]:
    """Papers that both imported: a version of the one has the text or the bytes of a version of the other."""
    mine, others = {one.uid for one in ours.documents}, {one.uid for one in theirs.documents}
    same = {uid: known[uid] for uid in others if uid in known}
    taken = set(same.values())
    free: dict[str, str] = {}  # by either sum
    for text in ours.texts:
        if text.document_uid not in others | taken:
            free.setdefault(text.sha256, text.document_uid)
            free.setdefault(text.original_sha256, text.document_uid)
    for text in theirs.texts:
        found = free.get(text.sha256) or free.get(text.original_sha256)
        if found is not None and found not in taken and text.document_uid not in mine | set(same):
            same[text.document_uid] = found
            taken.add(found)
    return same


def _same_texts(
    ours: Collection, theirs: Collection, documents: Mapping[str, str], known: Mapping[str, str]
) -> dict[str, str]:
    """Versions of one paper with exactly one text."""
    mine, others = {one.uid for one in ours.texts}, {one.uid for one in theirs.texts}
    same = {uid: known[uid] for uid in others if uid in known}
    taken = others.union(same.values())
    free = {(text.document_uid, text.sha256): text.uid for text in ours.texts if text.uid not in taken}
    for text in theirs.texts:
        place = (documents.get(text.document_uid, text.document_uid), text.sha256)
        if text.uid not in mine and text.uid not in same and place in free:
            same[text.uid] = free.pop(place)
    return same


def _same_tags(ours: Collection, theirs: Collection, known: Mapping[str, str]) -> dict[str, str]:
    """Labels that both made, with one name under one parent. One that the other side deleted is none of these."""
    mine, others = {tag.uid for tag in ours.tags}, {tag.uid for tag in theirs.tags}
    same = {uid: known[uid] for uid in others if uid in known}
    taken = others.union(theirs.deleted, known.values())
    free = {(tag.parent_uid, tag.name.casefold()): tag.uid for tag in ours.tags if tag.uid not in taken}
    for tag in _from_the_top(theirs.tags):
        parent = same.get(tag.parent_uid, tag.parent_uid) if tag.parent_uid is not None else None
        place = (parent, tag.name.casefold())
        if tag.uid not in mine and tag.uid not in ours.deleted and tag.uid not in same and place in free:
            same[tag.uid] = free.pop(place)
    return same


def _from_the_top(tags: Iterable[Tag]) -> Iterator[Tag]:
    """Each label after the one it lies under."""
    under: dict[str | None, list[Tag]] = {}
    for tag in tags:
        under.setdefault(tag.parent_uid, []).append(tag)
    todo = list(under.get(None, ()))
    for tag in todo:
        yield tag
        todo.extend(under.get(tag.uid, ()))


def _same_names(
    ours: Iterable[LinkKind | Verdict], theirs: Iterable[LinkKind | Verdict], known: Mapping[str, str]
) -> dict[str, str]:
    """Types of link, or verdicts, that both made under one name."""
    there = {one.uid for one in ours}
    same = {one.uid: known[one.uid] for one in theirs if one.uid in known}
    mine = {one.name.casefold(): one.uid for one in ours if not one.builtin and one.uid not in same.values()}
    for one in theirs:
        name = one.name.casefold()
        if not one.builtin and one.uid not in there and one.uid not in same and name in mine:
            same[one.uid] = mine.pop(name)
    return same
