"""The steps of the tour with files of the user's own: import, a new version, a PDF as pages, versions side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tour.driver import Driver
from reader.tour.papers import LETTER, PDF_NAME, PDF_WORDS, write_papers

if TYPE_CHECKING:
    from reader.ui.import_window import ImportWindow


class ImportSteps(Driver):
    """What the tour does with files."""

    def import_papers(self) -> None:
        """Drop a folder, look through the list, add a version of a known paper, store the rest, read the report."""
        from reader.ui.version_review import VersionReviewDialog

        folder = self.folder / "stukken"
        write_papers(folder)
        self.window.exchange.import_files([folder])
        window = self.import_window()
        self.wait(lambda: not window.run.is_busy, "the papers are read")
        states = {row.name: row.state for row in window.run.rows.rows}
        self.require(states.get(PDF_NAME) == "ready", "the PDF can be imported")
        self.require(states.get("onvolledig.pdf") == "refused", "the broken file is told")
        self.choose_row(window, PDF_NAME)
        self.shoot("import-nakijken", window)
        self.choose_row(window, LETTER)
        self.shoot("import-nieuwe-versie", window)
        window.review_version()
        self.wait(lambda: bool(self.window.findChildren(VersionReviewDialog)), "the new version is compared")
        dialog = self.window.findChildren(VersionReviewDialog)[-1]
        self.shoot("nieuwe-versie-nakijken", dialog)
        dialog.review.place_all()
        dialog.finish()
        self.wait(lambda: window.run.rows.count("ready") == 2, "the new version is added")
        window.store()
        self.wait(lambda: not window.run.is_busy and window.run.rows.count("stored") == 3, "the papers are stored")
        self.choose_row(window, "onvolledig.pdf")
        self.shoot("importverslag", window)
        window.close()
        self.settle()

    def import_window(self) -> ImportWindow:
        from reader.ui.import_window import ImportWindow

        self.wait(lambda: any(one.isVisible() for one in self.window.findChildren(ImportWindow)), "the list is shown")
        return next(one for one in self.window.findChildren(ImportWindow) if one.isVisible())

    def choose_row(self, window: ImportWindow, name: str) -> None:
        rows = window.run.rows
        place = next(number for number, row in enumerate(rows.rows) if row.name == name)
        window.list.setCurrentIndex(rows.index(place))
        self.settle()

    def pages(self) -> None:
        """A PDF as its pages beside its running text, with the same marks."""
        document = next(one for one in self.project.documents() if one.source_name == PDF_NAME)
        row = self.view.pane_row
        self.window.acts.show_panes(1)
        self.view.open_document(document.uid)
        self.require(self.find_words(PDF_WORDS), "the words are in the PDF")
        self.select_words(2)
        self.key("3")
        self.wait(lambda: bool(row.panes[0].marks.highlights()), "a passage is marked in the running text")
        self.act("pane.new")
        self.act("view.pages")
        source = row.panes[1].view.source
        self.wait(lambda: source is not None and source.picture_bytes > 0 and source.map(0) is not None, "pages")
        self.find_words(PDF_WORDS)
        self.shoot("bladzijden-naast-leesweergave")
        for theme in ("dark", "sepia", "light"):
            self.choose("theme", theme)
            self.shoot(f"bladzijden-{theme}")

    def versions(self) -> None:
        """Both versions of the letter in panes, with what differs marked."""
        row = self.view.pane_row
        self.window.acts.show_panes(1)
        document = next(one for one in self.project.documents() if one.source_name == LETTER)
        self.view.open_document(document.uid)
        self.act("document.version")
        self.wait(lambda: len(row.panes) == 2 and bool(row.panes[1].view.changes), "what differs is marked")
        self.act("difference.next")
        self.shoot("twee-versies-naast-elkaar")
