"""Where pages begin, which lines are page furniture, and the printed page numbers where the file shows them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reader.text.lines import Layout, Line
from reader.text.structure import Page
from reader.text.told import Told

# The line at the foot of an official publication; its last figure is the printed page
FOOTER = re.compile(
    r"^(?:[’']s-Gravenhage \d{4}\s+)?(?P<chamber>Tweede|Eerste) Kamer(?: der Staten-Generaal)?, vergaderjaar "
    r"(?P<session>\d{4}[–-]\d{4}), "
    r"(?:(?P<dossier>\d{2} ?\d{3}(?:[-– ](?:\d{2}|[IVXLC]+))?(?: en \d{2} ?\d{3})*), "
    r"(?:nr\. ?(?P<number>\w+)|(?P<letter>[A-Z]{1,3}))|Aanhangsel)"
    r"\s+(?P<page>\d{1,4})$"
)
_KNOWN = (
    FOOTER,
    re.compile(r"^(?:ah|kst|h|kv|blg|nds)-(?:[te]k-)?[\dA-Z][\w-]*$"),
    re.compile(r"^ISSN \d{4} ?- ?\d{3}[\dX]$"),
    re.compile(r"^[’']s-Gravenhage \d{4}$"),
)
# The head of the first page of an official publication; the figure between its lines is that of the chamber
_MASTHEAD = re.compile(
    r"^(?:(?:Tweede|Eerste) Kamer der Staten-Generaal(?:\s+[12])?|[12]|Aanhangsel van de Handelingen"
    r"|Vergaderjaar \d{4}[–-]\d{4}(?:\s+Aanhangsel van de Handelingen)?)$"
)
_NUMBER = re.compile(
    r"^(?:[-–] ?)?(?:(?:[Pp]agina|[Pp]ag\.|[Bb]lz\.|[Pp]\.|Page) )?(\d{1,4})(?: ?(?:van|/|of) ?\d{1,4})?(?: ?[-–])?$"
)
_DIGITS = re.compile(r"\d+")
_EDGE = 4  # lines at the head and foot of a page among which furniture is looked for


@dataclass(slots=True)
class PageSigns:
    """What is known of the pages.

    Their starts in source offsets, the furniture lines (their places in the list of lines), and for each page (from 0)
    the figures its furniture shows. `labels` are what the file itself calls its pages.
    """

    starts: list[int] = field(default_factory=list)
    furniture: set[int] = field(default_factory=set)
    figures: dict[int, list[int]] = field(default_factory=dict)
    labels: list[str | None] = field(default_factory=list)


def is_known_furniture(text: str) -> bool:
    """Whether a line at the edge of a page is a foot that official publications have."""
    return any(pattern.match(text) for pattern in _KNOWN)


def find_pages(body: str, lines: list[Line], layout: Layout, told: Told) -> PageSigns:
    """Find the pages of `body` and write each line's page into it (0 for all where there are no pages).

    In a file that says what its lines are, the pages are no help to recognise them: all lines keep page 0.
    """
    signs = PageSigns(labels=[label for _, label in told.pages])
    if told.is_marked_up:
        signs.starts = [start for start, _ in told.pages]
        signs.furniture = {place for place, line in enumerate(lines) if _is_furniture(line, told)}
        return signs
    if told.pages:
        signs.starts = [start for start, _ in told.pages]
        return _with_furniture(lines, signs, told)
    feeds = [match.end() for match in re.finditer("\f", body)]
    if feeds:
        starts = feeds
    elif layout.soft_ends:
        starts = _indented_starts(body, lines)
    else:
        starts = []
    if not feeds:
        starts = sorted({*starts, *_starts_after_footers(lines)})
    starts = [start for start in starts if lines and lines[0].start < start <= lines[-1].end]
    if not starts and not any(FOOTER.match(line.text) for line in lines):
        return signs
    signs.starts = [0, *starts]
    return _with_furniture(lines, signs, told)


def _with_furniture(lines: list[Line], signs: PageSigns, told: Told) -> PageSigns:
    """Write each line's page into it, and find the furniture."""
    by_page: list[list[int]] = [[] for _ in signs.starts]
    for place, line in enumerate(lines):
        line.page = bisect_right(signs.starts, line.start) - 1
        line.first_on_page = not by_page[line.page]
        by_page[line.page].append(place)
        if _is_furniture(line, told):
            signs.furniture.add(place)
    repeated = set() if told.pages else _repeated_edges(lines, by_page)  # a file that shows its pages shows their heads
    _find_furniture(lines, by_page, signs, repeated)
    _mark_first_lines(lines, by_page, signs)
    return signs


def _is_furniture(line: Line, told: Told) -> bool:
    known = told.lines.get(line.number)
    return known is not None and known.kind == "page-furniture"


