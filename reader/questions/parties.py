"""The fracties that a text names, in one spelling each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

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
    r"|Iedere|Geen|Verschillende|Meerdere|Diverse|Enkele|Sommige|Andere|Beide|Vele|Veel|Genoemde|Voornoemde|Twee|Drie"
    r"|Vier|Overige|Zijn|Haar|Mijn)\b)(?<!\w)[A-Z][\w/]{0,40}(?:[-–][A-Z]\w{0,40}){0,4})"
)
_SUSPENDED = re.compile(rf"({_NAME})-(?=,| en\b| als\b| of\b| alsmede\b| evenals\b)")
_BEFORE = re.compile(
    rf"((?:{_NAME}-(?:,? (?:en|als|of|alsmede|evenals)|,) (?:ook )?(?:(?:van )?de |het )?){{0,20}})"
    rf"({_NAME})\s?[-–]?\s?fractie(?:s|leden)?\b"
)
_LINK = r"(?:,? (?:en|alsmede|evenals|alsook)(?: van)?|,)"
_AFTER = re.compile(rf"\bfractie(?:s|leden)? van ((?:de |het )?{_NAME}(?:{_LINK} (?:de |het )?{_NAME}){{0,20}})")
_JOINED_BY = re.compile(
    r"-?(?:\s?fracties?)?(?:,| en| als| alsmede| evenals| alsook|, en)+ (?:ook )?(?:van )?(?:de )?"
    r"(?:leden van )?(?:de |het )?(?:fracties? van )?(?:de |het )?"
)
_FRACTIE_OF = re.compile(r"\b(?:Fractie|Groep|Lid)[ -](?:(?:[Vv]an|[Dd]e[nr]?) )*[A-ZÀ-Ý][\w’'-]+\b")
_LONE_MEMBER = re.compile(
    r"^Het lid ((?:(?:van|de|der|den|ten|ter|’t|Van|De|Den|Der|El|Al) )*(?!\S*fractie)[A-ZÀ-Ý][\w’'-]+)\b"
)
_TITLE = re.compile(
    rf"^(?:[A-Z\d]{{1,4}}[.)]? )?(?:(?:Vragen|Inbreng|Bijdrage|Opmerkingen|Antwoord|Antwoorden"
    rf"|Reactie|Beantwoording)\b.{{0,70}})?"
    rf"(?:[Dd]e )?(?:leden van de )?{_NAME}[- –]?\s?fracties?[.:]?$"
)
_KNOWN_NAME = re.compile(
    r"(?<![\w-])(?:" + "|".join(re.escape(name) for name in sorted(_NAMES, key=len, reverse=True)) + r")(?![\w])"
)
_SUBJECT = re.compile(
    r"(?i)\b((?:(?:de )?(?:fractie)?leden|het lid) van )?(?:zowel )?(?:de |het )?"
    r"(?:fractie(?:s|leden)? van (?:de |het )?)?$"
)
_NOT_SUBJECT = re.compile(r"\b(?:van|door|bij|met|aan|als|dan|over|namens)(?: de vragen van)? $")


def canonical(name: str) -> str:
    """One spelling for a fractie: "Groen Links" and "Groen-Links" give "GroenLinks"; an unknown name stays as it is."""
    return known_name(name) or name


def known_name(text: str) -> str | None:
    """The fractie whose name is all that a text says, in its one spelling."""
    return _BY_KEY.get(re.sub(r"[\W_]", "", text).lower())


def fracties_in(text: str) -> tuple[str, ...]:
    """The fracties named in `text`, in order, each once."""
    return tuple(dict.fromkeys(name for _, _, name in _mentions(text)))


def names_fracties(text: str) -> bool:
    """Whether a text can name any fractie, or a member who speaks alone."""
    return "ractie" in text or "RACTIE" in text or "roep " in text or "et lid " in text


def known_names_in(text: str) -> tuple[str, ...]:
    """The fracties named in a title without the word fractie: "Inbreng VVD en CDA"."""
    return tuple(dict.fromkeys(canonical(match[0]) for match in _KNOWN_NAME.finditer(text)))


def joint(names: Sequence[str]) -> str | None:
    """Several fracties that ask together as one name: "VVD, CDA en BBB"; None without any."""
    return " en ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else None


def members_of(fractie: str | None) -> tuple[str, ...]:
    """The fracties of such a name, each by itself."""
    return tuple(re.split(r", | en ", fractie)) if fractie else ()


def asking_fractie(text: str) -> str | None:
    """The fractie that speaks in a paragraph, or the `joint` name of those that speak together.

    Not one that is only quoted or joined ("de vragen van de SP-fractie"). None where only anaphora ("deze leden") say
    who speaks.
    """
    lone = lone_member(text)
    if lone:
        return lone
    mentions = _mentions(text)
    for number, (place, _, _) in enumerate(mentions):
        before = text[max(0, place - 60) : place]
        subject = _SUBJECT.search(before)
        if subject and not _NOT_SUBJECT.search(before[: subject.start()]):
            names = [mentions[number][2]]
            for earlier, later in pairwise(mentions[number:]):
                if not _JOINED_BY.fullmatch(text, earlier[1], later[0]):
                    break
                names.append(later[2])
            return joint(list(dict.fromkeys(names)))
    return None


def lone_member(text: str) -> str | None:
    """The member without a fractie at the opening of a paragraph: "Het lid Omtzigt" gives "lid Omtzigt"."""
    match = _LONE_MEMBER.match(text)
    return f"lid {match[1]}" if match else None


def is_fractie_title(text: str) -> bool:
    """Whether a heading says no more than whose questions, or to whom the answers, are below it."""
    if len(text) > 120:
        return False
    return known_name(text) is not None or _TITLE.match(text) is not None


def title_fracties(text: str) -> tuple[str, ...]:
    """The fracties of a heading that is no more than a name, or a name with "fractie"."""
    if not is_fractie_title(text):
        return ()
    name = known_name(text)
    return (name,) if name else fracties_in(text)


def _mentions(text: str) -> list[tuple[int, int, str]]:
    """Where a fractie is named: start and end of the name, and its one spelling."""
    if not names_fracties(text):
        return []
    found: list[tuple[int, int, str]] = []
    for match in _BEFORE.finditer(text):
        offset = match.start(1)
        found += [(offset + one.start(1), offset + one.end(1), one[1]) for one in _SUSPENDED.finditer(match[1])]
        found.append((*match.span(2), match[2]))
    for match in _AFTER.finditer(text):
        offset = match.start(1)
        found += [(offset + one.start(), offset + one.end(), one[0]) for one in re.finditer(_NAME, match[1])]
    found += [(*match.span(), match[0]) for match in _FRACTIE_OF.finditer(text)]
    return [(start, end, canonical(name.strip("-–"))) for start, end, name in sorted(found)]
