"""Acts on passages."""

from __future__ import annotations

import pytest

from reader.domain.errors import ActRefused
from reader.domain.model import REFERS_TO, Highlight, Span
from reader.edit import links, marks, tags
from tests.in_memory import InMemoryProject, paper

BODY = "De leden van de fractie vragen naar de detentiecentra. Het kabinet antwoordt dat deze sluiten."


@pytest.fixture
def project() -> InMemoryProject:
    return InMemoryProject([*paper(BODY, "one", 0), *paper(BODY[::-1], "two", 1)])


def uids(project: InMemoryProject) -> tuple[str, str]:
    one, two = project.documents()
    return one.uid, two.uid


def new_tag(project: InMemoryProject, name: str) -> str:
    change_set = tags.add_tag(project, name)
    project.apply(change_set)
    return change_set.changes[0].entity.uid


def test_a_highlight_keeps_quote_and_context(project: InMemoryProject) -> None:
    one, _two = uids(project)
    change_set = marks.highlight_span(project, one, Span(3, 8), author="Ans")
    assert project.highlights() == []  # nothing is performed
    project.apply(change_set)
    [highlight] = project.highlights(one)
    assert (highlight.quote, highlight.prefix, highlight.suffix) == ("leden", "De ", BODY[8:40])
    assert (highlight.kind, highlight.author, highlight.status) == ("highlight", "Ans", "exact")
    assert (change_set.name.key, change_set.name.words) == ("highlight.add", ("leden",))


def test_the_name_of_an_act_is_short_and_on_one_line() -> None:
    project = InMemoryProject(paper("word\n" * 100))
    change_set = marks.highlight_span(project, project.documents()[0].uid, Span(0, 400))
    [words] = change_set.name.words
    assert len(words) <= 40
    assert "\n" not in words
    assert words.endswith("…")


@pytest.mark.parametrize("span", [Span(4, 4), Span(5, 4), Span(-1, 4), Span(4, len(BODY) + 1), Span(2, 3)])
def test_a_span_that_holds_nothing_is_refused(project: InMemoryProject, span: Span) -> None:
    with pytest.raises(ActRefused):
        marks.highlight_span(project, uids(project)[0], span)


def test_the_same_passage_is_not_highlighted_twice_but_overlaps_are_fine(project: InMemoryProject) -> None:
    one, two = uids(project)
    project.apply(marks.highlight_span(project, one, Span(3, 8)))
    with pytest.raises(ActRefused, match="already"):
        marks.highlight_span(project, one, Span(3, 8))
    project.apply(marks.highlight_span(project, one, Span(3, 9)))
    project.apply(marks.highlight_span(project, two, Span(3, 8)))
    assert len(project.highlights()) == 3


def test_several_labels_go_on_one_highlight(project: InMemoryProject) -> None:
    one, _two = uids(project)
    first, second = new_tag(project, "detentie"), new_tag(project, "financiering")
    for tag in (first, second):
        project.apply(marks.tag_span(project, one, Span(3, 8), tag))
    [highlight] = project.highlights()
    assert [tagging.tag_uid for tagging in project.taggings(highlight_uid=highlight.uid)] == [first, second]
    with pytest.raises(ActRefused, match="detentie"):
        marks.tag_span(project, one, Span(3, 8), first)


def test_taking_the_last_label_keeps_the_highlight(project: InMemoryProject) -> None:
    tag = new_tag(project, "detentie")
    project.apply(marks.tag_span(project, uids(project)[0], Span(3, 8), tag))
    [highlight] = project.highlights()
    project.apply(marks.take_tag(project, highlight.uid, tag))
    assert project.taggings() == []
    assert project.highlights() == [highlight]
    with pytest.raises(ActRefused, match="does not have"):
        marks.take_tag(project, highlight.uid, tag)


