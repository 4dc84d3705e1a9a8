"""Acts on labels."""

from __future__ import annotations

import pytest

from reader.domain.errors import ActRefused
from reader.domain.model import Span, Tag
from reader.edit import marks, tags
from tests.in_memory import InMemoryProject, paper


@pytest.fixture
def project() -> InMemoryProject:
    return InMemoryProject(paper("a text of some words, long enough to label"))


def add(project: InMemoryProject, name: str, **options: object) -> Tag:
    change_set = tags.add_tag(project, name, **options)  # type: ignore[arg-type]
    project.apply(change_set)
    return project.tag(change_set.changes[0].entity.uid)


def names(project: InMemoryProject, parent_uid: str | None = None) -> list[str]:
    return [tag.name for tag in project.tags() if tag.parent_uid == parent_uid]


def label(project: InMemoryProject, tag: Tag, *spans: Span) -> None:
    for span in spans:
        project.apply(marks.tag_span(project, project.documents()[0].uid, span, tag.uid))


def test_the_first_nine_labels_get_their_own_colour_and_digit_and_all_pairs_differ(project: InMemoryProject) -> None:
    made = [add(project, f"label {number}") for number in range(1, 82)]
    assert [(tag.hue, tag.pattern, tag.digit) for tag in made[:9]] == [(n, n, n) for n in range(1, 10)]
    assert {tag.digit for tag in made[9:]} == {None}
    assert len({(tag.hue, tag.pattern) for tag in made}) == 81
    assert names(project) == [tag.name for tag in made]
    add(project, "one too many")


@pytest.mark.parametrize("name", ["", "  \n", "x" * 201])
def test_a_label_needs_a_fit_name(project: InMemoryProject, name: str) -> None:
    with pytest.raises(ActRefused):
        tags.add_tag(project, name)


def test_sisters_have_different_names_but_cousins_need_not(project: InMemoryProject) -> None:
    top = add(project, "opvang")
    add(project, "opvang", parent_uid=top.uid)
    with pytest.raises(ActRefused, match="opvang"):
        tags.add_tag(project, " Opvang ")
    other = add(project, "terugkeer")
    with pytest.raises(ActRefused, match="opvang"):
        tags.rename_tag(project, other.uid, "OPVANG")
    project.apply(tags.rename_tag(project, top.uid, "Opvang"))  # another spelling of its own name
    assert not tags.rename_tag(project, top.uid, " Opvang ")


def test_colours_are_numbers_from_one_to_nine(project: InMemoryProject) -> None:
    tag = add(project, "opvang")
    project.apply(tags.recolour_tag(project, tag.uid, 4, 9))
    assert (project.tag(tag.uid).hue, project.tag(tag.uid).pattern) == (4, 9)
    for hue, pattern in ((0, 1), (1, 10)):
        with pytest.raises(ActRefused):
            tags.recolour_tag(project, tag.uid, hue, pattern)


def test_a_digit_moves_from_one_label_to_another(project: InMemoryProject) -> None:
    one, two = add(project, "one"), add(project, "two")
    project.apply(tags.set_digit(project, two.uid, 1))
    assert [tag.digit for tag in project.tags()] == [None, 1]
    project.apply(tags.set_digit(project, two.uid, None))
    assert project.tag(two.uid).digit is None
    assert not tags.set_digit(project, one.uid, None)
    with pytest.raises(ActRefused):
        tags.set_digit(project, one.uid, 0)
    with pytest.raises(ActRefused):
        tags.add_tag(project, "three", digit=10)


def test_a_label_moves_among_its_sisters(project: InMemoryProject) -> None:
    made = [add(project, name) for name in "abcd"]
    project.apply(tags.move_tag(project, made[3].uid, None, 1))
    assert names(project) == ["a", "d", "b", "c"]
    project.apply(tags.move_tag(project, made[0].uid, None, 99))
    assert names(project) == ["d", "b", "c", "a"]
    assert not tags.move_tag(project, made[0].uid, None, 3)


def test_a_label_moves_under_another_but_never_under_itself(project: InMemoryProject) -> None:
    a, b, c = (add(project, name) for name in "abc")
    project.apply(tags.move_tag(project, b.uid, a.uid, 0))
    project.apply(tags.move_tag(project, c.uid, b.uid, 0))
    assert (names(project), names(project, a.uid), names(project, b.uid)) == (["a"], ["b"], ["c"])
    for parent in (a.uid, b.uid, c.uid):
        with pytest.raises(ActRefused, match="itself"):
            tags.move_tag(project, a.uid, parent, 0)
    add(project, "c", parent_uid=a.uid)
    with pytest.raises(ActRefused, match="“c”"):
        tags.move_tag(project, c.uid, a.uid, 0)


def test_merging_joins_passages_children_definitions_and_digit(project: InMemoryProject) -> None:
    source, target = add(project, "source", description="from"), add(project, "target", description="to")
    project.apply(tags.set_digit(project, target.uid, None))
    child, kept = add(project, "child", parent_uid=source.uid), add(project, "kept", parent_uid=target.uid)
    label(project, source, Span(0, 6), Span(2, 6))
    label(project, target, Span(2, 6))
    before = project.state()
    act = tags.merge_tags(project, source.uid, target.uid)
    project.apply(act)
    assert [tag.uid for tag in project.tags() if tag.parent_uid == target.uid] == [kept.uid, child.uid]
    merged = project.tag(target.uid)
    assert (merged.name, merged.description, merged.digit) == ("target", "to\nfrom", 1)
    assert [len(project.taggings(highlight_uid=one.uid)) for one in project.highlights()] == [1, 1]
    assert source not in project.tags()
    project.apply(act.inverse())
    assert project.state() == before


def test_merging_that_makes_no_sense_is_refused(project: InMemoryProject) -> None:
    top = add(project, "top")
    under = add(project, "under", parent_uid=top.uid)
    with pytest.raises(ActRefused, match="other way"):
        tags.merge_tags(project, top.uid, under.uid)
    with pytest.raises(ActRefused, match="itself"):
        tags.merge_tags(project, top.uid, top.uid)
    other = add(project, "other")
    add(project, "under", parent_uid=other.uid)
    with pytest.raises(ActRefused, match="“under”"):
        tags.merge_tags(project, other.uid, top.uid)
    project.apply(tags.merge_tags(project, under.uid, top.uid))
    assert names(project, top.uid) == []


def test_removing_keeps_passages_and_moves_children_into_its_place(project: InMemoryProject) -> None:
    a, b, _c = (add(project, name) for name in "abc")
    for name in "xy":
        add(project, name, parent_uid=b.uid)
    label(project, b, Span(0, 6))
    before = project.state()
    act = tags.remove_tag(project, b.uid)
    project.apply(act)
    assert names(project) == ["a", "x", "y", "c"]
    assert len(project.highlights()) == 1
    assert project.taggings() == []
    project.apply(act.inverse())
    assert project.state() == before
    add(project, "x")
    with pytest.raises(ActRefused, match="“x”"):
        tags.remove_tag(project, b.uid)
    project.apply(tags.remove_tag(project, a.uid))


def test_a_definition_is_kept_as_typed(project: InMemoryProject) -> None:
    tag = add(project, "opvang")
    act = tags.describe_tag(project, tag.uid, "what counts ")
    project.apply(act)
    assert project.tag(tag.uid).description == "what counts "
    assert act.merge_key
    with pytest.raises(ActRefused):
        tags.describe_tag(project, "gone", "x")
