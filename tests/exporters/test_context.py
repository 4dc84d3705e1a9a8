"""The sentences before and after a passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Span
from reader.exporters.collecting import ExcerptFilter, collect
from reader.exporters.context import sentences_around
from reader.text.reading import ReadingText, reading_text
from reader.text.structure import Block, BlockKind, Footnote, Piece, Structure
from tests.exporters.projects import mark, project

BODY = """Kop
Een kat zit. De hond ligt3. Het paard staat.
3 Een noot onderaan.
De koe loeit! De geit mekkert.
Slot
Het schaap slaapt.
"""
KINDS: list[BlockKind] = ["heading", "paragraph", "footnote", "paragraph", "heading", "paragraph"]


def reading() -> ReadingText:
    blocks, start = [], 0
    for kind, line in zip(KINDS, BODY.splitlines(), strict=True):
        end = start + len(line)
        blocks.append(Block(kind, 1 if kind == "heading" else 0, start, end, (), (Piece(start, end),)))
        start = end + 1
    figure = BODY.index("3.")
    return reading_text(Structure(blocks=tuple(blocks), footnotes=(Footnote("3", figure, None, None),)), BODY)


def around(words: str, count: int) -> tuple[str, str]:
    text = reading()
    start = BODY.index(words)
    markers = sorted((first, last) for first, last, _ in text.footnote_markers())
    return sentences_around(text, text.shown_ranges(Span(start, start + len(words))), markers, count)


@pytest.mark.parametrize(
    ("words", "count", "expected"),
    [
        ("De hond ligt3.", 1, ("Een kat zit.", "Het paard staat.")),
        ("De hond ligt3.", 9, ("Een kat zit.", "Het paard staat. De koe loeit! De geit mekkert.")),
        ("paard", 1, ("Het", "staat.")),
        ("paard", 2, ("De hond ligt. Het", "staat. De koe loeit!")),
        ("De koe loeit!", 2, ("De hond ligt. Het paard staat.", "De geit mekkert.")),
        ("Een kat zit. De hond ligt3. Het paard staat.", 1, ("", "De koe loeit!")),
        ("Het schaap slaapt.", 3, ("", "")),
        ("Kop", 2, ("", "")),
        ("noot", 2, ("3 Een", "onderaan.")),
        ("De hond ligt3.", 0, ("", "")),
    ],
)
def test_sentences_are_taken_up_to_a_heading_and_not_from_a_note(
    words: str, count: int, expected: tuple[str, str]
) -> None:
    assert around(words, count) == expected


def test_the_number_of_an_item_is_no_sentence() -> None:
    body = "Een zin. 4. Vraag vier."
    text = reading_text(Structure(blocks=(Block("paragraph", 0, 0, len(body), (), (Piece(0, len(body)),)),)), body)
    start = body.index("Vraag")
    assert sentences_around(text, [(start, len(body))], [], 1) == ("Een zin.", "")


@given(st.integers(0, len(BODY) - 2), st.integers(1, 40), st.integers(1, 6))
def test_what_stands_around_is_never_in_the_passage(start: int, length: int, count: int) -> None:
    text = reading()
    ranges = text.shown_ranges(Span(start, min(len(BODY), start + length)))
    before, after = sentences_around(text, ranges, [], count)
    assert all(word in text.text[: ranges[0][0]] for word in before.split())
    assert all(word in text.text[ranges[-1][1] :] for word in after.split())


def test_a_passage_without_a_place_has_nothing_around_it() -> None:
    assert sentences_around(reading(), [], [], 3) == ("", "")
    lost = mark("lost", "Ook is er", status="orphan")
    (excerpt,) = collect(project(lost), ExcerptFilter(highlight_uids={"lost"}), context=2)
    assert (excerpt.passage.before, excerpt.passage.after) == ("", "")


def test_context_is_taken_only_when_it_is_asked_for() -> None:
    for count, expected in ((0, ("", "")), (1, ("De opvang is vol.", "Zie hierboven."))):
        (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"a2"}), context=count)
        assert (excerpt.passage.before, excerpt.passage.after) == expected
