"""When a project was last changed, and the moments it keeps."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from reader.exporters.collecting import Source

_NEVER: Final = datetime(1980, 1, 1, tzinfo=UTC)  # the earliest moment that a ZIP archive can hold


def moment_of(source: Source) -> datetime:
    """When a project was last changed (UTC), so that the same project gives the same export; 1980 for an empty one."""
    stamps = {tagging.created_at for tagging in source.taggings()}
    for kept in (source.documents(), source.highlights(), source.tags(), source.links()):
        stamps.update(entity.modified_at or entity.created_at for entity in kept)
    return max((moment for moment in map(moment_at, stamps) if moment is not None), default=_NEVER)


def moment_at(stamp: str) -> datetime | None:
    """A moment as the project keeps it ("2026-07-16T14:02:00.000Z") in UTC; None for any other text."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
