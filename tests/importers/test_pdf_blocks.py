"""Where paragraphs and notes begin, and which headings a page shows."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reader.importers.pdf_blocks import begins, notes_of, setting_of
from reader.importers.pdf_furniture import furniture_of, printed_numbers
from reader.importers.pdf_headings import with_headings
from reader.importers.pdf_page import Bookmark, Mark, PageLine, PdfPage
from reader.text.told import ToldLine

FULL = "de minister schrijft aan de Kamer dat het programma voor schone lucht"


def line(
    text: str,
    row: float,
    *,
    left: float = 72,
    size: float = 10,
    bold: float = 0,
    label: float = 0,
    marks: Sequence[Mark] = (),
) -> PageLine:
    """A line with letters of one width, `row` lines down; with `label` its text begins that many letters on."""
    letter = 0.6 * size
    base = 100 + 12 * row
    first = letter * len(text.split()[0])
    return PageLine(
        text, left, left + letter * len(text), base - 0.7 * size, base + 0.2 * size, size, bold, first,
        left + letter * label, tuple(marks), 1, 0,
    )  # fmt: skip


def page(*lines: PageLine) -> PdfPage:
    return PdfPage(595, 842, list(lines), (), picture=False, broken=False)


def starts(*lines: PageLine) -> list[bool]:
    sheet = page(*lines)
    setting = setting_of([sheet], [range(len(lines))])
    found = [True]
    first = above = lines[0]
    for one in lines[1:]:
        found.append(begins(setting, 0, first, above, one))
        first, above = one if found[-1] else first, one
    return found


@pytest.mark.parametrize(
    ("above", "below", "new"),
    [
        ("en dat is bekend.", "De provincies betalen mee.", True),  # the next word would have fitted
        (FULL[:-4] + "gas.", "De provincies betalen mee.", False),  # it would not
        ("en dat is bekend", "de provincies betalen mee.", False),  # the sentence goes on
        ("wordt overge-", "laten aan de provincies.", False),
        ("en dat is bekend.", "• De provincies betalen mee.", True),
    ],
)
def test_a_line_that_was_not_full_ends_a_paragraph(above: str, below: str, *, new: bool) -> None:
    assert starts(line(FULL, 0), line(FULL, 1), line(FULL, 2), line(above, 3), line(below, 4))[-1] is new


def test_room_and_another_size_or_weight_begin_a_block() -> None:
    assert starts(line(FULL, 0), line(FULL, 1), line(FULL, 2.6), line(FULL, 3.6)) == [True, False, True, False]
    assert starts(line(FULL, 0), line(FULL, 1, size=9), line(FULL, 2, size=9)) == [True, True, False]
    assert starts(line(FULL, 0, bold=1), line(FULL, 1), line(FULL, 2, bold=0.4)) == [True, True, False]


def test_an_indent_begins_a_paragraph_and_hanging_lines_do_not() -> None:
    assert starts(line(FULL + ".", 0), line(FULL, 1, left=90), line(FULL, 2)) == [True, True, False]
    item, hanging = line("1. " + FULL, 0, label=3), line(FULL, 1, left=90)
    assert starts(item, hanging, line("2. " + FULL, 2, label=3), line(FULL, 3, left=90)) == [True, False, True, False]


def test_the_foot_in_small_type_is_notes_when_a_figure_above_leads_there() -> None:
    raised = line(FULL + ".1", 0, marks=[Mark(len(FULL) + 1, len(FULL) + 2)])
    foot = [
        line("1 Kamerstuk 30 175, nr. 4,", 40, size=8),
        line("bladzijde 3.", 41, size=8),
        line("2 Idem.", 42, size=8),
    ]
    assert notes_of([page(raised, *foot)], [range(4)], 10) == {(0, 1): True, (0, 2): False, (0, 3): True}
    assert notes_of([page(line(FULL, 0), *foot)], [range(4)], 10) == {}


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    raised = line(FULL + ".1", 0, marks=[Mark(len(FULL) + 1, len(FULL) + 2)])
    one = page(raised, line("1 Kamerstuk 30 175, zie ook de", 40, size=8))
    two = page(line(FULL, 0), line("brief van de minister.", 40, size=8))
    assert notes_of([one, two], [range(2), range(2)], 10) == {(0, 1): True, (1, 1): True}


def test_repeated_lines_at_the_edges_are_furniture_and_labels_of_questions_are_not() -> None:
    pages = [
        page(line("Vraag 1", -6), line(f"{word} {FULL}", 5), line(f"Pagina {number} van 9", 58, size=8))
        for number, word in enumerate(("Eerst", "Daarna", "Later"), start=4)
    ]
    furniture = furniture_of(pages)
    assert furniture == {(0, 2), (1, 2), (2, 2)}
    assert printed_numbers(pages, furniture) == ["4", "5", "6"]
    assert printed_numbers(pages, set()) == [None] * 3


@pytest.mark.parametrize("form", ["70-8-{}", "67-43{:02}", "Tweede Kamer, Omgevingswet 70-8-{}"])
def test_the_number_of_a_sitting_and_its_item_stands_before_the_page_in_handelingen(form: str) -> None:
    pages = [page(line(FULL, 5), line(form.format(number), 58)) for number in (1, 2, 3)]
    furniture = furniture_of(pages)
    assert furniture == {(0, 1), (1, 1), (2, 1)}
    printed = ["4301", "4302", "4303"] if "43" in form else ["1", "2", "3"]
    assert printed_numbers(pages, furniture) == printed


def test_a_date_or_number_of_a_file_at_the_foot_of_each_page_is_furniture_and_a_figure_is_not() -> None:
    for foot, is_furniture in (("34 775", True), ("21-11-2026", True), ("12", False)):
        pages = [page(line(FULL, 5), line(foot, 58)) for _ in range(4)]
        assert furniture_of(pages) == ({(number, 1) for number in range(4)} if is_furniture else set())


def test_a_head_is_furniture_too_where_a_page_reads_its_parts_apart() -> None:
    def whole() -> PdfPage:
        head = line("Tweede Kamer\tTK 70", -5)._replace(cells=2)
        return page(head, line(FULL, 5))

    apart = page(line("Tweede Kamer", -5), line(FULL, 5), line("TK 70", -5, left=500), line(FULL, 5, left=320))
    assert furniture_of([whole(), apart, whole()]) == {(0, 0), (1, 0), (1, 2), (2, 0)}


def test_a_line_that_runs_into_the_next_column_does_not_move_the_edge_of_its_own() -> None:
    lines = [line("een regel van de kolom", row) for row in range(6)]
    lines[3] = line("een regel met bijzonderlangewoordenachtereen", 3)
    lines += [line("een regel ernaast", row, left=240)._replace(column=1) for row in range(6)]
    assert setting_of([page(*lines)], [range(12)]).edges[0, 0] == lines[0].right


def test_the_same_form_on_every_page_is_text() -> None:
    pages = [
        page(line("De Kamer,", 20), line("gehoord de beraadslaging,", 21), line(f"constaterende dat {word} daalt", 22))
        for word in ("fijnstof", "geluid", "verkeer", "rook")
    ]
    assert furniture_of(pages) == set()


def test_a_line_that_was_nearly_full_ends_no_sentence() -> None:
    ragged = FULL[: FULL.rindex(" ")]  # the next word would just have fitted
    assert starts(line(FULL, 0), line(FULL, 1), line(ragged, 2), line("Unie die het geld", 3))[-1] is False


def test_a_short_line_ends_a_heading_that_no_room_parts_from_an_indented_text() -> None:
    assert starts(line(FULL, 0), line(FULL + ".", 1), line("Vrijwillige terugkeer", 2), line("De" + FULL, 3, left=90))[
        -1
    ]


def test_a_title_in_capitals_goes_on() -> None:
    assert starts(line(FULL, 0), line(FULL, 1), line("BRIEF VAN DE MINISTER", 2), line("VAN DEFENSIE", 3))[-1] is False


def test_an_entry_of_a_table_of_contents_ends_in_the_number_of_a_page() -> None:
    entry = "Inleiding ............................................................ 5"
    assert starts(line(entry, 0), line("de bevindingen ........................ 12", 1)) == [True, True]


def test_what_follows_an_item_at_the_edge_of_its_label_is_no_part_of_it() -> None:
    item = line("b)  " + FULL[:-4] + "gas.", 2, label=4)
    assert starts(line(FULL, 0), line(FULL + ":", 1), item, line("Verantwoordelijkheden", 3)) == [
        True,
        False,
        True,
        True,
    ]


def test_a_stretched_column_ends_a_paragraph_where_a_line_is_shorter() -> None:
    lines = [line(FULL, row) for row in range(8)] + [line(FULL[:-4] + "gas.", 8), line("Verantwoordelijkheden", 9)]
    lines[8] = lines[8]._replace(right=lines[0].right - 15)
    assert starts(*lines)[-1] is True
    inset = [one._replace(right=lines[8].right) for one in (line(FULL, 8), line(FULL[:-4] + "gas.", 9))]
    assert starts(*lines[:8], *inset, line("Verantwoordelijkheden", 10))[-1] is False  # all of a box is narrower


def test_a_note_goes_on_at_the_foot_of_the_next_column() -> None:
    raised = line(FULL + ".1", 0, marks=[Mark(len(FULL) + 1, len(FULL) + 2)])
    note = line(f"1 Kamerstuk 30 175, nr. 4, {FULL}", 40, size=8)._replace(right=raised.right)
    beside = [
        line(FULL, 0, left=300)._replace(column=1),
        line("30 maart 2018.", 40, left=300, size=8)._replace(column=1),
    ]
    assert notes_of([page(raised, note, *beside)], [range(4)], 10) == {(0, 1): True, (0, 3): True}
    short = note._replace(right=300)
    assert notes_of([page(raised, short, *beside)], [range(4)], 10) == {(0, 1): True}


def headings(lines: Sequence[PageLine], *bookmarks: Bookmark) -> list[int]:
    told = {(0, index): ToldLine() for index in range(len(lines))}
    found = with_headings([page(*lines)], told, bookmarks, 10)
    return [found[0, index].level if found[0, index].kind == "heading" else 0 for index in range(len(lines))]


def test_headings_have_levels_by_size_weight_and_number() -> None:
    lines = [
        line("Schone lucht", 0, size=18), line("1. Metingen", 3, size=12, bold=1), line(FULL, 5),
        line("1.1 Havens", 7, size=12, bold=1), line(FULL, 9), line("Overig", 11, bold=1), line(FULL, 13),
        line("Kunt u dat bevestigen?", 15, bold=1), line("Ja, dat klopt.", 17, bold=1), line(FULL, 19),
    ]  # fmt: skip
    assert headings(lines) == [1, 2, 0, 3, 0, 3, 0, 0, 0, 0]


def test_a_line_in_italics_is_the_lowest_heading_above_text_that_is_not() -> None:
    italic = line("Vrijwillige terugkeer", 5)._replace(italic=1)
    above = [line("Metingen", 0, bold=1), line(FULL, 2), line(FULL, 3)]
    assert headings([*above, italic, line(FULL, 7), line(FULL, 9)]) == [1, 0, 0, 2, 0, 0]
    assert headings([*above, italic, line(FULL, 7)._replace(italic=1), line(FULL, 9)]) == [1, 0, 0, 0, 0, 0]
    question = line("Kunt u dat bevestigen?", 5)._replace(italic=1)
    assert headings([*above, question, line(FULL, 7)]) == [1, 0, 0, 0, 0]


def test_the_outline_in_the_file_wins() -> None:
    lines = [line("Schone lucht", 0, size=18), line(FULL, 3), line("Havens", 5), line(FULL, 7)]
    assert headings(lines, Bookmark(2, "Havens", 0), Bookmark(1, "Niet op dit blad", 0)) == [1, 0, 2, 0]
