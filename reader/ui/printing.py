"""Prints an export: asks for a printer, draws the pages of the PDF apart from the window, and puts them on paper."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from reader.domain.errors import ReaderError
from reader.models.jobs import Job, JobStopped
from reader.models.page_process import usual_command
from reader.models.page_source import Band, bands_of
from reader.own_process import environment

if TYPE_CHECKING:
    from reader.ui.main_window import MainWindow

# a printer of 1,200 dots would get 400 MB for a page; above 300 no eye tells the difference in text of this size
FINEST: Final = 300  # dots per inch

Ask = Callable[[QPrinter, QWidget], bool]


class PrinterRefused(Exception):
    """The printer did not take the pages."""


def print_export(window: MainWindow, data: bytes, title: str) -> None:
    """Ask for a printer and print the PDF `data` in the background; the window shows how far it is.

    `title` is the name of the print job.
    """
    Printing(window).start(data, title)


class Printing(QObject):
    """One thing that is printed from a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._printer: QPrinter | None = None

    def start(self, data: bytes, title: str, ask: Ask | None = None) -> Job | None:
        """Ask for a printer and start; gives the job, None when the user thinks better of it.

        `ask` gets the printer to be set up and says whether to go on; usually it is the dialog of the system.
        """
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        if not (ask or asked_in_dialog)(printer, self._window):
            self.deleteLater()
            return None
        self._printer = printer

        def work(job: Job) -> int:
            return print_pages(data, printer, job.step)

        return self._window.jobs.start(self.tr("Printing"), work, self._on_done, self._on_failed)

    def _on_done(self, pages: int) -> None:
        many = self.tr("{count} pages sent to the printer.").format(count=pages)
        self._window.messages.inform(self.tr("1 page sent to the printer.") if pages == 1 else many)
        self.deleteLater()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, ReaderError):
            self._window.messages.error(error)
        elif not isinstance(error, JobStopped):
            self._window.messages.warn(self.tr("The printer did not take the pages."))
        self.deleteLater()


def asked_in_dialog(printer: QPrinter, parent: QWidget) -> bool:
    """Let the user choose a printer, pages and copies; gives whether to print."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted


def print_pages(
    data: bytes, printer: QPrinter, step: Callable[[float], None], command: tuple[str, ...] | None = None
) -> int:
    """Print the pages of a PDF that the printer was set up for; gives how many sheets' sides that were.

    It may be called on any thread. `step` is told the share that is done, and may raise to stop: what the printer has
    then is given up. `command` starts the process that draws. Raises PrinterRefused.
    """
    printer.setFullPage(True)
    with _drawing(data, command or usual_command()) as (ask, sizes):
        pages = _wanted(printer, len(sizes))
        painter = QPainter()
        if not pages or not painter.begin(printer):
            raise PrinterRefused
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for number, page in enumerate(pages):
                if number and not printer.newPage():
                    raise PrinterRefused
                _print_page(painter, printer, page, sizes[page], ask)
                step((number + 1) / len(pages))
        except BaseException:
            printer.abort()
            raise
        finally:
            painter.end()
    return len(pages)


def _wanted(printer: QPrinter, count: int) -> list[int]:
    """The pages to print, from 0, in the order of printing, as often as copies are wanted of them."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    pages = list(range(max(1, first) - 1, min(count, last)))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return pages * copies if printer.collateCopies() else [page for page in pages for _ in range(copies)]


def _print_page(
    painter: QPainter, printer: QPrinter, page: int, size: tuple[float, float], ask: Callable[[Band], QImage]
) -> None:
    """Draw a page as large as the paper allows, in its middle."""
    dots = min(FINEST, printer.resolution()) / 72
    width, height = round(size[0] * dots), round(size[1] * dots)
    paper = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    scale = min(paper.width() / width, paper.height() / height)
    left, top = (paper.width() - width * scale) / 2, (paper.height() - height * scale) / 2
    in_grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    # one picture: between several, a printer or who looks at the file rounds rows away
    whole = QImage(width, height, QImage.Format.Format_Grayscale8 if in_grey else QImage.Format.Format_RGB32)
    joining = QPainter(whole)
    for band in bands_of(page, width, height, 0, height):
        joining.drawImage(0, band.top, ask(band))
    joining.end()
    painter.drawImage(QRectF(left, top, width * scale, height * scale), whole)


@contextmanager
def _drawing(
    data: bytes, command: tuple[str, ...]
) -> Iterator[tuple[Callable[[Band], QImage], list[tuple[float, float]]]]:
    """The process that draws: what gives the picture of a band, and the sizes of the pages in points."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    into, out = process.stdin, process.stdout

    def picture(band: Band) -> QImage:
        wanted = {"page": band.page, "width": band.width, "height": band.height, "top": band.top, "rows": band.rows}
        form = _answer(into, out, wanted)
        if form.get("picture") != band.bytes:
            raise PrinterRefused
        return QImage(out.read(band.bytes), band.width, band.rows, QImage.Format.Format_RGB32).copy()

    try:
        yield picture, [(size[0], size[1]) for size in _answer(into, out, {"bytes": len(data)}, data).get("sizes", [])]
    finally:
        process.kill()
        process.communicate()


def _answer(into: IO[bytes], out: IO[bytes], request: dict[str, Any], data: bytes = b"") -> dict[str, Any]:
    try:
        into.write(json.dumps(request).encode() + b"\n" + data)
        into.flush()
        answer = json.loads(out.readline())
    except (OSError, ValueError) as error:
        raise PrinterRefused from error
    return answer if isinstance(answer, dict) else {}
