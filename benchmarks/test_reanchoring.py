"""How long it takes to find what was marked in another version of a paper."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.papers import LONGEST, write_large_paper
from reader.domain.model import Span
from reader.text.reading import ReadingText, delivered_text, reading_text
from reader.text.reanchoring import Reanchored, reanchor
from reader.text.reanchoring_comparison import Comparison, compare
from reader.text.recognise import recognise
from reader.text.source import decode
from reader.text.structure import Structure

HIGHLIGHTS = 1000


def reworded(body: str) -> str:
    """The text with a word in fifty replaced, and other line ends."""
    chance = random.Random(1)
    return "\n".join(word if chance.random() > 0.02 else "anders" for word in re.split(r"\s+", body))


def spans_in(body: str) -> list[Span]:
    """Highlights of three to forty words all over the text."""
    chance = random.Random(2)
    places = [match.span() for match in re.finditer(r"\w+", body)]
    firsts = [chance.randrange(len(places) - 50) for _ in range(HIGHLIGHTS)]
    return [Span(places[first][0], places[first + chance.randrange(3, 40)][1]) for first in firsts]


@pytest.mark.budget("reanchor")
def test_a_thousand_highlights_of_130_kb(benchmark: BenchmarkFixture) -> None:
    body = decode(LONGEST.read_bytes(), LONGEST.name).body
    edited = reworded(body)
    old, new = reading_text(recognise(body), body), reading_text(recognise(edited), edited)
    spans = spans_in(body)

    def find() -> list[Reanchored]:
        return reanchor(compare(old, new), spans)

    found = benchmark.pedantic(find, rounds=5, warmup_rounds=1)
    assert sum(one.place is not None for one in found) > 0.95 * HIGHLIGHTS


@pytest.mark.budget("reanchor-large")
def test_two_versions_of_10_mb(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    body = write_large_paper(tmp_path).read_text(encoding="utf-8")
    body = re.sub(r"\n\n", lambda match: f"\n\n{match.start()} ", body)  # no part is the same as another
    old, new = _lines(body), _lines(reworded(body))

    def find() -> Comparison:
        return compare(old, new)

    assert benchmark.pedantic(find, rounds=1).blocks


def _lines(body: str) -> ReadingText:
    return delivered_text(Structure(), body)
