"""The tree of labels: counts, moving, dropping, renaming, and how it follows the session."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from reader.domain.changes import ActName, ChangeSet, added, removed
from reader.domain.model import Tag
from reader.edit import marks, tags
from reader.models.keyed_tree import Branch, KeyedTree
from reader.models.session import Session
from reader.models.tags import TagRole, TagsModel
from tests.small_project import SmallProject, session_on


@pytest.fixture
def project() -> SmallProject:
    project = SmallProject()
    law = project.new_tag("Rechten")
    project.new_tag("Non-refoulement", law.uid)
    project.new_tag("Toegang", law.uid)
    project.new_tag("Detentie")
    return project


@pytest.fixture
def session(project: SmallProject, qapp: object) -> Session:
    return session_on(project)


@pytest.fixture
def model(session: Session, qtmodeltester: ModelTester) -> TagsModel:
    model = TagsModel(session)
    qtmodeltester.check(model)
    return model


def named(project: SmallProject, name: str) -> Tag:
    return next(tag for tag in project.tags() if tag.name == name)


def outline(model: TagsModel, parent: QModelIndex = QModelIndex(), depth: int = 0) -> list[str]:  # noqa: B008
    lines = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        lines += ["  " * depth + index.data(), *outline(model, index, depth + 1)]
    return lines


def test_labels_stand_in_their_tree(model: TagsModel) -> None:
    assert outline(model) == ["Rechten", "  Non-refoulement", "  Toegang", "Detentie"]


def test_counts_follow_the_acts_and_add_up(model: TagsModel, session: Session, project: SmallProject) -> None:
    tag = named(project, "Toegang")
    span = project.span(project.questions, "kustwacht")
    session.run(marks.tag_span(session.project, project.questions, span, tag.uid))
    assert [model.index_of(uid).data(TagRole.ROW).total for uid in (tag.uid, named(project, "Rechten").uid)] == [1, 1]
    session.undo()
    assert model.index_of(tag.uid).data(TagRole.ROW).total == 0
    session.redo()
    session.run(marks.remove_highlights(session.project, [project.highlights()[0].uid]))
    assert model.index_of(tag.uid).data(TagRole.ROW).count == 0


def test_a_label_with_labels_under_it_and_no_use_is_a_heading(
    model: TagsModel, session: Session, project: SmallProject
) -> None:
    law = named(project, "Rechten")
    session.run(tags.set_digit(session.project, law.uid, None))
    assert model.index_of(law.uid).data(TagRole.ROW).heading
    span = project.span(project.questions, "kustwacht")
    session.run(marks.tag_span(session.project, project.questions, span, law.uid))
    assert not model.index_of(law.uid).data(TagRole.ROW).heading


def test_moving_by_key(model: TagsModel, session: Session, project: SmallProject) -> None:
    detention, access = named(project, "Detentie").uid, named(project, "Toegang").uid
    assert model.move_by(detention, -1)
    assert outline(model) == ["Detentie", "Rechten", "  Non-refoulement", "  Toegang"]
    assert not model.move_by(detention, -1)
    assert model.move_by(detention, 1)
    assert model.nest(detention)
    assert outline(model) == ["Rechten", "  Non-refoulement", "  Toegang", "  Detentie"]
    assert model.lift(access)
    assert outline(model) == ["Rechten", "  Non-refoulement", "  Detentie", "Toegang"]
    assert not model.lift(access)
    for _act in range(4):
        session.undo()
    assert outline(model) == ["Rechten", "  Non-refoulement", "  Toegang", "Detentie"]


@pytest.mark.parametrize(
    ("name", "row", "under", "expected"),
    [
        ("Detentie", -1, "Rechten", ["Rechten", "  Non-refoulement", "  Toegang", "  Detentie"]),
        ("Detentie", 1, "Rechten", ["Rechten", "  Non-refoulement", "  Detentie", "  Toegang"]),
        ("Rechten", 2, "", ["Detentie", "Rechten", "  Non-refoulement", "  Toegang"]),
        ("Toegang", 0, "", ["Toegang", "Rechten", "  Non-refoulement", "Detentie"]),
    ],
)
def test_dropping_moves_to_the_shown_place(
    model: TagsModel, project: SmallProject, name: str, row: int, under: str, expected: list[str]
) -> None:
    data = model.mimeData([model.index_of(named(project, name).uid)])
    parent = model.index_of(named(project, under).uid) if under else QModelIndex()
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, parent)  # the view must remove nothing itself
    assert outline(model) == expected


def test_renaming_in_place(model: TagsModel, session: Session, project: SmallProject) -> None:
    index = model.index_of(named(project, "Detentie").uid)
    assert model.setData(index, "Bewaring")
    assert index.data() == "Bewaring"
    assert not model.setData(index, "Rechten")  # a sister has that name
    session.undo()
    assert index.data() == "Detentie"


def test_removing_keeps_the_other_rows(model: TagsModel, session: Session, project: SmallProject) -> None:
    kept = QPersistentModelIndex(model.index_of(named(project, "Detentie").uid))
    session.run(tags.remove_tag(session.project, named(project, "Rechten").uid))
    assert outline(model) == ["Non-refoulement", "Toegang", "Detentie"]
    assert kept.data() == "Detentie"


def test_a_screen_reader_hears_count_and_key(model: TagsModel, project: SmallProject) -> None:
    assert (
        model.index_of(named(project, "Detentie").uid).data(Qt.ItemDataRole.AccessibleTextRole)
        == "Detentie, 0 passages, key 4"
    )


branches = st.recursive(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.just(())), max_size=5, unique_by=lambda pair: pair[0]),
    lambda below: st.lists(
        st.tuples(st.sampled_from("abcdef"), below.map(tuple)), max_size=5, unique_by=lambda pair: pair[0]
    ),
    max_leaves=12,
)


def planted(shape: tuple[tuple[str, tuple], ...]) -> tuple[Branch[str], ...]:  # type: ignore[type-arg]
    return tuple(Branch(key, key.upper(), planted(below)) for key, below in shape)


def grown(model: KeyedTree[str], parent: QModelIndex = QModelIndex()) -> tuple:  # type: ignore[type-arg]  # noqa: B008
    indexes = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return tuple((model.key(index), grown(model, index)) for index in indexes)


@given(branches, branches)
def test_any_tree_becomes_any_other(first: list, second: list) -> None:  # type: ignore[type-arg]
    model = KeyedTree[str]()
    for shape in (first, second):
        model.show(planted(tuple(shape)))
        assert grown(model) == tuple(shape)


DEEP = 1500  # far more than Python's own limit of calls in calls


def test_labels_may_lie_any_number_of_levels_under_each_other(qapp: object) -> None:
    project = SmallProject()
    chain = [Tag(f"tag-{n}", f"label {n}", 1, 1, parent_uid=f"tag-{n - 1}" if n else None) for n in range(DEEP)]
    project.perform(ChangeSet(ActName("test"), added(chain)))
    highlight = project.new_highlight(project.documents()[0].uid, "detentie", chain[-1].uid)
    session = session_on(project)
    model = TagsModel(session)
    assert [model.key(index) for index in model.all_indexes()] == [tag.uid for tag in chain]
    top = model.index_of("tag-0")
    assert (model.item(top).count, model.item(top).total) == (0, 1)  # type: ignore[union-attr]
    assert session.attempt(lambda: marks.take_tag(project, highlight.uid, chain[-1].uid))
    assert model.item(top).total == 0  # type: ignore[union-attr]
    assert session.attempt(lambda: tags.move_tag(project, "tag-1", None, 0))
    assert [model.key(model.index(row, 0)) for row in range(model.rowCount())] == ["tag-1", "tag-0"]
    assert sum(1 for _index in model.all_indexes()) == DEEP
    assert session.run(ChangeSet(ActName("test"), removed(project.tags())))
    assert model.rowCount() == 0
