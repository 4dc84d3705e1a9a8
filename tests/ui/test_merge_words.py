"""Every kind of thing, outcome and field that a merge can tell of has words in the window."""

from __future__ import annotations

from typing import get_args

from reader.edit.merging_report import KINDS, TOLD, Difference, ItemKind, MergeItem, Outcome
from reader.ui.merge_words import FIELDS, OUTCOMES, SIGNS, SUMS, report, summary, value_of
from reader.ui.merge_words import KINDS as KIND_WORDS


def test_everything_that_can_be_told_has_words() -> None:
    assert set(KIND_WORDS) == set(get_args(ItemKind)) == set(KINDS.values())
    assert set(OUTCOMES) == set(SUMS) == set(SIGNS) == set(get_args(Outcome))
    assert {field for fields in TOLD.values() for field in fields} <= set(FIELDS)


def test_what_a_field_says_is_in_words_of_the_window() -> None:
    values = {"kind": ("kamervragen", ""), "language": ("fr", "it"), "is_open": ("True", "False")}
    values |= {"hue": ("3", "12"), "pattern": ("5", ""), "verdict_uid": ("partly", "eigen oordeel")}
    values |= {"kind_uid": ("contradicts", "eigen soort"), "title": ("Brief", "")}
    assert {
        field: tuple(value_of(Difference(field, *both), one) for one in both) for field, both in values.items()
    } == {
        "kind": ("Written questions with answers", "–"),
        "language": ("French", "it"),
        "is_open": ("Yes", "No"),
        "hue": ("blue", "12"),
        "pattern": ("wave", "–"),
        "verdict_uid": ("answered in part", "eigen oordeel"),
        "kind_uid": ("contradicts", "eigen soort"),
        "title": ("Brief", "–"),
    }


def test_a_report_has_a_line_for_each_thing_with_both_versions() -> None:
    items = (
        MergeItem("passage", "both", "1", "kustwacht", "d", (Difference("note", "van ons", ""),)),
        MergeItem("label", "added", "2", "detentie"),
    )
    assert report(items).splitlines() == [
        "Highlight: changed on both sides: kustwacht",
        "    Note. Here: van ons | In the copy: –",
        "Label: comes in: detentie",
    ]
    assert summary(items) == "Changed on both sides: 1. Comes in: 1."
