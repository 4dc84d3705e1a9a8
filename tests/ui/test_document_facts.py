"""The form of what is known of a paper: what makes no sense is marked at its field, and said below the form."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit
from pytestqt.qtbot import QtBot

from reader.domain.model import Document
from reader.ui.document_facts import FactsForm
from reader.ui.theme import Theme, scaled

PAPER = Document(
    "paper", "Brief over de detentiecentra", "text", kind="kamerbrief", date="2018-04-25", dossiers=("19637",),
    number="2386", chamber="Tweede Kamer", session="2017-2018",
)  # fmt: skip


@pytest.fixture
def form(qtbot: QtBot) -> FactsForm:
    form = FactsForm(Theme("light"), "leidraad")
    qtbot.addWidget(form)
    qtbot.addWidget(form.error)
    form.set_document(PAPER)
    return form


def write(field: QLineEdit, words: str) -> None:
    field.setText(words)
    field.textEdited.emit(words)


def marked(form: FactsForm) -> set[QLineEdit | QComboBox]:
    fields: list[QLineEdit | QComboBox] = [*form.findChildren(QLineEdit), *form.findChildren(QComboBox)]
    return {field for field in fields if field.property("error")}


@pytest.mark.parametrize(
    ("name", "wrong"),
    [("title", " "), ("date", "gisteren"), ("dossiers", "19637; iets"), ("session", "2017"), ("url", "geen adres")],
)
def test_what_makes_no_sense_is_marked_at_its_field_until_it_does(form: FactsForm, name: str, wrong: str) -> None:
    field = getattr(form, name)
    right = field.text()
    write(field, wrong)
    assert marked(form) == {field}
    assert form.error.text() == form.problem == field.accessibleDescription() != ""
    assert form.document == PAPER
    write(field, right)
    assert marked(form) == set()
    assert (form.problem, field.accessibleDescription()) == ("", "")


def test_two_wrong_fields_are_both_marked(form: FactsForm) -> None:
    write(form.date, "gisteren")
    write(form.url, "geen adres")
    assert marked(form) == {form.date, form.url}
    form.set_document(PAPER)
    assert marked(form) == set()


def test_in_a_narrow_form_a_field_stands_below_its_name(form: FactsForm) -> None:
    form.show()
    policy = QFormLayout.RowWrapPolicy
    layout = form.findChildren(QFormLayout)[0]
    for width, wanted in ((500, policy.DontWrapRows), (260, policy.WrapAllRows), (500, policy.DontWrapRows)):
        form.resize(scaled(width), 800)
        assert layout.rowWrapPolicy() == wanted
