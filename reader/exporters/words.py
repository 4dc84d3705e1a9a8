"""The words of an export, in Dutch and in English."""

from __future__ import annotations

from typing import Final

from reader.domain.dates import Language
from reader.domain.model import LinkKind

WORDS: Final[dict[str, tuple[str, str]]] = {  # key: (Dutch, English)
    "excerpt": ("fragment", "excerpt"),
    "excerpts": ("fragmenten", "excerpts"),
    "excerpts-of-title": ("Fragmenten", "Excerpts"),
    "document": ("document", "document"),
    "documents": ("documenten", "documents"),
    "question": ("vraag", "question"),
    "questions": ("vragen", "questions"),
    "block": ("vraagblok", "question block"),
    "blocks": ("vraagblokken", "question blocks"),
    "from": ("uit", "from"),
    "none": ("Geen fragmenten gevonden.", "No excerpts found."),
    "no-label": ("Zonder label", "Without a label"),
    "labels": ("Labels", "Labels"),
    "label": ("Label", "Label"),
    "note": ("Notitie", "Note"),
    "note-to-link": ("Bij de koppeling", "On the link"),
    "contents": ("Inhoud", "Contents"),
    "passage": ("Passage", "Passage"),
    "see-above": ("Zie hierboven.", "See above."),
    "page-of": ("pagina {page} van {pages}", "page {page} of {pages}"),
    "selection": ("Selectie", "Selection"),
    "filter-document": ("Document", "Document"),
    "filter-documents": ("Documenten", "Documents"),
    "filter-text": ("Tekst", "Text"),
    "with-note": ("met notitie", "with a note"),
    "without-note": ("zonder notitie", "without a note"),
    "with-link": ("met koppeling", "with a link"),
    "without-link": ("zonder koppeling", "without a link"),
    # headings of the table
    "number": ("nr", "no"),
    "column-document": ("document", "document"),
    "column-kind": ("soort", "kind"),
    "column-date": ("datum", "date"),
    "column-dossiers": ("dossiers", "dossiers"),
    "column-number": ("stuknummer", "paper number"),
    "column-pages": ("pagina", "page"),
    "column-file-pages": ("bestandspagina", "file page"),
    "column-section": ("paragraaf", "section"),
    "column-quote": ("citaat", "quote"),
    "column-labels": ("labels", "labels"),
    "column-note": ("notitie", "note"),
    "column-citation": ("vindplaats", "citation"),
    "column-links": ("koppelingen", "links"),
    "column-start": ("begin in brontekst", "start in source text"),
    "column-end": ("einde in brontekst", "end in source text"),
    "column-uid": ("kenmerk", "identifier"),
}

# name of a built-in link kind: headings over source and target, then the words from source to target and back
_LINK_WORDS: Final[dict[str, tuple[tuple[str, str, str, str], tuple[str, str, str, str]]]] = {
    "answered-by": (
        ("Vraag", "Antwoord", "beantwoord in", "antwoord op"),
        ("Question", "Answer", "answered in", "answer to"),
    ),
    "refers-to": (
        ("Passage", "Verwijst naar", "verwijst naar", "genoemd in"),
        ("Passage", "Refers to", "refers to", "referred to in"),
    ),
    "quotes": (("Passage", "Citeert", "citeert", "geciteerd in"), ("Passage", "Quotes", "quotes", "quoted in")),
    "contradicts": (
        ("Passage", "Weerspreekt", "weerspreekt", "weersproken in"),
        ("Passage", "Contradicts", "contradicts", "contradicted in"),
    ),
    "repeats": (("Passage", "Herhaalt", "herhaalt", "herhaald in"), ("Passage", "Repeats", "repeats", "repeated in")),
    "follows-up": (
        ("Passage", "Vervolg op", "vervolg op", "vervolgd in"),
        ("Passage", "Follows up", "follows up", "followed up in"),
    ),
    "promise-kept-by": (
        ("Toezegging", "Nagekomen in", "toezegging nagekomen in", "komt toezegging na uit"),
        ("Promise", "Kept by", "promise kept by", "keeps the promise in"),
    ),
}


def word(key: str, language: Language) -> str:
    """The word for `key`; raises KeyError for an unknown key."""
    dutch, english = WORDS[key]
    return english if language == "en" else dutch


def figure(number: int, language: Language) -> str:
    """A number with the sign between thousands that the language has: "2.345", "2,345"."""
    return f"{number:,}" if language == "en" else f"{number:,}".replace(",", ".")


def counted(number: int, noun: str, language: Language) -> str:
    """ "1 fragment", "2.345 fragmenten": `noun` is the key of the singular, its plural is the same key with an s."""
    return f"{figure(number, language)} {word(noun if number == 1 else noun + 's', language)}"


def link_headings(kind: LinkKind, language: Language) -> tuple[str, str]:
    """What stands over the source and over the target of such links, side by side."""
    if kind.builtin and kind.name in _LINK_WORDS:
        words = _LINK_WORDS[kind.name][language == "en"]
        return words[0], words[1]
    return word("passage", language), kind.name[:1].upper() + kind.name[1:]


def link_words(kind: LinkKind, outgoing: bool, language: Language) -> str:
    """How such a link reads from its source (`outgoing`) or from its target."""
    if kind.builtin and kind.name in _LINK_WORDS:
        return _LINK_WORDS[kind.name][language == "en"][2 if outgoing else 3]
    return kind.name if outgoing else kind.inverse or f"← {kind.name}"
