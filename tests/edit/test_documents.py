"""Acts on papers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.domain.errors import ActRefused, AlreadyInProject
from reader.domain.model import REFERS_TO, Document, Span
from reader.edit import documents, links, marks, questions, tags, units
from tests.in_memory import InMemoryProject, paper


def test_papers_are_added_in_order_after_those_there() -> None:
    project = InMemoryProject()
    project.apply(documents.add_documents(project, [paper("one")]))
    act = documents.add_documents(project, [paper("two", "Two"), paper("three", "Three")])
    project.apply(act)
    assert [(paper.position, project.body(paper.text_uid)) for paper in project.documents()] == [
        (0, "one"),
        (1, "two"),
        (2, "three"),
    ]
    assert act.name.words == ("Two", "Three")
    with pytest.raises(ActRefused):
        documents.add_documents(project, [])


def test_the_same_text_is_added_once() -> None:
    project = InMemoryProject(paper("one", "First"))
    with pytest.raises(AlreadyInProject, match=r"“Second\.txt” is already in the project, as “First”"):
        documents.add_documents(project, [paper("one", "Second")])
    with pytest.raises(AlreadyInProject):
        documents.add_documents(project, [paper("two", "Two"), paper("two", "Again")])
    project.apply(documents.add_documents(project, [paper("eno", "as long, other words")]))


def test_facts_of_a_paper_are_edited() -> None:
    project = InMemoryProject(paper("one"))
    [old] = project.documents()
    act = documents.edit_document(project, replace(old, title=" A better  title ", date="2018-04", dossiers=("19637",)))
    project.apply(act)
    [new] = project.documents()
    assert (new.title, new.date, new.dossiers, new.uid) == ("A better title", "2018-04", ("19637",), old.uid)
    assert not documents.edit_document(project, replace(new, modified_at="whenever"))


@pytest.mark.parametrize("date", ["2018-13", "18", "2018-04-", "25 april 2018", "2018-04-32", ""])
def test_a_date_says_what_is_known(date: str) -> None:
    project = InMemoryProject(paper("one"))
    with pytest.raises(ActRefused, match="not a date"):
        documents.edit_document(project, replace(project.documents()[0], date=date))


def test_a_title_and_a_text_of_its_own_are_needed() -> None:
    project = InMemoryProject([*paper("one"), *paper("two", position=1)])
    one, two = project.documents()
    for wrong in (replace(one, title=" "), replace(one, text_uid=two.text_uid), replace(one, uid="gone")):
        with pytest.raises(ActRefused):
            documents.edit_document(project, wrong)


def marked() -> tuple[InMemoryProject, Document, Document]:
    project = InMemoryProject([*paper("one text", "One"), *paper("two texts", "Two", 1)])
    one, two = project.documents()
    project.apply(tags.add_tag(project, "label"))
    project.apply(marks.tag_span(project, one.uid, Span(0, 3), project.tags()[0].uid))
    project.apply(links.link(project, (one.uid, Span(0, 3)), (two.uid, Span(0, 3)), REFERS_TO.uid))
    project.apply(marks.highlight_span(project, two.uid, Span(4, 9)))
    return project, one, two


def test_removing_a_paper_takes_its_marks_links_and_the_bare_ends_elsewhere() -> None:
    project, one, two = marked()
    before = project.state()
    act = documents.remove_documents(project, [one.uid])
    project.apply(act)
    assert project.documents() == [two]
    assert [highlight.quote for highlight in project.highlights()] == ["texts"]
    assert (project.taggings(), project.links(), project.texts_of(one.uid)) == ([], [], [])
    project.apply(act.inverse())
    assert project.state() == before


def test_removing_a_paper_takes_what_was_decided_about_its_questions_and_answers() -> None:
    project, one, two = marked()
    for asking, answering in ((one, two), (two, one), (one, one), (two, two)):
        project.apply(questions.reject(project, (asking.uid, Span(0, 3)), (answering.uid, Span(4, 8))))
    for document in (one, two):
        project.apply(questions.set_open(project, (document.uid, Span(0, 3)), True, decision=None))
        project.apply(units.drop_unit(project, document.uid, "answer", Span(4, 8)))
    before = project.state()
    act = documents.remove_documents(project, [one.uid])
    project.apply(act)
    assert [(one.question_document_uid, one.answer_document_uid) for one in project.rejections()] == [
        (two.uid, two.uid)
    ]
    assert [one.document_uid for one in project.decisions()] == [two.uid]
    assert [one.document_uid for one in project.set_units()] == [two.uid]
    project.apply(act.inverse())
    assert project.state() == before
    project.apply(documents.remove_documents(project, [one.uid, two.uid]))
    assert (project.rejections(), project.decisions(), project.set_units()) == ([], [], [])


def test_removing_all_papers_leaves_only_labels() -> None:
    project, one, two = marked()
    project.apply(documents.remove_documents(project, [one.uid, two.uid]))
    assert (project.documents(), project.highlights(), len(project.tags())) == ([], [], 1)
    for uids in ([], [one.uid]):
        with pytest.raises(ActRefused):
            documents.remove_documents(project, uids)
