"""The tree of papers: groups, filter, panes, renaming, and how it follows the session."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from reader.domain.errors import ReaderError
from reader.edit.documents import add_documents, edit_document, remove_documents
from reader.models.documents import DOCUMENT_MIME, DocumentRole, DocumentRow, DocumentsModel
from reader.models.session import Session
from tests.small_project import SmallProject, session_on, structured_paper

Shape = dict[str, list[str]]


@pytest.fixture(autouse=True)
def english(qapp: object) -> object:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def project() -> SmallProject:
    return SmallProject()


@pytest.fixture
def session(project: SmallProject, qapp: object) -> Session:
    return session_on(project)


@pytest.fixture
def model(session: Session, qtmodeltester: ModelTester) -> DocumentsModel:
    model = DocumentsModel(session)
    qtmodeltester.check(model)  # goes on checking while the test changes the model
    return model


def shape(model: DocumentsModel) -> Shape:
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    return {
        group.data(): [model.index(row, 0, group).data() for row in range(model.rowCount(group))] for group in groups
    }


def row(model: DocumentsModel, uid: str) -> DocumentRow:
    item = model.item(model.index_of(uid))
    assert isinstance(item, DocumentRow)
    return item


def test_papers_stand_under_their_dossier(model: DocumentsModel) -> None:
    assert shape(model) == {
        "19 637": ["Overleg over de migratieagenda"],
        "Without a dossier": ["Brief over detentiecentra"],
    }


def test_reports_of_organisations_have_a_group_of_their_own(model: DocumentsModel, session: Session) -> None:
    session.run(
        add_documents(session.project, [structured_paper("Een rapport.\nMet tekst.\n", "Rapport", kind="ngo-rapport")])
    )
    assert shape(model)["Organisations"] == ["Rapport"]


def test_grouping_by_kind_and_by_year(model: DocumentsModel) -> None:
    model.set_grouping("kind")
    assert set(shape(model)) == {"Letters to Parliament", "Written consultations"}
    model.set_grouping("date")
    assert shape(model) == {"2018": ["Overleg over de migratieagenda", "Brief over detentiecentra"]}  # newest first


@pytest.mark.parametrize(
    ("text", "found"),
    [("2395", 1), ("migratie OVERLEG", 1), ("19 637", 1), ("april 2018", 1), ("2018", 2), ("zebra", 0)],
)
def test_the_filter_looks_in_all_facts(model: DocumentsModel, text: str, found: int) -> None:
    model.set_filter(text)
    assert sum(len(titles) for titles in shape(model).values()) == found
    model.set_filter("")
    assert sum(len(titles) for titles in shape(model).values()) == 2


def test_number_and_date_as_far_as_known(model: DocumentsModel, project: SmallProject) -> None:
    assert row(model, project.questions).facts == "no. 2395 · June 2018"
    assert row(model, project.answers).facts == "25 April 2018 · 2 fp."


def test_dates_follow_the_language(session: Session, project: SmallProject) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.Dutch))
    assert "25 april 2018" in row(DocumentsModel(session), project.answers).facts


def test_open_panes_are_shown_and_spoken(model: DocumentsModel, project: SmallProject) -> None:
    model.set_open_panes({project.questions: [2, 1]}, 2)
    item = row(model, project.questions)
    assert (item.panes, item.active) == ((1, 2), 2)
    spoken = model.index_of(project.questions).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("open in pane 1, open in pane 2, active")
    assert row(model, project.answers).panes == ()


def test_renaming_in_place_is_an_act_that_can_be_undone(
    model: DocumentsModel, session: Session, project: SmallProject
) -> None:
    assert model.setData(model.index_of(project.questions), "  Overleg  ")
    assert project.document(project.questions).title == "Overleg"
    assert model.index_of(project.questions).data() == "Overleg"
    session.undo()
    assert model.index_of(project.questions).data() == "Overleg over de migratieagenda"


def test_an_empty_name_is_refused(model: DocumentsModel, session: Session, project: SmallProject) -> None:
    told: list[ReaderError] = []
    session.failed.connect(told.append)
    assert not model.setData(model.index_of(project.questions), " ")
    assert len(told) == 1
    assert not model.setData(model.index(0, 0), "a group")


def test_removing_and_undoing_keeps_the_other_rows(
    model: DocumentsModel, session: Session, project: SmallProject
) -> None:
    kept = QPersistentModelIndex(model.index_of(project.answers))
    session.run(remove_documents(session.project, [project.questions]))
    assert shape(model) == {"Without a dossier": ["Brief over detentiecentra"]}
    session.undo()
    assert shape(model)["19 637"] == ["Overleg over de migratieagenda"]
    assert kept.isValid()
    assert kept.data(DocumentRole.UID) == project.answers


def test_a_change_of_title_changes_one_row_and_resets_nothing(
    model: DocumentsModel, session: Session, project: SmallProject
) -> None:
    changed: list[QModelIndex] = []
    resets: list[None] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first))
    model.modelReset.connect(lambda: resets.append(None))
    document = project.document(project.questions)
    session.run(edit_document(session.project, replace(document, title="Ander")))
    assert [index.data() for index in changed] == ["Ander"]
    assert not resets


def test_a_dragged_paper_carries_its_uid(model: DocumentsModel, project: SmallProject) -> None:
    data = model.mimeData([model.index_of(project.answers)])
    assert bytes(data.data(DOCUMENT_MIME).data()).decode() == project.answers
