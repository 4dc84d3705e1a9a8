"""A paper that was read and waits in a file of its own until it is stored, so that hundreds of them fill no memory."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from reader.domain.model import Document, Text
from reader.importers.extracted import Imported

_TEXT_FIELDS = (
    "uid", "document_uid", "version", "importer", "encoding", "sha256", "media_type", "original_sha256", "created_at",
)  # fmt: skip
_LONGEST_HEAD = 10_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Parked:
    """A paper of which the text lies in `file`. `sha256` is that of its text, `original_sha256` that of its bytes."""

    document: Document
    file: Path
    sha256: str
    original_sha256: str
    media_type: str
    warnings: tuple[str, ...] = ()


def park(imported: Imported, file: Path) -> Parked:
    """Write the text of a paper to `file`, a new one. Raises OSError."""
    text = imported.text
    parts = [text.body.encode("utf-8"), text.structure, text.original]
    head = {name: getattr(text, name) for name in _TEXT_FIELDS} | {"sizes": [len(part) for part in parts]}
    with file.open("xb") as out:
        out.write(json.dumps(head).encode() + b"\n")
        for part in parts:
            out.write(part)
    return Parked(imported.document, file, text.sha256, text.original_sha256, text.media_type, tuple(imported.warnings))


def text_in(parked: Parked) -> Text:
    """The text as it was parked. Raises OSError, or ValueError when the file is not whole."""
    with parked.file.open("rb") as file:
        head = json.loads(file.readline(_LONGEST_HEAD))
        sizes = [int(size) for size in head["sizes"]]
        body, structure, original = (file.read(size) for size in sizes)
    if [len(body), len(structure), len(original)] != sizes:
        raise ValueError("a parked paper is not whole")
    known = {name: head[name] for name in _TEXT_FIELDS}
    return Text(**known, body=body.decode("utf-8"), structure=structure, original=original)


def parked_form(parked: Parked) -> dict[str, Any]:
    """The same as JSON can hold it, for another process."""
    form = asdict(parked)
    form["file"] = parked.file.name
    return form


def parked_from(form: Mapping[str, Any], folder: Path) -> Parked:
    """What `parked_form` told; its file lies in `folder`. Raises KeyError, TypeError or ValueError for another form."""
    facts = dict(form["document"])
    if set(facts) != {field.name for field in fields(Document)}:
        raise ValueError("not the facts of a paper")
    for several in ("dossiers", "senders"):
        facts[several] = tuple(str(one) for one in facts[several])
    name = str(form["file"])
    if Path(name).name != name:
        raise ValueError("not a name of a file")
    return Parked(
        Document(**facts),
        folder / name,
        str(form["sha256"]),
        str(form["original_sha256"]),
        str(form["media_type"]),
        tuple(str(warning) for warning in form["warnings"]),
    )
