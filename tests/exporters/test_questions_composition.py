"""What an answer overview says: quotes with their citation, honest words for what is not known, facts and counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.domain.citation import plain
from reader.domain.model import Span
from reader.exporters.questions_composition import Line, OverviewText, first_lines
from tests.exporters.answered_papers import ANNEX, LOCKS, MINUTES, OPTIONS, OWN_VERDICT, VERDICTS, Held, case, rows_of
from tests.questions.papers import CONSULTATION, lines, read

FIRST = "De afbouw leidt volgens het onderzoek van de universiteit"


def every_line(text: OverviewText) -> list[Line]:
    return [line for chapter in text.chapters for group in chapter.groups for line in group.lines]


def of_question(text: OverviewText, words: str) -> Line:
    """The line of the question that has these words."""
    (found,) = [line for line in every_line(text) if words in line.passage.quote]
    return found


def test_a_confirmed_answer_stands_beside_its_question_with_citation_verdict_and_note() -> None:
    found = case(accepted=[(0, 0)], held={0: Held(VERDICTS["partly"], note="Geen bedragen.\n\nNavragen.")})
    line = every_line(found.text())[-len(found.board.rows) :]
    confirmed = next(one for one in line if one.answers)
    assert confirmed.passage.quote == found.board.exchange.questions[0].text
    (answer,) = confirmed.answers
    assert answer.passage.quote == found.board.exchange.answers[0].text
    assert plain(answer.cell.citation).startswith("Kamerstukken II 2023/24, 27625, nr. 651, ")
    assert (confirmed.verdict, confirmed.note) == ("deels beantwoord", ("Geen bedragen.", "Navragen."))


def test_the_quote_is_that_of_the_reading_text() -> None:
    found = case()
    for line in every_line(found.text()):
        assert "\n" not in line.passage.quote or "\n\n" in CONSULTATION
        assert line.passage.quote in {question.text for question in found.board.exchange.questions}


def test_a_proposal_is_never_shown() -> None:
    found = case()
    assert any(row.state == "suggested" for row in rows_of(found))
    text = found.text()
    assert not any(line.answers for line in every_line(text))
    answers = [answer.text for answer in found.board.exchange.answers]
    assert not any(answer[:40] in str(text) for answer in answers)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Nog niet nagekeken. Er is een voorstel."),
        ("en", "Not checked yet. There is a proposal."),
    ],
)
def test_an_unchecked_question_only_says_that_there_is_a_proposal(language: str, words: str) -> None:
    found = case()
    suggested = next(row for row in rows_of(found) if row.state == "suggested")
    text = found.text(replace(OPTIONS, language=language))  # type: ignore[arg-type]
    assert of_question(text, suggested.question.text).state == words


def test_a_question_without_any_answer_names_the_document_it_was_looked_for_in() -> None:
    body = lines("Vraag 1", "Waarom?", "Vraag 2", "Hoe lang nog?", "Antwoord 2", "Drie weken.")
    found = case(body, ANNEX, held={0: Held(is_open=True)})
    assert every_line(found.text())[0].state == "Geen antwoord gevonden in dit document (nagekeken)."
    found = case(body, ANNEX)
    first = every_line(found.text())[0]
    assert first.state == "Geen antwoord gevonden in dit document; nog niet nagekeken."


def test_what_was_not_checked_comes_first_and_every_count_has_its_base() -> None:
    found = case(accepted=[(0, 0)], held={1: Held(is_open=True), 2: Held(VERDICTS["refused"])})
    everything = len(found.board.rows)
    text = found.text()
    assert text.notice == f"Nog niet nagekeken: {everything - 2} van {everything} vragen."
    assert not text.is_checked
    assert text.counts[1].startswith(f"{everything} vragen: 1 met een bevestigd antwoord, 1 nagekeken en open, ")
    assert f"Een oordeel bij 1 van {everything} vragen: 1 geweigerd." in text.counts
    blocks = len({(group.section, group.fractie) for group in found.board.groups})
    without = sum(group.has_no_answers for group in found.board.groups)
    assert text.counts[0] == f"{blocks} vraagblokken: {blocks - without} met een antwoordblok, {without} zonder."


def test_when_everything_was_checked_it_says_so() -> None:
    count = len(case().board.rows)
    text = case(held={number: Held(is_open=True) for number in range(count)}).text()
    assert (text.notice, text.is_checked) == (f"Alle {count} vragen zijn nagekeken.", True)


def test_a_block_without_answers_comes_first_and_is_pointed_to_in_its_section() -> None:
    text = case().text()
    first = text.chapters[0]
    assert first.heading == "Vraagblokken zonder antwoordblok"
    (group,) = first.groups
    assert group.heading == "Mestbeleid · Partij voor de Dieren"
    assert group.in_block_without_answers
    (later,) = [one for chapter in text.chapters[1:] for one in chapter.groups if one.heading == group.fractie]
    assert (later.about, later.lines) == ("De vraag van dit blok staat bij de vraagblokken zonder antwoordblok.", ())


def test_the_head_of_written_questions_is_told_in_full() -> None:
    facts = {name: plain(runs) for name, runs in case(LOCKS, ANNEX).text().facts}
    assert facts == {
        "Document": "Vragen over de sluizen bij Terneuzen. Aanhangsel Handelingen II 2024/25, nr. 1533",
        "Gesteld door": "Jansen (GroenLinks-PvdA)",
        "Gericht aan": "Minister van Infrastructuur en Waterstaat",
        "Onderwerp": "De sluizen bij Terneuzen",
        "Ingezonden": "3 maart 2025",
        "Beantwoord": "27 maart 2025, na 24 dagen",
        "Beantwoord door": "Minister Pietersen (Infrastructuur en Waterstaat)",
        "Mede namens": "Minister van Economische Zaken",
    }


def test_a_notice_of_delay_is_no_answer() -> None:
    found = case(LOCKS.replace("Antwoord van Minister", "Mededeling van Minister"), ANNEX)
    names = [name for name, _ in found.text().facts]
    assert "Uitstel gemeld" in names
    assert "Beantwoord" not in names


def test_questions_keep_the_papers_own_labels_and_have_no_heading_for_a_fractie() -> None:
    exchange = read(LOCKS)
    bare = tuple(replace(question, section="", fractie=None) for question in exchange.questions)
    text = case(LOCKS, ANNEX, exchange=replace(exchange, questions=bare)).text()
    (chapter,) = text.chapters
    assert chapter.heading == "Vragen en antwoorden"
    assert [group.heading for group in chapter.groups] == [""]
    assert [line.label for line in every_line(text)] == ["Vraag 1", "Vraag 2, 3 en 5", "Vraag 4"]


def test_an_answer_that_was_quoted_above_is_referred_to() -> None:
    found = case(LOCKS, ANNEX, accepted=[(0, 0), (2, 0)])
    first, _, third = every_line(found.text())
    assert (first.answers[0].lead, bool(first.answers[0].cell.paragraphs)) == ("", True)
    assert third.answers[0].lead == "Zelfde antwoord als bij vraag 1."
    assert third.answers[0].cell.paragraphs == ()
    assert third.answers[0].cell.citation == first.answers[0].cell.citation


def test_a_passage_that_the_user_linked_himself_is_quoted_as_he_chose_it() -> None:
    start = CONSULTATION.index("hogere kosten")
    found = case(by_hand={0: Span(start, start + len("hogere kosten"))})
    (answer,) = next(line.answers for line in every_line(found.text()) if line.answers)
    assert answer.passage.quote == "hogere kosten"


def test_an_answer_in_another_paper_has_the_citation_of_that_paper() -> None:
    split = CONSULTATION.index("II Antwoord")
    found = case(CONSULTATION[:split], MINUTES, answers=CONSULTATION[split:], accepted=[(0, 0)])
    text = found.text()
    (answer,) = next(line.answers for line in every_line(text) if line.answers)
    assert answer.passage.document.uid == "letter"
    assert plain(answer.cell.citation).startswith(
        "Brief van de Minister van Landbouw van 1 juni 2024 over waterkwaliteit"
    )
    assert [name for name, _ in text.facts][:2] == ["Vragen in", "Antwoorden in"]
    nothing = [line.state for line in every_line(text) if line.state.startswith("Geen antwoord")]
    assert nothing
    assert all("in het document met de antwoorden" in state for state in nothing)


def test_a_passage_over_two_pages_is_cited_with_both() -> None:
    line_end = CONSULTATION.index("\n", CONSULTATION.index("Kan de")) + 1
    body = f"{CONSULTATION[:line_end]}\f{CONSULTATION[line_end:]}"
    line = of_question(case(body).text(), "afbouw van de derogatie heeft")
    assert plain(line.question.citation).endswith("bestandspagina 1-2")


def test_the_style_of_citation_and_the_notes_are_the_users_choice() -> None:
    found = case(accepted=[(0, 0)], held={0: Held(note="Navragen.")})
    line = next(one for one in every_line(found.text(replace(OPTIONS, style="kamerstijl", notes=False))) if one.answers)
    assert plain(line.question.citation).startswith("Kamerstuk 27 625, nr. 651")
    assert line.note == ()


def test_the_open_questions_tell_how_many_wait_with_a_proposal() -> None:
    found = case(held={0: Held(is_open=True), 1: Held(OWN_VERDICT)})
    text = found.text(only_open=True)
    waiting = sum(row.state in ("suggested", "several") and row.decision is None for row in rows_of(found))
    assert waiting
    assert f"Niet in deze lijst: {waiting} van {len(found.board.rows)} vragen die nog niet" in " ".join(text.counts)
    assert text.title == "Open vragen"
    assert [chapter.heading for chapter in text.chapters][:2] == [
        "Vraagblokken zonder antwoordblok", "Nagekeken en open",
    ]  # fmt: skip


def test_without_open_questions_it_says_so() -> None:
    found = case(LOCKS, ANNEX, accepted=[(0, 0), (1, 1), (2, 2)])
    assert (found.text(only_open=True).chapters, found.text(only_open=True).empty) == ((), "Er zijn geen open vragen.")


def test_a_paper_without_questions_says_so() -> None:
    text = case("Geachte voorzitter,\n\nHierbij een brief over de sluizen.\n", ANNEX).text()
    assert text.notice == "In dit document zijn geen vragen herkend."
    assert (text.chapters, text.counts) == ((), ())


def test_the_first_questions_can_be_taken_by_themselves() -> None:
    text = case().text()
    everything = every_line(text)
    for most in range(1, len(everything)):
        assert every_line(first_lines(text, most)) == everything[:most]
    assert first_lines(text, len(everything)) is text
