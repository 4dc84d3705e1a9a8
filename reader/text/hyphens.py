"""Whether a hyphen at the end of a line belongs to the word: rules for Dutch, in the order in which they are tried."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.text.lines import HYPHENS

_CONJUNCTIONS = frozenset({"en", "of", "en/of", "als", "noch", "tot", "maar", "dan"})
_CLASHES = frozenset(["aa", "ae", "ai", "au", "ee", "ei", "eu", "ie", "ij", "oe", "oi", "oo", "ou", "ui", "uu"])
_DIAERESIS = {"e": "ë", "i": "ï", "o": "ö", "u": "ü"}
_TOKEN = re.compile(r"\S+")
_RIGHT_WORD = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)?")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD_AND_HYPHEN = re.compile(rf"([^\W\d_]+(?:-[^\W\d_]+)*)([{re.escape(HYPHENS)}]?)")

# Prefixes after which a vowel takes a diaeresis in one word and loses it when the word is broken there
_PREFIXES = {"ge": "eiu", "be": "ei", "co": "o"}


def vocabulary_of(body: str) -> frozenset[str]:
    """The words of a text in lower case, hyphens inside included, but not those broken at the end of a line."""
    found: set[tuple[str, str]] = set(_WORD_AND_HYPHEN.findall(body))  # few: most words come again and again
    return frozenset(word.lower() for word, hyphen in found if not hyphen)


def join_words(left: str, right: str, vocabulary: Callable[[], frozenset[str]]) -> tuple[bool, str, int]:
    """How line `left`, which ends in a hyphen, goes on in line `right`.

    Gives whether the hyphen stays, the glue ("", " " or a vowel with a diaeresis), and how many characters of
    `right` that vowel stands for (0 or 1). `vocabulary` is asked for only where the rules need it.
    """
    hyphen = left[-1]
    token = _at_end(_TOKEN, left[:-1])
    if hyphen == "\u00ad":
        return False, "", 0
    if "://" in token or token.startswith("www.") or "@" in token:
        return True, "", 0
    word_match = _RIGHT_WORD.match(right)
    if word_match is None:
        return True, "", 0  # a figure or a sign follows: "2017-2018"
    if word_match.group() in _CONJUNCTIONS and right[word_match.end() : word_match.end() + 1] != "-":
        return True, " ", 0
    last = _at_end(_LETTERS, token)
    if not last:
        return True, "", 0  # "40-jarige"
    right_match = _LETTERS.match(right)
    first = right_match.group() if right_match else ""
    if first[0].isupper():
        in_capitals = last.isupper() and len(last) > 1 and first.isupper() and len(first) > 1
        return not in_capitals or f"{last}-{first}".lower() in vocabulary(), "", 0
    if last.isupper() and hyphen == "-":
        return True, "", 0  # an abbreviation before a word keeps its hyphen: "EU-lidstaten"
    if hyphen != "\ufffe" and (last[-1] + first[0]).lower() in _CLASHES:
        return _clash(last, first, vocabulary)
    if f"{last}-{first}".lower() in vocabulary() and f"{last}{first}".lower() not in vocabulary():
        return True, "", 0
    return False, "", 0


def _at_end(signs: re.Pattern[str], text: str) -> str:
    """The signs at the end of `text`; read backwards, because looking for an end from each place takes long."""
    match = signs.match(text[::-1])
    return match.group()[::-1] if match else ""


def _clash(last: str, first: str, vocabulary: Callable[[], frozenset[str]]) -> tuple[bool, str, int]:
    """Two vowels meet: either a compound that keeps its hyphen, or a word that lost its diaeresis by being broken."""
    dotted = _DIAERESIS.get(first[0])
    words = vocabulary()
    if dotted and f"{last}{dotted}{first[1:]}".lower() in words:
        return False, dotted, 1
    if f"{last}-{first}".lower() in words:
        return True, "", 0
    if f"{last}{first}".lower() in words:
        return False, "", 0
    if dotted and first[0] in _PREFIXES.get(last.lower(), "") and not first.startswith(("ij", "ui")):
        return False, dotted, 1
    return True, "", 0
