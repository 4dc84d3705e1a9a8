"""References inside answers: what they mean, as chips, in the text, on a card, and as links."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from reader.domain.model import REFERS_TO, Document
from reader.questions.pointers import pointers_of
from reader.questions.references import Mention, letter_date, mentions_of, targets_of
from reader.text.reading import ReadingText, reading_text
from reader.text.recognise import recognise
from reader.text.structure import Reference
from reader.ui.document_pane import DocumentPane
from reader.ui.reference_card import PointerChip
from reader.ui.reference_chips import ReferenceChips
from tests.questions.papers import HEAD, lines, seed
from tests.ui.pane_bench import PaneBench, bench

__all__ = ["bench"]

PAPER = lines(
    *HEAD,
    "Vraag 1", "Hoeveel schepen wachten?",
    "Antwoord 1", "Er wachten elf schepen, zoals in mijn brief van 25 april jl. over de wachttijden van schepen staat.",
    "Vraag 2", "Waarom wachten zij?",
    "Antwoord 2", "Zie het antwoord op vraag 1 en 3. In de brief van 2 mei 2024 staat meer.",
    "Vraag 3", "Hoe lang nog?",
    "Antwoord 3", "Tot het najaar; zie mijn eerdere antwoorden.",
)  # fmt: skip
LETTER = lines(
    "Den Haag, 25 april 2025",
    "Geachte voorzitter, hierbij informeer ik u over de stand van zaken rond de brug bij Sas van Gent en de tunnel.",
    "De wachttijden van schepen bij de sluizen zijn opgelopen; gemiddeld wachten er elf schepen.",
)


@pytest.fixture
def pane(bench: PaneBench) -> DocumentPane:
    """A pane with a paper of three answers, of May 2025."""
    return bench.open(bench.add("Antwoorden", PAPER, date="2025-05-07"))


def found(bench: PaneBench, pane: DocumentPane, chips: ReferenceChips) -> list[PointerChip]:
    paper = bench.known(pane)
    bench.bot.waitUntil(lambda: bool(chips.chips_of(paper)), timeout=5000)
    return [chip for _, some in sorted(chips.chips_of(paper).items()) for chip in some]


def chip(bench: PaneBench, pane: DocumentPane, chips: ReferenceChips, words: str) -> PointerChip:
    return next(one for one in found(bench, pane, chips) if words in one.text)


def chips_for(bench: PaneBench) -> ReferenceChips:
    return ReferenceChips(bench.session, bench.theme, bench.found, bench.questions, bench.row)


# what they mean


@cache
def mentions(beginning: str) -> tuple[Mention, ...]:
    body, exchange = seed(beginning)
    return mentions_of(pointers_of(exchange, recognise(body), body))


def paper_of(beginning: str, uid: str, **facts: str) -> tuple[Document, ReadingText]:
    body, _ = seed(beginning)
    document = Document(uid, uid, uid)
    return replace(document, **facts), reading_text(recognise(body), body)  # type: ignore[arg-type]


def test_the_letter_of_25_april_is_found_with_its_year_inferred_and_the_conference_is_no_letter() -> None:
    body, exchange = seed("2018-06")
    citing, own = paper_of("2018-06", "questions", date="2018-06")
    letter, text = paper_of("2018-04", "letter", date="2018-04-25")
    readings = {"questions": own, "letter": text}
    conference = body.index("donorconferentie in Brussel")
    aimed = []
    for mention in mentions("2018-06"):
        targets = targets_of(mention, exchange, citing, [citing, letter], readings.__getitem__)
        if any(target.document_uid == "letter" for target in targets):
            aimed.append(mention)
            assert mention.lacks_year
            assert letter_date(mention.reference_id, citing) == "2018-04-25"
            assert abs(mention.start - conference) > 200
    assert len(aimed) == 3


def test_the_passage_of_a_cited_paper_that_shares_most_words_is_proposed() -> None:
    _, exchange = seed("2018-06")
    citing, own = paper_of("2018-06", "questions", date="2018-06")
    letter, text = paper_of("2018-04", "letter", date="2018-04-25")
    readings = {"questions": own, "letter": text}
    mention = next(one for one in mentions("2018-06") if one.text == "brief van 25 april jl.")
    (target,) = targets_of(mention, exchange, citing, [citing, letter], readings.__getitem__)
    assert target.by_words
    assert "detentiecentra te sluiten" in text.quote(target.span)


@pytest.mark.parametrize(
    ("reference", "citing", "expected"),
    [
        ("brief-04-25", "2018-06", "2018-04-25"),
        ("brief-04-25", "2018-04-25", "2018-04-25"),
        ("brief-04-25", "2018-04", "2018-04-25"),
        ("brief-04-25", "2018-03-01", "2017-04-25"),
        ("brief-12-20", "2018-01", "2017-12-20"),
        ("brief-12-20", "2018", "2018-12-20"),
        ("brief-04-25", None, None),
        ("brief-2016-04-25", "2018-06", None),
        ("kst-19637-2386", "2018-06", None),
    ],
)
def test_a_letter_without_a_year_is_the_last_of_that_day(
    reference: str, citing: str | None, expected: str | None
) -> None:
    assert letter_date(reference, Document("d", "d", "t", date=citing)) == expected


def test_a_letter_of_another_year_than_the_inferred_one_is_not_offered() -> None:
    _, exchange = seed("2018-06")
    citing, own = paper_of("2018-06", "questions", date="2018-06")
    letter, text = paper_of("2018-04", "letter", date="2017-04-25")
    readings = {"questions": own, "letter": text}
    mention = next(one for one in mentions("2018-06") if one.text == "brief van 25 april jl.")
    assert targets_of(mention, exchange, citing, [citing, letter], readings.__getitem__) == ()


# chips


def test_chips_say_what_each_reference_means(bench: PaneBench, pane: DocumentPane) -> None:
    bench.add("Brief over wachttijden", LETTER, date="2025-04-25")
    chips = chips_for(bench)
    said = {one.text: one.tooltip for one in found(bench, pane, chips)}
    assert said == {
        "brief van 25 april jl.": "Brief over wachttijden, 25 April 2025 (year inferred)",
        "antwoord op vraag 1 en 3": "Answer 1 · Answer 3",
        "brief van 2 mei 2024": "Not in this project.",
        "eerdere antwoorden": "Which answer is meant is not certain.",
    }


def test_units_that_change_give_other_chips(bench: PaneBench, pane: DocumentPane) -> None:
    chips = chips_for(bench)
    assert len(found(bench, pane, chips)) == 4
    paper = bench.known(pane)
    pane.view.set_caret(paper.board.answers["a2"].start)
    bench.questions.drop_unit()
    bench.bot.waitUntil(lambda: len(chips.chips_of(paper)) == 2, timeout=5000)


# in the text


def test_a_reference_by_number_stands_in_the_text_and_has_a_card(bench: PaneBench, pane: DocumentPane) -> None:
    chips = chips_for(bench)
    found(bench, pane, chips)
    told: list[Reference] = []
    pane.view.reference_activated.connect(told.append)
    pane.view.set_caret(pane.view.find("antwoord op vraag 1")[0].start + 3)
    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_Return)
    assert [one.text for one in told] == ["antwoord op vraag 1 en 3"]
    assert chips.card_id(pane.document, told[0])
    plain = Reference("letter", "brief-2024-05-02", *_ends(pane, "brief van 2 mei 2024"), "brief van 2 mei 2024")
    assert not chips.card_id(pane.document, plain), "a paper that is named plainly opens at once"
    inferred = Reference("letter", "brief-04-25", *_ends(pane, "brief van 25 april jl."), "brief van 25 april jl.")
    assert chips.card_id(pane.document, inferred)


def _ends(pane: DocumentPane, words: str) -> tuple[int, int]:
    span = pane.view.find(words)[0]
    return span.start, span.end


# the card


def test_the_card_shows_each_answer_that_is_meant_and_opens_it(bench: PaneBench, pane: DocumentPane) -> None:
    chips = chips_for(bench)
    opened: list[str] = []
    chips.open_requested.connect(lambda _uid, span: opened.append(bench.quote(pane, span)))
    chips.open_card(chip(bench, pane, chips, "vraag 1 en 3").id, QPoint(100, 100))
    card = chips.card
    assert card.isVisible()
    assert card.count.text() == "1 of 2"
    assert card.place.text().startswith("Answer 1")
    QTest.keyClick(card, Qt.Key.Key_Right)
    assert card.place.text().startswith("Answer 3")
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert not card.isVisible()
    assert opened == ["Tot het najaar; zie mijn eerdere antwoorden."]


def test_the_card_tells_what_is_a_guess_and_links_to_it(bench: PaneBench, pane: DocumentPane) -> None:
    letter = bench.add("Brief over wachttijden", LETTER, date="2025-04-25")
    chips = chips_for(bench)
    one = chip(bench, pane, chips, "25 april")
    chips.open_card(one.id, QPoint(100, 100))
    card = chips.card
    assert card.title.text() == "Brief over wachttijden"
    assert card.guess.text() == "25 April 2025 (year inferred)\nPassage: the one that shares most words"
    QTest.keyClick(card, Qt.Key.Key_L)
    (link,) = bench.project.links()
    source, target = bench.project.highlight(link.source_uid), bench.project.highlight(link.target_uid)
    assert (link.kind_uid, link.origin) == (REFERS_TO.uid, "suggestion")
    assert (source.quote.replace("\n", " "), target.document_uid) == ("brief van 25 april jl.", letter)
    assert target.quote.startswith("De wachttijden van schepen")
    chips.open_card(one.id, QPoint(100, 100))
    assert not card.link_button.isEnabled()
    QTest.keyClick(card, Qt.Key.Key_L)
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert len(bench.project.links()) == 1
    assert not bench.refused


def test_the_card_says_so_when_there_is_nothing_to_open(bench: PaneBench, pane: DocumentPane) -> None:
    chips = chips_for(bench)
    card = chips.card
    for words, missing in (
        ("25 april", "25 April 2025 (year inferred). Not in this project."),
        ("2 mei 2024", "Not in this project."),
        ("eerdere", "Which answer is meant is not certain."),
    ):
        chips.open_card(chip(bench, pane, chips, words).id, QPoint(100, 100))
        assert card.missing.text() == missing
        assert not card.buttons.isVisible()
        QTest.keyClick(card, Qt.Key.Key_Return)
        QTest.keyClick(card, Qt.Key.Key_Escape)
        assert not card.isVisible()
    assert not bench.project.links()


def test_a_chip_of_units_that_are_gone_opens_nothing(bench: PaneBench, pane: DocumentPane) -> None:
    chips = chips_for(bench)
    found(bench, pane, chips)
    chips.open_card("gone", QPoint(0, 0))
    assert not chips.card.isVisible()
