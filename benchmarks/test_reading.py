"""How long a user waits for the text: opening, labelling, scrolling, resizing, in the real window."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.large_project import make_large_project
from reader.app import Desk, make_desk
from reader.config import Settings
from reader.domain.model import Document, Span
from reader.edit.marks import tag_span
from reader.ui.document_pane import DocumentPane

Figure = Callable[[str, float], None]

SCROLL_STEPS = 300
SCROLL_PIXELS = 120  # three notches of a wheel

# Opens four large papers in four panes; prints the memory of the process in MB.
MEMORY = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from reader.app import make_desk
from reader.config import Settings

desk = make_desk(Settings.load(Path(sys.argv[2])))
desk.window.resize(1600, 900)
desk.window.show()
QApplication.processEvents()
assert desk.window.project_files.open_path(Path(sys.argv[1]))
view = desk.window.project_view
for number, document in enumerate(view.session.project.documents()[1:5]):
    view.open_document(document.uid, new_pane=number > 0)
    QApplication.processEvents()
status = Path("/proc/self/status").read_text()
print(int(status.split("VmRSS:")[1].split()[0]) / 1024)
desk.close()
"""


@pytest.fixture(scope="session")
def large_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    make_large_project(folder / "large.vindplaats", folder)
    return folder / "large.vindplaats"


@pytest.fixture
def desk(large_project: Path, tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    """The window on a copy of the large project, the small paper in its one pane."""
    settings = Settings.load(tmp_path / "settings")
    settings.set("open_last", False)
    desk = make_desk(settings)
    desk.window.resize(1600, 900)
    desk.window.show()
    project = Path(shutil.copy2(large_project, tmp_path / "large.vindplaats"))
    assert desk.window.project_files.open_path(project)
    show(desk, 0)
    yield desk
    desk.close()
    QApplication.processEvents()


def papers(desk: Desk) -> list[Document]:
    return desk.window.project_view.session.project.documents()


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def show(desk: Desk, number: int, *, new_pane: bool = False) -> DocumentPane:
    pane = desk.window.project_view.open_document(papers(desk)[number].uid, new_pane=new_pane)
    QApplication.processEvents()  # lays out and paints
    return pane


def forget(desk: Desk, but: int) -> None:
    """Open the project anew with another paper shown, so that nothing of the one that is opened next is in memory."""
    show(desk, but)
    path = desk.window.project_view.session.project.path
    desk.window.close_project()
    assert desk.window.project_files.open_path(path)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


@pytest.mark.budget("open-small")
def test_open_130_kb(benchmark: BenchmarkFixture, desk: Desk) -> None:
    benchmark.pedantic(lambda: show(desk, 0), setup=lambda: forget(desk, 2), rounds=9, warmup_rounds=1)


@pytest.mark.budget("open-large")
def test_open_10_mb(benchmark: BenchmarkFixture, desk: Desk) -> None:
    benchmark.pedantic(lambda: show(desk, 2), setup=lambda: forget(desk, 0), rounds=9, warmup_rounds=1)


@pytest.mark.budget("reopen-large")
def test_open_10_mb_with_10_000_highlights(benchmark: BenchmarkFixture, desk: Desk) -> None:
    benchmark.pedantic(lambda: show(desk, 1), setup=lambda: forget(desk, 0), rounds=9, warmup_rounds=1)


def test_add_a_label_among_10_000_highlights(desk: Desk, figure: Figure) -> None:
    pane = show(desk, 1)
    session = desk.window.project_view.session
    tag = session.project.tags()[0]
    paints = Paints(pane.view.viewport())
    committed, on_screen = [], []
    for number in range(40):
        span = Span(200 + 7 * number, 260 + 9 * number)  # all on the first screen, each another passage
        start = time.perf_counter()
        assert session.run(tag_span(session.project, pane.document.uid, span, tag.uid))
        committed.append(time.perf_counter() - start)
        QApplication.processEvents()
        on_screen.append(time.perf_counter() - start)
    assert paints.count >= 40
    figure("label-saved", statistics.median(committed) * 1000)
    figure("label-screen", statistics.median(on_screen) * 1000)


def test_scroll_four_panes(desk: Desk, figure: Figure) -> None:
    panes = [show(desk, number, new_pane=number > 1) for number in (1, 2, 3, 4)]
    paints = [Paints(pane.view.viewport()) for pane in panes]
    steps = []
    for _ in range(SCROLL_STEPS):
        start = time.perf_counter()
        for pane in panes:
            pane.view.scroll_by(SCROLL_PIXELS)
        QApplication.processEvents()
        steps.append(time.perf_counter() - start)
    figure("scroll", sorted(steps)[round(SCROLL_STEPS * 0.99) - 1] * 1000)
    assert min(each.count for each in paints) >= SCROLL_STEPS


@pytest.mark.budget("resize")
def test_resize_with_10_mb(benchmark: BenchmarkFixture, desk: Desk) -> None:
    paints = Paints(show(desk, 1).view.viewport())
    widths = iter(range(1590, 1200, -10))

    def resize() -> None:
        desk.window.resize(next(widths), 900)
        QApplication.processEvents()

    benchmark.pedantic(resize, rounds=20, warmup_rounds=2)
    assert paints.count >= 22


@pytest.mark.budget("font-size")
def test_another_font_size_with_10_mb(benchmark: BenchmarkFixture, desk: Desk) -> None:
    pane = show(desk, 1)
    paints = Paints(pane.view.viewport())
    sizes = iter([16, 17, 18, 19, 20] * 5)

    def zoom() -> None:
        pane.view.set_reading_size(next(sizes))
        QApplication.processEvents()

    benchmark.pedantic(zoom, rounds=20, warmup_rounds=2)
    assert paints.count >= 22


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the memory of a process from /proc")
def test_memory_of_four_papers_of_10_mb(large_project: Path, tmp_path: Path, figure: Figure) -> None:
    project = Path(shutil.copy2(large_project, tmp_path / "large.vindplaats"))
    command = [sys.executable, "-c", MEMORY, str(project), str(tmp_path / "settings")]
    printed = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=120).stdout
    figure("memory", float(printed.split()[-1]))
