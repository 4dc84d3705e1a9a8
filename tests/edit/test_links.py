"""Acts on links."""

from __future__ import annotations

import pytest

from reader.domain.errors import ActRefused
from reader.domain.model import ANSWERED_BY, REFERS_TO, Span
from reader.edit import links, marks
from tests.in_memory import InMemoryProject, paper


@pytest.fixture
def project() -> InMemoryProject:
    return InMemoryProject([*paper("vraag een vraag twee", "questions", 0), *paper("antwoord een", "answers", 1)])


def ends(project: InMemoryProject) -> tuple[tuple[str, Span], tuple[str, Span]]:
    questions, answers = project.documents()
    return (questions.uid, Span(0, 9)), (answers.uid, Span(0, 12))


def test_a_link_between_two_spans_makes_bare_ends_and_takes_them_along(project: InMemoryProject) -> None:
    before = project.state()
    source, target = ends(project)
    project.apply(links.link(project, source, target, ANSWERED_BY.uid, author="Ans"))
    [made] = project.links()
    assert project.highlight(made.source_uid).quote == "vraag een"
    assert project.highlight(made.target_uid).quote == "antwoord een"
    assert {highlight.kind for highlight in project.highlights()} == {"anchor"}
    assert (made.kind_uid, made.author) == (ANSWERED_BY.uid, "Ans")
    project.apply(links.remove_link(project, made.uid))
    assert project.state() == before


def test_a_link_uses_the_highlight_that_is_there_and_leaves_it(project: InMemoryProject) -> None:
    source, target = ends(project)
    project.apply(marks.highlight_span(project, *source))
    [highlight] = project.highlights()
    project.apply(links.link(project, source, target, ANSWERED_BY.uid))
    [made] = project.links()
    assert made.source_uid == highlight.uid
    project.apply(links.remove_link(project, made.uid))
    assert project.highlights() == [highlight]


def test_one_passage_or_one_link_twice_is_refused(project: InMemoryProject) -> None:
    source, target = ends(project)
    with pytest.raises(ActRefused, match="itself"):
        links.link(project, source, source, ANSWERED_BY.uid)
    project.apply(links.link(project, source, target, ANSWERED_BY.uid))
    with pytest.raises(ActRefused, match="already"):
        links.link(project, source, target, ANSWERED_BY.uid)
    project.apply(links.link(project, target, source, ANSWERED_BY.uid))
    project.apply(links.link(project, source, target, REFERS_TO.uid))
    assert len(project.links()) == 3
    assert len(project.highlights()) == 2


def test_type_and_direction_can_change_but_not_into_a_link_that_exists(project: InMemoryProject) -> None:
    source, target = ends(project)
    project.apply(links.link(project, source, target, ANSWERED_BY.uid))
    [made] = project.links()
    project.apply(links.change_link_kind(project, made.uid, REFERS_TO.uid))
    project.apply(links.reverse_link(project, made.uid))
    [changed] = project.links()
    assert (changed.kind_uid, changed.source_uid, changed.target_uid) == (
        REFERS_TO.uid,
        made.target_uid,
        made.source_uid,
    )
    assert not links.change_link_kind(project, made.uid, REFERS_TO.uid)
    project.apply(links.link(project, source, target, REFERS_TO.uid))
    with pytest.raises(ActRefused):
        links.reverse_link(project, made.uid)
    project.apply(links.link(project, target, source, ANSWERED_BY.uid))
    with pytest.raises(ActRefused):
        links.change_link_kind(project, made.uid, ANSWERED_BY.uid)


def test_a_type_of_link_is_added_once(project: InMemoryProject) -> None:
    project.apply(links.add_link_kind(project, " licht  toe ", "toegelicht door"))
    kind = project.link_kinds()[-1]
    assert (kind.name, kind.inverse, kind.builtin) == ("licht toe", "toegelicht door", False)
    for name in ("Licht toe", "", "  "):
        with pytest.raises(ActRefused):
            links.add_link_kind(project, name)
    source, target = ends(project)
    project.apply(links.link(project, source, target, kind.uid))


def test_what_is_gone_is_refused_in_words(project: InMemoryProject) -> None:
    source, target = ends(project)
    for act in (
        lambda: links.link(project, source, target, "gone"),
        lambda: links.link(project, source, "gone", ANSWERED_BY.uid),
        lambda: links.remove_link(project, "gone"),
    ):
        with pytest.raises(ActRefused):
            act()
