"""The pages of a PDF: lines and strokes at their place, page numbers, outline, links, and the finished file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Final

from reader.exporters.colours import tint_and_line
from reader.exporters.pdf_file import PdfFile, date_string, metadata, numbers, references, text_string
from reader.exporters.pdf_fonts import Fonts
from reader.exporters.pdf_lines import TEXT2, Line, Look, Part, one_line
from reader.exporters.pdf_tags import Tags

WIDTH, HEIGHT = 595.28, 841.89  # A4 in points
LEFT, TOP, BOTTOM = 65.0, 62.0, 66.0
COLUMN: Final = WIDTH - 2 * LEFT
TALLEST: Final = HEIGHT - TOP - BOTTOM
_ABOVE_NOTES: Final = 14.0
RULE, HEADER = "#86827A", "#ECEAE4"
_FOOTER: Final = Look("text", 8.5, TEXT2)
# the lines of label patterns 1-9: width in points, dashes (with round ends when the first is 0), how many
_PATTERNS: Final = (
    (0.9, (), 1), (0.9, (3, 1.8), 1), (0.6, (), 2), (1.1, (0, 2), 1), (0.8, (), 0), (0.9, (6, 2.2), 1),
    (0.9, (1.2, 1.5, 4, 1.5), 1), (1.6, (3, 1.8), 1), (1.6, (0, 2.8), 1),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the contents that waits for its number: its page, its base, where its words end, whose it is."""

    page: int
    base: float
    x: float
    element: int
    look: Look


@dataclass(slots=True)
class _Page:
    number: int  # of its object
    key: int
    under: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    links: list[int] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    body: int = 0


