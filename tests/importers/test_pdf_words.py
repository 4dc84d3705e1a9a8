"""The words on a page: what is drawn is what is read."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2_raw as pdfium
import pytest

from reader.importers.pdf_words import PageWords, words_of
from tests.importers.pdf_maker import HEIGHT, LETTER, WIDTH, Run, Sheet, pdf


@contextmanager
def opened(data: bytes) -> Iterator[PageWords]:
    configuration = pdfium.FPDF_LIBRARY_CONFIG()
    configuration.version = 2
    pdfium.FPDF_InitLibraryWithConfig(configuration)
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    page = pdfium.FPDF_LoadPage(document, 0)
    try:
        yield words_of(page)
    finally:
        pdfium.FPDF_ClosePage(page)
        pdfium.FPDF_CloseDocument(document)


def read(*runs: Run, rotation: int = 0) -> PageWords:
    with opened(pdf(Sheet(runs, rotation=rotation))) as words:
        return words


def test_a_word_knows_its_place_size_and_weight() -> None:
    words = read(Run("Schone lucht", 72, 100, 12, bold=True), Run("langs", 72, 130)).upright
    assert [(word.text, word.size, word.bold) for word in words] == [
        ("Schone", 12, True), ("lucht", 12, True), ("langs", 10, False),
    ]  # fmt: skip
    lucht = words[1]
    assert lucht.left == pytest.approx(72 + 7 * LETTER * 12, abs=0.5)
    assert lucht.right == pytest.approx(72 + 12 * LETTER * 12, abs=0.5)
    assert lucht.top < 100 < lucht.bottom  # the letters stand on the base, and hang below it


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_a_turned_page_has_the_same_order(turn: int) -> None:
    runs = [Run("eerst dan", 300, 400, turn=turn), Run("x", 500, 500, turn=(turn + 2) % 4)]
    page = read(*runs)
    assert [word.text for word in page.upright] == ["eerst", "dan"]
    assert page.upright[0].right < page.upright[1].left
    assert [[word.text for word in words] for words in page.turned] == [["x"]]
    assert (page.width, page.height) == ((WIDTH, HEIGHT) if turn % 2 == 0 else (HEIGHT, WIDTH))


def test_a_raised_figure_is_a_word_of_its_own() -> None:
    page = read(Run("gevraagd.", 72, 100), Run("2", 72 + 9 * LETTER * 10, 96, 6))
    assert [(word.text, word.size) for word in page.upright] == [("gevraagd.", 10), ("2", 6)]


def test_a_space_that_is_only_room_is_seen() -> None:
    page = read(Run("Inge van", 72, 100), Run("Dijk (CDA)", 72 + 8 * LETTER * 10 + 2.5, 100))
    assert " ".join(word.text for word in page.upright) == "Inge van Dijk (CDA)"


def test_a_hyphen_at_a_line_end_is_a_hyphen() -> None:
    page = read(Run("de verant-", 72, 100), Run("woordelijkheid", 72, 112))
    assert [(word.text, word.apart) for word in page.upright] == [("de", 0), ("verant-", 1), ("woordelijkheid", 2)]


def test_what_lies_outside_the_page_is_left_out() -> None:
    assert [word.text for word in read(Run("binnen", 72, 100), Run("buiten", 700, 100)).upright] == ["binnen"]


def test_a_page_without_words() -> None:
    page = read()
    assert (page.width, page.height, page.upright, page.turned) == (WIDTH, HEIGHT, [], [])
    assert ctypes.sizeof(pdfium.FS_RECTF) == 16  # four numbers, as the fast calls take them for granted
