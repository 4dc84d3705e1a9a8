"""Where the text of a PDF stands on its pages: spans of every sample, against what PDFium draws there."""

from __future__ import annotations

import ctypes
import random
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pypdfium2_raw as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Span
from reader.importers.pdf_places import origins, places_of
from reader.importers.pdf_process import read_pages
from reader.importers.pdf_text import text_of
from reader.text.page_map import LinePlaces, PageMap, page_map_of
from reader.text.page_text import PageText, page_text
from reader.text.structure import Structure
from tests.importers.pdf_maker import Run, Sheet, column, pdf

FILES = Path(__file__).parents[1] / "files" / "pdf"
PAPERS = sorted((FILES / "aanhangsel").glob("*.pdf"))
SPANS = 200
LONGEST = 400  # code points of a span


class Drawn(NamedTuple):
    """A character that PDFium draws, with the box of its ink: points from the top left of the page."""

    sign: str
    left: float
    right: float
    top: float
    bottom: float


class Paper(NamedTuple):
    body: str
    text: PageText
    maps: Sequence[PageMap]
    drawn: Sequence[Sequence[Drawn]]
    sizes: Sequence[tuple[float, float]]


def paper_of(data: bytes) -> Paper:
    body = text_of(read_pages(data, "x.pdf", lambda _share: None)).body
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    maps, drawn, sizes = [], [], []
    for index in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, index)
        maps.append(page_map_of(places_of(page)))
        sizes.append((pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)))
        drawn.append(characters(page, sizes[-1]))
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return Paper(body, page_text(Structure(), body), maps, drawn, sizes)


def characters(page: object, size: tuple[float, float]) -> list[Drawn]:
    """What is drawn, asked of PDFium without the help of the importer; shown as PDFium itself shows it."""
    text_page = pdfium.FPDFText_LoadPage(page)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_int(), ctypes.c_int()
    found = []
    fine = 100  # of a point
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        sign = "-" if pdfium.FPDFText_IsHyphen(text_page, index) == 1 else chr(code)
        pdfium.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
        corners = []
        for across, down in ((left.value, top.value), (right.value, bottom.value)):
            pdfium.FPDF_PageToDevice(
                page, 0, 0, int(size[0] * fine), int(size[1] * fine), 0, across, down, ctypes.byref(x), ctypes.byref(y)
            )
            corners.append((x.value / fine, y.value / fine))
        (x0, y0), (x1, y1) = corners
        if not sign.isspace() and code:
            found.append(Drawn(sign, min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)))
    pdfium.FPDFText_ClosePage(text_page)
    return found


@cache
def sample(path: Path) -> Paper:
    return paper_of(path.read_bytes())


def spans_of(paper: Paper, count: int = SPANS) -> list[Span]:
    """Anywhere in the text, from a few letters to more than a page break; they begin and end with a letter."""
    chance = random.Random(11)
    found = []
    while len(found) < count:
        start = chance.randrange(len(paper.body) - 2)
        words = paper.body[start : start + chance.randrange(1, LONGEST)]
        kept = words.strip()
        if kept:
            begin = start + words.index(kept)
            found.append(Span(begin, begin + len(kept)))
    return found


def pieces(paper: Paper, span: Span) -> list[tuple[int, LinePlaces, int, int]]:
    """The parts of a span on single lines: page, line, and the code points of it."""
    reading = paper.text.reading
    found = []
    for start, end in reading.shown_ranges(span):
        paragraph = reading.paragraph_at(start)
        page = paper.text.page_of(paragraph)
        first = reading.paragraph_start(paragraph)
        line = paper.maps[page].lines[paragraph - paper.text.first[page]]
        found.append((page, line, start - first, end - first))
    return found


