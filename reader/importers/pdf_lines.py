"""From words with places to stretches of a line: what stands beside each other without a wide gap."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.importers.pdf_page import Mark
from reader.importers.pdf_words import Word

_WIDE_GAP = 1.6  # of the letters' size: more than this between two words drawn after each other parts two columns
_WIDE_GAP_APART = 0.7  # the same for words that are drawn at different moments
_OVERLAP_BACK = 0.5  # of the size: how far a word may begin before the end of the one before it (kerning, accents)
SPACE = 0.12  # of the size: words drawn apart have a space between them from this gap on
_WIDE_SPACE = 0.45  # of the size: a space can be wider only in a line that is stretched
_USUAL_SPACE = 0.3  # of the size
_MANY = 4  # lines that begin at one place
MOST_STRETCHES = 4000  # of a page that is laid out for readers; a fuller one, such as a map, is taken as it is drawn
MOST_NEAR = 200  # stretches beside each other among which those that belong together are looked for
_RAISED_SIZE = 0.82  # of the height of a line: smaller letters that stand higher are raised
LABEL = re.compile(  # what stands before the text of a list item, a note or a numbered paragraph
    r"[•▪●■◦‣►∙·*–—-]|\(?\d{1,3}[.):°º]?\)?|\(?(?:[a-z]|[ivx]{1,5})[.):]\)?|\d{1,2}(?:\.\d{1,2})+\.?|[*†‡]{1,3}"
)
LEADER = re.compile(
    r"(?:\. ?){4}\d{0,4}$|(?:\. ?){2}\d{1,4}$|(?:… ?){2}\d{0,4}$"
)  # dots that lead to the number of a page
CLAUSE_END = re.compile(r"[.?!:;»”)…][’”\"»)]?\d{0,3}$")
PAUSE = re.compile(r"[.,:;?!][’”\"»)]?$")  # where a typesetter may stretch a space more
OPENING = re.compile(r"[A-ZÀ-Þ\d«‘“\"'(•–-]")  # of a paragraph
_NOTE_SIGN = re.compile(r"\(?(?:\d{1,3}|[*†‡]{1,3})\)?(?:,\d{1,3})*")


class Stretch(NamedTuple):
    """Words of one line without a wide gap between them. The box is in points from the top left of the page.

    `bold` and `italic` are shares of its characters; `first_word` is the width of its first word in points.
    `text_left` is where its text begins behind a number or bullet. `marks` are its raised figures. `words` are in the
    order of `text`, which has nothing but white space between them.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: float
    first_word: float
    text_left: float
    marks: tuple[Mark, ...]
    words: tuple[Word, ...] = ()
    italic: float = 0.0

    @property
    def height(self) -> float:
        return self.bottom - self.top


class _Open:
    """A stretch that still grows."""

    __slots__ = (
        "bold", "bottom", "first_word", "italic", "left", "marks", "right", "second", "size", "sizes", "text", "top",
        "wide", "words",
    )  # fmt: skip

    def __init__(self, word: Word) -> None:
        self.text = word.text
        self.left, self.right, self.top, self.bottom, self.size = (
            word.left,
            word.right,
            word.top,
            word.bottom,
            word.size,
        )
        self.bold = len(word.text) if word.bold else 0
        self.italic = len(word.text) if word.italic else 0
        self.sizes = {word.size: len(word.text)}
        self.first_word: float | None = None
        self.second = word.left
        self.marks: list[Mark] = []
        self.wide = False  # some gap is wider than a space is, unless the line is stretched
        self.words = [word]

    def takes(self, word: Word) -> bool:
        """Whether `word`, drawn after the last one of this stretch, goes on in its line."""
        height = self.bottom - self.top
        word_height = word.bottom - word.top
        size = self.size if self.size >= word.size else word.size
        gap = word.left - self.right
        if gap < -_OVERLAP_BACK * size or gap > (_WIDE_GAP if word.apart < 2 else _WIDE_GAP_APART) * size:
            return False
        shared = min(self.bottom, word.bottom) - max(self.top, word.top)
        if shared < 0.35 * min(height, word_height):
            return False
        if word_height > _RAISED_SIZE * height:  # of a similar size
            return shared > 0.6 * height and word_height < height / _RAISED_SIZE
        if word_height > height and not (_NOTE_SIGN.fullmatch(self.text) and word.bottom > self.bottom):
            return False
        return gap < 0.6 * size

    def add(self, word: Word) -> None:
        gap = word.left - self.right
        size = self.size if self.size >= word.size else word.size
        height, word_height = self.bottom - self.top, word.bottom - word.top
        letters = len(word.text)
        if gap > _WIDE_SPACE * size:
            self.wide = True
        if word_height > height / _RAISED_SIZE and word.bottom > self.bottom and not self.marks:
            self.marks.append(Mark(0, len(self.text)))  # a note's figure at the beginning of a line
            self.top, self.bottom, self.size = word.top, word.bottom, word.size
        spaced = word.apart == 1 or (word.apart == 2 and gap > SPACE * size)
        raised = word_height <= _RAISED_SIZE * height and word.bottom < self.bottom - 0.12 * height
        if raised and _NOTE_SIGN.fullmatch(word.text):
            if gap < 0.35 * size:
                spaced = False
            start = len(self.text) + spaced
            self.marks.append(Mark(start, start + letters))
        if self.first_word is None and spaced:
            self.first_word = self.right - self.left
            if LABEL.fullmatch(self.text):
                self.second = word.left
        self.text += f" {word.text}" if spaced else word.text
        self.words.append(word)
        if word.right > self.right:
            self.right = word.right
        self.sizes[word.size] = self.sizes.get(word.size, 0) + letters
        if word.bold:
            self.bold += letters
        if word.italic:
            self.italic += letters
        if not raised:
            if word.top < self.top:
                self.top = word.top
            if word.bottom > self.bottom:
                self.bottom = word.bottom

    def closed(self) -> Stretch:
        size = self.size if len(self.sizes) == 1 else max(self.sizes.items(), key=lambda item: item[1])[0]
        letters = sum(self.sizes.values())
        first = self.right - self.left if self.first_word is None else self.first_word
        return Stretch(
            self.text, self.left, self.right, self.top, self.bottom, size, self.bold / letters, first, self.second,
            tuple(self.marks), tuple(self.words), self.italic / letters,
        )  # fmt: skip


