"""The text of a paper as HTML: its paragraphs by what they are, with the marks, page numbers and notes in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from markupsafe import escape

from reader.domain.dates import Language
from reader.exporters.annotated_marks import Mark
from reader.exporters.formats import Step, watched
from reader.exporters.words import word
from reader.text.headings import own_line_heading
from reader.text.reading import ReadingText
from reader.text.structure import BlockKind, Page

LOWEST_LANE: Final = 3  # lanes under it would reach into the next line: there only the number tells of the label
_CLASSES: Final[dict[BlockKind, str]] = {
    "paragraph": "",
    "list-item": "item",
    "footnote": "footnote",
    "pull-quote": "pull",
    "signature": "signature",
}


class Heading(NamedTuple):
    """An entry of the table of contents: the depth from 1, the name of the place and the words."""

    level: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a mark in one paragraph; `begins` and `ends`: its true ends are here."""

    start: int
    end: int
    mark: Mark
    begins: bool
    ends: bool


@dataclass(slots=True)
class _Around:
    """What stands in one paragraph, by reading offset."""

    pieces: list[_Piece] = field(default_factory=list)
    pages: dict[int, list[Page]] = field(default_factory=dict)
    figures: list[tuple[int, int, str]] = field(default_factory=list)  # start, end, name of the footnote or nothing
    references: list[tuple[int, int]] = field(default_factory=list)


def headings_of(reading: ReadingText) -> list[Heading]:
    """The headings of a paper; names of fracties and numbers of answers are none where there are other headings."""
    found = [
        (number, Heading(reading.level(number), f"p{number + 1}", reading.paragraph(number)))
        for number in range(reading.paragraph_count)
        if reading.kind(number) == "heading" and not reading.continues(number)
    ]
    sections = [heading for _, heading in found if not is_party(heading.text, heading.level)]
    return sections or [heading for _, heading in found]


def is_party(text: str, level: int) -> bool:
    """Whether a heading names who asked or answers in writing, and stands under another heading."""
    own = own_line_heading(text)
    return level > 1 and own is not None and own.style != "speaker"


def body_html(reading: ReadingText, marks: Sequence[Mark], language: Language, step: Step) -> Iterator[tuple[str, int]]:
    """The paragraphs one by one as (HTML, number of the paragraph); `step` is told how far it is."""
    names = _note_names(reading)
    around = _around(reading, marks, frozenset(names.values()))
    nothing = _Around()
    for number in watched(range(reading.paragraph_count), step, 0.1, 0.9):
        here = around.get(number, nothing)
        inner = _inline(reading, number, here, language)
        yield _element(reading, number, inner, names.get(number, "")), number


def _element(reading: ReadingText, number: int, inner: str, note_name: str) -> str:
    kind = reading.kind(number)
    if kind == "heading" and not reading.continues(number):
        level = reading.level(number)
        tag = f"h{min(6, max(1, level) + 1)}"
        party = ' class="party"' if is_party(reading.paragraph(number), level) else ""
        return f'<{tag} id="p{number + 1}"{party}>{inner}</{tag}>'
    if kind == "footnote":
        name = f' id="{note_name}"' if note_name else ""
        return f'<p{name} class="footnote" role="doc-footnote">{inner}</p>'
    classes = _CLASSES.get(kind, "")
    if reading.continues(number):
        classes = f"{classes} rest".strip()
    return f'<p class="{classes}">{inner}</p>' if classes else f"<p>{inner}</p>"


def _around(reading: ReadingText, marks: Sequence[Mark], names: frozenset[str]) -> dict[int, _Around]:
    """What stands in the paragraphs, by their number; only those in which there is something.

    `names` are those of the footnotes that are shown.
    """
    found: defaultdict[int, _Around] = defaultdict(_Around)
    for mark in marks:
        last = len(mark.ranges) - 1
        for place, (start, end) in enumerate(mark.ranges):
            piece = _Piece(start, end, mark, place == 0, place == last)
            found[reading.paragraph_at(start)].pieces.append(piece)
    pages = reading.page_marks()
    if len(pages) > 1 or any(page.label for _, page in pages):
        for offset, page in pages:
            if reading.text[offset : offset + 1] == "\n":
                offset += 1  # at the end of a paragraph: the next one begins the page
            if offset < len(reading.text):
                found[reading.paragraph_at(offset)].pages.setdefault(offset, []).append(page)
    known = {note: f"f{number}" for number, note in enumerate(reading.structure.footnotes)}
    for start, end, note in reading.footnote_markers():
        name = known[note] if known[note] in names else ""
        found[reading.paragraph_at(start)].figures.append((start, end, name))
    for start, end, _ in reading.references():
        paragraph = reading.paragraph_at(start)
        found[paragraph].references.append((start, min(end, reading.paragraph_end(paragraph))))
    return found


