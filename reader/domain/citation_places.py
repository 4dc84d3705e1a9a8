"""A place in a paper, and how it is written: page, page of the file, section, question or answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.domain.citation_papers import is_report
from reader.domain.citation_runs import enumerated
from reader.domain.dates import Language
from reader.domain.model import Document, UnitRole


@dataclass(frozen=True, slots=True)
class PlaceUnit:
    """The question or answer a passage stands in.

    `numbers` are the numbers the paper itself gives it, as read ("5", "2–3"); "" where it gives none. `parties` are the
    fracties that ask, or to which the answer is addressed, as far as the paper says so.
    """

    role: UnitRole
    numbers: str = ""
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: first and last page it touches, and the headings above its start, outermost first.

    `pages` holds printed numbers, and is empty unless every page of the passage has a known one; `file_pages` counts
    from 1 and is empty where the file has no pages. `unit` is the question or answer that holds the whole passage.
    """

    pages: tuple[str, ...] = ()
    file_pages: tuple[int, ...] = ()
    section: tuple[str, ...] = ()
    unit: PlaceUnit | None = None


_WORDS: dict[Language, dict[str, str]] = {
    "nl": {
        "file-page": "bestandspagina", "file-pages": "bestandspagina", "under": "onder", "chapter": "hoofdstuk",
        "part": "deel", "article": "artikel", "annex": "bijlage", "question": "vraag", "questions": "vragen",
        "answer": "antwoord", "to-question": "op", "to-party": "aan", "of-party": "van",
    },
    "en": {
        "file-page": "file page", "file-pages": "file pages", "under": "under", "chapter": "chapter",
        "part": "part", "article": "article", "annex": "annex", "question": "question", "questions": "questions",
        "answer": "answer", "to-question": "to", "to-party": "to", "of-party": "from",
    },
}  # fmt: skip
_LONGEST_HEADING = 60  # characters of a heading that are quoted as a place
_QUOTED = re.compile("‘([^‘’]*)’(?!\\w)")
_APPENDIX = re.compile(r"vragen gesteld door de leden der kamer\b", re.IGNORECASE)  # the heading of the series


def place_words(place: Place, language: Language = "nl", *, chapters: bool = False) -> str:
    """ "p. 24", "p. 24-25", else "bestandspagina 5", else section and question, else nothing.

    `chapters`: a heading numbered "2" is a chapter (a report) and not § 2 (a parliamentary paper).
    """
    if place.pages:
        return f"p. {page_range(place.pages)}"
    if place.file_pages:
        return file_page_words(place, language)
    numbered, titles = _section_parts(place.section, language, chapters=chapters)
    if place.unit is None:
        return _section_line(numbered, titles, language)
    return ", ".join([*numbered, unit_words(place.unit, language)])


def file_page_words(place: Place, language: Language) -> str:
    """ "bestandspagina 5"; nothing where the file has no pages."""
    pages = page_range([str(number) for number in place.file_pages])
    return f"{_WORDS[language]['file-pages' if '-' in pages else 'file-page']} {pages}" if pages else ""


def page_range(pages: Sequence[str]) -> str:
    """ "24", "24-25"; nothing for no pages."""
    if not pages:
        return ""
    return pages[0] if pages[0] == pages[-1] else f"{pages[0]}-{pages[-1]}"


def unit_words(unit: PlaceUnit, language: Language = "nl") -> str:
    """ "vraag 5", "vraag van SP", "antwoord aan SP", "antwoord op vraag 5 van SP"."""
    words = _WORDS[language]
    parties = enumerated(unit.parties, language)
    asked = ""
    if unit.numbers:
        asked = f"{words['question' if unit.numbers.isdigit() else 'questions']} {unit.numbers}"
    if unit.role == "question":
        return " ".join(
            part for part in (asked or words["question"], f"{words['of-party']} {parties}" if parties else "") if part
        )
    if asked:
        of_whom = f" {words['of-party']} {parties}" if parties else ""
        return f"{words['answer']} {words['to-question']} {asked}{of_whom}"
    return f"{words['answer']} {words['to-party']} {parties}" if parties else words["answer"]


def section_beside_page(document: Document, place: Place, language: Language = "nl") -> str:
    """The section of a place whose citation names a page; nothing when the citation names the section itself."""
    if not place.pages and not place.file_pages:
        return ""
    return section_words(without_title(place, document.title).section, language, chapters=is_report(document))


def beside_page(document: Document, place: Place, language: Language = "nl") -> str:
    """What tells a place finer than its page: "antwoord aan SP, § 1.3"; nothing when the citation tells it itself."""
    if not place.pages and not place.file_pages:
        return ""
    section = without_title(place, document.title).section
    if place.unit is None:
        return section_words(section, language, chapters=is_report(document))
    numbered, _titles = _section_parts(section, language, chapters=is_report(document))
    part = f"{_WORDS[language]['part']} "  # whether it is a question or an answer tells the part already
    finer = [one for one in numbered if not one.startswith(part)]
    return ", ".join([unit_words(place.unit, language), *finer])


def section_words(section: Sequence[str], language: Language = "nl", *, chapters: bool = False) -> str:
    """A path of headings as a place: "deel II, § 1.3", "hoofdstuk 2", "onder ‘Libië’"; nothing for an empty path."""
    return _section_line(*_section_parts(section, language, chapters=chapters), language)


def without_title(place: Place, title: str) -> Place:
    """The place without a first heading that only repeats the paper's title."""
    if place.section and place.section[0].strip().casefold() == title.strip().casefold():
        return replace(place, section=place.section[1:])
    return place


def _section_parts(section: Sequence[str], language: Language, *, chapters: bool) -> tuple[list[str], list[str]]:
    """The numbered headings as they are cited, and the titles below the last of them."""
    numbered: list[str] = []
    titles: list[str] = []
    for heading in section:
        if _APPENDIX.match(heading.strip()):
            continue
        designation = _designation(heading, language, chapters=chapters)
        if designation is None:
            titles.append(_shortened(heading))
            continue
        part = f"{_WORDS[language]['part']} "
        numbered = [*(kept for kept in numbered if kept.startswith(part)), designation]
        titles = []
    return numbered, titles


def _section_line(numbered: Sequence[str], titles: Sequence[str], language: Language) -> str:
    within = _QUOTED.sub(r"“\1”", " › ".join(titles))
    under = [f"{_WORDS[language]['under']} ‘{within}’"] if titles else []
    return ", ".join([*numbered, *under])


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


def _shortened(heading: str) -> str:
    heading = " ".join(heading.split()).rstrip(".:;")
    if len(heading) <= _LONGEST_HEADING:
        return heading
    return heading[:_LONGEST_HEADING].rsplit(" ", 1)[0] + " …"
