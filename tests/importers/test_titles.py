"""What a paper is called when it does not say so."""

from __future__ import annotations

import pytest

from reader.importers.extracted import Extracted
from reader.importers.titles import title_of
from reader.text.recognise import recognise

TEXT = "De leden van de commissie hebben kennisgenomen van de brief. Zij hebben daarover nog enkele vragen gesteld.\n"


def title(*lines: str, name: str = "stuk_12.txt") -> str:
    body = "\n\n".join((*lines, TEXT))
    return title_of(Extracted(body, recognise(body), "UTF-8"), name)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Water in de stad"], "Water in de stad"),
        (["8", "Regeling van werkzaamheden"], "Regeling van werkzaamheden"),
        (["Kamerstuk", "34 700 Kabinetsformatie 2017"], "34 700 Kabinetsformatie 2017"),
        (["1. Inleiding"], "Stuk 12"),
        (["Samenvatting"], "Stuk 12"),
        ([], "Stuk 12"),
        (["Tweede Kamer der Staten-Generaal"], "Stuk 12"),
        (["Aan de Voorzitter van de Tweede Kamer der Staten-Generaal", "Den Haag, 25 april 2018"], "Stuk 12"),
        (["Hierna volgen de antwoorden.", "Vraag 1"], "Stuk 12"),
        (
            [
                "Handeling",
                "Tweede Kamer der Staten-Generaal\t2018-2019\tnr. 86, item 22",
                "22 Regeling",
                "De voorzitter:",
            ],
            "Regeling",
        ),
    ],
)
def test_the_first_words_that_are_a_title(lines: list[str], expected: str) -> None:
    assert title(*lines) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2018-04-25-kamerbrief-libische-detentiecentra.txt", "Kamerbrief libische detentiecentra"),
        ("brief_over-water.docx", "Brief over water"),
        ("kst-34775-42.pdf", "kst-34775-42"),
        ("2024D40329.docx", "2024D40329"),
        ("2018-04.pdf", "2018-04"),
        ("Verslag AO.pdf", "Verslag AO"),
    ],
)
def test_the_name_of_the_file_where_nothing_else_is_known(name: str, expected: str) -> None:
    assert title(name=name) == expected
