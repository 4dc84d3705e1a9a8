"""Breaks paragraphs of a PDF into lines, by the widths of their glyphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reader.domain.excerpt import Label
from reader.exporters.pdf_fonts import Fonts, Pieces

TEXT, TEXT2 = "#1F1E1B", "#55534D"
# no-break spaces are letters of their word, § stays with its number; a word is parted after a hyphen or a stroke too
_SPACES: Final = re.compile(r"(?<!§)[\t-\r\x1c-\x20\x85\u1680\u2000-\u2006\u2008-\u200b\u2028\u2029\u205f\u3000]+")
_PARTS: Final = re.compile(r"(?<=\w[-/\u2010\u2013\u2014])(?=\w)")
_NARROWEST: Final = 20  # points of a line that words are put on


@dataclass(frozen=True, slots=True)
class Look:
    """How words look. `size` and `raised` (above the base line) in points; `language` differs from the document's."""

    cut: str = "text"
    size: float = 10
    colour: str = TEXT
    raised: float = 0
    label: Label | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set: from line to line, space before it, and indent, in points."""

    look: Look
    leading: float
    before: float = 0
    indent: float = 0
    kept: bool = False  # with the next paragraph


@dataclass(frozen=True, slots=True)
class Part:
    """Glyphs of one look and cut on a line, from `x` points after its start; the rest as in Piece."""

    x: float
    width: float
    look: Look
    cut: str
    shown: str
    said: str = ""


@dataclass(slots=True)
class Line:
    """A line of a paragraph: points from line to line and of space before it, what stands on it, whose it is.

    `kept`: not on another page than the next line. `rule`: a stroke stands before it, `stroke`: one is above it.
    `notes` are the lines of its footnotes.
    """

    leading: float
    before: float
    parts: list[Part]
    element: int
    indent: float = 0
    kept: bool = False
    rule: bool = False
    stroke: bool = False
    notes: Sequence[Line] = ()

    @property
    def height(self) -> float:
        return self.before + self.leading

    @property
    def notes_height(self) -> float:
        """What its footnotes take at the foot of the page."""
        return sum(note.height for note in self.notes)


def lines(words: Iterable[tuple[str, Look]], setting: Setting, width: float, fonts: Fonts, element: int) -> list[Line]:
    """The lines of a paragraph of words with their looks, in a column of `width` points.

    A paragraph keeps two lines together at its start and at its end.
    """
    room = max(_NARROWEST, width - setting.indent)
    made = [
        Line(setting.leading, 0, _joined(line), element, setting.indent)
        for line in _broken(_units(words, fonts), room, fonts)
    ] or [Line(setting.leading, 0, [], element, setting.indent)]
    made[0].before = setting.before
    if len(made) > 1:
        made[0].kept = made[-2].kept = True
    made[-1].kept = setting.kept
    return made


def one_line(words: str, look: Look, fonts: Fonts) -> list[Part]:
    """Words on one line, however long it is."""
    return _joined([(look, fonts.pieces(look.cut, words))])


# words that are not parted: the look of the space before them, their glyphs, and their width in points
_Unit = tuple[Look | None, list[tuple[Look, Pieces]], float]


def _units(words: Iterable[tuple[str, Look]], fonts: Fonts) -> Iterator[_Unit]:
    space: Look | None = None
    held: list[tuple[Look, Pieces]] = []
    total = 0.0
    for text, look in words:
        scale, cut = look.size / 1000, look.cut
        for number, word in enumerate(_SPACES.split(text)):
            if number:
                if held:
                    yield space, held, total
                    held, total, space = [], 0.0, None
                space = space or look
            if not word:
                continue
            for index, part in enumerate((word,) if word.isalnum() else _PARTS.split(word)):
                if index and held:
                    yield space, held, total
                    held, total, space = [], 0.0, None
                made = fonts.pieces(cut, part)
                held.append((look, made))
                total += made.width * scale
    if held:
        yield space, held, total


def _broken(units: Iterable[_Unit], width: float, fonts: Fonts) -> Iterator[list[tuple[Look, Pieces]]]:
    line: list[tuple[Look, Pieces]] = []
    x = 0.0
    for space, held, total in units:
        blank = fonts.pieces(space.cut, " ") if space is not None and line else None
        gap = blank.width * space.size / 1000 if blank is not None and space is not None else 0.0
        if line and x + gap + total > width:
            if blank is not None and space is not None and space.label is None:
                line.append((space, blank))  # nobody sees it; read aloud or copied, the words stay apart
            yield line
            line, x = [], 0.0
        elif blank is not None and space is not None:
            line.append((space, blank))
            x += gap
        if total <= width:
            line += held
            x += total
            continue
        for look, letter in _letters(held, fonts):  # a word longer than the line is parted anywhere
            taken = letter.width * look.size / 1000
            if line and x + taken > width:
                yield line
                line, x = [], 0.0
            line.append((look, letter))
            x += taken
    if line:
        yield line


def _letters(held: Iterable[tuple[Look, Pieces]], fonts: Fonts) -> Iterator[tuple[Look, Pieces]]:
    for look, pieces in held:
        for letter in pieces.words:
            yield look, fonts.pieces(look.cut, letter)


def _joined(line: Iterable[tuple[Look, Pieces]]) -> list[Part]:
    """The pieces of a line as few parts: those of one look and cut in one."""
    parts: list[Part] = []
    x = start = 0.0
    shown: list[str] = []
    last_look: Look | None = None
    cut = said = ""
    for look, pieces in line:
        scale = look.size / 1000
        for piece in pieces.pieces:
            if look is not last_look or piece.cut != cut or piece.said or said:
                if last_look is not None:
                    parts.append(Part(start, x - start, last_look, cut, "".join(shown), said))
                shown, start, last_look, cut, said = [], x, look, piece.cut, piece.said
            shown.append(piece.shown)
            x += piece.width * scale
    if last_look is not None:
        parts.append(Part(start, x - start, last_look, cut, "".join(shown), said))
    return parts
