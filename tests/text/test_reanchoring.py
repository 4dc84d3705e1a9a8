"""Passages are found again in another version of their text, and what is doubtful is said to be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import Span
from reader.text.reading import ReadingText, delivered_text, reading_text
from reader.text.reanchoring import Reanchored, reanchor
from reader.text.reanchoring_blocks import same_blocks
from reader.text.reanchoring_comparison import Comparison, compare
from reader.text.reanchoring_letters import letters_of
from reader.text.recognise import recognise
from reader.text.structure import Structure
from tests.text.edited_papers import EDITS, seeds
from tests.text.reanchoring_figures import measure
from tests.text.strategies import paper_text, some_text

LETTER = (
    "De Kamer heeft gevraagd naar de detentiecentra in Libië. Het kabinet deelt de zorgen van de leden.\n\n"
    "De kustwacht wordt gesteund met 3,5 miljoen euro. Daarvan is een deel bestemd voor opleiding.\n\n"
    "In het regeerakkoord staat dat opvang in de regio de voorkeur heeft. Dat blijft het uitgangspunt.\n"
)


def plain(body: str) -> ReadingText:
    """The text line by line, without anything recognised in it."""
    return delivered_text(Structure(), body)


def both(old: str, new: str) -> Comparison:
    return compare(plain(old), plain(new))


def span_of(body: str, words: str) -> Span:
    return Span(body.index(words), body.index(words) + len(words))


def found(old: str, new: str, words: str) -> Reanchored:
    return reanchor(both(old, new), [span_of(old, words)])[0]


def words_at(body: str, one: Reanchored) -> str | None:
    return body[one.place.start : one.place.end] if one.place is not None else None


# letters ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("De deten-\ntiecentra", "dedetentiecentra"),
        ("Geïnformeerd, 3.5 %", "geinformeerd35"),
        ("e\u0301e\u0301n", "een"),
        ("ﬁnancieel¹", "financieel1"),
        ("İstanbul", "istanbul"),
        ("…", ""),
    ],
)
def test_letters_do_without_signs_accents_and_capitals(text: str, letters: str) -> None:
    assert letters_of(text).text == letters


@given(text=st.text(max_size=80))
def test_each_letter_knows_its_place(text: str) -> None:
    letters = letters_of(text)
    assert len(letters.text) == len(letters.places)
    assert list(letters.places) == sorted(letters.places)
    assert {text[place] for place in letters.places} == {sign for sign in text if sign.isalnum()}


# blocks -----------------------------------------------------------------------------------------------------
short_words = st.lists(st.sampled_from(["kustwacht", "detentie", "en", "libie", "kabinet", "2018", "x"]), max_size=60)


@given(old=short_words.map("".join), new=short_words.map("".join))
def test_blocks_are_the_same_on_both_sides_and_in_one_order(old: str, new: str) -> None:
    blocks = same_blocks(old, new)
    assert all(old[one.old : one.old + one.size] == new[one.new : one.new + one.size] for one in blocks)
    for before, after in pairwise(blocks):
        assert before.old + before.size <= after.old
        assert before.new + before.size <= after.new
    assert all(one.size for one in blocks)


@given(text=short_words.map("".join), put_in=short_words.map("".join), at=st.integers(0, 400))
def test_what_was_put_in_is_all_that_is_not_in_a_block(text: str, put_in: str, at: int) -> None:
    at = min(at, len(text))
    blocks = same_blocks(text, text[:at] + put_in + text[at:])
    assert sum(one.size for one in blocks) == len(text)


# passages ---------------------------------------------------------------------------------------------------
@given(body=some_text, data=st.data())
def test_in_the_same_text_everything_is_where_it_was(body: str, data: st.DataObject) -> None:
    reading = reading_text(recognise(body), body)
    start = data.draw(st.integers(0, max(0, len(reading.text) - 1)))
    end = data.draw(st.integers(start, len(reading.text)))
    span = reading.source_span(start, end)
    if not any(sign.isalnum() for sign in reading.quote(span)):
        return
    [one] = reanchor(compare(reading, reading), [span])
    assert one.how == "exact"
    assert one.is_sure
    assert one.place is not None
    assert span.start <= one.place.start < one.place.end <= span.end
    assert letters_of(reading.quote(one.place)).text == letters_of(reading.quote(span)).text


@given(before=paper_text, data=st.data())
def test_text_put_in_before_moves_a_passage_as_far(before: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(LETTER) - 2))
    last = data.draw(st.integers(first + 1, len(LETTER)))
    span = Span(first, last)
    quote = LETTER[first:last]
    if not any(sign.isalnum() for sign in quote):
        return
    new = before + "\n\n" + LETTER
    shift = len(new) - len(LETTER)
    [one] = reanchor(both(LETTER, new), [span])
    lead, trail = len(quote) - len(quote.lstrip()), len(quote) - len(quote.rstrip())
    assert one.is_sure
    assert one.place == Span(span.start + lead + shift, span.end - trail + shift)


def test_another_layout_of_the_same_words_is_found_without_doubt() -> None:
    new = LETTER.replace("detentiecentra", "detentie-\ncentra").replace(" de ", "\nde ").replace("“", "‘")
    for words in ("detentiecentra in Libië.", "zorgen", "De kustwacht wordt gesteund"):
        one = found(LETTER, new, words)
        assert (one.how, one.is_sure) == ("exact", True)
        assert letters_of(words_at(new, one) or "").text == letters_of(words).text


def test_signs_at_the_ends_go_along() -> None:
    old = "Hij zei: “Dat is zo.” En toen was het stil in de hele zaal.\n"
    new = 'Hij zei: "Dat is zo." En toen was het stil in de hele zaal.\n'
    assert words_at(new, found(old, new, "“Dat is zo.”")) == '"Dat is zo."'
    assert words_at(new, found(old, new, "Dat is zo")) == "Dat is zo"


def test_a_passage_of_signs_only_is_found_between_its_neighbours() -> None:
    new = "Vooraf.\n\n" + LETTER
    one = found(LETTER, new, ".\n\nDe kust"[:1])
    assert one.is_sure
    assert words_at(new, one) == "."
    assert found("Een … twee drie vier", "Een twee drie vier", "…").how == "orphan"


@pytest.mark.parametrize(
    ("wanted", "before", "after"),
    [
        ("Het kabinet deelt de zorgen van de leden", "deelt de zorgen", "deelt de grote zorgen"),
        ("Daarvan is een deel bestemd voor opleiding", "een deel", "geen deel"),
        ("gesteund met 3,5 miljoen euro", "3,5", "35"),
        ("opvang in de regio", "opvang", "OPVANG VAN VLUCHTELINGEN"),
    ],
)
def test_changed_words_are_proposed_and_never_silent(wanted: str, before: str, after: str) -> None:
    new = LETTER.replace(before, after)
    one = found(LETTER, new, wanted)
    assert (one.how, one.is_sure) == ("fuzzy", False)
    assert words_at(new, one) == wanted.replace(before, after)


def test_a_word_that_was_replaced_is_proposed_where_it_stood() -> None:
    new = LETTER.replace("voorkeur", "prioriteit")
    one = found(LETTER, new, "voorkeur")
    assert (one.how, words_at(new, one)) == ("fuzzy", "prioriteit")


def test_a_paragraph_that_moved_is_found_by_its_words() -> None:
    parts = LETTER.split("\n\n")
    new = "\n\n".join([parts[2].strip(), parts[0], parts[1]]) + "\n"
    for words in ("De kustwacht wordt gesteund met 3,5 miljoen euro", "In het regeerakkoord staat dat opvang"):
        one = found(LETTER, new, words)
        assert one.is_sure
        assert words_at(new, one) == words


def test_what_was_taken_out_is_an_orphan() -> None:
    new = LETTER.replace("De kustwacht wordt gesteund met 3,5 miljoen euro. ", "")
    assert found(LETTER, new, "kustwacht wordt gesteund").place is None
    assert found(LETTER, new, "kustwacht").how == "orphan"
    assert found(LETTER, "", "kustwacht").how == "orphan"


def test_of_a_passage_that_occurs_twice_the_one_with_its_neighbours_is_taken() -> None:
    old = "De Minister zegt dit over de kust. " * 3 + LETTER + "Slot: " + "De Minister zegt dit over de kust. " * 3
    new = "Een nieuwe aanhef die er eerst niet stond. " + old
    second = old.index("De Minister zegt dit over de kust. ", len(LETTER))
    [one] = reanchor(both(old, new), [Span(second, second + 11)])
    assert one.place == Span(second + len(new) - len(old), second + 11 + len(new) - len(old))


def test_page_furniture_has_no_place_and_breaks_nothing() -> None:
    body = seeds()[4]
    reading = reading_text(recognise(body), body)
    furniture = next(block for block in reading.structure.blocks if block.kind == "page-furniture")
    [one] = reanchor(compare(reading, reading), [Span(furniture.start, furniture.end)])
    assert (one.how, one.place) == ("orphan", None)


def test_the_other_side_of_a_place() -> None:
    new = "Vooraf een heel nieuwe alinea over iets anders.\n\n" + LETTER
    comparison = both(LETTER, new)
    place = LETTER.index("kustwacht")
    assert comparison.counterpart(place) == new.index("kustwacht")
    assert comparison.turned().counterpart(new.index("kustwacht")) == place
    assert both("", LETTER).counterpart(0) == 0
    assert both(LETTER, "").counterpart(5) == 0


def test_progress_is_told_and_what_it_raises_ends_the_work() -> None:
    told: list[float] = []
    comparison = compare(plain(LETTER), plain(LETTER[50:]), progress=told.append)
    reanchor(comparison, [Span(60, 80)], progress=told.append)
    assert told
    assert all(0 <= share <= 1 for share in told)

    def stop(_share: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        reanchor(comparison, [Span(60, 80)], progress=stop)


# how good ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "right", "silent"),
    [
        ("re-wrapped", 97, 96),
        ("hyphens fixed, re-wrapped", 97, 96),
        ("15 % paragraphs added", 97, 96),
        ("page heads put in", 97, 95),
        ("6 % paragraphs moved", 95, 93),
        ("3 % of the words changed", 96, 55),
        ("scan 1 %", 96, 50),
        ("all, scan 1 %, 6 % deleted", 95, 45),
        ("all, scan 3 %, 6 % deleted", 93, 30),
    ],
)
def test_how_many_random_passages_are_found_again(kind: str, right: float, silent: float) -> None:
    figures = measure(EDITS[kind], 60, seed=7)
    assert figures.share(figures.right) >= right
    assert figures.share(figures.wrong) <= 2.5
    assert figures.share(figures.silent_right) >= silent
    assert figures.share(figures.silent_wrong) <= 0.9
    assert figures.gone_silent == 0
