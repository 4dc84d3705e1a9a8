"""Papers as APA 7 cites them: the entry in a list of references, and the short form beside a quote."""

from __future__ import annotations

import re

from reader.domain.citation_dutch import dossiers_words, minutes_words, number_words, session_words, with_chamber
from reader.domain.citation_flemish import flemish_runs
from reader.domain.citation_papers import (
    bare_number,
    belgian_chamber,
    chamber_name,
    is_numbered,
    is_report,
    is_whole_bill,
    series_of,
)
from reader.domain.citation_places import Place, file_page_words, page_range, place_words
from reader.domain.citation_runs import Run, enumerated, plain
from reader.domain.dates import MONTHS, Language
from reader.domain.model import Document

_NO_DATE: dict[Language, str] = {"nl": "z.d.", "en": "n.d."}


def reference_runs(document: Document, language: Language) -> list[Run]:
    """Author. (Date). *Title* (series and number). Address. The last full stop is left out."""
    author = author_words(document, language)
    title = Run(document.title.strip() or document.source_name, italic=True)
    details = _details(document)
    bracketed = f" ({details})" if details else ""
    day = f"({_date(document, language)})"
    if author:
        stop = "" if author.endswith(".") else "."
        runs = [Run(f"{author}{stop} {day}. "), title, Run(bracketed)]
    else:  # without an author the title takes its place
        runs = [title, Run(f"{bracketed}. {day}")]
    if document.url.strip():
        runs.append(Run(f". {document.url.strip()}"))
    return runs


def in_text_runs(document: Document, place: Place, language: Language) -> list[Run]:
    """ "Tweede Kamer der Staten-Generaal, 2018, p. 2", without its brackets."""
    author = author_words(document, language)
    start = Run(author) if author else Run(document.title.strip() or document.source_name, italic=True)
    year = (document.date or "")[:4] if _is_date(document.date) else _NO_DATE[language]
    where = _where(document, place, language)
    return [start, Run(f", {year}"), Run(f", {where}" if where else "")]


def author_words(document: Document, language: Language) -> str:
    """Who made the paper: the chamber for what it prints, else those who sent it, else the chamber."""
    senders = enumerated(document.senders, language, sign="&")
    if is_numbered(document) or is_whole_bill(document):
        return chamber_name(document) or senders
    return senders or chamber_name(document)


def _where(document: Document, place: Place, language: Language) -> str:
    if place.pages:
        pages = page_range(place.pages)
        return f"{'pp.' if '-' in pages and place.pages[0] != place.pages[-1] else 'p.'} {pages}"
    return file_page_words(place, language) or place_words(place, language, chapters=is_report(document))


def _details(document: Document) -> str:
    """What finds the paper again: series and number, else the sender's own mark."""
    if belgian_chamber(document) is not None and is_numbered(document):
        return plain(flemish_runs(document))
    kamerstuk = "Kamerstuk" if len(document.dossiers) == 1 else "Kamerstukken"
    if is_whole_bill(document):
        return f"{kamerstuk} {dossiers_words(document, 'leidraad')}"
    if is_numbered(document):
        series = series_of(document)
        if series == "kamerstukken":
            annex = "Bijlage bij " if document.kind == "bijlage" else ""
            return f"{annex}{kamerstuk} {dossiers_words(document, 'leidraad')}, {number_words(document)}"
        name = with_chamber("Handelingen" if series == "handelingen" else "Aanhangsel Handelingen", document)
        session = session_words(document)
        return ", ".join(part for part in (f"{name} {session}".strip(), minutes_words(document)) if part)
    known = [f"{kamerstuk} {dossiers_words(document, 'leidraad')}"] if document.dossiers else []
    if number := bare_number(document):
        known.append(number)
    if document.reference.strip():
        known.append(f"kenmerk {document.reference.strip()}")
    return "; ".join(known)


def _is_date(known: str | None) -> bool:
    return re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", known or "") is not None


def _date(document: Document, language: Language) -> str:
    """ "2018, 25 april", in English "2018, April 25"; as far as it is known."""
    if not _is_date(document.date):
        return _NO_DATE[language]
    year, *rest = (document.date or "").split("-")
    if not rest or not 1 <= int(rest[0]) <= 12:
        return year
    month = MONTHS[language][int(rest[0]) - 1]
    if len(rest) < 2:
        return f"{year}, {month}"
    return f"{year}, {int(rest[1])} {month}" if language == "nl" else f"{year}, {month} {int(rest[1])}"
