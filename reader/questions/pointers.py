"""References inside answers: to another answer of the paper by number or page, and to other papers and letters."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.domain.model import Span
from reader.questions.exchange import Answer, Exchange
from reader.questions.flow import Flow, flow_of
from reader.questions.labelled import numbers_in
from reader.questions.likeness import content_words, stem_of
from reader.questions.phrases import sentences_of
from reader.text.pages import page_at
from reader.text.structure import Reference, Structure

# one way to read each sign between two numbers, for otherwise a long row of them takes for ever
_NUMBERS = (
    r"(?P<numbers>\d{1,3}[a-z]?\b(?:(?:\s{0,5}[,–]\s{0,5}|\s{1,5})(?:(?:en|t/m|tot en met)\s{1,5})?"
    r"\d{1,3}[a-z]?\b){0,40})"
)
_BY_NUMBER = re.compile(
    r"\b(?:(?:antwoord(?:en)?|beantwoording|reactie) (?:(?:op|bij|van|onder) )?(?:(?:de|mijn) )?(?:vra(?:ag|gen) )?"
    r"|(?<=zie )vra(?:ag|gen) |(?<=zie ook )vra(?:ag|gen) |(?<=zie onder )vra(?:ag|gen) )"
    rf"{_NUMBERS}(?!\d|[.:/]\d| ?(?:procent|miljoen|miljard|maanden|jaar|weken|dagen)\b)",
    re.IGNORECASE,
)
_OTHER_PAPER = re.compile(r"\b(?:uw|eerdere|vorige)\b[^.]{0,25}$", re.IGNORECASE)
_OF_OTHER_PAPER = re.compile(r"^[^.?!]{0,40}(?:\(?Aanhangsel|van het lid|van de leden|in de brief|Kamerstuk)")
_BY_PAGE = re.compile(
    r"\b(?:antwoord(?:en)?|vra(?:ag|gen)|gegeven|beschreven|reactie)\b[^.?!]{0,80}?\b(?P<text>(?:op )?(?:pagina"
    r"|p\.|blz\.) ?(?:(?P<page>\d{1,4})|\[[^\]]*\]))"
)
_LOOSE = re.compile(
    r"\b(?P<text>eerdere? (?:gegeven )?antwoord(?:en)?|(?:het|de) hierboven gegeven antwoord(?:en)?"
    r"|[Zz]oals (?:hierboven|eerder) (?:reeds )?(?:beschreven|vermeld|aangegeven|gemeld"
    r"|toegelicht)"
    r"|(?:het )?bovenstaande antwoord)\b"
)
_PAGE_FOLLOWS = re.compile(r"[^.?!]{0,60}\b(?:pagina|p\.|blz\.) ?[\d\[]")
_PAPERS = frozenset({"kamerstuk", "letter", "aanhangsel", "handelingen", "publication"})


@dataclass(frozen=True, slots=True)
class Pointer:
    """A reference in an answer; `text` is the shown words, the offsets those of the source.

    `target` is the answer of this paper that is meant, None where that is not certain; `reference` the citation of
    another paper, where it is one.
    """

    answer: str
    start: int
    end: int
    text: str
    target: str | None = None
    reference: Reference | None = None


def pointers_of(exchange: Exchange, structure: Structure, body: str) -> tuple[Pointer, ...]:
    """All references inside the answers of a paper, in its order."""
    if not exchange.answers:
        return ()
    flow = flow_of(structure, body)
    found: list[Pointer] = []
    for answer in exchange.answers:
        for start, end in flow.reading.shown_ranges(Span(answer.start, answer.end)):
            found += _in_paragraph(exchange, structure, flow, answer, start, flow.reading.text[start:end])
    found += _citations(exchange.answers, structure)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _in_paragraph(
    exchange: Exchange, structure: Structure, flow: Flow, answer: Answer, offset: int, text: str
) -> list[Pointer]:
    found: list[Pointer] = []
    for match in _BY_NUMBER.finditer(text):
        if _OTHER_PAPER.search(text[: match.start()]) or _OF_OTHER_PAPER.match(text[match.end() :]):
            continue
        span = flow.span(offset + match.start(), offset + match.end())
        targets = [
            other.id
            for other in exchange.answers
            if other is not answer and set(other.numbers) & set(numbers_in(match["numbers"]))
        ]
        found += [Pointer(answer.id, *span, match[0], target) for target in targets]
    for match in _BY_PAGE.finditer(text):
        span = flow.span(offset + match.start("text"), offset + match.end("text"))
        around = next(one for one in sentences_of(text) if one.start <= match.start() < one.end)
        words = text[around.start : around.end]
        target = _on_page(exchange, structure, answer, match["page"], words)
        found.append(Pointer(answer.id, *span, match["text"], target))
    for match in _LOOSE.finditer(text):
        if not _PAGE_FOLLOWS.match(text[match.end() :]):
            span = flow.span(offset + match.start("text"), offset + match.end("text"))
            found.append(Pointer(answer.id, *span, match["text"]))
    return found


def _on_page(exchange: Exchange, structure: Structure, answer: Answer, label: str | None, words: str) -> str | None:
    """The answer on page `label` that shares most with the words around it; None where none shares anything.

    A government's answer counts the pages of its own letter, so the pages next to the printed one are looked at too.
    """
    if label is None:
        return None
    own = {stem_of(word) for word in content_words(words)}
    best: tuple[float, str | None] = (0.5, None)
    for other in exchange.answers:
        first, last = page_at(structure.pages, other.start), page_at(structure.pages, max(other.start, other.end - 1))
        if other is answer or first is None or last is None or first.label is None or last.label is None:
            continue
        if not (first.label.isdecimal() and last.label.isdecimal() and label.isdecimal()):
            continue
        away = max(int(first.label) - int(label), int(label) - int(last.label), 0)
        if away > 1:
            continue
        whole = len(own & {stem_of(word) for word in content_words(other.text)})
        opening = len(own & {stem_of(word) for word in content_words(other.echo)})
        alike = whole + opening + (0.5 if away == 0 and whole else 0.0)
        if alike > best[0]:
            best = (alike, other.id)
    return best[1]


def _citations(answers: Sequence[Answer], structure: Structure) -> list[Pointer]:
    """The papers that an answer cites, itself or in a footnote that belongs to it."""
    in_order = sorted(answers, key=lambda answer: answer.start)
    starts = [answer.start for answer in in_order]
    notes = sorted(
        (note.start, note.end, note.marker)
        for note in structure.footnotes
        if note.start is not None and note.end is not None
    )
    note_starts = [note[0] for note in notes]
    found = []
    for reference in structure.references:
        if reference.kind not in _PAPERS:
            continue
        note_place = bisect_right(note_starts, reference.start) - 1
        in_note = note_place >= 0 and reference.start < notes[note_place][1]
        where = notes[note_place][2] if in_note else reference.start
        place = bisect_right(starts, where) - 1
        if place >= 0 and where < in_order[place].end:
            answer = in_order[place]
            found.append(Pointer(answer.id, reference.start, reference.end, reference.text, None, reference))
    return found
