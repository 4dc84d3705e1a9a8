"""The answer overview: counts with their base, the chapter of each question, and that no proposal is an answer."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.model import BUILTIN_VERDICTS, Decision, Span, Verdict
from reader.questions.board import Board, Group, Row, State
from reader.questions.exchange import Exchange, Question
from reader.questions.links import UnitLink
from reader.questions.overview import Overview, overview_of
from reader.questions.suggestions import Band, Suggestion
from tests.questions.papers import seed

VERDICTS = {verdict.name: verdict for verdict in BUILTIN_VERDICTS}
OWN = Verdict("own", "ontwijkend", 9)
ALL = (*BUILTIN_VERDICTS, OWN)
SPAN = Span(0, 1)


def question(number: int, section: str = "1", fractie: str | None = "SP") -> Question:
    return Question(f"q{number}", "", (), number * 10, number * 10 + 9, number * 10, fractie, section, "Waarom?")


def row(
    number: int, state: State, *bands: Band, verdict: Verdict | None = None, section: str = "1", fractie: str = "SP"
) -> Row:
    asked = question(number, section, fractie)
    links = (UnitLink(asked.id, "a1", "suggestion", "link", "text", SPAN),) if state == "confirmed" else ()
    candidates = tuple(Suggestion(asked.id, "a1", rank, band, (), 0.5) for rank, band in enumerate(bands, start=1))
    held = verdict is not None or state == "open"
    decision = (
        Decision("d", "text", "paper", asked.start, asked.end, verdict.uid if verdict else None, state == "open")
        if held
        else None
    )
    return Row(asked, state, links, candidates, decision)


def board(*groups: tuple[bool, tuple[Row, ...]]) -> Board:
    made = tuple(
        Group(rows[0].question.section, "", rows[0].question.fractie, rows, without) for without, rows in groups
    )
    return Board(Exchange("consultation", questions=tuple(one.question for _, rows in groups for one in rows)), made)


def shown(overview: Overview) -> dict[str, list[str]]:
    """The ids of the questions per chapter."""
    found: dict[str, list[str]] = {}
    for chapter in overview.chapters:
        ids = [entry.row.question.id for group in chapter.groups for entry in group.entries]
        found.setdefault(chapter.kind, []).extend(ids)
    return found


MIXED = board(
    (False, (row(1, "confirmed"), row(2, "suggested", "strong"), row(3, "nothing", "weak"), row(4, "nothing"))),
    (True, (row(5, "nothing", fractie="CDA"), row(6, "open", fractie="CDA"), row(7, "confirmed", fractie="CDA"))),
    (
        False,
        (
            row(8, "confirmed", verdict=VERDICTS["partly"], section="2"),
            row(9, "confirmed", verdict=VERDICTS["refused"], section="2"),
            row(10, "open", section="2"),
            row(11, "confirmed", verdict=VERDICTS["answered"], section="2"),
            row(12, "confirmed", verdict=OWN, section="2"),
            row(13, "confirmed", verdict=VERDICTS["refers"], section="2"),
        ),
    ),
)


def test_the_whole_overview_begins_with_the_blocks_without_an_answer_block() -> None:
    overview = overview_of(MIXED, ALL)
    assert [(chapter.kind, chapter.section) for chapter in overview.chapters] == [
        ("no-block", ""), ("section", "1"), ("section", "2"),
    ]  # fmt: skip
    assert shown(overview)["no-block"] == ["q5", "q6", "q7"]
    (first, second) = overview.chapters[1].groups
    assert (first.elsewhere, len(first.entries)) == (0, 4)
    assert (second.fractie, second.elsewhere, second.entries) == ("CDA", 3, ())


def test_the_open_questions_stand_under_the_most_urgent_heading_that_fits() -> None:
    overview = overview_of(MIXED, ALL, only_open=True)
    assert shown(overview) == {
        "no-block": ["q5", "q6"],
        "open": ["q10"],
        "nothing": ["q4"],
        "weak": ["q3"],
        "refused": ["q9"],
        "partly": ["q8", "q13"],
        "judged": ["q12"],
    }
    assert list(shown(overview)) == ["no-block", "open", "nothing", "weak", "refused", "partly", "judged"]
    assert overview.left_out == 1, "the question with a strong proposal waits to be checked"


def test_the_counts_are_of_all_questions_whatever_is_shown() -> None:
    counts = overview_of(MIXED, ALL).counts
    assert counts == overview_of(MIXED, ALL, only_open=True).counts
    assert (counts.questions, counts.confirmed, counts.open, counts.unchecked) == (13, 7, 2, 4)
    assert (counts.proposed, counts.weak, counts.nothing) == (1, 1, 2)
    assert (counts.blocks, counts.blocks_without_answers) == (3, 1)
    assert [(verdict.name, number) for verdict, number in counts.verdicts] == [
        ("answered", 1), ("partly", 1), ("refused", 1), ("refers", 1), ("ontwijkend", 1),
    ]  # fmt: skip
    assert counts.judged == 5


@pytest.mark.parametrize(
    ("state", "bands", "verdict", "standing"),
    [
        ("confirmed", (), None, "confirmed"),
        ("open", ("strong",), None, "open"),
        ("suggested", ("strong",), None, "proposed"),
        ("several", ("possible", "weak"), None, "proposed"),
        ("nothing", ("weak",), None, "weak"),
        ("nothing", (), None, "nothing"),
        ("nothing", (), "refused", "unconfirmed"),
        ("suggested", ("strong",), "answered", "unconfirmed"),
    ],
)
def test_where_a_question_stands(state: State, bands: tuple[Band, ...], verdict: str | None, standing: str) -> None:
    judged = VERDICTS[verdict] if verdict else None
    overview = overview_of(board((False, (row(1, state, *bands, verdict=judged),))), ALL)
    (entry,) = overview.chapters[0].groups[0].entries
    assert (entry.standing, entry.verdict) == (standing, judged)


def test_a_verdict_that_the_project_no_longer_has_is_none() -> None:
    overview = overview_of(board((False, (row(1, "confirmed", verdict=OWN),))), BUILTIN_VERDICTS)
    assert overview.chapters[0].groups[0].entries[0].verdict is None
    assert overview.counts.judged == 0


def test_questions_are_numbered_on_where_a_fractie_comes_back_in_a_section() -> None:
    found = overview_of(
        board(
            (False, (row(1, "nothing"),)), (False, (row(2, "nothing", fractie="CDA"),)), (False, (row(3, "nothing"),))
        ),
        ALL,
    )
    numbers = [entry.number for group in found.chapters[0].groups for entry in group.entries]
    assert numbers == [1, 1, 2]


def test_a_paper_without_questions_has_an_empty_overview() -> None:
    for only_open in (False, True):
        overview = overview_of(Board(Exchange("none"), ()), ALL, only_open=only_open)
        assert (overview.chapters, overview.left_out, overview.counts.questions) == ((), 0, 0)


def test_004_has_twenty_five_blocks_of_which_two_have_no_answers() -> None:
    from reader.questions.board import board_of

    _, exchange = seed("2018-06")
    overview = overview_of(board_of(exchange), ALL)
    assert (overview.counts.blocks, overview.counts.blocks_without_answers) == (25, 2)
    first = overview.chapters[0]
    assert first.kind == "no-block"
    assert [(group.section, group.fractie) for group in first.groups] == [("1.1", "SP"), ("1.1", "ChristenUnie")]


STATES: tuple[State, ...] = ("confirmed", "suggested", "several", "nothing", "open")


@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from(STATES), st.booleans(), st.sampled_from((None, *ALL))), min_size=1),
        max_size=5,
    ),
    st.booleans(),
)
def test_every_question_is_shown_once_or_accounted_for(
    cells: list[list[tuple[State, bool, Verdict | None]]], without: bool
) -> None:
    number = 0
    groups = []
    for place, cell in enumerate(cells):
        rows = []
        for state, weak, verdict in cell:
            number += 1
            bands: tuple[Band, ...] = ("weak",) if weak else ()
            if state in ("suggested", "several"):
                bands = ("strong",)
            rows.append(row(number, state, *bands, verdict=verdict, section=str(place)))
        groups.append((without and place % 2 == 0, tuple(rows)))
    made = board(*groups)
    whole, open_only = overview_of(made, ALL), overview_of(made, ALL, only_open=True)
    assert Counter(uid for ids in shown(whole).values() for uid in ids) == Counter(list(made.rows))
    listed = [uid for ids in shown(open_only).values() for uid in ids]
    assert len(listed) == len(set(listed))
    closed = sum(
        one.state == "confirmed" and (one.decision is None or one.decision.verdict_uid == VERDICTS["answered"].uid)
        for one in made.rows.values()
    )
    assert len(listed) + open_only.left_out + closed == number
    assert whole.counts.confirmed + whole.counts.open + whole.counts.unchecked == number
    assert whole.counts.unchecked == number - made.checked
