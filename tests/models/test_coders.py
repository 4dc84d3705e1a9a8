"""Who gave which label where: coders within a project, and a colleague's copy beside it."""

from __future__ import annotations

import csv
import io

import pytest

from reader.domain.model import Span
from reader.edit import marks, tags
from reader.models.coders import Coder, Comparison, coders, codings_table, compare
from tests.edit.merging_projects import Copy
from tests.small_project import QUESTIONS, SmallProject


@pytest.fixture
def ours() -> Copy:
    """The two papers, with labels of Anna on two paragraphs and of Bram on one of these and another."""
    made = Copy([entity for kind in SmallProject().state().values() for entity in kind.values()])
    for name in ("detentie", "geld"):
        made.apply(tags.add_tag(made, name))
    for words, author in (("Vragen over", "Anna"), ("kustwacht", "Anna"), ("Vragen", "Bram"), ("Libië", "Bram")):
        label(made, words, author)
    return made


def label(project: Copy, words: str, author: str, tag: int = 0) -> None:
    document = project.documents()[0]
    start = project.body(document.text_uid).index(words)
    place = Span(start, start + len(words))
    project.apply(marks.tag_span(project, document.uid, place, project.tags()[tag].uid, author=author))


def named(found: list[Coder]) -> list[tuple[str | None, bool, int]]:
    return [(one.author, one.is_copy, len(one.given)) for one in found]


def compared(project: Copy, found: list[Coder], first: int, second: int) -> Comparison:
    return compare(project, project.tags(), found[first], found[second])


def test_the_coders_of_a_project_are_those_who_gave_labels(ours: Copy) -> None:
    found, all_tags = coders(ours.collection())
    assert named(found) == [("Anna", False, 2), ("Bram", False, 2)]
    assert [tag.name for tag in all_tags] == ["detentie", "geld"]


def test_two_coders_are_compared_over_the_paragraphs_of_the_papers_both_coded(ours: Copy) -> None:
    found, _tags = coders(ours.collection())
    comparison = compared(ours, found, 0, 1)
    assert [paper.title for paper in comparison.papers] == ["Overleg over de migratieagenda"]
    assert len(comparison.units) == QUESTIONS.count("\n") - 1, "the word broken at a line end is in one paragraph"
    (row,) = comparison.rows
    counts = row.agreement
    assert (row.tag.name, counts.both, counts.only_first, counts.only_second, counts.neither) == (
        "detentie",
        1,
        1,
        1,
        0,
    )
    assert [(one.given.quote, one.by_first) for one in comparison.differing] == [("Libië", False), ("kustwacht", True)]


def test_a_copy_is_compared_before_it_is_merged(ours: Copy) -> None:
    theirs = ours.copied()
    label(theirs, "detentie-", "Carla")
    found, all_tags = coders(ours.collection(), theirs.collection())
    assert named(found)[:2] == [(None, False, 4), (None, True, 5)]
    assert ("Carla", True, 1) in named(found)
    comparison = compare(ours, all_tags, found[0], found[1])
    assert comparison.rows[0].agreement.only_first == 0
    assert len(ours.highlights()) == 4, "nothing was merged"


def test_the_labels_of_a_copy_are_known_by_name(ours: Copy) -> None:
    theirs = Copy([entity for kind, found in ours.state().items() for entity in found.values() if kind.__name__ in
                   ("Document", "Text")])  # fmt: skip
    theirs.apply(tags.add_tag(theirs, "Geld"))
    theirs.apply(tags.add_tag(theirs, "Detentie"))
    label(theirs, "kustwacht", "Carla", tag=1)
    found, all_tags = coders(ours.collection(), theirs.collection())
    comparison = compare(ours, all_tags, found[0], found[1])
    assert [row.tag.name for row in comparison.rows] == ["detentie"]
    assert comparison.rows[0].agreement.both == 1


def test_the_table_of_codings_runs_no_formula(ours: Copy) -> None:
    ours.apply(tags.rename_tag(ours, ours.tags()[0].uid, "=1+1"))
    found, _tags = coders(ours.collection())
    data = codings_table(compared(ours, found, 0, 1), ["Paper", "Paragraph", "Label", "Anna", "=Bram"])
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[0][-1] == "'=Bram"
    assert [row[1:] for row in rows[1:]] == [
        ["1", "'=1+1", "1", "1"],
        ["2", "'=1+1", "0", "1"],
        ["3", "'=1+1", "1", "0"],
    ]
