"""Where words begin and end in a shown text: hyphens and apostrophes may be inside ("EU-lidstaten")."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’\-‐‑][^\W_]+)*['’]?(?<!['’])|[^\w\s]+|_+")
_REACH = 400  # code points looked at around a place; longer words are cut there


def word_at(text: str, offset: int) -> tuple[int, int]:
    """The word, or the run of other signs or of blanks, that holds `offset`; at the end of a line the last one."""
    if not text:
        return 0, 0
    offset = min(offset, len(text) - 1)
    if text[offset] == "\n":
        return word_at(text, offset - 1) if offset > 0 and text[offset - 1] != "\n" else (offset, offset)
    low, high = _window(text, offset)
    for match in _WORD.finditer(text, low, high):
        if match.start() <= offset < match.end():
            return match.start(), match.end()
    start = end = offset
    while start > low and text[start - 1].isspace() and text[start - 1] != "\n":
        start -= 1
    while end < high and text[end].isspace() and text[end] != "\n":
        end += 1
    return start, max(end, start + 1)


def next_word(text: str, offset: int) -> int:
    """The start of the next word behind `offset`, or the end of the line or text before it."""
    if offset >= len(text):
        return len(text)
    if text[offset] == "\n":
        return _behind_blanks(text, offset + 1)
    _, end = (offset, offset) if text[offset].isspace() else word_at(text, offset)
    return _behind_blanks(text, end)


def previous_word(text: str, offset: int) -> int:
    """The start of the word that lies before `offset`."""
    while offset > 0 and text[offset - 1].isspace():
        offset -= 1
    return word_at(text, offset - 1)[0] if offset > 0 else 0


def _behind_blanks(text: str, offset: int) -> int:
    while offset < len(text) and text[offset].isspace() and text[offset] != "\n":
        offset += 1
    return offset


def _window(text: str, offset: int) -> tuple[int, int]:
    """A stretch around `offset` within its paragraph, cut at a blank."""
    low = max(text.rfind("\n", 0, offset) + 1, offset - _REACH)
    while low > 0 and low < offset and not text[low - 1].isspace():
        low += 1
    end = text.find("\n", offset, offset + _REACH)
    return low, end if end >= 0 else min(len(text), offset + _REACH)
