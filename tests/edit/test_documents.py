"""Acts on papers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reader.domain.errors import ActRefused, AlreadyInProject
from reader.domain.model import REFERS_TO, Document, Span, Text
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


def test_the_same_bytes_are_added_once_also_when_they_give_another_text_now() -> None:
    document, text = paper("one", "First")
    project = InMemoryProject([document, replace(text, sha256="0" * 64)])
    with pytest.raises(AlreadyInProject):
        documents.add_documents(project, [paper("one", "Second")])
    assert documents.titles_by_fingerprint(project) == {"0" * 64: "First", text.original_sha256: "First"}


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("19 637", "19637"), ("21501-02", "21501-02"), ("21 501–02", "21501-02"), ("36 600 VI", "36600-VI"),
        ("19.637", "19637"),
    ],
)  # fmt: skip
def test_dossiers_are_kept_in_one_form(written: str, kept: str) -> None:
    project = InMemoryProject(paper("one"))
    [old] = project.documents()
    project.apply(documents.edit_document(project, replace(old, dossiers=(written, " ", kept))))
    assert project.documents()[0].dossiers == (kept,)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"dossiers": ("1963",)}, "not a dossier number"),
        ({"dossiers": ("de begroting",)}, "not a dossier number"),
        ({"session": "2017-2019"}, "not a parliamentary year"),
        ({"session": "vorig jaar"}, "not a parliamentary year"),
        ({"language": "Nederlands"}, "not a language"),
        ({"date": "2018-02-30"}, "not a date"),
    ],
)
def test_facts_that_make_no_sense_are_refused(facts: dict[str, Any], words: str) -> None:
    project = InMemoryProject(paper("one"))
    with pytest.raises(ActRefused, match=words):
        documents.edit_document(project, replace(project.documents()[0], **facts))


def test_an_address_and_a_mark_are_kept_without_spaces_around_them() -> None:
    project = InMemoryProject(paper("one"))
    [old] = project.documents()
    facts = replace(old, url=" https://example.org/a?b=1 ", reference=" BZ  12 ")
    assert documents.checked_facts(facts, old) == replace(old, url="https://example.org/a?b=1", reference="BZ 12")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "brief.pdf", "https://", "https://a b.nl/", 'https://a.nl/"x'])
def test_what_is_no_address_of_the_web_is_refused(url: str) -> None:
    [old] = InMemoryProject(paper("one")).documents()
    with pytest.raises(ActRefused, match="is not a web address"):
        documents.checked_facts(replace(old, url=url), old)
    said_by_a_file = replace(old, url=url)
    assert documents.checked_facts(said_by_a_file, said_by_a_file).url == url


def test_a_parliamentary_year_is_kept_in_one_form() -> None:
    document = replace(paper("one")[0], session="2017/18")
    assert documents.checked_facts(document).session == "2017-2018"
    assert documents.checked_facts(replace(document, session="1999–2000")).session == "1999-2000"


def test_what_a_file_said_oddly_does_not_stand_in_the_way_of_a_correction() -> None:
    document, text = paper("one")
    odd = replace(document, dossiers=("Provincie 7",), session="zomer", language="x")
    project = InMemoryProject([odd, text])
    project.apply(documents.edit_document(project, replace(odd, title="Beter")))
    assert project.documents()[0].title == "Beter"


def test_papers_that_are_there_already_are_remembered_without_their_contents() -> None:
    document, text = paper("one", "One")
    project = InMemoryProject([document, text])
    act = documents.papers_added([(document, text)], "import 1")
    assert act.name.words == ("One",)
    assert not any(change.after.body for change in act.of(Text) if isinstance(change.after, Text))
    assert documents.papers_named_only(act) == documents.papers_named_only(act.inverse()) == [document.uid]
    for other in (
        documents.edit_document(project, replace(document, title="Two")),
        documents.remove_documents(project, [document.uid]),
        documents.add_documents(InMemoryProject(), [(document, text)]),
    ):
        assert documents.papers_named_only(other) == []
