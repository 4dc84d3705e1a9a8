"""A PDF of 1,000 pages against its budgets: import, first page on the screen, scrolling, and never a held window."""

from __future__ import annotations

import ctypes
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2_raw as pdfium
import pytest
from PySide6.QtWidgets import QApplication

from benchmarks.test_reading_view import TAGS, Papers
from reader.domain.model import Document, Highlight, Tagging
from reader.importers.base import read_file
from reader.models.highlights import DocumentMarks
from reader.models.page_source import PageSource
from reader.text.page_text import page_text
from reader.text.structure import Structure
from reader.ui.overview_bar import OverviewBar
from reader.ui.page_flow import PageFlow
from reader.ui.page_view import PageView
from reader.ui.resources import load_fonts
from reader.ui.theme import Theme

SAMPLE = Path(__file__).parents[1] / "tests" / "files" / "pdf" / "aanhangsel" / "ah-tk-20232024-2313.pdf"
PAGES, HIGHLIGHTS = 1000, 3000
STEPS, STEP = 600, 60  # px
FRAME = 0.016  # seconds between two steps, as a hand on a wheel makes them
ROUNDS = 5
Figure = Callable[[str, float], None]


class Long(NamedTuple):
    data: bytes
    structure: Structure
    body: str
    seconds: float  # that its import took


def long_pdf() -> bytes:
    """The pages of a sample over and over."""
    pdfium.FPDF_InitLibrary()
    source = pdfium.FPDF_LoadDocument(str(SAMPLE).encode(), None)
    target = pdfium.FPDF_CreateNewDocument()
    count = pdfium.FPDF_GetPageCount(source)
    for number in range(0, PAGES, count):
        pdfium.FPDF_ImportPages(target, source, None, number)
    parts: list[bytes] = []
    writer = pdfium.FPDF_FILEWRITE()
    writer.version = 1

    @type(writer.WriteBlock)  # type: ignore[untyped-decorator]
    def write(_writer: object, data: int, size: int) -> int:
        parts.append(ctypes.string_at(data, size))
        return 1

    writer.WriteBlock = write
    pdfium.FPDF_SaveAsCopy(target, writer, 0)
    return b"".join(parts)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Long:
    path = tmp_path_factory.mktemp("pdf") / "long.pdf"
    path.write_bytes(long_pdf())
    start = time.perf_counter()
    imported = read_file(path)
    seconds = time.perf_counter() - start
    return Long(path.read_bytes(), Structure.from_bytes(imported.text.structure), imported.text.body, seconds)


@pytest.fixture(scope="module")
def marked(long: Long) -> Papers:
    chance = random.Random(7)
    highlights, taggings = [], []
    for number in range(HIGHLIGHTS):
        start = chance.randrange(len(long.body) - 400)
        uid = f"{number:06d}"
        highlights.append(Highlight(uid, "t", "d", start, start + chance.randrange(5, 300), "q"))
        taggings.append(Tagging(uid, TAGS[number % 9].uid, "1"))
    return Papers(highlights, taggings)


@pytest.fixture
def view(qapp: QApplication) -> Iterator[PageView]:
    load_fonts()
    theme = Theme("light")
    made = PageView(theme)
    made.resize(760, 900)
    OverviewBar(made, theme, made).setGeometry(744, 0, 16, 900)
    made.set_reduced_motion(True)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()


class Loop:
    """Runs the events of the window and remembers the longest time it was held."""

    def __init__(self) -> None:
        self.held = 0.0

    def turn(self) -> None:
        start = time.perf_counter()
        QApplication.processEvents()
        self.held = max(self.held, time.perf_counter() - start)

    def until(self, is_done: Callable[[], bool], limit: float = 20.0) -> float:
        """Seconds until it was so."""
        start = time.perf_counter()
        while not is_done() and time.perf_counter() - start < limit:
            self.turn()
            time.sleep(0.0005)
        self.turn()
        return time.perf_counter() - start


def first_page(view: PageView) -> bool:
    flow = view.flow
    return isinstance(flow, PageFlow) and all(
        flow.source.picture(band) is not None for band in flow.bands(0, 1, 0, view.height())
    )


def opened(view: PageView, long: Long, marked: Papers, loop: Loop) -> float:
    """Seconds from the wish to see the pages to the first one on the screen."""
    text = page_text(long.structure, long.body)  # made in the background by the window
    start = time.perf_counter()
    source = PageSource(long.data, text, "long.pdf", parent=view)
    view.set_source(source)
    view.set_document(source.reading, DocumentMarks(marked, Document("d", "A long paper", "t")))
    loop.held = max(loop.held, time.perf_counter() - start)
    loop.until(lambda: first_page(view))
    return time.perf_counter() - start


def test_import_1000_pages(long: Long, figure: Figure) -> None:
    figure("pages-import", long.seconds * 1000)


def test_the_first_of_1000_pages(view: PageView, long: Long, marked: Papers, figure: Figure) -> None:
    times = sorted(opened(view, long, marked, Loop()) for _ in range(ROUNDS))
    figure("pages-open", times[ROUNDS // 2] * 1000)


def test_scroll_1000_pages(view: PageView, long: Long, marked: Papers, figure: Figure) -> None:
    loop = Loop()
    opened(view, long, marked, loop)
    steps = []
    for _ in range(STEPS):
        start = time.perf_counter()
        view.scroll_by(STEP)
        QApplication.processEvents()
        steps.append(time.perf_counter() - start)
        while time.perf_counter() - start < FRAME:
            loop.turn()
            time.sleep(0.001)
    figure("pages-scroll", sorted(steps)[round(STEPS * 0.99) - 1] * 1000)
    view.scroll_by(10**9)
    loop.turn()
    view.set_zoom(2.0)
    loop.until(lambda: first_page(view), limit=1.0)
    figure("pages-held", loop.held * 1000)
    assert view.source is not None
    figure("pages-memory", view.source.picture_bytes / 1e6)
