"""The two-way map between what is shown and where it comes from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Span
from reader.text.pieces import LONGEST_PARAGRAPH
from reader.text.reading import ReadingText, delivered_text, reading_text
from reader.text.recognise import recognise
from reader.text.structure import Block, Footnote, Piece, Structure
from tests.text.conftest import NAMES, Paper, load_paper
from tests.text.strategies import some_text

UNMARKED = {"ë": "e", "ï": "i", "ö": "o", "ü": "u"}


def readings(body: str) -> list[ReadingText]:
    structure = recognise(body)
    return [reading_text(structure, body), delivered_text(structure, body)]


def check_every_character(reading: ReadingText, body: str) -> None:
    for offset, character in enumerate(reading.text):
        span = reading.source_span(offset, offset + 1)
        source = body[span.start : span.end]
        if character == "\n":
            assert source == ""
        elif source == character:
            continue
        elif character == " ":
            assert source.strip(" \t\f\v\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\n") == "" or "\n" in source
        else:
            assert source.endswith(UNMARKED[character])


def trimmed(reading: ReadingText, start: int, end: int) -> tuple[int, int]:
    """A range without the separators of paragraphs at its borders."""
    starts = {reading.paragraph_start(number) - 1 for number in range(1, reading.paragraph_count)}
    while start < end and start in starts:
        start += 1
    while start < end and end - 1 in starts:
        end -= 1
    return start, end


@given(some_text)
def test_each_shown_character_stands_in_the_source(body: str) -> None:
    for reading in readings(body):
        check_every_character(reading, body)


@pytest.mark.parametrize("name", ["000", "003"])
def test_each_shown_character_of_a_paper_stands_in_the_source(name: str) -> None:
    paper = load_paper(name)
    check_every_character(paper.reading, paper.body)


@given(some_text, st.data())
def test_a_range_in_the_text_comes_back_from_the_source(body: str, data: st.DataObject) -> None:
    for reading in readings(body):
        length = len(reading.text)
        start = data.draw(st.integers(0, length))
        end = data.draw(st.integers(start, length))
        check_range(reading, start, end)


@given(st.sampled_from(sorted(NAMES)), st.data())
def test_a_range_in_a_paper_comes_back_from_the_source(name: str, data: st.DataObject) -> None:
    paper = load_paper(name)
    start = data.draw(st.integers(0, len(paper.reading.text)))
    end = min(len(paper.reading.text), start + data.draw(st.integers(0, 4000)))
    check_range(paper.reading, start, end)


def check_range(reading: ReadingText, start: int, end: int) -> None:
    span = reading.source_span(start, end)
    shown = reading.shown_span(span)
    start, end = trimmed(reading, start, end)
    if start >= end:
        assert shown is None
        return
    assert shown is not None
    aside = any(
        reading.kind(number) in ("footnote", "pull-quote")
        for number in (reading.paragraph_at(start), reading.paragraph_at(end - 1))
    )
    if reading.paragraph_at(start) == reading.paragraph_at(end - 1) or not aside:
        assert shown == (start, end)
    else:  # it runs from the text into a note: what comes back is inside it and stays as it is
        assert start <= shown[0] < shown[1] <= end
        assert reading.source_span(*shown) == span


@given(some_text, st.data())
def test_a_source_span_shown_and_taken_back_is_stable(body: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(body)))
    end = data.draw(st.integers(start, len(body)))
    for reading in readings(body):
        shown = reading.shown_span(Span(start, end))
        if shown is not None:
            back = reading.source_span(*shown)
            again = reading.shown_span(back)
            assert again is not None
            assert reading.source_span(*again) == back
            # a note between the two ends is left out, so the quote may skip a paragraph of the text
            assert all(part in reading.text for part in reading.quote(back).split("\n"))


@given(some_text, st.data())
def test_carets_go_to_the_source_and_back(body: str, data: st.DataObject) -> None:
    for reading in readings(body):
        offset = data.draw(st.integers(0, len(reading.text)))
        source = reading.source_offset(offset)
        assert 0 <= source <= len(body)
        assert reading.source_offset(reading.reading_offset(source)) == source
        anywhere = data.draw(st.integers(0, len(body)))
        assert 0 <= reading.reading_offset(anywhere) <= len(reading.text)


@given(some_text)
def test_paragraphs_make_up_the_text(body: str) -> None:
    for reading in readings(body):
        paragraphs = [reading.paragraph(number) for number in range(reading.paragraph_count)]
        assert "\n".join(paragraphs) == reading.text
        for number in range(reading.paragraph_count):
            assert reading.paragraph_at(reading.paragraph_start(number)) == number


def test_delivered_is_the_source_itself() -> None:
    body = "  een\n\n twee \n"
    reading = delivered_text(recognise(body), body)
    assert reading.text == body
    assert reading.source_offset(5) == reading.reading_offset(5) == 5
    assert reading.paragraph_count == 4


def test_a_highlight_over_a_page_break_leaves_the_note_out(papers: dict[str, Paper]) -> None:
    paper = papers["004"]
    start = paper.body.index("termijnover-")
    end = paper.body.index("schrijding, tenzij") + len("schrijding")
    assert "13 Kamerstuk 32 824" in paper.body[start:end]
    assert paper.reading.quote(Span(start, end)) == "termijnoverschrijding"
    assert len(paper.reading.shown_ranges(Span(start, end))) == 1


def test_a_note_itself_can_be_highlighted(papers: dict[str, Paper]) -> None:
    paper = papers["004"]
    note = next(note for note in paper.structure.footnotes if note.number == "13")
    assert note.start is not None
    assert note.end is not None
    assert paper.reading.quote(Span(note.start, note.end)) == "13 Kamerstuk 32 824, nr. 147"


def test_a_selection_from_the_text_into_a_note_keeps_the_text(papers: dict[str, Paper]) -> None:
    reading = papers["004"].reading
    note = reading.text.index("13 Kamerstuk 32 824")
    start = reading.text.rindex("\n", 0, note - 1) + 1
    span = reading.source_span(start, note + 5)
    assert reading.shown_span(span) == (start, note - 1)


def test_quotes_join_paragraphs_by_line_ends(papers: dict[str, Paper]) -> None:
    paper = papers["000"]
    start = paper.body.index("De inzet in Libië is")
    end = paper.body.index("de situatie van vluchtelingen")
    assert paper.reading.quote(Span(start, end)) == (
        "De inzet in Libië is onderdeel van deze bredere aanpak.\nIn uw Kamer is "
    )


def test_page_marks_and_note_markers_are_shown_where_they_are(papers: dict[str, Paper]) -> None:
    paper = papers["004"]
    marks = paper.reading.page_marks()
    assert len(marks) == 35
    assert paper.reading.text[marks[6][0] :].startswith("de regio door de totstandkoming")
    assert [offset for offset, _ in marks] == sorted(offset for offset, _ in marks)
    for start, end, note in paper.reading.footnote_markers():
        assert paper.reading.text[start:end] == note.number
    for start, end, reference in paper.reading.references():
        assert paper.reading.text[start:end] == reference.text


def test_a_restored_diaeresis_stands_for_its_vowel() -> None:
    body = "Zij zijn daarover ge-\ninformeerd door de regering en\nzij waren daar toen niet blij mee."
    reading = reading_text(recognise(body), body)
    assert "geïnformeerd" in reading.text
    at = reading.text.index("ï")
    span = reading.source_span(at, at + 1)
    assert body[span.start : span.end] == "-\ni"
    assert reading.shown_span(span) == (at, at + 1)


@pytest.mark.parametrize("body", ["woord " * 20_000, "x" * 50_000, "een regel van een alinea\nmet meer tekst " * 3_000])
def test_a_huge_paragraph_is_shown_in_parts(body: str) -> None:
    for reading in readings(body):
        lengths = [len(reading.paragraph(number)) for number in range(reading.paragraph_count)]
        assert max(lengths) <= LONGEST_PARAGRAPH
    shown = reading_text(recognise(body), body)
    assert "".join(shown.text.split()) == "".join(body.split())
    assert shown.continues(1)
    assert "\n" not in shown.quote(Span(0, len(body)))


def test_furniture_is_hidden_and_levels_and_sections_are_known() -> None:
    body = "Titel\nKop 7\nTekst hier.\n1 noot"
    blocks = (
        Block("heading", 1, 0, 5, (), (Piece(0, 5),)),
        Block("page-furniture", 0, 6, 11, ("Titel",), (Piece(6, 11),)),
        Block("paragraph", 0, 12, 23, ("Titel",), (Piece(12, 17, " "), Piece(18, 23))),
        Block("footnote", 0, 24, 30, ("Titel",), (Piece(24, 30),)),
    )
    reading = reading_text(Structure(blocks=blocks, footnotes=(Footnote("1", 24, 24, 30),)), body)
    assert reading.text == "Titel\nTekst hier.\n1 noot"
    assert [reading.kind(number) for number in range(3)] == ["heading", "paragraph", "footnote"]
    assert [reading.level(number) for number in range(3)] == [1, 0, 0]
    assert reading.section(1) == ("Titel",)
    assert reading.quote(Span(0, 30)) == "Titel\nTekst hier.\n1 noot"
    assert reading.shown_ranges(Span(6, 11)) == []


def test_an_empty_text_has_no_paragraphs() -> None:
    reading = reading_text(recognise(" \n \n"), " \n \n")
    assert reading.paragraph_count == 0
    assert reading.source_offset(3) == 0
    assert reading.reading_offset(2) == 0
    assert reading.shown_span(Span(0, 3)) is None
