"""The words on a page of a PDF with their places, as PDFium gives them."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

LONGEST_SIDE = 1_000_000  # points of a page: 350 metres, far more than any program makes
MOST_CHARACTERS = 500_000  # on one page; a page with more is not for reading
_WORD = re.compile("[^\\s\ufffe]+\ufffe?|\ufffe")  # PDFium puts U+FFFE where a hyphen ends a line, and no line end
_DOUBTFUL = re.compile(  # where a word may hold another, behind a space that was not seen
    r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])|(?<=[^\w\s])(?=\w)|(?<=\w)(?=[(«“‘\[])"
)
_DIGIT = re.compile(r"\d")
_DOUBTFUL_FIGURES = re.compile(  # the same in a word with figures, where these may be raised
    rf"{_DOUBTFUL.pattern}|(?<=[^\W\d])(?=\d)|(?<=\d)(?=[^\W\d])"
    r"|(?<=[^\W\d]\d)(?=[^\w\s])|(?<=[^\W\d]\d\d)(?=[^\w\s])|(?<=[»”’)]\d)(?=[^\w\s])"
)
_DIACRITICS = {
    "`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304", "˘": "\u0306", "˙": "\u0307",
    "¨": "\u0308", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c", "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
_SPACING_DIACRITIC = re.compile(f"[{''.join(_DIACRITICS)}]")
_DOTLESS = {"ı": "i", "ȷ": "j"}
_REPLACED = str.maketrans(
    {
        "\ufffe": "-", "\u00ad": "-", "\u2010": "-", "\u2011": "-",  # on paper each of them is a hyphen
        "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "►", "\uf02d": "-", "\uf0fc": "✓",  # signs of Symbol and Wingdings
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij", "Ĳ": "IJ",
    }
)  # fmt: skip
_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ud800-\udfff\ufeff\ufff9-\uffff]")
_BOLD_NAME = re.compile(r"bold|black|heavy|semibd|demi(?!t)|[-,]bd", re.IGNORECASE)
_BOLD_WEIGHT = 650
_ITALIC_NAME = re.compile(r"italic|oblique|slanted|kursiv|[-,](?:bd|bold)?it\b", re.IGNORECASE)
_ASLANT = 0.1  # of the height of a letter: so far its top leans over
_LONGEST_GAP = 0.15  # of the size of the letters: a wider one inside a word is a space that was not seen
_RAISED = 0.8  # of the height of the letters before it: a figure that is smaller may be a note's
_MOST_FIGURES = 3  # of a note's number
_SUPERIOR = 0.18  # of the size: a figure that the font itself draws so high above the line of letters is raised

# the same functions of PDFium with plain addresses, for the calls that are made for each word
_OBJECT_OF = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_LOOSE_BOX = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


class Word(NamedTuple):
    """A word, or the part of one that is set otherwise.

    Its box is in points from the top left of the page as it is read; `first` is PDFium's number of its first character,
    `last` the one behind it.
    `apart` says whether there was white space before it: 0 none, 1 a space, 2 a line end.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    first: int
    apart: int
    last: int = 0
    italic: bool = False


class PageWords(NamedTuple):
    """The words of a page: those that stand upright, and for each other direction its own, turned upright."""

    width: float
    height: float
    upright: list[Word]
    turned: list[list[Word]]


class _Style(NamedTuple):
    size: float
    bold: bool
    direction: int  # quarter turns to the left; 4 is aslant
    italic: bool = False


class Box(NamedTuple):
    """In points of the page's own coordinates: `top` is above `bottom`."""

    left: float
    bottom: float
    right: float
    top: float


def words_of(page: Any) -> PageWords:
    """The words of an open page, in the order in which the file draws them. Raises ValueError for one too full."""
    frame = frame_of(page)
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return _by_direction({}, frame, page)
    try:
        count = pdfium.FPDFText_CountChars(text_page)
        if count > MOST_CHARACTERS:
            raise ValueError("too many characters on a page")
        return _by_direction(_Reader(text_page, count, frame).words() if count > 0 else {}, frame, page)
    finally:
        pdfium.FPDFText_ClosePage(text_page)


