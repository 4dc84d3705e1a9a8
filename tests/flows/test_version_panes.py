"""Versions of a paper in panes: an old one beside the present one, with what differs marked, never marked in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from reader.domain.model import Span
from reader.edit.documents import add_documents
from reader.edit.marks import highlight_span
from reader.edit.versions import NewPlace, add_version
from reader.importers.base import read_file
from reader.models.session import Session
from reader.store.project import Project
from reader.ui.document_facts import DocumentFactsDialog
from reader.ui.version_changes import VersionsDialog
from tests.conftest import SEEDS
from tests.flows.conftest import User
from tests.flows.test_versions import with_dialog

SEED = SEEDS / "2018-04-25-kamerbrief-libische-detentiecentra.txt"


@pytest.fixture
def at_versions(user: User, tmp_path: Path) -> User:
    """The user at a letter of which a second version was imported; one of its two highlights went with it."""
    project = Project.create(tmp_path / "project.vindplaats")
    first = read_file(SEED)
    project.apply(add_documents(project, [(first.document, first.text)]))
    session = Session(project)
    for words in ("detentiecentra", "regeerakkoord"):
        project.apply(highlight_span(project, first.document.uid, place_of(session, first.text.uid, words)))
    path = tmp_path / "herdruk.txt"
    path.write_text(first.text.body.replace("regeerakkoord", "coalitieakkoord"), encoding="utf-8")
    second = read_file(path)
    text = replace(second.text, created_at="2018-03-12T10:00:00Z")
    kept = next(one for one in project.highlights() if one.quote == "detentiecentra")
    user.window.show_project(session)
    place = place_of(session, first.text.uid, "detentiecentra")
    assert session.run(add_version(project, first.document.uid, (second.document, text), {kept.uid: NewPlace(place)}))
    user.window.activateWindow()
    user.text.setFocus()
    user.settle()
    return user


def place_of(session: Session, text_uid: str, words: str) -> Span:
    reading = session.reading(text_uid)
    start = reading.text.index(words)
    return reading.source_span(start, start + len(words))


def texts(user: User) -> list[str]:
    return list(user.project.texts_of(user.project.documents()[0].uid))


def open_old(user: User) -> None:
    """The old version stands beside the present one, compared with it."""
    user.click_action("document.version")
    user.until(lambda: len(user.panes) == 2 and bool(user.panes[1].view.changes))


def words_at(user: User, number: int, span: Span) -> str:
    return user.panes[number].view.reading.quote(span)


def test_the_old_version_stands_beside_the_present_one_with_what_differs_marked(at_versions: User) -> None:
    user = at_versions
    assert not user.pane.version.isVisible(), "alone, the present version needs no words"
    open_old(user)
    present, old = user.panes
    assert (present.is_old, old.is_old) == (False, True)
    assert old.version.words.text().startswith("Version 1 of 2, ")
    assert present.version.words.text() == "Version 2 of 2, 12 March 2018"
    assert old.version.present_button.isVisible()
    assert not present.version.present_button.isVisible()
    assert [words_at(user, 1, span) for span in old.view.changes] == ["regeerakkoord"]
    assert [words_at(user, 0, span) for span in present.view.changes] == ["coalitieakkoord"]
    assert {pane.version.differences.text() for pane in user.panes} == {"1 difference"}
    assert [one.quote for one in old.marks.highlights()] == ["regeerakkoord"], "what stayed with it"
    assert [one.quote for one in present.marks.highlights()] == ["detentiecentra"]


def test_one_goes_from_difference_to_difference_in_both(at_versions: User) -> None:
    user = at_versions
    open_old(user)
    user.press("Ctrl+Alt+Down")
    carets = [pane.view.caret() for pane in user.panes]
    assert carets == [pane.view.changes[0].start for pane in user.panes]
    user.panes[0].view.set_caret(0)
    user.click(user.panes[0].version.next)
    assert [pane.view.caret() for pane in user.panes] == carets
    assert user.window.project_view.pane is user.panes[0]


def test_nothing_new_is_marked_in_an_old_version(at_versions: User) -> None:
    user = at_versions
    open_old(user)
    before = user.rows()
    user.find_with_keys("Libische")
    user.press("Ctrl+Shift+Right")
    span = user.text.selection()
    assert span is not None
    for keys in ("H", "N", "L", "Q", "E"):
        user.window.messages.clear()
        user.press(keys)
        assert user.rows() == before, keys
        assert "old version" in user.window.messages.bar.text.text(), keys
    assert not user.window.project_view.selection_bar.isVisible()
    panel = user.window.project_view.passage
    assert " ".join(user.text.reading.quote(span).split()) in panel.quote.text()


def test_an_excerpt_that_stayed_with_the_old_version_is_shown_there(at_versions: User) -> None:
    user = at_versions
    [left] = [one for one in user.project.highlights() if one.status == "orphan"]
    user.window.project_view.go_to_highlight(left.uid)
    user.settle()
    assert user.pane.is_old
    assert user.text.chosen() == left.uid
    user.press("Alt+Left")
    assert not user.pane.is_old
    user.press("Alt+Right")
    assert user.pane.is_old


def test_the_present_version_comes_back_in_the_pane(at_versions: User) -> None:
    user = at_versions
    open_old(user)
    user.click(user.panes[1].version.present_button)
    assert [pane.is_old for pane in user.panes] == [False, False]
    assert not any(pane.version.isVisible() for pane in user.panes)
    assert not any(pane.view.changes for pane in user.panes)


def test_when_the_new_version_is_taken_back_the_old_one_is_the_present_one(at_versions: User) -> None:
    user = at_versions
    open_old(user)
    user.panes[1].view.set_caret(400)
    assert user.window.session is not None
    user.window.session.undo()
    user.settle()
    assert [pane.is_old for pane in user.panes] == [False, False]
    assert user.panes[0].marks is user.panes[1].marks
    assert len(user.panes[1].marks) == 2
    assert user.panes[1].view.caret() == 400
    assert not any(pane.version.isVisible() for pane in user.panes)
    user.window.session.redo()
    user.settle()
    assert [pane.document.text_uid for pane in user.panes] == [texts(user)[1]] * 2


def test_an_old_version_comes_back_with_the_project(at_versions: User) -> None:
    user = at_versions
    open_old(user)
    path = user.project.path
    user.press("Ctrl+Shift+W")
    user.until(lambda: user.window.session is None)
    assert user.window.project_files.open_path(path)
    user.settle()
    assert [pane.is_old for pane in user.panes] == [False, True]
    user.until(lambda: bool(user.panes[1].view.changes))


def test_versions_are_chosen_in_the_menus(at_versions: User) -> None:
    user = at_versions
    panel = user.window.project_view.documents
    panel.tree.setCurrentIndex(panel.model.index_of(user.project.documents()[0].uid))
    menu = panel.menu()
    [versions] = [one for one in menu.findChildren(QMenu) if one.title() == "Versions of this paper"]
    newest, oldest = versions.actions()
    assert newest.text() == "Version 2 of 2, 12 March 2018"
    oldest.trigger()
    user.until(lambda: [pane.is_old for pane in user.panes] == [False, True])
    menu.close()
    user.click(user.panes[1].head.more)
    user.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    [versions] = [one for one in popup.findChildren(QMenu) if one.title() == "Versions of this paper"]
    versions.actions()[0].trigger()
    popup.close()
    user.settle()
    assert user.window.project_view.pane is user.panes[0], "it is there already"


def test_the_window_that_compares_opens_both_in_panes(at_versions: User) -> None:
    user = at_versions
    user.click_action("document.versions")
    dialog = with_dialog(user, VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    user.click(dialog.panes_button)
    user.until(lambda: {pane.is_old for pane in user.panes} == {True, False})


def test_details_and_questions_are_those_of_the_present_version(at_versions: User) -> None:
    user = at_versions
    open_old(user)
    title = user.pane.document.title
    user.press("Alt+Return")
    user.until(lambda: bool(user.window.findChildren(DocumentFactsDialog)))
    [dialog] = user.window.findChildren(DocumentFactsDialog)
    dialog.form.title.setFocus()
    dialog.form.title.selectAll()
    user.type(title + " (herdruk)")
    user.click(dialog.save_button)
    document = user.project.documents()[0]
    assert document.title == title + " (herdruk)"
    assert document.text_uid == texts(user)[1]
    assert [pane.is_old for pane in user.panes] == [False, True]
    assert user.panes[1].document.title == document.title
