"""Ways to damage files that are ZIP archives: their entries, their directory, and what stands in them."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable, Sequence

from tests.fuzz.changes import Change, renumbered, repeated, scratched, shuffled, spliced, with_words
from tests.importers.marked_up_files import rearranged

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_NAMES = (
    "../../x.txt", "/etc/x.txt", "C:\\x.txt", "a\\..\\b.txt", "", ".", "x" * 3000 + ".txt", "a\nb.txt", "é\u202e.txt",
    "word/document.xml", "content.xml", "mimetype", "[Content_Types].xml", "META-INF/manifest.xml", "map/", ".eigen",
)  # fmt: skip
# Where the number fields of an entry lie, from its sign: offset and form
_FIELDS = {
    b"PK\x01\x02": ((4, "<H"), (6, "<H"), (8, "<H"), (10, "<H"), (16, "<I"), (20, "<I"), (24, "<I"), (28, "<H"),
                    (30, "<H"), (32, "<H"), (34, "<H"), (38, "<I"), (42, "<I")),
    b"PK\x03\x04": ((4, "<H"), (6, "<H"), (8, "<H"), (14, "<I"), (18, "<I"), (22, "<I"), (26, "<H"), (28, "<H")),
    b"PK\x05\x06": ((8, "<H"), (10, "<H"), (12, "<I"), (16, "<I"), (20, "<H")),
}  # fmt: skip


def parts_of(data: bytes) -> dict[str, bytes]:
    """What is in an archive that is whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Sequence[tuple[str, bytes]], chance: random.Random | None = None) -> bytes:
    """The parts packed in that order; by any method when there is `chance`. The same parts give the same bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for path, content in parts:
            method = zipfile.ZIP_DEFLATED if chance is None or chance.random() < 0.8 else chance.choice(_METHODS)
            archive.writestr(_entry(path), content, zipfile.ZIP_STORED if path == "mimetype" else method, 1)
    return target.getvalue()


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("x")
    entry.filename = path  # as it is: the constructor would tidy it
    return entry


def with_changed_part(words: Sequence[bytes], changed: Callable[[str], bool]) -> Change:
    """One of the parts with a name that `changed` wants is damaged inside; the archive around it is whole."""

    def change(data: bytes, chance: random.Random) -> bytes:
        parts = parts_of(data)
        names = [name for name in parts if changed(name) and parts[name].strip()]
        for _ in range(chance.choice((1, 1, 2))):
            path = chance.choice(names)
            one: Change = chance.choice(
                (scratched, shuffled, renumbered, repeated, with_words(words), spliced(list(parts.values())))
            )
            parts[path] = one(parts[path], chance)
        return packed(list(parts.items()), chance)

    return change


def with_rearranged_part(data: bytes, chance: random.Random) -> bytes:
    """The elements in one XML part moved, doubled, renamed or emptied: well-formed, but it makes little sense."""
    parts = parts_of(data)
    path = chance.choice([name for name in parts if name.endswith((".xml", ".rels")) and parts[name].strip()])
    parts[path] = rearranged(parts[path], chance)
    return packed(list(parts.items()))


def with_other_parts(data: bytes, chance: random.Random) -> bytes:
    """Parts left out, put under other names, doubled, exchanged, or with what unpacks to far more than it is."""
    parts = list(parts_of(data).items())
    place, other = chance.randrange(len(parts)), chance.randrange(len(parts))
    path, content = parts[place]
    match chance.randrange(6):
        case 0:
            del parts[place]
        case 1:
            parts[place] = (chance.choice(_NAMES), content)
        case 2:
            parts.insert(other, (chance.choice((path, *_NAMES)), content))
        case 3:
            parts[place] = (path, parts[other][1])
        case 4:
            parts[place] = (path, content + b" " * chance.choice((10, 100_000, 3_000_000)))
        case _:
            parts[place] = (path, packed([(path, content)]))
    return packed(parts, chance)


def with_damaged_directory(data: bytes, chance: random.Random) -> bytes:
    """Fields of the archive itself (sizes, places, methods, flags, lengths) made something else."""
    result = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5))):
        sign = chance.choice(list(_FIELDS))
        places = [match.start() for match in re.finditer(re.escape(sign), result)]
        if not places:
            continue
        place, (offset, form) = chance.choice(places), chance.choice(_FIELDS[sign])
        size = struct.calcsize(form)
        if place + offset + size > len(result):
            continue
        known = struct.unpack_from(form, result, place + offset)[0]
        values = (0, 1, known + 1, known - 1, known * 2, known ^ 1, chance.getrandbits(8 * size), 2 ** (8 * size) - 1)
        struct.pack_into(form, result, place + offset, chance.choice(values) % 2 ** (8 * size))
    return bytes(result)
