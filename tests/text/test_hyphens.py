"""A hyphen at the end of a line: part of the word or not."""

from __future__ import annotations

import pytest

from reader.text.hyphens import join_words, vocabulary_of

WORDS = frozenset({"geïnformeerd", "massa-immigratie", "co-ouderschap", "oost-west", "reëel", "vuurtorens", "eu-au"})


def joined(left: str, right: str) -> str:
    keeps, glue, skipped = join_words(left, right, lambda: WORDS)
    return (left if keeps else left[:-1]) + glue + right[skipped:]


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("de kennisge-", "nomen brief", "de kennisgenomen brief"),
        ("de minister-presi-", "dent", "de minister-president"),
        ("Noord-", "Korea", "Noord-Korea"),
        ("CONSOLI-", "DEERT", "CONSOLIDEERT"),
        ("UN-", "HCR", "UNHCR"),
        ("EU-", "AU-VN", "EU-AU-VN"),
        ("EU-", "Turkije Verklaring", "EU-Turkije Verklaring"),
        ("EU-", "lidstaten", "EU-lidstaten"),
        ("zee-", "en landsgrenzen", "zee- en landsgrenzen"),
        ("in-", "of uitvoer", "in- of uitvoer"),
        ("verander-", "ende", "veranderende"),
        ("https://ec.europa.eu/european-", "agenda", "https://ec.europa.eu/european-agenda"),
        ("massa-", "immigratie", "massa-immigratie"),
        ("2017-", "2018", "2017-2018"),
        ("40-", "jarige", "40-jarige"),
        ("oost-", "west", "oost-west"),
        ("ge-", "informeerd", "geïnformeerd"),
        ("onge-", "informeerd", "onge-informeerd"),
        ("co-", "ordinatie", "coördinatie"),
        ("co-", "ouderschap", "co-ouderschap"),
        ("be-", "invloeden", "beïnvloeden"),
        ("ge-", "uit", "ge-uit"),
        ("re-", "eel", "reëel"),
        ("vuur\u00ad", "torens", "vuurtorens"),
        ("VN-Vluch-", "telingenorganisatie", "VN-Vluchtelingenorganisatie"),
    ],
)
def test_joining(left: str, right: str, whole: str) -> None:
    assert joined(left, right) == whole


def test_the_vocabulary_leaves_out_broken_words() -> None:
    assert vocabulary_of("Een massa-immigratie van ge-\ninformeerden") == {
        "een", "massa-immigratie", "van", "informeerden",
    }  # fmt: skip
