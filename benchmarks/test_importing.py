"""A large import in the real window: the longest hold by it, by its undo and redo, and what memory it takes."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.papers import seed_papers, write_large_paper
from reader.app import Desk, make_desk
from reader.config import Settings
from reader.store.project import Project

FILES, EARLY = 500, 100
SENTENCES = 200  # in a paper: some 25 kB
PATIENCE = 300  # seconds
AFTERWARDS = 0.7  # seconds in which views may still be busy with what happened
Figure = Callable[[str, float], None]


class Watch:
    """Runs the events of the window until something is so, and remembers the longest time it was held, in ms."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now

    def over(self, act: Callable[[], object], is_done: Callable[[], bool]) -> float:
        """The longest hold from the act until `is_done`, and a little longer."""
        loop, asking, start = QEventLoop(), QTimer(interval=10), time.perf_counter()
        done_at: list[float] = []

        def ask() -> None:
            now = time.perf_counter()
            if not done_at and is_done():
                done_at.append(now)
            if (done_at and now - done_at[0] > AFTERWARDS) or now - start > PATIENCE:
                loop.quit()

        asking.timeout.connect(ask)
        QTimer.singleShot(0, act)
        self.longest, self._last = 0.0, time.perf_counter()
        for timer in (self._timer, asking):
            timer.start()
        loop.exec()
        for timer in (self._timer, asking):
            timer.stop()
        assert done_at, "it takes too long"
        return self.longest


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """The window with an empty project."""
    settings = Settings.load(tmp_path / "settings")
    for option, value in {"language": "en", "open_last": False, "review_imports": False}.items():
        settings.set(option, value)
    desk = make_desk(settings)
    desk.window.show()
    Project.create(tmp_path / "p.vindplaats").close()
    assert desk.window.project_files.open_path(tmp_path / "p.vindplaats")
    Watch().over(lambda: None, lambda: True)
    yield desk
    desk.close()
    QApplication.processEvents()


def write_papers(folder: Path) -> list[Path]:
    """Letters of which no two are alike."""
    chance = random.Random(5)
    sentences = [
        sentence
        for paper in seed_papers()
        for sentence in re.split(r"(?<=[.?])\s+", paper.read_text(encoding="utf-8"))
        if 30 < len(sentence) < 300
    ]
    folder.mkdir()
    paths = [folder / f"{number:03}.txt" for number in range(FILES)]
    for number, path in enumerate(paths):
        paragraphs = "\n\n".join(" ".join(chance.sample(sentences, 5)) for _ in range(SENTENCES // 5))
        path.write_text(f"Kamerstuk {30_000 + number % 40}, nr. {number}\n\nBrief {number}\n\n{paragraphs}\n", "utf-8")
    return paths


def memory() -> float:
    """What this process holds, in MB."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]


def there_and_back(desk: Desk, paths: list[Path], figure: Figure, name: str) -> None:
    window, watch = desk.window, Watch()
    session = window.session
    assert session is not None

    def count() -> int:
        return len(session.project.documents())

    def is_in() -> bool:
        return not window.jobs.running and count() == len(paths)

    figure(f"{name}-held", watch.over(lambda: window.exchange.import_files(paths), is_in))
    undone = watch.over(window.acts.undo, lambda: not count())
    figure(f"{name}-undo", max(undone, watch.over(window.acts.redo, is_in)))


def test_500_papers(desk: Desk, tmp_path: Path, figure: Figure) -> None:
    paths = write_papers(tmp_path / "in")
    session = desk.window.session
    measured: dict[int, float] = {}
    assert session is not None

    def measure(_change_set: object) -> None:
        count = len(session.project.documents())
        for many in (EARLY, FILES):
            if count >= many:
                measured.setdefault(many, memory())

    session.changed.connect(measure)
    there_and_back(desk, paths, figure, "import-many")
    figure("import-memory", measured[FILES] - measured[EARLY])


def test_a_paper_of_10_mb(desk: Desk, tmp_path: Path, figure: Figure) -> None:
    there_and_back(desk, [write_large_paper(tmp_path)], figure, "import-large")
