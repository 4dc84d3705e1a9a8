"""Small files in the formats that say what their parts are, and damaged forms of them."""

from __future__ import annotations

import copy
import io
import random
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import etree

from reader.domain.errors import ReaderError
from reader.importers.extracted import Extracted, Importer
from reader.text.structure import BlockKind

FILES = Path(__file__).parents[1] / "files" / "marked_up"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def ignored(_share: float) -> None:
    """A listener that never stops the work."""


def extracted(importer: Importer, data: bytes | str) -> Extracted:
    return importer.extract(data.encode() if isinstance(data, str) else data, "file", ignored)


def shown(found: Extracted, kind: BlockKind | None = None) -> list[str]:
    """The shown text of each block, or of those of one kind."""
    blocks = found.structure.blocks
    return [block.reading_text(found.body) for block in blocks if kind in (None, block.kind)]


def headings(found: Extracted) -> list[tuple[int, str]]:
    return [
        (block.level, block.reading_text(found.body)) for block in found.structure.blocks if block.kind == "heading"
    ]


def notes(found: Extracted) -> list[tuple[str, str, str | None]]:
    """Each note's number, the word before its marker, and its text."""
    return [
        (
            note.number,
            found.body[: note.marker].split()[-1],
            None if note.start is None else found.body[note.start : note.end],
        )
        for note in found.structure.footnotes
    ]


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of the parts, packed as office programs do."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            method = zipfile.ZIP_STORED if path == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(path), content, method)
    return target.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word file with `body`; other parts of the word folder by name, such as styles, footnotes, numbering."""
    word = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
    relations = "".join(
        f'<Relationship Id="part{name}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>'
        for name in parts
        if name != "links"
    )
    files = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{RELATIONS}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}{parts.get("links", "")}'
        "</Relationships>",
        "word/document.xml": f"<w:document {word}><w:body>{body}</w:body></w:document>",
    }
    for name, content in parts.items():
        if name != "links":
            files[f"word/{name}.xml"] = f"<w:{name} {word}>{content}</w:{name}>"
    return zipped(files)


def paragraph(words: str, properties: str = "", run: str = "") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>"
    )


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few of them changed, removed, doubled or swapped, or cut off."""
    result = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if not result:
            break
        place = chance.randrange(len(result))
        length = chance.randint(1, 60)
        action = chance.randrange(6)
        if action == 0:
            result[place] = chance.randrange(256)
        elif action == 1:
            del result[place : place + length]
        elif action == 2:
            result[place:place] = result[place : place + length]
        elif action == 3:
            other = chance.randrange(len(result))
            result[place : place + length] = result[other : other + length]
        elif action == 4:
            result[place:place] = chance.choice(
                (b"<", b">", b"&", b"&#0;", b"\0", b"</p>", b"<table>", b"\xff", b"]]>")
            )
        elif chance.random() < 0.2:
            del result[place:]
    return bytes(result)


def mutated_archive(data: bytes, chance: random.Random) -> bytes:
    """The archive with one part changed inside, so that it is still a ZIP file; sometimes the archive itself."""
    if chance.random() < 0.25:
        return mutated(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
    parts[changed] = mutated(parts[changed], chance)
    return zipped(parts)


def survives(
    importer: Importer, data: bytes, change: Callable[[bytes, random.Random], bytes], times: int, seed: int = 1
) -> int:
    """Read changed forms of `data`; the number that could be read. Any failure is one the user can understand."""
    chance = random.Random(seed)
    read = 0
    for _ in range(times):
        damaged = change(data, chance)
        try:
            found = extracted(importer, damaged)
        except ReaderError:
            continue
        assert found.body.strip()
        for block in found.structure.blocks:
            assert 0 <= block.start <= block.end <= len(found.body)
        read += 1
    return read


def rearranged(data: bytes, chance: random.Random) -> bytes:
    """The XML with elements moved, doubled, renamed or emptied: it stays well-formed but makes little sense."""
    root = etree.fromstring(data)
    for _ in range(chance.randint(1, 10)):
        elements = [one for one in root.iter() if isinstance(one.tag, str)]
        one, other = chance.choice(elements), chance.choice(elements)
        action = chance.randrange(5)
        if action == 0 and one not in (root, other) and one not in other.iterancestors():
            other.insert(chance.randint(0, len(other)), one)
        elif action == 1 and one is not root:
            other.append(copy.deepcopy(one))
        elif action == 2:
            one.tag = other.tag
        elif action == 3:
            one.text = chance.choice((None, "", "x\u00ad1", "\n", "Vraag 1", "9" * 30))
        else:
            for name in one.attrib:
                one.set(name, chance.choice(("", "-1", "99999999999", "x", "0", "heading 1")))
    return bytes(etree.tostring(root))


def rearranged_archive(data: bytes, chance: random.Random) -> bytes:
    """The archive with the XML of one part rearranged."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = chance.choice([name for name in parts if name.endswith(".xml") and parts[name].strip()])
    parts[changed] = rearranged(parts[changed], chance)
    return zipped(parts)
