"""Acts on the ends of questions and answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.changes import ChangeSet
from reader.domain.errors import ActRefused
from reader.domain.model import Span, UnitRole
from reader.edit import units
from tests.in_memory import InMemoryProject, paper

BODY = "Hoeveel kost dit?  Wie betaalt dat?\n\nWanneer is het klaar? Waarom zo laat?"


@pytest.fixture
def project() -> InMemoryProject:
    return InMemoryProject(paper(BODY))


def document(project: InMemoryProject) -> str:
    return project.documents()[0].uid


def at(words: str) -> Span:
    start = BODY.index(words)
    return Span(start, start + len(words))


def does(project: InMemoryProject, change_set: ChangeSet) -> list[str]:
    """Apply an act, see that it can be taken back to the letter, and tell what the user has set."""
    before = project.state()
    project.apply(change_set)
    project.apply(change_set.inverse())
    assert project.state() == before
    project.apply(change_set)
    return said(project)


def said(project: InMemoryProject, role: UnitRole = "question") -> list[str]:
    """The units that the user set, as text; a dropped one with a minus before it."""
    return [
        ("-" if unit.is_dropped else "") + BODY[unit.start : unit.end]
        for unit in project.set_units()
        if unit.role == role
    ]


def test_a_unit_is_cut_in_two_and_the_white_space_belongs_to_neither(project: InMemoryProject) -> None:
    whole = at("Hoeveel kost dit?  Wie betaalt dat?")
    act = units.split_unit(project, document(project), "question", whole, BODY.index(" Wie"), author="Ans")
    assert does(project, act) == ["Hoeveel kost dit?", "Wie betaalt dat?"]
    assert {unit.author for unit in project.set_units()} == {"Ans"}
    assert (act.name.key, act.name.words) == ("unit.split", ("Hoeveel kost dit? Wie betaalt dat?",))
    second = at("Wie betaalt dat?")
    act = units.split_unit(project, document(project), "question", second, BODY.index("dat?"))
    assert does(project, act) == ["Hoeveel kost dit?", "Wie betaalt", "dat?"]


@pytest.mark.parametrize("place", [0, 17, 18, 19, -3, 36, 500])
def test_a_cut_with_nothing_on_one_side_is_refused(project: InMemoryProject, place: int) -> None:
    with pytest.raises(ActRefused, match="both sides"):
        units.split_unit(project, document(project), "question", Span(0, 19), place)


def test_units_are_joined_with_all_between_them(project: InMemoryProject) -> None:
    whole = at("Hoeveel kost dit?  Wie betaalt dat?")
    project.apply(units.split_unit(project, document(project), "question", whole, BODY.index(" Wie")))
    spans = [at("Wanneer is het klaar?"), at("Hoeveel kost dit?")]
    act = units.merge_units(project, document(project), "question", spans)
    assert does(project, act) == [BODY[: BODY.index(" Waarom")]]
    assert act.name.key == "unit.merge"
    for few in ([], [whole], [whole, whole]):
        with pytest.raises(ActRefused, match="merge"):
            units.merge_units(project, document(project), "question", few)


def test_moving_the_ends_out_replaces_what_lies_inside_and_is_newer_than_what_sticks_out(
    project: InMemoryProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(units, "now", lambda: "2018-04-25")
    for words in ("Hoeveel kost dit?", "Wie betaalt dat?", "Wanneer is het klaar?"):
        project.apply(units.move_unit(project, document(project), "question", None, at(words), author="Ans"))
    before, after = at("Hoeveel kost dit?"), at("Hoeveel kost dit?  Wie betaalt dat?\n\nWanneer")
    own = project.set_units()[0]
    monkeypatch.setattr(units, "now", lambda: "2018-04-26")
    act = units.move_unit(project, document(project), "question", before, after)
    assert does(project, act) == [BODY[after.start : after.end], "Wanneer is het klaar?"]
    moved, other = project.set_units()
    assert (moved.uid, moved.created_at, moved.author) == (own.uid, own.created_at, "Ans")
    assert moved.modified_at > other.modified_at
    assert act.name.key == "unit.move"


def test_what_a_unit_no_longer_covers_is_no_unit(project: InMemoryProject) -> None:
    before, after = at("Hoeveel kost dit?  Wie betaalt dat?"), at("kost dit?")
    act = units.move_unit(project, document(project), "question", before, after)
    assert does(project, act) == ["-Hoeveel", "kost dit?", "-Wie betaalt dat?"]
    wider = units.move_unit(project, document(project), "question", after, at("kost dit?  Wie"))
    assert does(project, wider) == ["-Hoeveel", "kost dit?  Wie", "-Wie betaalt dat?"]
    narrower = units.move_unit(project, document(project), "question", at("kost dit?  Wie"), after)
    assert does(project, narrower) == ["-Hoeveel", "kost dit?", "-Wie", "-Wie betaalt dat?"]
    project.apply(narrower.inverse())
    back = units.move_unit(project, document(project), "question", at("kost dit?  Wie"), before)
    assert does(project, back) == ["Hoeveel kost dit?  Wie betaalt dat?"]


def test_what_is_left_of_a_unit_that_lies_over_another_does_not_come_back_as_that_one(project: InMemoryProject) -> None:
    whole = at("Hoeveel kost dit?  Wie betaalt dat?")
    project.apply(units.move_unit(project, document(project), "question", None, whole))
    project.apply(units.move_unit(project, document(project), "question", None, at("dat?\n\nWanneer")))
    seen = at("Hoeveel kost dit?  Wie betaalt")
    act = units.move_unit(project, document(project), "question", seen, at("Hoeveel kost dit?"))
    assert does(project, act) == ["Hoeveel kost dit?", BODY[: whole.end], "-Wie betaalt", "dat?\n\nWanneer"]


def test_leaving_out_white_space_only_drops_nothing(project: InMemoryProject) -> None:
    before = Span(0, BODY.index("Wie"))
    assert not units.move_unit(project, document(project), "question", before, at("Hoeveel kost dit?"))
    after = at("  Wie betaalt dat?")
    act = units.move_unit(project, document(project), "question", Span(after.start, after.end + 2), at("Wie betaalt"))
    assert does(project, act) == ["Wie betaalt", "-dat?"]


def test_a_unit_inside_another_leaves_that_as_it_is(project: InMemoryProject) -> None:
    whole = at("Hoeveel kost dit?  Wie betaalt dat?")
    project.apply(units.move_unit(project, document(project), "question", None, whole))
    act = units.move_unit(project, document(project), "question", None, at("dit?  Wie"))
    assert does(project, act) == ["Hoeveel kost dit?  Wie betaalt dat?", "dit?  Wie"]
    assert act.name.key == "unit.add"


def test_a_unit_is_dropped_and_comes_back(project: InMemoryProject) -> None:
    span = at("Wie betaalt dat?")
    project.apply(units.move_unit(project, document(project), "question", None, at("betaalt")))
    act = units.drop_unit(project, document(project), "question", span)
    assert does(project, act) == ["-Wie betaalt dat?"]
    assert (act.name.key, act.name.words) == ("unit.drop", ("Wie betaalt dat?",))
    restore = units.restore_units(project, document(project), at("dat?\n\nWanneer"))
    assert does(project, restore) == []
    with pytest.raises(ActRefused, match="recognises"):
        units.restore_units(project, document(project), span)


def test_questions_and_answers_do_not_take_each_others_place(project: InMemoryProject) -> None:
    span = at("Wie betaalt dat?")
    project.apply(units.move_unit(project, document(project), "question", None, span))
    project.apply(units.move_unit(project, document(project), "answer", None, span))
    project.apply(units.split_unit(project, document(project), "answer", span, BODY.index("dat?")))
    assert said(project) == ["Wie betaalt dat?"]
    assert said(project, "answer") == ["Wie betaalt", "dat?"]


@pytest.mark.parametrize("span", [Span(3, 3), Span(-1, 4), Span(60, 500), Span(17, 19)])
def test_a_place_that_is_not_in_the_text_is_refused(project: InMemoryProject, span: Span) -> None:
    uid = document(project)
    acts: list[Callable[[], ChangeSet]] = [
        lambda: units.split_unit(project, uid, "question", span, span.start + 1),
        lambda: units.move_unit(project, uid, "question", None, span),
        lambda: units.move_unit(project, uid, "question", span, Span(0, 5)),
        lambda: units.drop_unit(project, uid, "question", span),
        lambda: units.restore_units(project, uid, span),
        lambda: units.drop_unit(project, "gone", "question", Span(0, 5)),
    ]
    for act in acts:
        with pytest.raises(ActRefused):
            act()
    with pytest.raises(ActRefused):
        units.merge_units(project, uid, "question", [Span(0, 5), Span(60, 500)])


SPANS = st.tuples(st.integers(0, len(BODY) - 1), st.integers(1, 30)).map(
    lambda pair: Span(pair[0], min(len(BODY), sum(pair)))
)


def acted(project: InMemoryProject, kind: str, one: Span, other: Span) -> ChangeSet:
    uid = document(project)
    if kind == "s":
        return units.split_unit(project, uid, "question", one, other.start)
    if kind == "m":
        return units.merge_units(project, uid, "question", [one, other])
    if kind == "a":
        return units.move_unit(project, uid, "question", one, other)
    if kind == "d":
        return units.drop_unit(project, uid, "question", one)
    return units.restore_units(project, uid, one)


@given(acts=st.lists(st.tuples(st.sampled_from("smadr"), SPANS, SPANS), max_size=12))
def test_units_never_stand_at_one_place_and_hold_words_whatever_is_done(acts: list[tuple[str, Span, Span]]) -> None:
    project = InMemoryProject(paper(BODY))
    begin = project.state()
    done: list[ChangeSet] = []
    for kind, one, other in acts:
        try:
            act = acted(project, kind, one, other)
        except ActRefused:
            continue
        project.apply(act)
        done.append(act)
        held = project.set_units()
        assert len({unit.span for unit in held}) == len(held)
        assert all(BODY[unit.start : unit.end].strip() for unit in held)
    for last in reversed(done):
        project.apply(last.inverse())
    assert project.state() == begin
