"""A PDF as its pages: the same text, caret, selection, marks and hits as in the reading view, at the place on paper."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.domain.anchor import make_highlight
from reader.domain.changes import ActName, ChangeSet, added
from reader.domain.errors import PagesDiffer
from reader.domain.model import Highlight, Span, Tag, Tagging
from reader.importers.base import Imported, read_file
from reader.models.highlights import DocumentMarks
from reader.models.page_source import PageSource
from reader.text.page_text import page_text
from reader.text.reading import reading_text
from reader.text.structure import Structure
from reader.ui.find_bar import FindBar
from reader.ui.overview_bar import OverviewBar
from reader.ui.page_column import GAP
from reader.ui.page_flow import PageFlow
from reader.ui.page_view import PageView
from reader.ui.theme import Theme
from reader.ui.unit_marks import UnitMark
from tests.in_memory import InMemoryProject

FILES = Path(__file__).parents[1] / "files" / "pdf"
PAPERS = sorted((FILES / "aanhangsel").glob("*.pdf"))
PAPER = FILES / "aanhangsel" / "ah-tk-20232024-2313.pdf"
TAG = Tag("tag", "Detentie", 3, 3)
NONE = Qt.KeyboardModifier.NoModifier


@cache
def imported(path: Path) -> Imported:
    return read_file(path)


class Bench:
    """A view of 700 x 800 px on a paper, and hands."""

    def __init__(self, theme: Theme, qtbot: QtBot, path: Path = PAPER) -> None:
        paper = imported(path)
        self._qtbot = qtbot
        self.document, self.body = paper.document, paper.text.body
        structure = Structure.from_bytes(paper.text.structure)
        self.words = reading_text(structure, self.body)
        self.project = InMemoryProject([paper.document, paper.text, TAG])
        self.marks = DocumentMarks(self.project, paper.document)
        self.source = PageSource(paper.text.original, page_text(structure, self.body), "x.pdf")
        self.view = PageView(theme)
        qtbot.addWidget(self.view)
        self.view.set_reduced_motion(True)
        self.view.resize(700, 800)
        self.view.set_source(self.source, self.words)

    def show_pages(self) -> None:
        self.view.set_document(self.source.reading, self.marks)
        self.show()

    def show(self) -> None:
        self.view.show()
        self.view.activateWindow()
        self.view.setFocus()
        self.settle()

    @property
    def flow(self) -> PageFlow:
        assert isinstance(self.view.flow, PageFlow)
        return self.view.flow

    def settle(self) -> None:
        """All that is seen is drawn and measured."""

        def is_done() -> bool:
            QApplication.processEvents()
            flow = self.flow
            bands = [
                band
                for page in flow.visible_pages()
                for band in flow.bands(page, self.view.devicePixelRatioF(), 0, self.view.height())
            ]
            return all(self.source.map(page) is not None for page in flow.visible_pages()) and all(
                self.source.picture(band) is not None for band in bands
            )

        self._qtbot.waitUntil(is_done, timeout=20_000)
        QApplication.processEvents()

    def span(self, words: str) -> Span:
        start = self.words.text.index(words)
        return self.words.source_span(start, start + len(words))

    def edge(self, span: Span, *, end: bool = False) -> QPointF:
        rects = self.view.rects_of(span)
        rect = rects[-1] if end else rects[0]
        return QPointF(rect.right() - 0.01 if end else rect.left() + 0.01, rect.center().y())

    def mark(self, words: str, note: str = "") -> Highlight:
        from dataclasses import replace

        made = make_highlight(self.document.text_uid, self.document.uid, self.body, self.span(words))
        made = replace(made, note=note)
        act = ChangeSet(ActName("highlight.add"), added([made, Tagging(made.uid, TAG.uid, "1")]))
        self.project.apply(act)
        self.marks.apply(act)
        return made

    def mouse(self, kind: QEvent.Type, at: QPointF) -> None:
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        everywhere = QPointF(self.view.viewport().mapToGlobal(at.toPoint()))
        QApplication.sendEvent(self.view.viewport(), QMouseEvent(kind, at, everywhere, button, held, NONE))

    def drag(self, start: QPointF, end: QPointF) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, start)
        self.mouse(QEvent.Type.MouseMove, (start + end) / 2)
        self.mouse(QEvent.Type.MouseMove, end)
        self.mouse(QEvent.Type.MouseButtonRelease, end)

    def double_click(self, at: QPointF) -> None:
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick):
            self.mouse(kind, at)
        self.mouse(QEvent.Type.MouseButtonRelease, at)

    def wheel(self, y: int, modifiers: Qt.KeyboardModifier = NONE, at: QPointF | None = None) -> None:
        place = at if at is not None else QPointF(300, 300)
        event = QWheelEvent(
            place, QPointF(self.view.viewport().mapToGlobal(place.toPoint())), QPoint(), QPoint(0, y),
            Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.view.viewport(), event)

    def colour(self, at: QPointF) -> str:
        return self.view.viewport().grab().toImage().pixelColor(at.toPoint()).name()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme) -> Iterator[Bench]:
    made = Bench(theme, qtbot)
    made.show_pages()
    yield made
    made.view.hide()


# places ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_what_is_selected_on_the_page_is_the_text_of_the_span(qtbot: QtBot, theme: Theme, path: Path) -> None:
    """200 spans of each sample, selected from the left edge of their first letter to the right edge of their last."""
    bench = Bench(theme, qtbot, path)
    bench.view.resize(700, 6000)  # all pages are seen
    bench.show_pages()
    reading, flow, chance = bench.source.reading, bench.flow, random.Random(4)
    for _ in range(200):
        start = chance.randrange(len(reading.text) - 1)
        words = reading.text[start : start + chance.randrange(1, 500)]
        kept = words.strip()
        if not kept:
            continue
        start += words.index(kept)
        span = reading.source_span(start, start + len(kept))
        assert bench.body[span.start : span.end].split() == kept.split()
        first, last = flow.rects(start, start + 1)[0], flow.rects(start + len(kept) - 1, start + len(kept))[0]
        low = flow.place_at(QPointF(first.left() + 0.01, first.center().y()))[0]
        high = flow.place_at(QPointF(last.right() - 0.01, last.center().y()))[0]
        assert (low, high) == (start, start + len(kept))
        bench.view.select_range(low, high)
        assert bench.view.selection() == span
        paper = bench.view.viewport().rect()
        assert all(paper.contains(rect.toAlignedRect()) for rect in bench.view.rects_of(span))
    bench.view.hide()


def test_a_place_on_the_page_is_the_character_there_and_beside_the_text_there_is_none(bench: Bench) -> None:
    span = bench.span("WIA-uitkering")
    for offset, letter in enumerate("WIA-uitkering"):
        (rect,) = bench.view.rects_of(Span(span.start + offset, span.start + offset + 1))
        place = bench.view.source_at(rect.center())
        assert place is not None
        assert bench.body[place] == letter
    assert bench.view.source_at(QPointF(20, 400)) is None


def test_pages_stand_under_each_other_as_wide_as_the_view(bench: Bench) -> None:
    first, second = bench.flow.page_rect(0), bench.flow.page_rect(1)
    assert first.top() == GAP == second.top() - first.bottom() - 1
    assert first.left() == 54
    assert first.width() == second.width() == 700 - 54 - 30


def test_scrolling_stops_at_both_ends_and_steps_come_back(bench: Bench) -> None:
    assert bench.view.scroll_by(-10) == 0
    assert bench.view.scroll_by(123) == 123
    assert bench.view.scroll_by(-123) == -123
    bench.view.scroll_by(10**7)
    assert bench.view.scroll_by(1) == 0
    assert bench.flow.page_rect(bench.source.page_count - 1).bottom() + 1 + GAP == 800
    seen = bench.view.visible_span()
    assert seen.end == len(bench.body.rstrip())


def test_a_place_far_away_is_shown_exactly_once_its_page_is_measured(bench: Bench) -> None:
    start = bench.source.text.lines_of(3)[10]
    offset = bench.source.reading.paragraph_start(start)
    span = bench.source.reading.source_span(offset, offset + 20)
    assert bench.source.map(3) is None
    bench.view.scroll_to(span.start, 300)
    bench.settle()
    assert round(bench.view.y_of(span.start)) == 300
    assert bench.view.rects_of(span)[0].top() == 300


# the two forms --------------------------------------------------------------------------------------------------------


def test_the_other_form_keeps_place_caret_selection_choice_and_hits(qtbot: QtBot, theme: Theme) -> None:
    bench = Bench(theme, qtbot)
    view = bench.view
    view.set_document(bench.words, bench.marks)
    view.show()
    assert not view.is_paged
    highlight = bench.mark("intern onderzoek van het UWV")
    view.choose(highlight.uid)
    hits = view.find("beoordeling")
    view.set_hits(hits, 5)
    span = bench.span("Vraag 4")
    view.set_selection(span)
    view.scroll_to(span.start, 200)
    place = view.position()
    view.set_reading(bench.source.reading)
    bench.settle()
    assert view.is_paged
    assert view.selection() == span
    assert view.chosen() == highlight.uid
    assert view.hits == hits == view.find("beoordeling")
    assert abs(view.y_of(place[0]) - place[1]) <= 1
    view.set_reading(bench.words)
    assert not view.is_paged
    assert (view.selection(), view.chosen(), view.hits) == (span, highlight.uid, hits)
    assert view.caret() == span.end
    view.hide()


def test_a_highlight_over_a_page_break_passes_over_notes_and_the_foot_of_the_page(bench: Bench) -> None:
    highlight = bench.mark("belangrijk en bepalend. Mensen moeten daarop kunnen vertrouwen.")
    bench.view.reveal(highlight.span, frame=False)
    bench.settle()
    shown = [bench.source.reading.text[start:end] for start, end in bench.source.reading.shown_ranges(highlight.span)]
    assert shown == ["belangrijk en bepalend. Mensen", "moeten daarop kunnen vertrouwen."]


def test_words_are_found_over_line_ends_and_copied_without_them(bench: Bench) -> None:
    (hit,) = bench.view.find("arbeidsongeschiktheidsbeoordeling is dan")
    assert bench.body[hit.start : hit.end] == "arbeids-\nongeschiktheidsbeoordeling is dan"
    bench.view.set_selection(hit)
    bench.view.copy()
    assert QGuiApplication.clipboard().text() == "arbeidsongeschiktheidsbeoordeling is dan"
    foot = bench.source.reading.text.index("ISSN")
    bench.view.select_range(foot, foot + 4)
    bench.view.copy()
    assert QGuiApplication.clipboard().text() == "ISSN"


def test_find_bar_and_overview_serve_the_pages_too(bench: Bench, theme: Theme) -> None:
    bar, overview = FindBar(bench.view, theme, bench.view), OverviewBar(bench.view, theme, bench.view)
    overview.setGeometry(684, 0, 16, 800)
    bar.open("longcovid")
    assert len(bar.hits) > 3
    bar.next()
    bench.settle()
    hit = bar.hits[bar.current]
    assert bench.view.caret() == hit.start
    assert bench.view.rects_of(hit)
    assert overview.frame_rect().height() < 500
    overview.grab()
    bar.close_bar()


# hands ----------------------------------------------------------------------------------------------------------------


def test_dragging_selects_and_a_double_click_takes_a_word(bench: Bench) -> None:
    span = bench.span("mensen die ziek worden")
    bench.drag(bench.edge(span), bench.edge(span, end=True))
    assert bench.view.selection() == span
    word = bench.span("ongeluk")
    bench.double_click(bench.view.rects_of(word)[0].center())
    assert bench.view.selection() == word


def test_the_keys_move_the_caret_over_the_lines_of_the_page(bench: Bench) -> None:
    bench.view.set_caret(bench.span("Vraag 2").start)
    QTest.keyClick(bench.view, Qt.Key.Key_Down)
    assert bench.view.caret() == bench.span("Bent u het ermee").start
    QTest.keyClick(bench.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(bench.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert bench.view.selected_text() == "Be"
    QTest.keyClick(bench.view, Qt.Key.Key_End)
    assert bench.body[bench.view.caret()] == "\n"
    top = bench.flow.top
    QTest.keyClick(bench.view, Qt.Key.Key_PageDown)
    assert bench.flow.top > top
    QTest.keyClick(bench.view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert bench.view.caret() == len(bench.body.rstrip())


def test_a_click_on_a_highlight_chooses_it(bench: Bench) -> None:
    highlight = bench.mark("een ongeluk krijgen")
    at = bench.view.rects_of(highlight.span)[0].center()
    bench.mouse(QEvent.Type.MouseButtonPress, at)
    bench.mouse(QEvent.Type.MouseButtonRelease, at)
    assert bench.view.chosen() == highlight.uid


def test_ctrl_and_the_wheel_zoom_around_the_pointer(bench: Bench) -> None:
    at = bench.view.rects_of(bench.span("ongeluk"))[0].center()
    before = bench.flow.factor
    bench.wheel(120, Qt.KeyboardModifier.ControlModifier, at)
    bench.settle()
    assert bench.flow.factor > before
    assert bench.view.source_at(at) is not None
    assert abs(bench.view.rects_of(bench.span("ongeluk"))[0].center().y() - at.y()) < 12
    bench.wheel(-120, Qt.KeyboardModifier.ControlModifier, at)
    bench.view.zoom_reset()
    assert bench.view.zoom == "width"
    assert bench.flow.factor == before


def test_a_whole_page_fits_and_a_wide_one_moves_sideways(bench: Bench) -> None:
    bench.view.set_zoom("page")
    assert bench.flow.page_rect(0).height() <= 800 - 2 * GAP
    bench.view.set_zoom(3.0)
    left = bench.flow.page_rect(0).left()
    bench.wheel(-120, Qt.KeyboardModifier.ShiftModifier)
    assert bench.flow.page_rect(0).left() < left
    QTest.keyClick(bench.view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    bench.settle()
    assert 0 <= bench.view.caret_rect().left() < 700
    assert bench.source.picture_bytes < 60_000_000


@pytest.mark.parametrize("width", [200, 300, 500, 1400])
def test_a_narrow_or_wide_view_keeps_the_place(bench: Bench, width: int) -> None:
    bench.view.scroll_by(900)
    bench.settle()
    page = bench.flow.column.page_at(bench.flow.top[0])
    share = (bench.flow.top[0] - bench.flow.column.tops[page]) / bench.flow.column.heights[page]
    bench.view.resize(width, 800)
    now = (bench.flow.top[0] - bench.flow.column.tops[page]) / bench.flow.column.heights[page]
    last = bench.flow.top[0] + 800 >= bench.flow.column.height
    assert last or now == pytest.approx(share, abs=0.01)
    bench.view.grab()


# paint ----------------------------------------------------------------------------------------------------------------


def test_a_tint_lies_under_the_print_and_goes_with_the_highlight(bench: Bench, theme: Theme) -> None:
    highlight = bench.mark("een ongeluk krijgen")
    rect = bench.view.rects_of(highlight.span)[0]
    gap = bench.view.rects_of(bench.span(" ongeluk"))[0]  # the space before the word
    paper = QPointF(gap.left() + 1, rect.top() + 1)
    assert bench.colour(paper) == theme.label_tint(3).name()
    ink = bench.view.viewport().grab(rect.toAlignedRect()).toImage()
    darkest = min(ink.pixelColor(x, y).lightness() for x in range(ink.width()) for y in range(ink.height()))
    assert darkest < 90
    bench.view.set_selection(highlight.span)
    assert bench.colour(paper) != theme.label_tint(3).name()


@pytest.mark.parametrize(("choice", "paper"), [("light", "#ffffff"), ("dark", "#c9c6bf"), ("sepia", "#f9f2e3")])
def test_paper_is_white_dimmed_or_sepia(bench: Bench, theme: Theme, choice: str, paper: str) -> None:
    theme.choose(choice)
    page = bench.flow.page_rect(0)
    assert bench.colour(QPointF(page.left() + 5, page.top() + 5)) == paper
    assert bench.colour(QPointF(3, page.top() + 100)) == theme.color("window").name()


def test_signs_of_lines_that_are_close_stand_below_each_other(bench: Bench) -> None:
    for words in ("Mensen die langdurig", "onzekerheid over hun", "toekomst. Ik realiseer"):
        bench.mark(words, note="Kijk")
    right = bench.flow.text_left + bench.flow.text_width
    areas = [
        sign.area(placed, right)
        for placed in bench.flow.visible()
        for sign in bench.view.painter.margin(bench.flow, placed, bench.marks).signs
    ]
    assert len(areas) == 3
    assert all(not one.intersects(other) for one in areas for other in areas if one is not other)


def test_units_have_their_stripe_and_badge_beside_the_page(bench: Bench) -> None:
    start, end = bench.span("Vraag 2").start, bench.span("onjuist zijn?").end if "onjuist" in bench.body else 0
    end = end or bench.span("inzetbaarheid niet juist zijn?").end
    bench.view.set_units([UnitMark("q2", "question", "V2", start, end)])
    y = bench.view.rects_of(Span(start, start + 5))[0].center().y()
    badge = next(badge for across in range(54) if (badge := bench.view.badge_at(QPointF(across, y))) is not None)
    assert badge.unit.id == "q2"
    assert bench.view.unit_of_stripe_at(QPointF(54 - 12, y + 40)) is not None


# the process ----------------------------------------------------------------------------------------------------------


def test_a_hidden_view_keeps_no_process_and_shows_its_pages_again(bench: Bench) -> None:
    bench.view.hide()
    assert bench.source.is_resting
    bench.view.resize(800, 700)
    bench.show()
    assert bench.source.picture_bytes > 0


def test_pages_that_cannot_be_shown_are_told_and_the_text_stays(qtbot: QtBot, theme: Theme) -> None:
    bench = Bench(theme, qtbot)
    other = page_text(Structure(), bench.body.replace("UWV", "SVB"))
    source = PageSource(imported(PAPER).text.original, other, "x.pdf")
    bench.view.set_source(source, bench.words)
    bench.view.set_document(source.reading, bench.marks)
    with qtbot.waitSignal(bench.view.pages_failed, timeout=20_000) as told:
        bench.view.show()
    assert isinstance(told.args[0], PagesDiffer)
    bench.view.grab()
    bench.view.set_reading(bench.words)
    assert bench.view.find("UWV")
    bench.view.hide()


def test_a_view_without_pages_is_a_reading_view(qtbot: QtBot, theme: Theme) -> None:
    bench = Bench(theme, qtbot)
    bench.view.set_source(None)
    bench.view.set_document(bench.words, bench.marks)
    bench.view.show()
    size = bench.view.reading_size()
    bench.view.zoom_in()
    assert bench.view.reading_size() == size + 1
    assert not bench.view.is_paged
    bench.view.hide()
