"""How long merging takes: two copies of 5,000 highlights, 2,000 edits on each side; the whole, and what is saved."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.large_project import scattered
from benchmarks.papers import LONGEST
from reader.domain.changes import ActName, Change, ChangeSet, added, removed
from reader.domain.model import Tag, new_uid
from reader.edit.documents import add_documents
from reader.edit.merging import merge
from reader.importers.base import read_file
from reader.models.highlights import DocumentMarks
from reader.store.project import Project

HIGHLIGHTS, EDITS = 5000, 2000


@pytest.fixture(scope="module")
def two_copies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, Project]]:
    """Two projects that were one: on each side notes, new highlights with a label, and deletions."""
    folder = tmp_path_factory.mktemp("merging")
    paper = read_file(LONGEST)
    tags = [Tag(new_uid(), f"label {number}", number, number, digit=number, position=number) for number in range(1, 6)]
    with Project.create(folder / "a.vindplaats") as made:
        made.apply(add_documents(made, [(paper.document, paper.text)]))
        highlights, taggings = scattered(paper.document, paper.text, tags, HIGHLIGHTS)
        made.apply(ChangeSet(ActName("test"), added([*tags, *highlights, *taggings])))
    shutil.copy(folder / "a.vindplaats", folder / "b.vindplaats")
    with Project.open(folder / "a.vindplaats") as ours, Project.open(folder / "b.vindplaats") as theirs:
        for side, (project, first) in enumerate(((ours, 0), (theirs, 700))):
            _edit(project, first, side, tags)
        yield ours, theirs


def _edit(project: Project, first: int, side: int, tags: list[Tag]) -> None:
    there = project.highlights()
    moment = f"2100-01-0{side + 1}T00:00:00.000Z"
    changes = [
        Change(one, replace(one, note=f"note of {side}", modified_at=moment)) for one in there[first : first + 1000]
    ]
    document = project.documents()[0]
    text = project.text(document.text_uid)
    new, given = scattered(document, text, tags, 500)
    gone = there[-500:] if side else []
    lost = [one for one in project.taggings() if one.highlight_uid in {other.uid for other in gone}]
    project.apply(ChangeSet(ActName("test"), (*changes, *added([*new, *given]), *removed([*lost, *gone]))))


@pytest.mark.budget("merge")
def test_merging_2_x_2_000_edits_on_5_000_highlights(
    benchmark: BenchmarkFixture, two_copies: tuple[Project, Project]
) -> None:
    """Reading both sides, merging and saving, under 1 s; then it is taken back for the next round."""
    ours, theirs = two_copies

    def take_in() -> ChangeSet:
        change_set = merge(ours.collection(), theirs.collection(), "b").change_set
        ours.apply(change_set)
        return change_set

    def back() -> None:
        if done:
            ours.apply(done.pop().inverse())

    done: list[ChangeSet] = []
    benchmark.pedantic(lambda: done.append(take_in()), setup=back, rounds=5, warmup_rounds=1)
    assert len(done[-1].changes) > EDITS
    assert not merge(ours.collection(), theirs.collection(), "b").change_set


def test_merging_alone(benchmark: BenchmarkFixture, two_copies: tuple[Project, Project]) -> None:
    ours, theirs = two_copies
    mine, other = ours.collection(), theirs.collection()
    benchmark.pedantic(merge, (mine, other), rounds=5, warmup_rounds=1)


def test_marks_of_a_paper_that_is_shown_follow_a_merge(
    benchmark: BenchmarkFixture, two_copies: tuple[Project, Project]
) -> None:
    """The part of the main thread: a merge of thousands of changes comes into the marks, and is taken back."""
    ours, theirs = two_copies
    change_set = merge(ours.collection(), theirs.collection(), "b").change_set or _again(ours)
    marks = DocumentMarks(ours, ours.documents()[0])

    def there_and_back() -> None:
        marks.apply(change_set)
        marks.apply(change_set.inverse())

    benchmark.pedantic(there_and_back, rounds=5, warmup_rounds=1)
    assert len(marks) == len(ours.highlights())


def _again(project: Project) -> ChangeSet:
    """Thousands of changes of a paper: another note at each highlight."""
    return ChangeSet(ActName("test"), tuple(Change(one, replace(one, note="anders")) for one in project.highlights()))
