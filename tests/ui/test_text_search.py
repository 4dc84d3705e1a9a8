"""Finding words: accents, capitals, quotes and hyphens do not matter, joined words are whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Span
from reader.text.reading import delivered_text, reading_text
from reader.text.structure import Structure
from reader.ui.text_search import find_in, pattern_for
from tests.ui.reading_bench import BODY, structure_of


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("geinformeerd", "geïnformeerd"),
        ("GEÏNFORMEERD", "geïnformeerd"),
        ("ge\u0308nt", "gënt"),
        ("e\u0301e\u0301n", "één"),
        ("één", "e\u0301e\u0301n"),
        ("foto's", "foto’s"),
        ('"ja"', "„ja”"),
        ("EU-lidstaten", "eu‑lidstaten"),
        ("nr. 2395", "Nr.\u00a02395"),
        ("2+2 (min)", "2+2 (min)"),
    ],
)
def test_what_reads_the_same_is_found(words: str, text: str) -> None:
    pattern = pattern_for(words, case=False)
    assert pattern is not None
    assert pattern.fullmatch(text)


def test_case_matters_when_asked() -> None:
    pattern = pattern_for("Kamer", case=True)
    assert pattern is not None
    assert pattern.findall("Kamer kamer KAMER") == ["Kamer"]


def test_nothing_is_found_for_nothing() -> None:
    reading = delivered_text(Structure(), BODY)
    assert find_in(reading, "  ") == []
    assert find_in(reading, "bestaat niet") == []


def test_hits_are_source_spans_also_across_a_joined_line() -> None:
    reading = reading_text(structure_of(BODY), BODY)
    (hit,) = find_in(reading, "detentiecentra in")
    assert BODY[hit.start : hit.end] == "detentie-\ncentra in"
    assert len(find_in(reading, "alinea", most=7)) == 7


@given(st.text(min_size=1, max_size=30).filter(lambda text: text.split()))
def test_any_text_finds_itself(text: str) -> None:
    words = " ".join(text.split())
    pattern = pattern_for(words, case=False)
    assert pattern is not None
    assert pattern.search(words) is not None


def test_a_hit_is_a_span() -> None:
    reading = delivered_text(Structure(), "aap noot")
    assert find_in(reading, "noot") == [Span(4, 8)]
