"""Fixtures for the tests of panels: a project with labels and marks, a session on it, a theme, and what was refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from reader.models.session import Session
from reader.ui.theme import Theme
from tests.small_project import SmallProject, session_on


class MarkedProject(SmallProject):
    """Labels Rechten > Toegang, Detentie, Geld; a (two labels) is answered by c; b has a note."""

    def __init__(self) -> None:
        super().__init__()
        self.law = self.new_tag("Rechten").uid
        self.access = self.new_tag("Toegang", self.law).uid
        self.detention = self.new_tag("Detentie").uid
        self.money = self.new_tag("Geld").uid
        self.a = self.new_highlight(self.questions, "detentie-\ncentra", self.detention, self.money).uid
        self.b = self.new_highlight(self.questions, "financiering", self.money, note="Hoeveel?").uid
        self.c = self.new_highlight(self.answers, "kustwacht").uid
        self.connection = self.new_link(self.a, self.c)


@pytest.fixture
def project() -> MarkedProject:
    return MarkedProject()


@pytest.fixture
def session(project: MarkedProject, qapp: QApplication) -> Session:
    return session_on(project)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme("light")


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)
