"""Whatever is done, undone and redone, the file holds what plain objects hold; undoing all gives the old rows back."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reader.domain.changes import ChangeSet
from reader.domain.errors import ActRefused
from reader.domain.model import BUILTIN_LINK_KINDS, Span
from reader.edit import documents, links, marks, notes, questions, tags, units
from reader.edit.history import History
from reader.store.project import Project
from reader.store.rescue import check
from tests.in_memory import InMemoryProject, paper
from tests.store.conftest import rows_of

BODY = "Aan de voorzitter 🗂 van de\nTweede Kamer. Deten-\ntie is géén oplossing."
PLACES = st.tuples(st.integers(0, len(BODY) - 1), st.integers(1, 12)).map(
    lambda place: Span(place[0], min(len(BODY), sum(place)))
)
NUMBERS = st.integers(0, 20)
LISTS = (
    "documents", "highlights", "tags", "taggings", "links", "link_kinds", "verdicts", "decisions", "rejections",
    "set_units",
)  # fmt: skip
NAMES = st.sampled_from(["detentie", "kust", "geld", "Libië", "vraag"])


class Both:
    """Applies each act to the file and to plain objects; they must agree on whether it fits."""

    def __init__(self, project: Project) -> None:
        self.project, self.plain = project, InMemoryProject()

    def apply(self, change_set: ChangeSet) -> None:
        self.plain.apply(change_set)
        self.project.apply(change_set)


class Work(RuleBasedStateMachine):
    """A user at work."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.path = self.folder / "p.vindplaats"
        Project.create(self.path).close()
        self.empty = rows_of(self.path)
        self.both = Both(Project.open(self.path))
        self.history = History(self.both.apply, clock=lambda: 0.0)

    def do(self, act: Callable[..., ChangeSet], *arguments: Any, **named: Any) -> None:
        try:
            change_set = act(self.both.plain, *arguments, **named)
        except ActRefused:
            return
        self.history.do(change_set)

    def pick(self, things: list[Any], number: int) -> Any:
        return things[number % len(things)]

    @rule(number=NUMBERS)
    def import_paper(self, number: int) -> None:
        papers = [paper(f"{BODY} {number} {extra}", f"Brief {number}") for extra in range(1 + number % 2)]
        if not any(document.title == papers[0][0].title for document in self.both.plain.documents()):
            self.do(documents.add_documents, papers)

    @precondition(lambda self: self.both.plain.documents())
    @rule(number=NUMBERS, span=PLACES)
    def highlight(self, number: int, span: Span) -> None:
        self.do(marks.highlight_span, self.pick(self.both.plain.documents(), number).uid, span, author="Anna")

    @precondition(lambda self: self.both.plain.documents() and self.both.plain.tags())
    @rule(number=NUMBERS, span=PLACES)
    def label(self, number: int, span: Span) -> None:
        document, tag = self.pick(self.both.plain.documents(), number), self.pick(self.both.plain.tags(), number)
        self.do(marks.tag_span, document.uid, span, tag.uid)

    @precondition(lambda self: self.both.plain.highlights())
    @rule(number=NUMBERS, span=PLACES, words=st.text("aé 🗂'\"\n%", max_size=8))
    def work_on_a_highlight(self, number: int, span: Span, words: str) -> None:
        uid = self.pick(self.both.plain.highlights(), number).uid
        if number % 4 == 0:
            self.do(marks.remove_highlights, [uid])
        elif number % 4 == 1:
            self.do(marks.change_span, uid, span)
        else:
            self.do(notes.set_note, uid, words)

    @rule(number=NUMBERS, name=NAMES)
    def add_tag(self, number: int, name: str) -> None:
        parents = [None, *(tag.uid for tag in self.both.plain.tags())]
        self.do(tags.add_tag, name, parent_uid=self.pick(parents, number), description=f"over {name}")

    @precondition(lambda self: len(self.both.plain.tags()) > 1)
    @rule(first=NUMBERS, second=NUMBERS, name=NAMES)
    def work_on_tags(self, first: int, second: int, name: str) -> None:
        one, other = self.pick(self.both.plain.tags(), first).uid, self.pick(self.both.plain.tags(), second).uid
        acts: list[tuple[Any, ...]] = [
            (tags.rename_tag, one, name),
            (tags.recolour_tag, one, 1 + second % 9, 1 + first % 9),
            (tags.set_digit, one, 1 + second % 9),
            (tags.move_tag, one, other, second),
            (tags.move_tag, one, None, second),
            (tags.merge_tags, one, other),
            (tags.remove_tag, one),
        ]
        self.do(*self.pick(acts, first + 3 * second))

    @precondition(lambda self: self.both.plain.highlights())
    @rule(first=NUMBERS, second=NUMBERS, span=PLACES)
    def link(self, first: int, second: int, span: Span) -> None:
        source = self.pick(self.both.plain.highlights(), first)
        kind = self.pick(list(BUILTIN_LINK_KINDS), second)
        self.do(links.link, source.uid, (source.document_uid, span), kind.uid, note="zie")

    @precondition(lambda self: self.both.plain.links())
    @rule(first=NUMBERS, second=NUMBERS)
    def work_on_a_link(self, first: int, second: int) -> None:
        uid = self.pick(self.both.plain.links(), first).uid
        kind = self.pick(list(BUILTIN_LINK_KINDS), second).uid
        acts: list[tuple[Any, ...]] = [
            (links.reverse_link, uid),
            (links.change_link_kind, uid, kind),
            (links.remove_link, uid),
        ]
        self.do(*self.pick(acts, second))

    @precondition(lambda self: self.both.plain.documents())
    @rule(number=NUMBERS, first=PLACES, second=PLACES)
    def decide_about_a_question(self, number: int, first: Span, second: Span) -> None:
        plain = self.both.plain
        question = (self.pick(plain.documents(), number).uid, first)
        answer = (self.pick(plain.documents(), number // 2).uid, second)
        decision = self.pick([None, *plain.decisions()], number)
        acts: list[tuple[Any, ...]] = [
            (questions.accept, question, answer),
            (questions.accept_all, [(question, answer), (answer, question)]),
            (questions.reject, question, answer),
            *((questions.reject, question, answer, link.uid) for link in plain.links()[:1]),
            *((questions.withdraw_rejection, one.uid) for one in plain.rejections()[:1]),
            (questions.set_verdict, question, self.pick([None, *(one.uid for one in plain.verdicts())], number)),
            (questions.set_open, question, number % 2 == 0),
            (questions.set_question_note, question, "vraag" * (number % 3)),
            (questions.add_verdict, f"deels {number % 3}"),
        ]
        act, *arguments = self.pick(acts, number + first.start)
        named = {"decision": decision} if act.__name__.startswith("set_") or act is questions.accept else {}
        if act is questions.reject and len(arguments) == 3:
            named = {"link_uid": arguments.pop()}
        self.do(act, *arguments, **named)

    @precondition(lambda self: self.both.plain.documents())
    @rule(number=NUMBERS, first=PLACES, second=PLACES)
    def change_a_unit(self, number: int, first: Span, second: Span) -> None:
        document, role = self.pick(self.both.plain.documents(), number), self.pick(["question", "answer"], number)
        acts: list[tuple[Any, ...]] = [
            (units.split_unit, document.uid, role, first, second.start),
            (units.merge_units, document.uid, role, [first, second]),
            (units.move_unit, document.uid, role, first, second),
            (units.move_unit, document.uid, role, None, second),
            (units.drop_unit, document.uid, role, first),
            (units.restore_units, document.uid, first),
        ]
        self.do(*self.pick(acts, first.start + second.start))

    @precondition(lambda self: self.both.plain.documents())
    @rule(number=NUMBERS)
    def remove_a_paper(self, number: int) -> None:
        self.do(documents.remove_documents, [self.pick(self.both.plain.documents(), number).uid])

    @rule(steps=st.integers(1, 4))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.history.undo()

    @rule(steps=st.integers(1, 4))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            self.history.redo()

    @rule()
    def open_again(self) -> None:
        self.both.project.close()
        self.both.project = Project.open(self.path)

    @invariant()
    def the_file_holds_what_plain_objects_hold(self) -> None:
        project, plain = self.both.project, self.both.plain
        for name in LISTS:
            ours, theirs = getattr(project, name)(), getattr(plain, name)()
            assert {one.uid: one for one in ours} == {one.uid: one for one in theirs}, name
            assert len(ours) == len(theirs)
        for document in plain.documents():
            assert project.text(document.text_uid) == plain.text(document.text_uid)

    def teardown(self) -> None:
        if not hasattr(self, "both"):
            return
        project = self.both.project
        while self.history.undo() is not None:
            pass
        project.close()
        assert rows_of(self.path) == self.empty
        assert check(self.path).problems == ()
        shutil.rmtree(self.folder)


TestWork = Work.TestCase
TestWork.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