def plain(text: str) -> str:
    """Without white space, ligatures and forms of accents: what is compared is which letters they are."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in letters if not (unicodedata.combining(sign) or sign.isspace()))


def under(paper: Paper, page: int, line: LinePlaces, start: int, end: int) -> str:
    """The characters drawn with their middles in the rectangles of a part of a line."""
    found: list[Drawn] = []
    for number, left, right in line.pieces(start, end):
        run = line.runs[number]
        inside = [
            one
            for one in paper.drawn[page]
            if left <= (one.left + one.right) / 2 <= right and run.top <= (one.top + one.bottom) / 2 <= run.bottom
        ]
        found += sorted(inside, key=lambda one: one.left)
    return "".join(one.sign for one in found)


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_the_map_has_the_lines_of_the_text(path: Path) -> None:
    paper = sample(path)
    assert len(paper.maps) == paper.text.page_count
    for page, known in enumerate(paper.maps):
        assert known.texts == paper.text.texts_of(page)


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_the_characters_under_the_rectangles_of_a_span_are_its_text(path: Path) -> None:
    paper = sample(path)
    for span in spans_of(paper):
        parts = pieces(paper, span)
        shown = "".join(line.text[start:end] for _, line, start, end in parts)
        assert "".join(shown.split()) == "".join(paper.body[span.start : span.end].split())
        for page, line, start, end in parts:
            assert plain(under(paper, page, line, start, end)) == plain(line.text[start:end])


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_the_rectangles_lie_on_the_page_and_cover_the_ink(path: Path) -> None:
    paper = sample(path)
    for span in spans_of(paper):
        for page, line, start, end in pieces(paper, span):
            width, height = paper.sizes[page]
            for number, left, right in line.pieces(start, end):
                run = line.runs[number]
                assert 0 <= left < right <= width
                assert 0 <= run.top < run.bottom <= height
                for one in paper.drawn[page]:
                    if (
                        left <= (one.left + one.right) / 2 <= right
                        and run.top <= (one.top + one.bottom) / 2 <= run.bottom
                    ):
                        assert left - 0.05 <= one.left <= one.right <= right + 0.05
                        assert run.top - 0.05 <= one.top <= one.bottom <= run.bottom + 0.05


@pytest.mark.parametrize("path", PAPERS[:4], ids=lambda path: path.stem)
def test_a_caret_goes_to_its_place_and_back(path: Path) -> None:
    for known in sample(path).maps:
        for line in known.lines:
            for position, sign in enumerate(line.text):
                run = line.run_at(position)
                middle = (line.lefts[position] + line.rights[position]) / 2
                if not sign.isspace():
                    assert line.under(middle, run) == position
                    assert line.nearest(line.lefts[position] + 0.01, run) == position
            last = line.runs[-1]
            assert line.nearest(line.rights[-1] + 5, len(line.runs) - 1) == last.end


@pytest.mark.parametrize(
    "sheet",
    [
        Sheet(column("Een gewone bladzijde met fraaie zinnen.", "En nog een regel daaronder die langer is.", room=20)),
        Sheet([Run("De tekst staat gedraaid op het blad", 200, 700, turn=1), Run("en zo verder", 220, 700, turn=1)],
              rotation=90),
        Sheet([*column("Een bladzijde die op zijn kop wordt getoond, met een paar zinnen erop.")], rotation=180),
        Sheet([Run("Ondersteboven in het bestand", 400, 300, turn=3), Run("en toch leesbaar", 380, 300, turn=3)],
              rotation=270),
        Sheet([*column("Een staande bladzijde met een gedraaide regel ernaast."), Run("opzij", 40, 500, turn=1)]),
    ],
    ids=["upright", "90", "180", "270", "side"],
)  # fmt: skip
def test_pages_and_lines_that_are_turned(sheet: Sheet) -> None:
    paper = paper_of(pdf(sheet))
    assert paper.maps[0].texts == paper.text.texts_of(0)
    for line in paper.maps[0].lines:
        assert plain(under(paper, 0, line, 0, len(line.text))) == plain(line.text)


def test_a_line_that_is_upright_as_shown_is_one_rectangle() -> None:
    turned = pdf(Sheet([Run("De tekst staat gedraaid op het blad", 200, 700, turn=1)], rotation=90))
    (line,) = paper_of(turned).maps[0].lines
    assert len(line.runs) == 1
    beside = pdf(Sheet([*column("Een staande bladzijde met woorden."), Run("zij", 40, 500, turn=1)]))
    lines = paper_of(beside).maps[0].lines
    assert [len(line.runs) for line in lines] == [1, 3]


@pytest.mark.parametrize(
    ("shown", "drawn", "places"),
    [
        ("fiets", "ﬁets", [0, 0, 1, 2, 3]),
        ("één", "e´e´n", [0, 2, 4]),
        ("één", "e\u0301e\u0301n", [0, 2, 4]),
        ("ijs", "ĳs", [0, 0, 1]),
        ("•", "\uf0b7", [0]),
        ("duidelijk-", "duidelijk\ufffe", list(range(10))),
        ("geïnd", "ge¨ınd", [0, 1, 3, 4, 5]),
    ],
)
def test_each_letter_knows_what_was_drawn_for_it(shown: str, drawn: str, places: list[int]) -> None:
    assert origins(shown, drawn) == places


@given(st.text(st.characters(exclude_categories=["Zs", "Cc", "Zl", "Zp", "Cs"]), min_size=1, max_size=30))
def test_a_word_that_is_shown_as_drawn_keeps_its_places(word: str) -> None:
    found = origins(unicodedata.normalize("NFC", word), word)
    assert found == sorted(found)
    assert all(0 <= place < len(word) for place in found)


@pytest.mark.parametrize(
    "form",
    [
        None,
        [None],
        [["a", 1000, [[0, 1, 0, 9, 8]], [1]]],
        [["ab", 1000, [[0, 1, 0, 9, 8]], [1, 2, 3, 4]]],
        [["a", 1000, [], [1, 2]]],
        [["", 1000, [[0, 0, 0, 9, 8]], []]],
        [["a", 1000, [[0, 1, 0, 9, 8]], [1, 10**9]]],
        [["a", "x", [[0, 1, 0, 9, 8]], [1, 2]]],
    ],
)
def test_what_is_no_map_is_refused(form: object) -> None:
    with pytest.raises(ValueError):
        page_map_of(form)
