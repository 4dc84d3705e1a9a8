"""Fracties, sentences, and what asks, follows up, or opens an answer."""

from __future__ import annotations

import pytest

from reader.questions.parties import asking_fractie, canonical, fracties_in, is_fractie_title
from reader.questions.phrases import asks, follows_up, opens_answer, sentences_of


@pytest.mark.parametrize(
    ("text", "fracties"),
    [
        ("De leden van de GroenLinks-PvdA-fractie vragen dit.", ("GroenLinks-PvdA",)),
        ("Op de vragen van de Groen Links-fractie.", ("GroenLinks",)),
        ("De leden van de Groen-Links fractie", ("GroenLinks",)),
        ("De leden van zowel de VVD- als de SP-fractie vragen", ("VVD", "SP")),
        ("de leden van de VVD-, CDA- en D66-fracties", ("VVD", "CDA", "D66")),
        ("de fracties van de VVD, het CDA, D66, de SP en de ChristenUnie", ("VVD", "CDA", "D66", "SP", "ChristenUnie")),
        ("De leden van de Fractie-Nanninga en van de fractie van 50PLUS", ("Fractie-Nanninga", "50PLUS")),
        ("De leden van de fractie van de Partij voor de Dieren", ("Partij voor de Dieren",)),
        ("De leden van de PvdD-fractie", ("Partij voor de Dieren",)),
        ("De fractie heeft vragen. In Nederland, zo zegt men, is dat zo.", ()),
    ],
)
def test_fracties(text: str, fracties: tuple[str, ...]) -> None:
    assert fracties_in(text) == fracties


def test_the_fractie_that_speaks() -> None:
    assert asking_fractie("Graag zouden de leden van de SP-fractie vernemen waarom.") == "SP"
    assert asking_fractie("Deze leden sluiten zich aan bij de vragen van de leden van de D66-fractie.") is None
    assert asking_fractie("Het lid Omtzigt vraagt of dit klopt.") == "lid Omtzigt"
    assert canonical("Forum voor Democratie") == "FVD"
    assert is_fractie_title("Vragen en opmerkingen van de leden van de VVD-fractie")
    assert is_fractie_title("NSC")
    assert not is_fractie_title("Voorkomen van irreguliere migratie")


def test_sentences() -> None:
    text = (
        "Dat staat in art. 5 van de wet (zie nr. 12). Op 8 juni jl. is dat gemeld.4 Klopt «dit?» De heer "
        "S.A. Jansen zegt ja."
    )
    assert [text[one.start : one.end] for one in sentences_of(text)] == [
        "Dat staat in art. 5 van de wet (zie nr. 12).",
        "Op 8 juni jl. is dat gemeld.4",
        "Klopt «dit?»",
        "De heer S.A. Jansen zegt ja.",
    ]
    assert sentences_of("  ") == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Klopt dat?3",
        "Deze leden vragen welke landen dit zijn.",
        "Graag ontvangen zij een reactie hierop.",
        "Ook vernemen deze leden graag of dit kan.",
        "Zij zijn benieuwd naar de planning.",
        "Deze leden willen van de minister weten of dit zo blijft.",
        "Kan de minister aangeven waar dat staat.",
        "Het lid Van Haga vraagt of dit klopt.",
        "Zij kijken uit naar de toegezegde brief.",
    ],
)
def test_asking(sentence: str) -> None:
    assert asks(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "De leden van de VVD-fractie hebben nog enkele vragen.",
        "De vragen van deze leden zijn beantwoord.",
        "Deze leden delen die zorg.",
        "Wat betreft de kosten zijn zij bezorgd.",
        "Zij kijken uit naar een flexibeler stelsel.",
        "Zij zetten hun opmerkingen en vragen per pijler uiteen.",
    ],
)
def test_not_asking(sentence: str) -> None:
    assert not asks(sentence)


def test_follow_ups_and_openings() -> None:
    assert follows_up("Zo nee, waarom niet?")
    assert not follows_up("Welke landen zijn dit?")
    for opening in (
        "Ten aanzien van de vraag naar de kosten geldt",
        "Voor wat betreft de kosten",
        "De leden van de NSC-fractie vragen",
        "Ook de leden van de D66-fractie vragen",
        "Op het verzoek om een toelichting",
        "Wat de vraag naar de huisvesting aangaat, is",
        "Datzelfde geldt voor de kosten.",
    ):
        assert opens_answer(opening)
    assert not opens_answer("Daarnaast wordt ook in Europees verband gewerkt aan een oplossing.")
