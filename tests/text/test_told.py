"""What a file says of its lines and pages wins; what it does not say is recognised."""

from __future__ import annotations

from reader.text.recognise import recognise
from reader.text.told import Told, ToldLine

WORDS = "De minister schrijft aan de Kamer dat het programma voor schone lucht verder gaat dan\n"
BEGIN, GO_ON = ToldLine(), ToldLine(begins=False)


def shown(body: str, told: Told) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.reading_text(body)) for block in recognise(body, told=told).blocks]


def test_paragraphs_begin_where_the_file_says() -> None:
    body = "Een regel.\nNog een.\n\nen de derde\nDe vierde.\n"
    lines = {0: BEGIN, 1: GO_ON, 3: GO_ON, 4: BEGIN}
    assert shown(body, Told(lines)) == [
        ("paragraph", 0, "Een regel. Nog een. en de derde"),
        ("paragraph", 0, "De vierde."),
    ]


def test_headings_of_the_file_are_the_headings() -> None:
    whole = WORDS.replace(" dan\n", " door.\n")
    body = f"Lucht in de stad\n\n{whole}\nHavens\n\n{whole}\nVraag 1\n\n{whole}\n1.2 Kosten\n\n{whole}"
    told = Told({0: ToldLine("heading", level=2), 12: ToldLine("heading", level=3)})
    kinds = [(kind, level, text) for kind, level, text in shown(body, told) if kind == "heading"]
    assert kinds == [("heading", 2, "Lucht in de stad"), ("heading", 3, "Vraag 1"), ("heading", 3, "1.2 Kosten")]
    assert ("heading", 1, "Havens") in shown(body, Told())  # by its looks, where the file shows no heading


def test_pages_and_furniture_of_the_file() -> None:
    body = f"Kop boven elke pagina\n{WORDS}\f\fKop boven elke pagina\nhet vorige.\n"
    start = body.index("\f")
    pages = ((0, "iv"), (start + 1, None), (start + 2, "1"))
    furniture = ToldLine("page-furniture")
    structure = recognise(body, told=Told({0: furniture, 2: furniture}, pages))
    assert [(page.index, page.label, page.end - page.start) for page in structure.pages] == [
        (1, "iv", start + 1),
        (2, None, 1),
        (3, "1", len(body) - start - 2),
    ]
    texts = [block.reading_text(body) for block in structure.blocks if block.kind == "paragraph"]
    assert texts == [f"{WORDS.strip()} het vorige."]


def test_markers_and_notes_of_the_file() -> None:
    body = "In 2018 daalde de uitstoot met 3 procent.1\nHet gebied is 12 km2 groot.\n\n1Kamerstuk 30 175,\nnr. 4.\n"
    note = body.index("1Kamerstuk")
    lines = {0: BEGIN, 1: BEGIN, 3: ToldLine("footnote"), 4: ToldLine("footnote", begins=False)}
    told = Told(lines, markers=(body.index("1\n"), body.index("2 groot")))
    (found,) = recognise(body, told=told).footnotes
    assert (found.number, found.marker, found.start, found.end) == ("1", body.index("1\n"), note, len(body) - 1)


def test_the_subject_is_read_from_the_whole_paragraph() -> None:
    body = "Onderwerp: Beantwoording van vragen over\nschone lucht in de stad\n"
    assert recognise(body, told=Told({0: BEGIN, 1: GO_ON})).facts["title"] == (
        "Beantwoording van vragen over schone lucht in de stad"
    )


def test_items_begin_right_under_a_heading_of_the_file() -> None:
    body = "Advies\n1. De regeling is niet\nduidelijk.\n2. De toelichting ontbreekt.\nii. Ook de bijlage.\n"
    told = Told({0: ToldLine("heading", level=1), 1: BEGIN, 2: GO_ON, 3: BEGIN, 4: BEGIN})
    assert [kind for kind, _, _ in shown(body, told)] == ["heading", "list-item", "list-item", "list-item"]


def test_a_block_that_stands_apart_does_not_go_on_from_the_page_before() -> None:
    body = "Le gouvernement examine la proposition de la\n\fcommissie van de Kamer besluit hierover.\n"
    pages = ((0, None), (body.index("\f") + 1, None))
    for apart, count in ((False, 1), (True, 2)):
        told = Told({0: BEGIN, 1: ToldLine(None, apart=apart)}, pages)
        assert len(shown(body, told)) == count
