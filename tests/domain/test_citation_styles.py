"""The styles beside the Leidraad: APA, Flemish; letters, bills, questions, and what a citation lacks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from reader.domain.citation import (
    CitationStyle,
    CitationTemplate,
    Place,
    PlaceUnit,
    Run,
    beside_page,
    citation,
    cite,
    dossier_words,
    in_text,
    missing,
    plain,
    reference,
    section_words,
    unit_words,
)
from reader.domain.model import Document
from tests.domain.test_citation import (
    APPENDIX,
    BUDGET,
    LETTER,
    MINUTES,
    REPORT,
    SENATE,
    TWO_DOSSIERS,
    WRITTEN_CONSULTATION,
    document,
    documents,
    places,
)

NOWHERE = Place()
ANSWER = PlaceUnit("answer", "", ("SP",))
BILL = document(kind="wetsvoorstel", title="Wet A", dossiers=("33680",), chamber="Tweede Kamer", session="2012-2013")
FLEMISH = document(
    kind="other", title="Voorstel van decreet", number="1012/1", chamber="Vlaams Parlement", session="2016-2017"
)


def paper(old: Document, **facts: Any) -> Document:
    return replace(old, **facts)


# what the Leidraad and the Chamber's style say of other papers


def test_a_whole_bill_is_cited_by_its_dossier_alone() -> None:
    assert citation(BILL, NOWHERE) == (Run("Kamerstukken", italic=True), Run(" 33680"))
    assert cite(BILL, NOWHERE, "kamerstijl") == "Kamerstuk 33 680"
    assert cite(paper(BILL, number="3"), Place(("2",))) == "Kamerstukken II 2012/13, 33680, nr. 3, p. 2"


def test_a_letter_that_was_not_printed_has_its_mark_and_only_there_an_address() -> None:
    letter = paper(LETTER, date="2016-02-23", reference="BZDOC-1201-33", url="https://example.org/brief")
    assert cite(letter, Place(("2",))) == (
        "Brief van de Minister van Buitenlandse Zaken van 23 februari 2016 over de actuele situatie in Libië, "
        "kenmerk BZDOC-1201-33, p. 2, https://example.org/brief"
    )
    assert cite(letter, NOWHERE, language="en").endswith(", reference BZDOC-1201-33, https://example.org/brief")
    assert "https" not in cite(letter, NOWHERE, "kamerstijl")
    printed = paper(letter, dossiers=("32623",), number="158")
    assert cite(printed, NOWHERE) == "Kamerstukken II 2015/16, 32623, nr. 158"
    assert "https" not in cite(paper(REPORT, url="https://example.org"), NOWHERE)


def test_old_minutes_can_have_both_a_number_and_pages() -> None:
    old = document(kind="handelingen", number="108, p. 7909-7943", chamber="Tweede Kamer", session="2008-2009")
    assert cite(old, NOWHERE) == "Handelingen II 2008/09, nr. 108, p. 7909-7943"


# questions and answers


@pytest.mark.parametrize(
    ("unit", "dutch", "english"),
    [
        (PlaceUnit("question", "5"), "vraag 5", "question 5"),
        (PlaceUnit("question", "", ("SP",)), "vraag van SP", "question from SP"),
        (PlaceUnit("question", "2–3", ("SP", "D66")), "vragen 2–3 van SP en D66", "questions 2–3 from SP and D66"),
        (PlaceUnit("answer", "5"), "antwoord op vraag 5", "answer to question 5"),
        (PlaceUnit("answer", "5", ("SP",)), "antwoord op vraag 5 van SP", "answer to question 5 from SP"),
        (ANSWER, "antwoord aan SP", "answer to SP"),
        (PlaceUnit("answer"), "antwoord", "answer"),
    ],
)
def test_a_question_or_answer_is_named_as_far_as_the_paper_does(unit: PlaceUnit, dutch: str, english: str) -> None:
    assert unit_words(unit) == dutch
    assert unit_words(unit, "en") == english


def test_the_excerpt_line_says_more_than_the_page() -> None:
    place = Place(("24",), (23,), ("II. Reactie", "1.3 Opvang"), ANSWER)
    assert plain(in_text(WRITTEN_CONSULTATION, place)) == (
        "Kamerstukken II 2017/18, 19637, nr. 2395, p. 24, antwoord aan SP, § 1.3"
    )
    assert cite(WRITTEN_CONSULTATION, place) == "Kamerstukken II 2017/18, 19637, nr. 2395, p. 24"
    assert beside_page(WRITTEN_CONSULTATION, replace(place, unit=None)) == "deel II, § 1.3"


def test_where_there_is_no_page_the_section_and_the_question_are_the_place() -> None:
    question = Place((), (), ("Vraag 5",), PlaceUnit("question", "5"))
    assert cite(APPENDIX, question) == "Aanhangsel Handelingen II 2016/17, nr. 172, vraag 5"
    assert plain(in_text(APPENDIX, question)) == cite(APPENDIX, question)
    both = Place((), (), ("1.3 Opvang", "SP"), ANSWER)
    assert cite(WRITTEN_CONSULTATION, both).endswith("nr. 2395, § 1.3, antwoord aan SP")


def test_printed_pages_and_pages_of_the_file_are_never_mixed() -> None:
    for style in ("leidraad", "kamerstijl", "apa", "vlaams"):
        shown = cite(WRITTEN_CONSULTATION, Place((), (3, 4), (), ANSWER), style)
        assert shown.endswith("bestandspagina 3-4")
        assert "p. " not in shown


# APA


@pytest.mark.parametrize(
    ("shown", "entry"),
    [
        (
            paper(TWO_DOSSIERS, title="Brief over detentie", dossiers=("19637",), url="https://example.org/a"),
            "Tweede Kamer der Staten-Generaal. (2018, 25 april). Brief over detentie (Kamerstuk 19637, nr. 2386). "
            "https://example.org/a",
        ),
        (TWO_DOSSIERS, "(2018, 25 april). Een stuk (Kamerstukken 19637 en 30573, nr. 2386)"),
        (SENATE, "Eerste Kamer der Staten-Generaal. (z.d.). Een stuk (Kamerstuk 34482, B)"),
        (BUDGET, "(Kamerstuk 31700 VI, D)"),
        (MINUTES, "(Handelingen II 2017/18, nr. 67, item 7)"),
        (APPENDIX, "(Aanhangsel Handelingen II 2016/17, nr. 172)"),
        (REPORT, "11.11.11. (2017, september). Europees migratiebeleid in Libië"),
        (paper(LETTER, reference="AB-1"), "Minister van Buitenlandse Zaken. (2016, februari). Brief over de actuele "),
        (paper(LETTER, reference="AB-1"), "Libië (kenmerk AB-1)"),
        (document(title="Los stuk", date="2018"), "Los stuk. (2018)"),
        (BILL, "Tweede Kamer der Staten-Generaal. (z.d.). Wet A (Kamerstuk 33680)"),
        (FLEMISH, "Vlaams Parlement. (z.d.). Voorstel van decreet (Parl.St. Vl.Parl. 2016-17, nr. 1012/1)"),
        (paper(REPORT, senders=("A", "B")), "A & B. (2017"),
    ],
)
def test_the_entry_of_a_paper_in_an_apa_list(shown: Document, entry: str) -> None:
    assert entry in plain(reference(shown, "apa"))


def test_an_apa_entry_in_english() -> None:
    assert plain(reference(TWO_DOSSIERS, "apa", "en")).startswith(
        "Tweede Kamer der Staten-Generaal. (2018, April 25). "
    )
    assert "(n.d.)" in plain(reference(SENATE, "apa", "en"))


def test_only_the_title_is_in_italics_in_an_apa_entry() -> None:
    assert [run.text for run in reference(TWO_DOSSIERS, "apa") if run.italic] == ["Een stuk"]


def test_the_short_form_of_apa_beside_a_quote() -> None:
    assert cite(TWO_DOSSIERS, Place(("2",)), "apa") == "Tweede Kamer der Staten-Generaal, 2018, p. 2"
    assert cite(TWO_DOSSIERS, Place(("2", "3")), "apa") == "Tweede Kamer der Staten-Generaal, 2018, pp. 2-3"
    assert cite(REPORT, Place((), (), ("2 Wat",)), "apa") == "11.11.11, 2017, hoofdstuk 2"
    assert cite(document(title="Los stuk"), NOWHERE, "apa") == "Los stuk, z.d."
    assert in_text(TWO_DOSSIERS, Place(("2",), (), (), ANSWER), "apa") == citation(TWO_DOSSIERS, Place(("2",)), "apa")


# Flemish


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("other", "Parl.St. Vl.Parl. 2016-17, nr. 1012/1, 5"),
        ("handelingen", "Hand. Vl.Parl. 2016-17, nr. 1012/1, 5"),
        ("kamervragen", "Vr. en Antw. Vl.Parl. 2016-17, nr. 1012/1, 5"),
    ],
)
def test_a_flemish_paper(kind: str, words: str) -> None:
    shown = paper(FLEMISH, kind=kind)
    assert cite(shown, Place(("5",)), "vlaams") == words
    assert cite(shown, Place(("5",))) == words.replace(", 5", ", p. 5")


def test_the_flemish_style_leaves_dutch_papers_their_own_form() -> None:
    assert cite(WRITTEN_CONSULTATION, Place(("24",)), "vlaams") == cite(WRITTEN_CONSULTATION, Place(("24",)))


def test_the_year_of_a_flemish_parliament_is_not_worked_out_from_a_date() -> None:
    assert cite(paper(FLEMISH, session=None, date="2017-03-01"), NOWHERE, "vlaams") == "Parl.St. Vl.Parl. nr. 1012/1"


# what is not known


@pytest.mark.parametrize(
    ("shown", "style", "lacking"),
    [
        (WRITTEN_CONSULTATION, "leidraad", ()),
        (paper(WRITTEN_CONSULTATION, dossiers=(), number=None), "leidraad", ("dossiers", "number")),
        (paper(WRITTEN_CONSULTATION, session=None), "leidraad", ()),  # the date settles it
        (paper(WRITTEN_CONSULTATION, session=None, date=None), "leidraad", ("session",)),
        (paper(WRITTEN_CONSULTATION, session=None, date=None, chamber=None), "kamerstijl", ()),
        (paper(WRITTEN_CONSULTATION, date=None), "apa", ("date",)),
        (LETTER, "leidraad", ("dossiers", "number")),
        (paper(LETTER, reference="AB-1"), "leidraad", ()),
        (paper(LETTER, reference="AB-1", date=None), "leidraad", ("date",)),
        (BILL, "leidraad", ()),
        (MINUTES, "leidraad", ()),
        (paper(APPENDIX, number=None, session=None), "kamerstijl", ("number", "session")),
        (REPORT, "leidraad", ()),
        (paper(REPORT, date=None, senders=()), "apa", ("date", "senders")),
        (FLEMISH, "vlaams", ()),
        (paper(FLEMISH, session=None), "vlaams", ("session",)),
        (REPORT, CitationTemplate("{{ author }} {{ number }} {{ page }}"), ("number",)),
        (TWO_DOSSIERS, CitationTemplate("{{ author }} {{ year }}"), ()),
    ],
)
def test_what_a_citation_lacks(shown: Document, style: CitationStyle, lacking: tuple[str, ...]) -> None:
    assert missing(shown, style) == lacking


@given(documents, places)
def test_every_style_says_only_what_is_known(shown: Document, place: Place) -> None:
    for style in ("leidraad", "kamerstijl", "apa", "vlaams"):
        for runs in (citation(shown, place, style), in_text(shown, place, style), reference(shown, style)):
            words = plain(runs)
            assert "None" not in words
            assert "()" not in words
            assert all(run.text for run in runs)
        assert all(not getattr(shown, fact) or fact in ("date", "session", "chamber") for fact in missing(shown, style))


@pytest.mark.parametrize(
    ("dossier", "leidraad", "kamerstijl"),
    [
        ("36 600 hoofdstuk VI", "36600 VI", "36 600 VI"),
        ("36.600-VI", "36600 VI", "36 600 VI"),
        ("35600-(R2034)", "35600 (R2034)", "35 600 (R2034)"),
        ("35 600 (R 2034)", "35600 (R2034)", "35 600 (R2034)"),
        ("35600(R2034)", "35600 (R2034)", "35 600 (R2034)"),
        ("35600 R2034", "35600 (R2034)", "35 600 (R2034)"),
        ("21 501-02", "21501-02", "21 501-02"),
        ("123456", "123456", "123456"),
    ],
)
def test_a_dossier_as_people_write_it_is_cited_in_one_form(dossier: str, leidraad: str, kamerstijl: str) -> None:
    assert (dossier_words(dossier), dossier_words(dossier, "kamerstijl")) == (leidraad, kamerstijl)


@pytest.mark.parametrize(
    ("number", "pages", "words"),
    [
        ("7140-7144", ("7141",), "p. 7141"),
        ("108, p. 7909-7943", ("7910", "7911"), "nr. 108, p. 7910-7911"),
        ("7140-7144", ("3",), "p. 7140-7144, p. 3"),  # not a page of these minutes: both are told
        ("7140-7144", (), "p. 7140-7144"),
        ("67-7", ("8",), "nr. 67, item 7, p. 8"),
    ],
)
def test_old_minutes_name_a_page_once(number: str, pages: tuple[str, ...], words: str) -> None:
    minutes = document(kind="handelingen", number=number, chamber="Tweede Kamer", session="2008-2009")
    assert cite(minutes, Place(pages)) == f"Handelingen II 2008/09, {words}"


def test_a_number_outside_the_series_and_a_mark_are_part_of_the_citation() -> None:
    communication = document(title="Mededeling", kind="other", number="COM(2018) 301", senders=("Europese Commissie",))
    assert plain(reference(communication, "apa")) == "Europese Commissie. (z.d.). Mededeling (COM(2018) 301)"
    answers = document(title="Beantwoording", kind="kamervragen", date="2024-05-16", reference="5401166")
    assert cite(answers, Place()) == "Beantwoording, 16 mei 2024, kenmerk 5401166"


def test_the_office_that_writes_has_its_article() -> None:
    for sender in (
        "Nationale ombudsman",
        "Algemene Rekenkamer",
        "vaste commissie voor Financiën",
        "Minister-president",
    ):
        letter = document(title="Stand van zaken", kind="kamerbrief", senders=(sender,))
        assert cite(letter, Place()).startswith(f"Brief van de {sender}, ")


def test_the_heading_of_the_series_is_no_place_and_quotes_in_a_heading_are_double() -> None:
    head = "Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden"
    assert section_words((head, "Antwoord 5")) == "onder ‘Antwoord 5’"
    assert section_words((head,)) == ""
    assert section_words(("De ‘realistische’ foto’s",)) == "onder ‘De “realistische” foto’s’"
