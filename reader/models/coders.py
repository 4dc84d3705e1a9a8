"""Who gave which label where: the coders of a project and of a colleague's copy, and two of them compared."""

from __future__ import annotations

import bisect
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.domain.agreement import Agreement, agreement
from reader.domain.collection import Collection
from reader.domain.model import Document, Highlight, Span, Tag, Tagging
from reader.edit.merging_sides import sides
from reader.text.structure import Structure

if TYPE_CHECKING:
    from reader.edit.lookup import Lookup

Step = Callable[[float], None]
FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # a table program would run a cell that begins so


@dataclass(frozen=True, slots=True)
class Given:
    """A label that was given to a passage, under the identities of our project; the quote as it is in the text."""

    text_uid: str
    document_uid: str
    span: Span
    quote: str
    tag_uid: str
    highlight_uid: str


@dataclass(frozen=True, slots=True)
class Coder:
    """Someone who gave labels: `author` in our project or, with `is_copy`, in the copy; None stands for all there."""

    author: str | None
    is_copy: bool
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label and how far two coders agree on it."""

    tag: Tag
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Differing:
    """A passage with a label that one coder gave there and the other did not; `by_first` tells which."""

    given: Given
    tag: Tag
    document: Document
    by_first: bool


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph of a paper and the labels that either coder gave in it, by uid."""

    document: Document
    number: int  # from 1, in its paper
    first: frozenset[str]
    second: frozenset[str]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two coders compared over the paragraphs of the papers that both coded."""

    papers: tuple[Document, ...]
    units: tuple[Unit, ...]
    rows: tuple[LabelRow, ...]
    differing: tuple[Differing, ...]
    tags: tuple[Tag, ...]


def coders(ours: Collection, theirs: Collection | None = None) -> tuple[list[Coder], list[Tag]]:
    """The coders there are, those with most labels first, and all labels. Of a copy with our identities.

    Where several people coded, all together are a coder too; for a copy always, for then the question is who differs
    from this project.
    """
    mine, tags = _given(ours, ours), {tag.uid: tag for tag in ours.tags}
    found = [*_authors(mine, is_copy=False)]
    if theirs is None:
        return found, list(tags.values())
    other, their_tags = _given(ours, theirs), _tags(ours, theirs)
    everybody = [Coder(None, False, tuple(_flat(mine))), Coder(None, True, tuple(_flat(other)))]
    return [*everybody, *found, *_authors(other, is_copy=True)], list((their_tags | tags).values())


def compare(
    lookup: Lookup, tags: Sequence[Tag], first: Coder, second: Coder, step: Step = lambda _share: None
) -> Comparison:
    """Compare two coders over the paragraphs of the papers in which both gave labels, as they are shown now.

    Reads the structure of those papers: work for a job. `step` is told how far it is, 0 to 1.
    """
    by_uid = {tag.uid: tag for tag in tags}
    in_first, in_second = _by_text(first.given), _by_text(second.given)
    papers = tuple(one for one in lookup.documents() if one.text_uid in in_first and one.text_uid in in_second)
    units: list[Unit] = []
    differing: list[Differing] = []
    for place, document in enumerate(papers):
        step(place / len(papers))
        paragraphs = Paragraphs(Structure.from_bytes(lookup.structure(document.text_uid)))
        gave = [paragraphs.labels(side[document.text_uid]) for side in (in_first, in_second)]
        units += [
            Unit(document, number + 1, *(frozenset(one.get(number, ())) for one in gave))
            for number in range(paragraphs.count)
        ]
        differing += _differing(document, paragraphs, in_first, gave[1], by_uid, by_first=True)
        differing += _differing(document, paragraphs, in_second, gave[0], by_uid, by_first=False)
    differing.sort(key=lambda one: (papers.index(one.document), one.given.span, one.tag.name, not one.by_first))
    step(1)
    return Comparison(papers, tuple(units), tuple(_rows(units, tags)), tuple(differing), tuple(tags))


def codings_table(comparison: Comparison, headings: Sequence[str], separator: str = ",") -> bytes:
    """Both codings as CSV: a row for each paragraph and label that either gave there, 1 or 0 for each coder.

    `headings` names the columns: paper, paragraph, label, first coder, second coder. `separator` parts the cells.
    """
    names = {tag.uid: tag.name for tag in comparison.tags}
    file = io.StringIO()
    writer = csv.writer(file, delimiter=separator, lineterminator="\r\n")
    writer.writerow([_plain(heading) for heading in headings])
    used = [row.tag.uid for row in comparison.rows]
    for unit in comparison.units:
        for uid in used:
            if uid in unit.first or uid in unit.second:
                cells = (_plain(unit.document.title), unit.number, _plain(names[uid]))
                writer.writerow([*cells, int(uid in unit.first), int(uid in unit.second)])
    return b"\xef\xbb\xbf" + file.getvalue().encode("utf-8")


class Paragraphs:
    """The paragraphs of a paper, headings and notes too: which of them a passage stands in."""

    def __init__(self, structure: Structure) -> None:
        blocks = [block for block in structure.blocks if block.kind != "page-furniture"]
        self.count = len(blocks)
        pieces = sorted(
            (piece.start, piece.end, number) for number, block in enumerate(blocks) for piece in block.pieces
        )
        self._pieces = pieces
        self._starts = [start for start, _end, _number in pieces]

    def at(self, span: Span) -> set[int]:
        """The numbers, from 0, of the paragraphs that share a character with `span`."""
        last = bisect.bisect_left(self._starts, span.end)
        found: set[int] = set()
        for start, end, number in reversed(self._pieces[:last]):
            if end <= span.start:
                break
            if start < span.end:
                found.add(number)
        return found

    def labels(self, given: Iterable[Given]) -> dict[int, set[str]]:
        """The labels in each paragraph."""
        found: dict[int, set[str]] = {}
        for one in given:
            for number in self.at(one.span):
                found.setdefault(number, set()).add(one.tag_uid)
        return found


def _rows(units: Sequence[Unit], tags: Iterable[Tag]) -> Iterator[LabelRow]:
    first: dict[str, set[int]] = {}
    second: dict[str, set[int]] = {}
    for number, unit in enumerate(units):
        for uid in unit.first:
            first.setdefault(uid, set()).add(number)
        for uid in unit.second:
            second.setdefault(uid, set()).add(number)
    for tag in sorted(tags, key=lambda tag: (tag.name.casefold(), tag.uid)):
        if tag.uid in first or tag.uid in second:
            yield LabelRow(tag, agreement(len(units), first.get(tag.uid, set()), second.get(tag.uid, set())))


def _differing(
    document: Document,
    paragraphs: Paragraphs,
    given: Mapping[str, Sequence[Given]],
    others: Mapping[int, set[str]],
    tags: Mapping[str, Tag],
    *,
    by_first: bool,
) -> Iterator[Differing]:
    for one in given[document.text_uid]:
        if any(one.tag_uid not in others.get(number, ()) for number in paragraphs.at(one.span)):
            yield Differing(one, tags[one.tag_uid], document, by_first)


def _given(ours: Collection, collection: Collection) -> dict[str, list[Given]]:
    """The labels that were given, by who gave them: who gave the label, else who made the highlight."""
    mine, other = sides(ours, collection)
    rows = (mine if collection is ours else other).rows
    found: dict[str, list[Given]] = {}
    for row in rows.values():
        if isinstance(row, Tagging):
            highlight = rows[Highlight, row.highlight_uid]
            assert isinstance(highlight, Highlight)
            place = (highlight.text_uid, highlight.document_uid, highlight.span, highlight.quote)
            author = row.author or highlight.author
            found.setdefault(author, []).append(Given(*place, row.tag_uid, highlight.uid))
    return found


def _tags(ours: Collection, theirs: Collection) -> dict[str, Tag]:
    _mine, other = sides(ours, theirs)
    return {row.uid: row for row in other.rows.values() if isinstance(row, Tag)}


def _authors(given: Mapping[str, Sequence[Given]], *, is_copy: bool) -> list[Coder]:
    by_work = sorted(given, key=lambda author: (-len(given[author]), author.casefold(), author))
    return [Coder(author, is_copy, tuple(given[author])) for author in by_work]


def _flat(given: Mapping[str, Sequence[Given]]) -> Iterator[Given]:
    for author in sorted(given):
        yield from given[author]


def _by_text(given: Iterable[Given]) -> dict[str, list[Given]]:
    found: dict[str, list[Given]] = {}
    for one in given:
        found.setdefault(one.text_uid, []).append(one)
    return found


def _plain(cell: str) -> str:
    """A cell that no program takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULAS) else cell
