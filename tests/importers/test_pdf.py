"""PDF files become papers: real ones of parliament, one of a word processor, made ones, and unreadable ones."""

from __future__ import annotations

import re
import textwrap
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from reader.domain.errors import FileDamaged, FileNeedsPassword, FileWithoutTextLayer, ImportStopped, NoText
from reader.importers.base import Imported, read_file
from reader.importers.extracted import Extracted
from reader.importers.pdf import Pdf
from reader.questions.recognise import recognise_questions
from reader.questions.suggestions import suggest
from reader.text.structure import Structure
from tests.importers.pdf_maker import Run, Sheet, column, pdf

FILES = Path(__file__).parents[1] / "files" / "pdf"
QUESTIONS = sorted((FILES / "aanhangsel").glob("*.pdf"))
# counted by hand: the labels of the questions in each file
LABELS = dict(
    zip(
        (1076, 1292, 1432, 1893, 1949, 1980, 1984, 2168, 2313, 2367, 2395, 878),
        (5, 10, 6, 7, 4, 6, 10, 10, 10, 5, 5, 7),
        strict=True,
    )
)
# read by hand: the day on which the answer came in
ANSWERED = {
    1076: "2024-02-20", 1292: "2024-03-21", 1432: "2024-04-05", 1893: "2024-06-03", 1949: "2024-06-11",
    1980: "2024-06-13", 1984: "2024-06-14", 2168: "2024-07-17", 2313: "2024-08-22", 2367: "2024-08-29",
    2395: "2024-08-30", 878: "2024-01-26",
}  # fmt: skip
AIR = (
    "De minister heeft de Kamer in het voorjaar geïnformeerd over de voortgang van het programma voor schone lucht. "
    "Het aantal meetpunten is sindsdien verdubbeld en gemeenten krijgen een vergoeding voor het onderhoud."
)
COSTS = (
    "Onderzoekers verwachten dat verdere maatregelen pas na twee jaar zichtbaar worden. "
    "De provincies dragen een kwart van de kosten van het programma en het rijk draagt de rest daarvan."
)


@cache
def imported(path: Path) -> Imported:
    return read_file(path)


WORDS = ("Eerst", "Daarna", "Vervolgens", "Tegelijk", "Intussen", "Later", "Bovendien", "Tot slot")


def extract(data: bytes) -> Extracted:
    return Pdf().extract(data, "stuk.pdf", lambda _share: None)


def blocks(paper: Extracted) -> list[tuple[str, str]]:
    return [(block.kind, block.reading_text(paper.body)) for block in paper.structure.blocks]


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_an_appendix_says_what_it_is(path: Path) -> None:
    document, text = imported(path).document, imported(path).text
    number = path.stem.rsplit("-", 1)[1]
    assert (document.kind, document.number, document.session) == ("kamervragen", number, "2023-2024")
    assert (document.date, document.chamber) == (ANSWERED[int(number)], "Tweede Kamer")
    assert document.title[0].isupper()
    assert "\n" not in document.title
    assert (text.media_type, text.original) == ("application/pdf", path.read_bytes())
    assert text.importer.startswith("pdf 3 (pdfium ")
    assert imported(path).warnings == ()


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_every_question_of_an_appendix_is_answered(path: Path) -> None:
    text = imported(path).text
    structure = Structure.from_bytes(text.structure)
    exchange = recognise_questions(structure, text.body)
    assert exchange.kind == "kamervragen"
    assert len(exchange.questions) == len(exchange.answers) == LABELS[int(path.stem.rsplit("-", 1)[1])]
    sure = {one.question for one in suggest(exchange) if one.band == "strong"}
    assert sure == {question.id for question in exchange.questions}
    assert exchange.head is not None
    assert exchange.head.askers
    assert exchange.head.addressees
    assert exchange.head.answered == ANSWERED[int(path.stem.rsplit("-", 1)[1])]
    assert [page.label for page in structure.pages] == [str(number + 1) for number in range(len(structure.pages))]
    assert [note.number for note in structure.footnotes] == [str(n + 1) for n in range(len(structure.footnotes))]
    assert all(note.start is not None for note in structure.footnotes)


