"""What a PDF repeats on its pages: running heads, feet and page numbers, by place and words; the printed numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from reader.importers.pdf_page import PageLine, PdfPage
from reader.text.headings import own_line_heading
from reader.text.pages import is_known_furniture

_ZONE = 0.13  # of the page's height, at the top and at the bottom
_FEWEST_WORDS = 8  # of a line of running text, as a stamp or the name of a part has not
_LEVEL = 3.0  # points between places that count as the same
_DIGITS = re.compile(r"\d+")
_SITTING = r"(?:\d{1,3}-){0,2}"  # the number of a sitting and of its item before the page, as in Handelingen: 70-8-1
_PAGE_NUMBER = re.compile(
    r"(?:[-–] ?)?(?:(?:pagina|pag\.|blz\.|p\.|page|bladzijde)\s)?"
    rf"{_SITTING}(\d{{1,4}})(?:\s?(?:van|/|of|\|)\s?\d{{1,4}})?(?: ?[-–])?",
    re.IGNORECASE,
)
_AT_AN_END = re.compile(rf"^{_SITTING}(\d{{1,4}})(?=\s)|(?<=\s){_SITTING}(\d{{1,4}})(?:\s?(?:van|/|of)\s?\d{{1,4}})?$")

Place = tuple[int, int]  # page and line, both from 0


def furniture_of(pages: Sequence[PdfPage]) -> set[Place]:
    """The lines that are furniture."""
    groups: dict[tuple[str, int], list[Place]] = defaultdict(list)
    found: set[Place] = set()
    for number, page in enumerate(pages):
        for index, line in enumerate(page.lines):
            if _in_zone(line, page) and is_known_furniture(line.text):
                found.add((number, index))
            key = _DIGITS.sub("#", line.text)
            if len(key) <= 200 and own_line_heading(line.text) is None:
                groups[key, round(_height_from_edge(line, page) / _LEVEL)].append((number, index))
    body_size = size_of_body(pages)
    found.update(_repeated(groups, pages, body_size))
    in_cells = Counter(_repeated(_by_cells(groups), pages, body_size))
    found.update(
        (number, index)
        for (number, index), count in in_cells.items()
        if count > pages[number].lines[index].text.count("\t")
    )
    return {place for place in found if not _is_inside(place, found, pages)}


def _by_cells(groups: dict[tuple[str, int], list[Place]]) -> dict[tuple[str, int], list[Place]]:
    """The places of each cell of a line that has several: a head can be one line on this page, and parts on that."""
    by_cells: dict[tuple[str, int], list[Place]] = defaultdict(list)
    for (key, height), places in groups.items():
        if "\t" in key:
            for cell in key.split("\t"):
                by_cells[cell, height].extend(places)
    for cell_and_height, places in by_cells.items():
        places.extend(groups.get(cell_and_height, ()))
    return by_cells


def _repeated(
    groups: dict[tuple[str, int], list[Place]], pages: Sequence[PdfPage], body_size: float
) -> Iterable[Place]:
    """The places of what is furniture, by its text with # for figures and its height."""
    for (key, level), places in groups.items():
        near = places + groups.get((key, level + 1), []) + groups.get((key, level - 1), [])
        if _is_furniture(key, places, near, pages, body_size):
            yield from places


def _is_inside(place: Place, found: set[Place], pages: Sequence[PdfPage]) -> bool:
    """Whether running text stands between the line and the edge of its page: then it is a part of that text."""
    number, index = place
    page = pages[number]
    line = page.lines[index]
    if not _in_zone(line, page) or is_known_furniture(line.text):
        return False
    at_top = line.top < page.height / 2
    for other_index, other in enumerate(page.lines):
        outer = other.bottom <= line.top if at_top else other.top >= line.bottom
        beside = other.left < line.right and line.left < other.right
        words = other.text.count(" ") + 1
        if outer and beside and words >= _FEWEST_WORDS and (number, other_index) not in found:
            return True
    return False


def size_of_body(pages: Iterable[PdfPage]) -> float:
    """The size of the letters in which most of the text is set, in points; 10 where there is no text."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes.items(), key=lambda item: (item[1], item[0]))[0] if sizes else 10.0


def printed_numbers(pages: Sequence[PdfPage], furniture: set[Place]) -> list[str | None]:
    """The number printed on each page, where the figures in the furniture of at least two pages count up together."""
    votes: Counter[int] = Counter()
    figures: dict[int, set[int]] = defaultdict(set)
    for number, index in furniture:
        figures[number].update(_figures(pages[number].lines[index].text))
    for number, shown in figures.items():
        votes.update({figure - number for figure in shown})
    best, agreeing = votes.most_common(1)[0] if votes else (0, 0)
    if agreeing < 2 or best < 1 or 2 * agreeing < len(figures):
        return [None] * len(pages)
    return [str(number + best) for number in range(len(pages))]


def _height_from_edge(line: PageLine, page: PdfPage) -> float:
    """How far a line is from the top, or below zero from the bottom: pages of one paper can differ in height."""
    return line.top if line.top < page.height / 2 else line.top - page.height


def _in_zone(line: PageLine, page: PdfPage) -> bool:
    return line.bottom < _ZONE * page.height or line.top > (1 - _ZONE) * page.height


def _is_furniture(
    key: str, places: Sequence[Place], level: Sequence[Place], pages: Sequence[PdfPage], body_size: float
) -> bool:
    """Whether what stands at `places`, and what stands level with it on other pages, is repeated furniture."""
    on_pages = {number for number, _ in level}
    if len(on_pages) < 2:
        return False
    if not all(_in_zone(pages[number].lines[index], pages[number]) for number, index in places):
        often = len(on_pages) >= max(3, 0.5 * len(pages)) and any(sign.isalpha() for sign in key)
        return often and all(pages[number].lines[index].size < body_size - 0.6 for number, index in places)
    counted = _counts_up(level, pages)
    if counted or _stays_the_same(level, pages):
        return True
    if _PAGE_NUMBER.fullmatch(key.replace("#", "1")) or not any(sign.isalpha() for sign in key):
        return False
    number, index = places[0]
    return len(on_pages) >= max(3, 0.1 * len(pages)) or abs(pages[number].lines[index].size - body_size) > 0.6


def _stays_the_same(places: Sequence[Place], pages: Sequence[PdfPage]) -> bool:
    """Whether one text, such as a date or the number of a file, stands on at least half the pages, and three."""
    texts = {pages[number].lines[index].text for number, index in places}
    return (
        len(texts) == 1 and len(texts.pop()) > 4 and len({number for number, _ in places}) >= max(3, 0.5 * len(pages))
    )


def _counts_up(places: Sequence[Place], pages: Sequence[PdfPage]) -> bool:
    """Whether a figure in the lines goes up with the pages on most of them."""
    shifts: Counter[int] = Counter()
    for number, index in places:
        shifts.update({figure - number for figure in _figures(pages[number].lines[index].text)})
    on_pages = len({number for number, _ in places})
    return bool(shifts) and shifts.most_common(1)[0][1] * 2 > on_pages and shifts.most_common(1)[0][1] > 1


def _figures(text: str) -> set[int]:
    """The figures in a line that can be a page number."""
    whole = _PAGE_NUMBER.fullmatch(text.strip())
    if whole:
        return {int(whole[1])}
    return {int(match[1] or match[2]) for match in _AT_AN_END.finditer(text)}
