"""The documents in the side bar: opening, filtering, renaming, removing, dropping files, by mouse and by keyboard."""

# ruff: noqa: F811  (a fixture is imported, then named as a parameter)
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reader.edit.documents import remove_documents
from reader.models.documents import short_title
from reader.models.session import Session
from reader.ui.documents_panel import DocumentsPanel
from reader.ui.theme import Theme
from tests.ui.panel_fixtures import MarkedProject, english, project, session, theme  # noqa: F401


@pytest.fixture
def panel(session: Session, theme: Theme, qtbot: QtBot) -> DocumentsPanel:
    panel = DocumentsPanel(session, theme)
    qtbot.addWidget(panel)
    panel.resize(228, 400)
    panel.show()
    return panel


def click(panel: DocumentsPanel, uid: str, qtbot: QtBot, *, double: bool = False) -> None:
    place = panel.tree.visualRect(panel.model.index_of(uid)).center()
    viewport = panel.tree.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    if double:
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)


def test_double_click_enter_and_ctrl_enter_open(panel: DocumentsPanel, project: MarkedProject, qtbot: QtBot) -> None:
    asked: list[tuple[str, bool]] = []
    panel.open_requested.connect(lambda uid, new: asked.append((uid, new)))
    click(panel, project.answers, qtbot)
    assert asked == []
    click(panel, project.answers, qtbot, double=True)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked == [(project.answers, False), (project.answers, False), (project.answers, True)]


def test_f2_renames_in_the_row(panel: DocumentsPanel, project: MarkedProject, qtbot: QtBot) -> None:
    panel.tree.setCurrentIndex(panel.model.index_of(project.answers))
    qtbot.keyClick(panel.tree, Qt.Key.Key_F2)
    editor = panel.tree.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "Brief over detentiecentra"
    editor.setText("Een andere brief")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: project.document(project.answers).title == "Een andere brief")


def test_delete_removes_at_once_and_undo_brings_it_back(
    panel: DocumentsPanel,
    project: MarkedProject,
    session: Session,
    qtbot: QtBot,
) -> None:
    before = project.state()
    panel.tree.setCurrentIndex(panel.model.index_of(project.questions))
    qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert [document.uid for document in project.documents()] == [project.answers]
    session.undo()
    assert project.state() == before
    assert panel.tree.isExpanded(panel.model.index_of(project.questions).parent())


def test_typing_opens_the_filter_and_escape_closes_it(panel: DocumentsPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.tree, "m")
    assert panel.field.isVisible()
    panel.field.setText("migratie")
    panel.apply_filter()
    assert panel.model.rowCount() == 1
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert not panel.field.isVisible()
    assert panel.model.rowCount() == 2


def test_a_filter_that_finds_nothing_says_so(panel: DocumentsPanel, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.filter_button, Qt.MouseButton.LeftButton)
    panel.field.setText("zebra")
    panel.apply_filter()
    assert panel.nothing.isVisible()
    assert not panel.hint.isVisible()


def test_enter_in_the_filter_goes_to_the_first_document(
    panel: DocumentsPanel,
    project: MarkedProject,
    qtbot: QtBot,
) -> None:
    panel.open_filter()
    panel.field.setText("brief")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.current_uid() == project.answers


def test_a_click_on_a_group_folds_it_and_it_stays_folded(panel: DocumentsPanel, session: Session, qtbot: QtBot) -> None:
    group = panel.model.index(0, 0)
    place = panel.tree.visualRect(group).center()
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not panel.tree.isExpanded(panel.model.index(0, 0))
    session.run(remove_documents(session.project, [panel.model.key(panel.model.index(0, 0, panel.model.index(1, 0)))]))
    session.undo()
    assert not panel.tree.isExpanded(panel.model.index(0, 0))
    assert panel.tree.isExpanded(panel.model.index(1, 0))


def test_grouping_keeps_the_current_document(panel: DocumentsPanel, project: MarkedProject) -> None:
    panel.tree.setCurrentIndex(panel.model.index_of(project.answers))
    panel.group_by("date")
    assert panel.current_uid() == project.answers


def test_the_document_of_the_active_pane_becomes_current(panel: DocumentsPanel, project: MarkedProject) -> None:
    panel.tree.clearFocus()
    panel.set_open_panes({project.questions: [1], project.answers: [2]}, 2)
    assert panel.current_uid() == project.answers


def test_an_empty_project_says_what_to_do(panel: DocumentsPanel, session: Session, project: MarkedProject) -> None:
    assert not panel.hint.isVisible()
    session.run(remove_documents(session.project, [project.questions, project.answers]))
    assert panel.hint.isVisible()


def test_files_are_dropped(panel: DocumentsPanel, tmp_path: Path) -> None:
    dropped: list[list[Path]] = []
    panel.files_dropped.connect(dropped.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt")), QUrl("https://example.org/b.txt")])
    event = QDropEvent(
        QPointF(QPoint(5, 5)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    panel.dropEvent(event)
    assert dropped == [[tmp_path / "a.txt"]]


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Brief over het sluiten van de Libische detentiecentra", "Sluiten van de Libische detentiecentra"),
        ("Brief van de minister van Financiën inzake de begroting 2019", "Begroting 2019"),
        ("Verslag van een schriftelijk overleg over de integrale migratieagenda", "Integrale migratieagenda"),
        ("Europees migratiebeleid in Libië", "Europees migratiebeleid in Libië"),
        ("Brief over iets", "Brief over iets"),
        ("Over de brief", "Over de brief"),
        (
            "Brief van de Minister-President, Minister van Algemene Zaken: Vreemdelingenbeleid en asiel",
            "Vreemdelingenbeleid en asiel",
        ),
        ("Memorie van toelichting: Wet op de sluizen", "Memorie van toelichting: Wet op de sluizen"),
    ],
)
def test_short_titles(title: str, short: str) -> None:
    assert short_title(title) == short
