"""Where each character of the text of a page stands, asked of PDFium by the very rules that made the text."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from reader.importers.pdf_columns import lines_and_rows
from reader.importers.pdf_lines import Stretch, stretches_of
from reader.importers.pdf_words import Box, characters_of, frame_of, words_of
from reader.text.page_map import UNIT

_ABOVE, _BELOW = 0.93, 0.29  # of the size: how far a line reaches over and under the height at which its letters stand
_DOTLESS = {"ı": "i", "ȷ": "j"}

_LEVEL = 0.05  # of the size: what differs less in height or size is one run

RunForm = tuple[int, int, int, int, int]  # start, end, top, bottom, base
LineForm = tuple[str, int, list[RunForm], list[int]]  # text, size, runs, left and right of each code point


class Shown(NamedTuple):
    """A box in points from the top left of the page as it is shown."""

    left: float
    right: float
    top: float
    bottom: float


def places_of(page: Any) -> list[LineForm]:
    """The lines of an open page as they are in the text, with the places of their characters.

    Raises ValueError for a page with more characters than are read.
    """
    words = words_of(page)
    groups = [group for group in (words.upright, *words.turned) if group]
    if not groups:
        return []
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        reader = _Reader(page, text_page)
        lines = [pair for group in groups for pair in lines_and_rows(stretches_of(group))]
        return [reader.line(line.text, row) for line, row in lines]
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def origins(shown: str, drawn: str) -> list[int]:
    """For each code point of a word as it is read, which of the characters drawn it is: `drawn` is longer where
    accents and surrogates stand apart, shorter where a ligature is one sign."""
    if len(shown) == len(drawn) and shown.isascii():
        return list(range(len(drawn)))
    parts = [(part, index) for index, sign in enumerate(drawn) for part in _apart(sign)]
    found: list[int] = []
    place = 0
    for sign in shown:
        there = next((at for at in range(place, len(parts)) if _letter(parts[at][0]) == _letter(sign)), None)
        if there is None:  # a sign that stands for another one, such as a bullet
            there = min(place, len(parts) - 1)
        found.append(parts[there][1])
        place = there + 1
    return found


def _apart(sign: str) -> str:
    """The letters of a ligature; any other sign as it is."""
    letters = unicodedata.normalize("NFKD", sign)
    return letters if len(letters) > 1 and letters.isalpha() else sign


def _letter(sign: str) -> str:
    """The letter without its accents."""
    return _DOTLESS.get(sign, unicodedata.normalize("NFD", sign)[0])


class _Reader:
    """Asks for the places of characters on one page; keeps what PDFium writes its answers into."""

    def __init__(self, page: Any, text_page: Any) -> None:
        self._page = text_page
        self._frame = frame_of(page)
        self._turns = pdfium.FPDFPage_GetRotation(page)  # quarter turns to the right by which the page is shown
        self._text = characters_of(text_page, max(0, pdfium.FPDFText_CountChars(text_page)))
        self._rectangle = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._doubles = tuple(ctypes.c_double() for _ in range(4))

    def line(self, text: str, row: Sequence[Stretch]) -> LineForm:
        """One line; what is between its words takes the room between them."""
        boxes: list[Shown | None] = [None] * len(text)
        bases: list[float] = [0.0] * len(text)
        starts: list[tuple[int, float]] = []  # of the stretches in the text, and the size of each
        turned = False
        place = 0
        for stretch in row:
            for number, word in enumerate(stretch.words):
                place = text.index(word.text, place)
                if number == 0:
                    starts.append((place, stretch.size))
                direction = self._direction(word.first)
                turned = turned or (direction - self._turns) % 4 != 0
                drawn = self._text[word.first : word.last]
                for at, index in enumerate(origins(word.text, drawn)):
                    box = self._box(word.first + index, whole=direction == 0)
                    boxes[place + at] = box
                    bases[place + at] = self._base(word.first + index, box)
                self._share(word.text, drawn, boxes, place)
                place += len(word.text)
        filled = _filled(boxes)
        edges = [_units(edge) for box in filled for edge in (box.left, max(box.right, box.left))]
        runs = _single(filled) if turned else _runs(filled, bases, starts)
        return text, _units(max(size for _, size in starts)), list(runs), edges

    def _share(self, shown: str, drawn: str, boxes: list[Shown | None], place: int) -> None:
        """Letters that are drawn as one sign each get their part of its width."""
        indexes = origins(shown, drawn)
        start = 0
        while start < len(indexes):
            end = start + 1
            while end < len(indexes) and indexes[end] == indexes[start]:
                end += 1
            whole = boxes[place + start]
            if end - start > 1 and whole is not None:
                step = (whole.right - whole.left) / (end - start)
                for number in range(end - start):
                    left = whole.left + number * step
                    boxes[place + start + number] = whole._replace(left=left, right=left + step)
            start = end

    def _direction(self, place: int) -> int:
        """Quarter turns to the left by which a character is drawn on the page; 4 is aslant."""
        matrix = self._matrix
        if not pdfium.FPDFText_GetMatrix(self._page, place, matrix) or not (matrix.a or matrix.b):
            return 0
        turns = math.degrees(math.atan2(matrix.b, matrix.a)) / 90
        return round(turns) % 4 if abs(turns - round(turns)) < 0.06 else 4

    def _box(self, place: int, *, whole: bool) -> Shown:
        """What is inked of a character; with `whole` as wide as it advances too."""
        left, right, bottom, top = self._doubles
        pdfium.FPDFText_GetCharBox(self._page, place, left, right, bottom, top)
        inked = Box(left.value, bottom.value, right.value, top.value)
        loose = self._rectangle
        if whole and pdfium.FPDFText_GetLooseCharBox(self._page, place, loose) and loose.right > loose.left:
            inked = inked._replace(left=min(inked.left, loose.left), right=max(inked.right, loose.right))
        return self._shown(inked)

    def _base(self, place: int, box: Shown) -> float:
        x, y = self._doubles[0], self._doubles[1]
        if self._turns or not pdfium.FPDFText_GetCharOrigin(self._page, place, x, y):
            return box.bottom
        return self._frame.top - y.value

    def _shown(self, box: Box) -> Shown:
        return shown_box(box, self._frame, self._turns)


def shown_box(box: Box, frame: Box, turns: int) -> Shown:
    """A box of a page's own coordinates as it is shown, turned `turns` quarters to the right."""
    if turns == 1:
        return Shown(box.bottom - frame.bottom, box.top - frame.bottom, box.left - frame.left, box.right - frame.left)
    if turns == 2:
        return Shown(frame.right - box.right, frame.right - box.left, box.bottom - frame.bottom, box.top - frame.bottom)
    if turns == 3:
        return Shown(frame.top - box.top, frame.top - box.bottom, frame.right - box.right, frame.right - box.left)
    return Shown(box.left - frame.left, box.right - frame.left, frame.top - box.top, frame.top - box.bottom)


