"""Annotations written behind the bytes of a PDF, which stay as they are: an incremental update of the file."""

from __future__ import annotations

import hashlib
import io
import re
import struct
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from reader.exporters.annotated_pdf_drawing import Box, appearance, number_words

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES: Final = 20_000
_TAIL: Final = 2048  # bytes in which a whole file has its end mark
_PRINTED: Final = 4  # the flag of an annotation that is printed too
_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_TABLE: Final = re.compile(rb"\s*xref\s")
_STREAM: Final = re.compile(rb"\s*\d+\s+\d+\s+obj\b")


class Unwritable(Exception):
    """A PDF in which nothing can be written: `str()` is "protected" or "damaged"."""


def update_of(data: bytes, annotations: Sequence[Mapping[str, Any]], page_count: int) -> bytes:
    """What comes behind `data` so that its pages have the annotations; the same for the same input.

    An annotation has "page" (from 0), "uid", "quads" (of eight numbers: top left, top right, bottom left, bottom right
    in the coordinates of the page), "colour" (three shares), "tint" (the same, none for a mere end of a link), "lines"
    (see annotated_pdf_drawing), "text", "author", "created" and "modified". Raises Unwritable, also when the file has
    another number of pages than `page_count`.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    before = _last_section(data)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Unwritable("protected")
        if len(reader.pages) != page_count:
            raise Unwritable("damaged")
        return _Update(reader, data, before).written(annotations)
    except (PyPdfError, KeyError, ValueError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise Unwritable("damaged") from error


def _last_section(data: bytes) -> int:
    """Where the last list of objects of the file begins. Raises Unwritable where the file does not say it rightly."""
    found = _START.findall(data[-_TAIL:])
    if not found or not data.startswith(b"%PDF-"):
        raise Unwritable("damaged")
    place = int(found[-1])
    head = data[place : place + 40]
    if not 0 < place < len(data) or not (_TABLE.match(head) or _STREAM.match(head)):
        raise Unwritable("damaged")
    return place


class _Update:
    """Gathers the objects that are new or changed, and writes them with a list of where they are."""

    def __init__(self, reader: PdfReader, data: bytes, before: int) -> None:
        self._reader, self._data, self._before = reader, data, before
        known: list[int] = [number for objects in reader.xref.values() for number in objects]
        size = reader.trailer.get("/Size", 0)
        highest = max([0, *known, *reader.xref_objStm])
        self._next: int = max(highest + 1, int(size) if isinstance(size, int) else 0)
        self._objects: dict[tuple[int, int], bytes] = {}

    def written(self, annotations: Sequence[Mapping[str, Any]]) -> bytes:
        """The whole update."""
        by_page: dict[int, list[Mapping[str, Any]]] = {}
        for annotation in annotations:
            by_page.setdefault(int(annotation["page"]), []).append(annotation)
        for page in sorted(by_page):
            self._add_to(page, by_page[page])
        return self._out()

    def _add_to(self, number: int, annotations: Sequence[Mapping[str, Any]]) -> None:
        """Make the annotations of a page, and put them in its list behind those it has."""
        from pypdf.generic import ArrayObject, IndirectObject, NameObject

        page = self._reader.pages[number]
        if page.indirect_reference is None:
            raise Unwritable("damaged")
        place = page.indirect_reference
        made = [self._annotation(annotation, f"{place.idnum} {place.generation} R") for annotation in annotations]
        held = page.raw_get("/Annots") if "/Annots" in page else ArrayObject()
        kept = held.get_object() if isinstance(held, IndirectObject) else held
        references = ArrayObject(kept if isinstance(kept, ArrayObject) else [])
        references.extend(IndirectObject(one, 0, self._reader) for one in made)
        if isinstance(held, IndirectObject) and isinstance(kept, ArrayObject):
            self._objects[held.idnum, held.generation] = _bytes_of(references)
        else:
            page[NameObject("/Annots")] = references
            self._objects[place.idnum, place.generation] = _bytes_of(page)

    def _annotation(self, annotation: Mapping[str, Any], page: str) -> int:
        """One annotation and the picture of it; gives its number."""
        quads = [[float(edge) for edge in quad] for quad in annotation["quads"]]
        drawn, box = appearance(quads, annotation["tint"], annotation["lines"])
        picture = self._add(
            f"<< /Type /XObject /Subtype /Form /BBox {_box(box)} /Resources << /ExtGState << /M << /BM /Multiply >> >> "
            f">> /Group << /S /Transparency >> /Length {len(drawn)} >>\nstream\n".encode()
            + drawn
            + b"\nendstream"
        )
        parts = [
            f"/Type /Annot /Subtype /{'Highlight' if annotation['tint'] else 'Underline'} /F {_PRINTED} /P {page}",
            f"/Rect {_box(box)} /QuadPoints [{' '.join(number_words(edge) for quad in quads for edge in quad)}]",
            f"/C [{' '.join(number_words(share) for share in annotation['colour'])}]",
            f"/AP << /N {picture} 0 R >> /NM {_text(annotation['uid'])} /Contents {_text(annotation['text'])}",
        ]
        if annotation["author"]:
            parts.append(f"/T {_text(annotation['author'])}")
        for key, name in (("modified", "M"), ("created", "CreationDate")):
            if moment := _moment(str(annotation[key])):
                parts.append(f"/{name} ({moment})")
        return self._add(f"<< {' '.join(parts)} >>".encode())

    def _add(self, data: bytes) -> int:
        number, self._next = self._next, self._next + 1
        self._objects[number, 0] = data
        return number

    def _out(self) -> bytes:
        parts = [b"" if self._data.endswith(b"\n") else b"\n"]
        position = len(self._data) + len(parts[0])
        places: dict[tuple[int, int], int] = {}
        for (number, generation), data in sorted(self._objects.items()):
            part = b"%d %d obj\n%b\nendobj\n" % (number, generation, data)
            places[number, generation] = position
            parts.append(part)
            position += len(part)
        trailer = self._trailer(b"".join(parts))
        as_table = _TABLE.match(self._data[self._before : self._before + 40]) is not None
        parts.append(
            _table(places, trailer, self._next) if as_table else _stream(places, trailer, self._next, position)
        )
        parts.append(b"startxref\n%d\n%%%%EOF\n" % position)
        return b"".join(parts)

    def _trailer(self, objects: bytes) -> bytes:
        """What the end of the file says of it: as before, and where the list before this one is."""
        trailer = self._reader.trailer
        said = [f"/Prev {self._before}".encode()]
        said += [
            f"{name} ".encode() + _bytes_of(trailer.raw_get(name)) for name in ("/Root", "/Info") if name in trailer
        ]
        identity = trailer.get("/ID")
        if identity is not None:
            first = _bytes_of(identity[0].get_object())
            digest = hashlib.sha256(self._data[-_TAIL:] + objects).hexdigest()[:32].upper()
            said.append(b"/ID [" + first + f" <{digest}>]".encode())
        return b" ".join(said)


def _table(places: Mapping[tuple[int, int], int], trailer: bytes, size: int) -> bytes:
    """The list of objects as a table, for a file that has one."""
    lines = [b"xref\n0 1\n0000000000 65535 f\r\n"]
    for (number, generation), place in sorted(places.items()):
        lines.append(b"%d 1\n%010d %05d n\r\n" % (number, place, generation))
    return b"".join(lines) + b"trailer\n<< /Size %d %b >>\n" % (size, trailer)


def _stream(places: Mapping[tuple[int, int], int], trailer: bytes, size: int, own_place: int) -> bytes:
    """The list of objects as a stream, which is in the list itself, for a file that has one."""
    entries = sorted([*places.items(), ((size, 0), own_place)])
    data = b"".join(struct.pack(">BQH", 1, place, generation) for (_, generation), place in entries)
    index = " ".join(f"{number} 1" for (number, _), _ in entries).encode()
    head = b"<< /Type /XRef /Size %d /W [1 8 2] /Index [%b] %b /Length %d >>" % (size + 1, index, trailer, len(data))
    return b"%d 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (size, head, data)


def _bytes_of(thing: Any) -> bytes:
    """A PDF object as it stands in a file; what it refers to stays where it is."""
    out = io.BytesIO()
    thing.write_to_stream(out)
    return out.getvalue()


def _box(box: Box) -> str:
    return f"[{' '.join(map(number_words, box))}]"


def _text(words: str) -> str:
    """Words as a string of the format, in UTF-16."""
    return f"<FEFF{words.replace(chr(0), '').encode('utf-16-be', 'replace').hex().upper()}>"


def _moment(stamp: str) -> str:
    """A moment ("2026-07-16T14:02:00.000Z") as the format writes it; nothing for any other text."""
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return ""
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.strftime("D:%Y%m%d%H%M%SZ")
