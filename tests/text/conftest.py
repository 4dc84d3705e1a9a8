"""The five sample papers, decoded and recognised once for all tests of the text package."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from reader.text.reading import ReadingText, reading_text
from reader.text.recognise import recognise
from reader.text.source import decode
from reader.text.structure import Structure

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = {
    "000": "2018-04-25-kamerbrief-libische-detentiecentra.txt",
    "001": "2016-02-kamerbrief-situatie-libie.txt",
    "002": "2017-09-11.11.11-europees-migratiebeleid-libie.txt",
    "003": "2017-07-schriftelijk-overleg-raad-buitenlandse-zaken.txt",
    "004": "2018-06-schriftelijk-overleg-integrale-migratieagenda.txt",
}


@dataclass(frozen=True)
class Paper:
    """A sample paper with what was recognised in it."""

    body: str
    structure: Structure
    reading: ReadingText


@cache
def load_paper(name: str) -> Paper:
    body = decode((SEEDS / NAMES[name]).read_bytes(), NAMES[name]).body
    structure = recognise(body)
    return Paper(body, structure, reading_text(structure, body))


@pytest.fixture(scope="session")
def papers() -> dict[str, Paper]:
    return {name: load_paper(name) for name in NAMES}
