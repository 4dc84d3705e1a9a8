"""Finding words in a shown text as a reader means them: accents, capitals and the form of quotes do not matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reader.domain.model import Span
from reader.text.reading import ReadingText

MOST = 10_000  # hits

_ALIKE = ("'’‘‚‛´`′", '"“”„‟«»″', "-‐‑‒–—\u00ad")
_ACCENTS = "[\u0300-\u036f]*"
_BLANKS = "[ \t\u00a0\u202f\n]+"  # a line end: what is as delivered, or a long paragraph, goes on in the next line


def find_in(reading: ReadingText, text: str, *, case: bool = False, most: int = MOST) -> list[Span]:
    """The places of `text` in a reading text as source spans, in reading order; at most `most` of them."""
    pattern = pattern_for(text, case)
    if pattern is None:
        return []
    found: list[Span] = []
    for match in pattern.finditer(reading.text):
        found.append(reading.source_span(match.start(), match.end()))
        if len(found) >= most:
            break
    return found


def pattern_for(text: str, case: bool) -> re.Pattern[str] | None:
    """The expression that finds `text`; None when it holds nothing to look for."""
    words = text.split()
    if not words:
        return None
    return re.compile(_BLANKS.join("".join(_class(char, case) for char in _plain(word)) for word in words))


def _plain(word: str) -> str:
    """The Latin letters without their accents, everything else as it is."""
    stripped = "".join(_base(char) for char in word if not "\u0300" <= char <= "\u036f")
    return stripped or word


def _base(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0]
    return base if char in _accented().get(base, "") else char


def _class(char: str, case: bool) -> str:
    for alike in _ALIKE:
        if char in alike:
            return f"[{re.escape(alike)}]"
    wanted = {char} if case else {char, *(form for form in (char.lower(), char.upper()) if len(form) == 1)}
    forms = sorted(wanted.union(*(_accented().get(form, "") for form in wanted)))
    one = re.escape(forms[0]) if len(forms) == 1 else f"[{re.escape(''.join(forms))}]"
    return one + _ACCENTS if any(form.isalpha() for form in forms) else one


@lru_cache(maxsize=1)
def _accented() -> dict[str, str]:
    """Each Latin letter with the single characters that are it with an accent."""
    table: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        char = chr(code)
        parts = unicodedata.normalize("NFD", char)
        base = parts[0]
        if len(parts) > 1 and base.isascii() and base.isalpha():
            table[base] = table.get(base, "") + char
    return table
