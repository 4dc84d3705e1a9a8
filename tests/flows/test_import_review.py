"""Import as a user does it: look through what was read, correct it, give a password, store it, undo it."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from reader.store.project import Project
from reader.ui.document_facts import DocumentFactsDialog
from reader.ui.import_window import ImportWindow
from reader.ui.theme import scaled
from reader.ui.version_review import VersionReviewDialog
from tests.flows.conftest import LEFT, NONE, User

PAPER = "Brief van de minister van Justitie\n\nAan de Voorzitter van de Tweede Kamer\n\nHierbij stuur ik u stuk {n}.\n"
LOCKED = Path(__file__).parents[1] / "files" / "import" / "wachtwoord.pdf"
PASSWORD = "gehéim"


@pytest.fixture
def at_empty(user: User, tmp_path: Path) -> User:
    """The user with an empty project open."""
    Project.create(tmp_path / "leeg.vindplaats").close()
    assert user.window.project_files.open_path(tmp_path / "leeg.vindplaats")
    user.settle()
    return user


def papers(folder: Path, count: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    files = [folder / f"stuk-{n:03}.txt" for n in range(count)]
    for n, file in enumerate(files):
        file.write_text(PAPER.format(n=n), encoding="utf-8")
    return files


def quiet(user: User) -> None:
    user.until(lambda: not user.window.jobs.running)


def review(user: User, paths: list[Path]) -> ImportWindow:
    """Import files; gives the window in which they are looked through once all are read."""
    user.window.exchange.import_files(paths)
    quiet(user)
    return shown(user)


def drop(user: User, path: Path) -> None:
    """Let a file or folder fall on the window, as a drag from a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    point = user.window.rect().center()
    QApplication.sendEvent(user.window, QDragEnterEvent(point, Qt.DropAction.CopyAction, mime, LEFT, NONE))
    QApplication.sendEvent(user.window, QDropEvent(QPointF(point), Qt.DropAction.CopyAction, mime, LEFT, NONE))


def shown(user: User) -> ImportWindow:
    [window] = [one for one in user.window.findChildren(ImportWindow) if one.isVisible()]
    return window


def choose(window: ImportWindow, name: str) -> None:
    rows = window.run.rows
    place = next(number for number, row in enumerate(rows.rows) if row.name == name)
    window.list.setCurrentIndex(rows.index(place))


def row_of(window: ImportWindow, name: str) -> QRect:
    choose(window, name)
    window.list.scrollTo(window.list.currentIndex())
    return window.list.visualRect(window.list.currentIndex())


def titles(user: User) -> dict[str, str]:
    return {one.source_name: one.title for one in user.project.documents()}


def test_what_is_corrected_and_unticked_before_it_is_stored(at_empty: User, tmp_path: Path) -> None:
    user = at_empty
    window = review(user, papers(tmp_path / "in", 3))
    assert titles(user) == {}
    assert window.import_button.text() == "Import 3 papers"
    choose(window, "stuk-001.txt")
    window.form.title.setFocus()
    window.form.title.selectAll()
    user.type("Brief over de sluizen")
    window.form.dossiers.setFocus()
    user.type("19 637, 30573")
    assert window.form.cited.text().replace("<i>", "").replace("</i>", "").endswith("(Kamerstukken 19637 en 30573)")
    window.form.date.setFocus()
    user.type("2018-13")
    assert not window.import_button.isEnabled()
    assert "not a date" in window.form.error.text()
    window.form.date.selectAll()
    user.type("2018-04")
    assert window.import_button.isEnabled()
    box = row_of(window, "stuk-002.txt")
    QTest.mouseClick(window.list.viewport(), LEFT, NONE, QPoint(box.left() + scaled(18), box.center().y()))
    user.settle()
    assert window.import_button.text() == "Import 2 papers"
    user.click(window.import_button)
    quiet(user)
    assert titles(user) == {
        "stuk-000.txt": "Brief van de minister van Justitie",
        "stuk-001.txt": "Brief over de sluizen",
    }
    [second] = [one for one in user.project.documents() if one.source_name == "stuk-001.txt"]
    assert (second.date, second.dossiers) == ("2018-04", ("19637", "30573"))
    user.until(lambda: [pane.document.source_name for pane in user.panes] == ["stuk-000.txt"])
    assert window.isVisible()  # the third still waits
    window.run.rows.choose_all(False)
    window.close()
    user.window.activateWindow()
    user.press("Ctrl+Z")
    assert titles(user) == {}
    user.press("Ctrl+Y")
    assert len(titles(user)) == 2