class _Reader:
    """Reads one text page; keeps what PDFium writes its answers into."""

    def __init__(self, text_page: Any, count: int, frame: Box) -> None:
        self._page = text_page
        self._frame = frame
        self._text = characters_of(text_page, count)
        self._sides = (ctypes.c_float * 4)()  # of a rectangle in the order of PDFium: left, top, right, bottom
        self._rectangle_place = ctypes.addressof(self._sides)
        self._address = _address(text_page)
        self._object_of = _OBJECT_OF(_address(pdfium.FPDFText_GetTextObject))
        self._loose_box = _LOOSE_BOX(_address(pdfium.FPDFText_GetLooseCharBox))
        self._looks: dict[int, tuple[bool, bool]] = {}

    def words(self) -> dict[int, list[Word]]:
        """The visible words by their direction, each turned upright."""
        text, frame = self._text, self._frame
        address, object_of = self._address, self._object_of
        found: dict[int, list[Word]] = {}
        drawn_by, style, end, extent = None, _Style(10.0, False, 0), 0, (0.0, 0.0)
        for match in _WORD.finditer(text):
            start = match.start()
            apart = 0 if start == end else 2 if "\n" in text[end:start] else 1
            if end and text[end - 1] == "\ufffe":
                apart = 2
            end = match.end()
            first = self._box(start, style)
            if apart != 1 or text[end : end + 1] in "\r\n" or (first.bottom, first.top) != extent:
                before, drawn_by = drawn_by, object_of(address, start)  # asked only where it is likely to be another
                if drawn_by != before or not drawn_by:
                    style = self._style(start)
                    first = self._box(start, style)
                extent = first.bottom, first.top
            letters = match.group()
            # as most words are: there is nothing to look for in it
            is_plain = letters.isalpha() and (letters.islower() or letters.istitle())
            parts = ((start, end, 0),) if is_plain else self._parts(letters, start, end, style)
            for part_start, part_end, space in parts:
                part_style = style if part_start == start else self._style(part_start)
                box = first if part_start == start else self._box(part_start, part_style)
                if part_end - part_start > 1:
                    box = self._hull(box, part_end - 1, part_style)
                is_number = part_end - part_start <= _MOST_FIGURES and text[part_start].isdecimal()
                if is_number and self._is_superior(part_start, part_style):
                    inked = self._tight(part_start)
                    box = box._replace(bottom=inked.bottom, top=inked.top)
                is_clean = is_plain and letters.isascii()
                clean = letters if is_clean else self._clean(text[part_start:part_end], part_start)
                if clean and _overlap(box, frame):
                    left, right, top, bottom = _upright(box, style.direction, frame)
                    between = space if part_start > start else apart
                    size, bold, italic = part_style.size, part_style.bold, part_style.italic
                    word = Word(clean, left, right, top, bottom, size, bold, part_start, between, part_end, italic)
                    found.setdefault(style.direction, []).append(word)
        return found

    def _style(self, place: int) -> _Style:
        matrix = pdfium.FS_MATRIX()
        if not pdfium.FPDFText_GetMatrix(self._page, place, matrix):
            matrix.a = matrix.d = 1.0
        size = abs(pdfium.FPDFText_GetFontSize(self._page, place)) * math.hypot(matrix.c, matrix.d)
        turns = math.degrees(math.atan2(matrix.b, matrix.a)) / 90 if matrix.a or matrix.b else 0.0
        direction = round(turns) % 4 if abs(turns - round(turns)) < 0.06 else 4
        is_bold, is_italic = self._look(place)
        leans = direction == 0 and matrix.c > _ASLANT * abs(matrix.d)
        return _Style(size if 0.5 < size < 2000 else 10.0, is_bold, direction, is_italic or leans)

    def _look(self, place: int) -> tuple[bool, bool]:
        """Whether the letters are bold and whether they are italic, by their font."""
        text_object = pdfium.FPDFText_GetTextObject(self._page, place)
        font = pdfium.FPDFTextObj_GetFont(text_object) if text_object else None
        if not font:
            return False, False
        address = _address(font)
        if address not in self._looks:
            buffer = ctypes.create_string_buffer(128)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, 128)
            name = buffer.value.decode("latin-1")
            angle = ctypes.c_int()
            leans = bool(pdfium.FPDFFont_GetItalicAngle(font, angle)) and angle.value != 0
            is_bold = _BOLD_NAME.search(name) is not None or pdfium.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            self._looks[address] = is_bold, leans or _ITALIC_NAME.search(name) is not None
        return self._looks[address]

    def _box(self, place: int, style: _Style) -> Box:
        """The box of one character: as wide as it advances and as high as its font, where it stands upright."""
        if style.direction < 4 and self._loose_box(self._address, place, self._rectangle_place):
            left, top, right, bottom = self._sides[:]
            if (right - left if style.direction % 2 else top - bottom) > 0.3 * style.size:
                return Box(left, bottom, right, top)
        tight = self._tight(place)
        if style.direction == 0:  # a font that does not say how high it is
            return Box(tight.left, tight.bottom, tight.right, max(tight.top, tight.bottom + 0.7 * style.size))
        return tight

    def _tight(self, place: int) -> Box:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium.FPDFText_GetCharBox(self._page, place, left, right, bottom, top)
        return Box(left.value, bottom.value, right.value, top.value)

    def _hull(self, first: Box, last: int, style: _Style) -> Box:
        """The box around two characters and what is between them."""
        if style.direction == 0 and self._loose_box(self._address, last, self._rectangle_place):
            _, top, right, bottom = self._sides[:]
            if first.bottom == bottom and first.top == top and first.left <= right:  # nearly always
                return Box(first.left, bottom, right, top)
        end = self._box(last, style)
        return Box(
            min(first.left, end.left),
            min(first.bottom, end.bottom),
            max(first.right, end.right),
            max(first.top, end.top),
        )

    def _parts(self, word: str, start: int, end: int, style: _Style) -> Sequence[tuple[int, int, int]]:
        """The word cut where a raised figure or an unseen space is: (start, end, white space before)."""
        cuts = [start]
        spaces = [0]
        if style.direction == 0:
            has_figures = _DIGIT.search(word) is not None
            for match in (_DOUBTFUL_FIGURES if has_figures else _DOUBTFUL).finditer(word):
                place = start + match.start()
                before, after = self._box(place - 1, style), self._box(place, style)
                heights = before.top - before.bottom, after.top - after.bottom
                gap = after.left - before.right
                if gap > _LONGEST_GAP * style.size:
                    cuts.append(place)
                    spaces.append(1)
                elif min(heights) < _RAISED * max(heights) or (
                    has_figures and (self._is_superior(place, style) or self._is_superior(place - 1, style))
                ):
                    cuts.append(place)
                    spaces.append(0)
        return list(zip(cuts, [*cuts[1:], end], spaces, strict=True))

    def _is_superior(self, place: int, style: _Style) -> bool:
        """Whether a figure is one of those that a font has for notes: small and high, in letters of the usual size."""
        if style.direction or not self._text[place].isdecimal():
            return False
        x, y = ctypes.c_double(), ctypes.c_double()
        if not pdfium.FPDFText_GetCharOrigin(self._page, place, x, y):
            return False
        inked = self._tight(place)
        return inked.bottom - y.value > _SUPERIOR * style.size and inked.top - inked.bottom < _RAISED * style.size

    def _clean(self, word: str, start: int) -> str:
        """The characters of a word as they are read: accents on their letters, no ligatures, nothing unprintable."""
        if word.isascii() and word.isprintable() and "`" not in word:
            return word
        if _SPACING_DIACRITIC.search(word):
            word = self._with_accents(word, start)
        if any("\ud800" <= one <= "\udfff" for one in word):
            word = word.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        word = _NO_TEXT.sub("", word.translate(_REPLACED))
        return word if unicodedata.is_normalized("NFC", word) else unicodedata.normalize("NFC", word)

    def _with_accents(self, word: str, start: int) -> str:
        """Accents that are drawn over or under a letter beside them become one with it."""
        letters = list(word)
        for index, sign in enumerate(word):
            if sign not in _DIACRITICS:
                continue
            accent = self._tight(start + index)
            middle = (accent.left + accent.right) / 2
            for near in (index - 1, index + 1):
                if not (0 <= near < len(word) and letters[near]):
                    continue
                letter = self._tight(start + near)
                whole = unicodedata.normalize("NFC", _DOTLESS.get(letters[near], letters[near]) + _DIACRITICS[sign])
                if len(whole) == 1 and whole.isalpha() and letter.left <= middle <= letter.right:
                    letters[near], letters[index] = whole, ""
                    break
        return "".join(letters)


