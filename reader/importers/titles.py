"""What a paper is called: by itself, by its first heading or line, or by the name of its file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

from reader.importers.extracted import Extracted
from reader.text.headings import numbered_heading, own_line_heading

_LIMIT = 150  # code points of a guessed title
_TOLD_LIMIT = 600  # code points of what a paper calls itself: citations have it whole
_TOP = 200  # blocks among which the title is looked for
_SENTENCE_END = re.compile(r"[.,;?!]$")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")  # controls, turns of direction
_PAGE_LABEL = re.compile(  # a figure, and what the publication site sets above a paper: no titles
    r"[\W\d]*|Kamerstuk|Handeling(?:en)?|Kamervragen|Aanhangsel van de Handelingen|Bijlage|Organisatie|Vergaderjaar"
    r"|Vergadernummer|Datum vergadering|Dossier- en ondernummer|Datum publicatie\b.*"
    r"|[\W\d]*(?:Tweede|Eerste) Kamer der Staten-Generaal\b.*"
    r"|(?:Aan )?[Dd]e (?:Voorzitters?|Minister|leden)\b.*|Geachte\b.*|(?:\w[\w’' -]{2,30}, )?\d{1,2} [a-z]+ \d{4}"
)
_PARTS = frozenset({  # what parts of many papers are called, and no paper
    "algemeen", "inleiding", "context", "samenvatting", "inhoud", "inhoudsopgave", "stand van zaken", "voorwoord",
    "aanleiding", "achtergrond", "conclusie", "conclusies", "vragen", "antwoord", "antwoorden", "introduction",
    "summary", "contents", "table of contents", "executive summary", "abstract", "foreword",
})  # fmt: skip
_DAY = re.compile(r"^\d{4}(?:-\d\d){1,2}[-_ ]+(?=[^\W\d])")


def title_of(extracted: Extracted, name: str) -> str:
    """What the paper calls itself, else its first heading, else its first line if no sentence, else the file's name."""
    if told := _shortened(extracted.structure.facts.get("title", "")):
        return told
    facts = extracted.structure.facts
    shown = [
        (block.kind == "heading", _without_item(words, facts))
        for block in islice(extracted.structure.blocks, _TOP)
        if block.kind != "page-furniture"
        and not _PAGE_LABEL.fullmatch(words := block.reading_text(extracted.body).strip())
    ]
    headings = (words for is_heading, words in shown if is_heading)
    candidates = [words for words in islice(headings, 1) if not _is_part(words)]
    candidates += [words for _, words in shown[:1] if not _SENTENCE_END.search(words) and not _is_part(words)]
    candidates.append(_of_file(name))
    return next((title for words in candidates if (title := _fit(words))), name)


def _without_item(words: str, facts: Mapping[str, str]) -> str:
    """Without the number of the item before the subject of minutes: "22 Regeling van werkzaamheden"."""
    item = facts.get("number", "").rpartition("-")[2] if facts.get("kind") == "handelingen" else ""
    return words[len(item) :].strip() if item and words.startswith(f"{item} ") else words


def _of_file(name: str) -> str:
    """The name of a file as words, without a day before it: "2018-04-25-brief_over-water.txt" is "Brief over water"."""
    words = re.sub(r"(?<=[^\W\d])-(?=[^\W\d])|_", " ", _DAY.sub("", Path(name).stem))
    return words[:1].upper() + words[1:] if " " in words else words


def _is_part(words: str) -> bool:
    """Whether a heading is that of a part: "1. Inleiding" and "Vraag 1" are not what a paper is called."""
    if words.strip().casefold().rstrip(".:") in _PARTS:
        return True
    heading = (numbered_heading(words) or own_line_heading(words)) if words else None
    return heading is not None and heading.style != "titled"


def _shortened(words: str) -> str:
    """`words` on one line, cut at a space where they are too long for a title."""
    tidy = on_one_line(words)
    if len(tidy) <= _TOLD_LIMIT:
        return tidy
    return tidy[: _TOLD_LIMIT - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def _fit(words: str) -> str:
    """`words` on one line; nothing when they are too long to be a title."""
    tidy = on_one_line(words)
    return tidy if len(tidy) <= _LIMIT else ""


def on_one_line(words: str) -> str:
    """`words` with single spaces and without signs that nobody sees; they are shown in many places."""
    return " ".join(_UNSEEN.sub(" ", words).split())
