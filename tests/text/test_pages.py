"""Pages by form feeds, by an extractor's indent, by footers; printed numbers; furniture."""

from __future__ import annotations

from reader.text.pages import page_at, page_span_label
from reader.text.recognise import recognise
from reader.text.structure import Page

SENTENCE = (
    "Het kabinet hecht aan een zorgvuldige behandeling van de vragen die de\n"
    "leden van de fracties daarover hebben gesteld.\n\n"
)
TOPICS = ("veiligheid", "onderwijs", "zorg", "landbouw", "migratie")


def page(footer: str, topic: str = "wonen") -> str:
    """A page whose first and last lines no other page has."""
    edge = f"Over {topic} schrijft het kabinet dat daar met {topic} veel aan wordt\ngedaan, en {topic} gaat door.\n\n"
    return edge * 3 + SENTENCE * 3 + edge * 3 + footer + "\n"


def pages_of(footers: list[str]) -> str:
    return "\f".join(page(footer, topic) for footer, topic in zip(footers, TOPICS, strict=False))


def test_form_feeds_start_pages() -> None:
    body = "\f".join(page("") for _ in range(3))
    pages = recognise(body).pages
    assert [(found.index, found.label) for found in pages] == [(1, None), (2, None), (3, None)]
    assert [body[found.start - 1] for found in pages[1:]] == ["\f", "\f"]


def test_a_text_without_signs_has_no_pages() -> None:
    assert recognise(SENTENCE * 40).pages == ()
    assert recognise("één regel").pages == ()


def test_an_indent_of_one_is_no_page_in_other_files() -> None:
    assert recognise(SENTENCE.replace("\nleden", "\n leden") * 40).pages == ()


def test_numbers_that_agree_are_printed_numbers() -> None:
    body = pages_of([f"Tweede Kamer, vergaderjaar 2023–2024, 36 410, nr. 5 {number}" for number in (4, 5, 6)])
    structure = recognise(body)
    assert [found.label for found in structure.pages] == ["4", "5", "6"]
    assert [block.kind for block in structure.blocks].count("page-furniture") == 3
    assert structure.facts["dossier"] == "36410"
    assert structure.facts["number"] == "5"
    assert structure.references == ()


def test_one_number_alone_proves_nothing() -> None:
    body = page("Tweede Kamer, vergaderjaar 2023–2024, 36 410, nr. 5 4") + "\f" + page("")
    assert [found.label for found in recognise(body).pages] == [None, None]


def test_numbers_that_contradict_each_other_prove_nothing() -> None:
    body = pages_of([str(number) for number in (3, 9, 2, 17)])
    assert {found.label for found in recognise(body).pages} == {None}


def test_plain_page_numbers_at_the_foot() -> None:
    structure = recognise(pages_of([f"Pagina {number} van 4" for number in (1, 2, 3, 4)]))
    assert [found.label for found in structure.pages] == ["1", "2", "3", "4"]
    assert sum(block.kind == "page-furniture" for block in structure.blocks) == 4


def test_running_heads_are_furniture() -> None:
    body = "\f".join(f"Jaarverslag van de Rekenkamer {number}\n\n" + page("", TOPICS[number]) for number in range(4))
    structure = recognise(body)
    assert sum(block.kind == "page-furniture" for block in structure.blocks) == 4


def test_a_paragraph_goes_on_over_a_page_break() -> None:
    body = "De Minister schrijft dat de situatie in het land nog altijd zeer on-\n\fzeker is en dat dit zo blijft.\n"
    assert [block.reading_text(body) for block in recognise(body).blocks] == [
        "De Minister schrijft dat de situatie in het land nog altijd zeer onzeker is en dat dit zo blijft."
    ]


def test_finding_a_page_and_its_label() -> None:
    pages = (Page(1, "7", 0, 10), Page(2, "8", 10, 20))
    assert page_at(pages, 9) == pages[0]
    assert page_at(pages, 10) == pages[1]
    assert page_at((), 3) is None
    assert page_span_label(pages, 2, 10) == "7"
    assert page_span_label(pages, 2, 11) == "7-8"
    assert page_span_label((Page(1, None, 0, 10),), 2, 5) is None
