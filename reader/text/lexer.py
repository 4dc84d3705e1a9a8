"""A Pygments lexer for parliamentary papers, made of the same recognition as the reading view."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import ClassVar

from pygments.lexer import Lexer
from pygments.token import Comment, Generic, Keyword, Literal, Name, Text, _TokenType

from reader.text.headings import FRACTIE, own_line_heading
from reader.text.recognise import recognise
from reader.text.references import MONTH
from reader.text.structure import Block, Structure

_DATE = re.compile(rf"\b\d{{1,2}}(?:\s+en\s+\d{{1,2}})?\s+(?:{MONTH})(?:\s+\d{{4}}|\s+(?:jl|a\.?s)\.)?")
_AMOUNT = re.compile(
    r"(?:\b(?:EUR|USD)|€)\s?\d[\d.,]*\d?(?:\s+(?:mln|mld|miljoen|miljard)\b\.?)?"
    r"|\b\d[\d.,]{0,40}\s+(?:miljoen|miljard)\s+(?:euro|(?:Amerikaanse\s+)?dollar)\b"
)
_FRACTIE = re.compile(rf"\b{FRACTIE}(?:-\s*fractie\b|\s+fractie\b)")

Mark = tuple[int, int, _TokenType]


class KamerstukLexer(Lexer):
    """Names headings, question and answer heads, fracties, references, dates, amounts, notes and page furniture."""

    name = "Kamerstuk"
    aliases: ClassVar[list[str]] = ["kamerstuk"]
    filenames: ClassVar[list[str]] = []
    url = "https://www.officielebekendmakingen.nl"
    version_added = ""

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, _TokenType, str]]:
        """The tokens of `text` with their offsets in code points; their texts add up to `text`."""
        structure = recognise(text)
        inline = _without_overlaps(_inline_marks(structure, text))
        position = 0
        for start, end, token in [*_block_marks(structure, text), (len(text), len(text), Text)]:
            for part_start, part_end, part in ((position, start, Text), (start, end, token)):
                yield from _cut(text, part_start, part_end, part, inline)
            position = max(position, end)

    @staticmethod
    def analyse_text(text: str) -> float:
        """How sure it is that `text` is a parliamentary paper, 0 to 1."""
        signs = ("-fractie", "Kamerstuk", "Tweede Kamer", "Eerste Kamer", "Staatssecretaris", "de Minister")
        return min(0.9, 0.15 * sum(sign in text for sign in signs)) if "Kamer" in text else 0.0


def _block_marks(structure: Structure, text: str) -> list[Mark]:
    """The blocks' stretches that are not plain text, sorted; parts of a block that other blocks interrupt apart."""
    marks: list[Mark] = []
    for block in structure.blocks:
        token = _block_token(block, text)
        if token is not Text:
            marks.extend((piece.start, piece.end, token) for piece in block.pieces)
    marks.sort()
    return marks


def _block_token(block: Block, text: str) -> _TokenType:
    if block.kind == "heading":
        shown = block.reading_text(text)
        own = own_line_heading(shown)
        if own and own.style in ("label", "answer"):
            return Keyword.Question if shown.startswith("Vra") else Keyword.Answer
        if own and own.style == "fractie":
            return Generic.Subheading.Fractie
        return Generic.Heading if block.level == 1 else Generic.Subheading
    return {
        "footnote": Comment.Footnote,
        "page-furniture": Comment.Furniture,
        "pull-quote": Generic.Emph,
        "signature": Name.Signature,
    }.get(block.kind, Text)


def _inline_marks(structure: Structure, text: str) -> Iterable[Mark]:
    """Marks inside blocks; where two overlap, the earlier group wins."""
    for reference in structure.references:
        yield reference.start, reference.end, Name.Entity.Reference
    for note in structure.footnotes:
        yield note.marker, note.marker + len(note.number), Name.Label.Footnote
    for pattern, token in ((_DATE, Literal.Date), (_AMOUNT, Literal.Number.Amount), (_FRACTIE, Name.Class.Fractie)):
        for match in pattern.finditer(text):
            yield match.start(), match.end(), token


def _without_overlaps(marks: Iterable[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    end = -1
    for rank, mark in sorted(enumerate(marks), key=lambda item: (item[1][0], item[0])):
        del rank
        if mark[0] >= end:
            kept.append(mark)
            end = mark[1]
    kept.reverse()  # the next one is taken from the end
    return kept


def _cut(
    text: str, start: int, end: int, token: _TokenType, inline: list[Mark]
) -> Iterator[tuple[int, _TokenType, str]]:
    """The stretch `start`:`end` of `text`, cut where inline marks lie in it; used-up marks are taken off `inline`."""
    position = start
    while position < end:
        while inline and inline[-1][1] <= position:
            inline.pop()
        if not inline or inline[-1][0] >= end:
            yield position, token, text[position:end]
            return
        mark_start, mark_end, mark_token = inline[-1]
        if mark_start > position:
            yield position, token, text[position:mark_start]
        stop = min(mark_end, end)
        yield max(mark_start, position), mark_token, text[max(mark_start, position) : stop]
        position = stop
