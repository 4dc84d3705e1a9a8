"""Papers with their text edited as files differ in practice, each character with the place it came from."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from reader.text.source import decode

SEEDS = Path(__file__).parents[2] / "seeds"

Origins = list[tuple[str, int]]  # (character, its place in the first text; -1 for what was put in)
Edit = Callable[[Origins, random.Random, Sequence[str]], Origins]  # the last: paragraphs of other papers

_PARAGRAPH_END = re.compile(r"(?<=[.?!:])[ \t]*\n[ \t]*\n|\Z")
_BROKEN_WORD = re.compile(r"(?<=[a-zà-ÿ])-[ \t]*\n\s*(?=[a-zà-ÿ])")
_MISREAD = {"l": "1", "i": "l", "e": "c", "n": "ri", "m": "rn", "o": "0", "ë": "e", "a": "o", "t": "f", "d": "cl"}


def seeds() -> list[str]:
    """The texts of the seeds."""
    return [decode(path.read_bytes(), path.name).body for path in sorted(SEEDS.glob("*.txt"))]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text that are neither short nor long."""
    return [part.strip() for part in re.split(r"\n\s*\n", text) if 200 < len(part) < 900]


def with_origins(text: str) -> Origins:
    return [(sign, place) for place, sign in enumerate(text)]


def words(edited: Origins) -> str:
    return "".join(sign for sign, _ in edited)


def wrapped(edited: Origins, _random: random.Random, _others: Sequence[str], width: int = 110) -> Origins:
    """Other line ends inside paragraphs."""
    result: Origins = []
    column = 0
    for number, (sign, place) in enumerate(edited):
        ends_paragraph = number + 1 < len(edited) and edited[number + 1][0] == "\n"
        if sign == "\n" and not ends_paragraph and not (result and result[-1][0] == "\n"):
            sign = " "
        if sign == " " and column > width:
            sign = "\n"
        if sign == " " and result and result[-1][0] in " \n":
            continue
        column = 0 if sign == "\n" else column + 1
        result.append((sign, place))
    return result


def unbroken(edited: Origins, _random: random.Random, _others: Sequence[str]) -> Origins:
    """Words broken at line ends are whole."""
    gone: set[int] = set()
    for match in _BROKEN_WORD.finditer(words(edited)):
        gone.update(range(*match.span()))
    return [pair for number, pair in enumerate(edited) if number not in gone]


def with_paragraphs(edited: Origins, chance: random.Random, others: Sequence[str], share: float = 0.15) -> Origins:
    """Paragraphs of other papers put in."""
    result: Origins = []
    last = 0
    for match in _PARAGRAPH_END.finditer(words(edited)):
        result += edited[last : match.end()]
        last = match.end()
        if chance.random() < share:
            result += [(sign, -1) for sign in chance.choice(others) + "\n\n"]
    return result


def without_paragraphs(edited: Origins, chance: random.Random, _others: Sequence[str], share: float = 0.06) -> Origins:
    """Paragraphs taken out."""
    result: Origins = []
    last = 0
    for match in _PARAGRAPH_END.finditer(words(edited)):
        if chance.random() >= share:
            result += edited[last : match.end()]
        last = match.end()
    return result


def in_other_order(edited: Origins, chance: random.Random, _others: Sequence[str], share: float = 0.06) -> Origins:
    """Paragraphs moved to another place."""
    parts: list[Origins] = []
    last = 0
    for match in _PARAGRAPH_END.finditer(words(edited)):
        parts.append(edited[last : match.end()])
        last = match.end()
    for number in range(len(parts) - 1):
        if chance.random() < share and parts[number]:
            parts.insert(chance.randrange(len(parts) - 1), parts.pop(number))
    return [pair for part in parts for pair in part]


def with_page_heads(edited: Origins, chance: random.Random, _others: Sequence[str]) -> Origins:
    """A head put in at every page of 45 lines."""
    result: Origins = []
    lines = 0
    for sign, place in edited:
        result.append((sign, place))
        lines += sign == "\n"
        if lines == 45:
            head = f"\nTweede Kamer, vergaderjaar 2017-2018, 19 637, nr. 2382 {chance.randrange(99)}\n\n"
            result += [(letter, -1) for letter in head]
            lines = 0
    return result


def misread(edited: Origins, chance: random.Random, _others: Sequence[str], share: float = 0.01) -> Origins:
    """Characters taken for others, as in a scan."""
    result: Origins = []
    for sign, place in edited:
        if sign.isspace() or chance.random() >= share:
            result.append((sign, place))
            continue
        kind = chance.random()
        if kind < 0.6:
            result += [(letter, place) for letter in _MISREAD.get(sign, chance.choice("abcdefghijklmnop"))]
        elif kind >= 0.8:
            result += [(sign, place), (chance.choice(" .,'"), -1)]
    return result


def reworded(edited: Origins, chance: random.Random, _others: Sequence[str], share: float = 0.03) -> Origins:
    """Words replaced by others, put in or taken out."""
    text = words(edited)
    vocabulary = re.findall(r"\w+", text)
    result: Origins = []
    last = 0
    for match in re.finditer(r"\w+", text):
        if chance.random() >= share:
            continue
        result += edited[last : match.start()]
        other = [(letter, -1) for letter in chance.choice(vocabulary)]
        kind = chance.randrange(3)
        if kind == 1:
            result += [*edited[match.start() : match.end()], (" ", -1)]
        if kind < 2:
            result += other
        last = match.end()
    return result + edited[last:]


def several(*edits: Edit) -> Edit:
    def edit(edited: Origins, chance: random.Random, others: Sequence[str]) -> Origins:
        for one in edits:
            edited = one(edited, chance, others)
        return edited

    return edit


def badly_misread(edited: Origins, chance: random.Random, others: Sequence[str]) -> Origins:
    return misread(edited, chance, others, share=0.03)


EDITS: Mapping[str, Edit] = {
    "re-wrapped": wrapped,
    "hyphens fixed, re-wrapped": several(unbroken, wrapped),
    "15 % paragraphs added": with_paragraphs,
    "page heads put in": several(with_page_heads, wrapped),
    "6 % paragraphs moved": in_other_order,
    "3 % of the words changed": reworded,
    "scan 1 %": misread,
    "scan 3 %": badly_misread,
    "all, scan 1 %, 6 % deleted": several(without_paragraphs, with_paragraphs, unbroken, wrapped, misread),
    "all, scan 3 %, 6 % deleted": several(without_paragraphs, with_paragraphs, unbroken, wrapped, badly_misread),
}
