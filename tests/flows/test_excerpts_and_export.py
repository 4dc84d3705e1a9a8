"""Excerpts in the real window: filter, go to the passage, export with a preview; the dialog remembers its choices."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLineEdit

from reader.ui.export_dialog import ExportDialog
from tests.flows.conftest import User


def open_export(user: User) -> ExportDialog:
    user.press("Ctrl+E")
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, ExportDialog) and w.isVisible())


def choose(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(box.findData(value))


def test_filtered_excerpts_lead_to_their_passages(at_sample: User) -> None:
    user = at_sample
    view = user.window.project_view
    tag = user.project.tags()[0]
    tagged = {uid for uid, tag_uid in user.rows()["taggings"] if tag_uid == tag.uid}
    user.press("Ctrl+Shift+3")
    total = len(view.excerpts.excerpts())
    view.excerpts.filter_by_tag(tag.uid)
    user.settle()
    shown = view.excerpts.excerpts()
    assert 0 < len(shown) == len(tagged) < total
    assert {excerpt.highlight.uid for excerpt in shown} == tagged
    view.excerpts.show_excerpt(shown[-1].highlight.uid)
    view.excerpts.setFocus()
    view.excerpts.passage_requested.emit(shown[-1].highlight.uid)
    user.settle()
    assert view.mode() == "read"
    assert view.chosen() == shown[-1].highlight.uid
    user.until(user.text.hasFocus)
    assert user.text.rects_of(shown[-1].highlight.span), "the passage is in view"


@pytest.mark.parametrize("name", ["docx", "html", "markdown", "csv"])
def test_the_preview_shows_every_format(at_sample: User, name: str) -> None:
    user = at_sample
    dialog = open_export(user)
    choose(dialog.format, name)
    dialog.show_preview()
    words = " ".join(dialog.preview.toPlainText().split())
    quote = next(h.quote for h in user.project.highlights() if h.kind == "highlight" and "-\n" not in h.quote)
    assert " ".join(quote.split()[:4]) in words
    note = next(h.note for h in user.project.highlights() if h.note)
    assert note.split("\n")[0] in words
    dialog.notes.setChecked(False)
    dialog.show_preview()
    if name != "csv":
        assert note.split("\n")[0] not in " ".join(dialog.preview.toPlainText().split())
    dialog.close()


def test_the_dialog_remembers_its_choices(at_sample: User) -> None:
    user = at_sample
    dialog = open_export(user)
    for box, value in ((dialog.format, "csv"), (dialog.grouping, "reading"), (dialog.language, "nl")):
        choose(box, value)
    choose(dialog.style_box, "kamerstijl")
    dialog.links.setChecked(False)
    before = dialog.options()
    dialog.reject()
    assert user.window.project_view.passage.citation.style_name == "kamerstijl"
    again = open_export(user)
    after = again.options()
    assert again.format.currentData() == "csv"
    for choice in ("grouping", "style", "language", "notes", "links"):
        assert getattr(after, choice) == getattr(before, choice), choice
    again.reject()


def test_cancel_writes_nothing(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    present = set(tmp_path.rglob("*"))
    dialog = open_export(user)
    user.click(user.button(dialog, "Cancel"))
    assert user.window.jobs.running == ()
    assert {path for path in tmp_path.rglob("*") if "settings" not in path.parts} == {
        path for path in present if "settings" not in path.parts
    }


def test_an_export_gets_its_extension_and_its_folder_is_remembered(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    folder = tmp_path / "uit"
    folder.mkdir()
    dialog = open_export(user)
    choose(dialog.format, "markdown")

    def fill_in() -> None:
        chooser = QApplication.activeModalWidget()
        assert isinstance(chooser, QFileDialog)
        chooser.findChild(QLineEdit, "fileNameEdit").setText(str(folder / "fragmenten"))
        chooser.accept()

    QTimer.singleShot(0, dialog, fill_in)
    user.click(dialog.save_button)
    user.until(lambda: not user.window.jobs.running)
    assert [path.name for path in folder.iterdir()] == ["fragmenten.md"]
    assert "saved in fragmenten.md" in user.window.messages.bar.text.text()
    assert user.window.settings.get("export_folder") == str(folder)


def test_an_export_that_cannot_be_written_is_told(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    dialog = open_export(user)
    dialog.write(tmp_path / "is er niet" / "uit.docx")
    user.until(lambda: not user.window.jobs.running)
    assert "could not be written" in user.window.messages.bar.text.text()
    assert user.window.messages.bar.kind == "error"


def test_nothing_to_export_is_said_and_nothing_can_be_pressed(at_sample: User) -> None:
    user = at_sample
    dialog = ExportDialog(user.window, [])
    dialog.open()
    assert "nothing to export" in dialog.preview.toPlainText()
    assert not dialog.save_button.isEnabled()
    assert not user.button(dialog, "To the clipboard").isEnabled()
    dialog.reject()


def test_the_clipboard_has_rich_and_plain_text(at_sample: User) -> None:
    user = at_sample
    dialog = open_export(user)
    user.click(user.button(dialog, "To the clipboard"))
    data = QApplication.clipboard().mimeData()
    assert data.hasHtml()
    assert data.hasText()
    dialog.reject()


def test_the_dialog_fits_a_small_screen(at_sample: User) -> None:
    user = at_sample
    dialog = open_export(user)
    dialog.resize(720, 520)
    user.settle()
    assert (dialog.width(), dialog.height()) == (720, 520)
    for part in (*dialog.findChildren(QComboBox), *dialog.findChildren(QCheckBox), dialog.save_button):
        corner = part.mapTo(dialog, part.rect().bottomRight())
        assert dialog.rect().contains(corner)
    dialog.reject()
