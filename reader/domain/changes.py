"""What an act changes: a named list of (before, after) pairs that can be inverted and performs nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from reader.domain.model import Entity


@dataclass(frozen=True, slots=True)
class Change:
    """One entity added (before is None), removed (after is None) or changed (both, of one type and uid)."""

    before: Entity | None
    after: Entity | None

    @property
    def entity(self) -> Entity:
        """The entity as it is after the change, or as it was when the change removes it."""
        entity = self.after if self.after is not None else self.before
        assert entity is not None
        return entity


@dataclass(frozen=True, slots=True)
class ActName:
    """What the user did, for "Undo: ...": a key of the act table and the words it is filled with."""

    key: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One act of the user. `merge_key` joins acts of one kind (typing a note) into one undo step."""

    name: ActName
    changes: tuple[Change, ...] = ()
    merge_key: str | None = None
    _kinds: frozenset[type] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_kinds", frozenset(type(change.entity) for change in self.changes))

    def __bool__(self) -> bool:
        return bool(self.changes)

    def inverse(self) -> ChangeSet:
        """The ChangeSet that takes this one back, in reverse order."""
        return ChangeSet(
            self.name, tuple(Change(change.after, change.before) for change in reversed(self.changes)), self.merge_key
        )

    def followed_by(self, later: ChangeSet) -> ChangeSet:
        """This act and a later one as one act under this one's name."""
        return ChangeSet(self.name, self.changes + later.changes, self.merge_key)

    def touches(self, *kinds: type) -> bool:
        """Whether an entity of one of these types is among the changes."""
        return not self._kinds.isdisjoint(kinds)

    def of(self, kind: type) -> Iterator[Change]:
        """The changes of entities of this type, in order."""
        if not self.touches(kind):
            return iter(())
        return (change for change in self.changes if isinstance(change.entity, kind))


def added(entities: Iterable[Entity]) -> tuple[Change, ...]:
    return tuple(Change(None, entity) for entity in entities)


def removed(entities: Iterable[Entity]) -> tuple[Change, ...]:
    return tuple(Change(entity, None) for entity in entities)


def changed(before: Entity, after: Entity) -> tuple[Change, ...]:
    """The change from `before` to `after`; nothing when they are equal."""
    return (Change(before, after),) if before != after else ()
