"""Printing an export: to a file, with the pages compared."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.exporters.collecting import collect
from reader.models.jobs import Jobs, JobStopped
from reader.ui.printing import PrinterRefused, Printing, print_pages
from tests.exporters.projects import project, rendered


@pytest.fixture(scope="module")
def pages() -> bytes:
    """A PDF of some pages."""
    return rendered(collect(project()) * 9, "pdf")


def to_file(path: Path, dots: int = 100) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(dots)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return printer


def darkness(data: bytes | Path) -> list[list[float]]:
    """Per page how dark each of its 48 parts is, 0 to 255."""
    found = []
    with pdfium.PdfDocument(data) as opened:
        for page in opened:
            picture = page.render(scale=0.5, grayscale=True)
            rows = bytes(picture.buffer)
            height, width, stride = picture.height, picture.width, picture.stride
            parts = []
            for row in range(8):
                for column in range(6):
                    across = slice(column * width // 6, (column + 1) * width // 6)
                    down = range(row * height // 8, (row + 1) * height // 8)
                    spots = b"".join(rows[y * stride : (y + 1) * stride][across] for y in down)
                    parts.append(255 - sum(spots) / len(spots))
            found.append(parts)
    return found


@pytest.mark.usefixtures("qapp")
def test_the_paper_shows_the_pages(pages: bytes, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    told: list[float] = []
    count = print_pages(pages, to_file(path), told.append)
    wanted, printed = darkness(pages), darkness(path)
    assert count == len(wanted) == len(printed) == len(told) > 1
    assert told == sorted(told)
    assert told[-1] == 1
    for page, copy in zip(wanted, printed, strict=True):
        assert max(page) > 5
        assert all(abs(part - other) < 7 for part, other in zip(page, copy, strict=True))


@pytest.mark.usefixtures("qapp")
def test_a_page_is_one_picture_without_seams(pages: bytes, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    print_pages(pages, to_file(path, 300), lambda share: None)
    with pdfium.PdfDocument(path) as opened:
        for page in opened:
            assert len(list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))) == 1


@pytest.mark.usefixtures("qapp")
def test_only_the_chosen_pages_are_printed(pages: bytes, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    printer = to_file(path, 40)
    printer.setFromTo(2, 3)
    assert print_pages(pages, printer, lambda share: None) == 2
    wanted, printed = darkness(pages)[1:3], darkness(path)
    assert len(printed) == 2
    assert all(
        abs(a - b) < 8 for page, copy in zip(wanted, printed, strict=True) for a, b in zip(page, copy, strict=True)
    )


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_of(pages: bytes, tmp_path: Path) -> None:
    with pytest.raises(PrinterRefused):
        print_pages(pages, to_file(tmp_path / "no folder" / "printed.pdf"), lambda share: None)


@pytest.mark.usefixtures("qapp")
def test_a_file_that_is_no_pdf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PrinterRefused):
        print_pages(b"no PDF", to_file(tmp_path / "printed.pdf"), lambda share: None)


@pytest.mark.usefixtures("qapp")
def test_printing_can_be_stopped(pages: bytes, tmp_path: Path) -> None:
    told: list[float] = []

    def stop(share: float) -> None:
        told.append(share)
        raise JobStopped

    with pytest.raises(JobStopped):
        print_pages(pages, to_file(tmp_path / "printed.pdf", 40), stop)
    assert len(told) == 1


@pytest.mark.usefixtures("qapp")
def test_on_other_paper_the_page_is_as_large_as_fits_in_its_middle(pages: bytes, tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    printer = to_file(path, 72)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    print_pages(pages, printer, lambda share: None)
    with pdfium.PdfDocument(path) as opened:
        (picture,) = opened[0].get_objects(max_depth=1, filter=[3]) or [None]
        left, low, right, high = picture.get_bounds()
    assert (round(left + right), round(high - low)) == (1191, 842)


class _Window(QWidget):
    """As much of a window as printing needs."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs = Jobs(self)
        self.said: list[tuple[str, str]] = []
        self.messages: Any = SimpleNamespace(
            inform=lambda words: self.said.append(("inform", words)),
            warn=lambda words: self.said.append(("warn", words)),
        )


def test_printing_is_done_in_the_background_and_told(qtbot: QtBot, pages: bytes, tmp_path: Path) -> None:
    window: Any = _Window()
    qtbot.addWidget(window)
    path = tmp_path / "printed.pdf"

    def ask(printer: QPrinter, parent: QWidget) -> bool:
        assert printer.docName() == "Opvang"
        printer.setOutputFileName(str(path))
        printer.setResolution(40)
        return True

    job = Printing(window).start(pages, "Opvang", ask)
    assert job is not None
    with qtbot.waitSignal(job.ended):
        pass
    assert window.said == [("inform", f"{len(darkness(path))} pages sent to the printer.")]


def test_a_refusal_is_told_in_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    window: Any = _Window()
    qtbot.addWidget(window)

    def ask(printer: QPrinter, parent: QWidget) -> bool:
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return True

    job = Printing(window).start(b"no PDF", "Opvang", ask)
    assert job is not None
    with qtbot.waitSignal(job.ended):
        pass
    assert window.said == [("warn", "The printer did not take the pages.")]


def test_nothing_happens_when_the_user_thinks_better_of_it(qtbot: QtBot, pages: bytes) -> None:
    window: Any = _Window()
    qtbot.addWidget(window)
    assert Printing(window).start(pages, "Opvang", lambda printer, parent: False) is None
    assert not window.jobs.running
