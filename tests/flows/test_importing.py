"""Import through the real window: every file is accounted for, good ones are kept, and stopping loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from reader.store.project import Project
from tests.conftest import SEEDS
from tests.flows.conftest import LEFT, NONE, User

PAPER = "Brief van de minister van Justitie\n\nAan de Voorzitter van de Tweede Kamer\n\nHierbij stuur ik u stuk {n}.\n"


@pytest.fixture(autouse=True)
def directly(user: User) -> None:
    """These imports are not looked through first."""
    user.window.settings.set("review_imports", False)


def titles(user: User) -> set[str]:
    return {document.source_name for document in user.project.documents()}


def report(user: User) -> str:
    bar = user.window.messages.bar
    return bar.text.text() if bar.isVisible() else ""


def import_and_wait(user: User, paths: list[Path]) -> None:
    user.window.exchange.import_files(paths)
    user.until(lambda: not user.window.jobs.running)


def papers(folder: Path, count: int) -> list[Path]:
    folder.mkdir(exist_ok=True)
    made = [folder / f"stuk-{n:03}.txt" for n in range(count)]
    for n, path in enumerate(made):
        path.write_text(PAPER.format(n=n), encoding="utf-8")
    return made


def drop_files(user: User, paths: list[Path], at: QPoint | None = None) -> None:
    """Let files fall on the window, as a drag from a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    point = at or user.window.rect().center()
    enter = QDragEnterEvent(point, Qt.DropAction.CopyAction, mime, LEFT, NONE)
    QApplication.sendEvent(user.window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(user.window, QDropEvent(QPointF(point), Qt.DropAction.CopyAction, mime, LEFT, NONE))


def test_every_file_of_a_mixed_import_is_accounted_for(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    good, twin = papers(tmp_path / "in", 2)
    twin.write_bytes(good.read_bytes())
    files = {
        "leeg.txt": b"",
        "plaatje.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
        "lange-regel.txt": ("Motie van het lid over detentie. " * 32_000).encode(),
        "nul.txt": b"Kamerstuk met\x00 een nul en een l\xed\xa0\x80os teken.\n\nEn nog een alinea.\n",
        "witruimte.txt": b"  \n\n \t\n",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    folder = tmp_path / "map"
    papers(folder, 1)[0].rename(folder / "in-map.txt")
    (folder / "in-map.txt").write_text(PAPER.format(n="in de map"), encoding="utf-8")
    (folder / ".verborgen.txt").write_text("niet", encoding="utf-8")
    (folder / "kapot.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    present = titles(user)
    seed = next(path for path in SEEDS.glob("*.txt") if path.name in present)
    missing = tmp_path / "weg.txt"
    import_and_wait(user, [good, twin, *(tmp_path / name for name in files), missing, folder, seed])
    added = titles(user) - present
    assert {good.name, "lange-regel.txt", "in-map.txt"} <= added
    assert not added & {"leeg.txt", "plaatje.txt", "weg.txt", "kapot.pdf", ".verborgen.txt", "witruimte.txt", twin.name}
    words = report(user)
    assert f"{len(added)} papers were imported." in words
    if any(button.text() == "Details" for button in user.window.messages.bar.buttons):
        user.click(user.button(user.window.messages.bar, "Details"))
        dialog = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "report") and w.isVisible())
        words += dialog.report
        dialog.close()
    for name in ("leeg.txt", "plaatje.txt", "weg.txt", "kapot.pdf", "witruimte.txt", twin.name, seed.name):
        assert name in words, f"nothing is said of {name}"
    assert ".verborgen" not in words
    assert "nul.txt" in added or "nul.txt" in words
    # the import is one act
    user.press("Ctrl+Z")
    assert titles(user) == present
    user.press("Ctrl+Y")
    assert titles(user) - present == added


def test_stopping_an_import_keeps_what_was_finished(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    before = titles(user)
    files = papers(tmp_path / "veel", 120)
    user.window.exchange.import_files(files)
    job = user.window.jobs.running[0]
    one = 1 / len(files)  # until then no file is finished
    job.progress.connect(lambda fraction, _words: job.cancel() if fraction >= one else None)
    user.until(lambda: not user.window.jobs.running)
    kept = titles(user) - before
    assert 0 < len(kept) < len(files)
    assert kept == {path.name for path in files[: len(kept)]}
    assert "The import was stopped" in report(user)


def test_closing_the_window_during_an_import_leaves_the_project_whole(
    at_sample: User, tmp_path: Path, sample_project: Path
) -> None:
    user = at_sample
    before = user.rows()
    user.window.exchange.import_files(papers(tmp_path / "veel", 120))
    assert user.window.close()
    assert user.window.jobs.running == ()
    with Project.open(sample_project) as project:
        documents = {document.uid for document in project.documents()}
        assert documents >= set(before["documents"])
        for document in project.documents():
            assert len(project.body(document.text_uid)) == document.characters


def test_papers_of_an_import_come_in_the_project_that_was_open(
    at_sample: User, tmp_path: Path, sample_project: Path
) -> None:
    user = at_sample
    other = tmp_path / "other.vindplaats"
    Project.create(other).close()
    user.window.exchange.import_files(papers(tmp_path / "veel", 40))
    assert user.window.project_files.open_path(other)
    user.settle()
    assert titles(user) == set()
    with Project.open(sample_project) as project:
        assert len(project.documents()) >= 5


def test_files_dropped_on_the_window_are_imported(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    files = papers(tmp_path / "in", 2)
    drop_files(user, files)
    user.until(lambda: {path.name for path in files} <= titles(user))
    user.until(lambda: not user.window.jobs.running)


def test_a_folder_dropped_on_the_window_is_imported(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    files = papers(tmp_path / "in", 3)
    drop_files(user, [tmp_path / "in"])
    user.until(lambda: {path.name for path in files} <= titles(user))
    user.until(lambda: not user.window.jobs.running)


@pytest.mark.parametrize("name", ["ander.vindplaats", "ANDER.VINDPLAATS"])
def test_a_project_dropped_on_the_window_is_opened(at_sample: User, tmp_path: Path, name: str) -> None:
    user = at_sample
    Project.create(tmp_path / name).close()
    drop_files(user, [tmp_path / name])
    user.settle()
    assert user.project.path == tmp_path / name


def test_the_first_paper_of_an_empty_project_is_shown(user: User, tmp_path: Path) -> None:
    path = tmp_path / "leeg.vindplaats"
    Project.create(path).close()
    assert user.window.project_files.open_path(path)
    import_and_wait(user, papers(tmp_path / "in", 2))
    user.until(lambda: bool(user.panes))  # its text is read in the background first
    assert [pane.document.source_name for pane in user.panes] == ["stuk-000.txt"]


def test_the_dialog_offers_text_files_and_remembers_the_folder(at_sample: User, tmp_path: Path) -> None:
    user = at_sample
    files = papers(tmp_path / "in", 1)
    seen: list[tuple[str, list[str]]] = []

    def choose() -> None:
        chooser = QApplication.activeModalWidget()
        assert isinstance(chooser, QFileDialog)
        seen.append((chooser.directory().absolutePath(), chooser.nameFilters()))
        field = chooser.findChild(QLineEdit, "fileNameEdit")
        if len(seen) == 1:
            field.setText(str(files[0]))
            chooser.accept()
        else:
            chooser.reject()

    for _ in range(2):
        QTimer.singleShot(0, user.window, choose)
        user.press("Ctrl+I")
        user.until(lambda: not user.window.jobs.running)
        user.window.activateWindow()
        user.until(user.window.isActiveWindow)
    assert files[0].name in titles(user)
    assert "*.txt" in seen[0][1][0]
    assert "(*)" in seen[0][1][-1]
    assert [folder for folder, _ in seen] == [str(tmp_path), str(tmp_path / "in")]
