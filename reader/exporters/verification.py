"""The check of every quote against its source text, and what an export says of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.domain.citation import CitationStyle, Run, reference
from reader.domain.dates import Language
from reader.domain.excerpt import Check, Excerpt, Passage
from reader.domain.model import Document, Highlight
from reader.exporters.words import counted, figure, word

_LONGEST = 160  # characters of a quote that is only named


@dataclass(frozen=True, slots=True)
class InexactQuote:
    """A quote that is not confirmed: its first words in one line, its citation, and why, in a sentence."""

    uid: str
    quote: str
    citation: tuple[Run, ...]
    check: Check
    reason: str


@dataclass(frozen=True, slots=True)
class PaperCheck:
    """What was found of the quotes from one text of a paper; a paper has two where a passage is in an older version.

    `citation` names the paper, as a list of references does. `sha256` is that of the source text in UTF-8. `outcome`
    says it in a few words.
    """

    document: Document
    citation: tuple[Run, ...]
    sha256: str
    exact_count: int
    inexact: tuple[InexactQuote, ...]
    outcome: str


def check_of(highlight: Highlight, body: str, quote: str) -> Check:
    """Whether the words of a highlight stand in its source text `body`, and `quote` is made of nothing but those."""
    delivered = body[highlight.start : highlight.end]
    if delivered != highlight.quote or not _made_of(quote, delivered):
        return "differs"
    if highlight.status == "orphan":
        return "earlier"
    return "exact" if highlight.status == "exact" else "unsure"


def _made_of(quote: str, delivered: str) -> bool:
    """Whether the letters and figures of each paragraph of the quote are in `delivered`, in this order."""
    for paragraph in quote.split("\n"):
        rest = iter(delivered)
        if not all(sign in rest for sign in paragraph if sign.isalnum()):
            return False
    return True


def passages_in(excerpts: Iterable[Excerpt], *, links: bool) -> list[Passage]:
    """Each passage that goes out once: the excerpts themselves and, with `links`, those they are linked to."""
    passages: dict[str, Passage] = {}
    for excerpt in excerpts:
        passages.setdefault(excerpt.uid, excerpt.passage)
        if links:
            for link in excerpt.links:
                passages.setdefault(link.passage.uid, link.passage)
    return list(passages.values())


def check_papers(passages: Iterable[Passage], style: CitationStyle, language: Language) -> tuple[PaperCheck, ...]:
    """What was found of these passages, by paper in the order of the project."""
    by_text: dict[tuple[int, str, str], list[Passage]] = {}
    for passage in passages:
        document = passage.document
        by_text.setdefault((document.position, document.uid, passage.text_sha256), []).append(passage)
    return tuple(_paper_check(by_text[key], style, language) for key in sorted(by_text))


def _paper_check(passages: list[Passage], style: CitationStyle, language: Language) -> PaperCheck:
    inexact = tuple(
        InexactQuote(
            passage.uid,
            _shortened(passage.quote),
            passage.citation(style, language),
            passage.check,
            word(f"check-{passage.check}", language),
        )
        for passage in passages
        if not passage.exact
    )
    document = passages[0].document
    quotes = counted(len(passages), "quotation", language)
    if inexact:
        outcome = word(_outcome_key(passages), language).format(quotes=quotes, count=figure(len(inexact), language))
    else:
        outcome = f"{quotes}, {word('check-paper-one' if len(passages) == 1 else 'check-paper-all', language)}"
    return PaperCheck(
        document,
        reference(document, style, language),
        passages[0].text_sha256,
        len(passages) - len(inexact),
        inexact,
        outcome,
    )


def _outcome_key(passages: list[Passage]) -> str:
    """The words for a paper of which not all quotes are confirmed."""
    if all(passage.check == "earlier" for passage in passages):
        return "check-paper-earlier"
    return "check-paper-some" if any(passage.exact for passage in passages) else "check-paper-none"


def verdict(checks: Iterable[PaperCheck], language: Language) -> str:
    """What was found of all quotes, in one sentence; nothing when there are none."""
    checks = tuple(checks)
    wrong = sum(len(check.inexact) for check in checks)
    total = wrong + sum(check.exact_count for check in checks)
    if not total:
        return ""
    if total == 1:
        return word("check-only-wrong" if wrong else "check-only", language)
    return word("check-some" if wrong else "check-all", language).format(
        count=figure(wrong, language), quotes=counted(total, "quotation", language)
    )


def _shortened(quote: str) -> str:
    quote = " ".join(quote.split())
    return quote if len(quote) <= _LONGEST else quote[:_LONGEST].rsplit(" ", 1)[0] + " …"