def _note_names(reading: ReadingText) -> dict[int, str]:
    """By the number of its first paragraph the name to which the figure of a footnote leads."""
    names: dict[int, str] = {}
    for number, note in enumerate(reading.structure.footnotes):
        if note.start is not None and reading.paragraph_count:
            paragraph = reading.paragraph_at(reading.reading_offset(note.start))
            if reading.kind(paragraph) == "footnote":
                names.setdefault(paragraph, f"f{number}")
    return names


def _inline(reading: ReadingText, number: int, here: _Around, language: Language) -> str:
    """The words of a paragraph with all that stands in them, cut wherever something begins or ends."""
    first, last = reading.paragraph_start(number), reading.paragraph_end(number)
    text = reading.text
    cuts = {first, last, *(offset for offset in here.pages if first <= offset <= last)}
    for start, end in (
        *((piece.start, piece.end) for piece in here.pieces),
        *((start, end) for start, end, _ in here.figures),
        *here.references,
    ):
        cuts |= {min(max(first, start), last), min(max(first, end), last)}
    borders = sorted(cuts)
    pieces = sorted(here.pieces, key=lambda piece: piece.mark.number)
    parts: list[str] = []
    for start, end in zip(borders, [*borders[1:], last], strict=True):
        if start in here.pages:
            parts.append(_page_html(here.pages[start], inside=start > first, language=language))
        if start < end:
            figure = next((one for one in here.figures if one[0] <= start and end <= one[1]), None)
            is_reference = any(low <= start and end <= high for low, high in here.references)
            words = _words_html(str(escape(text[start:end])), figure, is_reference=is_reference)
            over = [piece for piece in pieces if piece.start <= start and end <= piece.end]
            parts.append(_marked_html(words, over, start, end))
        parts += [_number_html(piece.mark, language) for piece in pieces if piece.ends and piece.end == end > start]
    return "".join(parts)


def _words_html(words: str, figure: tuple[int, int, str] | None, *, is_reference: bool) -> str:
    if figure is not None:
        name = figure[2]
        return f'<sup><a href="#{name}" role="doc-noteref">{words}</a></sup>' if name else f"<sup>{words}</sup>"
    return f'<span class="reference">{words}</span>' if is_reference else words


def _marked_html(words: str, over: Sequence[_Piece], start: int, end: int) -> str:
    """Words with the marks over them, the first one outside; each label beyond the first has an element of its own."""
    for piece in reversed(over):
        mark = piece.mark
        for label, lane in list(zip(mark.labels, mark.lanes, strict=False))[:0:-1]:
            if lane <= LOWEST_LANE:
                words = f'<span class="line h{label.hue} p{label.pattern} k{lane}">{words}</span>'
        classes = _look(mark)
        name = ""
        if piece.begins and piece.start == start:
            classes += " b"
            name = f' id="m{mark.number}"'
        if piece.ends and piece.end == end:
            classes += " e"
        words = f'<mark{name} class="{classes}">{words}</mark>'
    return words


def _look(mark: Mark) -> str:
    """The classes of a mark: its tint, and the line of its first label."""
    if not mark.lanes:
        return "bare"
    if not mark.labels:
        return f"t0 line k{min(mark.lanes[0], LOWEST_LANE)}"
    label, lane = mark.labels[0], mark.lanes[0]
    tint = f"t{label.hue}"
    return f"{tint} line h{label.hue} p{label.pattern} k{lane}" if lane <= LOWEST_LANE else tint


def _number_html(mark: Mark, language: Language) -> str:
    name = word("marking-number", language).format(number=mark.number)
    return f'<a class="n" href="#n{mark.number}" aria-label="{escape(name)}">{mark.number}</a>'


def _page_html(pages: Sequence[Page], *, inside: bool, language: Language) -> str:
    """The number of a page in the margin, with a hook in the line where the page begins."""
    shown = [_page_words(page, "page-short", language) for page in pages]
    spoken = [_page_words(page, "page-spoken", language) for page in pages]
    label = shown[0] if len(shown) == 1 else f"{shown[0]} – {shown[-1]}"
    hook = '<span class="hook" aria-hidden="true"></span>' if inside else ""
    name = escape(", ".join(spoken))
    return f'{hook}<span class="page" role="doc-pagebreak" aria-label="{name}">{escape(label)}</span>'


def _page_words(page: Page, key: str, language: Language) -> str:
    if page.label is None:
        return word(f"file-{key}", language).format(page=page.index)
    return word(key, language).format(page=page.label)
