"""What goes into a project comes out of it the same; an act is saved whole or not at all."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain.changes import ActName, Change, ChangeSet, added, removed
from reader.domain.errors import ProjectError
from reader.domain.model import ANSWERED_BY, BUILTIN_LINK_KINDS, BUILTIN_VERDICTS, Decision, SetUnit, Span, Tagging
from reader.edit.documents import add_documents, remove_documents
from reader.edit.links import add_link_kind, link
from reader.edit.marks import highlight_span, remove_highlights
from reader.edit.notes import set_note
from reader.edit.questions import accept, add_verdict, reject, set_open, set_question_note, set_verdict
from reader.edit.tags import add_tag
from reader.edit.units import drop_unit, split_unit
from reader.importers.base import read_file
from reader.store.project import Project
from tests.conftest import SEEDS
from tests.in_memory import InMemoryProject, paper
from tests.store.conftest import BODY, label_more


def act(*changes: Change) -> ChangeSet:
    return ChangeSet(ActName("test"), changes)


def test_papers_come_out_as_they_went_in(path: Path) -> None:
    imported = [read_file(file) for file in sorted(SEEDS.glob("*.txt"))]
    with Project.create(path) as project:
        project.apply(add_documents(project, [(one.document, one.text) for one in imported]))
    with Project.open(path) as project:
        assert [project.text(one.text.uid) for one in imported] == [one.text for one in imported]
        documents = [replace(one.document, position=place) for place, one in enumerate(imported)]
        assert project.documents() == documents
        assert project.document(documents[2].uid) == documents[2]
        for one in imported:
            assert project.body(one.text.uid) == one.text.body
            assert project.structure(one.text.uid) == one.text.structure
            assert project.texts_of(one.document.uid) == [one.text.uid]


def test_every_question_is_answered_as_by_plain_objects(project: Project) -> None:
    plain = InMemoryProject()
    document, text = paper("Een vraag en een antwoord.", "Tweede", 1)
    plain.apply(act(*added([*project.documents(), *(project.text(d.text_uid) for d in project.documents())])))
    plain.apply(act(*added([*project.tags(), *project.highlights(), *project.taggings()])))
    question = (project.documents()[0].uid, Span(3, 12))
    for make in (
        lambda: add_documents(plain, [(document, text)]),
        lambda: add_tag(plain, "financiering", parent_uid=plain.tags()[0].uid, hue=4, description="geld"),
        lambda: add_link_kind(plain, "lijkt op", "lijkt op"),
        lambda: highlight_span(plain, document.uid, Span(4, 9), author="Bé"),
        lambda: set_note(plain, plain.highlights()[-1].uid, "Let op: ’t is 🗂"),
        lambda: link(plain, (document.uid, Span(4, 9)), (document.uid, Span(17, 25)), ANSWERED_BY.uid, note="zie p. 2"),
        lambda: add_verdict(plain, "naar de letter"),
        lambda: set_verdict(plain, question, plain.verdicts()[-1].uid, decision=None, author="Bé"),
        lambda: set_open(plain, (document.uid, Span(0, 9)), True, decision=None),
        lambda: set_question_note(plain, (document.uid, Span(0, 9)), "’t is 🗂", decision=plain.decisions()[-1]),
        lambda: accept(plain, question, (document.uid, Span(0, 9))),
        lambda: reject(plain, question, (document.uid, Span(17, 25)), author="Bé"),
        lambda: reject(plain, (document.uid, Span(0, 9)), question),
        lambda: split_unit(plain, document.uid, "question", Span(0, 25), 9, author="Bé"),
        lambda: drop_unit(plain, question[0], "answer", Span(3, 12)),
    ):
        change_set = make()
        plain.apply(change_set)
        project.apply(change_set)
    uids = [one.uid for one in plain.documents()]
    some_highlight, some_tag = plain.highlights()[0].uid, plain.tags()[0].uid
    for name, choices in {
        "documents": [{}],
        "tags": [{}],
        "link_kinds": [{}],
        "highlights": [{}, {"document_uid": document.uid}],
        "taggings": [{}, {"document_uid": document.uid}, {"highlight_uid": some_highlight}, {"tag_uid": some_tag}],
        "links": [{}, {"document_uid": document.uid}, {"highlight_uid": plain.highlights()[-1].uid}],
        "verdicts": [{}],
        **{name: [{}, *({"document_uid": uid} for uid in uids)] for name in ("decisions", "rejections", "set_units")},
    }.items():
        for choice in choices:
            assert getattr(project, name)(**choice) == getattr(plain, name)(**choice), (name, choice)
    for highlight in plain.highlights():
        assert project.highlight(highlight.uid) == highlight
        assert project.highlights_at(highlight.text_uid, highlight.span) == [highlight]
    assert [project.tag(tag.uid) for tag in plain.tags()] == plain.tags()
    assert [project.link(one.uid) for one in plain.links()] == plain.links()


@pytest.mark.parametrize("name", ["document", "text", "texts_of", "body", "structure", "highlight", "tag", "link"])
def test_an_unknown_uid_is_a_key_error(project: Project, name: str) -> None:
    with pytest.raises(KeyError):
        getattr(project, name)("nowhere")


def test_a_new_project_has_the_built_in_kinds_and_verdicts_and_says_what_it_is(path: Path) -> None:
    with Project.create(path) as project:
        assert project.link_kinds() == list(BUILTIN_LINK_KINDS)
        assert project.verdicts() == list(BUILTIN_VERDICTS)
        assert len(project.uid) == 36
        assert project.path == path
        assert not project.read_only
        assert "excerpts" in project.get_fact("README")
        assert "question_decisions" in project.get_fact("README")
        assert project.get_fact("colour", "none") == "none"
        project.set_fact("colour", "blue")
        uid = project.uid
    with Project.open(path) as project:
        assert (project.uid, project.get_fact("colour")) == (uid, "blue")


def test_counts_leave_out_bare_ends_of_links(project: Project) -> None:
    document = project.documents()[0]
    project.apply(link(project, (document.uid, Span(3, 12)), (document.uid, Span(24, 30)), ANSWERED_BY.uid))
    counts = project.counts()
    assert len(project.highlights()) == 2
    assert counts.of_documents == {document.uid: 1}
    assert counts.of_tags == {project.tags()[0].uid: 1}


def test_changes_may_come_in_any_order(project: Project) -> None:
    document, text = paper("Nog een tekst.", "Later", 1)
    plain = InMemoryProject([document, text])
    mark = highlight_span(plain, document.uid, Span(0, 3)).changes[0].after
    assert mark is not None
    tagging = Tagging(mark.uid, project.tags()[0].uid, "2018")
    project.apply(act(*added([tagging, mark, document, text])))
    assert (project.taggings(document_uid=document.uid), project.text(text.uid)) == ([tagging], text)
    project.apply(act(*removed([text, document, mark, tagging])))
    assert len(project.documents()) == 1
    project.apply(act(*added([mark]), *added([text, document]), *removed([mark]), *added([mark])))
    assert project.highlights(document.uid) == [mark]


def test_an_act_that_does_not_fit_leaves_nothing(project: Project) -> None:
    before = (project.documents(), project.highlights(), project.taggings(), project.tags())
    document = project.documents()[0]
    for wrong in (
        act(*removed([document])),  # its text and highlights would be left over
        act(*removed(project.tags())),  # a highlight has it
        act(*added([Tagging(project.highlights()[0].uid, "nowhere", "")])),
        act(*added([Tagging(project.highlights()[0].uid, project.tags()[0].uid, "")])),  # has it already
        act(*removed(project.taggings()), *removed(project.highlights()), *removed(project.highlights())),
        act(Change(project.tags()[0], replace(project.tags()[0], hue=10))),
        act(Change(project.text(document.text_uid), replace(project.text(document.text_uid), body="x"))),
        act(*added([replace(project.highlights()[0], uid="b" * 36, quote="langer dan de plek")])),
        act(Change(project.tags()[0], replace(project.tags()[0], name="\ud800"))),
    ):
        with pytest.raises(ValueError):
            project.apply(wrong)
        assert (project.documents(), project.highlights(), project.taggings(), project.tags()) == before
    label_more(project, 20)
    assert len(project.highlights()) == 2


def test_a_decision_that_does_not_fit_leaves_nothing(project: Project) -> None:
    document = project.documents()[0]
    question = (document.uid, Span(3, 12))
    project.apply(set_open(project, question, True, decision=None))
    project.apply(drop_unit(project, document.uid, "question", Span(3, 12)))
    project.apply(reject(project, question, (document.uid, Span(24, 30))))
    [decision], [unit], [rejection] = project.decisions(), project.set_units(), project.rejections()
    other = "c" * 36
    for wrong in (
        act(*added([Decision(other, document.text_uid, document.uid, 0, 5)])),  # decides nothing
        act(*added([Decision(other, document.text_uid, document.uid, 5, 5, is_open=True)])),
        act(*added([Decision(other, "nowhere", document.uid, 0, 5, is_open=True)])),
        act(*added([replace(decision, uid=other)])),  # two at one place
        act(Change(decision, replace(decision, verdict_uid="nowhere"))),
        act(*added([SetUnit(other, document.text_uid, document.uid, "remark", 0, 5)])),  # type: ignore[arg-type]
        act(*added([SetUnit(other, document.text_uid, document.uid, "answer", -1, 5)])),
        act(*added([replace(unit, uid=other, is_dropped=False)])),
        act(*added([replace(rejection, uid=other)])),
        act(*added([replace(rejection, uid=other, answer_start=30)])),
    ):
        with pytest.raises(ValueError):
            project.apply(wrong)
        assert (project.decisions(), project.set_units(), project.rejections()) == ([decision], [unit], [rejection])


def test_a_verdict_that_is_used_cannot_go(project: Project) -> None:
    project.apply(add_verdict(project, "eigen"))
    verdict = project.verdicts()[-1]
    project.apply(set_verdict(project, (project.documents()[0].uid, Span(3, 12)), verdict.uid, decision=None))
    with pytest.raises(ValueError):
        project.apply(act(*removed([verdict])))
    project.apply(act(*removed([verdict]), *removed(project.decisions())))
    assert project.verdicts() == list(BUILTIN_VERDICTS)


def test_texts_and_imported_bytes_never_change(closed: Path) -> None:
    connection = sqlite3.connect(closed)
    for statement in ("UPDATE texts SET body = 'x'", "UPDATE originals SET data = x'00'"):
        with pytest.raises(sqlite3.IntegrityError, match="never change"):
            connection.execute(statement)
    connection.close()


def test_what_is_deleted_is_gone_from_the_file_and_leaves_its_identity(project: Project, path: Path) -> None:
    document = project.documents()[0]
    mark = highlight_span(project, document.uid, Span(24, 27))
    project.apply(mark)
    uid = mark.changes[0].entity.uid
    project.apply(set_note(project, uid, "geheimkenmerk"))
    project.apply(remove_highlights(project, [uid]))
    project.close()
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT entity FROM tombstones WHERE uid = ?", (uid,)).fetchall() == [("highlight",)]
    tables = connection.execute("SELECT count(*) FROM annotations WHERE note <> ''").fetchone()
    connection.close()
    assert tables == (0,)
    with Project.open(path) as again:
        again.apply(mark)
        again.apply(mark.inverse())
        again.apply(mark)
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM tombstones WHERE uid = ?", (uid,)).fetchone() == (0,)
    connection.close()


def test_removing_a_paper_and_taking_that_back(project: Project) -> None:
    before = (project.documents(), project.highlights(), project.taggings())
    text = project.text(project.documents()[0].text_uid)
    hits = project.search("kustwacht")
    assert hits
    remove = remove_documents(project, [project.documents()[0].uid])
    project.apply(remove)
    assert (project.documents(), project.highlights(), project.search("kustwacht")) == ([], [], [])
    project.apply(remove.inverse())
    assert (project.documents(), project.highlights(), project.taggings()) == before
    assert project.text(text.uid) == text
    assert project.search("kustwacht") == hits


def test_offsets_are_code_points_also_behind_an_emoji(project: Project) -> None:
    place = BODY.index("vraag")
    project.apply(highlight_span(project, project.documents()[0].uid, Span(place, place + 5)))
    assert [one.quote for one in project.highlights()] == ["kustwacht", "vraag"]
    project.close()
    connection = sqlite3.connect(project.path)
    assert connection.execute("SELECT * FROM broken_anchors").fetchall() == []
    connection.close()


def test_threads_take_turns(project: Project) -> None:
    errors: list[BaseException] = []

    def work(start: int) -> None:
        try:
            for place in range(start, start + 10):
                label_more(project, place)
                assert project.highlights()
        except BaseException as error:  # noqa: BLE001  told by the assertion below
            errors.append(error)

    threads = [threading.Thread(target=work, args=(start,)) for start in (0, 20, 40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert len(project.highlights()) == 31


def test_closing_twice_is_harmless_and_leaves_only_the_file(project: Project, path: Path) -> None:
    project.close()
    project.close()
    assert list(path.parent.iterdir()) == [path]


def test_importing_the_package_costs_nothing() -> None:
    code = "import sys, reader.store; print('sqlite3' in sys.modules, 'sqlite_utils' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_a_closed_project_cannot_be_asked(project: Project) -> None:
    project.close()
    with pytest.raises((ProjectError, sqlite3.ProgrammingError)):
        project.documents()
