"""The reading view against its budgets: open, label, scroll, resize; 130 kB and 10 MB, with 10,000 highlights."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from reader.domain.changes import ActName, ChangeSet, added
from reader.domain.model import Document, Highlight, Link, Span, Tag, Tagging
from reader.models.highlights import DocumentMarks
from reader.text.reading import ReadingText, reading_text
from reader.text.recognise import recognise
from reader.text.structure import Structure
from reader.ui.overview_bar import OverviewBar
from reader.ui.reading_view import ReadingView
from reader.ui.resources import load_fonts
from reader.ui.theme import Theme

SEEDS = Path(__file__).parents[1] / "seeds"
HIGHLIGHTS = 10_000
DOCUMENT = Document("d", "A long paper", "t")
TAGS = [Tag(f"tag{hue}", f"label {hue}", hue, hue, position=hue) for hue in range(1, 10)]


class Papers:
    """The least that DocumentMarks asks of a project."""

    def __init__(self, highlights: list[Highlight], taggings: list[Tagging]) -> None:
        self._highlights, self._taggings = highlights, taggings

    def highlights(self, document_uid: str | None = None) -> list[Highlight]:
        return self._highlights

    def taggings(self, **_which: str | None) -> list[Tagging]:
        return self._taggings

    def tags(self) -> list[Tag]:
        return TAGS

    def links(self, **_which: str | None) -> list[Link]:
        return []


def marked(length: int, count: int) -> Any:
    """`count` highlights with the lengths people give them, anywhere in a text."""
    chance = random.Random(7)
    highlights, taggings = [], []
    for number in range(count):
        size = min(600, int(chance.lognormvariate(4.4, 0.7)) + 1)
        start = chance.randrange(0, length - size - 1)
        uid = f"{number:08d}"
        highlights.append(Highlight(uid, "t", "d", start, start + size, "q", note="n" if number % 9 == 0 else ""))
        taggings += [Tagging(uid, TAGS[chance.randrange(9)].uid, str(label)) for label in range(1 + (number % 7 == 0))]
    return Papers(highlights, list({tagging.uid: tagging for tagging in taggings}.values()))


def paper(size: int) -> tuple[Structure, str]:
    papers = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    whole = "\n".join(papers)
    body = (whole * (size // len(whole) + 1))[:size]
    structure = recognise(body)
    return Structure.from_bytes(structure.to_bytes()), body


@pytest.fixture(scope="module")
def small() -> ReadingText:
    return reading_text(*paper(130_000))


@pytest.fixture(scope="module")
def large() -> ReadingText:
    return reading_text(*paper(10_000_000))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    load_fonts()
    return Theme("light")


@pytest.fixture
def view(theme: Theme) -> Iterator[ReadingView]:
    made = ReadingView(theme)
    made.resize(700, 900)
    bar = OverviewBar(made, theme, made)
    bar.setGeometry(684, 0, 16, 900)
    made.set_reduced_motion(True)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def repaint(view: ReadingView) -> None:
    """All that is asked to be painted is painted."""
    QApplication.processEvents()


def open_paper(view: ReadingView, reading: ReadingText, count: int) -> None:
    marks = DocumentMarks(marked_cache[len(reading.text), count], DOCUMENT)
    view.set_document(reading, marks)
    repaint(view)


marked_cache: dict[tuple[int, int], Any] = {}


@pytest.mark.parametrize(("size", "count"), [("small", 1000), ("small", HIGHLIGHTS), ("large", HIGHLIGHTS)])
def test_open(benchmark: Any, view: ReadingView, request: pytest.FixtureRequest, size: str, count: int) -> None:
    """Budget 50 ms for 130 kB, 150 ms for 10 MB, with reading the structure and the project on top."""
    reading: ReadingText = request.getfixturevalue(size)
    marked_cache[len(reading.text), count] = marked(reading.source_offset(len(reading.text)), count)
    benchmark.pedantic(open_paper, (view, reading, count), rounds=7, warmup_rounds=1)


@pytest.mark.parametrize("size", ["small", "large"])
def test_add_a_label(benchmark: Any, view: ReadingView, request: pytest.FixtureRequest, size: str) -> None:
    """Budget 16 ms to the screen, with 10,000 highlights in the paper."""
    reading: ReadingText = request.getfixturevalue(size)
    marks = DocumentMarks(marked(reading.source_offset(len(reading.text)), HIGHLIGHTS), DOCUMENT)
    view.set_document(reading, marks)
    view.scroll_by(20_000)
    repaint(view)
    numbers = itertools.count()

    def add() -> None:
        number = next(numbers)
        seen = view.visible_span()
        start = seen.start + 40 + 7 * number % max(1, len(seen) - 200)
        highlight = Highlight(f"new{number}", "t", "d", start, start + 80, "q")
        marks.apply(ChangeSet(ActName("tag.give"), added([highlight, Tagging(highlight.uid, "tag3", "0")])))
        repaint(view)

    benchmark.pedantic(add, rounds=30, warmup_rounds=2)


@pytest.mark.parametrize("step", [72, 700, 40_000])
def test_scroll_four_panes(benchmark: Any, theme: Theme, large: ReadingText, step: int) -> None:
    """Budget 16 ms for the slowest of a hundred steps (max), with four panes that scroll together."""
    marks = DocumentMarks(marked(large.source_offset(len(large.text)), HIGHLIGHTS), DOCUMENT)
    views = []
    for _ in range(4):
        view = ReadingView(theme)
        view.resize(434, 800)
        view.set_document(large, marks)
        view.show()
        views.append(view)
    QApplication.processEvents()

    def scroll() -> None:
        for view in views:
            view.scroll_by(step)
        QApplication.processEvents()

    benchmark.pedantic(scroll, rounds=100, warmup_rounds=2)
    for view in views:
        view.close()
        view.deleteLater()


def test_resize(benchmark: Any, view: ReadingView, large: ReadingText) -> None:
    """Budget 50 ms at 10 MB."""
    marks = DocumentMarks(marked(large.source_offset(len(large.text)), HIGHLIGHTS), DOCUMENT)
    view.set_document(large, marks)
    view.scroll_by(3_000_000)
    widths = itertools.cycle((520, 640, 700))

    def resize() -> None:
        view.resize(next(widths), 900)
        repaint(view)

    benchmark.pedantic(resize, rounds=15, warmup_rounds=1)


def test_font_size(benchmark: Any, view: ReadingView, large: ReadingText) -> None:
    """Budget 50 ms at 10 MB."""
    marks = DocumentMarks(marked(large.source_offset(len(large.text)), HIGHLIGHTS), DOCUMENT)
    view.set_document(large, marks)
    view.scroll_by(3_000_000)
    sizes = itertools.cycle((14, 18, 15))

    def grow() -> None:
        view.set_reading_size(next(sizes))
        repaint(view)

    benchmark.pedantic(grow, rounds=15, warmup_rounds=1)


@pytest.mark.parametrize("words", ["Libische kustwacht", "e", "geinformeerd"])
def test_find(benchmark: Any, view: ReadingView, large: ReadingText, words: str) -> None:
    """Find in 10 MB."""
    view.set_document(large, None)
    found: list[Span] = benchmark.pedantic(view.find, (words,), rounds=3)
    assert found


def test_caret_step(benchmark: Any, view: ReadingView, large: ReadingText) -> None:
    """A press of an arrow key, to the screen."""
    marks = DocumentMarks(marked(large.source_offset(len(large.text)), HIGHLIGHTS), DOCUMENT)
    view.set_document(large, marks)
    view.setFocus()

    def step() -> None:
        view.move_caret(view.caret_offset + 1, extend=True)
        repaint(view)

    benchmark.pedantic(step, rounds=60, warmup_rounds=2)
