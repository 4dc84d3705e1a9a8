"""Excerpts as Markdown."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.exporters.collecting import ExcerptFilter, collect
from reader.exporters.markdown import escaped
from reader.text.source import sha256_of
from tests.exporters.projects import ANSWERS, OPTIONS, QUESTIONS, exported, mark, project, rendered


def test_a_question_is_followed_by_its_answers_with_quote_citation_labels_and_notes() -> None:
    text = rendered(collect(project(), ExcerptFilter(highlight_uids={"q1"})), "markdown", OPTIONS).decode()
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
        "Brief van de Minister van Migratie van 11 juni 2018 over opvang, onder ‘Antwoorden’\n\n"
        "## Controle van de citaten\n\n"
        "Letterlijk geciteerd, gecontroleerd: alle 3 citaten staan woord voor woord in de brontekst.\n\n"
        "Bij het exporteren is elk citaat met de brontekst vergeleken. Afgebroken regels zijn aaneengezet; noten en "
        "paginaranden tussen de regels zijn weggelaten.\n\n"
        "- *Kamerstukken II* 2017/18, 19637, nr. 2395: 1 citaat, letterlijk  \n"
        f"  SHA-256 van de brontekst: `{sha256_of(QUESTIONS)}`\n"
        "- Brief van de Minister van Migratie van 11 juni 2018 over opvang: 2 citaten, alle letterlijk  \n"
        f"  SHA-256 van de brontekst: `{sha256_of(ANSWERS)}`\n"
    )


def test_paragraphs_of_a_quote_stay_one_block_quote() -> None:
    long = mark("long", "De opvang is vol.", "geen geld.")
    text = rendered(collect(project(long), ExcerptFilter(highlight_uids={"long"})), "markdown", OPTIONS).decode()
    assert "> «De opvang is vol.\n>\n> Ook is er geen geld.»\n" in text


def test_nothing_found_is_said() -> None:
    assert "Geen fragmenten gevonden." in rendered([], "markdown", OPTIONS).decode()


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


def test_names_and_sentences_around_a_quote_stand_outside_it() -> None:
    options = replace(OPTIONS, names=True, context=1)
    middle = mark("middle", "Ook is er", author="A. *de Vries*")
    text = exported(project(middle), "markdown", options, ExcerptFilter(highlight_uids={"middle"})).decode()
    assert "*Ervoor:* De opvang is vol.\n\n> «Ook is er»\n\n" in text
    assert "\n\n*Erna:* geen geld.\n\n" in text
    assert "Gemarkeerd door A. \\*de Vries\\*\n" in text


def test_a_quote_that_is_not_confirmed_is_named_where_it_stands_and_in_the_check() -> None:
    source = project(replace(mark("wrong", "Ook is er"), quote="Ook was er"))
    text = exported(source, "markdown", OPTIONS, ExcerptFilter(highlight_uids={"wrong"})).decode()
    reason = "Niet letterlijk: op deze plaats in de brontekst staan andere woorden."
    assert text.count(reason) == 2
    assert "Het citaat is niet als letterlijk bevestigd: zie hieronder." in text
    assert "  - «Ook is er» (Brief van de Minister" in text
