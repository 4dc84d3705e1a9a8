"""Citations of other papers and acts in the shown text, each with the identifier under which it is published."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from reader.domain.model import Span
from reader.text.reading import ReadingText
from reader.text.structure import Reference

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
MONTH = "|".join(MONTHS)

_CHAMBER = r"(?:(?P<chamber>I{1,2}|[12]|TK|EK|T\.K\.|E\.K\.|Tweede Kamer|Eerste Kamer|I-II|VV),? )?"
_SESSION = r"(?:(?:vergaderjaar )?(?P<session>\d{4} ?[/–-] ?\d{2,4}),? )?"
_DOSSIER = r"\d{2}[ .]?\d{3}(?:(?:[-–.]| (?:hoofdstuk )?)(?:[IVXLC]+\b|\d{2}(?!\d)))?"
_PAGES = r"(?:,? (?:p|pp|blz|pag)\.? ?\d+(?:(?: ?[–-] ?| en )\d+| e\.? ?v\.?)?)?"

_KAMERSTUK = re.compile(
    rf"\b(?:Kamerstuk(?:ken)?|Parl\.? ?St\.|TK|EK),? {_CHAMBER}{_SESSION}"
    rf"(?P<dossiers>{_DOSSIER}(?:(?: en |, | \()\d{{2}} ?\d{{3}}(?:[-–](?:\d{{2}}(?!\d)|[IVXLC]+\b))?\)?)*)"
    rf"(?P<place>,? (?:nrs?|nummers?)\.? ?(?P<number>\d+[a-z]?(?:-[a-z]\d?)?)(?: ?[–-] ?\d+)?"
    rf"|, (?P<letter>[A-Z]{{1,3}})(?![\w.])|, (?P<bare>\d{{1,4}})(?![\d/]))?{_PAGES}",
    re.IGNORECASE,
)
_HANDELINGEN = re.compile(
    rf"(?<!Aanhangsel )(?<!Aanhangsel van de )\bHandelingen {_CHAMBER}{_SESSION}"
    rf"nr\. ?(?P<number>\d+)(?:, item (?P<item>\d+))?{_PAGES}"
)
_AANHANGSEL = re.compile(rf"\bAanhangsel(?: van de)? Handelingen,? {_CHAMBER}{_SESSION}nr\. ?(?P<number>\d+)")
_PUBLICATION = re.compile(
    r"\b(?:kst-\d{5}(?:-[\dIVXLC]+)*-[\dA-Z]+|kst-\d{6,8}|ah-[te]k-\d{8}-\d+|h-[te]k-\d{8}-\d+(?:-\d+)+|blg-\d{4,8})\b"
)
_ECLI = re.compile(r"\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{0,24}[A-Z0-9]")
_CELEX = re.compile(r"\bCELEX(?: ?:| )? ?(3\d{4}[A-Z]{1,2}\d{4})\b")
_EU_WORD = (
    r"(?:(?P<word>[Vv]erordening|[Rr]ichtlijn|[Kk]aderbesluit|[Bb]esluit)(?:,? \((?:EU|EG|EEG|Euratom)\))?"
    r"(?: van [^.;()]{0,60}?)?(?:,? nr\.)? )?"
)
_EU_SUFFIXED = re.compile(
    rf"{_EU_WORD}\b(?P<first>\d{{2}}|\d{{4}})/(?P<second>\d{{1,4}})/(?P<body>EU|EG|EEG|JBZ|GBVB|Euratom)\b"
)
_EU_PLAIN = re.compile(
    r"\b(?P<word>[Vv]erordening|[Rr]ichtlijn|[Kk]aderbesluit|[Bb]esluit)(?: \((?:EU|EG|EEG|Euratom)(?:, Euratom)?\))?"
    r"(?: nr\.)? (?P<first>\d{1,4})/(?P<second>\d{2,4})(?![\d/])"
)
_LETTER = re.compile(
    rf"\b(?:[Kk]amer|[Kk]abinets|[Bb]eleids|[Aa]anbiedings)?[Bb]rief\b(?:(?!\. [A-Z«])[^\n?!;]){{0,90}}?"
    rf" van (?P<day>\d{{1,2}}) (?P<month>{MONTH})(?:(?: (?P<year>\d{{4}}))| jl\.| jongstleden)?"
)
_ACT_LETTERS = {"verordening": "R", "richtlijn": "L", "kaderbesluit": "F", "besluit": "D"}


def find_references(shown: ReadingText) -> tuple[Reference, ...]:
    """All citations in the shown text, in the order of the source; `text` is the shown words."""
    text = shown.text
    found: list[Reference] = []
    for kind, pattern, identify in _FINDERS:
        for match in pattern.finditer(text):
            identifier = identify(match)
            if identifier:
                span: Span = shown.source_span(match.start(), match.end())
                found.append(Reference(kind, identifier, span.start, span.end, match.group()))
    return tuple(sorted(found, key=lambda reference: (reference.start, -reference.end)))


def joined_references(told: Sequence[Reference], found: Sequence[Reference]) -> tuple[Reference, ...]:
    """The references a file itself identifies, and of those found in its words the ones that do not overlap them."""
    taken = sorted((reference.start, reference.end) for reference in told)
    starts = [start for start, _ in taken]

    def is_free(reference: Reference) -> bool:
        place = bisect_left(starts, reference.end)
        return place == 0 or taken[place - 1][1] <= reference.start

    joined = [*told, *(reference for reference in found if is_free(reference))]
    return tuple(sorted(joined, key=lambda reference: (reference.start, -reference.end)))


def normal_session(text: str) -> str | None:
    """A parliamentary year as in identifiers: "2017/18" and "2017-2018" give "20172018"; None where it is none."""
    years = re.findall(r"\d+", text)
    if len(years) != 2 or len(years[0]) != 4:
        return None
    following = str(int(years[0]) + 1)
    return years[0] + following if following.endswith(years[1]) else None


def normal_dossier(text: str) -> str:
    """A dossier as in identifiers: "31 700 hoofdstuk VIII" gives "31700-VIII", "21 501–20" gives "21501-20"."""
    match = re.match(r"(\d{2})[ .-]?(\d{3})(?:[\W_]*(?:hoofdstuk )?([IVXLC]+|\d{2}))?", text, re.IGNORECASE)
    if match is None:
        return text
    return f"{match[1]}{match[2]}" + (f"-{match[3].upper()}" if match[3] else "")


def _kamerstuk(match: re.Match[str]) -> str | None:
    written = match.group()
    if not written[0].isupper() and match["place"] is None:
        return None
    number = match["number"] or match["letter"] or match["bare"]
    if number is None and not written.startswith(("Kamerstuk", "kamerstuk")):
        return None
    if match["letter"] and not match["letter"].isupper():
        number = None
    dossier = normal_dossier(match["dossiers"])
    return f"kst-{dossier}-{number}" if number else f"kst-{dossier}"


def _chamber(match: re.Match[str]) -> str:
    return "ek" if match["chamber"] in ("I", "1", "EK", "E.K.", "Eerste Kamer") else "tk"


def _handelingen(match: re.Match[str]) -> str | None:
    session = normal_session(match["session"] or "")
    if session is None:
        return None
    item = f"-{match['item']}" if match["item"] else ""
    return f"h-{_chamber(match)}-{session}-{match['number']}{item}"


def _aanhangsel(match: re.Match[str]) -> str | None:
    session = normal_session(match["session"] or "")
    return f"ah-{_chamber(match)}-{session}-{match['number']}" if session else None


def _eu_suffixed(match: re.Match[str]) -> str:
    word = (match["word"] or "").lower()
    letter = _ACT_LETTERS.get(word) or {"JBZ": "F", "GBVB": "D"}.get(match["body"], "L")
    year = match["first"] if len(match["first"]) == 4 else f"19{match['first']}"
    return f"CELEX:3{year}{letter}{int(match['second']):04d}"


def _eu_plain(match: re.Match[str]) -> str | None:
    """Since 2015 the year comes first in a regulation's number, before that last."""
    letter = _ACT_LETTERS[match["word"].lower()]
    first, second = match["first"], match["second"]
    if len(first) == 4 and 1950 <= int(first) <= 2100 and (letter != "R" or int(first) >= 2015):
        year, number = first, second
    elif len(second) == 4 and 1950 <= int(second) <= 2100:
        year, number = second, first
    else:
        return None
    return f"CELEX:3{year}{letter}{int(number):04d}"


def _letter(match: re.Match[str]) -> str | None:
    """The date of the letter; without a year where the paper gives none: it is not guessed."""
    day, month = int(match["day"]), MONTHS.index(match["month"]) + 1
    if not 1 <= day <= 31:
        return None
    return f"brief-{match['year']}-{month:02d}-{day:02d}" if match["year"] else f"brief-{month:02d}-{day:02d}"


_Finder = tuple[str, re.Pattern[str], Callable[[re.Match[str]], str | None]]
_FINDERS: tuple[_Finder, ...] = (
    ("kamerstuk", _KAMERSTUK, _kamerstuk),
    ("handelingen", _HANDELINGEN, _handelingen),
    ("aanhangsel", _AANHANGSEL, _aanhangsel),
    ("publication", _PUBLICATION, lambda match: match.group()),
    ("eu-act", _EU_SUFFIXED, _eu_suffixed),
    ("eu-act", _EU_PLAIN, _eu_plain),
    ("eu-act", _CELEX, lambda match: f"CELEX:{match[1]}"),
    ("ecli", _ECLI, lambda match: match.group()),
    ("letter", _LETTER, _letter),
)
