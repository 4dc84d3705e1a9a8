"""What a paragraph holds besides words: where pages begin, markers of footnotes, references; found when it is shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from reader.domain.model import Span
from reader.text.reading import ReadingText
from reader.text.structure import Footnote, Page, Reference


@dataclass(frozen=True, slots=True)
class Facts:
    """Of one paragraph; positions are its code points."""

    pages: tuple[tuple[int, Page], ...]
    notes: tuple[tuple[int, int, Footnote], ...]
    references: tuple[tuple[int, int, Reference], ...]


NOTHING = Facts((), (), ())
BEFORE = 8  # pages (some of them empty) or references that may begin before a paragraph and still concern it


class FactFinder:
    """Finds the facts of single paragraphs by their place in the source, so that opening a long paper costs nothing."""

    def __init__(self, reading: ReadingText) -> None:
        self._reading = reading
        structure = reading.structure
        self._notes = sorted(structure.footnotes, key=lambda note: note.marker)
        self._note_starts = [note.marker for note in self._notes]
        self._pages = sorted(structure.pages, key=lambda page: page.start)
        self._page_starts = [page.start for page in self._pages]
        self.set_pointers(())

    def set_pointers(self, pointers: Iterable[Reference]) -> None:
        """Count these references too, beside those of the structure; for the paragraphs asked for from now on."""
        references = (*self._reading.structure.references, *pointers)
        self._references = sorted(references, key=lambda reference: reference.start)
        self._reference_starts = [reference.start for reference in self._references]

    def of(self, paragraph: int) -> Facts:
        """The facts of a paragraph."""
        reading = self._reading
        first, last = reading.paragraph_start(paragraph), reading.paragraph_end(paragraph)
        low, high = reading.source_offset(first), reading.source_offset(last)
        notes = []
        for note in self._notes[bisect_left(self._note_starts, low) : bisect_right(self._note_starts, high)]:
            for start, end in reading.shown_ranges(Span(note.marker, note.marker + len(note.number))):
                if first <= start and end <= last:
                    notes.append((start - first, end - first, note))
        references = []
        earliest = max(0, bisect_left(self._reference_starts, low) - BEFORE)
        for reference in self._references[earliest : bisect_right(self._reference_starts, high)]:
            if reference.end > low:
                for start, end in reading.shown_ranges(Span(reference.start, reference.end)):
                    if first <= start and end <= last:
                        references.append((start - first, end - first, reference))
        pages = self._pages_in(first, last, low, high)
        if not (pages or notes or references):
            return NOTHING
        return Facts(pages, tuple(notes), tuple(references))

    def _pages_in(self, first: int, last: int, low: int, high: int) -> tuple[tuple[int, Page], ...]:
        """The pages whose first shown character is in reading range first:last, which is source low:high."""
        reading = self._reading
        found = []
        earliest = max(0, bisect_left(self._page_starts, low) - BEFORE)
        for page in self._pages[earliest : bisect_right(self._page_starts, high)]:
            offset = reading.reading_offset(page.start)
            if reading.text[offset : offset + 1] == "\n" and offset + 1 < len(reading.text):
                offset += 1  # at the end of a paragraph: the next one begins the page
            if first <= offset <= last:
                found.append((offset - first, page))
        return tuple(found)

    def note_text(self, note: Footnote) -> str | None:
        """The shown text of a footnote; None where the file lacks it."""
        if note.start is None or note.end is None:
            return None
        return self._reading.quote(Span(note.start, note.end))
