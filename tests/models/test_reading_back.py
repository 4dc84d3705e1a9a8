"""Which files are read as those of other programs; what taking one over would do, does, and leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.domain.errors import NotExchange
from reader.edit import marks, tags
from reader.edit.documents import add_documents, remove_documents
from reader.models.jobs import JobStopped
from reader.models.reading_back import coming_in, is_of_another_program, look_into, of_other_programs, take_over
from reader.store.project import Project
from tests.importers.exchange.files import archive, project, stored
from tests.in_memory import paper

BODY = "Geachte voorzitter, de opvang gaat dicht.\nTot ziens.\n"


def on(_share: float) -> None:
    """Nobody watches."""


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "project.vindplaats") as made:
        yield made


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "cases.qdpx"
    data = {"p.qde": stored("cases.qde"), "sources/brief.txt": BODY.encode(), "sources/memo.txt": b"memo"}
    path.write_bytes(archive(data))
    return path


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.QDPX", b"", True),  # what is wrong with it is told
        ("a.csv", b"post;bedrag\n", True),
        ("a.json", b"{}", True),
        ("a.zip", project(BODY, (0, 7)), True),
        ("a.zip", archive({"brief.txt": b"Brief"}), False),
        ("a.zip", b"PK\x03\x04 broken", False),
        ("a.xml", stored("flat.qdc"), True),
        ("a.xml", stored("flat.qdc").decode().replace("utf-8", "utf-16").encode("utf-16"), True),
        ("a.txt", "\ufeffnaam\tmemo\n".encode(), True),
        ("a.txt", bytes(range(256)) * 4, False),
        ("a.xml", b"<officiele-publicatie/>", False),
        ("a", stored("annotations.jsonld"), True),
        ("a.txt", b"naam;kleur\nopvang;rood\n", True),
        ("a.txt", BODY.encode(), False),
        ("a.docx", archive({"p.qde": b""}), False),
    ],
)
def test_a_file_is_told_by_its_name_or_its_content(tmp_path: Path, name: str, data: bytes, expected: bool) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert is_of_another_program(path) is expected


def test_folders_and_files_that_are_not_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "map.csv").mkdir()
    assert not is_of_another_program(tmp_path / "map.csv")
    assert not is_of_another_program(tmp_path / "weg.txt")


def test_of_many_files_only_the_endings_are_looked_at(tmp_path: Path) -> None:
    table, hidden = tmp_path / "labels.csv", tmp_path / "labels.txt"
    for path in (table, hidden):
        path.write_text("naam;kleur\nopvang;rood\n", encoding="utf-8")
    papers = [tmp_path / f"{number}.txt" for number in range(50)]
    assert of_other_programs([table, hidden]) == [table, hidden]
    assert of_other_programs([table, hidden, *papers]) == [table]


def test_looking_says_what_taking_over_then_does(opened: Project, cases: Path) -> None:
    looked = look_into(opened, cases, on)
    assert opened.documents() == []
    assert [item.outcome for item in looked.told] == sorted((item.outcome for item in looked.told), key=order)
    assert all(item.detail for item in looked.told)
    taken = take_over(opened, looked, on)
    assert taken is not None
    assert taken.items == looked.items
    assert coming_in(taken.items, taken.change_set) == looked.coming
    assert looked.coming == {
        "paper": len(opened.documents()),
        "label": len(opened.tags()),
        "passage": sum(one.kind == "highlight" for one in opened.highlights()),
        "note": sum(
            bool(note) for note in [one.note for one in opened.highlights()] + [one.note for one in opened.links()]
        ),
        "link": len(opened.links()),
        "link-kind": sum(not one.builtin for one in opened.link_kinds()),
    }
    again = look_into(opened, cases, on)
    assert again.items == ()
    assert take_over(opened, again, on) is None
    opened.apply(taken.change_set.inverse())
    for left in (opened.documents(), opened.tags(), opened.highlights()):
        assert left == []


def order(outcome: str) -> int:
    return ("left out", "repaired", "read").index(outcome)


def test_a_label_on_a_passage_that_is_here_is_told_of_and_one_that_comes_with_its_passage_is_not(
    opened: Project, cases: Path
) -> None:
    first = look_into(opened, cases, on)
    assert not any(item.kind == "labelling" for item in first.items)
    take_over(opened, first, on)
    given = opened.taggings()[0]
    opened.apply(marks.take_tag(opened, given.highlight_uid, given.tag_uid))
    assert [(item.kind, item.outcome) for item in look_into(opened, cases, on).items] == [("labelling", "added")]


def test_what_was_deleted_in_a_paper_that_is_here_comes_in_again_and_is_told(opened: Project, cases: Path) -> None:
    assert look_into(opened, cases, on).again == 0
    take_over(opened, look_into(opened, cases, on), on)
    whole = opened.collection()
    tag = next(one for one in opened.tags() if one.name == "Geld")
    opened.apply(tags.remove_tag(opened, tag.uid))
    opened.apply(marks.remove_highlights(opened, [opened.highlights()[0].uid]))
    deleted = opened.collection().deleted
    looked = look_into(opened, cases, on)
    assert looked.again == len(looked.items) > 1
    assert "Geld" in {item.words for item in looked.items}
    taken = take_over(opened, looked, on)
    assert taken is not None
    assert {one.uid for one in opened.highlights()} == {one.uid for one in whole.highlights}
    assert set(opened.taggings()) == set(whole.taggings)
    assert not opened.collection().deleted.keys() & {one.uid for one in (*whole.highlights, *whole.tags)}
    opened.apply(taken.change_set.inverse())
    assert opened.collection().deleted == deleted


def test_a_file_of_which_no_paper_is_here_comes_in_as_new(opened: Project, cases: Path) -> None:
    other = paper("Een ander stuk.\n", "Ander stuk")
    opened.apply(add_documents(opened, [other]))
    looked = look_into(opened, cases, on)
    take_over(opened, looked, on)
    documents = [one.uid for one in opened.documents() if one.uid != other[0].uid]
    opened.apply(remove_documents(opened, documents))
    before = opened.collection().deleted
    again = look_into(opened, cases, on)
    assert again.coming["passage"] == looked.coming["passage"]
    taken = take_over(opened, again, on)
    assert taken is not None
    assert not opened.collection().deleted.keys() & set(documents)
    opened.apply(taken.change_set.inverse())
    assert opened.collection().deleted == before


def test_labels_that_were_deleted_come_again_from_a_list_of_labels(opened: Project, tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    path.write_text("naam;kleur\nopvang;rood\n", encoding="utf-8")
    for _ in range(2):
        assert take_over(opened, look_into(opened, path, on), on) is not None
        (tag,) = opened.tags()
        opened.apply(tags.remove_tag(opened, tag.uid))


def test_a_file_of_no_program_is_refused_and_stopping_stops(opened: Project, cases: Path, tmp_path: Path) -> None:
    path = tmp_path / "begroting.csv"
    path.write_text("post;bedrag\n", encoding="utf-8")
    with pytest.raises(NotExchange):
        look_into(opened, path, on)

    def stop(share: float) -> None:
        if share > 0:
            raise JobStopped

    with pytest.raises(JobStopped):
        look_into(opened, cases, stop)
    looked = look_into(opened, cases, on)
    with pytest.raises(JobStopped):
        take_over(opened, looked, stop)
    assert opened.documents() == []
