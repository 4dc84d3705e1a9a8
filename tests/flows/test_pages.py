"""A PDF as pages and as running text: one paper, one set of marks, the same place; and it comes back as it was left."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.edit import documents
from reader.importers.base import read_file
from reader.ui.import_window import ImportWindow
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
    assert user.window.project_files.open_path(sample_project)
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


# a protected file -----------------------------------------------------------------------------------------------------

LOCKED = Path(__file__).parents[1] / "files" / "import" / "wachtwoord.pdf"
PASSWORD = "gehéim"


def import_locked(user: User) -> None:
    """The protected paper is imported with its password, and open."""
    user.window.exchange.import_files([LOCKED])
    user.bot.waitUntil(lambda: not user.window.jobs.running, timeout=20_000)
    [window] = [one for one in user.window.findChildren(ImportWindow) if one.isVisible()]
    window.password.setText(PASSWORD)
    user.click(window.unlock_button)
    user.bot.waitUntil(lambda: not user.window.jobs.running, timeout=20_000)
    user.until(window.import_button.isEnabled)
    user.click(window.import_button)
    user.bot.waitUntil(lambda: not user.window.jobs.running, timeout=20_000)
    open_locked(user)


def open_locked(user: User) -> None:
    [document] = [one for one in user.project.documents() if one.source_name == LOCKED.name]
    user.window.project_view.open_document(document.uid)
    user.window.activateWindow()
    user.text.setFocus()
    user.settle()


@pytest.fixture
def at_locked(at_sample: User, sample_project: Path) -> User:
    """The user at a protected paper, in a project that was closed and opened again after the import."""
    user = at_sample
    import_locked(user)
    user.press("Ctrl+Shift+W")
    user.until(lambda: user.window.session is None)
    assert PASSWORD.encode() not in sample_project.read_bytes()
    assert user.window.project_files.open_path(sample_project)
    user.settle()
    open_locked(user)
    return user


def test_the_password_of_the_import_draws_the_pages(at_sample: User) -> None:
    user = at_sample
    import_locked(user)
    user.press("F7")
    drawn(user)
    assert not user.pane.password.isVisible()


def test_pages_of_a_protected_file_ask_for_its_password_until_it_is_right(at_locked: User) -> None:
    user = at_locked
    user.press("F7")
    user.bot.waitUntil(user.pane.password.isVisible, timeout=20_000)
    assert LOCKED.name in user.pane.password.words.text()
    user.until(user.pane.password.field.hasFocus)
    user.type("verkeerd")
    user.press("Return")
    user.bot.waitUntil(lambda: "does not open" in user.pane.password.words.text(), timeout=20_000)
    user.pane.password.field.setText(PASSWORD)
    user.click(user.pane.password.show_button)
    drawn(user)
    assert not user.pane.password.isVisible()
    assert user.text.hasFocus()
    user.press("F7")
    user.press("F7")
    drawn(user)
    assert not user.pane.password.isVisible(), "it is asked for once"


def test_without_the_password_the_running_text_comes_back(at_locked: User) -> None:
    user = at_locked
    for _ in range(2):  # it is asked for again the next time
        user.press("F7")
        user.bot.waitUntil(user.pane.password.isVisible, timeout=20_000)
        user.until(user.pane.password.field.hasFocus)
        user.press("Escape")
        assert user.pane.form == "reading"
        assert not user.pane.password.isVisible()
        assert user.text.hasFocus()
        assert not user.window.messages.bar.isVisible()


def test_a_second_pane_does_not_ask_again(at_locked: User) -> None:
    user = at_locked
    user.press("F7")
    user.bot.waitUntil(user.pane.password.isVisible, timeout=20_000)
    user.pane.password.field.setText(PASSWORD)
    user.click(user.pane.password.show_button)
    drawn(user)
    user.press("Ctrl+T")
    user.press("F7")
    drawn(user)
    assert not user.pane.password.isVisible()
