"""What differs between two versions is told in whole words, on both sides."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.text.reading import delivered_text
from reader.text.reanchoring_changes import changes_between
from reader.text.reanchoring_comparison import compare
from reader.text.structure import Structure
from tests.text.test_reanchoring import LETTER


def differing(old: str, new: str) -> list[tuple[str, str]]:
    """The words that differ, old and new."""
    comparison = compare(delivered_text(Structure(), old), delivered_text(Structure(), new))
    return [(old[one.old.start : one.old.end], new[one.new.start : one.new.end]) for one in changes_between(comparison)]


def test_the_same_words_in_another_layout_do_not_differ() -> None:
    assert differing(LETTER, LETTER.replace(" ", "\n").replace("detentiecentra", "detentie-\ncentra")) == []


def test_a_word_put_in_taken_out_and_replaced() -> None:
    new = LETTER.replace("zorgen", "grote zorgen").replace("Daarvan ", "").replace("regio", "wijde omgeving")
    assert differing(LETTER, new) == [("", "grote"), ("Daarvan", ""), ("regio", "wijde omgeving")]


def test_one_letter_marks_the_word_on_both_sides() -> None:
    assert differing(LETTER, LETTER.replace("een deel", "geen deel")) == [("een", "geen")]


def test_a_new_paragraph_is_one_change() -> None:
    added = "Een nieuwe alinea over de stand van zaken, met een paar woorden die er al stonden: de kustwacht.\n\n"
    new = LETTER.replace("In het regeerakkoord", added + "In het regeerakkoord")
    [(before, after)] = differing(LETTER, new)
    assert before == ""
    assert len(after) > len(added) - 10


def test_where_nothing_stands_the_place_is_told() -> None:
    new = LETTER.replace("grote ", "").replace("De kustwacht", "Ook de kustwacht")
    comparison = compare(delivered_text(Structure(), LETTER), delivered_text(Structure(), new))
    [one] = changes_between(comparison)
    assert one.is_added
    assert one.old.start in range(LETTER.index("leden.") + 5, LETTER.index("De kustwacht") + 1)


def test_all_against_nothing() -> None:
    [(before, after)] = differing(LETTER, "")
    assert (before, after) == (LETTER.strip().removesuffix("."), "")
    assert differing("", LETTER) == [("", LETTER.strip().removesuffix("."))]
    assert differing("", "") == []


words = st.lists(st.sampled_from(["kustwacht", "de", "leden", "3,5", "EU-", "en", "detentie-\ncentra"]), max_size=40)


@given(old=words.map(" ".join), new=words.map(" ".join))
def test_changes_follow_each_other_and_cover_what_is_not_the_same(old: str, new: str) -> None:
    comparison = compare(delivered_text(Structure(), old), delivered_text(Structure(), new))
    changes = changes_between(comparison)
    for before, after in pairwise(changes):
        assert before.old.end <= after.old.start
        assert before.new.end <= after.new.start
    kept = [
        "".join(
            sign
            for place, sign in enumerate(body)
            if sign.isalnum() and not any(span.start <= place < span.end for span in spans)
        )
        for body, spans in ((old, [one.old for one in changes]), (new, [one.new for one in changes]))
    ]
    assert len(kept[0]) <= len(old)
    assert bool(changes) == (comparison.old.letters.text != comparison.new.letters.text)
