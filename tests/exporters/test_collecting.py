"""Which passages go out, and what goes with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from reader.domain.citation import Place
from reader.domain.excerpt import Excerpt
from reader.domain.model import Span, Tag
from reader.exporters.collecting import ExcerptFilter, collect, labels_of
from reader.exporters.places import Places, place_of
from reader.text.structure import Block, Page, Piece, Structure
from tests.exporters.projects import mark, project


def uids(excerpts: Sequence[Excerpt]) -> list[str]:
    return [excerpt.uid for excerpt in excerpts]


def test_all_highlights_go_out_by_document_and_place_without_bare_ends_of_links() -> None:
    assert uids(collect(project())) == ["q1", "q2", "q3", "a1", "a2"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"tags": ("tag-b",)}, ["q1", "q2", "a1"]),
        ({"tags": ("tag-c",)}, ["q2"]),  # through the label under it
        ({"tags": ("tag-b", "tag-d")}, ["q1", "q2", "a1"]),
        ({"documents": ("answers",)}, ["a1", "a2"]),
        ({"text": "GESLOTEN opvang"}, ["q1"]),  # the joined word, in any order and case
        ({"text": "let op"}, ["q1"]),
        ({"text": "kosten"}, ["q2"]),
        ({"text": "nergens"}, []),
        ({"has_note": True}, ["q1"]),
        ({"has_note": False, "has_link": True}, ["q2", "a1", "a2"]),
        ({"has_link": False}, ["q3"]),
        ({"highlight_uids": {"a2", "q3"}}, ["q3", "a2"]),
        ({"highlight_uids": set()}, []),
    ],
)
def test_a_filter_asks_for_all_its_fields(asked: dict[str, Any], expected: list[str]) -> None:
    assert uids(collect(project(), ExcerptFilter(**asked))) == expected


def test_a_quote_is_the_reading_text_and_its_footnote_figure_is_known() -> None:
    first = collect(project())[0]
    assert first.quote == "Waarom is de opvang gesloten?3"
    assert [first.quote[start:end] for start, end in first.passage.markers] == ["3"]


def test_footnote_figures_are_found_in_a_quote_of_several_paragraphs() -> None:
    long = mark("long", "Waarom", "deze mensen?")
    (excerpt,) = collect(project(long), ExcerptFilter(highlight_uids={"long"}))
    assert excerpt.quote == "Waarom is de opvang gesloten?3\nWie betaalt de terugkeer van deze mensen?"
    assert [excerpt.quote[start:end] for start, end in excerpt.passage.markers] == ["3"]


def test_a_passage_has_its_labels_in_the_order_of_the_tree() -> None:
    second = collect(project())[1]
    assert [label.name for label in second.labels] == ["opvang", "geld › kosten"]
    assert [(label.hue, label.pattern) for label in second.labels] == [(1, 1), (4, 4)]


def test_the_place_is_the_printed_page_and_a_range_when_the_passage_crosses_pages() -> None:
    excerpts = collect(project())
    assert excerpts[0].place == Place(("7",), (1,), ("1.1 Opvang",))
    assert excerpts[1].place == Place(("7", "8"), (1, 2), ("1.1 Opvang",))
    assert excerpts[2].place == Place(("8",), (2,), ("2 Geld",))
    assert excerpts[3].place == Place((), (), ("Antwoorden",))


def test_white_space_at_the_end_of_a_passage_does_not_take_it_to_the_next_page() -> None:
    with_space = mark("space", "Wie betaalt de terug-\n\f")
    (excerpt,) = collect(project(with_space), ExcerptFilter(highlight_uids={"space"}))
    assert excerpt.place.pages == ("7",)


def test_a_passage_over_a_page_without_a_known_number_is_placed_by_pages_of_the_file() -> None:
    structure = Structure(pages=(Page(1, "1", 0, 10), Page(2, None, 10, 20), Page(3, "3", 20, 30)))
    assert place_of(structure, Span(5, 25)) == Place((), (1, 3))
    assert place_of(structure, Span(5, 10)) == Place(("1",), (1,))
    assert place_of(structure, Span(12, 15)) == Place((), (2,))


def test_a_file_of_one_page_has_no_page_to_name() -> None:
    assert place_of(Structure(pages=(Page(1, None, 0, 10),)), Span(1, 2)) == Place()


def test_the_section_is_that_of_the_running_text_around_a_note_that_has_ended() -> None:
    def block(kind: Any, start: int, end: int, section: str) -> Block:
        return Block(kind, 0, start, end, (section,), (Piece(start, end),))

    blocks = (
        block("paragraph", 0, 50, "A"),
        block("footnote", 10, 20, "note"),
        block("page-furniture", 20, 25, "head"),
        block("paragraph", 60, 80, "B"),
    )
    for structure in (Structure(blocks=blocks), Structure(blocks=blocks[::-1])):
        places = Places(structure)
        assert [places.of(Span(offset, offset + 1)).section for offset in (5, 15, 22, 40, 70)] == [
            ("A",), ("note",), ("A",), ("A",), ("B",),
        ]  # fmt: skip


def test_links_show_the_other_passage_from_both_sides() -> None:
    by_uid = {excerpt.uid: excerpt for excerpt in collect(project())}
    assert [(link.passage.uid, link.outgoing, link.note) for link in by_uid["q1"].links] == [
        ("a1", True, "Geen echt antwoord."), ("a2", True, ""),
    ]  # fmt: skip
    assert [(link.passage.uid, link.outgoing) for link in by_uid["a1"].links] == [("q1", False)]
    assert by_uid["q2"].links[0].passage.quote == "Zie hierboven."
    assert by_uid["q2"].links[0].kind.name == "refers-to"


def test_a_linked_passage_is_complete_although_it_does_not_pass_the_filter() -> None:
    (excerpt,) = collect(project(), ExcerptFilter(highlight_uids={"a1"}))
    other = excerpt.links[0].passage
    assert (other.uid, other.note, [label.name for label in other.labels]) == (
        "q1", "Eerste vraag.\nLet op.", ["opvang"],
    )  # fmt: skip
    assert other.place.pages == ("7",)


def test_a_passage_that_lost_its_place_keeps_its_quote_and_names_no_page() -> None:
    lost = mark("lost", "Waarom", "sloten?3", status="orphan")
    (excerpt,) = collect(project(lost), ExcerptFilter(highlight_uids={"lost"}))
    assert excerpt.quote == "Waarom is de opvang ge- sloten?3"
    assert excerpt.place == Place()


def test_only_texts_that_are_needed_are_read() -> None:
    source = project()
    read: list[str] = []
    body = source.body
    source.body = lambda uid: (read.append(uid), body(uid))[1]  # type: ignore[method-assign]
    collect(source, ExcerptFilter(highlight_uids={"q3"}))
    assert read == ["text-1"]


def test_a_tree_of_labels_may_be_a_thousand_deep() -> None:
    tags = [Tag(f"t{number}", "x", parent_uid=f"t{number - 1}" if number else None) for number in range(1000)]
    labels = labels_of(tags)
    assert [label.rank for label in labels.values()] == list(range(1000))
    assert len(labels["t999"].path) == 1000
