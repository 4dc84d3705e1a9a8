"""Small PDFs for the tests, made of words at places; letters of one width, so that a test can count them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842  # points of a page
LETTER = 0.6  # of the size: the width of every letter of the fonts


@dataclass(frozen=True, slots=True)
class Run:
    """Text at `left` points from the left and `base` from the top; `turn` quarter turns to the left."""

    text: str
    left: float
    base: float
    size: float = 10
    bold: bool = False
    turn: int = 0

    def drawing(self) -> bytes:
        cosine, sine = ((1, 0), (0, 1), (-1, 0), (0, -1))[self.turn]
        text = self.text.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
        place = f"{cosine} {sine} {-sine} {cosine} {self.left:.2f} {HEIGHT - self.base:.2f} Tm"
        return f"BT /{'B' if self.bold else 'R'} {self.size} Tf {place} (".encode() + text + b") Tj ET\n"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its words, perhaps a picture over it all, and by how many degrees it is shown turned to the right.

    A link leads to a page (from 0), to an address, or is an action as the format writes it ("<< ... >>").
    """

    runs: Sequence[Run] = ()
    picture: bool = False
    rotation: int = 0
    links: Sequence[tuple[tuple[float, float, float, float], int | str]] = ()  # left, top, right, bottom; where to


@dataclass(slots=True)
class Column:
    """Sets lines under each other and remembers how far down it is."""

    left: float = 72
    letters: int = 70
    top: float = 100
    size: float = 10
    leading: float = 12
    runs: list[Run] = field(default_factory=list)

    def paragraph(self, text: str, *, room: float = 0, bold: bool = False, size: float = 0, indent: float = 0) -> None:
        """Wrap `text` in lines; `room` points stand above it."""
        self.top += room
        for number, line in enumerate(textwrap.wrap(text, self.letters, break_on_hyphens=False)):
            shift = indent if number == 0 else 0
            self.runs.append(Run(line, self.left + shift, self.top, size or self.size, bold))
            self.top += self.leading * ((size or self.size) / self.size)


def column(*paragraphs: str, room: float = 0, **options: float) -> list[Run]:
    """Paragraphs under each other in one column; `options` are those of Column."""
    made = Column(**options)  # type: ignore[arg-type]
    for paragraph in paragraphs:
        made.paragraph(paragraph, room=room)
    return made.runs


def pdf(
    *sheets: Sheet | Iterable[Run], title: str = "", labels: str = "", outline: Sequence[tuple[str, int]] = ()
) -> bytes:
    """A PDF of pages. `labels` are page label rules as the format writes them, `outline` titles with their page."""
    pages = [sheet if isinstance(sheet, Sheet) else Sheet(tuple(sheet)) for sheet in sheets]
    count = len(pages)
    first_page, first_entry = 8, 8 + 2 * count
    children = " ".join(f"{first_page + 2 * number} 0 R" for number in range(count))
    objects: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R"
        + (f" /PageLabels << /Nums [{labels}] >>".encode() if labels else b"")
        + (b" /Outlines 7 0 R" if outline else b"")
        + b" >>",
        2: f"<< /Type /Pages /Count {count} /Kids [{children}] >>".encode(),
        3: _font("Courier"),
        4: _font("Courier-Bold"),
        5: b"<< /Title (" + title.encode("cp1252") + b") >>",
        6: b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Length 1 >>\nstream\n\x80\nendstream",
        7: f"<< /First {first_entry} 0 R /Last {first_entry + len(outline) - 1} 0 R /Count {len(outline)} >>".encode(),
    }
    for number, sheet in enumerate(pages):
        drawn = b"".join(run.drawing() for run in sheet.runs)
        if sheet.picture:
            drawn += f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /P Do Q\n".encode()
        place = first_page + 2 * number
        objects[place] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {sheet.rotation} "
            f"/Contents {place + 1} 0 R {_links(sheet, first_page)}"
            "/Resources << /Font << /R 3 0 R /B 4 0 R >> /XObject << /P 6 0 R >> >> >>"
        ).encode()
        objects[place + 1] = f"<< /Length {len(drawn)} >>\nstream\n".encode() + drawn + b"\nendstream"
    for number, (words, page) in enumerate(outline):
        following = f" /Next {first_entry + number + 1} 0 R" if number + 1 < len(outline) else ""
        objects[first_entry + number] = (
            f"<< /Title ({words}) /Parent 7 0 R /Dest [{first_page + 2 * page} 0 R /Fit]{following} >>".encode("cp1252")
        )
    return b"".join(_file(objects))


def _links(sheet: Sheet, first_page: int) -> str:
    made = []
    for (left, top, right, bottom), target in sheet.links:
        if isinstance(target, int):
            leads = f"/Dest [{first_page + 2 * target} 0 R /Fit]"
        else:
            leads = f"/A {target if target.startswith('<<') else f'<< /S /URI /URI ({target}) >>'}"
        made.append(
            f"<< /Type /Annot /Subtype /Link /Rect [{left} {HEIGHT - bottom} {right} {HEIGHT - top}] {leads} >>"
        )
    return f"/Annots [{' '.join(made)}] " if made else ""


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _file(objects: dict[int, bytes]) -> Iterator[bytes]:
    yield (head := b"%PDF-1.7\n")
    position, places = len(head), []
    for number in sorted(objects):
        places.append(position)
        yield (written := f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n")
        position += len(written)
    yield f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    yield from (f"{place:010} 00000 n \n".encode() for place in places)
    yield f"trailer << /Size {len(places) + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{position}\n%%EOF\n".encode()
