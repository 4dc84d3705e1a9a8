"""Tables whose cells have several lines are read cell by cell; columns of text are not."""

from __future__ import annotations

import pytest

from reader.importers.pdf_columns import lines_in_order
from reader.importers.pdf_lines import stretches_of
from reader.importers.pdf_page import PageLine
from reader.importers.pdf_words import Word
from tests.importers.test_pdf_columns import spread

LEFTS = (72, 250, 440)


def table(*rows: tuple[list[str], ...], room: float = 6, top: float = 100) -> list[Word]:
    """Rows of cells of lines; `room` points stand between two rows."""
    words: list[Word] = []
    base = top
    for row in rows:
        for left, cell in zip(LEFTS, row, strict=False):
            for number, text in enumerate(cell):
                words += spread(text, left, base + 12 * number)
        base += 12 * max(len(cell) for cell in row) + room
    return words


def read(words: list[Word]) -> list[PageLine]:
    return lines_in_order(stretches_of(words))


def blocks(words: list[Word]) -> list[str]:
    """The text of each block of a table."""
    found: list[str] = []
    for line in read(words):
        if line.begins is False:
            found[-1] += f" {line.text}"
        else:
            found.append(line.text)
    return found


def prose(name: str, count: int) -> list[str]:
    return [f"{name} regel {number} van tekst" for number in range(count)]


def test_the_cells_of_a_table_of_texts_are_blocks_in_the_order_of_their_rows() -> None:
    rows = [(prose("vraag", 1 + number % 3), prose("antwoord", 4 - number % 3)) for number in range(5)]
    assert blocks(table(*rows)) == [" ".join(cell) for row in rows for cell in row]


@pytest.mark.parametrize("room", [0, 6])
def test_a_row_of_figures_is_one_block_whatever_room_its_words_take(room: float) -> None:
    rows = [([str(1000 + number)], prose("post", 1 + number % 2), [f"{number},5"]) for number in range(6)]
    expected = [
        f"{1000 + number}\tpost regel 0 van tekst\t{number},5"
        if number % 2 == 0
        else f"{1000 + number} post regel 0 van tekst post regel 1 van tekst {number},5"
        for number in range(6)
    ]
    assert blocks(table(*rows, room=room)) == expected


def test_a_number_stands_before_the_text_beside_it() -> None:
    rows = [([f"{number}"], prose("vraag", 2), prose("antwoord", 3)) for number in range(1, 5)]
    shown = blocks(table(*rows))
    assert shown[:2] == ["1 vraag regel 0 van tekst vraag regel 1 van tekst", " ".join(prose("antwoord", 3))]


def test_lines_above_and_below_that_run_across_are_no_rows() -> None:
    long = "een regel die over de hele breedte van het blad loopt en bij de tekst boven of onder de tabel hoort"
    rows = [(prose("vraag", 1 + number % 3), prose("antwoord", 4 - number % 3)) for number in range(4)]
    shown = blocks(spread(long, 72, 60) + spread(long, 72, 72) + table(*rows) + spread(long, 72, 400))
    assert [shown[0], shown[1], shown[-1]] == [long] * 3
    assert shown[2:-1] == [" ".join(cell) for row in rows for cell in row]


def test_two_columns_whose_paragraphs_do_not_begin_at_one_height_are_no_table() -> None:
    left = [*prose("links", 4), "", *prose("links", 5)]
    right = [*prose("rechts", 6), "", *prose("rechts", 3)]
    words = [
        one
        for column, edge in ((left, 72), (right, 312))
        for row, text in enumerate(column)
        for one in spread(text, edge, 100 + 12 * row)
    ]
    assert [line.text for line in read(words)] == [text for text in left + right if text]


def test_a_text_beside_its_translation_is_read_column_by_column_and_neither_goes_on_in_the_other() -> None:
    french = ["le projet de loi vise à", "modifier la loi sur les étrangers", "et la détention dans les centres"]
    dutch = ["het wetsontwerp wijzigt de", "wet van vijftien december", "en de opsluiting in een centrum"]
    rows = [(french[: 1 + number % 3], [], dutch[: 3 - number % 3]) for number in range(6)]
    lines = read(table(*rows))
    assert [line.text for line in lines] == [text for side in (0, 2) for row in rows for text in row[side]]
    firsts = [line for line in lines if line.begins]
    assert [line.text for line in firsts] == [french[0], dutch[0]]


def test_a_table_of_contents_in_two_columns_is_read_column_by_column() -> None:
    entries = [f"Hoofdstuk {number} .......... {10 + number}" for number in range(12)]
    words = [
        one
        for number, text in enumerate(entries)
        for one in spread(text, 72 + 240 * (number // 6), 100 + 12 * (number % 6))
    ]
    assert [line.text for line in read(words)] == entries


def test_a_side_bar_of_a_letter_is_read_before_the_letter() -> None:
    bar = ["Ministerie van Justitie", "Contactpersoon", "mevrouw De Vries", "Ons kenmerk", "2231456"]
    words = [
        one for row in range(20) for one in spread(f"regel {row} van de brief zelf, die lang is", 72, 100 + 12 * row)
    ]
    words += [one for row, text in enumerate(bar) for one in spread(text, 420, 120 + 10 * row, 7)]
    shown = [line.text for line in read(words)]
    assert shown.index("Ons kenmerk") < shown.index("regel 10 van de brief zelf, die lang is")
    assert [text for text in shown if text in bar] == bar
