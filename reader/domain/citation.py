"""The vindplaats of a passage: how a paper and a place in it are cited, in two styles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from reader.domain.dates import Language, date_words, language_of, session_of
from reader.domain.model import Document

__all__ = [
    "CitationStyle",
    "Language",
    "Place",
    "Run",
    "citation",
    "cite",
    "date_words",
    "dossier_words",
    "is_numbered",
    "language_of",
    "place_words",
    "plain",
    "section_beside_page",
    "section_words",
    "session_of",
]

CitationStyle = Literal["leidraad", "kamerstijl"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a citation that is set upright or in italics."""

    text: str
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: first and last page it touches, and the headings above its start, outermost first.

    `pages` holds printed numbers, and is empty unless every page of the passage has a known one; `file_pages` counts
    from 1 and is empty where the file has no pages.
    """

    pages: tuple[str, ...] = ()
    file_pages: tuple[int, ...] = ()
    section: tuple[str, ...] = ()


_WORDS: dict[Language, dict[str, str]] = {
    "nl": {
        "and": "en", "file-page": "bestandspagina", "file-pages": "bestandspagina", "under": "onder",
        "chapter": "hoofdstuk", "part": "deel", "article": "artikel", "annex": "bijlage",
    },
    "en": {
        "and": "and", "file-page": "file page", "file-pages": "file pages", "under": "under",
        "chapter": "chapter", "part": "part", "article": "article", "annex": "annex",
    },
}  # fmt: skip

_CHAMBERS = {
    "tweede kamer": "II", "tweede kamer der staten-generaal": "II", "tk": "II", "t.k.": "II", "ii": "II", "2": "II",
    "eerste kamer": "I", "eerste kamer der staten-generaal": "I", "ek": "I", "e.k.": "I", "i": "I", "1": "I",
    "verenigde vergadering": "I/II", "staten-generaal": "I/II", "vv": "I/II", "i-ii": "I/II", "i/ii": "I/II",
}  # fmt: skip

_DOSSIER = re.compile(r"(\d{2})[ \u00a0]?(\d{3})(?:\s*[-–. ]\s*(\S.*))?")
_SESSION = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4}|\d{2})")
_OFFICE = re.compile(r"(?:vice-)?(?:minister|staatssecretaris|voorzitter|commissie|president)\b", re.IGNORECASE)
_LETTER_TITLE = re.compile(
    r"(?:kamer|kabinets)?brief(?: van .{0,80}?)?(?: aan .{0,60}?)? "
    r"(?=(?:over|inzake|betreffende|met|naar aanleiding) )",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60  # characters of a heading that are quoted as a place


def citation(
    document: Document, place: Place, style: CitationStyle = "leidraad", language: str = "nl"
) -> tuple[Run, ...]:
    """The citation of `place` in `document`, without a final full stop, as runs to be set upright or in italics.

    The style is "leidraad" (of Dutch legal authors) or "kamerstijl" (as the Chamber itself cites, without italics).
    Only what is known of the paper is written; names of Dutch series keep their Dutch form in every language.
    `language` is that of the other words (months, "bestandspagina"): a tag such as "nl" or "en-GB".
    """
    language = language_of(language)
    where = place_words(_without_title(place, document.title), language, chapters=_is_report(document))
    tail = f", {where}" if where else ""
    runs = [*_paper(document, style, language), Run(tail)]
    return _joined(runs if style == "leidraad" else [Run(run.text) for run in runs])


def cite(document: Document, place: Place, style: CitationStyle = "leidraad", language: str = "nl") -> str:
    """The citation as plain text."""
    return plain(citation(document, place, style, language))


def plain(runs: Sequence[Run]) -> str:
    """The text of the runs without their italics."""
    return "".join(run.text for run in runs)


def is_numbered(document: Document) -> bool:
    """Whether the paper has an official number, so that its citation names it by that and not by its title."""
    if _series(document) == "kamerstukken":
        return bool(document.dossiers and document.number)
    return bool(document.number)


def place_words(place: Place, language: Language = "nl", *, chapters: bool = False) -> str:
    """ "p. 24", "p. 24-25", else "bestandspagina 5", else the section, else nothing.

    `chapters`: a heading numbered "2" is a chapter (a report) and not § 2 (a parliamentary paper).
    """
    words = _WORDS[language]
    if place.pages:
        return f"p. {_range(place.pages)}"
    if place.file_pages:
        pages = _range([str(number) for number in place.file_pages])
        return f"{words['file-pages' if '-' in pages else 'file-page']} {pages}"
    return section_words(place.section, language, chapters=chapters)


def section_beside_page(document: Document, place: Place, language: Language = "nl") -> str:
    """The section of a place whose citation names a page; nothing when the citation names the section itself."""
    if not place.pages and not place.file_pages:
        return ""
    return section_words(_without_title(place, document.title).section, language, chapters=_is_report(document))


def section_words(section: Sequence[str], language: Language = "nl", *, chapters: bool = False) -> str:
    """A path of headings as a place: "deel II, § 1.3", "hoofdstuk 2", "onder ‘Libië’"; nothing for an empty path."""
    numbered: list[str] = []
    titles: list[str] = []
    for heading in section:
        designation = _designation(heading, language, chapters=chapters)
        if designation is None:
            titles.append(_shortened(heading))
            continue
        part = f"{_WORDS[language]['part']} "
        numbered = [*(kept for kept in numbered if kept.startswith(part)), designation]
        titles = []
    if titles:
        numbered.append(f"{_WORDS[language]['under']} ‘{' › '.join(titles)}’")
    return ", ".join(numbered)


def dossier_words(dossier: str, style: CitationStyle = "leidraad") -> str:
    """A dossier number as the style writes it: "19637", "31700 VI"; in the Chamber's style "19 637", "31 700 VI"."""
    match = _DOSSIER.fullmatch(dossier.strip())
    if match is None:
        return dossier.strip()
    thousands, rest, suffix = match.groups()
    number = thousands + rest if style == "leidraad" else f"{thousands} {rest}"
    if not suffix:
        return number
    return f"{number}-{suffix}" if suffix.isdigit() else f"{number} {suffix}"


