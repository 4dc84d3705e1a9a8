"""How papers and places in them are cited."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.citation import (
    CitationStyle,
    Place,
    Run,
    citation,
    cite,
    date_words,
    dossier_words,
    is_numbered,
    language_of,
    place_words,
    plain,
    section_beside_page,
    section_words,
    session_of,
)
from reader.domain.model import Document

PAGE_24 = Place(("24",), (23,), ("II. Reactie", "1.3 Opvang"))


def document(**facts: Any) -> Document:
    return Document("document", facts.pop("title", "Een stuk"), "text", **facts)


WRITTEN_CONSULTATION = document(
    kind="schriftelijk-overleg",
    title="Verslag van een schriftelijk overleg",
    date="2018-06",
    dossiers=("19637",),
    number="2395",
    chamber="Tweede Kamer",
    session="2017-2018",
)
TWO_DOSSIERS = document(
    kind="kamerbrief",
    date="2018-04-25",
    dossiers=("19637", "30573"),
    number="2386",
    chamber="Tweede Kamer",
    senders=("Minister voor Buitenlandse Handel",),
)
SENATE = document(kind="kamerstuk", dossiers=("34482",), number="B", chamber="Eerste Kamer", session="2016-2017")
BUDGET = document(kind="kamerstuk", dossiers=("31700-VI",), number="D", chamber="I", session="2008-2009")
FOREIGN_AFFAIRS = document(kind="kamerbrief", dossiers=("21501-02",), number="1525", chamber="II", session="2015-2016")
MINUTES = document(kind="handelingen", number="67-7", chamber="Tweede Kamer", session="2017-2018")
OLD_MINUTES = document(kind="handelingen", number="7140-7144", chamber="Tweede Kamer", session="2008-2009")
APPENDIX = document(kind="aanhangsel", number="172", chamber="Tweede Kamer", session="2016-2017")
LETTER = document(
    kind="kamerbrief",
    title="Brief over de actuele situatie in Libië",
    date="2016-02",
    chamber="Tweede Kamer",
    session="2015-2016",
    senders=("Minister van Buitenlandse Zaken",),
)
REPORT = document(
    kind="ngo-rapport",
    title="Europees migratiebeleid in Libië",
    date="2017-09",
    senders=("11.11.11",),
    language="nl-BE",
)


@pytest.mark.parametrize(
    ("paper", "leidraad", "kamerstijl"),
    [
        (WRITTEN_CONSULTATION, "Kamerstukken II 2017/18, 19637, nr. 2395, p. 24", "Kamerstuk 19 637, nr. 2395, p. 24"),
        (
            TWO_DOSSIERS,
            "Kamerstukken II 2017/18, 19637 en 30573, nr. 2386, p. 24",
            "Kamerstukken 19 637 en 30 573, nr. 2386, p. 24",
        ),
        (SENATE, "Kamerstukken I 2016/17, 34482, B, p. 24", "Kamerstuk 34 482, B, p. 24"),
        (BUDGET, "Kamerstukken I 2008/09, 31700 VI, D, p. 24", "Kamerstuk 31 700 VI, D, p. 24"),
        (FOREIGN_AFFAIRS, "Kamerstukken II 2015/16, 21501-02, nr. 1525, p. 24", "Kamerstuk 21 501-02, nr. 1525, p. 24"),
        (
            MINUTES,
            "Handelingen II 2017/18, nr. 67, item 7, p. 24",
            "Handelingen II, vergaderjaar 2017–2018, nr. 67, item 7, p. 24",
        ),
        (
            APPENDIX,
            "Aanhangsel Handelingen II 2016/17, nr. 172, p. 24",
            "Aanhangsel Handelingen II, vergaderjaar 2016–2017, nr. 172, p. 24",
        ),
    ],
)
def test_a_numbered_paper_is_cited_by_its_series(paper: Document, leidraad: str, kamerstijl: str) -> None:
    assert cite(paper, PAGE_24) == leidraad
    assert cite(paper, PAGE_24, "kamerstijl") == kamerstijl
    assert is_numbered(paper)


def test_only_the_name_of_the_series_is_in_italics() -> None:
    assert citation(WRITTEN_CONSULTATION, PAGE_24) == (
        Run("Kamerstukken II", italic=True),
        Run(" 2017/18, 19637, nr. 2395, p. 24"),
    )
    assert not any(run.italic for run in citation(WRITTEN_CONSULTATION, PAGE_24, "kamerstijl"))


def test_minutes_from_before_items_are_cited_by_their_pages() -> None:
    assert cite(OLD_MINUTES, Place()) == "Handelingen II 2008/09, p. 7140-7144"


def test_an_annex_is_cited_with_the_paper_it_belongs_to() -> None:
    annex = document(kind="bijlage", dossiers=("34389",), number="9", chamber="II", session="2015-2016")
    assert cite(annex, Place()) == "Bijlage bij Kamerstukken II 2015/16, 34389, nr. 9"


def test_a_letter_without_a_number_is_cited_by_sender_date_and_subject() -> None:
    place = Place((), (5,))
    assert cite(LETTER, place) == (
        "Brief van de Minister van Buitenlandse Zaken van februari 2016 over de actuele situatie in Libië, "
        "bestandspagina 5"
    )
    assert cite(LETTER, place, language="en") == (
        "Letter from Minister van Buitenlandse Zaken of February 2016, Brief over de actuele situatie in Libië, "
        "file page 5"
    )
    assert not is_numbered(LETTER)


def test_a_letter_whose_dossier_is_known_but_not_its_number_names_both() -> None:
    letter = document(
        kind="kamerbrief",
        title="Kamerbrief over detentie",
        date="2018-04-25",
        dossiers=("19637",),
        senders=("Minister voor A", "Staatssecretaris van B"),
    )
    assert cite(letter, Place()) == (
        "Brief van de Minister voor A en de Staatssecretaris van B van 25 april 2018 over detentie (Kamerstukken 19637)"
    )


def test_a_report_is_cited_by_organisation_title_year_and_chapter() -> None:
    runs = citation(REPORT, Place((), (), ("2 Wat de EU doet",)))
    assert runs == (
        Run("11.11.11, "),
        Run("Europees migratiebeleid in Libië", italic=True),
        Run(", 2017, hoofdstuk 2"),
    )


def test_a_paper_of_which_little_is_known_is_cited_by_that() -> None:
    assert cite(document(title="Los stuk"), Place()) == "Los stuk"
    assert cite(document(title="", source_name="los.txt"), Place()) == "los.txt"
    consultation = document(kind="schriftelijk-overleg", title="Overleg", date="2017-07", chamber="Tweede Kamer")
    assert cite(consultation, Place((), (5,))) == "Tweede Kamer, Overleg, juli 2017, bestandspagina 5"


def test_the_session_is_worked_out_from_a_date_and_left_out_without_one() -> None:
    assert "2017/18" in cite(TWO_DOSSIERS, Place())
    undated = document(kind="kamerstuk", dossiers=("19637",), number="1", chamber="II", date="2018")
    assert cite(undated, Place()) == "Kamerstukken II 19637, nr. 1"
    unknown_chamber = document(kind="kamerstuk", dossiers=("19637",), number="1", session="1999-2000")
    assert cite(unknown_chamber, Place()) == "Kamerstukken 1999/2000, 19637, nr. 1"


@pytest.mark.parametrize(
    ("place", "dutch", "english"),
    [
        (Place(("24",), (23,), ("1.3 Opvang",)), "p. 24", "p. 24"),
        (Place(("24", "25"), (23, 24)), "p. 24-25", "p. 24-25"),
        (Place((), (5,), ("Libië",)), "bestandspagina 5", "file page 5"),
        (Place((), (5, 7)), "bestandspagina 5-7", "file pages 5-7"),
        (Place((), (), ("II. Reactie van het kabinet", "1.3 Opvang")), "deel II, § 1.3", "part II, § 1.3"),
        (Place((), (), ("1. Achtergrond", "1.3 Opvang", "Aan SP.")), "§ 1.3, onder ‘Aan SP’", "§ 1.3, under ‘Aan SP’"),
        (Place((), (), ("Migratie", "EU")), "onder ‘Migratie › EU’", "under ‘Migratie › EU’"),
        (Place((), (), ("Hoofdstuk 2 Context",)), "hoofdstuk 2", "chapter 2"),
        (Place(), "", ""),
    ],
)  # fmt: skip
def test_a_place_is_the_printed_page_else_the_page_of_the_file_else_the_section(
    place: Place, dutch: str, english: str
) -> None:
    assert place_words(place) == dutch
    assert place_words(place, "en") == english


def test_a_number_at_the_start_of_a_heading_is_not_always_a_section() -> None:
    assert section_words(("17 juli 2017",)) == "onder ‘17 juli 2017’"
    assert section_words(("2",), chapters=True) == "hoofdstuk 2"
    assert section_words(("2 Juridisch kader",)) == "§ 2"


def test_a_long_heading_is_cut_at_a_word() -> None:
    words = section_words(("woord " * 30,))
    assert words.endswith("woord …’")
    assert len(words) < 80


def test_a_heading_that_repeats_the_title_is_no_place() -> None:
    paper = document(title="Overleg", kind="schriftelijk-overleg")
    assert cite(paper, Place((), (), ("Overleg", "Libië"))) == "Overleg, onder ‘Libië’"


def test_the_section_is_given_beside_a_page_only() -> None:
    assert section_beside_page(WRITTEN_CONSULTATION, PAGE_24) == "deel II, § 1.3"
    assert section_beside_page(WRITTEN_CONSULTATION, Place((), (), ("1.3 Opvang",))) == ""


@pytest.mark.parametrize(
    ("known", "dutch", "english"),
    [
        ("2018-04-25", "25 april 2018", "25 April 2018"),
        ("2018-04", "april 2018", "April 2018"),
        ("2018", "2018", "2018"),
        ("2018-13", "", ""),
        ("spring", "", ""),
        (None, "", ""),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(known: str | None, dutch: str, english: str) -> None:
    assert date_words(known) == dutch
    assert date_words(known, "en") == english


@given(st.integers(1945, 2100))
def test_a_session_starts_on_the_third_tuesday_of_september(year: int) -> None:
    tuesdays = [week[calendar.TUESDAY] for week in calendar.monthcalendar(year, 9) if week[calendar.TUESDAY]]
    opening = date(year, 9, tuesdays[2])
    assert session_of(opening.isoformat()) == f"{year}-{year + 1}"
    assert session_of((opening - timedelta(days=1)).isoformat()) == f"{year - 1}-{year}"


def test_a_month_settles_the_session_unless_it_is_september() -> None:
    assert session_of("2018-06") == "2017-2018"
    assert session_of("2018-10") == "2018-2019"
    assert session_of("2018-09") is None
    assert session_of("2018") is None


def test_dossiers_are_written_as_the_style_asks() -> None:
    assert [dossier_words(number) for number in ("19 637", "21 501–02", "31 700 VI", "35146-(R2112)", "x")] == [
        "19637", "21501-02", "31700 VI", "35146 (R2112)", "x",
    ]  # fmt: skip
    assert dossier_words("21501-02", "kamerstijl") == "21 501-02"


def test_any_language_tag_gives_one_of_the_two_languages() -> None:
    assert [language_of(tag) for tag in ("nl", "nl-BE", "en", "en-GB", "fr", "")] == [
        "nl",
        "nl",
        "en",
        "en",
        "nl",
        "nl",
    ]
    assert "bestandspagina" in cite(REPORT, Place((), (5,)), language="nl-BE")


documents = st.builds(
    Document,
    st.just("document"),
    st.text(max_size=20),
    st.just("text"),
    kind=st.sampled_from(["kamerstuk", "kamerbrief", "handelingen", "aanhangsel", "kamervragen", "ngo-rapport"]),
    date=st.none() | st.sampled_from(["2018", "2018-09", "2018-04-25", "?"]),
    dossiers=st.lists(st.sampled_from(["19637", "21501-02", "31700-VI", ""]), max_size=3).map(tuple),
    number=st.none() | st.sampled_from(["2395", "nr. 7", "B", "67-7", ""]),
    chamber=st.none() | st.sampled_from(["Tweede Kamer", "Eerste Kamer", "", "Raad"]),
    session=st.none() | st.sampled_from(["2017-2018", "2017/18", "", "?"]),
    senders=st.lists(st.sampled_from(["Minister van Buitenlandse Zaken", "11.11.11"]), max_size=3).map(tuple),
)  # fmt: skip
places = st.builds(
    Place,
    st.sampled_from([(), ("24",), ("24", "25")]),
    st.sampled_from([(), (3,), (3, 4)]),
    st.lists(st.sampled_from(["1.3 Opvang", "II. Antwoord", "Libië"]), max_size=3).map(tuple),
)
styles: st.SearchStrategy[CitationStyle] = st.sampled_from(["leidraad", "kamerstijl"])


@given(documents, places, styles)
def test_a_citation_says_nothing_that_is_not_known(paper: Document, place: Place, style: CitationStyle) -> None:
    runs = citation(paper, place, style)
    words = plain(runs)
    assert "None" not in words
    assert ("p. 24" in words) == bool(place.pages)
    assert ("bestandspagina" in words) == (bool(place.file_pages) and not place.pages)
    assert all(run.text for run in runs)
    assert style == "leidraad" or not any(run.italic for run in runs)
