"""Excerpts in the real window: filter, go to the passage, export with a preview; the dialog remembers its choices."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLineEdit

from reader.exporters.formats import FORMATS
from reader.ui.document_facts import DocumentFactsDialog
from reader.ui.export_dialog import ExportDialog
from tests.flows.conftest import User


def open_export(user: User) -> ExportDialog:
    user.press("Ctrl+E")
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ExportDialog) and w.isVisible())
    user.until(lambda: dialog.parts() is not None)
    return dialog


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


def test_the_preview_shows_every_format(at_sample: User) -> None:
    user = at_sample
    dialog = open_export(user)
    quote = next(h.quote for h in user.project.highlights() if h.kind == "highlight" and "-\n" not in h.quote)
    opening, note = (
        " ".join(quote.split()[:4]),
        " ".join(next(h.note for h in user.project.highlights() if h.note).split()[:5]),
    )

    def shown() -> str:
        return " ".join(dialog.preview.toPlainText().split())

    for name, form in FORMATS.items():
        dialog.choices.notes.setChecked(True)
        choose(dialog.choices.format, name)
        user.until(lambda name=name: dialog.shown_format == name and dialog.parts() is not None)
        if form.preview == "none" or form.scope != "excerpts":
            assert shown(), name
            continue
        user.until(lambda: opening in shown() and note in shown())
        dialog.choices.notes.setChecked(False)
        user.until(lambda: note not in shown())
    dialog.close()


def test_every_format_is_written_from_the_window(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    for name, form in FORMATS.items():
        dialog = open_export(user)
        choose(dialog.choices.format, name)
        user.until(lambda name=name, dialog=dialog: dialog.shown_format == name and dialog.parts() is not None)
        if name == "annotated-pdf":  # the papers of the sample came as text
            assert "did not come as a PDF" in dialog.preview.toPlainText()
            assert not dialog.save_button.isEnabled()
            dialog.reject()
            continue
        assert dialog.save_button.isEnabled()
        path = tmp_path / f"uit-{name}{form.extension}"
        dialog.write(path)
        user.until(lambda: not user.window.jobs.running)
        assert path.stat().st_size > 500
        assert path.name in user.window.messages.bar.text.text()


def test_links_go_out_with_both_ends_also_between_bare_places(at_sample: User) -> None:
    user = at_sample
    dialog = open_export(user)
    choose(dialog.choices.contents, "links")
    user.until(lambda: (parts := dialog.parts()) is not None and all(e.links for e in parts.excerpts))
    parts = dialog.parts()
    assert parts is not None
    links = {link.link_uid for excerpt in parts.excerpts for link in excerpt.links}
    assert links == {link.uid for link in user.project.links()}
    dialog.reject()


def test_what_is_not_known_of_a_paper_is_told_and_can_be_filled_in(at_sample: User) -> None:
    user = at_sample
    dialog = open_export(user)
    assert dialog.warning.isVisible()
    assert "Not known of" in dialog.warning.words()
    user.click(dialog.warning.button)
    facts = next(w for w in QApplication.topLevelWidgets() if isinstance(w, DocumentFactsDialog) and w.isVisible())
    facts.reject()
    dialog.reject()


def test_an_export_that_is_stopped_leaves_no_file(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    dialog = open_export(user)
    path = tmp_path / "uit.docx"
    dialog.write(path)
    for job in user.window.jobs.running:
        job.cancel()
    user.until(lambda: not user.window.jobs.running)
    assert list(tmp_path.glob("uit*")) in ([], [path])  # it may have been done before it heard of it
    if not path.exists():
        assert "Nothing was written" in user.window.messages.bar.text.text()


def test_the_dialog_remembers_its_choices(at_sample: User) -> None:
    user = at_sample
    dialog = open_export(user)
    for box, value in (
        (dialog.choices.format, "csv"),
        (dialog.choices.grouping, "reading"),
        (dialog.choices.language, "nl"),
    ):
        choose(box, value)
    choose(dialog.choices.style_box, "kamerstijl")
    dialog.choices.links.setChecked(False)
    before = dialog.options()
    dialog.reject()
    assert user.window.project_view.passage.citation.style_name == "kamerstijl"
    again = open_export(user)
    after = again.options()
    assert again.choices.format.currentData() == "csv"
    for choice in ("grouping", "style", "language", "notes", "links"):
        assert getattr(after, choice) == getattr(before, choice), choice
    again.reject()


def test_cancel_writes_nothing(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    present = set(tmp_path.rglob("*"))
    dialog = open_export(user)
    user.click(user.button(dialog, "Cancel"))
    user.until(lambda: user.window.jobs.running == ())
    assert {path for path in tmp_path.rglob("*") if "settings" not in path.parts} == {
        path for path in present if "settings" not in path.parts
    }


def test_an_export_gets_its_extension_and_its_folder_is_remembered(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    folder = tmp_path / "uit"
    folder.mkdir()
    dialog = open_export(user)
    choose(dialog.choices.format, "markdown")

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
    dialog = open_export(user)
    dialog.choices.filters.field.setText("dit staat nergens in")
    dialog.choices.filters.apply_words()
    user.until(lambda: "nothing to export" in dialog.preview.toPlainText())
    assert not dialog.save_button.isEnabled()
    assert not user.button(dialog, "To the clipboard").isEnabled()
    dialog.reject()


def test_the_clipboard_has_rich_and_plain_text(at_sample: User) -> None:
    user = at_sample
    dialog = open_export(user)
    QApplication.clipboard().setText("")
    user.click(user.button(dialog, "To the clipboard"))
    user.until(lambda: QApplication.clipboard().mimeData().hasHtml())
    data = QApplication.clipboard().mimeData()
    assert data.hasText()
    quote = next(h.quote for h in user.project.highlights() if h.kind == "highlight" and "-\n" not in h.quote)
    assert " ".join(quote.split()[:3]) in " ".join(data.html().split())
    dialog.reject()


def test_in_a_narrow_window_the_preview_stands_below_the_choices(at_sample: User) -> None:
    user = at_sample
    dialog = open_export(user)

    def top_of_preview() -> int:
        return dialog.preview.mapTo(dialog, QPoint(0, 0)).y()

    assert top_of_preview() == 0
    dialog.resize(600, 560)
    user.settle()
    assert dialog.width() == 600
    assert 150 < top_of_preview() < 400
    assert dialog.preview.width() == dialog.width()
    assert dialog.rect().contains(dialog.save_button.mapTo(dialog, dialog.save_button.rect().bottomRight()))
    dialog.resize(986, 742)
    user.settle()
    assert top_of_preview() == 0
    dialog.reject()


def test_the_preview_of_another_choice_takes_the_place_of_one_that_is_being_made(at_sample: User) -> None:
    user = at_sample
    dialog = open_export(user)
    for name in ("qdpx", "annotated-html", "json", "csv", "bibtex"):
        choose(dialog.choices.format, name)
        dialog.show_preview()
    user.until(lambda: not user.window.jobs.running)
    assert dialog.shown_format == "bibtex"
    assert dialog.preview.toPlainText().startswith("@")
    dialog.reject()


def test_the_dialog_fits_a_small_screen(at_sample: User) -> None:
    user = at_sample
    dialog = open_export(user)
    dialog.resize(720, 520)
    user.settle()
    assert (dialog.width(), dialog.height()) == (720, 520)
    for part in (dialog.save_button, dialog.copy_button, dialog.print_button):
        assert dialog.rect().contains(part.mapTo(dialog, part.rect().bottomRight()))
    for part in (*dialog.findChildren(QComboBox), *dialog.findChildren(QCheckBox)):
        if part.isVisible():  # what is lower down can be scrolled to
            assert part.mapTo(dialog, part.rect().topLeft()).x() >= 0
            assert part.mapTo(dialog, part.rect().bottomRight()).x() < dialog.preview.mapTo(dialog, QPoint(0, 0)).x()
    dialog.reject()
