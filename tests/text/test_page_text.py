"""The text of a PDF by pages: every line once, each on its page, and notes apart from what they interrupt."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Span
from reader.text.page_text import page_text
from reader.text.structure import Block, BlockKind, Piece, Structure

LINES = st.lists(st.text(st.characters(exclude_characters="\n\f", exclude_categories=["Cs"]), max_size=8), max_size=6)
PAGES = st.lists(LINES, min_size=1, max_size=5)


def body_of(pages: list[list[str]]) -> str:
    return "\f".join("".join(f"{line}\n" for line in lines) for lines in pages)


@given(PAGES)
def test_each_page_has_its_lines_and_empty_ones_are_left_out(pages: list[list[str]]) -> None:
    text = page_text(Structure(), body_of(pages))
    assert text.page_count == len(pages)
    assert [text.texts_of(page) for page in range(len(pages))] == [[one for one in lines if one] for lines in pages]
    for page in range(len(pages)):
        assert all(text.page_of(line) == page for line in text.lines_of(page))


@given(PAGES, st.data())
def test_a_place_in_a_line_is_the_same_place_in_the_source(pages: list[list[str]], data: st.DataObject) -> None:
    body = body_of(pages)
    reading = page_text(Structure(), body).reading
    if reading.text:
        start = data.draw(st.integers(0, len(reading.text) - 1))
        if reading.text[start] != "\n":
            assert body[reading.source_offset(start)] == reading.text[start]
            assert reading.reading_offset(reading.source_offset(start)) == start


def paper() -> tuple[Structure, str]:
    """A sentence that runs over a page break, with a note, a foot and a head between its parts."""
    body = "Een zin die\n1 Een noot.\nVoet 1\n\fKop\nverder gaat.\n"
    parts: list[tuple[BlockKind, list[str]]] = [
        ("paragraph", ["Een zin die", "verder gaat."]),
        ("footnote", ["1 Een noot."]),
        ("page-furniture", ["Voet 1"]),
        ("page-furniture", ["Kop"]),
    ]
    blocks = []
    for kind, lines in parts:
        pieces = tuple(Piece(body.index(line), body.index(line) + len(line), " ") for line in lines)
        blocks.append(Block(kind, 0, pieces[0].start, pieces[-1].end, (), pieces))
    return Structure(blocks=tuple(blocks)), body


def test_lines_keep_the_kind_of_their_block() -> None:
    text = page_text(*paper())
    kinds = [text.reading.kind(line) for line in range(text.reading.paragraph_count)]
    assert kinds == ["paragraph", "footnote", "page-furniture", "page-furniture", "paragraph"]


def test_a_passage_over_a_page_break_is_not_shown_on_the_note_and_the_foot_it_passes() -> None:
    structure, body = paper()
    reading = page_text(structure, body).reading
    span = Span(body.index("zin"), body.index("gaat") + 4)
    assert [reading.text[start:end] for start, end in reading.shown_ranges(span)] == ["zin die", "verder gaat"]
    assert reading.source_span(reading.text.index("zin"), reading.text.index("gaat") + 4) == span
    assert reading.quote(span) == "zin die\nverder gaat"
    note = Span(body.index("noot"), body.index("verder") + 6)
    assert reading.quote(note) == "noot.\nverder"
