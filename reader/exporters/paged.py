"""The paragraphs of an export as every format with pages sets them: Word, OpenDocument and PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, Literal

from reader.domain.citation import Run
from reader.domain.dates import Language
from reader.domain.excerpt import Label
from reader.exporters.composition import Cell, Composition, Group, Pairs, Row, Single
from reader.exporters.formats import Step
from reader.exporters.words import word

Role = Literal[
    "side", "context", "quote", "citation", "warning", "labels", "author", "note", "heading", "check", "paper", "hash",
    "unsure",
]  # fmt: skip
Side = Literal["left", "right"]
SIDES: Final[tuple[Side, Side]] = ("left", "right")
LANGUAGES: Final[dict[str, str]] = {"nl": "nl-NL", "en": "en-GB"}
# characters that no XML document can hold
NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_BESIDE: Final = 2400  # characters of a passage that stands beside another: about a page of a column
_COLUMN_LINE: Final = 42  # characters that a line of a column has at least
_SHORT_ROW: Final = 15  # lines of a row that is kept on one page
_MANY_EXCERPTS, _MANY_GROUPS = 30, 3  # from here on an export has a table of contents
_ADDRESS: Final = re.compile(r"https?://[^\s\"'<>\\]{1,2000}", re.IGNORECASE)
_LANGUAGE_TAG: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one look. A label has its own tint and line; `address` is where a click on the words leads."""

    words: str
    italic: bool = False
    raised: bool = False
    label: Label | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `language` is a tag, and empty where it is that of the export; `footnote` hangs on its end.

    `kept`: it stands on one page with the start of the next paragraph.
    """

    role: Role
    stretches: tuple[Stretch, ...]
    language: str = ""
    footnote: tuple[Stretch, ...] = ()
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Stacked:
    """Linked passages of which one is too long to stand beside the others, as `Pairs.stacked` gives them."""

    passages: tuple[tuple[str, Cell, str], ...]
    row_count: int


def laid_out(group: Group) -> Iterator[Single | Pairs | Stacked]:
    """The items of a group as they fit on pages: long linked passages come under each other, others side by side."""
    for item in group.items:
        if isinstance(item, Single):
            yield item
            continue
        beside: list[Row] = []
        for rows in item.clusters():
            if any(_is_long(cell) for row in rows for cell in (row.left, row.right) if cell is not None):
                if beside:
                    yield replace(item, rows=tuple(beside))
                    beside = []
                yield Stacked(item.stacked(rows), len(rows))
            else:
                beside += rows
        if beside:
            yield replace(item, rows=tuple(beside))


def _is_long(cell: Cell) -> bool:
    return sum(len(words) for paragraph in cell.paragraphs for words, _ in paragraph) > _LONGEST_BESIDE


def stacked_paragraphs(
    passage: tuple[str, Cell, str], language: Language, *, footnotes: bool = False
) -> list[Paragraph]:
    """A passage of a stack with its heading above it, and the note on its link."""
    heading, cell, note = passage
    made = [Paragraph("side", (Stretch(heading),), kept=True)]
    made += passage_paragraphs(cell, language, footnotes=footnotes)
    return [*made, link_note(note, language)] if note else made


def is_short(row: Row, language: Language) -> bool:
    """Whether a row of a table is kept on one page: by the lines that the longer of its passages takes, at most."""
    return all(
        sum(_line_count(part) for part in passage_paragraphs(cell, language)) <= _SHORT_ROW
        for cell in (row.left, row.right)
        if cell is not None
    )


def _line_count(paragraph: Paragraph) -> int:
    return -(-sum(len(stretch.words) for stretch in paragraph.stretches) // _COLUMN_LINE)


def contents(composition: Composition) -> list[str]:
    """The headings of a long export, for its table of contents; none for a short one."""
    headings = [group.heading for group in composition.groups if group.heading]
    count = sum(group.count for group in composition.groups)
    if len(headings) < _MANY_GROUPS or count < _MANY_EXCERPTS:
        return []
    shown = [footer_title(heading, 160) for heading in headings]
    return [*shown, *([word("check", composition.options.language)] if composition.checks else [])]


def passage_paragraphs(cell: Cell, language: Language, *, footnotes: bool = False) -> list[Paragraph]:
    """A passage: its quote and all that is told of it. `footnotes`: the citation hangs on the quote."""
    cited = cited_stretches(cell)
    tag = language_tag(cell.language, language)
    quote = [
        Paragraph("quote", tuple(Stretch(words, raised=is_marker) for words, is_marker in paragraph), tag)
        for paragraph in cell.paragraphs
    ]
    if footnotes:
        quote[-1] = replace(quote[-1], footnote=cited)
    made = [
        *_context("before", cell.before, tag, language),
        *quote,
        *(() if footnotes else (Paragraph("citation", cited),)),
        *_context("after", cell.after, tag, language),
        *((Paragraph("warning", (Stretch(cell.warning),)),) if cell.warning else ()),
    ]
    if cell.labels:
        name = word("labels" if len(cell.labels) > 1 else "label", language)
        chips = [Stretch(f"{name}: ")]
        for number, label in enumerate(cell.labels):
            chips += [Stretch(" ")] if number else []
            chips.append(Stretch(f"\u00a0{label.name}\u00a0", label=label))
        made.append(Paragraph("labels", tuple(chips)))
    if cell.author:
        made.append(Paragraph("author", (Stretch(cell.author),)))
    for number, line in enumerate(cell.note):
        lead = f"{word('note', language)}: " if number == 0 else ""
        made.append(Paragraph("note", (Stretch(lead + line),)))
    # nothing parts the end of a quote from what is told of it; a quote of several paragraphs may be parted, and a note
    kept = [
        one.role != "note" and (one.role != "quote" or following.role != "quote") for one, following in pairwise(made)
    ]
    return [replace(one, kept=is_kept) for one, is_kept in zip(made, [*kept, False], strict=True)]


def closing_paragraphs(composition: Composition) -> list[Paragraph]:
    """The end of an export: how the quotes were checked, and of each paper what was found and its mark."""
    language = composition.options.language
    if not composition.checks:
        return []
    made = [
        Paragraph("heading", (Stretch(word("check", language)),), kept=True),
        Paragraph("check", (Stretch(f"{composition.verdict} {word('check-how', language)}"),)),
    ]
    for check in composition.checks:
        made.append(Paragraph("paper", (*run_stretches(check.citation), Stretch(f": {check.outcome}")), kept=True))
        made.append(Paragraph("hash", (Stretch(f"{word('check-hash', language)}: {check.sha256}"),)))
        url = check.document.url or ""
        if _ADDRESS.fullmatch(url):
            made[-1] = replace(made[-1], kept=True)
            made.append(Paragraph("hash", (Stretch(url, address=url),)))
        for one in check.inexact:
            words = (Stretch(f"«{one.quote}» "), *run_stretches(one.citation), Stretch(f". {one.reason}"))
            made.append(Paragraph("unsure", words))
    return made


def _context(key: str, words: str, tag: str, language: Language) -> tuple[Paragraph, ...]:
    """The sentences before or after a quote, by name, so that they are told from it without colour too."""
    return (Paragraph("context", (Stretch(f"{word(key, language)}: {words}"),), tag),) if words else ()


def link_note(note: str, language: Language) -> Paragraph:
    """The note on a link."""
    return Paragraph("note", (Stretch(f"{word('note-to-link', language)}: {note}"),))


def cited_stretches(cell: Cell) -> tuple[Stretch, ...]:
    """Citation, and the section where the citation does not name it."""
    return (*run_stretches(cell.citation), *((Stretch(f" ({cell.where})"),) if cell.where else ()))


def run_stretches(runs: Iterable[Run]) -> tuple[Stretch, ...]:
    return tuple(Stretch(run.text, italic=run.italic) for run in runs)


def language_tag(language: str, own: Language) -> str:
    """The tag of a language with its country, or nothing when it is that of the export or no tag at all."""
    tag = LANGUAGES.get(language, language)
    return tag if tag != LANGUAGES[own] and _LANGUAGE_TAG.fullmatch(tag) else ""


def footer_title(title: str, longest: int = 80) -> str:
    """The title as it stands beside a page number, in at most `longest` characters."""
    return title if len(title) <= longest else title[: longest - 1].rstrip() + "…"


def cell_of(row: Row, side: Side) -> Cell | None:
    """The cell of a side; None goes on with the one above."""
    return row.left if side == "left" else row.right


def covered(rows: Sequence[Row], index: int, side: Side) -> int:
    """How many rows the cell of a side covers, itself included."""
    end = index + 1
    while end < len(rows) and cell_of(rows[end], side) is None:
        end += 1
    return end - index


class Progress:
    """Tells how much of a composition is written, by its items and the rows of its tables."""

    def __init__(self, composition: Composition, step: Step, share: float = 1.0) -> None:
        """`share`: what of the whole work the writing is, 0 to 1."""
        items = (item for group in composition.groups for item in group.items)
        self._total = sum(len(item.rows) if isinstance(item, Pairs) else 1 for item in items)
        self._step, self._share, self._done = step, share, 0
        self._told = -1

    def one(self) -> None:
        """One more is written. Raises what `step` raises."""
        self._done += 1
        told = self._done * 200 // max(1, self._total)
        if told != self._told:
            self._told = told
            self._step(min(1.0, self._share * self._done / max(1, self._total)))
