"""Files of other programs in the real window: looked at first, taken over as one act, and taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from reader.domain.model import new_uid
from reader.edit import marks, notes, tags
from reader.edit.documents import remove_documents
from reader.exporters.formats import FORMATS
from reader.store.project import Project
from reader.store.sharing import save_copy_for_others
from reader.ui.export_dialog import ExportDialog
from reader.ui.merge_dialog import MergeDialog
from tests.flows.conftest import LEFT, NONE, User
from tests.importers.exchange.files import archive, stored

BODY = "Geachte voorzitter, de opvang gaat dicht.\nTot ziens.\n"


def shown_dialogs(user: User) -> list[MergeDialog]:
    return [one for one in user.window.findChildren(MergeDialog) if one.isVisible()]


def dialog_of(user: User) -> MergeDialog:
    user.until(lambda: bool(shown_dialogs(user)))
    return shown_dialogs(user)[0]


def drop(user: User, *paths: Path) -> None:
    """Let files fall on the window, as a drag from a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    point = user.window.rect().center()
    enter = QDragEnterEvent(point, Qt.DropAction.CopyAction, mime, LEFT, NONE)
    QApplication.sendEvent(user.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(user.window, QDropEvent(QPointF(point), Qt.DropAction.CopyAction, mime, LEFT, NONE))


def take_over(user: User) -> MergeDialog:
    """Say yes to what the dialog shows, and close it."""
    dialog = dialog_of(user)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    user.until(lambda: dialog.taken is not None)
    return dialog


def close(user: User, dialog: MergeDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    user.until(lambda: dialog not in shown_dialogs(user))


def export(user: User, name: str, folder: Path) -> Path:
    """Export the open project from the window."""
    user.window.exchange.export_excerpts()
    dialog = next(one for one in user.window.findChildren(ExportDialog) if one.isVisible())
    box = dialog.choices.format
    box.setCurrentIndex(box.findData(name))
    user.until(lambda: dialog.shown_format == name and dialog.parts() is not None)
    path = folder / f"uit{FORMATS[name].extension}"
    dialog.write(path)
    user.until(lambda: path.exists() and not user.window.jobs.running)
    return path


def content(user: User) -> dict[str, object]:
    """What the project says, without what a file cannot know: order, digits, moments."""
    project = user.project
    quotes = {one.uid: one.quote for one in project.highlights()}
    names = {one.uid: one.name for one in project.tags()}
    kinds = {one.uid: one.name for one in project.link_kinds()}
    return {
        "papers": sorted((one.title, one.date, one.dossiers, one.characters) for one in project.documents()),
        "highlights": sorted((one.start, one.end, one.quote, one.kind, one.note) for one in project.highlights()),
        "labels": sorted((one.name, one.hue) for one in project.tags()),
        "labelled": sorted((quotes[one.highlight_uid], names[one.tag_uid]) for one in project.taggings()),
        "links": sorted(
            (kinds[one.kind_uid], quotes[one.source_uid], quotes[one.target_uid], one.note) for one in project.links()
        ),
    }


@pytest.fixture
def new_project(at_sample: User, tmp_path: Path) -> Callable[[], None]:
    """Opens an empty project in place of the sample."""

    def make() -> None:
        path = tmp_path / f"{new_uid()}.vindplaats"
        Project.create(path).close()
        assert at_sample.window.project_files.open_path(path)
        at_sample.settle()

    return make


def test_an_exported_project_is_dropped_on_a_new_one(
    at_sample: User, tmp_path: Path, new_project: Callable[[], None]
) -> None:
    user = at_sample
    before = content(user)
    path = export(user, "qdpx", tmp_path)
    new_project()
    nothing = user.rows()
    drop(user, path)
    dialog = dialog_of(user)
    assert user.rows() == nothing, "looking changes nothing"
    assert f"Highlights: {sum(one[3] == 'highlight' for one in before['highlights'])}." in dialog.facts.text()  # type: ignore[attr-defined]
    take_over(user)
    assert content(user) == before
    close(user, dialog)
    everything = user.rows()

    # what comes in has structure: its pages, the search and the questions work
    assert user.pane.document.uid in everything["documents"], "the first paper is shown"
    assert all(one.pages > 1 for one in user.project.documents() if one.characters > 20_000)
    assert user.project.search("kustwacht")
    question_paper = max(user.project.documents(), key=lambda one: one.characters)
    user.window.project_view.open_document(question_paper.uid)
    user.settle()
    assert user.pane.view.marks is not None
    assert user.pane.view.marks.highlights()

    user.press("Ctrl+Z", user.window)
    assert user.rows() == nothing
    user.press("Ctrl+Y", user.window)
    assert user.rows() == everything
    drop(user, path)
    user.until(lambda: "nothing that is not in this project" in user.window.messages.bar.text.text())


def test_a_codebook_and_a_table_come_to_the_labels_that_are_there(
    at_sample: User, tmp_path: Path, new_project: Callable[[], None]
) -> None:
    user = at_sample
    codebook = export(user, "qdc", tmp_path)
    names = {one.name for one in user.project.tags()}
    table = tmp_path / "labels.csv"
    table.write_text("naam;omschrijving\nopvang;Van de tabel\nnieuw;Ook\n", encoding="utf-8")
    new_project()
    assert user.window.session is not None
    user.window.session.run(tags.add_tag(user.project, "Opvang"))
    user.window.session.run(tags.add_tag(user.project, min(names)))
    QGuiApplication.clipboard().setMimeData(clipboard := QMimeData())
    clipboard.setUrls([QUrl.fromLocalFile(str(path)) for path in (codebook, table)])
    user.window.exchange.paste()
    first = take_over(user)
    close(user, first)
    assert {one.name for one in user.project.tags()} == names | {"Opvang"}
    second = take_over(user)
    close(user, second)
    assert sorted(one.name for one in user.project.tags()) == sorted(names | {"Opvang", "nieuw"})
    user.press("Ctrl+Z", user.window)
    assert {one.name for one in user.project.tags()} == names | {"Opvang"}
    user.press("Ctrl+Z", user.window)
    assert {one.name for one in user.project.tags()} == {"Opvang", min(names)}


def test_what_cannot_be_read_is_told_item_by_item(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    path = tmp_path / "hernoemd.zip"  # told by its content
    data = {"p.qde": stored("cases.qde"), "sources/brief.txt": BODY.encode(), "sources/memo.txt": b"memo"}
    path.write_bytes(archive(data))
    drop(user, path)
    dialog = dialog_of(user)
    first = dialog.rows.items[0]
    assert first.outcome == "left out"
    assert dialog.details.toPlainText().strip().endswith("Its file is outside the project and was not opened.")
    user.click(dialog.copy_button)
    words = QGuiApplication.clipboard().text()
    for item in dialog.rows.items:
        assert (item.words if hasattr(item, "words") else item.name) in words
    assert "Only groups of documents that are named after a dossier are read." in words
    before = user.rows()
    close(user, dialog)
    assert user.rows() == before


def test_files_of_no_program_get_a_clear_message_and_the_others_are_read(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    bad = [tmp_path / "begroting.csv", tmp_path / "instellingen.json", tmp_path / "weg.qdpx"]
    bad[0].write_text("post;bedrag\n1;2\n", encoding="utf-8")
    bad[1].write_text(json.dumps({"a": 1}), encoding="utf-8")
    good = tmp_path / "labels.csv"
    good.write_text("naam;kleur\nnieuw;rood\n", encoding="utf-8")
    drop(user, *bad, good)
    close(user, take_over(user))
    bar = user.window.messages.bar
    user.until(lambda: bar.kind == "error" and bar.isVisible())
    for path in bad:
        assert path.name in bar.text.text()
    assert "nieuw" in {one.name for one in user.project.tags()}


def test_without_a_project_a_new_one_is_asked_for(user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "labels.csv"
    table.write_text("naam;kleur\nnieuw;rood\n", encoding="utf-8")
    asked: list[str] = []

    def ask(_parent: object, title: str, *_arguments: object, **_options: object) -> tuple[str, str]:
        asked.append(title)
        return str(tmp_path / "nieuw.vindplaats") if len(asked) > 1 else "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    user.window.exchange.import_files([table])
    assert asked == ["New project"]
    assert user.window.session is None
    user.window.exchange.import_files([table])
    close(user, take_over(user))
    assert [one.name for one in user.project.tags()] == ["nieuw"]


def test_reading_can_be_stopped(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    path = export(user, "qdpx", tmp_path)
    drop(user, path, path)
    user.window.jobs.running[0].cancel()
    user.until(lambda: not user.window.jobs.running)
    assert not shown_dialogs(user)
    drop(user, path)
    user.until(lambda: "nothing that is not in this project" in user.window.messages.bar.text.text())


def test_papers_that_were_deleted_come_again_with_what_is_in_them(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    path = export(user, "qdpx", tmp_path)
    papers, before = [one.uid for one in user.project.documents()], content(user)
    assert user.window.session is not None
    user.window.session.run(remove_documents(user.project, papers))
    drop(user, path)
    close(user, take_over(user))
    assert content(user) == before
    deleted = set(user.project.collection().deleted)
    user.press("Ctrl+Z", user.window)
    assert set(user.project.collection().deleted) >= set(papers), "deleted as before"
    assert not deleted & set(papers)
    # also with the other papers still here: who asks for a file wants what is in it; it is told
    user.press("Ctrl+Y", user.window)
    user.window.session.run(remove_documents(user.project, papers[:1]))
    drop(user, path)
    assert "deleted here before" in dialog_of(user).facts.text()
    close(user, take_over(user))
    assert content(user) == before


def test_a_copy_changed_on_both_sides_names_both_notes(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    copy = tmp_path / "elders" / "bram.vindplaats"
    copy.parent.mkdir()
    save_copy_for_others(user.project, copy)
    first, second, *_others = (one for one in user.project.highlights() if one.kind == "highlight")
    assert user.window.session is not None
    user.window.session.run(notes.set_note(user.project, first.uid, "Van ons"))
    with Project.open(copy) as theirs:
        theirs.apply(notes.set_note(theirs, first.uid, "Van Bram"))
        theirs.apply(marks.remove_highlights(theirs, [second.uid]))
    user.window.exchange.sharing.look(copy)
    dialog = dialog_of(user)
    both = next(row for row, one in enumerate(dialog.rows.items) if one.outcome == "both")
    dialog.list.setCurrentIndex(dialog.rows.index(both))
    assert "Van ons" in dialog.details.toPlainText()
    assert "Van Bram" in dialog.details.toPlainText()
    take_over(user)
    note = user.project.highlight(first.uid).note
    assert "Van ons" in note
    assert "Van Bram" in note
    assert second.uid not in user.rows()["highlights"]
    close(user, dialog)
