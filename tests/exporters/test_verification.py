"""Every quote is compared with its source text, and the export says what was found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.excerpt import Check
from reader.domain.model import REFERS_TO, Highlight, Link
from reader.exporters.collecting import ExcerptFilter, collect
from reader.exporters.composition import compose
from reader.exporters.verification import check_of, passages_in
from reader.text.source import sha256_of
from tests.exporters.projects import ANSWERS, OPTIONS, QUESTIONS, mark, project

BODY = "Waarom is de op-\nvang vol?3\nDaarom."


def highlight(start: int, end: int, quote: str | None = None, status: str = "exact") -> Highlight:
    return Highlight("h", "t", "d", start, end, BODY[start:end] if quote is None else quote, status=status)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("mark", "quote", "expected"),
    [
        (highlight(0, 27), "Waarom is de opvang vol?3", "exact"),
        (highlight(0, 27, "Waarom is de opvang vol?"), "Waarom is de opvang vol?3", "differs"),
        (highlight(0, 27), "Waarom is de opvang leeg?", "differs"),
        (highlight(0, 27), "is Waarom de opvang vol?", "differs"),
        (highlight(40, 60, "Daarom."), "Daarom.", "differs"),
        (highlight(0, 27, status="moved"), "Waarom is de opvang vol?3", "unsure"),
        (highlight(0, 27, status="fuzzy"), "Waarom is de opvang vol?3", "unsure"),
        (highlight(0, 27, status="orphan"), "Waarom is de opvang vol?3", "earlier"),
    ],
)
def test_a_quote_is_exact_when_its_words_stand_at_its_place(mark: Highlight, quote: str, expected: Check) -> None:
    assert check_of(mark, BODY, quote) == expected


@given(st.data(), st.text(min_size=1, max_size=60))
def test_what_the_source_says_is_always_exact_and_one_other_letter_never(data: st.DataObject, body: str) -> None:
    start = data.draw(st.integers(0, len(body) - 1))
    end = data.draw(st.integers(start + 1, len(body)))
    marked = Highlight("h", "t", "d", start, end, body[start:end])
    assert check_of(marked, body, body[start:end]) == "exact"
    place = data.draw(st.integers(start, end - 1))
    other = "x" if body[place] != "x" else "y"
    changed = body[:place] + other + body[place + 1 :]
    assert check_of(marked, changed, body[start:end]) == "differs"


def test_every_passage_of_the_small_project_is_exact_and_has_the_fingerprint_of_its_text() -> None:
    passages = passages_in(collect(project()), links=True)
    assert {(one.uid, one.check) for one in passages} == {
        (uid, "exact") for uid in ("q1", "q2", "q3", "a1", "a2", "end")
    }
    assert {one.text_sha256 for one in passages} == {sha256_of(QUESTIONS), sha256_of(ANSWERS)}


def test_the_check_tells_of_each_paper_its_fingerprint_and_number_of_quotes() -> None:
    composition = compose(collect(project()), OPTIONS)
    assert [(check.document.uid, check.sha256, check.exact_count, check.outcome) for check in composition.checks] == [
        ("questions", sha256_of(QUESTIONS), 3, "3 citaten, alle letterlijk"),
        ("answers", sha256_of(ANSWERS), 3, "3 citaten, alle letterlijk"),
    ]
    assert composition.verdict == (
        "Letterlijk geciteerd, gecontroleerd: alle 6 citaten staan woord voor woord in de brontekst."
    )


def test_without_links_the_other_ends_are_not_counted() -> None:
    composition = compose(collect(project()), replace(OPTIONS, links=False, language="en"))
    assert [check.exact_count for check in composition.checks] == [3, 2]
    assert composition.verdict.startswith("Quoted word for word, checked: all 5 quotations")


def test_a_linked_passage_that_is_not_exact_is_named() -> None:
    wrong = replace(mark("wrong", "Zie hierboven."), quote="Zie hieronder.")
    link = Link("link-9", REFERS_TO.uid, "q3", "wrong")
    composition = compose(collect(project(wrong, link), ExcerptFilter(highlight_uids={"q3"})), OPTIONS)
    (found,) = composition.checks[1].inexact
    assert (found.uid, found.check, found.quote) == ("wrong", "differs", "Zie hierboven.")
    assert found.reason == "Niet letterlijk: op deze plaats in de brontekst staan andere woorden."
    assert composition.checks[1].outcome == "1 citaat, niet bevestigd"
    assert composition.verdict == "Letterlijk geciteerd, gecontroleerd, behalve 1 van de 2 citaten: zie hieronder."


def test_the_cell_of_a_quote_that_is_not_confirmed_says_why() -> None:
    moved = mark("moved", "Zie hierboven.", status="moved")
    (group,) = compose(collect(project(moved), ExcerptFilter(highlight_uids={"moved"})), OPTIONS).groups
    assert group.items[0].cell.warning.startswith("Nog na te kijken:")  # type: ignore[union-attr]


def test_a_long_quote_is_only_named_by_its_first_words() -> None:
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"q3"}))
    long = replace(excerpt, passage=replace(excerpt.passage, quote="woord " * 100, check="unsure"))
    (check,) = compose([long], OPTIONS).checks
    assert check.inexact[0].quote.endswith("woord …")
    assert len(check.inexact[0].quote) < 170


def test_nothing_to_check_says_nothing() -> None:
    composition = compose([], OPTIONS)
    assert (composition.checks, composition.verdict) == ((), "")
