"""A form of citation that the user wrote: what it gives, what it leaves out, what it may not do."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from reader.domain.citation import (
    DEFAULT_TEMPLATE,
    FIELDS,
    CitationTemplate,
    Place,
    PlaceUnit,
    Run,
    TemplateWrong,
    check_template,
    citation,
    cite,
    plain,
)
from reader.domain.citation_template import LONGEST, template_values
from tests.domain.test_citation import LETTER, REPORT, WRITTEN_CONSULTATION, document, documents, places

PLACE = Place(("24", "25"), (23, 24), ("1.3 Opvang",), PlaceUnit("answer", "", ("SP",)))


def shown(source: str, *, place: Place = PLACE) -> str:
    return cite(WRITTEN_CONSULTATION, place, CitationTemplate(source))


def wrong(source: str) -> TemplateWrong:
    with pytest.raises(TemplateWrong) as caught:
        check_template(CitationTemplate(source))
    return caught.value


def test_every_field_is_filled_in() -> None:
    values = template_values(WRITTEN_CONSULTATION, PLACE, "nl")
    assert values.keys() == FIELDS.keys()
    assert (values["page"], values["pages"]) == ("24", "24-25")
    assert shown("{{ dossiers }} {{ number }} {{ session }} {{ chamber }} {{ year }}") == "19637 2395 2017/18 II 2018"
    assert shown("{{ section }}; {{ question }}; {{ file_page }}") == "§ 1.3; antwoord aan SP; 23-24"
    assert shown("{{ paper }}, {{ place }}") == "Kamerstukken II 2017/18, 19637, nr. 2395, p. 24-25"


def test_italics_by_asterisks_and_by_a_filter() -> None:
    expected = (Run("Zie "), Run("Verslag van een schriftelijk overleg", italic=True), Run(", 2018"))
    for source in ("Zie *{{ title }}*, {{ year }}", "Zie {{ title|italic }}, {{ year }}"):
        assert citation(WRITTEN_CONSULTATION, PLACE, CitationTemplate(source)) == expected
    starred = document(title="Nota *bis* 2 * 3")
    assert citation(starred, PLACE, CitationTemplate("*{{ title }}*!")) == (
        Run("Nota *bis* 2 * 3", italic=True),
        Run("!"),
    )
    assert shown("{{ year }}* een ster") == "2018* een ster"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ senders }}, {{ title }}, {{ url }}, {{ year }}", "Verslag van een schriftelijk overleg, 2018"),
        ("{{ title }} ({{ reference }})", "Verslag van een schriftelijk overleg"),
        ("{{ title }} ({{ reference }}, {{ year }})", "Verslag van een schriftelijk overleg (2018)"),
        ("{{ year }} ({{ session }}, {{ url }}).", "2018 (2017/18)."),
        ("{{ year }} *{{ url }}* , {{ number }}", "2018, 2395"),
        ("{{ year }}: ‘{{ url }}’; {{ number }}", "2018; 2395"),
        ("{{ url }}", ""),
        ("{% if url %}zie {{ url }}{% else %}geen adres{% endif %}", "geen adres"),
        ("{{ url or year }}{{ ', ' ~ number if number }}", "2018, 2395"),
        ("{{ year }}\n{{ number }}", "2018 2395"),
    ],
)
def test_what_is_not_known_leaves_no_trace(source: str, expected: str) -> None:
    assert shown(source) == expected


@pytest.mark.parametrize(
    ("source", "problem", "line"),
    [
        ("", "empty", 1),
        ("x" * (LONGEST + 1), "too-long", 1),
        ("{{ title }}\n{{ titel }}", "unknown-field", 2),
        ("{{ title", "not-closed", 1),
        ("a\nb\n{% if title %}", "not-closed", 3),
        ("{{ title }} }}\n{{ number date }}", "syntax", 2),
        ("{% trans %}", "not-allowed", 1),
        ("{% for x in title %}{{ title }}{% endfor %}", "not-allowed", 1),
        ("{% set x = 1 %}", "not-allowed", 1),
        ("{{ title.__class__ }}", "not-allowed", 1),
        ("{{ title['x'] }}", "not-allowed", 1),
        ("\n{{ range(9) }}", "not-allowed", 2),
        ("{{ 'a' * 999999999 }}", "not-allowed", 1),
        ("{{ 9 ** 99999999 }}", "not-allowed", 1),
        ("{% include 'x' %}", "not-allowed", 1),
        ("{% macro a() %}{% endmacro %}", "not-allowed", 1),
        ("{{ title|center(99999999) }}", "not-allowed", 1),
        ("{{ " + "(" * 900 + "1" + ")" * 900 + " }}", "syntax", 1),
        ("{% if title %}" * 100 + "{% endif %}" * 50, "not-closed", 1),
    ],
)
def test_a_template_that_cannot_be_used_says_where(source: str, problem: str, line: int) -> None:
    error = wrong(source)
    assert (error.problem, error.line) == (problem, line)
    assert f"Line {line}" in str(error)


def test_the_example_can_be_used_for_any_paper() -> None:
    template = CitationTemplate(DEFAULT_TEMPLATE)
    assert cite(WRITTEN_CONSULTATION, Place(("24",)), template) == (
        "Tweede Kamer der Staten-Generaal, Verslag van een schriftelijk overleg (19637, nr. 2395), juni 2018, p. 24"
    )
    assert cite(REPORT, Place(), template) == "11.11.11, Europees migratiebeleid in Libië, september 2017"
    assert "()" not in cite(LETTER, Place(), template)


@given(documents, places, st.sampled_from(["nl", "en"]))
def test_a_template_gives_tidy_words(paper: object, place: Place, language: str) -> None:
    template = CitationTemplate(
        ", ".join(f"*{{{{ {name} }}}}* ({{{{ {name} }}}})" for name in FIELDS if name != "title")
    )
    words = plain(citation(paper, place, template, language))  # type: ignore[arg-type]
    assert "()" not in words
    assert ", ," not in words
    assert "  " not in words
    assert words == words.strip(" ,;")


@given(st.text(max_size=60), st.sampled_from(["{{ title }}", "{{", "{% if title %}", "{{ title|upper }}"]))
def test_whatever_is_typed_gives_words_or_a_clear_message(typed: str, rest: str) -> None:
    template = CitationTemplate(typed + rest)
    with contextlib.suppress(TemplateWrong):
        assert len(cite(WRITTEN_CONSULTATION, PLACE, template)) <= LONGEST


def test_a_template_is_read_once_however_often_it_is_filled_in(monkeypatch: pytest.MonkeyPatch) -> None:
    template = CitationTemplate("{{ title }} {{ number }}, once")
    cite(WRITTEN_CONSULTATION, PLACE, template)
    monkeypatch.setattr(Environment, "parse", None)
    assert cite(REPORT, PLACE, template) == "Europees migratiebeleid in Libië, once"


def test_the_example_numbers_a_paper_as_its_chamber_does() -> None:
    template = CitationTemplate(DEFAULT_TEMPLATE)
    for chamber, number, words in (("Eerste Kamer", "A", "(36410, A)"), ("Tweede Kamer", "12", "(36410, nr. 12)")):
        paper = document(kind="kamerstuk", dossiers=("36410",), date="2023-09-25", chamber=chamber, number=number)
        assert words in cite(paper, Place(), template)


def test_no_control_character_comes_out() -> None:
    assert shown("a\x01b\x00\tc") == "a b c"
