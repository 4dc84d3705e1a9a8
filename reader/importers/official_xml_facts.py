"""The facts of a paper from the metadata of the official publications: names such as DCTERMS.title, and identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

Metadata = Mapping[
    str, Sequence[str]
]  # the values by the lower-case name behind the last stop: "title", "dossiernummer"

_CHAMBERS = {"tk": "Tweede Kamer", "ek": "Eerste Kamer", "tkek": "Verenigde Vergadering", "vv": "Verenigde Vergadering"}
_MINUTES = re.compile(r"\bh-(?P<chamber>tk|ek|vv)-(?P<session>\d{8})-(?P<number>\d+-\d+)\b")
_ANNEX = re.compile(r"\bah-(?P<chamber>tk|ek)-(?P<session>\d{8})-(?P<number>\d+)\b")
_QUESTIONS = re.compile(r"\bkv-(?P<chamber>tk|ek)-(?P<number>\d{4}[A-Z]\d+)\b")
_PAPER = re.compile(
    r"\bkst-(?P<dossier>\d{5}(?:-(?:\d{2}|[IVXLC]+)(?=-))?)-(?P<number>\d{1,4}|[A-Z]{1,3})(?:-(?P<suffix>[a-z]\d+))?\b"
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_KINDS = (
    (r"schriftelijk overleg", "schriftelijk-overleg"),
    (r"lijst van vragen", "lijst-van-vragen"),
    (r"^handeling|stenogram|plenair|vragenuur", "handelingen"),
    (r"aanhangsel|kamervragen|(?:antwoord|schriftelijke).{0,12} vragen", "kamervragen"),
    (r"^motie", "motie"),
    (r"amendement", "amendement"),
    (r"voorstel van wet|wetsvoorstel", "wetsvoorstel"),
    (r"^(?:nadere |aanvullende )?(?:memorie|nota)\b|nader rapport", "memorie"),
    (r"^(?:voorlopig |eind)?verslag\b", "verslag"),
    (r"^brief", "kamerbrief"),
    (r"^bijlage", "bijlage"),
)
_CREATORS = re.compile(r"^(?:Tweede|Eerste) Kamer\b|^Staten-Generaal", re.IGNORECASE)


def metadata_of(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Names with their values, by the name without its prefix: "DCTERMS.title" and "dcterms:title" are "title"."""
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        tidy = " ".join(value.split())
        key = re.split(r"[.:/#]", name.strip().lower())[-1]
        if tidy and tidy not in found.setdefault(key, []):
            found[key].append(tidy)
    return found


def publication_facts(metadata: Metadata) -> dict[str, str]:
    """The facts in the metadata of an official publication; empty for a page that is none."""
    names = (*metadata.get("identifier", ()), *metadata.get("externmetadatarecord", ()))
    facts: dict[str, str] = {}
    for name in names:
        facts = facts or identifier_facts(name)
    kinds = [value for key in ("publicationname", "type", "documenttype") for value in metadata.get(key, ())]
    known = (kind for value in kinds for pattern, kind in _KINDS if re.search(pattern, value, re.IGNORECASE))
    facts.setdefault("kind", next(known, ""))
    _set(facts, "title", _title(metadata))
    _set(facts, "date", _date(metadata))
    session = re.fullmatch(r"(\d{4})[-–/](\d{4})", _first(metadata, "vergaderjaar"))
    _set(facts, "session", f"{session[1]}-{session[2]}" if session else "")
    dossiers = [re.sub(r"[\s;]+", "", one) for one in metadata.get("dossiernummer", ())]
    _set(facts, "dossiers", "; ".join(dossiers))
    issue, item = _first(metadata, "publicationissue"), _first(metadata, "handelingenitemnummer")
    _set(facts, "number", f"{issue}-{item}" if issue and item else _first(metadata, "ondernummer"))
    _set(facts, "number", _first(metadata, "aanhangselnummer"))
    chamber = " ".join(metadata.get("creator", ()))
    named = re.search(r"(Tweede|Eerste) Kamer", chamber)
    _set(facts, "chamber", f"{named[1]} Kamer" if named else "")
    senders = [one for one in metadata.get("indiener", ()) if not _CREATORS.match(one)]
    _set(facts, "senders", "; ".join(senders))
    language = _first(metadata, "language")
    _set(facts, "language", language if re.fullmatch(r"[a-z]{2}(?:-[A-Z]{2})?", language) else "")
    return {key: value for key, value in facts.items() if value}


def identifier_facts(words: str) -> dict[str, str]:
    """What an identifier in `words` says, such as "h-tk-20172018-70-3" in an address; empty when there is none."""
    for pattern, kind in ((_MINUTES, "handelingen"), (_ANNEX, "kamervragen"), (_QUESTIONS, "kamervragen")):
        match = pattern.search(words)
        if match:
            facts = {"kind": kind, "chamber": _CHAMBERS[match["chamber"]], "number": match["number"]}
            session = match.groupdict().get("session")
            return facts | ({"session": f"{session[:4]}-{session[4:]}"} if session else {})
    match = _PAPER.search(words)
    if match is None:
        return {}
    return {"dossiers": match["dossier"], "number": match["number"]}


def identifier_in(address: str) -> str:
    """The identifier of a paper in the address of a link, such as "kst-34104-210"; nothing when there is none."""
    found = next((match for one in (_PAPER, _MINUTES, _ANNEX, _QUESTIONS) if (match := one.search(address))), None)
    return found[0] if found else ""


def _set(facts: dict[str, str], key: str, value: str) -> None:
    """Set a fact that is not known yet."""
    if value and not facts.get(key):
        facts[key] = value


def _first(metadata: Metadata, key: str) -> str:
    return next(iter(metadata.get(key, ())), "")


def _title(metadata: Metadata) -> str:
    """The title of the paper itself: the series gives its dossier's title and its sort before it."""
    own = _first(metadata, "documenttitel")
    title = _first(metadata, "title")
    in_series = _first(metadata, "publicationname") == "Kamerstuk"
    return own or (title.rpartition("; ")[2] if in_series else title)


def _date(metadata: Metadata) -> str:
    """The day of a meeting or of the paper itself before that on which it was put out."""
    for key in ("datumvergadering", "datumbrief", "datumontvangst", "datumindiening", "date", "issued", "available"):
        day = _DATE.match(_first(metadata, key))
        if day:
            return day[0]
    return ""
