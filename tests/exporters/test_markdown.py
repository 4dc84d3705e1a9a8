"""Excerpts as Markdown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.exporters.base import render
from reader.exporters.collecting import ExcerptFilter, collect
from reader.exporters.markdown import escaped
from tests.exporters.projects import OPTIONS, mark, project


def test_a_question_is_followed_by_its_answers_with_quote_citation_labels_and_notes() -> None:
    text = render(collect(project(), ExcerptFilter(highlight_uids={"q1"})), "markdown", OPTIONS).decode()
    assert text == (
        "# Opvang en terugkeer\n\n"
        "1 fragment uit 1 document · 16 juli 2026\n\n"
        "## Overleg over opvang\n\n"
        "*Kamerstukken II* 2017/18, 19637, nr. 2395 · juni 2018\n\n"
        "**Vraag**\n\n"
        "> «Waarom is de opvang gesloten?<sup>3</sup>»\n\n"
        "*Kamerstukken II* 2017/18, 19637, nr. 2395, p. 7 (§ 1.1)\n\n"
        "Label: opvang\n\n"
        "Notitie: Eerste vraag.\n\n"
        "Let op.\n\n"
        "**Antwoord**\n\n"
        "> «De opvang is vol.»\n\n"
        "Brief van de Minister van Migratie van 11 juni 2018 over opvang, onder ‘Antwoorden’\n\n"
        "Label: opvang\n\n"
        "Bij de koppeling: Geen echt antwoord.\n\n"
        "**Antwoord**\n\n"
        "> «Ook is er geen geld.»\n\n"
        "Brief van de Minister van Migratie van 11 juni 2018 over opvang, onder ‘Antwoorden’\n"
    )


def test_paragraphs_of_a_quote_stay_one_block_quote() -> None:
    long = mark("long", "De opvang is vol.", "geen geld.")
    text = render(collect(project(long), ExcerptFilter(highlight_uids={"long"})), "markdown", OPTIONS).decode()
    assert "> «De opvang is vol.\n>\n> Ook is er geen geld.»\n" in text


def test_nothing_found_is_said() -> None:
    assert "Geen fragmenten gevonden." in render([], "markdown", OPTIONS).decode()


def test_signs_that_mean_something_in_markdown_are_shown_as_they_are() -> None:
    assert escaped("# *1* [x](y) <b> a_b") == "\\# \\*1\\* \\[x\\](y) \\<b\\> a\\_b"
    assert escaped("- punt") == "\\- punt"
    assert escaped("12. punt") == "12\\. punt"
    assert escaped("nr. 12. punt") == "nr. 12. punt"


@given(st.text())
def test_escaped_text_is_one_line_without_bare_signs(text: str) -> None:
    line = escaped(text)
    assert "\n" not in line
    assert not any(
        sign in "`*_[]<>|~&#" and not before.endswith("\\")
        for before, sign in ((line[:position], line[position]) for position in range(len(line)))
    )