def _indented_starts(body: str, lines: list[Line]) -> list[int]:
    """Page starts of an extractor that ends each soft line in a space and sets one or more before each page."""
    places = [place for place, line in enumerate(lines) if line.indent == 1]
    titles = [place for place, line in enumerate(lines) if line.indent > 1 and _stands_out(lines, place)]
    starts = sorted({*places, *titles})
    gaps = [after - before for before, after in pairwise(starts)]
    if not starts or len(starts) * 8 > len(lines) or (gaps and sorted(gaps)[len(gaps) // 2] < 10):
        return []
    return [lines[place].start - lines[place].indent for place in starts]


def _stands_out(lines: list[Line], place: int) -> bool:
    """An indented line right under one that ends a block, between lines that are not: the title of a page."""
    if place == 0 or place + 1 == len(lines):
        return False
    line, before, after = lines[place], lines[place - 1], lines[place + 1]
    return (
        line.gap == 0
        and before.trailing == 0
        and not before.hyphenated
        and before.indent == after.indent == 0
        and line.text[0].isupper()
    )


def _starts_after_footers(lines: list[Line]) -> list[int]:
    """A footer that was left in the text ends a page, so the next line begins one."""
    return [after.start for line, after in pairwise(lines) if FOOTER.match(line.text) and not FOOTER.match(after.text)]


def _find_furniture(lines: list[Line], by_page: list[list[int]], signs: PageSigns, repeated: set[str]) -> None:
    """Take known and repeated lines off the edges of each page, and read the figures in them."""
    _find_masthead(lines, by_page[0], signs)
    for page, places in enumerate(by_page):
        for edge in (places[:_EDGE], places[::-1][:_EDGE]):
            for place in edge:
                text = lines[place].text
                if is_known_furniture(text) or _edge_key(text) in repeated:
                    signs.furniture.add(place)
                    footer, number = FOOTER.match(text), _NUMBER.match(text)
                    figure = footer["page"] if footer else number[1] if number else None
                    if figure is not None:
                        signs.figures.setdefault(page, []).append(int(figure))
                elif not (_NUMBER.match(text) and place == edge[0]):
                    break
        if places:
            for place in {places[0], places[-1]} - signs.furniture:
                number = _NUMBER.match(lines[place].text)
                if number:
                    signs.figures.setdefault(page, []).append(int(number[1]))


def _find_masthead(lines: list[Line], places: list[int], signs: PageSigns) -> None:
    head = []
    for place in places[:6]:
        if not _MASTHEAD.match(lines[place].text):
            break
        head.append(place)
    if len(head) > 1:
        signs.furniture.update(head)


def _edge_key(text: str) -> str:
    return _DIGITS.sub("#", text)


def _repeated_edges(lines: list[Line], by_page: list[list[int]]) -> set[str]:
    """The running heads and feet: the outermost lines that come back on many pages, apart from their figures."""
    counts: Counter[str] = Counter()
    pages = 0
    for places in by_page:
        if len(places) > 2 * _EDGE:
            pages += 1
            counts.update({_edge_key(lines[place].text) for place in (*places[:2], *places[-2:])})
    return {
        key
        for key, count in counts.items()
        if count >= max(3, pages / 3) and key != "#" and any(c.isalpha() for c in key)
    }


def _mark_first_lines(lines: list[Line], by_page: list[list[int]], signs: PageSigns) -> None:
    for places in by_page:
        flow = [place for place in places if place not in signs.furniture]
        if flow and not lines[flow[0]].first_on_page:
            lines[flow[0]].first_on_page = True


def make_pages(body: str, signs: PageSigns) -> tuple[Page, ...]:
    """The pages with their printed numbers, where at least two figures agree on the count and hardly any disagrees."""
    votes: Counter[int] = Counter()
    for page, figures in signs.figures.items():
        votes.update({figure - page for figure in figures})
    shift: int | None = None
    if votes:
        best, agreeing = votes.most_common(1)[0]
        against = sum(1 for page, figures in signs.figures.items() if best not in {figure - page for figure in figures})
        if agreeing >= 2 and against * 3 <= agreeing and best >= 1:
            shift = best
    ends = [*signs.starts[1:], len(body)]
    labels = signs.labels or [None] * len(signs.starts)
    return tuple(
        Page(page + 1, told or (None if shift is None else str(page + shift)), start, end)
        for page, (start, end, told) in enumerate(zip(signs.starts, ends, labels, strict=False))
    )


def page_at(pages: Sequence[Page], offset: int) -> Page | None:
    """The page in which source `offset` lies; None for a text without pages."""
    if not pages:
        return None
    place = bisect_right(pages, offset, key=lambda page: page.start) - 1
    return pages[max(0, place)]


def page_span_label(pages: Sequence[Page], start: int, end: int) -> str | None:
    """The printed pages of source `start`:`end`, such as "7" or "7-8"; None where they are not known."""
    first, last = page_at(pages, start), page_at(pages, max(start, end - 1))
    if first is None or last is None or first.label is None or last.label is None:
        return None
    return first.label if first.index == last.index else f"{first.label}-{last.label}"
