"""Undo and redo, for single steps and for any sequence of acts."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.changes import ActName, Change, ChangeSet, added
from reader.domain.errors import ActRefused
from reader.domain.model import Decision, Document, Span, Tag, Text
from reader.edit import documents, links, marks, notes, questions, tags, units
from reader.edit.history import History
from tests.in_memory import InMemoryProject, paper

Act = Callable[[InMemoryProject, random.Random], ChangeSet]


class Clock:
    """A clock that stands still until a test moves it."""

    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def renaming(before: str, after: str, key: str | None = "name") -> ChangeSet:
    return ChangeSet(ActName("tag.rename", (after,)), (Change(Tag("t", before), Tag("t", after)),), key)


@pytest.fixture
def project() -> InMemoryProject:
    return InMemoryProject([Tag("t", "a")])


def test_undo_and_redo_give_what_was_applied(project: InMemoryProject) -> None:
    history = History(project.apply)
    act = renaming("a", "b")
    assert (history.undo(), history.redo(), history.undo_name, history.redo_name) == (None, None, None, None)
    history.do(act)
    assert (history.undo_name, history.redo_name) == (act.name, None)
    assert history.undo() == act.inverse()
    assert (history.undo_name, history.redo_name, project.tag("t").name) == (None, act.name, "a")
    assert history.redo() == act
    assert project.tag("t").name == "b"


def test_a_new_act_forgets_what_was_undone_and_an_empty_one_does_not(project: InMemoryProject) -> None:
    history = History(project.apply)
    history.do(renaming("a", "b"))
    history.undo()
    history.do(ChangeSet(ActName("tag.rename")))
    assert history.redo_name is not None
    history.do(renaming("a", "c"))
    assert history.redo() is None
    history.clear()
    assert history.undo() is None
    assert project.tag("t").name == "c"


@pytest.mark.parametrize(
    ("pause", "ends", "key", "steps"),
    [(0.9, False, "name", 1), (1.1, False, "name", 2), (0, True, "name", 2), (0, False, None, 2)],
)
def test_acts_join_by_key_and_time(
    project: InMemoryProject, pause: float, ends: bool, key: str | None, steps: int
) -> None:
    clock = Clock()
    history = History(project.apply, clock)
    history.do(renaming("a", "b", key))
    clock.seconds += pause
    if ends:
        history.end_step()
    history.do(renaming("b", "c", key))
    undone = 0
    while history.undo():
        undone += 1
    assert undone == steps
    assert project.tag("t").name == "a"


def test_long_typing_joins_into_one_change(project: InMemoryProject) -> None:
    clock = Clock()
    history = History(project.apply, clock)
    for number in range(10):
        history.do(renaming("a" + "x" * number if number else "a", "a" + "x" * (number + 1)))
        clock.seconds += 0.9
    applied = history.undo()
    assert applied is not None
    assert len(applied.changes) == 1


def test_an_act_after_undo_or_redo_does_not_join(project: InMemoryProject) -> None:
    history = History(project.apply, Clock())
    history.do(renaming("a", "b"))
    history.undo()
    history.redo()
    history.do(renaming("b", "c"))
    history.undo()
    assert project.tag("t").name == "b"


def test_a_failure_leaves_everything_as_it_was(project: InMemoryProject) -> None:
    failing = False

    def apply(change_set: ChangeSet) -> None:
        if failing:
            raise OSError("disk full")
        project.apply(change_set)

    history = History(apply)
    history.do(renaming("a", "b"))
    history.do(renaming("b", "c", "other"))
    history.undo()
    failing = True
    for act in (lambda: history.do(renaming("b", "d")), history.undo, history.redo):
        with pytest.raises(OSError, match="disk full"):
            act()
    failing = False
    assert (project.tag("t").name, history.redo_name, history.undo_name) == (
        "b",
        ActName("tag.rename", ("c",)),
        ActName("tag.rename", ("b",)),
    )


# Any sequence of acts. Each picks its objects at random from what is there; what makes no sense is refused and skipped.
BODY = "Een paar woorden om te markeren, en nog een paar."


def place(project: InMemoryProject, choose: random.Random) -> tuple[str, Span]:
    start = choose.randrange(0, 20)
    return choose.choice(project.documents()).uid, Span(start, start + choose.randrange(0, 6))


def mark(project: InMemoryProject, choose: random.Random) -> str:
    return choose.choice(project.highlights()).uid


def tag(project: InMemoryProject, choose: random.Random) -> str:
    return choose.choice(project.tags()).uid


def kind(project: InMemoryProject, choose: random.Random) -> str:
    return choose.choice(project.link_kinds()).uid


def one_link(project: InMemoryProject, choose: random.Random) -> str:
    return choose.choice(project.links()).uid


def parent(project: InMemoryProject, choose: random.Random) -> str | None:
    return choose.choice([None, *(tag.uid for tag in project.tags())])


def words(project: InMemoryProject, choose: random.Random) -> tuple[str, Span]:
    """One of a few places, so that acts meet."""
    return choose.choice(project.documents()).uid, choose.choice([Span(0, 8), Span(4, 15), Span(9, 20), Span(0, 20)])


def verdict(project: InMemoryProject, choose: random.Random) -> str | None:
    return choose.choice([None, *(verdict.uid for verdict in project.verdicts())])


def decision(project: InMemoryProject, choose: random.Random) -> Decision | None:
    return choose.choice([None, *project.decisions()])


ACTS: list[Act] = [
    lambda p, c: marks.highlight_span(p, *place(p, c)),
    lambda p, c: marks.tag_span(p, *place(p, c), tag(p, c)),
    lambda p, c: marks.toggle_tag(p, mark(p, c), tag(p, c)),
    lambda p, c: marks.change_span(p, mark(p, c), place(p, c)[1]),
    lambda p, c: marks.remove_highlights(p, {mark(p, c), mark(p, c)}),
    lambda p, c: notes.set_note(p, mark(p, c), c.choice(["", "note", "other note"])),
    lambda p, c: links.link(p, place(p, c), place(p, c), kind(p, c)),
    lambda p, c: links.link(p, mark(p, c), mark(p, c), kind(p, c)),
    lambda p, c: links.remove_link(p, one_link(p, c)),
    lambda p, c: links.reverse_link(p, one_link(p, c)),
    lambda p, c: links.change_link_kind(p, one_link(p, c), kind(p, c)),
    lambda p, c: links.add_link_kind(p, c.choice("pqr")),
    lambda p, c: tags.add_tag(p, c.choice("abcdef"), parent_uid=parent(p, c)),
    lambda p, c: tags.rename_tag(p, tag(p, c), c.choice("abcdef")),
    lambda p, c: tags.recolour_tag(p, tag(p, c), c.randrange(1, 10), c.randrange(1, 10)),
    lambda p, c: tags.describe_tag(p, tag(p, c), c.choice(["", "definition"])),
    lambda p, c: tags.set_digit(p, tag(p, c), c.choice([None, *range(1, 10)])),
    lambda p, c: tags.move_tag(p, tag(p, c), parent(p, c), c.randrange(0, 4)),
    lambda p, c: tags.merge_tags(p, tag(p, c), tag(p, c)),
    lambda p, c: tags.remove_tag(p, tag(p, c)),
    lambda p, c: documents.add_documents(p, [paper(BODY + str(c.randrange(4)))]),
    lambda p, c: documents.edit_document(p, replace(c.choice(p.documents()), title=c.choice(["x", "y"]))),
    lambda p, c: documents.remove_documents(p, [c.choice(p.documents()[1:]).uid]),
    lambda p, c: questions.accept(p, words(p, c), words(p, c), decision=decision(p, c)),
    lambda p, c: questions.accept_all(p, [(words(p, c), words(p, c)), (words(p, c), words(p, c))]),
    lambda p, c: questions.reject(p, words(p, c), words(p, c)),
    lambda p, c: questions.reject(p, words(p, c), words(p, c), link_uid=one_link(p, c)),
    lambda p, c: questions.withdraw_rejection(p, c.choice(p.rejections()).uid),
    lambda p, c: questions.set_verdict(p, words(p, c), verdict(p, c), decision=decision(p, c)),
    lambda p, c: questions.set_open(p, words(p, c), c.choice([True, False]), decision=decision(p, c)),
    lambda p, c: questions.set_question_note(p, words(p, c), c.choice(["", "n", "no"]), decision=decision(p, c)),
    lambda p, c: questions.add_verdict(p, c.choice("pqr")),
    lambda p, c: units.split_unit(p, words(p, c)[0], "question", words(p, c)[1], c.randrange(0, 20)),
    lambda p, c: units.merge_units(p, words(p, c)[0], "answer", [words(p, c)[1], words(p, c)[1]]),
    lambda p, c: units.move_unit(p, words(p, c)[0], "question", words(p, c)[1], words(p, c)[1]),
    lambda p, c: units.move_unit(p, words(p, c)[0], "answer", None, words(p, c)[1]),
    lambda p, c: units.drop_unit(p, words(p, c)[0], "question", words(p, c)[1]),
    lambda p, c: units.restore_units(p, *words(p, c)),
]


@settings(max_examples=60, deadline=None)
@given(
    steps=st.lists(st.sampled_from(range(len(ACTS))), min_size=20, max_size=60),
    seed=st.integers(0, 2**32),
    pauses=st.floats(0, 2),
)
def test_any_sequence_of_acts_can_be_undone_and_redone(steps: list[int], seed: int, pauses: float) -> None:
    project = InMemoryProject([*paper(BODY), Tag("first", "a")])
    choose, clock = random.Random(seed), Clock()
    history = History(project.apply, clock)
    before = project.state()
    for step in steps:
        clock.seconds += pauses
        try:
            change_set = ACTS[step](project, choose)
        except (ActRefused, IndexError):  # IndexError: nothing there yet to choose from
            continue
        except Exception as error:
            if type(error).__name__ != "AlreadyInProject":
                raise
            continue
        history.do(change_set)
    after = project.state()
    count = 0
    while history.undo():
        count += 1
    assert project.state() == before
    for _ in range(count):
        assert history.redo()
    assert history.redo() is None
    assert project.state() == after


@pytest.mark.parametrize("index", range(len(ACTS)))
def test_each_act_of_the_sequences_can_happen(index: int) -> None:
    project = InMemoryProject([*paper(BODY), *paper(BODY + "9", position=1), Tag("first", "a"), Tag("second", "b")])
    choose = random.Random(7)
    one, two = project.documents()
    project.apply(links.link(project, (one.uid, Span(0, 3)), (two.uid, Span(4, 8)), project.link_kinds()[0].uid))
    project.apply(questions.reject(project, (one.uid, Span(0, 8)), (two.uid, Span(0, 8))))
    project.apply(units.drop_unit(project, two.uid, "question", Span(0, 20)))
    for _ in range(100):
        try:
            if change_set := ACTS[index](project, choose):
                project.apply(change_set)
                return
        except ActRefused:
            continue
    pytest.fail("this act was refused every time")


def keeping_papers(project: InMemoryProject, papers: list[tuple[Document, Text]]) -> Callable[[ChangeSet], None]:
    """Apply acts; of papers that an act only names the contents are kept aside."""

    def apply(act: ChangeSet) -> None:
        uids = documents.papers_named_only(act)
        kept = [(document, text) for document, text in papers if document.uid in uids]
        whole = replace(act, changes=tuple(added([one for pair in kept for one in pair]))) if kept else act
        taken = kept and act.changes[0].after is None
        project.apply(whole.inverse() if taken else whole)

    return apply


def test_pieces_that_were_performed_already_are_one_step() -> None:
    first, second, third = (paper(words, words.title()) for words in ("one", "two", "three"))
    project = InMemoryProject([*first, *second, *third, Tag("t", "a")])
    clock = Clock()
    history = History(keeping_papers(project, [first, second, third]), clock)
    history.do(renaming("a", "b"))
    for pieces in ([first, second], [third]):
        clock.seconds += 60
        history.remember(documents.papers_added(pieces, "import 1"))
    assert history.undo_name == ActName("document.import", ("One", "Two", "Three"))
    before = project.state()
    history.undo()
    assert (project.documents(), project.tag("t").name) == ([], "b")
    history.redo()
    assert project.state() == before
    history.undo()
    history.undo()
    assert (project.tag("t").name, history.undo_name) == ("a", None)


def test_an_act_between_two_pieces_stays_in_its_place() -> None:
    first, second = paper("one", "One"), paper("two", "Two")
    project = InMemoryProject([*first, *second, Tag("t", "a")])
    history = History(keeping_papers(project, [first, second]))
    history.remember(documents.papers_added([first], "import 1"))
    history.do(renaming("a", "b"))
    history.remember(documents.papers_added([second], "import 1"))
    for left in (["One"], ["One"], []):
        history.undo()
        assert [document.title for document in project.documents()] == left
