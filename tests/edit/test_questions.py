"""Acts on questions and their answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.domain.changes import ChangeSet
from reader.domain.errors import ActRefused
from reader.domain.model import ANSWERED_BY, BUILTIN_VERDICTS, Decision, Span
from reader.edit import links, marks, questions
from reader.edit.history import History
from reader.edit.questions import Place
from tests.in_memory import InMemoryProject, paper

ASKED = "Hoeveel kost dit? Wie betaalt dat? Wanneer is het klaar?"
ANSWERED = "Dit kost tien miljoen. De staat betaalt het."
PARTLY, REFUSED = BUILTIN_VERDICTS[1].uid, BUILTIN_VERDICTS[2].uid


@pytest.fixture
def project() -> InMemoryProject:
    return InMemoryProject([*paper(ASKED, "Vragen"), *paper(ANSWERED, "Antwoorden", 1)])


def place(project: InMemoryProject, words: str) -> Place:
    """Where these words stand, in either paper."""
    for document in project.documents():
        start = project.body(document.text_uid).find(words)
        if start >= 0:
            return document.uid, Span(start, start + len(words))
    raise AssertionError(words)


@pytest.fixture
def cost(project: InMemoryProject) -> Place:
    return place(project, "Hoeveel kost dit?")


@pytest.fixture
def payer(project: InMemoryProject) -> Place:
    return place(project, "Wie betaalt dat?")


@pytest.fixture
def millions(project: InMemoryProject) -> Place:
    return place(project, "Dit kost tien miljoen.")


def does(project: InMemoryProject, change_set: ChangeSet) -> InMemoryProject:
    """Apply an act that changes something, and see that it can be taken back to the letter."""
    assert change_set
    before = project.state()
    project.apply(change_set)
    after = project.state()
    project.apply(change_set.inverse())
    assert project.state() == before
    project.apply(change_set)
    assert project.state() == after
    return project


def the_decision(project: InMemoryProject) -> Decision:
    [decision] = project.decisions()
    return decision


def test_an_accepted_proposal_is_a_link_that_says_where_it_came_from(
    project: InMemoryProject, cost: Place, millions: Place
) -> None:
    act = questions.accept(project, cost, millions, author="Ans")
    [link] = does(project, act).links()
    assert (link.kind_uid, link.origin, link.author) == (ANSWERED_BY.uid, "suggestion", "Ans")
    ends = [project.highlight(uid) for uid in (link.source_uid, link.target_uid)]
    assert [(end.quote, end.kind) for end in ends] == [
        ("Hoeveel kost dit?", "anchor"),
        ("Dit kost tien miljoen.", "anchor"),
    ]
    assert (act.name.key, act.name.words) == ("question.accept", ("Hoeveel kost dit?",))
    with pytest.raises(ActRefused, match="already"):
        questions.accept(project, cost, millions)


def test_accepting_uses_the_highlight_that_is_there(project: InMemoryProject, cost: Place, millions: Place) -> None:
    project.apply(marks.highlight_span(project, *cost))
    does(project, questions.accept(project, cost, millions))
    assert sorted(one.kind for one in project.highlights()) == ["anchor", "highlight"]


def test_accepting_takes_a_rejection_back_and_closes_the_question(
    project: InMemoryProject, cost: Place, payer: Place, millions: Place
) -> None:
    for question in (cost, payer):
        project.apply(questions.reject(project, question, millions))
        project.apply(questions.set_open(project, question, True, decision=None))
    project.apply(questions.set_question_note(project, cost, "bel de griffie", decision=None))
    noted, empty = project.decisions()
    does(project, questions.accept(project, cost, millions, decision=noted))
    assert [one.question_span for one in project.rejections()] == [payer[1]]
    assert [(one.is_open, one.note) for one in project.decisions()] == [(False, "bel de griffie"), (True, "")]
    does(project, questions.accept(project, payer, millions, decision=empty))
    assert (project.rejections(), len(project.decisions())) == ([], 1)


def test_a_rejection_belongs_to_a_unit_of_which_the_ends_were_moved_but_not_to_its_neighbour(
    project: InMemoryProject, cost: Place, millions: Place
) -> None:
    document, span = cost
    project.apply(questions.reject(project, (document, Span(0, span.end + 3)), millions))
    project.apply(questions.reject(project, (document, Span(0, 60 - 4)), millions))
    does(project, questions.accept(project, cost, millions))
    assert [one.question_span for one in project.rejections()] == [Span(0, 56)]


def test_accepting_many_makes_each_passage_once(project: InMemoryProject, cost: Place, payer: Place) -> None:
    both = place(project, ANSWERED)
    project.apply(questions.set_open(project, payer, True, decision=None))
    project.apply(questions.reject(project, payer, both))
    act = questions.accept_all(project, [(cost, both), (payer, both), (cost, both)], author="Ans")
    does(project, act)
    assert act.name.words == ("Hoeveel kost dit?", "Wie betaalt dat?")
    assert [one.quote for one in project.highlights()] == ["Hoeveel kost dit?", "Wie betaalt dat?", ANSWERED]
    assert {(one.origin, one.author) for one in project.links()} == {("suggestion", "Ans")}
    assert (len(project.links()), project.rejections(), project.decisions()) == (2, [], [])


def test_accepting_many_leaves_out_what_is_linked_already(
    project: InMemoryProject, cost: Place, payer: Place, millions: Place
) -> None:
    project.apply(questions.accept(project, cost, millions))
    does(project, questions.accept_all(project, [(cost, millions), (payer, millions)]))
    assert len(project.links()) == 2
    for pairs in ([], [(cost, millions)]):
        with pytest.raises(ActRefused, match="no proposed answer"):
            questions.accept_all(project, pairs)


def test_a_rejection_is_kept_once(project: InMemoryProject, cost: Place, millions: Place) -> None:
    act = questions.reject(project, cost, millions, author="Ans")
    [rejection] = does(project, act).rejections()
    assert (rejection.question_span, rejection.answer_span, rejection.author) == (cost[1], millions[1], "Ans")
    assert (rejection.question_document_uid, rejection.answer_document_uid) == (cost[0], millions[0])
    assert not questions.reject(project, cost, millions)
    does(project, questions.withdraw_rejection(project, rejection.uid))
    assert project.rejections() == []
    with pytest.raises(ActRefused):
        questions.withdraw_rejection(project, rejection.uid)


def test_rejecting_what_was_accepted_takes_the_link_and_its_bare_ends(
    project: InMemoryProject, cost: Place, payer: Place, millions: Place
) -> None:
    project.apply(questions.accept_all(project, [(cost, millions), (payer, millions)]))
    link = next(one for one in project.links() if project.highlight(one.source_uid).span == cost[1])
    does(project, questions.reject(project, cost, millions, link_uid=link.uid))
    assert [one.quote for one in project.highlights()] == ["Wie betaalt dat?", "Dit kost tien miljoen."]
    assert len(project.rejections()) == 1
    [other] = project.links()
    project.apply(questions.reject(project, payer, millions))
    does(project, questions.reject(project, payer, millions, link_uid=other.uid))
    assert (project.links(), project.highlights(), len(project.rejections())) == ([], [], 2)
    with pytest.raises(ActRefused):
        questions.reject(project, payer, millions, link_uid=other.uid)


def test_a_verdict_is_given_changed_and_taken_away(project: InMemoryProject, cost: Place) -> None:
    does(project, questions.set_verdict(project, cost, PARTLY, decision=None, author="Ans"))
    first = the_decision(project)
    assert (first.verdict_uid, first.span, first.document_uid, first.author) == (PARTLY, cost[1], cost[0], "Ans")
    assert not questions.set_verdict(project, cost, PARTLY, decision=first)
    does(project, questions.set_verdict(project, cost, REFUSED, decision=first, author="Bé"))
    second = the_decision(project)
    assert (second.uid, second.verdict_uid, second.author) == (first.uid, REFUSED, "Bé")
    assert second.created_at == first.created_at
    does(project, questions.set_verdict(project, cost, None, decision=second))
    assert project.decisions() == []
    assert not questions.set_verdict(project, cost, None, decision=None)
    with pytest.raises(ActRefused, match="verdict"):
        questions.set_verdict(project, cost, "gone", decision=None)


def test_a_decision_that_nothing_is_left_of_goes(project: InMemoryProject, cost: Place) -> None:
    does(project, questions.set_open(project, cost, True, decision=None))
    does(project, questions.set_verdict(project, cost, PARTLY, decision=the_decision(project)))
    does(project, questions.set_question_note(project, cost, "zie p. 3", decision=the_decision(project)))
    does(project, questions.set_open(project, cost, False, decision=the_decision(project)))
    assert not questions.set_open(project, cost, False, decision=the_decision(project))
    does(project, questions.set_verdict(project, cost, None, decision=the_decision(project)))
    assert the_decision(project).note == "zie p. 3"
    does(project, questions.set_question_note(project, cost, " \n", decision=the_decision(project)))
    assert project.decisions() == []


def test_a_decision_follows_its_question_and_is_found_as_it_is_now(project: InMemoryProject, cost: Place) -> None:
    project.apply(questions.set_open(project, cost, True, decision=None))
    old = the_decision(project)
    project.apply(questions.set_question_note(project, cost, "nieuw", decision=old))
    moved = (cost[0], Span(0, cost[1].end + 1))
    does(project, questions.set_verdict(project, moved, PARTLY, decision=old))
    decision = the_decision(project)
    assert (decision.span, decision.note, decision.is_open, decision.verdict_uid) == (cost[1], "nieuw", True, PARTLY)
    does(project, questions.set_open(project, cost, False, decision=None))
    assert not the_decision(project).is_open


def test_typing_a_note_is_one_step_and_the_names_say_what_was_done(project: InMemoryProject, cost: Place) -> None:
    before = project.state()
    history = History(project.apply, clock=lambda: 0.0)
    for text in ("z", "zi", "zie"):
        known = project.decisions()
        history.do(questions.set_question_note(project, cost, text, decision=known[0] if known else None))
    assert the_decision(project).note == "zie"
    assert history.undo_name is not None
    assert (history.undo_name.key, history.undo_name.words) == ("question.note", ("Hoeveel kost dit?",))
    history.undo()
    assert project.state() == before
    assert questions.set_open(project, cost, True, decision=None).name.key == "question.open"
    assert questions.set_open(project, cost, False, decision=None).name.key == "question.reopen"


def test_a_verdict_of_ones_own(project: InMemoryProject, cost: Place) -> None:
    does(project, questions.add_verdict(project, " half  beantwoord "))
    verdict = project.verdicts()[-1]
    assert (verdict.name, verdict.builtin) == ("half beantwoord", False)
    assert verdict.position > max(one.position for one in BUILTIN_VERDICTS)
    for name in ("Half Beantwoord", "partly", " "):
        with pytest.raises(ActRefused):
            questions.add_verdict(project, name)
    does(project, questions.set_verdict(project, cost, verdict.uid, decision=None))


@pytest.mark.parametrize("span", [Span(3, 3), Span(-1, 4), Span(50, 500), Span(17, 18)])
def test_a_place_that_is_not_in_the_text_is_refused(
    project: InMemoryProject, cost: Place, millions: Place, span: Span
) -> None:
    wrong = (cost[0], span)
    acts: list[Callable[[], ChangeSet]] = [
        lambda: questions.accept(project, wrong, millions),
        lambda: questions.accept_all(project, [(cost, millions), (wrong, millions)]),
        lambda: questions.reject(project, wrong, millions),
        lambda: questions.reject(project, millions, wrong),
        lambda: questions.set_verdict(project, wrong, PARTLY, decision=None),
        lambda: questions.set_open(project, wrong, True, decision=None),
        lambda: questions.set_question_note(project, wrong, "x", decision=None),
        lambda: questions.set_open(project, ("gone", cost[1]), True, decision=None),
    ]
    for act in acts:
        with pytest.raises(ActRefused):
            act()


def test_a_link_by_hand_between_the_same_passages_is_a_double(
    project: InMemoryProject, cost: Place, millions: Place
) -> None:
    project.apply(links.link(project, cost, millions, ANSWERED_BY.uid))
    assert project.links()[0].origin == "user"
    with pytest.raises(ActRefused, match="already"):
        questions.accept(project, cost, millions)