def test_toggle_gives_and_takes(project: InMemoryProject) -> None:
    tag = new_tag(project, "detentie")
    project.apply(marks.highlight_span(project, uids(project)[0], Span(3, 8)))
    [highlight] = project.highlights()
    gives = marks.toggle_tag(project, highlight.uid, tag)
    project.apply(gives)
    takes = marks.toggle_tag(project, highlight.uid, tag)
    assert (gives.name.key, takes.name.key) == ("tag.give", "tag.take")


def test_moving_the_ends_keeps_labels_and_renews_the_quote(project: InMemoryProject) -> None:
    one, _two = uids(project)
    tag = new_tag(project, "detentie")
    project.apply(marks.tag_span(project, one, Span(3, 8), tag))
    [highlight] = project.highlights()
    project.apply(marks.change_span(project, highlight.uid, Span(0, 8)))
    [moved] = project.highlights()
    assert (moved.uid, moved.quote, moved.prefix) == (highlight.uid, "De leden", "")
    assert len(project.taggings()) == 1


def test_moving_the_ends_onto_another_highlight_or_nowhere(project: InMemoryProject) -> None:
    one, _two = uids(project)
    project.apply(marks.highlight_span(project, one, Span(3, 8)))
    project.apply(marks.highlight_span(project, one, Span(0, 8)))
    longer, shorter = project.highlights()
    with pytest.raises(ActRefused, match="exactly these ends"):
        marks.change_span(project, shorter.uid, longer.span)
    with pytest.raises(ActRefused, match="white space"):
        marks.change_span(project, shorter.uid, Span(2, 3))
    assert not marks.change_span(project, shorter.uid, shorter.span)


def linked(project: InMemoryProject) -> tuple[Highlight, Highlight]:
    """A highlight in the first paper linked to a bare anchor in the second."""
    one, two = uids(project)
    project.apply(marks.highlight_span(project, one, Span(3, 8)))
    [highlight] = project.highlights(one)
    project.apply(links.link(project, highlight.uid, (two, Span(0, 4)), REFERS_TO.uid))
    [anchor] = project.highlights(two)
    return highlight, anchor


def test_removing_takes_labels_links_and_left_over_anchors_along(project: InMemoryProject) -> None:
    before = project.state()
    highlight, anchor = linked(project)
    assert anchor.kind == "anchor"
    tag = new_tag(project, "detentie")
    project.apply(marks.give_tag(project, highlight.uid, tag))
    project.apply(marks.remove_highlights(project, [highlight.uid, highlight.uid]))
    assert (project.highlights(), project.taggings(), project.links()) == ([], [], [])
    assert project.state()[Highlight] == before[Highlight]


def test_an_anchor_with_another_link_stays(project: InMemoryProject) -> None:
    highlight, anchor = linked(project)
    project.apply(links.link(project, (uids(project)[0], Span(0, 2)), anchor.uid, REFERS_TO.uid))
    project.apply(marks.remove_highlights(project, [highlight.uid]))
    assert anchor in project.highlights()
    assert len(project.links()) == 1


def test_an_anchor_becomes_a_highlight_when_it_is_highlighted_or_labelled(project: InMemoryProject) -> None:
    _highlight, anchor = linked(project)
    span_act = marks.highlight_span(project, anchor.document_uid, anchor.span)
    tag_act = marks.tag_span(project, anchor.document_uid, anchor.span, new_tag(project, "detentie"))
    for act in (span_act, tag_act):
        project.apply(act)
        assert project.highlight(anchor.uid).kind == "highlight"
        project.apply(act.inverse())
        assert project.highlight(anchor.uid) == anchor


def test_what_is_gone_is_refused_in_words(project: InMemoryProject) -> None:
    tag = new_tag(project, "detentie")
    for act in (
        lambda: marks.highlight_span(project, "gone", Span(0, 1)),
        lambda: marks.give_tag(project, "gone", tag),
        lambda: marks.tag_span(project, uids(project)[0], Span(0, 2), "gone"),
        lambda: marks.remove_highlights(project, ["gone"]),
        lambda: marks.remove_highlights(project, []),
    ):
        with pytest.raises(ActRefused):
            act()
