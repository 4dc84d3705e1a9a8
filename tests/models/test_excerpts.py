"""The list of excerpts: quotes as read, places, filters, arrangements, picking, and how it follows the session."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from reader.domain.model import REFERS_TO
from reader.edit import documents, links, marks, notes, tags
from reader.exporters.collecting import ExcerptFilter
from reader.models.excerpt_rows import ExcerptRow, HeadRow
from reader.models.excerpts import ExcerptsModel
from reader.models.session import Session
from tests.small_project import SmallProject, session_on


class Marked(SmallProject):
    """With two labels and three excerpts: a, b in the questions, c in the answers; c answers a; b has a note."""

    def __init__(self) -> None:
        super().__init__()
        self.detention, self.money = self.new_tag("Detentie").uid, self.new_tag("Geld").uid
        self.b = self.new_highlight(self.questions, "financiering", self.money, note="Hoeveel?").uid
        self.a = self.new_highlight(self.questions, "detentie-\ncentra", self.detention, self.money).uid
        self.c = self.new_highlight(self.answers, "kustwacht").uid
        self.connection = self.new_link(self.a, self.c)


@pytest.fixture
def project() -> Marked:
    return Marked()


@pytest.fixture
def session(project: Marked, qapp: object) -> Session:
    return session_on(project)


@pytest.fixture
def model(session: Session, qtmodeltester: ModelTester) -> ExcerptsModel:
    model = ExcerptsModel(session)
    assert (model.total(), model.rowCount()) == (3, 0)  # nothing is read before the list is wanted
    model.load()
    qtmodeltester.check(model)
    return model


def excerpt(model: ExcerptsModel, uid: str) -> ExcerptRow:
    row = model.row(model.row_of(uid))
    assert isinstance(row, ExcerptRow)
    return row


def test_reading_order_and_counts(model: ExcerptsModel, project: Marked) -> None:
    assert model.shown() == [project.a, project.b, project.c]
    assert (model.total(), model.picked()) == (3, [])


def test_a_quote_is_as_read_and_has_its_place(model: ExcerptsModel, project: Marked) -> None:
    row = excerpt(model, project.a)
    assert row.quote == "detentiecentra"
    assert [label.name for label in row.labels] == ["Detentie", "Geld"]
    assert row.place.startswith("Kamerstukken II 2017/18, 19637, nr. 2395, ")
    assert (row.has_note, row.links) == (False, 1)
    assert excerpt(model, project.b).has_note
    assert excerpt(model, project.c).place == "Detentiecentra, p. 8"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (lambda p: ExcerptFilter(tags=(p.detention,)), "a"),
        (lambda p: ExcerptFilter(documents=(p.answers,)), "c"),
        (lambda p: ExcerptFilter(text="DETENTIECENTRA"), "a"),
        (lambda p: ExcerptFilter(text="geld hoeveel"), "b"),
        (lambda p: ExcerptFilter(has_note=True), "b"),
        (lambda p: ExcerptFilter(has_link=False), "b"),
        (lambda p: ExcerptFilter(has_link=True, documents=(p.questions,)), "a"),
    ],
)
def test_filters(model: ExcerptsModel, project: Marked, wanted: object, found: str) -> None:
    model.set_filter(wanted(project))  # type: ignore[operator]
    assert model.shown() == [getattr(project, found)]
    assert model.total() == 3


def test_a_label_filter_takes_the_labels_under_it(model: ExcerptsModel, session: Session, project: Marked) -> None:
    session.run(tags.move_tag(session.project, project.money, project.detention, 0))
    model.set_filter(ExcerptFilter(tags=(project.detention,)))
    assert model.shown() == [project.a, project.b]


def test_grouped_by_label_an_excerpt_stands_under_each_of_its_labels(model: ExcerptsModel, project: Marked) -> None:
    model.arrange("label")
    rows = [model.row(number) for number in range(model.rowCount())]
    assert [row.title if isinstance(row, HeadRow) else row.highlight.uid for row in rows] == [
        "Detentie", project.a, "Geld", project.a, project.b, "Without a label", project.c,
    ]  # fmt: skip
    assert model.shown() == [project.a, project.b, project.c]


def test_grouped_by_document(model: ExcerptsModel) -> None:
    model.arrange("document")
    heads = [row for row in map(model.row, range(model.rowCount())) if isinstance(row, HeadRow)]
    assert [(head.title, head.count) for head in heads] == [
        ("Overleg over de migratieagenda", 2),
        ("Brief over detentiecentra", 1),
    ]


def test_picking(model: ExcerptsModel, project: Marked) -> None:
    index = model.index(model.row_of(project.c), 0)
    assert model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    model.pick([project.a])
    assert model.picked() == [project.a, project.c]
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    model.pick([project.c], on=False)
    assert model.picked() == [project.a]


def test_one_label_changes_one_row_and_resets_nothing(model: ExcerptsModel, session: Session, project: Marked) -> None:
    changed: list[int] = []
    resets: list[None] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    model.modelReset.connect(lambda: resets.append(None))
    session.run(marks.give_tag(session.project, project.c, project.money))
    assert changed == [2]
    assert [label.name for label in excerpt(model, project.c).labels] == ["Geld"]
    session.undo()
    assert not excerpt(model, project.c).labels
    assert not resets


def test_adding_removing_and_undoing_keep_the_other_rows(
    model: ExcerptsModel, session: Session, project: Marked
) -> None:
    model.pick([project.a])
    kept = QPersistentModelIndex(model.index(model.row_of(project.c), 0))
    span = project.span(project.questions, "leden")
    session.run(marks.highlight_span(session.project, project.questions, span))
    assert model.rowCount() == 4
    session.run(marks.remove_highlights(session.project, [project.a]))
    assert model.picked() == []
    assert excerpt(model, project.c).links == 0
    session.undo()
    session.undo()
    assert model.shown() == [project.a, project.b, project.c]
    assert kept.row() == 2


def test_notes_and_links_follow(model: ExcerptsModel, session: Session, project: Marked) -> None:
    model.set_filter(ExcerptFilter(has_note=True))
    session.run(notes.set_note(session.project, project.c, "Let op"))
    assert model.shown() == [project.b, project.c]
    model.set_filter(ExcerptFilter(has_link=True))
    session.run(links.remove_link(session.project, project.connection))
    assert model.shown() == []


def test_a_bare_end_of_a_link_is_no_excerpt(model: ExcerptsModel, session: Session, project: Marked) -> None:
    end = (project.answers, project.span(project.answers, "voortgang"))
    session.run(links.link(session.project, project.a, end, REFERS_TO.uid))
    assert model.total() == 3
    assert excerpt(model, project.a).links == 2


def test_the_total_follows_before_the_excerpts_are_read(session: Session, project: Marked) -> None:
    model = ExcerptsModel(session)
    assert model.total() == 3
    span = project.span(project.answers, "voortgang")
    session.run(links.link(session.project, project.a, (project.answers, span), REFERS_TO.uid))
    assert model.total() == 3, "a bare end of a link is no excerpt"
    session.run(marks.highlight_span(session.project, project.answers, span))
    assert model.total() == 4, "it became one"
    session.run(marks.remove_highlights(session.project, [project.b]))
    assert model.total() == 3
    session.undo()
    session.undo()
    assert (model.total(), model.is_loaded) == (3, False)


def test_other_ends_give_another_quote(model: ExcerptsModel, session: Session, project: Marked) -> None:
    span = project.span(project.answers, "De kustwacht wordt gesteund")
    assert excerpt(model, project.c).quote == "kustwacht"
    session.run(marks.change_span(session.project, project.c, span))
    assert excerpt(model, project.c).quote == "De kustwacht wordt gesteund"


def test_a_renamed_label_and_a_removed_paper(model: ExcerptsModel, session: Session, project: Marked) -> None:
    model.arrange("label")
    session.run(tags.rename_tag(session.project, project.money, "Euro"))
    assert "Euro" in [row.title for row in map(model.row, range(model.rowCount())) if isinstance(row, HeadRow)]
    session.run(documents.remove_documents(session.project, [project.questions]))
    assert model.shown() == [project.c]
    session.undo()
    assert model.shown() == [project.a, project.b, project.c]