def _filled(boxes: Sequence[Shown | None]) -> list[Shown]:
    """The boxes, with the room between two of them where there is white space."""
    known = [box for box in boxes if box is not None]
    filled: list[Shown] = []
    following = iter(known)
    after = next(following, None)
    before = after or Shown(0, 0, 0, 0)
    for box in boxes:
        if box is not None:
            before, after = box, next(following, None)
            filled.append(box)
        else:
            right = max(before.right, after.left) if after is not None else before.right
            filled.append(before._replace(left=before.right, right=right))
    return filled


def _single(boxes: Sequence[Shown]) -> Iterator[RunForm]:
    """A run for each character, for text that is turned."""
    for number, box in enumerate(boxes):
        yield number, number + 1, _units(box.top), _units(box.bottom), _units(box.bottom)


def _runs(boxes: Sequence[Shown], bases: Sequence[float], starts: Sequence[tuple[int, float]]) -> list[RunForm]:
    """A run for all stretches that stand on one height in letters of one size, high enough for all of them."""
    parts: list[tuple[int, int, float, float]] = []  # start, end, base, size
    for (start, size), (end, _) in zip(starts, [*starts[1:], (len(boxes), 0.0)], strict=True):
        known = sorted(base for base in bases[start:end] if base)
        base = known[len(known) // 2] if known else boxes[start].bottom
        if parts and abs(parts[-1][2] - base) < _LEVEL * size and abs(parts[-1][3] - size) < _LEVEL * size:
            parts[-1] = (parts[-1][0], end, *parts[-1][2:])
        else:
            parts.append((start, end, base, size))
    runs = []
    for start, end, base, size in parts:
        top = min(base - _ABOVE * size, min(box.top for box in boxes[start:end]))
        bottom = max(base + _BELOW * size, max(box.bottom for box in boxes[start:end]))
        runs.append((start, end, _units(top), _units(bottom), _units(base)))
    return runs


def _units(points: float) -> int:
    return round(points / UNIT)