def test_labels_accents_and_words_broken_at_a_line_end_of_the_appendices() -> None:
    assert sum(LABELS.values()) == 85
    by_number = {int(path.stem.rsplit("-", 1)[1]): imported(path) for path in QUESTIONS}
    body = by_number[2367].text.body
    exchange = recognise_questions(Structure.from_bytes(by_number[2367].text.structure), body)
    assert exchange.questions[3].label == "Vraag 7, 8, 9 10 en 11"
    assert exchange.questions[3].numbers == (7, 8, 9, 10, 11)
    shown = " ".join(text for _, text in blocks_of(by_number[2367]))
    assert "wettelijke verplichtingen de verantwoordelijkheid hebben" in shown  # broken by a hyphen
    assert "verleidelijk»»1? " in shown  # the raised figure before the question mark
    assert "Yeşilgöz-Zegerius" in by_number[1949].text.body  # the cedilla is drawn on its own
    assert "\ufffe" not in "".join(paper.text.body for paper in by_number.values())
    assert "Inge vanDijk" in by_number[878].text.body  # an error of the paper itself is not corrected in silence


def blocks_of(paper: Imported) -> list[tuple[str, str]]:
    structure = Structure.from_bytes(paper.text.structure)
    return [(block.kind, block.reading_text(paper.text.body)) for block in structure.blocks]


def test_a_long_title_is_kept_whole_because_it_is_cited() -> None:
    title = imported(next(path for path in QUESTIONS if path.stem.endswith("-1432"))).document.title
    assert title == (
        "De reactie op de motie van het lid Van Zanten c.s. over geen subsidiebeleid voor inclusie en diversiteit "
        "met een dwingend karakter en een evenredigere verdeling van cultuursubsidies over Nederland"
    )


def test_the_same_file_gives_the_same_text_again() -> None:
    data = (FILES / "columns.pdf").read_bytes()
    once, again = extract(data), extract(data)
    assert (once.body, once.structure) == (again.body, again.structure)


def test_a_paper_of_a_word_processor() -> None:
    """Two columns in the middle, an outline, notes, a list, a table, heads and feet; read off the page by eye."""
    paper = extract((FILES / "columns.pdf").read_bytes())
    shown = blocks(paper)
    headings = [
        (block.level, block.reading_text(paper.body)) for block in paper.structure.blocks if block.kind == "heading"
    ]
    assert headings == [
        (1, "Schone lucht in de stad"),
        (1, "1. Inleiding"),
        (1, "2. Metingen in twee kolommen"),
        (2, "2.1 Overzicht van de kosten"),
        (1, "3. Vervolg"),
    ]
    assert paper.structure.facts["title"] == "Schone lucht in de stad"
    assert [page.label for page in paper.structure.pages] == ["1", "2", "3", "4"]
    furniture = [text for kind, text in shown if kind == "page-furniture"]
    assert furniture == [
        text
        for page in range(1, 5)
        for text in ("Ministerie van Infrastructuur en Waterstaat", f"Schone lucht in de stad, pagina {page}")
    ]
    notes = [text for kind, text in shown if kind == "footnote"]
    assert notes[0].endswith("in stedelijke gebieden en rond havens.")
    assert notes[1] == "2Jaarverslag 2023 van het meetnet, bladzijde 14."
    assert [text[:14] for kind, text in shown if kind == "list-item"] == [
        "• onderhoud va",
        "• aankoop van ",
        "• inhuur van o",
    ]
    assert ("paragraph", "Aankoop van meters\t0,8 miljoen\t0,3 miljoen") in shown
    assert shown[-2] == ("signature", "De Minister van Infrastructuur en Waterstaat, J. Pietersen")
    paragraphs = [text for kind, text in shown if kind == "paragraph" and "\t" not in text]
    assert all(text[0].isupper() or text[0].isdigit() for text in paragraphs)  # no column was cut into another
    assert all(text.endswith(".") for text in paragraphs)


def test_justified_columns_of_handelingen_are_read_paragraph_by_paragraph() -> None:
    """Three columns as a formatter for official papers (Apache FOP) sets them, with lines too long for their column."""
    expected = (FILES / "three-columns.txt").read_text("utf-8").splitlines()
    shown = blocks(extract((FILES / "three-columns.pdf").read_bytes()))
    assert [text for kind, text in shown if kind != "page-furniture"] == expected
    assert {text for kind, text in shown if kind == "page-furniture"} == {
        "Tweede Kamer, Omgevingswet", *(f"70-8-{page}" for page in range(1, 4)),
    }  # fmt: skip


