"""Numbers of lists in words: figures, letters and Roman numerals, as the office formats name them."""

from __future__ import annotations

import re

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 4999
_TYPED_MARK = re.compile(r"(?:[•●▪■◦‣·–—*-]|\(?(?:[a-z]{1,2}|[ivxl]{1,5})(?:[.)]|°))\s+\S")
_SIGNS_OF_NOTES = "*†‡§"


def number_words(number: int, form: str) -> str:
    """`number` in a form as DOCX ("lowerLetter") or ODT and HTML ("a") call it; figures for a form not known here."""
    if number < 1 or form in ("none", ""):
        return "" if form in ("none", "") else str(number)
    if form in ("lowerLetter", "a"):
        return _letters(number)
    if form in ("upperLetter", "A"):
        return _letters(number).upper()
    if form in ("lowerRoman", "i") and number <= _LARGEST_ROMAN:
        return _roman(number)
    if form in ("upperRoman", "I") and number <= _LARGEST_ROMAN:
        return _roman(number).upper()
    if form == "chicago":
        times, place = divmod(number - 1, len(_SIGNS_OF_NOTES))
        return _SIGNS_OF_NOTES[place] * min(times + 1, 10)
    if form == "decimalZero":
        return f"{number:02d}"
    return f"{number}e" if form == "ordinal" else str(number)


def is_label(mark: str) -> bool:
    """Whether what a list sets before an item holds a word, such as "Vraag 3"."""
    return re.search(r"[^\W\d_]{4}", mark) is not None and not re.fullmatch(r"\W*[ivxlcdm]+\W*", mark, re.IGNORECASE)


def is_typed_mark(words: str) -> bool:
    """Whether a paragraph of which the first line hangs begins with the mark of a list: a bullet, dash or letter.

    A figure is none: headings and questions have them too.
    """
    return _TYPED_MARK.match(words) is not None


def _letters(number: int) -> str:
    """a ... z, and then aa, bb: the same letter again."""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * min(times + 1, 10)


def _roman(number: int) -> str:
    words = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        words += sign * count
    return words
