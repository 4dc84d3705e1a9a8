"""Excerpts as plain text."""

from __future__ import annotations

from dataclasses import replace

from reader.exporters.collecting import ExcerptFilter, collect
from reader.text.source import sha256_of
from tests.exporters.projects import ANSWERS, OPTIONS, QUESTIONS, exported, mark, project, rendered


def test_a_question_is_followed_by_its_answers_and_the_check_comes_last() -> None:
    text = rendered(collect(project(), ExcerptFilter(highlight_uids={"q1"})), "text").decode()
    assert text == (
        "Opvang en terugkeer\n"
        "===================\n\n"
        "1 fragment uit 1 document · 16 juli 2026\n\n\n"
        "Overleg over opvang\n"
        "-------------------\n\n"
        "Kamerstukken II 2017/18, 19637, nr. 2395 · juni 2018\n\n"
        "Vraag\n"
        "«Waarom is de opvang gesloten?³»\n"
        "Kamerstukken II 2017/18, 19637, nr. 2395, p. 7 (§ 1.1)\n"
        "Label: opvang\n"
        "Notitie: Eerste vraag.\n"
        "Let op.\n\n"
        "Antwoord\n"
        "«De opvang is vol.»\n"
        "Brief van de Minister van Migratie van 11 juni 2018 over opvang, onder ‘Antwoorden’\n"
        "Label: opvang\n"
        "Bij de koppeling: Geen echt antwoord.\n\n"
        "Antwoord\n"
        "«Ook is er geen geld.»\n"
        "Brief van de Minister van Migratie van 11 juni 2018 over opvang, onder ‘Antwoorden’\n\n\n"
        "Controle van de citaten\n"
        "-----------------------\n\n"
        "Letterlijk geciteerd, gecontroleerd: alle 3 citaten staan woord voor woord in de brontekst.\n"
        "Bij het exporteren is elk citaat met de brontekst vergeleken. Afgebroken regels zijn aaneengezet; noten en "
        "paginaranden tussen de regels zijn weggelaten.\n\n"
        "Kamerstukken II 2017/18, 19637, nr. 2395: 1 citaat, letterlijk\n"
        f"SHA-256 van de brontekst: {sha256_of(QUESTIONS)}\n\n"
        "Brief van de Minister van Migratie van 11 juni 2018 over opvang: 2 citaten, alle letterlijk\n"
        f"SHA-256 van de brontekst: {sha256_of(ANSWERS)}\n"
    )


def test_names_and_sentences_around_a_quote_stand_outside_it() -> None:
    middle = mark("middle", "Ook is er", author="A. de Vries")
    options = replace(OPTIONS, names=True, context=1)
    text = exported(project(middle), "text", options, ExcerptFilter(highlight_uids={"middle"})).decode()
    assert "\n[Ervoor: De opvang is vol.]\n«Ook is er»\n[Erna: geen geld.]\n" in text
    assert "\nGemarkeerd door A. de Vries\n" in text


def test_a_quote_that_is_not_confirmed_is_named_where_it_stands_and_in_the_check() -> None:
    source = project(mark("unsure", "Ook is er", status="fuzzy"))
    text = exported(source, "text", OPTIONS, ExcerptFilter(highlight_uids={"unsure"})).decode()
    reason = "Nog na te kijken: de plaats in de nieuwe versie van het document is niet zeker.\n"
    assert text.count(reason) == 2
    assert "- «Ook is er» (Brief van de Minister" in text


def test_signs_that_a_terminal_would_act_upon_are_left_out() -> None:
    source = project(mark("bad", "Ook is er", note="een\x1b[31m\x9b2Jtwee\x07"))
    text = exported(source, "text", replace(OPTIONS, title="a\x1b\nb"), ExcerptFilter(highlight_uids={"bad"})).decode()
    assert text.startswith("a b\n===\n")
    assert "Notitie: een[31m2Jtwee\n" in text


def test_nothing_found_is_said() -> None:
    assert rendered([], "text").decode().endswith("0 fragmenten · 16 juli 2026\n\nGeen fragmenten gevonden.\n")