def _is_report(document: Document) -> bool:
    return document.kind.startswith(("ngo", "rapport"))


def _paper(document: Document, style: CitationStyle, language: Language) -> list[Run]:
    """What names the paper itself, without a place in it."""
    series = _series(document)
    if series == "aanhangsel" and is_numbered(document):
        return _minutes("Aanhangsel Handelingen", document, style)
    if series == "handelingen" and is_numbered(document):
        return _minutes("Handelingen", document, style)
    if series == "kamerstukken" and is_numbered(document):
        return _kamerstuk(document, style, language)
    if "brief" in document.kind and document.senders:
        return _letter(document, style, language)
    return _by_title(document, style, language)


def _series(document: Document) -> Literal["aanhangsel", "handelingen", "kamerstukken"]:
    number = _bare_number(document)
    kind = document.kind.lower()
    if "aanhangsel" in kind or ("kamervragen" in kind and number.isdigit() and not document.dossiers):
        return "aanhangsel"
    return "handelingen" if kind.startswith(("handelingen", "plenair")) else "kamerstukken"


def _kamerstuk(document: Document, style: CitationStyle, language: Language) -> list[Run]:
    dossiers = [dossier_words(dossier, style) for dossier in document.dossiers]
    number = _bare_number(document)
    number = f"nr. {number}" if number[:1].isdigit() else number  # the Senate numbers by letters, without "nr."
    papers = f"{_enumerated(dossiers, 'nl')}, {number}"
    annex = [Run("Bijlage bij " if language == "nl" else "Annex to ")] if document.kind == "bijlage" else []
    if style == "kamerstijl":
        return [*annex, Run(f"{'Kamerstuk' if len(dossiers) == 1 else 'Kamerstukken'} {papers}")]
    session = _session(document, style)
    return [*annex, Run(_with_chamber("Kamerstukken", document), italic=True), Run(f" {session}{papers}")]


def _minutes(name: str, document: Document, style: CitationStyle) -> list[Run]:
    """The Handelingen (minutes) or their Aanhangsel; before 2011 minutes are cited by page range, without an item."""
    number = re.sub(r"[–]", "-", _bare_number(document))
    match = re.fullmatch(r"(\d+)(?:-|, ?item )(\d+)", number)
    if match is None:
        words = f"nr. {number}"
    elif int(match[1]) > 400:  # no session has that many meetings: these are pages
        words = f"p. {match[1]}-{match[2]}"
    else:
        words = f"nr. {match[1]}, item {match[2]}"
    session = _session(document, style)
    series = _with_chamber(name, document)
    if style == "kamerstijl":
        return [Run(f"{series}, {session}{words}")]
    return [Run(series, italic=True), Run(f" {session}{words}")]


