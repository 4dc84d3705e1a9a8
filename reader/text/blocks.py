"""From classified drafts and notes to blocks: the path of headings, reading order, and the pieces that are shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from reader.text.columns import GLUE_CODES, BlockColumns
from reader.text.footnotes import Note
from reader.text.grouping import Draft
from reader.text.headings import Levels, PlainHeading, plain_levels
from reader.text.hyphens import join_words, vocabulary_of
from reader.text.lines import Line
from reader.text.structure import BlockKind

_LOOSE_HYPHEN = re.compile(r"(?<![^\W_])[A-Z]{2,}- (?!(?:en|of|als|noch|tot|maar|dan)\b)(?=[a-z])")
_NOTE_FIGURE = re.compile(r"(?<=[a-zà-ÿ)”’»])\d{1,2}$")
_NO_GLUE, _SPACE = GLUE_CODES[""], GLUE_CODES[" "]

RawPiece = tuple[int, int, int]  # start, end, number of the glue


def make_blocks(
    body: str, lines: Sequence[Line], drafts: Sequence[Draft], notes: Sequence[Note], furniture: set[int]
) -> BlockColumns:
    """The blocks in reading order: notes and furniture stand behind the block in or after which they occur."""
    columns = BlockColumns()

    @cache
    def vocabulary() -> frozenset[str]:
        return vocabulary_of(body)

    levels = Levels(plain_levels(_plain_headings(body, lines, drafts, vocabulary)))
    known: dict[tuple[str, ...], int] = {}

    def add(kind: BlockKind, level: int, path: tuple[str, ...], places: Sequence[int]) -> None:
        pieces = pieces_of(lines, places, vocabulary)
        if path not in known:
            known[path] = columns.add_section(path)
        columns.add(kind, level, pieces[0][0], pieces[-1][1], known[path], pieces)

    asides: list[tuple[int, BlockKind, Sequence[int]]] = [
        (note.first, "footnote", range(note.first, note.last)) for note in notes
    ]
    asides += [(place, "page-furniture", (place,)) for place in furniture]
    asides.sort()
    aside = 0
    for draft in drafts:
        while aside < len(asides) and asides[aside][0] < draft.places[0]:
            add(asides[aside][1], 0, levels.path, asides[aside][2])
            aside += 1
        path, level = levels.path, 0
        if draft.heading:
            title = _title(body, pieces_of(lines, draft.places, vocabulary))
            level = levels.enter(draft.heading, title)
            path = levels.path[:-1] if draft.heading.style != "answer" else levels.path
        elif draft.kind == "paragraph":
            levels.leave_fractie(lines[draft.places[0]].text[:100])
            path = levels.path
        add(draft.kind, level, path, draft.places)
    for _, kind, places in asides[aside:]:
        add(kind, 0, levels.path, places)
    return columns


def _title(body: str, pieces: Sequence[RawPiece]) -> str:
    text = "".join(body[start:end] + (" " if glue == _SPACE else "") for start, end, glue in pieces)
    return _NOTE_FIGURE.sub("", text)


def _plain_headings(
    body: str, lines: Sequence[Line], drafts: Sequence[Draft], vocabulary: Callable[[], frozenset[str]]
) -> list[PlainHeading]:
    """The unnumbered headings in their order."""
    found = []
    numbered = below = False
    for draft in drafts:
        if draft.kind == "page-furniture":
            continue
        plain = draft.heading is not None and draft.heading.style == "plain"
        if plain:
            found.append(PlainHeading(_title(body, pieces_of(lines, draft.places, vocabulary)), below, numbered))
            numbered = False
        elif draft.heading and draft.heading.style in ("roman", "numbered", "titled"):
            numbered = True
        below = plain
    return found


def pieces_of(lines: Sequence[Line], places: Sequence[int], vocabulary: Callable[[], frozenset[str]]) -> list[RawPiece]:
    """What is shown of the lines `places`: each line, and between two a space, or nothing inside a word."""
    pieces: list[RawPiece] = []
    start = lines[places[0]].start
    for number, place in enumerate(places):
        line = lines[place]
        end, glue, skipped = line.end, _NO_GLUE, 0
        if number + 1 < len(places):
            following = lines[places[number + 1]]
            glue = _SPACE
            if line.hyphenated:
                keeps, vowel, skipped = join_words(line.text, following.text, vocabulary)
                if skipped and len(following.text) == 1:
                    keeps, vowel, skipped = True, "", 0
                end -= 0 if keeps else 1
                glue = GLUE_CODES[vowel]
            elif line.text[-1] == "/" and len(line.text) > 1:
                glue = _NO_GLUE
        for match in _LOOSE_HYPHEN.finditer(line.text) if "- " in line.text else ():
            cut = line.start + match.end() - 1
            if start < cut < end:
                pieces.append((start, cut, _NO_GLUE))
                start = cut + 1
        if start < end:
            pieces.append((start, end, glue))
        if number + 1 < len(places):
            start = lines[places[number + 1]].start + skipped
    return pieces