def test_the_list_closes_itself_when_all_is_stored(at_empty: User, tmp_path: Path) -> None:
    user = at_empty
    window = review(user, papers(tmp_path / "in", 2))
    user.click(window.import_button)
    quiet(user)
    user.until(lambda: not user.window.findChildren(ImportWindow))
    assert "2 papers were imported." in user.window.messages.bar.text.text()
    again = review(user, papers(tmp_path / "in", 3))
    assert [row.state for row in again.run.rows.rows] == ["known", "known", "ready"]
    choose(again, "stuk-000.txt")
    assert "already in the project" in again.said.text()
    assert not again.form.isEnabled()
    again.run.rows.choose_all(False)
    again.close()


def test_a_folder_with_good_and_bad_files_stopped_half_way_tried_again_and_undone(
    at_empty: User, tmp_path: Path
) -> None:
    user = at_empty
    folder = tmp_path / "map"
    papers(folder, 40)
    (folder / "a-leeg.txt").write_bytes(b"")
    (folder / "a-kapot.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    bundle = io.BytesIO()
    with zipfile.ZipFile(bundle, "w") as archive:
        archive.writestr("in.txt", PAPER.format(n="in een archief"))
    (folder / "a-bundel.zip").write_bytes(bundle.getvalue())
    drop(user, folder)
    window = shown(user)
    stop_at_ten = window.run.rows.counts_changed.connect(
        lambda: window.run.stop() if window.run.rows.count("ready") == 10 else None
    )
    quiet(user)
    assert window.run.was_stopped
    read = window.run.rows.count("ready")
    assert 10 <= read < 40
    assert window.run.rows.count("refused") == 2
    user.click(window.import_button)
    quiet(user)
    assert len(titles(user)) == read
    (folder / "a-leeg.txt").write_text(PAPER.format(n="nu wel"), encoding="utf-8")
    window.run.rows.counts_changed.disconnect(stop_at_ten)
    user.click(user.button(window, "Read again"))
    quiet(user)
    user.click(window.import_button)
    quiet(user)
    assert len(titles(user)) == 42
    assert [row.name for row in window.run.rows.rows if row.state == "refused"] == ["a-kapot.pdf"]
    user.click(user.button(window, "Copy report"))
    words = QGuiApplication.clipboard().text()
    assert words.startswith("42 imported, 1 could not be read")
    assert "a-kapot.pdf" in words
    assert "damaged" in words
    window.close()
    user.window.activateWindow()
    user.press("Ctrl+Z")
    assert titles(user) == {}


def test_a_protected_file_is_opened_with_its_password(at_empty: User) -> None:
    user = at_empty
    window = review(user, [LOCKED])
    assert window.password.isVisible()
    assert not window.import_button.isEnabled()
    window.password.setFocus()
    user.type("fout")
    user.press("Return", window.password)
    quiet(user)
    assert window.password.isVisible()
    assert window.password.text() == ""
    window.password.setText(PASSWORD)
    user.click(window.unlock_button)
    quiet(user)
    assert not window.password.isVisible()
    assert "Text layer: yes" in window.said.text()
    user.click(window.import_button)
    quiet(user)
    [document] = user.project.documents()
    assert user.project.body(document.text_uid).startswith("Brief over het waterbeheer\n")


def test_the_window_goes_on_in_the_language_that_is_chosen(at_empty: User, tmp_path: Path) -> None:
    user = at_empty
    old = review(user, [*papers(tmp_path / "in", 2), LOCKED])
    choose(old, LOCKED.name)
    old.password.setText("half getypt")
    for language, words in (("nl", "2 stukken importeren"), ("en", "Import 2 papers")):
        user.window.settings.set("language", language)
        user.window.option_chosen.emit("language")
        user.until(lambda: len([one for one in user.window.findChildren(ImportWindow) if one.isVisible()]) == 1)
        window = shown(user)
        assert window.import_button.text() == words
        row = window.list.current()
        assert row is not None
        assert row.name == LOCKED.name
        assert window.password.text() == "half getypt"
    user.click(window.import_button)
    quiet(user)
    assert len(titles(user)) == 2
    assert window.run.rows.count("locked") == 1
    window.close()
    user.until(lambda: not user.window.findChildren(ImportWindow))
    assert window.run.is_closed


def test_without_the_list_a_protected_file_is_still_asked_about(at_empty: User, tmp_path: Path) -> None:
    user = at_empty
    user.window.settings.set("review_imports", False)
    user.window.exchange.import_files([*papers(tmp_path / "in", 1), LOCKED])
    quiet(user)
    assert len(titles(user)) == 1
    window = shown(user)
    choose(window, LOCKED.name)
    window.password.setText(PASSWORD)
    user.click(window.unlock_button)
    quiet(user)
    assert len(titles(user)) == 2
    user.until(lambda: not user.window.findChildren(ImportWindow))


def test_the_choice_to_import_without_the_list_is_remembered(at_empty: User, tmp_path: Path) -> None:
    user = at_empty
    window = review(user, papers(tmp_path / "in", 1))
    user.click(window.directly, QPoint(10, window.directly.height() // 2))
    assert user.window.settings.get("review_imports") is False
    user.click(window.import_button)
    quiet(user)
    user.window.exchange.import_files(papers(tmp_path / "in", 2))
    quiet(user)
    assert len(titles(user)) == 2
    assert user.window.findChildren(ImportWindow) == []


def test_files_added_while_the_list_is_open_come_into_it(at_empty: User, tmp_path: Path) -> None:
    user = at_empty
    first, second = papers(tmp_path / "in", 2)
    window = review(user, [first])
    assert review(user, [second]) is window
    assert [row.name for row in window.run.rows.rows] == ["stuk-000.txt", "stuk-001.txt"]
    window.run.rows.choose_all(False)
    window.close()


def test_closing_the_list_asks_when_papers_wait(at_empty: User, tmp_path: Path) -> None:
    user = at_empty
    window = review(user, papers(tmp_path / "in", 1))
    asked: list[str] = []

    def answer(words: str) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        user.click(user.button(box, words))

    QTimer.singleShot(0, user.window, lambda: answer("Stay"))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    QTimer.singleShot(0, user.window, lambda: answer("Leave them out"))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert asked == ["1 paper that was read is not imported yet."] * 2
    user.until(lambda: not user.window.findChildren(ImportWindow))
    assert titles(user) == {}


def test_closing_the_project_closes_the_list(at_empty: User, tmp_path: Path) -> None:
    user = at_empty
    window = review(user, papers(tmp_path / "in", 1))
    folder = next(row.parked.file.parent for row in window.run.rows.rows if row.parked is not None)
    user.window.close_project()
    user.until(lambda: not user.window.findChildren(ImportWindow))
    assert not folder.exists()


def test_text_and_files_are_pasted(at_empty: User, tmp_path: Path) -> None:
    user = at_empty
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Brief over détentie\n\nGeachte voorzitter,\n\nHierbij zend ik u mijn antwoord.\n")
    user.window.exchange.paste()
    quiet(user)
    window = shown(user)
    assert window.form.title.text() == "Brief over détentie"
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in papers(tmp_path / "in", 2)])
    clipboard.setMimeData(mime)
    user.window.exchange.paste()
    quiet(user)
    user.click(window.import_button)
    quiet(user)
    assert set(titles(user)) == {"Pasted text.txt", "stuk-000.txt", "stuk-001.txt"}
    clipboard.setText("  \n")
    user.window.exchange.paste()
    assert "no text or file" in user.window.messages.bar.text.text()


def test_the_facts_of_any_paper_are_corrected_later(at_sample: User) -> None:
    user = at_sample
    document = user.project.documents()[0]
    dialog = DocumentFactsDialog(user.window, document)
    dialog.open()
    user.settle()
    dialog.form.title.selectAll()
    dialog.form.title.setFocus()
    user.type("Een andere titel")
    dialog.form.session.setFocus()
    dialog.form.session.selectAll()
    user.type("2016-2019")
    assert not dialog.save_button.isEnabled()
    assert "not a parliamentary year" in dialog.form.error.text()
    dialog.form.session.selectAll()
    user.type("2016/17")
    user.click(dialog.save_button)
    changed = user.project.document(document.uid)
    assert (changed.title, changed.session) == ("Een andere titel", "2016-2017")
    user.window.activateWindow()
    user.press("Ctrl+Z")
    assert user.project.document(document.uid).title == document.title


def test_the_window_goes_on_while_a_large_paper_comes_in(at_empty: User, tmp_path: Path) -> None:
    """The bound is far above the 50 ms that are the aim, for a busy machine; one transaction would be above it."""
    user = at_empty
    user.window.settings.set("review_imports", False)
    paragraph = "De leden van de fractie vragen de minister hoe de sluizen in de polder worden hersteld. " * 6
    large = tmp_path / "groot.txt"
    large.write_text("\n\n".join(f"{number}. {paragraph}" for number in range(8000)), encoding="utf-8")
    gaps: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer(user.window, interval=5)
    timer.timeout.connect(tick)
    user.window.exchange.import_files([large])
    last = time.perf_counter()
    timer.start()
    user.bot.waitUntil(lambda: not user.window.jobs.running, timeout=60_000)
    timer.stop()
    assert len(titles(user)) == 1
    assert max(gaps) < 0.4


def version_dialogs() -> list[VersionReviewDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, VersionReviewDialog) and one.isVisible()]


