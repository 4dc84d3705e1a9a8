"""Every dialog at 100 % and 200 % text on a screen of 1280 x 720: whole, named, in a sensible order of Tab."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from reader.app import Desk, make_desk
from reader.config import Settings
from reader.edit import marks
from reader.store.project import Project
from reader.store.sharing import save_copy_for_others
from reader.ui.agreement_dialog import AgreementDialog
from reader.ui.citation_template_dialog import SAMPLES, CitationTemplateDialog
from reader.ui.document_facts import DocumentFactsDialog
from reader.ui.export_dialog import ExportDialog
from reader.ui.import_window import ImportWindow
from reader.ui.labels import ElidedLabel
from reader.ui.merge_dialog import MergeDialog
from reader.ui.share_dialog import ShareDialog
from reader.ui.version_changes import VersionsDialog
from reader.ui.version_review import VersionReviewDialog
from tests.accessibility.test_names import expect_keys, expect_names, shown
from tests.conftest import SEEDS
from tests.ui.test_dialog_parts import tab_stops

LETTER = SEEDS / "2018-04-25-kamerbrief-libische-detentiecentra.txt"
LONG = "Verslag van een schriftelijk overleg over de integrale migratieagenda en de inzet in de Raad, met bijlagen " * 2
SCREEN = QSize(1280, 720)  # px; the window is as large
LEVEL = 8  # px between the middles of what stands in one row


class Bench:
    """The window on the sample project, and what makes each dialog appear."""

    def __init__(self, desk: Desk, bot: QtBot, folder: Path) -> None:
        self.desk, self.window, self.bot, self.folder = desk, desk.window, bot, folder

    def dialog(self, kind: type[QDialog]) -> QDialog:
        self.bot.waitUntil(lambda: any(one.isVisible() for one in self.window.findChildren(kind)), timeout=10_000)
        return next(one for one in self.window.findChildren(kind) if one.isVisible())

    def idle(self) -> None:
        self.bot.waitUntil(lambda: not self.window.jobs.running, timeout=10_000)

    def copy(self) -> Path:
        """A colleague's copy with a long name, in a folder of its own, with a passage of hers."""
        path = self.folder / "bram" / "Kopie van Bram Hendrikse-de Jong voor de commissie (met opmerkingen).vindplaats"
        path.parent.mkdir(exist_ok=True)
        assert self.window.session is not None
        save_copy_for_others(self.window.session.project, path)
        with Project.open(path) as project:
            one = next(one for one in project.highlights() if one.kind == "highlight")
            span = replace(one.span, start=one.start + 400, end=one.end + 400)
            project.apply(marks.tag_span(project, one.document_uid, span, project.tags()[0].uid, author="Bram"))
        return path

    def new_version(self) -> Path:
        path = self.folder / LETTER.name
        words = LETTER.read_text(encoding="utf-8-sig").replace("gesloten", "definitief gesloten")
        path.write_text(words, encoding="utf-8")
        return path

    def import_window(self) -> ImportWindow:
        (self.folder / f"{LONG[:90]}.txt").write_text("Geachte voorzitter,\n\nHierbij een brief.\n", encoding="utf-8")
        (self.folder / "onvolledig.pdf").write_bytes(b"%PDF-1.7\n1 0 obj <<")
        names = (self.new_version(), self.folder / "onvolledig.pdf", self.folder / f"{LONG[:90]}.txt")
        self.window.exchange.import_files(list(names))
        self.idle()
        window = self.dialog(ImportWindow)
        assert isinstance(window, ImportWindow)
        return window


def details(bench: Bench) -> QDialog:
    assert bench.window.session is not None
    document = bench.window.session.project.documents()[0]
    bench.window.exchange.show_details(document.uid)
    dialog = bench.dialog(DocumentFactsDialog)
    assert isinstance(dialog, DocumentFactsDialog)
    dialog.form.title.setText(LONG)
    dialog.form.date.setText("gisteren")
    dialog.form.date.textEdited.emit("gisteren")
    return dialog


def imported(bench: Bench) -> QDialog:
    return bench.import_window()


def review(bench: Bench) -> QDialog:
    window = bench.import_window()
    place = next(number for number, row in enumerate(window.run.rows.rows) if row.version_of is not None)
    window.list.setCurrentIndex(window.run.rows.index(place))
    window.review_version()
    return bench.dialog(VersionReviewDialog)


def versions(bench: Bench) -> QDialog:
    dialog = review(bench)
    assert isinstance(dialog, VersionReviewDialog)
    dialog.review.place_all()
    dialog.finish()
    bench.idle()
    assert bench.window.session is not None
    named = [one for one in bench.window.session.project.documents() if one.source_name == LETTER.name]
    bench.window.project_view.open_document(named[0].uid)
    bench.window.exchange.compare_versions()
    return bench.dialog(VersionsDialog)


