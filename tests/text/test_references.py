"""Citations as papers write them, and the identifiers they give."""

from __future__ import annotations

import pytest

from reader.text.recognise import recognise
from reader.text.references import normal_dossier, normal_session


def ids(text: str) -> list[str]:
    return [reference.id for reference in recognise(text).references]


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Zie Kamerstuk 19 637, nr. 2395.", "kst-19637-2395"),
        ("Zie Kamerstukken II 2017/18, 19637, nr. 2395, p. 7.", "kst-19637-2395"),
        ("Zie Kamerstukken I 2016/17, 34482, B, p. 2.", "kst-34482-B"),
        ("Zie Kamerstukken 19 637 en 30 573, nr. 2386.", "kst-19637-2386"),
        ("Zie Kamerstuk 31 700-VIII, nr. 12.", "kst-31700-VIII-12"),
        ("Zie Kamerstukken II 2022/23, 36200 VII, nr. 42.", "kst-36200-VII-42"),
        ("Zie Kamerstuk 21 501–20, nr. 1281.", "kst-21501-20-1281"),
        ("Zie Kamerstuk 29 754\nnr. 323 daarover.", "kst-29754-323"),
        ("Kamerstukken II, vergaderjaar 2020–2021, 35 570, nr. 3.", "kst-35570-3"),
        ("Zie Kamerstukken 33680 voor de behandeling.", "kst-33680"),
        ("Zie kst-36800-XIV-80 hierover.", "kst-36800-XIV-80"),
        ("(Handelingen II 2017/18, nr. 67, item 7)", "h-tk-20172018-67-7"),
        ("(Handelingen I 2017/18, nr. 6, item 2, p. 3)", "h-ek-20172018-6-2"),
        ("Aanhangsel Handelingen II 2016/17, nr. 172", "ah-tk-20162017-172"),
        ("Aanhangsel van de Handelingen, vergaderjaar 2022-2023, nr. 1872", "ah-tk-20222023-1872"),
        ("de Procedurerichtlijn (2013/32/EU) geldt", "CELEX:32013L0032"),
        ("Richtlijn 95/46/EG geldt", "CELEX:31995L0046"),
        ("Verordening (EU) 2017/2226 geldt", "CELEX:32017R2226"),
        ("Verordening (EU) nr. 604/2013 geldt", "CELEX:32013R0604"),
        ("Kaderbesluit 2002/584/JBZ geldt", "CELEX:32002F0584"),
        ("ECLI:NL:HR:2019:2006 geldt", "ECLI:NL:HR:2019:2006"),
        ("zie de brief van de Minister van 9 april 2018 daarover", "brief-2018-04-09"),
        ("zie de Kamerbrief van 25 april jl. daarover", "brief-04-25"),
    ],
)
def test_each_form_gives_its_identifier(text: str, identifier: str) -> None:
    assert ids(text) == [identifier]


@pytest.mark.parametrize(
    "text",
    [
        "Er kwamen 19 637 mensen, nr. 5 was te laat.",
        "Tussen 2017/18 en 2018/19 steeg het aantal.",
        "De donorconferentie in Brussel op 25 april jl. was een succes.",
        "De brief is verstuurd. De Minister sprak van 3 maart als datum.",
        "Zie artikel 5 van het Verdrag en de 150 miljoen euro.",
        "Het Kamerstuk is gisteren verschenen.",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert ids(text) == []


def test_the_shown_words_and_their_place_in_the_source() -> None:
    body = "Dat staat in Kamerstuk \n19 637, nr. 2395 van vorig\njaar en in geen ander stuk."
    (reference,) = recognise(body).references
    assert reference.text == "Kamerstuk 19 637, nr. 2395"
    assert body[reference.start : reference.end] == "Kamerstuk \n19 637, nr. 2395"


def test_normal_forms() -> None:
    assert normal_session("2017/18") == normal_session("2017-2018") == "20172018"
    assert normal_session("2017/19") is None
    assert normal_session("1999/2000") == "19992000"
    assert normal_dossier("19 700 hoofdstuk XV") == "19700-XV"
    assert normal_dossier("31700.VIII") == normal_dossier("31 700-VIII") == "31700-VIII"
