"""Questions in the panes: shown with a state, shown beside their answers, walked through, decided and changed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction

from reader.domain.model import ANSWERED_BY, BUILTIN_VERDICTS, Span
from reader.edit import questions
from reader.questions.board import Row
from reader.ui.document_pane import DocumentPane
from reader.ui.pane_units import proposal
from reader.ui.path_line import with_fractie
from reader.ui.unit_marks import UnitMark
from tests.questions.papers import CONSULTATION, HEAD, lines
from tests.ui.pane_bench import PaneBench, bench

__all__ = ["bench"]

ASKED = lines(*HEAD, "Vraag 1", "Hoeveel schepen wachten bij de sluizen?", "Vraag 2", "Wanneer is de sluis klaar?")
ANSWERED = lines(
    *HEAD, "Antwoord 1", "Er wachten gemiddeld elf schepen bij de sluizen.",
    "Antwoord 2", "De sluis is klaar in het najaar; de planning van de sluis is niet veranderd.",
)  # fmt: skip


@pytest.fixture
def pane(bench: PaneBench) -> DocumentPane:
    """A pane with a consultation of which the answers are proposed."""
    pane = bench.open(bench.add("Waterkwaliteit", CONSULTATION))
    bench.known(pane)
    return pane


def proposed(bench: PaneBench, pane: DocumentPane) -> Row:
    """A question for which an answer is proposed."""
    return next(row for row in bench.known(pane).board.rows.values() if proposal(row) is not None)


def unanswered(bench: PaneBench, pane: DocumentPane) -> Row:
    return next(row for row in bench.known(pane).board.rows.values() if row.state == "nothing")


def mark(pane: DocumentPane, unit_id: str) -> UnitMark:
    return next(unit for unit in pane.view.units if unit.id == unit_id)


def action(bench: PaneBench, pane: DocumentPane, unit_id: str, words: str) -> QAction:
    menu = bench.questions.menu(bench.unit(pane, unit_id))
    return next(one for one in menu.actions() if one.text() == words)


# shown


def test_questions_are_looked_for_only_when_a_paper_is_seen(bench: PaneBench) -> None:
    pane = bench.open(bench.add("Waterkwaliteit", CONSULTATION))
    paper = bench.questions.paper_of(pane, "question")
    assert paper is not None
    assert not paper.is_busy
    assert not pane.view.units
    bench.bot.waitUntil(lambda: bool(pane.view.units), timeout=5000)
    assert paper.stage == "units", "answers are proposed when somebody wants them"
    assert {unit.role for unit in pane.view.units} == {"question", "answer"}
    assert "suggested" not in pane.view.units[0].tooltip


def test_a_badge_counts_in_its_group_and_its_tooltip_tells_the_state(bench: PaneBench, pane: DocumentPane) -> None:
    row = proposed(bench, pane)
    first = next(one for one in pane.view.units if one.role == "question")
    assert first.badge == "Q1"
    words = mark(pane, row.question.id).tooltip
    assert words.startswith("Question ")
    assert words.endswith(" · answer suggested")
    assert f", {row.question.fractie}, {row.question.section}" in words
    bench.questions.accept(bench.unit(pane, row.question.id))
    assert mark(pane, row.question.id).tooltip.endswith(" · confirmed")
    answer = bench.known(pane).board.rows[row.question.id].links[0].answer
    assert answer is not None
    assert "answers question" in mark(pane, answer).tooltip


def test_what_is_proposed_has_a_bracket_and_a_ribbon_until_it_is_decided(bench: PaneBench, pane: DocumentPane) -> None:
    bench.open(pane.document.uid)
    row = proposed(bench, pane)
    (gutter,) = bench.row.gutters()

    def ribbons() -> int:
        bench.questions.show_pair(*places(bench, pane, row))
        bench.settle()
        return sum(one.kind == "suggested" and one.uid.endswith("/" + row.question.id) for one in gutter.ribbons)

    assert ribbons() == 1
    bench.questions.reject(bench.unit(pane, row.question.id))
    assert ribbons() == 0
    assert bench.project.rejections()


def test_a_verdict_is_the_sign_of_the_ribbon(bench: PaneBench, pane: DocumentPane) -> None:
    bench.open(pane.document.uid)
    row, paper = proposed(bench, pane), bench.known(pane)
    question, answer = places(bench, pane, row)
    bench.questions.accept(bench.unit(pane, row.question.id))
    partly = next(one for one in BUILTIN_VERDICTS if one.name == "partly")
    place = paper.question_place(row.question.id)
    assert bench.session.attempt(lambda: questions.set_verdict(bench.project, place, partly.uid, decision=None))
    bench.questions.show_pair(question, answer)
    bench.settle()
    (gutter,) = bench.row.gutters()
    assert "contrast" in {one.icon for one in gutter.ribbons if one.kind == "link"}
    assert mark(pane, row.question.id).tooltip.endswith(" · confirmed · answered in part")


def test_the_path_line_names_the_fractie(bench: PaneBench, pane: DocumentPane) -> None:
    row = proposed(bench, pane)
    pane.view.scroll_to(row.question.start, 0)
    assert pane.place()[1][-1] == row.question.fractie


@pytest.mark.parametrize(
    ("section", "fractie", "path"),
    [
        (("II", "1.2 Opvang"), "D66", ("II", "1.2 Opvang", "D66")),
        (("II", "Op de vragen van de D66-fractie."), "D66", ("II", "D66")),
        (("Inbreng SP",), "SP", ("Inbreng SP", "SP")),
        (("II",), "", ("II",)),
        ((), "SP", ("SP",)),
    ],
)
def test_the_path_with_a_fractie(section: tuple[str, ...], fractie: str, path: tuple[str, ...]) -> None:
    assert with_fractie(section, fractie) == path


# a pair


def places(bench: PaneBench, pane: DocumentPane, row: Row) -> tuple[tuple[str, Span], tuple[str, Span]]:
    paper, best = bench.known(pane), proposal(row)
    assert best is not None
    return paper.question_place(best.question), paper.answer_place(best.answer)


def test_a_pair_opens_the_pane_it_needs_and_stands_at_one_height(bench: PaneBench, pane: DocumentPane) -> None:
    row = proposed(bench, pane)
    question, answer = places(bench, pane, row)
    bench.questions.show_pair(question, answer)
    bench.settle()
    left, right = bench.row.panes
    assert (left, right.document.uid) == (pane, pane.document.uid)
    assert bench.row.active is pane
    height = right.view.viewport().height()
    tops = round(left.view.y_of(question[1].start)), round(right.view.y_of(answer[1].start))
    assert all(0 <= top < height for top in tops)
    assert right.view.y_of(answer[1].end - 1) < height
    assert left.view.shown.lit_unit == row.question.id
    assert len(left.view.shown.shared)
    assert len(right.view.shown.shared)
    bench.questions.clear_pair()
    assert not left.view.shown.lit_unit
    assert not len(left.view.shown.shared)


def test_a_pair_disturbs_no_pane_with_another_paper(bench: PaneBench, pane: DocumentPane) -> None:
    third = bench.open(bench.project.answers)
    before = third.view.position()
    bench.questions.show_pair(*places(bench, pane, proposed(bench, pane)))
    bench.settle()
    shown = [one.document.uid for one in bench.row.panes]
    assert sorted(shown) == sorted([pane.document.uid, pane.document.uid, third.document.uid])
    assert third.view.position() == before
    bench.questions.show_pair(*places(bench, pane, proposed(bench, pane)))
    assert len(bench.row.panes) == 3, "the pane that was opened serves again"


def test_shared_words_are_marked_over_the_hyphen_at_a_line_end(bench: PaneBench) -> None:
    body = "Een vraag over detentie-\ncentra in Libië.\n\nEen antwoord over de detentiecentra daar.\n"
    pane = bench.open(bench.add("Kort", body))
    other = bench.open(pane.document.uid)
    uid, second = pane.document.uid, body.index("Een antwoord")
    bench.questions.show_pair((uid, Span(0, second - 2)), (uid, Span(second, len(body) - 1)))
    asked = [pane.view.reading.text[start:end] for start, end, _ in pane.view.shown.shared]
    answered = [other.view.reading.text[start:end] for start, end, _ in other.view.shown.shared]
    assert asked == answered == ["detentiecentra"]
    assert bench.row.panes == (pane, other)


def test_a_badge_brings_the_answer_to_the_height_of_the_question(bench: PaneBench, pane: DocumentPane) -> None:
    other = bench.open(pane.document.uid)
    row = proposed(bench, pane)
    pane.view.scroll_to(row.question.start, 150)
    before = pane.view.position()
    pane.view.unit_clicked.emit(row.question.id)
    best = proposal(row)
    assert best is not None
    assert pane.view.position() == before, "what was clicked stays where it is"
    view = other.view
    assert 0 <= bench.top(other, best.answer) <= 150
    assert view.y_of(bench.unit(other, best.answer).span.end - 1) < 500
    assert view.shown.lit_unit == best.answer


def test_a_badge_of_a_question_without_answer_says_so(bench: PaneBench, pane: DocumentPane) -> None:
    pane.view.unit_clicked.emit(unanswered(bench, pane).question.id)
    assert bench.told == ["No answer to this question was found."]


def test_a_badge_clicked_before_answers_were_looked_for_shows_them_when_they_are_there(bench: PaneBench) -> None:
    pane = bench.open(bench.add("Waterkwaliteit", CONSULTATION))
    bench.questions.look_now()
    bench.bot.waitUntil(lambda: bool(pane.view.units), timeout=5000)
    pane.view.unit_clicked.emit(next(one.id for one in pane.view.units if one.role == "answer"))
    bench.bot.waitUntil(lambda: len(bench.row.panes) == 2, timeout=5000)
    assert bench.row.panes[1].view.shown.lit_unit.startswith("q")


def test_questions_in_one_paper_and_answers_in_another(bench: PaneBench) -> None:
    asking, answering = bench.open(bench.add("Vragen", ASKED)), bench.open(bench.add("Antwoorden", ANSWERED))
    pair = bench.found.paper(asking.document, answering.document)
    bench.questions.set_pair(pair)
    bench.questions.propose("board")
    bench.bot.waitUntil(lambda: pair.stage == "board", timeout=5000)
    assert [unit.badge for unit in asking.view.units] == ["Q1", "Q2"]
    assert [unit.badge for unit in answering.view.units] == ["A1", "A2"]
    asking.view.unit_clicked.emit(asking.view.units[1].id)
    assert answering.view.shown.lit_unit == answering.view.units[1].id
    assert len(bench.row.panes) == 2
    bench.questions.accept(bench.unit(answering, answering.view.units[0].id))
    (link,) = bench.project.links()
    assert (link.kind_uid, link.origin) == (ANSWERED_BY.uid, "suggestion")


def test_a_suggested_ribbon_leads_to_the_board(bench: PaneBench, pane: DocumentPane) -> None:
    bench.open(pane.document.uid)
    opened: list[tuple[str, object]] = []
    bench.questions.suggestion_opened.connect(lambda question, paper: opened.append((question, paper)))
    row = proposed(bench, pane)
    bench.questions.show_pair(*places(bench, pane, row))
    bench.settle()
    (gutter,) = bench.row.gutters()
    ribbon = next(one for one in gutter.ribbons if one.uid.endswith("/" + row.question.id))
    gutter.suggestion_clicked.emit(ribbon.uid, QPoint())
    assert opened == [(row.question.id, bench.known(pane))]


# walking


def test_the_caret_walks_from_question_to_question(bench: PaneBench, pane: DocumentPane) -> None:
    starts = [one.start for one in pane.view.units if one.role == "question"]
    seen = []
    for _ in starts:
        bench.questions.next_question()
        seen.append(pane.view.caret())
        assert 0 <= pane.view.caret_rect().top() < pane.view.viewport().height()
    assert seen == starts
    bench.questions.next_question()
    assert pane.view.caret() == starts[-1], "behind the last one there is none"
    bench.questions.previous_question()
    assert pane.view.caret() == starts[-2]


def test_in_a_paper_of_answers_alone_one_walks_through_those(bench: PaneBench) -> None:
    asking = bench.add("Vragen", ASKED)
    pane = bench.open(bench.add("Antwoorden", ANSWERED))
    pair = bench.found.paper(bench.project.document(asking), pane.document)
    bench.questions.set_pair(pair)
    bench.questions.look_now()
    bench.bot.waitUntil(lambda: bool(pane.view.units), timeout=5000)
    bench.questions.next_question()
    assert bench.quote(pane, Span(pane.view.caret(), pane.view.caret() + 2)) == "Er"


def test_without_questions_one_is_told(bench: PaneBench) -> None:
    pane = bench.open(bench.project.answers)
    bench.questions.next_question()
    assert bench.told == ["The questions of this paper are still being looked for."]
    bench.known(pane)
    bench.questions.next_question()
    assert bench.told[-1] == "No questions or answers were recognised in this paper."


# changing units


def spans(pane: DocumentPane, role: str = "question") -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in pane.view.units if one.role == role]


def wait_for(bench: PaneBench, pane: DocumentPane, expected: list[tuple[int, int]]) -> None:
    bench.bot.waitUntil(lambda: spans(pane) == expected, timeout=5000)


def test_a_unit_is_split_at_the_caret_and_merged_again(bench: PaneBench, pane: DocumentPane) -> None:
    before = spans(pane)
    start, end = before[0]
    at = pane.view.reading.source_offset(
        pane.view.reading.text.index(" ", pane.view.reading.reading_offset(start) + 30)
    )
    pane.view.set_caret(at + 3)  # inside a word: the cut comes before it
    bench.questions.split_at_caret()
    wait_for(bench, pane, [(start, at), (at + 1, end), *before[1:]])
    pane.view.set_caret(start)
    bench.questions.merge_with_next()
    wait_for(bench, pane, before)
    for _ in range(2):
        bench.session.undo()
    wait_for(bench, pane, before)
    assert not bench.project.set_units()


def test_a_dropped_unit_comes_back_as_recognised(bench: PaneBench, pane: DocumentPane) -> None:
    before = spans(pane)
    pane.view.set_caret(before[1][0])
    bench.questions.drop_unit()
    wait_for(bench, pane, [before[0], *before[2:]])
    bench.questions.restore_units()
    wait_for(bench, pane, before)


def test_the_selection_becomes_a_question_in_any_paper(bench: PaneBench) -> None:
    pane = bench.open(bench.project.questions)
    bench.questions.selection_is("question")
    assert bench.told == ["Select the text first."]
    span = pane.view.find("De leden van de D66-fractie vragen naar de detentiecentra in Libië.")[0]
    pane.view.set_selection(span)
    bench.questions.selection_is("question")
    wait_for(bench, pane, [(span.start, span.end)])
    assert pane.view.selection() is None


def test_ends_are_changed_with_the_selection(bench: PaneBench, pane: DocumentPane) -> None:
    before = spans(pane)
    told: list[bool] = []
    bench.questions.ends_changed.connect(lambda: told.append(bench.questions.changing_ends))
    pane.view.set_caret(before[0][0])
    bench.questions.begin_ends_at_caret()
    assert pane.view.selection() == Span(*before[0])
    words = pane.view.reading.text.index(" ", pane.view.reading.reading_offset(before[0][0]) + 40)
    shorter = Span(before[0][0], pane.view.reading.source_offset(words))
    pane.view.set_selection(shorter)
    bench.questions.finish_ends()
    wait_for(bench, pane, [(shorter.start, shorter.end), *before[1:]])
    bench.questions.begin_ends_at_caret()
    bench.questions.cancel_ends()
    assert told == [True, False, True, False]
    assert not bench.refused


def test_a_dragged_end_is_kept(bench: PaneBench, pane: DocumentPane) -> None:
    before = spans(pane)
    words = pane.view.reading.text.index(" ", pane.view.reading.reading_offset(before[0][0]) + 40)
    shorter = Span(before[0][0], pane.view.reading.source_offset(words))
    pane.view.unit_ends_changed.emit(pane.view.units[0].id, shorter)
    wait_for(bench, pane, [(shorter.start, shorter.end), *before[1:]])


# menu


def test_the_menu_offers_what_can_be_done(bench: PaneBench, pane: DocumentPane) -> None:
    row = proposed(bench, pane)
    one = row.question.id
    pane.view.set_caret(row.question.start)
    assert not action(bench, pane, one, "Split at the caret").isEnabled(), "there is nothing before the caret"
    assert not action(bench, pane, one, "Remove the link to the answer").isEnabled()
    assert not action(bench, pane, one, "As recognised again").isEnabled()
    action(bench, pane, one, "Accept the suggestion").trigger()
    assert len(bench.project.links()) == 1
    assert not action(bench, pane, one, "Accept the suggestion").isEnabled()
    action(bench, pane, one, "Remove the link to the answer").trigger()
    assert not bench.project.links()
    action(bench, pane, one, "This is no question").trigger()
    bench.bot.waitUntil(lambda: all(unit.id != one for unit in pane.view.units), timeout=5000)
    assert not bench.refused


def test_nothing_is_done_where_the_caret_is_in_no_unit(bench: PaneBench, pane: DocumentPane) -> None:
    pane.view.set_caret(0)
    for act in (bench.questions.split_at_caret, bench.questions.merge_with_next, bench.questions.drop_unit):
        act()
    assert bench.told == ["The caret is in no question or answer."] * 3
    assert bench.session.history.undo_name is None or not bench.project.set_units()