def test_columns_are_read_one_after_the_other() -> None:
    runs = [Run("Schone lucht", 72, 60, 16, bold=True), *column(AIR, letters=34), *column(COSTS, left=320, letters=34)]
    assert blocks(extract(pdf(runs))) == [("heading", "Schone lucht"), ("paragraph", AIR), ("paragraph", COSTS)]
    assert blocks(extract(pdf(runs[::-1]))) == blocks(extract(pdf(runs)))  # whatever the order in which they are drawn


def test_a_table_is_read_row_by_row() -> None:
    cells = (
        ("Post", "2024", "2025"),
        ("Onderhoud", "1,2", "1,4"),
        ("Aankoop", "0,8", "0,3"),
        ("Onderzoek", "0,5", "0,5"),
    )
    runs = [
        Run(text, 72 + 150 * place, 100 + 14 * row) for row, line in enumerate(cells) for place, text in enumerate(line)
    ]
    assert extract(pdf(runs)).body.splitlines() == ["\t".join(line) for line in cells]


def test_a_side_bar_does_not_cut_the_letter() -> None:
    bar = column("Directie Lucht", "Postbus 20901", "Den Haag", left=470, letters=20, size=7, leading=9, top=95)
    letter = column(AIR, COSTS, letters=60, room=12)
    assert blocks(extract(pdf([*letter, *bar])))[-2:] == [("paragraph", AIR), ("paragraph", COSTS)]


@pytest.mark.parametrize(("turn", "rotation"), [(1, 90), (3, 270), (1, 0)])
def test_a_page_that_is_turned_is_read_upright(turn: int, rotation: int) -> None:
    lines = ("Dit staat op zijn kant op een breed blad,", "en het gaat hier zo nog door.")
    step = 12 if turn == 1 else -12
    runs = [Run(line, 300 + step * number, 700 if turn == 1 else 100, turn=turn) for number, line in enumerate(lines)]
    assert blocks(extract(pdf(Sheet(runs, rotation=rotation)))) == [("paragraph", " ".join(lines))]


def test_text_on_its_side_is_kept_apart() -> None:
    shown = blocks(extract(pdf([*column(AIR), Run("CONCEPT", 30, 700, 8, turn=1), *column(COSTS, top=160)])))
    assert shown == [("paragraph", AIR), ("paragraph", COSTS), ("paragraph", "CONCEPT")]


def test_heads_feet_and_numbers_of_pages() -> None:
    def sheet(number: int, text: str) -> Sequence[Run]:
        text = f"{WORDS[number % len(WORDS)]} {text}"
        head = Run("Rapport Schone lucht" if number % 2 else "Rekenkamer", 72, 40, 8)
        return [head, *column(text), Run(f"- {number} -", 280, 810, 8)]

    paper = extract(pdf(*(sheet(number, text) for number, text in enumerate((AIR, COSTS) * 4, start=17))))
    assert [page.label for page in paper.structure.pages] == [str(number) for number in range(17, 25)]
    assert [text for kind, text in blocks(paper) if kind != "page-furniture"] == [
        f"{WORDS[number % len(WORDS)]} {AIR if number % 2 else COSTS}" for number in range(17, 25)
    ]
    start, end = paper.structure.pages[3].start, paper.structure.pages[3].end
    assert paper.body[start:end].startswith("Rekenkamer\n")
    assert paper.body[start:end].rstrip("\f").endswith("- 20 -\n")


def test_a_paragraph_runs_on_over_a_page_break_past_foot_and_notes() -> None:
    note = [Run("1", 72, 700, 6), Run("Kamerstuk 30 175, nr. 4.", 80, 703, 8)]
    first = [*column("De minister schrijft het volgende."), Run("1", 276, 96, 6), *column(AIR, top=124)[:2], *note]
    rest = AIR.split("meetpunten", 1)[1]
    second = column(rest[1:] + " " + COSTS)
    paper = extract(pdf([*first, Run("Blz. 1", 280, 810, 8)], [*second, Run("Blz. 2", 280, 810, 8)]))
    assert [text for kind, text in blocks(paper) if kind == "paragraph"][1] == f"{AIR} {COSTS}"
    (found,) = paper.structure.footnotes
    assert paper.body[found.marker] == "1"
    assert found.start is not None
    assert paper.body[found.start : found.end] == "1 Kamerstuk 30 175, nr. 4."


