"""A passage on the clipboard: quote and citation as plain text and as HTML, whatever the passage holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.config import OPTIONS, Settings
from reader.domain.citation import DEFAULT_TEMPLATE, CitationTemplate
from reader.domain.model import Document, Span
from reader.models.session import Session
from reader.store.project import Project
from reader.ui.citing import (
    FACTS,
    STYLES,
    PlaceFinder,
    drag,
    facts_words,
    highlight_with_citation,
    mime_of,
    quoted_with_citation,
    style_words,
)
from tests.small_project import SmallProject, session_on


def test_the_quote_is_one_line_with_its_place(qapp: Any, sample_project: Path, tmp_path: Path) -> None:
    settings = Settings.load(tmp_path)
    with Project.open(sample_project) as project:
        session = Session(project)
        for document in project.documents():
            middle = document.characters // 2
            plain, html = quoted_with_citation(session, document, Span(middle, middle + 400), settings)
            assert plain.startswith("«")
            assert plain.endswith(")")
            assert "\n" not in plain
            assert "» (" in plain
            assert html.count("<i>") == html.count("</i>")


def test_the_style_is_that_of_the_settings(qapp: Any, sample_project: Path, tmp_path: Path) -> None:
    settings = Settings.load(tmp_path)
    with Project.open(sample_project) as project:
        session = Session(project)
        document = next(d for d in project.documents() if d.number)
        first, _ = quoted_with_citation(session, document, Span(100, 140), settings)
        settings.set("citation_style", "kamerstijl")
        second, _ = quoted_with_citation(session, document, Span(100, 140), settings)
        assert first.split("» (")[0] == second.split("» (")[0]
        assert first != second


def test_every_style_and_fact_has_words(qapp: Any) -> None:
    option = next(option for option in OPTIONS if option.key == "citation_style")
    assert tuple(STYLES) == option.allowed
    assert all(style_words(name) and style_words(name, short=True) for name in STYLES)
    for fact in FACTS:
        assert hasattr(Document("", "", ""), fact)
        assert facts_words([fact])


def test_an_own_form_that_cannot_be_used_is_not_used(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path)
    settings.set("citation_style", "template")
    assert settings.citation_style() == CitationTemplate(DEFAULT_TEMPLATE)
    settings.set("citation_template", "{{ title }}")
    assert settings.citation_style() == CitationTemplate("{{ title }}")
    settings.set("citation_template", "{{ titel }}")
    assert settings.citation_style() == "leidraad"


def test_what_is_dragged_and_copied_is_the_same(qapp: Any) -> None:
    data = mime_of(("«a» (b)", "«a» (<i>b</i>)"))
    assert (data.text(), data.html()) == ("«a» (b)", '<meta charset="utf-8">«a» (<i>b</i>)')


def test_signs_of_html_in_a_title_and_a_quote_are_words(qapp: Any, tmp_path: Path) -> None:
    project = SmallProject()
    document = replace(project.document(project.answers), title="Een <b>brief</b> & meer", senders=())
    settings = Settings.load(tmp_path)
    span = project.span(project.answers, "kustwacht")
    plain, html = quoted_with_citation(session_on(project), document, span, settings)
    assert plain.startswith("«kustwacht» (Een <b>brief</b> & meer")
    assert "<i>Een &lt;b&gt;brief&lt;/b&gt; &amp; meer</i>" in html


def test_what_is_taken_along_says_its_language_and_has_no_empty_brackets(qapp: Any, tmp_path: Path) -> None:
    project = SmallProject()
    document = replace(project.document(project.answers), language="nl-BE", url="")
    settings = Settings.load(tmp_path)
    settings.set("citation_style", "template")
    settings.set("citation_template", "{{ url }}")
    span = project.span(project.answers, "kustwacht")
    plain, html = quoted_with_citation(session_on(project), document, span, settings)
    assert (plain, html) == ("«kustwacht»", '<span lang="nl-BE">«kustwacht»</span>')


def test_a_highlight_that_lost_its_place_is_cited_without_a_page(qapp: Any, tmp_path: Path) -> None:
    project = SmallProject()
    highlight = replace(project.new_highlight(project.questions, "financiering"), status="orphan")
    plain, _html = highlight_with_citation(session_on(project), highlight, Settings.load(tmp_path))
    assert plain == "«financiering» (Kamerstukken II 2017/18, 19637, nr. 2395)"


def test_a_question_is_looked_for_only_where_the_citation_can_tell_it(
    qapp: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = SmallProject()  # its papers have pages
    asked: list[str] = []
    body = project.body
    session = session_on(project)
    session.structure(project.document(project.questions).text_uid)
    monkeypatch.setattr(project, "body", lambda uid: asked.append(uid) or body(uid))
    finder, document = PlaceFinder(session), project.document(project.questions)
    span = Span(10, 20)
    assert finder.of(document, span, "leidraad").file_pages
    assert not asked
    for _ in range(3):
        finder.of(document, span, CitationTemplate("{{ question }}"))
    assert asked == [document.text_uid]


def test_a_drag_carries_the_words_and_shows_them(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    source = QWidget()
    qtbot.addWidget(source)
    seen: list[tuple[str, str, bool, Qt.DropAction]] = []

    def let_go(self: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
        data = self.mimeData()
        seen.append((data.text(), data.html(), self.pixmap().isNull(), actions))
        return Qt.DropAction.IgnoreAction

    monkeypatch.setattr(QDrag, "exec", let_go)
    drag(source, ("«a» (b)", "«a» (<i>b</i>)"))
    assert seen == [("«a» (b)", '<meta charset="utf-8">«a» (<i>b</i>)', False, Qt.DropAction.CopyAction)]
