"""Papers as Dutch legal authors cite them (Leidraad voor juridische auteurs), and as the Chamber itself does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from reader.domain.citation_papers import (
    bare_number,
    chamber_sign,
    dossier_words,
    is_letter,
    is_numbered,
    is_report,
    is_whole_bill,
    series_of,
    session_years,
)
from reader.domain.citation_runs import Run, enumerated
from reader.domain.dates import Language, date_words
from reader.domain.model import Document

DutchStyle = Literal["leidraad", "kamerstijl"]

_OFFICE = re.compile(
    r"(?:(?:vice-)?(?:minister|staatssecretaris|voorzitter|president|griffier)|(?:(?:vaste|algemene|tijdelijke) )*"
    r"(?:commissie|rekenkamer)|(?:nationale )?ombudsman|raad|regering)\b",
    re.IGNORECASE,
)
_LETTER_TITLE = re.compile(
    r"(?:kamer|kabinets)?brief(?: van .{0,80}?)?(?: aan .{0,60}?)? "
    r"(?=(?:over|inzake|betreffende|met|naar aanleiding) )",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"(?:(\d+), ?p\. ?)?(\d+)-(\d+)")
_MOST_MEETINGS = 400  # no parliamentary year has as many; a greater number is a page


def paper_runs(document: Document, style: DutchStyle, language: Language, pages: str = "") -> list[Run]:
    """What names the paper itself, without a place in it; but see `minutes_words` for `pages`."""
    if is_whole_bill(document):
        return _series_and(document, style, dossiers_words(document, style))
    if is_numbered(document):
        match series_of(document):
            case "aanhangsel":
                return _minutes("Aanhangsel Handelingen", document, style, "")
            case "handelingen":
                return _minutes("Handelingen", document, style, pages)
            case "kamerstukken":
                return _kamerstuk(document, style, language)
    if is_letter(document) and document.senders:
        return _letter(document, style, language)
    return _by_title(document, style, language)


def is_loose_letter(document: Document) -> bool:
    """Whether it is cited as a letter that was not printed (yet)."""
    return is_letter(document) and bool(document.senders) and not is_numbered(document)


def dossiers_words(document: Document, style: DutchStyle) -> str:
    """ "19637 en 30573"."""
    return enumerated([dossier_words(dossier, style) for dossier in document.dossiers], "nl")


def number_words(document: Document) -> str:
    """ "nr. 2395"; the Senate numbers by letters, without "nr."."""
    number = bare_number(document)
    return f"nr. {number}" if number[:1].isdigit() else number


def minutes_words(document: Document, pages: str = "") -> str:
    """ "nr. 67, item 7"; before 2011 minutes are cited by their pages, without an item: "nr. 108, p. 7909-7943".

    `pages` stands in place of those pages, for a passage on some of them.
    """
    number = bare_number(document).replace("–", "-")
    if match := _PRINTED.fullmatch(number):
        meeting, first, last = match.groups()
        if meeting or int(first) > _MOST_MEETINGS:
            return ", ".join([f"nr. {meeting}"] * bool(meeting) + [f"p. {pages or f'{first}-{last}'}"])
    match = re.fullmatch(r"(\d+)(?:-|, ?item )(\d+)", number)
    return f"nr. {match[1]}, item {match[2]}" if match is not None else f"nr. {number}"


def are_printed_pages(document: Document, pages: Sequence[str]) -> bool:
    """Whether these are pages of the minutes that the number of the paper names already, from first to last."""
    match = _PRINTED.fullmatch(bare_number(document).replace("–", "-"))
    if match is None or series_of(document) != "handelingen" or not pages or not all(map(str.isdecimal, pages)):
        return False
    first, last = int(match[2]), int(match[3])
    return (match[1] is not None or first > _MOST_MEETINGS) and first <= int(pages[0]) <= int(pages[-1]) <= last


def with_chamber(series: str, document: Document) -> str:
    """ "Kamerstukken II"."""
    sign = chamber_sign(document)
    return f"{series} {sign}" if sign else series


def session_words(document: Document, style: DutchStyle = "leidraad") -> str:
    """ "2017/18", "1999/2000", in the Chamber's style "vergaderjaar 2017–2018"; nothing when it is not known."""
    years = session_years(document)
    if years is None:
        return ""
    first, second = years
    if style == "kamerstijl":
        return f"vergaderjaar {first}–{second}"
    return f"{first}/{second if second % 100 == 0 else f'{second % 100:02d}'}"


