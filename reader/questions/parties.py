"""The fracties that a text names, in one spelling each."""

from __future__ import annotations

import re

_NAMES = (
    "VVD", "PVV", "CDA", "D66", "SP", "PvdA", "ChristenUnie", "SGP", "DENK", "FVD", "BBB", "NSC", "Volt", "JA21",
    "BIJ1", "50PLUS", "OSF", "OPNL", "GroenLinks", "GroenLinks-PvdA", "Partij voor de Dieren",
)  # fmt: skip
_OTHER_NAMES = {
    "pvdd": "Partij voor de Dieren",
    "forumvoordemocratie": "FVD",
    "nieuwsociaalcontract": "NSC",
    "partijvandearbeid": "PvdA",
    "boerburgerbeweging": "BBB",
}
_BY_KEY = {re.sub(r"[\W_]", "", name).lower(): name for name in _NAMES} | _OTHER_NAMES

# a name is any capitalised word: new fracties come in every parliament
_NAME = (
    r"(?:Partij voor de Dieren|Partij van de Arbeid|Forum voor Democratie|Nieuw Sociaal Contract|BoerBurgerBeweging"
    r"|Groen[ -]?Links(?:[-–/ ]PvdA)?|50PLUS|(?!(?:De|Een|Het|Deze|Die|Elke|Alle|Onze|Hun"
    r"|Iedere|Geen)\b)[A-Z][\w/]*(?:[-–][A-Z]\w*)*)"
)
_SUSPENDED = re.compile(rf"({_NAME})-(?=,| en\b| als\b| of\b| alsmede\b| evenals\b)")
_BEFORE = re.compile(
    rf"((?:{_NAME}-(?:,? (?:en|als|of|alsmede|evenals)|,) (?:ook )?(?:de |het )?)*)"
    rf"({_NAME})\s?[-–]?\s?fracties?\b"
)
_LINK = r"(?:,? (?:en|alsmede|evenals|alsook)(?: van)?|,)"
_AFTER = re.compile(rf"\bfracties? van ((?:de |het )?{_NAME}(?:{_LINK} (?:de |het )?{_NAME})*)")
_FRACTIE_OF = re.compile(r"\bFractie-([A-Z][\w-]+)")
_LONE_MEMBER = re.compile(r"^Het lid ((?:(?:van|de|der|den|ten|ter|Van|De|Den|Der) )*[A-Z][\w’'-]+)\b")
_TITLE = re.compile(
    rf"^(?:[A-Z\d]{{1,4}}[.)]? )?(?:(?:Vragen|Inbreng|Bijdrage|Opmerkingen|Antwoord|Antwoorden"
    rf"|Reactie|Beantwoording)\b.{{0,70}})?"
    rf"(?:[Dd]e )?(?:leden van de )?{_NAME}[- –]?\s?fracties?[.:]?$"
)
_NOT_SUBJECT = re.compile(r"\b(?:van|door|bij|met|aan|als|dan|over|namens)(?: de vragen van)? $")


def canonical(name: str) -> str:
    """One spelling for a fractie: "Groen Links" and "Groen-Links" give "GroenLinks"; an unknown name stays as it is."""
    return _BY_KEY.get(re.sub(r"[\W_]", "", name).lower(), name)


def fracties_in(text: str) -> tuple[str, ...]:
    """The fracties named in `text`, in order, each once."""
    return tuple(dict.fromkeys(name for _, name in _mentions(text)))


def asking_fractie(text: str) -> str | None:
    """The fractie that speaks in a paragraph: not one that is only quoted or joined ("de vragen van de SP-fractie").

    None where only anaphora ("deze leden") say who speaks.
    """
    lone = lone_member(text)
    if lone:
        return lone
    for place, name in _mentions(text):
        before = text[max(0, place - 60) : place]
        subject = re.search(
            r"(?i)\b((?:de )?leden van )?(?:zowel )?(?:de |het )?(?:fracties? van (?:de |het )?)?$", before
        )
        if subject and not _NOT_SUBJECT.search(before[: subject.start()]):
            return name
    return None


def lone_member(text: str) -> str | None:
    """The member without a fractie at the opening of a paragraph: "Het lid Omtzigt" gives "lid Omtzigt"."""
    match = _LONE_MEMBER.match(text)
    return f"lid {match[1]}" if match else None


def is_fractie_title(text: str) -> bool:
    """Whether a heading says no more than whose questions, or to whom the answers, are below it."""
    if len(text) > 120:
        return False
    bare = re.sub(r"[\W_]", "", text).lower()
    return bare in _BY_KEY or _TITLE.match(text) is not None


def title_fracties(text: str) -> tuple[str, ...]:
    """The fracties of such a heading."""
    bare = re.sub(r"[\W_]", "", text).lower()
    return (_BY_KEY[bare],) if bare in _BY_KEY else fracties_in(text)


def _mentions(text: str) -> list[tuple[int, str]]:
    if "ractie" not in text:
        return []
    found: list[tuple[int, str]] = []
    for match in _BEFORE.finditer(text):
        found += [(match.start() + part.start(), part[1]) for part in _SUSPENDED.finditer(match[1])]
        found.append((match.start(2), match[2]))
    for match in _AFTER.finditer(text):
        found += [(match.start(1) + part.start(), part[0]) for part in re.finditer(_NAME, match[1])]
    found += [(match.start(), match[0]) for match in _FRACTIE_OF.finditer(text)]
    return [(place, canonical(name.strip("-–"))) for place, name in sorted(found)]
