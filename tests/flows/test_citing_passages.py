"""Citing in the window: copying, what is asked for once, an own form, and dragging a passage out."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from reader.ui import citing, marking
from reader.ui.citation_template_dialog import CitationTemplateDialog
from reader.ui.document_facts import DocumentFactsDialog
from tests.flows.conftest import User


def choose_highlight_in(user: User, part_of_title: str) -> Any:
    """The first highlight of a paper, chosen in its pane."""
    paper = next(one for one in user.project.documents() if part_of_title in one.title)
    highlight = next(one for one in user.project.highlights(paper.uid) if one.kind == "highlight")
    user.window.project_view.go_to_highlight(highlight.uid)
    user.settle()
    return paper


def dialog_of(user: User, kind: type[QDialog]) -> Any:
    user.until(lambda: any(one.isVisible() for one in user.window.findChildren(kind)))
    return next(one for one in user.window.findChildren(kind) if one.isVisible())


def test_what_is_not_known_is_asked_for_once_and_kept(at_sample: User) -> None:
    user = at_sample
    paper = choose_highlight_in(user, "actuele situatie")
    bar = user.window.messages.bar
    user.press("Ctrl+Shift+C")
    assert "Not known of this paper: dossier, number." in bar.text.text()
    bar.buttons[0].click()
    dialog = dialog_of(user, DocumentFactsDialog)
    user.until(dialog.form.dossiers.hasFocus)
    user.type("32623")
    dialog.form.number.setFocus()
    user.type("158")
    dialog.form.url.setFocus()
    user.type("https://example.org/brief")
    dialog.save()
    user.settle()
    kept = user.project.document(paper.uid)
    assert (kept.dossiers, kept.number, kept.url) == (("32623",), "158", "https://example.org/brief")
    panel = user.window.project_view.passage.citation
    assert not panel.fill_button.isVisible()
    assert "32623, nr. 158" in panel.words.text()
    user.press("Ctrl+Shift+C")
    assert "Kamerstukken II 2015/16, 32623, nr. 158" in QGuiApplication.clipboard().text()
    assert "<i>Kamerstukken II</i>" in QGuiApplication.clipboard().mimeData().html()


def test_the_question_is_not_put_a_second_time(at_sample: User) -> None:
    user = at_sample
    choose_highlight_in(user, "actuele situatie")
    user.press("Ctrl+Shift+C")
    user.window.messages.clear()
    user.press("Ctrl+Shift+C")
    assert not user.window.messages.bar.isVisible()
    assert user.window.project_view.passage.citation.fill_button.isVisible()


def test_an_own_form_is_written_kept_and_used(at_sample: User) -> None:
    user = at_sample
    choose_highlight_in(user, "migratieagenda")
    panel = user.window.project_view.passage.citation
    panel.chooser_menu.actions()[-1].trigger()
    dialog = dialog_of(user, CitationTemplateDialog)
    assert len(dialog.previews) == 3
    dialog.editor.setPlainText("Zie {{ paper }} op {{ place }} ({{ url }})")
    dialog.save()
    user.settle()
    settings = user.window.settings
    assert settings.get("citation_style") == "template"
    assert panel.style_name == "template"
    assert panel.words.text().startswith("Zie <i>")
    user.press("Ctrl+Shift+C")
    assert "» (Zie Kamerstukken II 2017/18, 19637, nr. 2395 op p. " in QGuiApplication.clipboard().text()


def test_every_style_of_the_panel_is_kept(at_sample: User) -> None:
    user = at_sample
    choose_highlight_in(user, "migratieagenda")
    panel = user.window.project_view.passage.citation
    for action in panel.chooser_menu.actions()[: len(citing.STYLES)]:
        action.trigger()
        assert user.window.settings.get("citation_style") == action.data() == panel.style_name


def test_the_passage_that_is_dragged_is_the_one_that_is_copied(
    at_sample: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = at_sample
    choose_highlight_in(user, "migratieagenda")
    taken: list[tuple[str, str]] = []
    monkeypatch.setattr(marking, "drag", lambda _source, words: taken.append(words))
    view = user.window.project_view
    view.passage.citation.copy_button.dragged.emit()
    user.text.passage_dragged.emit()
    view.excerpts.view.dragged_uid.emit(view.chosen())
    user.press("Ctrl+Shift+C")
    data = QApplication.clipboard().mimeData()
    assert taken == [(data.text(), taken[0][1])] * 3
    assert taken[0][1] in data.html()
