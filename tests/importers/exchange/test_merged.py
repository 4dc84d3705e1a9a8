"""What comes out of an exchange file goes into a project by a merge: nothing twice, nothing of ours lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reader.domain.anchor import make_highlight
from reader.domain.model import Span, Tag
from reader.edit.merging import Merged, merge
from reader.exporters.base import ExportOptions, Format, collect, render
from reader.exporters.formats import FORMATS, Export
from reader.importers.exchange.base import read_exchange_data
from tests.edit.merging_projects import Copy
from tests.exporters.golden import SAMPLE_MOMENT, sample_project
from tests.importers.exchange.files import archive, stored
from tests.in_memory import paper

OPTIONS = ExportOptions("Project", SAMPLE_MOMENT, names=True)
BODY = "Geachte voorzitter, de opvang gaat dicht.\nTot ziens.\n"


def copy_of(project: Any) -> Copy:
    return Copy([entity for kind in project.state().values() for entity in kind.values()])


def taken_in(project: Copy, data: bytes) -> Merged:
    """Read a file and merge what is in it."""
    read = read_exchange_data(data, "file", project)
    merged = merge(project.collection(""), read.collection, read.name)
    project.apply(merged.change_set)
    return merged


def out(project: Copy, form: Format) -> bytes:
    return render(Export(project, collect(project), OPTIONS, tuple(project.documents())), form.name)


def test_an_own_project_read_back_changes_nothing() -> None:
    project = copy_of(sample_project())
    before = project.everything()
    merged = taken_in(project, out(project, FORMATS["qdpx"]))
    assert project.everything() == before
    assert merged.left_out == 0


def test_an_own_project_comes_into_an_empty_one_once() -> None:
    data = out(copy_of(sample_project()), FORMATS["qdpx"])
    project = Copy()
    assert taken_in(project, data).left_out == 0
    assert len(project.highlights()) == len(sample_project().highlights())
    assert len(project.links()) == len(sample_project().links())
    before = project.everything()
    taken_in(project, data)
    assert project.everything() == before


def test_a_project_of_another_program_comes_in_once_and_later_work_stays() -> None:
    data = archive({"p.qde": stored("cases.qde"), "sources/brief.txt": BODY.encode(), "sources/memo.txt": b"memo"})
    project = Copy()
    taken_in(project, data)
    assert len(project.documents()) == 1
    (tag,) = [one for one in project.tags() if one.name == "Geld"]
    renamed = replace(tag, name="Kosten", modified_at="2026-01-01T00:00:00.000Z")
    own = Copy([renamed if one == tag else one for kind in project.state().values() for one in kind.values()])
    before = own.everything()
    taken_in(own, data)
    assert own.everything() == before


def test_passages_of_another_program_come_on_the_paper_that_is_there() -> None:
    document, text = paper(BODY, "Onze brief")
    ours = make_highlight(text.uid, document.uid, BODY, Span(0, 7))
    project = Copy([document, text, ours])
    taken_in(project, archive({"p.qde": stored("cases.qde"), "sources/brief.txt": BODY.encode()}))
    assert project.documents() == [document]
    assert {one.quote for one in project.highlights()} > {"Geachte", "Geachte voorzitter", "opvang"}
    assert all(one.text_uid == text.uid for one in project.highlights())


def test_labels_of_a_table_join_those_of_the_same_name() -> None:
    mine = Tag(
        "a0000000-0000-4000-8000-000000000001", "Opvang", 5, 5, None, "Van ons", 1, 0, "", "2026-01-01T00:00:00.000Z"
    )
    project = Copy([mine])
    taken_in(project, "naam;kleur;omschrijving\nopvang;rood;\nopvang › kind;blauw;nieuw\n".encode())
    assert {(tag.name, tag.hue, tag.description, tag.parent_uid) for tag in project.tags()} == {
        ("Opvang", 5, "Van ons", None), ("kind", 3, "nieuw", mine.uid),
    }  # fmt: skip


def test_own_annotations_read_back_change_nothing() -> None:
    source = sample_project()
    newer = [replace(one, modified_at="2026-08-01T00:00:00.000Z") for one in source.tags()]  # as nothing in the file is
    project = copy_of(source)
    project = Copy([*(one for kind in project.state().values() for one in kind.values()), *newer])
    before = project.everything()
    taken_in(project, out(project, FORMATS["web-annotation"]))
    assert project.everything() == before
