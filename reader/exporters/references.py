"""What a list of references says of a paper, for CSL JSON, RIS and BibTeX alike: kind, makers, number, key."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from reader.domain.citation import plain, reference
from reader.domain.citation_papers import (
    bare_number,
    belgian_chamber,
    chamber_name,
    chamber_sign,
    dossier_words,
    is_letter,
    is_numbered,
    is_report,
    is_whole_bill,
    series_of,
    session_years,
)
from reader.domain.model import Document

ReferenceKind = Literal["bill", "minutes", "parliamentary paper", "letter", "report", "document"]

_CHAMBER_CODES = {"II": "tk", "I": "ek", "I/II": "vv"}
_NOT_IN_KEYS = re.compile(r"[^A-Za-z0-9]+")
_LEAST_WORD = 4  # letters of a word of the title that can stand in a key


@dataclass(frozen=True, slots=True)
class PaperReference:
    """A paper as an entry of a list of references. `date` is (year), (year, month) or (year, month, day), or empty.

    `makers` are chambers, persons and organisations, each as one name. `note` is the paper in the style of the
    Leidraad, which no field of such a list can hold.
    """

    key: str
    kind: ReferenceKind
    title: str
    makers: tuple[str, ...]
    date: tuple[int, ...]
    number: str
    series: str
    session: str
    url: str
    reference: str
    language: str
    note: str


def references_of(documents: Sequence[Document]) -> list[PaperReference]:
    """The papers in their order; each has a key of its own, which depends on the paper and not on what it is called."""
    used: set[str] = set()
    return [_reference(document, used) for document in documents]


def _reference(document: Document, used: set[str]) -> PaperReference:
    numbered = is_numbered(document) or is_whole_bill(document)
    chamber = chamber_name(document)
    years = session_years(document)
    return PaperReference(
        _free(key_of(document), used),
        _kind(document),
        document.title.strip() or document.source_name,
        ((chamber,) if chamber else document.senders)
        if numbered
        else (document.senders or ((chamber,) * bool(chamber))),
        _date(document.date or ""),
        bare_number(document),
        ", ".join(map(dossier_words, document.dossiers)),
        f"{years[0]}-{years[1]}" if years is not None and numbered else "",
        document.url.strip(),
        document.reference.strip(),
        document.language,
        plain(reference(document)),
    )


def _date(known: str) -> tuple[int, ...]:
    """Year, month and day as far as they are known and can be."""
    parts = tuple(int(part) for part in known.split("-") if part.isdecimal())
    valid = (True, len(parts) > 1 and 1 <= parts[1] <= 12, len(parts) > 2 and 1 <= parts[2] <= 31)
    return parts[: next((place for place, is_valid in enumerate(valid) if not is_valid), 3)]


def key_of(document: Document) -> str:
    """The official identifier where the paper has one ("kst-19637-2395", "ah-tk-20162017-172"), else maker and year."""
    sign, years, number = chamber_sign(document), session_years(document), bare_number(document)
    series = series_of(document)
    if belgian_chamber(document) is None and number:
        if series == "kamerstukken" and document.dossiers:
            return _tidy(f"kst-{dossier_words(document.dossiers[0])}-{number}")
        if series != "kamerstukken" and sign in _CHAMBER_CODES and years is not None:
            family = "ah" if series == "aanhangsel" else "h"
            return _tidy(f"{family}-{_CHAMBER_CODES[sign]}-{years[0]}{years[1]}-{number}")
    maker = next(iter(document.senders), "") or chamber_name(document)
    word = next((word for word in _NOT_IN_KEYS.split(_plain_letters(document.title)) if len(word) >= _LEAST_WORD), "")
    return _tidy(f"{maker}-{(document.date or '')[:4]}-{word}") or "paper"


def _kind(document: Document) -> ReferenceKind:
    if is_whole_bill(document) or document.kind == "wetsvoorstel":
        return "bill"
    if series_of(document) == "handelingen":
        return "minutes"
    if is_numbered(document):
        return "parliamentary paper"
    if is_letter(document) or document.kind == "e-mail":
        return "letter"
    return "report" if is_report(document) else "document"


def _free(key: str, used: set[str]) -> str:
    """The key, with a letter behind it when another paper has it."""
    letters = ("", *(f"-{number}" for number in range(2, len(used) + 3)))
    free = next(key + letter for letter in letters if key + letter not in used)
    used.add(free)
    return free


def _plain_letters(words: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", words) if not unicodedata.combining(sign))


def _tidy(words: str) -> str:
    return _NOT_IN_KEYS.sub("-", _plain_letters(words)).strip("-").lower()


def without_controls(words: str) -> str:
    """The words in one line, without signs that a file of one line per field cannot hold."""
    kept = "".join(" " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in words)
    return " ".join(kept.encode("utf-8", "replace").decode("utf-8").split())


def keywords(labels: Iterable[str]) -> tuple[str, ...]:
    """The names of labels, each once, in their order."""
    return tuple(dict.fromkeys(without_controls(name) for name in labels))
