"""Writes the objects of a PDF file: numbered, packed and compressed, the same bytes for the same objects."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final
from xml.sax.saxutils import escape

_PACKED: Final = 200  # objects that are compressed together
_HEAD: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class PdfFile:
    """A PDF file in the making. Objects get numbers from 1; what they hold may be given later than their number."""

    def __init__(self) -> None:
        self._chunks: list[bytes] = [_HEAD]
        self._length = len(_HEAD)
        self._places: list[tuple[int, int, int]] = [(0, 0, 65535)]  # as in the cross-reference: type, where, which
        self._waiting: list[tuple[int, bytes]] = []

    def reserve(self) -> int:
        """A number for an object that is put later."""
        self._places.append((0, 0, 0))
        return len(self._places) - 1

    def put(self, number: int, content: str) -> None:
        """The object of that number, as it is written in a PDF file."""
        self._waiting.append((number, content.encode("latin-1")))
        if len(self._waiting) == _PACKED:
            self._pack()

    def add(self, content: str) -> int:
        """A new object; gives its number."""
        number = self.reserve()
        self.put(number, content)
        return number

    def add_stream(self, data: bytes, entries: str = "", *, packed: bool = True) -> int:
        """A stream with these entries in its dictionary, compressed unless not `packed`; gives its number."""
        number = self.reserve()
        self._write_stream(number, data, entries, packed=packed)
        return number

    def finish(self, root: int, info: int) -> bytes:
        """The whole file, of which `root` is the catalogue and `info` the properties. Nothing can be added after."""
        self._pack()
        number = self.reserve()
        self._places[number] = (1, self._length, 0)
        rows = b"".join(
            kind.to_bytes(1, "big") + where.to_bytes(4, "big") + which.to_bytes(2, "big")
            for kind, where, which in self._places
        )
        digest = hashlib.sha256(b"".join(self._chunks)).hexdigest()[:32]
        start = self._length
        self._write_stream(
            number,
            rows,
            f"/Type /XRef /Size {len(self._places)} /W [1 4 2] /Root {root} 0 R /Info {info} 0 R"
            f" /ID [<{digest}> <{digest}>]",
        )
        return b"".join([*self._chunks, b"startxref\n%d\n%%%%EOF\n" % start])

    def _write_stream(self, number: int, data: bytes, entries: str, *, packed: bool = True) -> None:
        if packed:
            data = zlib.compress(data, 6)
            entries += " /Filter /FlateDecode"
        self._places[number] = (1, self._length, 0)
        for part in (
            f"{number} 0 obj\n<< {entries} /Length {len(data)} >>\nstream\n".encode("latin-1"),
            data,
            b"\nendstream\nendobj\n",
        ):
            self._chunks.append(part)
            self._length += len(part)

    def _pack(self) -> None:
        if not self._waiting:
            return
        heads: list[str] = []
        offset = 0
        number = self.reserve()
        for index, (packed, content) in enumerate(self._waiting):
            heads.append(f"{packed} {offset}")
            offset += len(content) + 1
            self._places[packed] = (2, number, index)
        head = " ".join(heads).encode("ascii") + b"\n"
        entries = f"/Type /ObjStm /N {len(self._waiting)} /First {len(head)}"
        body = head + b"".join(content + b"\n" for _, content in self._waiting)
        self._waiting.clear()
        self._write_stream(number, body, entries)


def text_string(words: str) -> str:
    """Words as a PDF string."""
    return f"<FEFF{words.encode('utf-16-be', 'replace').hex().upper()}>"


def date_string(moment: datetime) -> str:
    """A moment as a PDF string, in UTC; one without a zone is taken for UTC."""
    return f"(D:{_in_utc(moment):%Y%m%d%H%M%S}Z)"


def numbers(values: Iterable[float]) -> str:
    """Numbers parted by spaces, to a hundredth."""
    return " ".join([f"{value:.2f}" for value in values])


def number(value: float) -> str:
    """A number to a hundredth, as short as it can be written."""
    words = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if words in ("-0", "") else words


def references(objects: Iterable[int]) -> str:
    """Objects by number."""
    return " ".join(f"{number} 0 R" for number in objects)


def metadata(facts: Mapping[str, str], moment: datetime) -> bytes:
    """The properties as XMP: `facts` has "title", "subject", "language" and "program"."""
    day = f"{_in_utc(moment):%Y-%m-%dT%H:%M:%SZ}"
    title, subject, language, program = (escape(facts[key]) for key in ("title", "subject", "language", "program"))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        f'<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>'
        f'</rdf:Alt></dc:title><dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt>'
        f"</dc:description><dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>"
        f"<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>"
        f"<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer>"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode("utf-8", "replace")


def _in_utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment
