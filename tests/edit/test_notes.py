"""The act of writing a note."""

from __future__ import annotations

import pytest

from reader.domain.errors import ActRefused
from reader.domain.model import REFERS_TO, Span
from reader.edit.history import History
from reader.edit.links import link
from reader.edit.marks import highlight_span
from reader.edit.notes import set_note
from tests.in_memory import InMemoryProject, paper


def test_a_note_is_kept_as_typed_and_an_empty_one_is_none() -> None:
    project = InMemoryProject(paper("some words here"))
    project.apply(highlight_span(project, project.documents()[0].uid, Span(0, 4)))
    [highlight] = project.highlights()
    project.apply(set_note(project, highlight.uid, "half a "))
    assert project.highlight(highlight.uid).note == "half a "
    assert not set_note(project, highlight.uid, "half a ")
    project.apply(set_note(project, highlight.uid, " \n"))
    assert project.highlight(highlight.uid).note == ""
    with pytest.raises(ActRefused):
        set_note(project, "gone", "x")


def test_typing_in_one_go_is_one_step_and_two_notes_are_two() -> None:
    project = InMemoryProject(paper("some words here"))
    document = project.documents()[0].uid
    for span in (Span(0, 4), Span(5, 10)):
        project.apply(highlight_span(project, document, span))
    first, second = project.highlights()
    history = History(project.apply, clock=lambda: 0.0)
    for text in ("a", "ab", "abc"):
        history.do(set_note(project, first.uid, text))
    history.do(set_note(project, second.uid, "x"))
    history.undo()
    assert [one.note for one in project.highlights()] == ["abc", ""]
    history.undo()
    assert project.highlights() == [first, second]
    assert history.undo() is None


def test_the_bare_end_of_a_link_with_a_note_is_a_highlight() -> None:
    project = InMemoryProject(paper("some words here"))
    document = project.documents()[0].uid
    project.apply(link(project, (document, Span(0, 4)), (document, Span(5, 10)), REFERS_TO.uid))
    first, _second = project.highlights()
    project.apply(set_note(project, first.uid, "why"))
    assert [one.kind for one in project.highlights()] == ["highlight", "anchor"]
