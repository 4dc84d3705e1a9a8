"""From the pages of a PDF to a source text and what the file tells of it. The same pages always give the same text.

Each page starts behind a form feed, each line of the page is a line, an empty line stands where the page has room
between two blocks, and a tab between the cells of a row. The text of a page depends on that page alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.importers.pdf_blocks import begins, notes_of, setting_of
from reader.importers.pdf_furniture import Place, furniture_of, printed_numbers, size_of_body
from reader.importers.pdf_headings import with_headings
from reader.importers.pdf_page import PageLine, PdfFile, PdfPage
from reader.text.told import Told, ToldLine

_FIGURES = re.compile(r"\d{1,3}")
_ROOM = 0.75  # of the height of a line: more white than this above a line is an empty line in the text


class PdfText(NamedTuple):
    """The source text and what the file tells of it."""

    body: str
    told: Told


class _Composed(NamedTuple):
    body: str
    starts: list[int]  # source offset of each page
    numbers: dict[Place, int]  # number of each line in the text, from 0
    offsets: dict[Place, int]  # source offset of each line


def text_of(file: PdfFile) -> PdfText:
    """The source text of a file, and its pages, furniture, blocks, headings and notes as far as the pages show them."""
    pages = [_whole(page) for page in file.pages]
    composed = _compose(pages)
    furniture = furniture_of(pages)
    told = _blocks(pages, file, furniture)
    labels = _labels(file, printed_numbers(pages, furniture))
    lines = {composed.numbers[place]: known for place, known in told.items()}
    markers = [
        offset
        for place, known in told.items()
        if known.kind is None or known.kind == "heading"
        for offset in _markers(pages[place[0]].lines[place[1]], composed.offsets[place])
    ]
    starts = tuple(zip(composed.starts, labels, strict=True))
    return PdfText(composed.body, Told(lines, starts, tuple(sorted(markers)) or None))


def _markers(line: PageLine, offset: int) -> list[int]:
    """The source offsets of the raised figures in a line that starts at `offset`."""
    return [
        offset + mark.start + figures.start()
        for mark in line.marks
        for figures in _FIGURES.finditer(line.text[mark.start : mark.end])
    ]


def _whole(page: PdfPage) -> PdfPage:
    """The page with its turned lines behind the others, in columns of their own."""
    last = max((line.column for line in page.lines), default=-1)
    turned = [line._replace(column=line.column + last + 1) for line in page.turned]
    return page._replace(lines=[*page.lines, *turned], turned=())


def _compose(pages: Sequence[PdfPage]) -> _Composed:
    parts: list[str] = []
    starts: list[int] = []
    numbers: dict[Place, int] = {}
    offsets: dict[Place, int] = {}
    length = number = 0

    def write(text: str) -> None:
        nonlocal length
        parts.append(text)
        length += len(text)

    for page_number, page in enumerate(pages):
        if page_number:
            write("\f")
        starts.append(length)
        above: PageLine | None = None
        for index, line in enumerate(page.lines):
            if above is not None and _apart(above, line):
                write("\n")
                number += 1
            numbers[page_number, index] = number
            offsets[page_number, index] = length
            write(line.text + "\n")
            number += 1
            above = line
    return _Composed("".join(parts), starts, numbers, offsets)


def _apart(above: PageLine, line: PageLine) -> bool:
    if above.column != line.column or line.bottom < above.bottom:
        return True
    return line.top - above.bottom > _ROOM * min(line.height, above.height)


def _blocks(pages: Sequence[PdfPage], file: PdfFile, furniture: set[Place]) -> dict[Place, ToldLine]:
    """What is known of each line."""
    body_size = size_of_body(pages)
    flow = [
        [index for index in range(len(page.lines)) if (number, index) not in furniture]
        for number, page in enumerate(pages)
    ]
    notes = notes_of(pages, flow, body_size)
    body = [[index for index in places if (number, index) not in notes] for number, places in enumerate(flow)]
    setting = setting_of(pages, body)
    told: dict[Place, ToldLine] = {place: ToldLine("page-furniture") for place in furniture}
    for number, page in enumerate(pages):
        first = above = None
        for index in flow[number]:
            place, line = (number, index), page.lines[index]
            if place in notes:
                told[place] = ToldLine("footnote", notes[place])
                continue
            starts = first is None or above is None or begins(setting, number, first, above, line)
            told[place] = ToldLine(None, starts, apart=line.begins is True)
            first, above = line if starts else first, line
    return with_headings(pages, told, file.bookmarks, body_size)


def _labels(file: PdfFile, printed: Sequence[str | None]) -> list[str | None]:
    """What each page is called: by the number printed on it, else by the label the file gives it."""
    if not file.labels:
        return list(printed)
    return [
        shown if shown and not (label and not label.isdigit()) else label or None
        for shown, label in zip(printed, file.labels, strict=True)
    ]
