"""The sources of a REFI-QDA project: which hold a text that positions refer to, and which are left out, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reader.domain.errors import ReaderError
from reader.importers.base import Imported, read_data
from reader.importers.exchange.exchanged import Item, one_line, uid_of
from reader.importers.exchange.refi_counting import RawText
from reader.importers.exchange.refi_files import ProjectFiles, is_inside
from reader.importers.extracted import Progress
from reader.importers.marked_up_xml import Element, attribute, children
from reader.text.source import decode

MEDIA: Final = frozenset({"PictureSource", "AudioSource", "VideoSource"})
OUTSIDE: Final = "Its file is outside the project and was not opened."
MISSING: Final = "Its text is not in the file."
BLANK: Final = "It holds no readable text."


@dataclass(frozen=True, slots=True)
class Source:
    """A source with a text. Positions refer to `text`; where there is none, `whole` is what its own file holds.

    `marked` is the element with the passages: the source itself, or what stands for it as text.
    """

    uid: str
    name: str
    element: Element
    marked: Element
    text: RawText | None = None
    whole: Imported | None = None
    data: bytes = b""
    path: str = ""  # of the file with the text


def read_sources(parent: Element, files: ProjectFiles, items: list[Item], progress: Progress) -> list[Source]:
    """The sources with a text, in order; the others get a line in the report."""
    found: list[Source] = []
    taken: set[str] = set()
    for number, (kind, element) in enumerate(children(parent)):
        progress(number / max(1, len(parent)))
        name = one_line(attribute(element, "name"), 300)
        shown = name or one_line(attribute(element, "guid"))
        if kind in MEDIA:
            items.append(Item("document", shown, "left out", "Pictures, sound and video are not read."))
            continue
        uid = uid_of(attribute(element, "guid") or f"source/{number}")
        if uid in taken:
            items.append(Item("document", shown, "left out", "Another document of the file has the same identity."))
            continue
        taken.add(uid)
        try:
            source = _source(uid, name, kind, element, files, progress)
        except ReaderError as error:
            items.append(Item("document", shown, "left out", str(error)))
            continue
        if isinstance(source, str):
            items.append(Item("document", shown, "left out", source))
        else:
            found.append(source)
    return found


def _source(uid: str, name: str, kind: str, element: Element, files: ProjectFiles, progress: Progress) -> Source | str:
    """The source, or why there is none. Raises what reading its own file raises."""
    marked = element
    if kind == "PDFSource":
        marked = next((child for part, child in children(element) if part == "Representation"), element)
    content = next((child.text or "" for part, child in children(marked) if part == "PlainTextContent"), None)
    path = attribute(marked, "plainTextPath")
    if content is not None:
        raw, data = RawText(content), content.encode("utf-8", "replace")
        return Source(uid, name, element, marked, raw, None, data) if raw.body.strip() else BLANK
    data = (files.read(path) if path else None) or b""
    if data:
        raw = RawText(characters(data, name))
        return Source(uid, name, element, marked, raw, None, data, path) if raw.body.strip() else BLANK
    other = attribute(element, "path") or attribute(element, "richTextPath")
    data = (files.read(other) if other else None) or b""
    if data:
        shown = name or other.rpartition("/")[2]
        return Source(uid, name, element, marked, None, read_data(data, shown, _quiet(progress)), data, other)
    outside = [one for one in (path, other) if one and not is_inside(one)]
    return OUTSIDE if outside else MISSING


def characters(data: bytes, name: str) -> str:
    """The characters of a text file as they are, with its mark and line ends where it is in UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return decode(data, name).body


def _quiet(progress: Progress) -> Progress:
    """A progress that can stop the work and shows no share of its own."""

    def look(_share: float) -> None:
        progress(0.0)

    return look
