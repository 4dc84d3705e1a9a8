"""Writing an own form of citation: fields, preview, and what is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.citation import DEFAULT_TEMPLATE, FIELDS, Place
from reader.domain.citation_template import TemplateProblem
from reader.domain.model import Document
from reader.ui.citation_template_dialog import FIELD_WORDS, PROBLEMS, CitationTemplateDialog
from reader.ui.theme import Theme


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication) -> CitationTemplateDialog:
    passage = Document("paper", "Een brief", "text", date="2018", language="en"), Place((), (3,))
    dialog = CitationTemplateDialog(Theme("light"), "{{ title }}, {{ place }}", passage)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)  # the bot closes it
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def shown(dialog: CitationTemplateDialog) -> list[str]:
    return [preview.text() for preview in dialog.previews]


def test_every_field_and_problem_has_words() -> None:
    assert FIELD_WORDS.keys() == FIELDS.keys()
    assert PROBLEMS.keys() == set(TemplateProblem.__args__)  # type: ignore[attr-defined]


def test_the_preview_follows_what_is_written(dialog: CitationTemplateDialog) -> None:
    assert shown(dialog) == [
        "Een brief, file page 3",
        "Verslag van een schriftelijk overleg, p. 24",
        "Opvang in cijfers, hoofdstuk 2",
    ]
    dialog.editor.setPlainText("*{{ title }}* <b>")
    assert shown(dialog)[0] == "<i>Een brief</i> &lt;b&gt;"


def test_what_is_wrong_is_said_and_cannot_be_used(dialog: CitationTemplateDialog) -> None:
    told: list[str] = []
    dialog.chosen.connect(told.append)
    before = shown(dialog)
    dialog.editor.setPlainText("{{ title }}\n{{ titel }}")
    assert dialog.error.text() == "Line 2: there is no field “titel”."
    assert not dialog.save_button.isEnabled()
    assert shown(dialog) == before
    dialog.save()
    assert told == []
    dialog.editor.setPlainText("{{ title }}")
    assert dialog.error.text() == ""
    dialog.save_button.click()
    assert told == ["{{ title }}"]


def test_fields_are_put_in_by_mouse_and_by_key(dialog: CitationTemplateDialog, qtbot: QtBot) -> None:
    dialog.editor.setPlainText("")
    first = dialog.fields.item(0)
    qtbot.mouseClick(
        dialog.fields.viewport(), Qt.MouseButton.LeftButton, pos=dialog.fields.visualItemRect(first).center()
    )
    assert dialog.editor.toPlainText() == "{{ author }}"
    dialog.fields.setFocus()
    qtbot.keyClick(dialog.fields, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.fields, Qt.Key.Key_Return)
    assert dialog.editor.toPlainText() == "{{ author }}{{ senders }}"
    assert dialog.isVisible()  # Enter puts the field in and does not close


def test_the_example_comes_back_and_can_be_undone(dialog: CitationTemplateDialog) -> None:
    written = dialog.editor.toPlainText()
    dialog.example_button.click()
    assert dialog.editor.toPlainText() == DEFAULT_TEMPLATE
    dialog.editor.undo()
    assert dialog.editor.toPlainText() == written