class Pages:
    """The pages so far. `y` is how far the last one is filled, in points from its upper edge."""

    def __init__(self, file: PdfFile, fonts: Fonts, tags: Tags) -> None:
        self._file, self._fonts, self._tags = file, fonts, tags
        self._tree, self._resources = file.reserve(), file.reserve()
        self._pages: list[_Page] = []
        self._open: int | None = None  # the element whose stretch is open
        self._outline: list[tuple[str, int, float]] = []
        self._entries: list[_Entry] = []
        self._notes_height = 0.0
        self.y = TOP
        self.new_page()

    @property
    def room(self) -> float:
        """The points that are left on the page above its footnotes."""
        return HEIGHT - BOTTOM - self._notes_height - self.y

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on the last page yet."""
        return self.y == TOP

    def new_page(self) -> None:
        self._close_page()
        page = self._file.reserve()
        self._pages.append(_Page(page, self._tags.start_page(page)))
        self.y, self._notes_height = TOP, 0.0

    def space(self, height: float) -> None:
        """Leave this many points open, except at the top of a page."""
        if not self.is_empty:
            self.y += height

    def flow(self, lines: Sequence[Line], x: float = LEFT) -> None:
        """Put lines under one another, on new pages as needed; what is kept together is, where a page can hold it."""
        start = 0
        while start < len(lines):
            end = start
            while end < len(lines) - 1 and lines[end].kept:
                end += 1
            together = lines[start : end + 1]
            if not self.is_empty and self.height(together) > self.room:
                self.new_page()
            for line in together:
                if not self.is_empty and self.height([line]) > self.room:
                    self.new_page()
                if not self.is_empty:
                    self.y += line.before
                self.draw(line, x, self.y)
                self.y += line.leading
            start = end + 1

    def height(self, lines: Sequence[Line]) -> float:
        """What lines take of the room of the page, with their footnotes."""
        return sum(line.height + line.notes_height for line in lines) + self.above_notes(lines)

    def above_notes(self, lines: Sequence[Line]) -> float:
        """What the stroke above footnotes takes, when these lines bring the first ones on the page."""
        return 0.0 if self._notes_height or not any(line.notes for line in lines) else _ABOVE_NOTES

    def draw(self, line: Line, x: float, top: float, *, shown_again: bool = False) -> None:
        """A line whose upper edge is at `top`. `shown_again`: it was read before, such as a repeated head."""
        base = HEIGHT - top - line.leading * 0.74
        page = self._pages[-1]
        if line.stroke:
            self.stroke(x, top - 3, LEFT + COLUMN, top - 3)
        if line.rule:
            self.rectangle(x, top, 1.5, line.leading, RULE)
        if line.notes:
            self._notes_height += line.notes_height + self.above_notes([line])
            page.notes.extend(line.notes)
        if not line.parts:
            return
        if shown_again:
            self._end_stretch()
            page.text.append("/Artifact <</Type /Pagination>> BDC")
        elif self._open != line.element:
            self._end_stretch()
            page.text.append(f"/P <</MCID {self._tags.mark(line.element)}>> BDC")
            self._open = line.element
        for part in line.parts:
            left = x + line.indent + part.x
            if part.look.label is not None:
                self._label(part, left, base)
            page.text.append(_shown(part, left, base))
            if part.look.address:
                self._link(part, left, base, line.element)
        if shown_again:
            page.text.append("EMC")

    def rectangle(self, x: float, top: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle under the text."""
        self._pages[-1].under.append(f"{_colour(colour)} rg {numbers((x, HEIGHT - top - height, width, height))} re f")

    def stroke(self, x: float, top: float, to_x: float, to_top: float, colour: str = RULE) -> None:
        """A fine stroke under the text."""
        ends = f"{numbers((x, HEIGHT - top))} m {numbers((to_x, HEIGHT - to_top))} l S"
        self._pages[-1].under.append(f"0.5 w {_colour(colour)} RG {ends}")

    def contents(self, entries: Iterable[Sequence[Line]], look: Look) -> None:
        """The lines of a table of contents; the n-th entry leads to the n-th heading, its number gets this look."""
        for lines in entries:
            self.flow(lines)
            last = lines[-1]
            base = HEIGHT - self.y + last.leading * 0.26
            x = LEFT + last.indent + (last.parts[-1].x + last.parts[-1].width if last.parts else 0)
            self._entries.append(_Entry(len(self._pages) - 1, base, x, last.element, look))

    def outline(self, title: str, top: float) -> None:
        """A heading at this height of the last page, in the reader's list of headings."""
        self._outline.append((title, self._pages[-1].number, HEIGHT - top))

    def finish(
        self, *, title: str, subject: str, language: str, moment: datetime, footer: str, numbering: str
    ) -> bytes:
        """The whole file. `footer` stands at the left of a page, `numbering` with {page} and {pages} at the right."""
        self._close_page()
        late = self._finish_contents()
        file, count = self._file, len(self._pages)
        for number, page in enumerate(self._pages, start=1):
            low = self._footer(footer, numbering.format(page=number, pages=count), late.get(number - 1, []))
            links = f" /Annots [{references(page.links)}]" if page.links else ""
            file.put(
                page.number,
                f"<< /Type /Page /Parent {self._tree} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources"
                f" {self._resources} 0 R /Contents [{page.body} 0 R {low} 0 R] /StructParents {page.key}"
                f" /Tabs /S{links} >>",
            )
        file.put(
            self._tree,
            f"<< /Type /Pages /Count {count} /Kids [{references(page.number for page in self._pages)}] >>",
        )
        fonts = " ".join(f"/{name} {number} 0 R" for name, number in self._fonts.embed(file).items())
        file.put(self._resources, f"<< /Font << {fonts} >> >>")
        self._tags.finish()
        facts = {"title": title, "subject": subject, "language": language, "program": "Vindplaats"}
        known = file.add_stream(metadata(facts, moment), "/Type /Metadata /Subtype /XML", packed=False)
        outline = f" /Outlines {self._finish_outline()} 0 R /PageMode /UseOutlines" if self._outline else ""
        root = file.add(
            f"<< /Type /Catalog /Pages {self._tree} 0 R /Lang {text_string(language)} /MarkInfo << /Marked true >>"
            f" /StructTreeRoot {self._tags.tree} 0 R /ViewerPreferences << /DisplayDocTitle true >>"
            f" /Metadata {known} 0 R{outline} >>"
        )
        day = date_string(moment)
        info = file.add(
            f"<< /Title {text_string(title)} /Subject {text_string(subject)} /Creator (Vindplaats)"
            f" /Producer (Vindplaats) /CreationDate {day} /ModDate {day} >>"
        )
        return file.finish(root, info)

    def _close_page(self) -> None:
        if not self._pages:
            return
        page = self._pages[-1]
        self._draw_notes(page)
        self._end_stretch()
        under = ["/Artifact BMC", *page.under, "EMC"] if page.under else []
        page.body = self._file.add_stream("\n".join([*under, *page.text]).encode("ascii"))
        page.under, page.text = [], []

    def _draw_notes(self, page: _Page) -> None:
        y = HEIGHT - BOTTOM - self._notes_height + _ABOVE_NOTES
        if page.notes:
            self.stroke(LEFT, y - 4, LEFT + COLUMN / 4, y - 4)
        for line in sorted(page.notes, key=lambda line: line.element):  # elements are numbered in the order of reading
            self.draw(line, LEFT, y + line.before)
            y += line.height
        page.notes = []

    def _end_stretch(self) -> None:
        if self._open is not None:
            self._pages[-1].text.append("EMC")
            self._open = None

    def _finish_contents(self) -> dict[int, list[str]]:
        """The page numbers of the table of contents and the dots before them, by page from 0; they lead there too."""
        numbers_of = {page.number: number for number, page in enumerate(self._pages, start=1)}
        late: dict[int, list[str]] = {}
        for entry, (title, target, top) in zip(self._entries, self._outline, strict=False):
            page = self._pages[entry.page]
            self._tags.turn_to(page.number)
            shown = one_line(str(numbers_of[target]), entry.look, self._fonts)
            right = LEFT + COLUMN - shown[-1].x - shown[-1].width
            drawn = late.setdefault(entry.page, [])
            if right - entry.x > 16:
                dots = f"{numbers((entry.x + 6, entry.base))} m {numbers((right - 6, entry.base))} l S"
                drawn.append(f"/Artifact BMC q 0.8 w 1 J [0 4] 0 d {_colour(RULE)} RG {dots} Q EMC")
            mark = f"/P <</MCID {self._tags.mark(entry.element)}>> BDC"
            drawn.append("\n".join([mark, *(_shown(part, right + part.x, entry.base) for part in shown), "EMC"]))
            number = self._file.reserve()
            key = self._tags.link(entry.element, number)
            box = numbers((LEFT, entry.base - 4, LEFT + COLUMN, entry.base + 10))
            self._file.put(
                number,
                f"<< /Type /Annot /Subtype /Link /Rect [{box}] /Border [0 0 0] /F 4 /StructParent {key}"
                f" /Contents {text_string(title)} /Dest {_place(target, top)} >>",
            )
            page.links.append(number)
        return late

    def _footer(self, words: str, numbering: str, before: Iterable[str]) -> int:
        drawn = [*before, "/Artifact <</Type /Pagination>> BDC"]
        for text, at_right in ((words, False), (numbering, True)):
            line = one_line(text, _FOOTER, self._fonts)
            x = WIDTH - LEFT - sum(part.width for part in line) if at_right else LEFT
            drawn += [_shown(part, x + part.x, 38) for part in line]
        return self._file.add_stream("\n".join([*drawn, "EMC"]).encode("ascii"))

    def _label(self, part: Part, x: float, base: float) -> None:
        """The tint of a label and, under its name, the line that tells it without colour."""
        label = part.look.label
        assert label is not None
        tint, colour = tint_and_line(label.hue)
        size = part.look.size
        width, dashes, count = _PATTERNS[(label.pattern - 1) % len(_PATTERNS)]
        self.rectangle(x, HEIGHT - base - size * 0.86, part.width, size * 1.2, tint)
        low = base - size * 0.27
        start = f"{width} w {int(dashes[:1] == (0,))} J [{numbers(dashes)}] 0 d {_colour(colour)} RG"
        if count:
            drawn = " ".join(
                f"{numbers((x, low - 1.5 * line))} m {numbers((x + part.width, low - 1.5 * line))} l S"
                for line in range(count)
            )
        else:
            drawn = _wave(x, low, part.width)
        self._pages[-1].under.append(f"q {start} {drawn} Q")

    def _link(self, part: Part, x: float, base: float, element: int) -> None:
        number = self._file.reserve()
        key = self._tags.link(element, number)
        size = part.look.size
        address = part.look.address.encode("ascii", "ignore").hex().upper()
        self._file.put(
            number,
            f"<< /Type /Annot /Subtype /Link /Rect [{numbers((x, base - size * 0.3, x + part.width, base + size))}]"
            f" /Border [0 0 0] /F 4 /StructParent {key} /Contents {text_string(part.look.address)}"
            f" /A << /S /URI /URI <{address}> >> >>",
        )
        self._pages[-1].links.append(number)

    def _finish_outline(self) -> int:
        root = self._file.reserve()
        objects = [self._file.reserve() for _ in self._outline]
        for index, (title, page, top) in enumerate(self._outline):
            beside = f" /Prev {objects[index - 1]} 0 R" if index else ""
            beside += f" /Next {objects[index + 1]} 0 R" if index + 1 < len(objects) else ""
            self._file.put(
                objects[index],
                f"<< /Title {text_string(title)} /Parent {root} 0 R{beside} /Dest {_place(page, top)} >>",
            )
        self._file.put(
            root, f"<< /Type /Outlines /First {objects[0]} 0 R /Last {objects[-1]} 0 R /Count {len(objects)} >>"
        )
        return root


def _place(page: int, top: float) -> str:
    """Where a heading at this height of a page (an object) is led to."""
    return f"[{page} 0 R /XYZ {numbers((LEFT, min(HEIGHT, top + 8)))} null]"


def _shown(part: Part, x: float, base: float) -> str:
    look = part.look
    shown = (
        f"BT /{part.cut} {look.size} Tf {_colour(look.colour)} rg 1 0 0 1 {x:.2f} {base + look.raised:.2f} Tm"
        f" [{part.shown}] TJ ET"
    )
    return f"/Span <</ActualText {text_string(part.said)}>> BDC {shown} EMC" if part.said else shown


@cache
def _colour(colour: str) -> str:
    """ "#RRGGBB" as three shares."""
    return numbers(int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))


def _wave(x: float, y: float, width: float) -> str:
    """A wavy line: half waves of two points."""
    steps: Iterable[int] = range(1, max(2, int(width / 2)) + 1)
    points = " ".join(
        f"{numbers((x + 2 * step - 1, y + (1.3 if step % 2 else -1.3), x + 2 * step, y))} v" for step in steps
    )
    return f"{numbers((x, y))} m {points} S"
