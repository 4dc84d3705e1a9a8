"""The labels in the side bar: choosing, adding, renaming, recolouring, moving, merging, removing, keys, definitions."""

# ruff: noqa: F811  (a fixture is imported, then named as a parameter)
from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from reader.edit import tags
from reader.models.session import Session
from reader.ui.tag_panel import TagPanel
from reader.ui.tag_picker import TagPicker
from reader.ui.tag_popups import ColourPopup, DefinitionPopup
from reader.ui.theme import Theme
from tests.ui.panel_fixtures import MarkedProject, english, project, session, theme  # noqa: F401

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def panel(session: Session, theme: Theme, qtbot: QtBot) -> TagPanel:
    panel = TagPanel(session, theme)
    qtbot.addWidget(panel)
    panel.resize(228, 400)
    panel.show()
    return panel


def names(project: MarkedProject, parent_uid: str | None = None) -> list[str]:
    return [tag.name for tag in project.tags() if tag.parent_uid == parent_uid]


def test_a_click_chooses_a_label(panel: TagPanel, project: MarkedProject, qtbot: QtBot) -> None:
    chosen: list[str] = []
    panel.tag_chosen.connect(chosen.append)
    rect = panel.tree.visualRect(panel.model.index_of(project.detention))
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert chosen == [project.detention, project.detention]


def test_a_click_on_the_chevron_folds_and_gives_nothing(panel: TagPanel, project: MarkedProject, qtbot: QtBot) -> None:
    chosen: list[str] = []
    panel.tag_chosen.connect(chosen.append)
    index = panel.model.index_of(project.law)
    assert panel.tree.isExpanded(index)
    rect = panel.tree.visualRect(index)
    qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, rect.center().y()))
    assert not panel.tree.isExpanded(index)
    assert chosen == []


def test_a_new_label_by_name(panel: TagPanel, project: MarkedProject, qtbot: QtBot) -> None:
    qtbot.mouseClick(panel.add_tag_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel.field, "Kustwacht")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert names(project)[-1] == "Kustwacht"
    assert panel.field.text() == ""
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert not panel.field.isVisible()


def test_a_new_label_under_another(panel: TagPanel, project: MarkedProject, qtbot: QtBot) -> None:
    panel.choose(project.law)
    panel.begin_new_below()
    qtbot.keyClicks(panel.field, "Asiel")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert names(project, project.law) == ["Toegang", "Asiel"]


def test_rename_in_place(panel: TagPanel, project: MarkedProject, qtbot: QtBot) -> None:
    panel.choose(project.money)
    qtbot.keyClick(panel.tree, Qt.Key.Key_F2)
    editor = panel.tree.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Financiering")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: project.tag(project.money).name == "Financiering")


def test_alt_arrows_move_and_nest_and_keep_the_label_current(
    panel: TagPanel,
    project: MarkedProject,
    session: Session,
    qtbot: QtBot,
) -> None:
    panel.choose(project.money)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Up, ALT)
    assert names(project) == ["Rechten", "Geld", "Detentie"]
    qtbot.keyClick(panel.tree, Qt.Key.Key_Right, ALT)
    assert names(project, project.law) == ["Toegang", "Geld"]
    assert panel.current_uid() == project.money
    qtbot.keyClick(panel.tree, Qt.Key.Key_Left, ALT)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down, ALT)
    assert names(project) == ["Rechten", "Detentie", "Geld"]
    assert panel.current_uid() == project.money


def test_delete_acts_at_once(panel: TagPanel, project: MarkedProject, session: Session, qtbot: QtBot) -> None:
    before = project.state()
    panel.choose(project.money)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert "Geld" not in names(project)
    session.undo()
    assert project.state() == before


def test_recolour_by_keyboard(panel: TagPanel, project: MarkedProject, qtbot: QtBot) -> None:
    session_tag = project.tag(project.detention)
    panel.choose(project.detention)
    panel.recolour_current()
    popup = panel.findChild(ColourPopup)
    assert popup is not None
    focused = popup.cell(session_tag.hue, session_tag.pattern)
    assert popup.focusWidget() is focused
    qtbot.keyClick(popup, Qt.Key.Key_Right)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    tag = project.tag(project.detention)
    assert (tag.hue, tag.pattern) == (session_tag.hue % 9 + 1, session_tag.pattern % 9 + 1)


