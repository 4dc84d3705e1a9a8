"""The stored form of a structure, and blocks in columns."""

from __future__ import annotations

import pytest
from hypothesis import given

from reader.text.recognise import recognise
from reader.text.structure import Block, Footnote, Page, Piece, Reference, Structure
from tests.text.conftest import NAMES, Paper
from tests.text.strategies import some_text


@given(some_text)
def test_a_structure_comes_back_from_its_bytes(body: str) -> None:
    structure = recognise(body)
    again = Structure.from_bytes(structure.to_bytes())
    assert again == structure
    assert again.to_bytes() == structure.to_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_the_structure_of_a_paper_comes_back(papers: dict[str, Paper], name: str) -> None:
    structure = papers[name].structure
    assert Structure.from_bytes(structure.to_bytes()) == structure


def test_a_structure_made_by_hand() -> None:
    structure = Structure(
        pages=(Page(1, None, 0, 9),),
        blocks=(
            Block("heading", 2, 0, 3, ("A", "B"), (Piece(0, 3),)),
            Block("list-item", 0, 4, 9, (), (Piece(4, 6, "ï"), Piece(7, 9))),
        ),
        footnotes=(Footnote("1", 2, None, None),),
        references=(Reference("kamerstuk", "kst-1-2", 0, 3, "ën"),),
        facts={"title": "Één"},
    )
    again = Structure.from_bytes(structure.to_bytes())
    assert tuple(again.blocks) == structure.blocks
    assert again.blocks[-1] == structure.blocks[1]
    assert again.blocks[0:1] == structure.blocks[:1]
    assert (again.pages, again.footnotes, again.references, again.facts) == (
        structure.pages, structure.footnotes, structure.references, structure.facts,
    )  # fmt: skip
    with pytest.raises(IndexError):
        again.blocks[2]


@pytest.mark.parametrize("data", [b"", b"VPS1", b"{}", b"VPS1\xff\xff\xff\xff{}"])
def test_foreign_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        Structure.from_bytes(data)


def test_cut_off_bytes_are_refused() -> None:
    data = recognise("Een zin.\n\nNog een zin.").to_bytes()
    with pytest.raises(ValueError, match="cut off"):
        Structure.from_bytes(data[:-3])
