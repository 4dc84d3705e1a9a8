"""The pages of a PDF for a view: what is wanted comes, in its order and within bounds, and bad files end quietly."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from reader.domain.errors import PagesDiffer, PagesUnreadable
from reader.importers.base import read_file
from reader.importers.pdf_process import read_pages
from reader.importers.pdf_text import text_of
from reader.models import page_source
from reader.models.page_source import USUAL, Band, PageSource, bands_of
from reader.text.page_text import PageText, page_text
from reader.text.structure import Structure
from tests.importers.pdf_maker import HEIGHT, WIDTH, Sheet, column, pdf

LOCKED = Path(__file__).parents[1] / "files" / "import" / "wachtwoord.pdf"
PAGES = 6
DATA = pdf(*(column(f"Dit is bladzijde {number} van een klein stuk.") for number in range(PAGES)))


def text(data: bytes = DATA) -> PageText:
    return page_text(Structure(), text_of(read_pages(data, "x.pdf", lambda _share: None)).body)


def whole(page: int, width: int = 200) -> Band:
    return Band(page, width, round(width * HEIGHT / WIDTH), 0)


class Listener:
    """A source with what it told."""

    def __init__(self, source: PageSource) -> None:
        self.source = source
        self.told: list[tuple[str, object]] = []
        source.drawn.connect(lambda page: self.told.append(("drawn", page)))
        source.mapped.connect(lambda page: self.told.append(("mapped", page)))
        source.locked.connect(lambda is_wrong: self.told.append(("locked", is_wrong)))
        source.failed.connect(lambda error: self.told.append(("failed", type(error))))

    def expect(self, qtbot: QtBot, count: int) -> list[tuple[str, object]]:
        qtbot.waitUntil(lambda: len(self.told) >= count, timeout=20_000)
        return self.told


@pytest.fixture(scope="module")
def known_text() -> PageText:
    return text()


@pytest.fixture
def listener(qtbot: QtBot, known_text: PageText) -> Iterator[Listener]:
    made = Listener(PageSource(DATA, known_text, "x.pdf"))
    yield made
    made.source.rest()


def source_of(command: Sequence[str], known_text: PageText) -> Listener:
    return Listener(PageSource(DATA, known_text, "x.pdf", command=(sys.executable, "-c", *command)))


# bands ----------------------------------------------------------------------------------------------------------------


@given(st.integers(1, 9000), st.integers(1, 12_000), st.data())
def test_bands_cover_the_rows_that_are_asked_for(width: int, height: int, data: st.DataObject) -> None:
    first = data.draw(st.integers(-500, height - 1))
    last = data.draw(st.integers(max(first + 1, 1), height + 500))
    bands = bands_of(3, width, height, first, last)
    rows = [row for band in bands for row in range(band.top, band.top + band.rows)]
    assert rows == list(range(bands[0].top, rows[-1] + 1))
    assert bands[0].top <= max(0, first) < bands[0].top + bands[0].rows
    assert rows[-1] >= min(height, last) - 1
    assert all(band.width * band.rows <= max(page_source.MOST_PIXELS, 64 * width) for band in bands)


# what is wanted -------------------------------------------------------------------------------------------------------


def test_pictures_and_maps_come_in_the_order_in_which_they_are_wanted(qtbot: QtBot, listener: Listener) -> None:
    source = listener.source
    source.want([whole(2), 2, 0, whole(0)])
    assert listener.expect(qtbot, 4) == [("drawn", 2), ("mapped", 2), ("mapped", 0), ("drawn", 0)]
    assert source.size(0) == (WIDTH, HEIGHT)
    picture, known = source.picture(whole(2)), source.map(2)
    assert picture is not None
    assert (picture.width(), picture.height()) == (200, 283)
    assert known is not None
    assert known.texts == ["Dit is bladzijde 2 van een klein stuk."]
    assert source.picture(whole(1)) is None
    assert source.map(1) is None
    assert source.stand_in(2) is not None
    assert source.stand_in(1) is None


def test_what_is_no_longer_wanted_is_not_made(qtbot: QtBot, listener: Listener) -> None:
    listener.source.want([whole(0), whole(1), whole(2), whole(3)])
    listener.source.want([5])
    assert listener.expect(qtbot, 1) == [("mapped", 5)]


def test_it_rests_and_goes_on_when_something_is_wanted(qtbot: QtBot, listener: Listener) -> None:
    listener.source.want([0])
    listener.expect(qtbot, 1)
    listener.source.rest()
    listener.source.want([0, 1])
    assert listener.expect(qtbot, 2) == [("mapped", 0), ("mapped", 1)]


def test_pictures_stay_within_their_bound_but_what_is_seen_stays(
    qtbot: QtBot, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = 200 * 283 * 4
    monkeypatch.setattr(page_source, "MOST_BYTES", 2 * size)
    for page in range(5):
        listener.source.want([whole(page)])
        listener.expect(qtbot, page + 1)
    assert listener.source.picture_bytes == 2 * size
    assert listener.source.picture(whole(2)) is None
    assert listener.source.picture(whole(4)) is not None
    everything = [whole(page) for page in range(PAGES)]
    listener.source.want(everything)
    qtbot.waitUntil(lambda: all(listener.source.picture(band) is not None for band in everything), timeout=20_000)
    assert listener.source.picture_bytes == PAGES * size


# bad files ------------------------------------------------------------------------------------------------------------


def test_another_text_than_that_of_the_pages_is_told_and_nothing_is_placed(qtbot: QtBot) -> None:
    body = "\f".join(f"Dit is bladzijde {number} van een ander stuk.\n" for number in range(PAGES))
    other = page_text(Structure(), body)
    listener = Listener(PageSource(DATA, other, "x.pdf"))
    listener.source.want([0, 1])
    assert listener.expect(qtbot, 1) == [("failed", PagesDiffer)]
    assert listener.source.map(0) is None
    listener.source.want([1])
    assert isinstance(listener.source.error, PagesDiffer)


def test_another_number_of_pages_is_told(qtbot: QtBot) -> None:
    listener = Listener(PageSource(DATA, page_text(Structure(), "Een\fTwee"), "x.pdf"))
    listener.source.want([0])
    assert listener.expect(qtbot, 1) == [("failed", PagesDiffer)]


@pytest.mark.parametrize(
    ("program", "error"),
    [
        ("raise SystemExit(3)", PagesUnreadable),
        ("print('no JSON', flush=True); input()", PagesUnreadable),
        ("print('[]', flush=True); input()", PagesUnreadable),
        ("print('{\"sizes\": [7]}', flush=True); input()", PagesUnreadable),
        ('print(\'{"error": "damaged"}\')', PagesUnreadable),
    ],
)
def test_a_process_that_cannot_open_the_file_is_told(
    qtbot: QtBot, known_text: PageText, program: str, error: type
) -> None:
    listener = source_of([program], known_text)
    listener.source.want([0])
    assert listener.expect(qtbot, 1) == [("failed", error)]


def test_a_protected_file_waits_for_its_password(qtbot: QtBot) -> None:
    words = read_file(LOCKED, password="gehéim").text
    listener = Listener(PageSource(words.original, page_text(Structure.from_bytes(words.structure), words.body)))
    source = listener.source
    source.want([0])
    assert listener.expect(qtbot, 1) == [("locked", False)]
    assert source.is_resting
    source.want([0])
    assert source.is_resting, "nothing is drawn before the password is there"
    source.unlock("verkeerd")
    assert listener.expect(qtbot, 2)[1:] == [("locked", True)]
    source.unlock("gehéim")
    source.want([0])
    assert listener.expect(qtbot, 3)[2:] == [("mapped", 0)]
    assert source.size(0) != USUAL
    source.rest()


def test_a_password_that_is_known_is_not_asked_for(qtbot: QtBot) -> None:
    words = read_file(LOCKED, password="gehéim").text
    text = page_text(Structure.from_bytes(words.structure), words.body)
    listener = Listener(PageSource(words.original, text, password="gehéim"))
    listener.source.want([0])
    assert listener.expect(qtbot, 1) == [("mapped", 0)]
    listener.source.rest()


def test_the_links_of_a_page_come_with_its_map(qtbot: QtBot) -> None:
    data = pdf(Sheet(tuple(column("Zie bladzijde 2.")), links=[((72, 90, 200, 104), 1)]), column("Bladzijde 2."))
    listener = Listener(PageSource(data, text(data), "x.pdf"))
    assert listener.source.links(0) == ()
    listener.source.want([0, 1])
    listener.expect(qtbot, 2)
    assert [link.page for link in listener.source.links(0)] == [1]
    assert listener.source.links(1) == ()
    listener.source.rest()


def test_a_program_that_is_not_there_is_told(qtbot: QtBot, known_text: PageText) -> None:
    listener = Listener(PageSource(DATA, known_text, "x.pdf", command=("/no/such/program",)))
    listener.source.want([0])
    assert listener.expect(qtbot, 1) == [("failed", PagesUnreadable)]


def test_a_page_that_breaks_the_process_is_left_out_and_the_others_come(qtbot: QtBot, known_text: PageText) -> None:
    program = (
        "import sys, json, os\n"
        "from reader.importers import pdf_view_child as child\n"
        "there = sys.stdin.buffer\n"
        "class Lines:\n"
        "    def readline(self): return there.readline()\n"
        "    def read(self, count): return there.read(count)\n"
        "    def __iter__(self):\n"
        "        for line in iter(there.readline, b''):\n"
        "            if json.loads(line)['page'] == 1: os._exit(9)\n"
        "            yield line\n"
        "child.serve(Lines(), sys.stdout.buffer)\n"
    )
    listener = source_of([program], known_text)
    listener.source.want([0, 1, 2])
    assert listener.expect(qtbot, 2) == [("mapped", 0), ("mapped", 2)]
    listener.source.rest()


def test_a_process_that_falls_silent_is_ended(
    qtbot: QtBot, known_text: PageText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.models.page_process.PATIENCE_MS", 50)
    listener = source_of(["import sys; sys.stdin.buffer.read()"], known_text)
    listener.source.want([0])
    assert listener.expect(qtbot, 1) == [("failed", PagesUnreadable)]
