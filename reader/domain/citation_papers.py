"""What the styles of citation need to know of a paper: its series, chamber, parliamentary year, number and dossiers."""

from __future__ import annotations

import re
from typing import Literal

from reader.domain.dates import session_of
from reader.domain.model import Document

Series = Literal["kamerstukken", "handelingen", "aanhangsel"]
_FULL_NAMES = {"II": "Tweede Kamer der Staten-Generaal", "I": "Eerste Kamer der Staten-Generaal"}

_CHAMBERS = {
    "tweede kamer": "II", "tweede kamer der staten-generaal": "II", "tk": "II", "t.k.": "II", "ii": "II", "2": "II",
    "eerste kamer": "I", "eerste kamer der staten-generaal": "I", "ek": "I", "e.k.": "I", "i": "I", "1": "I",
    "verenigde vergadering": "I/II", "staten-generaal": "I/II", "vv": "I/II", "i-ii": "I/II", "i/ii": "I/II",
}  # fmt: skip
_BELGIAN = {
    "vlaams parlement": "Vl.Parl.", "vl.parl.": "Vl.Parl.", "vl. parl.": "Vl.Parl.", "vlaamse raad": "Vl.R.",
    "kamer van volksvertegenwoordigers": "Kamer", "senaat": "Senaat", "belgische senaat": "Senaat",
    "brussels parlement": "Br.Parl.", "brussels hoofdstedelijk parlement": "Br.Parl.",
}  # fmt: skip
_DOSSIER = re.compile(r"(\d{2})[. \u00a0]?(\d{3})(?:(?:\s*[-–. ]\s*|(?=\())(\S.*))?")
_KINGDOM = re.compile(r"\(?R ?(\d{3,4})\)?", re.IGNORECASE)  # the second number of a bill for the whole kingdom
_CHAPTER = re.compile(r"(?:hoofdstuk|hfdst\.?)\s*", re.IGNORECASE)
_SESSION = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4}|\d{2})")


def is_numbered(document: Document) -> bool:
    """Whether the paper has an official number, so that its citation names it by that and not by its title."""
    if series_of(document) == "kamerstukken" and belgian_chamber(document) is None:
        return bool(document.dossiers and document.number)
    return bool(document.number)


def is_whole_bill(document: Document) -> bool:
    """Whether it is a bill with all its papers: the dossier, and no number in it."""
    return document.kind == "wetsvoorstel" and bool(document.dossiers) and not document.number


def is_letter(document: Document) -> bool:
    return "brief" in document.kind


def is_report(document: Document) -> bool:
    return document.kind.startswith(("ngo", "rapport"))


def series_of(document: Document) -> Series:
    """The official series the paper belongs to, if it belongs to one."""
    number = bare_number(document)
    kind = document.kind.lower()
    if "aanhangsel" in kind or ("kamervragen" in kind and number.isdigit() and not document.dossiers):
        return "aanhangsel"
    return "handelingen" if kind.startswith(("handelingen", "plenair")) else "kamerstukken"


def chamber_sign(document: Document) -> str:
    """ "II", "I", "I/II"; nothing for another or an unknown chamber."""
    return _CHAMBERS.get((document.chamber or "").strip().lower(), "")


def chamber_name(document: Document) -> str:
    """The chamber in full, as the maker of its papers; nothing when it is not known."""
    return _FULL_NAMES.get(chamber_sign(document), (document.chamber or "").strip())


def belgian_chamber(document: Document) -> str | None:
    """The short name of a Belgian parliament ("Vl.Parl."); None for any other chamber."""
    return _BELGIAN.get((document.chamber or "").strip().lower())


def session_years(document: Document) -> tuple[int, int] | None:
    """The parliamentary year the paper is of, as known or as its date settles it in the Netherlands."""
    derived = session_of(document.date) if belgian_chamber(document) is None else None
    match = _SESSION.fullmatch((document.session or derived or "").strip())
    return (int(match[1]), int(match[1]) + 1) if match is not None else None


def bare_number(document: Document) -> str:
    """The number of the paper without "nr."."""
    return re.sub(r"^(?:nrs?|nummer)\.?\s*", "", (document.number or "").strip(), flags=re.IGNORECASE)


def dossier_words(dossier: str, style: Literal["leidraad", "kamerstijl"] = "leidraad") -> str:
    """A dossier number as the style writes it: "19637", "31700 VI", "35600 (R2034)"; the Chamber writes "19 637"."""
    match = _DOSSIER.fullmatch(dossier.strip())
    if match is None:
        return dossier.strip()
    thousands, rest, suffix = match.groups()
    number = thousands + rest if style == "leidraad" else f"{thousands} {rest}"
    if not suffix:
        return number
    if kingdom := _KINGDOM.fullmatch(suffix):
        return f"{number} (R{kingdom[1]})"
    suffix = _CHAPTER.sub("", suffix, count=1)
    return f"{number}-{suffix}" if suffix.isdigit() else f"{number} {suffix}"