def _address(pointer: Any) -> int:
    """Where a pointer or function of PDFium is in memory."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def characters_of(text_page: Any, count: int) -> str:
    """The characters of a page, one for each that PDFium counts."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    if written == count + 1:
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if len(text) == count:
            return text
    character_of, is_hyphen = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_IsHyphen
    codes = (character_of(text_page, place) for place in range(count))
    return "".join(
        "\ufffe" if code == 2 and is_hyphen(text_page, place) == 1 else chr(code) if 0 < code < 0x110000 else "\ufffd"
        for place, code in enumerate(codes)
    )


def frame_of(page: Any) -> Box:
    """The part of the page that is seen, in its own coordinates; A4 where the file gives it no possible size."""
    bounds = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(page, bounds):
        frame = Box(bounds.left, bounds.bottom, bounds.right, bounds.top)
        if _is_possible(frame):
            return frame
    frame = Box(0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
    return frame if _is_possible(frame) else Box(0.0, 0.0, 595.0, 842.0)


def _is_possible(frame: Box) -> bool:
    """Whether the sides of a page are more than nothing and no more than a number that can be reckoned with."""
    return 0 < frame.right - frame.left < LONGEST_SIDE and 0 < frame.top - frame.bottom < LONGEST_SIDE


def _by_direction(found: dict[int, list[Word]], frame: Box, page: Any) -> PageWords:
    """The words in the direction of most letters, and apart from them the others."""
    shown = (4 - pdfium.FPDFPage_GetRotation(page)) % 4  # the direction that is upright on a page that is turned
    weights = {direction: sum(len(word.text) for word in words) for direction, words in found.items()}
    upright = max((one for one in weights if one < 4), key=lambda one: (weights[one], one == shown), default=shown)
    width, height = frame.right - frame.left, frame.top - frame.bottom
    if upright % 2:
        width, height = height, width
    turned = [words for direction, words in sorted(found.items()) if direction != upright]
    return PageWords(width, height, found.get(upright, []), turned)


def _overlap(one: Box, other: Box) -> bool:
    return one.right > other.left and one.left < other.right and one.top > other.bottom and one.bottom < other.top


def _upright(box: Box, direction: int, frame: Box) -> tuple[float, float, float, float]:
    """Left, right, top and bottom from the top left of the page, once it is turned so that the word stands upright."""
    if direction in (0, 4):
        return box.left - frame.left, box.right - frame.left, frame.top - box.top, frame.top - box.bottom
    if direction == 1:
        return box.bottom - frame.bottom, box.top - frame.bottom, box.left - frame.left, box.right - frame.left
    if direction == 2:
        return frame.right - box.right, frame.right - box.left, box.bottom - frame.bottom, box.top - frame.bottom
    return frame.top - box.top, frame.top - box.bottom, frame.right - box.right, frame.right - box.left
