"""How good the proposals for paper 004 are, measured with what a reader linked; and that they never vary."""

from __future__ import annotations

from functools import cache

from reader.questions.recognise import recognise_questions
from reader.questions.suggestions import suggest, suggest_in_group, weights_of
from reader.text.reading import reading_text
from reader.text.recognise import recognise
from tests.questions.links_of_004 import LINKS
from tests.questions.measuring import Figures, figures
from tests.questions.papers import seed


@cache
def measured() -> Figures:
    body, exchange = seed("2018-06")
    return figures(exchange, suggest(exchange), reading_text(recognise(body), body))


def test_the_set_is_large_enough() -> None:
    assert sum(len(read.answers or ()) for read in LINKS) >= 40
    assert len({read.section for read in LINKS}) == 7


def test_links() -> None:
    assert measured().f1 >= 0.90, measured()


def test_the_right_answer_is_among_the_first_three() -> None:
    assert measured().in_first_three >= 0.95, measured()


def test_the_strong_band_is_right() -> None:
    assert measured().strong >= 0.97, measured()


def test_open_questions_are_found() -> None:
    assert measured().open_recall >= 0.85, measured()
    assert measured().open_precision >= 0.90, measured()


def test_twice_the_same() -> None:
    body, exchange = seed("2018-06")
    again = recognise_questions(recognise(body), body)
    assert again == exchange
    assert suggest(again) == suggest(exchange)


def test_a_group_aligned_again_gives_what_all_give() -> None:
    _, exchange = seed("2018-06")
    weights = weights_of(exchange)
    everything = suggest(exchange, weights=weights)
    names = {exchange.questions[number].id for number in weights.arrangement.groups[0].questions}
    assert suggest_in_group(exchange, weights, 0) == [one for one in everything if one.question in names]


def test_a_rejected_pair_never_comes_back_and_a_confirmed_one_is_not_proposed() -> None:
    _, exchange = seed("2018-06")
    weights = weights_of(exchange)
    first, second = suggest(exchange, weights=weights)[0], exchange.questions[1]
    pair = (first.question, first.answer)
    assert pair not in {(one.question, one.answer) for one in suggest(exchange, weights=weights, rejected=[pair])}
    assert pair not in {(one.question, one.answer) for one in suggest(exchange, weights=weights, decided=[pair])}
    # what is decided holds the others in order: the second question cannot have an earlier answer than the first
    late = (exchange.questions[0].id, "a5")
    after = [one for one in suggest(exchange, weights=weights, decided=[late]) if one.question == second.id]
    assert all(one.band == "weak" or int(one.answer[1:]) >= 5 for one in after)


def test_reasons_name_section_fractie_and_shared_words() -> None:
    _, exchange = seed("2018-06")
    first = suggest(exchange)[0]
    signals = {signal.kind: signal.words for signal in first.signals}
    assert signals["same-section"] == ("1",)
    assert signals["same-fractie"] == ("PVV",)
    assert "afhankelijkheid" in signals["shared-words"]
