"""A PDF as pages and as running text: one paper, one set of marks, the same place; and it comes back as it was left."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.edit import documents
from reader.importers.base import read_file
from tests.flows.conftest import User

PDF = Path(__file__).parents[1] / "files" / "pdf" / "aanhangsel" / "ah-tk-20232024-2168.pdf"


@pytest.fixture
def at_pdf(at_sample: User) -> User:
    """The user with written questions that came as a PDF in both panes."""
    user = at_sample
    imported = read_file(PDF)
    session = user.window.session
    assert session is not None
    assert session.run(documents.add_documents(session.project, [(imported.document, imported.text)]))
    while user.panes:
        user.press("Ctrl+W")
    user.window.project_view.open_document(imported.document.uid)
    user.settle()
    user.press("Ctrl+T")
    assert [pane.document.uid for pane in user.panes] == [imported.document.uid] * 2
    return user


def drawn(user: User) -> None:
    """The pages of the active pane are measured and drawn."""
    source = user.pane.view.source
    assert source is not None
    user.bot.waitUntil(lambda: source.map(0) is not None and source.picture_bytes > 0, timeout=20_000)
    user.settle()


def test_the_pages_show_the_same_marks_at_the_same_place(at_pdf: User) -> None:
    user = at_pdf
    user.find_with_keys("leveringszekerheid")
    for _ in range(2):
        user.press("Ctrl+Shift+Right")
    selected, caret = user.text.selection(), user.text.caret()
    assert selected is not None
    user.press("F7")
    assert user.pane.form == "pages"
    drawn(user)
    assert user.text.selection() == selected
    assert abs(user.text.caret() - caret) <= 1, "behind the last word of a line, where running text has the space"
    user.press("2")
    assert [one.span for one in user.project.highlights(user.pane.document.uid)] == [selected]
    assert user.panes[0].marks is user.panes[1].marks, "the running text beside it shows the same highlight"
    user.until(lambda: bool(user.text.rects_of(selected)))
    user.press("Escape")
    user.press("Escape")
    user.press("F7")
    assert user.pane.form == "reading"
    assert user.text.rects_of(selected)


def test_words_are_found_on_the_pages(at_pdf: User) -> None:
    user = at_pdf
    user.press("F7")
    drawn(user)
    user.find_with_keys("leveringszekerheid")
    hits = user.text.find("leveringszekerheid")
    assert len(hits) > 1
    assert user.text.caret() in [hit.start for hit in hits]
    assert user.text.rects_of(hits[0])


def test_a_paper_without_pages_offers_none(at_sample: User) -> None:
    user = at_sample
    assert not user.window.actions_table["view.pages"].isEnabled()
    user.press("F7")
    assert user.pane.form == "reading"


def test_zooming_on_pages_leaves_the_size_of_the_text_alone(at_pdf: User) -> None:
    user = at_pdf
    size = user.window.settings.get("reading_size")
    user.press("F7")
    drawn(user)
    user.press("Ctrl++")
    assert user.text.zoom != "width"
    user.press("Ctrl+0")
    assert user.text.zoom == "width"
    assert user.window.settings.get("reading_size") == size


def test_pages_come_back_with_the_project(at_pdf: User, sample_project: Path) -> None:
    user = at_pdf
    user.press("F7")
    drawn(user)
    forms = [pane.form for pane in user.panes]
    user.press("Ctrl+Shift+W")
    user.until(lambda: user.window.session is None)
    assert user.window.exchange.open_path(sample_project)
    user.settle()
    assert [pane.form for pane in user.panes] == forms
    assert "pages" in forms


def test_pages_that_cannot_be_drawn_give_way_to_the_text(at_pdf: User, monkeypatch: pytest.MonkeyPatch) -> None:
    user = at_pdf
    monkeypatch.setattr("reader.models.page_process.usual_command", lambda: ("a program that is not there",))
    user.press("F7")
    user.bot.waitUntil(lambda: user.pane.form == "reading", timeout=20_000)
    user.settle()
    assert "cannot be drawn" in user.window.messages.bar.text.text()
    assert user.text.reading.text, "the text is there"
