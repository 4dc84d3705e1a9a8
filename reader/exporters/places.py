"""Where a passage stands in its text: pages it touches, headings above it, the question or answer it is in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from reader.domain.citation import Place
from reader.domain.model import SetUnit, Span
from reader.text.columns import KIND_CODES, BlockColumns
from reader.text.structure import Structure

if TYPE_CHECKING:
    from reader.exporters.place_units import PlaceUnits


class Places:
    """Finds the place of any span in one text.

    With the `body` of the text a place has its question or answer too; they are looked for when the first place is
    asked for. `set_units` are those of the text that the user set.
    """

    def __init__(self, structure: Structure, body: str = "", set_units: Sequence[SetUnit] = ()) -> None:
        self._structure, self._body, self._set_units = structure, body, set_units
        self._pages = structure.pages
        self._page_starts = [page.start for page in structure.pages]
        self._columns = BlockColumns.from_blocks(structure.blocks)
        starts = self._columns.starts
        in_order = all(first <= second for first, second in pairwise(starts))
        self._order = range(len(starts)) if in_order else sorted(range(len(starts)), key=starts.__getitem__)
        self._starts = starts if in_order else [starts[block] for block in self._order]

    def of(self, span: Span) -> Place:
        """The place of a source span: printed pages only if each page has one; no file page if there is only one."""
        file_pages: tuple[int, ...] = ()
        labels: tuple[str, ...] = ()
        if self._pages:
            first = max(0, bisect_right(self._page_starts, span.start) - 1)
            last = max(first, bisect_right(self._page_starts, max(span.start, span.end - 1)) - 1)
            ends = (first,) if first == last else (first, last)
            known = [self._pages[index].label for index in range(first, last + 1)]
            if all(label is not None for label in known):
                labels = tuple(label for index in ends if (label := self._pages[index].label) is not None)
            if len(self._pages) > 1:
                file_pages = tuple(self._pages[index].index for index in ends)
        unit = self._units.at(span) if self._units is not None else None
        return Place(labels, file_pages, self._section(span.start), unit)

    @cached_property
    def _units(self) -> PlaceUnits | None:
        if not self._body:
            return None
        from reader.exporters.place_units import PlaceUnits  # with all that recognises questions

        return PlaceUnits(self._structure, self._body, self._set_units)

    def _section(self, offset: int) -> tuple[str, ...]:
        columns = self._columns
        for position in range(bisect_right(self._starts, offset) - 1, -1, -1):
            block = self._order[position]
            kind = columns.kinds[block]
            if kind == KIND_CODES["page-furniture"]:
                continue
            if kind in (KIND_CODES["footnote"], KIND_CODES["pull-quote"]) and columns.ends[block] <= offset:
                continue
            return columns.section(block)
        return ()


def place_of(structure: Structure, span: Span) -> Place:
    """The place of a source span in a text: printed pages, pages of the file, headings above it; not its question."""
    return Places(structure).of(span)
