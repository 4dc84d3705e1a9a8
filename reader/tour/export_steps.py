"""The steps of the tour that take excerpts out: the export window, every format, and a finished page of Word."""

from __future__ import annotations

import shutil
import subprocess
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.tour.import_steps import ImportSteps

if TYPE_CHECKING:
    from reader.ui.export_dialog import ExportDialog

CONVERSION_TIME = 120  # seconds LibreOffice may take
PAGE_SCALE = 1.5  # pixels per point of the picture of a page


def _shows(dialog: ExportDialog, name: str) -> bool:
    return dialog.shown_format == name


class ExportSteps(ImportSteps):
    """Exporting, each step checked."""

    def export_windows(self, language: str) -> None:
        """The export window with its preview for some formats, in one language of the program."""
        from reader.ui.export_dialog import ExportDialog

        self.choose("language", language)
        self.window.exchange.export_excerpts()
        dialog = next(one for one in self.window.findChildren(ExportDialog) if one.isVisible())
        dialog.choices.language.setCurrentIndex(dialog.choices.language.findData(language))
        for name in ("docx", "xlsx", "annotated-html", "qdpx"):
            box = dialog.choices.format
            box.setCurrentIndex(box.findData(name))
            self.wait(partial(_shows, dialog, name), f"the export window shows {name}")
            self.shoot(f"exporteren-{name}-{language}", dialog)
        dialog.choices.format.setCurrentIndex(dialog.choices.format.findData("docx"))
        self.wait(partial(_shows, dialog, "docx"), "the export window shows Word")
        path = self.folder / f"fragmenten-{language}.docx"
        dialog.write(path)
        self.wait(lambda: path.exists() and not self.window.jobs.running, f"{path.name} is written")
        self.page_of(path)
        self.choose("language", "nl")

    def page_of(self, path: Path) -> None:
        """A picture of the first page of a Word file, where LibreOffice is there to lay it out."""
        office = shutil.which("soffice")
        if office is None:
            return
        profile = (self.folder / "libreoffice").absolute().as_uri()
        command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
        subprocess.run(
            [*command, "--outdir", str(self.folder), str(path)],
            check=True,
            capture_output=True,
            timeout=CONVERSION_TIME,
        )
        shutil.rmtree(self.folder / "libreoffice", ignore_errors=True)
        laid_out = path.with_suffix(".pdf")
        self.draw_page(laid_out)
        laid_out.unlink()

    def draw_page(self, path: Path) -> None:
        """A picture of the first page of a PDF."""
        import pypdfium2  # type: ignore[import-untyped]
        from PySide6.QtGui import QImage

        document = pypdfium2.PdfDocument(path)
        bitmap = document[0].render(scale=PAGE_SCALE, rev_byteorder=True)
        form = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBA8888
        picture = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form)
        self.require(
            picture.save(str(self.next_picture(f"{path.stem}-bladzijde"))), f"the page of {path.name} is drawn"
        )
        document.close()

    def exports(self) -> None:
        """Every format that the sample can go out in."""
        from reader.exporters.base import FORMATS, ExcerptFilter, ExportOptions, export, gather
        from reader.exporters.moments import moment_of

        options = ExportOptions(title="Libië en de migratieagenda", moment=moment_of(self.project))
        paper = self.paper("integrale migratieagenda")
        for name, kind in FORMATS.items():
            if name == "annotated-pdf":  # the papers of the sample came as text
                continue
            chosen = ExcerptFilter(documents=(paper.uid,) if kind.scope == "paper" else ())
            path = self.folder / f"{'excerpts' if kind.scope == 'excerpts' else name}{kind.extension}"
            export(gather(self.project, chosen, options), name, path)
            self.require(path.stat().st_size > 500, f"the export {path.name} is written")