def cut(stretch: Stretch, borders: Sequence[float]) -> list[Stretch]:
    """The parts of a stretch between the vertical lines `borders`, in points from the left of the page."""
    if not any(stretch.left < border < stretch.right for border in borders):
        return [stretch]
    found: list[_Open] = []
    before: Word | None = None
    for word in stretch.words:
        if before is None or any(before.right <= border <= word.left for border in borders):
            found.append(_Open(word))
        else:
            found[-1].add(word)
        before = word
    return [one.closed() for one in found] if len(found) > 1 else [stretch]


def stretches_of(words: Sequence[Word]) -> list[Stretch]:
    """The stretches of a page in the order in which they are drawn; parts of one line that lie close are joined.

    A page with more than MOST_STRETCHES is left as it is drawn.
    """
    opened: list[_Open] = []
    for word in words:
        if opened and opened[-1].takes(word):
            opened[-1].add(word)
        else:
            opened.append(_Open(word))
    starts = Counter(_exact(one.words[0].left) for one in opened)
    edges = {place for place, count in starts.items() if count > _MANY}
    found: list[Stretch] = []
    for one in opened:
        stretch = one.closed()
        found += cut(stretch, _at_edges(stretch, edges)) if one.wide and len(edges) > 1 else [stretch]
    return _joined(found) if len(found) <= MOST_STRETCHES else found


def _at_edges(stretch: Stretch, edges: set[int]) -> list[float]:
    """Where a wide gap ends exactly at one of the `edges`, where many lines begin: so does another cell or column."""
    return [
        word.left
        for before, word in pairwise(stretch.words)
        if word.left - before.right > _WIDE_SPACE * stretch.size and _exact(word.left) in edges
    ]


def _exact(place: float) -> int:
    return round(4 * place)


def same_line(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches stand on one line: the lower of the two lies beside the other for more than half."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.height, other.height)


def _joined(stretches: list[Stretch]) -> list[Stretch]:
    """Join what was drawn at different moments but stands close together on one line, raised figures included."""
    order = sorted(range(len(stretches)), key=lambda place: (stretches[place].top, stretches[place].left))
    edges = Counter(round(stretch.left) for stretch in stretches)
    whole: list[Stretch | None] = list(stretches)
    window: list[int] = []
    for place in order:
        here = whole[place]
        if here is None:
            continue
        window = [near for near in window if (kept := whole[near]) is not None and kept.bottom > here.top][-MOST_NEAR:]
        for near in window:
            other = whole[near]
            if other is None or near == place:
                continue
            left, right = (other, here) if other.left <= here.left else (here, other)
            size = max(left.size, right.size)
            gap = right.left - left.right
            if not -_OVERLAP_BACK * size < gap < _gap_allowed(left, right) * size:
                continue
            if gap > _USUAL_SPACE * size and edges[round(right.left)] > _MANY and edges[round(left.left)] > _MANY:
                continue  # each begins where many lines do: two cells or columns
            if same_line(left, right) or _is_raised(right, left):
                merged = _merge(left, right)
                keep, drop = min(near, place), max(near, place)
                whole[keep], whole[drop] = merged, None
                here = merged
                if keep not in window:
                    window.append(keep)
                place = keep
        if place not in window:
            window.append(place)
    return [stretch for stretch in whole if stretch is not None]


def _gap_allowed(left: Stretch, right: Stretch) -> float:
    return 0.3 if _is_raised(right, left) or abs(left.size - right.size) > 0.1 * left.size else _WIDE_GAP_APART


def _is_raised(mark: Stretch, line: Stretch) -> bool:
    return (
        mark.height <= _RAISED_SIZE * line.height
        and _NOTE_SIGN.fullmatch(mark.text) is not None
        and line.top - 0.4 * line.height < mark.bottom < line.bottom - 0.12 * line.height
    )


def _merge(left: Stretch, right: Stretch) -> Stretch:
    size = max(left.size, right.size)
    raised = _is_raised(right, left)
    gap = right.left - left.right
    glue = "" if (raised and gap < 0.35 * size) or gap <= SPACE * size else " "
    shift = len(left.text) + len(glue)
    marks = [Mark(mark.start + shift, mark.end + shift) for mark in right.marks]
    if raised:
        marks = [Mark(shift, shift + len(right.text))]
    letters = len(left.text) + len(right.text)
    box = left if raised else right
    return Stretch(
        f"{left.text}{glue}{right.text}",
        left.left,
        max(left.right, right.right),
        min(left.top, box.top),
        max(left.bottom, box.bottom),
        left.size if len(left.text) >= len(right.text) else right.size,
        (left.bold * len(left.text) + right.bold * len(right.text)) / letters,
        left.first_word,
        left.text_left,
        (*left.marks, *marks),
        (*left.words, *right.words),
        (left.italic * len(left.text) + right.italic * len(right.text)) / letters,
    )