def _letter(document: Document, style: CitationStyle, language: Language) -> list[Run]:
    """A letter that has no paper number (yet): sender, date and subject."""
    senders = [f"de {sender}" if language == "nl" and _OFFICE.match(sender) else sender for sender in document.senders]
    day = date_words(document.date, language)
    if language == "nl":
        start = f"Brief van {_enumerated(senders, language)}" + (f" van {day}" if day else "")
    else:
        start = f"Letter from {_enumerated(senders, language)}" + (f" of {day}" if day else "")
    subject = _LETTER_TITLE.match(document.title) if language == "nl" else None
    if subject is not None:
        runs = [Run(f"{start} {document.title[subject.end() :].strip()}")]
    elif title := document.title.strip():
        runs = [Run(f"{start}, "), Run(title, italic=True)]
    else:
        runs = [Run(start)]
    return runs + _dossiers_known(document, style)


def _by_title(document: Document, style: CitationStyle, language: Language) -> list[Run]:
    """Any other paper: who made it, its title, and its date (of a report only the year)."""
    author = _enumerated(list(document.senders), language)
    if not author and document.chamber:
        author = document.chamber
    day = date_words(document.date, language)
    if _is_report(document):
        day = day[-4:]
    runs = [Run(f"{author}, ")] if author else []
    runs.append(Run(document.title.strip() or document.source_name, italic=True))
    details = [detail for detail in (_bare_number(document), day) if detail]
    runs.extend(Run(f", {detail}") for detail in details)
    return runs + _dossiers_known(document, style)


def _dossiers_known(document: Document, style: CitationStyle) -> list[Run]:
    """The dossier of a paper whose number in it is not known."""
    if not document.dossiers:
        return []
    words = _enumerated([dossier_words(dossier, style) for dossier in document.dossiers], "nl")
    return [Run(" ("), Run("Kamerstukken", italic=True), Run(f" {words})")]


def _with_chamber(series: str, document: Document) -> str:
    chamber = _CHAMBERS.get((document.chamber or "").strip().lower())
    return f"{series} {chamber}" if chamber else series


def _session(document: Document, style: CitationStyle) -> str:
    """The session followed by a comma and a space, or nothing when it is not known."""
    match = _SESSION.fullmatch((document.session or session_of(document.date) or "").strip())
    if match is None:
        return ""
    first = int(match[1])
    if style == "kamerstijl":
        return f"vergaderjaar {first}–{first + 1}, "
    second = str(first + 1)
    return f"{first}/{second if second.endswith('00') else second[-2:]}, "


def _bare_number(document: Document) -> str:
    return re.sub(r"^(?:nrs?|nummer)\.?\s*", "", (document.number or "").strip(), flags=re.IGNORECASE)


def _designation(heading: str, language: Language, *, chapters: bool) -> str | None:
    """How a numbered heading is cited, or None for a heading without a number."""
    words = _WORDS[language]
    heading = heading.strip()
    if match := re.match(r"(?:§+|paragraaf|section)\s*(\d[\d.]*)", heading, re.IGNORECASE):
        return f"§ {match[1].rstrip('.')}"
    if match := re.match(
        r"(hoofdstuk|chapter|deel|part|artikel|article|bijlage|annex)\s+(\d+|[IVXLC]+\b)", heading, re.I
    ):
        named = {"hoofdstuk": "chapter", "deel": "part", "artikel": "article", "bijlage": "annex"}
        word = match[1].lower()
        return f"{words[named.get(word, word)]} {match[2]}"
    if match := re.match(r"(\d+(?:\.\d+)+)\.?(?=\s|$)", heading):
        return f"§ {match[1]}"
    if match := re.match(r"([IVXLC]+)(?:\.(?=\s|$)|$)", heading):
        return f"{words['part']} {match[1]}"
    if match := re.match(r"(\d{1,2})(?:\.(?=\s|$)|$| (?=[A-ZÀ-Þ]))", heading):
        return f"{words['chapter']} {match[1]}" if chapters else f"§ {match[1]}"
    return None


def _without_title(place: Place, title: str) -> Place:
    """The place without a first heading that only repeats the paper's title."""
    if place.section and place.section[0].strip().casefold() == title.strip().casefold():
        return Place(place.pages, place.file_pages, place.section[1:])
    return place


def _shortened(heading: str) -> str:
    heading = " ".join(heading.split()).rstrip(".:;")
    if len(heading) <= _LONGEST_HEADING:
        return heading
    return heading[:_LONGEST_HEADING].rsplit(" ", 1)[0] + " …"


def _range(pages: Sequence[str]) -> str:
    return pages[0] if pages[0] == pages[-1] else f"{pages[0]}-{pages[-1]}"


def _enumerated(parts: Sequence[str], language: Language) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {_WORDS[language]['and']} {parts[-1]}"


def _joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs without empty ones, neighbours of one form put together."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].italic == run.italic:
            joined[-1] = Run(joined[-1].text + run.text, run.italic)
        elif run.text:
            joined.append(run)
    return tuple(joined)
