"""The sample project with fixed identities and moments, and the files each format makes of it."""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from dataclasses import fields, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from reader.assets_path import asset_path
from reader.domain.model import Document, Highlight, Link, Tag, Tagging, Text
from reader.sample import fill, read_recipe
from tests.in_memory import InMemoryProject

GOLDEN = Path(__file__).parents[1] / "files" / "exports"
SAMPLE_MOMENT = datetime(2026, 7, 16, 14, 2, tzinfo=UTC)
_STAMP = "2026-07-16T14:02:00.000Z"
_STAMPED = ("created_at", "modified_at")


@cache
def sample_project() -> InMemoryProject:
    """The sample project; what is made with random identities at the present moment is the same in every run."""
    made = InMemoryProject()
    fill(made, read_recipe(asset_path("sample", "recipe.toml")), asset_path("seeds"))
    held = made.state()
    entities = [entity for kind in (Document, Text, Tag, Highlight, Tagging, Link) for entity in held[kind].values()]
    fixed = {
        entity.uid: f"00000000-0000-4000-8000-{number:012d}"
        for number, entity in enumerate((one for one in entities if not isinstance(one, Tagging)), start=1000)
    }
    return InMemoryProject([_fixed(entity, fixed) for entity in entities])


def _fixed(entity: Any, fixed: dict[str, str]) -> Any:
    facts = {field.name: getattr(entity, field.name) for field in fields(entity)}
    known = {name: fixed[value] for name, value in facts.items() if isinstance(value, str) and value in fixed}
    return replace(entity, **known, **{name: _STAMP for name in _STAMPED if facts.get(name)})


def assert_golden(name: str, data: bytes) -> None:
    """Ask that `data` is the file tests/files/exports/`name`, byte for byte.

    After a wanted change the files are renewed by running the tests once with RENEW_GOLDEN=1 in the environment; that
    run fails for each file that it wrote, so that nobody forgets to look at what changed (`git diff`).
    """
    path = GOLDEN / name
    if os.environ.get("RENEW_GOLDEN") == "1" and not (path.exists() and path.read_bytes() == data):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        raise AssertionError(f"{path} was written: look at it, then run the test again without RENEW_GOLDEN")
    assert path.exists(), f"there is no {path}: run once with RENEW_GOLDEN=1"
    known = path.read_bytes()
    if known != data:
        place = next((at for at, (old, new) in enumerate(zip(known, data, strict=False)) if old != new), len(known))
        old, new = known[max(0, place - 60) : place + 60], data[max(0, place - 60) : place + 60]
        raise AssertionError(f"{name} differs from byte {place} on:\n was {old!r}\n now {new!r}")


def contents_of(archive: bytes) -> bytes:
    """What is in a ZIP archive (.docx, .odt, .xlsx, .qdpx) in its order, each part under its name and date.

    For `assert_golden`: how a part is compressed is not the same everywhere. XML gets line ends between its elements,
    so that a change can be read; of what is no text only the fingerprint is told.
    """
    parts: list[bytes] = []
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        for entry in opened.infolist():
            data = opened.read(entry)
            try:
                data.decode("utf-8")
            except UnicodeDecodeError:
                data = hashlib.sha256(data).hexdigest().encode()
            head = f"=== {entry.filename} {entry.date_time}\n".encode()
            parts.append(head + data.replace(b"><", b">\n<").rstrip(b"\n") + b"\n")
    return b"".join(parts)
