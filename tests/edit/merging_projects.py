"""Two copies of a project in memory that go their own ways, with what each deleted, for tests of merging."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from itertools import count
from typing import Any

from reader.domain.changes import ChangeSet
from reader.domain.collection import Collection, TextVersion
from reader.domain.model import Entity, Tombstone
from reader.edit.merging import Merged, merge
from tests.in_memory import InMemoryProject

PARTED = "2100-01-01T00:00:00.000Z"
_seconds = count()


def a_moment() -> str:
    """A moment after PARTED, later than the one given before."""
    number = next(_seconds)
    return f"2100-02-{1 + number // 86400:02}T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}.000Z"


class Copy(InMemoryProject):
    """A project in memory that remembers what was deleted, as the store does."""

    def __init__(self, entities: Any = ()) -> None:
        super().__init__(entities)
        self.deleted: dict[str, str] = {}
        self.without_notes = False

    def copied(self) -> Copy:
        """Another one with the same things."""
        other = Copy([entity for kind in self.state().values() for entity in kind.values()])
        other.deleted = dict(self.deleted)
        return other

    def apply(self, change_set: ChangeSet) -> None:
        moment = a_moment()
        rest = tuple(change for change in change_set.changes if not isinstance(change.entity, Tombstone))
        super().apply(replace(change_set, changes=rest))
        for change in change_set.changes:
            if isinstance(change.entity, Tombstone):
                if change.after is None:
                    self.deleted.pop(change.entity.uid, None)
                else:
                    self.deleted[change.entity.uid] = change.entity.deleted_at
            elif change.after is None:
                self.deleted[change.entity.uid] = moment
            elif change.before is None:
                self.deleted.pop(change.entity.uid, None)

    def collection(self, parted_at: str = PARTED) -> Collection:
        versions = tuple(
            TextVersion(text.uid, text.document_uid, text.version, text.sha256, text.original_sha256)
            for document in self.documents()
            for text in map(self.text, self.texts_of(document.uid))
        )
        return Collection(
            self.text, tuple(self.documents()), versions, tuple(self.highlights()), tuple(self.tags()),
            tuple(self.taggings()), tuple(self.link_kinds()), tuple(self.links()), tuple(self.verdicts()),
            tuple(self.decisions()), tuple(self.rejections()), tuple(self.set_units()), dict(self.deleted), parted_at,
            without_notes=self.without_notes,
        )  # fmt: skip

    def take_in(self, other: Copy) -> Merged:
        """Merge another copy into this one."""
        merged = merge(self.collection(), other.collection(), "theirs")
        self.apply(merged.change_set)
        return merged

    def everything(self) -> dict[str, Any]:
        """All things by kind and uid, without what each side keeps for itself: order, and numbers of versions."""
        own = ("position", "version")
        return {
            f"{kind.__name__} {uid}": tuple(
                getattr(entity, field.name) for field in fields(entity) if field.name not in own
            )
            for kind, entities in self.state().items()
            for uid, entity in entities.items()
            if is_dataclass(entity)
        }


def on_both(act: Callable[[Copy], Entity | None], *copies: Copy) -> None:
    """Do one act in each of the copies."""
    for one in copies:
        act(one)
