"""When a project was last changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reader.domain.model import Tagging
from reader.exporters.moments import moment_at, moment_of
from tests.exporters.projects import mark, project
from tests.in_memory import InMemoryProject


def test_the_last_change_of_anything_counts() -> None:
    changed = replace(mark("own", "Ook is er"), modified_at="2026-03-01T10:00:00.000Z", created_at="2025-01-01T00:00Z")
    assert moment_of(project(changed)) == datetime(2026, 3, 1, 10, tzinfo=UTC)
    given = Tagging("own", "tag-b", created_at="2026-03-02T10:00:00.500Z")
    assert moment_of(project(changed, given)) == datetime(2026, 3, 2, 10, 0, 0, 500_000, tzinfo=UTC)


def test_an_empty_project_has_a_moment_too() -> None:
    assert moment_of(InMemoryProject()) == moment_of(project()) == datetime(1980, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("stamp", "moment"),
    [
        ("2026-07-16T14:02:00.000Z", datetime(2026, 7, 16, 14, 2, tzinfo=UTC)),
        ("2026-07-16T16:02:00+02:00", datetime(2026, 7, 16, 14, 2, tzinfo=UTC)),
        ("2026-07-16T14:02:00", datetime(2026, 7, 16, 14, 2, tzinfo=UTC)),
        ("", None),
        ("gisteren", None),
    ],
)
def test_a_moment_is_read_as_it_is_kept(stamp: str, moment: datetime | None) -> None:
    assert moment_at(stamp) == moment
