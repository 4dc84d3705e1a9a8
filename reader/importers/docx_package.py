"""The parts of a Word file that hold text: the document, its notes, styles, numbering and properties."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from reader.domain.errors import FileDamaged
from reader.importers.docx_numbering import Numbering
from reader.importers.docx_styles import Styles
from reader.importers.marked_up_archive import Archive, opened
from reader.importers.marked_up_titles import likely_title
from reader.importers.marked_up_xml import Element, attribute, children, decoded_xml, parse, parse_part


@dataclass(frozen=True, slots=True)
class Package:
    """What of a Word file is read. `notes` are the footnotes and endnotes by sort and id, `links` addresses by id."""

    body: Element
    notes: Mapping[tuple[str, str], Element]
    styles: Styles
    numbering: Numbering
    links: Mapping[str, str]
    facts: Mapping[str, str]
    settings: Element | None = None


@contextmanager
def opened_package(data: bytes, name: str, format_name: str) -> Iterator[Package]:
    """The parts of the file. Raises FileDamaged, FileTooLarge or FileNeedsPassword."""
    with opened(data, name, format_name) as archive:
        main = _related(archive, "", "officeDocument") or "word/document.xml"
        document = _part(archive, main)
        body = (
            next((child for tag, child in children(document) if tag == "body"), None) if document is not None else None
        )
        if body is None:
            raise FileDamaged(name=name, format=format_name)
        notes: dict[tuple[str, str], Element] = {}
        for sort in ("footnote", "endnote"):
            root = _part(archive, _related(archive, main, f"{sort}s"))
            for tag, note in children(root) if root is not None else ():
                if tag == sort and attribute(note, "type") in ("", "normal"):
                    notes[sort, attribute(note, "id")] = note
        styles = Styles.read(_part(archive, _related(archive, main, "styles")))
        numbering = Numbering.read(_part(archive, _related(archive, main, "numbering")), styles)
        core = _part(archive, _related(archive, "", "core-properties") or "docProps/core.xml")
        links = {attribute(one, "Id"): attribute(one, "Target") for one in _relations(archive, main)}
        settings = _part(archive, _related(archive, main, "settings"))
        yield Package(body, notes, styles, numbering, links, properties(core), settings)


def packed(data: bytes, name: str, format_name: str) -> bytes:
    """The file that one XML document of Word ("flat OPC") stands for, with the parts of it that are XML.

    Raises FileDamaged or FileTooLarge.
    """
    from lxml import etree  # type: ignore[import-untyped]

    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for tag, part in children(parse(decoded_xml(data)[0], name, format_name, deep=True)):
            path = attribute(part, "name").lstrip("/")
            content = next((one for inner, one in children(part) if inner == "xmlData" and len(one)), None)
            if tag == "part" and path and content is not None and path not in archive.NameToInfo:
                archive.writestr(zipfile.ZipInfo(path), etree.tostring(content[0]))
    return target.getvalue()


def properties(root: Element | None) -> dict[str, str]:
    """What the properties of an office document say of it: a title or subject that is no name of a template."""
    words = {tag: child.text or "" for tag, child in children(root)} if root is not None else {}
    title = likely_title(words.get("title", ""), words.get("subject", ""))
    return {"title": title} if title else {}


def _part(archive: Archive, path: str) -> Element | None:
    return parse_part(archive.read(path), archive.name, archive.format_name) if path else None


def _related(archive: Archive, source: str, sort: str) -> str:
    """The path of the part of the given sort that `source` refers to ("": the package); external ones never count."""
    folder = posixpath.dirname(source)
    for relation in _relations(archive, source):
        kind = attribute(relation, "Type").rstrip("/").rpartition("/")[2]
        if kind == sort and attribute(relation, "TargetMode") != "External":
            target = attribute(relation, "Target")
            return posixpath.normpath(target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target))
    return ""


def _relations(archive: Archive, source: str) -> list[Element]:
    """What `source` refers to, in the archive or outside it."""
    folder, base = posixpath.split(source)
    root = _part(archive, posixpath.join(folder, "_rels", f"{base}.rels"))
    return [child for tag, child in children(root) if tag == "Relationship"] if root is not None else []
