"""How excerpts are laid out on pages: what stands side by side, what is kept together, when there are contents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.exporters.collecting import ExcerptFilter, collect
from reader.exporters.composition import Composition, Pairs, Row, compose
from reader.exporters.paged import Stacked, contents, is_short, laid_out, passage_paragraphs, stacked_paragraphs
from tests.exporters.projects import OPTIONS, papers_with_excerpts, project

LONG = "Een zin van een lang antwoord. " * 100


def answered_at_length(long_uid: str) -> Composition:
    """The questions with their answers, one of which is long."""
    excerpts = collect(project(), ExcerptFilter(documents=("questions",)))
    found = [
        replace(
            excerpt,
            links=tuple(
                replace(link, passage=replace(link.passage, quote=LONG)) if link.passage.uid == long_uid else link
                for link in excerpt.links
            ),
        )
        for excerpt in excerpts
    ]
    return compose(found, OPTIONS)


def test_short_passages_stand_beside_each_other() -> None:
    (group,) = compose(collect(project(), ExcerptFilter(documents=("questions",))), OPTIONS).groups
    assert tuple(laid_out(group)) == group.items


def test_a_question_with_a_long_answer_stands_above_all_its_answers() -> None:
    (group,) = answered_at_length("a2").groups
    first, *_ = laid_out(group)
    assert isinstance(first, Stacked)
    assert [heading for heading, _, _ in first.passages] == ["Vraag", "Antwoord", "Antwoord"]
    assert [note for _, _, note in first.passages] == ["", "Geen echt antwoord.", ""]
    assert first.row_count == 2


def test_only_the_linked_passages_that_are_long_leave_the_table() -> None:
    (group,) = answered_at_length("a2").groups
    pairs = next(item for item in group.items if isinstance(item, Pairs))
    short, *_ = compose(collect(project(), ExcerptFilter(highlight_uids={"q1"})), OPTIONS).groups[0].items
    assert isinstance(short, Pairs)
    mixed = replace(group, items=(replace(pairs, rows=(*short.rows, *pairs.rows, *short.rows)),))
    assert [type(item) for item in laid_out(mixed)] == [Pairs, Stacked, Pairs]


def test_a_stacked_passage_has_its_heading_on_the_same_page_and_the_note_on_its_link_last() -> None:
    (group,) = answered_at_length("a1").groups
    stacked = next(item for item in laid_out(group) if isinstance(item, Stacked))
    head, *_, note = stacked_paragraphs(stacked.passages[1], "nl")
    assert (head.role, head.stretches[0].words, head.kept) == ("side", "Antwoord", True)
    assert note.stretches[0].words == "Bij de koppeling: Geen echt antwoord."


@pytest.mark.parametrize(("count", "expected"), [(1, True), (12, True), (40, False)])
def test_a_row_that_takes_much_of_a_page_may_be_parted(count: int, expected: bool) -> None:
    (group,) = compose(collect(project(), ExcerptFilter(highlight_uids={"q3"})), OPTIONS).groups
    cell = group.items[0].cell  # type: ignore[union-attr]
    assert is_short(Row(replace(cell, paragraphs=((("woord", False),),) * count), None), "nl") == expected


def test_a_long_note_makes_a_row_long_too() -> None:
    (group,) = compose(collect(project(), ExcerptFilter(highlight_uids={"q3"})), OPTIONS).groups
    cell = group.items[0].cell  # type: ignore[union-attr]
    assert is_short(Row(cell, None), "nl")
    assert not is_short(Row(None, replace(cell, note=(LONG,))), "nl")


def test_all_that_is_told_of_a_quote_is_kept_with_it_up_to_its_note() -> None:
    options = replace(OPTIONS, names=True, context=1)
    (group, *_) = compose(collect(project(), ExcerptFilter(highlight_uids={"q1"})), options).groups
    pairs = group.items[0]
    assert isinstance(pairs, Pairs)
    cell = pairs.rows[0].left
    assert cell is not None
    made = passage_paragraphs(replace(cell, author="Gemarkeerd door A", after="Daarna."), "nl")
    assert [(one.role, one.kept) for one in made] == [
        ("quote", True),
        ("citation", True),
        ("context", True),
        ("labels", True),
        ("author", True),
        ("note", False),
        ("note", False),
    ]


@pytest.mark.parametrize(("papers", "each", "expected"), [(2, 40, 0), (5, 2, 0), (3, 10, 4)])
def test_a_long_export_of_several_papers_has_contents(papers: int, each: int, expected: int) -> None:
    found = contents(compose(papers_with_excerpts(papers, each), OPTIONS))
    assert len(found) == expected
    assert found[:1] == ["Stuk 1"][:expected]
    assert found[-1:] == ["Controle van de citaten"][:expected]


def test_a_heading_that_is_too_long_is_shortened_in_the_contents() -> None:
    first, *others = papers_with_excerpts(4, 10)
    wordy = replace(first, passage=replace(first.passage, document=replace(first.document, title="Titel " * 500)))
    assert max(map(len, contents(compose([wordy, *others], OPTIONS)))) <= 160


def test_without_headings_there_are_no_contents() -> None:
    assert contents(compose(papers_with_excerpts(4, 10), replace(OPTIONS, grouping="reading"))) == []