def test_what_is_large_or_in_the_outline_is_a_heading() -> None:
    runs = [
        Run("Lucht", 72, 60, 18, bold=True),
        *column(AIR),
        Run("Kosten", 72, 160, 13, bold=True),
        *column(COSTS, top=180),
        Run("Een regel die alleen de inhoudsopgave als kop kent", 72, 240),
        *column(AIR, top=260),
    ]
    shown = extract(pdf(runs)).structure.blocks
    assert [(block.kind, block.level) for block in shown][:4] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
    ]
    listed = extract(pdf(runs, outline=[("Een regel die alleen de inhoudsopgave als kop kent", 0)])).structure.blocks
    assert [block.kind for block in listed] == ["heading", "paragraph"] * 3


def test_labels_that_the_file_gives_its_pages() -> None:
    paper = extract(pdf(column(AIR), column(COSTS), column(AIR), labels="0 << /S /r >> 2 << /S /D /St 5 >>"))
    assert [page.label for page in paper.structure.pages] == ["i", "ii", "5"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Schone lucht in de stad", "Schone lucht in de stad"),
        ("brief v3.docx", None),
        ("None", None),
        ("Naamloos 1", None),
    ],
)
def test_the_title_in_the_file_counts_when_it_is_one(title: str, shown: str | None) -> None:
    assert extract(pdf(column(AIR), title=title)).structure.facts.get("title") == shown


def test_pages_without_text() -> None:
    picture = Sheet(picture=True)
    with pytest.raises(FileWithoutTextLayer, match="scan"):
        extract(pdf(picture, picture))
    with pytest.raises(NoText):
        extract(pdf(Sheet(), Sheet()))
    paper = extract(pdf(picture, column(AIR), picture))
    assert paper.warnings == ("Without text, like a scan: pages 1, 3.",)
    assert [(page.index, page.end - page.start > 5) for page in paper.structure.pages] == [
        (1, False),
        (2, True),
        (3, False),
    ]


def test_files_that_cannot_be_read() -> None:
    whole = pdf(column(AIR))
    with pytest.raises(FileNeedsPassword, match=r"“stuk\.pdf” is protected with a password"):
        extract((FILES / "locked.pdf").read_bytes())
    with pytest.raises(FileDamaged, match=r"“stuk\.pdf” is damaged or not complete: it could not be read as PDF"):
        extract(whole[:200])
    with pytest.raises(FileDamaged):
        extract(b"%PDF-1.7\n" + bytes(range(256)) * 40)
    assert extract(whole[: whole.index(b"startxref")]).warnings == (
        "The end of the file is missing: pages may be missing too.",
    )


def test_a_pdf_is_known_by_its_content() -> None:
    whole = pdf(column(AIR))
    assert Pdf().accepts(whole)
    assert Pdf().accepts(b"\r\n" * 200 + whole)
    assert not Pdf().accepts(b" " * 1100 + whole)
    assert not Pdf().accepts(b"Een bestand dat met %PDF-1.7 begint is een PDF.")


def test_progress_rises_and_can_stop_the_work() -> None:
    shares: list[float] = []
    data = (FILES / "columns.pdf").read_bytes()
    Pdf().extract(data, "stuk.pdf", shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)

    def stop(share: float) -> None:
        if share > 0:
            raise ImportStopped(name="stuk.pdf")

    before = threading.active_count()
    with pytest.raises(ImportStopped):
        Pdf().extract(data, "stuk.pdf", stop)
    assert threading.active_count() == before


def stretched(text: str, letters: int, left: float, top: float) -> list[Run]:
    """Lines set to both edges of a column: a word is a run, and all spaces of a line are as wide; the last is not."""
    runs: list[Run] = []
    lines = textwrap.wrap(text, letters, break_on_hyphens=False)
    for number, line in enumerate(lines):
        words = line.split()
        room = letters - sum(map(len, words)) if number < len(lines) - 1 else len(words) - 1
        place = 0.0
        for word in words:
            runs.append(Run(word, left + 6 * place, top + 12 * number))
            place += len(word) + room / max(1, len(words) - 1)
    return runs


