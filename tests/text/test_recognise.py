"""Any text gives a sensible result, in time that grows with its length."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given

from reader.text.reading import reading_text
from reader.text.recognise import recognise
from tests.text.conftest import NAMES, Paper
from tests.text.strategies import some_text


@given(some_text)
def test_nothing_but_spaces_and_line_end_hyphens_is_lost(body: str) -> None:
    structure = recognise(body)
    taken = sorted((piece.start, piece.end) for block in structure.blocks for piece in block.pieces)
    assert all(before[1] <= after[0] for before, after in pairwise(taken))
    rest = list(body)
    for start, end in taken:
        rest[start:end] = [""] * (end - start)
    left = "".join("".join(rest).split()).replace("\x0c", "")
    assert set(left) <= set("-\u00ad\u2010\ufffeeiou")


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_is_taken_apart_without_loss(papers: dict[str, Paper], name: str) -> None:
    paper = papers[name]
    characters = sum(len("".join(block.reading_text(paper.body).split())) for block in paper.structure.blocks)
    source = len("".join(paper.body.split()))
    joined = sum(line.rstrip().endswith("-") for line in paper.body.split("\n"))
    assert source - joined <= characters <= source


def test_recognising_twice_gives_the_same(papers: dict[str, Paper]) -> None:
    assert recognise(papers["002"].body) == papers["002"].structure


def test_progress_goes_from_nothing_to_all() -> None:
    shares: list[float] = []
    recognise("Een zin.\n\nNog een zin.", progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


@pytest.mark.parametrize(
    ("unit", "count"),
    [
        ("\n", 50_000),
        ("woord en nog een woord. ", 40_000),
        ("x", 1_000_000),
        ("a b\n", 50_000),
        ("1. A\n", 30_000),
        ("woor-\n", 50_000),
        ("Kop\n\n", 20_000),
        ("kop1 en2 tekst.\n\n", 15_000),
        ("De Minister van Zaken,\n", 20_000),
    ],
)
def test_odd_texts_take_time_in_proportion(unit: str, count: int) -> None:
    def seconds(body: str) -> float:
        start = time.process_time()
        reading_text(recognise(body), body)
        return time.process_time() - start

    small = min(seconds(unit * (count // 4)) for _ in range(2))
    assert seconds(unit * count) < 12 * small + 0.3
