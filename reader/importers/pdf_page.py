"""What a PDF gives of its pages before anything is recognised in them: lines with their places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple


class Mark(NamedTuple):
    """A raised figure or sign in the text of a line: from `start` to before `end`."""

    start: int
    end: int


class PageLine(NamedTuple):
    """A line of a page in reading order; the box is in points from the top left of the page as it is read.

    `bold` and `italic` are shares of its characters; `first_word` is the width of its first word, `text_left` where its
    text begins behind a number or bullet. `marks` are its raised figures. `cells` is how many parts wide gaps divide it
    in. `column` counts the runs of lines that belong under each other. `begins` says of the cells of a table whether a
    block begins here; None where that is told by the looks of the line.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: float
    first_word: float
    text_left: float
    marks: tuple[Mark, ...]
    cells: int
    column: int
    italic: float = 0.0
    begins: bool | None = None

    @property
    def height(self) -> float:
        return self.bottom - self.top


class PdfPage(NamedTuple):
    """A page: its size in points, its lines, and the lines that stand turned. `picture`: an image and no text."""

    width: float
    height: float
    lines: Sequence[PageLine]
    turned: Sequence[PageLine]
    picture: bool
    broken: bool


class Bookmark(NamedTuple):
    """An entry of the outline in the file: its level from 1, its title and its page from 0."""

    level: int
    title: str
    page: int


class PdfFile(NamedTuple):
    """All pages, and what the file says of them: page labels (or none), its title, its outline."""

    pages: Sequence[PdfPage]
    labels: Sequence[str]
    title: str
    bookmarks: Sequence[Bookmark]


def line_of(values: Sequence[Any]) -> PageLine:
    """The line that went through JSON. Raises TypeError or ValueError for what is no line."""
    plain = (tuple(map(Mark._make, value)) if isinstance(value, list) else value for value in values)
    return PageLine._make(plain)
