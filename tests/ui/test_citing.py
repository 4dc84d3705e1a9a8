"""A passage on the clipboard: quote and citation as plain text and as HTML, whatever the passage holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reader.config import Settings
from reader.domain.model import Span
from reader.models.session import Session
from reader.store.project import Project
from reader.ui.citing import quoted_with_citation


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