def test_wide_spaces_in_a_narrow_column_with_straight_edges_make_no_table() -> None:
    runs = stretched(AIR, 40, 72, 60)
    assert len({run.base for run in runs}) < len(runs) / 3
    assert blocks(extract(pdf(runs))) == [("paragraph", AIR)]


def test_a_title_in_the_text_at_the_same_height_on_several_pages_is_no_running_head() -> None:
    pages = [
        [
            Run("Jaarverslag van de dienst", 72, 30),
            Run(f"{word} staat hier de laatste regel van de alinea van de vorige bladzijde.", 72, 60),
            Run(title, 72, 85, 14),
            *column(AIR, top=120),
        ]
        for word, title in zip(WORDS, ("Paragraaf 3", "Paragraaf 8", "Paragraaf 9"), strict=False)
    ]
    shown = blocks(extract(pdf(*pages)))
    assert [text for kind, text in shown if kind == "page-furniture"] == ["Jaarverslag van de dienst"] * 3
    assert [text for kind, text in shown if kind == "heading"] == ["Paragraaf 3", "Paragraaf 8", "Paragraaf 9"]


def test_the_numbers_in_a_table_of_contents_in_smaller_type_stay_beside_their_lines() -> None:
    entries = ("Vragen en opmerkingen vanuit de fracties", "Vragen van de leden van de VVD-fractie", "Antwoord")
    table = [
        run
        for number, entry in enumerate(entries)
        for run in (Run(entry, 72, 240 + 14 * number, 8), Run(str(number + 2), 500, 240 + 14 * number, 8))
    ]
    paper = extract(pdf([*column(AIR, COSTS, room=12), *table]))
    assert paper.body.splitlines()[-3:] == [f"{entry}\t{number}" for number, entry in enumerate(entries, 2)]


def test_a_list_in_a_list_begins_also_behind_a_line_without_a_stop() -> None:
    lines = (("1. het vergunnen van lozingen, namelijk", 72), ("a) van zware metalen;", 100), ("b) van olie.", 100))
    runs = [Run(line, left, 300 + 12 * number) for number, (line, left) in enumerate(lines)]
    shown = blocks(extract(pdf([*column(AIR), *runs])))
    assert shown[-3:] == [("list-item", line) for line, _ in lines]


def test_figures_that_the_font_itself_draws_high_lead_to_their_notes() -> None:
    """raised-figures.pdf has figures of one size with the text, made for notes, before and behind a comma."""
    paper = extract((FILES / "raised-figures.pdf").read_bytes())
    notes = [(note.number, paper.body[note.start or 0 : note.end]) for note in paper.structure.footnotes]
    assert notes == [("1", "1Kamerstuk 30 175, nr. 4."), ("2", "2Zie ook de motie."), ("3", "3Idem.")]
    assert blocks(paper)[0][1].startswith("De leden van de fractie")
    assert "D66 en de EU27 dit" in paper.body


def test_a_table_on_a_page_that_is_turned_is_read_by_rows() -> None:
    rows = [
        ("Libië", "1000", "opvang"),
        ("Niger", "900", "terugkeer naar huis"),
        ("Egypte", "75", "p, q"),
        ("Mali", "8", "A"),
    ]
    runs = [
        Run(cell, 200 + 16 * number, 700 - place, turn=1)
        for number, row in enumerate(rows)
        for place, cell in zip((0, 150, 300), row, strict=True)
    ]
    assert extract(pdf(Sheet(runs, rotation=90))).body.splitlines() == ["\t".join(row) for row in rows]


def test_texts_of_cells_do_not_go_on_in_those_of_the_next_page() -> None:
    def sheet(first: int) -> list[Run]:
        return [
            run
            for row in range(4)
            for place, lines in ((72, 1 + row % 3), (320, 3 - row % 3))
            for number in range(lines)
            for run in [Run(f"de cel {first + row} regel {number} van tekst", place, 560 + 50 * row + 12 * number)]
        ]

    shown = [text for _, text in blocks(extract(pdf(sheet(1), sheet(5))))]
    assert len(shown) == 16
    assert all(len(set(re.findall(r"cel (\d)", text))) == 1 for text in shown)