def export(bench: Bench) -> QDialog:
    bench.window.exchange.export_excerpts()
    dialog = bench.dialog(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    box = dialog.choices.format
    box.setCurrentIndex(box.findData("qdpx"))  # says most of what is lost
    bench.idle()
    return dialog


def template(bench: Bench) -> QDialog:
    dialog = CitationTemplateDialog(bench.window.theme, f"{{{{ titel }}}} {LONG}", SAMPLES[0], bench.window)
    dialog.open()
    return dialog


def share(bench: Bench) -> QDialog:
    bench.window.exchange.share()
    return bench.dialog(ShareDialog)


def merge(bench: Bench) -> QDialog:
    bench.window.exchange.sharing.look(bench.copy())
    dialog = bench.dialog(MergeDialog)
    assert isinstance(dialog, MergeDialog)
    return dialog


def merged(bench: Bench) -> QDialog:
    dialog = merge(bench)
    assert isinstance(dialog, MergeDialog)
    dialog.merge()
    bench.bot.waitUntil(lambda: dialog.taken is not None, timeout=10_000)
    return dialog


def agreement(bench: Bench) -> QDialog:
    bench.window.exchange.sharing.agreement()
    dialog = bench.dialog(AgreementDialog)
    bench.idle()
    return dialog


def settings(bench: Bench) -> QDialog:
    from reader.ui.preferences import Preferences

    dialog = Preferences(bench.window)
    dialog.open()
    return dialog


def manual(bench: Bench) -> QDialog:
    from reader.ui.manual import ManualWindow

    dialog = ManualWindow(bench.window)
    dialog.show()
    return dialog


def report(bench: Bench) -> QDialog:
    return bench.window.messages.show_details("Import", f"{LONG}.pdf\n" * 40)


DIALOGS = (
    details, imported, review, versions, export, template, share, merge, merged, agreement, settings, manual, report
)  # fmt: skip


@pytest.fixture(params=[1.0, 2.0], ids=["100 %", "200 %"])
def bench(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    qapp: QApplication,
    sample_project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Bench]:
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: SCREEN)  # the one offscreen is 800 px high
    own = Settings.load(tmp_path / "settings")
    for option, value in {"language": "nl", "theme": "light", "open_last": False, "author": LONG[:60]}.items():
        own.set(option, value)
    desk = make_desk(own)
    desk.dress.set_text_scale(request.param)
    desk.window.resize(SCREEN)
    desk.window.show()
    qtbot.waitExposed(desk.window)
    assert desk.window.project_files.open_path(sample_project)
    yield Bench(desk, qtbot, tmp_path)
    for importing in desk.window.findChildren(ImportWindow):
        importing.run.close()
    for dialog in desk.window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.close()
    desk.dress.set_text_scale(1.0)
    own.set("language", "en")
    desk.window.option_chosen.emit("language")
    desk.close()
    QApplication.processEvents()


@pytest.mark.parametrize("make", DIALOGS, ids=lambda make: make.__name__)
def test_a_dialog_is_whole(bench: Bench, make: Callable[[Bench], QDialog]) -> None:
    dialog = make(bench)
    QApplication.processEvents()
    assert dialog.width() < SCREEN.width(), "wider than the screen"
    assert dialog.height() < SCREEN.height(), "higher than the screen"
    assert cut_off(dialog) == []
    if shown(dialog):
        expect_names(dialog)
        expect_keys(dialog)
        expect_order(dialog)


def cut_off(dialog: QDialog) -> list[str]:
    """What is not shown whole, and cannot be scrolled to."""
    faults = []
    for part in dialog.findChildren(QWidget):
        if not part.isVisible() or part.window() is not dialog or not isinstance(part, QAbstractButton | QLabel):
            continue
        words = part.text() or part.accessibleName()
        needed = part.sizeHint()
        if isinstance(part, ElidedLabel):
            needed.setWidth(0)  # its tooltip has the rest
        elif isinstance(part, QLabel) and part.wordWrap():
            needed.setWidth(0)
            needed.setHeight(part.heightForWidth(part.width()))
        if needed.width() > part.width() or needed.height() > part.height():
            faults.append(f"{type(part).__name__} “{words}”: {part.size().toTuple()}, needs {needed.toTuple()}")
        frame = scrolling(part, dialog) or dialog
        place = QRect(part.mapTo(frame, QPoint()), part.size())
        if place.left() < 0 or place.right() > frame.width():
            faults.append(f"{type(part).__name__} “{words}” goes out at the side")
        if frame is dialog and not dialog.rect().contains(place):
            faults.append(f"{type(part).__name__} “{words}” goes out")
    return faults


def scrolling(part: QWidget, dialog: QDialog) -> QWidget | None:
    """What the part can be scrolled in."""
    above = part.parentWidget()
    while above is not None and above is not dialog:
        if isinstance(above, QScrollArea):
            return above.widget()
        above = above.parentWidget()
    return None


def expect_order(dialog: QDialog) -> None:
    """The focus begins where there is something to choose or read; the buttons below come last, from left to right."""
    stops = list(tab_stops(dialog))
    if any(not isinstance(stop, QPushButton) for stop in stops):
        assert not isinstance(stops[0], QPushButton)
    places = {stop: QRect(stop.mapTo(dialog, QPoint()), stop.size()) for stop in stops}
    outside = [stop for stop in stops if scrolling(stop, dialog) is None]
    lowest = max(places[stop].center().y() for stop in outside)
    row = [stop for stop in outside if abs(places[stop].center().y() - lowest) < LEVEL]
    row.sort(key=lambda stop: places[stop].x())
    end = stops.index(row[-1]) + 1
    assert (stops[end:] + stops[:end])[-len(row) :] == row