def test_every_colour_and_line_has_a_name(panel: TagPanel, project: MarkedProject, theme: Theme, qtbot: QtBot) -> None:
    popup = ColourPopup(project.tag(project.money), theme)
    qtbot.addWidget(popup)
    spoken = {popup.cell(hue, pattern).accessibleName() for hue in range(1, 10) for pattern in range(1, 10)}
    assert len(spoken) == 81


def test_a_digit_key_is_given_and_taken(panel: TagPanel, project: MarkedProject) -> None:
    panel.choose(project.money)
    panel.set_digit(9)
    assert project.tag(project.money).digit == 9
    panel.set_digit(None)
    assert project.tag(project.money).digit is None


def test_merge_into(panel: TagPanel, project: MarkedProject, qtbot: QtBot) -> None:
    panel.choose(project.money)
    panel.merge_current()
    picker = panel.findChild(TagPicker)
    assert picker is not None
    assert "Geld" not in picker.matches()
    qtbot.keyClicks(picker.field, "Detentie")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert "Geld" not in names(project)
    assert {tagging.highlight_uid for tagging in project.taggings(tag_uid=project.detention)} == {project.a, project.b}
    assert panel.current_uid() == project.detention


def test_a_definition_is_saved_when_its_popup_closes(panel: TagPanel, project: MarkedProject, qtbot: QtBot) -> None:
    panel.choose(project.money)
    panel.define_current()
    popup = panel.findChild(DefinitionPopup)
    assert popup is not None
    qtbot.keyClicks(popup.field, "Wie betaalt")
    popup.close()
    assert project.tag(project.money).description == "Wie betaalt"


def test_the_menu_has_a_twin_for_every_key(panel: TagPanel, project: MarkedProject) -> None:
    panel.choose(project.money)
    menu: QMenu = panel.menu()
    keys = {action.text().partition("\t")[2] for action in menu.actions()}
    assert {"Alt+Up", "Alt+Down", "Alt+Right", "Alt+Left", "F2", "Del"} <= keys
    asked: list[str] = []
    panel.show_excerpts.connect(asked.append)
    next(action for action in menu.actions() if action.text() == "Show its excerpts").trigger()
    assert asked == [project.money]
    menu.close()


def test_one_change_of_a_label_keeps_what_is_folded(panel: TagPanel, project: MarkedProject, session: Session) -> None:
    panel.tree.collapse(panel.model.index_of(project.law))
    panel.choose(project.money)
    session.run(tags.rename_tag(session.project, project.detention, "Bewaring"))
    assert not panel.tree.isExpanded(panel.model.index_of(project.law))
    assert panel.current_uid() == project.money


# the picker by name ---------------------------------------------------------------------------------------------------


@pytest.fixture
def picker(session: Session, theme: Theme, qtbot: QtBot) -> TagPicker:
    picker = TagPicker(session, theme)
    picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(picker)
    picker.show_at(QPoint(20, 20))
    return picker


def test_the_picker_finds_by_any_part_of_the_path(picker: TagPicker, project: MarkedProject, qtbot: QtBot) -> None:
    chosen: list[str] = []
    picker.tag_chosen.connect(chosen.append)
    qtbot.keyClicks(picker.field, "recht toe")
    assert picker.matches()[0] == "Rechten › Toegang"
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert chosen == [project.access]
    assert not picker.isVisible()


def test_the_picker_makes_a_new_label(picker: TagPicker, project: MarkedProject, qtbot: QtBot) -> None:
    chosen: list[str] = []
    picker.tag_chosen.connect(chosen.append)
    qtbot.keyClicks(picker.field, "Kustwacht")
    assert picker.matches() == ["Create label “Kustwacht”"]
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert [project.tag(uid).name for uid in chosen] == ["Kustwacht"]


def test_ctrl_enter_makes_a_label_although_another_matches(
    picker: TagPicker, project: MarkedProject, qtbot: QtBot
) -> None:
    qtbot.keyClicks(picker.field, "Det")
    assert picker.matches()[0] == "Detentie"
    qtbot.keyClick(picker.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Det" in names(project)


def test_escape_closes_the_picker(picker: TagPicker, qtbot: QtBot) -> None:
    closed: list[None] = []
    picker.closed.connect(lambda: closed.append(None))
    qtbot.keyClick(picker.field, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    assert len(closed) == 1
    assert QApplication.activePopupWidget() is None
