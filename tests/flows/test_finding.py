"""Finding and commanding in the real window: the find bar, search in all papers, the palette, keys and zoom."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget

from reader.app import make_desk
from reader.config import Settings
from reader.store.search import NoteHit
from reader.ui.palette import CommandPalette
from reader.ui.preferences import Preferences
from tests.flows.conftest import User

WORD = "kabinet"


def open_find_bar(user: User, words: str) -> None:
    user.press("Ctrl+1")
    user.press("Ctrl+F")
    user.until(user.pane.find_bar.field.hasFocus)
    user.type(words)
    user.until(lambda: bool(user.pane.find_bar.hits))


# The find bar --------------------------------------------------------------------------------------------------------
def test_the_find_bar_counts_and_goes_round(at_sample: User) -> None:
    user = at_sample
    open_find_bar(user, "kabinet")
    bar = user.pane.find_bar
    total = len(bar.hits)
    assert total > 2
    assert bar.count.text() == f"{bar.current + 1} of {total}"
    first = bar.current
    user.press("Return")
    assert bar.current == (first + 1) % total
    for _ in range(total - 1):
        user.press("Return")
    assert bar.current == first, "after the last hit comes the first"
    user.press("Shift+Return")
    assert bar.current == (first - 1) % total
    user.press("F3")
    assert bar.current == first
    user.press("Shift+F3")
    assert bar.current == (first - 1) % total
    assert user.text.caret() == bar.hits[bar.current].start


def test_escape_closes_the_find_bar_and_leaves_the_caret_at_the_hit(at_sample: User) -> None:
    user = at_sample
    open_find_bar(user, "kabinet")
    user.press("Return")
    at = user.pane.find_bar.hits[user.pane.find_bar.current].start
    user.press("Escape")
    assert not user.pane.find_bar.isVisible()
    assert user.pane.find_bar.hits == ()
    assert user.text.caret() == at
    user.until(user.text.hasFocus)
    # also with the focus in the text
    user.press("Ctrl+F")
    user.text.setFocus()
    user.press("Escape")
    assert not user.pane.find_bar.isVisible()


def test_nothing_found_is_said(at_sample: User) -> None:
    user = at_sample
    user.press("Ctrl+1")
    user.press("Ctrl+F")
    caret = user.text.caret()
    user.type("xyzzy")
    user.press("Return")
    bar = user.pane.find_bar
    user.until(lambda: bar.count.text() == "No hits")
    for keys in ("Return", "Shift+Return", "F3"):
        user.press(keys)
    assert user.text.caret() == caret
    user.pane.find_bar.field.clear()
    user.until(lambda: bar.count.text() == "")


def test_the_selection_is_looked_for(at_sample: User) -> None:
    user = at_sample
    user.drag_over(user.pane, "kabinet")
    user.press("Ctrl+F")
    assert user.pane.find_bar.field.text() == "kabinet"
    assert user.pane.find_bar.hits


def test_find_works_in_the_text_as_delivered(at_sample: User) -> None:
    user = at_sample
    open_find_bar(user, "kabinet")
    reading = user.pane.find_bar.hits
    user.press("Ctrl+Shift+D")
    assert user.pane.delivered
    delivered = user.pane.find_bar.hits
    assert delivered, "the hits are looked for anew"
    body = user.project.body(user.pane.document.text_uid)
    assert all(body[hit.start : hit.end].casefold() == "kabinet" for hit in delivered)
    user.press("Ctrl+Shift+D")
    assert user.pane.find_bar.hits == reading


def test_another_paper_in_the_pane_is_searched_too(at_sample: User) -> None:
    user = at_sample
    open_find_bar(user, "kabinet")
    before = user.pane.find_bar.hits
    other = next(d for d in user.project.documents() if d.uid not in {p.document.uid for p in user.panes})
    user.window.project_view.open_document(other.uid)
    user.settle()
    assert user.pane.find_bar.hits != before
    body = user.project.body(other.text_uid)
    assert all("kabinet" in body[h.start : h.end].casefold().replace("-\n", "") for h in user.pane.find_bar.hits)


# Search in all papers ------------------------------------------------------------------------------------------------
def test_search_in_all_papers_by_keyboard(at_sample: User) -> None:
    user = at_sample
    popup = user.window.search_popup
    user.press("Ctrl+Shift+F")
    assert popup.field.hasFocus()
    user.type(WORD)
    user.press("Return")
    assert popup.isVisible()
    assert "hits" in popup.summary.text()
    user.press("Down")
    user.press("Down")
    user.press("Up")
    assert popup.list.currentRow() == 1
    hit = popup.list.currentItem().data(Qt.ItemDataRole.UserRole)
    while isinstance(hit, NoteHit):  # notes come first
        user.press("Down")
        hit = popup.list.currentItem().data(Qt.ItemDataRole.UserRole)
    user.press("Return")
    assert not popup.isVisible()
    assert user.pane.document.uid == hit.document_uid
    span = user.text.selection()
    assert span is not None
    assert (span.start, span.end) == (hit.start, hit.end)
    assert WORD in user.text.selected_text().casefold()
    user.until(user.text.hasFocus)


def test_a_note_is_found_and_leads_to_its_highlight(at_sample: User) -> None:
    user = at_sample
    highlight = next(one for one in user.project.highlights() if "Voetnoot 4" in one.note)
    user.press("Ctrl+Shift+F")
    user.type('"Voetnoot 4"')
    user.press("Return")
    popup = user.window.search_popup
    assert popup.isVisible()
    assert "note" in str(popup.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole))
    user.press("Return")
    assert user.text.chosen() == highlight.uid
    assert user.pane.document.uid == highlight.document_uid


def test_escape_leaves_the_search_for_the_text(at_sample: User) -> None:
    user = at_sample
    popup = user.window.search_popup
    user.press("Ctrl+Shift+F")
    user.type(WORD)
    user.until(popup.isVisible)
    user.press("Escape")
    assert not popup.isVisible()
    user.until(user.text.hasFocus)
    user.press("Ctrl+Shift+F")
    assert popup.isVisible(), "the words are still there"
    assert popup.field.selectedText() == WORD


@pytest.mark.parametrize("words", ["xyzzyxyzzy", '"', "* OR (", "a" * 3000, "niet*wel -", "\x00\x01x", "😀😀"])
def test_strange_searches_are_answered(at_sample: User, words: str) -> None:
    user = at_sample
    user.press("Ctrl+Shift+F")
    user.window.search_popup.field.setText(words)
    user.press("Return")
    user.press("Return")
    user.press("Down")
    user.press("Escape")
    assert not user.window.search_popup.isVisible()


# The palette ---------------------------------------------------------------------------------------------------------
def open_palette(user: User) -> CommandPalette:
    user.press("Ctrl+Shift+P")
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, CommandPalette) and w.isVisible())


def test_the_palette_runs_an_act(at_sample: User) -> None:
    user = at_sample
    palette = open_palette(user)
    QTest.keyClicks(palette.field, "right side")
    assert user.window.project_view.passage.isVisible()
    user.press("Return", palette.field)
    assert not user.window.project_view.passage.isVisible()


def test_the_palette_acts_on_the_passage_and_closes_with_escape(at_sample: User) -> None:
    user = at_sample
    before = set(user.rows()["highlights"])
    user.drag_over(user.pane, "kabinet")
    palette = open_palette(user)
    QTest.keyClicks(palette.field, "label 2")
    user.press("Return", palette.field)
    assert len(set(user.rows()["highlights"]) - before) == 1
    palette = open_palette(user)
    user.press("Escape", palette.field)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, CommandPalette) and w.isVisible()]


def test_the_palette_lists_only_what_can_be_done(user: User) -> None:
    palette = open_palette(user)
    names = {palette.list.item(row).text() for row in range(palette.list.count())}
    palette.close()
    assert {"New project", "Settings"} <= names
    assert "Export excerpts" not in names


# Keys and settings ---------------------------------------------------------------------------------------------------
def open_settings(user: User) -> Preferences:
    user.press("Ctrl+,")
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, Preferences) and w.isVisible())


def give_keys(user: User, act: str, keys: str) -> Preferences:
    from reader.ui.actions import ACTS

    settings = open_settings(user)
    settings.table.setCurrentCell(next(row for row, one in enumerate(ACTS) if one.id == act), 0)
    settings.editor.setKeySequence(QKeySequence(keys))
    settings.editor.editingFinished.emit()
    return settings


def test_other_keys_for_an_act_work_and_stay(at_sample: User, sample_project: Path) -> None:
    user = at_sample
    give_keys(user, "view.left", "Ctrl+Alt+L").close()
    left = user.window.project_view.left
    user.press("Ctrl+Alt+L")
    assert not left.isVisible()
    user.press("F9")
    assert not left.isVisible(), "the old key no longer acts"
    assert "Ctrl+Alt+L" in user.button(user.window.tool_bar, "Left side bar").toolTip()
    folder = user.window.settings.folder
    user.window.close()
    desk = make_desk(Settings.load(folder))
    try:
        desk.window.show()
        shortcut = desk.window.actions_table["view.left"].shortcut()
        assert shortcut == QKeySequence("Ctrl+Alt+L")
    finally:
        desk.close()
        QApplication.processEvents()


def test_keys_of_another_act_are_refused(at_sample: User) -> None:
    user = at_sample
    settings = give_keys(user, "view.left", "Ctrl+F")
    assert "already belongs to" in settings.warning.text()
    settings.close()
    assert user.window.actions_table["view.left"].shortcut() == QKeySequence("F9")


def test_the_original_keys_come_back(at_sample: User) -> None:
    user = at_sample
    settings = give_keys(user, "view.left", "Ctrl+Alt+L")
    settings.findChild(QTabWidget).setCurrentIndex(1)
    user.click(user.button(settings, "Original keys"))
    settings.close()
    assert user.window.actions_table["view.left"].shortcut() == QKeySequence("F9")
    assert user.window.settings.shortcuts() == {}


def test_single_letters_can_be_switched_off(at_sample: User) -> None:
    user = at_sample
    before = user.rows()
    settings = open_settings(user)
    settings.single_keys.setChecked(False)
    settings.close()
    user.drag_over(user.pane, "kabinet")
    user.text.setFocus()
    for keys in "123HTNLEF":
        user.press(keys)
    assert user.rows() == before
    assert user.window.project_view.marking.link_from is None
    user.click_action("highlight")
    assert user.rows() != before, "the menu still does it"
    user.press("Delete")
    assert user.rows() == before, "and keys that are no letters"
    settings = open_settings(user)
    settings.single_keys.setChecked(True)
    settings.close()
    user.drag_over(user.pane, "kabinet")
    user.press("1")
    assert user.rows() != before


def test_zoom_is_for_every_pane_and_has_ends(at_sample: User) -> None:
    user = at_sample

    def sizes() -> set[float]:
        return {pane.view.line_height_px() for pane in user.panes}

    normal = sizes()
    user.press("Ctrl++")
    assert min(sizes()) > max(normal)
    assert user.window.settings.get("reading_size") == 16
    for _ in range(40):
        user.press("Ctrl+=")
    assert user.window.settings.get("reading_size") == 40
    user.click(user.button(user.window.tool_bar.panes, "Three panes"))
    assert len(sizes()) == 1, "a new pane has the size of the others"
    user.press("Ctrl+0")
    assert sizes() == normal
    for _ in range(10):
        user.press("Ctrl+-")
    assert user.window.settings.get("reading_size") == 12


def test_the_style_of_citation_follows_the_settings(at_sample: User) -> None:
    user = at_sample
    passage = user.window.project_view.passage
    highlight = next(h for h in user.project.highlights() if h.kind == "highlight")
    user.window.project_view.go_to_highlight(highlight.uid)
    user.settle()
    leidraad = passage.citation.words.text()
    settings = open_settings(user)
    settings.citation.setCurrentIndex(settings.citation.findData("kamerstijl"))
    settings.citation.activated.emit(settings.citation.currentIndex())
    settings.close()
    assert passage.citation.style_name == "kamerstijl"
    assert passage.citation.words.text() != leidraad
    user.press("Ctrl+Shift+C")
    from_panel = passage.citation.words.text().replace("<i>", "").replace("</i>", "").rstrip(".")
    assert from_panel in QApplication.clipboard().text()


def test_the_settings_act_at_once(at_sample: User) -> None:
    user = at_sample
    settings = open_settings(user)
    settings.reading_size.setValue(20)
    settings.line_height.setValue(1.9)
    settings.author.setText("Griffie")
    settings.author.editingFinished.emit()
    settings.close()
    session = user.window.session
    assert session is not None
    assert session.author == "Griffie"
    assert user.text.line_height_px() == pytest.approx(20 * 1.9, abs=1)
    again = Settings.load(user.window.settings.folder)
    assert (again.get("reading_size"), again.get("line_height"), again.get("author")) == (20, 1.9, "Griffie")