def test_a_new_version_is_offered_and_carries_the_marks_over(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    project = user.project
    known = next(paper for paper in project.documents() if "detentiecentra" in paper.title)
    before = len(project.highlights(known.uid))
    assert before > 0
    newer = tmp_path / known.source_name
    newer.write_text(project.body(known.text_uid).replace("\n\n", "\n\nDit stond er eerst niet.\n\n", 1), "utf-8")
    user.window.exchange.import_files([newer])
    window = shown(user)
    user.bot.waitUntil(lambda: not window.run.is_busy and bool(window.run.rows.count("ready")), timeout=20_000)
    row = window.run.rows.rows[0]
    assert row.version_of == known
    assert not row.is_wanted, "it is not stored as a paper of its own without being asked"
    user.click(window.version_button)
    user.bot.waitUntil(lambda: bool(version_dialogs()), timeout=20_000)
    (dialog,) = version_dialogs()
    user.click(user.button(dialog, "Add the new version"))
    assert project.document(known.uid).text_uid != known.text_uid
    assert len(project.texts_of(known.uid)) == 2
    assert len(project.highlights(known.uid)) == before
    assert window.run.rows.rows[0].state == "stored"
    user.press("Ctrl+Z")
    assert project.document(known.uid) == known


def test_no_field_of_a_paper_is_cut_off_at_the_edge_of_the_window(at_empty: User, tmp_path: Path) -> None:
    user = at_empty
    window = review(user, papers(tmp_path / "in", 2))
    choose(window, window.run.rows.rows[0].name)
    window.resize(window.minimumSize())
    user.settle()
    for field in (window.form.title, window.form.kind):
        right = field.mapTo(window, QPoint(field.width(), 0)).x()
        assert field.visibleRegion().boundingRect().width() == field.width()
        assert right <= window.width()
    window.run.rows.choose_all(False)  # else closing asks what to do with them
    window.close()


def test_enter_in_a_field_ends_it_and_imports_nothing(at_empty: User, tmp_path: Path) -> None:
    window = review(at_empty, [LOCKED, *papers(tmp_path / "stukken", 2)])
    ready = next(place for place, row in enumerate(window.run.rows.rows) if row.state == "ready")
    locked = next(place for place, row in enumerate(window.run.rows.rows) if row.state == "locked")
    for place, field in ((ready, window.form.title), (locked, window.password)):
        window.list.setCurrentIndex(window.run.rows.index(place))
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
        quiet(at_empty)
        assert window.run.rows.count("stored") == 0
    window.list.setFocus()
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    at_empty.until(lambda: window.run.rows.count("stored") == 2)
    window.run.close()
