"""The vindplaats of a passage: how a paper and a place in it are cited, in four styles and in one of the user's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from reader.domain.citation_apa import author_words, in_text_runs, reference_runs
from reader.domain.citation_dutch import DutchStyle, are_printed_pages, is_loose_letter, paper_runs
from reader.domain.citation_flemish import flemish_runs
from reader.domain.citation_papers import (
    belgian_chamber,
    chamber_sign,
    dossier_words,
    is_letter,
    is_numbered,
    is_report,
    is_whole_bill,
    series_of,
    session_years,
)
from reader.domain.citation_places import (
    Place,
    PlaceUnit,
    beside_page,
    page_range,
    place_words,
    section_beside_page,
    section_words,
    unit_words,
    without_title,
)
from reader.domain.citation_runs import Run, joined, plain
from reader.domain.citation_template import (
    DEFAULT_TEMPLATE,
    FIELDS,
    CitationTemplate,
    TemplateWrong,
    check_template,
    fields_used,
    template_runs,
)
from reader.domain.dates import Language, date_words, language_of, session_of
from reader.domain.model import Document

__all__ = [
    "DEFAULT_TEMPLATE",
    "FIELDS",
    "CitationStyle",
    "CitationTemplate",
    "Language",
    "Place",
    "PlaceUnit",
    "Run",
    "TemplateWrong",
    "beside_page",
    "check_template",
    "citation",
    "cite",
    "date_words",
    "dossier_words",
    "in_text",
    "is_numbered",
    "language_of",
    "missing",
    "place_words",
    "plain",
    "reference",
    "section_beside_page",
    "section_words",
    "session_of",
    "unit_words",
]

NamedStyle = Literal["leidraad", "kamerstijl", "apa", "vlaams"]
CitationStyle = NamedStyle | CitationTemplate

_FACTS = ("title", "date", "dossiers", "number", "chamber", "session", "senders", "reference", "url")  # as asked for


def citation(
    document: Document, place: Place, style: CitationStyle = "leidraad", language: str = "nl"
) -> tuple[Run, ...]:
    """The citation that stands beside a quote from `place` in `document`, without a final full stop and brackets.

    The style is "leidraad" (of Dutch legal authors), "kamerstijl" (as the Chamber itself cites, without italics), "apa"
    (its short form, which needs the `reference` in a list), "vlaams" (of Belgian legal authors), or a template. Only
    what is known of the paper is written; names of series keep their own form in every language. `language` is that of
    the other words (months, "bestandspagina"): a tag such as "nl" or "en-GB". Raises TemplateWrong.
    """
    spoken = language_of(language)
    place = without_title(place, document.title)
    if isinstance(style, CitationTemplate):
        return template_runs(style, document, place, spoken)
    if style == "apa":
        return joined(in_text_runs(document, place, spoken))
    if belgian_chamber(document) is not None and is_numbered(document):
        where = page_range(place.pages) if style == "vlaams" else ""
    else:
        where = ""
    where = where or place_words(place, spoken, chapters=is_report(document))
    printed = page_range(place.pages) if are_printed_pages(document, place.pages) else ""
    runs = [*_paper(document, style, spoken, printed), Run(f", {where}" if where and not printed else "")]
    if style != "kamerstijl" and is_loose_letter(document) and document.url.strip():
        runs.append(Run(f", {document.url.strip()}"))  # of papers that are printed nowhere only
    return joined(runs if style != "kamerstijl" else [Run(run.text) for run in runs])


def cite(document: Document, place: Place, style: CitationStyle = "leidraad", language: str = "nl") -> str:
    """The citation as plain text. Raises TemplateWrong."""
    return plain(citation(document, place, style, language))


def reference(document: Document, style: CitationStyle = "leidraad", language: str = "nl") -> tuple[Run, ...]:
    """The paper itself, without a place in it, as a list of references names it; without a final full stop.

    Raises TemplateWrong.
    """
    if style == "apa":
        return joined(reference_runs(document, language_of(language)))
    return citation(document, Place(), style, language)


def in_text(
    document: Document, place: Place, style: CitationStyle = "leidraad", language: str = "nl"
) -> tuple[Run, ...]:
    """What stands in brackets behind a quote in running text: the citation, and where on the page it is.

    "Kamerstukken II 2017/18, 19637, nr. 2395, p. 24, antwoord aan SP, § 1.3". APA and a template say all themselves.
    Raises TemplateWrong.
    """
    runs = citation(document, place, style, language)
    if style == "apa" or isinstance(style, CitationTemplate):
        return runs
    finer = beside_page(document, place, language_of(language))
    return joined([*runs, Run(f", {finer}" if finer else "")])


def missing(document: Document, style: CitationStyle = "leidraad") -> tuple[str, ...]:
    """The facts of the paper that its citation needs and that are not known: names of fields of Document, in order.

    Empty when the citation is complete. Raises TemplateWrong.
    """
    if isinstance(style, CitationTemplate):
        needed = _needed_by_template(style, document)
    elif style == "apa":
        needed = {"title", "date"} if author_words(document, "nl") else {"title", "date", "senders"}
        if _is_of_parliament(document) and not is_loose_letter(document):
            needed |= _of_series(document) - {"session"}
    elif is_letter(document) and not is_numbered(document) and document.reference.strip():
        needed = {"date", "senders"}
    elif _is_of_parliament(document):
        needed = _of_series(document)
        if style == "kamerstijl" and series_of(document) == "kamerstukken":
            needed -= {"chamber", "session"}
        if is_letter(document) and not is_numbered(document):
            needed |= {"date", "senders"}
    else:
        needed = {"title", "date", "senders"} if is_report(document) or not document.chamber else {"title", "date"}
    return tuple(fact for fact in _FACTS if fact in needed and not _is_known(document, fact))


def _paper(
    document: Document, style: DutchStyle | Literal["vlaams"], language: Language, printed: str
) -> Sequence[Run]:
    """What names the paper; `printed` are pages that stand in its name.

    A Belgian paper keeps the form of its own country, as Dutch papers do theirs.
    """
    if belgian_chamber(document) is not None and is_numbered(document):
        return flemish_runs(document)
    return paper_runs(document, "leidraad" if style == "vlaams" else style, language, printed)


def _is_of_parliament(document: Document) -> bool:
    """Whether a paper of its kind has an official number, or will have one."""
    return is_numbered(document) or document.kind in {
        "kamerbrief", "schriftelijk-overleg", "lijst-van-vragen", "kamervragen", "aanhangsel", "handelingen", "motie",
        "amendement", "wetsvoorstel", "memorie", "verslag", "bijlage", "kamerstuk",
    }  # fmt: skip


def _of_series(document: Document) -> set[str]:
    if is_whole_bill(document):
        return {"dossiers"}
    if belgian_chamber(document) is not None or series_of(document) != "kamerstukken":
        return {"number", "chamber", "session"}
    if document.kind == "kamervragen" and not document.dossiers:  # it becomes an Aanhangsel, which has a number alone
        return {"number", "chamber", "session"}
    return {"dossiers", "number", "chamber", "session"}


def _needed_by_template(style: CitationTemplate, document: Document) -> set[str]:
    needed: set[str] = set()
    for field in fields_used(style):
        facts = FIELDS[field]
        if not any(_is_known(document, fact) for fact in facts):
            needed.update(facts[:1])
    return needed


def _is_known(document: Document, fact: str) -> bool:
    if fact == "session":
        return session_years(document) is not None
    if fact == "date":
        return bool(date_words(document.date))
    if fact == "chamber":
        return bool(chamber_sign(document) or (document.chamber or "").strip())
    return bool(getattr(document, fact))
