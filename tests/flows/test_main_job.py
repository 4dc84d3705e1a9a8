"""The main job in the real window: highlight, label, overlap, note, link, follow, undo. By keys alone; by mouse."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from reader.domain.model import ANSWERED_BY
from tests.flows.conftest import LEFT, NONE, User

ASKED = "kan het kabinet aangeven"
QUESTION = "Kan worden aangegeven wat de voortgang van dit streven is?"
ANSWER = "Wat betreft de voortgang van het streven om Libische detentiecentra te sluiten"
CONSULTATION, LETTER = "integrale migratieagenda", "detentiecentra"


def uid_of(user: User, part_of_title: str) -> str:
    return next(d.uid for d in user.project.documents() if part_of_title in d.title)


def expect_the_job_done(user: User, before: dict) -> None:
    """One passage with two labels that overlaps another with one, a note, and a question linked to its answer."""
    after = user.rows()
    highlights = {uid: row for uid, row in after["highlights"].items() if uid not in before["highlights"]}
    taggings = after["taggings"] - before["taggings"]
    links = {uid: row for uid, row in after["links"].items() if uid not in before["links"]}
    assert sorted(row[4] for row in highlights.values()) == ["anchor", "anchor", "highlight", "highlight"]
    assert len(taggings) == 3
    assert [row[5] for row in highlights.values() if row[5]] == ["Wanneer precies?"]
    marked = sorted((row[1], row[2]) for row in highlights.values() if row[4] == "highlight")
    assert marked[0][0] <= marked[1][0] < marked[0][1], "the two highlights overlap"
    ((kind, source, target),) = links.values()
    assert kind == ANSWERED_BY.uid
    assert " ".join(after["highlights"][source][3].split()).startswith("Kan worden aange-")
    assert " ".join(after["highlights"][target][3].split()).startswith("Wat betreft de voortgang")


def undo_everything(user: User, press_undo) -> None:
    for _ in range(40):
        assert user.window.session is not None
        if user.window.session.history.undo_name is None:
            return
        press_undo()
    raise AssertionError("there is no end to undo")


def test_the_main_job_by_keyboard_alone(at_sample: User) -> None:
    user = at_sample
    before = user.rows()
    consultation = uid_of(user, CONSULTATION)
    # the consultation in both panes, from the list of documents
    user.window.project_view.documents.setFocus()
    for pane_keys, round_the_ring in (("Ctrl+1", "Shift+F6"), ("Ctrl+2", "F6")):
        user.press(pane_keys)
        user.press(round_the_ring)
        while not user.window.project_view.documents.isAncestorOf(QApplication.focusWidget()):
            user.press(round_the_ring)
        focus = QApplication.focusWidget()
        user.press("Home")
        for _ in range(20):
            index = focus.currentIndex()
            if CONSULTATION in str(index.data(Qt.ItemDataRole.DisplayRole)):
                break
            user.press("Down")
        user.press("Return")
        user.until(lambda: user.pane.document.uid == consultation)
    assert [pane.document.uid for pane in user.panes] == [consultation, consultation]
    # a passage with two labels, overlapping one with a third, and a note
    user.press("Ctrl+1")
    user.find_with_keys("migratieovereenkomsten met derde landen")
    for _ in range(6):
        user.press("Ctrl+Shift+Right")
    user.press("1")
    user.press("2")
    user.press("Escape")
    user.press("Escape")
    user.find_with_keys("derde landen te sluiten")
    for _ in range(6):
        user.press("Ctrl+Shift+Right")
    user.press("3")
    user.press("N")
    user.type("Wanneer precies?")
    user.press("Escape")
    user.until(user.text.hasFocus)
    user.press("Escape")
    user.press("Escape")
    # the question, L, the other pane, the answer, L
    user.find_with_keys("Kan worden aangegeven wat de voortgang")
    for _ in range(10):
        user.press("Ctrl+Shift+Right")
    user.press("L")
    user.press("Ctrl+2")
    user.find_with_keys("Wat betreft de voortgang van het streven")
    for _ in range(11):
        user.press("Ctrl+Shift+Right")
    user.press("L")
    expect_the_job_done(user, before)
    # follow it to the question, and back
    answer_place = user.text.caret()
    user.press("Return")
    user.until(lambda: user.pane is user.panes[0])
    user.press("Alt+Left")
    user.until(lambda: user.pane is user.panes[1])
    assert abs(user.text.caret() - answer_place) < 200
    # export by keyboard
    done = user.rows()
    undo_everything(user, lambda: user.press("Ctrl+Z"))
    assert user.rows() == before
    while user.window.session is not None and user.window.session.history.redo_name is not None:
        user.press("Ctrl+Y")
    assert user.rows() == done


def test_the_main_job_by_mouse_alone(at_sample: User) -> None:
    user = at_sample
    before = user.rows()
    consultation = uid_of(user, CONSULTATION)
    tree = user.window.project_view.documents.tree
    for index in (0, 1):
        user.click(user.panes[index].view.viewport(), QPoint(300, 10))
        rows = [tree.model().index(row, 0) for row in range(tree.model().rowCount())]
        children = [tree.model().index(row, 0, group) for group in rows for row in range(tree.model().rowCount(group))]
        item = next(child for child in children if CONSULTATION in str(child.data(Qt.ItemDataRole.DisplayRole)))
        tree.scrollTo(item)
        user.double_click(tree.viewport(), tree.visualRect(item).center())
        user.until(lambda i=index: user.panes[i].document.uid == consultation)
    left, right = user.panes
    bar = user.window.project_view.selection_bar
    # a passage with two labels, overlapping one with a third, and a note
    user.drag_over(left, "migratieovereenkomsten met derde landen te sluiten")
    user.until(bar.isVisible)
    user.click(user.button(bar, "non-refoulement"))
    user.click(user.button(bar, "detentie"))
    user.drag_over(left, "derde landen te sluiten. Kan worden toegelicht")
    user.until(bar.isVisible)
    user.click(user.button(bar, "financiering"))
    user.click(user.button(bar, "Note"))
    user.until(lambda: user.window.project_view.passage.isAncestorOf(QApplication.focusWidget()))
    user.type("Wanneer precies?")  # a note is typed; all else is done by mouse
    # the question, Link, the answer, Link
    user.drag_over(left, QUESTION)
    user.until(bar.isVisible)
    user.click(user.button(bar, "Link"))
    user.drag_over(right, ANSWER)
    user.until(bar.isVisible)
    user.click(user.button(bar, "Link"))
    expect_the_job_done(user, before)
    # follow it by its ribbon: the sign opens a preview, its button goes there
    user.show_words(left, QUESTION)
    user.show_words(right, ANSWER)
    gutter = user.window.project_view.pane_row.gutters()[0]
    made = next(uid for uid in user.rows()["links"] if uid not in before["links"])
    user.until(lambda: any(r.uid == made and r.left and r.right for r in gutter.ribbons))
    ribbon = next(r for r in gutter.ribbons if r.uid == made)
    user.click(gutter, ribbon.centre().toPoint())
    preview = user.window.project_view.link_preview
    user.until(preview.isVisible)
    user.click(user.button(preview, "Open"))
    user.until(lambda: user.pane is left)
    user.click(user.window.tool_bar.findChild(type(user.button(user.window.tool_bar, "Back")), "back"))
    # undo all from the menu
    undo_everything(user, lambda: user.click_action("undo"))
    assert user.rows() == before


def test_excerpts_are_exported_through_the_dialog(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    target = tmp_path / "fragmenten.docx"
    user.press("Ctrl+E")
    from reader.ui.export_dialog import ExportDialog

    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ExportDialog) and w.isVisible())
    user.until(lambda: dialog.parts() is not None)

    def fill_in() -> None:
        chooser = QApplication.activeModalWidget()
        assert isinstance(chooser, QFileDialog)
        field = chooser.findChild(QLineEdit, "fileNameEdit")
        field.setText(str(target))
        QTest.keyClick(field, Qt.Key.Key_Return)

    QTimer.singleShot(0, dialog, fill_in)
    QTest.mouseClick(dialog.save_button, LEFT, NONE)
    user.until(target.exists)
    user.until(lambda: not user.window.jobs.running)
    assert target.read_bytes()[:2] == b"PK"
