"""A real screen reader's view of the real program: AT-SPI over a message bus, on an X server, with real keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reader.domain.model import Document
from reader.store.project import Project
from reader.text.reading import ReadingText, reading_text
from reader.text.structure import Structure
from tests.accessibility.conftest import Listener

LEFT = 0  # the pane at the left
ACTING = {"push button", "check box", "combo box", "text", "menu item", "scroll bar", "separator", "table cell"}


class Paper:
    """What the paper in the left pane says and how it is marked, read from a copy of the project."""

    def __init__(self, project: Project, name: str) -> None:
        self.document: Document = next(d for d in project.documents() if name.endswith(d.title))
        text_uid = self.document.text_uid
        self.reading: ReadingText = reading_text(
            Structure.from_bytes(project.structure(text_uid)), project.text(text_uid).body
        )
        self.highlights = sorted(project.highlights(document_uid=self.document.uid), key=lambda h: h.start)
        self.tags = {
            h.uid: [project.tag(t.tag_uid).name for t in project.taggings(highlight_uid=h.uid)] for h in self.highlights
        }


@pytest.fixture
def paper(listener: Listener, sample_project: Path) -> Any:
    with Project.open(sample_project) as project:
        yield Paper(project, listener.ask("documents")[LEFT]["name"])


@pytest.fixture
def at_text(listener: Listener) -> Listener:
    """The left paper has the keyboard, with the caret at its start and nothing selected."""
    listener.until(lambda: listener.ask("take_focus", LEFT), "the paper takes the focus")
    listener.ask(
        "set_caret", LEFT, 1
    )  # at the start the key would not show, and would come after what a test does next
    listener.until(lambda: listener.ask("facts", LEFT)["caret"] == 1, "the caret leaves the start")
    listener.ask("press", "Control_L+Home")
    listener.until(lambda: listener.ask("facts", LEFT)["caret"] == 0, "the caret goes to the start")
    return listener


def caret_after(listener: Listener, keys: str) -> int:
    """Press keys that move the caret; gives where it is then."""
    before = listener.ask("facts", LEFT)["caret"]
    listener.ask("press", keys)
    listener.until(lambda: listener.ask("facts", LEFT)["caret"] != before, f"{keys} moves the caret")
    return int(listener.ask("facts", LEFT)["caret"])


def words_heard(listener: Listener) -> list[str]:
    return [event["words"] for event in listener.ask("heard") if event["kind"].startswith("object:announcement")]


def selection_heard(listener: Listener) -> list[str]:
    return [words for words in words_heard(listener) if words.endswith("selected")]


def units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def test_a_paper_is_a_document_with_its_reading_text(listener: Listener, paper: Paper) -> None:
    described = listener.ask("documents")[LEFT]
    assert described["role"] == "document frame"
    assert {"read only", "multi line", "focusable", "showing"} <= set(described["states"])
    assert listener.ask("text", LEFT) == paper.reading.text
    assert listener.ask("facts", LEFT)["characters"] == units(paper.reading.text)
    middle = len(paper.reading.text) // 2
    assert listener.ask("text", LEFT, middle, middle + 50) == paper.reading.text[middle : middle + 50]


def test_keys_move_the_caret_and_say_so(at_text: Listener, paper: Paper) -> None:
    assert caret_after(at_text, "Right") == 1
    at_text.until(
        lambda: [e["detail"] for e in at_text.ask("heard") if e["kind"].startswith("object:text-caret-moved")] == [1],
        "the move of the caret is told",
    )
    next_line = caret_after(at_text, "Down")
    assert paper.reading.text[:next_line].strip()
    assert caret_after(at_text, "Control_L+End") == units(paper.reading.text)


def test_a_screen_reader_moves_the_caret(at_text: Listener) -> None:
    assert at_text.ask("set_caret", LEFT, 40)
    at_text.until(lambda: at_text.ask("facts", LEFT)["caret"] == 40, "the caret is set")


def test_a_highlight_is_announced_when_the_caret_enters_it(at_text: Listener, paper: Paper) -> None:
    first = paper.highlights[0]
    start = paper.reading.reading_offset(first.start)
    assert at_text.ask("set_caret", LEFT, start - 1)
    at_text.until(lambda: at_text.ask("facts", LEFT)["caret"] == start - 1, "the caret stands before the highlight")
    caret_after(at_text, "Right")
    words = at_text.until(lambda: " ".join(words_heard(at_text)), "the highlight is announced")
    assert "highlighted: " in words
    assert all(name in words for name in paper.tags[first.uid])
    assert ("note" in words) == bool(first.note)


def test_the_selection_is_announced_as_it_grows_and_shrinks(at_text: Listener, paper: Paper) -> None:
    words = paper.reading.text
    caret_after(at_text, "Shift_L+Right")
    assert at_text.until(lambda: selection_heard(at_text), "what is selected is announced") == [f"{words[0]} selected"]
    kinds = [event["kind"].split(":")[1] for event in at_text.ask("heard")]
    assert "text-selection-changed" in kinds
    caret_after(at_text, "Shift_L+Right")
    assert at_text.until(lambda: selection_heard(at_text), "the next one too") == [f"{words[1]} selected"]
    caret_after(at_text, "Shift_L+Left")
    assert at_text.until(lambda: selection_heard(at_text), "and what is let go") == [f"{words[1]} no longer selected"]
    assert at_text.ask("facts", LEFT)["selections"] == 0, "a range that is asked for would be read from unset memory"


def test_a_screen_reader_selects(at_text: Listener) -> None:
    at_text.ask("select", LEFT, 3, 7)
    at_text.until(lambda: at_text.ask("facts", LEFT)["caret"] == 7, "the range is selected")


def test_characters_have_places_inside_the_pane(at_text: Listener, paper: Paper) -> None:
    left, top, width, height = at_text.ask("place", LEFT)
    places = [at_text.ask("extents", LEFT, offset) for offset in range(12)]
    for x, y, w, h in places:
        assert left <= x
        assert x + w <= left + width
        assert top <= y
        assert y + h <= top + height
        assert h > 0
    assert [x for x, *_ in places] == sorted({x for x, *_ in places}), "from left to right"
    x, y, w, h = places[5]
    assert at_text.ask("offset_at", LEFT, x + w // 2, y + h // 2) == 5


def test_everything_that_acts_has_a_name(listener: Listener) -> None:
    rows = listener.ask("objects")
    nameless = [f"{row['path']}/{row['role']}" for row in rows if row["focusable"] and not row["name"].strip()]
    nameless += [f"{row['path']}/{row['role']}" for row in rows if row["actionable"] and not row["name"].strip()]
    assert nameless == []
    roles = {row["role"] for row in rows if row["focusable"]}
    assert roles <= ACTING | {"document frame", "label", "tree", "list", "radio button", "link"}, (
        "one can tell what each is"
    )
    bars = [row["value"] for row in rows if row["role"] == "scroll bar" and row["name"] == "Overview of the paper"]
    assert len(bars) == 2
    assert all(low <= value <= high for low, value, high in bars)
    names = " ".join(row["name"] for row in rows)
    assert "detentie" in names, "rows of lists give their words"


@pytest.mark.parametrize("keys", ["Control_L+comma", "Control_L+e", "F1"])
def test_dialogs_have_names_for_everything_and_close_with_escape(at_text: Listener, keys: str) -> None:
    at_text.ask("press", keys)
    at_text.until(lambda: len(windows_of(at_text)) > 1, f"{keys} opens a window")
    rows = at_text.ask("objects")
    at_text.ask("press", "Escape")
    at_text.until(lambda: len(windows_of(at_text)) == 1, "Escape closes it")
    nameless = [f"{r['path']}/{r['role']}" for r in rows if (r["focusable"] or r["actionable"]) and not r["name"]]
    assert nameless == []


def test_the_palette_takes_the_keyboard_and_gives_it_back(at_text: Listener) -> None:
    at_text.ask("press", "Control_L+Shift_L+p")
    at_text.until(lambda: "Command" in focus_heard(at_text), "the field of the palette has the focus")
    at_text.ask("press", "Escape")
    name = at_text.ask("documents")[LEFT]["name"]
    at_text.until(lambda: name in focus_heard(at_text), "the paper has the focus again")


def focus_heard(listener: Listener) -> list[str]:
    """The names of what got the focus since the last key."""
    events = listener.ask("heard")
    return [e["of"] for e in events if e["kind"] == "object:state-changed:focused" and e["detail"] == 1]


def windows_of(listener: Listener) -> list[dict[str, Any]]:
    return [row for row in listener.ask("objects") if row["path"].count("/") == 1]
