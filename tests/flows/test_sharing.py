"""A colleague's copy: given away, taken in again, told of when it lies beside the project, compared coder by coder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from reader.domain.model import Span
from reader.edit import marks, notes
from reader.store.project import Project
from reader.store.sharing import save_copy_for_others
from reader.ui.agreement_dialog import AgreementDialog
from reader.ui.merge_dialog import MergeDialog
from reader.ui.share_dialog import ShareDialog
from tests.flows.conftest import User

WORDS = "Wat Bram ervan vindt"


@pytest.fixture
def copy(sample_project: Path, tmp_path: Path) -> Path:
    """A colleague's copy in a folder of his own: one note, one new highlight with a label, one highlight removed."""
    folder = tmp_path / "bram"
    folder.mkdir()
    path = folder / "bram.vindplaats"
    with Project.open(sample_project) as project:
        save_copy_for_others(project, path)
    with Project.open(path) as project:
        first, second, *_others = (one for one in project.highlights() if one.kind == "highlight")
        project.apply(notes.set_note(project, first.uid, WORDS))
        project.apply(marks.remove_highlights(project, [second.uid]))
        document = max(project.documents(), key=lambda one: one.characters)
        project.apply(marks.tag_span(project, document.uid, Span(9000, 9060), project.tags()[0].uid, author="Bram"))
    return path


def dialog_of(user: User, kind: type) -> Any:
    user.until(lambda: bool(shown(user, kind)))
    return shown(user, kind)[0]


def shown(user: User, kind: type) -> list[Any]:
    return [one for one in user.window.findChildren(kind) if one.isVisible()]


def choose_file(monkeypatch: pytest.MonkeyPatch, which: str, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, which, lambda *_arguments, **_options: (str(path), ""))


def test_a_copy_for_others_leaves_out_what_is_not_ticked(
    at_sample: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "voor anderen.vindplaats"
    choose_file(monkeypatch, "getSaveFileName", target)
    at_sample.click_action("project.share")
    dialog: ShareDialog = dialog_of(at_sample, ShareDialog)
    QTest.keyClick(dialog.notes, Qt.Key.Key_Space)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    at_sample.until(target.exists)
    at_sample.until(lambda: not at_sample.window.jobs.running)
    assert any(one.note for one in at_sample.project.highlights())
    with Project.open(target) as given:
        assert not any(one.note for one in given.highlights())
        assert given.text(given.documents()[0].text_uid).original
    assert target.name in at_sample.window.messages.bar.text.text()


def test_a_copy_is_looked_at_then_merged_then_taken_back(
    copy: Path, at_sample: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = at_sample.rows()
    choose_file(monkeypatch, "getOpenFileName", copy)
    at_sample.click_action("project.merge")
    dialog: MergeDialog = dialog_of(at_sample, MergeDialog)
    assert {(one.kind, one.outcome) for one in dialog.rows.items} >= {("passage", "added"), ("passage", "removed")}
    assert at_sample.rows() == before, "looking changes nothing"
    changed = next(row for row, one in enumerate(dialog.rows.items) if one.outcome == "changed")
    dialog.list.setCurrentIndex(dialog.rows.index(changed))
    assert WORDS in dialog.details.toPlainText()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    at_sample.until(lambda: dialog.taken is not None)
    assert dialog.taken is not None
    assert dialog.taken.backup.exists()
    with Project.open(copy) as theirs:
        assert {one.uid for one in theirs.highlights()} == set(at_sample.rows()["highlights"])
    dialog.copy_button.click()
    assert str(dialog.taken.backup) in QGuiApplication.clipboard().text()
    assert WORDS in QGuiApplication.clipboard().text()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    at_sample.settle()
    at_sample.press("Ctrl+Z", at_sample.text)
    assert at_sample.rows() == before


def test_a_merge_that_is_stopped_changes_nothing(copy: Path, at_sample: User) -> None:
    before = at_sample.rows()
    at_sample.window.exchange.sharing.look(copy)
    dialog: MergeDialog = dialog_of(at_sample, MergeDialog)
    dialog.merge()
    dialog.busy.stop_requested.emit()
    at_sample.until(dialog.merge_button.isEnabled)
    assert dialog.taken is None
    assert at_sample.rows() == before
    dialog.close()


def test_the_open_project_and_an_equal_copy_are_nothing_to_merge(at_sample: User, tmp_path: Path) -> None:
    equal = tmp_path / "equal" / "equal.vindplaats"
    equal.parent.mkdir()
    at_sample.project.save_copy(equal)
    sharing, bar = at_sample.window.exchange.sharing, at_sample.window.messages.bar
    for path, kind, words in ((equal, "done", "equal.vindplaats"), (at_sample.project.path, "error", "itself")):
        sharing.look(path)
        at_sample.until(lambda kind=kind, words=words: (bar.kind, words in bar.text.text()) == (kind, True))


def test_a_copy_in_the_same_folder_is_told_of_and_merged_from_the_message(
    user: User, sample_project: Path, copy: Path
) -> None:
    beside = copy.rename(sample_project.with_name("sample (conflict).vindplaats"))
    assert user.window.project_files.open_path(sample_project)
    bar = user.window.messages.bar
    user.until(lambda: bar.isVisible() and beside.name in bar.text.text())
    user.click(bar.buttons[0])
    dialog: MergeDialog = dialog_of(user, MergeDialog)
    assert dialog.rows.items
    dialog.close()


def test_two_coders_side_by_side_lead_to_the_passages_on_which_they_differ(
    copy: Path, at_sample: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    at_sample.click_action("project.agreement")
    dialog: AgreementDialog = dialog_of(at_sample, AgreementDialog)
    choose_file(monkeypatch, "getOpenFileName", copy)
    at_sample.click(dialog.copy_button)
    at_sample.until(lambda: any(one.second.findText("bram") >= 0 for one in shown(at_sample, AgreementDialog)))
    dialog = dialog_of(at_sample, AgreementDialog)
    at_sample.until(lambda: dialog.comparison is not None)
    assert dialog.comparison is not None
    assert len(dialog.comparison.rows) == dialog.table_model.rowCount() == 3
    place = next(row for row, one in enumerate(dialog.comparison.differing) if not one.by_first)
    dialog.list.setCurrentIndex(dialog.rows.index(place))
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    at_sample.settle()
    given = dialog.comparison.differing[place].given
    assert at_sample.pane.document.uid == given.document_uid
    at_sample.until(lambda: at_sample.text.selection() == given.span)
    dialog.write(tmp_path / "codings.csv")
    rows = (tmp_path / "codings.csv").read_text("utf-8-sig").splitlines()
    assert rows[0] == "Paper,Paragraph,Label,This project,bram"
    assert any(row.endswith(",0,1") for row in rows)
    dialog.close()
