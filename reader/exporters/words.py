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
    "quotation": ("citaat", "quotation"),
    "quotations": ("citaten", "quotations"),
    "before": ("Ervoor", "Before"),
    "after": ("Erna", "After"),
    "marked-by": ("gemarkeerd door {name}", "marked by {name}"),
    "labelled-by": ("label ‘{label}’ van {name}", "label ‘{label}’ given by {name}"),
    # the check of the quotes
    "check": ("Controle van de citaten", "Check of the quotations"),
    "check-all": (
        "Letterlijk geciteerd, gecontroleerd: alle {quotes} staan woord voor woord in de brontekst.",
        "Quoted word for word, checked: all {quotes} stand word for word in the source text.",
    ),
    "check-only": (
        "Letterlijk geciteerd, gecontroleerd: het citaat staat woord voor woord in de brontekst.",
        "Quoted word for word, checked: the quotation stands word for word in the source text.",
    ),
    "check-some": (
        "Letterlijk geciteerd, gecontroleerd, behalve {count} van de {quotes}: zie hieronder.",
        "Quoted word for word, checked, except {count} of the {quotes}: see below.",
    ),
    "check-only-wrong": (
        "Het citaat is niet als letterlijk bevestigd: zie hieronder.",
        "The quotation is not confirmed as word for word: see below.",
    ),
    "check-how": (
        "Bij het exporteren is elk citaat met de brontekst vergeleken. Afgebroken regels zijn aaneengezet; noten en"
        " paginaranden tussen de regels zijn weggelaten.",
        "At export each quotation was compared with the source text. Broken lines are joined; notes and the edges of"
        " pages between the lines are left out.",
    ),
    "check-hash": ("SHA-256 van de brontekst", "SHA-256 of the source text"),
    "check-paper-all": ("alle letterlijk", "all word for word"),
    "check-paper-one": ("letterlijk", "word for word"),
    "check-paper-some": ("{quotes}, waarvan {count} niet bevestigd", "{quotes}, of which {count} not confirmed"),
    "check-paper-none": ("{quotes}, niet bevestigd", "{quotes}, not confirmed"),
    "check-paper-earlier": (
        "{quotes} uit een eerdere versie van het document",
        "{quotes} from an earlier version of the document",
    ),
    "check-exact": ("Letterlijk geciteerd, gecontroleerd.", "Quoted word for word, checked."),
    "check-differs": (
        "Niet letterlijk: op deze plaats in de brontekst staan andere woorden.",
        "Not word for word: other words stand at this place in the source text.",
    ),
    "check-unsure": (
        "Nog na te kijken: de plaats in de nieuwe versie van het document is niet zeker.",
        "Still to be looked at: the place in the new version of the document is not sure.",
    ),
    "check-earlier": (
        "Staat in een eerdere versie van het document; in de huidige is de plaats niet gevonden.",
        "Stands in an earlier version of the document; its place in the present one was not found.",
    ),
    # the annotated paper
    "marking": ("markering", "highlight"),
    "markings": ("markeringen", "highlights"),
    "marking-number": ("Markering {number}", "Highlight {number}"),
    "markings-of-paper": ("Markeringen en notities", "Highlights and notes"),
    "markings-lost": ("Zonder plaats in deze versie", "Without a place in this version"),
    "marking-goes-on": ("(vervolg van de vorige pagina)", "(continued from the page before)"),
    "no-markings": ("Geen markeringen", "No highlights"),
    "text-of-paper": ("Tekst van het document", "Text of the document"),
    "page-short": ("p. {page}", "p. {page}"),
    "file-page-short": ("bp. {page}", "fp. {page}"),
    "page-spoken": ("pagina {page}", "page {page}"),
    "file-page-spoken": ("bestandspagina {page}", "file page {page}"),
    "yes": ("ja", "yes"),
    "no": ("nee", "no"),
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
    "column-label": ("label", "label"),
    "column-labels": ("alle labels", "all labels"),
    "column-before": ("zinnen ervoor", "sentences before"),
    "column-after": ("zinnen erna", "sentences after"),
    "column-author": ("gemarkeerd door", "marked by"),
    "column-label-author": ("label gegeven door", "label given by"),
    "column-marked": ("gemarkeerd op (UTC)", "marked at (UTC)"),
    "column-exact": ("letterlijk geciteerd", "quoted word for word"),
    "column-sha256": ("SHA-256 van de brontekst", "SHA-256 of the source text"),
    "column-note": ("notitie", "note"),
    "column-citation": ("vindplaats", "citation"),
    "column-links": ("koppelingen", "links"),
    "column-start": ("begin in brontekst", "start in source text"),
    "column-end": ("einde in brontekst", "end in source text"),
    "column-uid": ("kenmerk", "identifier"),
    # the other sheets of a workbook
    "sheet-excerpts": ("Fragmenten", "Excerpts"),
    "sheet-links": ("Koppelingen", "Links"),
    "sheet-documents": ("Documenten", "Documents"),
    "sheet-check": ("Controle", "Check"),
    "column-chamber": ("Kamer", "chamber"),
    "column-session": ("vergaderjaar", "session"),
    "column-senders": ("afzender", "sender"),
    "column-reference": ("kenmerk van de afzender", "sender's reference"),
    "column-file": ("bestand", "file"),
    "column-url": ("webadres", "web address"),
    "column-link": ("koppeling", "link"),
    "column-from": ("van: nr", "from: no"),
    "column-from-quote": ("van: citaat", "from: quote"),
    "column-from-citation": ("van: vindplaats", "from: citation"),
    "column-from-labels": ("van: labels", "from: labels"),
    "column-from-uid": ("van: kenmerk", "from: identifier"),
    "column-to": ("naar: nr", "to: no"),
    "column-to-quote": ("naar: citaat", "to: quote"),
    "column-to-citation": ("naar: vindplaats", "to: citation"),
    "column-to-labels": ("naar: labels", "to: labels"),
    "column-to-uid": ("naar: kenmerk", "to: identifier"),
    "column-link-note": ("bij de koppeling", "on the link"),
    "column-quotations": ("citaten", "quotations"),
    "column-unconfirmed": ("niet bevestigd", "not confirmed"),
    "column-found": ("bevinding", "finding"),
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