def _kamerstuk(document: Document, style: DutchStyle, language: Language) -> list[Run]:
    annex = [Run("Bijlage bij " if language == "nl" else "Annex to ")] if document.kind == "bijlage" else []
    return annex + _series_and(document, style, f"{dossiers_words(document, style)}, {number_words(document)}")


def _series_and(document: Document, style: DutchStyle, words: str) -> list[Run]:
    """The series, with chamber and year where it is one paper of it; a whole bill has papers of both and of years."""
    if style == "kamerstijl":
        return [Run(f"{'Kamerstuk' if len(document.dossiers) == 1 else 'Kamerstukken'} {words}")]
    if is_whole_bill(document):
        return [Run("Kamerstukken", italic=True), Run(f" {words}")]
    session = session_words(document)
    before = f"{session}, " if session else ""
    return [Run(with_chamber("Kamerstukken", document), italic=True), Run(f" {before}{words}")]


def _minutes(name: str, document: Document, style: DutchStyle, pages: str) -> list[Run]:
    words = ", ".join(part for part in (session_words(document, style), minutes_words(document, pages)) if part)
    series = with_chamber(name, document)
    if style == "kamerstijl":
        return [Run(f"{series}, {words}")]
    return [Run(series, italic=True), Run(f" {words}")]


def _letter(document: Document, style: DutchStyle, language: Language) -> list[Run]:
    """A letter that has no paper number (yet): sender, date, subject and the sender's own mark."""
    senders = [f"de {sender}" if language == "nl" and _OFFICE.match(sender) else sender for sender in document.senders]
    day = date_words(document.date, language)
    if language == "nl":
        start = f"Brief van {enumerated(senders, language)}" + (f" van {day}" if day else "")
    else:
        start = f"Letter from {enumerated(senders, language)}" + (f" of {day}" if day else "")
    subject = _LETTER_TITLE.match(document.title) if language == "nl" else None
    if subject is not None:
        runs = [Run(f"{start} {document.title[subject.end() :].strip()}")]
    elif title := document.title.strip():
        runs = [Run(f"{start}, "), Run(title, italic=True)]
    else:
        runs = [Run(start)]
    return [*runs, *_dossiers_known(document, style), *_mark(document, language)]


def _by_title(document: Document, style: DutchStyle, language: Language) -> list[Run]:
    """Any other paper: who made it, its title, and its date (of a report only the year)."""
    author = enumerated(list(document.senders), language) or document.chamber or ""
    day = date_words(document.date, language)
    if is_report(document):
        day = day[-4:]
    runs = [Run(f"{author}, ")] if author else []
    runs.append(Run(document.title.strip() or document.source_name, italic=True))
    runs.extend(Run(f", {detail}") for detail in (bare_number(document), day) if detail)
    return [*runs, *_dossiers_known(document, style), *_mark(document, language)]


def _mark(document: Document, language: Language) -> list[Run]:
    """The sender's own mark."""
    mark = document.reference.strip()
    return [Run(f", {'kenmerk' if language == 'nl' else 'reference'} {mark}")] if mark else []


def _dossiers_known(document: Document, style: DutchStyle) -> list[Run]:
    """The dossier of a paper whose number in it is not known."""
    if not document.dossiers:
        return []
    return [Run(" ("), Run("Kamerstukken", italic=True), Run(f" {dossiers_words(document, style)})")]
